package export

import (
	"fmt"
	"slices"
	"strings"

	"entente.example/graph"
)

// redact replaces the private people of a subgraph who are named as speakers: persons in no dictionary who stand at the
// end of no tie. They become "Person 1", "Person 2", ..., so that each still counts as a source of its own, and wherever
// a sentence or a title has their name, low lines stand in its place, as many as it has bytes: offsets stay right.
func redact(g graph.Subgraph) graph.Subgraph {
	ends := map[graph.ID]bool{}
	var private []graph.ID
	for _, s := range g.Statements {
		ends[s.Subject], ends[s.Object] = true, true
	}
	for _, s := range g.Statements {
		e, known := g.Entity(s.Speaker)
		if s.Speaker != "" && !s.Speaker.Listed() && !ends[s.Speaker] && (!known || e.Type == graph.Person) {
			private = append(private, s.Speaker)
		}
	}
	slices.Sort(private)
	private = slices.Compact(private)
	if len(private) == 0 {
		return g
	}
	stands, names := map[graph.ID]graph.ID{}, []string(nil)
	for i, id := range private {
		stands[id] = graph.UnknownID(fmt.Sprintf("Person %d", i+1), "")
		names = append(names, namesOf(g, id)...)
	}
	// The longest first, lest a part of a name hide the whole from the search.
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return withoutNames(g, stands, names)
}

// namesOf gives the names under which a text may have a person: the whole, and the last word of it.
func namesOf(g graph.Subgraph, id graph.ID) []string {
	whole := g.Name(id)
	names := []string{whole, id.Name()}
	if words := strings.Fields(whole); len(words) > 1 && len(words[len(words)-1]) > 2 {
		names = append(names, words[len(words)-1])
	}
	return names
}

func withoutNames(g graph.Subgraph, stands map[graph.ID]graph.ID, names []string) graph.Subgraph {
	hide := func(text string) string {
		for _, name := range names {
			if name != "" {
				text = strings.ReplaceAll(text, name, strings.Repeat("_", len(name)))
			}
		}
		return text
	}
	out := graph.Subgraph{Outlets: g.Outlets}
	for _, e := range g.Entities {
		if stand, ok := stands[e.ID]; ok {
			e = graph.Entity{ID: stand, Name: stand.Name(), Type: graph.Person}
		}
		out.Entities = append(out.Entities, e)
	}
	for _, a := range g.Articles {
		a.Appearances = slices.Clone(a.Appearances)
		for i := range a.Appearances {
			a.Appearances[i].Title = hide(a.Appearances[i].Title)
		}
		out.Articles = append(out.Articles, a)
	}
	for _, s := range g.Statements {
		if stand, ok := stands[s.Speaker]; ok {
			s.Speaker = stand
		}
		s.Citations = slices.Clone(s.Citations)
		for i := range s.Citations {
			s.Citations[i].Sentence = hide(s.Citations[i].Sentence)
		}
		out.Statements = append(out.Statements, s)
	}
	out.Normalize()
	return out
}
