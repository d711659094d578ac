package store_test

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"entente.example/graph/store"
)

// TestWithout takes any of the numbers out of entries, the first and the last too, and none that is not there.
func TestWithout(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	for range 500 {
		var numbers, gone, rest []uint64
		for n := uint64(0); len(numbers) < 1+random.IntN(40); {
			n += 1 + random.Uint64N(1<<random.IntN(30))
			if numbers = append(numbers, n); random.IntN(3) == 0 {
				gone = append(gone, n)
			} else {
				rest = append(rest, n)
			}
		}
		got, err := store.Without(entryOf(numbers), gone)
		if err != nil || !slices.Equal(got, entryOf(rest)) {
			t.Fatalf("%v without %v is %v, %v", numbers, gone, got, err)
		}
		absent := numbers[len(numbers)-1] + 1
		if random.IntN(2) == 0 {
			absent = numbers[0] - 1
		}
		if _, err := store.Without(entryOf(numbers), []uint64{absent}); err == nil {
			t.Fatalf("%v without %d is no error", numbers, absent)
		}
	}
	if _, err := store.Without([]byte{0x80}, []uint64{1}); err == nil {
		t.Error("an entry that is cut is no error")
	}
}

func entryOf(numbers []uint64) []byte {
	var value []byte
	for _, n := range numbers {
		value = binary.AppendUvarint(value, n)
	}
	return value
}
