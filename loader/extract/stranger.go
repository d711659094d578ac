package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// recognise gives new names without a shape the one that the words beside them tell: who "said" something, "who" did, is 34
// or commands is a person; what a bracket gives initials for is a body, the one of the initials where they are known.
func (s *sentence) recognise() {
	for i := range s.names {
		n := &s.names[i]
		if n.known() || n.shape != "" || n.last-n.first < 2 {
			continue
		}
		switch {
		case s.abbreviated(n):
			n.shape = graph.Organisation
		case n.last-n.first <= 4 && s.mayBePerson(n) && s.behaves(n):
			n.shape = graph.Person
		}
	}
}

// abbreviated reports whether a bracket behind the name gives its initials.
func (s *sentence) abbreviated(n *name) bool {
	if n.last+2 >= len(s.tokens) || s.tokens[n.last].Tag != text.OpenBracket || s.tokens[n.last+2].Tag != text.CloseBracket {
		return false
	}
	acronym := s.words[n.last+1]
	return isAcronym(acronym) && len(acronym) > 2 && initials(s.text(n.first, n.last)) == acronym
}

// behaves reports whether the words beside the name are those of a person.
func (s *sentence) behaves(n *name) bool {
	if n.first > 0 {
		switch s.lower[n.first-1] {
		case "the", "a", "an", "of", "in", "at", "near":
			return false
		}
	}
	if n.first > 1 && s.lower[n.first-1] == "by" && s.doc.reader.classes.has("headed", s.lower[n.first-2]) {
		return true // "led by Zyx Abece"
	}
	next := n.last
	if next < len(s.tokens) && s.tokens[next].Tag == text.Comma {
		next++
		if next < len(s.tokens) && (s.lower[next] == "who" || s.lower[next] == "whom" || s.age(next)) {
			return true
		}
		return false
	}
	if next >= len(s.tokens) || s.tokens[next].Tag != text.VBD && s.tokens[next].Tag != text.VBZ {
		return false
	}
	return s.doc.reader.classes.has("speak", text.Lemma(s.lower[next], s.tokens[next].Tag))
}

// age reports whether a number between commas stands at the token: ", 34,".
func (s *sentence) age(i int) bool {
	return len(s.words[i]) == 2 && strings.Trim(s.words[i], "0123456789") == "" && i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.Comma
}
