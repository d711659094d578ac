package ties

import (
	"cmp"
	"slices"
	"sort"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Claim is what is said of a fact under one polarity, as far as it counts by the [Standard] rule, summed up when the index
// was made: an answer that asks for nothing else reads a row of it, however many statements there are.
type Claim struct {
	x   *Index
	row int
}

// Statements counts them.
func (c Claim) Statements() int {
	return list(c, &c.x.passed, func(r *claimRow) uint32 { return r.passed }).len()
}

// IDs are those of the statements, the earliest article's first. They are the index's own, and none may change them.
func (c Claim) IDs() []uuid.UUID {
	ids := list(c, &c.x.passed, func(r *claimRow) uint32 { return r.passed })
	return ids.table.lend(ids.first, ids.end)
}

// Sources counts the origins.
func (c Claim) Sources() int {
	return c.origins().len()
}

// Origins are the origins, see [Index.Origins].
func (c Claim) Origins() []uint64 {
	rows := c.origins()
	keys := make([]uint64, 0, rows.len())
	for i := rows.first; i < rows.end; i++ {
		keys = append(keys, c.x.origins.row(i).key)
	}
	return keys
}

func (c Claim) origins() run[originRow] {
	return list(c, &c.x.origins, func(r *claimRow) uint32 { return r.origins })
}

// Words are what each of the origins says. The statements are the index's own, and none may change them.
func (c Claim) Words() []Word { return c.AppendWords(nil) }

// AppendWords appends them to a list.
func (c Claim) AppendWords(words []Word) []Word {
	words = slices.Grow(words, c.Sources())
	c.eachSaying(func(row *originRow, own []uint32) {
		words = append(words, Word{
			Origin: row.key, Statements: own, Count: len(own), Cite: Cite{int(own[0]), int(row.citation)}, First: row.first, Last: row.last,
		})
	})
	return words
}

// eachSaying gives the origins, each with its statements, which none may change.
func (c Claim) eachSaying(yield func(row *originRow, own []uint32)) {
	all := c.origins()
	if all.len() == 0 {
		return
	}
	rows := c.x.origins.lend(all.first, all.end)
	first, end := int(rows[0].said), c.x.origins.end(all.end-1, c.x.said.rows, func(r *originRow) uint32 { return r.said })
	said := c.x.said.lend(first, end) // of all of them, side by side
	for i := range rows {
		from, to := int(rows[i].said)-first, end-first
		if i+1 < len(rows) {
			to = int(rows[i+1].said) - first
		}
		if from >= 0 && from < to && to <= len(said) { // else the file failed
			yield(&rows[i], said[from:to:to])
		}
	}
}

// Earliest is the citation of the earliest article.
func (c Claim) Earliest() Cite {
	row := c.x.claims.row(c.row)
	return Cite{int(row.firstStatement), int(row.firstCited)}
}

// Best is the citation to show, see [Index.Best].
func (c Claim) Best() Cite {
	row := c.x.claims.row(c.row)
	return Cite{int(row.statement), int(row.citation)}
}

// FirstTold is the first day of which a citation speaks, see [Index.DayOf]: 0 where one speaks of none.
func (c Claim) FirstTold() uint32 {
	told := list(c, &c.x.told, func(r *claimRow) uint32 { return r.told })
	if told.len() == 0 { // the file failed
		return 0
	}
	return c.x.told.row(told.first).day
}

// LastTold gives the last day up to another of which a citation speaks, and the last such citation; false: none does.
func (c Claim) LastTold(until uint32) (day uint32, cite Cite, ok bool) {
	told := list(c, &c.x.told, func(r *claimRow) uint32 { return r.told })
	n := sort.Search(told.len(), func(i int) bool { return c.x.told.row(told.first+i).day > until })
	if n == 0 {
		return 0, Cite{}, false
	}
	row := c.x.told.row(told.first + n - 1)
	return row.day, Cite{int(row.statement), int(row.citation)}, row.day != 0
}

// Phase is the latest word on it, as a [Tally] has it.
func (c Claim) Phase() graph.Phase { return phases[c.x.claims.row(c.row).phase] }

// Tally is what the citations tell together.
func (c Claim) Tally() Tally {
	t := c.summed()
	return c.x.tally(&t)
}

// summed is the sum, to be told or to go on from.
func (c Claim) summed() summed {
	t := summed{claimRow: *c.x.claims.row(c.row)}
	t.times = list(c, &c.x.valids, func(r *claimRow) uint32 { return r.valids }).all()
	t.voices = list(c, &c.x.speakers, func(r *claimRow) uint32 { return r.speakers }).all()
	return t
}

// run are the rows of a table that belong to a claim.
type run[T any] struct {
	table      *table[T]
	first, end int
}

func list[T any](c Claim, t *table[T], first func(*claimRow) uint32) run[T] {
	return run[T]{t, int(first(c.x.claims.row(c.row))), c.x.claims.end(c.row, t.rows, first)}
}

func (r run[T]) len() int { return max(r.end-r.first, 0) }
func (r run[T]) all() []T { return r.table.slice(r.first, r.end) }

// Tally is what the citations of a claim tell together.
type Tally struct {
	Kinds      Kinds
	Modalities []graph.Modality
	Valids     []graph.Valid
	// Phase is the latest word on it; of one article, that of the end before that of going on before that of the beginning.
	Phase graph.Phase
	// First and Last are the dates of the first and the last article, Articles counts them.
	First, Last graph.Valid
	Articles    int
	// Speakers are sorted, each once.
	Speakers []Node
	// Confirmed and Out count the statements that reviewers vouch for, and that they reject.
	Confirmed, Out int
	// From and To are the first and the last day that it is told of; where no day is, From is after To. A time that the text
	// leaves open ends with the article's day. Word of the end counts only where it gives a date, or where there is no other:
	// the end itself came before it.
	From, To uint32
}

// summed is what a claim's citations tell, with its lists before they are side by side with others.
type summed struct {
	claimRow
	out           int
	times, voices []uint32 // valids and speakers
	// firstDated and lastDated are the first and the last statement whose article has a date, plus one; 0: none has.
	firstDated, lastDated uint32
	// spoken is the statement of whose phase the claim's is. The row's end is the first day of word of the end that gives no
	// date.
	spoken int
}

// Tally sums up a reading.
func (x *Index) Tally(r *Reading) Tally {
	s := x.sum(r)
	return x.tally(&s)
}

func (x *Index) tally(s *summed) Tally {
	t := Tally{
		Kinds: Kinds(s.kinds), Phase: phases[s.phase], First: graph.Valid(x.texts.at(s.first)), Last: graph.Valid(x.texts.at(s.last)),
		Articles: int(s.articles), Confirmed: int(s.confirmed), Out: s.out, From: s.from, To: s.to,
	}
	if s.from > s.to && s.end != NoEnd { // there is no other word
		t.From, t.To = s.end, s.end
	}
	for i, modality := range modalities {
		if s.modalities&(1<<i) != 0 {
			t.Modalities = append(t.Modalities, modality)
		}
	}
	for _, valid := range s.times {
		t.Valids = append(t.Valids, graph.Valid(x.texts.at(valid)))
	}
	for _, speaker := range s.voices {
		t.Speakers = append(t.Speakers, Node(speaker))
	}
	return t
}

// sum sums up the statements, which are in the order of their dates.
func (x *Index) sum(r *Reading) summed {
	s := newSummed()
	x.sumStatements(&s, r.Statements)
	x.sumCites(&s, r.Cites)
	x.sortLists(&s)
	return s
}

func newSummed() summed { return summed{claimRow: claimRow{from: NoEnd, end: NoEnd}, spoken: -1} }

// sumStatements sums up what the statements tell without their citations, and but for the speakers.
func (x *Index) sumStatements(s *summed, statements []int) {
	article := None
	for _, i := range statements {
		row := x.statements.row(i)
		x.sumReview(s, row)
		if row.article != uint32(article) { // those of an article stand together
			article = Node(row.article)
			s.articles++
		}
	}
	for _, i := range statements {
		if s.first = x.dateOf(i); s.first != 0 {
			break
		}
	}
	for _, i := range slices.Backward(statements) {
		if s.last = x.dateOf(i); s.last != 0 {
			break
		}
	}
}

// dateOf is the text of the date of a statement's article.
func (x *Index) dateOf(statement int) uint32 {
	return x.articles.row(int(x.statements.row(statement).article)).date
}

// sumReview takes in what reviewers make of a statement, and how it is meant.
func (x *Index) sumReview(s *summed, row *statementRow) {
	switch review := standings[row.review]; {
	case review.Confirmed():
		s.confirmed++
	case review.Out():
		s.out++
	}
	if row.modality != 0 {
		s.modalities |= 1 << row.modality
	}
}

// sumCites sums up what citations tell, whatever their order, with those who speak.
func (x *Index) sumCites(s *summed, cites []Cite) {
	statements, glances := x.statements.reader(), x.glances.reader()
	for n, cited := range cites {
		statement := statements.row(cited.Statement)
		if statement.speaker != uint32(None) && (n == 0 || cites[n-1].Statement != cited.Statement) {
			s.voices = append(s.voices, statement.speaker)
		}
		x.sumCite(s, glances.row(cited.Citation), cited.Citation)
	}
}

// sumCite sums up what a citation tells, but for who speaks.
func (x *Index) sumCite(s *summed, g *glanceRow, citation int) {
	s.kinds |= g.kinds
	if g.marks&glanceStated != 0 {
		const few = 32 // else they are told apart in the end
		if valid := x.citations.row(citation).valid; len(s.times) > few || !slices.Contains(s.times, valid) {
			s.times = append(s.times, valid)
		}
	}
	s.speakOf(g.phase, int(g.statement))
	if g.from > g.to {
		return
	}
	from, to := g.from, g.to
	if from == 0 || to == NoEnd { // else the article, which is elsewhere, need not be looked at
		told := x.Day(int(x.statements.row(int(g.statement)).article))
		if from == 0 {
			from = told
		}
		if to == NoEnd {
			to = max(from, told)
		}
	}
	switch {
	case to == NoEnd:
	case phases[g.phase] == graph.Ended && g.marks&glanceStated == 0:
		s.end = min(s.end, to)
	default:
		s.from, s.to = min(s.from, from), max(s.to, to)
	}
}

// Phase is the latest word of citations, as a [Tally] has it.
func (x *Index) Phase(cites []Cite) graph.Phase {
	last := newSummed()
	return x.phase(&last, cites)
}

func (x *Index) phase(last *summed, cites []Cite) graph.Phase {
	for _, c := range cites {
		last.speakOf(x.glances.row(c.Citation).phase, c.Statement)
	}
	return phases[last.phase]
}

// speakOf takes the phase of the latest statement that tells one; within a statement ended goes before ongoing before
// started, as in the alphabet.
func (s *summed) speakOf(phase uint8, statement int) {
	if phase != 0 && (statement > s.spoken || statement == s.spoken && phases[phase] < phases[s.phase]) {
		s.phase, s.spoken = phase, statement
	}
}

func (x *Index) sortLists(s *summed) {
	s.voices = distinctNodes(x, s.voices)
	slices.Sort(s.times)
	s.times = slices.Compact(s.times)
	slices.SortFunc(s.times, func(a, b uint32) int { return cmp.Compare(x.texts.at(a), x.texts.at(b)) })
}

// DayOf is the day of which a citation speaks: the first that its text gives, else that of its article; 0 if neither. What
// is open at its beginning, or still held, is as of the article's day; what ended, as of its end.
func (x *Index) DayOf(c Cite) uint32 {
	fact := x.facts.row(int(x.statements.row(c.Statement).fact))
	return x.dayOf(x.glances.row(c.Citation), relations()[fact.relation])
}

func (x *Index) dayOf(row *glanceRow, relation graph.Relation) uint32 {
	if row.from > row.to {
		return 0
	}
	if row.from == 0 || relation == graph.Controls { // else the article, which is elsewhere, need not be looked at
		switch told := x.Day(int(x.statements.row(int(row.statement)).article)); {
		case row.from == 0 && told == NoEnd:
			return 0
		case row.from == 0, row.to >= told && told != NoEnd:
			return told
		}
	}
	if phases[row.phase] == graph.Ended && row.to != NoEnd {
		return row.to
	}
	return row.from
}

// Anonymous marks the origin of an article of which nothing is known.
const Anonymous = 1 << 32

// Origin gives the node of a citation's origin (see [graph.Origin]), or the number of its article with the mark.
func (x *Index) Origin(c Cite) uint64 { return saidBy(x.glances.row(c.Citation).origin) }

func saidBy(origin uint32) uint64 {
	if origin&isAnonymous == 0 {
		return uint64(origin)
	}
	return Anonymous | uint64(origin&^isAnonymous)
}

// isAnonymous marks an origin in a row, where it has less room than [Anonymous].
const isAnonymous = 1 << 31

// originOf finds the origin of a citation.
func (x *Index) originOf(statement *statementRow, c *citationRow) uint32 {
	switch origin, original := x.OriginOf(int(statement.article)); {
	case statement.speaker != uint32(None):
		return statement.speaker
	case c.via != uint32(None):
		return c.via
	case origin != None:
		return uint32(origin)
	default:
		return isAnonymous | uint32(original)
	}
}

// Origins gives the distinct origins of citations, sorted. Copies of one article are one.
func (x *Index) Origins(cites ...[]Cite) []uint64 {
	most := 0
	for _, list := range cites {
		most += len(list)
	}
	keys := make([]uint64, 0, most)
	for _, list := range cites {
		for _, c := range list {
			keys = append(keys, x.Origin(c))
		}
	}
	return distinctNodes(x, keys)
}

// Best gives the citation that was read most surely, before all one that a reviewer vouches for; of several, that of the
// earliest article.
func (x *Index) Best(cites []Cite) Cite {
	best, most := cites[0], x.sureness(cites[0])
	for _, c := range cites[1:] {
		if sureness := x.sureness(c); sureness > most {
			best, most = c, sureness
		}
	}
	return best
}

// sureness is a citation's confidence, more than any where a reviewer vouches for it, less than any where one rejects it.
func (x *Index) sureness(c Cite) graph.Confidence {
	switch review := standings[x.statements.row(c.Statement).review]; {
	case review.Confirmed():
		return 101
	case review.Out():
		return -1
	}
	return x.Confidence(c.Citation)
}

// markStatements marks the statements of articles that do not stand any more, and the citations with their origins: an
// answer that goes through them need not look at their articles, each of which is elsewhere.
func (x *Index) markStatements() {
	for i := range x.statements.rows {
		row := *x.statements.row(i)
		was := row.aside
		row.aside = 0
		if x.Status(int(row.article)) == graph.Retracted {
			row.aside |= asideRetracted
		}
		if x.articles.row(int(row.article)).successor != uint32(None) {
			row.aside |= asideSuperseded
		}
		if row.aside != was {
			x.statements.set(i, row)
		}
		for n := int(row.citations); n < x.citationsEnd(i); n++ {
			c := *x.citations.row(n)
			if origin := x.originOf(&row, &c); origin != c.origin {
				c.origin = origin
				x.citations.set(n, c)
			}
		}
	}
}
