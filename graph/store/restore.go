package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Dump is what [Store.Dump] wrote, read and checked.
type Dump struct {
	entities []graph.Entity
	packets  []packet
	verdicts []graph.Verdict
}

// ReadDump reads a dump, or an export as N-Quads. A text whose quads do not add up is ErrInvalid. It holds the whole text in memory.
func ReadDump(ctx context.Context, r io.Reader) (*Dump, error) {
	d, err := readDump(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("read dump: %w", err)
	}
	packets, err := prepare(d.readings)
	if err != nil {
		return nil, fmt.Errorf("read dump: %w", err)
	}
	return &Dump{d.entities, packets, d.verdicts}, nil
}

// Restore adds what a dump holds, of this store or another, as [Store.Add] would. Of two verdicts of one reviewer on one
// statement the later one stays.
func (s *Store) Restore(ctx context.Context, d *Dump) (Change, error) {
	return s.writing(ctx, "restore", func(w *writer) error {
		if err := w.addVerdicts(d.verdicts); err != nil {
			return err
		}
		return w.addAll(d.entities, d.packets)
	})
}

// Merge adds what the dump of another store, or an export of one, holds and this store lacks: an article that is here
// stays as it is, since the dump may have read it otherwise or hold but a part of what it says. It gives how many those
// were. Verdicts come in as in [Store.Restore].
func (s *Store) Merge(ctx context.Context, d *Dump) (change Change, kept int, err error) {
	var fresh []packet
	for _, p := range d.packets {
		_, err := s.Article(ctx, p.article.ID)
		switch {
		case errors.Is(err, ErrNoArticle):
			fresh = append(fresh, p)
		case err != nil:
			return Change{}, 0, fmt.Errorf("merge: %w", err)
		default:
			kept++
		}
	}
	change, err = s.writing(ctx, "merge", func(w *writer) error {
		if err := w.addVerdicts(d.verdicts); err != nil {
			return err
		}
		return w.addAll(d.entities, fresh)
	})
	return change, kept, err
}

