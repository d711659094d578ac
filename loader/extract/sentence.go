package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/loader/text"
)

// sentence is a sentence under analysis: tokens, names, groups.
type sentence struct {
	doc      *document
	index    int
	tokens   []text.Token
	words    []string
	lower    []string
	start    int // of the sentence in the document, bytes
	end      int
	capitals bool // all in capitals
	headline bool // every word has a capital
	title    bool // a line of its own without a final stop
	sided    bool // names somebody whom a tie may have for an end, as far as is known

	placeExpected bool // while the object of a rule about places is looked for
	tagged        bool // so far; what has no name is tagged only where somebody may be meant
	looked        bool // the tokens have the tagger's tags from a first look
	names         []name
	byToken       []int // name + 1 that begins at the token
	byEnd         []int // name + 1 that ends right before the token
	groups        []*group
	apart         []*group // lists of sides that stand apart, which are no groups of the sentence
	retagged      []retagged

	entryDate graph.Valid // the date that opens an entry of a chronology
	quotation quotation
}

// analyse cuts the document into sentences and takes each apart.
func (d *document) analyse() []*sentence {
	d.findNames()
	d.findTies()
	return d.sentences
}

// findNames cuts the document into sentences and finds the names in them, with which all else begins: what the article is about
// tells what its names mean.
func (d *document) findNames() {
	lost, unbroken, joined := lostApostrophes(d.text), lostCommas(d.text), lostHyphens(d.text)
	cuts := d.runOns(d.arena.cutter.Sentences(d.text), unbroken)
	memory := d.arena.sentences(len(cuts))
	d.sentences = make([]*sentence, 0, len(cuts))
	d.lowered.Grow(len(d.text) / 8)
	for i, cut := range cuts {
		if lost {
			cut.Tokens = d.restorePossessives(cut.Tokens)
		}
		if joined {
			cut.Tokens = d.splitJoined(cut.Tokens)
		}
		cut.Tokens = d.unmark(d.restoreHyphens(cut.Tokens))
		s := &memory[i]
		*s = sentence{doc: d, index: i, tokens: cut.Tokens, start: cut.Start, end: cut.End, title: cut.Title}
		if unbroken {
			s.tokens = s.restoreCommas()
		}
		s.prepare(cut.Title)
		d.sentences = append(d.sentences, s)
		s.quote()
		s.findLoud()
		for k, w := range s.words {
			if !s.capitalised(k) {
				d.arena.lower.add(w)
			}
		}
	}
	for _, s := range d.sentences {
		if s.mayName() {
			s.tag()
			s.findNames()
		}
		s.indexNames()
		s.recognise()
	}
}

// namesSide reports whether the sentence names anybody whom a tie may have for an end: one of the dictionary, who makes sides of
// descriptions too, a body by its form, somebody by his office.
func (s *sentence) namesSide() bool {
	s.sided = s.sided || slices.ContainsFunc(s.names, func(n name) bool {
		return n.known() || n.shape != "" && n.shape != graph.Person && n.shape != graph.Place
	})
	for i := 0; i < len(s.words) && !s.sided; i++ {
		s.sided = s.capitalised(i) && (s.titled(i) || s.titles(i) || s.organisation(i) != "")
	}
	return s.sided
}

// findTies takes each sentence apart and matches it before the next is read, so that whom it makes a leader leads "his
// forces" there.
func (d *document) findTies() {
	sentences := d.sentences
	d.findEra(sentences)
	d.tellPersons()
	d.presidents(sentences)
	d.aliases(sentences)
	d.newAcronyms(sentences)
	d.shortNames(sentences)
	d.nameHalves(sentences)
	d.keepAbroad(sentences)
	d.typeNewcomers(sentences)
	d.typePlaces(sentences)
	d.shortBodies(sentences)
	d.survey(sentences)
	d.titleTheme()
	for _, s := range sentences {
		if d.skims && s.meansNobody() {
			continue
		}
		s.tag()
		s.tellYear()
		s.correctTags()
		s.chunk()
		s.link()
		s.resolve()
		s.findTheme()
		if s.pointsElsewhere() {
			continue
		}
		told := len(d.candidates)
		s.match()
		s.ownDenials(told)
		s.followCampaign(told)
		s.recordOutrage(told)
	}
	d.attributeQuotes()
}

// meansNobody reports whether no word of the sentence can stand for anybody: it names none, none was named shortly before, and the
// article is about no country whose government or rebels could be meant.
func (s *sentence) meansNobody() bool {
	d := s.doc
	if s.capitals || s.headline || d.focus != "" || d.subject != "" || d.theme != "" || d.uprising.state != nil || s.namesSide() {
		return false
	}
	if slices.ContainsFunc(s.names, func(n name) bool { return n.shape != "" }) {
		return false
	}
	for m := range d.back(s, descriptionReach) {
		if len(m.refs)+len(m.places) > 0 {
			return false
		}
	}
	for i, word := range s.lower {
		if s.titled(i) || s.titles(i) || len(s.names) > 0 && d.reader.classes.any(text.Lemma(word, text.NNS), "grouping", "nationals", "force", "leader", "member") {
			return false
		}
	}
	return true
}

