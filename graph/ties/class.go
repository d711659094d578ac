package ties

import (
	"cmp"
	"slices"

	"entente.example/graph"
)

// classRow sums up what is said of a fact under one polarity in citations that are alike in what a filter asks for: that
// name the same kinds of support, are on the same place, or were read about as surely. A statement is counted in the
// surest class of its citations, and what an origin says in it, in the surest of the origin's.
type classRow struct {
	class, polarity uint32
	// stretch is that of what counts, of no time, or None: facts of few statements have none.
	stretch uint32
	// all counts the statements, count those that count; the others are left out.
	all, count, hidden, retracted, superseded, rejected uint32
	// sources counts the origins; those of surer classes, too.
	sources uint32
}

// classesRow bounds the classes of a fact, and its statements of no class, whose citations are of several: they are read.
type classesRow struct{ first, count, several, read uint32 }

// classedRow has the classes of a fact.
type classedRow struct{ byKinds, byPlace, bySureness classesRow }

// classLeast is how many statements a fact has that has classes.
const classLeast = 64

// sureStep is how much the confidence of citations may differ in a class of those that were read about as surely.
const sureStep = 5

// sureAlways is the class of statements that count however surely they were read.
const sureAlways = 100/sureStep + 1

// classed is a citation in its class.
type classed struct{ polarity, class, statement, citation uint32 }

// compare has those of the surest class come first.
func (c classed) compare(other classed) int {
	return cmp.Or(
		cmp.Compare(c.polarity, other.polarity), -cmp.Compare(c.class, other.class),
		cmp.Compare(c.statement, other.statement), cmp.Compare(c.citation, other.citation),
	)
}

// kindsOf classes the citations of a statement by the kinds that they name. False says that they are of several classes.
// Where nothing is denied, what names no kind is never asked for.
func (x *Index) kindsOf(statement int, all []classed) ([]classed, bool) {
	row, before := x.statements.row(statement), len(all)
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		kinds := x.glances.row(c).kinds
		switch {
		case kinds == 0 && row.polarity != deniedNumber:
		case len(all) > before && all[before].class != uint32(kinds):
			return all[:before], false
		default:
			all = append(all, classed{uint32(row.polarity), uint32(kinds), uint32(statement), uint32(c)})
		}
	}
	return all, true
}

// placesOf classes the citations of a statement by the places that they are on, see [Index.Site]. False says that they are
// of several.
func (x *Index) placesOf(statement int, all []classed) ([]classed, bool) {
	row, before := x.statements.row(statement), len(all)
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		site := x.glances.row(c).site
		if len(all) > before && all[before].class != site {
			return all[:before], false
		}
		all = append(all, classed{uint32(row.polarity), site, uint32(statement), uint32(c)})
	}
	return all, true
}

// surenessOf classes the citations of a statement by how surely they were read.
func (x *Index) surenessOf(statement int, all []classed) ([]classed, bool) {
	row := x.statements.row(statement)
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		class := uint32(x.glances.row(c).confidence) / sureStep
		if row.review != 0 || row.polarity == deniedNumber {
			class = sureAlways
		}
		all = append(all, classed{uint32(row.polarity), class, uint32(statement), uint32(c)})
	}
	return all, true
}

// keepClassed sums up what counts of a fact by classes, where it has many statements.
func (x *Index) keepClassed(e *ear, fact int, rule *Rule) {
	f := x.Fact(fact)
	x.facts.row(fact).classed = uint32(None)
	if f.End-f.First < classLeast {
		return
	}
	anyhow, crowds := *rule, x.crowdsOf(&f)
	anyhow.MinConfidence = 0
	row := classedRow{
		byKinds:    x.keepClasses(&keeping{x: x, ear: e, f: &f, rule: rule, crowds: crowds}, x.kindsOf),
		byPlace:    x.keepClasses(&keeping{x: x, ear: e, f: &f, rule: rule, crowds: crowds, isByPlace: true}, x.placesOf),
		bySureness: x.keepClasses(&keeping{x: x, ear: e, f: &f, rule: &anyhow, sources: map[uint32]bool{}}, x.surenessOf),
	}
	x.facts.row(fact).classed = uint32(x.periodic.classed.rows)
	x.periodic.classed.add(row)
}

