package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// believers resolves "the Communists", "Nationalist troops", "Chinese Communist forces" to the one body of that creed: of those that
// the article names, or else that the dictionary has in the country that the words name, or that the article is about.
func (s *sentence) believers(g *group) []ref {
	classes := s.doc.reader.classes
	word := ""
	switch {
	case g.plural && g.definite && classes.has("creed", g.lemma):
		word = g.lemma
	case g.head > g.first && classes.has("creed", s.lower[g.head-1]) && (classes.any(g.lemma, "force", "rebels") && g.plural || g.definite && (g.lemma == "government" || g.lemma == "regime" || g.lemma == "army")):
		word = s.lower[g.head-1]
	}
	if word == "" {
		return nil
	}
	body := s.doc.ofCreed(word, s.stateBefore(g))
	if body == "" {
		return nil
	}
	return []ref{{id: body, group: g, percent: sureDefinite, force: true}}
}

// stateBefore gives the state whose adjective stands in the group, or nothing.
func (s *sentence) stateBefore(g *group) graph.ID {
	for _, k := range g.names {
		if n := s.names[k]; n.known() && n.has(actors.Adjective) {
			return n.senses[0].Entry.ID
		}
	}
	return ""
}

// ofCreed gives the only body of the creed, in the state if one is told.
func (d *document) ofCreed(word string, state graph.ID) graph.ID {
	bodies := d.reader.creeds[word]
	fits := func(test func(e *actors.Entry) bool) graph.ID {
		var only graph.ID
		for _, e := range bodies {
			if state != "" && e.Country != state || !test(e) {
				continue
			}
			if only != "" {
				return ""
			}
			only = e.ID
		}
		return only
	}
	if id := fits(func(e *actors.Entry) bool { return d.named[e.ID] }); id != "" {
		return id
	}
	home := state
	if home == "" {
		home = d.focus
	}
	if home == "" {
		return ""
	}
	return fits(func(e *actors.Entry) bool {
		return e.Country == home && d.when() != "" && e.Active(graph.Valid(d.when()))
	})
}

// listCreeds keeps the parties and armed bodies that have the word for a creed in one of their names.
func (r *Reader) listCreeds() {
	r.creeds = map[string][]*actors.Entry{}
	for entry := range r.dictionary.All() {
		switch entry.Type {
		case graph.Party, graph.ArmedGroup, graph.Coalition:
		default:
			continue
		}
		var found []string
		for _, name := range append([]graph.Alias{{Name: entry.Name}}, entry.Aliases...) {
			for _, word := range strings.FieldsFunc(strings.ToLower(name.Name), func(c rune) bool { return c == ' ' || c == '-' }) {
				word = strings.TrimSuffix(word, "s")
				if r.classes.has("creed", word) && !slices.Contains(found, word) {
					found = append(found, word)
					r.creeds[word] = append(r.creeds[word], entry)
				}
			}
		}
	}
}
