package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// office is the word, or the words, for an office: "president", "secretary of state", "commander-in-chief".
type office struct {
	first, last int // tokens, half-open
	lemma       string
	deputy      bool // vice, deputy, assistant, acting for
	part        bool // of a part only: "security chief", "chief of staff"
	indefinite  bool // "a commander", "commanders": one of several
	senior      bool // "a senior leader": not the first
	title       bool // before a name in one group
}

// officeAt reads the office whose last word, "of" and what it is of aside, is the token; the lemma is empty where there is none.
func (s *sentence) officeAt(i int) office {
	o := office{first: i, last: i + 1, lemma: s.roleWord(i)}
	o.first -= strings.Count(o.lemma, "_")
	if words := s.hyphened(i); words > 0 {
		o.lemma = strings.Join(s.lower[i-words+1:i+1], "")
		o.first = i - words + 1
	} else if i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.HYPH && (s.hyphened(i+2) > 0 || s.hyphened(i+4) > 0) {
		o.lemma = ""
	}
	if o.lemma == "" {
		return o
	}
	for k := o.first - 1; k >= 0 && k >= o.first-2; k-- {
		switch s.lower[k] {
		case "deputy", "vice", "assistant", "deputies", "associate":
			o.deputy = true
		case "under":
			o.deputy = o.deputy || k == o.first-1
		case "senior", "field", "local", "regional", "prominent", "leading", "another":
			o.senior, o.indefinite = true, true
		}
	}
	for k := o.first - 3; k >= max(0, o.first-5); k-- { // "senior Islamic State leaders"
		o.senior = o.senior || s.lower[k] == "senior" && s.nameAt(k+1) != nil && s.nameAt(k+1).last == o.first
	}
	if end := s.portfolioEnd(i + 1); end > 0 {
		o.last = end
		if o.lemma == "head" && s.lower[end-1] == "state" {
			o.lemma = "head_of_state"
		} else {
			o.part = true
		}
	}
	o.part = o.part || o.first > 0 && s.doc.reader.classes.has("department", s.lower[o.first-1])
	if of, chief, ok := strings.Cut(o.lemma, "_"); ok && chief == "chief" && s.doc.reader.classes.has("department", of) {
		o.part = true // "army chief"
	}
	o.indefinite = o.indefinite || s.tokens[i].Tag == text.NNS
	return o
}

// officeOf reads the office that is the head of a noun group.
func (s *sentence) officeOf(g *group) office {
	o := s.officeAt(g.head)
	if o.lemma == "" {
		o.lemma = g.lemma
	}
	switch s.lower[g.first] {
	case "a", "an", "one", "another", "some":
		o.indefinite = true
	}
	return o
}

// hyphened gives the number of tokens of an office with hyphens that ends at the token, or 0: "secretary-general".
func (s *sentence) hyphened(i int) int {
	for words := 3; words <= 5; words += 2 {
		first := i - words + 1
		if first < 0 || i >= len(s.tokens) || s.tokens[i-1].Tag != text.HYPH {
			return 0
		}
		if s.doc.reader.classes.any(strings.Join(s.lower[first:i+1], ""), "leader", "member") {
			return words
		}
	}
	return 0
}

// pairedOffice reports whether the token ends an office of two words that ends in an adjective: "prosecutor general".
func (s *sentence) pairedOffice(i int) bool {
	return i > 0 && (s.lower[i] == "general" || s.lower[i] == "executive") && s.doc.reader.classes.any(s.lower[i-1]+"_"+s.lower[i], "leader", "member")
}

