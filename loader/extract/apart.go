package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// keepDistance takes the phrases that stand apart from the verb and say how far the text itself stands behind what the verb
// tells: "by no means does X arm Y", "in Kigali's telling", "Wagner, its founder claimed, had taken", "word has it that".
func (s *sentence) keepDistance(anchor *group, q *qualifier) {
	if s.byNoMeans(anchor) || anchor.kind == nounKind && anchor.verb != nil && isObject(anchor, anchor.verb) && !s.given(anchor, anchor.verb) && s.byNoMeans(anchor.verb) {
		q.deny()
	}
	if len(s.lower) > 1 && perchance(s.lower[0]) && s.mainClause(anchor) || s.asFarAs() {
		q.allege(graph.Suspected)
	}
	if anchor.kind == verbKind && s.idleQuestion(anchor) {
		q.void = true
	}
	if at := s.inTelling(anchor); at > 0 {
		q.allege(graph.Claimed)
		if q.speaker == "" {
			q.speaker = s.tellerAt(at)
		}
	}
	if s.wordHasIt(anchor) || s.hearsayAhead(anchor) {
		q.allege(graph.Claimed)
	}
	s.afterthought(anchor, q)
	if say := s.asClaimed(); say != nil {
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(say)
	}
	if say := s.interposed(anchor); say != nil {
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(say)
	}
}

// byNoMeans reports whether a phrase with "no" denies what the group tells, before its verb or behind it, with no other deed
// between: "in no way backs", "at no time did X arm Y", "under no circumstances".
func (s *sentence) byNoMeans(g *group) bool {
	if !slices.Contains(s.lower, "no") {
		return false
	}
	at := g.first
	for i := at - 1; i > 0; i-- {
		if s.words[i] == ";" || s.lower[i] == "which" || s.lower[i] == "who" || s.lower[i] == "whose" || s.lower[i] == "but" || s.ownDeed(i, g) {
			break
		}
		if s.lower[i] == "no" && s.emphatic(i) {
			return i+2 >= len(s.lower) || s.lower[i+2] != "uncertain"
		}
	}
	for i := at + 1; i+1 < len(s.lower); i++ {
		if s.words[i] == ";" || s.lower[i] == "but" || s.words[i] == "," || s.ownDeed(i, g) {
			return false
		}
		if s.lower[i] == "no" && s.emphatic(i) {
			return true
		}
	}
	return false
}

// emphatic reports whether the "no" at i stands in a phrase that denies a whole clause.
func (s *sentence) emphatic(i int) bool {
	if i == 0 || i+1 >= len(s.lower) {
		return false
	}
	switch s.lower[i-1] + " " + s.lower[i+1] {
	case "by means", "in way", "in ways", "in sense", "in respect", "in fashion", "in circumstances", "in circumstance", "in event", "in case",
		"at time", "at point", "at stage", "at moment", "on account", "under circumstances", "under circumstance", "under conditions", "to extent":
		return true
	}
	return false
}

// ownDeed reports whether the verb at the token tells something else than the group does: no auxiliary, and nobody who speaks.
func (s *sentence) ownDeed(token int, g *group) bool {
	if token >= g.first && token < g.last {
		return false
	}
	if !s.tokens[token].Tag.IsVerb() {
		return false
	}
	k, found := slices.BinarySearchFunc(s.groups, token, func(v *group, token int) int { return v.last - 1 - token })
	if !found && k >= len(s.groups) {
		return false
	}
	v := s.groups[k]
	return v.kind == verbKind && v.head == token && v != g && v.finite && !v.copula && v.lemma != "do" && v.lemma != "have" && v.lemma != "mean" && !s.doc.reader.reports(v.lemma)
}

// idleQuestion reports whether the clause asks why somebody would do something, which is to say that he does not: "why
// would X arm Y".
func (s *sentence) idleQuestion(v *group) bool {
	if v.subject == nil || v.subject.first < 2 || v.subject.index > v.index {
		return false
	}
	switch s.lower[v.subject.first-1] {
	case "would", "should", "could":
		return s.lower[v.subject.first-2] == "why" || s.lower[v.subject.first-2] == "how"
	}
	return false
}

