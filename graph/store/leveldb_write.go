package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// change turns quads into keys and values in the layout of Cayley, which reads them: it makes what Cayley's own writer
// would make of them, but looks up less, writes each key once, in order, and leaves nothing of a quad that goes. (Cayley
// keeps it, marked, and its numbers in the indexes.)
//
//	log/NUMBER                      a node with its value, or a quad with the numbers of its nodes
//	vHH/HASH                        the number of a node
//	nHH/HASH                        how many times quads use it
//	sp/SUBJECT PREDICATE            the numbers of quads
//	ops/OBJECT PREDICATE SUBJECT    the same
//	meta/horizon, meta/size         the number that was given last, and how many quads there are
type change struct {
	keys *keys
	// nodes are all that it touches.
	nodes map[quad.Value]*term
	// before is the database as it was.
	before *levelDBSource
	terms  []*term
	last   [4]*term
	// uncounted are those that are not remembered.
	uncounted []*term
	// first is the number that was given last before the change, horizon that of now.
	first, horizon uint64
	// quads are what comes in, then what goes out.
	quads   []stored
	entries [2][]entry
	// emptied are the subjects, by predicate, that lose all of their quads: then the other index loses them too.
	emptied map[[2]uint64]bool
	page    page
	keyBuffer
	// buffer is what values are written in, which LevelDB copies.
	buffer []byte
}

// term is a node as the database keeps it.
type term struct {
	value quad.Value
	hash  refs.ValueHash
	counted
	// more is how many times more the change uses it, gone how many uses of each kind it takes away; comes tells that
	// something comes which uses it.
	more  int64
	gone  [4]int32
	comes bool
}

// counted is the number of a node, 0 where the database has no such node, and how many times quads use it.
type counted struct {
	number uint64
	uses   int64
}

// stored is a quad by its nodes, under its own number.
type stored struct {
	ends   [4]*term
	number uint64
	gone   bool
}

// entry is a quad in an index.
type entry struct {
	key    [3]uint64
	number uint64
	gone   bool
	// whole tells that the entry goes, with all that it has.
	whole bool
}

// These bound what is remembered from one change to the next, twice: how many nodes, how many names of how many bytes, and
// how many bytes of entries of indexes, each of which takes so much more than it holds.
const (
	mostTerms    = 1 << 16
	mostNames    = 1 << 14
	longestName  = 60 // shorter than the hashes of which each article has two of its own
	mostEntries  = 6 << 20
	entryRoom    = 100
	longestEntry = 1 << 19
)

// write makes a change, whole or not at all. Of the quads that come in none is there.
func (k *keys) write(ctx context.Context, before *levelDBSource, d delta, writes int) (err error) {
	c := &change{keys: k, before: before, nodes: map[quad.Value]*term{}, emptied: map[[2]uint64]bool{}, quads: make([]stored, 0, d.len())}
	var done func()
	if c.page, done, err = k.newPage(d.len(), writes); err != nil {
		return err
	}
	defer done()
	if c.first, err = k.horizon(); err != nil {
		return err
	}
	c.horizon = c.first
	if err := k.learn(c.horizon); err != nil {
		return err
	}
	for _, q := range d.in {
		c.quads = append(c.quads, stored{ends: c.ends(q)})
	}
	for _, q := range d.out {
		c.quads = append(c.quads, stored{ends: c.ends(q), gone: true})
	}
	if err := c.lookUp(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return c.countQuads(ctx) }, c.countUses, c.putQuads, c.putIndexes, c.putTerms,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := k.commit(c.page, writes); err != nil {
		return err
	}
	c.remember()
	return nil
}

// ends gives the nodes of a quad.
func (c *change) ends(q quad.Quad) (ends [4]*term) {
	for i, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v == nil {
			continue
		}
		t := c.last[i]
		if t == nil || t.value != v { // neighbours share their subject and label
			t = c.term(v)
			c.last[i] = t
		}
		ends[i] = t
	}
	return ends
}

func (c *change) term(v quad.Value) *term {
	t := c.nodes[v]
	if t == nil {
		t = &term{value: v, hash: refs.HashOf(v)}
		c.nodes[v] = t
		c.terms = append(c.terms, t)
	}
	return t
}

// lookUp finds the nodes that are not remembered, in the order of their keys.
func (c *change) lookUp() error {
	var terms []*term
	for _, t := range c.terms {
		var known bool
		if t.counted, known = c.keys.terms.get(t.hash); !known && !c.keys.lacks(t.hash) {
			terms = append(terms, t)
		}
	}
	slices.SortFunc(terms, compareTerms)
	steps := c.isDense(len(terms))
	for _, t := range terms {
		if t.number = c.before.numbers[t.value]; t.number != 0 {
			continue
		}
		value, err := c.before.getNext(c.hashKey('v', t.hash), steps)
		if err != nil {
			return err
		}
		if value == nil {
			c.keys.misses.Add(1)
			continue
		}
		t.number, _ = binary.Uvarint(value)
	}
	c.uncounted = terms
	return nil
}

func compareTerms(a, b *term) int { return bytes.Compare(a.hash[:], b.hash[:]) }

// countQuads finds what goes out, and counts how many times more each node is used.
func (c *change) countQuads(ctx context.Context) error {
	for i := range c.quads {
		q := &c.quads[i]
		if q.gone {
			found, err := c.find(ctx, q)
			if err != nil {
				return err
			}
			if !found {
				continue
			}
		}
		for i, t := range q.ends {
			switch {
			case t == nil:
			case q.gone:
				t.more--
				t.gone[i]++
			default:
				t.more++
				t.comes = true
			}
		}
	}
	return nil
}

