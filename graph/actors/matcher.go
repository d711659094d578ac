package actors

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
)

// Matcher finds the dictionary's names in the tokens of a text. It may be used by many goroutines.
//
// A name with capitals matches only a text that has them, but words that the text writes in capitals throughout match
// any name of those letters. An acronym of up to four letters is always in capitals; a longer one may be written
// Unicef, where no other name is.
// Accents, apostrophes inside a word, full stops of abbreviations, hyphens and double quotes make no difference; nor does the case of
// articles (al, el, the), nor that of words such as group or brigade after the first.
type Matcher struct {
	dictionary *Dictionary
	tokenize   func(string) []string
	once       sync.Once

	firsts   *tokens             // folded first tokens, numbered as their branches
	small    map[string]struct{} // folded first tokens that need no capital
	lengths  ['z' + 1]uint64     // of those, by their first letter: a bit for each length
	branches []branch
	surfaces []surface
	next     []int32 // the chains of the branches, through surfaces
}

// branch is the names that begin with one token. Their trie is grown when a text first has that token: most texts have
// few of them.
type branch struct {
	first, last int32 // surface, one higher than its index, in the order of rank
	grown       atomic.Pointer[trie]
}

// trie is what may stand behind the first token.
type trie struct {
	ids   map[string]int32 // of folded tokens
	edges map[uint64]int32 // node and id of a token to node
	nodes [][]pattern      // what ends at a node; the first is that behind the first token
}

// pattern is a name that ends at a node of the trie.
type pattern struct {
	cases  []tokenCase
	senses []Sense
}

// tokenCase is what the case of a word must be to match a token of a name.
type tokenCase uint8

const (
	anyCase      tokenCase = iota // brigades, al
	someCapital                   // eBay
	firstCapital                  // Wagner
	mixedAcronym                  // LeT, not Let
	longAcronym                   // SADAT; also Sadat, where nothing else is called so
	allCapitals                   // LNA
)

// Matcher makes a matcher for texts that are split by tokenize, which must split names as it does texts. It is built
// on first use; keep it.
func (d *Dictionary) Matcher(tokenize func(string) []string) *Matcher {
	return &Matcher{dictionary: d, tokenize: tokenize}
}

// Longest gives the longest name that begins at words[i]: the number of its tokens and what it may mean, in the order
// of [Dictionary.Lookup]. It gives 0 where none does. The senses must not be changed.
func (m *Matcher) Longest(words []string, i int) (n int, senses []Sense) {
	m.once.Do(m.build)
	if i < 0 || i >= len(words) {
		return 0, nil
	}
	if isSmall(words[i]) && !m.beginsSmall(words[i]) {
		return 0, nil
	}
	t := m.trie(words[i])
	if t == nil {
		return 0, nil
	}
	for node, j := int32(0), i; ; {
		if patterns := t.nodes[node]; len(patterns) > 0 {
			if found := match(patterns, words[i:j+1]); found != nil {
				n, senses = j+1-i, found
			}
		}
		if j++; j < len(words) && isIdle(words[j]) {
			j++
		}
		if j >= len(words) || len(t.nodes) == 1 {
			break
		}
		token, ok := lookup(t.ids, words[j])
		if !ok {
			break
		}
		if node, ok = t.edges[edge(node, token)]; !ok {
			break
		}
	}
	return n, senses
}

// trie gives that of the names that begin with the word, or nil.
func (m *Matcher) trie(word string) *trie {
	if len(word) > maxToken {
		return nil
	}
	var buf [2 * maxToken]byte
	start, ok := m.firsts.number(foldWord(buf[:0], word))
	if !ok {
		return nil
	}
	b := &m.branches[start]
	t := b.grown.Load()
	if t == nil {
		t = m.grow(b)
		b.grown.Store(t)
	}
	return t
}

