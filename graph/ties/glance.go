package ties

import "entente.example/graph"

// glanceRow is what rules look at of a citation and of its statement, under the number of the citation: those of a fact are
// gone through at a glance, since the rows that have everything are four times as long.
type glanceRow struct {
	from, to uint32
	// origin is that of the citation's row, site the place that it is on: see [Index.Site].
	origin, site uint32
	statement    uint32
	kinds, marks uint16
	confidence   uint8
	phase        uint8
	_            [2]uint8
}

// Marks of a glance are those of the statement, but for glanceFirst and glanceStated. The lowest bits are the number of the
// polarity.
const (
	glancePolarity = 3
	glanceFirst    = 1 << iota << 1 // it is the statement's first citation
	glanceOnly                      // its statement has no other citation
	glanceReviewed
	glanceConfirmed // a reviewer vouches for it
	glanceOut       // a reviewer rejected it, or wrote another in its place
	glanceRetracted
	glanceSuperseded
	glanceStated  // the citation's text gives a time
	glanceUndated // the article has no date
	glanceBeside  // the article makes another statement of the fact under the polarity
	glanceVoiced  // somebody speaks, or it tells how it is meant
)

// glanceTold are those that rules do not look at.
const glanceTold = glanceStated | glanceUndated | glanceBeside | glanceVoiced

// keepGlances notes them, once it is known what became of the articles.
func (x *Index) keepGlances() {
	for number := range x.facts.rows {
		f := x.Fact(number)
		x.facts.row(number).citations = uint32(x.glances.rows)
		for i := f.First; i < f.End; i++ {
			row := *x.statements.row(i)
			end, marks := x.citationsEnd(i), glanceFirst|x.marksOf(i, &row)
			if int(row.citations)+1 == end {
				marks |= glanceOnly
			}
			for n := int(row.citations); n < end; n++ {
				c, own := x.citations.row(n), marks
				if c.valid != 0 {
					own |= glanceStated
				}
				x.glances.add(glanceRow{
					from: c.from, to: c.to, origin: c.origin, site: uint32(x.Site(&f, n)), statement: uint32(i), kinds: c.kinds,
					marks: own, confidence: c.confidence, phase: c.phase,
				})
				marks &^= glanceFirst
			}
		}
	}
}

func (x *Index) marksOf(statement int, row *statementRow) uint16 {
	marks := uint16(row.polarity)
	if !x.isDated(int(row.article)) {
		marks |= glanceUndated
	}
	if x.isBeside(statement-1, row) || x.isBeside(statement+1, row) {
		marks |= glanceBeside
	}
	if row.speaker != uint32(None) || row.modality != 0 {
		marks |= glanceVoiced
	}
	if row.review != 0 {
		marks |= glanceReviewed
	}
	switch review := standings[row.review]; {
	case review.Confirmed():
		marks |= glanceConfirmed
	case review.Out():
		marks |= glanceOut
	}
	if row.aside&asideRetracted != 0 {
		marks |= glanceRetracted
	}
	if row.aside&asideSuperseded != 0 {
		marks |= glanceSuperseded
	}
	return marks
}

// isDated reports whether an article has a date.
func (x *Index) isDated(article int) bool {
	return x.Day(article) != NoEnd || x.articles.row(article).date != 0
}

// isBeside reports whether a statement is of the same fact, polarity and article as another.
func (x *Index) isBeside(statement int, of *statementRow) bool {
	if statement < 0 || statement >= x.statements.rows {
		return false
	}
	row := x.statements.row(statement)
	return row.fact == of.fact && row.polarity == of.polarity && row.article == of.article
}

// sureness is that of the citation, see [Index.Best].
func (g *glanceRow) sureness() graph.Confidence {
	switch {
	case g.marks&glanceOut != 0:
		return -1
	case g.marks&glanceConfirmed != 0:
		return 101
	}
	return graph.Confidence(g.confidence)
}

// missed tells whether a citation counts, whatever became of its article and of how it was read.
func (r *Rule) missed(f *Fact, g *glanceRow, article, citation int) Missed {
	denial := uint8(g.marks&glancePolarity) == deniedNumber
	if kinds := Kinds(g.kinds); r.Kinds != 0 && r.Kinds&kinds == 0 && (!denial || kinds != 0) {
		return Elsewhere
	}
	if r.Bounded {
		switch dated := g.from <= g.to; {
		case !dated && !denial:
			return Undated
		case dated && (g.from > r.To || g.to < r.From):
			return Elsewhere
		}
	}
	if r.Inside != nil {
		switch {
		case g.site == uint32(None):
			if !denial {
				return Unplaced
			}
		case !r.Inside.has(int(g.site)):
			return Elsewhere
		}
	}
	if r.Narrow != nil {
		if missed := r.Narrow(f, article, denial, citation); missed != Passed {
			return missed
		}
	}
	if graph.Confidence(g.confidence) < r.MinConfidence && !denial && g.marks&glanceReviewed == 0 {
		return Hidden
	}
	return Passed
}

// leaves tells which of the marks keep a statement out.
func (r *Rule) leaves() (marks uint16) {
	if !r.Rejected {
		marks |= glanceOut
	}
	if !r.Retracted {
		marks |= glanceRetracted
	}
	if !r.Superseded {
		marks |= glanceSuperseded
	}
	return marks
}

// Scanner counts what passes a rule, fact by fact, without making lists of it. It is for one goroutine.
type Scanner struct {
	ear
	x    *Index
	rule Rule
	// kept is by what the index has sums for the rule.
	kept keptBy
	// spoken tells of each speaker when he was last met.
	spoken []uint32
}

