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

// Doubt is why a statement needs a human.
type Doubt string

const (
	// JudgedCopy statements say in a copy of an article what a reviewer has judged in another, and nobody has in this one.
	JudgedCopy Doubt = "judged-copy"
	// Contradicted statements are denied by others, or deny what others say.
	Contradicted Doubt = "contradicted"
	// Unsure statements were read with little confidence.
	Unsure Doubt = "unsure"
	// SingleSource statements are of ties that nobody else affirms or alleges.
	SingleSource Doubt = "single-source"
	// UnlistedName statements have an end that no dictionary lists.
	UnlistedName Doubt = "unlisted-name"
)

// Doubts lists them, the gravest first.
func Doubts() []Doubt { return []Doubt{JudgedCopy, Contradicted, Unsure, SingleSource, UnlistedName} }

// unsureBelow is the confidence from which a reading needs no second look.
const unsureBelow graph.Confidence = 65

// ReviewOptions narrow the list of statements that need a human.
type ReviewOptions struct {
	// Options: Name, Relations, Kinds, Since, Until, Retracted and Superseded are heeded.
	Options
	// Doubts that count; none are all.
	Doubts []Doubt
	// By leaves out what that reviewer has judged.
	By string
	// Judged lets statements come in that others have judged, so that two judge the same.
	Judged bool
	// Copies lists what copies of an article say alike once, as the earliest says it.
	Copies bool
}

// ReviewRow is a statement that needs a human, and why.
type ReviewRow struct {
	Statement graph.Statement `json:"statement"`
	Doubts    []Doubt         `json:"doubts"`
	// Subject, Object and Speaker are names.
	Subject string `json:"subject"`
	Object  string `json:"object"`
	Speaker string `json:"speaker,omitempty"`
	// Sources and Against count the sources of its tie, and the statements that say otherwise.
	Sources int           `json:"sources"`
	Against int           `json:"against"`
	Article graph.Article `json:"article"`
	// Verdicts are those that stand on it.
	Verdicts []graph.Verdict `json:"verdicts,omitempty"`
	// Copies are the statements that say the same in copies of the article, see [Copies]; JudgedCopies are the verdicts on
	// those, where none stands on this one.
	Copies       []uuid.UUID     `json:"copies,omitempty"`
	JudgedCopies []graph.Verdict `json:"judgedCopies,omitempty"`
}

// Review lists the statements that need a human, those with the gravest doubts first, then the least sure, then by id.
// Readings of every confidence and polarity are among them; what a reviewer has judged is not, and neither is what he
// wrote. Errors wrap ErrOption or come from the store.
func Review(ctx context.Context, s *store.Store, opts ReviewOptions) ([]ReviewRow, error) {
	for _, d := range opts.Doubts {
		if !slices.Contains(Doubts(), d) {
			return nil, fmt.Errorf("review: %w: doubt %q is none of %v", ErrOption, d, Doubts())
		}
	}
	if len(opts.Doubts) == 0 {
		opts.Doubts = Doubts()
	}
	opts.MinConfidence, opts.Polarities, opts.Depth, opts.Rejected = -1, graph.Polarities(), 1, opts.Judged
	return ask(ctx, s, "review", func(x *ties.Index) ([]ReviewRow, error) { return review(x, opts) })
}

func review(x *ties.Index, opts ReviewOptions) ([]ReviewRow, error) {
	g, _, err := subgraph(x, opts.Options)
	if err != nil {
		return nil, err
	}
	g.Normalize()
	verdicts := map[uuid.UUID][]graph.Verdict{}
	for _, v := range g.Verdicts {
		verdicts[v.Statement] = append(verdicts[v.Statement], v)
	}
	told := newRetold(x)
	judged, err := told.judged()
	if err != nil {
		return nil, err
	}
	var rows []ReviewRow
	for _, tie := range graph.Ties(g) {
		for _, statement := range tie.Statements {
			stand := verdicts[statement.ID]
			if !opts.wants(statement, stand) {
				continue
			}
			row := newReviewRow(g, tie, statement)
			row.Verdicts, row.JudgedCopies = stand, judged[statement.ID]
			if row.Copies, err = told.idsOfCopies(statement.ID); err != nil {
				return nil, err
			}
			for _, d := range opts.Doubts {
				if isDoubtful(d, tie, statement) || d == JudgedCopy && len(row.JudgedCopies) > 0 {
					row.Doubts = append(row.Doubts, d)
				}
			}
			if len(row.Doubts) > 0 {
				rows = append(rows, row)
			}
		}
	}
	slices.SortFunc(rows, func(a, b ReviewRow) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Doubts(), a.Doubts[0]), slices.Index(Doubts(), b.Doubts[0])),
			cmp.Compare(a.Statement.Confidence(), b.Statement.Confidence()), slices.Compare(a.Statement.ID[:], b.Statement.ID[:]),
		)
	})
	if opts.Copies {
		rows = once(rows)
	}
	return rows, nil
}

