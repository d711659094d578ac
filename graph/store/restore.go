package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/lines"
)

// Dump is what [Store.Dump] wrote, read and checked. What is too much for the memory is in temporary files.
type Dump struct {
	// lines are the quads, each behind what it belongs to: an article, an entity, or a statement that is not there.
	lines lines.Sorter
	// exported says that the IRIs were absolute, as in exports.
	exported bool
}

// ReadDump reads a dump, or an export as N-Quads. A text whose quads do not add up is ErrInvalid. The caller must close
// what it gives.
func ReadDump(ctx context.Context, r io.Reader) (_ *Dump, err error) {
	d := &Dump{}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("read dump: %w", err), d.Close())
		}
	}()
	var loose lines.Sorter
	defer func() { err = errors.Join(err, loose.Close()) }()
	if err := d.read(ctx, r, &loose); err != nil {
		return nil, err
	}
	if err := d.group(ctx, &loose); err != nil {
		return nil, err
	}
	return d, d.each(ctx, func(*dumped) error { return nil })
}

// Empty reports whether it holds no quad.
func (d *Dump) Empty() bool { return d.lines.Empty() }

// Close takes the temporary files away.
func (d *Dump) Close() error { return d.lines.Close() }

// Restore adds what a dump holds, of this store or another, as [Store.Add] would. Of two verdicts of one reviewer on one
// statement the later one stays.
func (s *Store) Restore(ctx context.Context, d *Dump) (Change, error) {
	return s.restore(ctx, "restore", d, func(all []packet) ([]packet, error) { return all, nil })
}

// Merge adds what the dump of another store, or an export of one, holds and this store lacks: an article that is here
// stays as it is, since the dump may have read it otherwise or hold but a part of what it says. It gives how many those
// were. Verdicts come in as in [Store.Restore].
func (s *Store) Merge(ctx context.Context, d *Dump) (change Change, kept int, err error) {
	change, err = s.restore(ctx, "merge", d, func(all []packet) (fresh []packet, err error) {
		for _, p := range all {
			_, err := s.Article(ctx, p.article.ID)
			switch {
			case errors.Is(err, ErrNoArticle):
				fresh = append(fresh, p)
			case err != nil:
				return nil, fmt.Errorf("merge: %w", err)
			default:
				kept++
			}
		}
		return fresh, nil
	})
	return change, kept, err
}

// restore adds the articles that pass, part by part.
func (s *Store) restore(ctx context.Context, operation string, d *Dump, pass func([]packet) ([]packet, error)) (sum Change, err error) {
	err = d.each(ctx, func(part *dumped) error {
		packets, err := pass(part.packets)
		if err != nil {
			return err
		}
		change, err := s.writing(ctx, operation, func(w *writer) error {
			if err := w.addVerdicts(part.verdicts); err != nil {
				return err
			}
			return w.addAll(part.entities, packets)
		})
		sum = sum.Add(change)
		return err
	})
	return sum, err
}

// Compare tells whether the store holds all quads of a dump, and whether it holds others.
func (s *Store) Compare(ctx context.Context, d *Dump) (all, others bool, err error) {
	wanted := new(lines.Sorter)
	defer func() { err = errors.Join(err, wanted.Close()) }()
	for line, err := range d.lines.All(ctx) {
		if err != nil {
			return false, false, err
		}
		_, line, _ = strings.Cut(line, " ")
		if err := wanted.Add(line); err != nil {
			return false, false, err
		}
	}
	stored, err := s.sorted(ctx)
	if err != nil {
		return false, false, err
	}
	defer func() { err = errors.Join(err, stored.Close()) }()
	next, stop := iter.Pull2(wanted.All(ctx))
	defer stop()
	all = true
	want, err, more := next()
	for line, lineErr := range stored.All(ctx) {
		for ; err == nil && more && want < line; want, err, more = next() {
			all = false
		}
		if err := errors.Join(err, lineErr); err != nil {
			return false, false, err
		}
		if !more || want != line {
			return false, true, nil
		}
		for more && want == line && err == nil { // a dump may say it twice
			want, err, more = next()
		}
	}
	return all && !more, false, err
}