// Scanner gives one for a rule.
func (x *Index) Scanner(rule *Rule) *Scanner {
	return &Scanner{ear: *newEar(x), x: x, rule: *rule, kept: rule.keptBy(), spoken: make([]uint32, x.nodes.rows)}
}

// Count is how many statements of a fact under a polarity pass, and how many origins these have.
type Count struct{ Statements, Sources int }

// Counts are those of a fact, by polarity in the order of [graph.Polarities], and what did not pass.
type Counts struct {
	By   [3]Count
	Left Left
}

// Count counts what passes of a fact.
func (s *Scanner) Count(fact int) Counts {
	if classes, ok := s.classes(fact); ok {
		if counts, ok := s.countClasses(classes); ok {
			return counts
		}
	}
	return s.countGlances(fact)
}

// countGlances counts what passes of a fact by its citations.
func (s *Scanner) countGlances(fact int) Counts {
	f := s.x.Fact(fact)
	g := glancing{Scanner: s, f: &f, leaves: s.rule.leaves(), polarity: len(polarities)}
	first, end := s.x.glancesOf(fact)
	for _, rows := range s.x.glances.parts(first, end) {
		for len(rows) > 0 {
			g.look(&rows[0], first)
			n := 1
			if g.isPlain && g.rule.Narrow == nil {
				n += g.lookAlong(rows[1:])
			}
			rows, first = rows[n:], first+n
		}
	}
	g.finish()
	return g.Counts
}

// glancesOf bounds the citations of a fact.
func (x *Index) glancesOf(fact int) (first, end int) {
	return int(x.facts.row(fact).citations), x.facts.end(fact, x.glances.rows, func(f *factRow) uint32 { return f.citations })
}

// glancing goes through the citations of a fact.
type glancing struct {
	*Scanner
	Counts
	f        *Fact
	leaves   uint16
	polarity int
	// Of the statement at hand, where there is one: what keeps it out, whether a citation passes, else why none does.
	pending   bool
	statement int
	out       uint16
	passed    bool
	missed    Missed
	// isPlain says that it has one citation, and that nothing became of it.
	isPlain bool
}

// lookAlong takes in the citations up to the first that is of another polarity than the one at hand, or of which there is
// more to tell than whether they pass and of what origin they are, and counts them: most are no others.
func (g *glancing) lookAlong(rows []glanceRow) int {
	g.finish()
	count, turn, seen := &g.By[g.polarity], g.turn, g.seen
	lens, plain := g.rule.lens(g.polarity), glanceFirst|glanceOnly|uint16(g.polarity)
	for n := range rows {
		r := &rows[n]
		if r.marks&^glanceTold != plain {
			return n
		}
		if lens.sees(r) && r.origin < uint32(len(seen)) {
			count.Statements++
			if seen[r.origin].turn != turn {
				seen[r.origin].turn = turn
				count.Sources++
			}
			continue
		}
		if why := g.rule.missed(g.f, r, 0, 0); why != Passed {
			g.Left.count(why)
			continue
		}
		count.Statements++
		if g.isNew(r.origin) {
			count.Sources++
		}
	}
	return len(rows)
}

// lens sees at once that citations under a polarity pass a rule, of most that do.
type lens struct {
	from, to     uint32
	kinds, other uint16 // other are kinds that all have
	least        uint8
	anytime      bool
	isBlind      bool
}

func (r *Rule) lens(polarity int) lens {
	l := lens{from: r.From, to: r.To, kinds: uint16(r.Kinds), least: uint8(max(r.MinConfidence, 0)), anytime: !r.Bounded}
	if l.anytime {
		l.from, l.to = 0, NoEnd
	}
	if l.kinds == 0 {
		l.kinds, l.other = 1, 1
	}
	if uint8(polarity) == deniedNumber {
		l.least = 0
	}
	l.isBlind = r.Narrow != nil || r.Inside != nil
	return l
}

func (l *lens) sees(r *glanceRow) bool {
	return r.from <= l.to && r.to >= l.from && (l.anytime || r.from <= r.to) && r.confidence >= l.least &&
		(r.kinds|l.other)&l.kinds != 0 && !l.isBlind
}

// look takes in a citation.
func (g *glancing) look(row *glanceRow, citation int) {
	if row.marks&glanceFirst != 0 {
		g.finish()
		g.pending, g.out, g.passed, g.missed, g.statement = true, row.marks&g.leaves, false, Passed, int(row.statement)
		g.isPlain = row.marks&^(glancePolarity|glanceTold) == glanceFirst|glanceOnly
		if polarity := int(row.marks & glancePolarity); polarity != g.polarity {
			g.polarity = polarity
			g.turn++
		}
	}
	if !g.pending { // the file failed
		return
	}
	article := 0
	if g.rule.Narrow != nil {
		article = int(g.x.statements.row(int(row.statement)).article)
	}
	if why := g.rule.missed(g.f, row, article, citation); why != Passed {
		g.missed = max(g.missed, why)
		return
	}
	if g.passed = true; g.out == 0 && g.isNew(row.origin) {
		g.By[g.polarity].Sources++
	}
}

// finish counts the statement at hand, if there is one.
func (g *glancing) finish() {
	switch {
	case !g.pending:
	case !g.passed:
		g.Left.count(g.missed)
	case g.out == 0:
		g.By[g.polarity].Statements++
	default:
		g.x.leavesOut(&g.rule, g.f, g.statement, g.x.statements.row(g.statement), &g.Left)
	}
	g.pending = false
}

// Places is a set of them.
type Places struct{ numberSet }

// Places makes a set of those that it is told of.
func (x *Index) Places(inside func(Node) bool) *Places {
	set := newNumberSet(0, x.nodes.rows)
	for n := range x.nodes.rows {
		if inside(Node(n)) {
			set.add(n)
		}
	}
	return &Places{set}
}
