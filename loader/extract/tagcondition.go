package extract

import (
	"slices"
	"strings"

	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// tagLookups are the conditions of tags.txt that a word alone decides, in the form that the row looks it up in.
var tagLookups = map[string]func(r *Reader, word string) bool{
	"verb":         (*Reader).knowsVerb,
	"reports":      (*Reader).reports,
	"event":        func(r *Reader, word string) bool { return r.frames.event(word) },
	"hostile":      func(r *Reader, word string) bool { return r.frames.hostile(word) },
	"predicative":  func(r *Reader, word string) bool { return len(r.frames.adjs[word]) > 0 },
	"supports":     func(r *Reader, word string) bool { return r.classes.kind("support", word) != "" },
	"lays":         func(_ *Reader, word string) bool { return lays(word) },
	"deems":        func(_ *Reader, word string) bool { return deems(word) },
	"aux":          func(_ *Reader, word string) bool { return isAuxiliary(word) },
	"quarter":      func(_ *Reader, word string) bool { return isQuarter(word) },
	"subordinator": func(_ *Reader, word string) bool { return isSubordinator(word) },
	"opens-deed":   func(_ *Reader, word string) bool { return opensDeed(word) },
}

// tagConditions are those that the sentence decides, each of a token in it.
var tagConditions = map[string]func(s *sentence, i int) bool{
	"name":             func(s *sentence, i int) bool { return s.nameAt(i) != nil },
	"actor":            (*sentence).namesActor,
	"land":             (*sentence).placeAt,
	"adjective":        (*sentence).modifying,
	"ends-name":        func(s *sentence, i int) bool { return s.nameBefore(i+1) != nil },
	"ends-actor":       func(s *sentence, i int) bool { n := s.nameBefore(i + 1); return n != nil && !n.adjectival() },
	"ends-adjective":   func(s *sentence, i int) bool { n := s.nameBefore(i + 1); return n != nil && n.adjectival() },
	"ends-demonym":     func(s *sentence, i int) bool { n := s.nameBefore(i + 1); return n != nil && n.has(actors.Adjective) },
	"capital":          (*sentence).capitalised,
	"cased":            func(s *sentence, i int) bool { return s.words[i] != s.lower[i] },
	"headline":         func(s *sentence, _ int) bool { return s.headline },
	"capitals":         func(s *sentence, _ int) bool { return s.capitals },
	"inflected":        func(s *sentence, i int) bool { return text.Lemma(s.lower[i], text.VBD) != s.lower[i] },
	"year":             func(s *sentence, i int) bool { _, ok := s.year(i); return ok },
	"acted-before":     (*sentence).actedBefore,
	"acts-next":        (*sentence).actsNext,
	"against-behind":   func(s *sentence, i int) bool { return slices.Contains(s.lower[i:], "against") },
	"answers-charge":   (*sentence).answersCharge,
	"aside":            (*sentence).reportAside,
	"auxiliary-verb":   (*sentence).verbAuxiliary,
	"behind-auxiliary": (*sentence).behindAuxiliary,
	"behind-phrase":    (*sentence).behindMidPhrase,
	"false-ahead":      (*sentence).falseAhead,
	"behind-aside":     (*sentence).relativeAside,
	"between-names":    (*sentence).betweenNames,
	"brought-to":       (*sentence).broughtTo,
	"charged":          (*sentence).charged,
	"ends-goods":       (*sentence).endsGoods,
	"equipped":         (*sentence).equipped,
	"helped-to":        (*sentence).helpedTo,
	"joins-infinitive": (*sentence).joinsInfinitive,
	"left-so":          (*sentence).leftSo,
	"lent-by":          (*sentence).lentBy,
	"names-goods":      (*sentence).namesGoods,
	"opens-part":       (*sentence).opensPart,
	"own-clause":       (*sentence).ownClause,
	"plain-verb":       (*sentence).plainVerb,
	"plain-form":       (*sentence).plainForm,
	"clause-verb":      (*sentence).clauseVerb,
	"predicates":       (*sentence).predicates,
	"predicates-both":  (*sentence).predicatesBoth,
	"pursued-before":   (*sentence).pursuedBefore,
	"pursues":          (*sentence).pursues,
	"strikes-headline": (*sentence).strikesHeadline,
	"takes-noun":       (*sentence).takesNoun,
	"addressed":        (*sentence).addressed,
	"after-phrase":     (*sentence).afterPhrase,
	"participle":       (*sentence).pastParticiple,
	"takes-object":     (*sentence).takesObject,
	"told-aside":       (*sentence).toldAside,
	"tells-of-battle":  (*sentence).tellsOfBattle,
	"verb-ahead":       (*sentence).verbAhead,
	"verb-before":      (*sentence).verbBeforeToken,
	"verb-behind":      (*sentence).verbIn,
	"verb-in-aside":    (*sentence).verbInAside,
}

// predicates reports whether the word at i, which looks like a plural, is the verb behind a name: "Washington plans to
// send", "Qatar funds Hamas".
func (s *sentence) predicates(i int) bool {
	lemma := text.Lemma(s.lower[i], text.VBZ)
	if i+1 >= len(s.tokens) || !s.doc.reader.knowsVerb(lemma) || s.doc.reader.classes.any(lemma, "government", "grouping", "rebels") ||
		s.doc.reader.classes.has("force", lemma) && !(s.doc.reader.classes.has("deed", lemma) && s.namesActor(i+1) && s.nameAt(i+1).known()) {
		return false
	}
	goods := s.tokens[i+1].Tag == text.NNS && s.doc.reader.classes.has("support", s.lemma(i+1)) && !s.doc.reader.classes.any(s.lower[i], "support")
	return goods || s.quantifier(i+1) > 0 || s.opensPart(i+1) || s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.DT || s.tokens[i+1].Tag == text.TO && s.infinitiveAfter(i+1)
}

// predicatesBoth reads "trains and equips" behind a name as two verbs.
func (s *sentence) predicatesBoth(i int) bool {
	return i+3 < len(s.tokens) && s.tokens[i+1].Tag == text.CC && s.knownVerb(i, text.VBZ) &&
		(s.tokens[i+2].Tag == text.VBZ || s.tokens[i+2].Tag == text.NNS) && s.predicates(i+2)
}

// knownVerb reports whether rules know the verb of which the word at i would be the form that the tag names.
func (s *sentence) knownVerb(i int, form text.Tag) bool {
	return s.doc.reader.knowsVerb(text.Lemma(s.lower[i], form))
}

// namesActor reports whether a name that is no adjective begins at the token.
func (s *sentence) namesActor(i int) bool {
	n := s.nameAt(i)
	return n != nil && !n.adjectival()
}

// placeAt reports whether the name of a place or of a state begins at the token.
func (s *sentence) placeAt(i int) bool {
	n := s.nameAt(i)
	return n != nil && s.land(n)
}

// modifying reports whether the word is a name's adjective, behind which a noun comes: "the Russian set".
func (s *sentence) modifying(i int) bool {
	n := s.nameAt(i)
	return n != nil && n.adjectival()
}

// betweenNames reports whether the word at i stands between two names of which the first is no adjective: "Iraq annexed Kuwait", "Sudan armed
// Chadian rebels".
func (s *sentence) betweenNames(i int) bool {
	next := s.nameAt(i + 1)
	if next == nil || i == 0 || next.adjectival() && (next.last >= len(s.tokens) || s.tokens[next.last].Tag != text.NNS || s.nameBefore(i) != nil && s.nameBefore(i).has(actors.Adjective)) {
		return false
	}
	n := s.nameBefore(i)
	return n != nil && n.known() && (!n.has(actors.Adjective) || n.has(actors.National) && n.first > 0 && s.lower[n.first-1] == "the")
}

// opensPart reports whether the word at i is the head of "most of the town".
func (s *sentence) opensPart(i int) bool {
	if i+1 >= len(s.lower) || s.lower[i+1] != "of" {
		return false
	}
	switch s.lower[i] {
	case "most", "much", "many", "all", "some", "several", "half", "last", "whole":
		return true
	case "third", "quarter", "fifth", "tenth", "sixth", "eighth":
		return i > 0 && (s.lower[i-1] == "a" || s.lower[i-1] == "one") // "more than a third of"
	}
	return false
}

// plainVerb reports whether the word ending in -ed is the verb of a tie and describes nothing, as "backed" and "held" do.
func (s *sentence) plainVerb(i int) bool {
	return s.doc.reader.frames.mods[s.lower[i]] == nil && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBD)]) > 0
}