// hearsayAhead reports whether an adverb of hearsay opens the sentence, or stands at the verb that this one is joined to:
// "reportedly crossed the border and shelled X".
func (s *sentence) hearsayAhead(g *group) bool {
	if len(s.lower) > 0 && hearsay(s.lower[0]) && s.mainClause(g) {
		return true
	}
	if g.kind != verbKind {
		return false
	}
	for v, depth := g, 0; v.link == jointLink && v.governor != nil && depth < 4; depth++ {
		if slices.Contains(s.lower[v.governor.last:max(v.first, v.governor.last)], "but") {
			return false
		}
		v = v.governor
		if slices.ContainsFunc(s.lower[max(v.first-1, 0):v.last], hearsay) {
			return true
		}
	}
	return false
}

// mainClause reports whether the group belongs to the first finite clause of its sentence.
func (s *sentence) mainClause(g *group) bool {
	if g.kind != verbKind {
		g = s.clauseOf(g)
	}
	return g != nil && (g.link == mainLink || g.link == jointLink)
}

// hearsay tells the adverbs of what is told at second hand.
func hearsay(word string) bool {
	switch word {
	case "allegedly", "reportedly", "purportedly", "supposedly", "reputedly", "ostensibly":
		return true
	}
	return false
}

// perfect reports whether the infinitive tells of what was over: "to have invaded".
func (s *sentence) perfect(v *group) bool {
	return v.infinitive && slices.Contains(s.lower[v.first:v.head], "have")
}

// interposed gives the verb of claiming that stands between commas inside the clause: "Wagner, its founder claimed, had taken".
func (s *sentence) interposed(g *group) *group {
	for i, v := range s.groups {
		if v.kind != verbKind || v.last > g.first || !v.finite || v.object != nil || v.negated || !s.doc.reader.classes.any(v.lemma, "claim", "suspect") && (v.lemma != "say" || !v.passive) || !s.trails(i) {
			continue
		}
		if i+1 < len(s.groups) && s.groups[i+1].kind == commaKind && v.subject != nil && v.subject.index < i {
			return v
		}
	}
	return nil
}

// thenBids reports whether an infinitive follows who is called on to do what it tells: "called on Ankara to intervene".
func (s *sentence) thenBids(g *group) bool {
	next := g.index + 1
	return s.doc.reader.classes.has("demand", g.verb.lemma) && next < len(s.groups) && s.groups[next].kind == verbKind && s.groups[next].infinitive
}

// pointsAt reports whether the verb and its object charge whoever stands behind "at": "pointed the finger at", "levelled
// accusations at", "lashed out at".
func (s *sentence) pointsAt(v *group) bool {
	switch v.lemma {
	case "lash", "lash_out", "hit_out", "hit", "rail", "fume", "rage":
		return len(s.argumentsOf(v, "at")) > 0
	}
	if v.object == nil {
		return false
	}
	switch v.object.lemma {
	case "finger":
		return v.lemma == "point"
	case "accusation", "charge", "allegation", "criticism":
		return v.lemma == "level" || v.lemma == "hurl" || v.lemma == "direct" || v.lemma == "fling" || v.lemma == "throw" || v.lemma == "aim"
	}
	return false
}

// behindClaim reports whether the "that" at i tells what a report before a phrase of place or origin says: "a suspicion in
// Baku that Iran ships arms", but not "a report on militias that Iran arms".
func (s *sentence) behindClaim(i int) bool {
	n := len(s.groups)
	if n < 3 || s.groups[n-1].kind != nounKind || s.groups[n-2].kind != prepKind || s.groups[n-3].kind != nounKind {
		return false
	}
	switch s.groups[n-2].lemma {
	case "in", "by", "from", "among", "at":
	default:
		return false
	}
	if over := s.groups[n-3].lemma; !s.doc.reader.classes.has("report", over) && over != "denial" {
		return false
	}
	next := s.nameAt(i + 1)
	return next != nil && next.last+1 < len(s.tokens) && s.tokens[next.last].Tag.IsVerb() && !s.tokens[next.last+1].Tag.IsVerb()
}

