package extract

import (
	"cmp"

	"entente.example/loader/text"
)

// front gives a verb without an object of its own, inside a relative clause, what the pronoun stands for: "a group that
// Chad accused Sudan of arming".
func (s *sentence) front(g *group) {
	if g.object != nil || g.passive {
		return
	}
	if up := g.governor; g.link == jointLink && up.link == relativeLink && up.fronted != nil && up.object == up.fronted && !s.doc.reader.classes.has("intransitive", g.lemma) {
		g.object = up.fronted // "the town, which X took in May and lost in June"
		return
	}
	if s.frontTold(g); !g.gerund && !g.infinitive {
		return
	}
	if up := g.governor; g.infinitive && up != nil && up.link == relativeLink && up.fronted != nil && up.object == up.fronted && s.leadsOn(up) {
		g.object, up.object = up.fronted, nil // "the town, which X had tried to take"
		return
	}
	for up, depth := g.governor, 0; up != nil && depth < 3; up, depth = up.governor, depth+1 {
		if up.link == relativeLink && up.fronted != nil && up.object != up.fronted {
			g.object = up.fronted
			return
		}
	}
}

// frontTold gives the verb of what somebody says in a relative clause what the pronoun stands for: "the town, which the army says it
// captured". The town is no object of the saying then.
func (s *sentence) frontTold(g *group) {
	if !g.finite || g.subject == nil || g.subject.index < 1 || g.subject.index >= g.index || s.doc.reader.classes.has("intransitive", g.lemma) {
		return
	}
	say := s.groups[g.subject.index-1]
	if say.kind != verbKind || !say.finite || say.link != relativeLink || say.fronted == nil || say.object != say.fronted || !s.doc.reader.reports(say.lemma) {
		return
	}
	g.object, say.object = say.fronted, nil
	g.link, g.governor = thatLink, say
}

// leadsOn reports whether the infinitive behind the verb tells what is done to the verb's object: "the town that X tried to take", "whom Y
// continued to arm".
func (s *sentence) leadsOn(v *group) bool {
	switch v.lemma {
	case "continue", "go_on", "proceed", "refuse", "decline":
		return true
	}
	return s.doc.reader.classes.any(v.lemma, "attempt", "plan", "fail", "begin", "end", "offer")
}

// governRelative: "the rebels who attacked", whose verb is told by the pronoun at rel.
func (s *sentence) governRelative(rel int, g *group) {
	g.link = relativeLink
	if isNominalRelative(s.groups[rel].lemma) {
		g.subject = s.antecedent(rel)
		if s.groups[rel].lemma != "who" && g.subject != nil && s.doc.reader.classes.has("harm", g.lemma) {
			g.subject = s.eventBefore(g.subject) // "an attack by X that killed ten"
		}
		if s.groups[rel].lemma != "who" && g.passive && g.subject != nil && s.doc.reader.classes.has("repel", g.lemma) {
			g.subject = s.eventBefore(g.subject) // "a raid on X, which was repelled by"
		}
	}
	g.governor = s.verbBefore(rel)
}

// phrasedRelative gives the relative pronoun behind which no more than phrases stand before the verb, the last of them ending at k,
// or -1: "who in 1998 received", "which, according to diplomats, supplied", "which since 2019 has been".
func (s *sentence) phrasedRelative(k int) int {
	for phrases := 0; k > 0; {
		switch g := s.groups[k]; g.kind {
		case relKind:
			if phrases > 0 && isNominalRelative(g.lemma) && g.lemma != "whose" {
				return k
			}
			return -1
		case commaKind, adverbKind:
			k--
		case nounKind:
			opens := s.groups[k-1].kind == prepKind || s.groups[k-1].kind == compKind && (g.lemma == "date" || s.doc.reader.classes.has("time", g.lemma))
			if phrases++; !opens || phrases > 2 {
				return -1
			}
			k -= 2
		default:
			return -1
		}
	}
	return -1
}

