package server

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/queries"
)

// parameter is a row in the table of what a question may be asked with.
type parameter struct {
	name, doc string
	// kind is the JSON type: string, integer, number, boolean, or list (strings, separated by commas).
	kind string
	// oneOf are the values that there are, or nil.
	oneOf []string
	// most bounds an integer.
	most    int
	example string
	set     func(*call, string) error
}

// parameters is the table of all parameters; a route lists those that it takes.
func parameters() []parameter {
	return []parameter{
		{
			name: "name", kind: "string", example: "LNA",
			doc: "Whom the question is about: a name, an alias or an id. A name that may mean several is answered with candidates.",
			set: func(c *call, v string) error { c.name = v; return nil },
		},
		{
			name: "subject", kind: "string", example: "Russia", doc: "One end of a tie: a name, an alias or an id.",
			set: func(c *call, v string) error { c.subject = v; return nil },
		},
		{
			name: "object", kind: "string", example: "LNA", doc: "The other end of a tie.",
			set: func(c *call, v string) error { c.object = v; return nil },
		},
		{
			name: "with", kind: "string", example: "Turkey", doc: "The other one, where the ties between two are asked for.",
			set: func(c *call, v string) error { c.with = v; return nil },
		},
		end("from", 0, "Where paths begin: a name, an alias or an id."), end("to", 1, "Where they end."),
		end("a", 0, "The first of two."), end("b", 1, "The second of two."),
		end("attacker", 0, "Who attacks."), end("victim", 1, "Who is attacked."),
		{
			name: "relation", kind: "string", oneOf: relationNames(), example: "backs",
			doc: "The relation between both ends; without it, all of them, in either direction.",
			set: func(c *call, v string) error { c.relation = graph.Relation(v); return nil },
		},
		{
			name: "relations", kind: "list", oneOf: relationNames(), example: "backs,fights", doc: "Relations to look at; none are all.",
			set: func(c *call, v string) error { c.opts.Relations = listOf[graph.Relation](v); return nil },
		},
		{
			name: "polarity", kind: "list", oneOf: append(stringsOf(graph.Polarities()), "any"), example: "affirmed",
			doc: "Which ties to show. By default affirmed and alleged ones, each tie of a list under the surer of the two; what is only denied is shown when it is asked for.",
			set: setPolarity,
		},
		{
			name: "kinds", kind: "list", oneOf: stringsOf(graph.Kinds()), example: "weapons,troops", doc: "Kinds of support.",
			set: func(c *call, v string) error { c.opts.Kinds = listOf[graph.Kind](v); return nil },
		},
		{
			name: "since", kind: "string", example: "2019", doc: "Leave out what was before this date: 2020, 2020-05 or 2020-05-28.",
			set: func(c *call, v string) error { c.opts.Since = graph.Valid(v); return nil },
		},
		{
			name: "until", kind: "string", example: "2024-06", doc: "Leave out what was after this date.",
			set: func(c *call, v string) error { c.opts.Until = graph.Valid(v); return nil },
		},
		{
			name: "at", kind: "string", example: "2020-05",
			doc: "Only what is attested around this date, by a stated date or that of the article. It excludes since and until.",
			set: func(c *call, v string) error { c.opts.At = graph.Valid(v); return nil },
		},
		{
			name: "window", kind: "integer", most: 36500, example: "90",
			doc: "How many days before and after at count; by default 180.",
			set: func(c *call, v string) (err error) { c.opts.Window, err = number(v, 36500); return err },
		},
		{
			name: "place", kind: "string", example: "Libya", doc: "Where it happens: a place, or a state for its land.",
			set: func(c *call, v string) error { c.place = v; return nil },
		},
		{
			name: "war", kind: "string", example: "Yemeni_civil_war", doc: "The id of a war of the dictionary, which /v1/overview lists.",
			set: func(c *call, v string) error { c.opts.War = graph.ID(v); return nil },
		},
		{
			name: "backers", kind: "string", oneOf: []string{string(queries.States), string(queries.NonStates)}, example: "state",
			doc: "Of which sort a patron must be.",
			set: func(c *call, v string) error { c.opts.Backers = queries.Sort(v); return nil },
		},
		{
			name: "only", kind: "list", oneOf: stringsOf(queries.Marks()), example: "contested", doc: "Only rows that have all of these marks.",
			set: func(c *call, v string) error { c.opts.Only = listOf[queries.Mark](v); return nil },
		},
		{
			name: "minSources", kind: "integer", most: 1000, example: "2", doc: "Leave out ties of fewer distinct sources.",
			set: func(c *call, v string) (err error) { c.opts.MinSources, err = number(v, 1000); return err },
		},
		{
			name: "minConfidence", kind: "number", example: "0.7",
			doc: "Leave out readings less likely to be right than this; 0 takes all in. By default 0.5.",
			set: setConfidence,
		},
		{
			name: "retracted", kind: "boolean", doc: "Take in articles that their publisher has retracted.",
			set: func(c *call, v string) (err error) { c.opts.Retracted, err = yesNo(v); return err },
		},
		{
			name: "superseded", kind: "boolean", doc: "Take in articles whose place a newer text at their address has taken.",
			set: func(c *call, v string) (err error) { c.opts.Superseded, err = yesNo(v); return err },
		},
		{
			name: "rejected", kind: "boolean", doc: "Take in statements that a reviewer has rejected or replaced; what stands on nothing else says so.",
			set: func(c *call, v string) (err error) { c.opts.Rejected, err = yesNo(v); return err },
		},
		{
			name: "depth", kind: "integer", most: 6, example: "2", doc: "How many ties away from the name to go.",
			set: func(c *call, v string) (err error) { c.opts.Depth, err = number(v, 6); return err },
		},
		{
			name: "title", kind: "string", doc: "The heading of a picture.",
			set: func(c *call, v string) error { c.title = v; return nil },
		},
		{
			name: "q", kind: "string", example: "haf", doc: "What has been typed of a name.",
			set: func(c *call, v string) error { c.typed = v; return nil },
		},
		{
			name: "id", kind: "string", doc: "The id, a UUID.",
			set: func(c *call, v string) error { c.id = v; return nil },
		},
		{
			name: "asked", kind: "string", doc: "What was typed for the name that the page is about.",
			set: func(c *call, v string) error { c.asked = v; return nil },
		},
		{
			name: "tie", kind: "string", doc: "The tie whose sentences the page shows.",
			set: func(c *call, v string) error { c.tie = v; return nil },
		},
		{
			name: "view", kind: "string", oneOf: []string{"layers", "free", "table", "timeline"}, doc: "How the page shows a name.",
			set: func(c *call, v string) error { c.view = v; return nil },
		},
		{
			name: "limit", kind: "integer", most: maxLimit, doc: "How many rows to give, at most.",
			set: func(c *call, v string) (err error) { c.limit, err = number(v, maxLimit); return err },
		},
		{
			name: "cursor", kind: "string", doc: "Where to go on, from the Link header of the answer before.",
			set: func(c *call, v string) (err error) { c.cursor, err = readCursor(v); return err },
		},
		{
			name: "format", kind: "string", doc: "The representation, which goes before the header Accept.",
			set: func(c *call, v string) error { c.format = strings.ToLower(v); return nil },
		},
	}
}

