package export

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"entente.example/graph"
)

// nquadsParts write all that the subgraph holds as sorted quads, each once. They are those of a dump of the store, but
// for the digest of each article, which is the store's own, as are its figures, and for the IRIs, which are absolute:
// every id, predicates included, follows https://entente.example/id/.
//
//   - each tie is one quad under its predicate (backs, backs_alleged, backs_denied), labelled by its statement; under
//     backs_rejected where a reviewer has rejected it, and what he wrote in its place is another edge of that label;
//   - what is known of a statement stands on its node, and what is known of an article on the article's, labelled by
//     the article, a citation or an appearance being one literal in JSON;
//   - a verdict stands on its statement's node, labelled by the reviewer (review:NAME);
//   - what is known of an entity is labelled <actors>. An alias is its name, or JSON where it has dates.
func nquadsParts() *inParts {
	return &inParts{
		lines: func(g graph.Subgraph, add func(string) error) error {
			return eachQuad(g, func(l quadLine) error { return add(l.String()) })
		},
		write: func(w *bufio.Writer, sorted iter.Seq2[string, error]) error {
			for line, err := range sorted {
				if err == nil {
					_, err = w.WriteString(line)
				}
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// eachQuad gives all quads of a subgraph, in no order. Errors are those of yield, or of what cannot be written.
func eachQuad(g graph.Subgraph, yield func(quadLine) error) error {
	q, err := quadsOf(g)
	if err != nil {
		return err
	}
	for _, line := range q.all {
		if err := yield(line); err != nil {
			return err
		}
	}
	return nil
}

// quadsOf gives all quads of a subgraph, in no order.
func quadsOf(g graph.Subgraph) (quads, error) {
	var q quads
	for _, e := range g.Entities {
		if err := q.entity(e); err != nil {
			return quads{}, err
		}
	}
	for _, a := range g.Articles {
		if err := q.article(a); err != nil {
			return quads{}, err
		}
	}
	for _, s := range g.Extracted() {
		if err := q.statement(s, g.VerdictsOn(s.ID)); err != nil {
			return quads{}, err
		}
	}
	for _, v := range g.Verdicts {
		if err := q.verdict(v); err != nil {
			return quads{}, err
		}
	}
	return q, nil
}

// quadLine is a quad, each part as N-Quads writes it.
type quadLine struct{ node, predicate, object, label string }

func (l quadLine) String() string {
	return l.node + " " + l.predicate + " " + l.object + " " + l.label + " .\n"
}

// quads gathers quads about one node at a time.
type quads struct {
	all         []quadLine
	node, label string
}

func (q *quads) about(node, label string) { q.node, q.label = node, label }

func (q *quads) add(predicate, object string) {
	q.all = append(q.all, quadLine{q.node, iri(graph.ID(predicate)), object, q.label})
}

// text adds a literal, unless it is empty.
func (q *quads) text(predicate, value string) {
	if value != "" {
		q.add(predicate, literal(value))
	}
}

// link adds an entity, unless there is none.
func (q *quads) link(predicate string, id graph.ID) {
	if id != "" {
		q.add(predicate, iri(entityNode(id)))
	}
}

// object adds a value as one literal in JSON.
func (q *quads) object(predicate string, value any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("%s of %s: %w", predicate, q.node, err)
	}
	q.text(predicate, strings.TrimSuffix(b.String(), "\n"))
	return nil
}

func (q *quads) entity(e graph.Entity) error {
	q.about(iri(entityNode(e.ID)), iri("actors"))
	q.text("type", cmp.Or(string(e.Type), "unknown"))
	q.text("name", e.Name)
	if e.IsState {
		q.text("is_state", "true")
	}
	q.text("existed", string(e.Existed))
	q.link("country", e.Country)
	q.link("part_of", e.PartOf)
	q.text("latitude", e.Latitude)
	q.text("longitude", e.Longitude)
	q.text("wikidata", e.Wikidata)
	q.text("ucdp", e.UCDP)
	q.text("geonames", e.GeoNames)
	for _, alias := range e.Aliases {
		if alias.When == "" && !strings.HasPrefix(alias.Name, "{") {
			q.text("alias", alias.Name)
			continue
		}
		if err := q.object("alias", alias); err != nil {
			return err
		}
	}
	return nil
}

func (q *quads) article(a graph.Article) error {
	q.about(iri(articleNode(a.ID)), iri(articleNode(a.ID)))
	q.text("type", "article")
	q.text("sha256", a.SHA256)
	q.text("language", a.Language)
	q.text("sketch", a.Sketch)
	q.text("extractor", a.Extractor)
	q.text("status", string(a.Status))
	q.text("archive", a.Archive)
	for _, url := range a.Addresses() {
		q.text("address", url)
	}
	for _, appearance := range a.Appearances {
		if err := q.object("appearance", appearance); err != nil {
			return err
		}
	}
	return nil
}

// verdict adds what a reviewer says of a statement, on its node and under his own label.
func (q *quads) verdict(v graph.Verdict) error {
	q.about(iri(statementNode(v.Statement)), iri(graph.ID(graph.ReviewerLabel(v.By))))
	q.text("verdict", string(v.Decision))
	q.text("on", string(v.On))
	q.text("note", v.Note)
	if v.Replacement == nil {
		return nil
	}
	return q.object("replacement", v.Replacement)
}

func (q *quads) statement(s graph.Statement, verdicts []graph.Verdict) error {
	for _, e := range s.Edges(verdicts) {
		q.about(iri(entityNode(e.Subject)), iri(statementNode(s.ID)))
		q.link(e.Predicate, e.Object)
	}

	q.about(iri(statementNode(s.ID)), iri(articleNode(s.Article)))
	q.text("type", "statement")
	q.link("subject", s.Subject)
	q.add("predicate", iri(graph.ID(s.Relation)))
	q.link("object", s.Object)
	q.add("article", iri(articleNode(s.Article)))
	q.text("polarity", string(s.Polarity))
	q.text("modality", string(s.Modality))
	q.link("speaker", s.Speaker)
	for _, kind := range s.Kinds() {
		q.text("kind", string(kind))
	}
	for _, valid := range s.Valids() {
		q.text("valid", string(valid))
	}
	for _, phase := range s.Phases() {
		q.text("phase", string(phase))
	}
	for _, c := range s.Citations {
		if err := q.object("citation", c); err != nil {
			return err
		}
	}
	return nil
}

// Prefixes of the ids that are not names.
const (
	statementPrefix = "st:"
	articlePrefix   = "art:"
)

// entityNode gives an entity's id, in such a form that none can pass for a statement or an article.
func entityNode(id graph.ID) graph.ID {
	for _, prefix := range []string{statementPrefix, articlePrefix} {
		if rest, ok := strings.CutPrefix(string(id), prefix); ok {
			return graph.ID(strings.TrimSuffix(prefix, ":") + "%3A" + rest)
		}
	}
	return id
}

func statementNode(id uuid.UUID) graph.ID { return graph.ID(statementPrefix + id.String()) }

func articleNode(id uuid.UUID) graph.ID { return graph.ID(articlePrefix + id.String()) }

// iri gives the absolute IRI of a node or predicate in angle brackets.
func iri(id graph.ID) string { return "<" + safeIRI(id.IRI()) + ">" }

// literal quotes a text. https://www.w3.org/TR/n-quads/#grammar-production-STRING_LITERAL_QUOTE
func literal(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 || r == '"' || r == '\\' || r == 0x7F || r == utf8.RuneError }) {
		return `"` + s + `"`
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, string(utf8.RuneError)) {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r >= '\b' && r <= '\r' && r != '\v':
			b.WriteByte('\\')
			b.WriteByte("btn-fr"[r-'\b'])
		case r < 0x20 || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
