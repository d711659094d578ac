package eval

import (
	"bufio"
	"fmt"
	"io"

	"entente.example/graph"
)

// Tally counts facts that were found, false statements, and facts that were missed.
type Tally struct {
	Hits   int `json:"hits"`
	False  int `json:"false"`
	Missed int `json:"missed"`
}

// Gold is the number of facts in the gold.
func (t Tally) Gold() int { return t.Hits + t.Missed }

// Precision is the share of statements that are right, from 0 to 1; 0 where there are none.
func (t Tally) Precision() float64 { return share(t.Hits, t.Hits+t.False) }

// Recall is the share of facts that were found, from 0 to 1; 0 where there are none.
func (t Tally) Recall() float64 { return share(t.Hits, t.Hits+t.Missed) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (t *Tally) fact(hit bool) {
	if hit {
		t.Hits++
	} else {
		t.Missed++
	}
}

func (t *Tally) add(u Tally) {
	t.Hits += u.Hits
	t.False += u.False
	t.Missed += u.Missed
}

// kinds counts the kinds of one fact.
func (t *Tally) kinds(want []graph.Kind, got map[graph.Kind]bool) {
	wanted := map[graph.Kind]bool{}
	for _, kind := range want {
		if !wanted[kind] {
			t.fact(got[kind])
		}
		wanted[kind] = true
	}
	for kind := range got {
		if !wanted[kind] {
			t.False++
		}
	}
}

func (t Tally) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", t.Precision(), t.Recall(), t.F1())
}

// WriteText prints the figures, one a line, the one over all facts last.
func (r Result) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, row := range r.Relations {
		fmt.Fprintf(b, "predicate %s: %v (gold %d)\n", row.Name, row.Tally, row.Gold())
	}
	for _, row := range r.Polarities {
		fmt.Fprintf(b, "polarity %s: %v (gold %d)\n", row.Name, row.Tally, row.Gold())
	}
	for _, row := range r.Names {
		fmt.Fprintf(b, "ends in the dictionary, %s: %v (gold %d)\n", row.Name, row.Tally, row.Gold())
	}
	r.Reliability.writeText(b)
	fmt.Fprintf(b, "polarity right on facts found: %.3f\n", share(r.PolarityRight, r.PolaritySeen))
	fmt.Fprintf(b, "kinds of support on facts found: %v\n", r.Kinds)
	if r.EvidenceChecked {
		fmt.Fprintf(b, "evidence not letter for letter in its article: %d of %d\n", r.EvidenceWrong, r.EvidenceSeen)
	}
	fmt.Fprintf(b, "only denied in the gold, shown as affirmed: %d\n", len(r.DeniedAsAffirmed))
	for _, tie := range r.DeniedAsAffirmed {
		fmt.Fprintf(b, "    %s | %s | %s | %s\n", tie.Doc, tie.Subject, tie.Relation, tie.Object)
	}
	if r.Draws > 0 {
		fmt.Fprintf(b, "F1 in 95 %% of %d draws: %.3f to %.3f\n", r.Draws, r.Low, r.High)
	}
	if r.Strangers > 0 {
		fmt.Fprintf(b, "statements of articles that are not in the gold: %d\n", r.Strangers)
	}
	fmt.Fprintf(b, "without polarity: %v\n", r.WithoutPolarity)
	fmt.Fprintf(b, "all: %v over %d articles\n", r.All, r.Articles)
	return b.Flush()
}

// WriteErrors prints every fact that was missed and every false statement, one a line in columns separated by tabs.
func (r Result) WriteErrors(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, m := range r.Errors {
		kind := "false"
		if m.Missed {
			kind = "miss"
		}
		fmt.Fprintf(b, "%s\t%s\t%s | %s | %s | %s\t%s\n", m.Doc, kind, m.Subject, m.Relation, m.Object, m.Polarity, m.Evidence)
	}
	return b.Flush()
}
