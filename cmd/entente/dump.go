package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
)

type dumpOptions struct {
	store  storeFlag
	output output
}

func newDumpCommand() *cobra.Command {
	var opts dumpOptions
	cmd := &cobra.Command{
		Use:   "dump",
		Short: "Print the whole store as sorted N-Quads",
		Long: `dump prints every quad of the store, sorted. The same articles give the same dump, byte for byte, on every
machine and in whatever order they were loaded; use it to compare two stores, and to keep one for good.`,
		Example: `  entente dump > graph.nq
  entente dump -o graph.nq`,
		Args: arguments(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runDump(cmd.Context(), cmd, opts) },
	}
	opts.store.register(cmd)
	opts.output.register(cmd, []outputFormat{{name: "nquads", title: "N-Quads (nquads)", endings: []string{".nq"}}})
	return cmd
}

func runDump(ctx context.Context, cmd *cobra.Command, opts dumpOptions) error {
	saveMemory()
	return opts.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		return opts.output.write(cmd, func(w io.Writer, _ string, _ screen) error { return s.Dump(ctx, w) })
	})
}