// takesNoun reports whether the verb at i goes with a noun for support, so that "training" behind it is one.
func (s *sentence) takesNoun(i int) bool {
	lemma := text.Lemma(s.lower[i], s.tokens[i].Tag)
	return lemma == "have" || s.tokens[i].Tag.IsVerb() && s.doc.reader.frames.receives(lemma)
}

// lentBy reports whether names behind a preposition stand before the token: "with Libyan help", "thanks to Cuban aid".
func (s *sentence) lentBy(i int) bool {
	k := i - 1
	for k > 0 {
		if n := s.nameBefore(k + 1); n != nil {
			k = n.first - 1
		} else if s.tokens[k].Tag == text.CC || s.tokens[k].Tag == text.Comma || s.tokens[k].Tag == text.JJ {
			k--
		} else {
			break
		}
	}
	if k < 0 {
		return false
	}
	return s.tokens[k].Tag == text.IN || s.tokens[k].Tag == text.TO
}

// pursues reports whether what stands at i, behind the comma of a whole clause, is a gerund with what somebody hits.
func (s *sentence) pursues(i int) bool {
	if i+1 >= len(s.tokens) || !slices.ContainsFunc(s.tokens[:i], func(t text.Token) bool { return t.Tag == text.VBD || t.Tag == text.VBZ || t.Tag == text.VBP }) {
		return false
	}
	if s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.DT {
		return true
	}
	return s.tokens[i+1].Tag == text.NNS && s.doc.reader.classes.any(text.Lemma(s.lower[i+1], text.NNS), "target", "place", "force", "rebels")
}

