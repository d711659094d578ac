package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// spelledOut finds the body named in full before whose initials an acronym is, however the article introduces it: "the
// Free Darfur Front, known as FDF". Two bodies of the same initials leave it open.
func (d *document) spelledOut(acronym string) (graph.ID, bool) {
	if !isAcronym(acronym) || len(acronym) < 3 {
		return "", false
	}
	var found graph.ID
	for _, m := range d.history {
		for _, r := range m.refs {
			e := d.entity(r.id)
			if e.Type == graph.Person || initials(e.Name) != acronym {
				continue
			}
			if found != "" && found != r.id {
				return "", false
			}
			found = r.id
		}
	}
	return found, found != ""
}

// initials gives the capitals that the words of a name begin with; none for a single word.
func initials(name string) string {
	var b strings.Builder
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	if len(words) < 2 {
		return ""
	}
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			b.WriteRune(first)
		}
	}
	return b.String()
}

// explained gives the body for which the article itself introduced an acronym that the dictionary knows for one of another
// country alone: "the Namibian Defence Force (NDF)", where the NDF of the dictionary is Syria's.
func (d *document) explained(s *sentence, g *group, n *name, known actors.Sense) (ref, bool) {
	words := s.text(n.first, n.last)
	id, ok := d.introduced[words]
	if !ok || !isAcronym(words) || id == known.Entry.ID || known.Entry.Country == "" || known.Form != actors.Name || known.Entry.IsState {
		return ref{}, false
	}
	e := d.entity(id)
	home := e.Country
	if e.IsState {
		home = e.ID
	}
	if home == "" || home != d.focus || slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
		return slices.Contains(sense.Entry.Countries, home) || sense.Entry.ID == id
	}) {
		return ref{}, false
	}
	return ref{id: id, group: g, percent: sureNewName, force: true}, true
}
