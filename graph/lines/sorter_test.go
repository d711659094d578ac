package lines_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/graph/lines"
)

// What is more than the memory is sorted in files, of which none stays.
func TestSorter(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	random := rand.New(rand.NewPCG(1, 2))
	var all []string
	for range 3000 {
		all = append(all, fmt.Sprintf("<%d> \"%s\" .\n", random.IntN(2000), strings.Repeat("x", random.IntN(50))))
	}
	want := strings.Join(slices.Sorted(slices.Values(all)), "")
	for _, room := range []int{1000, 20_000, 1 << 20} {
		var got strings.Builder
		files, err := sorted(t, &got, all, room)
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

// sorted sorts lines with so many bytes of memory, and tells how many files that took.
func sorted(t *testing.T, w io.Writer, all []string, room int) (files int, err error) {
	t.Helper()
	s := lines.Sorter{Room: room}
	for _, line := range all {
		if err := s.Add(line); err != nil {
			t.Fatal(err)
		}
	}
	if s.Empty() {
		t.Error("it is told to be empty")
	}
	out := bufio.NewWriter(w)
	err = errors.Join(s.Write(t.Context(), out), out.Flush())
	files = s.Files()
	return files, errors.Join(err, s.Close())
}