// pursuedBefore reports whether a comma and a gerund stand some words before the token.
func (s *sentence) pursuedBefore(i int) bool {
	for k := i - 1; k > 0 && k > i-14; k-- {
		if s.tokens[k].Tag == text.VBG && s.tokens[k-1].Tag == text.Comma {
			return true
		}
	}
	return false
}

// charged reports whether the gerund at i, behind "of", is what somebody is accused of: "accused Chad of backing".
func (s *sentence) charged(i int) bool {
	if len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBG)]) == 0 {
		return false
	}
	for k := i - 2; k >= 0 && k > i-26; k-- {
		if s.tokens[k].Tag.IsVerb() && s.doc.reader.classes.has("accuse", text.Lemma(s.lower[k], s.tokens[k].Tag)) {
			return true
		}
	}
	return false
}

// answersCharge reports whether what a comma opens before the word at i begins with a word that sums up a charge: "..., a charge
// both deny".
func (s *sentence) answersCharge(i int) bool {
	k := i - 1
	for k > 0 && k > i-9 && s.tokens[k].Tag != text.Comma {
		k--
	}
	if k <= 0 || s.tokens[k].Tag != text.Comma || k+2 >= i {
		return false
	}
	if k++; s.lower[k] == "a" || s.lower[k] == "an" {
		k++
	}
	return s.lower[k] == "something" || s.lower[k] == "which" || s.doc.reader.classes.has("report", text.Lemma(s.lower[k], s.tokens[k].Tag))
}

// reportAside reports whether the verb at i says something of what a relative pronoun stands for: "which Chad says".
func (s *sentence) reportAside(i int) bool {
	n := s.nameBefore(i)
	if n == nil || !s.doc.reader.reports(text.Lemma(s.lower[i], text.VBZ)) {
		return false
	}
	at := n.first - 1
	if at > 0 && s.lower[at] == "the" {
		at--
	}
	return at >= 0 && isObjectRelative(s.lower[at])
}

