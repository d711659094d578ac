package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// noRows warns where a script gave no rows by a slip that its text shows.
const noRows = "the script gave no rows"

// slipsIn gives hints at the slips by which a script gave no rows; none: its text shows none.
func slipsIn(ctx context.Context, job scriptJob) []string {
	var hints []string
	if step := unheard(job.Script); step != "" {
		hints = append(hints, fmt.Sprintf("%s gives a value to the script, not a row: g.emit(... .%s)", step, step))
	}
	for _, name := range bareNodes(job.Script) {
		if node := job.nodeCalled(ctx, name); node != "" {
			hints = append(hints, fmt.Sprintf("%q is a text; the entity is %s", name, node))
		}
	}
	return hints
}

// unheard gives the step that ends a script without a row, count() or toArray(), or nothing.
func unheard(script string) string {
	if strings.Contains(script, "emit") {
		return ""
	}
	m := regexp.MustCompile(`\.(count|toArray)\(\s*\)[\s;]*$`).FindStringSubmatch(script)
	if m == nil {
		return ""
	}
	return m[1] + "()"
}

// bareNodes gives the texts at which paths of a script start, each once.
func bareNodes(script string) []string {
	var names []string
	seen := map[string]bool{}
	for _, call := range regexp.MustCompile(`(?i)\bg\.(?:V|Vertex)\(([^()]*)\)`).FindAllStringSubmatch(script, -1) {
		for _, m := range regexp.MustCompile(`"([^"<>]+)"|'([^'<>]+)'`).FindAllStringSubmatch(call[1], -1) {
			if name := m[1] + m[2]; !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// nodeCalled gives how a script names an entity of the job's graph that has the name as its id or calls itself so; empty: there
// is none. Where the store cannot be opened, there is none either: this is advice.
func (job scriptJob) nodeCalled(ctx context.Context, name string) string {
	id := graph.NewID(name, "")
	byID, byName := fmt.Sprintf("%q", "<"+string(id)+">"), fmt.Sprintf("entity(%q)", name)
	if job.Store == "" {
		for _, e := range job.Graph.Entities {
			if e.ID == id {
				return byID
			}
		}
		return ""
	}
	flag, node := storeFlag{job.Store}, ""
	err := flag.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		e, err := queries.Resolve(ctx, s, nil, name, queries.WantAny)
		switch {
		case err != nil: // unknown, or one of several
		case e.ID == id:
			node = byID
		default:
			node = byName
		}
		return nil
	})
	if err != nil {
		return ""
	}
	return node
}