// read puts every line behind the node that it is about: an article, a statement, an entity.
func (d *Dump) read(ctx context.Context, r io.Reader, loose *lines.Sorter) error {
	reader := bufio.NewReader(r)
	for line := 1; ; line++ {
		text, err := reader.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		q, found, parseErr := d.parse(text)
		if parseErr != nil {
			return fmt.Errorf("%w: line %d: %w", ErrInvalid, line, parseErr)
		}
		if found {
			about := q.Subject
			if label, _ := q.Label.(quad.IRI); strings.HasPrefix(string(label), statementPrefix) {
				about = q.Label // a tie
			}
			if addErr := loose.Add(behind(about, string(appendQuad(nil, q)))); addErr != nil {
				return addErr
			}
		}
		if err != nil {
			return nil
		}
		if line%10_000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// behind puts a line behind a key, as a term: in it there is no space.
func behind(key quad.Value, line string) string { return string(appendTerm(nil, key)) + " " + line }

// group puts the lines of statements behind their articles.
func (d *Dump) group(ctx context.Context, loose *lines.Sorter) error {
	mark := " " + string(appendTerm(nil, articleOf)) + " "
	return groups(ctx, loose, func(key string, lines []string) error {
		if strings.HasPrefix(key, "<"+statementPrefix) {
			for _, line := range lines {
				if rest, ok := strings.CutPrefix(line, key+mark); ok {
					key, _, _ = strings.Cut(rest, " ")
					break
				}
			}
		}
		for _, line := range lines {
			if err := d.lines.Add(key + " " + line); err != nil {
				return err
			}
		}
		return nil
	})
}

// groups gives the lines of a sorter that stand behind the same key, together.
func groups(ctx context.Context, s *lines.Sorter, yield func(key string, lines []string) error) error {
	var lines []string
	last := ""
	for line, err := range s.All(ctx) {
		if err != nil {
			return err
		}
		key, rest, _ := strings.Cut(line, " ")
		if key != last && len(lines) > 0 {
			if err := yield(last, lines); err != nil {
				return err
			}
			lines = lines[:0]
		}
		last, lines = key, append(lines, rest)
	}
	if len(lines) == 0 {
		return nil
	}
	return yield(last, lines)
}

// partLines is how many quads of a dump are put together at once, at least.
const partLines = 30_000

// each puts the dump together, part by part: each article is in one, with all that is said of it.
func (d *Dump) each(ctx context.Context, yield func(*dumped) error) error {
	part, n := d.newPart(), 0
	flush := func() error {
		if err := part.assemble(); err != nil {
			return fmt.Errorf("%w: %w", ErrInvalid, err)
		}
		var err error
		if part.packets, err = prepare(part.readings); err != nil {
			return err
		}
		err = yield(part)
		part, n = d.newPart(), 0
		return err
	}
	err := groups(ctx, &d.lines, func(_ string, lines []string) error {
		for _, line := range lines {
			q, err := nquads.Parse(strings.TrimSpace(line))
			if err != nil {
				return fmt.Errorf("%w: %q: %w", ErrInvalid, line, err)
			}
			part.take(q)
		}
		if n += len(lines); n >= partLines {
			return flush()
		}
		return nil
	})
	if err != nil || n == 0 {
		return err
	}
	return flush()
}

func (d *Dump) newPart() *dumped {
	return &dumped{
		nodes: map[quad.IRI][]property{}, judged: map[quad.IRI][]property{}, quads: map[quad.Quad]bool{}, exported: d.exported,
	}
}

// dumped are the quads of a dump, and by their subject those of nodes and of verdicts, until they are put together.
type dumped struct {
	quads  map[quad.Quad]bool
	nodes  map[quad.IRI][]property
	judged map[quad.IRI][]property

	entities []graph.Entity
	readings []graph.Reading
	verdicts []graph.Verdict
	// packets are the readings, checked.
	packets []packet
	// exported says that the IRIs are absolute, as in exports.
	exported bool
}

// parse reads the quad of a line, if it holds one.
func (d *Dump) parse(line string) (q quad.Quad, found bool, err error) {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return q, false, nil
	}
	q, err = nquads.Parse(line)
	switch {
	case err != nil:
		return q, false, err
	case !q.IsValid():
		return q, false, errors.New("it is no quad")
	}
	return quad.Quad{
		Subject: d.relative(q.Subject), Predicate: d.relative(q.Predicate), Object: d.relative(q.Object), Label: d.relative(q.Label),
	}, true, nil
}

// relative gives a value in the form of dumps.
func (d *Dump) relative(v quad.Value) quad.Value {
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
	if d.forget(whole.quads()); before-len(d.quads) != len(sortedLines(whole.quads())) {
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