// once leaves out the rows of which one that stays is a copy: the one of the earliest article stays, in the place of the
// gravest, with the doubts of all.
func once(rows []ReviewRow) []ReviewRow {
	places, earliest := map[uuid.UUID]int{}, func(a, b ReviewRow) int {
		return cmp.Or(cmp.Compare(a.Article.Date(), b.Article.Date()), slices.Compare(a.Statement.ID[:], b.Statement.ID[:]))
	}
	var kept []ReviewRow
	for _, row := range rows {
		at, is := 0, false
		for _, id := range row.Copies {
			if at, is = places[id]; is {
				break
			}
		}
		if !is {
			at = len(kept)
			kept = append(kept, row)
		} else {
			doubts := joinDoubts(kept[at].Doubts, row.Doubts)
			if earliest(row, kept[at]) < 0 {
				kept[at] = row
			}
			kept[at].Doubts = doubts
		}
		places[row.Statement.ID] = at
	}
	return kept
}

func joinDoubts(a, b []Doubt) []Doubt {
	return slices.DeleteFunc(Doubts(), func(d Doubt) bool { return !slices.Contains(a, d) && !slices.Contains(b, d) })
}

// wants reports whether a statement with these verdicts is still to be judged.
func (o ReviewOptions) wants(s graph.Statement, verdicts []graph.Verdict) bool {
	switch {
	case slices.ContainsFunc(s.Citations, func(c graph.Citation) bool { _, ok := graph.ReviewerOf(c.Extractor); return ok }):
		return false // a reviewer wrote it
	case !o.Judged:
		return len(verdicts) == 0
	}
	return !slices.ContainsFunc(verdicts, func(v graph.Verdict) bool { return v.By == graph.Reviewer(o.By) })
}

func newReviewRow(g graph.Subgraph, tie graph.Tie, s graph.Statement) ReviewRow {
	row := ReviewRow{
		Statement: s, Doubts: []Doubt{}, Subject: g.Name(s.Subject), Object: g.Name(s.Object),
		Sources: len(tie.Sources), Against: len(tie.Against),
	}
	if s.Speaker != "" {
		row.Speaker = g.Name(s.Speaker)
	}
	row.Article, _ = g.Article(s.Article)
	return row
}

func isDoubtful(d Doubt, tie graph.Tie, s graph.Statement) bool {
	switch d {
	case Contradicted:
		return len(tie.Against) > 0
	case Unsure:
		return s.Confidence() < unsureBelow
	case SingleSource:
		return len(tie.Sources) == 1 && tie.Polarity != graph.Denied
	case UnlistedName:
		return !s.Subject.Listed() || !s.Object.Listed()
	}
	return false
}

// Agreement tells how far two reviewers agree on the statements that both judged.
type Agreement struct {
	Both   int `json:"both"`
	Agreed int `json:"agreed"`
	// Kappa is Cohen's: 1 is full agreement, 0 what chance gives; Defined says that it can be told.
	Kappa   float64 `json:"kappa"`
	Defined bool    `json:"defined"`
	// Differ are the statements on which they do not agree, sorted.
	Differ []string `json:"differ"`
}

// Agree compares the verdicts of two reviewers, each by statement. https://en.wikipedia.org/wiki/Cohen%27s_kappa
func Agree(a, b map[string]string) Agreement {
	out := Agreement{Differ: []string{}}
	ofA, ofB := map[string]int{}, map[string]int{}
	for statement, verdict := range a {
		other, ok := b[statement]
		if !ok {
			continue
		}
		out.Both++
		ofA[verdict]++
		ofB[other]++
		if verdict == other {
			out.Agreed++
		} else {
			out.Differ = append(out.Differ, statement)
		}
	}
	slices.Sort(out.Differ)
	chance := 0 // in squares of Both, so that it is a whole number
	for verdict, n := range ofA {
		chance += n * ofB[verdict]
	}
	if out.Defined = out.Both > 0 && chance < out.Both*out.Both; out.Defined {
		out.Kappa = float64(out.Agreed*out.Both-chance) / float64(out.Both*out.Both-chance)
	}
	return out
}
