package extract

import (
	"strings"

	"entente.example/loader/text"
)

// rejoinVerbs joins "has" and "made" around "with Turkish help", and reads "X Ved by" as a participle.
func (s *sentence) rejoinVerbs() {
	for i, g := range s.groups {
		if g.kind != verbKind {
			continue
		}
		if late := i + 2; (g.lemma == "have" || g.lemma == "be") && late < len(s.groups) && s.groups[i+1].kind == quoteKind && s.groups[late].kind == verbKind && s.groups[late].participle {
			v := s.groups[late] // of having "armed" X
			v.finite, v.gerund, v.infinitive, v.participle, v.passive = g.finite, g.gerund, g.infinitive, false, g.lemma == "be"
			v.negated, v.auxiliary = v.negated || g.negated, g
			g.lemma = ""
		}
		if s.saidOf(i, g) {
			g.finite, g.participle, g.passive = false, true, true
		}
		if late := i + 1; g.lemma == "stand" && g.finite && late < len(s.groups) && s.groups[late].kind == verbKind && s.doc.reader.classes.has("accuse", s.groups[late].lemma) {
			s.groups[late].finite, s.groups[late].participle, s.groups[late].passive, s.groups[late].auxiliary = true, false, true, g
			g.lemma = "" // "stands accused of"
		}
		s.rejoinApart(i, g)
		s.rejoinLate(i, g)
		// "forces backed by X": the tagger may take the participle for a past tense
		if i > 0 && g.finite && g.first == g.lastVerb && s.tokens[g.head].Tag == text.VBD && g.lemma != "stand" && s.agentNext(i) {
			g.finite, g.participle, g.passive = false, true, true
		}
		if g.participle && (s.behindRelative(i) || s.behindWhatIs(i) && s.pastForm(g) && g.first == g.head && !s.agentNext(i) || i > 1 && s.headName(s.groups[i-1]) != nil && s.ofRelative(i) && s.pastForm(g) && !s.agentNext(i) && !aligns(g.lemma)) {
			g.finite, g.participle, g.passive = true, false, false // "which first fought", "that Chad armed in 2014"
		}
		if s.composedOf(i, g) || s.aligned(i, g) {
			g.finite, g.participle, g.passive = false, true, true
			continue
		}
		inserted := s.insertedParticiple(i, g) || s.sharesAgent(i, g)
		if inserted {
			g.finite, g.participle, g.passive = false, true, true
		}
		if s.reducedBefore(i, g) {
			g.finite, g.participle, g.passive = false, true, true
		}
		// "the army seized X": the tagger may take the past tense for a participle, which has no object
		if g.participle && i > 0 && s.objectNext(i) && s.pastForm(g) && !s.naming(i, g) {
			if before := s.groups[i-1].kind; before == nounKind || before == commaKind || before == adverbKind || before == relKind || before == bracketKind || !s.otherFinite(g) {
				g.finite, g.participle, g.passive = true, false, false
			}
		}
		if g.participle && i > 0 && s.groups[i-1].kind == conjKind && s.pastForm(g) && !s.behindPassive(i) && i+1 < len(s.groups) && !s.agentNext(i) {
			g.finite, g.participle, g.passive = true, false, false
		}
		// "protests resulted in": no finite verb elsewhere
		late := i > 0 && (s.groups[i-1].kind == nounKind || s.groups[i-1].kind == commaKind && i > 3 && !s.doc.reader.classes.has("found", g.lemma) || s.groups[i-1].kind == adverbKind && i > 1 && (s.groups[i-2].kind == nounKind && strings.HasSuffix(s.groups[i-1].lemma, "ly") || s.groups[i-2].kind != verbKind && isNext(s.groups[i-1].lemma) && !s.sits(i)))
		if g.participle && late && !inserted && !(s.groups[i-1].kind == commaKind && (s.resumes(i) || s.sits(i) || s.attached(i))) && !s.laidBefore(i, g) && !s.ofApposition(i) && (s.pastForm(g) && !s.otherFinite(g) || !s.finiteInClause(i)) && i+1 < len(s.groups) && !s.agentNext(i) {
			g.finite, g.participle, g.passive = true, false, s.befell(i, g)
		}
		if s.befallen(i, g) {
			g.passive = true
		}
	}
}

// sharesAgent reports whether the verb at i, which looks finite, is the first of two participles of what the same one does: "and, paid and armed
// by X, drove them out".
func (s *sentence) sharesAgent(i int, g *group) bool {
	if !g.finite || g.first != g.lastVerb || !s.pastForm(g) || i < 1 || i+2 >= len(s.groups) || s.groups[i-1].kind != commaKind || s.groups[i+1].kind != conjKind {
		return false
	}
	next := s.groups[i+2]
	return next.kind == verbKind && next.first == next.lastVerb && s.pastForm(next) && s.agentNext(i+2) && s.resumes(i+2)
}

