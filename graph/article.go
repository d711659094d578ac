package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
)

// Article is one text, wherever it appeared.
type Article struct {
	ID     uuid.UUID `json:"id"`
	SHA256 string    `json:"sha256"`
	// Language is an IETF tag such as "en", or empty.
	Language    string       `json:"language,omitempty"`
	Appearances []Appearance `json:"appearances"`
	// Sketch is a MinHash of the text, by which copies are told; its form is the loader's.
	Sketch string `json:"sketch,omitempty"`
	// Extractor names what read the article, with the hash of its dictionary and rules, so that a newer one reads again.
	Extractor string        `json:"extractor,omitempty"`
	Status    ArticleStatus `json:"status,omitempty"`
	// Archive is the address of an archived copy.
	Archive string `json:"archive,omitempty"`
	// Successor is the article with the newer text at this one's address, if there is one. It follows from the other
	// articles of a store, which gives it and does not keep it: see [SuccessorOf].
	Successor uuid.UUID `json:"successor,omitzero"`
	// CopyOf is the article that this one was copied from, and FirstPublisher who published that one, as an entity is
	// named; both are empty where it is no copy. They follow from the other articles, too: see [Stories].
	CopyOf         uuid.UUID `json:"copyOf,omitzero"`
	FirstPublisher ID        `json:"firstPublisher,omitempty"`
}

// ArticleStatus is what became of an article after it was published.
type ArticleStatus string

const (
	Corrected ArticleStatus = "corrected"
	Retracted ArticleStatus = "retracted"
)

// Appearance is one publication of a text. Published is an EDTF date or empty.
type Appearance struct {
	URL       string `json:"url,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published Valid  `json:"published,omitempty"`
	Title     string `json:"title,omitempty"`
}

// Document is an article with its text, and the name it goes by in reports: a file's without folder and ending.
type Document struct {
	Article
	Name string
	Text string
	// DatedBy says what told the date of publication ("metadata", "dateline", "file name"); empty: there is no date.
	DatedBy string
}

// NewDocument makes a document of a text that appeared as told; its ids follow from the text alone.
func NewDocument(name, text string, appearance Appearance) Document {
	sum := TextSHA256(text)
	article := Article{ID: ArticleID(sum), SHA256: sum}
	article.AddAppearances(appearance)
	return Document{Article: article, Name: name, Text: text}
}

// TextSHA256 is the SHA-256, in hexadecimal, of a text in NFC with white space collapsed, so that a copy that was
// wrapped otherwise is the same article.
func TextSHA256(text string) string {
	text = strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))), " ")
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// AddAppearances adds publications, keeping them sorted and each once. One that tells nothing is dropped.
func (a *Article) AddAppearances(more ...Appearance) {
	a.Appearances = append(a.Appearances, more...)
	slices.SortFunc(a.Appearances, compareAppearances)
	a.Appearances = slices.DeleteFunc(slices.Compact(a.Appearances), func(p Appearance) bool { return p == Appearance{} })
}

func compareAppearances(a, b Appearance) int {
	return cmp.Or(
		cmp.Compare(a.Published, b.Published), cmp.Compare(a.URL, b.URL),
		cmp.Compare(a.Publisher, b.Publisher), cmp.Compare(a.Title, b.Title),
	)
}

// Date is the earliest date on which the text appeared, or empty.
func (a Article) Date() Valid {
	return firstOf(a.Appearances, func(p Appearance) Valid { return p.Published })
}

// Title is that of the earliest appearance that has one, or empty.
func (a Article) Title() string {
	return firstOf(a.Appearances, func(p Appearance) string { return p.Title })
}

// Publisher is that of the earliest appearance that has one, or empty.
func (a Article) Publisher() string {
	return firstOf(a.Appearances, func(p Appearance) string { return p.Publisher })
}

// URL is that of the earliest appearance that has one, or empty.
func (a Article) URL() string {
	return firstOf(a.Appearances, func(p Appearance) string { return p.URL })
}

func firstOf[T ~string](appearances []Appearance, field func(Appearance) T) T {
	for _, p := range appearances {
		if v := field(p); v != "" {
			return v
		}
	}
	return ""
}
