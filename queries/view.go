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
	inside   *ties.Places       // the same
	war      *theatre           // nil: any
	left     LeftOut
	// ruled is the rule, and scanner counts what passes it, once they are asked for.
	ruled   *ties.Rule
	scanner *ties.Scanner
	// readings are those of the facts that were read, by number, and denied the days from which on they are, see deniedFrom.
	readings map[int]*ties.Readings
	denied   map[int]uint64
	// sifts are facts that were sifted, by number, see [view.know].
	sifts map[int]sifted
	// counted tells of which facts left counts what they leave out.
	counted []bool
	// origins are those that were asked for.
	origins map[uint64]Source
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
		v.inside = x.Places(func(n ties.Node) bool { return v.places[n] })
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

// rule is what counts by the options.
func (v *view) rule() *ties.Rule {
	if v.ruled != nil {
		return v.ruled
	}
	rule := v.standing()
	rule.Kinds, rule.Bounded, rule.From, rule.To = v.kinds, v.bounded, v.from, v.to
	if v.reported == 0 { // else what is too late or not dated is left out for that
		rule.Inside = v.inside
	}
	if v.reported != 0 || v.war != nil {
		rule.Narrow = v.narrowed
	}
	v.ruled = &rule
	return v.ruled
}

// standing is what counts by the options on what became of statements, and on how surely they were read.
func (v *view) standing() ties.Rule {
	return ties.Rule{
		MinConfidence: v.opts.MinConfidence, Retracted: v.opts.Retracted, Superseded: v.opts.Superseded, Rejected: v.opts.Rejected,
	}
}

// isStandard reports whether what counts is what the index keeps summed up, of all places or of those that are asked for.
func (v *view) isStandard() bool {
	standard := ties.Standard()
	return !v.opts.fromStatements && !v.isNarrower() && v.opts.MinConfidence == standard.MinConfidence &&
		!v.opts.Retracted && !v.opts.Superseded && !v.opts.Rejected
}

// isReport reports whether what counts is what the index keeps summed up, but for the day up to which articles count.
func (v *view) isReport() bool {
	if v.reported == 0 || v.places != nil {
		return false
	}
	ever := *v
	ever.reported = 0
	return ever.isStandard()
}

// isNarrower reports whether more than places narrows what counts.
func (v *view) isNarrower() bool {
	return v.kinds != 0 || v.bounded || v.reported != 0 || v.war != nil
}

// narrowed judges by the day of the article, the place and the war. A denial counts also where it tells no place.
func (v *view) narrowed(f *ties.Fact, article int, denial bool, citation int) ties.Missed {
	if v.reported != 0 {
		switch day := v.x.Day(article); {
		case day == ties.NoEnd:
			return ties.Undated
		case day > v.reported:
			return ties.Elsewhere
		}
	}
	if v.places == nil && v.war == nil {
		return ties.Passed
	}
	place := v.x.Site(f, citation)
	switch {
	case v.places == nil:
	case place == ties.None && !denial:
		return ties.Unplaced
	case place != ties.None && !v.places[place]:
		return ties.Elsewhere
	}
	if v.war != nil && !v.war.covers(f, v.x.Citation(citation), place, denial) {
		return ties.Elsewhere
	}
	return ties.Passed
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

// sources refers to origins (see [graph.Origin]), sorted by id.
func (v *view) sources(origins []uint64) []Source {
	sources := make([]Source, 0, len(origins))
	for _, key := range origins {
		sources = append(sources, v.source(key))
	}
	slices.SortFunc(sources, func(a, b Source) int { return cmp.Compare(a.ID, b.ID) })
	return sources
}

// eitherOrigin gives the origins of either of two claims, sorted.
func eitherOrigin(a, b *claim) []uint64 {
	one, other := a.origins(), b.origins()
	if len(other) == 0 {
		return one
	}
	either := make([]uint64, 0, len(one)+len(other))
	for len(one) > 0 && len(other) > 0 {
		least := min(one[0], other[0])
		either = append(either, least)
		if one[0] == least {
			one = one[1:]
		}
		if other[0] == least {
			other = other[1:]
		}
	}
	return append(append(either, one...), other...)
}

// source refers to an origin. Few of them are those of many ties, so they are remembered.
func (v *view) source(key uint64) Source {
	if s, ok := v.origins[key]; ok {
		return s
	}
	var s Source
	if key&ties.Anonymous == 0 {
		s = v.newSource(v.ref(ties.Node(key)))
	} else {
		a := v.x.Reference(int(key &^ ties.Anonymous))
		s = Source{ID: a.ID.String(), Name: cmp.Or(a.Title(), a.URL(), a.ID.String())}
	}
	if v.origins == nil {
		v.origins = map[uint64]Source{}
	}
	v.origins[key] = s
	return s
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
	return v.opts.shows(p) && v.isSourced(c)
}

// isSourced reports whether enough sources say a claim.
func (v *view) isSourced(c *claim) bool {
	return c.count > 0 && (v.opts.MinSources <= 1 || c.sources() >= v.opts.MinSources)
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
	id := v.x.ID(n)
	return Ref{ID: id, Name: id.Distinct(v.x.Name(n)), Type: v.x.Type(n), IsState: v.x.IsState(n)}
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
	nodes = slices.Compact(nodes)
	refs := make([]Ref, 0, len(nodes))
	for _, n := range nodes {
		refs = append(refs, v.ref(n))
	}
	return refs
}

func (v *view) article(number int) ArticleRef {
	a := v.x.Reference(number)
	return ArticleRef{
		ID: a.ID, Title: a.Title(), Publisher: a.Publisher(), URL: a.URL(), Date: a.Date(), Status: a.Status, Archive: a.Archive,
		Successor: a.Successor, Grade: v.outlet(a.Publisher()).Grade,
	}
}

// evidence gives the sentence of a citation.
func (v *view) evidence(c ties.Cite) (Evidence, error) {
	whole, err := v.x.Whole(c.Citation)
	if err != nil {
		return Evidence{}, err
	}
	s := v.x.Statement(c.Statement)
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
func idsOf[N int | uint32](x *ties.Index, statements []N) []uuid.UUID {
	ids := make([]uuid.UUID, len(statements))
	for i, s := range statements {
		ids[i] = x.StatementID(int(s))
	}
	return ids
}

// factID is the id of a fact.
func (v *view) factID(f ties.Fact) uuid.UUID {
	return graph.FactID(v.x.ID(f.Subject), f.Relation, v.x.ID(f.Object))
}
