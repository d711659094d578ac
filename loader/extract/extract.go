package extract

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"hash"
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

// Version is the version of the code, which every citation carries. [Reader.Name] tells the data apart as well.
const Version = "rules@1"

// Reader reads documents with one dictionary and one set of rules. It keeps nothing between documents and may be used
// by many goroutines at once.
type Reader struct {
	dictionary   *actors.Dictionary
	matcher      *actors.Matcher
	wars         []actors.War
	given        forenames                  // of the dictionary's people, and others
	creeds       map[string][]*actors.Entry // bodies that a creed's word names
	americans    map[string][]*actors.Entry // who led the United States, by surname
	expeditions  map[graph.ID]bool          // coalitions of states that wage wars abroad
	tagger       *text.Tagger
	classes      *classes
	frames       *frames
	tagRules     *tagRules
	twoWords     wordPairs
	prepositions map[string][][]string
	prepFirsts   sieve // of their first words
	name         string
	arenas       sync.Pool // of *arena
}

var embedded = sync.OnceValues(func() (*Reader, error) {
	go func() { _, _ = text.EnglishTagger() }() // side by side with the dictionary; New waits for it and has its error
	dictionary, err := actors.Embedded()
	if err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	r, err := New(dictionary, Rules())
	if err == nil {
		go r.matcher.Longest(nil, 0) // which builds it, while the first article is opened
	}
	return r, err
})

// Embedded gives the reader with the embedded dictionary and rules, reading them at the first call: it is the same for
// all callers. An error means that the program was built with data that cannot be read.
func Embedded() (*Reader, error) { return embedded() }

// Rules is the folder of the embedded rules.
func Rules() fs.FS {
	rules, err := fs.Sub(data, "data")
	if err != nil {
		panic(err) // the name is a constant
	}
	return rules
}

// File is a file of rules that stands in no folder of them: one's own. Name is for errors.
type File struct{ Name, Content string }

// New makes a reader of a dictionary and a folder of rules: classes.txt, prepositions.txt, tags.txt and *.frames, in the form that
// docs/extraction.md describes. Rules of one's own add to them; one that has the name of another takes its place, also
// among one's own, where the last holds. Errors tell the file that is missing, or file and line of what cannot be read.
// What can be read but never fires is a [Problem] and no error.
func New(dictionary *actors.Dictionary, rules fs.FS, own ...File) (*Reader, error) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		return nil, fmt.Errorf("read the tagger's model: %w", err)
	}
	r := &Reader{dictionary: dictionary, tagger: tagger, frames: newFrames()}
	files := hashedFiles{rules, sha256.New()}
	files.hash.Write([]byte(dictionary.Hash()))
	if err := r.readWords(files); err != nil {
		return nil, err
	}
	if err := r.readFrames(files, own); err != nil {
		return nil, err
	}
	r.joinWords()
	r.matcher, r.wars = dictionary.Matcher(words), dictionary.Wars()
	r.listPresidents()
	r.listCreeds()
	r.listExpeditions()
	r.listForenames()
	r.name = Version + "+" + hex.EncodeToString(files.hash.Sum(nil))[:12]
	return r, nil
}

// hashedFiles are the files of rules, whose contents go into a hash as they are read.
type hashedFiles struct {
	files fs.FS
	hash  hash.Hash
}

func (f hashedFiles) read(name string) (string, error) {
	content, err := fs.ReadFile(f.files, name)
	f.hash.Write(content)
	return string(content), err
}

// readWords reads what is known of words apart from rules: their classes, prepositions of several, how tags are mended.
func (r *Reader) readWords(files hashedFiles) error {
	content, err := files.read("classes.txt")
	if err != nil {
		return err
	}
	if r.classes, err = readClasses(strings.NewReader(content), "classes.txt"); err != nil {
		return err
	}
	if content, err = files.read("prepositions.txt"); err != nil {
		return err
	}
	r.readPrepositions(content)
	if content, err = files.read(tagFile); err != nil {
		return err
	}
	r.tagRules, err = readTagRules(strings.NewReader(content), tagFile, r.classes)
	return err
}

// readFrames reads the rules, one's own first, so that one takes the place of another of its name.
func (r *Reader) readFrames(files hashedFiles, own []File) error {
	names, err := fs.Glob(files.files, "*.frames")
	if err != nil {
		return err
	}
	for _, file := range slices.Backward(own) {
		files.hash.Write([]byte(file.Content))
		if err := r.frames.read(strings.NewReader(file.Content), file.Name, r.classes, true); err != nil {
			return err
		}
	}
	for _, name := range names { // Glob sorts
		content, err := files.read(name)
		if err != nil {
			return err
		}
		if err := r.frames.read(strings.NewReader(content), name, r.classes, false); err != nil {
			return err
		}
	}
	return nil
}

// listForenames collects the first names of the dictionary's persons and those of the word class.
func (r *Reader) listForenames() {
	r.given = forenames{}
	for entry := range r.dictionary.All() {
		if first, _, ok := strings.Cut(entry.Name, " "); ok && entry.Type == graph.Person {
			r.given.add(first)
		}
	}
	for first := range r.classes.words["firstname"] {
		r.given.add(plainly(first))
	}
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
			r.prepFirsts.add(fields[0])
		}
	}
	for _, list := range r.prepositions {
		slices.SortFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
}

// reports reports whether a clause may hang on the verb.
func (r *Reader) reports(lemma string) bool {
	return r.classes.any(lemma, "say", "claim", "deny", "suspect", "plan", "threaten", "demand", "offer") || lemma == "accuse"
}

// knowsVerb reports whether rules know the word as a verb, one of a tie or one of saying and wanting.
func (r *Reader) knowsVerb(lemma string) bool {
	return len(r.frames.verbs[lemma]) > 0 || r.reports(lemma) || r.classes.any(lemma, "attempt", "fail", "begin", "end", "help", "accuse", "give", "appoint")
}

// Read takes from a document the statements that it makes, each with the sentence that makes it, and the entities that they
// name, sorted. It fails on no text, whatever its bytes; one that makes no statement gives a reading without any. The
// result depends on the document and the reader alone.
func (r *Reader) Read(doc graph.Document) graph.Reading {
	d := r.open(doc)
	d.skims = true
	if d.findNames(); slices.ContainsFunc(d.sentences, (*sentence).namesSide) { // most texts on other things name nobody
		d.findTies()
	}
	reading := d.reading()
	d.arena.history = d.history
	d.arena.reset()
	r.arenas.Put(d.arena)
	return reading
}

func (r *Reader) open(doc graph.Document) *document {
	d := &document{
		reader: r, source: doc, text: withoutMarkup(doc.Text),
		kin: map[graph.ID]bool{}, named: map[graph.ID]bool{}, entities: map[graph.ID]graph.Entity{},
		introduced: map[string]graph.ID{}, shorter: map[string]string{}, offices: map[string][]graph.ID{}, epithets: map[string][]graph.ID{}, leaders: map[graph.ID]graph.ID{}, members: map[graph.ID]graph.ID{}, officer: map[graph.ID]bool{},
	}
	if d.arena, _ = r.arenas.Get().(*arena); d.arena == nil {
		d.arena = &arena{}
	}
	d.history = d.arena.history
	if first, _, ok := doc.Date().Bounds(); ok {
		d.day = first
	}
	return d
}
