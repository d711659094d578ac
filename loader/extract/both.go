package extract

import (
	"slices"

	"entente.example/graph"
)

// pairReach is how many sentences back "both" may reach: farther off, two others stood between.
const pairReach = 1

// pair resolves "both countries", "the two sides", "the former", "the latter" to the two that the article named last in
// one sentence. Where that sentence names more, or fewer, it means nobody that can be told.
func (d *document) pair(s *sentence, g *group) []ref {
	one := g.definite && g.last-g.first == 2 && (g.lemma == "former" || g.lemma == "latter")
	if !one && !s.countsTwo(g) {
		return nil
	}
	states := g.lemma == "country" || g.lemma == "nation" || g.lemma == "state" || g.lemma == "government" || g.lemma == "capital" || g.lemma == "neighbour" || g.lemma == "neighbor"
	pair := d.lastPair(s, states)
	if pair == nil {
		return nil
	}
	for i := range pair {
		pair[i] = pair[i].less(sureDefinite)
		pair[i].group = g
	}
	switch g.lemma {
	case "former":
		return pair[:1]
	case "latter":
		return pair[1:]
	}
	return pair
}

// countsTwo reports whether the words are "both" or "the two" and a word for an actor.
func (s *sentence) countsTwo(g *group) bool {
	if !g.plural || g.head == g.first || s.lower[g.head-1] != "both" && (s.lower[g.head-1] != "two" || !g.definite) {
		return false
	}
	switch g.lemma {
	case "country", "nation", "state", "government", "capital", "side", "army", "group", "neighbour", "neighbor", "force", "rival", "foe", "ally":
		return true
	}
	return false
}

// lastPair gives the two actors of the nearest sentence that names several, in the order in which they stand.
func (d *document) lastPair(s *sentence, states bool) []ref {
	var pair []ref
	at := -1
	for i := len(d.history) - 1; i >= 0 && s.index-d.history[i].sentence <= pairReach; i-- {
		m := d.history[i]
		if m.sentence != at && len(pair) > 1 {
			break
		}
		if m.sentence != at {
			at, pair = m.sentence, nil
		}
		for k := len(m.refs) - 1; k >= 0; k-- {
			r := m.refs[k]
			e := d.entity(r.id)
			if states && !d.isState(r.id) || e.Type == graph.Person || slices.ContainsFunc(pair, func(p ref) bool { return p.id == r.id }) {
				continue
			}
			pair = append(pair, r)
		}
	}
	if len(pair) != 2 {
		return nil
	}
	slices.Reverse(pair)
	return pair
}

// isState reports whether the dictionary knows the entity as a state.
func (d *document) isState(id graph.ID) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	return ok && entry.IsState
}
