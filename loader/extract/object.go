package extract

import "slices"

// objects collects what stands behind a verb: object, indirect object, complement, prepositions.
func (s *sentence) objects(i int, g *group) {
	k := s.objectAt(i+1, g)
	if late := s.lateObject(k, g); late > 0 {
		s.prepositions(k, g)
		k = late
	}
	if k < len(s.groups) && s.groups[k].kind == adjKind && g.copula {
		g.complement = s.groups[k]
		k++
	}
	if k < len(s.groups) && s.groups[k].kind == nounKind {
		last, ends := s.takeObject(k, g)
		if ends {
			return
		}
		k = last + 1
	}
	s.prepositions(k, g)
	s.furtherGifts(g)
	if g.passive {
		s.furtherDoers(g)
	}
	if g.copula && g.complement != nil && g.subject == nil && i > 1 && s.groups[i-1].kind == nounKind && s.groups[i-2].lemma == "among" {
		g.args = append(g.args, argument{"among", s.groups[i-1]}) // "Among its members were X and Y"
	}
}

// objectAt tells where the object of a verb would stand, behind adverbs and what only leads up to it.
func (s *sentence) objectAt(k int, v *group) int {
	for k < len(s.groups) && (s.groups[k].kind == adverbKind || s.groups[k].kind == quoteKind || s.groups[k].lemma == "both" || s.lapse(k)) {
		k++
	}
	if k+3 < len(s.groups) && s.groups[k].kind == relKind && s.groups[k].lemma == "what" && s.terms(s.groups[k+2]) {
		k += 3 // "condemned what it called an attack"
		if s.groups[k].lemma == "as" && k+1 < len(s.groups) {
			k++
		}
	}
	if k < len(s.groups) && s.groups[k].kind == nounKind && s.groups[k].first > 0 && s.contrasts(s.groups[k].first-1) {
		for at := k + 1; at+1 < len(s.groups) && at < k+6; at++ {
			if s.groups[at].lemma == "but" && s.groups[at+1].kind == nounKind {
				k = at + 1 // "armed not X but Y"
				break
			}
		}
	}
	if became := s.whatBecame(k); became > 0 {
		k = became // "trained what became Hezbollah"
	}
	if k+2 < len(s.groups) && s.groups[k].lemma == "in" && isWording(s.groups[k+1].lemma) && s.groups[k+2].kind == nounKind && s.groups[k+2].first == s.groups[k+1].last && !v.passive {
		k += 2 // "condemned in the strongest terms the attack"
	}
	return k
}

// takeObject makes the noun group at k what it is to the verb before it, and tells where that ends, or that it is the subject of a clause that begins
// there.
func (s *sentence) takeObject(k int, v *group) (last int, ends bool) {
	switch first := s.groups[k]; {
	case v.copula:
		v.complement = first
	case s.invertedBefore(v, first):
		first.verb, first.role = s.groups[k+1], "subj"
		return k, true
	case first == v.subject:
	case s.opensComplement(k, v):
		return k, true
	case v.link == relativeLink && v.fronted != nil && v.fronted == v.object && first.pronoun && k+1 < len(s.groups) && s.groups[k+1].infinitive:
		v.object = first // "which Turkey wants it to leave"
		first.verb, first.role = v, "obj"
	case v.object != nil && v.link == relativeLink && (v.fronted == nil || s.headName(first) == nil && !(first.pronoun && s.doc.reader.classes.has("give", v.lemma))): // whose object stands before it
	case v.fronted != nil && s.doc.reader.classes.has("give", v.lemma):
		v.indirect = first // "the arms that Iran gave Hezbollah"
		first.verb, first.role = v, "iobj"
	default:
		gift := s.giftBehind(k, v)
		if gift == nil {
			v.object = s.scattered(k)
			first.verb, first.role = v, "obj"
			return k, false
		}
		v.indirect, v.object = first, gift
		gift.verb, gift.role = v, "obj"
		first.verb, first.role = v, "iobj"
		return gift.index, false
	}
	return k, false
}

// furtherGifts lets a verb of giving or getting go on to a second thing and its giver or taker: "received tanks from A, missiles
// from B and money from C", "sent arms to A and advisers to B".
func (s *sentence) furtherGifts(v *group) {
	n := len(v.args)
	if n == 0 || v.object == nil || !s.doc.reader.classes.any(v.lemma, "give", "dispatch", "get", "moot", "pass", "offer") {
		return
	}
	last := v.args[n-1]
	if last.prep != "from" && last.prep != "to" && last.prep != "for" && (last.prep != "by" || !v.passive) || s.headName(last.noun) == nil {
		return
	}
	for k := last.noun.index + 1; k+3 < len(s.groups); k += 4 {
		if s.groups[k].kind == commaKind && s.groups[k+1].kind == conjKind && k+4 < len(s.groups) {
			k++
		}
		joins := s.groups[k].kind == commaKind || s.groups[k].kind == conjKind || s.groups[k].lemma == "as_well_as"
		thing, prep, whom := s.groups[k+1], s.groups[k+2], s.groups[k+3]
		if !joins || thing.kind != nounKind || prep.lemma != last.prep || whom.kind != nounKind || s.headName(whom) == nil || s.headName(thing) != nil || !s.doc.reader.classes.any(s.measured(thing).lemma, "support", "force", "instrument") && !isSum(thing.lemma) {
			return
		}
		v.args[n-1].noun = s.joined(v.args[n-1].noun, whom)
		whom.verb, whom.role, whom.prep = v, last.prep, last.prep
	}
}

