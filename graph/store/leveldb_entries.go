package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// putIndexes writes the entries of the indexes that change.
func (c *change) putIndexes() error {
	for index, entries := range c.entries {
		slices.SortFunc(entries, compareEntries)
		for n := 0; len(entries) > 0; entries = entries[n:] {
			n = 1
			for n < len(entries) && entries[n].key == entries[0].key {
				n++
			}
			if err := c.putEntry(index, entries[0].key, entries[:n]); err != nil {
				return err
			}
		}
	}
	return nil
}

func compareEntries(a, b entry) int {
	for i := range a.key {
		if a.key[i] != b.key[i] {
			return cmp.Compare(a.key[i], b.key[i])
		}
	}
	return cmp.Compare(a.number, b.number)
}

// putEntry writes an entry of an index, of which the group comes in or goes out.
func (c *change) putEntry(index int, numbers [3]uint64, group []entry) error {
	key := c.indexKey(index, numbers)
	if group[0].whole || index == 1 && c.emptied[[2]uint64{numbers[2], numbers[1]}] {
		c.keys.entries.drop(string(key))
		c.page.Delete(key)
		return nil
	}
	isNew := c.isNew(numbers)
	var before []byte
	if !isNew {
		var err error
		if before, err = c.entry(key); err != nil {
			return err
		}
	}
	value, err := c.mergeNumbers(before, group)
	if err != nil {
		return err
	}
	if len(value) > 0 {
		if !isNew {
			c.noteEntry(key, value)
		}
		c.page.Put(key, value)
		return nil
	}
	c.keys.entries.drop(string(key))
	if index == 0 {
		c.emptied[[2]uint64{numbers[0], numbers[1]}] = true
	}
	c.page.Delete(key)
	return nil
}

// entry gives an entry of an index as it was before the change.
func (c *change) entry(key []byte) ([]byte, error) {
	if value, ok := c.keys.entries.get(string(key)); ok {
		return value, nil
	}
	return c.before.get(key)
}

// noteEntry keeps an entry as it was written.
func (c *change) noteEntry(key, value []byte) {
	if len(value) > longestEntry {
		c.keys.entries.drop(string(key))
		return
	}
	c.keys.entries.put(string(key), bytes.Clone(value))
}

// isNew reports whether an entry of an index cannot be there, since one of its nodes came with this change: so it is with
// nearly all of an article that is new.
func (c *change) isNew(key [3]uint64) bool {
	return key[0] > c.first || key[1] > c.first || key[2] > c.first
}

// mergeNumbers gives the numbers of an entry as they are after the change, until the next value is written.
func (c *change) mergeNumbers(before []byte, group []entry) (value []byte, err error) {
	value = append(c.buffer[:0], before...)
	defer func() { c.buffer = value }()
	var gone []uint64
	for _, e := range group {
		if e.gone {
			gone = append(gone, e.number)
		}
	}
	if value, err = without(value, gone); err != nil {
		return value, err
	}
	for _, e := range group {
		if !e.gone {
			value = binary.AppendUvarint(value, e.number)
		}
	}
	return value, nil
}

// without takes numbers out of the value of an entry; both are sorted.
func without(value []byte, gone []uint64) ([]byte, error) {
	to, from := 0, 0
	for _, number := range gone {
		at, err := searchNumbers(value[from:], number)
		if err != nil {
			return value, err
		}
		at += from
		found, n := binary.Uvarint(value[at:])
		if n <= 0 || found != number {
			return value, damaged("an index lacks quad %d", number)
		}
		to += copy(value[to:], value[from:at])
		from = at + n
	}
	return append(value[:to], value[from:]...), nil
}

// searchNumbers gives the place of the first number that is not less, in an entry which may have many: it halves.
func searchNumbers(value []byte, number uint64) (int, error) {
	low, high := 0, len(value)
	for low < high {
		middle := startOf(value, low+(high-low)/2)
		found, n := binary.Uvarint(value[middle:])
		switch {
		case n <= 0:
			return 0, entryCut()
		case found < number:
			low = middle + n
		default:
			high = middle
		}
	}
	return low, nil
}

// startOf gives where the number begins that has a byte at a place: only the last byte of each is less than 0x80.
func startOf(value []byte, at int) int {
	for at > 0 && value[at-1] >= 0x80 {
		at--
	}
	return at
}

func entryCut() error { return damaged("an index has an entry that ends too soon") }

func readNumbers(to []uint64, value []byte) ([]uint64, error) {
	for len(value) > 0 {
		v, n := binary.Uvarint(value)
		if n <= 0 {
			return to, entryCut()
		}
		to, value = append(to, v), value[n:]
	}
	return to, nil
}
