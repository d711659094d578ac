package extract

import (
	"entente.example/graph"
	"entente.example/graph/actors"
)

// shortBodies lets the end of a new body's name, or its initials, stand for the body behind "the": "the Falcons" for the Black Falcons, "the
// DPF" for the Darvo Patriotic Front, whomever the dictionary calls so elsewhere. Two bodies of one end leave it open.
func (d *document) shortBodies(sentences []*sentence) {
	full := map[string]*name{} // by the short words, nil for those of two bodies
	words := map[string]string{}
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.last-n.first < 2 || !isBody(n.shape) {
				continue
			}
			whole := s.text(n.first, n.last)
			for _, short := range s.shortWords(n) {
				switch other, taken := words[short]; {
				case !taken:
					full[short], words[short] = n, whole
				case other != whole:
					full[short] = nil
				}
			}
		}
	}
	for short, n := range full {
		if _, taken := d.shorter[short]; n != nil && !taken {
			d.shorter[short] = words[short]
		}
	}
	if len(full) == 0 {
		return
	}
	named := tally(sentences)
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			whole := full[s.text(n.first, n.last)]
			if whole == nil || n.first == 0 || s.lower[n.first-1] != "the" || n.known() && named.mayMean(n) {
				continue
			}
			n.senses, n.shape, n.home = nil, whole.shape, whole.home
		}
	}
}

// shortWords gives the ends of a name and its initials.
func (s *sentence) shortWords(n *name) []string {
	var short []string
	for k := n.first + 1; k < n.last; k++ {
		if s.capitalised(k) && !isNameConnector(s.words[k-1]) {
			short = append(short, s.text(k, n.last))
		}
	}
	if letters := initials(s.text(n.first, n.last)); len(letters) > 2 {
		short = append(short, letters)
	}
	return short
}

// isBody reports whether the type is that of a body of people.
func isBody(shape graph.EntityType) bool {
	switch shape {
	case "", graph.Person, graph.Place, "thing":
		return false
	}
	return true
}

// namings counts the names of an article: how long the longest of each entity is, how many there are of it and of each country.
type namings struct {
	longest, times map[*actors.Entry]int
	country        map[graph.ID]int
}

func tally(sentences []*sentence) namings {
	t := namings{map[*actors.Entry]int{}, map[*actors.Entry]int{}, map[graph.ID]int{}}
	for _, s := range sentences {
		for _, n := range s.names {
			if !n.known() {
				continue
			}
			e := n.senses[0].Entry
			t.longest[e] = max(t.longest[e], n.last-n.first)
			t.times[e]++
			t.country[home(e)]++
		}
	}
	return t
}

// home gives the country of an entity, which a state is itself.
func home(e *actors.Entry) graph.ID {
	if e.IsState {
		return e.ID
	}
	return e.Country
}

// mayMean reports whether a short name may mean whom the dictionary takes it for: the article names him in full, or others of his country.
func (t namings) mayMean(short *name) bool {
	e := short.senses[0].Entry
	return e.IsPlace() || e.IsState || home(e) == "" || t.longest[e] > short.last-short.first || t.country[home(e)] > t.times[e]
}
