package ties

import (
	"hash/crc32"
	"io"
	"slices"
	"sort"
	"sync"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Index holds statements by number. Entities ([Node]) are numbered in the order of their ids, articles in the order of
// their dates (undated ones last) and ids, facts by subject, relation and object, a fact's statements by polarity,
// article and id. It does not change, and may be read by many goroutines.
type Index struct {
	revision string
	texts    texts
	nodes    table[nodeRow]
	aliases  table[aliasRow]
	articles table[articleRow]
	// days are those of the articles, see Day: side by side, since many are looked up.
	days table[uint32]
	// appearances are those of the articles, side by side.
	appearances table[appearanceRow]
	facts       table[factRow]
	// byObject are the numbers of the facts, sorted by their objects.
	byObject table[uint32]
	// byPlace are the places that citations name, each with the facts that they are of, sorted.
	byPlace    table[placeRow]
	statements table[statementRow]
	citations  table[citationRow]
	glances    table[glanceRow] // what rules look at of the citations, by the same numbers
	// claims are what counts, by fact, place and polarity: of each, side by side with those of others, the ids of the
	// statements, the citations by their days, the origins with what each said, the times that the texts give, sorted, and the
	// speakers.
	claims           table[claimRow]
	sites            table[siteRow]
	passed           table[uuid.UUID]
	told             table[toldRow]
	origins          table[originRow]
	said             table[uint32]
	valids, speakers table[uint32]
	// there are places, with the citations that name them side by side in toldThere, by polarity and day.
	there     table[thereRow]
	toldThere table[toldRow]
	// periods are sums by time, of facts of many statements: see periodRow.
	periods  table[periodRow]
	periodic periodic
	// pasts are what was said of facts of many statements by which day, past all of their rows.
	pasts table[pastsRow]
	past  table[pastRow]
	// verdicts are sorted by statement and reviewer, edits by what was written.
	verdicts table[verdictRow]
	edits    table[editRow]
	// sentences are cut out of the bytes of source by their offsets, and have checksums.
	offsets table[uint64]
	sums    table[uint32]
	source  io.ReaderAt
	// sketches are those of the articles, from which stories are found anew.
	sketches table[sketch]
	// removed are the articles that a part takes out or replaces.
	removed table[uuid.UUID]

	// file is where all this is read from, where it was kept; where it was built, only the sentences may be in one.
	file *file
	kept bool
	// stories counts the articles that are no copies.
	stories int
	byID    func() map[uuid.UUID]int
}

// Node is the number of an entity, or of a speaker, an agency, a publisher.
type Node uint32

// None is no node.
const None = ^Node(0)

// Fact is what statements agree on, or do not: those from First to End are its own.
type Fact struct {
	Subject, Object Node
	Relation        graph.Relation
	First, End      int
	// isOnPlace says that the object is a place.
	isOnPlace bool
}

// Statement is one article's word for a fact. Its citations are those from First to End.
type Statement struct {
	ID      uuid.UUID
	Article int
	Fact    int
	// Speaker is None where the article speaks for itself.
	Speaker  Node
	Polarity graph.Polarity
	Modality graph.Modality
	// Review is what reviewers made of it: those that are out, and those that were written in their place, are both here.
	Review     graph.Standing
	First, End int
}

// Citation is where an article makes a statement.
type Citation struct {
	Kinds      Kinds
	Phase      graph.Phase
	Confidence graph.Confidence
	Place, Via Node
	// From and To bound the days that it may speak of, as 20200528: those that the text gives, else those of the article's
	// date; From is 0 and To is NoEnd where it is open. Where nothing dates it, From is after To.
	From, To uint32
	// Stated says that the text gives the date.
	Stated bool
}

// NoEnd is the day after all days.
const NoEnd = ^uint32(0)

// Dated reports whether the text or its article tells a date.
func (c Citation) Dated() bool { return c.From <= c.To }

// Article is one text. Story is the number of the first article that it is a copy of, Original that from which its
// origin is told: of its story the first that names a publisher. Both are its own where it is no copy.
type Article struct {
	graph.Article
	Story, Original int
	// Origin is the node of its publisher, or None.
	Origin Node
	// Day is the first day on which it may have appeared, as 20200528, or NoEnd.
	Day uint32
}

// Revision is that of the store from which the index was made.
func (x *Index) Revision() string { return x.revision }

// Nodes, Articles, Facts and Statements count them: their numbers are those below.
func (x *Index) Nodes() int { return x.nodes.rows }

// Articles counts the articles.
func (x *Index) Articles() int { return x.articles.rows }

// Facts counts the facts.
func (x *Index) Facts() int { return x.facts.rows }

// Stories counts the articles without copies.
func (x *Index) Stories() int { return x.stories }

// Statements counts the statements.
func (x *Index) Statements() int { return x.statements.rows }

// Node finds an id's node, or reports false.
func (x *Index) Node(id graph.ID) (Node, bool) {
	i, ok := sort.Find(x.nodes.rows, func(i int) int {
		switch other := x.texts.at(x.nodes.row(int(i)).id); {
		case string(id) < other:
			return -1
		case string(id) > other:
			return 1
		}
		return 0
	})
	return Node(i), ok
}

// ID gives the id of a node; that of None is empty.
func (x *Index) ID(n Node) graph.ID {
	if n == None {
		return ""
	}
	return graph.ID(x.texts.at(x.nodes.row(int(n)).id))
}

// Name gives the store's name for a node, or the one in its id where the store has none.
func (x *Index) Name(n Node) string {
	if name := x.texts.at(x.nodes.row(int(n)).name); name != "" {
		return name
	}
	return x.ID(n).Name()
}

// Type gives an entity's type; of what is no entity of the store, nothing.
func (x *Index) Type(n Node) graph.EntityType {
	return graph.EntityType(x.texts.at(x.nodes.row(int(n)).typ))
}

// Within gives the state and the larger place that an entity lies in or belongs to; empty where it tells none.
func (x *Index) Within(n Node) (country, partOf graph.ID) {
	return graph.ID(x.texts.at(x.nodes.row(int(n)).country)), graph.ID(x.texts.at(x.nodes.row(int(n)).partOf))
}

// IsState reports whether the dictionary counts the entity as a state.
func (x *Index) IsState(n Node) bool { return x.nodes.row(int(n)).flags&flagState != 0 }

// Entity gives an entity of the store, or false where the node is none.
func (x *Index) Entity(n Node) (graph.Entity, bool) {
	row := x.nodes.row(int(n))
	if row.flags&flagEntity == 0 {
		return graph.Entity{}, false
	}
	e := graph.Entity{
		ID: x.ID(n), Name: x.texts.at(row.name), Type: graph.EntityType(x.texts.at(row.typ)),
		IsState: row.flags&flagState != 0, Existed: graph.Valid(x.texts.at(row.existed)),
		Country: graph.ID(x.texts.at(row.country)), PartOf: graph.ID(x.texts.at(row.partOf)),
		Latitude: x.texts.at(row.latitude), Longitude: x.texts.at(row.longitude),
		Wikidata: x.texts.at(row.wikidata), UCDP: x.texts.at(row.ucdp), GeoNames: x.texts.at(row.geonames),
	}
	end := x.nodes.end(int(n), x.aliases.rows, func(r *nodeRow) uint32 { return r.aliases })
	for i := int(row.aliases); i < end; i++ {
		alias := x.aliases.row(i)
		e.Aliases = append(e.Aliases, graph.Alias{Name: x.texts.at(alias.name), When: graph.Valid(x.texts.at(alias.when))})
	}
	return e, true
}

// Fact gives a fact by its number.
func (x *Index) Fact(f int) Fact {
	row := x.facts.row(f)
	return Fact{
		Subject: Node(row.subject), Object: Node(row.object), Relation: relations()[row.relation], isOnPlace: onPlaces()[row.relation],
		First: int(row.statements), End: x.facts.end(f, x.statements.rows, func(r *factRow) uint32 { return r.statements }),
	}
}

// From gives the bounds of the facts of which a node is the subject.
func (x *Index) From(n Node) (first, end int) {
	first = sort.Search(x.facts.rows, func(i int) bool { return x.facts.row(i).subject >= uint32(n) })
	end = first + sort.Search(x.facts.rows-first, func(i int) bool { return x.facts.row(first+i).subject > uint32(n) })
	return first, end
}

// To gives the facts of which a node is the object, in their order.
func (x *Index) To(n Node) []uint32 {
	object := func(i int) uint32 { return x.facts.row(int(*x.byObject.row(i))).object }
	first := sort.Search(x.byObject.rows, func(i int) bool { return object(i) >= uint32(n) })
	end := first + sort.Search(x.byObject.rows-first, func(i int) bool { return object(first+i) > uint32(n) })
	return x.byObject.slice(first, end)
}

// At gives the facts of which a citation names a place, in their order.
func (x *Index) At(place Node) []int {
	first := sort.Search(x.byPlace.rows, func(i int) bool { return x.byPlace.row(i).place >= uint32(place) })
	var facts []int
	for i := first; i < x.byPlace.rows && x.byPlace.row(i).place == uint32(place); i++ {
		facts = append(facts, int(x.byPlace.row(i).fact))
	}
	return facts
}

// Find gives the number of a fact, whose ends may come in either order where the relation has no direction.
func (x *Index) Find(subject Node, relation graph.Relation, object Node) (int, bool) {
	if relation.Symmetric() && object < subject {
		subject, object = object, subject
	}
	want := factRow{subject: uint32(subject), object: uint32(object), relation: uint8(slices.Index(relations(), relation))}
	return sort.Find(x.facts.rows, func(i int) int { return want.compare(*x.facts.row(i)) })
}

// Statement gives a statement by its number.
func (x *Index) Statement(i int) Statement {
	row := x.statements.row(i)
	return Statement{
		ID: row.id, Article: int(row.article), Fact: int(row.fact), Speaker: Node(row.speaker),
		Polarity: polarities[row.polarity], Modality: modalities[row.modality], Review: standings[row.review],
		First: int(row.citations), End: x.citationsEnd(i),
	}
}

func (x *Index) citationsEnd(statement int) int {
	return x.statements.end(statement, x.citations.rows, func(r *statementRow) uint32 { return r.citations })
}

// StatementID is the id of a statement.
func (x *Index) StatementID(i int) uuid.UUID { return x.statements.row(i).id }

// Citation gives a citation by its number.
func (x *Index) Citation(i int) Citation {
	row := x.citations.row(i)
	return Citation{
		Kinds: Kinds(row.kinds), Phase: phases[row.phase], Confidence: graph.Confidence(row.confidence),
		Place: Node(row.place), Via: Node(row.via), From: row.from, To: row.to, Stated: row.valid != 0,
	}
}

// Site is where a citation of a fact says that it happened: the place that it names, else the fact's object, where that is
// one; else None.
func (x *Index) Site(f *Fact, citation int) Node {
	if place := Node(x.citations.row(citation).place); place != None || !f.isOnPlace {
		return place
	}
	return f.Object
}

// Confidence is that of a citation.
func (x *Index) Confidence(i int) graph.Confidence {
	return graph.Confidence(x.citations.row(i).confidence)
}

// Valid is the time that a citation's text gives, or empty.
func (x *Index) Valid(i int) graph.Valid { return graph.Valid(x.texts.at(x.citations.row(i).valid)) }

// Via is the node of the agency that a citation quotes, or None.
func (x *Index) Via(i int) Node { return Node(x.citations.row(i).via) }

// Whole gives a citation with its sentence, as an article has it. Errors come from the file.
func (x *Index) Whole(i int) (graph.Citation, error) {
	row := x.citations.row(i)
	sentence, err := x.sentence(row.sentence)
	if err != nil {
		return graph.Citation{}, err
	}
	span := func(mark [2]uint16) graph.Span { return graph.Span{int(mark[0]), int(mark[1])} }
	c := graph.Citation{
		Sentence: sentence, Span: graph.Span{int(row.start), int(row.start) + len(sentence)},
		Marks: graph.Marks{Subject: span(row.marks[0]), Trigger: span(row.marks[1]), Object: span(row.marks[2])},
		Kinds: Kinds(row.kinds).List(), Valid: graph.Valid(x.texts.at(row.valid)), Place: x.ID(Node(row.place)),
		Phase: phases[row.phase], Via: x.ID(Node(row.via)), Rule: x.texts.at(row.rule),
		Extractor: x.texts.at(row.extractor), Confidence: graph.Confidence(row.confidence),
	}
	return c, x.Err()
}

// WholeStatement gives a statement with all its citations, as the store has it. Errors come from the file.
func (x *Index) WholeStatement(i int) (graph.Statement, error) {
	s := x.Statement(i)
	f := x.facts.row(s.Fact)
	whole := graph.Statement{
		ID: s.ID, Article: x.articles.row(s.Article).id, Subject: x.ID(Node(f.subject)), Relation: relations()[f.relation],
		Object: x.ID(Node(f.object)), Polarity: s.Polarity, Modality: s.Modality, Speaker: x.ID(s.Speaker),
	}
	for c := s.First; c < s.End; c++ {
		citation, err := x.Whole(c)
		if err != nil {
			return graph.Statement{}, err
		}
		whole.Citations = append(whole.Citations, citation)
	}
	return whole, x.Err()
}

// Article gives an article by its number.
func (x *Index) Article(a int) Article {
	row := x.articles.row(a)
	article := Article{Article: x.Reference(a), Story: int(row.story), Original: int(row.original), Origin: Node(row.origin), Day: x.Day(a)}
	article.SHA256, article.Language, article.Extractor = x.texts.at(row.sha256), x.texts.at(row.language), x.texts.at(row.extractor)
	article.Sketch = x.sketch(row)
	if article.Original != a {
		original := x.articles.row(int(row.original))
		article.CopyOf, article.FirstPublisher = original.id, x.ID(Node(original.origin))
	}
	return article
}

// Reference gives as much of an article as it is cited by: its id, where it appeared, and what became of it.
func (x *Index) Reference(a int) graph.Article {
	row := x.articles.row(a)
	return graph.Article{
		ID: row.id, Appearances: x.appearancesOf(a), Status: x.Status(a), Archive: x.texts.at(row.archive), Successor: x.Successor(a),
	}
}

// Story is the number of the first article that an article is a copy of, its own where it is none.
func (x *Index) Story(a int) int { return int(x.articles.row(a).story) }

func (x *Index) appearancesOf(a int) []graph.Appearance {
	var list []graph.Appearance
	end := x.articles.end(a, x.appearances.rows, func(r *articleRow) uint32 { return r.appearances })
	for i := int(x.articles.row(a).appearances); i < end; i++ {
		row := x.appearances.row(i)
		list = append(list, graph.Appearance{
			URL: x.texts.at(row.url), Publisher: x.texts.at(row.publisher), Published: graph.Valid(x.texts.at(row.published)),
			Title: x.texts.at(row.title),
		})
	}
	return list
}

// Successor is the article that took an article's place, or the nil id: see [graph.SuccessorOf].
func (x *Index) Successor(a int) uuid.UUID {
	successor := x.articles.row(a).successor
	if successor == uint32(None) {
		return uuid.Nil
	}
	return x.articles.row(int(successor)).id
}

// OriginOf is the node of the publisher of an article, or, for a copy, of what it was copied from; None where that is
// unknown. Original is the number of that one.
func (x *Index) OriginOf(a int) (origin Node, original int) {
	original = int(x.articles.row(a).original)
	return Node(x.articles.row(original).origin), original
}

// Day is the first day on which an article may have appeared, as 20200528, or NoEnd.
func (x *Index) Day(a int) uint32 { return *x.days.row(a) }

// Date is that of an article, or empty.
func (x *Index) Date(a int) graph.Valid { return graph.Valid(x.texts.at(x.articles.row(a).date)) }

// Status is that of an article.
func (x *Index) Status(a int) graph.ArticleStatus {
	return graph.ArticleStatus(x.texts.at(x.articles.row(a).status))
}

// ArticleNumber finds an article by its id, or reports false.
func (x *Index) ArticleNumber(id uuid.UUID) (int, bool) {
	n, ok := x.byID()[id]
	return n, ok
}

// Kept reports whether the index was opened from a file.
func (x *Index) Kept() bool { return x.kept }

// Err is the first error that came from the file, or nil. Where there is one, what the index gave may be wrong.
func (x *Index) Err() error { return x.file.err() }

// Close closes the file that the index is read from, if there is one, and takes away a temporary one. What was not read yet
// then fails.
func (x *Index) Close() error {
	if x.file == nil {
		return nil
	}
	return x.file.Close()
}

// finish sets what is made when it is first asked for.
func (x *Index) finish() {
	x.byID = sync.OnceValue(func() map[uuid.UUID]int {
		numbers := make(map[uuid.UUID]int, x.articles.rows)
		for i := range x.articles.rows {
			numbers[x.articles.row(i).id] = i
		}
		return numbers
	})
}

func (x *Index) sentence(i uint32) (string, error) {
	from, to := *x.offsets.row(int(i)), *x.offsets.row(int(i) + 1)
	if err := x.Err(); err != nil {
		return "", err
	}
	text := make([]byte, to-from)
	_, err := x.source.ReadAt(text, int64(from))
	if err == nil && crc32.Checksum(text, castagnoli) != *x.sums.row(int(i)) {
		err = ErrDamaged
	}
	if err != nil {
		x.file.fail(err)
		return "", x.Err()
	}
	return string(text), x.Err()
}

// Kinds is a set of kinds of support.
type Kinds uint16

// KindsOf gives the set of the kinds.
func KindsOf(list []graph.Kind) Kinds {
	var set Kinds
	for _, kind := range list {
		if i := slices.Index(sortedKinds(), kind); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}

// List gives the kinds of the set, sorted; none are nil.
func (k Kinds) List() []graph.Kind {
	var list []graph.Kind
	for i, kind := range sortedKinds() {
		if k&(1<<i) != 0 {
			list = append(list, kind)
		}
	}
	return list
}

// day gives YYYY-MM-DD as a number, or the other where it is empty.
func day(text string, open uint32) uint32 {
	if len(text) != len("2006-01-02") {
		return open
	}
	var n uint32
	for _, c := range []byte(text) {
		if c >= '0' && c <= '9' {
			n = 10*n + uint32(c-'0')
		}
	}
	return n
}

// Days gives the bounds of a date as days; see [Citation].
func Days(v graph.Valid) (from, to uint32) {
	first, last, ok := v.Bounds()
	if !ok || v == "" {
		return 1, 0
	}
	return day(first, 0), day(last, NoEnd)
}
