package actors

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
)

// surface is one way to write an entity.
type surface struct {
	text  string
	own   bool // the entry's own name rather than an alias
	sense Sense
}

// nameIndex finds surfaces by their folded text: chains through next, whose numbers are one higher than the index.
type nameIndex struct {
	surfaces []surface
	first    map[string]int32
	next     []int32
}

// index gives the index of all names, made on first use.
func (d *Dictionary) index() *nameIndex {
	return d.names.get(func() *nameIndex {
		x := &nameIndex{surfaces: d.surfaces()}
		x.first = make(map[string]int32, len(x.surfaces))
		x.next = make([]int32, len(x.surfaces))
		for i := range x.surfaces {
			key := Fold(x.surfaces[i].text)
			x.next[i] = x.first[key]
			x.first[key] = int32(i) + 1
		}
		return x
	})
}

// surfaces gives every way in which an entry may be written, in the order of the ids.
func (d *Dictionary) surfaces() []surface { return d.written.get(d.listSurfaces) }

func (d *Dictionary) listSurfaces() []surface {
	n := len(d.entries) / 8 // for towns
	for _, e := range d.entries {
		n += 1 + len(e.Aliases) + len(e.Adjectives) + len(e.Nationals)
	}
	all := make([]surface, 0, n)
	for _, e := range d.entries {
		all = append(all, surface{e.Name, true, Sense{Entry: e}})
		for _, alias := range e.Aliases {
			if alias.Name != e.Name {
				all = append(all, surface{alias.Name, false, Sense{Entry: e, When: alias.When}})
			}
		}
		for _, word := range e.Adjectives {
			all = append(all, surface{word, false, Sense{Entry: e, Form: Adjective}})
		}
		for _, word := range e.Nationals {
			all = append(all, surface{word, false, Sense{Entry: e, Form: National}})
		}
		all = d.appendTowns(all, e)
	}
	return all
}

// appendTowns adds the names of the towns that stand for e: as the data name them, and the other names of the place.
func (d *Dictionary) appendTowns(all []surface, e *Entry) []surface {
	form := Seat
	if e.IsState {
		form = Capital
	}
	towns := d.governedTowns(e)
	named := func(name string) bool {
		return slices.ContainsFunc(towns, func(t Dated) bool { return t.Name == name })
	}
	for _, town := range towns {
		all = append(all, surface{town.Name, false, Sense{e, form, town.When}})
		place, ok := d.byID[town.ID]
		if !ok {
			continue
		}
		if !named(place.Name) {
			all = append(all, surface{place.Name, false, Sense{e, form, town.When}})
		}
		for _, alias := range place.Aliases {
			if !named(alias.Name) && alias.Name != place.Name {
				all = append(all, surface{alias.Name, false, Sense{e, form, town.When}})
			}
		}
	}
	return all
}

// Lookup gives all that a name may mean: exact spellings first, then those that differ in case, accents, hyphens,
// apostrophes or a leading "the". Where there are none, it takes the name apart: "Haftar's forces" are the groups that
// Haftar leads ([Leader]), "Tripoli authorities" the governments that have their [Seat] there. At last it takes other
// transliterations: Watiyah for Watiya, Tarhouna for Tarhuna. A name outside the dictionary gives nil.
func (d *Dictionary) Lookup(name string) []Sense {
	name = strings.Join(strings.Fields(name), " ")
	if senses := d.named(name); len(senses) > 0 {
		return senses
	}
	if senses := d.described(name); len(senses) > 0 {
		return senses
	}
	return d.transliterated(name)
}

// Lists reports whether Lookup finds the name without taking it for another transliteration of one, as it takes
// "Saudi Arabiaa" for Saudi Arabia.
func (d *Dictionary) Lists(name string) bool {
	name = strings.Join(strings.Fields(name), " ")
	return len(d.named(name)) > 0 || len(d.described(name)) > 0
}

// named finds a name as it is listed.
func (d *Dictionary) named(name string) []Sense {
	x := d.index()
	var found []surface
	for i := x.first[Fold(name)]; i > 0; i = x.next[i-1] {
		found = append(found, x.surfaces[i-1])
	}
	slices.SortFunc(found, func(a, b surface) int {
		return cmp.Or(compareBool(a.text == name, b.text == name), compareSurfaces(a, b))
	})
	return distinctSenses(found)
}

// transliterated finds a name in another transliteration.
func (d *Dictionary) transliterated(name string) []Sense {
	loose := d.loose.get(func() map[string][]int32 {
		loose := map[string][]int32{}
		for i, s := range d.surfaces() {
			if s.sense.Form != Adjective && s.sense.Form != National {
				key := transliterate(Fold(s.text))
				loose[key] = append(loose[key], int32(i))
			}
		}
		return loose
	})
	key := transliterate(Fold(name))
	if len(key) < 4 {
		return nil
	}
	var found []surface
	for _, i := range loose[key] {
		found = append(found, d.surfaces()[i])
	}
	slices.SortFunc(found, compareSurfaces)
	return distinctSenses(found)
}

