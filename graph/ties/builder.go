package ties

import (
	"bytes"
	"cmp"
	"errors"
	"hash/crc32"
	"io"
	"maps"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Builder collects readings for an index. The zero value is of no use: see [NewBuilder].
type Builder struct {
	texts    interned
	singles  singles // sha256, url and title of the rows below
	ids      []graph.ID
	numbers  map[graph.ID]uint32
	entities []*graph.Entity // of the ids; nil where an id is no entity of the store

	articles    table[articleRow]
	appearances table[appearanceRow] // of the articles
	gone        []bool               // articles that were taken out again
	byID        map[uuid.UUID]uint32
	replaced    map[uuid.UUID]bool
	statements  table[looseStatement]
	citations   table[citationRow]
	verdicts    map[verdictKey]*graph.Verdict // nil: taken back

	pager     *pager
	file      *file // what is in no memory
	sentences *spool
	offsets   table[uint64]
	sums      table[uint32]
	sketches  table[sketch]
	// run is how many statements are sorted at a time; 0: runLength.
	run int
}

// NewBuilder gives an empty builder.
func NewBuilder() *Builder {
	b := &Builder{
		texts: newInterned(), numbers: map[graph.ID]uint32{}, byID: map[uuid.UUID]uint32{},
		replaced: map[uuid.UUID]bool{}, sentences: new(spool), verdicts: map[verdictKey]*graph.Verdict{}, pager: new(pager),
	}
	b.file = &file{ReaderAt: b.pager}
	b.singles = newSingles(b.pager, b.file)
	b.file.Closer = closers{b.sentences, b.singles.all, b.pager}
	b.articles, b.appearances = paged[articleRow](b.pager, b.file), paged[appearanceRow](b.pager, b.file)
	b.sketches = paged[sketch](b.pager, b.file)
	b.statements, b.citations = paged[looseStatement](b.pager, b.file), paged[citationRow](b.pager, b.file)
	b.offsets, b.sums = paged[uint64](b.pager, b.file), paged[uint32](b.pager, b.file)
	b.offsets.add(0)
	return b
}

// closers are closed together.
type closers []io.Closer

func (c closers) Close() (err error) {
	for _, one := range c {
		err = errors.Join(err, one.Close())
	}
	return err
}

// Size is about how many bytes the builder holds.
func (b *Builder) Size() int {
	const text, entity, article = 60, 300, 250 // with the places in maps
	return int(b.sentences.size+b.singles.all.size) + b.texts.size + text*len(b.texts.all) + entity*len(b.ids) + article*b.articles.rows +
		len(sketch{})*b.sketches.rows + 60*(b.statements.rows+b.citations.rows)
}

// Entity tells what an id stands for, in place of what was told before.
func (b *Builder) Entity(e graph.Entity) { b.entities[b.node(e.ID)] = &e }

// Article adds an article with its statements, which pass [graph.Statement.Validate], in place of those it had.
func (b *Builder) Article(a graph.Article, statements []graph.Statement) {
	b.Remove(a.ID)
	b.byID[a.ID] = uint32(b.articles.rows)
	b.FreshArticle(a, statements)
}

// FreshArticle is Article for one that comes once: nothing is remembered by which another one could take its place.
func (b *Builder) FreshArticle(a graph.Article, statements []graph.Statement) {
	number := uint32(b.articles.rows)
	row := articleRow{
		id: a.ID, origin: uint32(None), day: NoEnd, date: b.texts.number(string(a.Date())), sha256: b.singles.number(a.SHA256),
		language: b.texts.number(a.Language), extractor: b.texts.number(a.Extractor), status: b.texts.number(string(a.Status)),
		archive: b.texts.number(a.Archive),
	}
	from, to := Days(a.Date())
	if from <= to && from > 0 {
		row.day = from
	}
	if id := graph.NewID(a.Publisher(), ""); id != "" {
		row.origin = b.node(id)
	}
	if sketch, ok := decodeSketch(a.Sketch); ok {
		b.sketches.add(sketch)
		row.sketch = uint32(b.sketches.rows)
	}
	first := b.appearances.rows
	for _, p := range a.Appearances {
		b.appearances.add(appearanceRow{
			url: b.singles.number(p.URL), publisher: b.texts.number(p.Publisher), published: b.texts.number(string(p.Published)),
			title: b.singles.number(p.Title),
		})
	}
	b.add(row, first)
	seen := map[string]uint32{} // one sentence often makes several statements
	for _, s := range statements {
		b.statement(number, s, [2]uint32{from, to}, seen)
	}
}

// Remove takes an article out.
func (b *Builder) Remove(article uuid.UUID) {
	b.replaced[article] = true
	if number, ok := b.byID[article]; ok {
		b.gone[number] = true
		delete(b.byID, article)
	}
}

// add adds an article, whose appearances were added from the first on.
func (b *Builder) add(row articleRow, first int) {
	row.appearances = uint32(first)
	b.articles.add(row)
	b.gone = append(b.gone, false)
}

func (b *Builder) node(id graph.ID) uint32 {
	if n, ok := b.numbers[id]; ok {
		return n
	}
	n := uint32(len(b.ids))
	b.numbers[id] = n
	b.ids, b.entities = append(b.ids, id), append(b.entities, nil)
	return n
}

func (b *Builder) nodeOrNone(id graph.ID) uint32 {
	if id == "" {
		return uint32(None)
	}
	return b.node(id)
}

func (b *Builder) statement(article uint32, s graph.Statement, days [2]uint32, seen map[string]uint32) {
	subject, object := s.Relation.Order(s.Subject, s.Object)
	b.statements.add(looseStatement{
		statementRow: statementRow{
			id: s.ID, article: article, speaker: b.nodeOrNone(s.Speaker), citations: uint32(b.citations.rows),
			polarity: uint8(slices.Index(polarities, s.Polarity)), modality: uint8(slices.Index(modalities, s.Modality)),
		},
		subject: b.node(subject), object: b.node(object), count: uint32(len(s.Citations)),
		relation: uint8(slices.Index(relations(), s.Relation)),
	})
	for _, c := range s.Citations {
		row := citationRow{
			start: uint32(c.Span[0]), kinds: uint16(KindsOf(c.Kinds)), phase: uint8(slices.Index(phases, c.Phase)),
			confidence: uint8(c.Confidence), valid: b.texts.number(string(c.Valid)), place: b.nodeOrNone(c.Place),
			via: b.nodeOrNone(c.Via), rule: b.texts.number(c.Rule), extractor: b.texts.number(c.Extractor),
			from: days[0], to: days[1],
		}
		for i, mark := range []graph.Span{c.Marks.Subject, c.Marks.Trigger, c.Marks.Object} {
			row.marks[i] = [2]uint16{uint16(mark[0]), uint16(mark[1])}
		}
		if c.Valid != "" {
			row.from, row.to = Days(c.Valid)
		}
		var ok bool
		if row.sentence, ok = seen[c.Sentence]; !ok {
			row.sentence = b.sentence([]byte(c.Sentence), crc32.Checksum([]byte(c.Sentence), castagnoli))
			seen[c.Sentence] = row.sentence
		}
		b.citations.add(row)
	}
}

func (b *Builder) sentence(text []byte, sum uint32) uint32 {
	b.sentences.write(text)
	b.offsets.add(uint64(b.sentences.size))
	b.sums.add(sum)
	return uint32(b.sums.rows - 1)
}

// Part makes an index of what the builder collected alone, for [Merge], which then knows the articles that went out too.
func (b *Builder) Part(revision string) *Index {
	x := b.assemble(revision, nil, true)
	for _, id := range slices.SortedFunc(maps.Keys(b.replaced), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }) {
		x.removed.add(id)
	}
	return x
}

