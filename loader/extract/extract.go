package extract

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

//go:embed data
var data embed.FS

// Version is the version of the rules' code; the data have hashes of their own.
const Version = "rules@1"

// Reader reads documents with one dictionary and one set of rules. It keeps nothing between documents and may be used
// by many goroutines at once.
type Reader struct {
	dictionary   *actors.Dictionary
	matcher      *actors.Matcher
	given        map[string]bool // first names of the dictionary's people
	tagger       *text.Tagger
	classes      *classes
	frames       *frames
	twoWords     map[string]bool
	prepositions map[string][][]string
	name         string
}

var embedded = sync.OnceValues(func() (*Reader, error) {
	dictionary, err := actors.Embedded()
	if err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	rules, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	return New(dictionary, rules)
})

// Embedded gives the reader with the embedded dictionary and rules, reading them at the first call.
func Embedded() (*Reader, error) { return embedded() }

// New makes a reader of a dictionary and a folder of rules: classes.txt, prepositions.txt and *.frames, in the form that
// docs/extraction.md describes. Errors name file and line.
func New(dictionary *actors.Dictionary, rules fs.FS) (*Reader, error) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		return nil, fmt.Errorf("read the tagger's model: %w", err)
	}
	r := &Reader{dictionary: dictionary, tagger: tagger, frames: newFrames()}
	hash := sha256.New()
	hash.Write([]byte(dictionary.Hash()))
	read := func(name string) (string, error) {
		content, err := fs.ReadFile(rules, name)
		hash.Write(content)
		return string(content), err
	}
	content, err := read("classes.txt")
	if err != nil {
		return nil, err
	}
	if r.classes, err = readClasses(strings.NewReader(content), "classes.txt"); err != nil {
		return nil, err
	}
	if content, err = read("prepositions.txt"); err != nil {
		return nil, err
	}
	r.readPrepositions(content)
	names, err := fs.Glob(rules, "*.frames")
	if err != nil {
		return nil, err
	}
	for _, name := range names { // Glob sorts
		if content, err = read(name); err != nil {
			return nil, err
		}
		if err = r.frames.read(strings.NewReader(content), name, r.classes); err != nil {
			return nil, err
		}
	}
	r.joinWords()
	r.matcher = dictionary.Matcher(words)
	r.given = map[string]bool{}
	for entry := range dictionary.All() {
		if first, _, ok := strings.Cut(entry.Name, " "); ok && entry.Type == graph.Person {
			r.given[first] = true
		}
	}
	r.name = Version + "+" + hex.EncodeToString(hash.Sum(nil))[:12]
	return r, nil
}

// Name gives the version of code, dictionary and rules together: what a store keeps to know whether to read again.
func (r *Reader) Name() string { return r.name }

// Dictionary gives the reader's dictionary.
func (r *Reader) Dictionary() *actors.Dictionary { return r.dictionary }

// words cuts a name as sentences are cut.
func words(name string) []string {
	var words []string
	for _, s := range text.Sentences(name) {
		for _, t := range s.Tokens {
			words = append(words, t.Text)
		}
	}
	return words
}

// readPrepositions reads prepositions of several words, one a line.
func (r *Reader) readPrepositions(content string) {
	r.prepositions = map[string][][]string{}
	for line := range strings.Lines(content) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			r.prepositions[fields[0]] = append(r.prepositions[fields[0]], fields)
		}
	}
	for _, list := range r.prepositions {
		slices.SortFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
}

// joinWords collects the words of all classes and rules that are two words of the text.
func (r *Reader) joinWords() {
	r.twoWords = map[string]bool{}
	for _, class := range r.classes.words {
		for form := range class {
			if strings.Count(form, "_") == 1 {
				r.twoWords[form] = true
			}
		}
	}
	for _, table := range []map[string][]trigger{r.frames.nouns, r.frames.adjs, r.frames.roles} {
		for form := range table {
			if strings.Count(form, "_") == 1 {
				r.twoWords[form] = true
			}
		}
	}
}

