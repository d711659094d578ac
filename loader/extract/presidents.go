package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// presidents lets a surname that the dictionary leaves to nobody, since many bear it, be the president of the United States who
// bore it when the text was written, or in the time that it tells of: "President Wilson", "the Johnson administration".
func (d *document) presidents(sentences []*sentence) {
	if d.when() == "" {
		return
	}
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.last-n.first != 1 || !s.presidential(n) {
				continue
			}
			if person := d.reader.president(s.words[n.first], d.when()); person != nil {
				n.senses = []actors.Sense{{Entry: person, Form: actors.Name}}
			}
		}
	}
}

// presidential reports whether the words beside a surname tell a president: "President Ford", "the Ford administration".
func (s *sentence) presidential(n *name) bool {
	before := n.first > 0 && s.words[n.first-1] == "President" && (n.first < 2 || !s.capitalised(n.first-2) && s.nameBefore(n.first-1) == nil)
	return before || n.last < len(s.lower) && s.lower[n.last] == "administration" && n.first > 0 && s.lower[n.first-1] == "the"
}

// president gives who of that surname led the United States at the date, or nil.
func (r *Reader) president(surname, date string) *actors.Entry {
	for _, person := range r.americans[surname] {
		for _, tie := range person.Leads {
			if tie.ID == unitedStates && tie.When.Covers(date) {
				return person
			}
		}
	}
	return nil
}

// listPresidents keeps who led the United States by the last word of their names.
func (r *Reader) listPresidents() {
	r.americans = map[string][]*actors.Entry{}
	for entry := range r.dictionary.All() {
		if entry.Type != graph.Person {
			continue
		}
		for _, tie := range entry.Leads {
			if words := strings.Fields(entry.Name); tie.ID == unitedStates && len(words) > 0 {
				surname := words[len(words)-1]
				r.americans[surname] = append(r.americans[surname], entry)
				break
			}
		}
	}
}