// Finish is [Builder.Build] for a builder that is of no use any more afterwards, which saves much of the memory.
func (b *Builder) Finish(revision string) *Index {
	b.byID, b.replaced = nil, nil
	originals := b.review()
	x := b.assemble(revision, originals, false)
	b.statements.drop()
	b.citations.drop()
	b.offsets.drop()
	b.sums.drop()
	b.articles.drop()
	b.appearances.drop()
	b.sketches.drop()
	b.singles.ends.drop()
	*b = Builder{}
	x.relate()
	return x
}

// Build makes the index. What the verdicts make of the statements is found anew each time.
func (b *Builder) Build(revision string) *Index {
	statements, citations := b.statements.rows, b.citations.rows
	originals := b.review()
	defer b.unreview(statements, citations)
	x := b.assemble(revision, originals, false)
	x.relate()
	return x
}

// relate finds what articles have to do with each other, and what counts then.
func (x *Index) relate() {
	x.findStories()
	x.findSuccessors()
	x.markStatements()
	x.keepGlances()
	x.keepClaims()
	x.statements.pager.finish()
}

// assemble makes the index but for what articles have to do with each other.
func (b *Builder) assemble(revision string, originals map[int][]int, part bool) *Index {
	x := &Index{revision: revision, source: b.sentences, file: b.file}
	x.page(b.pager)
	nodes := b.sortNodes(x)
	b.keepVerdicts(x, part)
	for _, text := range b.texts.all {
		x.texts.add(text)
	}
	articles := b.sortArticles(x)
	b.sortStatements(x, articles, nodes, originals)
	for i := range x.articles.rows {
		row := x.articles.row(i)
		row.origin = renumber(nodes, row.origin)
	}
	x.offsets.addTable(&b.offsets)
	x.sums.addTable(&b.sums)
	byObject, _ := order(x.facts.rows, func(a, b uint32) int {
		f, g := x.facts.row(int(a)), x.facts.row(int(b))
		return cmp.Or(cmp.Compare(f.object, g.object), cmp.Compare(f.relation, g.relation), cmp.Compare(f.subject, g.subject))
	})
	addAll(&x.byObject, byObject)
	x.sortPlaces()
	x.finish()
	return x
}

