package ties

import (
	"bytes"
	"cmp"
	"hash/crc32"
	"maps"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Builder collects readings for an index. The zero value is of no use: see [NewBuilder].
type Builder struct {
	texts    interned
	ids      []graph.ID
	numbers  map[graph.ID]uint32
	entities []*graph.Entity // of the ids; nil where an id is no entity of the store

	articles    []articleRow
	appearances [][]graph.Appearance // of the articles
	gone        []bool               // articles that were taken out again
	byID        map[uuid.UUID]uint32
	replaced    map[uuid.UUID]bool
	statements  []looseStatement
	citations   []citationRow
	verdicts    map[verdictKey]*graph.Verdict // nil: taken back

	sentences *spool
	offsets   []uint64
	sums      []uint32
	sketches  []sketch
}

// looseStatement is a statement that has no place yet; its citations are the builder's from first on.
type looseStatement struct {
	statementRow
	subject, object, count uint32
	relation               uint8
	place                  place
}

// place is where a statement goes, in the numbers of the index.
type place struct{ article, subject, object uint32 }

// NewBuilder gives an empty builder.
func NewBuilder() *Builder {
	return &Builder{
		texts: newInterned(), numbers: map[graph.ID]uint32{}, byID: map[uuid.UUID]uint32{},
		replaced: map[uuid.UUID]bool{}, sentences: new(spool), offsets: []uint64{0}, verdicts: map[verdictKey]*graph.Verdict{},
	}
}

// Size is about how many bytes the builder holds.
func (b *Builder) Size() int {
	const text, entity, article = 60, 300, 250 // with the places in maps
	return int(b.sentences.size) + b.texts.all.Len() + text*len(b.texts.ends) + entity*len(b.ids) + article*len(b.articles) +
		len(sketch{})*len(b.sketches) + 60*(len(b.statements)+len(b.citations))
}

// Entity tells what an id stands for, in place of what was told before.
func (b *Builder) Entity(e graph.Entity) { b.entities[b.node(e.ID)] = &e }

// Article adds an article with its statements, which pass [graph.Statement.Validate], in place of those it had.
func (b *Builder) Article(a graph.Article, statements []graph.Statement) {
	b.Remove(a.ID)
	number := uint32(len(b.articles))
	row := articleRow{
		id: a.ID, origin: uint32(None), day: NoEnd, date: b.texts.number(string(a.Date())), sha256: b.texts.number(a.SHA256),
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
		b.sketches = append(b.sketches, sketch)
		row.sketch = uint32(len(b.sketches))
	}
	b.add(row, slices.Clone(a.Appearances))
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

func (b *Builder) add(row articleRow, appearances []graph.Appearance) {
	b.byID[row.id] = uint32(len(b.articles))
	b.appearances = append(b.appearances, appearances)
	b.articles, b.gone = append(b.articles, row), append(b.gone, false)
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
	b.statements = append(b.statements, looseStatement{
		statementRow: statementRow{
			id: s.ID, article: article, speaker: b.nodeOrNone(s.Speaker), citations: uint32(len(b.citations)),
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
		b.citations = append(b.citations, row)
	}
}

func (b *Builder) sentence(text []byte, sum uint32) uint32 {
	b.sentences.write(text)
	b.offsets, b.sums = append(b.offsets, uint64(b.sentences.size)), append(b.sums, sum)
	return uint32(len(b.sums) - 1)
}

// Part makes an index of what the builder collected alone, for [Merge], which then knows the articles that went out too.
func (b *Builder) Part(revision string) *Index {
	x := b.assemble(revision, nil, true)
	for _, id := range slices.SortedFunc(maps.Keys(b.replaced), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }) {
		x.removed.add(id)
	}
	return x
}

// Merge makes one index of an older one and the parts that were collected since, in their order: articles that a part has
// or took out take the place of those before it. Errors come from the files.
func Merge(revision string, older *Index, parts ...*Index) (*Index, error) {
	sum := NewBuilder()
	replaced := map[uuid.UUID]bool{}
	but := make([]map[uuid.UUID]bool, len(parts)) // what later parts replace of each
	for i := len(parts) - 1; i >= 0; i-- {
		but[i] = maps.Clone(replaced)
		for n := range parts[i].removed.rows {
			replaced[*parts[i].removed.row(n)] = true
		}
	}
	if err := sum.absorb(older, replaced); err != nil {
		return nil, err
	}
	for i, part := range parts {
		if err := sum.absorb(part, but[i]); err != nil {
			return nil, err
		}
	}
	return sum.Finish(revision), nil
}

// Finish is [Builder.Build] for a builder that is of no use any more afterwards, which saves much of the memory.
func (b *Builder) Finish(revision string) *Index {
	originals := b.review()
	x := b.assemble(revision, originals, false)
	*b = Builder{}
	x.relate()
	return x
}

// Build makes the index. What the verdicts make of the statements is found anew each time.
func (b *Builder) Build(revision string) *Index {
	statements, citations := len(b.statements), len(b.citations)
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
	x.markAside()
	x.keepClaims()
}

// assemble makes the index but for what articles have to do with each other.
func (b *Builder) assemble(revision string, originals map[int][]int, part bool) *Index {
	x := &Index{revision: revision, source: b.sentences, file: &file{Closer: b.sentences}}
	articles := b.sortArticles(x)
	nodes := b.sortNodes(x)
	b.sortStatements(x, articles, nodes, originals)
	for i := range x.articles.rows {
		row := x.articles.row(i)
		row.origin = renumber(nodes, row.origin)
	}
	b.keepVerdicts(x, part)
	x.texts = b.texts.tables()
	addAll(&x.offsets, b.offsets)
	addAll(&x.sums, b.sums)
	addAll(&x.sketches, b.sketches)
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

// sortArticles takes over those that are there, and gives the place of each.
func (b *Builder) sortArticles(x *Index) []uint32 {
	sorted, places := order(len(b.articles), func(i, j uint32) int {
		return cmp.Or(
			compareBool(b.gone[i], b.gone[j]), cmp.Compare(b.articles[i].day, b.articles[j].day),
			bytes.Compare(b.articles[i].id[:], b.articles[j].id[:]),
		)
	})
	for _, i := range sorted {
		if b.gone[i] {
			break
		}
		row := b.articles[i]
		row.appearances = uint32(x.appearances.rows)
		x.articles.add(row)
		for _, p := range b.appearances[i] {
			x.appearances.add(appearanceRow{
				url: b.texts.number(p.URL), publisher: b.texts.number(p.Publisher), published: b.texts.number(string(p.Published)),
				title: b.texts.number(p.Title),
			})
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

// sortStatements takes over those of the articles that are there, with their facts and citations. originals leads from
// those that reviewers wrote to those in whose place they stand.
func (b *Builder) sortStatements(x *Index, articles, nodes []uint32, originals map[int][]int) {
	for i := range b.statements {
		s := &b.statements[i]
		s.place = place{articles[s.article], nodes[s.subject], nodes[s.object]}
	}
	sorted := make([]uint32, 0, len(b.statements))
	for i, s := range b.statements {
		if !b.gone[s.article] {
			sorted = append(sorted, uint32(i))
		}
	}
	slices.SortFunc(sorted, func(i, j uint32) int {
		a, b := &b.statements[i], &b.statements[j]
		return cmp.Or(
			cmp.Compare(a.place.subject, b.place.subject), cmp.Compare(a.relation, b.relation), cmp.Compare(a.place.object, b.place.object),
			cmp.Compare(a.polarity, b.polarity), cmp.Compare(a.place.article, b.place.article), bytes.Compare(a.id[:], b.id[:]),
			cmp.Compare(a.review, b.review),
		)
	})
	places := map[int]uint32{}
	for _, i := range sorted {
		s := b.statements[i]
		fact := factRow{subject: s.place.subject, object: s.place.object, relation: s.relation, statements: uint32(x.statements.rows)}
		if n := x.facts.rows; n == 0 || x.facts.row(n-1).compare(fact) != 0 {
			x.facts.add(fact)
		}
		if s.review != 0 {
			places[int(i)] = uint32(x.statements.rows)
		}
		first := s.citations
		s.article, s.speaker = s.place.article, renumber(nodes, s.speaker)
		s.fact, s.citations = uint32(x.facts.rows-1), uint32(x.citations.rows)
		x.statements.add(s.statementRow)
		for _, c := range b.citations[first : first+s.count] {
			c.place, c.via = renumber(nodes, c.place), renumber(nodes, c.via)
			x.citations.add(c)
		}
	}
	var edits []editRow
	for number, list := range originals {
		for _, original := range list {
			edits = append(edits, editRow{places[number], places[original]})
		}
	}
	slices.SortFunc(edits, func(a, b editRow) int {
		return cmp.Or(cmp.Compare(a.statement, b.statement), cmp.Compare(a.original, b.original))
	})
	addAll(&x.edits, edits)
}

// absorb adds the contents of an index but for some articles.
func (b *Builder) absorb(x *Index, but map[uuid.UUID]bool) error {
	if err := b.absorbVerdicts(x); err != nil {
		return err
	}
	nodes := make([]uint32, x.nodes.rows)
	for i := range nodes {
		nodes[i] = b.node(x.ID(Node(i)))
		if e, ok := x.Entity(Node(i)); ok {
			b.entities[nodes[i]] = &e
		}
	}
	text := func(n uint32) uint32 { return b.texts.number(x.texts.at(n)) }
	articles := make([]uint32, x.articles.rows)
	for i := range articles {
		row := *x.articles.row(i)
		articles[i] = uint32(len(b.articles))
		if but[row.id] {
			articles[i] = uint32(None)
			continue
		}
		if row.sketch > 0 {
			b.sketches = append(b.sketches, *x.sketches.row(int(row.sketch) - 1))
			row.sketch = uint32(len(b.sketches))
		}
		row.origin = renumber(nodes, row.origin)
		for _, field := range []*uint32{&row.date, &row.sha256, &row.language, &row.extractor, &row.status, &row.archive} {
			*field = text(*field)
		}
		b.add(row, x.appearancesOf(i))
	}
	moved := make([]uint32, x.sums.rows) // the new number of a sentence, plus one
	for i := range x.statements.rows {
		row := *x.statements.row(i)
		fact := x.facts.row(int(row.fact))
		if standings[row.review] == graph.Edited {
			continue // it is written anew
		}
		row.review = 0
		if row.article = articles[row.article]; row.article == uint32(None) {
			continue
		}
		s := x.Statement(i)
		loose := looseStatement{
			statementRow: row, subject: nodes[fact.subject], object: nodes[fact.object], relation: fact.relation,
			count: uint32(s.End - s.First),
		}
		loose.speaker, loose.citations = renumber(nodes, row.speaker), uint32(len(b.citations))
		b.statements = append(b.statements, loose)
		for n := s.First; n < s.End; n++ {
			c := *x.citations.row(n)
			if moved[c.sentence] == 0 {
				text, err := x.sentence(c.sentence)
				if err != nil {
					return err
				}
				moved[c.sentence] = 1 + b.sentence([]byte(text), *x.sums.row(int(c.sentence)))
			}
			c.sentence = moved[c.sentence] - 1
			c.place, c.via = renumber(nodes, c.place), renumber(nodes, c.via)
			c.valid, c.rule, c.extractor = text(c.valid), text(c.rule), text(c.extractor)
			b.citations = append(b.citations, c)
		}
	}
	return x.Err()
}
