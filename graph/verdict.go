package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Verdict is what one reviewer says of one statement. A reviewer has one on each: a later one takes its place.
//
// A verdict outlives what it is about: where the statement goes, because its article was removed or is read otherwise,
// the verdict waits for it to come back.
type Verdict struct {
	ID        uuid.UUID `json:"id"`
	Statement uuid.UUID `json:"statement"`
	Decision  Decision  `json:"decision"`
	// By is the reviewer's name, in the form that [Reviewer] gives it.
	By string `json:"by"`
	// On is the day, YYYY-MM-DD.
	On   Valid  `json:"on"`
	Note string `json:"note,omitempty"`
	// Replacement is what an edit puts in the statement's place: a statement of the same article, on sentences that the
	// article has. Its extractor is the reviewer.
	Replacement *Statement `json:"replacement,omitempty"`
}

// ErrSaysTheSame is wrapped by [Verdict.Fits] where an edit puts nothing otherwise.
var ErrSaysTheSame = errors.New("the replacement says the same")

// Decision is what a reviewer decides.
type Decision string

const (
	// Accept says that the sentence was read rightly. Whether it is true is another question.
	Accept Decision = "accept"
	// Reject says that the sentence does not say so: the statement is left out of answers.
	Reject Decision = "reject"
	// Edit says what the sentence says instead.
	Edit Decision = "edit"
)

// Decisions lists them.
func Decisions() []Decision { return []Decision{Accept, Reject, Edit} }

// Standing is what verdicts made of a statement; empty: nobody has judged it.
type Standing string

const (
	Accepted Standing = "accepted"
	Rejected Standing = "rejected"
	// Replaced statements were edited; what stands in their place is Edited.
	Replaced Standing = "replaced"
	Edited   Standing = "edited"
)

// Out reports whether answers leave the statement out.
func (s Standing) Out() bool { return s == Rejected || s == Replaced }

// Confirmed reports whether a human vouches for the reading, however sure the extractor was.
func (s Standing) Confirmed() bool { return s == Accepted || s == Edited }

const (
	// MaxReviewer and MaxNote are the longest name of a reviewer and the longest note, in bytes.
	MaxReviewer = 100
	MaxNote     = 4000

	// reviewPrefix begins the label of a reviewer's verdicts, and the extractor of what he writes.
	reviewPrefix = "review:"
	// reviewRule is the rule of a replacement's citations.
	reviewRule = "review"
)

// Reviewer brings a reviewer's name to the form in which it is kept: without what nobody sees, white space and
// underscores collapsed to one blank. It is empty where nothing is left.
func Reviewer(name string) string {
	name = strings.ReplaceAll(strings.ToValidUTF8(name, ""), "_", " ")
	name = strings.TrimLeft(strings.Join(strings.Fields(clean(visible(name))), " "), "~ ")
	return name
}

// ReviewerLabel names a reviewer among extractors, and is the label under which his verdicts stand: "review:Mary_Stone".
func ReviewerLabel(by string) string { return reviewPrefix + string(NewID(by, "")) }

// ReviewerOf gives back the name of the reviewer whose label it is, or false where it is none.
func ReviewerOf(label string) (by string, ok bool) {
	id, found := strings.CutPrefix(label, reviewPrefix)
	by = ID(id).Name()
	return by, found && by != "" && Reviewer(by) == by && ReviewerLabel(by) == label
}

// VerdictID derives the id of a reviewer's verdict on a statement.
func VerdictID(statement uuid.UUID, by string) uuid.UUID {
	return derive("verdict", statement.String(), string(NewID(by, "")))
}

// Normalize brings the verdict to the form in which it is kept: the reviewer's name and the note cleaned, the replacement
// signed by the reviewer, the id derived. It does not touch the statement that Replacement pointed to.
func (v *Verdict) Normalize() {
	v.By = Reviewer(v.By)
	v.Note = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(v.Note, "\uFFFD"), "\x00", "\uFFFD"))
	if v.Replacement != nil {
		s := *v.Replacement
		s.Citations = slices.Clone(s.Citations)
		for i := range s.Citations {
			c := &s.Citations[i]
			c.Kinds = slices.Clone(c.Kinds)
			c.Rule, c.Extractor, c.Confidence = reviewRule, ReviewerLabel(v.By), 100
		}
		s.Normalize()
		v.Replacement = &s
	}
	v.ID = VerdictID(v.Statement, v.By)
}

// Validate reports the first way in which the verdict breaks the model, or nil. Whether a replacement is one for the
// statement, [Verdict.Fits] tells.
func (v Verdict) Validate() error {
	_, dateErr := time.Parse(time.DateOnly, string(v.On))
	switch {
	case v.Statement == uuid.Nil:
		return errors.New("verdict: it is on no statement")
	case !slices.Contains(Decisions(), v.Decision):
		return fmt.Errorf("verdict on %s: decision %q is none of %v", v.Statement, v.Decision, Decisions())
	case v.By == "" || v.By != Reviewer(v.By):
		return fmt.Errorf("verdict on %s: %q is no name of a reviewer", v.Statement, v.By)
	case len(v.By) > MaxReviewer:
		return fmt.Errorf("verdict on %s: the name of the reviewer has %d bytes, more than %d", v.Statement, len(v.By), MaxReviewer)
	case dateErr != nil:
		return fmt.Errorf("verdict on %s: %q is no day such as 2020-05-28", v.Statement, v.On)
	case len(v.Note) > MaxNote:
		return fmt.Errorf("verdict on %s: the note has %d bytes, more than %d", v.Statement, len(v.Note), MaxNote)
	case !utf8.ValidString(v.Note) || strings.Contains(v.Note, "\x00"):
		return fmt.Errorf("verdict on %s: the note is no text", v.Statement)
	case v.ID != VerdictID(v.Statement, v.By):
		return fmt.Errorf("verdict on %s: its words give the id %s, not %s", v.Statement, VerdictID(v.Statement, v.By), v.ID)
	case (v.Decision == Edit) != (v.Replacement != nil):
		return fmt.Errorf("verdict on %s: an edit has a replacement, and nothing else has", v.Statement)
	case v.Replacement == nil:
		return nil
	}
	if err := v.Replacement.Validate(); err != nil {
		return fmt.Errorf("verdict on %s: replacement: %w", v.Statement, err)
	}
	for _, c := range v.Replacement.Citations {
		if c.Rule != reviewRule || c.Extractor != ReviewerLabel(v.By) || c.Confidence != 100 {
			return fmt.Errorf("verdict on %s: the replacement is not signed by %s", v.Statement, v.By)
		}
	}
	return nil
}

