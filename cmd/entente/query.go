package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
	"entente.example/queries"
)

type queryOptions struct {
	graph    graphFlags
	file     string
	limits   scriptLimits
	exitCode bool
	output   output
}

// scriptLimits are what a script may use.
type scriptLimits struct {
	Rows    int           `json:"rows"`
	Timeout time.Duration `json:"timeout"`
	// Memory is in megabytes.
	Memory uint64 `json:"memory"`
}

func newQueryCommand() *cobra.Command {
	var opts queryOptions
	cmd := &cobra.Command{
		Use:   "query ['SCRIPT'|-]",
		Short: "Run a script in Gizmo, the graph's own query language",
		Long: `query runs a script in Gizmo, which is JavaScript over the graph, and prints its rows. Without a script it reads one
from standard input; on a terminal it asks for one after the other, completing names with Tab and keeping what was
typed for the next time (see entente help environment). Only affirmed ties stand under a relation's plain name: backs,
backs_alleged, backs_denied. The function entity("LNA") gives the node of a name, an alias or an id.

The script runs in a process of its own, that can only read, with limits on rows, time and memory.`,
		Example: `  entente query 'g.V("<Libyan_National_Army>").in("<backs>").unique().all()'
  entente query 'g.V("<Russia>").tag("patron").out("<backs>").tag("client").all()' --format csv
  entente query 'g.V(entity("LNA")).in("<backs>").unique().all()'
  entente query --file script.js --from article.txt`,
		Args: arguments(0, 1, "at most one script"),
		RunE: func(cmd *cobra.Command, args []string) error { return runQuery(cmd.Context(), cmd, opts, args) },
	}
	opts.graph.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&opts.file, "file", "", "read the script from a file")
	flags.IntVar(&opts.limits.Rows, "rows", 1000, "how many rows the script may give")
	flags.DurationVar(&opts.limits.Timeout, "timeout", 10*time.Second, "how long it may run")
	flags.Uint64Var(&opts.limits.Memory, "memory", 512, "how much memory it may use, in MB")
	flags.BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing is found")
	opts.output.register(cmd, listingFormats())
	return cmd
}

func runQuery(ctx context.Context, cmd *cobra.Command, opts queryOptions, args []string) error {
	if opts.limits.Rows <= 0 || opts.limits.Timeout <= 0 || opts.limits.Memory == 0 {
		return wrongUse("--rows, --timeout and --memory are more than 0")
	}
	if _, err := opts.output.choose(); err != nil {
		return err
	}
	if atTerminal(cmd, opts, args) {
		return runPrompt(ctx, cmd, opts)
	}
	script, err := scriptOf(cmd, opts.file, args, opts.graph.from)
	if err != nil {
		return err
	}
	job := scriptJob{Script: script, Limits: opts.limits}
	var unread error
	if len(opts.graph.from) == 0 {
		if job, err = opts.jobOf(ctx, script); err != nil {
			return err
		}
	} else {
		err := opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) (err error) {
			if job.Script, err = queries.WithEntities(script, finder(ctx, s)); err != nil {
				return err
			}
			job.Graph, err = s.Subgraph(ctx, store.Filter{})
			return err
		})
		if told := status(0); errors.As(err, &told) {
			unread = told
		} else if err != nil {
			return err
		}
	}
	job.Limits.Rows++ // one more tells whether there are more
	rows, scriptErr := runScript(ctx, job)
	if len(rows) == 0 && scriptErr != nil {
		return scriptErr
	}
	more := len(rows) > opts.limits.Rows
	if more {
		rows = rows[:opts.limits.Rows]
	}
	err = opts.output.write(cmd, func(w io.Writer, format string, s screen) error {
		return scriptListing(rows).write(w, format, s)
	})
	if err := errors.Join(err, scriptErr); err != nil {
		return err
	}
	if len(rows) == 0 {
		if hints := slipsIn(ctx, job); len(hints) > 0 {
			talkOf(cmd).warn(noRows, hints...)
		}
	}
	if more {
		talkOf(cmd).warn(fmt.Sprintf("stopped at %s", count(len(rows), "row")), "ask for more with --rows")
	}
	if opts.exitCode && len(rows) == 0 && unread == nil {
		return status(exitNothing)
	}
	return unread
}