// verbAuxiliary reports whether the verb at the token is "have", "be", "get" in any form.
func (s *sentence) verbAuxiliary(i int) bool {
	switch text.Lemma(s.lower[i], s.tokens[i].Tag) {
	case "have", "be", "get":
		return true
	}
	return false
}

// behindAuxiliary reports whether an auxiliary stands before the word, or before the adverbs there: "had twice intervened".
func (s *sentence) behindAuxiliary(i int) bool {
	for i--; i >= 0; i-- {
		if tag := s.tokens[i].Tag; tag != text.RB {
			return isAuxiliary(s.lower[i]) || s.lower[i] == "having" || tag == text.VBN || tag == text.CC || tag == text.Comma
		}
	}
	return false
}

// verbAhead reports whether the clause has a finite verb already before the token at i.
func (s *sentence) verbAhead(i int) bool {
	for i--; i >= 0; i-- {
		switch tag := s.tokens[i].Tag; {
		case tag == text.VBD || tag == text.VBZ || tag == text.VBP:
			return s.lemma(i) != "say" // "say the M23 set up a base"
		case tag == text.Comma || tag == text.CC || tag == text.IN && s.lower[i] == "that" || tag == text.WDT || tag == text.WP:
			return false
		}
	}
	return false
}

// verbBeforeToken reports whether a verb with a tense stands before the token.
func (s *sentence) verbBeforeToken(i int) bool {
	return slices.ContainsFunc(s.tokens[:i], func(t text.Token) bool {
		return t.Tag == text.VBZ || t.Tag == text.VBD || t.Tag == text.VBP || t.Tag == text.MD
	})
}

// verbIn reports whether a finite verb stands at the token or behind it.
func (s *sentence) verbIn(i int) bool {
	for ; i < len(s.tokens); i++ {
		if tag := s.tokens[i].Tag; tag == text.VBD || tag == text.VBZ || tag == text.VBP || tag == text.MD {
			return true
		}
	}
	return false
}

// verbInAside reports whether a verb stands before the next comma.
func (s *sentence) verbInAside(i int) bool {
	for ; i < len(s.tokens) && s.tokens[i].Tag != text.Comma && s.tokens[i].Tag != text.Period; i++ {
		if s.tokens[i].Tag.IsVerb() || s.tokens[i].Tag == text.MD {
			return true
		}
	}
	return false
}

// ownClause reports whether the word at i, which looks like a participle, is the verb of a clause behind an "and", since what
// follows is its object and no other verb is there: "and Chad's army attacked Libyan bases".
func (s *sentence) ownClause(i int) bool {
	if s.doc.reader.frames.mods[s.lower[i]] != nil {
		return false
	}
	if n := s.nameBefore(i); n != nil && (n.adjectival() || n.has(actors.Adjective)) {
		return false
	}
	if s.verbAhead(i) || s.verbIn(i+1) {
		return false
	}
	for k := i - 1; k > 0; k-- {
		switch {
		case s.tokens[k].Tag == text.CC:
			return s.lower[k] == "and" && s.tokens[k-1].Tag == text.Comma
		case s.tokens[k].Tag == text.Comma || s.tokens[k].Tag.IsVerb() || s.tokens[k].Tag == text.IN:
			return false
		}
	}
	return false
}

// joinsInfinitive reports whether an infinitive stands before the "and" before the token: "to abandon X and retreat from".
func (s *sentence) joinsInfinitive(i int) bool {
	for k := i - 2; k > 0; k-- {
		switch tag := s.tokens[k].Tag; {
		case tag == text.VB:
			return s.tokens[k-1].Tag == text.TO
		case tag == text.VBD, tag == text.VBZ, tag == text.VBP, tag == text.CC, tag == text.Comma:
			return false
		}
	}
	return false
}