// order sorts the numbers below n, and gives them with the place of each.
func order(n int, compare func(a, b uint32) int) (sorted, places []uint32) {
	sorted = make([]uint32, n)
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, compare)
	places = make([]uint32, n)
	for place, i := range sorted {
		places[i] = uint32(place)
	}
	return sorted, places
}

func addAll[T any](t *table[T], rows []T) {
	for _, row := range rows {
		t.add(row)
	}
}

func renumber(places []uint32, number uint32) uint32 {
	if number == uint32(None) {
		return number
	}
	return places[number]
}

// sortArticles takes over those that are there, with what is theirs alone, and gives the place of each.
func (b *Builder) sortArticles(x *Index) []uint32 {
	type key struct {
		id  uuid.UUID
		day uint32
	}
	keys, rows := make([]key, b.articles.rows), b.articles.cursor()
	for i := range keys {
		row := rows.row(i)
		keys[i] = key{row.id, row.day}
	}
	sorted, places := order(b.articles.rows, func(i, j uint32) int {
		a, c := &keys[i], &keys[j]
		return cmp.Or(compareBool(b.gone[i], b.gone[j]), cmp.Compare(a.day, c.day), bytes.Compare(a.id[:], c.id[:]))
	})
	single := func(number uint32) uint32 {
		if number == 0 {
			return 0
		}
		return x.texts.add(b.singles.at(number, b.file))
	}
	for _, i := range sorted {
		if b.gone[i] {
			break
		}
		row, end := b.articles.peek(int(i)), uint32(b.appearances.rows)
		if int(i)+1 < b.articles.rows {
			end = b.articles.peek(int(i) + 1).appearances
		}
		first := row.appearances
		row.appearances, row.sha256 = uint32(x.appearances.rows), single(row.sha256)
		if row.sketch != 0 {
			x.sketches.add(b.sketches.peek(int(row.sketch) - 1))
			row.sketch = uint32(x.sketches.rows)
		}
		x.articles.add(row)
		x.days.add(row.day)
		for ; first < end; first++ {
			p := b.appearances.peek(int(first))
			p.url, p.title = single(p.url), single(p.title)
			x.appearances.add(p)
		}
	}
	return places
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// sortNodes takes over those of the ids, and gives the place of each.
func (b *Builder) sortNodes(x *Index) []uint32 {
	sorted, places := order(len(b.ids), func(i, j uint32) int { return cmp.Compare(b.ids[i], b.ids[j]) })
	text := b.texts.number
	for _, i := range sorted {
		row := nodeRow{id: text(string(b.ids[i])), aliases: uint32(x.aliases.rows)}
		if e := b.entities[i]; e != nil {
			row.flags = flagEntity
			if e.IsState {
				row.flags |= flagState
			}
			row.name, row.typ, row.existed = text(e.Name), text(string(e.Type)), text(string(e.Existed))
			row.country, row.partOf = text(string(e.Country)), text(string(e.PartOf))
			row.latitude, row.longitude = text(e.Latitude), text(e.Longitude)
			row.wikidata, row.ucdp, row.geonames = text(e.Wikidata), text(e.UCDP), text(e.GeoNames)
			for _, alias := range e.Aliases {
				x.aliases.add(aliasRow{text(alias.Name), text(string(alias.When))})
			}
		}
		x.nodes.add(row)
	}
	return places
}