// Fits reports the first reason why the verdict cannot be one on the statement, or nil: a replacement is of the same
// article, says something else, and quotes sentences letter for letter as the article's statements do.
func (v Verdict) Fits(s Statement, article []Statement) error {
	r := v.Replacement
	switch {
	case v.Statement != s.ID:
		return fmt.Errorf("verdict on %s: it is not on statement %s", v.Statement, s.ID)
	case r == nil:
		return nil
	case r.Article != s.Article:
		return fmt.Errorf("verdict on %s: the replacement is of article %s, the statement of %s", v.Statement, r.Article, s.Article)
	}
	for _, c := range r.Citations {
		quoted := func(from Statement) bool {
			return from.Article == s.Article && slices.ContainsFunc(from.Citations, func(d Citation) bool {
				return d.Span[0] <= c.Span[0] && c.Span[1] <= d.Span[1] && d.Sentence[c.Span[0]-d.Span[0]:c.Span[1]-d.Span[0]] == c.Sentence
			})
		}
		if !quoted(s) && !slices.ContainsFunc(article, quoted) {
			return fmt.Errorf("verdict on %s: the article is not known to say %q at %v", v.Statement, c.Sentence, c.Span)
		}
	}
	if r.saysAs(s) {
		return fmt.Errorf("verdict on %s: %w", v.Statement, ErrSaysTheSame)
	}
	return nil
}

// saysAs reports whether two statements of an article say the same, whoever read them so.
func (s Statement) saysAs(t Statement) bool {
	unsigned := func(s Statement) Statement {
		s.Citations = slices.Clone(s.Citations)
		for i := range s.Citations {
			s.Citations[i].Rule, s.Citations[i].Extractor, s.Citations[i].Confidence = "", "", 0
		}
		s.Normalize()
		return s
	}
	a, b := unsigned(s), unsigned(t)
	return a.ID == b.ID && slices.EqualFunc(a.Citations, b.Citations, func(c, d Citation) bool { return c.Compare(d) == 0 })
}

// Deciding gives the verdict that counts, of those on a statement of the polarity: the latest. Of one day, doubt weighs
// more: a rejection, then an edit, then an acceptance; on a denial, an acceptance first, since a denial too many harms
// less than a denied tie that passes for a fact. The others stand beside it. It reports false where there is none.
func Deciding(polarity Polarity, verdicts []Verdict) (Verdict, bool) {
	if len(verdicts) == 0 {
		return Verdict{}, false
	}
	weight := []Decision{Reject, Edit, Accept}
	if polarity == Denied {
		weight = []Decision{Accept, Edit, Reject}
	}
	return slices.MinFunc(verdicts, func(a, b Verdict) int {
		return cmp.Or(
			-cmp.Compare(a.On, b.On),
			cmp.Compare(slices.Index(weight, a.Decision), slices.Index(weight, b.Decision)),
			cmp.Compare(a.By, b.By),
		)
	}), true
}

// Standing is what the verdict makes of its statement where it decides.
func (v Verdict) Standing() Standing {
	switch v.Decision {
	case Accept:
		return Accepted
	case Reject:
		return Rejected
	case Edit:
		return Replaced
	}
	return ""
}

// Agrees reports whether two verdicts decide the same.
func (v Verdict) Agrees(w Verdict) bool {
	return v.Decision == w.Decision && (v.Replacement == nil || w.Replacement == nil || v.Replacement.saysAs(*w.Replacement))
}

// CompareVerdicts orders verdicts by statement, then by reviewer.
func CompareVerdicts(a, b Verdict) int {
	return cmp.Or(strings.Compare(a.Statement.String(), b.Statement.String()), cmp.Compare(a.By, b.By))
}

// Edge is a tie as one line of the graph, under a predicate that tells its polarity, or that it was rejected.
type Edge struct {
	Subject   ID
	Predicate string
	Object    ID
}

// RejectedEdge is the name of the relation's edge where a reviewer has rejected the statement, whatever its polarity.
func RejectedEdge(relation Relation) string { return string(relation) + "_rejected" }

// Edges gives the edges of a statement after the verdicts on it: its own; where it is rejected, its own by the name of
// [RejectedEdge]; where it is edited, that and the one of its replacement.
func (s Statement) Edges(verdicts []Verdict) []Edge {
	own := Edge{s.Subject, s.Predicate(), s.Object}
	rejected := Edge{s.Subject, RejectedEdge(s.Relation), s.Object}
	v, ok := Deciding(s.Polarity, verdicts)
	switch {
	case !ok || v.Decision == Accept:
		return []Edge{own}
	case v.Replacement == nil:
		return []Edge{rejected}
	}
	if now := (Edge{v.Replacement.Subject, v.Replacement.Predicate(), v.Replacement.Object}); now != own {
		return []Edge{rejected, now}
	}
	return []Edge{own}
}