// portfolioEnd gives the end of "of state", "of state for foreign affairs" behind an office that ends before the token, or
// 0.
func (s *sentence) portfolioEnd(i int) int {
	if i < 1 || i+1 >= len(s.tokens) || s.lower[i] != "of" && s.lower[i] != "for" || !s.doc.reader.classes.any(s.lower[i-1], "leader", "member") {
		return 0
	}
	last := 0
	for i+1 < len(s.tokens) && (s.lower[i] == "of" || s.lower[i] == "for") {
		end := i + 1
		the := s.lower[end] == "the"
		if the {
			end++
		}
		first := end
		for end < len(s.tokens) && s.doc.reader.classes.has("portfolio", s.lower[end]) {
			end++
		}
		if end < len(s.tokens) && s.lower[i-1] == "chief" && (s.lower[end] == "forces" || s.lower[end] == "force") && (s.lower[end-1] == "defence" || s.lower[end-1] == "defense") {
			end++ // "Chief of Defence Forces"
		}
		if end == first || the && end < len(s.tokens) && s.tokens[end].Tag.IsNoun() && !s.ranks(end) && !s.doc.reader.given.has(s.words[end]) {
			break // "the head of the intelligence service"
		}
		last, i = end, end
	}
	return last
}

// inPortfolio reports whether the token is in the "of state" behind an office.
func (s *sentence) inPortfolio(i int) bool {
	if !s.doc.reader.classes.has("portfolio", s.lower[i]) {
		return false
	}
	for k := i - 1; k > 0 && k >= i-6; k-- {
		if (s.lower[k] == "of" || s.lower[k] == "for") && s.portfolioEnd(k) > i {
			return true
		}
	}
	return false
}

// matchOffice notes that the holder leads, or belongs to, what the office is of. Without such a word it is what the
// dictionary knows of the holder, or the country that the article is about.
func (s *sentence) matchOffice(o office, g, holder *group, bodies []ref, told bool) {
	classes := s.doc.reader.classes
	if !classes.any(o.lemma, "leader", "member") {
		return
	}
	persons := s.admit(holder.actor, "person")
	if len(holder.actor) == 0 {
		persons = s.stranger(holder)
	}
	for i, person := range persons {
		bodies := bodies
		if len(persons) > 1 && len(bodies) > 1 { // "the presidents of Chad and Niger, Roe and Doe"
			if len(persons) != len(bodies) {
				return
			}
			bodies = bodies[i : i+1]
		}
		if g.kind == nounKind && isPossessive(s.lower[g.first]) && slices.ContainsFunc(s.possessive(g).actor, func(r ref) bool { return r.id == person.id }) {
			if bodies = s.formerBody(person); len(bodies) == 0 {
				return
			}
		}
		held := s.knownInstead(s.ledInstead(o, person, bodies), person)
		if len(held) == 0 && !told {
			held = s.usualBody(o, person)
		} else if len(held) == 0 {
			held = s.provincial(o, g, person)
		}
		held = s.besidesParty(o, person, held)
		s.doc.noteMouthpiece(o, person, held)
		for _, body := range held {
			relation := s.officeRelation(o, person, body)
			if len(held) > 1 && s.doc.entity(body.id).Type == graph.Party && s.heldForState(o) {
				relation = graph.MemberOf
			}
			if f := s.doc.reader.frames.owners[string(relation)]; f != nil {
				s.noteRole(trigger{frame: f, presupposed: g.kind == verbKind && leavesOffice(g.lemma)}, g, span{o.first, o.last}, []ref{person}, []ref{body})
			}
		}
	}
}

// heldForState tells the offices that are those of a state alone, whatever party is named with them.
func (s *sentence) heldForState(o office) bool {
	return strings.HasSuffix(o.lemma, "minister") || strings.HasSuffix(o.lemma, "secretary") || o.lemma == "chancellor" || o.lemma == "president" && o.title
}

// besidesParty adds the state in which a minister holds office where only his party is named: "Defence Minister Roe of the Greens".
func (s *sentence) besidesParty(o office, person ref, held []ref) []ref {
	if len(held) != 1 || !s.heldForState(o) || s.doc.entity(held[0].id).Type != graph.Party {
		return held
	}
	for _, state := range s.usualBody(o, person) {
		if s.doc.isState(state.id) {
			held = append(held, state)
		}
	}
	return held
}

