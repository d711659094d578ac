package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// runAgree compares two reviewers: of each a filled-in sheet, or his verdicts in the store.
func runAgree(ctx context.Context, cmd *cobra.Command, opts reviewOptions, args []string) error {
	if len(args) != 2 {
		return wrongUse("--agree wants two files or reviewers, not %d", len(args))
	}
	var said [2]map[string]string
	for i, name := range args {
		var err error
		if said[i], err = saidBy(ctx, opts, name); err != nil {
			return err
		}
	}
	a := queries.Agree(said[0], said[1])
	kappa := "not defined"
	if a.Defined {
		kappa = fmt.Sprintf("%.2f", a.Kappa)
	}
	l := listing{columns: []column{{name: "both judged"}, {name: "agreed"}, {name: "kappa"}, {name: "differ on"}}, whole: a, values: []any{a}}
	l.rows = [][]string{{strconv.Itoa(a.Both), strconv.Itoa(a.Agreed), kappa, strings.Join(a.Differ, " ")}}
	return opts.output.write(cmd, func(w io.Writer, format string, s screen) error { return l.write(w, format, s) })
}

// saidBy gives the decisions by statement: of the file, or of the reviewer where no file is called so.
func saidBy(ctx context.Context, opts reviewOptions, name string) (map[string]string, error) {
	_, err := os.Stat(name)
	if err == nil || strings.HasSuffix(strings.ToLower(name), ".csv") {
		return readVerdicts(name)
	}
	if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
		return nil, fmt.Errorf("read %q: %w", name, withoutPath(err))
	}
	found, all := map[string]string{}, []string(nil)
	err = opts.graph.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		for v, err := range s.Verdicts(ctx) {
			if err != nil {
				return err
			}
			all = append(all, v.By)
			if v.By == graph.Reviewer(name) {
				found[v.Statement.String()] = string(v.Decision)
			}
		}
		return nil
	})
	if err == nil && len(found) == 0 {
		f := &failure{code: exitName, err: fmt.Errorf("%q is neither a file nor a reviewer in the store", name)}
		slices.Sort(all)
		if all = slices.Compact(all); len(all) > 0 {
			f.hints = []string{"there are verdicts of " + strings.Join(all, ", ")}
		}
		return nil, f
	}
	return found, err
}

// readVerdicts reads the verdicts of a sheet; what was skipped or left empty is no verdict.
func readVerdicts(path string) (map[string]string, error) {
	file, err := openFile(path)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", path, withoutPath(err))
	}
	defer file.Close() //nolint:errcheck // it was only read
	rows, err := openSheet(path, file, "statement", "verdict")
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for {
		l, err := rows.next()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		var decision graph.Decision
		if err == nil {
			decision, err = l.decision()
		}
		switch {
		case err != nil:
			return nil, fmt.Errorf("read %q: line %d: %w", path, l.number, err)
		case decision != "":
			found[l.cells["statement"]] = string(decision)
		}
	}
}
