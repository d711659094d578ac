package ties

import (
	"bufio"
	"hash/crc32"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
)

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
	x := sum.Finish(revision)
	return x, x.Err()
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
	return b.absorbStatements(x, nodes, b.absorbArticles(x, nodes, but))
}

// absorbArticles adds the articles with the new numbers of nodes, and gives their own new ones; None are those left out.
func (b *Builder) absorbArticles(x *Index, nodes []uint32, but map[uuid.UUID]bool) []uint32 {
	text := func(n uint32) uint32 { return b.texts.number(x.texts.at(n)) }
	cursor := x.texts.cursor() // those of an article stand side by side
	single := func(n uint32) uint32 { return b.singles.number(cursor.at(n)) }
	numbers := make([]uint32, x.articles.rows)
	articles, appearances, sketches := x.articles.cursor(), x.appearances.cursor(), x.sketches.cursor()
	for i := range numbers {
		row, end := *articles.row(i), x.appearances.rows
		if i+1 < len(numbers) {
			end = int(articles.row(i + 1).appearances)
		}
		numbers[i] = uint32(b.articles.rows)
		if but[row.id] {
			numbers[i] = uint32(None)
			continue
		}
		row.origin, row.sha256 = renumber(nodes, row.origin), single(row.sha256)
		for _, field := range []*uint32{&row.date, &row.language, &row.extractor, &row.status, &row.archive} {
			*field = text(*field)
		}
		first := b.appearances.rows
		for n := int(row.appearances); n < end; n++ {
			p := *appearances.row(n)
			b.appearances.add(appearanceRow{url: single(p.url), publisher: text(p.publisher), published: text(p.published), title: single(p.title)})
		}
		if row.sketch != 0 {
			b.sketches.add(*sketches.row(int(row.sketch) - 1))
			row.sketch = uint32(b.sketches.rows)
		}
		b.add(row, first)
	}
	return numbers
}

// absorbStatements adds those of the articles that have a number, with the new numbers of nodes.
func (b *Builder) absorbStatements(x *Index, nodes, articles []uint32) error {
	text := func(n uint32) uint32 { return b.texts.number(x.texts.at(n)) }
	moved := make([]uint32, x.sums.rows) // the new number of a sentence
	for _, c := range x.staying(articles) {
		moved[c.sentence] = 1
	}
	if err := b.absorbSentences(x, moved); err != nil {
		return err
	}
	facts, last := x.facts.cursor(), -1
	for s, c := range x.staying(articles) {
		if s.number != last {
			last = s.number
			fact, row := facts.row(int(s.row.fact)), *s.row
			row.review, row.article = 0, articles[row.article]
			row.speaker, row.citations = renumber(nodes, row.speaker), uint32(b.citations.rows)
			b.statements.add(looseStatement{
				statementRow: row, subject: nodes[fact.subject], object: nodes[fact.object], relation: fact.relation, count: s.count,
			})
		}
		row := *c
		row.sentence = moved[row.sentence]
		row.place, row.via = renumber(nodes, row.place), renumber(nodes, row.via)
		row.valid, row.rule, row.extractor = text(row.valid), text(row.rule), text(row.extractor)
		b.citations.add(row)
	}
	return x.Err()
}

// stayingStatement is a statement with how many citations it has.
type stayingStatement struct {
	number int
	row    *statementRow
	count  uint32
}

// staying gives the statements, with each of their citations, of the articles that have a number, but for those that reviewers
// wrote: these are written anew.
func (x *Index) staying(articles []uint32) iter.Seq2[stayingStatement, *citationRow] {
	return func(yield func(stayingStatement, *citationRow) bool) {
		statements, next, citations := x.statements.cursor(), x.statements.cursor(), x.citations.cursor()
		for i := range x.statements.rows {
			row, end := statements.row(i), x.citations.rows
			if i+1 < x.statements.rows {
				end = int(next.row(i + 1).citations)
			}
			if standings[row.review] == graph.Edited || articles[row.article] == uint32(None) {
				continue
			}
			first := int(row.citations)
			s := stayingStatement{i, row, uint32(end - first)}
			for n := first; n < end; n++ {
				if !yield(s, citations.row(n)) {
					return
				}
			}
		}
	}
}

// absorbSentences adds those that are marked, and puts their new numbers in the place of the marks.
func (b *Builder) absorbSentences(x *Index, moved []uint32) error {
	r := bufio.NewReaderSize(io.NewSectionReader(x.source, 0, x.sentenceBytes()), 1<<18)
	offsets, next, sums := x.offsets.cursor(), x.offsets.cursor(), x.sums.cursor()
	var text []byte
	for i := range moved {
		size := *next.row(i + 1) - *offsets.row(i)
		if err := x.Err(); err != nil {
			return err
		}
		if moved[i] == 0 {
			if _, err := r.Discard(int(size)); err != nil {
				x.file.fail(err)
			}
			continue
		}
		text = slices.Grow(text[:0], int(size))[:size]
		if _, err := io.ReadFull(r, text); err != nil {
			x.file.fail(err)
		} else if sum := *sums.row(i); crc32.Checksum(text, castagnoli) != sum {
			x.file.fail(ErrDamaged)
		} else {
			moved[i] = b.sentence(text, sum)
		}
	}
	return x.Err()
}
