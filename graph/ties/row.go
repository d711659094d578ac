package ties

import (
	"cmp"
	"encoding/base64"
	"hash/crc32"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Rows hold numbers only, so that they are written to the file and read from it as they are. Those of texts are of
// Index.texts, where 0 is the empty one.
type (
	nodeRow struct {
		id, name, typ, existed, country, partOf, latitude, longitude, wikidata, ucdp, geonames uint32
		// aliases is the number of the first.
		aliases, flags uint32
	}
	aliasRow   struct{ name, when uint32 }
	articleRow struct {
		id uuid.UUID
		// appearances is the number of the first; successor that of an article, or None.
		story, original, origin, day, appearances, successor       uint32
		date, sha256, language, extractor, status, archive, sketch uint32
	}
	appearanceRow struct{ url, publisher, published, title uint32 }
	factRow       struct {
		subject, object, statements uint32
		relation                    uint8
		_                           [3]uint8
	}
	statementRow struct {
		id                                uuid.UUID
		article, fact, speaker, citations uint32
		polarity, modality, review        uint8
		_                                 uint8
	}
	verdictRow struct {
		statement                           uuid.UUID
		by, on, note, replacement, decision uint32
	}
	// editRow leads from a statement that a reviewer wrote to one in whose place it stands.
	editRow     struct{ statement, original uint32 }
	citationRow struct {
		sentence, start                          uint32
		marks                                    [3][2]uint16
		kinds                                    uint16
		phase, confidence                        uint8
		valid, place, via, rule, extractor, from uint32
		to                                       uint32
	}
)

const (
	flagEntity = 1 << iota
	flagState
)

func (a factRow) compare(b factRow) int {
	return cmp.Or(cmp.Compare(a.subject, b.subject), cmp.Compare(a.relation, b.relation), cmp.Compare(a.object, b.object))
}

// The numbers of the model's words. A file tells those that it was written with.
var (
	polarities  = graph.Polarities()
	modalities  = append([]graph.Modality{""}, graph.Modalities()...)
	phases      = []graph.Phase{"", graph.Started, graph.Ongoing, graph.Ended}
	standings   = []graph.Standing{"", graph.Accepted, graph.Rejected, graph.Replaced, graph.Edited}
	decisions   = graph.Decisions()
	sortedKinds = sync.OnceValue(func() []graph.Kind { return slices.Sorted(slices.Values(graph.Kinds())) })
	relations   = sync.OnceValue(func() []graph.Relation {
		var names []graph.Relation
		for _, row := range graph.Relations() {
			names = append(names, row.Relation)
		}
		return names
	})
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// texts holds strings by number.
type texts struct {
	ends []uint32
	all  string
}

func (t texts) at(i uint32) string {
	if i == 0 {
		return ""
	}
	return t.all[t.ends[i-1]:t.ends[i]]
}

// interned collects strings, each once.
type interned struct {
	numbers map[string]uint32
	ends    []uint32
	all     strings.Builder
}

func newInterned() interned {
	return interned{numbers: map[string]uint32{"": 0}, ends: []uint32{0}}
}

func (t *interned) number(s string) uint32 {
	if n, ok := t.numbers[s]; ok {
		return n
	}
	n := uint32(len(t.ends))
	s = strings.Clone(s)
	t.numbers[s] = n
	t.all.WriteString(s)
	t.ends = append(t.ends, uint32(t.all.Len()))
	return n
}

// sketchBytes is the length of a sketch: see graph.Article.
const sketchBytes = 128

func decodeSketch(text string) []byte {
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil || len(data) != sketchBytes {
		return nil
	}
	return data
}

func encodeSketch(data []byte) string { return base64.RawURLEncoding.EncodeToString(data) }
