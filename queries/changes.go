package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// ChangesAnswer lists what changed, by kind of change in the order of [ChangeKinds], then by subject, relation, object.
type ChangesAnswer struct {
	Changes []Change `json:"changes"`
	LeftOut
}

// Change is a tie of which something else is said than before.
type Change struct {
	What ChangeKind `json:"what"`
	// Tie is as it is said now, of what is gone as it was said before; of what was denied, the denial. Its evidence is a
	// sentence that tells the change.
	Tie *TieRow `json:"tie"`
	// Kinds are those that are new, where the change is of kinds.
	Kinds []graph.Kind `json:"kinds"`
}

// ChangeKind is what changed.
type ChangeKind string

const (
	// Appeared ties were not told of before, Gone ones are told of no more.
	Appeared ChangeKind = "new"
	Gone     ChangeKind = "gone"
	// Confirmed ties were alleged before and are affirmed now.
	Confirmed ChangeKind = "confirmed"
	// NewlyDenied ties were denied by nobody before.
	NewlyDenied ChangeKind = "denied"
	// Over are ties that are now told to have ended.
	Over ChangeKind = "ended"
	// Resumed are ties that were told to have ended and no more are.
	Resumed ChangeKind = "resumed"
	// MoreKinds are ties of which new kinds of support are told.
	MoreKinds ChangeKind = "kinds"
)

// ChangeKinds lists them.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{Appeared, Gone, Confirmed, NewlyDenied, Over, Resumed, MoreKinds}
}

// Changes compares what articles up to the day of Options.Since told with what those up to Options.Until tell (empty: all
// of them). It is about what was reported: a town that was taken years ago and is first told of now is new. All polarities
// count unless some are asked for; it ignores Options.At, Depth and Limit. Errors wrap ErrOption or come from the store.
func Changes(ctx context.Context, s *store.Store, opts Options) (ChangesAnswer, error) {
	return ask(ctx, s, "changes", func(x *ties.Index) (ChangesAnswer, error) { return changes(x, opts) })
}

func changes(x *ties.Index, opts Options) (ChangesAnswer, error) {
	if opts.Since == "" {
		return ChangesAnswer{}, fmt.Errorf("%w: changes need a date from which on", ErrOption)
	}
	period := opts
	if err := period.checkPeriod(); err != nil {
		return ChangesAnswer{}, err
	}
	_, since, _ := opts.Since.Bounds()
	_, until, _ := opts.Until.Bounds()
	opts.Since, opts.Until, opts.At = "", "", ""
	before, err := look(x, opts)
	if err != nil {
		return ChangesAnswer{}, err
	}
	after, err := look(x, opts)
	if err != nil {
		return ChangesAnswer{}, err
	}
	before.reported, after.reported = day(since), day(until)
	return compareViews(before, after)
}

// Diff compares what one store tells with what another does. See [Changes] for the options.
func Diff(ctx context.Context, before, after *store.Store, opts Options) (ChangesAnswer, error) {
	return ask(ctx, before, "diff", func(x *ties.Index) (ChangesAnswer, error) {
		was, err := look(x, opts)
		if err != nil {
			return ChangesAnswer{}, err
		}
		return ask(ctx, after, "newer store", func(x *ties.Index) (ChangesAnswer, error) {
			is, err := look(x, opts)
			if err != nil {
				return ChangesAnswer{}, err
			}
			return compareViews(was, is)
		})
	})
}

// state is what is said of a fact at one time.
type state struct {
	number                    int
	affirmed, alleged, denied bool
	ended                     bool
	kinds                     map[graph.Kind]bool
}

// states gives what is said of the facts that are asked for, by their ids.
func (v *view) states() map[uuid.UUID]state {
	states := map[uuid.UUID]state{}
	for number := range v.askedFor {
		st, shown, ok := v.past(number)
		if !ok {
			st, shown = v.stateOf(number)
		}
		if st.denied || shown {
			states[v.factID(v.x.Fact(number))] = st
		}
	}
	return states
}

