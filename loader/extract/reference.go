package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// openingReach is how many sentences from its head an article may take to say whose forces or relations it is about.
const openingReach = 2

// findReference notes that an article without a telling title is, by its first sentences, on a state's armed forces, "The Chadian
// National Army is the army of Chad", or on the relations of two states: "Chad–Libya relations".
func (d *document) findReference() {
	for _, s := range d.sentences[:min(len(d.sentences), openingReach)] {
		if d.subject == "" {
			if id := s.opensOnForces(); id != "" {
				d.subject, d.onForces = id, true
				if d.focus == "" {
					d.focus = id
				}
			}
		}
		if pair := s.opensOnRelations(); d.partners[0] == "" {
			d.partners = pair
		}
	}
}

// opensOnForces gives the state whose armed forces the sentence is about, where it begins as an article on them does: "The Armed Forces
// of Chad consist of", "The Royal Thai Army traces its origins to".
func (s *sentence) opensOnForces() graph.ID {
	end := slices.IndexFunc(s.tokens, func(t text.Token) bool {
		return t.Tag == text.OpenBracket || t.Tag == text.Comma || t.Tag.IsVerb() || t.Text == "consist" || t.Text == "comprise" || t.Text == "trace"
	})
	if end < 2 || end > 10 || len(s.names) == 0 || !s.doc.reader.classes.has("service", s.lower[end-1]) && s.names[0].last != end {
		return ""
	}
	var state graph.ID
	serves := false
	for i := range s.lower[:end] {
		word := s.lower[i]
		n := s.nameAt(i)
		switch {
		case n != nil && n.last <= end && n.known():
			id := serviceOf(n)
			if id == "" || state != "" && state != id {
				return ""
			}
			state = id
		case s.nameBefore(i+1) == nil && !s.capitalised(i) && word != "the" && word != "of" && word != "and":
			return ""
		}
		serves = serves || s.doc.reader.classes.has("service", word)
	}
	if !serves || !s.tellsOrigin(end) {
		return ""
	}
	return state
}

// serviceOf gives the state that a name is of, as one of it or as its army.
func serviceOf(n *name) graph.ID {
	for _, sense := range n.senses {
		if e := sense.Entry; e.IsState {
			return e.ID
		} else if e.Type == graph.Military && e.Country != "" && slices.ContainsFunc(e.Parents, func(d actors.Dated) bool { return d.ID == e.Country }) {
			return e.Country
		}
	}
	return ""
}

// tellsOrigin reports whether the first verb from the token on tells what a body is, of what it consists or where it comes from, as
// works of reference begin.
func (s *sentence) tellsOrigin(from int) bool {
	v := slices.IndexFunc(s.tokens[from:], func(t text.Token) bool {
		return t.Tag == text.VBZ || t.Tag == text.VBP || t.Tag == text.VBD || t.Text == "consist" || t.Text == "comprise" || t.Text == "trace"
	})
	if v < 0 || v > 12 {
		return false
	}
	v += from
	next := func(k int) string {
		if v+k < len(s.lower) {
			return s.lower[v+k]
		}
		return ""
	}
	classes := s.doc.reader.classes
	switch s.lower[v] {
	case "traces", "trace", "traced", "consists", "consist", "consisted", "comprises", "comprise", "comprised", "originated", "originates", "date", "dates":
		return true
	case "has", "have", "had":
		return next(2) == "origins" || next(2) == "roots" || next(2) == "strength" || slices.Contains(s.lower[v:min(v+6, len(s.lower))], "branches")
	case "is", "are", "was", "were":
		if v+1 < len(s.lower) && classes.has("found", s.lemma(v+1)) {
			return true
		}
		return (next(1) == "the" || next(1) == "a" || next(1) == "an" || next(1) == "one") &&
			slices.ContainsFunc(s.lower[v:min(v+8, len(s.lower))], func(word string) bool {
				return classes.any(word, "service", "branch") || word == "branch" || word == "component" || word == "arm"
			})
	}
	return false
}