// composedOf reports whether the verb at i tells what the noun before it consists of: "a force made up of A and B".
func (s *sentence) composedOf(i int, g *group) bool {
	if g.infinitive || g.gerund || g.auxiliary != nil || g.passive && g.finite || i == 0 || i+1 >= len(s.groups) || s.groups[i+1].lemma != "of" {
		return false
	}
	return g.lemma == "make_up" || (g.lemma == "compose" || g.lemma == "comprise") && g.first == g.head && s.pastForm(g)
}

// rejoinLate joins "has" or "was" at i to its participle behind a phrase: "has with French help made", "has, in recent years,
// repeatedly armed".
func (s *sentence) rejoinLate(i int, g *group) {
	if g.lemma != "have" && g.lemma != "be" || !g.finite {
		return
	}
	if i > 0 && i+2 < len(s.groups) && g.lemma == "have" && g.first+1 == g.last && s.groups[i-1].kind != nounKind && s.groups[i+1].kind == nounKind && s.groups[i+2].kind == verbKind && s.groups[i+2].participle && !s.agentNext(i+2) {
		late := s.groups[i+2]
		late.finite, late.participle, late.passive = true, false, false
		g.lemma = "" // "no sooner had the army taken"
		return
	}
	at, commas := i+1, 0
	skip := func() {
		for ; at < len(s.groups) && (s.groups[at].kind == commaKind || s.groups[at].kind == adverbKind); at++ {
			if s.groups[at].kind == commaKind {
				commas++
			}
		}
	}
	skip()
	if at+2 >= len(s.groups) || s.groups[at].kind != prepKind || s.groups[at+1].kind != nounKind {
		return
	}
	phrase := s.groups[at]
	at += 2
	skip()
	if at >= len(s.groups) || commas%2 != 0 || phrase.lemma == "by" && s.agentNext(at) {
		return
	}
	late := s.groups[at]
	if late.kind != verbKind || !late.participle && (commas > 0 || late.first != late.head || late.infinitive || late.gerund) {
		return
	}
	late.finite, late.participle = true, false
	late.passive = g.lemma == "be"
	late.negated = late.negated || g.negated
	late.auxiliary = g
	g.lemma = "" // an auxiliary, no verb of its own
}

// befell reports whether the verb at i, in a sentence without another, tells what was done to its subject, as headlines do: "Three
// soldiers killed in attack".
func (s *sentence) befell(i int, g *group) bool {
	switch g.lemma {
	case "kill", "wound", "injure", "behead", "execute", "displace", "arrest", "destroy", "massacre":
		return !s.objectNext(i)
	}
	return false
}

// naming reports whether the participle at i tells what the noun before it is called: "launched an operation called X".
func (s *sentence) naming(i int, g *group) bool {
	switch g.lemma {
	case "call", "name", "dub", "codename", "code-name", "title", "nickname":
		return s.groups[i-1].kind == nounKind && s.headName(s.groups[i-1]) == nil && s.otherFinite(g)
	}
	return false
}

// agentNext reports whether "by" and who did it follow the verb at i, so that it is a participle: "forces backed by X", but
// not "retaliated by invading X".
func (s *sentence) agentNext(i int) bool {
	if i+2 < len(s.groups) && s.groups[i+1].kind == adverbKind && s.groups[i+2].lemma == "by" {
		i++ // "led first by X", "funded mainly by Y"
	}
	for i+3 < len(s.groups) && s.lapse(i+1) {
		i += 2 // "taken three years ago by X"
	}
	if k := i + 3; k+1 < len(s.groups) && s.groups[i+1].kind == prepKind && s.groups[i+1].lemma != "by" && s.groups[i+2].kind == nounKind && s.groups[k].kind == prepKind && s.groups[k].lemma == "by" {
		return s.groups[k+1].kind == nounKind && len(s.groups[k+1].names) > 0 // "trained in October by X", "supplied to X by Y"
	}
	if i+1 >= len(s.groups) || s.groups[i+1].lemma != "by" || s.groups[i+1].kind != prepKind {
		return false
	}
	if late := s.behindPhrases(i + 1); late > 0 && s.doc.reader.classes.any(s.groups[i+2].lemma, "fired", "dropped") {
		return false // "targeted by artillery the positions of X"
	}
	if i+2 < len(s.groups) && s.doc.reader.classes.has("line", s.groups[i+2].lemma) && s.doc.reader.classes.has("say", s.groups[i].lemma) {
		return false // "Roe said by telephone"
	}
	return i+2 >= len(s.groups) || s.groups[i+2].kind != verbKind || !s.groups[i+2].gerund
}

