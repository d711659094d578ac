package main

import (
	"cmp"
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
)

// defaultStore is the address of the store where neither a flag nor the environment gives one.
const defaultStore = "entente.db"

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

// withStore opens the store, calls use, and closes it.
func (f *storeFlag) withStore(ctx context.Context, opts store.Options, use func(*store.Store) error) error {
	s, err := store.Open(ctx, f.resolved(), opts)
	if err != nil {
		return err
	}
	return errors.Join(use(s), s.Close())
}
