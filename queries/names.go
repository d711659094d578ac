package queries

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// Want says what sort of entity a question is about, where a name may mean several.
type Want int

const (
	// WantAny takes either, and an actor before a place.
	WantAny Want = iota
	WantActor
	WantPlace
)

// fits reports whether the entity is of the sort that is wanted.
func (w Want) fits(e graph.Entity) bool {
	return w == WantAny || e.IsPlace() == (w == WantPlace)
}

// UnknownNameError says that neither the store nor the dictionary has an entity of that name.
type UnknownNameError struct {
	Name string
	// Near are at most five entities whose names are spelt alike, the nearest first.
	Near []graph.Entity
}

// Error tells the name.
func (e *UnknownNameError) Error() string { return fmt.Sprintf("no entity is called %q", e.Name) }

// AmbiguousNameError says that a name may mean several entities, of which none is preferred.
type AmbiguousNameError struct {
	Name string
	// Candidates are sorted by id; the id of each resolves to it.
	Candidates []graph.Entity
}

// Error tells the name and the ids that it may mean.
func (e *AmbiguousNameError) Error() string {
	ids := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		ids[i] = string(c.ID)
	}
	return fmt.Sprintf("%q may mean %s", e.Name, strings.Join(ids, ", "))
}

// Resolve finds the entity that a name means. An id that the store has always wins, if it is of the sort that is
// wanted: as it is, in angle brackets, or with spaces for underscores. Then come the names and aliases of the store's
// entities, without regard to case, accents, punctuation and a leading "the"; then "Haftar's forces", the groups that a
// person of the store leads. The dictionary, which may be nil, is asked only where the store has nothing that fits; of
// its answers, those that the store has are preferred.
//
// Of several, an exact name goes before a folded one and an alias, a state before others, an actor before a place, a
// listed entity before one that a text introduced. What is neither wanted nor known otherwise is taken all the same.
//
// Errors are *UnknownNameError, *AmbiguousNameError, or come from the store.
func Resolve(ctx context.Context, s *store.Store, d *actors.Dictionary, name string, want Want) (graph.Entity, error) {
	return ask(ctx, s, "resolve name", func(x *ties.Index) (graph.Entity, error) {
		r := resolver{x: x, dictionary: d, name: plainName(name), want: want}
		return r.resolve()
	})
}

// Respelt reports whether Resolve, where the store has no such name, takes it for one that the dictionary spells
// otherwise: "Saudi Arabiaa" for Saudi Arabia. Who asked should be told whom the answer is about.
func Respelt(d *actors.Dictionary, name string) bool {
	r := resolver{dictionary: d, name: plainName(name)}
	for _, id := range r.ids() {
		if _, ok := d.Entry(id); ok {
			return false
		}
	}
	return !d.Lists(r.name)
}

// plainName takes off angle brackets and needless space, and replaces bytes that are no UTF-8, as ids and names do.
func plainName(name string) string {
	name = strings.Join(strings.Fields(strings.ToValidUTF8(name, "\uFFFD")), " ")
	if strings.HasPrefix(name, "<") && strings.HasSuffix(name, ">") {
		name = name[1 : len(name)-1]
	}
	return name
}

// resolver is one look-up of a name.
type resolver struct {
	x          *ties.Index
	dictionary *actors.Dictionary
	name       string
	want       Want
	// other are entities of the name that are not of the sort wanted.
	other []candidate
}

// candidate is an entity that a name may mean; the lower the level, the better the match.
type candidate struct {
	graph.Entity
	level int
}

// Levels of a match; the forms of the dictionary come after them.
const (
	byName = iota
	byFoldedName
	byAlias
	byFoldedAlias
	byForm
	noMatch = 1000
)

func (r *resolver) resolve() (graph.Entity, error) {
	if r.name == "" {
		return graph.Entity{}, &UnknownNameError{Name: r.name}
	}
	for _, find := range []func() []candidate{r.byID, r.inStore, r.ledInStore, r.inDictionary} {
		if fitting := r.fitting(find()); len(fitting) > 0 {
			return r.choose(fitting)
		}
	}
	if len(r.other) > 0 {
		return r.choose(r.other)
	}
	return graph.Entity{}, &UnknownNameError{Name: r.name, Near: r.near()}
}