// stateOf gives what is said of a fact, and whether it is shown.
func (v *view) stateOf(number int) (st state, shown bool) {
	f := v.sift(number)
	st = state{number: number, kinds: map[graph.Kind]bool{}, denied: f.denied.count > 0}
	st.affirmed, st.alleged = f.affirmed.count > 0, f.alleged.count > 0
	surest := &f.affirmed
	if !st.affirmed {
		surest = &f.alleged
	}
	t := surest.tally()
	for _, kind := range t.Kinds.List() {
		st.kinds[kind] = true
	}
	st.ended = t.Phase == graph.Ended
	return st, v.shown(&f)
}

// past is stateOf for a fact of which the index has kept what was said up to a day, so that its statements need not be read.
// What that leaves out is not counted: the view of the later day does that.
func (v *view) past(number int) (st state, shown, ok bool) {
	if v.opts.MinSources > 1 || !v.isReport() || v.x.ToldBy(number, v.reported) {
		return st, false, false
	}
	var by [3]ties.Past
	for i, p := range graph.Polarities() {
		if by[i], ok = v.x.SaidBy(number, p, v.reported); !ok {
			return st, false, false
		}
		shown = shown || by[i].Said && v.opts.shows(p)
	}
	affirmed, alleged, denied := by[0], by[1], by[2]
	st = state{number: number, affirmed: affirmed.Said, alleged: alleged.Said, denied: denied.Said, kinds: map[graph.Kind]bool{}}
	surest := affirmed
	if !affirmed.Said {
		surest = alleged
	}
	for _, kind := range surest.Kinds.List() {
		st.kinds[kind] = true
	}
	st.ended = surest.Phase == graph.Ended
	return st, shown, true
}

// compareViews lists what the one tells and the other does not.
func compareViews(before, after *view) (ChangesAnswer, error) {
	answer := ChangesAnswer{Changes: []Change{}}
	was, is := before.states(), after.states()
	var err error
	add := func(v *view, what ChangeKind, number int, polarity graph.Polarity, kinds ...graph.Kind) {
		if err != nil || !v.opts.shows(polarity) && polarity != graph.Denied {
			return
		}
		var change Change
		change, err = v.change(what, number, polarity, kinds)
		answer.Changes = append(answer.Changes, change)
	}
	for id, now := range is {
		old := was[id]
		surest := graph.Affirmed
		if !now.affirmed {
			surest = graph.Alleged
		}
		said, wasSaid := now.affirmed || now.alleged, old.affirmed || old.alleged
		switch {
		case said && !wasSaid:
			add(after, Appeared, now.number, surest)
		case now.affirmed && !old.affirmed:
			add(after, Confirmed, now.number, surest)
		}
		if now.denied && !old.denied {
			add(after, NewlyDenied, now.number, graph.Denied)
		}
		if !said || !wasSaid {
			continue
		}
		if now.ended != old.ended {
			add(after, map[bool]ChangeKind{true: Over, false: Resumed}[now.ended], now.number, surest)
		}
		if fresh := missing(now.kinds, old.kinds); len(fresh) > 0 {
			add(after, MoreKinds, now.number, surest, fresh...)
		}
	}
	for id, old := range was {
		now := is[id]
		surest := graph.Affirmed
		if !old.affirmed {
			surest = graph.Alleged
		}
		if (old.affirmed || old.alleged) && !now.affirmed && !now.alleged {
			add(before, Gone, old.number, surest)
		}
	}
	if err != nil {
		return ChangesAnswer{}, err
	}
	order := ChangeKinds()
	slices.SortFunc(answer.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.What), slices.Index(order, b.What)), compareTies(*a.Tie, *b.Tie))
	})
	answer.LeftOut = after.left
	return answer, nil
}

// change is a tie with the sentence that tells what changed of it.
func (v *view) change(what ChangeKind, number int, polarity graph.Polarity, kinds []graph.Kind) (Change, error) {
	f := v.sift(number)
	tie, err := v.tie(&f, polarity)
	switch {
	case err != nil:
	case what == Over || what == Resumed:
		err = v.showPhase(&tie, f.of(polarity))
	case what == MoreKinds:
		err = v.showKinds(&tie, f.of(polarity), kinds)
	}
	return Change{what, &tie, notNil(kinds)}, err
}

// missing gives what is in one set and not in the other, sorted.
func missing(now, old map[graph.Kind]bool) []graph.Kind {
	var fresh []graph.Kind
	for kind := range now {
		if !old[kind] {
			fresh = append(fresh, kind)
		}
	}
	slices.Sort(fresh)
	return fresh
}
