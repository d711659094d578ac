package dataset

import (
	"regexp"
	"strings"

	"entente.example/graph"
)

// entity gives the entity of a name, or one that nobody knows under the name itself.
func (t *table) entity(n named, day graph.Valid) graph.Entity {
	for _, name := range readings(n.value) {
		if t.opts.Resolve == nil {
			break
		}
		if e, ok := t.opts.Resolve(name, day); ok {
			return e
		}
	}
	kind := graph.EntityType(n.kind)
	if !kind.Known() {
		kind = graph.ArmedGroup
	}
	name := readings(n.value)[0]
	return graph.Entity{ID: graph.UnknownID(name, ""), Name: name, Type: kind}
}

var (
	brackets   = regexp.MustCompile(`\s*\([^()]*\)`)
	inBrackets = regexp.MustCompile(`\(([^()]+)\)`)
)

// readings gives the ways in which a name may be meant, the likeliest first: tables write "Government of Russia (Soviet
// Union)" for the state, "LNA (Libyan National Army)", and names in capitals.
func readings(name string) []string {
	name = strings.Join(strings.Fields(name), " ")
	if name == strings.ToUpper(name) && len(name) > 5 {
		name = titled(name)
	}
	bare := strings.TrimSpace(brackets.ReplaceAllString(name, ""))
	all := []string{name}
	add := func(more string) {
		if more = strings.TrimSpace(more); more != "" && more != all[len(all)-1] {
			all = append(all, more)
		}
	}
	if m := inBrackets.FindStringSubmatch(name); m != nil { // what the state was called then
		add(m[1])
	}
	add(bare)
	if state, ok := strings.CutPrefix(bare, "Government of "); ok {
		add(strings.TrimPrefix(state, "the "))
	}
	return all
}

// titled writes words in capitals as names.
func titled(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, word := range words {
		if i > 0 && (word == "of" || word == "the" || word == "and" || word == "for") {
			continue
		}
		words[i] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, " ")
}
