package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// shortBodies lets the end of a new body's name, or its initials, stand for the body behind "the": "the Falcons" for the Black Falcons, "the
// DPF" for the Darvo Patriotic Front, whomever the dictionary calls so elsewhere. Two bodies of one end leave it open.
func (d *document) shortBodies(sentences []*sentence) {
	full := map[string]*name{}
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.last-n.first < 2 || !isBody(n.shape) {
				continue
			}
			words := s.text(n.first, n.last)
			for k := n.first + 1; k < n.last; k++ {
				if s.capitalised(k) && !isNameConnector(s.words[k-1]) {
					d.shorten(full, words, s.text(k, n.last), n)
				}
			}
			if letters := initials(words); len(letters) > 2 {
				d.shorten(full, words, letters, n)
			}
		}
	}
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			words := s.text(n.first, n.last)
			whole := full[words]
			if whole == nil || n.first == 0 || s.lower[n.first-1] != "the" || n.known() && (n.senses[0].Entry.IsPlace() || n.senses[0].Entry.IsState || d.otherwise(sentences, n)) {
				continue
			}
			n.senses, n.shape, n.home = nil, whole.shape, whole.home
		}
	}
}

// shorten notes that the short words stand for the body of the name, unless they stand for two.
func (d *document) shorten(full map[string]*name, words, short string, n *name) {
	switch other := d.shorter[short]; {
	case other == "":
		d.shorter[short], full[short] = words, n
	case other != words:
		full[short] = nil
	}
}

// isBody reports whether the type is that of a body of people.
func isBody(shape graph.EntityType) bool {
	switch shape {
	case "", graph.Person, graph.Place, "thing":
		return false
	}
	return true
}

// otherwise reports whether the article has another name of the one whom the dictionary takes the short name for.
func (d *document) otherwise(sentences []*sentence, short *name) bool {
	return slices.ContainsFunc(sentences, func(s *sentence) bool {
		return slices.ContainsFunc(s.names, func(n name) bool {
			return n.known() && n.last-n.first > short.last-short.first && slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return sense.Entry == short.senses[0].Entry })
		})
	})
}
