package queries

import (
	"cmp"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// track is one tie that tells who took, held or left a place, and the days of which that is told.
type track struct {
	*link
	days ties.Told
}

// tracks are those of the places that an actor or its clients are told to have got, held or left.
type tracks struct {
	// gains are of the places that it took, ofClients of those that its clients took.
	gains, ofClients []track
	// held are, by places, of what makes it hold them, ended of what ends that: it left, or another took the place who is not
	// its client.
	held, ended map[ties.Node][]track
}

// tracks gives them, up to a day.
func (v *view) tracks(who ties.Node, until uint32) *tracks {
	clients := v.others(who, graph.Backs, true)
	all := &tracks{held: map[ties.Node][]track{}, ended: map[ties.Node][]track{}}
	places := v.heldBy(append(slices.Collect(maps.Keys(clients)), who)...)
	v.shownOnPlaces(places, func(l *link, c *claim) {
		_, ofClient := clients[l.from]
		switch own := l.from == who; {
		case l.relation == graph.Captured && own:
			t := track{l, c.told().Daily(1, until)}
			all.gains, all.held[l.to] = append(all.gains, t), append(all.held[l.to], t)
		case l.relation == graph.Captured && ofClient:
			all.ofClients = append(all.ofClients, track{l, c.told().Daily(1, until)})
		case l.relation == graph.Controls && own:
			all.held[l.to] = append(all.held[l.to], track{l, c.told().Daily(1, until)})
		case l.relation == graph.Captured, l.relation == graph.WithdrewFrom && own:
			all.ended[l.to] = append(all.ended[l.to], track{l, c.told().Daily(1, until)})
		}
	})
	return all
}

// latestDays gives the last of the days that are told from one on, so many (0: all), in their order, and how many more
// there are. Several texts on one capture are one.
func (v *view) latestDays(list []track, from uint32, most int) (last []event, earlier int) {
	links, days := map[int]*link{}, make([]ties.Told, len(list))
	for i, t := range list {
		links[t.number], days[i] = t.link, t.days.Daily(from, ties.NoEnd)
		earlier += days[i].Days()
	}
	if most == 0 {
		most = earlier
	}
	for _, t := range ties.Latest(days, most) {
		if l := links[v.x.Statement(t.Statement).Fact]; l != nil { // else the file failed
			last = append(last, event{l, t.Day, t.Cite})
		}
	}
	slices.SortFunc(last, func(a, b event) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.to, b.to), a.compare(b)) })
	over := max(len(last)-most, 0)
	return last[over:], earlier - len(last[over:])
}

// losses gives the last times, so many (0: all), that places were lost from a day on, in the order of the days, and how many
// more there are. A place that is not held is not lost.
func (all *tracks) losses(from uint32, most int) (last []event, earlier int) {
	for _, place := range slices.Sorted(maps.Keys(all.held)) {
		held, ended, count := all.held[place], all.ended[place], len(last)
		lost, ok := event{}, true
		for ok {
			var got event
			if got, ok = next(held, lost); ok {
				if lost, ok = next(ended, got); ok && lost.day >= from {
					last = append(last, lost)
				}
			}
		}
		if over := len(last) - count - most; most > 0 && over > 0 { // more of one place than are asked for of all
			last, earlier = slices.Delete(last, count, count+over), earlier+over
		}
	}
	slices.SortStableFunc(last, func(a, b event) int { return cmp.Compare(a.day, b.day) })
	if over := len(last) - most; most > 0 && over > 0 {
		last, earlier = last[over:], earlier+over
	}
	return last, earlier
}

// next gives the first of the tracks' days after an event, or of all if that is none; false: there is none. Of each track
// what came before is not looked at any more.
func next(list []track, after event) (first event, ok bool) {
	for i := range list {
		t := &list[i]
		day := after.day
		if after.link != nil && (event{link: t.link, day: day}).compare(after) <= 0 { // of that day, it comes before
			day++
		}
		if told, more := t.days.Seek(day); more {
			if e := (event{t.link, told.Day, told.Cite}); !ok || e.compare(first) < 0 {
				first, ok = e, true
			}
		}
	}
	return first, ok
}
