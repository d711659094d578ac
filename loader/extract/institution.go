package extract

import (
	"slices"

	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// standing tells what a noun group names of the state in it: the state or its government itself, one of its institutions, or only what
// is in the country.
type standing int

const (
	governs     standing = iota // "the Nigerian junta", "Chad's military council"
	institution                 // "Nigeria's Senate", "Chad's delegation"
	stranger                    // "Nigeria's opposition", "the Kenyan community in London", "Syria research"
	outsider                    // "the victims of Boko Haram", "the Hamas trial", of whichever body
)

// standingOf tells what the noun group names of a state that its words name: who is president of it leads the state, belongs to it, or
// neither.
func (s *sentence) standingOf(g *group) standing {
	classes := s.doc.reader.classes
	switch {
	case g.pronoun || s.headName(g) != nil, country(g.lemma), classes.has("realm", g.lemma):
		return governs
	case s.outside(g):
		return outsider
	case classes.any(g.lemma, "legislature", "office", "government", "force", "institution", "leader", "member", "officials"):
		return institution
	}
	return stranger
}

// outside reports whether the noun group tells of people or things that stand against whom it names, suffer from him or are about him: "victims of
// Boko Haram", "Hezbollah's rivals", "the Hamas trial".
func (s *sentence) outside(g *group) bool {
	return s.doc.reader.classes.any(g.lemma, "kin", "outsider") && s.headName(g) == nil
}

// namesOnly reports whether the name in a noun group is the country that its head works on or lies in, no body that it is of: "the Libya study
// group", "the Kenya chapter of Al-Qaeda".
func (s *sentence) namesOnly(g *group, m *name) bool {
	return (s.doc.reader.classes.has("studygroup", g.lemma) || offshoot(g.lemma)) && m.known() && m.senses[0].Entry.IsState && !m.has(actors.Adjective)
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

// agencyBehind gives the body behind "of" whose man in the country somebody is that stands before his office: "the Iran representative of the UN refugee
// agency", "the Chad director of Oxfam".
func (s *sentence) agencyBehind(g *group, o office, refs []ref) []ref {
	if len(refs) != 1 || !s.doc.isState(refs[0].id) || g.possessor != nil || !s.doc.reader.classes.has("leader", o.lemma) && o.lemma != "representative" && o.lemma != "coordinator" && o.lemma != "manager" {
		return nil
	}
	if n := s.nameBefore(o.first); n == nil || n.has(actors.Adjective) || n.adjectival() {
		return nil
	}
	behind, _ := s.behind(g, o)
	behind = slices.DeleteFunc(behind, func(r ref) bool { return s.doc.isState(r.id) })
	for i := range behind {
		behind[i].within = true
	}
	return behind
}

// ofAffair reports whether the noun group is a part of something that a body has rather than of the body: "part of NATO's problem", "part of the UN's
// agenda".
func (s *sentence) ofAffair(g *group) bool {
	of := g.of
	if g.lemma != "part" || of == nil || len(of.actor) > 0 || s.headName(of) != nil || of.possessor == nil {
		return false
	}
	return !s.doc.reader.classes.any(of.lemma, "force", "army", "grouping", "office", "government", "institution", "rebels", "denotes", "membership", "organisation")
}

// sectional reports whether the word right before the office tells of some in a country whom its holder leads rather than of the country: "student
// leader", "gang leader", "Druze leader".
func (s *sentence) sectional(o office) bool {
	k := o.first - 1
	if k < 1 || o.part || !s.doc.reader.classes.has("leader", s.lemma(o.last-1)) || s.doc.reader.classes.any(s.lower[k], "realm", "department", "wartime") {
		return false
	}
	if s.nameAt(k) != nil || s.nameBefore(o.first) != nil || s.nameBefore(k) == nil && s.tokens[k-1].Tag != text.POS {
		return false // "in case President Roe"
	}
	tag := s.tokens[k].Tag
	return tag == text.NN || tag == text.NNS || s.lower[k] == "muslim" || s.lower[k] == "druze" || s.lower[k] == "exile"
}
