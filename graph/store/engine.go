package store

import (
	"context"
	"iter"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"entente.example/graph"
)

// engine is an open database of quads.
type engine interface {
	// view calls read with what the database holds at one moment, whoever writes meanwhile.
	view(ctx context.Context, read func(*reader) error) error
	// begin begins a transaction, once there is no other one.
	begin(ctx context.Context) (transaction, error)
	// lacks reports whether it is known, without a look, that the database has no node of the value.
	lacks(v quad.Value) bool
	// known tells how many changes the database has held at least once.
	known() (writes int, err error)
	// passing reports whether a transaction that failed so may go well the next time.
	passing(err error) bool
	Close() error
}

// transaction is the next change of a database.
type transaction interface {
	// source gives what the database holds before the change.
	source() source
	// entities gives those that earlier transactions read and wrote, as far as nobody else can have changed them.
	entities() map[graph.ID]graph.Entity
	// commit makes the change, whole or not at all, and waits until it is on disk. Of the quads that come in none may be
	// there, and all that go out must be. writes is the number of changes so far, this one included.
	commit(ctx context.Context, d delta, writes int) error
	// rollback ends a transaction that was not committed.
	rollback()
}

// source gives quads by the numbers of their nodes, which have a meaning in this source alone.
type source interface {
	// number gives the node of a value, or 0 where it is known that the database has none.
	number(ctx context.Context, v quad.Value) (uint64, error)
	// values gives the names of nodes, nil where one has none.
	values(ctx context.Context, nodes []uint64) ([]quad.Value, error)
	// bySubjects gives the quads from any of the subjects by any of the predicates, or, where these are none, all.
	bySubjects(ctx context.Context, subjects, predicates []uint64) iter.Seq2[link, error]
	// byObjects gives the quads to any of the objects, by any of the predicates, or all, from the subject, or (0) all.
	byObjects(ctx context.Context, objects, predicates []uint64, subject uint64) iter.Seq2[link, error]
	// together gives what is told of an article and of its statements where all of that stands side by side, so that it
	// takes less to read it than by its subjects. judged tells whether there are verdicts.
	together(ctx context.Context, article quad.Value, node, typeEdge uint64, judged bool) (links []link, whole bool, err error)
	// has reports whether there is a quad of these four.
	has(ctx context.Context, l link) (bool, error)
	// far reports whether each question takes as long as a message to a server and back.
	far() bool
	// forget ends the meaning of all numbers, where the source holds something for them.
	forget()
	// all gives every quad.
	all(ctx context.Context) iter.Seq2[link, error]
	// verify reads all that the database keeps, its indexes too, and reports what cannot be read.
	verify(ctx context.Context) error
	// quads gives Cayley's view of the source, for scripts.
	quads() (cayley.QuadStore, error)
}

// link is a quad of numbers; 0 is none.
type link struct{ subject, predicate, object, label uint64 }
