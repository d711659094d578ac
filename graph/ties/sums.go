package ties

import (
	"maps"
	"slices"

	"entente.example/graph"
)

// Sums are what counts of a fact by the [Standard] rule, of all that is said of it or of what is said of a place.
type Sums struct {
	x *Index
	// first and end bound the claims.
	first, end int
	left       Left
}

// Sums gives those of all that is said of a fact.
func (x *Index) Sums(fact int) Sums {
	f := x.facts.row(fact)
	s := Sums{x: x, first: int(f.claims), end: x.claimsEnd(fact)}
	s.left = Left{Hidden: int(f.hidden), Retracted: int(f.retracted), Superseded: int(f.superseded), Rejected: int(f.rejected)}
	if first, end := x.sitesOf(fact); first < end {
		s.end = int(x.sites.row(first).claims)
	}
	return s
}

// SumsBy gives those of all that is said of a fact by a rule that takes in what has fallen, where nothing of the fact has, so
// that they are the same. False says that something may have: look.
func (x *Index) SumsBy(fact int, rule *Rule) (Sums, bool) {
	f, standard := x.facts.row(fact), Standard()
	if rule.MinConfidence != standard.MinConfidence || rule.Kinds != 0 || rule.Bounded || rule.Inside != nil || rule.Narrow != nil ||
		rule.Retracted && f.retracted > 0 || rule.Superseded && f.superseded > 0 ||
		rule.Rejected && (f.rejected > 0 || x.edits.rows > 0) { // what a reviewer wrote may stand in the place of one of the same id
		return Sums{}, false
	}
	return x.Sums(fact), true
}

// SumsIn gives those of what is said of the places that lie inside, of a fact whose object is a place: a citation that names
// none is on that. False says that they are several, and not all, so that the statements must be read.
func (x *Index) SumsIn(fact int, inside func(Node) bool) (Sums, bool) {
	first, end := x.sitesOf(fact)
	if first == end { // all of it is on one
		if inside(x.site(fact)) {
			return x.Sums(fact), true
		}
		return Sums{x: x}, true
	}
	found, one := 0, 0
	for i := first; i < end; i++ {
		if inside(Node(x.sites.row(i).place)) {
			found, one = found+1, i
		}
	}
	switch found {
	case 0:
		return Sums{x: x}, true
	case end - first:
		return x.Sums(fact), true
	case 1:
	default:
		return Sums{}, false
	}
	row := x.sites.row(one)
	s := Sums{x: x, first: int(row.claims), end: x.claimsEnd(fact)}
	s.left = Left{Hidden: int(row.hidden), Retracted: int(row.retracted), Superseded: int(row.superseded), Rejected: int(row.rejected)}
	if one+1 < end {
		s.end = int(x.sites.row(one + 1).claims)
	}
	return s, true
}

// Claim gives what counts under a polarity, or false where nothing does.
func (s Sums) Claim(p graph.Polarity) (Claim, bool) {
	for i := s.first; i < s.end; i++ {
		if polarities[s.x.claims.row(i).polarity] == p {
			return Claim{s.x, i}, true
		}
	}
	return Claim{}, false
}

// Left counts the statements that do not count.
func (s Sums) Left() Left { return s.left }

func (x *Index) claimsEnd(fact int) int {
	return x.facts.end(fact, x.claims.rows, func(f *factRow) uint32 { return f.claims })
}

// sitesOf bounds the places that a fact has sums of: none where all of it is on one, or its object is no place.
func (x *Index) sitesOf(fact int) (first, end int) {
	return int(x.facts.row(fact).sites), x.facts.end(fact, x.sites.rows, func(f *factRow) uint32 { return f.sites })
}

// site is the place that the first citation of a fact is on.
func (x *Index) site(fact int) Node {
	f := x.facts.row(fact)
	return x.siteOf(int(x.statements.row(int(f.statements)).citations), Node(f.object))
}

func (x *Index) siteOf(citation int, object Node) Node {
	if place := Node(x.citations.row(citation).place); place != None {
		return place
	}
	return object
}

// keepClaims sums up what counts of each fact.
func (x *Index) keepClaims() {
	rule, heard, placed := Standard(), newEar(x), newSorter(x.statements.pager, x.file, (*placedRow).compare)
	for number := range x.facts.rows {
		readings, left := x.Sift(number, &rule)
		row := x.facts.row(number)
		row.claims, row.sites = uint32(x.claims.rows), uint32(x.sites.rows)
		row.hidden, row.retracted = uint32(left.Hidden), uint32(left.Retracted)
		row.superseded, row.rejected = uint32(left.Superseded), uint32(left.Rejected)
		x.keepReadings(&readings)
		if relation, _ := relations()[row.relation].Row(); relation.ObjectIsPlace {
			x.keepSites(number, rule)
		}
		x.notePlaced(placed, number, &readings)
		x.keepPast(number, &readings)
		x.keepPeriod(heard, number, &rule)
		x.keepClassed(heard, number, &rule)
	}
	x.keepPlaced(placed)
}

// keepSites sums up what counts of a fact on each place that its citations are on, where there are several.
func (x *Index) keepSites(fact int, rule Rule) {
	f := x.Fact(fact)
	on := map[Node][]int{}
	for i := f.First; i < f.End; i++ {
		s := x.Statement(i)
		for c := s.First; c < s.End; c++ {
			if place := x.siteOf(c, f.Object); len(on[place]) == 0 || on[place][len(on[place])-1] != i {
				on[place] = append(on[place], i)
			}
		}
	}
	if len(on) < 2 {
		return
	}
	for _, place := range slices.Sorted(maps.Keys(on)) {
		rule.Narrow = func(_ *Fact, _ int, _ bool, citation int) Missed {
			if x.siteOf(citation, f.Object) != place {
				return Elsewhere
			}
			return Passed
		}
		readings, left := x.sift(&f, &rule, len(on[place]), slices.Values(on[place]))
		x.sites.add(siteRow{
			place: uint32(place), claims: uint32(x.claims.rows), hidden: uint32(left.Hidden), retracted: uint32(left.Retracted),
			superseded: uint32(left.Superseded), rejected: uint32(left.Rejected),
		})
		x.keepReadings(&readings)
	}
}

// keepReadings sums up each of the readings that there are.
func (x *Index) keepReadings(readings *Readings) {
	for number, p := range polarities {
		r := readings.Of(p)
		if len(r.Statements) == 0 {
			continue
		}
		s, best := x.sum(r), x.Best(r.Cites)
		s.polarity, s.statement, s.citation = uint8(number), uint32(best.Statement), uint32(best.Citation)
		s.passed, s.origins, s.told = uint32(x.passed.rows), uint32(x.origins.rows), uint32(x.told.rows)
		s.valids, s.speakers = uint32(x.valids.rows), uint32(x.speakers.rows)
		s.firstStatement, s.firstCited = uint32(r.Cites[0].Statement), uint32(r.Cites[0].Citation)
		told := x.toldBy(r.Cites)
		s.tellings = tellingsOf(told)
		x.claims.add(s.claimRow)
		for _, i := range r.Statements {
			x.passed.add(x.statements.row(i).id)
		}
		addAll(&x.told, told)
		for _, w := range x.Words(r.Cites) {
			x.origins.add(originRow{w.Origin, uint32(x.said.rows), uint32(w.Cite.Citation), w.First, w.Last})
			addAll(&x.said, w.Statements)
		}
		addAll(&x.valids, s.times)
		addAll(&x.speakers, s.voices)
	}
}
