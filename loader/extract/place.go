package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// placeOf gives the places that a noun group stands for.
func (s *sentence) placeOf(g *group) []ref {
	classes := s.doc.reader.classes
	isPlaceWord := classes.any(g.lemma, "place", "quantity")
	if n := s.headName(g); n != nil {
		if r, ok := s.placeNamed(g, n); ok {
			return []ref{r}
		}
		return nil
	}
	if !isPlaceWord {
		return nil
	}
	if g.of != nil {
		var refs []ref
		for _, r := range g.of.place {
			r.group = g
			refs = append(refs, r)
		}
		return refs
	}
	if !classes.has("place", g.lemma) {
		return nil
	}
	for i := len(g.names) - 1; i >= 0; i-- {
		n := &s.names[g.names[i]]
		if n.adjectival() {
			continue
		}
		if n.last == g.head || n.last == g.head+1 {
			if r, ok := s.placeNamed(g, n); ok {
				return []ref{r}
			}
		}
	}
	if (g.lemma == "capital" || g.lemma == "city" || g.lemma == "town" || g.lemma == "village") && g.definite && len(g.names) == 0 && g.possessor == nil {
		return s.doc.lastPlace(s, g)
	}
	return nil
}

// placeNamed resolves a name to a place.
func (s *sentence) placeNamed(g *group, n *name) (ref, bool) {
	for _, sense := range s.doc.ranked(n.senses) {
		switch {
		case sense.Entry.IsPlace():
			return ref{id: sense.Entry.ID, group: g, percent: sureName}, true
		case sense.Entry.IsState && sense.Form == actors.Name:
			if t, ok := s.doc.reader.dictionary.Territory(sense.Entry.ID); ok {
				return ref{id: t.ID, group: g, percent: sureName}, true
			}
		}
	}
	if n.known() || n.shape != "" && n.shape != graph.Place && n.shape != graph.Person {
		return ref{}, false
	}
	return s.doc.newPlace(s, g, n)
}

// newPlace makes a place of a new name that stands where a place must.
func (d *document) newPlace(s *sentence, g *group, n *name) (ref, bool) {
	words := s.text(n.first, n.last)
	if id, ok := d.introduced["place "+words]; ok {
		return ref{id: id, group: g, percent: sureNewName}, true
	}
	if d.introduced[words] != "" || isAcronym(words) {
		return ref{}, false
	}
	near := g.of == nil && (d.reader.classes.has("place", g.lemma) || s.afterPlaceWord(n))
	locative := g.prep == "in" || g.prep == "at" || g.prep == "near" || n.first > 0 && (s.lower[n.first-1] == "in" || s.lower[n.first-1] == "near")
	if !near && !locative {
		return ref{}, false
	}
	id := graph.UnknownID(words, d.focus.Name())
	d.entities[id] = graph.Entity{ID: id, Name: strings.Join(strings.Fields(words), " "), Type: graph.Place, Country: d.focus}
	d.introduced["place "+words] = id
	return ref{id: id, group: g, percent: sureNewName}, true
}

// afterPlaceWord reports whether the name stands behind "the town of", or beside "airport".
func (s *sentence) afterPlaceWord(n *name) bool {
	classes := s.doc.reader.classes
	if n.first >= 2 && s.lower[n.first-1] == "of" && classes.has("place", s.lemma(n.first-2)) {
		return true
	}
	if n.first >= 1 && classes.has("place", s.lower[n.first-1]) {
		return true
	}
	return classes.has("place", s.lower[n.last-1]) || n.last < len(s.words) && classes.has("place", s.lower[n.last])
}

// lastPlace resolves "the town" to the place named last, "the capital" to that of the country in focus.
func (d *document) lastPlace(s *sentence, g *group) []ref {
	if g.lemma == "capital" {
		if entry, ok := d.reader.dictionary.Entry(d.focus); ok {
			for _, capital := range entry.Capitals {
				if capital.ID != "" && (d.day == "" || capital.When.Covers(d.day)) {
					return []ref{{id: capital.ID, group: g, percent: sureDefinite}}
				}
			}
		}
		return nil
	}
	for i := len(d.history) - 1; i >= 0 && s.index-d.history[i].sentence <= pronounReach; i-- {
		for _, r := range d.history[i].places {
			if entry, ok := d.reader.dictionary.Entry(r.id); !ok || entry.Kind == "city" || entry.Kind == "town" || entry.Kind == "village" {
				return []ref{{id: r.id, group: g, percent: sureDefinite}}
			}
		}
	}
	return nil
}

// locative reports whether the preposition says where troops are.
func locative(prep string) bool { return prep == "in" || prep == "at" || prep == "inside" }

// present reports whether the verb "be" says where its subject is, rather than what it is: "were in Libya", "are active
// in Yemen".
func (s *sentence) present(v *group) bool {
	switch c := v.complement; {
	case c == nil:
		return v.object == nil
	case c.kind != adjKind:
		return false
	default:
		return c.lemma == "present" || c.lemma == "active" || c.lemma == "operational"
	}
}