// frontPhrase gives a verb of a relative clause the phrase that the clause begins with: "the alliance to which X belongs",
// "the army against which it fights".
func (s *sentence) frontPhrase(v *group) {
	if v.link != relativeLink || v.subject == nil {
		return
	}
	k := v.subject.index - 1
	if k < 1 || s.groups[k].kind != relKind {
		return
	}
	if prep := s.cleftPhrase(k); prep != nil {
		v.args = append(v.args, argument{prep.lemma, s.groups[prep.index+1]})
		return
	}
	if s.groups[k].lemma != "which" && s.groups[k].lemma != "whom" && s.groups[k].lemma != "where" {
		return
	}
	prep := s.groups[k-1]
	if prep.kind != prepKind || prep.lemma == "of" {
		return
	}
	if over := s.antecedent(k - 1); over != nil && over != v.subject {
		v.args = append(v.args, argument{prep.lemma, over})
	}
}

// cleftPhrase gives the preposition of the phrase that "it was" and the "that" at rel bring to the fore, or nil: "it was to X that Y
// sent arms".
func (s *sentence) cleftPhrase(rel int) *group {
	if rel < 4 || s.groups[rel].lemma != "that" || s.groups[rel-1].kind != nounKind || s.groups[rel-2].kind != prepKind {
		return nil
	}
	if be := s.cleft(s.groups[:rel]); be == nil || be.index != rel-3 {
		return nil
	}
	return s.groups[rel-2]
}

// chiefsBody gives the body where a noun group is its chief behind "of", so that what follows is told of the body: "the
// Freedom Army of John Roe, crushed by France". Of all other groups it gives the group.
func (s *sentence) chiefsBody(g *group) *group {
	k := g.index
	n := s.headName(g)
	if n == nil && g.plural && len(g.names) == 0 && k > 1 && s.groups[k] == g && s.groups[k-1].lemma == "of" && s.doc.reader.classes.has("grouping", g.lemma) && s.doc.reader.classes.has("grouping", s.groups[k-2].lemma) {
		return s.groups[k-2] // "a coalition of groups backed by Cuba"
	}
	if n == nil || !s.person(n) || k < 2 || s.groups[k] != g || s.groups[k-1].lemma != "of" || s.groups[k-2].kind != nounKind {
		return g
	}
	body := s.groups[k-2]
	if m := s.headName(body); m == nil || s.person(m) || s.isPlaceName(m) {
		return g
	}
	return body
}

// ledBefore gives the body that a participle says is led by the person at k, whom no "which" describes: "the Movement, led by Roe, which".
func (s *sentence) ledBefore(k int) *group {
	n := s.headName(s.groups[k])
	if n == nil || !s.person(n) || k < 3 || s.groups[k-1].lemma != "by" || s.groups[k-2].kind != verbKind || !s.groups[k-2].participle {
		return nil
	}
	body := s.groups[k-3]
	if body.kind == commaKind && k > 3 {
		body = s.groups[k-4]
	}
	if m := s.headName(body); body.kind != nounKind || m == nil || s.person(m) {
		return nil
	}
	return body
}

// chiefOf gives the person of whose government a noun group speaks, whom "who" stands for: "the government of General Roe, who had".
func (s *sentence) chiefOf(g *group) *group {
	if g.of == nil || !s.doc.reader.classes.has("government", g.lemma) {
		return g
	}
	if n := s.headName(g.of); n == nil || !s.person(n) {
		return g
	}
	return g.of
}

// personOf gives the person whom "who" right behind the name of a body or state at k stands for, where the name only tells whose he is: "Roe, an
// ally of Egypt who holds the town", "a commander of the group who held it"; or nil. No body is "who" where one of its people is at hand.
func (s *sentence) personOf(rel, k int) *group {
	g, n := s.groups[k], s.headName(s.groups[k])
	if k > 1 && n != nil && s.isPlaceOrState(g) && s.groups[k-1].lemma == "of" && s.related(s.groups[k-2]) {
		return cmp.Or(s.describedBy(s.groups[k-2]), s.groups[k-2]) // "allies of Chad, who armed": no land is "who"
	}
	if k != rel-1 || k < 2 || s.groups[k-1].lemma != "of" || n == nil || s.person(n) || g.conjuncts != nil || s.doc.reader.classes.any(g.lemma, "force", "rebels", "nationals", "grouping") {
		return nil
	}
	if rel+1 < len(s.groups) && s.tokens[s.groups[rel+1].first].Tag == text.VBP {
		return nil // "a friend of the group who hold it"
	}
	one := s.groups[k-2]
	if one.kind != nounKind || one.plural || s.headName(one) != nil || s.doc.reader.classes.any(one.lemma, "force", "rebels", "grouping", "place", "quantity", "government") {
		return nil
	}
	return cmp.Or(s.describedBy(one), one)
}

