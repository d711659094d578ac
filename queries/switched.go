package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// SwitchedAnswer lists who changed sides, the latest first, and which support ended, the latest first, with the sentence
// that says so.
type SwitchedAnswer struct {
	Name     *Ref     `json:"name"`
	Switches []Switch `json:"switches"`
	Stopped  []TieRow `json:"stopped"`
	LeftOut
}

// Switch is a change from one to another who fights him: Who stood by From until the day Until, and by To since Since.
// The days are the last and the first of which the texts speak, so the change lies between them.
type Switch struct {
	Who    Ref      `json:"who"`
	From   Ref      `json:"from"`
	To     Ref      `json:"to"`
	Until  string   `json:"until"`
	Since  string   `json:"since"`
	Before *TieRow  `json:"before"`
	After  *TieRow  `json:"after"`
	Fights *TieRow  `json:"fights"`
	Wars   []WarRef `json:"wars"`
	// Ended says that a text says that the earlier tie ended; else it is only told of no more.
	Ended   bool `json:"ended"`
	Sources int  `json:"sources"`
}

// Switched finds who backed, was allied with or a member of one, and later of another who fights him; and which support is
// told to have ended. It is all of them, or those with Options.Name as one of the parties. Unless polarities are asked
// for, only affirmed ties count. It ignores Options.Relations, Depth and Limit. Errors wrap ErrOption or come from the
// store.
func Switched(ctx context.Context, s *store.Store, opts Options) (SwitchedAnswer, error) {
	return ask(ctx, s, "switched", func(x *ties.Index) (SwitchedAnswer, error) { return switched(x, opts) })
}

// stand is one's tie to a side, with the days of which the texts speak.
type stand struct {
	link
	first, last uint32
	ended       bool
}

func switched(x *ties.Index, opts Options) (SwitchedAnswer, error) {
	v, err := lookAt(x, opts)
	if err != nil {
		return SwitchedAnswer{}, err
	}
	answer := SwitchedAnswer{Name: v.name(), Switches: []Switch{}, Stopped: []TieRow{}}
	name, named := v.x.Node(opts.Name)
	concerns := func(nodes ...ties.Node) bool {
		return opts.Name == "" || named && slices.Contains(nodes, name)
	}
	stands := map[ties.Node]map[ties.Node]stand{} // by whom one stands, then who
	relations := []graph.Relation{graph.Backs, graph.AlliedWith, graph.MemberOf}
	fights, standing := v.sides(relations...)
	for _, l := range v.linksOf(standing, relations...) {
		t := v.stand(l)
		if t.ended && l.relation == graph.Backs && concerns(l.from, l.to) {
			tie, err := v.stopped(l)
			if err != nil {
				return SwitchedAnswer{}, err
			}
			answer.Stopped = append(answer.Stopped, tie)
		}
		note(stands, l.to, l.from, t)
		if l.relation.Symmetric() {
			note(stands, l.from, l.to, t)
		}
	}
	for _, fight := range v.linksOf(fights, graph.Fights) {
		for who, a := range stands[fight.from] {
			b, ok := stands[fight.to][who]
			if !ok || !concerns(who, fight.from, fight.to) {
				continue
			}
			from, to := fight.from, fight.to
			if b.last < a.first {
				a, b, from, to = b, a, to, from
			}
			if a.first > a.last || b.first > b.last || a.last >= b.first {
				continue // at the same time, as far as the texts tell: that is for BothSides
			}
			row := Switch{
				Who: v.ref(who), From: v.ref(from), To: v.ref(to), Until: isoDay(a.last), Since: isoDay(b.first), Ended: a.ended,
				Sources: min(a.sources, b.sources, fight.sources),
			}
			if err := v.cite(cited{a.link, &row.Before}, cited{b.link, &row.After}, cited{fight, &row.Fights}); err != nil {
				return SwitchedAnswer{}, err
			}
			if row.Wars, err = v.warsOf(fight); err != nil {
				return SwitchedAnswer{}, err
			}
			answer.Switches = append(answer.Switches, row)
		}
	}
	slices.SortFunc(answer.Switches, func(a, b Switch) int {
		return cmp.Or(
			-cmp.Compare(a.Since, b.Since), cmp.Compare(a.Who.ID, b.Who.ID), cmp.Compare(a.From.ID, b.From.ID), cmp.Compare(a.To.ID, b.To.ID),
		)
	})
	slices.SortFunc(answer.Stopped, func(a, b TieRow) int { return cmp.Or(-cmp.Compare(a.Last, b.Last), compareTies(a, b)) })
	answer.LeftOut = v.left
	return answer, nil
}

// note keeps of several ties the one of most sources.
func note(stands map[ties.Node]map[ties.Node]stand, side, who ties.Node, t stand) {
	if stands[side] == nil {
		stands[side] = map[ties.Node]stand{}
	}
	if best, ok := stands[side][who]; !ok || t.sources > best.sources || t.sources == best.sources && t.number < best.number {
		stands[side][who] = t
	}
}

// stand tells from when to when a tie is told of.
func (v *view) stand(l link) stand {
	f := v.sift(l.number)
	t := f.of(l.polarity).tally()
	return stand{link: l, first: t.From, last: t.To, ended: t.Phase == graph.Ended}
}

// stopped gives a tie that has ended, by the sentence that says so.
func (v *view) stopped(l link) (TieRow, error) {
	tie, err := v.cited(l)
	if err != nil {
		return TieRow{}, err
	}
	ended, f := *tie, v.sift(l.number)
	return ended, v.showPhase(&ended, f.of(l.polarity))
}

// isoDay writes a day as YYYY-MM-DD.
func isoDay(day uint32) string {
	if day == 0 || day == ties.NoEnd {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", day/10_000, day/100%100, day%100)
}

// daysBetween counts the days from one to another.
func daysBetween(from, to uint32) int {
	a, errA := time.Parse(time.DateOnly, isoDay(from))
	b, errB := time.Parse(time.DateOnly, isoDay(to))
	if errA != nil || errB != nil {
		return -1
	}
	return int(b.Sub(a).Hours() / 24)
}