// end is the parameter of one of two ends, which the question calls by a name of its own.
func end(name string, which int, doc string) parameter {
	return parameter{name: name, kind: "string", doc: doc, set: func(c *call, v string) error {
		c.ends[which] = name
		if which == 0 {
			c.subject = v
		} else {
			c.object = v
		}
		return nil
	}}
}

const (
	defaultLimit = 100
	maxLimit     = 1000
	// longestValue is in bytes; names are not longer.
	longestValue = 1000
)

// call is one question that is being asked.
type call struct {
	name, subject, object string
	// ends are the names of the parameters of subject and object, where they are others.
	ends                 [2]string
	with                 string
	relation             graph.Relation
	typed, title, format string
	id, tie, view, place string
	opts                 queries.Options
	limit                int
	cursor               *cursor
	asked                string
	Respelt
}

// readCall reads the parameters that the route takes, and refuses all others. The names of the path are as good.
func (rt *route) readCall(raw string, path map[string]string) (*call, error) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return nil, wrongParameter("", "the query cannot be read: %v", err)
	}
	for name, value := range path {
		values.Set(name, value)
	}
	c := &call{ends: rt.ends()}
	var errs []ParameterError
	wrong := func(name, format string, args ...any) {
		errs = append(errs, ParameterError{name, fmt.Sprintf(format, args...)})
	}
	for _, p := range parameters() {
		given, ok := values[p.name]
		if !ok || !rt.takes(p.name) {
			continue
		}
		delete(values, p.name)
		if len(given) > 1 && p.kind != "list" {
			wrong(p.name, "given %d times", len(given))
			continue
		}
		value := strings.Join(given, ",")
		switch {
		case value == "" && rt.forms: // an empty field is none
		case value == "" && slices.Contains([]string{"name", "with", "place"}, p.name): // as of a variable that is not set
			wrong(p.name, "is empty; leave it out to ask about all")
		case len(value) > longestValue:
			wrong(p.name, "longer than %d bytes", longestValue)
		case !utf8.ValidString(value) || strings.ContainsRune(value, 0):
			wrong(p.name, "not text in UTF-8")
		default:
			if err := p.check(value); err != nil {
				wrong(p.name, "%v", err)
			} else if err := p.set(c, value); err != nil {
				wrong(p.name, "%v", err)
			}
		}
	}
	for name := range values {
		wrong(name, "unknown parameter; there are %s", strings.Join(rt.params, ", "))
	}
	slices.SortFunc(errs, func(a, b ParameterError) int { return strings.Compare(a.Parameter, b.Parameter) })
	if len(errs) > 0 {
		return nil, wrongParameters(errs...)
	}
	return c, nil
}

