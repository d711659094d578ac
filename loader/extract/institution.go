package extract

import "entente.example/graph/actors"

// standing tells what a noun group names of the state in it: the state or its government itself, one of its institutions, or only what
// is in the country.
type standing int

const (
	governs     standing = iota // "the Nigerian junta", "Chad's military council"
	institution                 // "Nigeria's Senate", "Chad's delegation"
	stranger                    // "Nigeria's opposition", "the Kenyan community in London", "Syria research"
)

// standingOf tells what the noun group names of a state that its words name: who is president of it leads the state, belongs to it, or
// neither.
func (s *sentence) standingOf(g *group) standing {
	classes := s.doc.reader.classes
	switch {
	case g.pronoun || s.headName(g) != nil, country(g.lemma), classes.has("realm", g.lemma):
		return governs
	case classes.any(g.lemma, "legislature", "office", "government", "force", "institution", "leader", "member", "officials"):
		return institution
	}
	return stranger
}

// namesOnly reports whether the name in a noun group is the country that its head works on or lies in, no body that it is of: "the Libya study
// group", "the Kenya chapter of Al-Qaeda".
func namesOnly(g *group, m *name) bool {
	return (mayStudy(g.lemma) || offshoot(g.lemma)) && m.known() && m.senses[0].Entry.IsState && !m.has(actors.Adjective)
}

// employer gives the body "at" which somebody is head of what works on a state: "head of Iran policy at the White House", "head of Sudan at the World
// Bank".
func (s *sentence) employer(o office, refs []ref, after []argument) []ref {
	classes := s.doc.reader.classes
	if len(refs) == 0 || !s.doc.isState(refs[0].id) || classes.has("envoy", o.lemma) || classes.has("sovereign", o.lemma) || refs[0].standing == institution {
		return nil
	}
	for _, a := range after {
		if a.prep == "at" {
			bodies := s.bodies(a.noun)
			for i := range bodies {
				bodies[i].within = true
			}
			return bodies
		}
	}
	return nil
}