// asks reports whether the sentence is a question that may be answered by no: "Did Turkey attack?"
func (s *sentence) asks() bool {
	end := len(s.words) - 1
	for end > 0 && (s.tokens[end].Tag == text.CloseQuote || s.words[end] == "\"" || s.words[end] == "”") {
		end--
	}
	if end < 1 || s.words[end] != "?" {
		return false
	}
	first := 0
	for first < end && (s.tokens[first].Tag == text.OpenQuote || s.words[first] == "\"" || s.tokens[first].Tag == text.CC) {
		first++
	}
	return s.mayBeDenied(first)
}

// mayBeDenied reports whether the question that begins at the token may be answered by no: "Did X arm Y?", "What if X armed Y?", but not
// "Why did X arm Y?".
func (s *sentence) mayBeDenied(first int) bool {
	switch s.lower[first] {
	case "why", "how", "when", "where", "who", "what":
		return s.lower[first+1] == "if"
	}
	return true
}

// untilThen reports whether "until" or "for" with a time follows the negated verb: "did not leave until 1962" says that
// it left.
func (s *sentence) untilThen(v *group) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case stopKind, verbKind:
			return false
		case prepKind, compKind:
			if g.lemma == "until" || g.lemma == "till" || g.lemma == "for" && g.last < len(s.lower) && s.lower[g.last] == "another" {
				return true
			}
		}
	}
	return false
}

// rejoinApart joins an auxiliary with "not" and its verb around what commas insert: "did not, however, arm", "has not, it says,
// sent", "will not, the envoy added, attack".
func (s *sentence) rejoinApart(i int, g *group) {
	auxiliary := g.lemma == "do" || g.lemma == "have" || g.lemma == "be" || g.modal != "" && (g.lemma == "" || g.lemma == g.modal)
	bare := !g.negated && g.modal == "" && (g.lemma == "have" || g.lemma == "be") && g.first+1 == g.last // "had, the panel found, armed"
	if !auxiliary || !g.negated && g.modal == "" && !bare || !g.finite || i+3 >= len(s.groups) || s.groups[i+1].kind != commaKind {
		return
	}
	for k := i + 2; k+1 < len(s.groups) && k < i+9; k++ {
		if s.groups[k].kind != commaKind {
			continue
		}
		late := s.groups[k+1]
		if late.kind != verbKind || late.infinitive || late.first != late.head || bare && !s.completes(g, late) {
			return
		}
		late.finite, late.participle, late.gerund = true, false, false
		late.negated, late.auxiliary = late.negated || g.negated, g
		late.passive = g.lemma == "be" && s.tokens[late.head].Tag != text.VBG
		if late.modal == "" {
			late.modal = g.modal
		}
		g.lemma = ""
		return
	}
}

// partly reports whether what is negated is only how far, how openly or once more: "does not fully control the town" controls
// some of it, "did not attack it again" has attacked it before.
func (s *sentence) partly(v *group) bool {
	if v.last < len(s.lower) && (s.lower[v.last] == "just" || s.lower[v.last] == "only" || s.lower[v.last] == "merely" || s.lower[v.last] == "solely") {
		return true // "does not arm just X"
	}
	for i := v.first; i < v.last; i++ {
		switch s.lower[i] {
		case "fully", "completely", "entirely", "totally", "wholly", "officially", "formally", "publicly", "openly", "exclusively", "solely", "necessarily", "always":
			return true
		}
	}
	for k := v.index + 1; k < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case stopKind, verbKind, compKind, relKind, commaKind:
			return false
		case adverbKind:
			if g.lemma == "again" || g.lemma == "anymore" || g.lemma == "fully" || g.lemma == "completely" || g.lemma == "entirely" {
				return true
			}
		case nounKind:
			if s.lower[g.first] == "any" && g.first+1 < len(s.lower) && (s.lower[g.first+1] == "more" || s.lower[g.first+1] == "further") {
				return true
			}
		}
	}
	return false
}