// opensOnRelations gives the two states whose relations the sentence is about, where it begins as an article on these does: "Relations
// between Chad and Libya", "Chad–Libya relations are", "Chad and Libya established diplomatic relations".
func (s *sentence) opensOnRelations() (none [2]graph.ID) {
	at := slices.IndexFunc(s.lower, func(word string) bool { return word == "relations" || word == "ties" })
	if at < 0 || at > 12 || len(s.names) < 2 {
		return none
	}
	first, second := &s.names[0], &s.names[1]
	joined := first.last+1 == second.first && (s.lower[first.last] == "and" || isDash(s.lower[first.last])) || first.last+2 == second.first && s.lower[first.last] == "and" && s.lower[first.last+1] == "the"
	opens := first.first == 0 || first.first == 1 && s.lower[0] == "the" || s.lower[first.first-1] == "between" || s.lower[first.first-1] == "of"
	if !joined || !opens || max(at, second.last) > 16 {
		return none
	}
	a, b := serviceOf(first), serviceOf(second)
	if a == "" || b == "" || a == b {
		return none
	}
	return [2]graph.ID{a, b}
}

// otherPartner gives whom it helps that one of two states gives or teaches something in an article on their relations: the other, unless
// the text tells of others.
func (s *sentence) otherPartner(g *group) []ref {
	pair := s.doc.partners
	if pair[0] == "" {
		return nil
	}
	var client graph.ID
	for _, giver := range s.givers(g) {
		k := slices.Index(pair[:], giver)
		if k < 0 || client != "" && client != pair[1-k] {
			return nil
		}
		client = pair[1-k]
	}
	if client == "" || s.othersNear(g, pair[:]) {
		return nil
	}
	return []ref{{id: client, group: g, implied: true, percent: sureDefinite}}
}

// themeServed gives the armed body that an article is about for who is given what, where the text tells of nobody else who may be meant.
func (s *sentence) themeServed(g *group) []ref {
	theme := s.doc.theme
	if theme == "" || s.doc.subject != "" || s.title || !s.doc.mayArm(theme) {
		return nil
	}
	givers := s.givers(g)
	if len(givers) == 0 || slices.Contains(givers, theme) || s.othersNear(g, append(givers, theme)) {
		return nil
	}
	return []ref{{id: theme, group: g, implied: true, percent: sureDefinite}}
}

// givers gives who by the clause of a verb gives something.
func (s *sentence) givers(v *group) []graph.ID {
	if v.kind != verbKind {
		return nil
	}
	from := []*group{v.subject}
	if v.passive {
		from = append(s.argumentsOf(v, "by"), s.argumentsOf(v, "from")...)
	} else if v.subject != nil && v.subject.of == nil && len(v.subject.actor) == 0 {
		from = s.argumentsOf(v, "from")
	}
	var ids []graph.ID
	for _, g := range from {
		if g == nil {
			continue
		}
		for _, r := range g.actor {
			ids = append(ids, r.id)
		}
	}
	return ids
}

// othersNear reports whether this sentence or the one before tells of somebody else than those.
func (s *sentence) othersNear(v *group, known []graph.ID) bool {
	for _, from := range s.doc.sentences[max(0, s.index-1) : s.index+1] {
		for _, g := range from.groups {
			if g.kind != nounKind || from == s && g.role == "subj" && g.verb != v && g.index > v.index {
				continue
			}
			for _, r := range g.actor {
				e := s.doc.entity(r.id)
				if e.Type == graph.Person || slices.Contains(known, r.id) || slices.Contains(known, graph.ID(e.Country)) {
					continue
				}
				if from != s && g.role == "subj" && s.gave(r.id, known) {
					continue // another giver
				}
				return true
			}
		}
	}
	return false
}

// gave reports whether by the sentence before the one supported one of those.
func (s *sentence) gave(giver graph.ID, clients []graph.ID) bool {
	return slices.ContainsFunc(s.doc.candidates, func(c candidate) bool {
		return s.index-c.sentence.index <= 1 && c.frame.relation == graph.Backs && c.subject.id == giver && slices.Contains(clients, c.object.id)
	})
}