// isSmall reports whether the word is one of small letters alone, as most are.
func isSmall(word string) bool {
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// beginsSmall reports whether a name may begin with the word though it has no capital.
func (m *Matcher) beginsSmall(word string) bool {
	if len(word) == 0 || m.lengths[word[0]]>>(len(word)&63)&1 == 0 {
		return false
	}
	_, ok := m.small[word]
	return ok
}

func edge(node, token int32) uint64 { return uint64(node)<<32 | uint64(token) }

// maxToken is how many bytes a word of a name has at most.
const maxToken = 32

// lookup gives the number of a word, or false if no name has it.
func lookup(ids map[string]int32, word string) (int32, bool) {
	var buf [2 * maxToken]byte
	if len(word) > maxToken {
		return 0, false
	}
	id, ok := ids[string(foldWord(buf[:0], word))]
	return id, ok
}

// match gives the senses of the patterns whose case fits the words: of acronyms in small letters only where no other does.
func match(patterns []pattern, words []string) []Sense {
	if found := matchCase(patterns, words, false); found != nil {
		return found
	}
	return matchCase(patterns, words, true)
}

func matchCase(patterns []pattern, words []string, lenient bool) []Sense {
	var found []Sense
	several := false
	for i := range patterns {
		if !fits(patterns[i].cases, words, lenient) {
			continue
		}
		if found == nil {
			found = patterns[i].senses
			continue
		}
		if !several {
			found = slices.Clone(found)
			several = true
		}
		for _, s := range patterns[i].senses {
			if !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
	}
	return found
}

func fits(cases []tokenCase, words []string, lenient bool) bool {
	k := 0
	for _, word := range words {
		if k > 0 && isIdle(word) {
			continue
		}
		want := cases[k]
		k++
		if want == anyCase {
			continue
		}
		is := caseOf(word)
		switch {
		case is.capitals():
		case (want == firstCapital || want == longAcronym && lenient) && is.first:
		case want == someCapital && is.upper > 0, want == mixedAcronym && is.upper > 1:
		default:
			return false
		}
	}
	return true
}

// isArticle reports whether a folded word is one whose case never matters.
func isArticle(word string) bool {
	switch word {
	case "al", "el", "ul", "an", "ar", "as", "ash", "at", "ad", "az", "ed", "es", "ez", "ud", "the", "of", "and", "de",
		"la", "le", "les", "des", "du", "et", "von", "van", "bin", "ibn":
		return true
	}
	return false
}

// isGeneric reports whether a folded word is one that names have in capitals and texts often have not: Wagner group.
func isGeneric(word string) bool {
	switch word {
	case "administration", "air", "airbase", "airport", "alliance", "army", "authority", "base", "battalion", "border",
		"brigade", "brigades", "camp", "city", "clan", "coalition", "command", "committee", "company", "corps", "council",
		"crossing", "dam", "desert", "district", "division", "faction", "factions", "fighters", "force", "forces", "front",
		"governorate", "government", "group", "guard", "international", "island", "islands", "lake", "militants", "militia",
		"militias", "mountain", "mountains", "movement", "network", "oblast", "organisation", "organization", "parliament",
		"party", "peninsula", "port", "province", "rebels", "region", "regiment", "river", "road", "strait", "tribe",
		"troops", "union", "unit", "valley", "village":
		return true
	}
	return false
}

// required tells how the i-th of n tokens of a name must be written.
func required(token, folded string, i, n int) tokenCase {
	c := caseOf(token)
	switch {
	case c.upper == 0, n > 1 && isArticle(folded), i > 0 && c.lower > 0 && isGeneric(folded):
		return anyCase
	case c.capitals() && c.upper <= 4:
		return allCapitals
	case c.capitals():
		return longAcronym
	case c.first && n == 1 && c.upper > 1 && c.upper+c.lower <= 4:
		return mixedAcronym
	case c.first:
		return firstCapital
	}
	return someCapital
}

// build sorts all names by their first token.
func (m *Matcher) build() {
	m.surfaces = m.dictionary.surfaces()
	m.firsts = newTokens()
	m.branches = make([]branch, 0, len(m.surfaces)*5/8)
	m.small = map[string]struct{}{}
	m.next = make([]int32, len(m.surfaces))
	for _, i := range byRank(m.surfaces) {
		var buf [64]byte
		token := m.firstToken(m.surfaces[i].text)
		first := foldWord(buf[:0], token)
		if len(first) == 0 {
			continue
		}
		if required(token, string(first), 0, 2) == anyCase {
			m.small[string(first)] = struct{}{}
			if first[0] <= 'z' {
				m.lengths[first[0]] |= 1 << (len(first) & 63)
			}
		}
		id, fresh := m.firsts.add(first)
		if fresh {
			m.branches = append(m.branches, branch{first: i + 1})
		} else {
			m.next[m.branches[id].last-1] = i + 1
		}
		m.branches[id].last = i + 1
	}
}

// grow makes the trie of a branch: the same one, whoever makes it.
func (m *Matcher) grow(b *branch) *trie {
	t := &trie{map[string]int32{}, map[uint64]int32{}, make([][]pattern, 1)}
	var tokens []string
	for i := b.first; i > 0; i = m.next[i-1] {
		s := &m.surfaces[i-1]
		tokens = m.tokens(tokens[:0], s.text)
		t.insert(tokens, s.sense)
	}
	return t
}

// byRank gives the indexes of the surfaces in the order of [surface.rank]; equals stay in the order of their ids.
func byRank(surfaces []surface) []int32 {
	var starts [256]int32
	ranks := make([]uint8, len(surfaces))
	for i := range surfaces {
		ranks[i] = surfaces[i].rank()
		starts[ranks[i]]++
	}
	sum := int32(0)
	for rank, n := range starts {
		starts[rank] = sum
		sum += n
	}
	order := make([]int32, len(surfaces))
	for i, rank := range ranks {
		order[starts[rank]] = int32(i)
		starts[rank]++
	}
	return order
}

// tokens splits a name, without its hyphens and quotes. Words of plain letters stay whole under any tokenizer, so that most names
// need none.
func (m *Matcher) tokens(dst []string, name string) []string {
	if strings.ContainsFunc(name, func(r rune) bool { return r != ' ' && !isPlain(r) }) {
		for _, token := range m.tokenize(name) {
			if !isIdle(token) {
				dst = append(dst, token)
			}
		}
		return dst
	}
	for token := range strings.SplitSeq(name, " ") {
		if token != "" {
			dst = append(dst, token)
		}
	}
	return dst
}

// firstToken gives the first of a name's tokens, or an empty one.
func (m *Matcher) firstToken(name string) string {
	n := strings.IndexFunc(name, func(r rune) bool { return !isPlain(r) })
	switch {
	case n < 0:
		return name
	case n > 0 && name[n] == ' ', n > 1 && name[n] == '-' && isArticle(strings.ToLower(name[:n])): // but "Anti-balaka" may stay whole
		return name[:n]
	}
	first, _, _ := strings.Cut(name, " ")
	switch i := strings.IndexFunc(first, func(r rune) bool { return !unicode.IsLetter(r) }); {
	case i < 0:
		return first
	case !strings.ContainsFunc(first, isMark):
		name = first // which the words behind it do not change
	}
	if tokens := m.tokens(nil, name); len(tokens) > 0 {
		return tokens[0]
	}
	return ""
}

func isPlain(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isMark reports whether what stands behind a word may tell whether the sign is part of it, as a full stop.
func isMark(r rune) bool {
	return !unicode.IsLetter(r) && !(r >= '0' && r <= '9') && r != '-' && r != '\'' && r != '’'
}

func (t *trie) insert(tokens []string, sense Sense) {
	var caseBuf [16]tokenCase
	cases := caseBuf[:0]
	var buf [64]byte
	node := int32(0)
	for i, token := range tokens {
		folded := foldWord(buf[:0], token)
		cases = append(cases, required(token, string(folded), i, len(tokens)))
		if i == 0 {
			continue
		}
		id, ok := t.ids[string(folded)]
		if !ok {
			id = int32(len(t.ids))
			t.ids[string(folded)] = id
		}
		next, ok := t.edges[edge(node, id)]
		if !ok {
			next = int32(len(t.nodes))
			t.nodes = append(t.nodes, nil)
			t.edges[edge(node, id)] = next
		}
		node = next
	}
	t.nodes[node] = addPattern(t.nodes[node], cases, sense)
}

// addPattern adds a sense to the pattern that is written alike. Stricter patterns stand first.
func addPattern(patterns []pattern, cases []tokenCase, sense Sense) []pattern {
	for i := range patterns {
		if slices.Equal(patterns[i].cases, cases) {
			patterns[i].senses = addSense(patterns[i].senses, sense)
			return patterns
		}
	}
	patterns = append(patterns, pattern{slices.Clone(cases), []Sense{sense}})
	slices.SortStableFunc(patterns, func(a, b pattern) int { return cmp.Compare(b.weight(), a.weight()) })
	return patterns
}

// addSense adds a sense unless it is there; one without period takes the place of those with one.
func addSense(senses []Sense, sense Sense) []Sense {
	same := func(o Sense) bool { return o.Entry == sense.Entry && o.Form == sense.Form }
	if slices.ContainsFunc(senses, func(o Sense) bool { return same(o) && (o.When == "" || o.When == sense.When) }) {
		return senses
	}
	if sense.When == "" {
		senses = slices.DeleteFunc(senses, same)
	}
	return append(senses, sense)
}

func (p pattern) weight() (sum int) {
	for _, c := range p.cases {
		sum += int(c)
	}
	return sum
}
