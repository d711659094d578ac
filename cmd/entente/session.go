package main

import (
	"cmp"
	"context"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader/extract"
)

// defaultStore is the address of the store where neither a flag nor the environment gives one.
const defaultStore = "entente.db"

// memoryStore is the address of a store that ends with the process.
const memoryStore = "memory:"

// storeFlag is the flag --store.
type storeFlag struct {
	address string
}

func (f *storeFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.address, "store", "", "address of the store (default "+defaultStore+", or ENTENTE_STORE)")
	_ = cmd.RegisterFlagCompletionFunc("store", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs))
}

func (f *storeFlag) resolved() string {
	return cmp.Or(f.address, os.Getenv("ENTENTE_STORE"), defaultStore)
}

// shown is the address as it may be told, without a password.
func (f *storeFlag) shown() string { return store.Redacted(f.resolved()) }

// onServer reports whether the store is one of a database server.
func (f *storeFlag) onServer() bool { return strings.Contains(f.resolved(), "://") }

// withStore opens the store, calls use, and closes it.
func (f *storeFlag) withStore(ctx context.Context, opts store.Options, use func(*store.Store) error) error {
	s, err := store.Open(ctx, f.resolved(), opts)
	if err != nil {
		return err
	}
	return gravest(use(s), s.Close())
}

// graphFlags say which graph a question is put to: that of a store, or one that is made for it from articles.
type graphFlags struct {
	store storeFlag
	from  []string
	input inputFlags
	// each is called with each article of --from before it is read; nil: nobody asks.
	each func(*extract.Reader, graph.Document)
}

func (f *graphFlags) register(cmd *cobra.Command) {
	f.store.register(cmd)
	f.input.register(cmd)
	cmd.Flags().StringArrayVar(&f.from, "from", nil, "answer from these articles alone (a file, folder, pattern or -), storing nothing; can be repeated")
}

// with calls use with the graph, which writes its answer to out. Where articles could not be read, use sees the others,
// and the exit code tells; where none could be, out withholds the answer, which would be empty.
func (f *graphFlags) with(ctx context.Context, cmd *cobra.Command, out *output, use func(*store.Store) error) error {
	out.inputs = f.from
	if len(f.from) == 0 {
		saveMemory() // the index may have to be made first
		return f.store.withStore(ctx, store.Options{ReadOnly: true}, use)
	}
	if f.store.address != "" {
		return wrongUse("--from and --store exclude each other")
	}
	in, err := newIntake(cmd, f.input, f.from)
	if err != nil {
		return err
	}
	reader, err := embeddedReader()
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, memoryStore, store.Options{})
	if err != nil {
		return err
	}
	_, err = fill(ctx, cmd, s, reader, in, f.seen(reader, in.byPath(ctx)), loadOptions{})
	if err == nil {
		out.withheld = in.read == 0 && in.unreadable > 0
		err = use(s)
	}
	return gravest(err, s.Close(), in.verdict())
}

// seen hands the documents on, and to each.
func (f *graphFlags) seen(r *extract.Reader, docs iter.Seq2[graph.Document, error]) iter.Seq2[graph.Document, error] {
	if f.each == nil {
		return docs
	}
	return func(yield func(graph.Document, error) bool) {
		for doc, err := range docs {
			if err == nil {
				f.each(r, doc)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}
