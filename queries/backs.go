package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// BacksAnswer says who backs whom. With a name, Backers back it and Clients are backed by it; without, Pairs are all.
// Each list is sorted: most sources first, then by the ids of patron and client, then by polarity.
type BacksAnswer struct {
	Name    *Ref       `json:"name"`
	Backers []BacksRow `json:"backers"`
	Clients []BacksRow `json:"clients"`
	Pairs   []BacksRow `json:"pairs"`
	LeftOut
}

// BacksRow is all that is said of one patron's backing of one client under one polarity. Affirmed and alleged are rows
// apart, not columns of one: their sources, kinds and dates differ, and a number that adds both up would let a plan
// pass for a delivery.
type BacksRow struct {
	// Fact is the id of the tie, which rows of other polarities share.
	Fact     uuid.UUID      `json:"fact"`
	Patron   Ref            `json:"patron"`
	Client   Ref            `json:"client"`
	Polarity graph.Polarity `json:"polarity"`
	// AllegedOnly says that nobody affirms what the row alleges.
	AllegedOnly bool `json:"allegedOnly"`
	// Modalities say how an alleged tie is meant.
	Modalities []graph.Modality `json:"modalities"`
	Kinds      []graph.Kind     `json:"kinds"`
	// Phase is the latest word on whether the support started, goes on or ended.
	Phase graph.Phase `json:"phase,omitempty"`
	// Valid are the times that the texts give.
	Valid []graph.Valid `json:"valid"`
	// Contested says that somebody denies the tie; in a row of denials, that somebody affirms or alleges it.
	Contested bool `json:"contested"`
	// Denials counts the statements that deny the tie, and DeniedBy are their sources.
	Denials  int      `json:"denials"`
	DeniedBy []Source `json:"deniedBy"`
	// Sources are the distinct origins of the row's statements, copies of one article being one.
	Sources []Source `json:"sources"`
	// Articles counts the articles, copies each.
	Articles int `json:"articles"`
	// First and Last are the dates of the first and the last article.
	First    graph.Valid `json:"first,omitempty"`
	Last     graph.Valid `json:"last,omitempty"`
	Evidence Evidence    `json:"evidence"`
	// Statements say so, the earliest article's first.
	Statements []uuid.UUID `json:"statements"`
}

// Backs answers who backs whom: everybody, or the backers and clients of Options.Name, which the store need not have.
// It ignores Options.Relations and Depth. Errors wrap ErrOption or come from the store.
func Backs(ctx context.Context, s *store.Store, opts Options) (BacksAnswer, error) {
	if err := opts.complete(); err != nil {
		return BacksAnswer{}, fmt.Errorf("backs: %w", err)
	}
	filter := store.Filter{Either: opts.Name, Relations: []graph.Relation{graph.Backs}}
	g, left, err := collect(ctx, s, opts, filter)
	if err != nil {
		return BacksAnswer{}, fmt.Errorf("backs: %w", err)
	}
	answer := BacksAnswer{Backers: []BacksRow{}, Clients: []BacksRow{}, Pairs: []BacksRow{}, LeftOut: left}
	for _, row := range backsRows(g, opts) {
		switch opts.Name {
		case "":
			answer.Pairs = append(answer.Pairs, row)
		case row.Client.ID:
			answer.Backers = append(answer.Backers, row)
		default:
			answer.Clients = append(answer.Clients, row)
		}
	}
	if opts.Name != "" {
		name, err := refInStore(ctx, s, opts.Name)
		if err != nil {
			return BacksAnswer{}, fmt.Errorf("backs: %w", err)
		}
		answer.Name = &name
	}
	return answer, nil
}

// backsRows makes the rows of the ties that are asked for, sorted.
func backsRows(g graph.Subgraph, opts Options) []BacksRow {
	ties := graph.Ties(g)
	affirmed := map[uuid.UUID]bool{}
	for _, t := range ties {
		affirmed[t.Fact] = affirmed[t.Fact] || t.Polarity == graph.Affirmed
	}
	var rows []BacksRow
	for _, t := range ties {
		if opts.wants(t) {
			row := backsRow(g, t)
			row.AllegedOnly = t.Polarity == graph.Alleged && !affirmed[t.Fact]
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b BacksRow) int {
		return cmp.Or(
			-cmp.Compare(len(a.Sources), len(b.Sources)),
			cmp.Compare(a.Patron.ID, b.Patron.ID), cmp.Compare(a.Client.ID, b.Client.ID), cmp.Compare(a.Polarity, b.Polarity),
		)
	})
	return rows
}

func backsRow(g graph.Subgraph, t graph.Tie) BacksRow {
	denials, deniedBy := len(t.Against), t.AgainstSources
	if t.Polarity == graph.Denied {
		denials, deniedBy = len(t.Statements), t.Sources
	}
	return BacksRow{
		Fact: t.Fact, Patron: refTo(g, t.Subject), Client: refTo(g, t.Object), Polarity: t.Polarity,
		Modalities: notNil(t.Modalities), Kinds: notNil(t.Kinds), Phase: t.Phase, Valid: notNil(t.Valids),
		Contested: len(t.Against) > 0, Denials: denials, DeniedBy: sourcesOf(g, deniedBy),
		Sources: sourcesOf(g, t.Sources), Articles: articlesOf(t.Statements), First: t.First, Last: t.Last,
		Evidence: best(g, t.Statements), Statements: idsOf(t.Statements),
	}
}
