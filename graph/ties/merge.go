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
	text := func(n uint32) uint32 { return b.texts.number(x.texts.at(n)) }
	articles := make([]uint32, x.articles.rows)
	for i := range articles {
		row := *x.articles.row(i)
		articles[i] = uint32(b.articles.rows)
		if but[row.id] {
			articles[i] = uint32(None)
			continue
		}
		if row.sketch > 0 {
			b.sketches.add(*x.sketches.row(int(row.sketch) - 1))
			row.sketch = uint32(b.sketches.rows)
		}
		row.origin = renumber(nodes, row.origin)
		for _, field := range []*uint32{&row.date, &row.sha256, &row.language, &row.extractor, &row.status, &row.archive} {
			*field = text(*field)
		}
		b.add(row, x.appearancesOf(i))
	}
	return b.absorbStatements(x, nodes, articles)
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
