package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchDisputes reads denials that sum up what was said before, in the same sentence or in the one before: "Iran arms the
// group, but Tehran denies it", "Tehran rejected the accusations." They deny what he who speaks is said to do, and nothing
// that others do. It runs behind the frames, whose candidates it answers.
func (s *sentence) matchDisputes() {
	for _, v := range s.groups {
		if v.kind != verbKind || !v.finite || v.negated || v.passive {
			continue
		}
		var speaker graph.ID
		switch {
		case s.refutes(v): // in the article's own voice
		case s.dismisses(v), s.doc.reader.classes.has("deny", v.lemma) && s.sumsUp(v):
			if speaker = s.speakerOf(v); speaker == "" {
				continue
			}
		default:
			continue
		}
		for _, c := range s.disputed(v, speaker) {
			c.qualifier = qualifier{polarity: graph.Denied, speaker: speaker}
			c.trigger = span{v.head, v.head + 1}
			c.percent = c.percent * sureDefinite / 100
			if c.sentence != s {
				c.sentence, c.valid = s, ""
				c.subjectEnd, c.objectEnd = s.endSpan(ref{group: v.subject}), span{v.last - 1, v.last - 1}
			}
			s.doc.candidates = append(s.doc.candidates, c)
		}
	}
}

// dismisses reports whether the verb calls what was said untrue: "The Kremlin called that nonsense."
func (s *sentence) dismisses(v *group) bool {
	if v.lemma != "call" && v.lemma != "describe" && v.lemma != "brand" && v.lemma != "label" || v.subject == nil {
		return false
	}
	for i := v.last; i < len(s.lower) && i < v.last+6; i++ {
		if s.doc.reader.classes.has("untrue", s.lower[i]) {
			return v.last < len(s.lower) && (isSummary(s.lower[v.last]) || v.object != nil && s.doc.reader.classes.has("report", v.object.lemma))
		}
	}
	return false
}

// refutes reports whether the article itself says that a report is false: "The report was false."
func (s *sentence) refutes(v *group) bool {
	return v.copula && s.falls(v) && v.subject != nil && v.subject.definite && s.doc.reader.classes.has("report", v.subject.lemma) && len(v.subject.after) == 0
}

func isSummary(word string) bool {
	switch word {
	case "it", "this", "that", "them", "these":
		return true
	}
	return false
}

// sumsUp reports whether what the verb denies is "it", or "the accusations", with nothing behind that tells which.
func (s *sentence) sumsUp(v *group) bool {
	o := v.object
	if o == nil || v.subject == nil || v.subject.index >= v.index {
		return false
	}
	if isSummary(s.lower[o.head]) {
		return o.first == o.head
	}
	next := o.index + 1
	explained := next < len(s.groups) && (s.groups[next].kind == compKind || s.groups[next].kind == verbKind) ||
		slices.ContainsFunc(o.after, func(a argument) bool { return a.prep == "of" || a.prep == "about" })
	return o.definite && s.doc.reader.classes.has("report", o.lemma) && !explained
}

// disputed gives the candidates that a denial answers: those before it in the sentence, or else those of the sentence
// before, in which the speaker, or the actor that he speaks for, is the one who acts; the article itself denies all.
func (s *sentence) disputed(v *group, speaker graph.ID) []candidate {
	var here, before []candidate
	for i := len(s.doc.candidates) - 1; i >= 0; i-- {
		c := s.doc.candidates[i]
		if c.sentence.index < s.index-1 {
			break
		}
		if !s.deedOf(c, speaker) {
			continue
		}
		switch {
		case c.sentence.index == s.index-1:
			before = append(before, c)
		case c.trigger.first < v.first:
			here = append(here, c)
		}
	}
	if len(here) > 0 {
		return here
	}
	return before
}

// deedOf reports whether the candidate tells what the speaker, or the actor that he speaks for, does.
func (s *sentence) deedOf(c candidate, speaker graph.ID) bool {
	switch c.frame.relation {
	case graph.Leads, graph.MemberOf, graph.Opposes:
		return false
	}
	return c.qualifier.polarity != graph.Denied &&
		(speaker == "" || c.subject.id == speaker || c.subject.id == s.doc.led(speaker) || c.subject.id == s.doc.belongs(speaker))
}

// survivesDenial reports whether no denial in the sentence governs what the candidate tells. It is the net under all rules:
// nothing behind a denial is ever affirmed. Where he who denies is who is said to have done it, the candidate becomes his
// denial: "refuted a report accusing it of arming X".
func (s *sentence) survivesDenial(c *candidate) bool {
	v := s.denialOver(c.trigger.first)
	if v == nil {
		return true
	}
	speaker := s.speakerOf(v)
	if c.qualifier.polarity != graph.Alleged || v.negated || speaker != c.subject.id {
		return false
	}
	c.qualifier = qualifier{polarity: graph.Denied, speaker: speaker}
	return true
}

// denialOver gives the denying verb that governs the token, or nil.
func (s *sentence) denialOver(token int) *group {
	for i, g := range s.groups {
		if g.last > token {
			return nil
		}
		if g.kind == verbKind && s.doc.reader.classes.has("deny", g.lemma) && s.tokens[g.head].Tag != text.NN && token < s.denialEnd(i) {
			return g
		}
	}
	return nil
}

// denialEnd gives the token at which the reach of the denying verb at i ends: with its sentence, before "but", or with the
// relative clause that it stands in.
func (s *sentence) denialEnd(i int) int {
	for k := i + 1; k < len(s.groups); k++ {
		switch next := s.groups[k]; {
		case next.kind == stopKind, next.kind == conjKind && next.lemma == "but", next.kind == compKind && next.lemma != "that",
			next.kind == commaKind && s.groups[i].link == relativeLink:
			return next.first
		}
	}
	return len(s.tokens)
}
