package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// incumbents remembers whom the article has called by an office: "President Roe", "Roe, the president".
func (d *document) incumbents(s *sentence, g *group) {
	n := s.headName(g)
	if n == nil || len(g.actor) != 1 || d.entity(g.actor[0].id).Type != graph.Person {
		return
	}
	person := g.actor[0].id
	if s.hasRank(g) && !s.formerly(g) {
		d.officer[person] = true
	}
	for i := g.first; i < n.first; i++ {
		if s.lower[i] == "former" || s.lower[i] == "late" || s.lower[i] == "ex" || s.lower[i] == "vice" || s.lower[i] == "deputy" {
			return
		}
		d.holds(s.lower[i], person)
		if i+1 < n.first {
			d.holds(s.lower[i]+"_"+s.lower[i+1], person)
		}
	}
	for _, a := range g.apposed {
		if a.first > g.last && a.definite && !s.precededBy(a, "former", "late", "vice", "deputy") {
			d.holds(a.lemma, person)
		}
	}
}

func (d *document) holds(office string, person graph.ID) {
	if d.reader.classes.has("sovereign", office) && !slices.Contains(d.offices[office], person) {
		d.offices[office] = append(d.offices[office], person)
	}
}

// incumbent resolves "the president" to the only one whom the article called so before. Where the article is about another
// country than his, it may mean that country's.
func (d *document) incumbent(s *sentence, g *group) []ref {
	if !g.definite || s.lower[g.first] != "the" || g.of != nil || len(g.names) > 0 || g.possessor != nil || s.text(g.first+1, g.last) != s.text(s.officeStart(g), g.last) {
		return nil
	}
	people := d.offices[g.lemma]
	if len(people) != 1 {
		return nil
	}
	if home := d.entity(people[0]).Country; home == "" || d.focus == "" || home == d.focus {
		return []ref{{id: people[0], group: g, percent: sureDefinite}}
	}
	return nil
}

// realmOf gives the noun group right behind a ruler that names his country: "the Sultan of Brunei", or nil.
func (s *sentence) realmOf(g *group) *group {
	if !g.definite || !s.doc.reader.classes.has("sovereign", g.lemma) {
		return nil
	}
	k := slices.IndexFunc(s.groups, func(next *group) bool { return next.first == g.last })
	if k < 0 || k+1 >= len(s.groups) || s.groups[k].lemma != "of" || s.headName(s.groups[k+1]) == nil {
		return nil
	}
	return s.groups[k+1]
}

// officeStart gives the first word of the office that heads the group, which may have two.
func (s *sentence) officeStart(g *group) int {
	if g.head > g.first && s.lower[g.head-1]+"_"+s.lower[g.head] == g.lemma {
		return g.head - 1
	}
	return g.head
}

// statesman resolves "the Turkish president", "Israel's prime minister", "U.S. officials" to the state that such a one acts for.
func (s *sentence) statesman(g *group) []ref {
	if chief := s.chiefNamed(g); chief != nil {
		return chief
	}
	if realm := s.realmOf(g); realm != nil && g.verb == nil && !slices.Contains(s.groups, g) {
		s.resolveGroup(realm) // the last of a list: "Taiwan and the Sultan of Brunei"
		if len(realm.actor) == 1 && s.doc.isState(realm.actor[0].id) {
			return []ref{realm.actor[0].less(sureSeat)}
		}
	}
	classes := s.doc.reader.classes
	officials := g.plural && classes.has("officials", g.lemma)
	if !classes.has("sovereign", g.lemma) && g.lemma != "leader" && !officials || g.of != nil || g.pronoun || s.headName(g) != nil {
		return nil
	}
	if g.verb == nil && !s.possesses(g) && !s.inSubject(g) || g.role == "as" || g.verb != nil && g.verb.copula && g.role != "subj" {
		return nil // an office, and nobody in it
	}
	var state []ref
	for i := g.first; i < s.officeStart(g); i++ {
		switch n := s.nameAt(i); {
		case g.possessor != nil && i < g.possessor.last, i == g.first && s.lower[i] == "the":
		case n != nil && len(state) == 0 && g.possessor == nil && n.known() && n.senses[0].Entry.IsState && (n.adjectival() || isAcronym(s.words[n.first]) || officials):
			state = []ref{{id: n.senses[0].Entry.ID, group: g, percent: sureSeat}}
			i = n.last - 1
		case s.tokens[i].Tag == text.POS:
		default:
			return nil // the former one, the opposition's
		}
	}
	if g.possessor != nil && len(g.possessor.actor) == 1 && s.doc.entity(g.possessor.actor[0].id).IsState {
		state = []ref{{id: g.possessor.actor[0].id, group: g, percent: sureSeat}}
	}
	return state
}