// mayArm reports whether the entity is a body that others arm: no person, state or company.
func (d *document) mayArm(id graph.ID) bool {
	switch t := d.entity(id).Type; t {
	case graph.Person, graph.Company, graph.Party, graph.State, graph.Government:
		return false
	default:
		return armed(t) || t == graph.Organisation
	}
}

// whomDescribed gives whom a description without a name describes to which "whose" belongs: "the Pact is an alliance whose members are".
func (s *sentence) whomDescribed(g *group) *group {
	if g == nil || g.kind != nounKind || g.definite || s.headName(g) != nil || g.index < 2 || s.groups[g.index] != g {
		return g
	}
	subject := s.groups[g.index-2]
	if between := s.groups[g.index-1]; subject.kind == nounKind && s.headName(subject) != nil && (between.kind == commaKind || between.kind == verbKind && between.lemma == "be") {
		return subject
	}
	return g
}

// ownBloc gives the alliance that an article is about for what states join or leave where a clause leaves that out: "The Pact was founded in
// 1949. Spain joined in 1982".
func (s *sentence) ownBloc(v *group) []ref {
	theme := s.doc.theme
	if theme == "" || v.kind != verbKind || v.negated || v.infinitive || s.title || !s.ofMen(v) {
		return nil
	}
	if t := s.doc.entity(theme).Type; t != graph.Coalition && t != graph.Organisation && !s.doc.isMission(theme) {
		return nil
	}
	if slices.ContainsFunc(append(slices.Clone(v.args), v.after...), func(a argument) bool {
		return a.prep == "to" || a.prep == "from" || a.prep == "into" || a.prep == "with" || a.prep != "by" && len(a.noun.place)+len(a.noun.actor) > 0
	}) {
		return nil
	}
	return []ref{{id: theme, group: v, implied: true, percent: sureDefinite}}
}

// ofMen reports whether what the verb is done to, if anything, is soldiers: "sent troops", "troops were provided".
func (s *sentence) ofMen(v *group) bool {
	men := v.object
	if v.passive {
		if men = v.subject; men == nil {
			return false
		}
	}
	return men == nil || s.doc.reader.classes.any(men.lemma, "force", "serving")
}

// bandBefore gives the band without a name that the noun group at i leads, "a faction under Roe", "a group led by Roe", or nil.
func (s *sentence) bandBefore(i int) *group {
	k := i - 2
	if i > 2 && s.groups[i-1].lemma == "by" && s.groups[k].kind == verbKind && s.groups[k].participle {
		k--
	} else if i < 2 || s.groups[i-1].lemma != "under" && s.groups[i-1].lemma != "around" {
		return nil
	}
	if k >= 0 && s.groups[k].kind == nounKind && s.headName(s.groups[k]) == nil && !s.groups[k].plural && s.doc.reader.classes.any(s.groups[k].lemma, "denotes", "grouping") {
		return s.groups[k]
	}
	return nil
}

// basesAhead gives where the bases are from which a phrase that opens the sentence says that the verb's subject acts: "From bases in Kenya it
// waged a war".
func (s *sentence) basesAhead(v *group) []*group {
	if v.subject == nil || v.subject.index < 4 || v.subject.index > 5 || s.groups[0].lemma != "from" || !s.doc.reader.classes.has("foothold", s.groups[1].lemma) {
		return nil
	}
	if in := s.groups[2]; in.kind != prepKind || in.lemma != "in" && in.lemma != "at" && in.lemma != "near" && in.lemma != "inside" {
		return nil
	}
	return []*group{s.groups[3]}
}

// doneTo reports whether the participle that opens a sentence says that the entity did to the noun group, which is its subject, what it
// tells, so that it is another: "Routed by the M23, the group fled".
func (s *sentence) doneTo(g *group, r ref) bool {
	if g.role != "subj" || g.index < 3 {
		return false
	}
	for _, v := range s.groups[:g.index] {
		if v.kind != verbKind || !v.passive || !v.participle || v.subject != g {
			continue
		}
		for _, by := range s.argumentsOf(v, "by") {
			if slices.ContainsFunc(by.actor, func(doer ref) bool { return doer.id == r.id }) {
				return true
			}
		}
	}
	return false
}

