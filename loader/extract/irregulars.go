package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// irregulars resolves armed people without a name to a side of the war, under what the article calls them: "Darfur rebels", "Hausa
// militiamen", "Libyan militias", "pro-government militias". Who is told by what anybody may be, "local gunmen", stays nobody.
func (s *sentence) irregulars(g *group) []ref {
	if !g.plural || g.lemma != "force" && !s.doc.reader.classes.any(g.lemma, "irregulars", "nationals", "rebels") {
		return nil
	}
	first := s.tellsSide(g)
	if first < 0 {
		return nil
	}
	if strings.HasPrefix(s.lower[first], "anti-") {
		if refs := s.doc.rebels(s, g); refs != nil {
			return refs
		}
	}
	if s.persuasion(g) == first {
		if refs := s.doc.persuaded(s, g); refs != nil {
			return refs
		}
	}
	return []ref{s.doc.sideCalled(s, first, g)}
}

// persuaded gives the rebels whom the article names otherwise and here calls by their creed, where they cannot be others.
func (d *document) persuaded(s *sentence, g *group) []ref {
	if id := d.rebelsNamed(s, g); id != "" {
		return []ref{{id: id, group: g, percent: sureDefinite, force: true}}
	}
	if g.definite && d.uprising.state != nil && d.uprising.sentence < s.index {
		return []ref{d.collective(d.uprising.state, d.uprising.word, g).less(sureDefinite)}
	}
	return d.soleRebels(s, g)
}

// backedForce reports whether the noun group is one of a country's armed bodies, without a name, that others back: "a US-backed Syrian force" is
// one of many in Syria, and not the state's.
func (s *sentence) backedForce(g *group) bool {
	return (g.lemma == "force" || g.lemma == "militia") && !g.plural && (s.lower[g.first] == "a" || s.lower[g.first] == "an") && slices.ContainsFunc(g.compounds, func(c compound) bool { return c.word == "backed" })
}

// backedByFoe gives the side that "the US-backed Syrian forces" are while the two states stand on two sides of a war: not the state whose
// adjective they bear.
func (s *sentence) backedByFoe(g *group) []ref {
	if len(g.compounds) == 0 || g.lemma != "force" {
		return nil
	}
	behind := g.compounds[len(g.compounds)-1].at
	if !slices.ContainsFunc(s.names, func(n name) bool {
		return n.first > behind && n.last <= g.head && n.known() && n.senses[0].Entry.IsState && s.opposed(g, ref{id: n.senses[0].Entry.ID})
	}) {
		return nil
	}
	return []ref{s.doc.sideCalled(s, g.compounds[0].left, g)}
}

// sideCalled makes a side of what the article calls armed people, from the word at first on, whom "the rebels" means further on.
func (d *document) sideCalled(s *sentence, first int, g *group) ref {
	r := d.side(s.text(first, g.head)+" "+s.lower[g.head], g)
	if d.reader.classes.has("rebels", g.lemma) && g.lemma != "militant" {
		for _, key := range []string{"rebels " + s.lower[g.head], "rebels rebels"} {
			d.callRebels(key, r.id)
		}
	}
	return r
}

// tellsSide gives the first of the words before the head that tell whose or what kind of fighters they are, or -1: one or two words for
// peoples, creeds and places, or one for whose side they are on.
func (s *sentence) tellsSide(g *group) int {
	first := g.head
	switch {
	case first == g.first:
		return -1
	case s.doc.reader.classes.has("leaning", s.lower[first-1]):
		first--
	default:
		for first > g.first && first > g.head-2 && s.ofPeopleOrPlace(g, first-1) {
			first--
		}
	}
	if first == g.head || s.precededBy(g, "no", "former", "ex") {
		return -1
	}
	return first
}

// ofPeopleOrPlace reports whether the token is a capitalised word for a people or a creed, the name of a town or region, or the adjective
// of the article's own country, whose militias are not its own.
func (s *sentence) ofPeopleOrPlace(g *group, i int) bool {
	classes := s.doc.reader.classes
	if folk := classes.has("folk", s.lower[i]); !s.capitalised(i) || folk || classes.any(s.lower[i], "common", "title", "government") {
		return folk && s.capitalised(i)
	}
	if n := s.nameBefore(i + 1); n != nil && n.known() {
		return n.last-n.first == 1 && g.lemma != "force" && slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
			return sense.Entry.Type == graph.Place && !sense.Entry.IsState || sense.Entry.ID == s.doc.focus && sense.Form == actors.Adjective && (g.lemma == "militia" || g.lemma == "militiaman")
		})
	}
	if tag := s.tokens[i].Tag; i == 0 || tag != text.JJ && !tag.IsName() {
		return false
	}
	return s.doc.reader.adjectiveEnding(s.words[i]) || strings.HasSuffix(s.lower[i], "an")
}