// formerBody gives the body of the person whom the text named last before the sentence, where "his" cannot be who stands in it: "Roe
// led the party. Doe became one of his deputies."
func (s *sentence) formerBody(person ref) []ref {
	for i := len(s.doc.history) - 1; i >= 0; i-- {
		m := s.doc.history[i]
		if m.sentence == s.index || len(m.refs) != 1 || s.doc.entity(m.refs[0].id).Type != graph.Person {
			continue
		}
		if m.sentence < s.index-2 || m.refs[0].id == person.id {
			return nil
		}
		for _, body := range s.bodyOf(m.refs[0]) {
			if s.doc.entity(body.id).Type != graph.Person {
				r := person // no words of this sentence name the body
				r.id, r.implied = body.id, true
				return []ref{r.less(sureDefinite)}
			}
		}
		return nil
	}
	return nil
}

// stranger makes a person of a new name that nothing but its office tells for one.
func (s *sentence) stranger(g *group) []ref {
	n := s.headName(g)
	if n == nil || !s.mayBePerson(n) {
		return nil
	}
	if r, ok := s.introducePerson(g, n); ok {
		g.actor = []ref{r}
		return g.actor
	}
	return nil
}

// mayBePerson reports whether a new name has the form of a person's, though no first name or title tells it for one.
func (s *sentence) mayBePerson(n *name) bool {
	if n.known() || n.shape != "" || n.last-n.first < 2 || n.last-n.first > 4 || n.first > 0 && isWhere(s.lower[n.first-1]) {
		return false // "In Zyx Abece, a spokesman for Hezbollah said"
	}
	for i := n.first; i < n.last; i++ {
		if isAcronym(s.words[i]) && !isInitial(s.words[i]) && !s.loudSurname(n.first, i, n.last) || s.doc.reader.classes.any(s.lemma(i), "common", "force", "government", "grouping") {
			return false
		}
	}
	return true
}

// introducePerson makes a person of a new name.
func (s *sentence) introducePerson(g *group, n *name) (ref, bool) {
	shaped := *n
	shaped.shape = graph.Person
	return s.doc.introduce(s, g, &shaped)
}

// ledInstead puts what the dictionary knows that a person leads in the place of his country: a "Lebanese leader" who leads
// a party does not lead Lebanon.
func (s *sentence) ledInstead(o office, person ref, bodies []ref) []ref {
	if len(bodies) != 1 || !s.doc.entity(bodies[0].id).IsState || !s.doc.reader.classes.has("leader", o.lemma) || s.doc.reader.classes.has("sovereign", o.lemma) && o.lemma != "strongman" {
		return bodies
	}
	led := s.leadOf(person.id)
	if len(led) == 0 || s.belongs(person.id, bodies[0].id) || slices.ContainsFunc(led, func(id graph.ID) bool { return s.doc.entity(id).IsState }) || o.part {
		return bodies
	}
	r := bodies[0]
	r.id = led[0]
	return []ref{r.less(sureDefinite)}
}

