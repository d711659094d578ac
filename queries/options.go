package queries

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// ErrOption is wrapped by the error of every question whose options cannot be met.
var ErrOption = errors.New("invalid option")

// DateError says that an option is not a date. It wraps ErrOption.
type DateError struct {
	Option string
	Value  graph.Valid
	// Hint says how dates are written.
	Hint string
}

func notADate(option string, value graph.Valid) error {
	return &DateError{Option: option, Value: value, Hint: DateForms}
}

// DateForms says how dates are written.
const DateForms = "a date is a year, a month or a day: 2020, 2020-05, 2020-05-28"

// Error tells the option and its value.
func (e *DateError) Error() string {
	return fmt.Sprintf("%v: %s %q is not a date", ErrOption, e.Option, e.Value)
}

// Unwrap gives ErrOption.
func (e *DateError) Unwrap() error { return ErrOption }

// Options narrow a question. The zero value asks for all that is affirmed or alleged, in readings that are likelier
// right than wrong. A question ignores the fields that it has no use for, and says so.
type Options struct {
	// Name is the entity that the question is about; empty is every entity.
	Name graph.ID
	// Relations to look at; none are all.
	Relations []graph.Relation
	// Polarities to show; none are affirmed and alleged, where a list of ties has each under the surer of the two alone.
	// Denials count against a tie even where they are not shown.
	Polarities []graph.Polarity
	// Kinds of support; a citation counts if it names one of them. A denial that names no kind denies them all.
	Kinds []graph.Kind
	// Since and Until are EDTF dates: a citation counts if the time that it speaks of, or else the date of its article,
	// may lie between the first day of Since and the last of Until.
	Since, Until graph.Valid
	// At is an EDTF date: a citation counts if the time that it speaks of, or else the date of its article, may lie within
	// Window days of it; 0 is [DefaultWindow]. It excludes Since and Until. Nothing is carried forward: what was last told
	// long before At may have ended since.
	At     graph.Valid
	Window int
	// Place is where it happens: a citation counts if the place that it names, or that is its object, lies there. A state
	// stands for its land.
	Place graph.ID
	// War is the id of a war of the dictionary: a citation counts if both ends were parties to it at the time (of one side, not
	// both from elsewhere), or one was and it happens in one of its countries.
	War graph.ID
	// Backers are of which sort a patron must be; empty is any.
	Backers Sort
	// Only asks for rows that have all of the marks.
	Only []Mark
	// MinSources is how many distinct sources a tie must have.
	MinSources int
	// MinConfidence is that of the least sure reading that counts; 0 is [graph.LowConfidence], less than 0 counts all.
	// Denials count in any case, and so does what a reviewer has accepted or written.
	MinConfidence graph.Confidence
	// Retracted lets articles count that their publisher has retracted.
	Retracted bool
	// Superseded lets articles count whose place a newer text at their address has taken.
	Superseded bool
	// Rejected lets statements count that a reviewer has rejected, and those in whose place he wrote others. What stands on
	// nothing else says so: see Said.Rejected.
	Rejected bool
	// Depth is how many ties away from Name a subgraph reaches, or how many a path has at most; 0 is 1, or
	// [DefaultPathDepth].
	Depth int
	// Limit is how many paths are given at most; 0 is [DefaultLimit].
	Limit int
	// Latest is how many statements of a tie and polarity are listed with their sentences, or how many entries a timeline has:
	// the latest; 0: all.
	Latest int
	// Most is how many ties are listed of those that are contested: those of most sources; 0: all.
	Most int
	// Brief leaves the lists of the ids of statements empty (Said.Statements and Against, SourceRow.Said), the sentences of
	// sources (SourceRow.Evidence), and of contested places those who held them (Holding.Former): they grow with all that was
	// ever said, and what people read has no room for them.
	Brief bool
	// Outlets tells what is known of a publisher or an agency by its name, whose sources then have owners and grades; nil:
	// nothing is.
	Outlets func(name string) graph.Outlet

	// fromStatements has statements read where the index keeps what they tell, too: for tests, which compare both.
	fromStatements bool
	// partStatements is about how many statements a part of a subgraph has; 0: [partStatements].
	partStatements int
}

// DefaultLimit is how many paths are given where nothing else is asked for.
const DefaultLimit = 20

// DefaultWindow is how many days before or after a date a tie may have been attested to count as of that date.
const DefaultWindow = 180

// Sort is of which sort a patron is.
type Sort string

const (
	States    Sort = "state"
	NonStates Sort = "non-state"
)

// Mark is something that a reader should know of a tie before passing it on.
type Mark string

const (
	// MarkEnded says that the latest word is that the tie is over.
	MarkEnded Mark = "ended"
	// MarkContested says that some deny what others affirm or allege.
	MarkContested Mark = "contested"
	// MarkAllegedOnly says that nobody affirms the tie.
	MarkAllegedOnly Mark = "alleged-only"
	// MarkSingleSource says that one source alone says so.
	MarkSingleSource Mark = "single-source"
	// MarkReviewed says that a reviewer vouches for the reading of a statement.
	MarkReviewed Mark = "reviewed"
)

