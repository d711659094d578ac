package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/graph/store"
)

// A dump that is bigger than the memory is sorted in files, of which none stays.
func TestSortLines(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	random := rand.New(rand.NewPCG(1, 2))
	var lines []string
	for range 3000 {
		lines = append(lines, fmt.Sprintf("<%d> \"%s\" .\n", random.IntN(2000), strings.Repeat("x", random.IntN(50))))
	}
	want := strings.Join(slices.Sorted(slices.Values(lines)), "")
	for _, room := range []int{1000, 20_000, 1 << 20} {
		var got strings.Builder
		files, err := store.SortLines(t.Context(), &got, lines, room)
		if err != nil || got.String() != want {
			t.Errorf("room of %d: %v, %d bytes rather than %d", room, err, got.Len(), len(want))
		}
		if (files == 0) != (room == 1<<20) {
			t.Errorf("room of %d: %d files", room, files)
		}
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}