// objectNext reports whether an object follows the verb at i, if need be behind a day: "announced today new aid".
func (s *sentence) objectNext(i int) bool {
	k := i + 1
	if k < len(s.groups) && s.groups[k].kind == adverbKind && isDay(s.groups[k].lemma) {
		k++
	}
	if k < len(s.groups) && s.groups[k].kind == prepKind && (s.groups[k].lemma == "with" || s.groups[k].lemma == "using") {
		return s.behindPhrases(k) > 0 // "shelled with artillery the villages of X"
	}
	return k < len(s.groups) && s.groups[k].kind == nounKind && s.groups[k].lemma != "date" && !s.lapse(k)
}

// behindPassive reports whether the verb before the one at i is passive, or not finite, so that a participle joined to it
// is so as well.
func (s *sentence) behindPassive(i int) bool {
	v := s.verbBefore(i)
	if v != nil && i > 1 && s.groups[i-1].kind == conjKind && s.groups[i-2].kind == commaKind && s.insertedClause(v) {
		for v = s.verbBefore(v.index); v != nil && !v.finite; v = s.verbBefore(v.index) {
		}
	}
	if v != nil && v.passive && s.objectNext(i) && !s.tellsTime(s.groups[i+1]) && !s.doc.reader.classes.any(s.groups[i].lemma, "give", "appoint") && !s.naming(i, s.groups[i]) && s.groups[i+1].kind == nounKind {
		return false // "was invited to the talks and attacked X"
	}
	if v != nil && v.infinitive && !v.passive && (s.objectNext(i) || s.tokens[v.lastVerb].Tag == text.VB) {
		return false // "helped to halt X and attacked Y", "refused to go, and clashed with Y"
	}
	return v == nil || v.passive || !v.finite
}

// reducedBefore reports whether the verb at i, which looks finite, describes the noun before it, since another finite
// verb follows: "fighters allied to the army retreated".
func (s *sentence) reducedBefore(i int, g *group) bool {
	if !g.finite || g.first != g.lastVerb || !s.pastForm(g) || i == 0 || s.groups[i-1].kind != nounKind || s.doc.reader.reports(g.lemma) || s.subjectClause(i-2) || s.doc.reader.classes.has("objectless", s.lower[g.head]) || s.ofRelative(i) {
		return false
	}
	for k := i + 1; k < len(s.groups); k++ {
		switch next := s.groups[k]; next.kind {
		case prepKind, adverbKind:
		case nounKind:
			if k == i+1 || s.groups[k-1].kind == nounKind {
				return false // "since Russia invaded in 2022 millions have fled"
			}
		case verbKind:
			return next.finite && next.lemma != ""
		default:
			return false
		}
	}
	return false
}

// subjectClause reports whether the "that" at k opens a clause that is, or explains, the subject of its sentence, so that the next verb is
// its own and the one behind the main one: "The fact that Chad withdrew surprised".
func (s *sentence) subjectClause(k int) bool {
	if k < 0 || s.groups[k].lemma != "that" || s.groups[k].kind != compKind && s.groups[k].kind != relKind {
		return false
	}
	return k == 0 || k == 1 && s.groups[0].kind == nounKind && s.headName(s.groups[0]) == nil && !s.mayAct(s.groups[0])
}

// isNext tells the adverbs behind a comma with which the deeds of one subject go on.
func isNext(word string) bool {
	switch word {
	case "then", "later", "subsequently", "eventually", "finally", "ultimately", "afterwards", "thereafter":
		return true
	}
	return false
}

// ofRelative reports whether the noun group before the verb at i is the subject of a relative clause, whose verb it is: "the drones
// (which) Iran sent to X were".
func (s *sentence) ofRelative(i int) bool {
	return i > 1 && (s.groups[i-2].kind == relKind && isObjectRelative(s.groups[i-2].lemma) || s.contact(s.groups[i-2], s.groups[i-1]))
}

// behindRelative reports whether a relative pronoun, and no more than adverbs, stands before the verb at i.
func (s *sentence) behindRelative(i int) bool {
	k := i - 1
	for k >= 0 && s.groups[k].kind == adverbKind {
		k--
	}
	return k >= 0 && s.groups[k].kind == relKind && isNominalRelative(s.groups[k].lemma) && (k == 0 || s.groups[k-1].kind != prepKind)
}