// readDump puts together what the quads of a dump tell.
func readDump(ctx context.Context, r io.Reader) (*dumped, error) {
	d := &dumped{nodes: map[quad.IRI][]property{}, judged: map[quad.IRI][]property{}, quads: map[quad.Quad]bool{}}
	reader := bufio.NewReader(r)
	for line := 1; ; line++ {
		text, err := reader.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if parseErr := d.parse(text); parseErr != nil {
			return nil, fmt.Errorf("%w: line %d: %w", ErrInvalid, line, parseErr)
		}
		if err != nil {
			break
		}
		if line%10_000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	if err := d.assemble(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return d, nil
}

// dumped are the quads of a dump, and by their subject those of nodes and of verdicts, until they are put together.
type dumped struct {
	quads  map[quad.Quad]bool
	nodes  map[quad.IRI][]property
	judged map[quad.IRI][]property

	entities []graph.Entity
	readings []graph.Reading
	verdicts []graph.Verdict
	// exported says that the IRIs are absolute, as in exports.
	exported bool
}

// parse takes the quad of a line, if it holds one.
func (d *dumped) parse(line string) error {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return nil
	}
	q, err := nquads.Parse(line)
	switch {
	case err != nil:
		return err
	case !q.IsValid():
		return errors.New("it is no quad")
	}
	d.take(quad.Quad{
		Subject: d.relative(q.Subject), Predicate: d.relative(q.Predicate), Object: d.relative(q.Object), Label: d.relative(q.Label),
	})
	return nil
}

// relative gives a value in the form of dumps.
func (d *dumped) relative(v quad.Value) quad.Value {
	iri, _ := v.(quad.IRI)
	if rest, ok := strings.CutPrefix(string(iri), graph.ID("").IRI()); ok {
		d.exported = true
		return quad.IRI(rest)
	}
	return v
}

func (d *dumped) take(q quad.Quad) {
	d.quads[q] = true
	subject, _ := q.Subject.(quad.IRI)
	predicate, _ := q.Predicate.(quad.IRI)
	_, ofArticle := parseIRI(q.Label, articlePrefix)
	if ofArticle == nil || q.Label == actorsLabel {
		d.nodes[subject] = append(d.nodes[subject], property{predicate, q.Object, q.Label})
	}
	if label, _ := q.Label.(quad.IRI); strings.HasPrefix(string(label), reviewPrefix) {
		d.judged[subject] = append(d.judged[subject], property{predicate, q.Object, q.Label})
	}
}

// assemble decodes the nodes, and makes sure that their quads are those of the dump, no more and no fewer.
func (d *dumped) assemble() error {
	verdicts, err := d.takeVerdicts()
	if err != nil {
		return err
	}
	articles, statements := map[uuid.UUID]graph.Article{}, map[uuid.UUID][]graph.Statement{}
	for _, subject := range slices.Sorted(maps.Keys(d.nodes)) {
		properties := d.nodes[subject]
		if id, err := parseIRI(subject, articlePrefix); err == nil {
			if articles[id], _, err = decodeArticle(id, properties); err != nil {
				return err
			}
			continue
		}
		if id, err := parseIRI(subject, statementPrefix); err == nil {
			s, err := decodeStatement(id, properties)
			if err != nil {
				return err
			}
			statements[s.Article] = append(statements[s.Article], s)
			continue
		}
		if err := d.takeEntity(graph.ID(subject), properties); err != nil {
			return err
		}
	}
	for _, id := range slices.SortedFunc(maps.Keys(articles), compareUUIDs) {
		if err := d.takeArticle(articles[id], statements[id], verdicts); err != nil {
			return err
		}
	}
	for q := range d.quads {
		return fmt.Errorf("a quad that belongs to nothing: %s", trimmed(q))
	}
	return nil
}

// takeVerdicts decodes the verdicts, and gives them by what they are on.
func (d *dumped) takeVerdicts() (map[uuid.UUID][]graph.Verdict, error) {
	verdicts := map[uuid.UUID][]graph.Verdict{}
	for _, subject := range slices.Sorted(maps.Keys(d.judged)) {
		id, err := parseIRI(subject, statementPrefix)
		if err != nil {
			return nil, err
		}
		if verdicts[id], err = decodeVerdicts(id, d.judged[subject]); err != nil {
			return nil, err
		}
		for _, v := range verdicts[id] {
			if err := v.Validate(); err != nil {
				return nil, err
			}
			quads, err := verdictQuads(v)
			if err != nil {
				return nil, err
			}
			d.forget(quads)
		}
		d.verdicts = append(d.verdicts, verdicts[id]...)
	}
	return verdicts, nil
}

func (d *dumped) takeEntity(id graph.ID, properties []property) error {
	e, err := decodeEntity(id, properties)
	if err != nil {
		return err
	}
	if e.Type != "" && !e.Type.Known() {
		return fmt.Errorf("entity %q: type %q is unknown", e.ID, e.Type)
	}
	quads, err := entityQuads(e)
	if err != nil {
		return err
	}
	d.forget(quads)
	d.entities = append(d.entities, e)
	return nil
}

func (d *dumped) takeArticle(a graph.Article, statements []graph.Statement, verdicts map[uuid.UUID][]graph.Verdict) error {
	whole, err := newContent(a, statements)
	if err != nil {
		return err
	}
	of := map[uuid.UUID][]graph.Verdict{}
	for _, s := range statements {
		if len(verdicts[s.ID]) > 0 {
			of[s.ID] = verdicts[s.ID]
		}
	}
	if whole, err = whole.judge(statements, of); err != nil {
		return err
	}
	for _, q := range whole.quads() { // exports have no digest; one that is there must be right
		if q.Predicate == digest && d.exported && !d.hasDigest(q.Subject) {
			d.quads[q] = true
		}
	}
	before := len(d.quads)
	if d.forget(whole.quads()); before-len(d.quads) != len(lines(whole.quads())) {
		return fmt.Errorf("article %s: quads are missing", a.ID)
	}
	d.readings = append(d.readings, graph.Reading{Article: a, Statements: statements})
	return nil
}

// hasDigest reports whether the dump tells an article's digest.
func (d *dumped) hasDigest(article quad.Value) bool {
	iri, _ := article.(quad.IRI)
	return slices.ContainsFunc(d.nodes[iri], func(p property) bool { return p.predicate == digest })
}

func (d *dumped) forget(quads []quad.Quad) {
	for _, q := range quads {
		delete(d.quads, q)
	}
}