// jobOf makes the job of a script that is put to the store, with the names that it asks for.
func (opts *queryOptions) jobOf(ctx context.Context, script string) (scriptJob, error) {
	job := scriptJob{Script: script, Limits: opts.limits, Store: opts.graph.store.resolved()}
	if !queries.CallsEntity(script) {
		return job, nil
	}
	err := opts.graph.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) (err error) {
		job.Script, err = queries.WithEntities(script, finder(ctx, s))
		return err
	})
	return job, err
}

// rowsOf runs a script that is put to the store, and tells whether there are more rows than are wanted.
func (opts *queryOptions) rowsOf(ctx context.Context, script string) (rows []map[string]any, more bool, err error) {
	job, err := opts.jobOf(ctx, script)
	if err != nil {
		return nil, false, err
	}
	job.Limits.Rows++
	rows, err = runScript(ctx, job)
	if more = len(rows) > opts.limits.Rows; more {
		rows = rows[:opts.limits.Rows]
	}
	return rows, more, err
}

// scriptOf gives the script on the command line, in a file, or on standard input.
func scriptOf(cmd *cobra.Command, file string, args, from []string) (string, error) {
	const most = 1 << 20
	if file != "" {
		if len(args) > 0 {
			return "", wrongUse("--file and a script exclude each other")
		}
		script, err := os.ReadFile(file)
		switch {
		case err != nil:
			err = fmt.Errorf("read the script %q: %w", file, withoutPath(err))
		case len(script) > most:
			err = wrongUse("the script is longer than %d bytes", most)
		}
		return string(script), err
	}
	if len(args) > 0 && args[0] != "-" {
		if info, err := os.Stat(args[0]); err == nil && info.Mode().IsRegular() {
			f := wrongUse("%q is a file, not a script", args[0])
			f.hints = []string{fmt.Sprintf("%s --file %s", cmd.CommandPath(), args[0])}
			return "", f
		}
		return args[0], nil
	}
	stdin := cmd.InOrStdin()
	switch {
	case isTerminal(stdin):
		return "", wrongUse("%s wants a script", cmd.CommandPath())
	case slices.Contains(from, "-"):
		return "", wrongUse("the script and --from cannot both be standard input")
	}
	script, err := readAll(cmd.Context(), io.LimitReader(stdin, most+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read the script: %w", err)
	case len(script) > most:
		return "", wrongUse("the script is longer than %d bytes", most)
	}
	return string(script), nil
}

// readAll reads to the end, or until the context ends: a pipe may say nothing for ever.
func readAll(ctx context.Context, r io.Reader) ([]byte, error) {
	type result struct {
		content []byte
		err     error
	}
	done := make(chan result, 1)
	go func() {
		content, err := io.ReadAll(r)
		done <- result{content, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case got := <-done:
		return got.content, got.err
	}
}

// scriptListing makes a table of rows, whose columns are all tags: the node that a path ends at, then the others by name.
func scriptListing(rows []map[string]any) listing {
	tags := map[string]bool{}
	for _, row := range rows {
		for tag := range row {
			tags[tag] = true
		}
	}
	names := slices.SortedFunc(maps.Keys(tags), func(a, b string) int {
		switch {
		case a == b:
			return 0
		case a == "id" || b != "id" && a < b:
			return -1
		}
		return 1
	})
	if len(names) == 0 {
		names = []string{"id"}
	}
	l := listing{whole: notNil(rows)}
	for _, name := range names {
		l.columns = append(l.columns, column{name: oneLine(name)})
	}
	for _, row := range rows {
		cells := make([]string, len(names))
		for i, name := range names {
			cells[i] = cellOf(row[name])
		}
		l.rows = append(l.rows, cells)
		l.values = append(l.values, row)
	}
	return l
}

func cellOf(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}
