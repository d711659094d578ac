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
		s.matchElided(v)
		if v.kind == verbKind && v.gerund && s.disclaims(v) {
			s.dispute(v, s.answerer(v)) // "denied having anything to do with it"
		}
		if v.kind != verbKind || !v.finite {
			continue
		}
		if v.passive {
			if s.deniedSince(v) {
				s.dispute(v, s.speakerOf(v)) // "This was later denied."
			}
			continue
		}
		switch {
		case s.saysNot(v), s.didNotSo(v), s.disclaims(v):
			s.dispute(v, s.answerer(v))
		case s.refutes(v), s.groundless(v): // in the article's own voice, or in that of who is quoted
			s.dispute(v, s.refuter(v))
		case v.negated:
		case s.dismisses(v), clears(v), s.doc.reader.classes.has("deny", v.lemma) && s.sumsUp(v):
			speakers := s.disputers(v)
			if len(speakers) == 0 && s.callsClaim(v) {
				speakers = []graph.ID{""} // "investigators dismissed the claim"
			}
			for _, speaker := range speakers {
				s.dispute(v, speaker)
			}
		}
	}
}

// matchElided reads denials of a deed that leave out whom or what it was done to, since the text told it before: "The Kremlin
// denies that it plans to invade." They deny the last such deed that the text lays to who denies it.
func (s *sentence) matchElided(v *group) {
	if v.kind != verbKind || v.passive || v.copula || v.object != nil || v.subject == nil || len(v.subject.actor) != 1 || len(v.args) > 0 || v.governor == nil || v.modal == "can" {
		return // who "cannot fight on" may have fought, and who "is not strong" too
	}
	triggers := s.doc.reader.frames.verbs[v.lemma]
	if len(triggers) == 0 {
		return
	}
	q := s.qualifyVerb(v)
	if q.polarity != graph.Denied || q.void {
		return
	}
	told := map[graph.Relation]bool{}
	for i := len(s.doc.candidates) - 1; i >= 0 && s.index-s.doc.candidates[i].sentence.index <= descriptionReach; i-- {
		c := s.doc.candidates[i]
		relation := c.frame.relation
		of := slices.ContainsFunc(triggers, func(t trigger) bool { return t.frame.relation == relation })
		if !of || relation == graph.Controls || relation == graph.Backs && !s.doc.reader.classes.has("sustain", v.lemma) || told[relation] || c.sentence == s || !s.deedOf(c, v.subject.actor[0].id) {
			continue
		}
		told[relation] = true
		c.qualifier, c.trigger, c.percent = q, span{v.head, v.head + 1}, c.percent*sureDefinite/100
		c.sentence, c.valid, c.kinds = s, "", nil
		c.subjectEnd, c.objectEnd = s.endSpan(ref{group: v.subject}), span{v.last - 1, v.last - 1}
		s.doc.candidates = append(s.doc.candidates, c)
	}
}

// dispute notes the denials of what the speaker is said to do, or the article's own of all. What somebody else says of him, and what
// is only reported and denied as an allegation, is then no more than a claim.
func (s *sentence) dispute(v *group, speaker graph.ID) {
	answered := s.disputed(v, speaker)
	if len(answered) == 0 {
		answered = s.claimsBefore(v, speaker)
	}
	if len(answered) == 0 && s.callsClaim(v) {
		s.unsettle(graph.Claimed, "", true)
	}
	for _, i := range answered {
		c := s.doc.candidates[i]
		if q := &s.doc.candidates[i].qualifier; q.reported && s.callsClaim(v) || speaker == "" && c.sentence != s && s.refutes(v) || q.speaker != "" && q.speaker != speaker || c.frame.rule == "attacked.claim" {
			q.allege(graph.Claimed)
		}
		c.qualifier = qualifier{polarity: graph.Denied, speaker: speaker}
		c.trigger = span{v.head, v.head + 1}
		c.percent = c.percent * sureDefinite / 100
		if c.sentence != s {
			c.sentence, c.valid = s, ""
			c.objectEnd = span{v.last - 1, v.last - 1}
			if c.subjectEnd = c.objectEnd; v.subject != nil {
				c.subjectEnd = s.endSpan(ref{group: v.subject})
			}
		}
		s.doc.candidates = append(s.doc.candidates, c)
	}
}

