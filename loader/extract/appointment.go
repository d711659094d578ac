package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
)

// matchAppointment tries the verbs that put somebody into an office or tell of his time in it: "was elected president",
// "named X as prime minister", "declared himself president", "served as defence minister", "came to power".
func (s *sentence) matchAppointment(v *group) {
	classes := s.doc.reader.classes
	holder := v.subject
	switch {
	case v.lemma == "replace" && !v.passive && len(s.alternates(v)) > 0:
		holder = v.object
	case classes.has("appoint", v.lemma) && v.passive, classes.has("hold", v.lemma) && !s.intransitiveRule(v) && !s.succeeds(v):
	case classes.has("appoint", v.lemma) && v.object != nil && reflexive(v.object.lemma):
	case (classes.has("appoint", v.lemma) || classes.has("dispatch", v.lemma)) && v.object != nil:
		holder = v.object
	case classes.has("takepower", v.lemma) && s.takesPower(v) && holder != nil:
		s.matchOffice(office{first: v.head, last: v.head + 1, lemma: "ruler"}, v, holder, nil, false)
		return
	case s.keepsPost(v):
	case classes.has("dismiss", v.lemma) && v.passive:
	case classes.has("dismiss", v.lemma) && v.object != nil:
		holder = v.object
	case s.intransitiveRule(v):
		s.matchOffice(office{first: v.head, last: v.head + 1, lemma: "ruler"}, v, holder, nil, false)
		return
	case s.handsPower(v) != nil:
		s.matchOffice(office{first: v.head, last: v.head + 1, lemma: "ruler"}, v, s.handsPower(v), nil, false)
		return
	case v.object != nil && s.bringsToPower(v):
		s.matchOffice(office{first: v.head, last: v.head + 1, lemma: "ruler"}, v, v.object, nil, false)
		return
	default:
		return
	}
	if v.infinitive && v.index > 0 && s.groups[v.index-1].kind == nounKind && s.groups[v.index-1].possessor != nil {
		holder = s.groups[v.index-1].possessor // "Roe's bid to become president"
	}
	if holder == nil || len(s.admit(holder.actor, "person")) == 0 || !leavesOffice(v.lemma) && s.qualifyVerb(v).polarity == graph.Denied {
		return
	}
	offices := s.officesOf(v, holder)
	for _, g := range offices {
		if o := s.officeOf(g); classes.any(o.lemma, "leader", "member") && s.headName(g) == nil {
			bodies, told := s.heldBodies(g, o)
			if elector := v.subject; len(bodies) == 0 && !told && holder == v.object && !v.passive && elector != nil && g.role == "as" {
				bodies = s.admit(elector.actor, "group") // "Hamas elected Roe as its leader"
			}
			for _, holder := range append(s.alternates(v), holder) {
				s.matchOffice(o, v, holder, bodies, told)
			}
		}
	}
	if v.object != nil && (v.object.lemma == "portfolio" || s.ministry(v.object)) {
		bodies, told := s.bodiesBefore(v.object, nil, office{first: v.object.head, last: v.object.last, lemma: "minister"})
		s.matchOffice(office{first: v.object.head, last: v.object.last, lemma: "minister"}, v, holder, bodies, told)
	}
	if len(offices) == 0 && v.lemma == "step_down" {
		s.matchOffice(office{first: v.head, last: v.head + 1, lemma: "successor"}, v, holder, nil, false)
	}
}

// leavesOffice tells the verbs for giving up an office, which one has until then whatever comes of it: "was urged to resign".
func leavesOffice(lemma string) bool {
	return lemma == "step_down" || lemma == "resign" || lemma == "retire"
}

// keepsPost reports whether the verb tells that its subject took, holds or gave up a post, a portfolio or a ministry: "kept his post
// as foreign minister", "was given the transport portfolio", "took the interior ministry", "took office as premier".
func (s *sentence) keepsPost(v *group) bool {
	if v.object == nil || v.subject == nil {
		return false
	}
	switch v.lemma {
	case "take", "assume", "enter", "leave":
		if v.object.lemma == "office" {
			return true // "took office as prime minister"
		}
	}
	post := v.object.lemma == "post" || v.object.lemma == "position" || v.object.lemma == "job" || v.object.lemma == "portfolio" || v.object.lemma == "brief"
	switch v.lemma {
	case "keep", "retain", "hold", "lose", "resume", "quit", "leave", "get", "receive", "take", "give", "assign", "hand":
		return post || v.object.lemma != "" && s.ministry(v.object) && v.lemma != "leave" && v.lemma != "quit"
	}
	return false
}