// reports reports whether a clause may hang on the verb.
func (r *Reader) reports(lemma string) bool {
	return r.classes.any(lemma, "say", "claim", "deny", "suspect", "plan", "threaten", "demand", "offer") || lemma == "accuse"
}

// verb reports whether rules know the word as a verb, one of a tie or one of saying and wanting.
func (r *Reader) verb(lemma string) bool {
	return len(r.frames.verbs[lemma]) > 0 || r.reports(lemma) || r.classes.any(lemma, "attempt", "fail", "begin", "end", "help", "accuse", "give", "appoint")
}

// Read takes from a document the statements that it makes. The result depends on the document and the reader alone.
func (r *Reader) Read(doc graph.Document) graph.Reading {
	d := r.open(doc)
	for _, s := range d.analyse() {
		s.match()
	}
	return d.reading()
}

func (r *Reader) open(doc graph.Document) *document {
	d := &document{
		reader: r, source: doc, text: doc.Text,
		lower: map[string]bool{}, entities: map[graph.ID]graph.Entity{},
		introduced: map[string]graph.ID{}, leaders: map[graph.ID]graph.ID{}, members: map[graph.ID]graph.ID{},
	}
	if first, _, ok := doc.Date().Bounds(); ok {
		d.day = first
	}
	return d
}

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
	names    []name
	byToken  []int // name + 1 that begins at the token
	groups   []*group
}

// analyse cuts the document into sentences and takes each apart; those without a name, a pronoun or a description are
// left out.
func (d *document) analyse() []*sentence {
	var sentences []*sentence
	for i, cut := range text.Sentences(d.text) {
		s := &sentence{doc: d, index: i, tokens: cut.Tokens, start: cut.Start, end: cut.End}
		s.prepare(cut.Title)
		sentences = append(sentences, s)
		for k, w := range s.words {
			if k > 0 || !s.capitalised(0) {
				if !s.capitalised(k) {
					d.lower[w] = true
				}
			}
		}
	}
	for _, s := range sentences {
		d.reader.tagger.Tag(s.tokens)
		s.findNames()
		s.indexNames()
	}
	d.survey(sentences)
	var useful []*sentence
	for _, s := range sentences {
		s.correctTags()
		s.chunk()
		s.link()
		s.resolve()
		useful = append(useful, s)
	}
	return useful
}

// prepare lays out the words of the sentence.
func (s *sentence) prepare(title bool) {
	s.words = make([]string, len(s.tokens))
	s.lower = make([]string, len(s.tokens))
	capital, letters := 0, 0
	for i, t := range s.tokens {
		s.words[i], s.lower[i] = t.Text, strings.ReplaceAll(strings.ToLower(t.Text), "’", "'")
		if len(t.Text) > 3 && strings.ToLower(t.Text) != strings.ToUpper(t.Text) {
			letters++
			if s.capitalised(i) {
				capital++
			}
		}
	}
	whole := s.doc.text[s.start:s.end]
	s.capitals = letters > 2 && whole == strings.ToUpper(whole)
	s.headline = letters > 3 && capital*10 > letters*8 && !s.capitals && title
}

func (s *sentence) indexNames() {
	s.byToken = make([]int, len(s.tokens)+1)
	for i, n := range s.names {
		s.byToken[n.first] = i + 1
	}
}

// nameAt gives the name that begins at the token, or nil.
func (s *sentence) nameAt(i int) *name {
	if i >= len(s.byToken) || s.byToken[i] == 0 {
		return nil
	}
	return &s.names[s.byToken[i]-1]
}

func (s *sentence) nameIndex(n *name) int { return s.byToken[n.first] - 1 }

// correctTags mends what the tagger cannot know or often gets wrong: names are names, "an offensive" is a noun, a
// participle that nothing follows is the verb.
func (s *sentence) correctTags() {
	for _, n := range s.names {
		if n.adjectival() {
			continue
		}
		for i := n.first; i < n.last; i++ {
			if !s.tokens[i].Tag.IsNoun() && s.tokens[i].Tag != text.HYPH {
				s.tokens[i].Tag = text.NNP
			}
		}
	}
	verbs := false
	for i := range s.tokens {
		if s.nameAt(i) == nil {
			s.tokens[i].Tag = s.corrected(i)
		}
		verbs = verbs || s.tokens[i].Tag.IsVerb()
	}
	if !verbs {
		s.findVerb()
	}
}

