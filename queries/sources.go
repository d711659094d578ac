package queries

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// SourcesAnswer lists the origins of what is said: those of most ties first, then by id.
type SourcesAnswer struct {
	// Articles counts those of the store, Stories them without copies.
	Articles int         `json:"articles"`
	Stories  int         `json:"stories"`
	Sources  []SourceRow `json:"sources"`
	LeftOut
}

// SourceRow is what one origin says.
type SourceRow struct {
	Source
	// Statements counts what it says, Ties the ties that it affirms or alleges, Denials those that it denies, Alone those
	// that nobody else affirms or alleges.
	Statements int `json:"statements"`
	Ties       int `json:"ties"`
	Denials    int `json:"denials"`
	Alone      int `json:"alone"`
	// Against counts the ties that it says and others deny, or that it denies and others say.
	Against int         `json:"against"`
	First   graph.Valid `json:"first,omitempty"`
	Last    graph.Valid `json:"last,omitempty"`
	// Said are the statements, in the order of their ties; Evidence is the sentence of the first one.
	Said     []uuid.UUID `json:"said"`
	Evidence Evidence    `json:"evidence"`
}

// Sources lists the origins of what is said of Options.Name or of all. It ignores Options.Polarities, Depth and Limit;
// MinSources too. Errors wrap ErrOption or come from the store.
func Sources(ctx context.Context, s *store.Store, opts Options) (SourcesAnswer, error) {
	return ask(ctx, s, "sources", func(x *ties.Index) (SourcesAnswer, error) { return sources(x, opts) })
}

func sources(x *ties.Index, opts Options) (SourcesAnswer, error) {
	v, err := look(x, opts)
	if err != nil {
		return SourcesAnswer{}, err
	}
	rows, words := map[uint64]*sourceTally{}, [3][]ties.Word{}
	for f := range v.asked() {
		for i, p := range graph.Polarities() {
			words[i] = f.of(p).words(words[i][:0])
		}
		v.tallySources(rows, words)
	}
	answer := SourcesAnswer{Articles: v.x.Articles(), Stories: v.x.Stories(), Sources: []SourceRow{}, LeftOut: v.left}
	for key, t := range rows {
		t.Source = v.source(key)
	}
	for _, t := range slices.SortedFunc(maps.Values(rows), func(a, b *sourceTally) int {
		return cmp.Or(-cmp.Compare(a.Ties+a.Denials, b.Ties+b.Denials), cmp.Compare(a.ID, b.ID))
	}) {
		if err := v.tell(t); err != nil {
			return SourcesAnswer{}, err
		}
		answer.Sources = append(answer.Sources, t.SourceRow)
	}
	return answer, nil
}

// tell writes out what was counted of a source.
func (v *view) tell(t *sourceTally) (err error) {
	if t.first != ties.NoEnd {
		t.First, t.Last = graph.Valid(isoDay(t.first)), graph.Valid(isoDay(t.last))
	}
	t.Said = []uuid.UUID{}
	if v.opts.Brief {
		return nil
	}
	t.Said = make([]uuid.UUID, 0, t.Statements)
	for _, said := range t.said {
		for _, statement := range said {
			t.Said = append(t.Said, v.x.StatementID(int(statement)))
		}
	}
	t.Evidence, err = v.evidence(t.cite)
	return err
}

type sourceTally struct {
	SourceRow
	first, last uint32
	said        [][]uint32 // of each tie
	cite        ties.Cite
}

// tallySources counts what each origin says of a fact: words are by polarity, each sorted by the origins.
func (v *view) tallySources(rows map[uint64]*sourceTally, words [3][]ties.Word) {
	sayers, deniers := 0, len(words[2])
	for range eachOrigin(words[0], words[1]) {
		sayers++
	}
	for key, said := range eachOrigin(words[:]...) {
		t := rows[key]
		if t == nil {
			t = &sourceTally{first: ties.NoEnd}
			rows[key] = t
		}
		says, denies := said[0] != nil || said[1] != nil, said[2] != nil
		if says {
			t.Ties++
			if sayers == 1 {
				t.Alone++
			}
			if deniers > 1 || deniers == 1 && !denies {
				t.Against++
			}
		}
		if denies {
			t.Denials++
			if sayers > 1 || sayers == 1 && !says {
				t.Against++
			}
		}
		for _, w := range said {
			if w != nil {
				v.addWord(t, w)
			}
		}
	}
}

func (v *view) addWord(t *sourceTally, w *ties.Word) {
	if !v.opts.Brief {
		if t.Statements == 0 {
			t.cite = w.Cite
		}
		t.said = append(t.said, w.Statements)
	}
	t.Statements += w.Count
	t.first, t.last = min(t.first, w.First), max(t.last, w.Last)
}

// eachOrigin gives the origins of lists that are sorted by them, in their order, each with what it says in each of the
// lists, or nil. The array is the same each time.
func eachOrigin(lists ...[]ties.Word) iter.Seq2[uint64, *[3]*ties.Word] {
	return func(yield func(uint64, *[3]*ties.Word) bool) {
		var at [3]int
		var said [3]*ties.Word
		for {
			key := ^uint64(0)
			for i, list := range lists {
				if at[i] < len(list) {
					key = min(key, list[at[i]].Origin)
				}
			}
			if key == ^uint64(0) {
				return
			}
			for i, list := range lists {
				if said[i] = nil; at[i] < len(list) && list[at[i]].Origin == key {
					said[i] = &list[at[i]]
					at[i]++
				}
			}
			if !yield(key, &said) {
				return
			}
		}
	}
}

