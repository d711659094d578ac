package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// literal reports whether the words behind the verb make no figure of speech of it: not "took Idlib into account", "took X off the agenda",
// "took X for granted", "held X to its promise".
func (s *sentence) literal(v *group, _ []string) bool {
	class := s.doc.reader.classes
	if slices.ContainsFunc(v.args, func(a argument) bool { return class.has("idiom", a.prep+"_"+a.noun.lemma) }) {
		return false
	}
	for i := v.last; i+1 < len(s.lower) && i < v.last+8; i++ {
		switch {
		case v.lemma == "take" && s.lower[i] == "side" && i > v.last && (s.lower[i-1] == "the" || s.lower[i-1] == "'s") && (s.lower[i+1] == "of" || s.lower[i-1] == "'s"):
			return false // "took the side of Moscow"
		case s.lower[i] == "for" && s.lower[i+1] == "granted", s.lower[i] == "seriously", s.lower[i] == "hostage":
			return false
		case s.lower[i] == "by" && s.lower[i+1] == "surprise" && !s.armedIn(v):
			return false
		case s.tokens[i].Tag == text.Comma:
			return true
		}
	}
	return true
}

// comesToBlows reports whether somebody attacks with more than words: not "attacked France in a speech", "at a rally".
func (s *sentence) comesToBlows(v *group, _ []string) bool {
	if v.subject != nil && s.precededBy(v.subject, "stray", "errant", "misfired", "misdirected") {
		return false // "a stray missile hit"
	}
	if v.lemma != "attack" && v.lemma != "assail" && v.lemma != "target" && v.lemma != "blast" && v.lemma != "hammer" {
		return true
	}
	spoken := func(g *group) bool { return s.doc.reader.classes.has("utterance", g.lemma) }
	if slices.ContainsFunc([]string{"in", "during", "on"}, func(prep string) bool { return slices.ContainsFunc(s.argumentsOf(v, prep), spoken) }) {
		return false
	}
	return s.armedIn(v) || v.passive || !slices.ContainsFunc(s.argumentsOf(v, "at"), func(g *group) bool { return spoken(g) || s.doc.reader.classes.has("gathering", g.lemma) })
}

// notSearched reports whether the verb tells of more than a search by the police of their own country: not "Kenyan police raided an office in Nairobi".
func (s *sentence) notSearched(v *group, _ []string) bool {
	if v.lemma != "raid" && v.lemma != "storm" || v.object == nil || v.subject == nil || !s.doc.reader.classes.has("police", v.subject.lemma) || s.headName(v.object) != nil {
		return true
	}
	for _, a := range slices.Concat(v.args, v.object.after) {
		for _, where := range a.noun.place {
			if slices.ContainsFunc(v.subject.actor, func(r ref) bool { return !s.ofCountry(r.id, where.id) }) {
				return true
			}
		}
	}
	return false
}

// ofCountry reports whether the place lies in the country that the body is, or is of.
func (s *sentence) ofCountry(body, place graph.ID) bool {
	land := s.doc.entity(place).Country
	e := s.doc.entity(body)
	return land == "" || e.Country == land || e.IsState && body == land
}

// byArms reports whether a body that does not fight would have taken or lost a place otherwise than at the polls or in business: not "the party lost Goma at
// the polls", "Saudi Aramco took control of a refinery in Jubail".
func (s *sentence) byArms(v *group, _ []string) bool {
	polls := func(g *group) bool { return s.doc.reader.classes.has("game", g.lemma) }
	if slices.ContainsFunc(s.argumentsOf(v, "at"), polls) {
		return false
	}
	for _, g := range s.roleGroups("subj", v) {
		for _, r := range g.actor {
			if s.trades(r.id) || s.doc.entity(r.id).Type == graph.Party && v.lemma == "lose" && !s.losesToOthers(v) {
				return false
			}
		}
	}
	return true
}

// losesToOthers reports whether the clause names another than a party to whom its subject loses.
func (s *sentence) losesToOthers(v *group) bool {
	return slices.ContainsFunc(s.argumentsOf(v, "to"), func(g *group) bool {
		return slices.ContainsFunc(g.actor, func(r ref) bool { return s.doc.entity(r.id).Type != graph.Party })
	})
}

// trades reports whether the body is a company by whose name nobody would take it for one that fights.
func (s *sentence) trades(id graph.ID) bool {
	e := s.doc.entity(id)
	return e.Type == graph.Company && slices.ContainsFunc(strings.Fields(strings.ToLower(e.Name)), func(word string) bool { return s.doc.reader.classes.has("trade", word) })
}

// impounded reports whether the group is a vessel or a vehicle that the verb has seized or searched, which may be anybody's of its country: "seized a Qatari ship
// in Port Said".
func (s *sentence) impounded(g *group) bool {
	if g.verb == nil || !undergoes(g, g.verb) {
		return false
	}
	switch g.lemma {
	case "ship", "vessel", "aircraft", "plane", "vehicle":
	default:
		return false
	}
	switch g.verb.lemma {
	case "seize", "detain", "impound", "intercept", "board", "search", "inspect", "confiscate":
		return true
	}
	return false
}

// depicted reports whether the sentence tells what a work of art or an old map shows: "the statue shows Soviet soldiers in Berlin".
func (s *sentence) depicted() bool {
	return slices.ContainsFunc(s.groups, func(v *group) bool {
		if v.kind != verbKind || v.subject == nil || v.passive {
			return false
		}
		switch v.lemma {
		case "show", "depict", "portray", "represent", "feature", "picture":
			return s.doc.reader.classes.has("artwork", v.subject.lemma)
		}
		return false
	})
}

// eitherWay reports whether the negation at i leaves open what its verb tells: "may or may not have struck".
func (s *sentence) eitherWay(i int) bool {
	return i > 2 && s.lower[i-2] == "or" && s.lower[i-1] == s.lower[i-3]
}
