package extract

import (
	"strings"

	"entente.example/graph"
)

// congress resolves "Congress", "the Senate", "the House", which act for the United States in what tells of their politics: papers
// write so without a word more.
func (s *sentence) congress(g *group) []ref {
	votes := s.doc.votes[unitedStates]
	if votes == 0 || len(g.names) > 0 && s.names[g.names[0]].known() || g.possessor != nil || g.pronominal != nil || g.head-g.first > 3 {
		return nil
	}
	switch s.words[g.head] {
	case "Congress":
		if g.first != g.head || s.doc.focus != "" && s.doc.focus != unitedStates && votes < 3 && !s.doc.capitol() {
			return nil
		}
	case "Marines":
		if s.lower[g.first] != "the" || g.head != g.first+1 || votes < 2 {
			return nil // the Royal Marines, the marines of others
		}
		return []ref{{id: unitedStates, group: g, percent: sureDefinite, force: true}}
	case "Senate", "House", "Representatives":
		if s.lower[g.first] != "the" || !s.doc.capitol() {
			return nil
		}
	default:
		return nil
	}
	return []ref{{id: unitedStates, group: g, percent: sureSeat}}
}

// capitol reports whether the article speaks of the politics of the United States.
func (d *document) capitol() bool {
	for _, word := range [...]string{"Republican", "Democrat", "White House", "Capitol", "Sen. ", "Rep. ", "lawmakers", "US Congress", "U.S. Congress"} {
		if strings.Contains(d.text, word) {
			return true
		}
	}
	return false
}

// legislative reports whether the name is a parliament's, or a chamber's.
func (d *document) legislative(name string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		if d.reader.classes.has("legislature", word) {
			return true
		}
	}
	return false
}

// chamber gives the state for which a parliament acts, or empty: one of the dictionary that is a part of it, or a new name that tells
// its country.
func (d *document) chamber(id graph.ID) graph.ID {
	e := d.entity(id)
	if e.Name == "House of Representatives" && !id.Listed() && d.votes[unitedStates] > 0 && d.capitol() {
		return unitedStates
	}
	if e.Type != graph.Organisation || e.Country == "" || !d.legislative(e.Name) {
		return ""
	}
	if id.Listed() && e.PartOf != e.Country {
		return ""
	}
	return e.Country
}
