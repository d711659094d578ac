package actors

import (
	"fmt"
	"slices"

	"entente.example/graph"
)

// Entry is a row of the dictionary: an entity, and what only the dictionary knows of it.
type Entry struct {
	graph.Entity
	// Kind is the kind of place: town, base, river; "territory" for the land of a state. Actors have none.
	Kind string
	// Countries are the states that an entity belongs to. A state belongs to itself.
	Countries []graph.ID
	// Parents are the larger actors that it was part of, and when. PartOf is the latest of them.
	Parents []Dated
	// Seats are the towns that an actor acts from.
	Seats []Dated
	// Leads and MemberOf are the actors that a person heads, or belongs to.
	Leads, MemberOf []Dated
	// Adjectives (Libyan) and Nationals (Libyans) are a state's.
	Adjectives, Nationals []string
	// Capitals are the towns that may stand for a state's government.
	Capitals []Dated
	// Former are ids that the entry had before.
	Former []graph.ID
	// File and Line are where the entry stands in the data.
	File string
	Line int
}

// Dated is a tie to another entity, and when it held (empty: always). Seats and capitals are towns that the data give
// by name, so they have a Name, and an ID only if the town is in the dictionary; all others have an ID alone.
type Dated struct {
	ID   graph.ID
	Name string
	When graph.Valid
}

// Active reports whether the entity may have acted at a date, as far as the dictionary knows: while it existed, or, for
// a person, while one of its ties held.
func (e *Entry) Active(date graph.Valid) bool {
	return slices.ContainsFunc(e.active(), func(when graph.Valid) bool { return overlap(when, date) })
}

// active gives the periods in which the entity acted, at least one.
func (e *Entry) active() []graph.Valid {
	if e.Type != graph.Person || len(e.Leads)+len(e.MemberOf) == 0 {
		return []graph.Valid{e.Existed}
	}
	var periods []graph.Valid
	for _, tie := range slices.Concat(e.Leads, e.MemberOf) {
		periods = append(periods, tie.When)
	}
	return periods
}

// contemporary reports whether two entities may have acted at the same time.
func (e *Entry) contemporary(f *Entry) bool {
	return slices.ContainsFunc(e.active(), f.Active)
}

// War is a row of wars.csv.
type War struct {
	Name      string
	ID        graph.ID
	Countries []graph.ID
	// SideA and SideB are who fought on each side, and when, where that is not the whole war.
	SideA, SideB []Dated
	// From and To are the first and last date, empty where unknown or still open.
	From, To graph.Valid
	// UCDP is the conflict id of the Uppsala Conflict Data Program.
	UCDP string
	File string
	Line int
}

// When is the interval in which the war was fought; empty if nothing is known.
func (w War) When() graph.Valid { return interval(string(w.From), string(w.To)) }

// Form is the way in which a name stands for an entity.
type Form int

const (
	// Name is the entity's name or an alias of it.
	Name Form = iota
	// Seat is the town of a government: Tripoli for the Government of National Accord.
	Seat
	// Capital is the capital of a state, for its government: Ankara.
	Capital
	// Adjective belongs to a state: Libyan.
	Adjective
	// National is the people of a state: Libyans.
	National
	// Leader is a group under the name of its head: Haftar's forces.
	Leader
)

// String gives the form in lower case: "name", "seat".
func (f Form) String() string {
	names := [...]string{"name", "seat", "capital", "adjective", "national", "leader"}
	if f < 0 || int(f) >= len(names) {
		return fmt.Sprintf("form(%d)", int(f))
	}
	return names[f]
}

// Sense is one entity that a name may stand for. When is the period in which it does (empty: always); in which the
// entity existed is another matter.
type Sense struct {
	Entry *Entry
	Form  Form
	When  graph.Valid
}

// interval joins two dates to an EDTF interval; empty dates are open ends, two of them give an empty interval.
func interval(from, to string) graph.Valid {
	switch {
	case from == "" && to == "":
		return ""
	case from == "":
		from = ".."
	case to == "":
		to = ".."
	}
	return graph.Valid(from + "/" + to)
}

// overlap reports whether two periods may share a day.
func overlap(a, b graph.Valid) bool {
	if a == "" || b == "" {
		return true
	}
	firstA, lastA, okA := a.Bounds()
	firstB, lastB, okB := b.Bounds()
	return okA && okB && (lastA == "" || firstB == "" || firstB <= lastA) && (lastB == "" || firstA == "" || firstA <= lastB)
}