// furtherTargets lets a verb of attacking go on to a second target in another place: "struck a barracks in A and a base in B".
func (s *sentence) furtherTargets(v *group) {
	n := len(v.args)
	if n == 0 || v.object == nil || v.passive || !s.isTarget(v.object) {
		return
	}
	last := v.args[n-1]
	if !isSceneOfAttack(last.prep) || len(last.noun.names) == 0 && last.noun.of == nil {
		return
	}
	for k := last.noun.index + 1; k+3 < len(s.groups); k += 4 {
		if s.groups[k].kind == commaKind && s.groups[k+1].kind == conjKind && k+4 < len(s.groups) {
			k++
		}
		thing, prep, where := s.groups[k+1], s.groups[k+2], s.groups[k+3]
		if k+4 < len(s.groups) && s.groups[k+4].kind == verbKind && s.groups[k+4].finite {
			return // "has a base in A, officials in B said"
		}
		if s.groups[k].kind != conjKind && s.groups[k].kind != commaKind || thing.kind != nounKind || !s.isTarget(thing) || prep.kind != prepKind || prep.lemma != last.prep || where.kind != nounKind || len(where.names) == 0 && where.of == nil {
			return
		}
		places := s.joined(v.args[n-1].noun, where)
		for i, a := range v.object.after {
			if a.noun == v.args[n-1].noun {
				v.object.after[i].noun = places
			}
		}
		v.args[n-1].noun = places
		where.verb, where.role, where.prep = v, prep.lemma, prep.lemma
	}
}

// isTarget reports whether the noun group is a thing that armed force is used on.
func (s *sentence) isTarget(g *group) bool {
	return s.doc.reader.classes.any(g.lemma, "target", "premises")
}

// isSum tells the words that may stand for an amount of money by themselves: "10 million to Chad".
func isSum(lemma string) bool {
	return lemma == "million" || lemma == "billion" || lemma == "bn" || lemma == "m"
}

// measured gives what a number or a quantity is of: the arms of "large quantities of arms".
func (s *sentence) measured(g *group) *group {
	for g.of != nil && g.possessor == nil && s.doc.reader.classes.has("quantity", g.lemma) {
		g = g.of
	}
	return g
}

// whatBecame gives the name behind "what became", "what is now", "what would become" at k, which is meant by it, or 0.
func (s *sentence) whatBecame(k int) int {
	if k+2 >= len(s.groups) || s.groups[k].kind != relKind || s.groups[k].lemma != "what" {
		return 0
	}
	k++
	if s.groups[k].kind == adverbKind {
		k++
	}
	if k+1 >= len(s.groups) || s.groups[k].kind != verbKind || s.groups[k].negated || s.groups[k].lemma != "become" && s.groups[k].lemma != "be" {
		return 0
	}
	now := s.groups[k].lemma == "become"
	for k++; k < len(s.groups) && s.groups[k].kind == adverbKind; k++ {
		now = now || s.groups[k].lemma == "now" || s.groups[k].lemma == "today"
	}
	if k >= len(s.groups) || s.groups[k].kind != nounKind || s.headName(s.groups[k]) == nil || !now {
		return 0
	}
	return k
}

// isWording tells the nouns behind "in" that only tell how or where something is said.
func isWording(lemma string) bool {
	switch lemma {
	case "term", "word", "tone", "statement", "tweet", "post", "speech", "letter", "language":
		return true
	}
	return false
}

// terms reports whether the verb gives something a name: "what it called an attack".
func (s *sentence) terms(v *group) bool {
	switch v.lemma {
	case "call", "describe", "term", "label", "deem", "denounce", "see":
		return v.kind == verbKind
	}
	return false
}

// opensComplement reports whether the noun group at k is not the verb's object but the subject of the clause that the
// verb reports: "denied the army attacked".
func (s *sentence) opensComplement(k int, v *group) bool {
	switch s.lower[s.groups[k].first] {
	case "he", "she", "they", "we", "i":
		return true
	}
	next := k + 1
	for next < len(s.groups) && s.groups[next].kind == adverbKind {
		next++
	}
	if !s.doc.reader.reports(v.lemma) || v.passive || next >= len(s.groups) {
		return false
	}
	return s.groups[next].kind == verbKind && s.groups[next].finite || s.doc.reader.classes.any(v.lemma, "say", "threaten") && s.actsBehindPhrases(next)
}

