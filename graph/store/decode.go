package store

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// property is one quad of a node, without its subject.
type property struct {
	predicate quad.IRI
	object    quad.Value
	label     quad.Value
}

// text gives the property's literal.
func (p property) text() (string, error) {
	s, ok := p.object.(quad.String)
	if !ok {
		return "", damaged("%s is %v rather than a literal", string(p.predicate), p.object)
	}
	return string(s), nil
}

// id gives the entity that the property names.
func (p property) id() (graph.ID, error) {
	iri, ok := p.object.(quad.IRI)
	if !ok {
		return "", damaged("%s is %v rather than an entity", string(p.predicate), p.object)
	}
	if _, err := entityIRI(graph.ID(iri)); err != nil {
		return "", damaged("%s: %v", string(p.predicate), err)
	}
	return graph.ID(iri), nil
}

// into decodes the property's literal of JSON.
func (p property) into(value any) error {
	s, err := p.text()
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(s), value); err != nil {
		return damaged("%s %q: %v", string(p.predicate), s, err)
	}
	return nil
}

// decodeStatement puts a statement together from its node. What follows from the citations is not looked at: [Check]
// compares it.
func decodeStatement(id uuid.UUID, properties []property) (graph.Statement, error) {
	s := graph.Statement{ID: id}
	for _, p := range properties {
		if err := statementField(&s, p); err != nil {
			return s, damaged("statement %s: %v", id, err)
		}
	}
	if s.Subject == "" || s.Object == "" || s.Relation == "" || s.Article == uuid.Nil || len(s.Citations) == 0 {
		return s, damaged("statement %s is not whole", id)
	}
	slices.SortFunc(s.Citations, graph.Citation.Compare)
	return s, nil
}

// decodeTie gives what a statement says, without its citations.
func decodeTie(id uuid.UUID, properties []property) (graph.Statement, error) {
	s := graph.Statement{ID: id}
	for _, p := range properties {
		if p.predicate == citation {
			continue
		}
		if err := statementField(&s, p); err != nil {
			return s, damaged("statement %s: %v", id, err)
		}
	}
	if s.Subject == "" || s.Object == "" || s.Relation == "" {
		return s, damaged("statement %s is not whole", id)
	}
	return s, nil
}

func statementField(s *graph.Statement, p property) (err error) {
	switch p.predicate {
	case subject:
		s.Subject, err = p.id()
	case object:
		s.Object, err = p.id()
	case speaker:
		s.Speaker, err = p.id()
	case predicate:
		var id graph.ID
		id, err = p.id()
		s.Relation = graph.Relation(id)
	case articleOf:
		s.Article, err = parseIRI(p.object, articlePrefix)
	case polarity:
		return field(p, &s.Polarity)
	case modality:
		return field(p, &s.Modality)
	case citation:
		var c graph.Citation
		err = p.into(&c)
		s.Citations = append(s.Citations, c)
	}
	return err
}

// field stores the property's literal.
func field[T ~string](p property, value *T) error {
	text, err := p.text()
	*value = T(text)
	return err
}

// decodeArticle puts an article together from its node, and gives its digest as stored.
func decodeArticle(id uuid.UUID, properties []property) (a graph.Article, sum string, err error) {
	a.ID = id
	for _, p := range properties {
		var err error
		switch p.predicate {
		case sha256Of:
			err = field(p, &a.SHA256)
		case language:
			err = field(p, &a.Language)
		case sketch:
			err = field(p, &a.Sketch)
		case extractor:
			err = field(p, &a.Extractor)
		case status:
			err = field(p, &a.Status)
		case archive:
			err = field(p, &a.Archive)
		case digest:
			err = field(p, &sum)
		case appearance:
			var one graph.Appearance
			err = p.into(&one)
			a.Appearances = append(a.Appearances, one)
		}
		if err != nil {
			return a, "", damaged("article %s: %v", id, err)
		}
	}
	a.AddAppearances() // sorts them
	if a.SHA256 == "" {
		return a, "", damaged("article %s is not whole", id)
	}
	return a, sum, nil
}

// decodeEntity puts an entity together from its node.
func decodeEntity(id graph.ID, properties []property) (graph.Entity, error) {
	e := graph.Entity{ID: id}
	for _, p := range properties {
		if err := entityField(&e, p); err != nil {
			return e, damaged("entity %q: %v", id, err)
		}
	}
	return normalizeEntity(e), nil
}

func entityField(e *graph.Entity, p property) (err error) {
	switch p.predicate {
	case typeOf:
		if err = field(p, &e.Type); e.Type == graph.EntityType(untyped) {
			e.Type = ""
		}
	case nameOf:
		err = field(p, &e.Name)
	case isState:
		e.IsState = true
	case existed:
		err = field(p, &e.Existed)
	case country:
		e.Country, err = p.id()
	case partOf:
		e.PartOf, err = p.id()
	case latitude:
		err = field(p, &e.Latitude)
	case longitude:
		err = field(p, &e.Longitude)
	case wikidata:
		err = field(p, &e.Wikidata)
	case ucdp:
		err = field(p, &e.UCDP)
	case geonames:
		err = field(p, &e.GeoNames)
	case alias:
		var a graph.Alias
		if err = field(p, &a.Name); err == nil && strings.HasPrefix(a.Name, "{") {
			a = graph.Alias{}
			err = p.into(&a)
		}
		e.Aliases = append(e.Aliases, a)
	}
	return err
}
