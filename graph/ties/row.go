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
		// statements, citations and claims are the numbers of the first of them.
		subject, object, statements, citations, claims uint32
		// What is left out by the standard rule.
		hidden, retracted, superseded, rejected uint32
		// sites is the number of the first place of its own, past that of what was said by which day, or None, period that of its
		// sums by time, classed that of its classes, or None.
		sites, past, period, classed uint32
		relation                     uint8
		_                            [3]uint8
	}
	// siteRow is what counts of a fact on a place, where there are several.
	siteRow struct {
		place, claims                           uint32
		hidden, retracted, superseded, rejected uint32
	}
	placeRow struct{ place, fact uint32 }
	// claimRow is what counts of a fact under a polarity; passed, told, origins, valids and speakers are the numbers of the
	// first.
	claimRow struct {
		passed, told                uint32
		tellings                    uint32 // see Told
		firstStatement, firstCited  uint32 // the earliest
		origins, valids, speakers   uint32
		statement, citation         uint32 // the best
		articles, confirmed         uint32
		first, last                 uint32 // texts
		from, to, end               uint32 // days, see summed
		kinds                       uint16
		modalities, phase, polarity uint8
		_                           [3]uint8
	}
	// toldRow is a citation of a claim, which stand in the order of the days of which they speak.
	toldRow struct{ day, statement, citation uint32 }
	// originRow is what an origin says: said is the number of the first of its statements, the first of which citation is of;
	// first and last are the days of its articles.
	originRow struct {
		key                         uint64
		said, citation, first, last uint32
	}
	// thereRow leads from a place to what is told of it by ties that do not end there; told is the number of the first.
	thereRow     struct{ place, polarity, told, tellings uint32 }
	statementRow struct {
		id                                uuid.UUID
		article, fact, speaker, citations uint32
		polarity, modality, review        uint8
		// aside says what became of the article.
		aside uint8
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
		origin                                   uint32 // see markStatements
	}
)

const (
	flagEntity = 1 << iota
	flagState
)

const (
	asideRetracted = 1 << iota
	asideSuperseded
)

// deniedNumber is the number of the polarity of what is denied.
var deniedNumber = uint8(slices.Index(polarities, graph.Denied))

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
	onPlaces = sync.OnceValue(func() (on []bool) {
		for _, row := range graph.Relations() {
			on = append(on, row.ObjectIsPlace)
		}
		return on
	})
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// sketch is that of an article: see graph.Article.
type sketch [128]byte

func decodeSketch(text string) (s sketch, ok bool) {
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil || len(data) != len(s) {
		return s, false
	}
	return sketch(data), true
}

func encodeSketch(data []byte) string { return base64.RawURLEncoding.EncodeToString(data) }

// sketch gives an article's sketch in the form of the model, or nothing.
func (x *Index) sketch(row *articleRow) string {
	if row.sketch == 0 {
		return ""
	}
	return encodeSketch(x.sketches.row(int(row.sketch) - 1)[:])
}