// eitherSide reports whether it is open which of two who fight each other a passive verb of support behind them speaks of:
// "Chad attacked Sudan, backed by France", "an invasion of Sudan that was backed by France".
func (s *sentence) eitherSide(v *group) bool {
	victim := v.subject
	if v.kind != verbKind || !v.passive || v.link != relativeLink && v.link != participial || victim == nil || victim.index >= v.index || s.headName(victim) == nil {
		return false
	}
	over, frames := victim.verb, s.doc.reader.frames
	if over == nil || over.index > victim.index || victim.role == "subj" || over.subject == nil || len(over.subject.actor) == 0 {
		return false
	}
	event := over.object != nil && over.object != victim && (frames.assaults(over.object.lemma) || frames.hostile(over.object.lemma))
	if !event && (victim.role != "obj" || !frames.hostile(over.lemma)) {
		return false
	}
	switch apart := s.groups[victim.index+1].kind == commaKind; {
	case v.finite:
		return event && s.doc.reader.classes.has("approve", v.lemma) // nobody arms an invasion
	case !apart:
		return event
	}
	for k := v.index + 1; k < len(s.groups); k++ {
		if kind := s.groups[k].kind; kind == commaKind || kind == stopKind {
			return kind == stopKind // but "fought the group, backed by Chad, for years" tells of the group
		}
	}
	return true
}

// ofWhose reports whether the verb's subject is what "whose" behind a comma tells of, if need be in a phrase: "India, whose
// army under Roe attacked".
func (s *sentence) ofWhose(v *group) bool {
	for k := v.index - 1; k > 1 && k > v.index-5; k-- {
		switch g := s.groups[k]; {
		case g.kind == verbKind:
			return false
		case g.kind == relKind:
			return g.lemma == "whose" && s.groups[k-1].kind == commaKind
		}
	}
	return false
}

// governFronted: "the group which X trained", whose verb has the noun group at left for its subject and the pronoun before it for
// its object.
func (s *sentence) governFronted(left, i int, g *group) {
	g.subject, g.link = s.groups[left], relativeLink
	rel := s.fronting(left)
	if !isObjectRelative(s.groups[rel].lemma) || s.cleftPhrase(rel) != nil {
		return
	}
	if rel < 1 || s.groups[rel-1].kind != prepKind || s.groups[rel-1].lemma == "of" && rel > 2 && s.isShare(s.groups[rel-2]) {
		g.fronted = s.antecedent(rel) // and of "Goma, most of which X has lost" it is Goma
	}
	if lays(g.lemma) && g.fronted != nil {
		g.fronted = s.eventBefore(g.fronted)
	}
	switch {
	case g.fronted == nil:
	case s.ownObject(i, g):
		g.fronted = nil
	case !g.passive: // "which X is accused of arming"
		g.object = g.fronted
	}
}

// isShare reports whether the noun group tells how much of something is meant: "half", "most", "a third".
func (s *sentence) isShare(g *group) bool {
	switch g.lemma {
	case "half", "most", "much", "all", "part", "some", "third", "quarter", "bulk", "portion", "swathe", "majority", "rest":
		return len(g.names) == 0
	}
	return false
}

// frontedSubject gives the index of the subject that a relative pronoun stands before, where at most phrases stand between it and the end of
// what is left of the verb: "which X trained", "which the army of X trained", "which X, despite the truce, trained"; or -1.
func (s *sentence) frontedSubject(left int) int {
	k := left
	if s.groups[k].kind == commaKind {
		k = s.asideStart(k)
		if k < 2 || k == left-1 || s.groups[k].kind != commaKind || s.groups[k+1].kind == nounKind && !s.saysWhatIs(k) {
			return -1
		}
		k--
	}
	for phrases := 0; phrases < 2 && k > 2 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind && s.groups[k-2].kind == nounKind && s.fronting(k) < 0; phrases++ {
		k -= 2
	}
	if s.groups[k].kind != nounKind {
		return -1
	}
	rel := s.fronting(k)
	if rel <= 0 || k != left && (rel != k-1 || !isObjectRelative(s.groups[rel].lemma) || s.tellsTime(s.groups[k])) {
		return -1
	}
	return k
}

