package actors

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"sync"

	"entente.example/graph"
)

// Dictionary is a set of entities with their names. It does not change, and may be used by many goroutines.
type Dictionary struct {
	entries []*Entry // sorted by id, each id once
	byID    map[graph.ID]*Entry
	former  map[graph.ID]*Entry
	wars    []War
	hash    string
	// repeated are rows whose id another row of the same reading has.
	repeated []*Entry

	written lazy[[]surface]
	names   lazy[*nameIndex]
	loose   lazy[map[string][]int32]
	towns   lazy[map[string][]government]
	nearby  lazy[[]nearName]
}

// lazy is a value that is made on first use.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(make func() T) T {
	l.once.Do(func() { l.value = make() })
	return l.value
}

// add gives a dictionary of d's entries and the rows.
func (d *Dictionary) add(rows table, hash string) *Dictionary {
	sum := &Dictionary{
		byID:   make(map[graph.ID]*Entry, len(d.entries)+len(rows.entries)+len(rows.entries)/8),
		former: map[graph.ID]*Entry{}, hash: hash, wars: mergeWars(d.wars, rows.wars),
	}
	fresh := make([]*Entry, 0, len(rows.entries))
	for _, e := range rows.entries {
		if _, ok := sum.byID[e.ID]; ok {
			sum.repeated = append(sum.repeated, e)
			continue
		}
		sum.byID[e.ID] = e
		fresh = append(fresh, e)
		if e.IsState {
			t := territory(e)
			if _, ok := sum.byID[t.ID]; !ok {
				sum.byID[t.ID] = t
			}
		}
	}
	for _, e := range d.entries {
		if _, ok := sum.byID[e.ID]; !ok {
			sum.byID[e.ID] = e
		}
	}
	sum.entries = sorted(sum.byID)
	for _, e := range sum.entries {
		for _, id := range e.Former {
			if _, ok := sum.former[id]; !ok {
				sum.former[id] = e
			}
		}
	}
	sum.placeSeats(fresh)
	return sum
}

// sorted gives the entries in the order of their ids. Comparing numbers made of their first bytes is most of the work.
func sorted(byID map[graph.ID]*Entry) []*Entry {
	type ranked struct {
		prefix uint64
		entry  *Entry
	}
	ranks := make([]ranked, 0, len(byID))
	for id, e := range byID {
		var first [8]byte
		copy(first[:], id)
		ranks = append(ranks, ranked{binary.BigEndian.Uint64(first[:]), e})
	}
	slices.SortFunc(ranks, func(a, b ranked) int {
		if a.prefix != b.prefix {
			return cmp.Compare(a.prefix, b.prefix)
		}
		return cmp.Compare(a.entry.ID, b.entry.ID)
	})
	entries := make([]*Entry, len(ranks))
	for i, r := range ranks {
		entries[i] = r.entry
	}
	return entries
}

// territory makes the place that is a state's land.
func territory(state *Entry) *Entry {
	return &Entry{
		Entity: graph.Entity{
			ID: graph.TerritoryID(state.ID), Name: state.Name, Type: graph.Place, Existed: state.Existed, Country: state.ID,
		},
		Kind: "territory", Countries: []graph.ID{state.ID}, File: state.File, Line: state.Line,
	}
}

// mergeWars replaces wars by id, and sorts them.
func mergeWars(old, fresh []War) []War {
	wars := slices.Clone(fresh)
	for _, w := range old {
		if !slices.ContainsFunc(fresh, func(f War) bool { return f.ID == w.ID }) {
			wars = append(wars, w)
		}
	}
	slices.SortStableFunc(wars, func(a, b War) int { return cmp.Compare(a.ID, b.ID) })
	return wars
}

// placeSeats finds the places that seats and capitals of fresh entries name: the one in the entry's country, or else
// the only one of that name.
func (d *Dictionary) placeSeats(fresh []*Entry) {
	wanted := map[string][]*Entry{}
	for _, e := range fresh {
		for _, town := range e.towns() {
			wanted[Fold(town.Name)] = nil
		}
	}
	note := func(name string, e *Entry) {
		var buf [96]byte
		key := appendFold(buf[:0], name)
		if found, ok := wanted[string(key)]; ok && !slices.Contains(found, e) {
			wanted[string(key)] = append(found, e)
		}
	}
	for _, e := range d.entries {
		if !e.IsPlace() || e.Kind == "territory" {
			continue
		}
		note(e.Name, e)
		for _, alias := range e.Aliases {
			note(alias.Name, e)
		}
	}
	for _, e := range fresh {
		towns := e.towns()
		for i := range towns {
			if place := bestTown(e, towns[i].Name, wanted[Fold(towns[i].Name)]); place != nil {
				towns[i].ID = place.ID
			}
		}
	}
}

// towns are the seats of an actor, the capitals of a state.
func (e *Entry) towns() []Dated {
	if e.IsState {
		return e.Capitals
	}
	return e.Seats
}

