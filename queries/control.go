package queries

import (
	"cmp"
	"context"
	"fmt"
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
	// Contested says that there are several holders, or that somebody denies that one of them took or holds it.
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
		return ControlAnswer{}, fmt.Errorf("%w: at %q is not a date", ErrOption, at)
	}
	opts.At = ""
	v, err := lookAt(x, opts)
	if err != nil {
		return ControlAnswer{}, err
	}
	answer := ControlAnswer{Places: []Holding{}}
	_, answer.At, _ = at.Bounds()
	held := v.events(day(answer.At))
	name, named := v.x.Node(opts.Name)
	for _, place := range slices.Sorted(maps.Keys(held)) {
		events := held[place]
		if opts.Name != "" && (!named || !slices.ContainsFunc(events, func(e event) bool { return e.actor == name })) {
			continue
		}
		holding, err := v.holding(place, events, day(answer.At))
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

// event is one word on who got, held or left a place, on a day.
type event struct {
	link
	actor, place ties.Node
	day          uint32
	cite         ties.Cite
}

// events gives the words on each place up to a day, in the order of the days; on one day, withdrawals come first, since
// who takes a place is told on the day on which the other leaves it.
func (v *view) events(until uint32) map[ties.Node][]event {
	held := map[ties.Node][]event{}
	v.factsOnPlaces(func(f sifted) {
		for _, polarity := range graph.Polarities() {
			c := f.of(polarity)
			if !v.shows(polarity, c) {
				continue
			}
			l := link{f.number, f.Subject, f.Object, f.Relation, polarity, c.sources()}
			for _, cite := range c.cites() {
				if day := v.dayOf(cite); day != 0 && day <= until {
					held[f.Object] = append(held[f.Object], event{l, f.Subject, f.Object, day, cite})
				}
			}
			return
		}
	})
	for _, events := range held {
		slices.SortStableFunc(events, func(a, b event) int {
			return cmp.Or(
				cmp.Compare(a.day, b.day), -compareBool(a.relation == graph.WithdrewFrom, b.relation == graph.WithdrewFrom),
				cmp.Compare(a.number, b.number), cmp.Compare(a.cite.Citation, b.cite.Citation),
			)
		})
	}
	return held
}

// factsOnPlaces sifts the facts that say who holds a place, of those that are asked for.
func (v *view) factsOnPlaces(yield func(sifted)) {
	if v.places == nil {
		v.facts(territorial(), yield)
		return
	}
	for _, place := range slices.Sorted(maps.Keys(v.places)) {
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

// dayOf is the day of which a citation speaks: the first that its text gives, else that of its article; 0 if neither.
// What is open at its beginning, or still held, is as of the article's day.
func (v *view) dayOf(c ties.Cite) uint32 {
	citation := v.x.Citation(c.Citation)
	told := v.x.Day(v.x.Statement(c.Statement).Article)
	held := v.x.Fact(v.x.Statement(c.Statement).Fact).Relation == graph.Controls
	switch {
	case !citation.Dated():
		return 0
	case citation.From == 0, held && citation.To >= told && told != ties.NoEnd:
		if told == ties.NoEnd {
			return 0
		}
		return told
	case citation.Phase == graph.Ended && citation.To != ties.NoEnd:
		return citation.To
	}
	return citation.From
}

// whenOf is the date that a citation's text gives, else that of its article.
func (v *view) whenOf(c ties.Cite) graph.Valid {
	return cmp.Or(v.x.Citation(c.Citation).Valid, v.x.Date(v.x.Statement(c.Statement).Article))
}

// holding sums up the words on a place.
func (v *view) holding(place ties.Node, events []event, at uint32) (Holding, error) {
	latest := map[ties.Node]event{}
	var taken event // the last capture
	for _, e := range events {
		latest[e.actor] = e
		if e.relation == graph.Captured {
			taken = e
		}
	}
	h := Holding{Place: v.ref(place), Holders: []Claim{}, Former: []Claim{}}
	for _, actor := range slices.Sorted(maps.Keys(latest)) {
		e := latest[actor]
		claim, err := v.claim(e, at)
		if err != nil {
			return Holding{}, err
		}
		ended := e.relation == graph.Controls && v.x.Citation(e.cite.Citation).Phase == graph.Ended
		if e.relation == graph.WithdrewFrom || ended || e.day < taken.day && actor != taken.actor {
			h.Former = append(h.Former, claim)
		} else {
			h.Holders = append(h.Holders, claim)
			h.Contested = h.Contested || claim.Denied
		}
	}
	h.Contested = h.Contested || len(h.Holders) > 1
	for _, claims := range [][]Claim{h.Holders, h.Former} {
		slices.SortStableFunc(claims, func(a, b Claim) int { return -cmp.Compare(a.Day, b.Day) })
	}
	return h, nil
}

func (v *view) claim(e event, at uint32) (Claim, error) {
	tie, err := v.cited(e.link)
	if err != nil {
		return Claim{}, err
	}
	evidence, err := v.evidence(e.cite)
	if err != nil {
		return Claim{}, err
	}
	c := Claim{Denied: e.relation != graph.WithdrewFrom && v.deniesHold(e.actor, e.place, at), Actor: v.ref(e.actor), Day: isoDay(e.day), When: v.whenOf(e.cite), Days: -1, Tie: tie, Evidence: evidence}
	if at != ties.NoEnd {
		c.Days = daysBetween(e.day, at)
	}
	return c, nil
}

// deniesHold reports whether somebody denies, up to a day, that one took or holds a place.
func (v *view) deniesHold(actor, place ties.Node, at uint32) bool {
	for _, relation := range []graph.Relation{graph.Captured, graph.Controls} {
		if number, ok := v.x.Find(actor, relation, place); ok {
			f := v.sift(number)
			if slices.ContainsFunc(f.denied.cites(), func(c ties.Cite) bool { return v.dayOf(c) <= at }) {
				return true
			}
		}
	}
	return false
}

// GainsAnswer says what an actor gained and lost, in the order of the days.
type GainsAnswer struct {
	Name   Ref     `json:"name"`
	Gained []Claim `json:"gained"`
	Lost   []Loss  `json:"lost"`
	// OfClients is what those gained whom the name backs; Deployed is where its own forces are: deployed and not told to
	// have withdrawn since.
	OfClients []Claim `json:"ofClients"`
	Deployed  []Claim `json:"deployed"`
	LeftOut
}

// Loss is a place that another took, or that was left.
type Loss struct {
	// To is who took it; null where it was left.
	To *Ref `json:"to"`
	Claim
}

// Gains finds the places that Options.Name gained and lost between Options.Since and Until, those that its clients took,
// and where its own forces are. A place is lost when it is left, or when another takes it who is not its client after it
// was held. In a claim, the actor is who acted. Unless polarities are asked for, only affirmed ties count. It ignores
// Options.At, Relations, Depth and Limit. Errors wrap ErrOption or come from the store.
func Gains(ctx context.Context, s *store.Store, opts Options) (GainsAnswer, error) {
	return ask(ctx, s, "gains", func(x *ties.Index) (GainsAnswer, error) { return gains(x, opts) })
}

func gains(x *ties.Index, opts Options) (GainsAnswer, error) {
	if opts.Name == "" {
		return GainsAnswer{}, fmt.Errorf("%w: gains need a name", ErrOption)
	}
	period := opts
	if err := period.complete(); err != nil {
		return GainsAnswer{}, err
	}
	from, to, _ := period.period()
	opts.Since, opts.Until, opts.At = "", "", "" // what was held before matters
	v, err := lookAt(x, opts)
	if err != nil {
		return GainsAnswer{}, err
	}
	answer := GainsAnswer{Name: v.refTo(opts.Name), Gained: []Claim{}, Lost: []Loss{}, OfClients: []Claim{}, Deployed: []Claim{}}
	who, ok := v.x.Node(opts.Name)
	if !ok {
		return answer, nil
	}
	clients := v.others(who, graph.Backs, true)
	held := v.events(to)
	for _, place := range slices.Sorted(maps.Keys(held)) {
		if err := v.gainsAt(&answer, held[place], who, clients, from); err != nil {
			return GainsAnswer{}, err
		}
	}
	if answer.Deployed, err = v.deployed(who, to); err != nil {
		return GainsAnswer{}, err
	}
	for _, claims := range [][]Claim{answer.Gained, answer.OfClients, answer.Deployed} {
		slices.SortStableFunc(claims, func(a, b Claim) int { return cmp.Compare(a.Day, b.Day) })
	}
	slices.SortStableFunc(answer.Lost, func(a, b Loss) int { return cmp.Compare(a.Day, b.Day) })
	answer.LeftOut = v.left
	return answer, nil
}

func (v *view) gainsAt(answer *GainsAnswer, events []event, who ties.Node, clients map[ties.Node]link, from uint32) error {
	holds, told := false, map[ties.Node]uint32{}
	for _, e := range events {
		claim, err := v.claim(e, ties.NoEnd)
		if err != nil {
			return err
		}
		_, ofClient := clients[e.actor]
		again := told[e.actor] == e.day && e.relation == graph.Captured // two texts on one capture
		switch {
		case e.actor == who && e.relation == graph.Captured:
			if e.day >= from && !again {
				answer.Gained = append(answer.Gained, claim)
			}
			holds = true
		case e.actor == who && e.relation == graph.Controls:
			holds = true
		case e.actor == who:
			if e.day >= from && holds {
				answer.Lost = append(answer.Lost, Loss{Claim: claim})
			}
			holds = false
		case e.relation == graph.Captured && ofClient:
			if e.day >= from && !again {
				answer.OfClients = append(answer.OfClients, claim)
			}
		case e.relation == graph.Captured && holds:
			if e.day >= from {
				to := v.ref(e.actor)
				answer.Lost = append(answer.Lost, Loss{To: &to, Claim: claim})
			}
			holds = false
		}
		if e.relation == graph.Captured {
			told[e.actor] = e.day
		}
	}
	return nil
}

// deployed gives the places to which one's own forces went and which they are not told to have left since.
func (v *view) deployed(who ties.Node, until uint32) ([]Claim, error) {
	latest := map[ties.Node]event{}
	for _, number := range v.around(who, graph.DeployedTo, graph.WithdrewFrom) {
		l, ok := v.linkOf(number)
		if !ok || l.from != who {
			continue
		}
		f := v.sift(number)
		for _, cite := range f.of(l.polarity).cites() {
			e := event{l, who, l.to, v.dayOf(cite), cite}
			if best, ok := latest[l.to]; e.day != 0 && e.day <= until && (!ok || e.day > best.day || e.day == best.day && e.relation == graph.WithdrewFrom) {
				latest[l.to] = e
			}
		}
	}
	claims := []Claim{}
	for _, place := range slices.Sorted(maps.Keys(latest)) {
		if latest[place].relation == graph.WithdrewFrom {
			continue
		}
		claim, err := v.claim(latest[place], ties.NoEnd)
		if err != nil {
			return nil, err
		}
		claims = append(claims, claim)
	}
	return claims, nil
}
