package export

import (
	"encoding/json"
	"io"

	"github.com/google/uuid"

	"entente.example/graph"
)

// jsonGraph is the document that the format json writes: the subgraph as the model has it, and its ties.
type jsonGraph struct {
	// Format names this layout. Members may be added under the same name; none is renamed or dropped.
	Format     string            `json:"format"`
	Entities   []graph.Entity    `json:"entities"`
	Articles   []graph.Article   `json:"articles"`
	Statements []graph.Statement `json:"statements"`
	// Verdicts are those of reviewers on the statements and on those Aside, which they have rejected or replaced.
	Verdicts []graph.Verdict   `json:"verdicts"`
	Aside    []graph.Statement `json:"aside"`
	Ties     []jsonTie         `json:"ties"`
	// Outlets are the owners and the grades of publishers and agencies, as far as they are known.
	Outlets []graph.Outlet `json:"outlets,omitempty"`
}

// jsonTie is a graph.Tie in which statements are referred to by id. What nobody says is null or an empty list.
type jsonTie struct {
	Fact        uuid.UUID        `json:"fact"`
	Subject     graph.ID         `json:"subject"`
	SubjectName string           `json:"subjectName"`
	Predicate   graph.Relation   `json:"predicate"`
	Object      graph.ID         `json:"object"`
	ObjectName  string           `json:"objectName"`
	Polarity    graph.Polarity   `json:"polarity"`
	Modalities  []graph.Modality `json:"modalities"`
	Kinds       []graph.Kind     `json:"kinds"`
	Phase       *graph.Phase     `json:"phase"`
	Valid       []graph.Valid    `json:"valid"`
	// Statements say so, the earliest article first; Against say otherwise.
	Statements     []uuid.UUID      `json:"statements"`
	Against        []uuid.UUID      `json:"against"`
	Sources        []string         `json:"sources"`
	AgainstSources []string         `json:"againstSources"`
	First          *graph.Valid     `json:"first"`
	Last           *graph.Valid     `json:"last"`
	Confidence     graph.Confidence `json:"confidence"`
	// Sentence is that of the first statement, Article and URL say where it stands.
	Sentence string    `json:"sentence"`
	Article  uuid.UUID `json:"article"`
	URL      *string   `json:"url"`
}

// jsonFormat is the name and version of the layout.
const jsonFormat = "entente-subgraph/1"

func writeJSON(w io.Writer, v view) error {
	document := jsonGraph{
		Format: jsonFormat, Entities: notNil(v.graph.Entities), Articles: notNil(v.graph.Articles),
		Statements: notNil(v.graph.Statements), Verdicts: notNil(v.graph.Verdicts), Aside: notNil(v.graph.Aside), Ties: []jsonTie{},
		Outlets: v.graph.Outlets,
	}
	for _, t := range v.ties {
		document.Ties = append(document.Ties, newJSONTie(v.graph, t))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(document)
}

func newJSONTie(g graph.Subgraph, t graph.Tie) jsonTie {
	return jsonTie{
		Fact: t.Fact, Subject: t.Subject, SubjectName: g.Called(t.Subject), Predicate: t.Relation,
		Object: t.Object, ObjectName: g.Called(t.Object), Polarity: t.Polarity,
		Modalities: notNil(t.Modalities), Kinds: notNil(t.Kinds), Phase: orNull(t.Phase), Valid: notNil(t.Valids),
		Statements: idsOf(t.Statements), Against: idsOf(t.Against),
		Sources: notNil(t.Sources), AgainstSources: notNil(t.AgainstSources),
		First: orNull(t.First), Last: orNull(t.Last), Confidence: t.Confidence,
		Sentence: t.Sentence, Article: t.Statements[0].Article, URL: orNull(t.Article.URL()),
	}
}

func idsOf(statements []graph.Statement) []uuid.UUID {
	ids := make([]uuid.UUID, len(statements))
	for i, s := range statements {
		ids[i] = s.ID
	}
	return ids
}

// notNil keeps a list that is empty from being written as null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func orNull[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}