// fitting gives the candidates of the sort wanted, and keeps the others for later.
func (r *resolver) fitting(found []candidate) []candidate {
	var fitting []candidate
	for _, c := range found {
		if r.want.fits(c.Entity) {
			fitting = append(fitting, c)
		} else {
			r.other = append(r.other, c)
		}
	}
	return fitting
}

// choose takes the best candidate, if there is one.
func (r *resolver) choose(found []candidate) (graph.Entity, error) {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.level, b.level), cmp.Compare(a.ID, b.ID))
	})
	found = slices.CompactFunc(found, func(a, b candidate) bool { return a.ID == b.ID })
	best := found[0].level
	found = slices.DeleteFunc(found, func(c candidate) bool { return c.level > best })
	for _, preferred := range []func(candidate) bool{
		func(c candidate) bool { return c.IsState },
		func(c candidate) bool { return !c.IsPlace() },
	} {
		if slices.ContainsFunc(found, preferred) {
			found = slices.DeleteFunc(found, func(c candidate) bool { return !preferred(c) })
		}
	}
	// A listed one goes before those that texts introduced; of several, nobody is to choose without seeing them all.
	isListed := func(c candidate) bool { return c.ID.Listed() }
	if i := slices.IndexFunc(found, isListed); len(found) == 1 || i >= 0 && !slices.ContainsFunc(found[i+1:], isListed) {
		return found[max(i, 0)].Entity, nil
	}
	ambiguous := &AmbiguousNameError{Name: r.name}
	for _, c := range found {
		ambiguous.Candidates = append(ambiguous.Candidates, c.Entity)
	}
	return graph.Entity{}, ambiguous
}

// ids are the ids that the name may be.
func (r *resolver) ids() []graph.ID {
	return slices.Compact([]graph.ID{graph.ID(r.name), graph.NewID(r.name, "")})
}

// byID takes the name for an id of the store.
func (r *resolver) byID() []candidate {
	for _, id := range r.ids() {
		if e, found := r.stored(id); found {
			return []candidate{{Entity: e}}
		}
	}
	return nil
}

func (r *resolver) stored(id graph.ID) (graph.Entity, bool) {
	n, ok := r.x.Node(id)
	if !ok {
		return graph.Entity{}, false
	}
	return r.x.Entity(n)
}

// entities gives those of the store, in the order of their ids.
func (r *resolver) entities() iter.Seq[graph.Entity] {
	return func(yield func(graph.Entity) bool) {
		for n := range ties.Node(r.x.Nodes()) {
			if e, ok := r.x.Entity(n); ok && !yield(e) {
				return
			}
		}
	}
}

// inStore looks through the names of the store's entities.
func (r *resolver) inStore() []candidate { return r.named(r.name) }

func (r *resolver) named(name string) []candidate {
	var found []candidate
	key := actors.Fold(name)
	for e := range r.entities() {
		if level := match(e, name, key); level < noMatch {
			found = append(found, candidate{e, level})
		}
	}
	return found
}

// match says how well a name fits an entity. What the name folds to is empty where it has no letters or digits.
func match(e graph.Entity, name, key string) int {
	switch {
	case e.Name == name:
		return byName
	case key != "" && (actors.Fold(e.Name) == key || actors.Fold(string(e.ID)) == key):
		return byFoldedName
	}
	level := noMatch
	for _, alias := range e.Aliases {
		switch {
		case alias.Name == name:
			return byAlias
		case key != "" && actors.Fold(alias.Name) == key:
			level = byFoldedAlias
		}
	}
	return level
}

