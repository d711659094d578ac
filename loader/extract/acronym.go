package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
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