// compareSurfaces orders by rank, then by id.
func compareSurfaces(a, b surface) int {
	return cmp.Or(
		cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.sense.Entry.ID, b.sense.Entry.ID),
		cmp.Compare(a.sense.When, b.sense.When), cmp.Compare(a.text, b.text),
	)
}

// rank puts names before other forms, states before other actors, own names before aliases, actors before places.
func (s *surface) rank() uint8 {
	rank := uint8(s.sense.Form) << 3
	if !s.sense.Entry.IsState {
		rank |= 4
	}
	if !s.own {
		rank |= 2
	}
	if s.sense.Entry.IsPlace() {
		rank |= 1
	}
	return rank
}

// compareBool puts what is true first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// distinctSenses gives the senses of sorted surfaces, each once; a sense without period covers those with one.
func distinctSenses(found []surface) []Sense {
	var senses []Sense
	for _, s := range found {
		covered := slices.ContainsFunc(found, func(o surface) bool {
			return o.sense.Entry == s.sense.Entry && o.sense.Form == s.sense.Form && o.sense.When == "" && s.sense.When != ""
		})
		if !covered && !slices.Contains(senses, s.sense) {
			senses = append(senses, s.sense)
		}
	}
	return senses
}

// followers are the words by which a group is called after its head or its town.
const followers = " administration armies army authorities fighters force forces government loyalists men militants " +
	"militia militias parliament rebels regime side soldiers troops "

// described reads "X's forces", "X-led forces", "forces of X", "X authorities".
func (d *Dictionary) described(name string) []Sense {
	rest := name
	if i := strings.LastIndexByte(name, ' '); i > 0 && isFollower(name[i+1:]) {
		rest = name[:i]
	} else if first, of, ok := strings.Cut(name, " of "); ok && isFollower(strings.TrimPrefix(strings.ToLower(first), "the ")) {
		rest = of
	} else {
		return nil
	}
	head := rest
	for _, ending := range []string{"'s", "’s", "'", "’", "-led", " led"} {
		if cut, ok := strings.CutSuffix(rest, ending); ok {
			head = cut
			break
		}
	}
	var senses []Sense
	for _, s := range d.named(head) {
		senses = append(senses, d.behind(s)...)
	}
	return senses
}

// behind gives the actors that "the forces of s" are.
func (d *Dictionary) behind(s Sense) []Sense {
	if s.Entry.Type != graph.Person {
		if s.Entry.IsPlace() {
			return nil
		}
		return []Sense{s}
	}
	var senses []Sense
	for _, led := range s.Entry.Leads {
		if e, ok := d.Entry(led.ID); ok {
			senses = append(senses, Sense{e, Leader, led.When})
		}
	}
	return senses
}

func isFollower(word string) bool {
	return strings.Contains(followers, " "+strings.ToLower(word)+" ")
}

// nearName is a name with which Suggest compares.
type nearName struct {
	key   string
	entry *Entry
}

// Suggest gives at most n entries whose names are spelt like name, the nearest first.
func (d *Dictionary) Suggest(name string, n int) []*Entry {
	key := Fold(name)
	if key == "" || n <= 0 {
		return nil
	}
	near := d.nearby.get(func() []nearName {
		var near []nearName
		for _, s := range d.surfaces() {
			if s.sense.Form == Name && s.sense.Entry.Kind != "territory" {
				near = append(near, nearName{Fold(s.text), s.sense.Entry})
			}
		}
		return near
	})
	limit := 1 + len(key)/4
	distances := map[*Entry]int{}
	for _, s := range near {
		distance := Distance(key, s.key, limit)
		if old, ok := distances[s.entry]; distance <= limit && (!ok || distance < old) {
			distances[s.entry] = distance
		}
	}
	entries := make([]*Entry, 0, len(distances))
	for e := range distances {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(distances[a], distances[b]), cmp.Compare(a.ID, b.ID))
	})
	return entries[:min(n, len(entries))]
}

// Distance is how far two folded names are apart; over limit where they are not near. A name of which the other one is
// the beginning is as near as a letter's difference.
func Distance(a, b string, limit int) int {
	if len(a) >= 4 && len(a) < len(b) && strings.HasPrefix(b, a) {
		return 1
	}
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	return editDistance(a, b, limit)
}

// editDistance counts the letters to insert, drop, replace or swap with their neighbour (optimal string alignment). It
// stops at more than limit.
func editDistance(a, b string, limit int) int {
	var rows [3][96]int
	if len(b) >= len(rows[0]) {
		return limit + 1
	}
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