// leftSo reports whether "left" stands some words before the token, which tells how somebody was left: "left ten people dead".
func (s *sentence) leftSo(i int) bool {
	for k := i - 2; k >= 0 && k > i-6; k-- {
		if s.lower[k] == "left" || s.lower[k] == "leaving" {
			return true
		}
	}
	return false
}

// actsNext reports whether the word at i is one for forces and the next, before a name, the plain form of a verb: "army drones
// pound rebels".
func (s *sentence) actsNext(i int) bool {
	if i+2 >= len(s.tokens) || !s.doc.reader.classes.has("force", text.Lemma(s.lower[i], text.NNS)) || !strings.HasSuffix(s.lower[i], "s") {
		return false
	}
	return s.nameAt(i+2) != nil && s.nameAt(i+1) == nil && len(s.doc.reader.frames.verbs[s.lower[i+1]]) > 0 &&
		(s.lower[i+1] == "pound" || !s.doc.reader.classes.any(s.lower[i+1], "force", "support")) // who pounds spends none
}

// actedBefore reports whether the clause before the token has its verb in the past tense, and no participle that the word behind
// might go on with: "fell out and fought", but not "was armed and fought".
func (s *sentence) actedBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch tag := s.tokens[k].Tag; {
		case tag == text.VBD && !isAuxiliary(s.lower[k]):
			return true
		case tag.IsVerb(), tag == text.Comma, tag == text.MD:
			return false
		}
	}
	return false
}

// strikesHeadline reports whether the word at i, which looks like a plural, is the verb of a headline: "Army pounds rebel-held X",
// "X launches offensive".
func (s *sentence) strikesHeadline(i int) bool {
	if i == 0 || i+1 >= len(s.tokens) || !s.tokens[i-1].Tag.IsNoun() && s.nameBefore(i) == nil || s.verbAhead(i) {
		return false
	}
	if opensDeed(s.lower[i]) {
		return s.doc.reader.classes.has("deed", text.Lemma(s.lower[i+1], text.NNS)) || i+2 < len(s.tokens) && s.tokens[i+1].Tag == text.JJ && s.doc.reader.classes.has("deed", text.Lemma(s.lower[i+2], text.NNS))
	}
	switch s.lower[i] {
	case "pounds", "shells", "bombs", "storms", "pummels", "hammers", "besieges", "seizes", "captures", "recaptures", "retakes", "attacks", "raids", "strikes", "targets", "repels", "ambushes":
	default:
		return false
	}
	if i+2 < len(s.tokens) && (s.lower[i+1] == "besieged" || s.lower[i+1] == "key" || s.lower[i+1] == "strategic") && s.nameAt(i+2) != nil {
		return true // "RSF attacks besieged El Fasher"
	}
	return i+3 < len(s.tokens) && s.tokens[i+2].Tag == text.HYPH && (s.lower[i+3] == "held" || s.lower[i+3] == "controlled" || s.lower[i+3] == "backed" || s.lower[i+3] == "ruled" || s.lower[i+3] == "linked")
}

// opensDeed tells the verbs of headlines that an attack is the object of.
func opensDeed(word string) bool {
	switch word {
	case "launches", "mounts", "stages", "begins", "resumes", "unleashes", "conducts", "intensifies", "renews", "launch", "mount", "stage", "begin", "resume", "unleash":
		return true
	}
	return false
}

// tellsOfBattle reports whether the noun group that begins at the token is one for an armed encounter or another deed.
func (s *sentence) tellsOfBattle(i int) bool {
	for k := i; k < len(s.lower) && k < i+5; k++ {
		switch tag := s.tokens[k].Tag; {
		case s.doc.reader.classes.has("battle", text.Lemma(s.lower[k], text.NNS)) || s.nameAt(k) == nil && tag.IsNoun() && s.deedNoun(text.Lemma(s.lower[k], text.NNS)):
			return true
		case tag != text.DT && tag != text.JJ && tag != text.CD && tag != text.POS && !tag.IsNoun() && s.lower[k] != "of":
			return false
		}
	}
	return false
}