// Marks lists them.
func Marks() []Mark {
	return []Mark{MarkEnded, MarkContested, MarkAllegedOnly, MarkSingleSource, MarkReviewed}
}

// only reports whether a row has the marks that are asked for.
func (o *Options) only(s *Said) bool {
	has := map[Mark]bool{
		MarkEnded: s.Ended, MarkContested: s.Contested, MarkAllegedOnly: s.AllegedOnly, MarkSingleSource: len(s.Sources) == 1,
		MarkReviewed: s.Reviewed > 0,
	}
	return !slices.ContainsFunc(o.Only, func(m Mark) bool { return !has[m] })
}

// complete checks the options and fills in defaults.
func (o *Options) complete() error {
	for _, relation := range o.Relations {
		if _, ok := relation.Row(); !ok {
			return fmt.Errorf("%w: relation %q is unknown", ErrOption, relation)
		}
	}
	for _, polarity := range o.Polarities {
		if !slices.Contains(graph.Polarities(), polarity) {
			return fmt.Errorf("%w: polarity %q is none of %v", ErrOption, polarity, graph.Polarities())
		}
	}
	for _, kind := range o.Kinds {
		if !slices.Contains(graph.Kinds(), kind) {
			return fmt.Errorf("%w: kind of support %q is none of %v", ErrOption, kind, graph.Kinds())
		}
	}
	for _, mark := range o.Only {
		if !slices.Contains(Marks(), mark) {
			return fmt.Errorf("%w: mark %q is none of %v", ErrOption, mark, Marks())
		}
	}
	if o.Backers != "" && o.Backers != States && o.Backers != NonStates {
		return fmt.Errorf("%w: backers %q are neither %q nor %q", ErrOption, o.Backers, States, NonStates)
	}
	if err := o.checkPeriod(); err != nil {
		return err
	}
	switch {
	case o.MinSources < 0:
		return fmt.Errorf("%w: %d is no least number of sources", ErrOption, o.MinSources)
	case o.MinConfidence > 100:
		return fmt.Errorf("%w: confidence %s is more than 1", ErrOption, o.MinConfidence)
	case o.Depth < 0:
		return fmt.Errorf("%w: depth %d", ErrOption, o.Depth)
	case o.Limit < 0 || o.Latest < 0 || o.Most < 0:
		return fmt.Errorf("%w: limit %d", ErrOption, min(o.Limit, o.Latest, o.Most))
	}
	if len(o.Polarities) == 0 {
		o.Polarities = []graph.Polarity{graph.Affirmed, graph.Alleged}
	}
	if o.MinConfidence == 0 {
		o.MinConfidence = graph.LowConfidence
	}
	o.Depth, o.Limit = max(o.Depth, 1), cmp.Or(o.Limit, DefaultLimit)
	return nil
}

// checkPeriod checks the dates.
func (o *Options) checkPeriod() error {
	since, _, okSince := o.Since.Bounds()
	_, until, okUntil := o.Until.Bounds()
	switch {
	case !okSince:
		return notADate("since", o.Since)
	case !okUntil:
		return notADate("until", o.Until)
	case since != "" && until != "" && until < since:
		return fmt.Errorf("%w: until %q is before since %q", ErrOption, o.Until, o.Since)
	case o.At != "" && (since != "" || until != ""):
		return fmt.Errorf("%w: at %q excludes since and until", ErrOption, o.At)
	case o.Window < 0:
		return fmt.Errorf("%w: a window of %d days", ErrOption, o.Window)
	}
	if _, _, ok := o.At.Bounds(); !ok {
		return notADate("at", o.At)
	}
	if o.Window == 0 {
		o.Window = DefaultWindow
	}
	return nil
}

// period gives the bounds of the time that is asked for, as days, or false where none is.
func (o *Options) period() (from, to uint32, bounded bool) {
	since, _, _ := o.Since.Bounds()
	_, until, _ := o.Until.Bounds()
	if o.At != "" {
		since, until, _ = o.At.Bounds()
		since, until = shift(since, -o.Window), shift(until, o.Window)
	}
	from, to = 0, ties.NoEnd
	if since != "" {
		from, _ = ties.Days(graph.Valid(since))
	}
	if until != "" {
		_, to = ties.Days(graph.Valid(until))
	}
	return from, to, since != "" || until != ""
}

// shift gives the day so many days later; an open end stays open.
func shift(day string, days int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	t = t.AddDate(0, 0, days)
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return t.Format(time.DateOnly)
}

// shows reports whether ties of the polarity are asked for.
func (o *Options) shows(p graph.Polarity) bool { return slices.Contains(o.Polarities, p) }
