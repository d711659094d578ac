package eval

import (
	"fmt"
	"io"
)

// Reliability tells whether confidence means what it says: of statements at 0.9, nine in ten should be right.
type Reliability struct {
	// Bands cut the statements by confidence into tenths; those without a statement are left out.
	Bands []Band `json:"bands"`
	// Brier is the mean of the squares of what confidence was off by, from 0 to 1 (Brier, "Verification of forecasts expressed in terms of
	// probability", Monthly Weather Review 78, 1950). BrierConstant is that of always saying how many were right on the whole.
	Brier         float64 `json:"brier"`
	BrierConstant float64 `json:"brierConstant"`
}

// Band counts the statements whose confidence lies between two tenths.
type Band struct {
	From       float64 `json:"from"`
	Statements int     `json:"statements"`
	// Said is the mean confidence, Right the share that hit a fact.
	Said  float64 `json:"said"`
	Right float64 `json:"right"`
}

// judged is a statement's confidence and whether it hit a fact.
type judged struct {
	confidence float64
	right      bool
}

// newReliability counts what was judged.
func newReliability(all []judged) Reliability {
	var bands [10]Band
	var r Reliability
	right := 0.0
	for _, j := range all {
		hit := 0.0
		if j.right {
			hit = 1
		}
		b := &bands[min(int(j.confidence*10+1e-9), 9)]
		b.Statements++
		b.Said += j.confidence
		b.Right += hit
		r.Brier += (j.confidence - hit) * (j.confidence - hit)
		right += hit
	}
	n := float64(len(all))
	for i, b := range bands {
		if b.Statements == 0 {
			continue
		}
		b.From = float64(i) / 10
		b.Said, b.Right = b.Said/float64(b.Statements), b.Right/float64(b.Statements)
		r.Bands = append(r.Bands, b)
	}
	if n > 0 {
		r.Brier, right = r.Brier/n, right/n
		r.BrierConstant = right * (1 - right)
	}
	return r
}

func (r Reliability) writeText(w io.Writer) {
	for _, b := range r.Bands {
		fmt.Fprintf(w, "confidence from %.1f: said %.2f, right %.2f (statements %d)\n", b.From, b.Said, b.Right, b.Statements)
	}
	if len(r.Bands) > 0 {
		fmt.Fprintf(w, "Brier score of confidence: %.3f (%.3f for always saying the same)\n", r.Brier, r.BrierConstant)
	}
}
