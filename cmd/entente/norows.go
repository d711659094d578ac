package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
)

// tellNoRows warns where a script gave no rows by a slip that its text shows.
func tellNoRows(ctx context.Context, cmd *cobra.Command, job scriptJob) {
	var hints []string
	if step := unheard(job.Script); step != "" {
		hints = append(hints, fmt.Sprintf("%s gives a value to the script, not a row: g.emit(... .%s)", step, step))
	}
	for _, name := range bareNodes(job.Script) {
		if id := graph.NewID(name, ""); job.knows(ctx, id) {
			hints = append(hints, fmt.Sprintf("%q is a text; the entity is %q", name, "<"+string(id)+">"))
		}
	}
	if len(hints) > 0 {
		talkOf(cmd).warn("the script gave no rows", hints...)
	}
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

// knows reports whether the job's graph has the entity. Where the store cannot be opened, it has none: this is advice.
func (job scriptJob) knows(ctx context.Context, id graph.ID) bool {
	if job.Store == "" {
		for _, e := range job.Graph.Entities {
			if e.ID == id {
				return true
			}
		}
		return false
	}
	flag, found := storeFlag{job.Store}, false
	err := flag.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		_, err := s.Entity(ctx, id)
		found = !errors.Is(err, store.ErrNoEntity)
		return err
	})
	return err == nil && found
}