// insertedParticiple reports whether the verb at i, which looks finite, begins what two commas insert between a subject and
// its verb: "Chadian forces, equipped with pickups, expelled".
func (s *sentence) insertedParticiple(i int, g *group) bool {
	if !g.finite || g.first != g.lastVerb || !s.pastForm(g) || i+1 >= len(s.groups) || s.groups[i+1].kind != prepKind ||
		s.doc.reader.reports(g.lemma) && !lays(g.lemma) && !s.doc.reader.classes.any(g.lemma, "threaten", "demand", "accuse", "offer") {
		return false
	}
	if i == 0 {
		return s.mainBehind(0) // "Threatened with sanctions, Chad left"
	}
	if i < 2 || s.groups[i-1].kind != commaKind || s.groups[i-2].kind != nounKind {
		return false
	}
	if s.behindWhatIs(i) {
		return false // "X, which Y, a neighbour, supplied with arms, took"
	}
	for k := 0; k < i; k++ {
		if v := s.groups[k]; v.kind == verbKind && v.finite && v.lemma != "" {
			return false
		}
	}
	for k := i + 1; k+1 < len(s.groups); k++ {
		switch next := s.groups[k+1]; s.groups[k].kind {
		case stopKind, relKind:
			return false
		case compKind:
			if s.groups[k].lemma == "that" {
				return false // but "X, founded after Y had invaded Z, fought"
			}
		case commaKind:
			if next.kind == verbKind && next.lemma != "" && (next.finite || next.participle && s.pastForm(next) && k+2 < len(s.groups) && s.groups[k+2].kind == nounKind) {
				return s.onlyInserted(i+1, k)
			}
		}
	}
	return false
}

// sits reports whether the participle at i tells where the noun before the comma has its seat: "armed by the brigade, stationed in X".
func (s *sentence) sits(i int) bool {
	comma := i - 1
	if comma > 0 && s.groups[comma].kind == adverbKind && isPeriod(s.groups[comma].lemma) {
		comma--
	}
	return s.doc.reader.classes.has("seated", s.groups[i].lemma) && comma > 0 && s.groups[comma-1].kind == nounKind && i+1 < len(s.groups) && s.groups[i+1].kind == prepKind && isLocative(s.groups[i+1].lemma)
}

// finiteInClause reports whether another finite verb stands in the clause of the verb at i, up to a comma or an "and".
func (s *sentence) finiteInClause(i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.groups); k += step {
			switch g := s.groups[k]; g.kind {
			case verbKind:
				if g.finite && g.lemma != "" {
					return true
				}
				continue
			case stopKind, compKind, conjKind, commaKind, relKind:
			default:
				continue
			}
			break
		}
	}
	return false
}

// pastForm reports whether the participle has the form of a past tense as well.
func (s *sentence) pastForm(g *group) bool {
	word := s.lower[g.head]
	return strings.HasSuffix(word, "ed") || s.doc.reader.classes.has("irregular", word)
}

// otherFinite reports whether the sentence has a finite verb besides g.
func (s *sentence) otherFinite(g *group) bool {
	for _, other := range s.groups {
		if other != g && other.kind == verbKind && other.finite && other.lemma != "" {
			return true
		}
	}
	return false
}

// ofApposition reports whether the participle at i belongs to what a comma adds to the noun before it, since the verb of that noun follows
// behind another: "The Observatory, a group based in Britain, said".
func (s *sentence) ofApposition(i int) bool {
	return i > 2 && s.groups[i-1].kind == nounKind && s.groups[i-2].kind == commaKind && s.groups[i-3].kind == nounKind && s.headName(s.groups[i-1]) == nil && s.resumes(i)
}

// resumes reports whether the clause goes on with a finite verb behind the comma that ends the phrase of the verb at k.
func (s *sentence) resumes(k int) bool {
	for k++; k+1 < len(s.groups); k++ {
		switch next := s.groups[k+1]; s.groups[k].kind {
		case commaKind:
			return next.kind == verbKind && next.finite
		case stopKind, verbKind, relKind, compKind:
			return false
		}
	}
	return false
}

// agentsBefore reports whether the noun group at i is who did what the participle at k tells of the subject of the clause, so
// that the verb of the clause is still to come.
func (s *sentence) agentsBefore(i, k int) bool {
	v := s.groups[k]
	if i != k+2 || s.groups[k+1].lemma != "by" && !(s.groups[k+1].lemma == "with" || s.groups[k+1].lemma == "to") || s.groups[k+1].lemma != "by" && !isTied(v.lemma) || k == 0 || v.first != v.head || s.tokens[v.head].Tag == text.VBG || v.negated {
		return false
	}
	before := s.groups[k-1]
	if before.kind == conjKind && k > 3 {
		return s.agentsBefore(k-2, k-4) // "a truce brokered by the UN and guaranteed by A and B allowed"
	}
	if before.kind != nounKind || before.pronoun {
		return false
	}
	for k -= 2; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			return false
		case compKind, stopKind, quoteKind:
			return true
		case commaKind, relKind, conjKind:
			return false
		}
	}
	return true
}

// isTied tells the participles that say to whom somebody is tied: "groups affiliated with A and B".
func isTied(lemma string) bool {
	switch lemma {
	case "affiliate", "link", "ally", "align", "tie", "associate", "connect":
		return true
	}
	return false
}