// inSubject reports whether the noun group is an item of a list that is a verb's subject: "Iranian officers and Hezbollah fighters".
func (s *sentence) inSubject(g *group) bool {
	return slices.ContainsFunc(s.groups, func(list *group) bool {
		return list.kind == nounKind && list.verb != nil && list.role == "subj" && slices.Contains(list.conjuncts, g)
	})
}

// chiefNamed resolves "the RSF leader" to the one whom the article named, and who leads that body.
func (s *sentence) chiefNamed(g *group) []ref {
	switch g.lemma {
	case "leader", "chief", "commander", "head", "boss":
	default:
		return nil
	}
	if s.lower[g.first] != "the" || g.plural || g.of != nil || g.possessor != nil || len(g.names) != 1 {
		return nil
	}
	n := s.names[g.names[0]]
	if !n.known() || n.first != g.first+1 || n.last != g.head {
		return nil
	}
	body := s.doc.choose(n.senses).Entry
	if body == nil || body.IsState || body.IsPlace() || body.Type == graph.Person {
		return nil
	}
	for m := range s.doc.back(s, descriptionReach) {
		for _, r := range m.refs {
			if s.doc.entity(r.id).Type == graph.Person && s.doc.led(r.id) == body.ID {
				return []ref{{id: r.id, group: g, percent: sureDefinite}}
			}
		}
	}
	return nil
}

// possesses reports whether the noun group owns what follows: "the Chadian president's guard".
func (s *sentence) possesses(g *group) bool {
	return g.last > g.first && s.tokens[g.last-1].Tag == text.POS || g.last < len(s.tokens) && s.tokens[g.last].Tag == text.POS
}

// seatedIn resolves "the government in Khartoum", "the authorities in Tripoli" to those who govern from there.
func (s *sentence) seatedIn(g *group) []ref {
	at := g.index + 1
	if len(g.names) > 0 || g.possessor != nil || g.pronominal != nil || g.of != nil || at+1 >= len(s.groups) || s.groups[at].lemma != "in" || s.groups[at].first != g.last {
		return nil
	}
	return s.whoSits(g, s.groups[at+1], actors.Capital, actors.Seat)
}

// whoSits gives those whom the noun group stands for that govern from the town, which has one of the forms.
func (s *sentence) whoSits(g, town *group, forms ...actors.Form) []ref {
	n := s.headName(town)
	if n == nil || n.last-n.first != town.last-town.first || !slices.ContainsFunc(forms, n.has) {
		return nil
	}
	if sense := s.doc.choose(n.senses); slices.Contains(forms, sense.Form) {
		return []ref{{id: sense.Entry.ID, group: g, percent: sureSeat}}
	}
	return nil
}

// openedIn resolves the ministry or government that is the subject behind a capital which opens the sentence: "In Paris, the foreign
// ministry announced".
func (s *sentence) openedIn(g *group) []ref {
	if g.index != 3 || g.role != "subj" || g.plural || s.groups[0].lemma != "in" || s.groups[2].kind != commaKind || len(g.names) > 0 || g.possessor != nil || g.pronominal != nil || g.of != nil {
		return nil
	}
	return s.whoSits(g, s.groups[1], actors.Capital)
}

// unitedStates is the state whose parliament English calls "Congress", without more.
const unitedStates graph.ID = "United_States"

// officers lets those whom the article called by a military rank, and who serve a state, stand for it where they take, attack or
// leave places: "MacArthur landed at Inchon".
func (d *document) officers(refs []ref) []ref {
	return each(refs, func(r ref) ref {
		if d.officer[r.id] && d.entity(r.id).Type == graph.Person && d.led(r.id) == "" {
			if state := d.belongs(r.id); d.isState(state) {
				r.id = state
				r = r.less(surePossessor)
			}
		}
		return r
	})
}

// ruledUntil reports whether a clause right behind the person says until when he ruled: "Roe, who ruled Chad until 1990,".
func (s *sentence) ruledUntil(g *group) bool {
	k := g.index + 1
	if k < len(s.groups) && s.groups[k].kind == commaKind {
		k++
	}
	if k+1 >= len(s.groups) || s.groups[k].lemma != "who" || s.groups[k+1].kind != verbKind {
		return false
	}
	v := s.groups[k+1]
	switch v.lemma {
	case "rule", "govern", "lead", "reign", "head", "run":
		return s.hasPhrase(v, "until")
	}
	return false
}