// letHappen reports whether the trigger tells what somebody failed to stop: who denies that he "failed to halt the smuggling of arms to X"
// does not deny that they were smuggled.
func (s *sentence) letHappen(trigger span) bool {
	classes := s.doc.reader.classes
	return slices.ContainsFunc(s.groups, func(stop *group) bool {
		up := stop.governor
		return stop.kind == verbKind && stop.infinitive && stop.last <= trigger.first && classes.any(stop.lemma, "end", "block") && up != nil && classes.has("fail", up.lemma)
	})
}

// inside reports whether the noun group has all of the tokens.
func (at span) inside(g *group) bool { return g.first <= at.first && at.last <= g.last }

// disputers gives those who deny: the one who speaks, each of "both", or for "the Gulf state" and "the group" the only one of
// their sort of whom the sentence before tells a deed.
func (s *sentence) disputers(v *group) []graph.ID {
	if g := v.subject; g != nil && len(g.actor) > 1 {
		ids := make([]graph.ID, len(g.actor))
		for i, r := range g.actor {
			ids[i] = r.id
		}
		return ids
	}
	if speaker := s.speakerOf(v); speaker != "" {
		return []graph.ID{speaker}
	}
	g := v.subject
	if g == nil || !g.definite || len(g.actor) > 0 || s.headName(g) != nil {
		return nil
	}
	state := s.doc.reader.classes.any(g.lemma, "government", "commonwealth")
	if !state && !s.doc.reader.classes.has("grouping", g.lemma) {
		return nil
	}
	var only graph.ID
	for i := len(s.doc.candidates) - 1; i >= 0 && s.doc.candidates[i].sentence.index >= s.index-1; i-- {
		c := s.doc.candidates[i]
		if c.sentence == s || !s.deedOf(c, "") || s.doc.entity(c.subject.id).IsState != state {
			continue
		}
		if only != "" && only != c.subject.id {
			return nil
		}
		only = c.subject.id
	}
	if only == "" {
		return nil
	}
	return []graph.ID{only}
}

// refuter gives who says that what was said before is untrue, or empty where the article itself does.
func (s *sentence) refuter(v *group) graph.ID {
	if up := v.governor; v.link == thatLink && up != nil && s.doc.reader.reports(up.lemma) {
		return s.speakerOf(up)
	}
	k := v.index - 1
	if k > 0 && isSummary(s.lower[s.groups[k].first]) {
		k--
	}
	if k > 0 && s.groups[k].kind == verbKind && s.groups[k].finite && s.doc.reader.reports(s.groups[k].lemma) {
		return s.speakerOf(s.groups[k]) // "X says this is not true"
	}
	var q qualifier
	s.attribute(v.first, &q)
	return q.speaker
}

// dismisses reports whether the verb calls what was said untrue: "The Kremlin called that nonsense."
func (s *sentence) dismisses(v *group) bool {
	if v.subject == nil || v.passive || !s.doc.reader.classes.has("pronounce", v.lemma) {
		return false
	}
	for i := v.last; i < len(s.lower) && i < v.last+6; i++ {
		if s.doc.reader.classes.has("untrue", s.lower[i]) || s.doc.reader.classes.has("untrue", s.lemma(i)) {
			return v.last < len(s.lower) && (isSummary(s.lower[v.last]) || v.object != nil && s.doc.reader.classes.has("report", v.object.lemma))
		}
	}
	return false
}

// disputeReach is how many sentences back a denial may answer a charge.
const disputeReach = 2

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
	if v.subject == nil || v.subject.index >= v.index {
		return false
	}
	if last := v.last; o == nil {
		alone := last+1 >= len(s.tokens)
		if !alone {
			switch s.tokens[last+1].Tag {
			case text.Period, text.Comma, text.Colon, text.CloseQuote, text.CloseBracket, text.CC:
				alone = true
			case text.RB, text.IN:
				alone = last < len(s.lower) && s.lower[last] != "that" // "denied this on Monday"
			}
		}
		return last < len(s.lower) && (isSummary(s.lower[last]) && alone || s.lower[last] == "doing" && last+1 < len(s.lower) && s.lower[last+1] == "so")
	}
	if isSummary(s.lower[o.head]) {
		return o.first == o.head
	}
	next := o.index + 1
	explained := next < len(s.groups) && (s.groups[next].kind == compKind || s.groups[next].kind == verbKind) ||
		slices.ContainsFunc(o.after, func(a argument) bool { return a.prep == "of" || a.prep == "about" || a.prep == "in" })
	bare := o.first == o.head && s.doc.reader.classes.has("part", o.lemma) // "denied involvement"
	return (o.definite || bare || s.lower[o.first] == "any" || s.lower[o.first] == "such") && s.doc.reader.classes.any(o.lemma, "report", "part") && !explained
}