// ministry reports whether the noun group is a ministry that one may be given: "the interior ministry".
func (s *sentence) ministry(g *group) bool {
	return g.lemma == "ministry" || strings.HasSuffix(g.lemma, "_ministry")
}

// matchStanding: "with Roe as president and Doe as prime minister of Chad".
func (s *sentence) matchStanding(g *group) {
	k := g.index
	if k < 3 || s.groups[k] != g || s.groups[k-1].lemma != "as" || s.headName(g) != nil || s.groups[k-2].kind != nounKind || len(s.admit(s.groups[k-2].actor, "person")) == 0 {
		return
	}
	if before := s.groups[k-3]; before.lemma != "with" && (before.kind != conjKind || k < 6 || s.groups[k-5].lemma != "as") {
		return
	}
	if o := s.officeOf(g); s.doc.reader.classes.any(o.lemma, "leader", "member") {
		bodies, told := s.heldBodies(g, o)
		if n := len(s.doc.candidates); !told && n > 0 {
			if last := s.doc.candidates[n-1]; last.sentence == s && (last.frame.relation == graph.Leads || last.frame.relation == graph.MemberOf) {
				bodies, told = []ref{last.object}, true // "became president of Chad, with Roe as premier"
			}
		}
		s.matchOffice(o, g, s.groups[k-2], bodies, told)
	}
}

// alternates gives who holds the office before or after: "replaced Roe with Doe as commander", "took over as premier from Roe".
func (s *sentence) alternates(v *group) []*group {
	prep := ""
	switch v.lemma {
	case "replace":
		prep = "with"
		if v.passive {
			prep = "by"
		}
	case "succeed":
		if !v.passive && v.object != nil && len(s.admit(v.object.actor, "person")) > 0 {
			return []*group{v.object}
		}
		prep = "by"
	case "take_over", "take":
		prep = "from"
	default:
		return nil
	}
	if v.lemma == "replace" && !v.passive && (v.object == nil || len(s.admit(v.object.actor, "person")) == 0) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.argumentsOf(v, prep)), func(g *group) bool { return len(s.admit(g.actor, "person")) == 0 })
}

// intransitiveRule: "Roe ruled for ten years".
func (s *sentence) intransitiveRule(v *group) bool {
	return (v.lemma == "rule" || v.lemma == "reign") && !v.passive && v.subject != nil && (v.object == nil || v.object.lemma == "date")
}

// handsPower gives to whom the verb hands power: "handed power to Roe", "power passed to Roe".
func (s *sentence) handsPower(v *group) *group {
	what := v.object
	switch v.lemma {
	case "hand", "hand_over", "pass", "transfer", "cede", "relinquish":
		if what == nil {
			what = v.subject
		}
	default:
		return nil
	}
	to := s.argumentsOf(v, "to")
	if what == nil || len(to) == 0 || what.lemma != "power" && what.lemma != "presidency" && what.lemma != "reins" {
		return nil
	}
	heirs := append(slices.Clone(to[0].apposed), to[0])
	if k := to[0].index + 2; k < len(s.groups) && s.groups[k-1].kind == commaKind && s.headName(s.groups[k]) != nil && s.headName(to[0]) == nil {
		heirs = append(heirs, s.groups[k]) // "to his son, Roe"
	}
	for _, heir := range heirs {
		if len(s.admit(heir.actor, "person")) > 0 {
			return heir
		}
	}
	return nil
}

// bringsToPower: "an election that brought Roe to power".
func (s *sentence) bringsToPower(v *group) bool {
	if v.lemma != "bring" && v.lemma != "sweep" && v.lemma != "return" && v.lemma != "restore" {
		return false
	}
	for _, a := range v.args {
		if (a.prep == "to" || a.prep == "into") && (a.noun.lemma == "power" || a.noun.lemma == "office" || a.noun.lemma == "presidency") {
			return true
		}
	}
	return false
}

