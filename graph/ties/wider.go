package ties

import (
	"slices"

	"entente.example/graph"
)

// Widened is what counts of a fact by a rule that leaves out less than the [Standard] one.
type Widened struct {
	claims [3]Wider // by polarity
	left   Left
}

// Wider is what counts of a fact under one polarity by a rule that leaves out less than the [Standard] one: what the index
// has summed up, and what the standard rule leaves out, which is read.
type Wider struct {
	x      *Index
	kept   Claim
	isKept bool
	// read are the citations that are not in the claim, and the statements that have none in it.
	read Reading
	// mixed are statements with citations in both, and those in the claim.
	mixed map[int][]Cite
	keys  []uint64 // the origins, and
	sum   *summed  // what all tell, once they are asked for
}

// SumsBy gives what counts of a fact by a rule that leaves out nothing which the standard rule does not. False says that
// the rule is none: read the statements.
func (x *Index) SumsBy(fact int, rule *Rule) (*Widened, bool) {
	if rule.Kinds != 0 || rule.Bounded || rule.Narrow != nil || rule.MinConfidence > graph.LowConfidence {
		return nil, false
	}
	f := x.Fact(fact)
	first := int(x.facts.row(fact).withheld)
	withheld := x.withheld.lend(first, x.facts.end(fact, x.withheld.rows, func(f *factRow) uint32 { return f.withheld }))
	readings, left := x.sift(&f, rule, len(withheld), func(yield func(int) bool) {
		for _, i := range withheld {
			if !yield(int(i)) {
				return
			}
		}
	})
	w, sums := &Widened{left: left}, x.Sums(fact)
	for i, p := range polarities {
		c := &w.claims[i]
		c.x = x
		c.kept, c.isKept = sums.Claim(p)
		c.take(readings.Of(p))
	}
	return w, true
}

// Claim gives what counts under a polarity, or false where nothing does.
func (w *Widened) Claim(p graph.Polarity) (*Wider, bool) {
	c := &w.claims[slices.Index(polarities, p)]
	return c, c.Statements() > 0
}

// Left counts the statements that do not count.
func (w *Widened) Left() Left { return w.left }

// take takes in what was read, but for what is in the claim.
func (w *Wider) take(r *Reading) {
	for cites := range chunksOf(r.Cites) {
		statement := cites[0].Statement
		row, before := w.x.statements.row(statement), len(w.read.Cites)
		stands := row.stands()
		var kept []Cite
		for _, c := range cites {
			if stands && w.x.isSure(row, c.Citation) {
				kept = append(kept, c)
			} else {
				w.read.Cites = append(w.read.Cites, c)
			}
		}
		switch {
		case len(kept) == 0:
			w.read.Statements = append(w.read.Statements, statement)
		case len(w.read.Cites) > before:
			if w.mixed == nil {
				w.mixed = map[int][]Cite{}
			}
			w.mixed[statement] = kept
		}
	}
}

// chunksOf gives the citations of one statement after the other.
func chunksOf(cites []Cite) func(yield func([]Cite) bool) {
	return func(yield func([]Cite) bool) {
		for len(cites) > 0 {
			n := 1
			for n < len(cites) && cites[n].Statement == cites[0].Statement {
				n++
			}
			if !yield(cites[:n]) {
				return
			}
			cites = cites[n:]
		}
	}
}

// stands reports whether the standard rule leaves a statement out for nothing that became of it.
func (r *statementRow) stands() bool { return r.aside == 0 && !standings[r.review].Out() }

// Statements counts them.
func (w *Wider) Statements() int {
	n := len(w.read.Statements)
	if w.isKept {
		n += w.kept.Statements()
	}
	return n
}

// Sources counts the origins.
func (w *Wider) Sources() int {
	if len(w.read.Cites) == 0 {
		return w.kept.Sources()
	}
	return len(w.Origins())
}

// Origins are the origins, see [Index.Origins]. None may change them.
func (w *Wider) Origins() []uint64 {
	if w.keys == nil {
		if w.isKept {
			w.keys = w.kept.Origins()
		}
		if len(w.read.Cites) > 0 {
			w.keys = distinctNodes(w.x, append(w.keys, w.x.Origins(w.read.Cites)...))
		}
	}
	return w.keys
}

// AppendCounts appends what each of the origins says, without the lists of statements.
func (w *Wider) AppendCounts(words []Word) []Word {
	var kept []Word
	if w.isKept {
		kept = w.kept.Words()
	}
	for _, word := range w.words() {
		for len(kept) > 0 && kept[0].Origin < word.Origin {
			words, kept = append(words, kept[0]), kept[1:]
		}
		if len(kept) > 0 && kept[0].Origin == word.Origin {
			if kept[0].Cite.Citation < word.Cite.Citation {
				word.Cite = kept[0].Cite
			}
			word.Count += kept[0].Count
			word.First, word.Last = min(word.First, kept[0].First), max(word.Last, kept[0].Last)
			kept = kept[1:]
		}
		word.Statements = nil
		words = append(words, word)
	}
	return append(words, kept...)
}

