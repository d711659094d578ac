package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Problem is something in the store that does not add up.
type Problem struct {
	// Node is what it is about: <st:UUID>, <art:UUID>, an entity's <Id>, or <entente:store>.
	Node string `json:"node"`
	What string `json:"what"`
}

// Check reads the whole store, and reports what does not add up: articles, statements and entities that are not whole,
// break the model or have ids that do not follow from their words; ends without an entity; statements without their
// article; edges that do not agree with their statement and the verdicts on it; quads that belong to nothing; counts and a revision that are not
// those of the content. Problems are sorted. An error means that the database cannot be read to its end.
func (s *Store) Check(ctx context.Context) ([]Problem, error) {
	var problems []Problem
	err := s.reading(ctx, "check", func(r *reader) error {
		if err := r.verify(ctx); err != nil {
			return err
		}
		c := newChecker(r)
		if err := c.run(); err != nil {
			return err
		}
		if c.found != c.wanted { // which they are is found by holding all of them
			c = newChecker(r)
			c.expected = map[quad.Quad]bool{}
			if err := c.run(); err != nil {
				return err
			}
		}
		problems = c.problems
		return nil
	})
	slices.SortFunc(problems, func(a, b Problem) int {
		if c := strings.Compare(a.Node, b.Node); c != 0 {
			return c
		}
		return strings.Compare(a.What, b.What)
	})
	return problems, err
}

// checker makes the quads anew of what it has read, and so finds those that lack and those that are too many.
type checker struct {
	*reader
	problems []Problem
	// wanted sums up the hashes of the quads that there should be, found of those that there are.
	wanted, found sum
	// expected holds the quads that there should be, where they are wanted one by one, or is nil.
	expected map[quad.Quad]bool
	line     []byte
	// read are the nodes of the statements of all articles.
	read     []uint64
	articles map[uuid.UUID]bool
	entities map[graph.ID]bool
	verdicts map[uuid.UUID][]graph.Verdict
	counted  state
}

// hash is that of a quad's line.
func (c *checker) hash(q quad.Quad) sum {
	c.line = appendQuad(c.line[:0], q)
	return sha256.Sum256(c.line)
}

func newChecker(r *reader) *checker {
	return &checker{
		reader: newReader(r.ctx, r.source), articles: map[uuid.UUID]bool{}, entities: map[graph.ID]bool{},
		verdicts: map[uuid.UUID][]graph.Verdict{},
	}
}

