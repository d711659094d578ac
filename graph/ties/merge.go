package ties

import (
	"maps"

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
	moved := make([]uint32, x.sketches.rows+1) // the new number of a sketch
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
		moved[row.sketch] = 1
		row.origin = renumber(nodes, row.origin)
		for _, field := range []*uint32{&row.date, &row.sha256, &row.language, &row.extractor, &row.status, &row.archive} {
			*field = text(*field)
		}
		first := b.appearances.rows
		for n := int(row.appearances); n < end; n++ {
			p := appearances.row(n)
			b.appearances.add(appearanceRow{url: text(p.url), publisher: text(p.publisher), published: text(p.published), title: text(p.title)})
		}
		b.add(row, first)
	}
	moved[0] = 0 // is none
	for i := range x.sketches.rows {
		if moved[i+1] != 0 {
			b.sketches.add(*sketches.row(i))
			moved[i+1] = uint32(b.sketches.rows)
		}
	}
	for _, number := range numbers {
		if number != uint32(None) {
			row := b.articles.row(int(number))
			row.sketch = moved[row.sketch]
		}
	}
	return numbers
}

// absorbStatements adds those of the articles that have a number, with the new numbers of nodes.
func (b *Builder) absorbStatements(x *Index, nodes, articles []uint32) error {
	text := func(n uint32) uint32 { return b.texts.number(x.texts.at(n)) }
	moved := make([]uint32, x.sums.rows) // the new number of a sentence, plus one
	statements, citations, facts := x.statements.cursor(), x.citations.cursor(), x.facts.cursor()
	for i := range x.statements.rows {
		row := *statements.row(i)
		end := x.citations.rows
		if i+1 < x.statements.rows {
			end = int(statements.row(i + 1).citations)
		}
		fact := facts.row(int(row.fact))
		if standings[row.review] == graph.Edited {
			continue // it is written anew
		}
		row.review = 0
		if row.article = articles[row.article]; row.article == uint32(None) {
			continue
		}
		first := int(row.citations)
		row.speaker, row.citations = renumber(nodes, row.speaker), uint32(b.citations.rows)
		b.statements.add(looseStatement{
			statementRow: row, subject: nodes[fact.subject], object: nodes[fact.object], relation: fact.relation, count: uint32(end - first),
		})
		for n := first; n < end; n++ {
			c := *citations.row(n)
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
			b.citations.add(c)
		}
	}
	return x.Err()
}
