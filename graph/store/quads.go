package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"entente.example/graph"
)

// Predicates of the nodes of statements, articles and entities.
const (
	typeOf     = quad.IRI("type")
	subject    = quad.IRI("subject")
	predicate  = quad.IRI("predicate")
	object     = quad.IRI("object")
	articleOf  = quad.IRI("article")
	polarity   = quad.IRI("polarity")
	modality   = quad.IRI("modality")
	speaker    = quad.IRI("speaker")
	kind       = quad.IRI("kind")
	valid      = quad.IRI("valid")
	phase      = quad.IRI("phase")
	citation   = quad.IRI("citation")
	sha256Of   = quad.IRI("sha256")
	language   = quad.IRI("language")
	appearance = quad.IRI("appearance")
	sketch     = quad.IRI("sketch")
	extractor  = quad.IRI("extractor")
	status     = quad.IRI("status")
	archive    = quad.IRI("archive")
	address    = quad.IRI("address")
	digest     = quad.IRI("digest")
	nameOf     = quad.IRI("name")
	alias      = quad.IRI("alias")
	isState    = quad.IRI("is_state")
	existed    = quad.IRI("existed")
	country    = quad.IRI("country")
	partOf     = quad.IRI("part_of")
	latitude   = quad.IRI("latitude")
	longitude  = quad.IRI("longitude")
	wikidata   = quad.IRI("wikidata")
	ucdp       = quad.IRI("ucdp")
	geonames   = quad.IRI("geonames")
)

// entityPredicates are those of an entity's node.
func entityPredicates() []quad.IRI {
	return []quad.IRI{typeOf, nameOf, isState, existed, alias, country, partOf, latitude, longitude, wikidata, ucdp, geonames}
}

// Types of nodes that are not an entity's own type.
const (
	statementType = quad.String("statement")
	articleType   = quad.String("article")
	// untyped stands for an entity without a type, so that each entity can be found by one.
	untyped = quad.String("unknown")
)

// entityTypes are those of entities' nodes.
func entityTypes() []quad.String {
	types := []quad.String{untyped}
	for _, t := range graph.EntityTypes() {
		types = append(types, quad.String(t))
	}
	return types
}

// node collects the quads of one node, and the first error.
type node struct {
	subject, label quad.IRI
	quads          []quad.Quad
	err            error
}

func (n *node) add(predicate quad.IRI, object quad.Value) {
	n.quads = append(n.quads, quad.Quad{Subject: n.subject, Predicate: predicate, Object: object, Label: n.label})
}

func (n *node) text(predicate quad.IRI, text string) {
	if text != "" {
		n.add(predicate, quad.String(storable(text)))
	}
}

// storable gives the text as all backends can keep it: in UTF-8, without NUL.
func storable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}

func (n *node) entity(predicate quad.IRI, id graph.ID) {
	if id == "" {
		return
	}
	iri, err := entityIRI(id)
	if err != nil {
		n.fail(fmt.Errorf("%s: %w", string(predicate), err))
		return
	}
	n.add(predicate, iri)
}

func (n *node) json(predicate quad.IRI, value any) {
	text, err := canonical(value)
	n.fail(err)
	n.text(predicate, text)
}

func (n *node) fail(err error) {
	if n.err == nil {
		n.err = err
	}
}

// canonical writes a value as JSON in one form: fields in the order of their struct, no white space, nothing escaped
// that need not be.
func canonical(value any) (string, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// statementQuads gives the tie under the statement's label, and the statement's node under its article's: at most 14
// quads for a statement of one citation with two kinds.
func statementQuads(s graph.Statement) ([]quad.Quad, error) {
	tie, err := tieQuad(s)
	if err != nil {
		return nil, err
	}
	n := node{subject: statementIRI(s.ID), label: articleIRI(s.Article), quads: []quad.Quad{tie}}
	n.add(typeOf, statementType)
	n.entity(subject, s.Subject)
	n.add(predicate, quad.IRI(s.Relation))
	n.entity(object, s.Object)
	n.add(articleOf, articleIRI(s.Article))
	n.text(polarity, string(s.Polarity))
	n.text(modality, string(s.Modality))
	n.entity(speaker, s.Speaker)
	for _, k := range s.Kinds() {
		n.text(kind, string(k))
	}
	for _, v := range s.Valids() {
		n.text(valid, string(v))
	}
	for _, p := range s.Phases() {
		n.text(phase, string(p))
	}
	for _, c := range s.Citations {
		for _, id := range []graph.ID{c.Place, c.Via} {
			if id != "" {
				_, err := entityIRI(id)
				n.fail(err)
			}
		}
		n.json(citation, c)
	}
	if n.err != nil {
		return nil, fmt.Errorf("statement %s: %w", s.ID, n.err)
	}
	return n.quads, nil
}

// articleQuads gives the article's node, without its digest.
func articleQuads(a graph.Article) ([]quad.Quad, error) {
	iri := articleIRI(a.ID)
	n := node{subject: iri, label: iri}
	n.add(typeOf, articleType)
	n.text(sha256Of, a.SHA256)
	n.text(language, a.Language)
	n.text(sketch, a.Sketch)
	n.text(extractor, a.Extractor)
	n.text(status, string(a.Status))
	n.text(archive, a.Archive)
	for _, p := range a.Appearances {
		n.json(appearance, p)
	}
	for _, url := range a.Addresses() { // so that the other texts that stood there are found
		n.text(address, url)
	}
	return n.quads, n.err
}

// entityQuads gives the entity's node.
func entityQuads(e graph.Entity) ([]quad.Quad, error) {
	iri, err := entityIRI(e.ID)
	if err != nil {
		return nil, fmt.Errorf("entity: %w", err)
	}
	n := node{subject: iri, label: actorsLabel}
	if e.Type == "" {
		n.add(typeOf, untyped)
	}
	n.text(typeOf, string(e.Type))
	n.text(nameOf, e.Name)
	if e.IsState {
		n.text(isState, "true")
	}
	n.text(existed, string(e.Existed))
	for _, a := range e.Aliases {
		// An alias that was always in use is its name alone, so that a script can look for it.
		if a.When == "" && !strings.HasPrefix(a.Name, "{") {
			n.text(alias, a.Name)
			continue
		}
		n.json(alias, a)
	}
	n.entity(country, e.Country)
	n.entity(partOf, e.PartOf)
	n.text(latitude, e.Latitude)
	n.text(longitude, e.Longitude)
	n.text(wikidata, e.Wikidata)
	n.text(ucdp, e.UCDP)
	n.text(geonames, e.GeoNames)
	if n.err != nil {
		return nil, fmt.Errorf("entity %q: %w", e.ID, n.err)
	}
	return n.quads, nil
}

// normalizeEntity brings the entity to the form in which it comes back.
func normalizeEntity(e graph.Entity) graph.Entity {
	e.Aliases = slices.Clone(e.Aliases)
	slices.SortFunc(e.Aliases, compareAliases)
	e.Aliases = slices.DeleteFunc(slices.Compact(e.Aliases), func(a graph.Alias) bool { return a.Name == "" })
	if len(e.Aliases) == 0 {
		e.Aliases = nil
	}
	return e
}

func compareAliases(a, b graph.Alias) int {
	if c := strings.Compare(a.Name, b.Name); c != 0 {
		return c
	}
	return strings.Compare(string(a.When), string(b.When))
}