// deedNoun reports whether rules know the noun as one for what somebody does, not for who does it.
func (s *sentence) deedNoun(lemma string) bool {
	return len(s.doc.reader.frames.nouns[lemma]) > 0 && !s.doc.reader.classes.any(lemma, "force", "rebels", "grouping", "nationals", "government", "support")
}

// pastParticiple reports whether the word at i has the form of a past participle of a verb that rules know.
func (s *sentence) pastParticiple(i int) bool {
	word := s.lower[i]
	if !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "en") && !strings.HasSuffix(word, "wn") && word != "overrun" {
		return false
	}
	return s.knownVerb(i, text.VBN)
}

// takesObject reports whether the word at i, which looks like a noun, is the base form of a verb that rules know, with an object
// behind it.
func (s *sentence) takesObject(i int) bool {
	classes := s.doc.reader.classes
	if i+1 >= len(s.tokens) || !s.doc.reader.knowsVerb(s.lower[i]) || classes.any(s.lower[i], "force", "government", "grouping", "rebels", "nationals") && !classes.has("deed", s.lower[i]) {
		return false
	}
	n := s.nameAt(i + 1)
	return n != nil || s.tagAt(i+1) == text.DT || s.tagAt(i+1) == text.PRPS || s.tagAt(i+1) == text.NNS && (i > 0 && s.lower[i-1] == "did" || classes.any(s.lemma(i+1), "support", "force"))
}

// afterPhrase reports whether "have" stands before the word at i with nothing between but a phrase and adverbs: "has in recent
// years repeatedly armed".
func (s *sentence) afterPhrase(i int) bool {
	k := i - 1
	for k > 0 && (s.tokens[k].Tag == text.RB || s.tokens[k].Tag == text.Comma) {
		k--
	}
	end := k
	for k > 0 && (s.tokens[k].Tag.IsNoun() || s.tokens[k].Tag == text.JJ || s.tokens[k].Tag == text.CD || s.tokens[k].Tag == text.DT || s.tokens[k].Tag == text.PRPS) {
		k--
	}
	if k == end || k < 1 || s.tokens[k].Tag != text.IN || s.lower[k] == "by" {
		return false
	}
	for k--; k > 0 && (s.tokens[k].Tag == text.RB || s.tokens[k].Tag == text.Comma); k-- {
	}
	switch s.lower[k] {
	case "has", "have", "had", "having":
		return true
	}
	return false
}

// relativeAside reports whether a clause with "which" or "who", which a comma opens behind the subject, ends before the token: "X,
// which was founded in 2012, armed Y".
func (s *sentence) relativeAside(i int) bool {
	verb := false
	for k := i - 2; k > 1; k-- {
		switch tag := s.tokens[k].Tag; {
		case tag == text.WDT || tag == text.WP:
			return verb && s.tokens[k-1].Tag == text.Comma && (s.tokens[k-2].Tag.IsNoun() || s.nameBefore(k-1) != nil)
		case tag == text.Comma || tag == text.Period || tag == text.Colon:
			return false
		default:
			verb = verb || tag.IsVerb()
		}
	}
	return false
}

// equipped reports whether the participle at i and the adverb before it tell how well those are armed or trained who are named
// behind it.
func (s *sentence) equipped(i int) bool {
	if i < 2 || i+1 >= len(s.tokens) || !s.doc.reader.classes.has("equipped", s.lower[i]) || !s.tokens[i+1].Tag.IsNoun() && s.tokens[i+1].Tag != text.JJ && s.nameAt(i+1) == nil {
		return false
	}
	switch s.lower[i-1] {
	case "heavily", "lightly", "poorly", "badly", "well", "better", "highly", "specially", "newly", "ill", "strongly", "fully":
	default:
		return false
	}
	switch before := s.tokens[i-2].Tag; {
	case before.IsVerb():
		return !isAuxiliary(s.lower[i-2])
	default:
		return before == text.IN || before == text.DT || before == text.Comma || before == text.CD
	}
}