// bestTown chooses the place that is meant by the name of a seat or capital of e.
func bestTown(e *Entry, name string, places []*Entry) *Entry {
	rank := func(p *Entry) int {
		score := 0
		if !shareCountry(e, p) {
			score += 4
		}
		if p.Kind != "city" && p.Kind != "town" {
			score += 2
		}
		if p.Name != name {
			score++
		}
		return score
	}
	if len(places) == 0 {
		return nil
	}
	best := slices.MinFunc(places, func(a, b *Entry) int { return cmp.Compare(rank(a), rank(b)) })
	if len(places) > 1 && !shareCountry(e, best) {
		return nil
	}
	return best
}

func shareCountry(a, b *Entry) bool {
	for _, country := range a.Countries {
		if slices.Contains(b.Countries, country) {
			return true
		}
	}
	return false
}

// Hash is a short hash of all data, in hexadecimal: equal data have equal hashes.
func (d *Dictionary) Hash() string { return d.hash }

// Len is the number of entries, territories among them.
func (d *Dictionary) Len() int { return len(d.entries) }

// Entry finds an entry by its id, or by one that it had before.
func (d *Dictionary) Entry(id graph.ID) (*Entry, bool) {
	if e, ok := d.byID[id]; ok {
		return e, true
	}
	e, ok := d.former[id]
	return e, ok
}

// Territory finds the place that is the land of a state.
func (d *Dictionary) Territory(state graph.ID) (*Entry, bool) {
	if e, ok := d.Entry(state); ok {
		state = e.ID
	}
	e, ok := d.byID[graph.TerritoryID(state)]
	return e, ok
}

// All gives the entries, territories among them, in the order of their ids.
func (d *Dictionary) All() iter.Seq[*Entry] { return slices.Values(d.entries) }

// Wars gives the wars in the order of their ids.
func (d *Dictionary) Wars() []War { return slices.Clone(d.wars) }

// LedBy gives the actors that a person leads at a date; all that the person ever led if the date is empty. They stand
// in the order of the person's row.
func (d *Dictionary) LedBy(person graph.ID, date graph.Valid) []graph.ID {
	e, ok := d.Entry(person)
	if !ok {
		return nil
	}
	led := at(e.Leads, date)
	for i, id := range led {
		if actor, ok := d.Entry(id); ok {
			led[i] = actor.ID
		}
	}
	return led
}

// at gives the ids that hold at a date, each once.
func at(items []Dated, date graph.Valid) []graph.ID {
	var held []graph.ID
	for _, item := range items {
		if overlap(item.When, date) && !slices.Contains(held, item.ID) {
			held = append(held, item.ID)
		}
	}
	return held
}

// government is an entry that acts from a town.
type government struct {
	entry *Entry
	town  Dated
}

// GovernedFrom gives the governments whose seat a town is at a date, in the order of their rows, which is that of their
// weight; where there are none, the states whose capital it is. The town is the id of a place, or a name in the form
// of an id. An empty date is any date.
func (d *Dictionary) GovernedFrom(town graph.ID, date graph.Valid) []*Entry {
	towns := d.towns.get(d.governments)
	var governments, states []*Entry
	for _, g := range d.seatsIn(towns, town) {
		switch {
		case !overlap(g.town.When, date) || !overlap(g.entry.Existed, date):
		case g.entry.IsState:
			states = append(states, g.entry)
		default:
			governments = append(governments, g.entry)
		}
	}
	found := governments
	if len(found) == 0 {
		found = states
	}
	slices.SortFunc(found, compareRows)
	return slices.Compact(found)
}

func compareRows(a, b *Entry) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.ID, b.ID))
}

// seatsIn gives the governments of a town by its id, or else by its name.
func (d *Dictionary) seatsIn(towns map[string][]government, town graph.ID) []government {
	if place, ok := d.Entry(town); ok && place.IsPlace() && len(towns[string(place.ID)]) > 0 {
		return towns[string(place.ID)]
	}
	return towns[Fold(town.Name())]
}

// governments lists the governments and states of each town, by the id of the place and by its folded name. Armed
// groups that sit in a town do not govern from it.
func (d *Dictionary) governments() map[string][]government {
	towns := map[string][]government{}
	for _, e := range d.entries {
		for _, town := range d.governedTowns(e) {
			keys := []string{Fold(town.Name)}
			if place, ok := d.byID[town.ID]; ok {
				keys = append(keys, string(place.ID), Fold(place.Name))
				for _, alias := range place.Aliases {
					keys = append(keys, Fold(alias.Name))
				}
			}
			slices.Sort(keys)
			for _, key := range slices.Compact(keys) {
				towns[key] = append(towns[key], government{e, town})
			}
		}
	}
	return towns
}

// governs reports whether a town can stand for the entry.
func (e *Entry) governs() bool { return e.IsState || e.Type == graph.Government }

// governedTowns gives the towns that stand for the entry. The capital of another state stands for that state, whatever
// government in exile sits there.
func (d *Dictionary) governedTowns(e *Entry) []Dated {
	switch {
	case e.IsState:
		return e.Capitals
	case !e.governs():
		return nil
	}
	return slices.DeleteFunc(slices.Clone(e.Seats), func(town Dated) bool {
		place, ok := d.byID[town.ID]
		return ok && !shareCountry(e, place) && slices.ContainsFunc(place.Countries, func(id graph.ID) bool {
			state, ok := d.byID[id]
			return ok && slices.ContainsFunc(state.Capitals, func(capital Dated) bool { return capital.ID == place.ID })
		})
	})
}
