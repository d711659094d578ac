package graph

import (
	"cmp"
	"slices"

	"github.com/google/uuid"
)

// Addresses gives the addresses at which the text appeared, sorted, each once.
func (a Article) Addresses() []string {
	var addresses []string
	for _, p := range a.Appearances {
		if p.URL != "" {
			addresses = append(addresses, p.URL)
		}
	}
	slices.Sort(addresses)
	return slices.Compact(addresses)
}

// Revises reports whether the text took the place of b's at the address: it was published there later; of two that
// were published on the same day, that with the larger id. One without a date is older than any with one.
func (a Article) Revises(b Article, address string) bool {
	return a.ID != b.ID && cmp.Or(cmp.Compare(a.publishedAt(address), b.publishedAt(address)), slices.Compare(a.ID[:], b.ID[:])) > 0
}

// publishedAt is the last day on which the text began to stand at the address, or empty.
func (a Article) publishedAt(address string) string {
	latest := ""
	for _, p := range a.Appearances {
		if first, _, ok := p.Published.Bounds(); ok && p.URL == address {
			latest = max(latest, first)
		}
	}
	return latest
}

// SuccessorOf gives the id of the article that took a's place, where newest gives the newest at an address: the nil id
// where a is that at one of its addresses, or has none. With several, it is the one at the first address.
func SuccessorOf(a Article, newest func(address string) (Article, error)) (uuid.UUID, error) {
	successor := uuid.Nil
	for _, address := range a.Addresses() {
		other, err := newest(address)
		if err != nil {
			return uuid.Nil, err
		}
		if !other.Revises(a, address) {
			return uuid.Nil, nil
		}
		if successor == uuid.Nil {
			successor = other.ID
		}
	}
	return successor, nil
}
