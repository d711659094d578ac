package export

import (
	"strconv"
	"strings"

	"entente.example/graph"
)

// column is something that formats for other programs tell of a tie or of an entity.
type column[T any] struct {
	name string
	// kind is "string", "integer", "double" or "boolean": what XML formats declare.
	kind  string
	value func(g graph.Subgraph, row T) string
}

// tieColumns are what every format for other programs tells of a tie, in their order: nobody gets a tie without how it is
// meant, who denies it, and its first sentence.
func tieColumns() []column[graph.Tie] {
	text := func(name string, value func(graph.Subgraph, graph.Tie) string) column[graph.Tie] {
		return column[graph.Tie]{name, "string", value}
	}
	number := func(name string, value func(graph.Tie) int) column[graph.Tie] {
		return column[graph.Tie]{name, "integer", func(_ graph.Subgraph, t graph.Tie) string { return strconv.Itoa(value(t)) }}
	}
	return []column[graph.Tie]{
		text("subject", func(g graph.Subgraph, t graph.Tie) string { return g.Called(t.Subject) }),
		text("subjectType", func(g graph.Subgraph, t graph.Tie) string { return typeOf(g, t.Subject) }),
		text("predicate", func(_ graph.Subgraph, t graph.Tie) string { return string(t.Relation) }),
		text("object", func(g graph.Subgraph, t graph.Tie) string { return g.Called(t.Object) }),
		text("objectType", func(g graph.Subgraph, t graph.Tie) string { return typeOf(g, t.Object) }),
		text("polarity", func(_ graph.Subgraph, t graph.Tie) string { return string(t.Polarity) }),
		text("modality", func(_ graph.Subgraph, t graph.Tie) string { return listed(t.Modalities) }),
		text("kinds", func(_ graph.Subgraph, t graph.Tie) string { return listed(t.Kinds) }),
		text("phase", func(_ graph.Subgraph, t graph.Tie) string { return string(t.Phase) }),
		text("valid", func(_ graph.Subgraph, t graph.Tie) string { return listed(t.Valids) }),
		number("statements", func(t graph.Tie) int { return len(t.Statements) }),
		number("against", func(t graph.Tie) int { return len(t.Against) }),
		number("sources", func(t graph.Tie) int { return len(t.Sources) }),
		number("againstSources", func(t graph.Tie) int { return len(t.AgainstSources) }),
		text("first", func(_ graph.Subgraph, t graph.Tie) string { return string(t.First) }),
		text("last", func(_ graph.Subgraph, t graph.Tie) string { return string(t.Last) }),
		{"confidence", "double", func(_ graph.Subgraph, t graph.Tie) string { return t.Confidence.String() }},
		text("sentence", func(_ graph.Subgraph, t graph.Tie) string { return t.Sentence }),
		text("title", func(_ graph.Subgraph, t graph.Tie) string { return t.Article.Title() }),
		text("url", func(_ graph.Subgraph, t graph.Tie) string { return t.Article.URL() }),
		text("article", func(_ graph.Subgraph, t graph.Tie) string { return t.Statements[0].Article.String() }),
		text("fact", func(_ graph.Subgraph, t graph.Tie) string { return t.Fact.String() }),
		{"reviewed", "integer", func(g graph.Subgraph, t graph.Tie) string { return strconv.Itoa(reviewed(g, t)) }},
		text("grade", func(g graph.Subgraph, t graph.Tie) string { return g.Grade(t) }),
	}
}

// entityColumns are what they tell of an entity, beside its id and name.
func entityColumns() []column[graph.Entity] {
	text := func(name string, value func(graph.Entity) string) column[graph.Entity] {
		return column[graph.Entity]{name, "string", func(_ graph.Subgraph, e graph.Entity) string { return value(e) }}
	}
	return []column[graph.Entity]{
		text("type", func(e graph.Entity) string { return string(e.Type) }),
		{"isState", "boolean", func(_ graph.Subgraph, e graph.Entity) string { return strconv.FormatBool(e.IsState) }},
		{"country", "string", func(g graph.Subgraph, e graph.Entity) string {
			if e.Country == "" {
				return ""
			}
			return g.Name(e.Country)
		}},
		text("aliases", func(e graph.Entity) string {
			names := make([]string, len(e.Aliases))
			for i, alias := range e.Aliases {
				names[i] = alias.Name
			}
			return strings.Join(names, ";")
		}),
		{"latitude", "double", func(_ graph.Subgraph, e graph.Entity) string { _, latitude, _ := position(e); return latitude.String() }},
		{"longitude", "double", func(_ graph.Subgraph, e graph.Entity) string {
			longitude, _, _ := position(e)
			return longitude.String()
		}},
		text("wikidata", func(e graph.Entity) string { return e.Wikidata }),
		text("ucdp", func(e graph.Entity) string { return e.UCDP }),
	}
}

// reviewed counts the statements of a tie whose reading a reviewer vouches for.
func reviewed(g graph.Subgraph, t graph.Tie) int {
	n := 0
	for _, s := range t.Statements {
		if g.Standing(s).Confirmed() {
			n++
		}
	}
	return n
}

func typeOf(g graph.Subgraph, id graph.ID) string {
	entity, _ := g.Entity(id)
	return string(entity.Type)
}

// entityAt gives an entity that stands at the end of a tie, also where the subgraph lacks it, by the name that tells it
// from others.
func entityAt(g graph.Subgraph, id graph.ID) graph.Entity {
	entity := plainEntity(g, id)
	entity.Name = id.Distinct(entity.Name)
	return entity
}

// plainEntity gives it by its name alone, for programs that look others of that name up.
func plainEntity(g graph.Subgraph, id graph.ID) graph.Entity {
	entity, _ := g.Entity(id)
	entity.ID, entity.Name = id, g.Name(id)
	return entity
}

// interval gives the first and the last day on which a tie stands on a timeline, either empty where it is open: the
// dates that texts give for it, else the days of the articles. A tie that is no event goes on until a text says that it
// ended.
func interval(t graph.Tie) (start, end string) {
	closed := len(t.Valids) > 0
	for _, valid := range t.Valids {
		first, last, ok := valid.Bounds()
		if !ok {
			continue
		}
		if first != "" && (start == "" || first < start) {
			start = first
		}
		end = max(end, last)
		closed = closed && last != ""
	}
	first, _, _ := t.First.Bounds()
	_, last, _ := t.Last.Bounds()
	if start == "" {
		start = first
	}
	switch {
	case t.Relation.Event() && end == "":
		end = last
	case t.Relation.Event() && closed:
	case t.Ended() && end < last:
		end = last
	case !t.Ended():
		end = ""
	}
	if end != "" && end < start {
		end = start
	}
	return start, end
}