// putQuads gives numbers to what comes in and its nodes, and notes what comes and goes for the indexes.
func (c *change) putQuads() error {
	for _, t := range c.terms {
		if t.number == 0 && t.more > 0 {
			c.horizon++
			t.number = c.horizon
			if err := c.putNode(t); err != nil {
				return err
			}
		}
	}
	came := 0
	for i := range c.quads {
		q := &c.quads[i]
		switch {
		case !q.gone:
			c.horizon++
			q.number = c.horizon
			came++
			p := q.primitive()
			if err := c.putLog(&p); err != nil {
				return err
			}
		case q.number == 0:
			continue
		default:
			came--
			c.page.Delete(c.logKey(q.number))
		}
		s, p, o := q.ends[0].number, q.ends[1].number, q.ends[2].number
		whole := q.gone && c.goesWhole(q.ends[0])
		c.entries[0] = append(c.entries[0], entry{[3]uint64{s, p}, q.number, q.gone, whole})
		c.entries[1] = append(c.entries[1], entry{[3]uint64{o, p, s}, q.number, q.gone, whole})
	}
	if err := c.count("horizon", int64(c.horizon-c.first)); err != nil {
		return err
	}
	return c.count("size", int64(came))
}

// find looks for the number of a quad that goes.
func (c *change) find(ctx context.Context, q *stored) (found bool, err error) {
	for _, t := range q.ends {
		if t != nil && t.number == 0 {
			return false, nil
		}
	}
	p := q.primitive()
	q.number, err = c.before.find(ctx, linkOf(&p))
	return q.number != 0, err
}

func (q stored) primitive() proto.Primitive {
	p := proto.Primitive{ID: q.number, Subject: q.ends[0].number, Predicate: q.ends[1].number, Object: q.ends[2].number}
	if q.ends[3] != nil {
		p.Label = q.ends[3].number
	}
	return p
}

func (c *change) putNode(t *term) error {
	value, err := pquads.MarshalValue(t.value)
	if err != nil {
		return fmt.Errorf("node %v: %w", t.value, err)
	}
	return c.putLog(&proto.Primitive{ID: t.number, Value: value})
}

func (c *change) putLog(p *proto.Primitive) error {
	size := p.ProtoSize()
	value := slices.Grow(c.buffer[:0], size)[:size]
	c.buffer = value
	if _, err := p.MarshalTo(value); err != nil {
		return err
	}
	c.page.Put(c.logKey(p.ID), value)
	return nil
}

// count adds to a figure of Cayley's.
func (c *change) count(name string, more int64) error {
	if more == 0 {
		return nil
	}
	key := []byte("meta/" + name)
	value, err := c.before.get(key)
	if err != nil {
		return err
	}
	if value != nil && len(value) != 8 {
		return damaged("its %s has %d bytes", name, len(value))
	}
	if value != nil {
		more += int64(binary.LittleEndian.Uint64(value))
	}
	c.page.Put(key, binary.LittleEndian.AppendUint64(nil, uint64(more)))
	return nil
}

// putTerms writes how many times nodes are used, and what finds those that are new.
func (c *change) putTerms() error {
	slices.SortFunc(c.terms, compareTerms)
	all := c.keys.nodes.Load()
	for _, t := range c.terms {
		switch {
		case t.more == 0 || t.number == 0:
		case t.uses+t.more <= 0:
			c.page.Delete(c.hashKey('n', t.hash))
			c.page.Delete(c.logKey(t.number))
		default:
			c.buffer = binary.AppendUvarint(c.buffer[:0], uint64(t.uses+t.more))
			c.page.Put(c.hashKey('n', t.hash), c.buffer)
		}
	}
	for _, t := range c.terms {
		switch {
		case t.more == 0 || t.number == 0:
		case t.uses+t.more <= 0:
			c.page.Delete(c.hashKey('v', t.hash))
		case t.uses == 0:
			if all != nil {
				all.add(t.hash[:])
			}
			c.buffer = binary.AppendUvarint(c.buffer[:0], t.number)
			c.page.Put(c.hashKey('v', t.hash), c.buffer)
		}
	}
	return nil
}

// remember keeps what the change has made of nodes that others may use. The nodes of statements, which go with their
// article, would crowd out the rest.
func (c *change) remember() {
	for _, t := range c.terms {
		t.uses, t.more = t.uses+t.more, 0
		switch {
		case t.number == 0 || isOwn(t.value):
		case t.uses <= 0:
			c.keys.terms.drop(t.hash)
		default:
			c.keys.terms.put(t.hash, t.counted)
			if isShared(t.value) {
				c.keys.names.put(t.number, t.value)
			}
		}
	}
}

// isOwn reports whether a node is a statement or an article, which nothing but what is said of it is likely to use.
func isOwn(v quad.Value) bool {
	iri, _ := v.(quad.IRI)
	return strings.HasPrefix(string(iri), statementPrefix) || strings.HasPrefix(string(iri), articlePrefix)
}

// isShared reports whether a node is likely to be used by what comes next.
func isShared(v quad.Value) bool {
	switch v := v.(type) {
	case quad.IRI:
		return len(v) <= longestName && !isOwn(v)
	case quad.String:
		return len(v) <= longestName
	}
	return false
}
