package graph

import (
	"cmp"
	"slices"
)

// Outlet is what is known of a publisher or an agency beside what it says. To grade is the user's, so that it stands in
// no store.
type Outlet struct {
	// ID is that of the origin of what it says (see [Origin]).
	ID ID `json:"id"`
	// Name is that of the outlet, Owner who owns it, or empty.
	Name  string `json:"name"`
	Owner string `json:"owner,omitempty"`
	// Grade is its reliability in Admiralty terms, A (completely reliable) to F (cannot be judged), or empty.
	Grade string `json:"grade,omitempty"`
}

// Known reports whether anything is known of the outlet.
func (o Outlet) Known() bool { return o.Owner != "" || o.Grade != "" }

// Graded gives a name with the grade behind it, where there is one.
func (o Outlet) Graded(name string) string {
	if o.Grade == "" || name == "" {
		return name
	}
	return name + " (" + o.Grade + ")"
}

// Outlet finds what is known of an origin.
func (g Subgraph) Outlet(id ID) Outlet {
	i, ok := slices.BinarySearchFunc(g.Outlets, id, func(o Outlet, id ID) int { return cmp.Compare(o.ID, id) })
	if !ok {
		return Outlet{ID: id}
	}
	return g.Outlets[i]
}

// Grade is the best of the grades of a tie's sources; empty where none is graded. F, which tells that nobody can judge,
// comes after E.
func (g Subgraph) Grade(t Tie) string {
	best := ""
	for _, source := range t.Sources {
		if grade := g.Outlet(ID(source)).Grade; grade != "" && (best == "" || grade < best) {
			best = grade
		}
	}
	return best
}
