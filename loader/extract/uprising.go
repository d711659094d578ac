package extract

import (
	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// uprising is what an article calls those who fight the government of a country: "Syrian" and "rebels".
type uprising struct {
	state *actors.Entry
	word  string
}

// findUprising looks through the whole article for the rebels of one country under that country's name, so that "the
// rebels" of the headline are they, too. An article about the rebels of two countries leaves open whom it means.
func (d *document) findUprising(sentences []*sentence) {
	for _, s := range sentences {
		for _, n := range s.names {
			if !n.known() || n.last >= len(s.tokens) || !s.rebelAt(n.last) {
				continue
			}
			sense := n.senses[0]
			if !sense.Entry.IsState || sense.Form != actors.Adjective && sense.Form != actors.National {
				continue
			}
			state := sense.Entry
			if d.uprising.state != nil && d.uprising.state != state {
				d.uprising = uprising{}
				return
			}
			if d.uprising.state == nil {
				d.uprising = uprising{state: state, word: s.words[n.last]}
			}
		}
	}
}

// rebelAt reports whether the token is a word for many rebels, or one that makes rebels of the force behind it.
func (s *sentence) rebelAt(i int) bool {
	classes := s.doc.reader.classes
	lemma := text.Lemma(s.lower[i], text.NNS)
	if !classes.has("rebels", lemma) {
		return false
	}
	if lemma != s.lower[i] || lemma == "opposition" || lemma == "insurgency" || lemma == "resistance" {
		return true
	}
	return i+1 < len(s.tokens) && classes.any(text.Lemma(s.lower[i+1], text.NNS), "force", "grouping")
}

// onlyGroup resolves "the rebels" to the armed group of the article, where the sentences before name just one.
func (d *document) onlyGroup(s *sentence, g *group) []ref {
	var only graph.ID
	for _, m := range d.history {
		if m.sentence == s.index {
			continue
		}
		for _, r := range m.refs {
			switch t := d.entity(r.id).Type; {
			case t != graph.ArmedGroup && t != graph.Militia:
			case only != "" && only != r.id:
				return nil
			default:
				only = r.id
			}
		}
	}
	if only == "" || !g.definite || g.lemma == "opposition" {
		return nil
	}
	return []ref{{id: only, group: g, percent: sureDefinite, force: true}}
}

// rebelWord gives the word that makes rebels of a force: "opposition" in "opposition fighters", or empty.
func (s *sentence) rebelWord(g *group) string {
	if g.head == g.first || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "grouping") {
		return ""
	}
	switch word := s.lower[g.head-1]; word {
	case "rebel", "opposition", "insurgent", "guerrilla", "separatist":
		return word
	}
	return ""
}