// definedBody gives the type of body that a work of reference says that the name, which opens the article, is of: "Kusunda (KSD) was a
// Shia militia that".
func (s *sentence) definedBody(n *name) graph.EntityType {
	if s.index >= openingReach || n.first > 1 || n.first == 1 && s.lower[0] != "the" {
		return ""
	}
	i := n.last
	if i < len(s.tokens) && s.tokens[i].Tag == text.OpenBracket {
		for i < len(s.tokens) && s.tokens[i].Tag != text.CloseBracket {
			i++
		}
		i++
	}
	if i+2 >= len(s.tokens) || s.lower[i] != "is" && s.lower[i] != "was" && s.lower[i] != "were" && s.lower[i] != "are" || s.lower[i+1] != "a" && s.lower[i+1] != "an" {
		return ""
	}
	head := -1
	for k := i + 2; k < min(i+9, len(s.tokens)); k++ {
		tag := s.tokens[k].Tag
		if tag.IsNoun() {
			head = k
		} else if tag != text.JJ && tag != text.HYPH && tag != text.VBN || head >= 0 && tag != text.HYPH {
			break
		}
	}
	if head < 0 {
		return ""
	}
	switch t := s.organisation(head); t {
	case graph.ArmedGroup, graph.Militia, graph.Unit, graph.Coalition, graph.Organisation:
		return t
	}
	return ""
}

// heldBefore gives the body that the one led whom a clause says that another succeeded: "Roe was succeeded by Doe".
func (s *sentence) heldBefore(v *group) []ref {
	former := v.object
	if v.passive {
		former = v.subject
	}
	if v.kind != verbKind || v.negated || former == nil || len(former.actor) != 1 || len(s.argumentsOf(v, "as"))+len(s.argumentsOf(v, "with")) > 0 {
		return nil
	}
	for _, c := range slices.Backward(s.doc.candidates) {
		if c.frame.relation == graph.Leads && c.subject.id == former.actor[0].id && c.qualifier.polarity == graph.Affirmed {
			if s.doc.isState(c.object.id) {
				return nil
			}
			return []ref{{id: c.object.id, group: v, implied: true, percent: sureDefinite}}
		}
	}
	return nil
}

// isMission reports whether the entity is an army that belongs to an alliance, as peacekeepers do, so that states are members of it.
func (d *document) isMission(id graph.ID) bool {
	e, ok := d.reader.dictionary.Entry(id)
	return ok && e.Type == graph.Military && slices.ContainsFunc(e.Parents, func(tie actors.Dated) bool {
		whole, ok := d.reader.dictionary.Entry(tie.ID)
		return ok && (whole.Type == graph.Organisation || whole.Type == graph.Coalition)
	})
}

// describeAhead ties a description that opens the sentence up to the group at i to the pronoun behind its comma that is the subject: "An
// offshoot of the M23, it fought".
func (s *sentence) describeAhead(i int) {
	it := s.groups[i+2]
	if it.kind != nounKind || !it.pronoun || s.groups[i+1].kind != commaKind || it.lemma != "it" && it.lemma != "he" && it.lemma != "she" && it.lemma != "they" || !s.predicateAfter(i+2) {
		return
	}
	k := i
	if i > 1 && s.groups[i-1].lemma == "of" {
		k = i - 2
	}
	if k > 1 || k == 1 && s.groups[0].kind != adverbKind || k == i && len(s.groups[k].names) > 0 {
		return
	}
	if g := s.groups[k]; g.kind == nounKind && s.headName(g) == nil && g.conjuncts == nil && s.describes(g) && !s.doc.reader.classes.any(g.lemma, "force", "grouping") {
		appose(g, it)
	}
}

// initialled reports whether initials in brackets stand at the end of the noun group, as works of reference give them: "The Mission in Chad
// (MINURCAT)".
func (s *sentence) initialled(g *group) bool {
	return g.last > 2 && s.tokens[g.last-1].Tag == text.CloseBracket && isAcronym(s.words[g.last-2])
}
