package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// BacksAnswer says who backs whom. With a name, Backers back it and Clients are backed by it; without, Pairs are all.
// Each list is sorted: most sources first, then by the ids of patron and client, then by polarity.
type BacksAnswer struct {
	Name    *Ref       `json:"name"`
	Backers []BacksRow `json:"backers"`
	Clients []BacksRow `json:"clients"`
	Pairs   []BacksRow `json:"pairs"`
	// Denied counts the ties that are not listed because somebody denies them and nobody says they are, where
	// Options.Polarities is empty.
	Denied int `json:"denied"`
	LeftOut
}

// BacksRow is one patron's backing of one client, and what is said of it under one polarity.
type BacksRow struct {
	// Fact is the id of the tie, which rows of other polarities share.
	Fact   uuid.UUID `json:"fact"`
	Patron Ref       `json:"patron"`
	Client Ref       `json:"client"`
	Said
}

// Backs answers who backs whom: everybody, or the backers and clients of Options.Name, which the store need not have.
// It ignores Options.Relations and Depth. Errors wrap ErrOption or come from the store.
func Backs(ctx context.Context, s *store.Store, opts Options) (BacksAnswer, error) {
	return ask(ctx, s, "backs", func(x *ties.Index) (BacksAnswer, error) { return backs(x, opts) })
}

func backs(x *ties.Index, opts Options) (BacksAnswer, error) {
	v, err := look(x, opts)
	if err != nil {
		return BacksAnswer{}, err
	}
	answer := BacksAnswer{Backers: []BacksRow{}, Clients: []BacksRow{}, Pairs: []BacksRow{}}
	add := func(rows *[]BacksRow, f sifted) {
		if err == nil {
			err = v.backsRows(rows, f)
			if v.onlyDenied(&f) {
				answer.Denied++
			}
		}
	}
	if opts.Name == "" {
		v.facts([]graph.Relation{graph.Backs}, func(f sifted) { add(&answer.Pairs, f) })
	} else {
		name := v.refTo(opts.Name)
		answer.Name = &name
		if n, ok := v.x.Node(opts.Name); ok {
			for _, number := range v.around(n, graph.Backs) {
				rows := &answer.Backers
				if v.x.Fact(number).Subject == n {
					rows = &answer.Clients
				}
				add(rows, v.sift(number))
			}
		}
	}
	for _, rows := range [][]BacksRow{answer.Backers, answer.Clients, answer.Pairs} {
		sortBacks(rows)
	}
	answer.LeftOut = v.left
	return answer, err
}

func sortBacks(rows []BacksRow) {
	slices.SortFunc(rows, func(a, b BacksRow) int {
		return cmp.Or(
			-cmp.Compare(len(a.Sources), len(b.Sources)),
			cmp.Compare(a.Patron.ID, b.Patron.ID), cmp.Compare(a.Client.ID, b.Client.ID), cmp.Compare(a.Polarity, b.Polarity),
		)
	})
}

// onlyDenied reports whether a fact would be listed if denials were asked for, and is not because nothing but denials is
// said of it.
func (v *view) onlyDenied(f *sifted) bool {
	return v.unasked && len(v.opts.Only) == 0 && v.asksBacker(f.Subject) && !f.isSaid() && v.isSourced(&f.denied)
}

// asksBacker reports whether patrons of its kind are asked for.
func (v *view) asksBacker(n ties.Node) bool {
	return v.opts.Backers == "" || v.x.IsState(n) == (v.opts.Backers == States)
}

// backsRows adds the rows of a fact that are asked for.
func (v *view) backsRows(rows *[]BacksRow, f sifted) error {
	if !v.asksBacker(f.Subject) {
		return nil
	}
	for _, polarity := range v.polarities(&f) {
		said, err := v.said(&f, polarity)
		if err != nil {
			return err
		}
		if v.opts.only(&said) {
			*rows = append(*rows, BacksRow{Fact: v.factID(f.Fact), Patron: v.ref(f.Subject), Client: v.ref(f.Object), Said: said})
		}
	}
	return nil
}

// Learned gives the rows of who backs whom that rest, among others, on the articles, in the order of [Backs]. Errors come
// from the store.
func Learned(ctx context.Context, s *store.Store, articles []uuid.UUID) ([]BacksRow, error) {
	if len(articles) == 0 {
		return nil, nil
	}
	return ask(ctx, s, "learned", func(x *ties.Index) ([]BacksRow, error) { return learned(x, articles) })
}

func learned(x *ties.Index, articles []uuid.UUID) ([]BacksRow, error) {
	of, fresh := map[int]bool{}, map[uuid.UUID]bool{}
	for _, id := range articles {
		if n, ok := x.ArticleNumber(id); ok {
			of[n] = true
		}
	}
	for i := range x.Statements() {
		if s := x.Statement(i); of[s.Article] && x.Fact(s.Fact).Relation == graph.Backs {
			fresh[s.ID] = true
		}
	}
	if len(fresh) == 0 {
		return nil, nil
	}
	answer, err := backs(x, Options{Polarities: []graph.Polarity{graph.Affirmed, graph.Alleged}})
	if err != nil {
		return nil, err
	}
	var rows []BacksRow
	for _, row := range answer.Pairs {
		if slices.ContainsFunc(row.Statements, func(id uuid.UUID) bool { return fresh[id] }) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}
