package queries

import (
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// sifted is a fact with what passes of its statements, by polarity.
type sifted struct {
	number int
	ties.Fact
	affirmed, alleged, denied claim
}

func (f *sifted) of(p graph.Polarity) *claim {
	switch p {
	case graph.Affirmed:
		return &f.affirmed
	case graph.Alleged:
		return &f.alleged
	}
	return &f.denied
}

// isSaid reports whether anybody affirms or alleges the fact.
func (f *sifted) isSaid() bool { return f.affirmed.count+f.alleged.count > 0 }

// claim is what is said of a fact under one polarity, as far as it passes. Where the options leave the standard rule as it
// is, the index has it summed up; else it is counted. Its statements are read only when somebody asks for them.
type claim struct {
	v        *view
	fact     int
	polarity graph.Polarity
	// count is that of the statements.
	count int
	// kept is the sum in the index, where isKept.
	kept   ties.Claim
	isKept bool
	// span is the sum of what counts, where the index has sums for what is asked for.
	span *ties.Span
	// counted is how many sources there are, where isCounted: then the statements were counted, and not read. Passing is what
	// else there is to tell of them, once that is asked for.
	counted   int
	isCounted bool
	passing   *ties.Passing
	// reading are the statements; nil: they are not read yet.
	reading *ties.Reading
}

// sift takes from a fact what does not pass the options, and counts it. Polarities are not looked at: what is denied
// counts against what is shown.
func (v *view) sift(number int) sifted {
	if f, ok := v.sifts[number]; ok {
		return f
	}
	f := sifted{number: number, Fact: v.x.Fact(number)}
	left := v.siftClaims(&f)
	v.know(&f)
	if v.countsFirst(number) {
		v.left.add(LeftOut(left))
	}
	return f
}

// know keeps what was found of a fact of many statements, as far as it was not read: many answers come back to a fact.
func (v *view) know(f *sifted) {
	const few, most = 64, 4096
	if v.opts.fromStatements || f.End-f.First < few || len(v.sifts) == most {
		return
	}
	for _, p := range graph.Polarities() {
		if c := f.of(p); c.isCounted && c.count > 0 { // what it sums up is known, too, then
			c.passing = v.scan().Passing(c.fact, c.polarity)
		}
	}
	if v.sifts == nil {
		v.sifts = map[int]sifted{}
	}
	v.sifts[f.number] = *f
}

// leaveRest counts what does not pass of the facts of the relations that an answer has not looked at.
func (v *view) leaveRest(relations ...graph.Relation) {
	v.linksOf(func(*ties.Fact) bool { return false }, relations...)
}

// leave counts what does not pass of a fact that an answer does not look at.
func (v *view) leave(number int) {
	if !v.countsFirst(number) {
		return
	}
	f := sifted{number: number, Fact: v.x.Fact(number)}
	if sums, ok := v.sums(&f); ok {
		v.left.add(LeftOut(sums.Left()))
		return
	}
	if !v.opts.fromStatements {
		if left, ok := v.scan().LeftOut(number); ok {
			v.left.add(LeftOut(left))
			return
		}
	}
	v.left.add(LeftOut(v.siftClaims(&f)))
}

// countsFirst reports whether it was not counted yet what does not pass of a fact, and notes that it is.
func (v *view) countsFirst(number int) bool {
	if v.counted == nil {
		v.counted = make([]bool, v.x.Facts())
	}
	was := v.counted[number]
	v.counted[number] = true
	return !was
}

func (v *view) siftClaims(f *sifted) ties.Left {
	for _, p := range graph.Polarities() {
		*f.of(p) = claim{v: v, fact: f.number, polarity: p}
	}
	if sums, ok := v.sums(f); ok {
		for _, p := range graph.Polarities() {
			c := f.of(p)
			if c.kept, c.isKept = sums.Claim(p); c.isKept {
				c.count = c.kept.Statements()
			}
		}
		return sums.Left()
	}
	if !v.opts.fromStatements {
		if spans, ok := v.scan().Sums(f.number); ok {
			for _, p := range graph.Polarities() {
				c := f.of(p)
				c.span, _ = spans.Claim(p)
				c.count = c.span.Statements()
			}
			return spans.Left()
		}
		counts := v.scan().Count(f.number)
		for i, p := range graph.Polarities() {
			c := f.of(p)
			c.isCounted, c.count, c.counted = true, counts.By[i].Statements, counts.By[i].Sources
		}
		return counts.Left
	}
	readings, left := v.read(f.number)
	for _, p := range graph.Polarities() {
		c := f.of(p)
		c.reading = readings.Of(p)
		c.count = len(c.reading.Statements)
	}
	return left
}

// sums gives those that the index keeps of a fact, where they are of what is asked for.
func (v *view) sums(f *sifted) (ties.Sums, bool) {
	if v.isReport() && v.x.ToldBy(f.number, v.reported) {
		return v.x.Sums(f.number), true
	}
	if !v.isStandard() {
		if v.opts.fromStatements {
			return ties.Sums{}, false
		}
		return v.x.SumsBy(f.number, v.rule())
	}
	if v.places == nil {
		return v.x.Sums(f.number), true
	}
	if row, _ := f.Relation.Row(); !row.ObjectIsPlace {
		return ties.Sums{}, false
	}
	return v.x.SumsIn(f.number, func(n ties.Node) bool { return v.places[n] })
}

// scan counts what passes by the options, fact by fact.
func (v *view) scan() *ties.Scanner {
	if v.scanner == nil {
		v.scanner = v.x.Scanner(v.rule())
	}
	return v.scanner
}

// summed is what there is to tell of a claim without reading its statements.
type summed interface {
	Origins() []uint64
	Phase() graph.Phase
	Spoken() int
	Tally() ties.Tally
	Earliest() ties.Cite
	Best() ties.Cite
	FirstTold() uint32
	LastTold(until uint32) (day uint32, cite ties.Cite, ok bool)
}

// summed gives it, or nil where it is kept or read.
func (c *claim) summed() summed {
	switch {
	case c.count == 0:
		return nil
	case c.span != nil:
		return c.span
	case !c.isCounted:
		return nil
	case c.passing == nil:
		c.passing = c.v.scan().Passing(c.fact, c.polarity)
	}
	return c.passing
}

// read reads the statements of a fact, once: many answers come back to a fact.
func (v *view) read(number int) (*ties.Readings, ties.Left) {
	if readings, ok := v.readings[number]; ok {
		return readings, ties.Left{} // they are counted
	}
	readings, left := v.x.Sift(number, v.rule())
	if v.readings == nil {
		v.readings = map[int]*ties.Readings{}
	}
	v.readings[number] = &readings
	return &readings, left
}

// read gives the statements that pass, in the order of their articles, and their citations.
func (c *claim) read() *ties.Reading {
	if c.reading == nil && c.count == 0 {
		c.reading = new(ties.Reading)
	}
	if c.reading == nil {
		readings, _ := c.v.read(c.fact)
		c.reading = readings.Of(c.polarity)
	}
	return c.reading
}

// latest gives the last statements that pass, so many; 0: all.
func (c *claim) latest(most int) *ties.Reading {
	if most == 0 || most >= c.count {
		return c.read()
	}
	r := c.v.x.Latest(c.fact, c.polarity, c.v.rule(), most)
	return &r
}

func (c *claim) statements() []int  { return c.read().Statements }
func (c *claim) cites() []ties.Cite { return c.read().Cites }

// sources counts the distinct origins.
func (c *claim) sources() int {
	if c.isKept {
		return c.kept.Sources()
	}
	switch {
	case c.span != nil:
		return c.span.Sources()
	case c.isCounted:
		return c.counted
	}
	return len(c.origins())
}

// origins are those of the citations, see [ties.Index.Origins]. None may change them.
func (c *claim) origins() []uint64 {
	if c.isKept {
		return c.kept.Origins()
	}
	if sum := c.summed(); sum != nil {
		return sum.Origins()
	}
	return c.v.x.Origins(c.cites())
}

// words appends what each of the origins says, with the lists of its statements unless the answer is brief.
func (c *claim) words(list []ties.Word) []ties.Word {
	switch {
	case c.isKept:
		return c.kept.AppendWords(list)
	case c.v.opts.Brief && c.span != nil && c.count > 0:
		return c.span.AppendCounts(list)
	case c.v.opts.Brief && c.summed() != nil:
		return c.v.scan().Passing(c.fact, c.polarity).AppendCounts(list)
	}
	return append(list, c.v.x.Words(c.cites())...)
}

// phase is the latest word on it, as the tally has it.
func (c *claim) phase() graph.Phase {
	if c.isKept {
		return c.kept.Phase()
	}
	if sum := c.summed(); sum != nil {
		return sum.Phase()
	}
	return c.v.x.Phase(c.cites())
}

// spoken are the citations of the statement that has the latest word on the phase, where one has.
func (c *claim) spoken() []ties.Cite {
	if sum := c.summed(); sum != nil {
		return c.v.x.PassingOf(c.v.rule(), sum.Spoken())
	}
	for most := 16; ; most *= 4 {
		cites := c.latest(most).Cites
		for i := len(cites) - 1; i >= 0; i-- {
			if c.v.x.Citation(cites[i].Citation).Phase == "" {
				continue
			}
			first := slices.IndexFunc(cites, func(other ties.Cite) bool { return other.Statement == cites[i].Statement })
			return cites[first : i+1] // what comes behind tells none
		}
		if most >= c.count {
			return nil
		}
	}
}

// tally is what the citations tell together.
func (c *claim) tally() ties.Tally {
	if c.isKept {
		return c.kept.Tally()
	}
	if sum := c.summed(); sum != nil {
		return sum.Tally()
	}
	return c.v.x.Tally(c.read())
}

// earliest is the citation of the earliest article, of those that there are.
func (c *claim) earliest() ties.Cite {
	if c.isKept {
		return c.kept.Earliest()
	}
	if sum := c.summed(); sum != nil {
		return sum.Earliest()
	}
	return c.cites()[0]
}

// best is the citation to show of those that there are.
func (c *claim) best() ties.Cite {
	if c.isKept {
		return c.kept.Best()
	}
	if sum := c.summed(); sum != nil {
		return sum.Best()
	}
	return c.v.x.Best(c.cites())
}

// last gives the last day up to another of which a citation speaks, and the last such citation; false: none does.
func (c *claim) last(until uint32) (day uint32, cite ties.Cite, ok bool) {
	if c.isKept {
		return c.kept.LastTold(until)
	}
	if sum := c.summed(); sum != nil {
		return sum.LastTold(until)
	}
	for _, other := range c.cites() {
		d := c.v.x.DayOf(other)
		if d != 0 && d <= until && (!ok || d > day || d == day && other.Citation > cite.Citation) {
			day, cite, ok = d, other, true
		}
	}
	return day, cite, ok
}

// told are the citations, in the order of the days of which they speak.
func (c *claim) told() ties.Told {
	if c.isKept {
		return c.kept.Told()
	}
	return c.v.x.ToldOf(c.cites())
}

// first is the first day of which a citation speaks, of those that there are: 0 where one speaks of none.
func (c *claim) first() uint32 {
	if c.isKept {
		return c.kept.FirstTold()
	}
	if sum := c.summed(); sum != nil {
		return sum.FirstTold()
	}
	first := ties.NoEnd
	for _, cite := range c.cites() {
		first = min(first, c.v.x.DayOf(cite))
	}
	return first
}

// ids are those of the statements.
func (c *claim) ids() []uuid.UUID {
	if c.isKept {
		return c.kept.IDs()
	}
	return idsOf(c.v.x, c.statements())
}