// SlantAnswer compares what two origins say: ties that only one of them affirms or alleges, and those that one says and
// the other denies. Ties are sorted by subject, relation and object.
type SlantAnswer struct {
	A     Source   `json:"a"`
	B     Source   `json:"b"`
	OnlyA []TieRow `json:"onlyA"`
	OnlyB []TieRow `json:"onlyB"`
	Both  []TieRow `json:"both"`
	Split []WhyTie `json:"split"`
	LeftOut
}

// Slant compares two origins by their ids, as Sources gives them. See [Sources] for the options.
func Slant(ctx context.Context, s *store.Store, a, b string, opts Options) (SlantAnswer, error) {
	return ask(ctx, s, "sources", func(x *ties.Index) (SlantAnswer, error) { return slant(x, a, b, opts) })
}

func slant(x *ties.Index, a, b string, opts Options) (SlantAnswer, error) {
	if a == "" || b == "" || a == b {
		return SlantAnswer{}, fmt.Errorf("%w: two sources are compared, not %q and %q", ErrOption, a, b)
	}
	v, err := look(x, opts)
	if err != nil {
		return SlantAnswer{}, err
	}
	answer := SlantAnswer{A: v.sourceOf(a), B: v.sourceOf(b)}
	answer.OnlyA, answer.OnlyB, answer.Both, answer.Split = []TieRow{}, []TieRow{}, []TieRow{}, []WhyTie{}
	for f := range v.asked() {
		says, denies := v.saidBy(&f, a, b)
		switch {
		case says[0] && denies[1] && !says[1], says[1] && denies[0] && !says[0]:
			tie, err := v.whyTie(&f)
			if err != nil {
				return SlantAnswer{}, err
			}
			answer.Split = append(answer.Split, tie)
			continue
		case !says[0] && !says[1]:
			continue
		}
		polarity := graph.Affirmed
		if f.affirmed.count == 0 {
			polarity = graph.Alleged
		}
		tie, err := v.tie(&f, polarity)
		if err != nil {
			return SlantAnswer{}, err
		}
		list := &answer.Both
		if !says[1] {
			list = &answer.OnlyA
		} else if !says[0] {
			list = &answer.OnlyB
		}
		*list = append(*list, tie)
	}
	answer.LeftOut = v.left
	return answer, nil
}

// sourceOf refers to a source by its id, which is an article's where nothing else is known.
func (v *view) sourceOf(id string) Source {
	if article, err := uuid.Parse(id); err == nil {
		if n, ok := v.x.ArticleNumber(article); ok {
			return v.source(ties.Anonymous | uint64(n))
		}
	}
	return v.newSource(v.refTo(graph.ID(id)))
}

// saidBy tells which of the origins affirm or allege a fact, and which deny it.
func (v *view) saidBy(f *sifted, origins ...string) (says, denies []bool) {
	says, denies = make([]bool, len(origins)), make([]bool, len(origins))
	for i, origin := range origins {
		is := func(key uint64) bool { return v.source(key).ID == origin }
		says[i] = slices.ContainsFunc(eitherOrigin(&f.affirmed, &f.alleged), is)
		denies[i] = slices.ContainsFunc(f.denied.origins(), is)
	}
	return says, denies
}

// UnknownNamesAnswer lists names that no dictionary has: those of most statements first, then by id.
type UnknownNamesAnswer struct {
	Names []UnknownName `json:"names"`
	LeftOut
}

// UnknownName is a name that a text introduced, and what is said of it.
type UnknownName struct {
	Ref
	Statements int      `json:"statements"`
	Evidence   Evidence `json:"evidence"`
}

// UnknownNames lists the names that the reader did not know, so that somebody adopts them. It ignores all options but
// those that leave statements out. Errors wrap ErrOption or come from the store.
func UnknownNames(ctx context.Context, s *store.Store, opts Options) (UnknownNamesAnswer, error) {
	return ask(ctx, s, "unknown names", func(x *ties.Index) (UnknownNamesAnswer, error) { return unknownNames(x, opts) })
}

func unknownNames(x *ties.Index, opts Options) (UnknownNamesAnswer, error) {
	opts.Name = ""
	v, err := look(x, opts)
	if err != nil {
		return UnknownNamesAnswer{}, err
	}
	found := map[ties.Node][]ties.Cite{}
	for f := range v.asked() {
		for _, n := range []ties.Node{f.Subject, f.Object} {
			if !v.x.ID(n).Listed() {
				found[n] = slices.Concat(found[n], f.affirmed.cites(), f.alleged.cites(), f.denied.cites())
			}
		}
	}
	answer := UnknownNamesAnswer{Names: []UnknownName{}, LeftOut: v.left}
	for _, n := range slices.Sorted(maps.Keys(found)) {
		if len(found[n]) == 0 {
			continue
		}
		row := UnknownName{Ref: v.ref(n)}
		statements := map[int]bool{}
		for _, c := range found[n] {
			statements[c.Statement] = true
		}
		row.Statements = len(statements)
		if row.Evidence, err = v.evidence(v.x.Best(found[n])); err != nil {
			return UnknownNamesAnswer{}, err
		}
		answer.Names = append(answer.Names, row)
	}
	slices.SortStableFunc(answer.Names, func(a, b UnknownName) int { return -cmp.Compare(a.Statements, b.Statements) })
	return answer, nil
}
