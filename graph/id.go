package graph

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
)

// Namespace is the UUID under which all derived ids stand.
var Namespace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://entente.example/ns"))

// base precedes every id in RDF exports.
const base = "https://entente.example/id/"

// ID names an entity readably and for good: Libyan_National_Army, Libya_(territory), ~Sham_Legion_(Syria).
// It holds no character that an IRI forbids.
type ID string

// NewID derives the id of an entity in the dictionary from its name, with a qualifier in brackets where the name
// alone would clash with a namesake's. An empty name gives an empty id.
func NewID(name, qualifier string) ID {
	if qualifier != "" {
		name += " (" + qualifier + ")"
	}
	return ID(escape(strings.Join(strings.Fields(clean(visible(name))), "_")))
}

// visible drops what nobody sees: zero-width and soft characters, tags, and what turns the direction of a text. With
// them an article could make an entity that looks like another one and is not, and an IRI may not hold them.
// https://www.rfc-editor.org/rfc/rfc3987#section-4.1
func visible(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // format characters only by name
			return r
		case unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point),
			unicode.IsControl(r) && !unicode.IsSpace(r):
			return -1
		}
		return r
	}, name)
}

// UnknownID derives the id of an entity that no dictionary lists. The tilde keeps it apart from every listed one, the
// country (which may be empty) from its namesakes elsewhere.
func UnknownID(name, country string) ID {
	return "~" + NewID(name, country)
}

// TerritoryID is the id of a state's land, which is a place, as the state is not.
func TerritoryID(state ID) ID { return state + territory }

const territory = "_(territory)"

// Listed reports whether the id is one of the dictionary's rather than of a name found in a text.
func (id ID) Listed() bool { return id != "" && id[0] != '~' }

// IRI gives the absolute form that stands in RDF exports.
func (id ID) IRI() string { return base + string(id) }

// Name gives back the name that the id was made of, for want of a better one.
func (id ID) Name() string {
	return strings.ReplaceAll(strings.TrimPrefix(unescape(string(id)), "~"), "_", " ")
}

// Distinct gives a name with what the id tells it from its namesakes by: "Ansar al-Sharia (Yemen)". The land of a state goes
// by the name of the state.
func (id ID) Distinct(name string) string {
	if id == "" || id[len(id)-1] != ')' || strings.HasSuffix(string(id), territory) {
		return name
	}
	if told := id.Name(); strings.HasPrefix(told, name+" (") {
		return told
	}
	return name
}

// ArticleID derives an article's id from the SHA-256 of its text, in hexadecimal (see [TextSHA256]).
func ArticleID(sha256 string) uuid.UUID { return derive("article", sha256) }

// FactID derives the id of the tie itself, on which the statements of many articles may agree.
func FactID(subject ID, relation Relation, object ID) uuid.UUID {
	subject, object = relation.Order(subject, object)
	return derive("fact", string(subject), string(relation), string(object))
}

// StatementID derives the id of a statement. The start of its validity counts only for relations that are events,
// since a town may be captured twice.
func StatementID(s Statement) uuid.UUID {
	subject, object := s.Relation.Order(s.Subject, s.Object)
	fields := []string{
		"statement", s.Article.String(), string(subject), string(s.Relation), string(object),
		string(s.Polarity), string(s.Modality), string(s.Speaker),
	}
	if s.Relation.Event() {
		fields = append(fields, s.start())
	}
	return derive(fields...)
}

// derive hashes the fields, each in NFC, joined by the unit separator, which no field can hold.
func derive(fields ...string) uuid.UUID {
	name := make([]byte, 0, 256)
	for i, field := range fields {
		if i > 0 {
			name = append(name, '\x1f')
		}
		name = append(name, clean(field)...)
	}
	return uuid.NewSHA1(Namespace, name)
}

// clean brings text to NFC, replaces invalid UTF-8 and drops control characters, so that no field reaches into the
// next one.
func clean(s string) string {
	if isPrintable(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r':
			return ' '
		case r < 0x20, r == 0x7f:
			return -1
		}
		return r
	}, s)
}

// isPrintable reports whether the text is of ASCII's characters from the space to the tilde, of which clean leaves each as it is.
func isPrintable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// forbidden are the characters that IRIREF does not allow, and the percent sign, so that escaping can be undone.
// https://www.w3.org/TR/n-quads/#grammar-production-IRIREF
const forbidden = "<>\"{}|^`\\%"

func escape(s string) string {
	if !strings.ContainsAny(s, forbidden) {
		return s
	}
	var b strings.Builder
	escaped := false
	for _, r := range s {
		// a mark that combines with an escaped character would combine with its last digit instead
		escaped = strings.ContainsRune(forbidden, r) || escaped && unicode.Is(unicode.M, r)
		if !escaped {
			b.WriteRune(r)
			continue
		}
		for _, octet := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02X", octet)
		}
	}
	return b.String()
}

func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		var c byte
		if s[i] == '%' && i+3 <= len(s) {
			if _, err := fmt.Sscanf(s[i+1:i+3], "%02X", &c); err == nil {
				b.WriteByte(c)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
