package export

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
)

// term is an object of RDF: an IRI, a word of a vocabulary ("prov:Entity"), or a literal with its datatype or language.
type term struct {
	iri, word     string
	literal, kind string
}

// rdfNode is a subject with its predicates, in their order.
type rdfNode struct {
	iri        string
	predicates []rdfPredicate
}

type rdfPredicate struct {
	word    string
	objects []term
}

// rdfPrefixes are the vocabularies, in their order.
var rdfPrefixes = [...][2]string{
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"schema", "https://schema.org/"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	{"entente", "https://entente.example/id/"},
}

// rdfNodes describes the subgraph in public vocabularies: entities by RDFS and SKOS; articles by schema.org; statements
// as rdf:Statement, with prov:hadPrimarySource for the article, prov:wasAttributedTo for the speaker and prov:value for
// the sentences. Each tie is also an edge, under the predicate that tells its polarity (entente:backs,
// entente:backs_alleged, entente:backs_denied): these are left to the lines, see rdfForm. Errors are those of yield.
func rdfNodes(g graph.Subgraph, yield func(rdfNode) error) error {
	for _, e := range g.Entities {
		if err := yield(rdfEntity(e)); err != nil {
			return err
		}
	}
	for _, a := range g.Articles {
		if err := yield(rdfArticle(a)); err != nil {
			return err
		}
	}
	for _, s := range g.Statements {
		n := rdfStatement(s)
		n.text("entente:review", string(g.Standing(s)))
		if err := yield(n); err != nil {
			return err
		}
	}
	return nil
}

func nodeIRI(id graph.ID) string { return safeIRI(id.IRI()) }

func (n *rdfNode) add(word string, objects ...term) {
	objects = slices.DeleteFunc(objects, func(t term) bool { return t == term{} })
	slices.SortFunc(objects, func(a, b term) int {
		return cmp.Or(cmp.Compare(a.iri, b.iri), cmp.Compare(a.word, b.word), cmp.Compare(a.literal, b.literal), cmp.Compare(a.kind, b.kind))
	})
	if objects = slices.Compact(objects); len(objects) > 0 {
		n.predicates = append(n.predicates, rdfPredicate{word, objects})
	}
}

func (n *rdfNode) text(word string, values ...string) {
	var terms []term
	for _, value := range values {
		if value != "" {
			terms = append(terms, term{literal: strings.ToValidUTF8(value, "\uFFFD")})
		}
	}
	n.add(word, terms...)
}

func (n *rdfNode) link(word string, id graph.ID) {
	if id != "" {
		n.add(word, term{iri: nodeIRI(entityNode(id))})
	}
}

func rdfEntity(e graph.Entity) rdfNode {
	n := rdfNode{iri: nodeIRI(entityNode(e.ID))}
	n.add("rdf:type", term{word: "prov:" + map[bool]string{true: "Location", false: "Agent"}[e.IsPlace()]})
	n.text("rdfs:label", cmp.Or(e.Name, e.ID.Name()))
	n.text("entente:type", string(e.Type))
	if e.IsState {
		n.add("entente:is_state", term{literal: "true", kind: "xsd:boolean"})
	}
	var aliases []string
	for _, alias := range e.Aliases {
		aliases = append(aliases, alias.Name)
	}
	n.text("skos:altLabel", aliases...)
	n.link("entente:country", e.Country)
	n.link("entente:part_of", e.PartOf)
	if longitude, latitude, ok := position(e); ok {
		n.add("schema:latitude", term{literal: string(latitude), kind: "xsd:decimal"})
		n.add("schema:longitude", term{literal: string(longitude), kind: "xsd:decimal"})
	}
	if e.Wikidata != "" {
		n.add("owl:sameAs", term{iri: safeIRI("http://www.wikidata.org/entity/" + e.Wikidata)})
	}
	return n
}

func rdfArticle(a graph.Article) rdfNode {
	n := rdfNode{iri: nodeIRI(articleNode(a.ID))}
	n.add("rdf:type", term{word: "schema:NewsArticle"}, term{word: "prov:Entity"})
	for _, p := range a.Appearances {
		n.text("schema:headline", p.Title)
		n.text("schema:publisher", p.Publisher)
		if link := safeLink(p.URL); link != "" {
			n.add("schema:url", term{iri: link})
		}
		if kind := dateKind(p.Published); kind != "" {
			n.add("schema:datePublished", term{literal: string(p.Published), kind: kind})
		}
	}
	n.merge()
	n.text("schema:inLanguage", a.Language)
	n.text("schema:sha256", a.SHA256)
	n.text("schema:creativeWorkStatus", string(a.Status))
	if archive := safeLink(a.Archive); archive != "" {
		n.add("schema:archivedAt", term{iri: archive})
	}
	return n
}

// merge joins the objects of predicates that were added more than once.
func (n *rdfNode) merge() {
	all := n.predicates
	n.predicates = nil
	var words []string
	objects := map[string][]term{}
	for _, p := range all {
		if objects[p.word] == nil {
			words = append(words, p.word)
		}
		objects[p.word] = append(objects[p.word], p.objects...)
	}
	for _, word := range words {
		n.add(word, objects[word]...)
	}
}

// dateKind gives the type of XML Schema that a date is of; empty: of none, as intervals and uncertain dates are.
func dateKind(date graph.Valid) string {
	if first, _, ok := date.Bounds(); !ok || first == "" || strings.ContainsAny(string(date), "/~?%") {
		return ""
	}
	return map[int]string{4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}[len(date)]
}

func rdfStatement(s graph.Statement) rdfNode {
	n := rdfNode{iri: nodeIRI(statementNode(s.ID))}
	n.add("rdf:type", term{word: "rdf:Statement"}, term{word: "prov:Entity"})
	n.link("rdf:subject", s.Subject)
	n.add("rdf:predicate", term{word: "entente:" + s.Predicate()})
	n.link("rdf:object", s.Object)
	n.text("entente:polarity", string(s.Polarity))
	n.text("entente:modality", string(s.Modality))
	n.link("prov:wasAttributedTo", s.Speaker)
	n.add("prov:hadPrimarySource", term{iri: nodeIRI(articleNode(s.Article))})
	for _, c := range s.Citations {
		n.text("prov:value", c.Sentence)
	}
	n.merge()
	n.text("entente:kind", texts(s.Kinds())...)
	n.text("entente:valid", texts(s.Valids())...)
	n.text("entente:phase", texts(s.Phases())...)
	n.add("entente:confidence", term{literal: s.Confidence().String(), kind: "xsd:decimal"})
	return n
}

func texts[T ~string](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return all
}
