package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// TimelineAnswer lists what is said, in the order of the days of which it speaks.
type TimelineAnswer struct {
	Names   []Ref   `json:"names"`
	Entries []Entry `json:"entries"`
	// Earlier is how many entries more there are, of earlier days, than Options.Latest lets it have.
	Earlier int `json:"earlier,omitempty"`
	LeftOut
}

// Entry is one statement.
type Entry struct {
	// When is the date that the text gives, else that of its article; Day is its first day.
	When graph.Valid `json:"when"`
	Day  string      `json:"day"`
	// Stated says that the text gives the date.
	Stated   bool           `json:"stated"`
	Fact     uuid.UUID      `json:"fact"`
	Subject  Ref            `json:"subject"`
	Relation graph.Relation `json:"predicate"`
	Object   Ref            `json:"object"`
	Polarity graph.Polarity `json:"polarity"`
	Modality graph.Modality `json:"modality,omitempty"`
	Kinds    []graph.Kind   `json:"kinds"`
	Phase    graph.Phase    `json:"phase,omitempty"`
	Place    *Ref           `json:"place"`
	// First says that nobody said so of the tie before: who did, and when, is in the evidence.
	First bool `json:"first"`
	// CopyOf is the first article of the story, where this one is a copy of it.
	CopyOf   *uuid.UUID `json:"copyOf"`
	Evidence Evidence   `json:"evidence"`
}

// Timeline lists what is said of a name, which may be a place, or of the ties between two names, in the order of the days.
// Statements without any date are left out as undated. All polarities are shown unless some are asked for. It ignores
// Options.Name, MinSources, Depth and Limit; Options.Latest has it list the last entries alone. Errors wrap ErrOption or
// come from the store.
func Timeline(ctx context.Context, s *store.Store, names []graph.ID, opts Options) (TimelineAnswer, error) {
	return ask(ctx, s, "timeline", func(x *ties.Index) (TimelineAnswer, error) { return timeline(x, names, opts) })
}

func timeline(x *ties.Index, names []graph.ID, opts Options) (TimelineAnswer, error) {
	if len(names) == 0 || len(names) > 2 || slices.Contains(names, "") {
		return TimelineAnswer{}, fmt.Errorf("%w: a timeline is of one name or of two, not of %q", ErrOption, names)
	}
	if len(opts.Polarities) == 0 {
		opts.Polarities = graph.Polarities()
	}
	v, err := look(x, opts)
	if err != nil {
		return TimelineAnswer{}, err
	}
	answer := TimelineAnswer{Names: []Ref{}, Entries: []Entry{}}
	var nodes []ties.Node
	for _, id := range names {
		answer.Names = append(answer.Names, v.refTo(id))
		if n, ok := v.x.Node(id); ok {
			nodes = append(nodes, n)
		}
	}
	if len(nodes) < len(names) {
		return answer, nil
	}
	told, earlier := v.told(names, nodes)
	answer.Earlier = earlier
	for _, t := range told {
		e, err := v.entry(t)
		if err != nil {
			return TimelineAnswer{}, err
		}
		answer.Entries = append(answer.Entries, e)
	}
	answer.LeftOut = v.left
	return answer, nil
}

// told gives the entries of the names, in their order, and how many more there are of earlier days than are asked for.
func (v *view) told(names []graph.ID, nodes []ties.Node) (told []telling, earlier int) {
	around, there := v.concerned(names, nodes)
	switch {
	case v.opts.Latest > 0 && v.keepsTold(len(there) > 0):
		told, earlier = v.latest(nodes[0], around, there)
	case v.opts.Latest > 0 && !v.opts.fromStatements:
		told, earlier = v.recent(nodes[0], around, there)
	default:
		for i := range around {
			told = v.tellings(told, &around[i], func(ties.Citation) bool { return true })
		}
		for i := range there {
			told = v.tellings(told, &there[i], func(c ties.Citation) bool { return c.Place == nodes[0] })
		}
	}
	slices.SortFunc(told, v.compareTellings)
	if over := len(told) - v.opts.Latest; v.opts.Latest > 0 && over > 0 {
		return told[over:], earlier + over
	}
	return told, earlier
}

// concerned gives the facts between two names, or around one, and those of which something is told to have happened there.
func (v *view) concerned(names []graph.ID, nodes []ties.Node) (around, there []sifted) {
	if len(nodes) == 2 {
		for _, number := range v.between(names[0], "", names[1]) {
			if isOneOf(v.x.Fact(number).Relation, v.opts.Relations) {
				around = append(around, v.sift(number))
			}
		}
		return around, nil
	}
	n, known := nodes[0], map[int]bool{}
	for _, number := range v.around(n, v.opts.Relations...) {
		known[number] = true
		around = append(around, v.sift(number))
	}
	if v.x.Type(n) == graph.Place {
		for _, number := range v.x.At(n) {
			if isOneOf(v.x.Fact(number).Relation, v.opts.Relations) && !known[number] {
				there = append(there, v.sift(number))
			}
		}
	}
	return around, there
}