// succeeds notes that both lead what the dictionary knows that they led one after the other: "Roe succeeded Doe".
func (s *sentence) succeeds(v *group) bool {
	if v.lemma != "succeed" && v.lemma != "replace" && v.lemma != "follow" {
		return false
	}
	var ends [2][]ref
	for i, role := range []string{"subj", "obj"} {
		for _, g := range s.roleGroups(role, v) {
			ends[i] = append(ends[i], s.admit(g.actor, "person")...)
		}
	}
	if len(ends[0]) != 1 || len(ends[1]) != 1 {
		return false
	}
	before, after := ends[1][0], ends[0][0]
	led := s.leadOf(before.id)
	for _, id := range s.leadOf(after.id) {
		if slices.Contains(led, id) {
			body := after
			body.id = id
			s.noteOwner("leads", v, span{v.head, v.head + 1}, []ref{after, before}, []ref{body})
			return true
		}
	}
	return false
}

// officesOf gives the noun groups that may name the office: what stands behind the verb, behind its object, or "as".
func (s *sentence) officesOf(v, holder *group) []*group {
	var found []*group
	for _, g := range []*group{v.complement, v.object} {
		if g != nil && g != holder && g.kind == nounKind {
			found = append(found, s.conjunctsOf(g)...)
		}
	}
	if v.object != nil && v.object.index+1 < len(s.groups) {
		if next := s.groups[v.object.index+1]; next.kind == nounKind && v.object.conjuncts == nil {
			found = append(found, s.conjunctsOf(next)...)
		}
	}
	for _, a := range v.args {
		if a.prep == "as" {
			found = append(found, s.conjunctsOf(a.noun)...)
		}
	}
	if v.object != nil {
		for _, a := range v.object.after {
			if a.prep == "as" && !slices.Contains(found, a.noun) {
				found = append(found, s.conjunctsOf(a.noun)...)
			}
		}
		if as := s.pastInsertion(v.object); as != nil && !slices.Contains(found, as) {
			found = append(found, s.conjunctsOf(as)...)
		}
	}
	return found
}

// pastInsertion gives what stands as what somebody is named, behind what commas insert: "named Roe, a retired officer, as premier".
func (s *sentence) pastInsertion(holder *group) *group {
	k := holder.index + 1
	if k >= len(s.groups) || s.groups[k].kind != commaKind {
		return nil
	}
	for ; k+1 < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == prepKind && g.lemma == "as" && s.groups[k-1].kind == commaKind && s.groups[k+1].kind == nounKind:
			return s.groups[k+1]
		case g.kind == commaKind, g.kind == conjKind, g.kind == nounKind && s.headName(g) == nil:
		case g.kind == prepKind && g.lemma == "of", s.groups[k-1].lemma == "of" && g.kind == nounKind: // "the commander of the army"
		default:
			return nil
		}
	}
	return nil
}

func reflexive(word string) bool {
	return word == "himself" || word == "herself" || word == "themselves" || word == "itself"
}

// takesPower reports whether the verb's object is the power in a state: "seized power", "won the presidency", "came to power".
func (s *sentence) takesPower(v *group) bool {
	if v.passive {
		return false
	}
	for _, a := range v.args {
		if a.prep == "to" && (a.noun.lemma == "power" || a.noun.lemma == "presidency") {
			return true
		}
	}
	g := v.object
	if g == nil || len(g.names) > 0 && g.lemma != "election" {
		return false
	}
	switch g.lemma {
	case "power":
		return g.head == g.first
	case "presidency", "premiership", "throne", "leadership":
		return true
	case "office":
		return g.head == g.first && len(s.argumentsOf(v, "as")) == 0
	case "election", "runoff", "vote":
		return v.lemma == "win" && s.precededBy(g, "presidential")
	}
	return false
}

// matchElection: "the election of X as president", "the appointment of X as commander of the LNA".
func (s *sentence) matchElection(g *group) {
	s.matchStanding(g)
	switch g.lemma {
	case "election", "appointment", "installation", "inauguration", "nomination", "re-election":
	default:
		return
	}
	var holder *group
	for _, a := range g.after {
		switch {
		case a.prep == "of":
			holder = a.noun
		case a.prep == "as" && holder != nil:
			for _, noun := range s.conjunctsOf(a.noun) {
				o := s.officeOf(noun)
				bodies, told := s.heldBodies(noun, o)
				s.matchOffice(o, noun, holder, bodies, told)
			}
		}
	}
}