// check holds a value against the values that there are.
func (p parameter) check(value string) error {
	if p.oneOf == nil {
		return nil
	}
	words := []string{value}
	if p.kind == "list" {
		words = listOf[string](value)
	}
	for _, word := range words {
		if !slices.Contains(p.oneOf, word) {
			return fmt.Errorf("%q is none of %s", word, strings.Join(p.oneOf, ", "))
		}
	}
	return nil
}

func setPolarity(c *call, v string) error {
	c.opts.Polarities = listOf[graph.Polarity](v)
	if slices.Contains(c.opts.Polarities, "any") {
		c.opts.Polarities = graph.Polarities()
	}
	return nil
}

func setConfidence(c *call, v string) error {
	if err := json.Unmarshal([]byte(v), &c.opts.MinConfidence); err != nil {
		return fmt.Errorf("%q is no number from 0 to 1 of at most two decimals", v)
	}
	if c.opts.MinConfidence == 0 {
		c.opts.MinConfidence = -1 // 0 would be the default
	}
	return nil
}

// number reads a whole number from 1 to most.
func number(v string, most int) (int, error) {
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > most {
		return 0, fmt.Errorf("%q is no whole number from 1 to %d", v, most)
	}
	return n, nil
}

func yesNo(v string) (bool, error) {
	switch v {
	case "true", "1", "":
		return true, nil
	case "false", "0":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither true nor false", v)
}

// listOf takes a list apart at its commas.
func listOf[T ~string](v string) []T {
	var list []T
	for word := range strings.SplitSeq(v, ",") {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, T(word))
		}
	}
	return list
}

func stringsOf[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

func relationNames() []string {
	var names []string
	for _, row := range graph.Relations() {
		names = append(names, string(row.Relation))
	}
	return names
}

// cursor says where the next page of an answer begins, and of which revision the answer was.
type cursor struct {
	Offset   int    `json:"o"`
	Revision string `json:"r"`
}

func (c cursor) String() string {
	text, _ := json.Marshal(c) // of a number and a string
	return base64.RawURLEncoding.EncodeToString(text)
}

func readCursor(v string) (*cursor, error) {
	var c cursor
	text, err := base64.RawURLEncoding.DecodeString(v)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err != nil || c.Offset < 0 {
		return nil, fmt.Errorf("%q is no cursor; take it from the header Link", v)
	}
	return &c, nil
}
