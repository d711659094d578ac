package queries

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// ControlAnswer says who holds which place, as of a day. Places are sorted by id.
type ControlAnswer struct {
	// At is the last day of the date that was asked for, or empty: the end of what is told.
	At     string    `json:"at,omitempty"`
	Places []Holding `json:"places"`
	LeftOut
}

// Holding is a place, and who claims it. Of each actor the latest word counts: who last captured or controlled it holds
// it, who withdrew since does not.
type Holding struct {
	Place Ref `json:"place"`
	// Holders hold it, as of the latest word on each that is not older than another's capture of it; the latest first.
	Holders []Claim `json:"holders"`
	// Former held it before, or withdrew; the latest first.
	Former []Claim `json:"former"`
	// Contested says that there are several holders who did not take it together, or that somebody denies that one of them
	// took or holds it.
	Contested bool `json:"contested"`
}

// Claim is the latest word on an actor and a place.
type Claim struct {
	Actor Ref `json:"actor"`
	// When is the date that the text gives, else that of its article; Day is its first day, of a date that goes on that of
	// the article; Days is how old it was at the date that was asked
	// for, -1 where none was.
	When graph.Valid `json:"when"`
	Day  string      `json:"day"`
	Days int         `json:"days"`
	Tie  *TieRow     `json:"tie"`
	// Denied says that somebody denies that the actor took or holds the place.
	Denied bool `json:"denied"`
	// Evidence is the sentence that the day is from.
	Evidence Evidence `json:"evidence"`
}

// territorial are the relations that say who holds a place.
func territorial() []graph.Relation {
	return []graph.Relation{graph.Captured, graph.Controls, graph.WithdrewFrom}
}

// Control says who holds places: Options.Place with all that lies in it, or, without, those that Options.Name was ever
// told to hold, or all. Options.At is the date as of which it is asked; Options.Window is ignored: control, and nothing
// else, is carried forward, with the age of its claim. Unless polarities are asked for, only affirmed ties count. It
// ignores Options.Relations, Depth and Limit. Errors wrap ErrOption or come from the store.
func Control(ctx context.Context, s *store.Store, opts Options) (ControlAnswer, error) {
	return ask(ctx, s, "control", func(x *ties.Index) (ControlAnswer, error) { return control(x, opts) })
}

func control(x *ties.Index, opts Options) (ControlAnswer, error) {
	at := opts.At
	if _, _, ok := at.Bounds(); !ok {
		return ControlAnswer{}, notADate("at", at)
	}
	opts.At = ""
	v, err := lookAt(x, opts)
	if err != nil {
		return ControlAnswer{}, err
	}
	answer := ControlAnswer{Places: []Holding{}}
	_, answer.At, _ = at.Bounds()
	held := v.lastWords(day(answer.At), v.concerning(opts.Name))
	name, named := v.x.Node(opts.Name)
	for _, place := range slices.Sorted(maps.Keys(held)) {
		if opts.Name != "" && (!named || !held[place].names(name)) {
			continue
		}
		holding, err := v.holding(place, held[place], day(answer.At), true)
		if err != nil {
			return ControlAnswer{}, err
		}
		answer.Places = append(answer.Places, holding)
	}
	answer.LeftOut = v.left
	return answer, nil
}

// day gives YYYY-MM-DD as a number; nothing is the end of time.
func day(text string) uint32 {
	if text == "" {
		return ties.NoEnd
	}
	from, _ := ties.Days(graph.Valid(text))
	return from
}

// event is one word on who got, held or left a place, on a day: the subject of the link its object.
type event struct {
	*link
	day  uint32
	cite ties.Cite
}

// compare orders events by their days; on one day, withdrawals come first, since who takes a place is told on the day on
// which the other leaves it.
func (e event) compare(other event) int {
	return cmp.Or(
		cmp.Compare(e.day, other.day), -compareBool(e.relation == graph.WithdrewFrom, other.relation == graph.WithdrewFrom),
		cmp.Compare(e.number, other.number), cmp.Compare(e.cite.Citation, other.cite.Citation),
	)
}

// shownOnPlaces gives the facts that say who holds places (nil: any), with what is shown of each, whose sources are not
// counted.
func (v *view) shownOnPlaces(places map[ties.Node]bool, yield func(*link, *claim)) {
	v.factsOnPlaces(places, func(f sifted) {
		for _, polarity := range graph.Polarities() {
			c := f.of(polarity)
			if !v.shows(polarity, c) {
				continue
			}
			yield(&link{number: f.number, from: f.Subject, to: f.Object, relation: f.Relation, polarity: polarity}, c)
			return
		}
	})
}

// concerning gives the places that a name may have to do with; no name: nil, which are all.
func (v *view) concerning(name graph.ID) map[ties.Node]bool {
	if name == "" {
		return nil
	}
	n, ok := v.x.Node(name)
	if !ok {
		return map[ties.Node]bool{}
	}
	places := v.heldBy(n)
	places[n] = true
	return places
}

// heldBy gives the places that any of the actors is told to have got, held or left.
func (v *view) heldBy(actors ...ties.Node) map[ties.Node]bool {
	places := map[ties.Node]bool{}
	for _, n := range actors {
		for f, end := v.x.From(n); f < end; f++ {
			if fact := v.x.Fact(f); isOneOf(fact.Relation, territorial()) {
				places[fact.Object] = true
			}
		}
	}
	return places
}

// words are the latest on a place: of each actor, and the last capture.
type words struct {
	of    map[ties.Node]event
	taken event
}

// names reports whether there is any on an actor.
func (w *words) names(actor ties.Node) bool {
	_, ok := w.of[actor]
	return ok
}

