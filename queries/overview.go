package queries

import (
	"cmp"
	"context"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// OverviewAnswer is what there is to see first in a store.
type OverviewAnswer struct {
	// First and Last are the dates of the earliest and the latest article.
	First graph.Valid `json:"first,omitempty"`
	Last  graph.Valid `json:"last,omitempty"`
	// Between counts the ties that pictures show: backing, alliance, fighting and opposition.
	Between int `json:"between"`
	// Wars are those of the dictionary of which there are most ties, see [WarRow].
	Wars []WarRow `json:"wars"`
	// Patrons back most clients, by affirmed ties; of those who back as many, the one of more sources comes first.
	Patrons []PatronRow `json:"patrons"`
	// Fresh are the ties of the latest articles, the latest first.
	Fresh []TieRow `json:"fresh"`
	// Contested ties are affirmed or alleged by some and denied by others, those with most sources against them first.
	Contested []TieRow `json:"contested"`
	// Denied counts the ties that are in none of the lists because somebody denies them and nobody says they are.
	Denied int `json:"denied"`
	LeftOut
}

// PatronRow is a patron with the clients that it is said to back.
type PatronRow struct {
	Patron  Ref          `json:"patron"`
	Clients []Ref        `json:"clients"`
	Kinds   []graph.Kind `json:"kinds"`
	Sources int          `json:"sources"`
	// Contested are those of the clients whose backing somebody denies.
	Contested []Ref `json:"contested"`
}

// IsContested reports whether somebody denies the backing of a client.
func (r PatronRow) IsContested(client Ref) bool { return slices.Contains(r.Contested, client) }

// Overview answers what a store is about, with at most so many rows in each list. It ignores Options.Name, Relations,
// Polarities and Depth. Errors wrap ErrOption or come from the store.
func Overview(ctx context.Context, s *store.Store, opts Options, most int) (OverviewAnswer, error) {
	return ask(ctx, s, "overview", func(x *ties.Index) (OverviewAnswer, error) { return overview(x, opts, most) })
}

func overview(x *ties.Index, opts Options, most int) (OverviewAnswer, error) {
	opts.Name, opts.Relations, opts.Polarities = "", nil, nil
	ties, err := list(x, opts)
	if err != nil {
		return OverviewAnswer{}, err
	}
	answer := OverviewAnswer{
		Wars: []WarRow{}, Patrons: patronRows(ties.Ties), Fresh: slices.Clone(ties.Ties), Contested: []TieRow{},
		Denied: ties.Denied, LeftOut: ties.LeftOut,
	}
	if answer.Wars, err = warRows(x, opts, most); err != nil {
		return OverviewAnswer{}, err
	}
	for _, row := range ties.Ties {
		switch row.Relation {
		case graph.Backs, graph.AlliedWith, graph.Fights, graph.Opposes:
			answer.Between++
		}
		if row.Contested {
			answer.Contested = append(answer.Contested, row)
		}
		if row.First != "" && (answer.First == "" || row.First < answer.First) {
			answer.First = row.First
		}
		answer.Last = max(answer.Last, row.Last)
	}
	slices.SortStableFunc(answer.Contested, func(a, b TieRow) int { return -cmp.Compare(len(a.DeniedBy), len(b.DeniedBy)) })
	answer.Fresh = slices.DeleteFunc(answer.Fresh, func(row TieRow) bool { return row.Last == "" })
	slices.SortStableFunc(answer.Fresh, func(a, b TieRow) int { return -cmp.Compare(a.Last, b.Last) })
	answer.Patrons = answer.Patrons[:min(most, len(answer.Patrons))]
	answer.Fresh = answer.Fresh[:min(most, len(answer.Fresh))]
	answer.Contested = answer.Contested[:min(most, len(answer.Contested))]
	return answer, nil
}

// Period gives the dates of the earliest and the latest article of the store, or nothing where none has a date. Errors
// come from the store.
func Period(ctx context.Context, s *store.Store) (first, last graph.Valid, err error) {
	bounds, err := ask(ctx, s, "period", func(x *ties.Index) ([2]graph.Valid, error) { return period(x), nil })
	return bounds[0], bounds[1], err
}

func period(x *ties.Index) (bounds [2]graph.Valid) {
	for i := range x.Articles() {
		if date := x.Date(i); date != "" {
			if bounds[0] == "" || date < bounds[0] {
				bounds[0] = date
			}
			bounds[1] = max(bounds[1], date)
		}
	}
	return bounds
}

// patronRows joins affirmed backing by patron.
func patronRows(ties []TieRow) []PatronRow {
	place := map[graph.ID]int{}
	rows := []PatronRow{}
	for _, t := range ties {
		if t.Relation != graph.Backs || t.Polarity != graph.Affirmed {
			continue
		}
		i, ok := place[t.Subject.ID]
		if !ok {
			i = len(rows)
			place[t.Subject.ID] = i
			rows = append(rows, PatronRow{Patron: t.Subject, Clients: []Ref{}, Kinds: []graph.Kind{}, Contested: []Ref{}})
		}
		rows[i].Clients = append(rows[i].Clients, t.Object)
		rows[i].Sources += len(t.Sources)
		if t.Contested {
			rows[i].Contested = append(rows[i].Contested, t.Object)
		}
		for _, kind := range t.Kinds {
			if !slices.Contains(rows[i].Kinds, kind) {
				rows[i].Kinds = append(rows[i].Kinds, kind)
			}
		}
	}
	for i := range rows {
		slices.Sort(rows[i].Kinds)
	}
	slices.SortStableFunc(rows, func(a, b PatronRow) int {
		return cmp.Or(-cmp.Compare(len(a.Clients), len(b.Clients)), -cmp.Compare(a.Sources, b.Sources), cmp.Compare(a.Patron.ID, b.Patron.ID))
	})
	return rows
}
