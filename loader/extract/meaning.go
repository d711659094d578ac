package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// supposes lowers a tie that stands around "would mean": "warned that letting X strike Y would mean that Z is at war with Y".
// What comes before it is only supposed, and tells nothing; what it would mean is feared.
func (s *sentence) supposes(anchor *group, q *qualifier) {
	at := s.wouldMean()
	switch {
	case at < 0:
	case anchor.head > at:
		q.allege(graph.Suspected)
	case anchor.kind == verbKind && !anchor.finite:
		q.void = q.void || s.subjectOfMeaning(anchor, at)
	}
}

// wouldMean gives the token of "would" before "mean" and the like, or -1.
func (s *sentence) wouldMean() int {
	for i := 0; i+1 < len(s.lower); i++ {
		switch s.lower[i] {
		case "would", "could", "might", "may", "will":
		default:
			continue
		}
		switch s.lower[i+1] {
		case "mean", "amount", "constitute", "spell", "signify", "represent", "trigger", "provoke":
			return i
		}
	}
	return -1
}

// subjectOfMeaning reports whether no finite verb stands between the verb and the "would", and no subject before the verb, so
// that the verb is part of what would mean something.
func (s *sentence) subjectOfMeaning(v *group, would int) bool {
	for k := v.index + 1; k < len(s.groups) && s.groups[k].first < would; k++ {
		if g := s.groups[k]; g.kind == verbKind && g.finite || g.kind == stopKind {
			return false
		}
	}
	for k := v.index - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case compKind, stopKind, quoteKind:
			return true
		case verbKind:
			if g.finite {
				return false
			}
		}
	}
	return true
}

// hadOnly reports whether "had" before its subject makes a condition of a clause: "might have bombed X in 2013 had Y not backed
// down".
func (s *sentence) hadOnly() bool {
	for i := 0; i+2 < len(s.lower); i++ {
		if s.lower[i] != "had" || s.nameAt(i+1) == nil && s.tokens[i+1].Tag != text.DT && s.tokens[i+1].Tag != text.PRP {
			continue
		}
		if i == 0 || s.tokens[i-1].Tag == text.Comma || s.tokens[i-1].Tag == text.CD || s.nameAt(i+1) != nil && s.tokens[i-1].Tag.IsNoun() {
			return true
		}
	}
	return false
}