// predicates reports whether the word at i, which looks like a plural, is the verb behind a name: "Washington plans to
// send", "Qatar funds Hamas".
func (s *sentence) predicates(i int) bool {
	lemma := text.Lemma(s.lower[i], text.VBZ)
	if i+1 >= len(s.tokens) || !s.doc.reader.verb(lemma) || s.doc.reader.classes.any(lemma, "force", "government", "grouping", "rebels") {
		return false
	}
	return s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.DT || s.tokens[i+1].Tag == text.TO && s.infinitiveAfter(i+1)
}

// namesActor reports whether a name that is no adjective begins at the token.
func (s *sentence) namesActor(i int) bool {
	n := s.nameAt(i)
	return n != nil && !n.adjectival()
}

func isAuxiliary(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s":
		return true
	}
	return false
}

// findVerb retags the word between two noun groups as the verb of a sentence that seems to have none: "The Houthis
// control Sanaa".
func (s *sentence) findVerb() {
	for i := 1; i+1 < len(s.tokens); i++ {
		tag, before := s.tokens[i].Tag, s.tokens[i-1].Tag
		if tag != text.NN && tag != text.NNS || s.nameAt(i) != nil || !before.IsNoun() {
			continue
		}
		ending := text.VBP
		if tag == text.NNS {
			ending = text.VBZ
		}
		next := s.tokens[i+1].Tag
		if len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], ending)]) > 0 && (next == text.DT || next == text.IN && tag == text.NNS || s.nameAt(i+1) != nil) {
			s.tokens[i].Tag = ending
			return
		}
	}
}

