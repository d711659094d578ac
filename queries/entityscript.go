package queries

import (
	"encoding/json"
	"regexp"
	"strings"

	"entente.example/graph"
)

// entityCall is a call of entity() in a script, with a name in quotes.
var entityCall = regexp.MustCompile(`\bentity\(\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')\s*\)`)

// CallsEntity reports whether a script asks for the node of a name, so that [WithEntities] has something to find.
func CallsEntity(script string) bool { return entityCall.MatchString(script) }

// WithEntities gives a script for [Gizmo] with a function entity(NAME), which gives the node of a name, an alias or an id.
// The names are found before the script runs, and go into it as JSON, so that nothing in a name is read as script. It
// stands on the script's first line, so that the lines of mistakes are the script's own. The errors are those of find.
func WithEntities(script string, find func(name string) (graph.ID, error)) (string, error) {
	nodes := map[string]string{}
	for _, call := range entityCall.FindAllStringSubmatch(script, -1) {
		name, ok := unquoted(call[1])
		if !ok || nodes[name] != "" {
			continue
		}
		id, err := find(name)
		if err != nil {
			return "", err
		}
		nodes[name] = "<" + string(id) + ">"
	}
	if len(nodes) == 0 {
		return script, nil
	}
	table, err := json.Marshal(nodes) // which escapes <, > and the line separators of JavaScript
	if err != nil {
		return "", err
	}
	return `var entity = (function (nodes) { return function (name) {` +
		` if (!Object.prototype.hasOwnProperty.call(nodes, name)) { throw "entity() wants a name in quotes"; }` +
		` return nodes[name]; }; })(` + string(table) + `); ` + script, nil
}

// unquoted reads a string of JavaScript as far as JSON has the same escapes.
func unquoted(text string) (string, bool) {
	if inside, ok := strings.CutPrefix(text, "'"); ok {
		inside = strings.TrimSuffix(inside, "'")
		inside = strings.ReplaceAll(inside, `\'`, `'`)
		text = `"` + strings.ReplaceAll(strings.ReplaceAll(inside, `\"`, `"`), `"`, `\"`) + `"`
	}
	var name string
	err := json.Unmarshal([]byte(text), &name)
	return name, err == nil
}