// keepClasses sums up what counts of a fact by classes of one sort.
func (x *Index) keepClasses(k *keeping, of func(int, []classed) ([]classed, bool)) (row classesRow) {
	p := &x.periodic
	row.several = uint32(p.several.rows)
	var all []classed
	for i := k.f.First; i < k.f.End; i++ {
		var isOne bool
		if all, isOne = of(i, all); !isOne {
			p.several.add(uint32(i))
			row.read++
		}
	}
	slices.SortFunc(all, classed.compare)
	row.first = uint32(p.classes.rows)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].polarity == all[0].polarity && all[n].class == all[0].class {
			n++
		}
		k.keep(all[:n])
		row.count++
		all = all[n:]
	}
	return row
}

// keeping sums up classes of a fact, one after the other.
type keeping struct {
	*ear
	x    *Index
	f    *Fact
	rule *Rule
	// crowds are by polarity.
	crowds [3]crowds
	// sources are the origins of the surer classes of the polarity; none are kept where classes are not by how surely things were read.
	sources  map[uint32]bool
	polarity uint32
	// isByPlace says that the classes are places.
	isByPlace bool
}

// isBySureness reports whether the classes are by how surely things were read, so that one may be surer than another.
func (k *keeping) isBySureness() bool { return k.sources != nil }

// keep sums up a class.
func (k *keeping) keep(all []classed) {
	row, sum, left := classRow{class: all[0].class, polarity: all[0].polarity}, newGathered(), Left{}
	k.begin()
	for len(all) > 0 {
		i, n := int(all[0].statement), 1
		for n < len(all) && all[n].statement == all[0].statement {
			n++
		}
		k.take(&row, &sum, &left, i, all[:n])
		all = all[n:]
	}
	row.hidden, row.retracted = uint32(left.Hidden), uint32(left.Retracted)
	row.superseded, row.rejected = uint32(left.Superseded), uint32(left.Rejected)
	heard := k.heard()
	if row.sources = uint32(len(heard)); k.isBySureness() {
		if row.polarity != k.polarity {
			clear(k.sources)
			k.polarity = row.polarity
		}
		for _, h := range heard {
			k.sources[h.origin] = true
		}
		row.sources = uint32(len(k.sources))
	}
	row.stretch = uint32(None)
	isAskedFor := !k.isByPlace || !row.isUnplaced()
	if sum.found && isAskedFor && k.f.End-k.f.First >= periodLeast {
		row.stretch = uint32(k.x.periodic.stretches.rows)
		k.x.keepStretch(&sum, k.crowds[row.polarity], heard, extent{reach: noReach})
	}
	k.x.periodic.classes.add(row)
}

// isUnplaced reports whether what is in a class of a place is on none, and counts for none.
func (c *classRow) isUnplaced() bool {
	return c.class == uint32(None) && uint8(c.polarity) != deniedNumber
}

// take takes in the citations of a statement that are of a class.
func (k *keeping) take(row *classRow, sum *gathered, left *Left, statement int, own []classed) {
	x, of := k.x, k.x.statements.row(statement)
	var cites []Cite
	for _, c := range own {
		if k.rule.missed(k.f, x.glances.row(int(c.citation)), int(of.article), int(c.citation)) == Passed {
			cites = append(cites, Cite{statement, int(c.citation)})
		}
	}
	leads := !k.isSurer(statement, own[0].class, func(uint32) bool { return true })
	if !leads {
		left = new(Left) // it is counted there
	} else {
		row.all++
	}
	switch {
	case len(cites) == 0:
		left.Hidden++
		return
	case x.leavesOut(k.rule, k.f, statement, of, left):
		return
	case leads:
		row.count++
		x.gather(sum, statement, cites)
		if k.isBySureness() && len(sum.crowds) > 0 { // an article, too, is in the surest class of its statements
			if sum.crowds = sum.crowds[:0]; k.isFirst(statement, own[0].class) {
				sum.articles++
			}
		}
	default:
		x.gatherCites(sum, cites)
	}
	x.eachSaying(statement, cites, func(h heardRow) {
		if !k.isSurer(statement, own[0].class, func(origin uint32) bool { return origin == h.origin }) {
			k.hear(h)
		}
	})
}

// isFirst reports whether none of the statements beside one that count is of a surer class than its own, and none before it
// is of the same.
func (k *keeping) isFirst(statement int, class uint32) bool {
	row := k.x.statements.row(statement)
	for step := -1; step <= 1; step += 2 {
		for i := statement + step; k.x.isBeside(i, row); i += step {
			other := k.leading(i)
			if k.x.leavesOut(k.rule, k.f, i, k.x.statements.row(i), new(Left)) {
				continue
			}
			if other > class || other == class && i < statement {
				return false
			}
		}
	}
	return true
}