// disputed gives the places of the candidates that a denial answers: those before it in the sentence in which the speaker, or
// the actor that he speaks for, is the one who acts, or else what others are said there to have done, or else his deeds in the
// sentence before; the article itself denies all.
func (s *sentence) disputed(v *group, speaker graph.ID) []int {
	var here, others, before []int
	end := v.first
	if s.deniesInBetween(v) {
		end = len(s.tokens)
	}
	ahead := s.deniesAtFirst(v)
	for i := len(s.doc.candidates) - 1; i >= 0; i-- {
		c := s.doc.candidates[i]
		if c.sentence.index < s.index-disputeReach {
			break
		}
		if c.sentence == s && v.subject != nil && c.trigger.first >= v.subject.last && c.trigger.first < v.first {
			continue // "Uganda, which has soldiers in Ituri, denies this": not that it has
		}
		if g := v.subject; c.sentence == s && g != nil && c.subjectEnd.inside(g) && c.objectEnd.inside(g) {
			continue // "Assad and his ally Russia denied the charge" denies no alliance
		}
		if own := v.object != nil && s.doc.reader.classes.has("part", v.object.lemma); c.sentence == s && c.trigger.first < end && !own && s.deedOf(c, "") && !s.deedOf(c, speaker) {
			others = append(others, i)
		}
		if o := s.claimOwner(v); o != "" && o != c.qualifier.speaker || c.sentence != s && c.qualifier.speaker != "" && slices.Contains(s.doc.speaksFor(c.qualifier.speaker), speaker) {
			continue // "dismissed X's claim": not what he said himself
		}
		if part := v.object; part != nil && s.doc.reader.classes.has("part", part.lemma) && (c.frame.relation == graph.DeployedTo || c.frame.relation == graph.Controls || c.frame.relation == graph.AlliedWith) {
			continue // "denied responsibility" for what was done, not for what is
		}
		if c.sentence.letHappen(c.trigger) {
			continue
		}
		if !s.deedOf(c, speaker) || c.sentence != s && c.inPassing() || c.sentence.index < s.index-1 && (c.qualifier.polarity != graph.Alleged || speaker == "") {
			continue
		}
		switch {
		case c.sentence != s:
			if len(before) > 0 && s.doc.candidates[before[0]].sentence != c.sentence {
				continue // the nearest sentence that tells of it
			}
			before = append(before, i)
		case c.trigger.first < end, ahead && c.frame.relation != graph.WithdrewFrom:
			here = append(here, i)
		}
	}
	switch {
	case len(here) > 0:
		return here
	case len(others) > 0:
		return others
	}
	if len(before) > 0 && s.rejectedIn(s.doc.candidates[before[0]].sentence) {
		return nil // "rejected reports that X. The reports are false": no more than said twice
	}
	return before
}

// claimOwner gives whose claim it is that the verb denies, "dismissed ECOMOG's claim", or nobody.
func (s *sentence) claimOwner(v *group) graph.ID {
	if v.object == nil || v.object.possessor == nil || !s.doc.reader.classes.has("report", v.object.lemma) {
		return ""
	}
	owner, _ := s.voice(v.object.possessor)
	return owner
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
	if v == nil || s.addedOn(c.trigger.first, v) || c.frame.office() && s.actsApart(c.trigger.first, v) {
		return true
	}
	if s.idleDenial(v) && !v.negated {
		return c.qualifier.polarity == graph.Alleged
	}
	speaker := s.speakerOf(v)
	if c.qualifier.polarity != graph.Alleged || v.negated || speaker != c.subject.id {
		return false
	}
	c.qualifier = qualifier{polarity: graph.Denied, speaker: speaker}
	return true
}