func (c *checker) run() error {
	kept, _, err := c.state()
	if err != nil {
		return err
	}
	if err := c.checkEntities(); err != nil {
		return err
	}
	if err := c.checkVerdicts(); err != nil {
		return err
	}
	err = c.scan([]quad.String{articleType}, (*reader).properties, func(r *reader, name quad.Value) error {
		id, err := parseIRI(name, articlePrefix)
		if err != nil {
			return err
		}
		c.articles[id] = true
		if err := c.checkArticle(r, id); err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.checkOrphans(); err != nil {
		return err
	}
	if err := c.compareQuads(); err != nil {
		return err
	}
	if c.counted.Writes = kept.Writes; kept != c.counted {
		c.report(storeNode, "its figures are %+v, its content gives %+v", kept, c.counted)
	}
	return nil
}

func (c *checker) report(node quad.Value, format string, args ...any) {
	c.problems = append(c.problems, Problem{Node: string(appendTerm(nil, node)), What: fmt.Sprintf(format, args...)})
}

func (c *checker) expect(quads []quad.Quad) {
	for _, q := range quads {
		c.wanted = c.wanted.add(c.hash(q))
		if c.expected != nil {
			c.expected[q] = true
		}
	}
}

func (c *checker) checkEntities() error {
	return c.scan(entityTypes(), (*reader).entityProperties, func(r *reader, name quad.Value) error {
		iri, ok := name.(quad.IRI)
		if !ok {
			return damaged("%v has the type of an entity", name)
		}
		return c.checkEntity(r, graph.ID(iri))
	})
}

func (c *checker) checkEntity(r *reader, id graph.ID) error {
	properties, err := r.node(quad.IRI(id))
	if err != nil {
		return err
	}
	properties = slices.DeleteFunc(properties, func(p property) bool { return p.label != actorsLabel })
	e, err := decodeEntity(id, properties)
	if err != nil {
		c.report(quad.IRI(id), "%v", err)
		return nil
	}
	quads, err := entityQuads(e)
	if err != nil {
		c.report(quad.IRI(id), "%v", err)
		return nil
	}
	c.entities[id] = true
	c.expect(quads)
	c.counted.Entities++
	c.counted.Revision = c.counted.Revision.add(digestOf(quads))
	return nil
}

// checkVerdicts holds verdicts against the model. The statement of one may be away; where it is there, its edges follow.
func (c *checker) checkVerdicts() error {
	ids, err := c.judged()
	if err != nil {
		return err
	}
	for part := range slices.Chunk(ids, chunk) {
		found, err := c.verdictsOn(part...)
		if err != nil {
			return err
		}
		for _, id := range part {
			c.verdicts[id] = found[id]
			for _, v := range found[id] {
				c.checkVerdict(v)
			}
		}
	}
	return nil
}

func (c *checker) checkVerdict(v graph.Verdict) {
	iri := statementIRI(v.Statement)
	if err := v.Validate(); err != nil {
		c.report(iri, "%v", err)
	}
	if v.Replacement != nil {
		for _, end := range named(*v.Replacement) {
			if !c.entities[end] {
				c.report(iri, "the store has no entity %q, which a verdict of %s names", end, v.By)
			}
		}
	}
	quads, err := verdictQuads(v)
	if err != nil {
		c.report(iri, "%v", err)
		return
	}
	c.expect(quads)
	c.counted.Verdicts++
	c.counted.Revision = c.counted.Revision.add(digestOf(quads))
}

func (c *checker) checkArticle(r *reader, id uuid.UUID) error {
	iri := articleIRI(id)
	properties, err := r.node(iri)
	if err != nil {
		return err
	}
	a, kept, err := decodeArticle(id, properties)
	if err != nil {
		c.report(iri, "%v", err)
		return nil
	}
	if graph.ArticleID(a.SHA256) != id {
		c.report(iri, "its hash %q gives the id %s", a.SHA256, graph.ArticleID(a.SHA256))
	}
	statements, err := c.checkStatements(r, id)
	if err != nil {
		return err
	}
	whole, err := newContent(a, statements)
	if err != nil {
		c.report(iri, "%v", err)
		return nil
	}
	if whole.digest.String() != kept {
		c.report(iri, "its digest is %s, its content gives %s", kept, whole.digest)
	}
	if whole, err = whole.judge(statements, c.verdicts); err != nil {
		c.report(iri, "%v", err)
		return nil
	}
	c.expect(whole.quads())
	c.counted.Articles++
	c.counted.Statements += len(statements)
	c.counted.Revision = c.counted.Revision.add(whole.digest)
	return nil
}

// checkStatements gives those statements of an article that can be read.
func (c *checker) checkStatements(r *reader, article uuid.UUID) ([]graph.Statement, error) {
	nodes, err := r.candidates(Filter{Article: article})
	if err != nil {
		return nil, err
	}
	c.read = append(c.read, nodes...)
	found, err := r.properties(nodes...)
	if err != nil {
		return nil, err
	}
	if err := r.resolve(nodes...); err != nil {
		return nil, err
	}
	var statements []graph.Statement
	for _, n := range nodes {
		id, err := parseIRI(r.names[n], statementPrefix)
		if err != nil {
			c.report(r.names[n], "%v", err)
			continue
		}
		s, err := decodeStatement(id, found[n])
		if err != nil {
			c.report(r.names[n], "%v", err)
			continue
		}
		if err := s.Validate(); err != nil {
			c.report(r.names[n], "%v", err)
		}
		for _, v := range c.verdicts[id] {
			if v.Replacement != nil && v.Replacement.Article != article {
				c.report(r.names[n], "the replacement by %s is of article %s", v.By, v.Replacement.Article)
			}
		}
		for _, end := range []graph.ID{s.Subject, s.Object} {
			if !c.entities[end] {
				c.report(r.names[n], "the store has no entity %q", end)
			}
		}
		statements = append(statements, s)
	}
	return statements, nil
}

// checkOrphans looks for statements whose article is not there, among those that were read with none.
func (c *checker) checkOrphans() error {
	nodes, err := c.nodesOfType(statementType)
	if err != nil {
		return err
	}
	slices.Sort(c.read)
	nodes = slices.DeleteFunc(nodes, func(n uint64) bool {
		_, read := slices.BinarySearch(c.read, n)
		return read
	})
	for part := range slices.Chunk(nodes, chunk) {
		c.keepShared()
		found, err := c.properties(part...)
		if err != nil {
			return err
		}
		if err := c.resolve(part...); err != nil {
			return err
		}
		for _, n := range part {
			has := slices.ContainsFunc(found[n], func(p property) bool {
				id, err := parseIRI(p.object, articlePrefix)
				return p.predicate == articleOf && err == nil && c.articles[id]
			})
			if !has {
				c.report(c.names[n], "its article is not there")
			}
		}
	}
	c.read = nil
	return nil
}

// compareQuads looks for quads that belong to nothing that was read, and for those that lack.
func (c *checker) compareQuads() error {
	err := c.everyQuad(func(q quad.Quad) {
		c.counted.Quads++
		c.found = c.found.add(c.hash(q))
		if c.expected == nil {
			return
		}
		if !c.expected[q] {
			c.report(q.Subject, "a quad that belongs to nothing: %s", trimmed(q))
			return
		}
		delete(c.expected, q)
	})
	if err != nil {
		return err
	}
	for q := range c.expected {
		c.report(q.Subject, "a quad is missing: %s", trimmed(q))
	}
	return nil
}

func trimmed(q quad.Quad) string { return strings.TrimSuffix(string(appendQuad(nil, q)), " .\n") }
