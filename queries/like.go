package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// LikeAnswer lists the entities that a name which is still being typed may mean, the likeliest first.
type LikeAnswer struct {
	Names []LikeRow `json:"names"`
}

// LikeRow is an entity, and the name of it that fits what was typed.
type LikeRow struct {
	Entity Ref `json:"entity"`
	// Match is the entity's name or one of its aliases.
	Match string `json:"match"`
	// Country is that of the entity, or empty.
	Country graph.ID `json:"country,omitempty"`
}

// Names are the names of a store's entities at one moment, made ready to be searched at each key that is pressed.
type Names struct {
	entities []namedEntity
}

type namedEntity struct {
	row LikeRow
	// names are the entity's name and its aliases; keys are what each folds to, then what it folds to from its second word
	// on, and so on.
	names []string
	keys  [][]string
}

// ReadNames reads the names of all entities of the store. Errors come from the store.
func ReadNames(ctx context.Context, s *store.Store) (*Names, error) {
	return ask(ctx, s, "read names", func(x *ties.Index) (*Names, error) { return readNames(x), nil })
}

func readNames(x *ties.Index) *Names {
	n := &Names{}
	for node := range ties.Node(x.Nodes()) {
		e, ok := x.Entity(node)
		if !ok {
			continue
		}
		found := namedEntity{row: LikeRow{Entity: Ref{ID: e.ID, Name: cmp.Or(e.Name, e.ID.Name()), Type: e.Type, IsState: e.IsState}}}
		if e.Country != e.ID {
			found.row.Country = e.Country
		}
		found.add(found.row.Entity.Name)
		for _, alias := range e.Aliases {
			found.add(alias.Name)
		}
		n.entities = append(n.entities, found)
	}
	return n
}

func (e *namedEntity) add(name string) {
	if actors.Fold(name) == "" {
		return
	}
	var keys []string
	for words := strings.Fields(name); len(words) > 0; words = words[1:] {
		keys = append(keys, actors.Fold(strings.Join(words, " ")))
	}
	e.names, e.keys = append(e.names, name), append(e.keys, keys)
}

// Like gives at most so many entities of which a name or an alias has the words begun in the text, without regard to
// case and accents: first those of that very name, then those whose name begins so, then those with such a word in it;
// of each, states first, then actors, then places, and shorter names first. An empty text is like nothing.
func (n *Names) Like(text string, most int) LikeAnswer {
	answer := LikeAnswer{Names: []LikeRow{}}
	key := actors.Fold(text)
	if key == "" {
		return answer
	}
	type hit struct {
		row   LikeRow
		level int
	}
	var hits []hit
	for _, e := range n.entities {
		best, at := noMatch, 0
		for i, keys := range e.keys {
			if level := likeness(keys, key, i > 0); level < best {
				best, at = level, i
			}
		}
		if best < noMatch {
			row := e.row
			row.Match = e.names[at]
			hits = append(hits, hit{row, best})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(
			cmp.Compare(a.level, b.level), cmp.Compare(standing(a.row), standing(b.row)),
			cmp.Compare(len(a.row.Match), len(b.row.Match)), cmp.Compare(a.row.Entity.ID, b.row.Entity.ID),
		)
	})
	for _, h := range hits[:min(max(most, 0), len(hits))] {
		answer.Names = append(answer.Names, h.row)
	}
	return answer
}

// likeness is lower the better what was typed fits a name, or noMatch.
func likeness(keys []string, typed string, alias bool) int {
	level := noMatch
	switch {
	case keys[0] == typed:
		level = 0
	case strings.HasPrefix(keys[0], typed):
		level = 2
	case slices.ContainsFunc(keys[1:], func(key string) bool { return strings.HasPrefix(key, typed) }):
		level = 4
	default:
		return noMatch
	}
	if alias {
		level++
	}
	return level
}

// standing puts states before other actors, and those before places and names that no dictionary has.
func standing(row LikeRow) int {
	switch {
	case row.Entity.IsState && row.Entity.Type != graph.Place:
		return 0
	case !row.Entity.ID.Listed():
		return 3
	case row.Entity.Type == graph.Place:
		return 2
	}
	return 1
}