// inheritDoubt takes over who claims, suspects or denies that something goes on, and not what is wanted of it: "is believed to
// have continued to arm X", "accused Y of continuing to arm X".
func (s *sentence) inheritDoubt(v *group, q *qualifier) {
	class := s.doc.reader.classes
	for depth := 0; v != nil && depth < 6; depth++ {
		up := v.governor
		if v.report != nil {
			s.underNoun(v.report, q)
			return
		}
		if v.link == conditional {
			q.void = true
			return
		}
		if up == nil {
			return
		}
		told := v.link == thatLink || v.link == prepositional || v.link == toLink && (up.passive || class.has("claim", up.lemma) || v.gerund)
		switch {
		case !told || up.negated:
		case class.has("deny", up.lemma):
			q.deny()
			return
		case class.has("claim", up.lemma), class.has("accuse", up.lemma) && up.lemma != "suspect", up.passive && up.lemma == "say":
			q.allege(graph.Claimed)
		case class.has("suspect", up.lemma):
			q.allege(graph.Suspected)
		}
		v = up
	}
}

// chargedWith reports whether somebody is accused or suspected of what the verb, or one that it depends on, tells.
func (s *sentence) chargedWith(v *group) bool {
	for depth := 0; v != nil && v.governor != nil && depth < 4; depth++ {
		up := v.governor
		if v.link != toLink && v.link != prepositional {
			return false
		}
		if v.link == prepositional && s.doc.reader.classes.has("accuse", up.lemma) && !up.negated {
			return true
		}
		v = up
	}
	return false
}

// behindAside gives the index of what stands behind a phrase between commas at k: "Egypt and, more discreetly, France", "Zaire and, for a
// time, China"; or k.
func (s *sentence) behindAside(k int) int {
	if k >= len(s.groups) || s.groups[k].kind != commaKind {
		return k
	}
	for m := k + 1; m+1 < len(s.groups) && m < k+6; m++ {
		switch g := s.groups[m]; g.kind {
		case adverbKind, adjKind, prepKind:
		case nounKind:
			if s.groups[m-1].kind != prepKind && g.lemma != "date" {
				return k
			}
		case commaKind:
			if m == k+1 {
				return k
			}
			return m + 1
		default:
			return k
		}
	}
	return k
}

// inAside reports whether the noun group at k is the one of such a phrase.
func (s *sentence) inAside(k int) bool {
	return k > 3 && k+1 < len(s.groups) && s.groups[k-1].kind == prepKind && s.groups[k-2].kind == commaKind && s.groups[k-3].kind == conjKind && s.groups[k+1].kind == commaKind
}

// afterAside reports whether a comma and an aside stand before the last item of a list, so that what is told of it is told of it alone.
func (s *sentence) afterAside(g *group) bool {
	i := g.first - 1
	for i > 0 && (s.tokens[i].Tag == text.DT || s.tokens[i].Tag == text.JJ) {
		i--
	}
	if i < 2 || s.tokens[i].Tag != text.Comma {
		return false
	}
	for i--; i > 0 && s.tokens[i].Tag != text.Comma; i-- {
	}
	return i > 0 && s.tokens[i-1].Tag == text.CC
}

// besides reports whether "not only" begins at the token, which denies nothing.
func (s *sentence) besides(i int) bool {
	if i < 0 || i+1 >= len(s.lower) || s.lower[i] != "not" {
		return false
	}
	switch s.lower[i+1] {
	case "only", "just", "merely", "simply", "solely":
		return true
	}
	return false
}

// contrasts reports whether "not" at the token denies only what it stands before, since a "but" puts another in its place: "was armed
// not by X but by Y".
func (s *sentence) contrasts(i int) bool {
	if s.lower[i] != "not" || i+1 >= len(s.tokens) || s.tokens[i+1].Tag.IsVerb() || s.tokens[i+1].Tag == text.TO {
		return false
	}
	for k := i + 2; k < len(s.tokens) && k < i+14; k++ {
		switch tag := s.tokens[k].Tag; {
		case s.lower[k] == "but":
			return true
		case tag == text.Period || tag == text.VBD || tag == text.VBZ || tag == text.VBP || tag == text.WDT || tag == text.WP:
			return false
		}
	}
	return false
}