// words give what each origin says that was read. Statements that have the same origin in the claim are not counted.
func (w *Wider) words() []Word {
	words := w.x.Words(w.read.Cites)
	if len(w.mixed) == 0 {
		return words
	}
	for i := range words {
		for _, statement := range words[i].Statements {
			isIn := func(c Cite) bool { return w.x.Origin(c) == words[i].Origin }
			if slices.ContainsFunc(w.mixed[int(statement)], isIn) {
				words[i].Count--
			}
		}
	}
	return words
}

// Phase is the latest word on it, as a [Tally] has it.
func (w *Wider) Phase() graph.Phase { return phases[w.summed().phase] }

// Tally is what the citations tell together.
func (w *Wider) Tally() Tally { return w.x.tally(w.summed()) }

// summed sums up the claim and what was read.
func (w *Wider) summed() *summed {
	if w.sum != nil {
		return w.sum
	}
	s := newSummed()
	if w.isKept {
		s = w.kept.summed()
	}
	article := None
	for _, i := range w.read.Statements {
		row := w.x.statements.row(i)
		w.x.sumReview(&s, row)
		if row.article != uint32(article) && !w.isArticleKept(i) { // those of an article stand together
			s.articles++
		}
		article = Node(row.article)
		if w.x.dateOf(i) != 0 {
			s.date(uint32(i)+1, uint32(i)+1)
		}
	}
	w.x.datesOf(&s)
	w.x.sumCites(&s, w.read.Cites)
	w.x.sortLists(&s)
	w.sum = &s
	return w.sum
}

// isArticleKept reports whether the claim has another statement of the article of one.
func (w *Wider) isArticleKept(statement int) bool {
	row := *w.x.statements.row(statement)
	for _, step := range []int{-1, 1} {
		for i := statement + step; i >= 0 && i < w.x.statements.rows; i += step {
			other := w.x.statements.row(i)
			if other.fact != row.fact || other.polarity != row.polarity || other.article != row.article {
				break
			}
			if other.stands() && len(w.x.passing(nil, i)) > 0 {
				return true
			}
		}
	}
	return false
}

// Earliest is the citation of the earliest article.
func (w *Wider) Earliest() Cite {
	switch {
	case len(w.read.Cites) == 0:
		return w.kept.Earliest()
	case w.isKept && w.kept.Earliest().Citation < w.read.Cites[0].Citation:
		return w.kept.Earliest()
	}
	return w.read.Cites[0]
}

// Best is the citation to show, see [Index.Best].
func (w *Wider) Best() Cite {
	var best gathered
	if w.isKept {
		w.x.choose(&best, w.kept.Best())
	}
	for _, c := range w.read.Cites {
		w.x.choose(&best, c)
	}
	return best.best
}

// FirstTold is the first day of which a citation speaks, see [Claim.FirstTold].
func (w *Wider) FirstTold() uint32 {
	first := NoEnd
	if w.isKept {
		first = w.kept.FirstTold()
	}
	for _, c := range w.read.Cites {
		first = min(first, w.x.DayOf(c))
	}
	return first
}

// LastTold is the last day up to another of which a citation speaks, see [Claim.LastTold].
func (w *Wider) LastTold(until uint32) (day uint32, cite Cite, ok bool) {
	if w.isKept {
		day, cite, ok = w.kept.LastTold(until)
	}
	for _, c := range w.read.Cites {
		d := w.x.DayOf(c)
		if d != 0 && d <= until && (!ok || d > day || d == day && c.Citation > cite.Citation) {
			day, cite, ok = d, c, true
		}
	}
	return day, cite, ok
}

// Told gives the citations, in the order of the days of which they speak, in two lists that have no statement in common.
func (w *Wider) Told() []Told {
	var lists []Told
	cites := w.read.Cites
	if w.isKept {
		told := w.kept.Told()
		if len(w.mixed) > 0 {
			cites = slices.Clone(cites)
			for _, kept := range w.mixed {
				rows := w.x.toldBy(kept)
				told.tellings -= int(tellingsOf(rows))
				told.undated -= int(undatedOf(rows))
				cites = append(cites, kept...)
			}
			told.counts = func(row *toldRow) bool { return w.mixed[int(row.statement)] == nil }
		}
		lists = append(lists, told)
	}
	if len(cites) > 0 {
		lists = append(lists, w.x.ToldOf(cites))
	}
	return lists
}

// keepWithheld notes the statements of a fact of which the standard rule leaves something out.
func (x *Index) keepWithheld(fact int) {
	f := x.Fact(fact)
	x.facts.row(fact).withheld = uint32(x.withheld.rows)
	for i := f.First; i < f.End; i++ {
		row := x.statements.row(i)
		isWhole := row.stands()
		for c := int(row.citations); isWhole && c < x.citationsEnd(i); c++ {
			isWhole = x.isSure(row, c)
		}
		if !isWhole {
			x.withheld.add(uint32(i))
		}
	}
}
