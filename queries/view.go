package queries

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// view is the index of the ties as one question sees it: through its options. It counts what it leaves out. It is for
// one goroutine.
type view struct {
	x    *ties.Index
	opts Options
	// unasked says that no polarities were asked for.
	unasked bool
	// from and to bound the period that is asked for, as days; where none is, bounded is false.
	from, to uint32
	bounded  bool
	// reported is the last day of which articles count; 0: all.
	reported uint32
	kinds    ties.Kinds
	places   map[ties.Node]bool // nil: everywhere
	war      *theatre           // nil: any
	left     LeftOut
	// counted tells of which facts left counts what they leave out.
	counted []bool
	// known holds ties that were summed up, by the number of their facts.
	known map[int]*TieRow
	// wars are those of the dictionary, once they are asked for.
	wars *wars
}

// look checks the options, through which it sees the index.
func look(x *ties.Index, opts Options) (*view, error) {
	unasked := len(opts.Polarities) == 0
	if err := opts.complete(); err != nil {
		return nil, err
	}
	v := &view{x: x, opts: opts, unasked: unasked, kinds: ties.KindsOf(opts.Kinds)}
	v.from, v.to, v.bounded = opts.period()
	if opts.Place != "" {
		v.places = placesIn(x, opts.Place)
	}
	if opts.War != "" {
		var err error
		if v.war, err = newTheatre(x, opts.War); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// lookSurely is look for answers that put ties together: unless polarities are asked for, only what is affirmed counts, so
// that no chain hangs on an allegation.
func lookSurely(x *ties.Index, opts Options) (*view, error) {
	if len(opts.Polarities) == 0 {
		opts.Polarities = []graph.Polarity{graph.Affirmed}
	}
	return look(x, opts)
}

// lookAt is lookSurely for answers that would turn a denial into its opposite: who is denied to have taken a town does not
// hold it. Denied ties count in them under no polarity, but against what they deny.
func lookAt(x *ties.Index, opts Options) (*view, error) {
	v, err := lookSurely(x, opts)
	if err == nil {
		v.opts.Polarities = slices.DeleteFunc(slices.Clone(v.opts.Polarities), func(p graph.Polarity) bool { return p == graph.Denied })
	}
	return v, err
}

// claim is what is said of a fact under one polarity, as far as it passes: statements in the order of their articles.
type claim struct {
	statements []int
	cites      []cite
}

// cite is a citation of a statement.
type cite struct{ statement, citation int }

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
func (f *sifted) isSaid() bool { return len(f.affirmed.statements)+len(f.alleged.statements) > 0 }

// sift takes from a fact what does not pass the options, and counts it. Polarities are not looked at: what is denied
// counts against what is shown.
func (v *view) sift(number int) sifted {
	f := sifted{number: number, Fact: v.x.Fact(number)}
	if v.counted == nil {
		v.counted = make([]bool, v.x.Facts())
	}
	var left LeftOut
	for i := f.First; i < f.End; i++ {
		s := v.x.Statement(i)
		c := f.of(s.Polarity)
		if c.cites == nil {
			c.statements, c.cites = make([]int, 0, f.End-i), make([]cite, 0, f.End-i)
		}
		before := len(c.cites)
		var missed verdict
		for n := s.First; n < s.End; n++ {
			switch verdict := v.judge(&f.Fact, &s, n); verdict {
			case passed:
				c.cites = append(c.cites, cite{i, n})
			default:
				missed = max(missed, verdict)
			}
		}
		switch {
		case len(c.cites) == before:
			left.count(missed)
		case !v.opts.Rejected && s.Review.Out():
			c.cites = c.cites[:before]
			if i+1 == f.End || v.x.Statement(i+1).ID != s.ID { // else it is there, as a reviewer wrote it
				left.Rejected++
			}
		case !v.opts.Retracted && v.x.Status(s.Article) == graph.Retracted:
			c.cites = c.cites[:before]
			left.Retracted++
		case !v.opts.Superseded && v.x.Successor(s.Article) != uuid.Nil:
			c.cites = c.cites[:before]
			left.Superseded++
		default:
			c.statements = append(c.statements, i)
		}
	}
	if !v.counted[number] {
		v.counted[number] = true
		v.left.add(left)
	}
	return f
}

// verdict says whether a citation passes, or why not; of several, the greater is told.
type verdict int

const (
	passed verdict = iota
	elsewhere
	unplaced
	undated
	hidden
)

func (v *view) judge(f *ties.Fact, s *ties.Statement, citation int) verdict {
	// A denial counts however sure its reading, and also where it tells no kind, date or place: better one too many than a
	// denied tie as a fact.
	denial := s.Polarity == graph.Denied
	if v.isNarrow() {
		if missed := v.narrowed(f, s, citation, denial); missed != passed {
			return missed
		}
	}
	if v.x.Confidence(citation) < v.opts.MinConfidence && !denial && s.Review == "" {
		return hidden // but not what a human has looked at
	}
	return passed
}

func (v *view) isNarrow() bool {
	return v.kinds != 0 || v.bounded || v.reported != 0 || v.places != nil || v.war != nil
}

// narrowed judges by kinds, times, places and war.
func (v *view) narrowed(f *ties.Fact, s *ties.Statement, citation int, denial bool) verdict {
	c, day := v.x.Citation(citation), v.x.Day(s.Article)
	switch {
	case v.kinds != 0 && v.kinds&c.Kinds == 0 && (!denial || c.Kinds != 0):
		return elsewhere
	case v.bounded && !c.Dated() && !denial, v.reported != 0 && day == ties.NoEnd:
		return undated
	case v.bounded && c.Dated() && (c.From > v.to || c.To < v.from), v.reported != 0 && day > v.reported:
		return elsewhere
	}
	if v.places != nil {
		switch place := placeOf(f, c); {
		case place == ties.None && !denial:
			return unplaced
		case place != ties.None && !v.places[place]:
			return elsewhere
		}
	}
	if v.war != nil && !v.war.covers(f, c, denial) {
		return elsewhere
	}
	return passed
}

// facts sifts all facts of the relations; none are all.
func (v *view) facts(relations []graph.Relation, yield func(sifted)) {
	for number := range v.x.Facts() {
		if isOneOf(v.x.Fact(number).Relation, relations) {
			yield(v.sift(number))
		}
	}
}

func isOneOf(r graph.Relation, relations []graph.Relation) bool {
	return len(relations) == 0 || slices.Contains(relations, r)
}

// around gives the numbers of the facts of the relations that a node is an end of: where it is the subject, then where it
// is the object.
func (v *view) around(n ties.Node, relations ...graph.Relation) []int {
	var numbers []int
	for f, end := v.x.From(n); f < end; f++ {
		if isOneOf(v.x.Fact(f).Relation, relations) {
			numbers = append(numbers, f)
		}
	}
	for _, f := range v.x.To(n) {
		if isOneOf(v.x.Fact(int(f)).Relation, relations) {
			numbers = append(numbers, int(f))
		}
	}
	return numbers
}

// sources gives the distinct origins of citations, sorted by id: see [graph.Origin]. Copies of one article are one.
func (v *view) sources(cites ...[]cite) []Source {
	sources := []Source{}
	for _, key := range v.origins(cites...) {
		sources = append(sources, v.source(key))
	}
	slices.SortFunc(sources, func(a, b Source) int { return cmp.Compare(a.ID, b.ID) })
	return sources
}

// origins gives the distinct origins as numbers.
func (v *view) origins(cites ...[]cite) []uint64 {
	most := 0
	for _, list := range cites {
		most += len(list)
	}
	keys := make([]uint64, 0, most)
	for _, list := range cites {
		for _, c := range list {
			keys = append(keys, v.origin(c))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (v *view) countSources(cites ...[]cite) int { return len(v.origins(cites...)) }

// anonymous marks the origin of an article of which nothing is known.
const anonymous = 1 << 32

// origin gives the node of a citation's origin, or the number of its article with the mark.
func (v *view) origin(c cite) uint64 {
	s := v.x.Statement(c.statement)
	if s.Speaker != ties.None {
		return uint64(s.Speaker)
	}
	if via := v.x.Via(c.citation); via != ties.None {
		return uint64(via)
	}
	origin, original := v.x.OriginOf(s.Article)
	if origin != ties.None {
		return uint64(origin)
	}
	return anonymous | uint64(original)
}

func (v *view) source(key uint64) Source {
	if key&anonymous == 0 {
		return v.newSource(v.refTo(v.x.ID(ties.Node(key))))
	}
	a := v.x.Article(int(key &^ anonymous))
	return Source{ID: a.ID.String(), Name: cmp.Or(a.Title(), a.URL(), a.ID.String())}
}

func (v *view) newSource(r Ref) Source {
	outlet := v.outlet(r.Name)
	return Source{ID: string(r.ID), Name: r.Name, Owner: outlet.Owner, Grade: outlet.Grade}
}

// outlet tells what is known of a publisher or an agency.
func (v *view) outlet(name string) graph.Outlet {
	if v.opts.Outlets == nil || name == "" {
		return graph.Outlet{}
	}
	return v.opts.Outlets(name)
}

// shows reports whether a claim is one to show: of a polarity that is asked for, by as many sources.
func (v *view) shows(p graph.Polarity, c *claim) bool {
	return len(c.statements) > 0 && v.opts.shows(p) &&
		(v.opts.MinSources <= 1 || v.countSources(c.cites) >= v.opts.MinSources)
}

// polarities gives those under which a fact is listed: all that are asked for, else the surest, so that what somebody
// alleges stands there where nobody affirms it.
func (v *view) polarities(f *sifted) []graph.Polarity {
	var list []graph.Polarity
	for _, p := range graph.Polarities() {
		if v.shows(p, f.of(p)) && (len(list) == 0 || !v.unasked) {
			list = append(list, p)
		}
	}
	return list
}

// shown reports whether a fact is to be shown under any polarity.
func (v *view) shown(f *sifted) bool {
	return slices.ContainsFunc(graph.Polarities(), func(p graph.Polarity) bool { return v.shows(p, f.of(p)) })
}

// ref refers to a node.
func (v *view) ref(n ties.Node) Ref {
	return Ref{ID: v.x.ID(n), Name: v.x.Name(n), Type: v.x.Type(n), IsState: v.x.IsState(n)}
}

// refTo refers to an id, which the index need not have.
func (v *view) refTo(id graph.ID) Ref {
	if n, ok := v.x.Node(id); ok {
		return v.ref(n)
	}
	return Ref{ID: id, Name: id.Name()}
}

// refs refers to nodes, sorted by their ids, each once.
func (v *view) refs(nodes []ties.Node) []Ref {
	slices.Sort(nodes)
	refs := []Ref{}
	for _, n := range slices.Compact(nodes) {
		refs = append(refs, v.ref(n))
	}
	return refs
}

func (v *view) article(number int) ArticleRef {
	a := v.x.Article(number)
	return ArticleRef{
		ID: a.ID, Title: a.Title(), Publisher: a.Publisher(), URL: a.URL(), Date: a.Date(), Status: a.Status, Archive: a.Archive,
		Successor: a.Successor, Grade: v.outlet(a.Publisher()).Grade,
	}
}

// best gives the citation that was read most surely, before all one that a reviewer vouches for; of several, that of the
// earliest article.
func (v *view) best(cites []cite) (Evidence, error) {
	best, most := cites[0], v.sureness(cites[0])
	for _, c := range cites[1:] {
		if sureness := v.sureness(c); sureness > most {
			best, most = c, sureness
		}
	}
	return v.evidence(best)
}

// sureness is a citation's confidence, more than any where a reviewer vouches for it, less than any where one rejects it.
func (v *view) sureness(c cite) graph.Confidence {
	switch review := v.x.Statement(c.statement).Review; {
	case review.Confirmed():
		return 101
	case review.Out():
		return -1
	}
	return v.x.Confidence(c.citation)
}

func (v *view) evidence(c cite) (Evidence, error) {
	whole, err := v.x.Whole(c.citation)
	if err != nil {
		return Evidence{}, err
	}
	s := v.x.Statement(c.statement)
	e := Evidence{
		Statement: s.ID, Sentence: whole.Sentence, Marks: whole.Marks, Confidence: whole.Confidence,
		Article: v.article(s.Article), Polarity: s.Polarity, Modality: s.Modality, Review: s.Review,
	}
	if s.Speaker != ties.None {
		speaker := v.ref(s.Speaker)
		e.Speaker = &speaker
	}
	return e, nil
}

// idsOf gives the ids of statements, in their order.
func (v *view) idsOf(statements []int) []uuid.UUID {
	ids := make([]uuid.UUID, len(statements))
	for i, s := range statements {
		ids[i] = v.x.Statement(s).ID
	}
	return ids
}

// factID is the id of a fact.
func (v *view) factID(f ties.Fact) uuid.UUID {
	return graph.FactID(v.x.ID(f.Subject), f.Relation, v.x.ID(f.Object))
}
