package extract

import "entente.example/graph"

// underIntent takes what a noun or an adjective before an infinitive does to a tie: "a plan to arm X", "a plea to France
// to support X", "ready to arm X", "reluctant to arm X".
func (s *sentence) underIntent(v *group, q *qualifier) {
	for k := v.index - 1; k >= 0 && k >= v.index-5; k-- {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			if s.lower[g.first] == "no" && (s.intention(g) || g.lemma == "position" || g.lemma == "means" || g.lemma == "way") {
				q.deny()
				return
			}
			if s.doc.reader.classes.has("report", g.lemma) && (g.lemma == "claim" || g.lemma == "boast" || g.lemma == "assertion") {
				q.allege(graph.Claimed) // "its claim to have captured"
				return
			}
			if s.intention(g) {
				s.underNoun(g, q)
				switch g.lemma {
				case "attempt", "bid", "effort":
					q.attempt = true
				case "failure", "inability":
					q.deny()
				}
				if g.lemma == "plea" || g.lemma == "order" || g.lemma == "pressure" {
					q.allege(graph.Demanded)
				}
				return
			}
			if k == 0 || s.groups[k-1].kind != prepKind {
				return
			}
		case prepKind, adverbKind:
		case adjKind:
			if g.first > 0 && s.lower[g.first-1] == "too" {
				q.void = true // "too weak to arm X"
				return
			}
			s.underWill(g, q)
			return
		default:
			return
		}
	}
}

// intention reports whether the noun tells of what is not yet done: "plan", "offer", "plea".
func (s *sentence) intention(g *group) bool {
	if g.first > 0 && s.lower[g.first-1] == "in" {
		return false // "in order to"
	}
	return s.doc.reader.classes.has("intention", g.lemma)
}

// underWill: "ready to arm X" plans it, "unwilling to arm X" does not.
func (s *sentence) underWill(g *group, q *qualifier) {
	switch g.lemma {
	case "ready", "willing", "prepared", "keen", "eager", "poised", "due", "set", "likely":
		q.allege(graph.Planned)
	case "reluctant", "unwilling", "unable", "loath":
		q.deny()
	}
}

// presume undoes the modality of what is only planned to grow: who pledges to increase aid gives aid.
func presume(q *qualifier) {
	switch {
	case q.polarity == graph.Denied:
		q.void = true // "did not increase aid" says nothing of the aid
	case q.modality == graph.Planned || q.modality == graph.Offered || q.modality == graph.Demanded:
		q.polarity, q.modality, q.phase = graph.Affirmed, "", graph.Ongoing
	}
}
