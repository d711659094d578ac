package ties

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// A sorter gives rows in order, those that are equal as they came, whether there is nothing, one run or many.
func TestSorter(t *testing.T) {
	type row struct{ key, came uint32 }
	random := rand.New(rand.NewPCG(1, 1))
	for _, rows := range []int{0, 1, 99, 100, 101, 30_000} {
		p := &pager{room: 1, run: 100}
		s := newSorter(p, &file{ReaderAt: p}, func(a, b *row) int { return cmp.Compare(a.key, b.key) })
		var want, got []row
		for i := range rows {
			r := row{random.Uint32N(50), uint32(i)}
			want = append(want, r)
			s.add(r)
		}
		slices.SortStableFunc(want, func(a, b row) int { return cmp.Compare(a.key, b.key) })
		for r := range s.sorted() {
			got = append(got, *r)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d rows: not in order", rows)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}
