package text

import (
	"math/rand/v2"
	"testing"
)

// TestBest holds that scores compared four at once tell the same best tag as one by one, the lowest of several.
func TestBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 20_000 {
		var all [8 * denseWords]uint16
		var s scores
		for i := range all {
			all[i] = uint16(1 + random.IntN(1+random.IntN(12_000)))
			if random.IntN(3) == 0 {
				all[i] = 9000
			}
			tag := Tag(i)
			s[tag.lane()>>2] |= uint64(all[i]) << (tag.lane() & 3 * 16)
		}
		best := NN
		for tag := NN; tag < tagCount; tag++ {
			if all[tag] > all[best] {
				best = tag
			}
		}
		if got := s.best(); got != best {
			t.Fatalf("of %v the best is %v, want %v", all, got, best)
		}
	}
}