// asideStart gives the index of what stands before the phrases that the comma at k ends, another comma where they are put between two.
func (s *sentence) asideStart(k int) int {
	for k--; k > 0 && (s.groups[k].kind == nounKind || s.groups[k].kind == prepKind || s.groups[k].kind == adverbKind); k-- {
	}
	return k
}

// saysWhatIs reports whether the noun group behind the comma at k only says what the name right behind a relative pronoun is: "which X, a neighbour,
// armed".
func (s *sentence) saysWhatIs(k int) bool {
	if k < 2 || s.groups[k-2].kind != relKind || s.groups[k-1].kind != nounKind || s.headName(s.groups[k-1]) == nil {
		return false
	}
	g := s.groups[k+1]
	if s.headName(g) != nil || g.conjuncts != nil {
		return false
	}
	switch word := s.lower[g.first]; word {
	case "a", "an", "the", "another", "once", "itself":
		return true
	default:
		return isPossessive(word)
	}
}

// behindWhatIs reports whether the verb at i stands behind what commas say of the subject of a relative clause.
func (s *sentence) behindWhatIs(i int) bool {
	if i < 5 || s.groups[i-1].kind != commaKind {
		return false
	}
	k := s.asideStart(i - 1)
	return s.groups[k].kind == commaKind && s.saysWhatIs(k)
}

// fronting gives the index of the relative pronoun right before the subject at left, which may name two: "that experts and
// several governments say is backed by X", or -1.
func (s *sentence) fronting(left int) int {
	if left > 3 && s.groups[left-1].lemma == "date" && s.groups[left-2].kind == prepKind && s.groups[left-3].kind == relKind {
		return left - 3 // "which in 2014 X armed"
	}
	switch {
	case left > 1 && s.groups[left-1].lemma == "both" && s.groups[left-2].kind == relKind:
		return left - 2
	case left > 0 && s.groups[left-1].kind == relKind:
		return left - 1
	case left > 2 && s.groups[left-1].kind == conjKind && s.groups[left-2].kind == nounKind && s.groups[left-3].kind == relKind:
		return left - 3
	}
	return -1
}

// ownObject reports whether the verb of a clause with "that" has an object right behind it, so that the pronoun tells when or why: "the first
// time that Chad sent soldiers". Who is given something, or called something, is no such object.
func (s *sentence) ownObject(i int, v *group) bool {
	if i+1 >= len(s.groups) || v.fronted == nil {
		return false
	}
	object := s.groups[i+1]
	return object.kind == nounKind && !object.pronoun && !s.tellsTime(object) && (!s.takesTwo(i+1) || i+2 < len(s.groups) && s.groups[i+2].kind != nounKind && s.headName(object) == nil) && !s.doc.reader.reports(v.lemma) && v.fronted.index < v.index && s.groups[v.fronted.index].kind == nounKind &&
		(s.tellsTime(v.fronted) || v.fronted.lemma == "time" || s.suchBefore(v.fronted))
}

// suchBefore reports whether what the noun group tells is so great that the clause behind it follows: "such was the anger that".
func (s *sentence) suchBefore(g *group) bool {
	return s.lower[g.first] == "such" || g.index == 2 && (s.lower[0] == "such" || s.lower[0] == "so") && s.groups[1].kind == verbKind
}

// contact reports whether the noun group is described by the clause whose subject is the next: "the drones Iran sent".
func (s *sentence) contact(g, subject *group) bool {
	n := s.headName(subject)
	return g.kind == nounKind && g.last == subject.first && n != nil && (n.first == subject.first || n.first == subject.first+1 && s.lower[subject.first] == "the" && (s.describesPlace(g) || g.index > 0 && s.groups[g.index] == g && s.groups[g.index-1].kind != prepKind)) && s.opensContact(g, n)
}

// inContact reports whether the verb is that of a relative clause without a pronoun.
func (s *sentence) inContact(v *group) bool {
	return v.fronted != nil && v.subject != nil && s.contact(v.fronted, v.subject)
}

// describesPlace reports whether the noun group is a word for a place, with "a", that describes what the comma before it follows: ", a
// town".
func (s *sentence) describesPlace(g *group) bool {
	return g.first > 0 && s.tokens[g.first-1].Tag == text.Comma && (s.lower[g.first] == "a" || s.lower[g.first] == "an") && len(g.names) == 0 &&
		s.doc.reader.classes.any(s.lemma(g.head), "place", "grouping")
}
