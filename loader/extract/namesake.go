package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// bearers are those whom an article names in full, by each word of their names that may stand alone; nil is whom the dictionary does not
// know, and who shares a word with another is left out.
type bearers map[string][]*actors.Entry

func (b bearers) add(word string, person *actors.Entry) {
	if len(word) > 3 && !slices.Contains(b[word], person) {
		b[word] = append(b[word], person)
	}
}

// named takes the words of a full name: of a known person any, of a new one the last, since newcomers are known by that.
func (b bearers) named(person *actors.Entry, words []string) {
	if person == nil {
		b.add(words[len(words)-1], nil)
		return
	}
	for _, word := range words {
		b.add(word, person)
	}
}

// takeBack gives a word that alone means somebody well known to his namesake whom the article names in full, where nothing else in it
// is of the former's country: "Sharif" behind "Sheikh Sharif Ahmed" in an article on Somalia is no prime minister of Pakistan.
func (d *document) takeBack(sentences []*sentence, n *name, word string, b bearers) {
	namesakes := b[word]
	if len(namesakes) != 1 || !n.known() || slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
		e := sense.Entry
		return e.Type != graph.Person || e == namesakes[0] || len(e.Countries) == 0 || slices.ContainsFunc(e.Countries, func(c graph.ID) bool { return d.touches(sentences, c) })
	}) {
		return
	}
	if namesakes[0] == nil {
		n.senses = nil
		return
	}
	n.senses = []actors.Sense{{Entry: namesakes[0], Form: actors.Name}}
}

// touches reports whether the article names the country, or somebody or something of it. Surnames alone do not count, which are
// what is in question.
func (d *document) touches(sentences []*sentence, country graph.ID) bool {
	return slices.ContainsFunc(sentences, func(s *sentence) bool {
		return slices.ContainsFunc(s.names, func(n name) bool {
			return slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
				e := sense.Entry
				return e.ID == country || slices.Contains(e.Countries, country) && (e.Type != graph.Person || n.last-n.first > 1)
			})
		})
	})
}
