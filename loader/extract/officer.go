package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// splitOfficers sets apart, as commas would, whom an office before a body names right behind it: "a spokesman for the M23 Willy Ngoma
// said", "vice-president of the Coalition Jan Roe".
func (s *sentence) splitOfficers() {
	for i := 0; i+2 < len(s.groups); i++ {
		a, prep := s.groups[i], s.groups[i+1]
		if a.kind != nounKind || prep.lemma != "of" && prep.lemma != "for" || a.plural || s.headName(a) != nil || !s.doc.reader.classes.any(a.lemma, "leader", "member") || !s.opensNaming(i) {
			continue
		}
		body := i + 2
		for body+2 < len(s.groups) && s.groups[body].kind == nounKind && s.groups[body+1].kind == prepKind && s.groups[body+2].kind == nounKind && isLocative(s.groups[body+1].lemma) {
			body += 2 // "the head of the Front in Qalamoun Jan Roe"
		}
		if s.groups[body].kind != nounKind {
			continue
		}
		parts := s.officerBehind(body)
		if parts == nil {
			continue
		}
		end := body + 1
		if s.groups[body] == parts[0] {
			end++
		}
		if end < len(s.groups) && s.groups[end].kind != verbKind && s.groups[end].kind != adverbKind {
			continue
		}
		at := parts[1].first
		split := []*group{parts[0], s.newGroup(commaKind, at, at, ","), parts[1], s.newGroup(commaKind, parts[1].last, parts[1].last, ",")}
		if end >= len(s.groups) {
			split = split[:3]
		}
		s.groups = slices.Concat(s.groups[:body], split, s.groups[end:])
		i = body + 2
	}
}

// opensNaming reports whether the office at i opens its clause, so that whom it names may be the subject.
func (s *sentence) opensNaming(i int) bool {
	if i == 0 {
		return true
	}
	switch g := s.groups[i-1]; g.kind {
	case stopKind, compKind, quoteKind, commaKind, conjKind, adverbKind:
		return true
	case verbKind:
		return true // "killed a commander of the group Jan Roe"
	default:
		return false
	}
}

// officerBehind gives the body at k and the person named right behind it, in a noun group of his own or at the end of the body's, or nil.
func (s *sentence) officerBehind(k int) []*group {
	g := s.groups[k]
	n := s.headName(g)
	if n == nil || !s.person(n) || n.known() && n.senses[0].Form != actors.Name {
		next := k + 1
		if next >= len(s.groups) || s.groups[next].kind != nounKind || s.groups[next].first != g.last {
			return nil
		}
		if m := s.headName(s.groups[next]); m == nil || !s.person(m) || m.first != s.groups[next].first || m.last-m.first < 2 {
			return nil
		}
		return []*group{g, s.groups[next]}
	}
	first := g.first
	if s.tokens[first].Tag == text.DT {
		first++
	}
	if n.last != g.last || n.first <= first || n.last-n.first < 2 || g.compounds != nil {
		return nil
	}
	body, person := s.nounAt(g.first), s.nounAt(n.first)
	if cut := s.cutNoun(g, n.first); cut != nil {
		body = cut
	}
	if body == nil || person == nil || body.last != n.first || person.last != g.last {
		return nil
	}
	return []*group{body, person}
}

// cutNoun gives what the noun group has before the token, as a group of its own, where a word for a body ends it there.
func (s *sentence) cutNoun(g *group, last int) *group {
	body := &group{kind: nounKind, first: g.first, last: last, head: last - 1, lemma: s.lemma(last - 1), index: g.index}
	body.definite, body.possessor = g.definite, g.possessor
	for _, k := range g.names {
		if s.names[k].last <= last {
			body.names = append(body.names, k)
		}
	}
	classes := s.doc.reader.classes
	if s.titled(last-1) || s.ranks(last-1) || len(body.names) == 0 && !classes.any(body.lemma, "grouping", "government", "force", "denotes", "department") {
		return nil // "the spokesman for the army general Roe"
	}
	return body
}

// bodyOfOfficer gives the body's name between a compound and the office at the end of the noun group, which the compound describes: the
// Sham Division in "the Iran-affiliated Sham Division commander".
func (s *sentence) bodyOfOfficer(g *group, c *compound) *name {
	if !s.doc.reader.classes.any(g.lemma, "leader", "member") {
		return nil
	}
	for _, k := range g.names {
		n := &s.names[k]
		if n.first <= c.at || n.last > g.head || n.adjectival() {
			continue
		}
		if n.known() && (armed(n.senses[0].Entry.Type) || n.senses[0].Entry.Type == graph.Party) && !n.senses[0].Entry.IsState || !n.known() && armed(n.shape) {
			return n
		}
	}
	return nil
}
