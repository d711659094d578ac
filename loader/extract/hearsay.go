package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// aside gives the verb of saying in "X, which Chad says arms Y" and "what Chad says was an attack": the text lays the words
// inside its own sentence at somebody's door, which is to keep its distance.
func aside(up *group) *group {
	if up != nil && up.link == relativeLink && up.finite && (up.fronted != nil || up.subject == nil || up.subject.pronoun) {
		return up
	}
	return nil
}

// termed gives the verb by which somebody gives a noun its name, "what Kyiv called a Russian attack", or nil.
func (s *sentence) termed(g *group) *group {
	for k := g.index - 1; k >= 1 && k >= g.index-2; k-- {
		switch v := s.groups[k]; {
		case v.kind == prepKind && v.lemma == "as":
		case v.kind == verbKind && s.terms(v) || v.kind == verbKind && v.copula && s.doc.reader.reports(s.groups[k-1].lemma) && s.groups[k-1].kind == verbKind:
			if v.copula {
				k--
			}
			if k > 1 && s.groups[k-1].kind == nounKind && s.groups[k-2].kind == relKind && s.groups[k-2].lemma == "what" {
				return s.groups[k]
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// doubtDoer takes the doubt about who it was that did what the verb tells: "suspected Houthi fighters attacked", "was hit by
// a suspected Israeli strike".
func (s *sentence) doubtDoer(v *group, q *qualifier) {
	for _, g := range s.roleGroups("subj", v) {
		if say := s.termed(g); say != nil {
			q.allege(graph.Claimed) // "what X says was an attack that killed ten"
			q.speaker = s.speakerOf(say)
		}
		if g.loyal != nil && slices.ContainsFunc(s.lower[g.head:g.loyal.first], isSupposed) {
			q.allege(graph.Suspected)
		}
		for i := g.first; g.kind == nounKind && i < g.head; i++ {
			switch s.lower[i] {
			case "suspected", "presumed", "apparent", "possible", "probable", "likely":
				q.allege(graph.Suspected)
			case "alleged", "purported", "supposed":
				q.allege(graph.Claimed)
			}
		}
	}
}

// doubtBefore takes the doubt that an adverb before a noun group raises about what its words say: "allegedly Chadian-backed
// rebels".
func (s *sentence) doubtBefore(g *group, q *qualifier) {
	if s.dreaded(g) {
		q.allege(graph.Suspected)
	}
	if i := g.index; i > 1 && s.groups[i-1].kind == prepKind && s.groups[i-2].kind == adverbKind && s.groups[i-2].last == s.groups[i-1].first {
		s.colour(s.doc.reader.classes.kind("hedge", s.groups[i-2].lemma), q) // "took X, perhaps with Y troops"
	}
	if g.first == 0 || len(g.compounds) == 0 {
		return
	}
	s.colour(s.doc.reader.classes.kind("hedge", s.lower[g.first-1]), q)
}

// eventBefore gives the noun for a deed to which a verb of blaming behind a phrase belongs: "an attack on Aden blamed on
// Iran", or the group itself.
func (s *sentence) eventBefore(g *group) *group {
	for over := g; over != nil; over = s.nounBefore(over) {
		if s.doc.reader.frames.event(over.lemma) {
			return over
		}
	}
	return g
}

// lays reports whether the verb lays a deed at somebody's door: "blamed on", "attributed to", "claimed by".
func lays(lemma string) bool {
	switch lemma {
	case "blame", "pin", "attribute", "ascribe", "claim":
		return true
	}
	return false
}

// holdsResponsible reports whether the verb and its object are followed by "responsible" or "accountable".
func (s *sentence) holdsResponsible(v *group) bool {
	if v.lemma != "hold" || v.object == nil || v.object.last >= len(s.lower) {
		return false
	}
	at := v.object.last
	if v.object.index < v.index {
		at = v.last
	}
	for i := at; i < len(s.lower) && i < at+3; i++ {
		if s.lower[i] == "responsible" || s.lower[i] == "accountable" || s.lower[i] == "liable" {
			return true
		}
	}
	return false
}

// implicates reports whether the verb lays the deed that the noun behind a preposition tells at its object's door: "linked X
// to the attack", "held X responsible for the attack".
func (s *sentence) implicates(g, v *group) bool {
	switch g.role {
	case "to", "with", "in":
		return s.doc.reader.classes.has("implicate", v.lemma) && s.doc.reader.classes.has("deed", g.lemma)
	case "for":
		return s.holdsResponsible(v)
	}
	return false
}

// deemed gives the verb by which somebody takes another for what the noun says: "is seen as its main backer", or nil. Who sees
// another as his own ally says what is so.
func (s *sentence) deemed(g *group) *group {
	if g.verb == nil || g.role != "as" || !deems(g.verb.lemma) || !g.verb.passive && isPossessive(s.lower[g.first]) {
		return nil
	}
	return g.verb
}

// deems tells the verbs by which somebody takes somebody for something: "is seen as arming".
func deems(lemma string) bool {
	switch lemma {
	case "see", "regard", "view", "perceive", "consider", "describe", "portray", "depict", "cast", "look_upon", "treat", "call", "label", "brand", "dub", "name":
		return true
	}
	return false
}

// expectsOf reports whether the verb expects of its object what the infinitive behind tells: "expects X to attack",
// "believes X to be arming".
func (s *sentence) expectsOf(object, v *group) bool {
	if v.passive || !s.doc.reader.classes.any(v.lemma, "suspect", "plan", "say") {
		return false
	}
	switch v.lemma {
	case "promise", "pledge", "vow", "swear":
		return false // who promises somebody to do it does it himself
	}
	return object.pronoun || s.mayObey(object)
}

// mayObey reports whether the noun group names those who can be told to do something.
func (s *sentence) mayObey(g *group) bool {
	return s.headName(g) != nil || s.doc.reader.classes.any(g.lemma, "force", "rebels", "nationals", "government", "grouping")
}

// laidBefore reports whether the participle at i lays the deed before it at somebody's door and another verb tells what the
// deed did: "an attack blamed on X killed ten".
func (s *sentence) laidBefore(i int, g *group) bool {
	if !lays(g.lemma) || i+3 >= len(s.groups) || s.groups[i+1].kind != prepKind || s.groups[i+2].kind != nounKind {
		return false
	}
	next := s.groups[i+3]
	return next.kind == verbKind && !next.infinitive && !next.gerund
}

// claimsOf gives the noun for a claim right before the subject at left of the verb at i, which tells what is claimed without
// a "that": "claims it is arming the group". What "the claims Chad made" are about is told elsewhere.
func (s *sentence) claimsOf(i, left int) *group {
	subject := s.groups[left]
	if left == 0 || subject.kind != nounKind || !subject.pronoun && len(subject.names) == 0 || s.doc.reader.classes.any(s.groups[i].lemma, "deny", "say", "accuse") {
		return nil
	}
	over := s.groups[left-1]
	if over.kind == nounKind && over.last == subject.first && s.claimClause(over.head) {
		return over
	}
	if over.kind != nounKind || over.last != subject.first || s.lower[over.head] == "talks" || !s.doc.reader.classes.has("report", over.lemma) || over.lemma == "report" && !over.plural {
		return nil
	}
	for k := i + 1; k < len(s.groups) && k < i+3; k++ {
		switch s.groups[k].kind {
		case nounKind, prepKind:
			return over
		case adverbKind:
		default:
			return nil
		}
	}
	return nil
}

// charge makes of a denied accusation two things: somebody's charge, and the denial by whom q names as the speaker. Who denies
// a plan, or a report that nobody signs, denies and no more.
func (s *sentence) charge(over *group, q *qualifier) bool {
	switch over.lemma {
	case "accusation", "allegation", "charge", "claim":
	default:
		return false
	}
	if q.polarity != graph.Affirmed || q.speaker == "" {
		return false
	}
	q.contested, q.charged = q.speaker, true
	q.speaker = ""
	if o := over.possessor; o != nil {
		q.speaker, _ = s.voice(o)
	} else if names := over.names; len(names) > 0 {
		if sense := s.doc.choose(s.names[names[0]].senses); sense.Entry != nil {
			q.speaker = sense.Entry.ID // "Egyptian claims"
		}
	}
	for _, a := range over.after {
		if q.speaker == "" && (a.prep == "by" || a.prep == "from") {
			q.speaker, _ = s.voice(a.noun)
		}
	}
	if q.speaker == q.contested {
		q.speaker = ""
	}
	q.allege(graph.Claimed)
	return true
}

// laidAhead reports whether a name and a verb of blaming with "on" or "to" follow the "that" at i: "an attack that X blames
// on Y".
func (s *sentence) laidAhead(i int) bool {
	at := i + 1
	if at < len(s.lower) && s.lower[at] == "the" {
		at++
	}
	n := s.nameAt(at)
	if n == nil || n.last+1 >= len(s.tokens) || !s.tokens[n.last].Tag.IsVerb() || !lays(text.Lemma(s.lower[n.last], s.tokens[n.last].Tag)) {
		return false
	}
	return s.lower[n.last+1] == "on" || s.lower[n.last+1] == "to"
}

// remarksOn reports whether the relative pronoun at k, behind a comma, opens what the text itself adds of whom or what is named before it:
// "accused X of arming Y, which holds Z".
func (s *sentence) remarksOn(k int, deed *group) bool {
	if k < 2 || s.groups[k-1].kind != commaKind || s.groups[k-2].kind != nounKind || s.headName(s.groups[k-2]) == nil {
		return false
	}
	return deed.subject != nil && !deed.subject.pronoun
}

// accuserOf gives the verb of accusing behind whose "of" a deed stands, or nil. It is the net under the other rules: of what
// somebody is accused of, nothing is affirmed.
func (s *sentence) accuserOf(deed *group) *group {
	relative := deed.link == relativeLink // "accused X of strikes that it carried out"
	if deed.kind != verbKind || !deed.gerund && !deed.infinitive && !relative {
		return nil
	}
	of := false
	for k := deed.index - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case stopKind:
			return nil
		case relKind, compKind:
			if !relative || k < deed.index-2 || s.remarksOn(k, deed) {
				return nil
			}
		case prepKind:
			of = of || g.lemma == "of" && k+1 < len(s.groups) && (relative || s.groups[k+1].gerund || s.groups[k+1].kind == adverbKind)
		case verbKind:
			if g.lemma == "accuse" || g.lemma == "suspect" {
				if of {
					return g
				}
				return nil
			}
			if g.finite {
				return nil
			}
		}
	}
	return nil
}

// deedWith gives the verb of the deed of which a noun tells that no other words make known: "accused X of carrying Y arms for Z"; or the
// group itself.
func (s *sentence) deedWith(g *group) *group {
	if g.kind != nounKind || s.headName(g) != nil || g.verb == nil || !g.verb.gerund || g.definite || g.possessor != nil || isPossessive(s.lower[g.first]) {
		return g
	}
	return g.verb
}

// settled reports whether the noun is a base that is known, of which something else is charged: "the Russian base in X armed Y, a charge
// that Moscow denies".
func (s *sentence) settled(g *group) bool {
	if g.kind != nounKind || !g.definite && g.possessor == nil || g.role != "subj" && (g.role != "obj" || !s.doc.reader.classes.has("accuse", g.verb.lemma)) {
		return false
	}
	switch g.lemma {
	case "base", "garrison", "outpost", "headquarters", "fleet", "embassy":
		return true
	}
	return false
}

// takenFor gives what somebody takes another for, "considers X a tool of Y", who says so, and makes a suspicion of what the verb
// could be read as planning or asking for.
func (s *sentence) takenFor(anchor *group, q *qualifier) {
	if anchor.kind != verbKind || !deems(anchor.lemma) || q.polarity != graph.Alleged {
		return
	}
	if q.modality == graph.Planned || q.modality == graph.Demanded {
		q.modality = graph.Suspected
	}
	if q.speaker == "" {
		q.speaker = s.speakerOf(anchor)
	}
}

// dreaded reports whether somebody is said to fear what the noun tells, which need not have come: "worried about a Soviet attack",
// "fearful of an invasion". What is known already is feared too, and told with "the" or with whose it is.
func (s *sentence) dreaded(g *group) bool {
	if g.definite || g.plural || g.possessor != nil || g.index < 2 || isPossessive(s.lower[g.first]) {
		return false
	}
	switch s.lower[g.first-1] {
	case "about", "over", "of", "at":
	default:
		return false
	}
	prep := s.groups[g.index-1]
	return prep.kind == prepKind && s.doc.reader.classes.has("dread", s.lower[prep.first-1])
}

// newlyClaimed takes the claim of who says that he attacked what nobody has told of before: "claimed to have destroyed an X base".
func (s *sentence) newlyClaimed(g *group, q *qualifier) {
	if up := g.verb.governor; s.lower[g.first] != "a" && s.lower[g.first] != "an" || up == nil || !s.doc.reader.classes.has("claim", up.lemma) {
		return
	}
	said := qualifier{polarity: graph.Affirmed}
	if s.climb(g.verb, &said); said.polarity == graph.Alleged && said.modality == graph.Claimed {
		q.allege(graph.Claimed)
		q.speaker = said.speaker
	}
}

// saidIn gives the noun for what somebody said in writing or in public, of which the gerund at hand tells the words: "a statement by Roe
// saying that", "reports claiming that".
func (s *sentence) saidIn(up *group) *group {
	if up == nil || !up.gerund || up.subject == nil || !s.doc.reader.classes.any(up.lemma, "say", "claim") {
		return nil
	}
	for _, g := range []*group{up.subject, s.nounBefore(up.subject)} {
		if g != nil && g.kind == nounKind && g.index < up.index && s.doc.reader.classes.has("report", g.lemma) {
			return g
		}
	}
	return nil
}