// actsApart reports whether the noun at the token is the subject of a clause of its own: "Moscow dismissed it, and its spokesman, Roe, said".
func (s *sentence) actsApart(token int, denial *group) bool {
	return slices.ContainsFunc(s.groups, func(v *group) bool {
		return v.kind == verbKind && v.finite && v.index > denial.index && (v.link == mainLink || v.link == jointLink) && v.subject != nil && v.subject.index > denial.index &&
			v.subject.first <= token && token < v.subject.last
	})
}

// addedOn reports whether the token stands in a clause that only adds something about a named one, whatever is denied: "denied
// shelling Goma, which the M23 holds".
func (s *sentence) addedOn(token int, denial *group) bool {
	for i := token; i > denial.last+1; i-- {
		switch s.lower[i] {
		case "which", "who", "where":
			at := slices.IndexFunc(s.groups, func(g *group) bool { return g.kind == nounKind && g.last == i-1 })
			if s.tokens[i-1].Tag != text.Comma || at < 0 || s.headName(s.groups[at]) == nil {
				return false
			}
			return len(s.groups[at].place) > 0 || len(s.groups[at].actor) > 0
		case ",", "that", "and":
			return false
		}
	}
	return false
}

// denialOver gives the denying verb that governs the token, or nil.
func (s *sentence) denialOver(token int) *group {
	for i, g := range s.groups {
		if g.last > token {
			return nil
		}
		if g.kind == verbKind && s.doc.reader.classes.has("deny", g.lemma) && s.tokens[g.head].Tag != text.NN && token < s.denialEnd(i) && !s.takesForSo(g) && !s.sacks(g) {
			return g
		}
	}
	return nil
}

// denialEnd gives the token at which the reach of the denying verb at i ends: with its sentence, before "but", with the
// relative clause that it stands in, or before what else its subject did.
func (s *sentence) denialEnd(i int) int {
	joined, simple := false, !s.groups[i].gerund
	for k := i + 1; k < len(s.groups); k++ {
		switch next := s.groups[k]; {
		case next.kind == conjKind && next.lemma == "and":
			joined = true
		case next.kind == verbKind && next.finite && joined && simple && next.subject != nil && next.subject == s.groups[i].subject:
			return next.first // "rejected the ultimatum and severed ties"
		case next.kind == verbKind && next.finite && simple && k > 0 && s.groups[k-1].kind == commaKind && next.subject != nil && next.subject == s.groups[i].subject && next.governor != s.groups[i]:
			return next.first // "rejected the ultimatum, closed the embassy and attacked"
		case next.kind == verbKind && next.finite && joined && next.link == jointLink && next.governor == s.groups[i] && s.tellsMore(next):
			return next.first // "denied that it armed X and accused Y of arming Z"
		case next.kind == verbKind && next.gerund && s.groups[k-1].kind == commaKind && next.governor == s.groups[i] && s.tellsMore(next):
			return next.first // "denied that it armed X, accusing Y of arming Z"
		case next.kind == verbKind && next.finite && s.opensOnly(s.groups[i], next):
			return next.subject.first // "While denying reports of a mutiny, X attacked Y"
		case next.kind == verbKind && next.gerund && k == i+1: // "denies backing X and accuses Y"
		case next.kind == verbKind, next.kind == compKind && next.lemma == "that":
			simple = false
		case next.kind == adverbKind && next.lemma == "however" && s.groups[k-1].kind == commaKind:
			return next.first
		case next.kind == bracketKind && s.tokens[next.first].Tag == text.CloseBracket, isDash(s.words[next.first]) && s.deniesInBetween(s.groups[i]):
			return next.first
		case next.kind == commaKind && (simple && s.deniesAhead(i, k) || s.deniesAside(i, k)):
			return next.first
		case next.kind == stopKind, next.kind == conjKind && next.lemma == "but", next.kind == compKind && next.lemma != "that",
			next.kind == commaKind && s.groups[i].link == relativeLink:
			return next.first
		}
	}
	return len(s.tokens)
}

// saysNot reports whether somebody says no more than that it is not so, leaving out what: "Chad says it does not."
func (s *sentence) saysNot(v *group) bool {
	switch v.lemma {
	case "do", "have":
	default:
		return false
	}
	up := v.governor
	if !v.negated || v.object != nil || v.subject == nil || v.link != thatLink || up == nil || !s.doc.reader.reports(up.lemma) || v.subject.index < up.index {
		return false
	}
	next := v.index + 1
	return next >= len(s.groups) || s.groups[next].kind == stopKind
}