// leading is the surest class of a statement's citations.
func (k *keeping) leading(statement int) (class uint32) {
	all, _ := k.x.surenessOf(statement, nil)
	for _, c := range all {
		class = max(class, c.class)
	}
	return class
}

// isSurer reports whether a statement has a citation of a surer class, of such an origin.
func (k *keeping) isSurer(statement int, class uint32, of func(origin uint32) bool) bool {
	if !k.isBySureness() || class == sureAlways { // classes of kinds are apart
		return false
	}
	for c := int(k.x.statements.row(statement).citations); c < k.x.citationsEnd(statement); c++ {
		if g := k.x.glances.row(c); uint32(g.confidence)/sureStep > class && of(g.origin) {
			return true
		}
	}
	return false
}

// keptBy is by what the index keeps sums that answer a rule.
type keptBy int

const (
	keptByNothing keptBy = iota
	keptByTime
	keptByKinds
	keptByPlace
	keptBySureness
)

// keptBy tells by what the index has sums for the rule.
func (r *Rule) keptBy() keptBy {
	isStandard := r.MinConfidence == graph.LowConfidence
	switch {
	case r.Retracted, r.Superseded, r.Rejected, r.Narrow != nil:
	case r.Inside != nil:
		if isStandard && r.Kinds == 0 && !r.Bounded {
			return keptByPlace
		}
	case r.Bounded:
		if isStandard && r.Kinds == 0 && r.From <= r.To {
			return keptByTime
		}
	case r.Kinds != 0:
		if isStandard {
			return keptByKinds
		}
	case r.MinConfidence <= 0, r.MinConfidence%sureStep == 0:
		return keptBySureness
	}
	return keptByNothing
}

// takes tells whether what is in a class counts by a rule that asks for such classes, but for what became of the
// statements, and counts those that do not.
func (c *classRow) takes(r *Rule, by keptBy, left *Left) bool {
	isDenied := uint8(c.polarity) == deniedNumber
	switch {
	case by == keptByPlace && c.isUnplaced():
		left.Unplaced += int(c.all)
		return false
	case by == keptByPlace && c.class != uint32(None) && !r.Inside.has(int(c.class)),
		by == keptByKinds && Kinds(c.class)&r.Kinds == 0 && (c.class != 0 || !isDenied):
		return false
	case by == keptBySureness && int(c.class)*sureStep < int(r.MinConfidence) && c.class != sureAlways:
		left.Hidden += int(c.all)
		return false
	case by != keptBySureness:
		left.Hidden += int(c.hidden)
	}
	left.Retracted += int(c.retracted)
	left.Superseded += int(c.superseded)
	left.Rejected += int(c.rejected)
	return true
}

// classes gives those of a fact by which the index has sums for the rule, or false where it has none.
func (s *Scanner) classes(fact int) (classesRow, bool) {
	number, table := int(s.x.facts.row(fact).classed), &s.x.periodic.classed
	if number >= table.rows { // None, or the file failed
		return classesRow{}, false
	}
	row := table.row(number)
	switch s.kept {
	case keptByKinds:
		return row.byKinds, true
	case keptByPlace:
		return row.byPlace, true
	case keptBySureness:
		return row.bySureness, true
	}
	return classesRow{}, false
}

// countClasses counts what passes of a fact by its classes. False says that their origins must be put together.
func (s *Scanner) countClasses(of classesRow) (counts Counts, ok bool) {
	if of.read > 0 {
		return Counts{}, false
	}
	var found [3]int
	for _, rows := range s.x.periodic.classes.parts(int(of.first), int(of.first+of.count)) {
		for i := range rows {
			row := &rows[i]
			if !row.takes(&s.rule, s.kept, &counts.Left) || row.polarity >= uint32(len(found)) {
				continue
			}
			if by := &counts.By[row.polarity]; s.kept == keptBySureness { // those of surer classes came before
				by.Statements, by.Sources = by.Statements+int(row.count), int(row.sources)
			} else if row.count > 0 {
				by.Statements, by.Sources = by.Statements+int(row.count), int(row.sources)
				found[row.polarity]++
			}
		}
	}
	return counts, s.kept == keptBySureness || max(found[0], found[1], found[2]) < 2
}