// ledInStore takes the name apart: "Haftar's forces" are the groups that a person of that name leads.
func (r *resolver) ledInStore() []candidate {
	head, ok := leaderIn(r.name)
	if !ok {
		return nil
	}
	var found []candidate
	for _, person := range r.named(head) {
		if person.Type != graph.Person {
			continue
		}
		n, _ := r.x.Node(person.ID)
		for number, end := r.x.From(n); number < end; number++ {
			fact := r.x.Fact(number)
			if e, known := r.x.Entity(fact.Object); known && fact.Relation == graph.Leads && r.affirmed(fact) {
				found = append(found, candidate{e, person.level})
			}
		}
	}
	return found
}

// affirmed reports whether a statement affirms the fact that is likelier read rightly than not, in the eyes of reviewers
// if they have judged it.
func (r *resolver) affirmed(f ties.Fact) bool {
	for i := f.First; i < f.End; i++ {
		s := r.x.Statement(i)
		for c := s.First; s.Polarity == graph.Affirmed && c < s.End; c++ {
			if !s.Review.Out() && (r.x.Citation(c).Confidence >= graph.LowConfidence || s.Review.Confirmed()) {
				return true
			}
		}
	}
	return false
}

// followers are the words by which a group is called after its head.
var followers = []string{"forces", "fighters", "troops", "army", "militia", "group", "men", "movement", "side"}

// leaderIn gives X of "X's forces" and "X-led forces".
func leaderIn(name string) (string, bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || !slices.Contains(followers, strings.ToLower(name[i+1:])) {
		return "", false
	}
	for _, ending := range []string{"'s", "’s", "'", "’", "-led"} {
		if head, ok := strings.CutSuffix(name[:i], ending); ok && head != "" {
			return head, true
		}
	}
	return "", false
}

// inDictionary asks the dictionary: for an id, also a former one, then for a name.
func (r *resolver) inDictionary() []candidate {
	if r.dictionary == nil {
		return nil
	}
	for _, id := range r.ids() {
		if entry, ok := r.dictionary.Entry(id); ok && r.want.fits(entry.Entity) {
			return r.preferStored([]candidate{{Entity: entry.Entity}})
		}
	}
	key := actors.Fold(r.name)
	var found []candidate
	for _, sense := range r.dictionary.Lookup(r.name) {
		level := byForm + int(sense.Form)
		if sense.Form == actors.Name {
			level = min(level, match(sense.Entry.Entity, r.name, key))
		}
		found = append(found, candidate{sense.Entry.Entity, level})
	}
	return r.preferStored(found)
}

// preferStored keeps, of the best of those that fit, the ones that the store has, as it has them; else it keeps all.
func (r *resolver) preferStored(found []candidate) []candidate {
	best := noMatch
	for _, c := range found {
		if r.want.fits(c.Entity) {
			best = min(best, c.level)
		}
	}
	var stored []candidate
	for _, c := range found {
		if c.level > best || !r.want.fits(c.Entity) {
			continue
		}
		if e, known := r.stored(c.ID); known {
			stored = append(stored, candidate{e, c.level})
		}
	}
	if len(stored) > 0 {
		return stored
	}
	return found
}

// mostNear is how many names a mistyped one is answered with.
const mostNear = 5

// near gives the entities whose names are spelt like the name: the store's, then the dictionary's.
func (r *resolver) near() []graph.Entity {
	key := actors.Fold(r.name)
	if key == "" {
		return nil
	}
	limit := 1 + len(key)/4
	var found []candidate
	for e := range r.entities() {
		away := actors.Distance(key, actors.Fold(e.Name), limit)
		for _, alias := range e.Aliases {
			away = min(away, actors.Distance(key, actors.Fold(alias.Name), limit))
		}
		if away <= limit {
			found = append(found, candidate{e, away})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.level, b.level) })
	var near []graph.Entity
	add := func(e graph.Entity) {
		if len(near) < mostNear && !slices.ContainsFunc(near, func(n graph.Entity) bool { return n.ID == e.ID }) {
			near = append(near, e)
		}
	}
	for _, c := range found {
		add(c.Entity)
	}
	if r.dictionary != nil {
		for _, entry := range r.dictionary.Suggest(r.name, mostNear) {
			add(entry.Entity)
		}
	}
	return near
}