// deniesAhead reports whether the denying verb at i is that of a clause or a participle which opens the sentence and ends with the comma at k,
// so that what the main clause tells is not denied: "Although it denied any part in it, Chad armed X".
func (s *sentence) deniesAhead(i, k int) bool {
	v := s.groups[i]
	if v.object == nil || v.object.kind != nounKind || v.object.pronoun || s.doc.reader.classes.has("report", v.object.lemma) || k+2 >= len(s.groups) {
		return false
	}
	subject, main := s.groups[k+1], s.groups[k+2]
	return subject.kind == nounKind && main.kind == verbKind && main.finite && main.subject == subject && s.onlyOpens(v, subject)
}

// deniedSince reports whether the passive verb says of what the sentence before told that somebody denies it: "This was denied by
// Kigali", "The reports were later denied".
func (s *sentence) deniedSince(v *group) bool {
	g := v.subject
	if v.negated || !s.doc.reader.classes.has("deny", v.lemma) || v.lemma == "dismiss" || g == nil || g.index > v.index || g.index > 0 && s.groups[0].kind != adverbKind {
		return false
	}
	if next := v.index + 1; next < len(s.groups) && (s.groups[next].kind == compKind || s.groups[next].kind == relKind) {
		return false // "it was denied that"
	}
	if isSummary(s.lower[g.head]) && s.lower[g.head] != "them" {
		return g.first == g.head && s.lower[g.head] != "it"
	}
	return g.definite && len(g.after) == 0 && len(g.names) == 0 && s.doc.reader.classes.has("report", g.lemma)
}

// deniesAside reports whether the denying verb at i stands in what two commas, the second at k, insert between a subject and its verb:
// "Chad, denying that it wanted war, armed X".
func (s *sentence) deniesAside(i, k int) bool {
	if k+1 >= len(s.groups) || s.groups[k+1].kind != verbKind || !s.groups[k+1].finite {
		return false
	}
	v, head := s.groups[i], s.groups[k+1].subject
	return head != nil && head.index < i && head == s.headOfInsertion(k) && (v.object == nil || !s.doc.reader.classes.has("report", v.object.lemma))
}

// confine makes a claim of what somebody contests: all that the sentence says before, but of what a relative clause tells in
// passing only his own deeds.
func (s *sentence) confine(q *qualifier, anchor *group, subject graph.ID) {
	v := s.clauseOf(anchor)
	own := subject == q.contested || subject == s.doc.led(q.contested) || subject == s.doc.belongs(q.contested)
	if !own && (v != nil && v.link == relativeLink || s.onlyIdea(q)) || s.accusedBehind(anchor) {
		q.contested = ""
		return
	}
	q.allege(graph.Claimed)
}

// contest notes the denial of the candidate noted last by who contests it.
func (s *sentence) contest(q qualifier) {
	if q.contested == "" || q.polarity == graph.Denied {
		return
	}
	c := s.doc.candidates[len(s.doc.candidates)-1]
	if c.sentence.letHappen(c.trigger) {
		return
	}
	if q.contested == somebody {
		if c.frame.relation == graph.Fights {
			return // who did not take the town may have fought for it
		}
		q.contested = ""
	}
	c.qualifier = qualifier{polarity: graph.Denied, speaker: q.contested, answers: true}
	s.doc.candidates = append(s.doc.candidates, c)
}

// ownDenials keeps, of what who contests the sentence is read to deny, his own deeds where it tells of any: "X helped Y to ambush
// Z, a charge X denies" does not deny the ambush.
func (s *sentence) ownDenials(from int) {
	kept := s.doc.candidates[:from]
	rest := s.doc.candidates[from:]
	own := func(c candidate) bool {
		return c.qualifier.answers && slices.Contains(s.doc.speaksFor(c.qualifier.speaker), c.subject.id)
	}
	at := slices.IndexFunc(rest, own)
	if at < 0 {
		return
	}
	words := rest[at].trigger
	for _, c := range rest {
		if !c.qualifier.answers || own(c) || c.trigger == words {
			kept = append(kept, c)
		}
	}
	s.doc.candidates = kept
}
