package store

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb/storage"
)

// database is Cayley's quads over LevelDB over files. It can join what Cayley does in several transactions into one.
type database struct {
	hidalgo.KV
	files storage.Storage
	quads cayley.QuadStore
	gate  gate
	// joined is the transaction that all writes go into, or nil.
	joined hidalgo.Tx
}

// Close closes the database and its files, which LevelDB does not do where it was given them.
func (d *database) Close() error {
	return d.gate.shut(func() error { return errors.Join(d.KV.Close(), d.files.Close()) })
}

// Tx begins a transaction, or goes on with the one that writes are joined into.
func (d *database) Tx(write bool) (hidalgo.Tx, error) {
	if write && d.joined != nil {
		return part{d.joined}, nil
	}
	if !write {
		return d.gate.begin(d.KV)
	}
	return d.KV.Tx(write)
}

// part is a transaction that ends with the one it is part of.
type part struct{ hidalgo.Tx }

func (part) Commit(context.Context) error { return nil }

func (part) Close() error { return nil }

// apply puts quads in and takes others out, in one transaction. None that come in may be there, and all that go out must
// be, else Cayley's counts of the uses of its nodes go wrong.
//
// Cayley itself would take both at once, but then a node that loses more quads than it gains is missing from the quads
// that come in: they are written without it. So it gets them one after the other.
//
// After an error its cache may hold numbers for nodes that were never written: the database must be closed and opened
// again before it is used.
func (d *database) apply(ctx context.Context, in, out []quad.Quad) (err error) {
	defer rescue(&err)
	return d.join(ctx, func() error {
		for _, step := range []struct {
			quads  []quad.Quad
			action cayley.Procedure
		}{{in, cayley.Add}, {out, cayley.Delete}} {
			if len(step.quads) == 0 {
				continue
			}
			deltas := make([]cayley.Delta, len(step.quads))
			for i, q := range step.quads {
				deltas[i] = cayley.Delta{Quad: q, Action: step.action}
			}
			if err := d.quads.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
				return err
			}
		}
		return nil
	})
}

// join has all that write writes happen in one transaction, or not at all.
func (d *database) join(ctx context.Context, write func() error) (err error) {
	if d.joined, err = d.KV.Tx(true); err != nil {
		return err
	}
	defer func() {
		if closeErr := d.joined.Close(); err == nil {
			err = closeErr
		}
		d.joined = nil
	}()
	if err := write(); err != nil {
		return err
	}
	return d.joined.Commit(ctx)
}
