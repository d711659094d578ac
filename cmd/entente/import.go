package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/dataset"
	"entente.example/loader/source"
)

type importOptions struct {
	store storeFlag
	table string
}

func newImportCommand() *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:   "import TABLE|GRAPH.nq|-",
		Short: "Add facts that you have: a table by a map, or another store's graph",
		Long: `import adds facts that were not read from articles here.

A table (CSV or TSV, also of many columns) becomes statements by a map, which says what its columns mean: --map is the
name of a map of entente's own, or a file with the columns field, column and as. Each row is kept as an article of its
own, whose statements have the extractor "import:NAME" and cite the row, so that they can be told from what was read.

  ` + strings.Join(dataset.Maps(), ", ") + `

A graph in N-Quads or TriG, as "entente dump" or "entente export -o x.nq" or "x.trig" wrote it, is merged into the store:
an article that the store has stays as it is. Either may be compressed (gzip, zstd).`,
		Example: `  entente import ucdp-esd-ty-181.csv --map ucdp-esd
  entente import mine.csv --map facts
  entente import table.tsv --map mymap.csv
  entente import colleague.nq`,
		Args: arguments(1, 1, "one file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return runImport(cmd.Context(), cmd, opts, args[0]) },
	}
	opts.store.register(cmd)
	cmd.Flags().StringVar(&opts.table, "map", "", "what the columns of a table mean: "+strings.Join(dataset.Maps(), ", ")+", or a file")
	_ = cmd.RegisterFlagCompletionFunc("map", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return dataset.Maps(), cobra.ShellCompDirectiveDefault
	})
	return cmd
}

func runImport(ctx context.Context, cmd *cobra.Command, opts importOptions, path string) error {
	if opts.table == "" {
		return importGraph(ctx, cmd, opts, path)
	}
	m, err := mapNamed(opts.table)
	if err != nil {
		return err
	}
	raw, err := readDump(ctx, cmd, path)
	if err != nil {
		return err
	}
	dictionary, err := actors.Embedded()
	if err != nil {
		return err
	}
	skipped := 0
	options := dataset.Options{
		Resolve:   func(name string, day graph.Valid) (graph.Entity, bool) { return entityNamed(dictionary, name, day) },
		Publisher: func(address string) string { p, _ := source.KnownPublishers().At(address); return p.Name },
		Skip:      func(int, string) { skipped++ },
	}
	return opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		report, err := loader.Import(ctx, s, dataset.Read(bytes.NewReader(raw), m, options), path)
		talk := talkOf(cmd)
		for _, f := range report.Failures {
			talk.complain("error", 0, fmt.Sprintf("import %q: %v", path, f.Err))
		}
		if err != nil {
			return unfinished(ctx, err, report)
		}
		talk.say("imported %s as %s: %s; %s left out by the map", quoted(path), "import:"+m.Name, whatChanged(report), count(skipped, "row"))
		if len(report.Failures) > 0 {
			return status(exitPartly)
		}
		return nil
	})
}

// mapNamed gives a map of the package, or one of a file.
func mapNamed(name string) (dataset.Map, error) {
	if m, ok := dataset.KnownMap(name); ok {
		return m, nil
	}
	file, err := openFile(name)
	if err != nil {
		f := wrongUse("--map %q: %w", name, withoutPath(err))
		f.hints = []string{"name a file, or one of " + strings.Join(dataset.Maps(), ", ")}
		return dataset.Map{}, f
	}
	defer file.Close() //nolint:errcheck // it was only read
	m, err := dataset.ReadMap(file)
	if err != nil {
		return m, fmt.Errorf("--map %q: %w", name, err)
	}
	return m, nil
}

// entityNamed finds the entity that the dictionary lists under a name on a day, where it lists one: of several, the one
// that is a state, else that which exists then, else none.
func entityNamed(d *actors.Dictionary, name string, day graph.Valid) (graph.Entity, bool) {
	senses := slices.DeleteFunc(d.Lookup(name), func(s actors.Sense) bool {
		return s.Form != actors.Name || s.Entry.IsPlace() || !s.When.Covers(string(day)) ||
			s.Entry.IsState && !s.Entry.Existed.Covers(string(day)) // Russia (Soviet Union) is the one, then the other
	})
	if len(senses) > 1 {
		then := slices.DeleteFunc(slices.Clone(senses), func(s actors.Sense) bool { return !s.Entry.Existed.Covers(string(day)) })
		if len(then) > 0 {
			senses = then
		}
	}
	if len(senses) > 1 {
		states := slices.DeleteFunc(slices.Clone(senses), func(s actors.Sense) bool { return !s.Entry.IsState })
		if len(states) == 1 {
			senses = states
		}
	}
	if len(senses) != 1 {
		return graph.Entity{}, false
	}
	return senses[0].Entry.Entity, true
}

// importGraph merges a graph in N-Quads or TriG.
func importGraph(ctx context.Context, cmd *cobra.Command, opts importOptions, path string) error {
	saveMemory()
	boundMemory()
	graph, err := openDump(ctx, cmd, path)
	if err != nil {
		return err
	}
	defer graph.Close() //nolint:errcheck // it was only read
	content := bufio.NewReaderSize(graph, 1<<12)
	head, _ := content.Peek(1 << 12) // an error comes again
	if head = bytes.TrimSpace(head); !bytes.HasPrefix(head, []byte("<")) && !bytes.HasPrefix(head, []byte("#")) {
		f := wrongUse("import %q: it is no graph in N-Quads or TriG", path)
		f.hints = []string{"for a table, say what its columns mean with --map: " + strings.Join(dataset.Maps(), ", ")}
		return f
	}
	dump, err := store.ReadDump(ctx, content)
	if err != nil {
		if unread := new(failure); errors.As(err, &unread) {
			return unread
		}
		if errors.Is(err, store.ErrInvalid) {
			return &failure{code: exitFailed, err: fmt.Errorf("import %q: no whole graph: %w", path, err), hints: []string{"nothing was stored"}}
		}
		return err
	}
	defer dump.Close() //nolint:errcheck // it leaves temporary files at worst
	return opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		change, kept, err := s.Merge(ctx, dump)
		if err != nil {
			return err
		}
		text := fmt.Sprintf("merged %s: %s new, %s that the store had stay as they are; %s; %s", quoted(path), count(change.ArticlesNew, "article"),
			count(kept, "article"), count(change.StatementsNew, "new statement"), count(change.EntitiesNew, "new entity"))
		if n := change.VerdictsNew + change.VerdictsChanged; n > 0 {
			text += "; " + count(n, "verdict")
		}
		talkOf(cmd).say("%s", text)
		return nil
	})
}