// officeRelation tells whether who holds the office leads the body or only belongs to it.
func (s *sentence) officeRelation(o office, person, body ref) graph.Relation {
	classes, e := s.doc.reader.classes, s.doc.entity(body.id)
	switch {
	case o.lemma == "counterpart" && !s.belongs(person.id, body.id) && (slices.Contains(s.leadOf(person.id), body.id) || e.IsState && s.headsBefore(o)):
		return graph.Leads
	case body.standing == outsider, classes.has("prober", o.lemma) && (armed(e.Type) || e.Type == graph.Party):
		return "" // "a spokesman for the victims of X", "the prosecutor of X leaders"
	case e.IsState && (classes.has("figure", o.lemma) || body.standing == stranger && classes.has("leader", o.lemma)):
		return ""
	case e.IsState && classes.has("leader", o.lemma) && s.sectional(o):
		return "" // "Nigerian student leader Roe"
	case e.IsState && body.standing == institution:
		return graph.MemberOf
	case o.title && classes.has("sovereign", o.lemma) && (e.Type == graph.Organisation || e.Type == graph.Coalition) && slices.ContainsFunc(s.doc.reader.dictionary.LedBy(person.id, ""), s.doc.isState):
		return "" // "ECOWAS threatened to reinstate President Bazoum"
	case o.deputy || !classes.has("leader", o.lemma), o.senior && !classes.has("sovereign", o.lemma):
		return graph.MemberOf
	case o.lemma == "commander" && s.inField(o, person):
		return graph.MemberOf
	case o.lemma == "commander" && o.title && e.Type != graph.Unit && e.Type != graph.Coalition && !slices.Contains(s.leadOf(person.id), body.id):
		return graph.MemberOf
	case e.Type == graph.Person || e.IsState && s.elsewhere(person.id, body.id):
		return ""
	case e.Type == graph.Party && e.Country == "United_States" && o.lemma == "leader", (o.lemma == "governor" || o.lemma == "mayor") && (armed(e.Type) || e.Type == graph.Party):
		return graph.MemberOf // "the Senate Republican leader", "the M23 governor"
	case o.first > 0 && (o.lemma == "chief" || o.lemma == "head" || o.lemma == "commander") && classes.has("speciality", s.lower[o.first-1]):
		return graph.MemberOf // "the intelligence chief of the party"
	case slices.Contains(s.doc.reader.dictionary.LedBy(person.id, ""), body.id):
		return graph.Leads
	case body.within && !e.IsState, o.lemma == "commander" && e.Type == graph.Organisation:
		return graph.MemberOf
	case o.part && (e.IsState || e.Type == graph.Organisation || e.Type == graph.Coalition || o.last > o.first+1+strings.Count(o.lemma, "_")):
		return graph.MemberOf
	case e.IsState && !classes.has("sovereign", o.lemma) && o.lemma != "leader":
		return graph.MemberOf
	case o.indefinite && classes.has("member", o.lemma), o.indefinite && o.lemma == "leader" && armed(e.Type):
		return graph.MemberOf // "Roe, a leader of Hezbollah"
	}
	return graph.Leads
}

// headsBefore reports whether the office that stands before "his counterpart" is that of a head of state or government: "Prime
// Minister Roe and his Chadian counterpart Doe".
func (s *sentence) headsBefore(o office) bool {
	for i := o.first - 1; i >= 0; i-- {
		switch before := s.officeAt(i); {
		case s.doc.reader.classes.has("sovereign", before.lemma):
			return !before.deputy
		case s.doc.reader.classes.any(before.lemma, "leader", "member"):
			return false
		}
	}
	return false
}

// inField reports whether the office is one of a place alone, whoever its holder became later: "Roe, the LTTE commander in the east".
func (s *sentence) inField(o office, person ref) bool {
	return !o.title && o.last+1 < len(s.lower) && s.lower[o.last] == "in" && person.group != nil && person.group.last <= o.first
}

// belongs reports whether the dictionary knows that the person belonged to the body without leading it.
func (s *sentence) belongs(person, body graph.ID) bool {
	entry, ok := s.doc.reader.dictionary.Entry(person)
	return ok && slices.ContainsFunc(entry.MemberOf, func(d actors.Dated) bool { return d.ID == body })
}

// elsewhere reports whether the dictionary knows that the person leads another state than this one.
func (s *sentence) elsewhere(person, state graph.ID) bool {
	other := false
	for _, id := range s.doc.reader.dictionary.LedBy(person, "") {
		if id == state {
			return false
		}
		other = other || s.doc.entity(id).IsState
	}
	return other
}

// officeWords gives the words of an office joined, "secretary_of_state".
func (s *sentence) officeWords(o office) string { return strings.Join(s.lower[o.first:o.last], "_") }

// leadOf gives what the dictionary knows that a person leads at the article's date, else ever.
func (s *sentence) leadOf(person graph.ID) []graph.ID {
	if ids := s.doc.reader.dictionary.LedBy(person, s.doc.date()); len(ids) > 0 {
		return ids
	}
	return s.doc.reader.dictionary.LedBy(person, "")
}
