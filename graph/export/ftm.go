package export

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"entente.example/graph"
)

// ftmEntity is an entity of FollowTheMoney, the model of Aleph and OpenSanctions: https://followthemoney.tech
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// writeFtM writes FollowTheMoney entities, one a line: actors and places, ties as UnknownLink with the role, articles, and
// for each article and actor that it names a Mention. A tie's polarity stands in its role and status, so that nobody
// takes a denial for a link; denied ties are left out unless they are asked for, as in other formats of ties.
func writeFtM(w io.Writer, v view) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, id := range drawnEnds(v.ties) {
		if err := encoder.Encode(ftmActor(plainEntity(v.graph, id))); err != nil {
			return err
		}
	}
	mentions := map[string]ftmEntity{}
	articles := map[string]bool{}
	for _, t := range v.ties {
		if err := encoder.Encode(ftmLink(v.graph, t)); err != nil {
			return err
		}
		for _, s := range t.Statements {
			articles[s.Article.String()] = true
			for _, id := range []graph.ID{s.Subject, s.Object} {
				m := ftmMention(s, id, v.graph)
				mentions[m.ID] = m
			}
		}
	}
	for _, a := range v.graph.Articles {
		if articles[a.ID.String()] {
			if err := encoder.Encode(ftmArticle(a)); err != nil {
				return err
			}
		}
	}
	ids := make([]string, 0, len(mentions))
	for id := range mentions {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if err := encoder.Encode(mentions[id]); err != nil {
			return err
		}
	}
	return nil
}

// ftmSchema chooses the schema of an entity by its type.
func ftmSchema(e graph.Entity) string {
	switch e.Type {
	case graph.State, graph.Government, graph.Military:
		return "PublicBody"
	case graph.Person:
		return "Person"
	case graph.Company:
		return "Company"
	case graph.Place:
		return "Address"
	case graph.ArmedGroup, graph.Militia, graph.Party, graph.Coalition, graph.Organisation, graph.Unit:
		return "Organization"
	}
	return "LegalEntity"
}

func ftmID(id graph.ID) string { return "entente-" + string(id) }

func ftmActor(e graph.Entity) ftmEntity {
	f := ftmEntity{ftmID(e.ID), ftmSchema(e), map[string][]string{}}
	f.add("name", e.Name)
	if f.Schema == "Address" {
		f.add("full", e.Name)
		f.add("latitude", e.Latitude)
		f.add("longitude", e.Longitude)
		return f
	}
	for _, alias := range e.Aliases {
		f.add("alias", alias.Name)
	}
	f.add("wikidataId", e.Wikidata)
	f.add("topics", map[graph.EntityType]string{graph.State: "gov", graph.Government: "gov", graph.Military: "mil", graph.ArmedGroup: "mil", graph.Militia: "mil"}[e.Type])
	return f
}

func ftmLink(g graph.Subgraph, t graph.Tie) ftmEntity {
	f := ftmEntity{"entente-" + t.Fact.String() + "-" + string(t.Polarity), "UnknownLink", map[string][]string{}}
	start, end := interval(t)
	f.add("subject", ftmID(t.Subject))
	f.add("object", ftmID(t.Object))
	f.add("role", edgeTitle(t))
	f.add("status", strings.Join(notEmpty(string(t.Polarity), joined(t.Modalities), string(t.Phase)), ", "))
	f.add("startDate", start)
	f.add("endDate", end)
	f.add("description", t.Sentence)
	f.add("summary", strings.Join(notEmpty(joined(t.Kinds), ftmCount(t)), "; "))
	for _, s := range t.Statements {
		article, _ := g.Article(s.Article)
		f.add("sourceUrl", safeLink(article.URL()))
		f.add("publisher", article.Publisher())
	}
	f.add("recordId", t.Fact.String())
	return f
}

func ftmCount(t graph.Tie) string {
	text := count(len(t.Sources), "source")
	if len(t.Against) > 0 {
		text += ", " + count(len(t.Against), "statement") + " against"
	}
	return text
}

func ftmArticle(a graph.Article) ftmEntity {
	f := ftmEntity{"entente-" + a.ID.String(), "Article", map[string][]string{}}
	f.add("title", cmp.Or(printable(a.Title()), printable(a.URL()), a.ID.String()))
	f.add("language", a.Language)
	for _, p := range a.Appearances {
		f.add("sourceUrl", safeLink(p.URL))
		f.add("publisher", p.Publisher)
		f.add("publishedAt", string(p.Published))
	}
	return f
}

func ftmMention(s graph.Statement, id graph.ID, g graph.Subgraph) ftmEntity {
	f := ftmEntity{"entente-mention-" + s.Article.String() + "-" + string(id), "Mention", map[string][]string{}}
	e := plainEntity(g, id)
	f.add("document", "entente-"+s.Article.String())
	f.add("resolved", ftmID(id))
	f.add("name", e.Name)
	f.add("detectedSchema", ftmSchema(e))
	return f
}

// add adds a value to a property, once, unless it is empty.
func (f ftmEntity) add(property, value string) {
	if value = printable(value); value != "" && !slices.Contains(f.Properties[property], value) {
		f.Properties[property] = append(f.Properties[property], value)
	}
}

func notEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}