func (w *words) add(e event) {
	if last, ok := w.of[e.from]; !ok || e.compare(last) > 0 {
		w.of[e.from] = e
	}
	if e.relation == graph.Captured && (w.taken.link == nil || e.compare(w.taken) > 0) {
		w.taken = e
	}
}

// lastWords gives the latest words on each of the places (nil: all), up to a day.
func (v *view) lastWords(until uint32, places map[ties.Node]bool) map[ties.Node]*words {
	held := map[ties.Node]*words{}
	v.shownOnPlaces(places, func(l *link, c *claim) {
		day, cite, ok := c.last(until)
		if !ok {
			return
		}
		if held[l.to] == nil {
			held[l.to] = &words{of: map[ties.Node]event{}}
		}
		held[l.to].add(event{l, day, cite})
	})
	return held
}

// factsOnPlaces sifts the facts that say who holds places (nil: any), of those that are asked for.
func (v *view) factsOnPlaces(places map[ties.Node]bool, yield func(sifted)) {
	if places == nil {
		places = v.places
	}
	if places == nil {
		v.facts(territorial(), yield)
		return
	}
	for _, place := range slices.Sorted(maps.Keys(places)) {
		if v.places != nil && !v.places[place] {
			continue
		}
		for _, number := range v.x.To(place) {
			if isOneOf(v.x.Fact(int(number)).Relation, territorial()) {
				yield(v.sift(int(number)))
			}
		}
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// whenOf is the date that a citation's text gives, else that of its article.
func (v *view) whenOf(c ties.Cite) graph.Valid {
	return cmp.Or(v.x.Valid(c.Citation), v.x.Date(v.x.Statement(c.Statement).Article))
}

// isHeld reports whether the latest word on an actor and a place is that it holds it.
func (v *view) isHeld(e event, words *words) bool {
	ended := e.relation == graph.Controls && v.x.Citation(e.cite.Citation).Phase == graph.Ended
	return e.relation != graph.WithdrewFrom && !ended && (e.day >= words.taken.day || e.from == words.taken.from)
}

// isContested reports whether several hold a place who did not take it together, or one is denied to.
func (v *view) isContested(words *words, at uint32) bool {
	var holders []event
	for _, e := range words.of {
		if v.isHeld(e, words) {
			if v.deniesHold(e.from, e.to, at) {
				return true
			}
			holders = append(holders, e)
		}
	}
	return len(holders) > 1 && !v.areTogether(holders)
}

// areTogether reports whether one word of one sentence tells that all of them hold a place: the army and its allies took
// the town.
func (v *view) areTogether(holders []event) bool {
	var first graph.Citation
	article := v.x.Statement(holders[0].cite.Statement).Article
	for i, e := range holders {
		if v.x.Statement(e.cite.Statement).Article != article {
			return false
		}
		whole, err := v.x.Whole(e.cite.Citation)
		if i == 0 {
			first = whole
		}
		if err != nil || whole.Span != first.Span || whole.Marks.Trigger != first.Marks.Trigger || whole.Marks.Trigger.Len() == 0 {
			return false
		}
	}
	return true
}

// holding sums up the words on a place, with those who held it or without.
func (v *view) holding(place ties.Node, words *words, at uint32, former bool) (Holding, error) {
	h := Holding{Place: v.ref(place), Holders: []Claim{}, Former: []Claim{}}
	for _, actor := range slices.Sorted(maps.Keys(words.of)) {
		e := words.of[actor]
		held := v.isHeld(e, words)
		if !held && !former {
			continue
		}
		claim, err := v.claim(e, at)
		if err != nil {
			return Holding{}, err
		}
		if !held {
			h.Former = append(h.Former, claim)
		} else {
			h.Holders = append(h.Holders, claim)
		}
	}
	h.Contested = v.isContested(words, at)
	for _, claims := range [][]Claim{h.Holders, h.Former} {
		slices.SortStableFunc(claims, func(a, b Claim) int { return -cmp.Compare(a.Day, b.Day) })
	}
	return h, nil
}

func (v *view) claim(e event, at uint32) (Claim, error) {
	tie, err := v.cited(*e.link)
	if err != nil {
		return Claim{}, err
	}
	evidence, err := v.evidence(e.cite)
	if err != nil {
		return Claim{}, err
	}
	c := Claim{
		Actor: v.ref(e.from), Day: isoDay(e.day), When: v.whenOf(e.cite), Days: -1, Tie: tie, Evidence: evidence,
		Denied: e.relation != graph.WithdrewFrom && v.deniesHold(e.from, e.to, at),
	}
	if at != ties.NoEnd {
		c.Days = daysBetween(e.day, at)
	}
	return c, nil
}

// deniesHold reports whether somebody denies, up to a day, that one took or holds a place.
func (v *view) deniesHold(actor, place ties.Node, at uint32) bool {
	for _, relation := range []graph.Relation{graph.Captured, graph.Controls} {
		if number, ok := v.x.Find(actor, relation, place); ok && v.deniedFrom(number) <= uint64(at) {
			return true
		}
	}
	return false
}

// deniedFrom is the first day of which somebody denies a fact; 0 where one speaks of no day, [never] where nobody does.
func (v *view) deniedFrom(number int) uint64 {
	if first, ok := v.denied[number]; ok {
		return first
	}
	first, f := never, v.sift(number)
	if f.denied.count > 0 {
		first = uint64(f.denied.first())
	}
	if v.denied == nil {
		v.denied = map[int]uint64{}
	}
	v.denied[number] = first
	return first
}

// never is after all days, and after [ties.NoEnd].
const never = uint64(ties.NoEnd) + 1
