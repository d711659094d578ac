package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchPartisan: the party that a politician's title tells, "Republican Senator Roe", "Labour MP Roe", or a sign behind the
// name, "Sen. John Roe, R-Texas", "John Roe, a Republican". It reports whether there is one.
func (s *sentence) matchPartisan(g *group, n *name) bool {
	if !s.person(n) || len(g.actor) != 1 {
		return false
	}
	at, party, relation := s.partySign(n.last), graph.ID(""), graph.MemberOf
	switch {
	case at > 0:
		party = s.doc.reader.classes.party(strings.ToLower(s.words[at][:1]))
	case s.fellows(n.last) > 0:
		at = s.fellows(n.last)
		party = s.doc.reader.classes.party(strings.TrimSuffix(s.lower[at], "s"))
	case s.partyBehind(n.last) > 0:
		at = s.partyBehind(n.last)
		party = s.doc.reader.classes.party(s.lower[at])
	case g.possessor != nil && s.partisan(g.possessor.head):
		at = g.possessor.head // "Labour's Roe"
		party = s.doc.reader.classes.party(s.lower[at])
	default:
		for i := g.first; i < n.first && party == ""; i++ {
			if s.capitalised(i) && (i+1 == n.first || s.doc.reader.classes.has("politician", s.roleWord(i+1))) {
				at, party = i, s.doc.reader.classes.party(s.lower[i])
			}
		}
	}
	entry, ok := s.doc.reader.dictionary.Entry(party)
	told := ok && (s.doc.votes[entry.Country] > 0 || s.partySign(n.last) > 0 || s.senator(at+1) || n.first > g.first && s.senator(n.first-1))
	if told {
		if s.lower[at+1] == "leader" && entry.Country != "United_States" {
			relation = graph.Leads
		}
		body := ref{id: party, group: &group{kind: nounKind, first: at, last: at + 1, head: at, index: g.index}, percent: sureName}
		persons := g.actor
		if n.first > 0 && s.tokens[n.first-1].Tag.IsNoun() && strings.HasSuffix(s.lower[n.first-1], "s") {
			persons = append(slices.Clone(persons), s.colleagues(g)...)
		}
		s.noteOwner(string(relation), g, span{at, at + 1}, persons, []ref{body})
	}
	return told
}

// partisan reports whether the token is a word for a party or its people.
func (s *sentence) partisan(i int) bool {
	return s.capitalised(i) && s.doc.reader.classes.party(s.lower[i]) != "" && len(s.lower[i]) > 1
}

// opensPartisan reports whether the token tells the party of whose name or office follows: "Labour MP Roe", "the Republican John
// Roe".
func (s *sentence) opensPartisan(i int) bool {
	return i+1 < len(s.tokens) && s.partisan(i) && s.organisation(i+1) == "" && (s.titled(i+1) || s.doc.reader.given.has(s.words[i+1]))
}

// partyBefore gives the party that stands before an office, where the office may be the party's: "the Labour leader", but not "the
// Labour prime minister".
func (s *sentence) partyBefore(g *group, o office) []ref {
	if classes := s.doc.reader.classes; !classes.has("politician", o.lemma) || strings.HasSuffix(o.lemma, "minister") {
		return nil
	}
	for i := g.first; i < o.first; i++ {
		if !s.partisan(i) {
			continue
		}
		party := s.doc.reader.classes.party(s.lower[i])
		if entry, ok := s.doc.reader.dictionary.Entry(party); ok && s.doc.votes[entry.Country] > 0 {
			return []ref{{id: party, group: &group{kind: nounKind, first: i, last: i + 1, head: i, index: g.index}, percent: sureName}}
		}
	}
	return nil
}

// constituency reports whether what stands behind "of" is where a legislator was elected: "Senator Roe of Ohio", "Senators Roe of
// Ohio and Doe of Utah".
func (s *sentence) constituency(o office, of *group) bool {
	if s.doc.reader.classes.kind("usual", s.officeWords(o)) == "" && s.doc.reader.classes.kind("usual", o.lemma) == "" {
		return false
	}
	for _, c := range s.conjunctsOf(of) {
		if len(s.admit(c.actor, "body")) == 0 {
			return true
		}
	}
	return false
}

// colleagues gives the persons behind the constituency of the first of several: "Senators Roe of Ohio and Doe of Utah".
func (s *sentence) colleagues(g *group) []ref {
	var refs []ref
	for _, a := range g.after {
		if a.prep != "of" || len(a.noun.conjuncts) < 2 || len(a.noun.conjuncts[0].actor) > 0 {
			continue
		}
		for _, c := range a.noun.conjuncts[1:] {
			if n := s.headName(c); n != nil && s.person(n) {
				refs = append(refs, s.admit(c.actor, "person")...)
			}
		}
	}
	return refs
}

// withColleagues gives a title's noun group, with those behind the constituency as well who share the title.
func (s *sentence) withColleagues(o office, g *group) *group {
	others := s.colleagues(g)
	if !o.indefinite || len(others) == 0 || len(g.actor) == 0 {
		return g
	}
	all := *g
	all.actor = append(slices.Clone(g.actor), others...)
	return &all
}

// fellows gives the token of the party in "and his fellow Republicans" behind a name, or 0.
func (s *sentence) fellows(i int) int {
	for k := i; k < min(i+4, len(s.words)-1); k++ {
		switch s.lower[k] {
		case "and", "his", "her":
		case "fellow":
			if s.capitalised(k+1) && s.doc.reader.classes.party(strings.TrimSuffix(s.lower[k+1], "s")) != "" {
				return k + 1
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// partyBehind gives the token of the party in ", a Republican from Ohio" behind a name, or 0.
func (s *sentence) partyBehind(i int) int {
	if i+2 >= len(s.words) || s.words[i] != "," || s.lower[i+1] != "a" && s.lower[i+1] != "the" {
		return 0
	}
	for k := i + 2; k < min(i+5, len(s.words)) && s.tokens[k].Tag != text.Comma; k++ {
		if s.lower[k] == "christian" || s.lower[k] == "social" || s.lower[k] == "liberal" {
			return 0 // "a Christian Democrat" is of another party
		}
		if s.capitalised(k) && s.doc.reader.classes.party(s.lower[k]) != "" && !slices.ContainsFunc(s.names, func(n name) bool { return n.first <= k && k < n.last && n.last-n.first > 1 }) {
			return k
		}
	}
	return 0
}

// party gives the party that a word or a letter stands for, or nothing.
func (c *classes) party(word string) graph.ID { return graph.ID(c.words["partisan"][word].kind) }

// partySign gives the token of "R-Texas" behind a name, or 0.
func (s *sentence) partySign(i int) int {
	if i+1 >= len(s.words) || s.words[i] != "," && s.words[i] != "(" {
		return 0
	}
	if letter, state, ok := strings.Cut(s.words[i+1], "-"); ok && (letter == "R" || letter == "D") && state != "" {
		return i + 1
	}
	if letter := s.words[i+1]; (letter == "R" || letter == "D") && i+3 < len(s.words) && s.words[i+2] == "-" && s.capitalised(i+3) {
		return i + 1
	}
	return 0
}

// senator reports whether the office at the token is one of the United States' legislature.
func (s *sentence) senator(i int) bool {
	switch strings.TrimSuffix(strings.TrimSuffix(s.lower[i], "."), "s") {
	case "senator", "sen", "congressman", "congresswoman", "rep":
		return true
	}
	return false
}
