package queries

import (
	"github.com/google/uuid"

	"entente.example/graph"
)

// Ref is an entity as answers show it.
type Ref struct {
	ID      graph.ID         `json:"id"`
	Name    string           `json:"name"`
	Type    graph.EntityType `json:"type,omitempty"`
	IsState bool             `json:"isState,omitempty"`
}

// ArticleRef is an article as answers cite it. Its date, title, publisher and address are those of its first
// appearance that has one.
type ArticleRef struct {
	ID        uuid.UUID `json:"id"`
	Title     string    `json:"title,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	// Grade is that of the publisher, where Options.Outlets tells one.
	Grade   string              `json:"grade,omitempty"`
	URL     string              `json:"url,omitempty"`
	Date    graph.Valid         `json:"date,omitempty"`
	Status  graph.ArticleStatus `json:"status,omitempty"`
	Archive string              `json:"archive,omitempty"`
	// Successor is the article with the newer text at the address, if there is one.
	Successor uuid.UUID `json:"successor,omitzero"`
}

// Source is an origin of statements: a speaker, an agency, a publisher, or an article of which nothing is known. ID is
// an entity's, the publisher's name in that form, or the article's.
type Source struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Owner and Grade are what Options.Outlets tells of a publisher or an agency, or empty.
	Owner string `json:"owner,omitempty"`
	Grade string `json:"grade,omitempty"`
}

// Evidence is the sentence that an answer rests on. Marks are in bytes of the sentence.
type Evidence struct {
	Statement  uuid.UUID        `json:"statement"`
	Sentence   string           `json:"sentence"`
	Marks      graph.Marks      `json:"marks"`
	Confidence graph.Confidence `json:"confidence"`
	Polarity   graph.Polarity   `json:"polarity"`
	Modality   graph.Modality   `json:"modality,omitempty"`
	// Review is what reviewers made of the statement; empty: nobody has judged it.
	Review graph.Standing `json:"review,omitempty"`
	// Speaker is who says so; null is the article's own voice.
	Speaker *Ref       `json:"speaker"`
	Article ArticleRef `json:"article"`
}

// notNil keeps a list that is empty from being written as null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