// actsBehindPhrases reports whether a finite verb follows the phrases and participles that begin at the group: "said shells fired by X
// from Y hit the town".
func (s *sentence) actsBehindPhrases(k int) bool {
	for first := k; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == prepKind && k+1 < len(s.groups) && s.groups[k+1].kind == nounKind:
			k++
		case g.kind == adverbKind:
		case g.kind == verbKind && g.participle && g.passive && !s.tensed(k):
		default:
			return g.kind == verbKind && k > first && (g.finite && g.lemma != "" || g.participle && s.pastForm(g) && s.objectNext(k))
		}
	}
	return false
}

func (g *group) conjunctive() bool { return g.conjuncts != nil }

// lapse reports whether the noun group at k and the adverb behind it only tell how much later something was: "was deposed
// two years later by X", "a month earlier".
func (s *sentence) lapse(k int) bool {
	if k+1 >= len(s.groups) || s.groups[k].kind != nounKind || s.groups[k+1].kind != adverbKind {
		return false
	}
	switch s.lower[s.groups[k+1].first] {
	case "later", "earlier", "ago", "afterwards", "afterward", "after", "before", "previously":
		return isDay(s.groups[k].lemma) || s.doc.reader.classes.has("time", s.groups[k].lemma)
	}
	return false
}

// argumentsOfNoun collects the prepositional phrases right behind a noun group.
func (s *sentence) argumentsOfNoun(i int, g *group) {
	for k := i + 1; k+1 < len(s.groups); k += 2 {
		if (s.whenever(k) || s.groups[k].kind == adverbKind && s.groups[k].lemma == "then") && k+2 < len(s.groups) {
			k++
		}
		if s.groups[k].kind == conjKind && k+2 < len(s.groups) && s.groups[k+1].kind == prepKind {
			k++
		}
		k = s.agentBehind(k)
		if s.groups[k].kind != prepKind || s.groups[k+1].kind != nounKind || s.groups[k].lemma == "despite" || s.locates(k) {
			break
		}
		if s.doc.reader.classes.has("revenge", s.groups[k+1].lemma) || k > i+2 && s.fromBases(k) || s.groups[k].lemma == "on" && s.groups[k+1].lemma == "side" {
			break // "took part in the fighting on X's side"
		}
		if s.groups[k].lemma == "to" && slices.ContainsFunc(g.after, func(a argument) bool { return s.doc.reader.classes.has("loss", a.noun.lemma) }) {
			break // "X's support after the fall of Y to Z"
		}
		if prev := s.groups[k-1]; s.groups[k].lemma == "of" && k > i+1 && prev.kind == nounKind && s.headName(prev) == nil && s.opensTime(k-1) {
			break // "support for X since the start of Y's invasion"
		}
		g.after = append(g.after, argument{s.groups[k].lemma, s.sidesBehind(k, s.groups[k+1])})
		if s.avenges(s.groups[k].lemma, s.groups[k+1]) {
			break
		}
	}
}

// opensTime reports whether the noun group at k, behind a preposition, only tells when: "since the start of", "at the
// height of", "in the face of".
func (s *sentence) opensTime(k int) bool {
	if k == 0 || s.groups[k-1].kind != prepKind {
		return false
	}
	return s.doc.reader.classes.has("moment", s.groups[k].lemma)
}

// depend ties a noun group to the verb whose subject it is, or before which its phrase stands.
func (s *sentence) depend(i int, g *group) {
	if i > 0 && s.groups[i-1].kind == prepKind {
		g.prep = s.groups[i-1].lemma
	}
	aside, told := false, false // in a clause that tells more of a noun of the phrase: "with help from Chad, which sent tanks, they took X"
	for k := i + 1; k < len(s.groups); k++ {
		v := s.groups[k]
		if v.kind == stopKind {
			break
		}
		aside = (aside || v.kind == relKind) && !(told && v.kind == commaKind)
		told = aside && (told || v.kind == verbKind)
		if v.kind == verbKind && v.lemma != "" {
			if v.subject == g {
				g.verb, g.role = v, "subj"
				return
			}
			if g.prep != "" && v.finite && !aside {
				g.verb, g.role = v, g.prep
				return
			}
		}
	}
	for _, v := range s.groups {
		if v.kind == verbKind && v.subject == g {
			g.verb, g.role = v, "subj"
			return
		}
	}
	if v := s.verbBefore(i); v != nil && g.prep != "" && !s.inDescription(i) {
		g.verb, g.role = v, g.prep
	}
}