// tag tags the words, once. A mark before an item is none: the word behind it begins the sentence.
func (s *sentence) tag() {
	if s.tagged {
		return
	}
	s.tagged = true
	marks := leading(s.words)
	for i := range marks {
		s.tokens[i].Tag = text.Colon
	}
	if !s.looked {
		s.doc.reader.tagger.Tag(s.tokens[marks:])
		tagHyphens(s.tokens)
	}
	s.tagNames()
	if i := s.agencyDash(); i > 0 {
		s.tokens[i].Tag = text.Colon
	}
}

// prepare lays out the words of the sentence.
func (s *sentence) prepare(title bool) {
	s.words, s.lower = s.doc.arena.strings(len(s.tokens)), s.doc.arena.strings(len(s.tokens))
	capital, letters := 0, 0
	for i := range s.tokens {
		t := &s.tokens[i]
		if isSmall(t.Text) { // most words are
			s.words[i], s.lower[i] = t.Text, t.Text
			if len(t.Text) > 3 {
				letters++
			}
			continue
		}
		t.Text = visible(t.Text)
		s.words[i], s.lower[i] = t.Text, s.doc.lowerCase(t.Text)
		if len(t.Text) > 3 && strings.ContainsFunc(t.Text, hasCase) {
			letters++
			if s.capitalised(i) {
				capital++
			}
		}
	}
	s.capitals = (letters > 2 || len(s.lower) > 4 && slices.ContainsFunc(s.lower, func(word string) bool { return functionTag(word) != text.Untagged })) && !strings.ContainsFunc(s.doc.text[s.start:s.end], isSmallLetter)
	s.headline = letters > 3 && capital*10 > letters*8 && !s.capitals && title
}

// lowerCase gives the word in lower case, with plain apostrophes. Those of ASCII share memory, which no other document uses.
func (d *document) lowerCase(word string) string {
	from := d.lowered.Len()
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(word), "’", "'")
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		d.lowered.WriteByte(c)
	}
	return d.lowered.String()[from:]
}

// lowers reports whether the sentences so far have the word without a capital.
func (d *document) lowers(word string) bool {
	if !d.arena.lower.passes(word) {
		return false
	}
	return slices.ContainsFunc(d.sentences, func(s *sentence) bool {
		k := slices.Index(s.words, word)
		return k >= 0 && !s.capitalised(k)
	})
}

// hasCase reports whether a letter is written in two sizes.
func hasCase(r rune) bool { return unicode.ToLower(r) != unicode.ToUpper(r) }

func isSmallLetter(r rune) bool { return unicode.ToUpper(r) != r }

// isSmall reports whether the word is of the letters from a to z alone.
func isSmall(word string) bool {
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

func (s *sentence) indexNames() {
	index := s.doc.arena.zeros(2 * (len(s.tokens) + 1))
	s.byToken, s.byEnd = index[:len(s.tokens)+1], index[len(s.tokens)+1:]
	for i, n := range s.names {
		s.byToken[n.first], s.byEnd[n.last] = i+1, i+1
	}
}

// nameAt gives the name that begins at the token, or nil.
func (s *sentence) nameAt(i int) *name {
	if i >= len(s.byToken) || s.byToken[i] == 0 {
		return nil
	}
	return &s.names[s.byToken[i]-1]
}

// nameBefore gives the name that ends right before the token, or nil.
func (s *sentence) nameBefore(i int) *name {
	if i < 0 || i >= len(s.byEnd) || s.byEnd[i] == 0 {
		return nil
	}
	return &s.names[s.byEnd[i]-1]
}

// endsKnownName reports, while names are being found, whether the last of them is known and ends right before the token.
func (s *sentence) endsKnownName(i int) bool {
	n := len(s.names)
	return n > 0 && s.names[n-1].last == i && s.names[n-1].known()
}

// nameOf gives the name that is just the tokens, or nil.
func (s *sentence) nameOf(at span) *name {
	if n := s.nameAt(at.first); n != nil && n.last == at.last {
		return n
	}
	return nil
}

func (s *sentence) nameIndex(n *name) int { return s.byToken[n.first] - 1 }

// text gives the words of a token range as they stand in the document: none for a comma that a feed took.
func (s *sentence) text(first, last int) string {
	if last <= first {
		return ""
	}
	return visible(s.doc.text[s.tokens[first].Start:s.tokens[last-1].End])
}
