package export

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
)

// quotations are the citations of a statement to show. Rules that found it in the same sentence are one: the surest, with
// the kinds of all.
func quotations(s graph.Statement) []graph.Citation {
	var list []graph.Citation
	for _, c := range s.Citations {
		i := slices.IndexFunc(list, func(other graph.Citation) bool { return other.Span == c.Span && other.Sentence == c.Sentence })
		if i < 0 {
			list = append(list, c)
			continue
		}
		kinds := slices.Concat(list[i].Kinds, c.Kinds)
		if c.Confidence > list[i].Confidence {
			list[i] = c
		}
		slices.Sort(kinds)
		list[i].Kinds = slices.Compact(kinds)
	}
	return list
}

// howSaid tells how a citation tells its tie: whose word it is, what kinds and times it names, and how surely it was read.
func howSaid(g graph.Subgraph, s graph.Statement, c graph.Citation) string {
	how := []string{string(s.Polarity)}
	if s.Modality != "" {
		how[0] += " (" + string(s.Modality) + ")"
	}
	if s.Speaker != "" {
		how = append(how, "by "+printable(g.Called(s.Speaker)))
	}
	if c.Via != "" {
		how = append(how, "quoted from "+printable(g.Called(c.Via)))
	}
	how = append(how, notEmpty(joined(c.Kinds), string(c.Valid), string(c.Phase))...)
	if standing := g.Standing(s); standing.Confirmed() {
		how = append(how, string(standing)+" by a reviewer")
	}
	return strings.Join(append(how, "confidence "+c.Confidence.String()), ", ")
}

// provisos are what there is to mind about an article: that it is retracted, and that it says again what another said.
func provisos(a graph.Article) []string {
	list := notEmpty(string(a.Status))
	if a.CopyOf != uuid.Nil {
		list = append(list, "a copy of an earlier article")
	}
	return list
}

// caveats are what there is to mind about a tie, beside its polarity.
func caveats(t graph.Tie) []string {
	var list []string
	if len(t.Against) > 0 && t.Polarity != graph.Denied {
		list = append(list, "contested")
	}
	if t.Ended() {
		list = append(list, "ended")
	}
	return list
}
