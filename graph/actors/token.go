package actors

// tokens numbers words from 0 on, in the order in which they come: a hash table whose letters stand in one piece, since
// there are many words and most are never asked for.
type tokens struct {
	slots   []tokenSlot // open addressing; their number is a power of two
	letters []byte
	count   uint32
}

type tokenSlot struct {
	hash     uint32
	at, size uint32 // of its letters
	number   uint32 // one higher than the word's; 0 in a free slot
}

func newTokens() *tokens { return &tokens{slots: make([]tokenSlot, 1024)} }

// number gives the number of a word, or false if it has none.
func (t *tokens) number(word []byte) (uint32, bool) {
	s, _ := t.find(word)
	return s.number - 1, s.number > 0
}

// add gives the number of a word, and whether it had none before.
func (t *tokens) add(word []byte) (number uint32, fresh bool) {
	s, hash := t.find(word)
	if s.number > 0 {
		return s.number - 1, false
	}
	t.count++
	*s = tokenSlot{hash: hash, at: uint32(len(t.letters)), size: uint32(len(word)), number: t.count}
	t.letters = append(t.letters, word...)
	if int(t.count)*3 > len(t.slots)*2 {
		t.grow()
	}
	return t.count - 1, true
}

// find gives the slot that a word has, or would have.
func (t *tokens) find(word []byte) (*tokenSlot, uint32) {
	h := uint64(14695981039346656037) // FNV-1a
	for _, c := range word {
		h = (h ^ uint64(c)) * 1099511628211
	}
	hash := uint32(h ^ h>>32)
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.number == 0 || s.hash == hash && string(t.letters[s.at:s.at+s.size]) == string(word) {
			return s, hash
		}
	}
}

func (t *tokens) grow() {
	old := t.slots
	t.slots = make([]tokenSlot, 2*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := s.hash & mask
		for t.slots[i].number > 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}
