package queries

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/ties"
)

// WarRef is a war of the dictionary. UCDP is the conflict id of the Uppsala Conflict Data Program.
type WarRef struct {
	ID   graph.ID `json:"id"`
	Name string   `json:"name"`
	UCDP string   `json:"ucdp,omitempty"`
}

// membership is one actor's part in a war.
type membership struct {
	war, side int
	from, to  uint32
}

// wars knows who was party to which war.
type wars struct {
	rows    []actors.War
	periods [][2]uint32
	parts   map[ties.Node][]membership
}

// allWars reads the wars of the dictionary, once.
func (v *view) allWars() (*wars, error) {
	if v.wars != nil {
		return v.wars, nil
	}
	rows, err := actors.EmbeddedWars()
	if err != nil {
		return nil, err
	}
	w := &wars{rows: rows, parts: map[ties.Node][]membership{}}
	for i, row := range rows {
		from, to := span(row.When())
		w.periods = append(w.periods, [2]uint32{from, to})
		for side, members := range [][]actors.Dated{row.SideA, row.SideB} {
			for _, p := range parties(v.x, members) {
				w.parts[p.node] = append(w.parts[p.node], membership{i, side, p.from, p.to})
			}
		}
	}
	v.wars = w
	return w, nil
}

// toldWithin reports whether a citation of the fact may speak of the days, or has no date.
func (v *view) toldWithin(f ties.Fact, from, to uint32) bool {
	for i := f.First; i < f.End; i++ {
		s := v.x.Statement(i)
		for c := s.First; c < s.End && (v.opts.Rejected || !s.Review.Out()); c++ {
			if cited := v.x.Citation(c); !cited.Dated() || cited.From <= to && from <= cited.To {
				return true
			}
		}
	}
	return false
}

// warsOf gives the wars in which two actors stood on different sides while a fact was told of them; undated, at any time.
func (v *view) warsOf(l link) ([]WarRef, error) {
	w, err := v.allWars()
	if err != nil {
		return nil, err
	}
	refs := []WarRef{}
	f := v.x.Fact(l.number)
	for _, a := range w.parts[l.from] {
		for _, b := range w.parts[l.to] {
			if a.war != b.war || a.side == b.side {
				continue
			}
			from := max(a.from, b.from, w.periods[a.war][0])
			to := min(a.to, b.to, w.periods[a.war][1])
			if v.toldWithin(f, from, to) {
				refs = append(refs, WarRef{w.rows[a.war].ID, w.rows[a.war].Name, w.rows[a.war].UCDP})
			}
		}
	}
	slices.SortFunc(refs, func(a, b WarRef) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return slices.Compact(refs), nil
}

// UnknownWarError says that no war, or not only one, of the dictionary is called so.
type UnknownWarError struct {
	Name string
	// Near are wars whose names hold the words, or, where none does, most of them, at most ten.
	Near []WarRef
}

// Error tells the name.
func (e *UnknownWarError) Error() string { return fmt.Sprintf("no war is called %q", e.Name) }

// ResolveWar finds the war of the dictionary that a name means: its id, its name, or words that only its name has, without
// regard to case, accents and punctuation. Errors are *UnknownWarError, or come from the dictionary.
func ResolveWar(name string) (WarRef, error) {
	rows, err := actors.EmbeddedWars()
	if err != nil {
		return WarRef{}, err
	}
	key := actors.Fold(name)
	unknown := &UnknownWarError{Name: name}
	for _, row := range rows {
		ref := WarRef{row.ID, row.Name, row.UCDP}
		folded := actors.Fold(row.Name)
		if string(row.ID) == name || key != "" && folded == key {
			return ref, nil
		}
		if key != "" && strings.Contains(folded, key) {
			unknown.Near = append(unknown.Near, ref)
		}
	}
	switch len(unknown.Near) {
	case 0:
		unknown.Near = warsLike(rows, name)
	case 1:
		return unknown.Near[0], nil
	}
	unknown.Near = unknown.Near[:min(len(unknown.Near), 10)]
	return WarRef{}, unknown
}

// warsLike gives the wars whose names hold most of some words, but for their last letters: that of Ukraine is Ukrainian.
func warsLike(rows []actors.War, words string) (like []WarRef) {
	best := 0
	for _, row := range rows {
		name, held := actors.Fold(row.Name), 0
		for _, word := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) }) {
			word = actors.Fold(word)
			if stem := []rune(word); len(stem) > 4 && word != "civil" && strings.Contains(name, string(stem[:len(stem)-1])) {
				held++
			}
		}
		if held > best {
			best, like = held, nil
		}
		if held > 0 && held == best {
			like = append(like, WarRef{row.ID, row.Name, row.UCDP})
		}
	}
	return like
}
