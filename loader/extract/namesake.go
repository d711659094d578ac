package extract

import (
	"slices"
	"sync"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// bearers are those whom an article names in full, by each word of their names that may stand alone; nil is whom the dictionary does not
// know, and who shares a word with another is left out.
type bearers map[string][]*actors.Entry

func (b bearers) add(word string, person *actors.Entry) {
	if len(word) > 3 && !slices.Contains(b[word], person) {
		b[word] = append(b[word], person)
	}
}

// named takes the words of a full name: of a known person any, of a new one the first and the last.
func (b bearers) named(person *actors.Entry, words []string) {
	if person == nil {
		b.add(words[0], nil)
		b.add(words[len(words)-1], nil)
		return
	}
	for _, word := range words {
		b.add(word, person)
	}
}

// keepApart keeps a name alone from meaning somebody whom the article never names in full, where it names another of that
// name so: "Kabila" behind Laurent Kabila, "Sharif" behind a Sharif Ahmed whom the dictionary lacks.
func (d *document) keepApart(sentences []*sentence, full map[string]*actors.Entry, named map[*actors.Entry]bool, inFull bearers) {
	first := map[string]name{}
	of := map[string]string{} // the full name, by its first word
	told := sync.OnceValue(func() map[graph.ID]bool { return countriesOf(sentences) })
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			word := s.words[n.first]
			if n.last-n.first > 1 {
				if _, ok := of[word]; !ok && (n.person() != nil || n.shape == graph.Person) {
					first[word], of[word] = *n, s.text(n.first, n.last)
				}
				continue
			}
			if !n.known() || slices.ContainsFunc(n.senses, func(s actors.Sense) bool { return s.Entry.Type != graph.Person }) {
				continue
			}
			var meant []actors.Sense
			for _, sense := range n.senses {
				if named[sense.Entry] {
					meant = append(meant, sense)
				}
			}
			person, isSurname := full[word]
			switch longer, ok := first[word]; {
			case len(meant) > 0:
				n.senses = meant
			case isSurname && person != nil && bears(person, word):
				n.senses = []actors.Sense{{Entry: person, Form: actors.Name}}
			case ok && !isSurname && longer.known():
				n.senses = longer.senses
			case ok && !isSurname:
				n.senses, n.shape = nil, graph.Person
				d.shorter[word] = of[word]
			case len(inFull[word]) == 1:
				n.takeBack(inFull[word][0], told())
			}
		}
	}
}

// bears reports whether the dictionary has the word for the person at any time.
func bears(person *actors.Entry, word string) bool {
	return slices.ContainsFunc(person.Aliases, func(a graph.Alias) bool { return a.Name == word })
}

// takeBack gives a word that alone means somebody well known to his namesake whom the article names in full, where nothing else in it
// is of the former's country: "Sharif" behind "Sheikh Sharif Ahmed" in an article on Somalia is no prime minister of Pakistan.
func (n *name) takeBack(namesake *actors.Entry, toldOf map[graph.ID]bool) {
	if slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
		e := sense.Entry
		return e == namesake || len(e.Countries) == 0 || slices.ContainsFunc(e.Countries, func(c graph.ID) bool { return toldOf[c] })
	}) {
		return
	}
	if namesake == nil {
		n.senses = nil
		return
	}
	n.senses = []actors.Sense{{Entry: namesake, Form: actors.Name}}
}

// countriesOf gives the countries that the sentences name, or somebody or something of them. Surnames alone do not count, which are what
// is in question.
func countriesOf(sentences []*sentence) map[graph.ID]bool {
	told := map[graph.ID]bool{}
	for _, s := range sentences {
		for _, n := range s.names {
			for _, sense := range n.senses {
				e := sense.Entry
				told[e.ID] = true
				if e.Type == graph.Person && n.last-n.first == 1 {
					continue
				}
				for _, country := range e.Countries {
					told[country] = true
				}
			}
		}
	}
	return told
}

// hyphenedAway reports whether a hyphen makes something else of the name at the token: "neo-Nazis", and half of the "Hill-Barton plan".
func (s *sentence) hyphenedAway(i int, person bool) bool {
	if i > 1 && s.tokens[i-1].Tag == text.HYPH && s.lower[i-2] == "neo" {
		return true
	}
	first := i
	if i > 1 && s.tokens[i-1].Tag == text.HYPH && s.capitalised(i-2) {
		first = i - 2
	}
	if !person || first+3 >= len(s.tokens) || s.tokens[first+1].Tag != text.HYPH || !s.capitalised(first+2) {
		return false
	}
	for _, word := range s.lower[first+3 : min(first+5, len(s.lower))] {
		switch word {
		case "plan", "pact", "accord", "accords", "agreement", "treaty", "line", "proposal", "act", "doctrine":
			return true
		}
	}
	return false
}