// latest gives the last entries, as many as are asked for or some more, and how many others there are.
func (v *view) latest(place ties.Node, around, there []sifted) (told []telling, earlier int) {
	var lists []ties.Told
	for _, p := range graph.Polarities() {
		if !v.opts.shows(p) {
			continue
		}
		for i := range around {
			if c := around[i].of(p); c.isKept {
				lists = append(lists, c.kept.Told())
			}
		}
		if len(there) > 0 {
			lists = append(lists, v.x.ToldAt(place, p))
		}
	}
	for _, list := range lists {
		earlier += list.Tellings()
		v.left.Undated += list.Undated()
	}
	told = v.toldOf(ties.Latest(lists, v.opts.Latest), around, there)
	return told, earlier - len(told)
}

// recent is latest for what the index does not keep in the order of its days.
func (v *view) recent(place ties.Node, around, there []sifted) (told []telling, earlier int) {
	all := ties.NewRecent(v.opts.Latest)
	add := func(facts []sifted, place ties.Node) {
		for i := range facts {
			for _, p := range graph.Polarities() {
				if v.opts.shows(p) && facts[i].of(p).count > 0 {
					all.Add(v.scan().Passing(facts[i].number, p), place)
				}
			}
		}
	}
	add(around, ties.None)
	add(there, place)
	v.left.Undated += all.Undated
	told = v.toldOf(all.Latest(), around, there)
	return told, all.Tellings - len(told)
}

// toldOf gives the entries of tellings of the facts.
func (v *view) toldOf(tellings []ties.Telling, facts ...[]sifted) (told []telling) {
	sifted := map[int]*sifted{}
	for _, list := range facts {
		for i := range list {
			sifted[list[i].number] = &list[i]
		}
	}
	for _, t := range tellings {
		f := sifted[v.x.Statement(t.Statement).Fact]
		if f == nil { // the file failed
			continue
		}
		told = append(told, telling{f, t.Day, t.Cite, t.Cite == v.earliest(f)})
	}
	return told
}

// keepsTold reports whether the index has what is told in the order of its days: what is told of other facts at a place
// only of all relations.
func (v *view) keepsTold(there bool) bool {
	return v.isStandard() && v.places == nil && (!there || len(v.opts.Relations) == 0)
}

// telling is an entry before it is written out.
type telling struct {
	fact  *sifted
	day   uint32
	cite  ties.Cite
	first bool
}

// compareTellings orders them by day, subject, relation, object, statement and citation. Nodes are numbered by their ids.
func (v *view) compareTellings(a, b telling) int {
	if a.day != b.day || a.fact != b.fact {
		return cmp.Or(
			cmp.Compare(a.day, b.day), cmp.Compare(a.fact.Subject, b.fact.Subject),
			cmp.Compare(a.fact.Relation, b.fact.Relation), cmp.Compare(a.fact.Object, b.fact.Object),
		)
	}
	x, y := v.x.StatementID(a.cite.Statement), v.x.StatementID(b.cite.Statement)
	return cmp.Or(slices.Compare(x[:], y[:]), cmp.Compare(a.cite.Citation, b.cite.Citation))
}

// tellings adds those of a fact: one for each statement and day, that of its first citation.
func (v *view) tellings(list []telling, f *sifted, in func(ties.Citation) bool) []telling {
	earliest := v.earliest(f)
	for _, polarity := range graph.Polarities() {
		if !v.opts.shows(polarity) {
			continue
		}
		cites := f.of(polarity).cites()
		list = slices.Grow(list, len(cites))
		statement, days := -1, []uint32(nil) // of which the statement speaks
		for _, c := range cites {
			if !in(v.x.Citation(c.Citation)) {
				continue
			}
			day := v.x.DayOf(c)
			if day == 0 {
				v.left.Undated++
				continue
			}
			if c.Statement != statement {
				statement, days = c.Statement, days[:0]
			}
			if !slices.Contains(days, day) {
				days = append(days, day)
				list = append(list, telling{f, day, c, c == earliest})
			}
		}
	}
	return list
}

// entry writes a telling out.
func (v *view) entry(t telling) (Entry, error) {
	evidence, err := v.evidence(t.cite)
	if err != nil {
		return Entry{}, err
	}
	f, citation := t.fact, v.x.Citation(t.cite.Citation)
	e := Entry{
		Day: isoDay(t.day), When: v.whenOf(t.cite), Stated: citation.Stated, Fact: v.factID(f.Fact), Subject: v.ref(f.Subject), Relation: f.Relation,
		Object: v.ref(f.Object), Polarity: evidence.Polarity, Modality: evidence.Modality, Kinds: notNil(citation.Kinds.List()),
		Phase: citation.Phase, First: t.first, CopyOf: v.copyOf(t.cite.Statement), Evidence: evidence,
	}
	if citation.Place != ties.None {
		place := v.ref(citation.Place)
		e.Place = &place
	}
	return e, nil
}

// earliest is the citation of the earliest article that affirms or alleges a fact, if there is one.
func (v *view) earliest(f *sifted) ties.Cite {
	first := ties.Cite{Statement: -1, Citation: -1}
	for _, c := range []*claim{&f.affirmed, &f.alleged} {
		if c.count == 0 {
			continue
		}
		if cite := c.earliest(); first.Statement < 0 || v.x.Statement(cite.Statement).Article < v.x.Statement(first.Statement).Article {
			first = cite
		}
	}
	return first
}

// copyOf is the first article of a statement's story, or nil where the statement is of that.
func (v *view) copyOf(statement int) *uuid.UUID {
	article := v.x.Statement(statement).Article
	story := v.x.Story(article)
	if story == article {
		return nil
	}
	id := v.x.Reference(story).ID
	return &id
}
