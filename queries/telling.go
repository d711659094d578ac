package queries

import (
	"math/bits"
	"slices"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// showPhase makes the evidence of a tie the citation that has the latest word on its phase, the surest of several.
func (v *view) showPhase(tie *TieRow, c *claim) (err error) {
	phase := c.phase()
	if phase == "" {
		return nil
	}
	spoken := slices.DeleteFunc(slices.Clone(c.spoken()), func(cite ties.Cite) bool { return v.x.Citation(cite.Citation).Phase != phase })
	if len(spoken) > 0 {
		tie.Evidence, err = v.evidence(v.x.Best(spoken))
	}
	return err
}

// showKinds makes the evidence of a tie the citation that names most of the kinds, the surest of several.
func (v *view) showKinds(tie *TieRow, c *claim, kinds []graph.Kind) error {
	asked := ties.KindsOf(kinds)
	return v.showMost(tie, c, func(cite ties.Cite) int {
		return bits.OnesCount(uint(asked & v.x.Citation(cite.Citation).Kinds))
	})
}

// showMost makes the evidence of a tie the citation of the greatest rank; where none has any, it stays as it is.
func (v *view) showMost(tie *TieRow, c *claim, rank func(ties.Cite) int) (err error) {
	var best []ties.Cite
	most := 1
	for _, cite := range c.cites() {
		r := rank(cite)
		if r > most {
			best, most = best[:0], r
		}
		if r == most {
			best = append(best, cite)
		}
	}
	if len(best) > 0 {
		tie.Evidence, err = v.evidence(v.x.Best(best))
	}
	return err
}
