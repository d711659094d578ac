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