func (s *sentence) corrected(i int) text.Tag {
	tag, before, after := s.tokens[i].Tag, text.Period, text.Period
	if i > 0 {
		before = s.tokens[i-1].Tag
	}
	if i+1 < len(s.tokens) {
		after = s.tokens[i+1].Tag
	}
	ends := after == text.Period || after == text.Comma || after == text.IN || after == text.TO || after == text.CC || after == text.Colon
	switch {
	case i > 0 && tag.IsVerb() && s.capitalised(i) && !s.headline && !s.capitals && before.IsVerb():
		return text.NNP // "sold Shahed drones"
	case i > 0 && s.lower[i] == "back" && before.IsName() && (after == text.DT || s.nameAt(i+1) != nil):
		return text.VBP
	case tag == text.NN && before.IsNoun() && (after == text.DT || after == text.RP || after == text.RB || after == text.PRPS || s.nameAt(i+1) != nil) && s.helped(i):
		return text.VB
	case tag == text.VBG && (i > 0 && s.takesNoun(i-1)) && ends && s.doc.reader.classes.has("support", s.lower[i]):
		return text.NN
	case tag == text.NN && i > 1 && strings.HasSuffix(s.lower[i], "ing") && s.lower[i-1] == "of" && s.charged(i):
		return text.VBG
	case tag == text.VBG && (before == text.DT || before == text.JJ || before == text.PRPS || before == text.POS) && ends && s.doc.reader.frames.event(s.lower[i]):
		return text.NN
	case tag == text.JJ && i > 0 && strings.HasSuffix(s.lower[i], "ed") && isAuxiliary(s.lower[i-1]) && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBN)):
		return text.VBN
	case tag == text.JJ && strings.HasSuffix(s.lower[i], "ed") && before == text.CC && i > 1 && s.tokens[i-2].Tag == text.VBN && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBN)):
		return text.VBN
	case tag == text.NNS && i > 0 && before.IsName() && (s.predicates(i) || s.predicatesBoth(i) || s.fronts(i)):
		return text.VBZ
	case tag == text.JJ && ends && (before == text.DT || before == text.PRPS || before == text.POS || before == text.JJ) && (s.doc.reader.frames.event(s.lower[i]) || s.doc.reader.classes.any(s.lower[i], "member", "officials", "leader", "nationals", "rebels")):
		return text.NN
	case tag == text.JJ && ends && before.IsNoun() && s.lower[i] == "offensive":
		return text.NN
	case tag == text.JJ && ends && strings.HasSuffix(s.lower[i], "ed") && (before.IsNoun() || before == text.Comma && i > 2):
		return text.VBD
	case tag == text.NN && strings.HasSuffix(s.lower[i], "ing") && before.IsNoun() && i+1 < len(s.tokens) && (after == text.DT || s.nameAt(i+1) != nil):
		return text.VBG
	case tag == text.NNS && i > 1 && s.lower[i-1] == "longer" && s.lower[i-2] == "no" && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBZ)):
		return text.VBZ
	case tag == text.JJR && s.lower[i] == "longer" && i > 0 && s.lower[i-1] == "no":
		return text.RB
	case tag == text.IN && before.IsNoun() && text.Lemma(s.lower[i], text.VBD) != s.lower[i] && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBD)):
		return text.VBD // "withdrew" is no preposition
	case tag == text.RB && !strings.HasSuffix(s.lower[i], "ly") && before.IsNoun() && (after == text.JJ || after == text.DT || after.IsNoun()) && s.doc.reader.verb(s.lower[i]):
		return text.VBP
	case s.lower[i] == "that" && tag == text.IN && before.IsVerb() && after.IsNoun() && !s.doc.reader.reports(text.Lemma(s.lower[i-1], before)):
		return text.DT
	case tag == text.RBR && after.IsNoun():
		return text.JJR
	case (tag == text.VBZ || tag == text.VBP) && before == text.RP && s.doc.reader.frames.event(text.Lemma(s.lower[i], text.NNS)):
		return text.NNS // "carried out strikes"
	case tag == text.IN && (s.lower[i] == "over" || s.lower[i] == "around") && after == text.CD:
		return text.RB
	case (tag == text.VBN || tag == text.JJ) && strings.HasSuffix(s.lower[i], "ed") && s.between(i) && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBD)):
		return text.VBD
	case tag == text.RB && i > 1 && isDirection(s.lower[i]) && before == text.VBN && s.tokens[i-2].Tag == text.HYPH:
		return text.NN // "the rebel-held west"
	case s.mistaken(i) != text.Untagged:
		return s.mistaken(i)
	case s.opensPart(i):
		return text.NN
	case tag == text.CC && s.lower[i] == "both":
		return text.DT
	case (tag == text.NN || tag == text.NNP && s.words[i] == s.lower[i]) && before.IsName() && after == text.RP && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBD)):
		return text.VBD // "Turkey shot down"
	case tag == text.VBG && i+1 < len(s.lower) && s.lower[i+1] == "between" && s.doc.reader.frames.event(s.lower[i]):
		return text.NN // "fighting between A and B"
	case tag == text.IN && s.lower[i] == "to" && after == text.VB:
		return text.TO
	case tag == text.JJ && strings.HasSuffix(s.lower[i], "ed") && (before.IsNoun() || before == text.RB || before == text.PRP || before == text.CC) && s.namesActor(i+1) && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBD)):
		return text.VBD // "Turkey armed Hezbollah"
	case tag == text.CC && s.doc.reader.frames.event(s.lemma(i)):
		return text.NN // a word that the tagger does not know
	case tag == text.JJ && s.lower[i] == "left" && before.IsNoun() && s.nameAt(i+1) != nil:
		return text.VBD
	case tag == text.RB && (s.lower[i] == "alongside" || s.lower[i] == "near") && after != text.Comma && after != text.Period:
		return text.IN
	case tag == text.VBZ && i == 0 && after == text.IN && s.doc.reader.frames.event(s.lemma(i)):
		return text.NNS
	}
	return tag
}
