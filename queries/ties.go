package queries

import (
	"cmp"
	"context"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// TiesAnswer lists ties: most sources first, then by subject, relation, object and polarity.
type TiesAnswer struct {
	Name *Ref     `json:"name"`
	Ties []TieRow `json:"ties"`
	// Denied counts the ties that are not listed because somebody denies them and nobody says they are, where
	// Options.Polarities is empty.
	Denied int `json:"denied"`
	LeftOut
}

// Fights answers who fights whom: everybody, or the enemies of Options.Name. It ignores Options.Relations and Depth.
// Errors wrap ErrOption or come from the store.
func Fights(ctx context.Context, s *store.Store, opts Options) (TiesAnswer, error) {
	opts.Relations = []graph.Relation{graph.Fights}
	return ask(ctx, s, "fights", func(x *ties.Index) (TiesAnswer, error) { return list(x, opts) })
}

// Ties lists the ties of Options.Relations, or of all, around Options.Name, or all. It ignores Options.Depth. Errors wrap
// ErrOption or come from the store.
func Ties(ctx context.Context, s *store.Store, opts Options) (TiesAnswer, error) {
	return ask(ctx, s, "ties", func(x *ties.Index) (TiesAnswer, error) { return list(x, opts) })
}

func list(x *ties.Index, opts Options) (TiesAnswer, error) {
	v, err := look(x, opts)
	if err != nil {
		return TiesAnswer{}, err
	}
	answer := TiesAnswer{Ties: []TieRow{}}
	for f := range v.asked() {
		if v.onlyDenied(&f) {
			answer.Denied++
		}
		for _, polarity := range v.polarities(&f) {
			tie, err := v.tie(&f, polarity)
			if err != nil {
				return TiesAnswer{}, err
			}
			if v.opts.only(&tie.Said) {
				answer.Ties = append(answer.Ties, tie)
			}
		}
	}
	slices.SortFunc(answer.Ties, func(a, b TieRow) int {
		return cmp.Or(-cmp.Compare(len(a.Sources), len(b.Sources)), compareTies(a, b))
	})
	answer.Name, answer.LeftOut = v.name(), v.left
	return answer, nil
}

// compareTies orders ties by subject, relation, object and polarity.
func compareTies(a, b TieRow) int {
	return cmp.Or(
		cmp.Compare(a.Subject.ID, b.Subject.ID), cmp.Compare(a.Relation, b.Relation),
		cmp.Compare(a.Object.ID, b.Object.ID), cmp.Compare(a.Polarity, b.Polarity),
	)
}

// name refers to the entity that the question is about, or is nil.
func (v *view) name() *Ref {
	if v.opts.Name == "" {
		return nil
	}
	ref := v.refTo(v.opts.Name)
	return &ref
}

// asked gives the facts of the relations that are asked for, around the name or all.
func (v *view) asked() func(yield func(sifted) bool) {
	return func(yield func(sifted) bool) {
		for number := range v.askedFor {
			if !yield(v.sift(number)) {
				return
			}
		}
	}
}

// askedFor gives their numbers.
func (v *view) askedFor(yield func(int) bool) {
	if v.opts.Name == "" {
		for number := range v.x.Facts() {
			if isOneOf(v.x.Fact(number).Relation, v.opts.Relations) && !yield(number) {
				return
			}
		}
		return
	}
	n, ok := v.x.Node(v.opts.Name)
	if !ok {
		return
	}
	for _, number := range v.around(n, v.opts.Relations...) {
		if !yield(number) {
			return
		}
	}
}

// link is a fact as structural answers see it: one that is shown, under the surest polarity that is asked for.
type link struct {
	number   int
	from, to ties.Node
	relation graph.Relation
	polarity graph.Polarity
	sources  int
}

// links gives the facts of the relations that are shown, by number.
func (v *view) links(relations ...graph.Relation) []link {
	return v.linksOf(nil, relations...)
}

// linksOf gives those of the facts that matter; nil: all do. Of the others it only counts what is left out.
func (v *view) linksOf(matters func(*ties.Fact) bool, relations ...graph.Relation) []link {
	var list []link
	for number := range v.x.Facts() {
		f := v.x.Fact(number)
		switch {
		case !isOneOf(f.Relation, relations):
		case matters != nil && !matters(&f):
			v.leave(number)
		default:
			if l, ok := v.linkOf(number); ok {
				list = append(list, l)
			}
		}
	}
	return list
}

// sides tells which fights matter to an answer about the name, and which ties to those who fight: nil where there is no
// name. A fight matters if the name is an end, or stands by one by a tie of the relations; such a tie, if it is the name's
// or leads to an end of such a fight.
func (v *view) sides(relations ...graph.Relation) (fights, stands func(*ties.Fact) bool) {
	if v.opts.Name == "" {
		return nil, nil
	}
	near, ends := map[ties.Node]bool{}, map[ties.Node]bool{}
	name, ok := v.x.Node(v.opts.Name)
	if ok {
		near[name], ends[name] = true, true
		for _, number := range v.around(name, relations...) {
			f := v.x.Fact(number)
			if f.Relation.Symmetric() {
				near[f.Subject] = true
			}
			if f.Subject == name || f.Relation.Symmetric() {
				near[f.Object] = true
			}
		}
	}
	for n := range near {
		for _, number := range v.around(n, graph.Fights) {
			f := v.x.Fact(number)
			ends[f.Subject], ends[f.Object] = true, true
		}
	}
	fights = func(f *ties.Fact) bool { return near[f.Subject] || near[f.Object] }
	return fights, func(f *ties.Fact) bool {
		return ends[f.Object] || f.Relation.Symmetric() && ends[f.Subject] || ok && f.Subject == name
	}
}

// cited gives a link with all that is said of it. Those that were asked for before are not summed up again.
func (v *view) cited(l link) (*TieRow, error) {
	if tie, ok := v.known[l.number]; ok {
		return tie, nil
	}
	f := v.sift(l.number)
	tie, err := v.tie(&f, l.polarity)
	if err != nil {
		return nil, err
	}
	if v.known == nil {
		v.known = map[int]*TieRow{}
	}
	v.known[l.number] = &tie
	return &tie, nil
}
