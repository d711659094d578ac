package extract

// sieve holds most words back that are in no table, for less than a look into one costs: it knows words by their length
// and three of their letters.
type sieve [1 << 10]uint64

func (s *sieve) add(word string) {
	at := s.at(word)
	s[at>>6] |= 1 << (at & 63)
}

// passes reports whether the word may have been added; one that was always passes.
func (s *sieve) passes(word string) bool {
	at := s.at(word)
	return s[at>>6]&(1<<(at&63)) != 0
}

// at is the word's bit, of 65,536.
func (s *sieve) at(word string) uint32 {
	n := len(word)
	if n == 0 {
		return 0
	}
	letters := uint32(word[0]) | uint32(word[n/2])<<8 | uint32(word[n-1])<<16
	return (letters ^ uint32(n)*0x0100_1F35) * 0x9E37_79B1 >> 16
}

// classSieve does the same for words in classes: a word has a place in it, a class a bit.
type classSieve [1 << 12]uint64

func (s *classSieve) add(class, word string) { s[s.at(word)] |= wordBit(class) }

// passes reports whether the word may be in the class; one that is always passes.
func (s *classSieve) passes(class, word string) bool { return s[s.at(word)]&wordBit(class) != 0 }

func (s *classSieve) at(word string) uint32 { return (*sieve)(nil).at(word) >> 4 }

// wordBit is a word's bit, of 64: who has all bits of a list of words passes over most words that are not in it.
func wordBit(word string) uint64 {
	n := len(word)
	if n == 0 {
		return 0
	}
	return 1 << ((uint32(word[0]) + uint32(word[n/2])*5 + uint32(word[n-1])*11 + uint32(n)*17) & 63)
}
