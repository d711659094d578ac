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
	var told []telling
	add := func(f sifted, in func(ties.Citation) bool) { told = v.tellings(told, &f, in) }
	anywhere := func(ties.Citation) bool { return true }
	if len(nodes) == 2 {
		for _, number := range v.between(names[0], "", names[1]) {
			if isOneOf(v.x.Fact(number).Relation, opts.Relations) {
				add(v.sift(number), anywhere)
			}
		}
	} else {
		n, around := nodes[0], map[int]bool{}
		for _, number := range v.around(n, opts.Relations...) {
			around[number] = true
			add(v.sift(number), anywhere)
		}
		if v.x.Type(n) == graph.Place { // and what happened there
			for _, number := range v.x.At(n) {
				if isOneOf(v.x.Fact(number).Relation, opts.Relations) && !around[number] {
					add(v.sift(number), func(c ties.Citation) bool { return c.Place == n })
				}
			}
		}
	}
	slices.SortStableFunc(told, v.compareTellings)
	if opts.Latest > 0 && len(told) > opts.Latest {
		answer.Earlier = len(told) - opts.Latest
		told = told[answer.Earlier:]
	}
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

// telling is an entry before it is written out.
type telling struct {
	fact  *sifted
	day   uint32
	cite  ties.Cite
	first bool
}

// compareTellings orders them by day, subject, relation, object and statement. Nodes are numbered by their ids.
func (v *view) compareTellings(a, b telling) int {
	if a.day != b.day || a.fact != b.fact {
		return cmp.Or(
			cmp.Compare(a.day, b.day), cmp.Compare(a.fact.Subject, b.fact.Subject),
			cmp.Compare(a.fact.Relation, b.fact.Relation), cmp.Compare(a.fact.Object, b.fact.Object),
		)
	}
	x, y := v.x.Statement(a.cite.Statement).ID, v.x.Statement(b.cite.Statement).ID
	return slices.Compare(x[:], y[:])
}

// tellings adds those of a fact: one for each statement and day.
func (v *view) tellings(list []telling, f *sifted, in func(ties.Citation) bool) []telling {
	earliest := v.earliest(f)
	for _, polarity := range graph.Polarities() {
		if !v.opts.shows(polarity) {
			continue
		}
		cites := f.of(polarity).cites()
		list = slices.Grow(list, len(cites))
		for i, c := range cites {
			if !in(v.x.Citation(c.Citation)) {
				continue
			}
			day := v.x.DayOf(c)
			if day == 0 {
				v.left.Undated++
				continue
			}
			if i > 0 && cites[i-1].Statement == c.Statement && v.x.DayOf(cites[i-1]) == day {
				continue
			}
			list = append(list, telling{f, day, c, c == earliest})
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
		if cites := c.cites(); len(cites) > 0 && (first.Statement < 0 || v.x.Statement(cites[0].Statement).Article < v.x.Statement(first.Statement).Article) {
			first = cites[0]
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
