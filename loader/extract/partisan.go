package extract

import (
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
	at, party := s.partySign(n.last), graph.ID("")
	switch {
	case at > 0:
		party = s.doc.reader.classes.party(strings.ToLower(s.words[at][:1]))
	case s.partyBehind(n.last) > 0:
		at = s.partyBehind(n.last)
		party = s.doc.reader.classes.party(s.lower[at])
	default:
		for i := g.first; i+1 < n.first && party == ""; i++ {
			if s.capitalised(i) && s.doc.reader.classes.has("politician", s.roleWord(i+1)) {
				at, party = i, s.doc.reader.classes.party(s.lower[i])
			}
		}
	}
	entry, ok := s.doc.reader.dictionary.Entry(party)
	told := ok && (s.doc.votes[entry.Country] > 0 || s.partySign(n.last) > 0 || s.senator(at+1))
	if told {
		body := ref{id: party, group: &group{kind: nounKind, first: at, last: at + 1, head: at, index: g.index}, percent: sureName}
		s.noteOwner("member_of", g, span{at, at + 1}, g.actor, []ref{body})
	}
	return told
}

// partyBehind gives the token of the party in ", a Republican from Ohio" behind a name, or 0.
func (s *sentence) partyBehind(i int) int {
	if i+2 >= len(s.words) || s.words[i] != "," || s.lower[i+1] != "a" && s.lower[i+1] != "the" {
		return 0
	}
	for k := i + 2; k < min(i+5, len(s.words)) && s.tokens[k].Tag != text.Comma; k++ {
		if s.capitalised(k) && s.doc.reader.classes.party(s.lower[k]) != "" {
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
	switch strings.TrimSuffix(s.lower[i], ".") {
	case "senator", "sen", "congressman", "congresswoman", "rep":
		return true
	}
	return false
}
