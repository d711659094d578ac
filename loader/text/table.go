package text

import (
	"encoding/binary"
	"maps"
	"slices"
)

// table maps numbers to numbers, all of which are known when it is made: a perfect hash by displacement, as Belazzougui,
// Botelho and Dietzfelbinger, "Hash, displace, and compress" (2009), describe it. It is read as it stands in the model's
// file, so opening one takes no time.
type table struct {
	shifts []byte // a bucket's displacement, two bytes each
	slots  []byte // key and value, four bytes each; 0 is the value of a free slot
}

const (
	shiftSize = 2
	slotSize  = 8
)

// get returns the value of a key, 0 if it has none.
func (t *table) get(key uint32) uint32 { return valueOf(t.pair(key), key) }

// pair returns what is in the slot where the key is, if it is anywhere: a key and, in the high half, its value.
func (t *table) pair(key uint32) uint64 {
	if len(t.slots) == 0 {
		return 0
	}
	return binary.LittleEndian.Uint64(t.slots[t.at(key):])
}

// valueOf returns the value in a slot if it is the key's, else 0.
func valueOf(pair uint64, key uint32) uint32 {
	if uint32(pair) != key {
		return 0
	}
	return uint32(pair >> 32)
}

// at returns where in slots the key is, if it is anywhere.
func (t *table) at(key uint32) int {
	bucket := uint64(key) * uint64(len(t.shifts)/shiftSize) >> 32
	return place(key, binary.LittleEndian.Uint16(t.shifts[bucket*shiftSize:]), len(t.slots)/slotSize) * slotSize
}

// place returns the slot, of so many, that a displacement gives a key.
func place(key uint32, shift uint16, slots int) int {
	h := (uint64(key)*0x9E3779B97F4A7C15 ^ uint64(shift)*0xD6E8FEB86659FD93) * 0xD1342543DE82EF95
	return int(h >> 32 * uint64(slots) >> 32)
}

// newTable makes a table: the same values give the same bytes.
func newTable(values map[uint32]uint32) table {
	if len(values) == 0 {
		return table{}
	}
	buckets := make([][]uint32, len(values)/4+1)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		b := uint64(key) * uint64(len(buckets)) >> 32
		buckets[b] = append(buckets[b], key)
	}
	order := make([]int, len(buckets))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(buckets[b]) - len(buckets[a]) }) // the fullest first
	for slots := len(values) + len(values)/16 + 1; ; slots += slots/16 + 1 {
		t := table{shifts: make([]byte, len(buckets)*shiftSize), slots: make([]byte, slots*slotSize)}
		if t.fill(buckets, order, values) {
			return t
		}
	}
}

// fill finds for each bucket a displacement that brings its keys to free slots, and reports whether there is one for all.
func (t *table) fill(buckets [][]uint32, order []int, values map[uint32]uint32) bool {
	slots := len(t.slots) / slotSize
	used := make([]bool, slots)
	var taken []int
	for _, b := range order {
		shift := 0
	search:
		for ; ; shift++ {
			if shift > 0xFFFF {
				return false
			}
			taken = taken[:0]
			for _, key := range buckets[b] {
				at := place(key, uint16(shift), slots)
				if used[at] || slices.Contains(taken, at) {
					continue search
				}
				taken = append(taken, at)
			}
			break
		}
		binary.LittleEndian.PutUint16(t.shifts[b*shiftSize:], uint16(shift))
		for i, at := range taken {
			used[at] = true
			key := buckets[b][i]
			binary.LittleEndian.PutUint64(t.slots[at*slotSize:], uint64(values[key])<<32|uint64(key))
		}
	}
	return true
}
