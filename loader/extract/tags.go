package extract

import (
	"slices"
	"strings"

	"entente.example/loader/text"
)

// correctTags mends what the tagger cannot know or often gets wrong: names are names, "an offensive" is a noun, a
// participle that nothing follows is the verb.
func (s *sentence) correctTags() {
	for _, n := range s.names {
		if n.adjectival() {
			continue
		}
		for i := n.first; i < n.last; i++ {
			if !s.tokens[i].Tag.IsNoun() && s.tokens[i].Tag != text.HYPH {
				s.tokens[i].Tag = text.NNP
			}
		}
	}
	verbs := false
	for i := range s.tokens {
		if s.lower[i] == "in" && i+2 < len(s.tokens) && s.lower[i+1] == "turn" && (s.tokens[i+2].Tag.IsVerb() || s.tokens[i+2].Tag == text.NNS) {
			s.tokens[i].Tag, s.tokens[i+1].Tag = text.RB, text.RB // "has in turn armed X"
		}
		if s.nameAt(i) == nil {
			s.tokens[i].Tag = s.corrected(i)
		}
		verbs = verbs || s.tokens[i].Tag.IsVerb()
	}
	if !verbs {
		s.findVerb()
	}
	s.findClauseVerbs()
}

// predicates reports whether the word at i, which looks like a plural, is the verb behind a name: "Washington plans to
// send", "Qatar funds Hamas".
func (s *sentence) predicates(i int) bool {
	lemma := text.Lemma(s.lower[i], text.VBZ)
	if i+1 >= len(s.tokens) || !s.doc.reader.knowsVerb(lemma) || s.doc.reader.classes.any(lemma, "force", "government", "grouping", "rebels") {
		return false
	}
	goods := s.tokens[i+1].Tag == text.NNS && s.doc.reader.classes.has("support", s.lemma(i+1)) && !s.doc.reader.classes.any(s.lower[i], "support")
	return goods || s.quantifier(i+1) > 0 || s.opensPart(i+1) || s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.DT || s.tokens[i+1].Tag == text.TO && s.infinitiveAfter(i+1)
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

func isAuxiliary(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s":
		return true
	}
	return false
}

// findVerb retags the word between two noun groups as the verb of a sentence that seems to have none: "The Houthis
// control Sanaa".
func (s *sentence) findVerb() {
	if i := len(s.tokens) - 2; i > 1 && s.tokens[i].Tag.IsNoun() && s.words[i] == s.lower[i] && s.doc.reader.classes.any(s.lower[i], "emerge", "fade", "occur") {
		s.tokens[i].Tag = text.VBP // "allegations of support persist."
		return
	}
	for i := 1; i+1 < len(s.tokens); i++ {
		tag, before := s.tokens[i].Tag, s.tokens[i-1].Tag
		if tag == text.JJ && before.IsNoun() && s.tokens[i+1].Tag == text.DT && s.nameAt(i) == nil && len(s.doc.reader.frames.verbs[s.lower[i]]) > 0 {
			s.tokens[i].Tag = text.VBP // "The Houthis dominate the north"
			return
		}
		if tag == text.JJ && before.IsNoun() && strings.HasSuffix(s.lower[i], "ed") && s.nameAt(i) == nil && (s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.CD || s.tokens[i+1].Tag == text.RP && s.nameAt(i+2) != nil) && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBD)]) > 0 {
			s.tokens[i].Tag = text.VBD // "The Obama administration armed Syrian rebels", "The Malian military burned down X"
			return
		}
		if tag == text.NN && before.IsName() && pastAsPresent(s.lower[i]) && (s.tokens[i+1].Tag == text.TO || s.tokens[i+1].Tag == text.IN) {
			s.tokens[i].Tag = text.VBD // "fighting between A and B spread to"
			return
		}
		if s.capitals && tag.IsName() {
			tag = text.NN // where all are in capitals
		}
		if tag != text.NN && tag != text.NNS || s.nameAt(i) != nil || !before.IsNoun() {
			continue
		}
		ending := text.VBP
		if tag == text.NNS {
			ending = text.VBZ
		}
		next := s.tokens[i+1].Tag
		opens := s.capitals && before == text.NNS && next.IsNoun() || next == text.DT || next == text.IN && tag == text.NNS || s.nameAt(i+1) != nil
		if n := s.nameBefore(i); n != nil && !n.adjectival() {
			opens = opens || s.opensPart(i+1) || next == text.JJ || next == text.CD || next == text.PRPS || tag == text.NNS && next == text.NNS // "Iran arms militias in Iraq"
		}
		if opens && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], ending)]) > 0 {
			s.tokens[i].Tag = ending
			return
		}
	}
}

// pastAsPresent tells verbs whose past tense looks like a noun.
func pastAsPresent(word string) bool {
	switch word {
	case "spread", "burst", "split", "hit", "beat", "cut", "shut":
		return true
	}
	return false
}

// corrected gives the tag of the word at i as its neighbours want it, or the one that it has.
func (s *sentence) corrected(i int) text.Tag {
	w := taggedWord{i: i, word: s.lower[i], tag: s.tokens[i].Tag, before: text.Period, after: text.Period}
	if i > 0 {
		w.before = s.tokens[i-1].Tag
	}
	if i+1 < len(s.tokens) {
		w.after = s.tokens[i+1].Tag
	}
	switch w.after {
	case text.Period, text.Comma, text.IN, text.TO, text.CC, text.Colon:
		w.ends = true
	}
	if past := s.preterite(w); past != text.Untagged {
		return past
	}
	if fought := s.foughtWith(w); fought != text.Untagged {
		return fought
	}
	if form := s.wantedForm(w); form != text.Untagged {
		return form
	}
	tag := w.tag
	switch {
	case isCardinal(w.word), w.word == "mln", w.word == "bln":
		return text.CD
	case s.pairActs(w.i), s.actsBehindAside(w):
		return text.VBD // "The latter attacked X", "The army, which X armed, attacked Y"
	case s.equipped(w.i):
		return text.JJ // "attacked heavily armed militants"
	case unmet(w.word):
		return text.JJ
	case s.isNoun(w) != text.Untagged:
		return s.isNoun(w)
	case s.lowered(w.i) != text.Untagged:
		return s.lowered(w.i)
	case w.word == "court" && w.ends && w.i > 0 && s.lower[w.i-1] == "to":
		return text.NN // "took Chad to court for arming"
	case w.word == "left" && w.before == text.Comma && w.i > 1 && s.nameAt(w.i+1) != nil && s.namesActor(w.i+1):
		return text.VBD // "The M23, which Rwanda had armed, left Goma"
	case w.word == "overnight" && !w.after.IsNoun() && w.after != text.JJ && w.i > 0:
		return text.RB // "in Shali and Nozhai-Yurt overnight"
	case w.word == "consisting":
		return text.VBG // "21 strikes consisting of 41 engagements"
	case isOpener(w.word):
		return text.IN
	case w.tag == text.RB && w.word == "over" && w.before.IsNoun() && s.nameAt(w.i+1) != nil:
		return text.IN // "its hold over Sake"
	case w.before == text.HYPH && w.i > 1 && isVerbParticle(w.word) && (w.tag == text.RP || w.tag == text.RB || w.tag == text.IN) && s.tokens[w.i-2].Tag.IsNoun():
		return text.NN // "its military build-up in"
	case w.tag == text.NNS && w.ends && w.i > 1 && s.nameBefore(w.i) != nil && s.doc.reader.classes.has("deny", text.Lemma(w.word, text.VBZ)) && w.after != text.TO && w.after != text.IN:
		return text.VBZ // "a charge Chad rejects"
	case w.tag == text.NNS && w.after == text.Period && s.nameBefore(w.i) != nil && s.nameBefore(w.i).first > 0 && s.tokens[s.nameBefore(w.i).first-1].Tag == text.Comma && s.doc.reader.classes.any(text.Lemma(w.word, text.VBZ), "claim", "say", "suspect"):
		return text.VBZ // "..., Chad claims."
	case w.tag == text.NNS && w.after == text.Comma && s.lower[0] == "as" && s.nameBefore(w.i) != nil && s.nameBefore(w.i).first == 1 && s.doc.reader.classes.any(text.Lemma(w.word, text.VBZ), "claim", "say"):
		return text.VBZ // "As Chad claims, ..."
	case s.inPlaceOfPreposition(w):
		return text.IN
	case s.toldAside(w):
		return text.VBZ // "Wagner, the opposition claims, sent"
	case s.tellsUnsaid(w):
		return text.NNS // "amid reports Chad bombed X"
	case w.word == "once" && w.tag == text.IN && w.after == text.VBN:
		return text.RB // "the M23, once backed by"
	case tag.IsVerb():
		tag = s.correctedVerb(w)
	case tag.IsNoun():
		tag = s.correctedNoun(w)
	case tag == text.JJ && w.word == "dead" && w.i > 0 && s.lower[w.i-1] == "shot":
		tag = text.RP
	case tag == text.JJ && w.before.IsNoun() && s.leftSo(w.i):
		tag = text.RB // "left ten soldiers dead in X"
	case tag == text.JJ:
		tag = s.correctedAdjective(w)
	default:
		tag = s.correctedOther(w)
	}
	switch {
	case tag != w.tag:
		return tag
	case i > 0 && w.word == "back" && w.before.IsName() && (w.after == text.DT || s.nameAt(i+1) != nil):
		return text.VBP
	case (tag == text.VBN || tag == text.JJ || tag.IsName() && !s.capitalised(i)) && strings.HasSuffix(w.word, "ed") && s.betweenNames(i) && s.knownVerb(w.i, text.VBD):
		return text.VBD
	case s.bothDid(w):
		return text.VBD
	case s.mistaken(i) != text.Untagged:
		return s.mistaken(i)
	case s.opensPart(i):
		return text.NN
	}
	return tag
}

// taggedWord is a word with its tag and those of its neighbours; ends tells that what follows ends a phrase.
type taggedWord struct {
	i                  int
	word               string
	tag, before, after text.Tag
	ends               bool
}

// acts reports whether a finite verb follows the word.
func (w taggedWord) acts() bool {
	return w.after == text.VBD || w.after == text.VBZ || w.after == text.VBP || w.after == text.MD
}

// correctedVerb mends names and nouns that look like verbs.
func (s *sentence) correctedVerb(w taggedWord) text.Tag {
	event := s.doc.reader.frames.event
	switch {
	case (w.word == "contributing" || w.word == "participating") && w.after == text.NNS && (w.i == 0 || s.tokens[w.i-1].Tag == text.DT || s.tokens[w.i-1].Tag == text.HYPH) && s.doc.reader.classes.has("membership", s.lemma(w.i+1)), // "contributing nations included"
		w.word == "armed" && s.capitalised(w.i) && w.i+1 < len(s.lower) && s.lower[w.i+1] == "forces":
		return text.JJ
	case (w.tag == text.VBD || w.tag == text.VBN && s.doc.reader.classes.has("premodifier", w.word)) && w.i > 0 && agentive(s.lower[w.i-1]) && (w.after == text.JJ || w.after.IsNoun() || s.nameAt(w.i+1) != nil):
		return text.JJ // "backed by allied Sunni fighters"
	case w.tag == text.VBZ && w.before == text.Comma && (w.after == text.PRP || s.nameAt(w.i+1) != nil) && s.doc.reader.classes.has("report", text.Lemma(w.word, text.NNS)):
		return text.NNS // ", charges it denies"
	case w.tag == text.VBG && w.before == text.CC && w.i > 1 && s.tokens[w.i-2].Tag.IsNoun() && w.ends && s.doc.reader.classes.has("support", s.lemma(w.i-2)) && s.doc.reader.classes.has("support", w.word):
		return text.NN // "providing drones and training to"
	case w.tag == text.VBN && w.before == text.RP && w.after.IsNoun() && s.nameAt(w.i+1) == nil:
		return text.JJ // "carried out targeted strikes"
	case (w.tag == text.VB || w.tag == text.VBP) && w.before == text.DT && w.i+1 < len(s.lower) && s.lower[w.i+1] == "of",
		w.i == 0 && w.tag == text.VB && w.word == "talk" && len(s.lower) > 1 && s.lower[1] == "of":
		return text.NN // "made no mention of", "Talk of war"
	case w.word == "blame" && w.before.IsVerb() && !s.verbAuxiliary(w.i-1):
		return text.NN // "traded blame"
	case w.tag == text.VBG && event(w.word) && w.before == text.IN && w.i+1 < len(s.lower) && (s.lower[w.i+1] == "that" || s.lower[w.i+1] == "which"):
		return text.NN // "after fighting that raged for days"
	case w.tag == text.VBG && w.acts() && event(w.word) && (w.i == 0 || w.before == text.Comma || w.before == text.JJ):
		return text.NN // "In May, fighting broke out"
	case w.word == "crossing" && w.before.IsNoun() && (w.ends || w.after == text.DT):
		return text.NN
	case w.tag == text.VBN && w.before.IsNoun() && w.i+2 < len(s.tokens) && s.lower[w.i+1] == "by" && s.tokens[w.i+2].Tag == text.VBG && s.pastAlone(w.i):
		return text.VBD // "and Russia responded by sending"
	case w.tag == text.VBD && w.before == text.Comma && w.after == text.IN && w.i > 1 && s.nameBefore(w.i-1) != nil && s.doc.reader.classes.has("found", text.Lemma(w.word, text.VBD)) &&
		(s.lower[w.i+1] == "by" || s.tokens[min(w.i+2, len(s.tokens)-1)].Tag == text.CD):
		return text.VBN // "armed X, founded in 1973 by Y"
	case w.tag == text.VBG && (w.word == "neighboring" || w.word == "neighbouring"):
		return text.JJ // "in neighbouring Kenya"
	case w.tag == text.VBN && w.before == text.IN && strings.HasSuffix(w.word, "ed") && s.placeAt(w.i+1) && s.lower[w.i-1] != "that":
		return text.JJ // "in occupied Abkhazia"
	case w.tag == text.VB && w.ends && w.before.IsNoun() && s.doc.reader.classes.has("deny", w.word):
		return text.VBP // "a charge Chad and Niger deny."
	case w.tag == text.VBN && (w.before == text.RB || w.before == text.RBR) && w.i > 1 && s.tokens[w.i-2].Tag == text.Comma && (w.after == text.DT || w.after == text.JJ || w.after == text.NNS || w.after == text.PRPS || s.nameAt(w.i+1) != nil) && s.knownVerb(w.i, text.VBD):
		return text.VBD // "X, a wing of Y, later fought Z"
	case w.word == "bitter" && w.after.IsNoun():
		return text.JJ // "have been bitter rivals"
	case w.word == "moderate" && w.after.IsNoun() && w.before != text.TO && w.before != text.MD:
		return text.JJ // "jihadist and moderate groups"
	case w.tag == text.VB && w.before.IsNoun() && isUnchanging(w.word):
		return text.VBD // "the Sandinistas let the guerrillas use"
	case w.tag == text.VBD && w.before == text.CC && w.i > 2 && s.tokens[w.i-2].Tag == text.VBN && s.lower[w.i-3] == "having":
		return text.VBN // "of having armed and trained"
	case w.tag == text.VBN && w.before == text.PRP && (w.i < 2 || !isAuxiliary(s.lower[w.i-2])) && isSubjectPronoun(s.lower[w.i-1]) && (w.after == text.DT || w.after == text.PRPS || s.nameAt(w.i+1) != nil) && s.knownVerb(w.i, text.VBD):
		return text.VBD // "said it held X"
	case w.tag == text.VBN && (onlyPast(w.word) || s.soleVerb(w) || s.ownClause(w)):
		return text.VBD
	case w.tag == text.VBZ && w.before.IsVerb() && w.before != text.VBZ && !isAuxiliary(s.lower[w.i-1]) && s.doc.reader.classes.any(text.Lemma(w.word, text.NNS), "target", "place", "force", "support", "quantity"):
		return text.NNS // "hold positions"
	case (w.word == "allied" || w.word == "joint") && (w.after.IsNoun() || s.nameAt(w.i+1) != nil) && (w.i == 0 || w.before == text.CC || w.before == text.Comma):
		return text.JJ // "troops and allied militias", "Joint exercises"
	case w.tag == text.VBN && isDoubt(w.word) && (w.before == text.IN || w.before == text.PRPS || w.before == text.POS) && (w.after == text.JJ || w.after.IsNoun()):
		return text.JJ // "an inquiry into alleged arms deliveries"
	case w.i == 0 && (w.tag == text.VBD || w.tag == text.VBN) && (w.after == text.JJ || w.after.IsNoun()) && isDoubt(w.word):
		return text.JJ // "Suspected Chadian troops attacked"
	case w.tag == text.VBN && w.i > 0 && w.before.IsVerb() && w.after.IsNoun() && s.nameAt(w.i+1) == nil && !isAuxiliary(s.lower[w.i-1]) && !s.verbAuxiliary(w.i-1):
		return text.JJ // "made repeated requests"
	case w.i > 0 && s.capitalised(w.i) && !s.headline && !s.capitals && w.before.IsVerb():
		return text.NNP // "sold Shahed drones"
	case w.word == "training" && w.i+1 < len(s.lower) && s.doc.reader.classes.has("school", s.lemma(w.i+1)),
		w.word == "host" && w.before.IsVerb() && w.i+1 < len(s.lower) && s.lower[w.i+1] == "to":
		return text.NN // "opened training camps", "played host to"
	case w.tag == text.VBG && w.i > 0 && s.takesNoun(w.i-1) && w.ends && s.doc.reader.classes.has("support", w.word):
		return text.NN
	case w.tag == text.VBG && (w.before == text.DT || w.before == text.JJ || w.before == text.PRPS || w.before == text.POS) && w.ends && event(w.word),
		w.tag == text.VBG && w.ends && s.nameBefore(w.i) != nil && s.nameBefore(w.i).adjectival() && s.doc.reader.classes.has("support", w.word):
		return text.NN // "Rwandan backing for"
	case w.tag == text.VBG && w.before == text.DT && w.i+1 < len(s.lower) && s.lower[w.i+1] == "of",
		w.tag == text.VBG && w.i+1 < len(s.lower) && s.lower[w.i+1] == "between" && event(w.word):
		return text.NN // "fighting between A and B"
	case w.tag == text.VBG && w.i > 0 && w.i+1 < len(s.lower) && event(w.word) && isCompany(s.lower[w.i-1]) && (s.lower[w.i+1] == "from" || s.lower[w.i+1] == "of" || s.lower[w.i+1] == "by"):
		return text.NN // "with backing from"
	case w.tag == text.VBZ && w.before == text.NN && (w.after == text.VBD || w.after == text.VBN) && s.doc.reader.classes.has("force", text.Lemma(w.word, text.NNS)):
		return text.NNS // "helicopter gunships rocketed"
	case (w.tag == text.VBZ || w.tag == text.VBP) && w.before == text.RP && event(text.Lemma(w.word, text.NNS)):
		return text.NNS // "carried out strikes"
	case w.tag == text.VBZ && (w.before == text.NN || w.before.IsName() && w.after == text.TO) && s.doc.reader.classes.has("support", s.lemma(w.i)) && s.verbAhead(w.i):
		return text.NNS // "shipped artillery shells"
	case w.tag == text.VBZ && w.i == 0 && w.after == text.IN && event(s.lemma(w.i)):
		return text.NNS
	}
	return w.tag
}

// onlyPast tells the past tenses that are no participles.
func onlyPast(word string) bool {
	switch word {
	case "withdrew", "took", "retook", "fell", "began", "gave", "overran", "drove", "broke", "went", "rose", "chose", "threw", "overthrew", "flew", "became", "grew", "undertook", "forgave", "stole", "saw", "drew":
		return true
	}
	return false
}

// isUnchanging tells the verbs whose past tense is their base form.
func isUnchanging(word string) bool {
	switch word {
	case "let", "put", "set", "cut", "hit", "shut", "split", "cast", "spread", "rid", "quit":
		return true
	}
	return false
}

// correctedNoun mends verbs that look like nouns.
func (s *sentence) correctedNoun(w taggedWord) text.Tag {
	named := s.nameAt(w.i+1) != nil
	ing := strings.HasSuffix(w.word, "ing")
	switch {
	case w.tag == text.NN && w.before.IsNoun() && (w.after == text.DT || w.after == text.RP || w.after == text.RB || w.after == text.PRPS || named) && s.helpedTo(w.i):
		return text.VB
	case (w.before == text.MD || w.i > 2 && s.lower[w.i-1] == "longer" && s.lower[w.i-2] == "no" && s.tokens[w.i-3].Tag == text.MD) && s.words[w.i] == w.word && s.knownVerb(w.i, text.VB):
		return text.VB // "could march on", "can no longer support"
	case w.tag == text.NN && w.word == "suspect" && w.before.IsName() && named && w.i+2 < len(s.tokens) && s.byToken[w.i+1] > 0 && s.lower[min(s.nameAt(w.i+1).last, len(s.lower)-1)] == "of":
		return text.VBP // "officials in Kinshasa suspect Uganda of"
	case w.tag == text.NN && w.word == "suspect" && w.before == text.NNS && (w.after == text.DT || named || w.after == text.IN && s.lower[w.i+1] == "that"):
		return text.VBP // "observers suspect an alliance"
	case w.tag == text.NN && (w.after == text.VBZ || w.after == text.NNS) && s.knownVerb(w.i, text.VBP) && s.pluralName(w.i) && s.doc.reader.classes.any(text.Lemma(s.lower[w.i+1], text.NNS), "target", "place", "force", "support", "quantity"):
		return text.VBP // "The Houthis hold positions"
	case w.tag == text.NN && w.before == text.CC && w.i > 1 && s.tokens[w.i-2].Tag == text.Comma && s.knownVerb(w.i, text.VBP) && named && s.nameAt(w.i+1).adjectival() && s.doc.reader.classes.has("force", s.lemma(s.nameAt(w.i+1).last)):
		return text.VBP // "have sent arms, and train Ukrainian soldiers"
	case w.tag == text.NN && w.before == text.CC && s.joinsInfinitive(w):
		return text.VB // "to abandon X and retreat from Y"
	case (w.word == "deny" || w.word == "accuse" || w.word == "consist" || w.word == "comprise") && w.before.IsNoun():
		return text.VBP
	case w.tag == text.NN && ing && w.before.IsVerb() && s.doc.reader.classes.has("deny", text.Lemma(s.lower[w.i-1], w.before)) && (w.after.IsNoun() || w.after == text.DT || named) && s.knownVerb(w.i, text.VBG):
		return text.VBG // "deny bombing hospitals"
	case w.word == "hold" && w.after == text.NN && s.pluralName(w.i):
		return text.VBP // "The Taliban hold power in"
	case w.word == "fights" && w.before.IsNoun() && s.takesSides(w.i+1):
		return text.VBZ // "Kigali says the army fights alongside X"
	case w.tag == text.NN && ing && w.before == text.CC && w.i > 1 && s.tokens[w.i-2].Tag == text.VBG && (w.after.IsNoun() || w.after == text.DT || named) && s.knownVerb(w.i, text.VBG):
		return text.VBG // "of training and arming rebel groups"
	case w.ends && s.doc.reader.classes.has("deny", text.Lemma(w.word, text.VBZ)) && s.answersCharge(w.i):
		if w.word[len(w.word)-1] != 's' {
			return text.VBP
		}
		return text.VBZ // "something Chad and the rebels reject", "which the state denies"
	case w.word == "dispute" && w.before.IsNoun() && w.after == text.IN && s.lower[w.i+1] == "that":
		return text.VBP
	case w.word == "pits" && w.before.IsNoun() && slices.Contains(s.lower[w.i:], "against"):
		return text.VBZ // "the war pits X against Y"
	case w.word == "points" && w.before.IsNoun() && w.i+1 < len(s.lower) && s.lower[w.i+1] == "to":
		return text.VBZ // "evidence points to"
	case w.tag == text.NNS && (w.before == text.PRP || w.before == text.VBZ && s.asideBefore(w.i)) && (w.after == text.DT || w.after == text.PRPS || named) && s.knownVerb(w.i, text.VBZ):
		return text.VBZ // "that it arms the group", "which Chad says arms the group"
	case w.tag == text.NNS && w.before == text.PRP && w.after == text.NNS && s.knownVerb(w.i, text.VBZ),
		w.tag == text.NNS && w.before == text.Comma && w.i > 1 && s.tokens[w.i-2].Tag == text.VBZ && s.predicatesBoth(w.i):
		return text.VBZ // "that it ships arms", "equips, trains and pays the group"
	case w.tag == text.NNS && w.before == text.CC && named && w.word != "arms" && w.i > 2 && s.nameBefore(w.i-1) != nil && s.knownVerb(w.i, text.VBZ) && s.verbBeforeToken(w.i):
		return text.VBZ // "has not recognised Kosovo and backs Serbia"
	case w.tag == text.NN && w.ends && (w.before.IsVerb() || w.before == text.RB) && len(s.doc.reader.frames.adjs[w.word]) > 0:
		return text.JJ // "relations were hostile"
	case w.tag == text.NNS && w.before == text.CC && w.i > 1 && s.tokens[w.i-2].Tag == text.VBZ && named && s.knownVerb(w.i, text.VBZ):
		return text.VBZ // "Iran arms and funds Hezbollah"
	case w.tag == text.NNS && w.before == text.Comma && (named || w.after == text.DT) && (s.knownVerb(w.i, text.VBZ) || deems(text.Lemma(w.word, text.VBZ))) && !s.verbBeforeToken(w.i):
		return text.VBZ // "Chad, a French ally, regards the group as"
	case w.tag == text.NNS && w.i > 1 && (s.lower[w.i-1] == "neither" || s.lower[w.i-1] == "nor") && s.knownVerb(w.i, text.VBZ):
		return text.VBZ // "neither arms nor trains"
	case w.tag == text.NN && w.i > 1 && ing && s.lower[w.i-1] == "of" && s.charged(w.i):
		return text.VBG
	case w.tag == text.NNS && (w.word == "borders" || w.word == "neighbours" || w.word == "neighbors") && named && s.nameBefore(w.i) != nil && !s.nameBefore(w.i).adjectival():
		return text.VBZ // "Chad borders Niger"
	case w.tag == text.NNS && w.i > 0 && w.before.IsName() && (s.predicates(w.i) || s.predicatesBoth(w.i) || s.fronts(w.i)):
		return text.VBZ
	case w.tag == text.NNS && (w.before == text.WDT || w.before == text.WP) && (w.after == text.DT || w.after == text.PRPS || named || w.after == text.TO || w.after == text.IN && s.lower[w.i+1] == "to") && s.knownVerb(w.i, text.VBZ):
		return text.VBZ // "which groups Chad and Niger"
	case w.tag == text.NNS && s.nameBefore(w.i) != nil && w.after == text.Comma && w.i+2 < len(s.tokens) && s.tokens[w.i+2].Tag == text.VBZ && s.knownVerb(w.i, text.VBZ):
		return text.VBZ // "The mission trains, advises and assists"
	case w.tag == text.NN && ing && w.before == text.CC && named && s.pursuedBefore(w.i) && s.knownVerb(w.i, text.VBG):
		return text.VBG // "attacked again, capturing A and bombing B"
	case w.tag == text.NN && ing && w.before == text.Comma && s.pursues(w.i) && s.knownVerb(w.i, text.VBG):
		return text.VBG // "launched an offensive, bombing positions"
	case w.tag == text.NN && ing && w.before.IsName() && w.after == text.IN && s.abreast(w.i):
		return text.VBG // "are in Congo fighting alongside"
	case w.tag == text.NN && ing && w.before.IsNoun() && (w.after == text.DT || named):
		return text.VBG
	case w.tag == text.NNS && w.i > 1 && s.lower[w.i-1] == "longer" && s.lower[w.i-2] == "no" && s.knownVerb(w.i, text.VBZ):
		return text.VBZ
	case (w.tag == text.NN || w.tag == text.NNP && s.words[w.i] == w.word) && w.before.IsName() && w.after == text.RP && s.knownVerb(w.i, text.VBD):
		return text.VBD // "Turkey shot down"
	}
	return w.tag
}

// pluralName reports whether a name that is a plural stands before the token: "the Houthis".
func (s *sentence) pluralName(i int) bool {
	n := s.nameBefore(i)
	return n != nil && !n.adjectival() && (strings.HasSuffix(s.lower[i-1], "s") || s.lower[i-1] == "taliban")
}

// correctedAdjective mends participles, past tenses and nouns that look like adjectives.
func (s *sentence) correctedAdjective(w taggedWord) text.Tag {
	ed := strings.HasSuffix(w.word, "ed")
	classes := s.doc.reader.classes
	switch {
	case w.word == "other" && w.i > 0 && s.lower[w.i-1] == "each":
		return text.NN // "accused each other"
	case strings.HasPrefix(w.word, "co-") && classes.any(w.word, "leader", "member"):
		return text.NN
	case w.word == "struck" && s.soleVerb(w):
		return text.VBD
	case w.i+1 < len(s.lower) && s.lower[w.i+1] == "by" && (w.before == text.Comma || w.before == text.RB && (w.i == 1 || s.tokens[w.i-2].Tag == text.Comma)) && strings.HasSuffix(w.word, "ed") && s.knownVerb(w.i, text.VBN):
		return text.VBN // "Chad, armed by France, seized"
	case w.i > 0 && ed && w.before == text.Comma && w.after == text.RB && w.i+2 < len(s.lower) && s.lower[w.i+2] == "by" && s.knownVerb(w.i, text.VBN):
		return text.VBN // "Chad, armed largely by France, seized"
	case w.i > 0 && ed && (s.lower[w.i-1] == "that" || s.lower[w.i-1] == "who" || s.lower[w.i-1] == "which") && (w.after == text.DT || s.nameAt(w.i+1) != nil) && s.knownVerb(w.i, text.VBD):
		return text.VBD // "that armed the group"
	case w.i > 0 && ed && (w.before == text.WDT || w.before == text.WP) && w.after == text.CC && s.tokens[w.i+2].Tag.IsVerb() && s.knownVerb(w.i, text.VBD):
		return text.VBD // "which armed and trained"
	case w.i > 0 && strings.HasSuffix(w.word, "ing") && (w.after == text.NNS || w.after == text.DT) && s.progressive(w.i-1) && s.knownVerb(w.i, text.VBG):
		return text.VBG // "is imposing sanctions"
	case w.i > 0 && (ed || strings.HasSuffix(w.word, "en") && w.word != "open" || strings.HasSuffix(w.word, "wn") || w.word == "overrun") && isAuxiliary(s.lower[w.i-1]) && s.knownVerb(w.i, text.VBN):
		return text.VBN
	case ed && w.after == text.CC && w.i > 0 && s.lower[w.i-1] == "having" && s.knownVerb(w.i, text.VBN):
		return text.VBN // "of having armed and trained"
	case ed && w.before == text.CC && w.i > 1 && s.tokens[w.i-2].Tag == text.VBN && s.knownVerb(w.i, text.VBN):
		return text.VBN
	case w.ends && w.before == text.JJS && classes.any(w.word, "force", "support", "place"):
		return text.NN // "the largest contingent"
	case w.ends && w.before == text.DT && classes.has("place", w.word):
		return text.NN // "a map of the plain below the dam"
	case w.ends && (w.before == text.DT || w.before == text.PRPS || w.before == text.POS || w.before == text.JJ) &&
		(s.doc.reader.frames.event(w.word) || classes.any(w.word, "member", "officials", "leader", "nationals", "rebels")):
		return text.NN // "a major offensive", "an official"
	case w.before == text.DT && w.acts() && (s.doc.reader.frames.event(w.word) || classes.any(w.word, "force", "denotes") || w.word == "former" || w.word == "latter"):
		return text.NN // "the offensive targeted"
	case w.before == text.DT && w.ends && (w.word == "former" || w.word == "latter"):
		return text.NN
	case w.word == "military" && w.acts():
		return text.NN // "the Turkish military were in Libya", "Turkey's military bombed"
	case w.before == text.POS && w.ends && isQuarter(w.word):
		return text.NN // "Ukraine's south"
	case w.ends && w.before == text.PRPS && w.word != "own" && strings.Contains(w.word, "-"):
		return text.NN // "its arch-foe,"
	case w.ends && w.before.IsNoun() && w.word == "offensive":
		return text.NN
	case w.ends && ed && (w.before.IsNoun() || w.before == text.Comma && w.i > 2):
		return text.VBD // "the army advanced"
	case ed && (w.before.IsNoun() || w.before == text.RB || w.before == text.PRP || w.before == text.CC) && (s.namesActor(w.i+1) || w.after == text.DT && s.nameBefore(w.i) != nil) && s.knownVerb(w.i, text.VBD):
		return text.VBD // "Turkey armed Hezbollah"
	case ed && w.before == text.CC && (w.after == text.IN || w.after == text.TO) && w.i > 1 && s.tokens[w.i-2].Tag != text.JJ && s.lower[w.i-1] == "and" && isMotion(w.word) && s.verbAhead(w.i):
		return text.VBD // "crossed the river and advanced to"
	case ed && (w.after == text.DT || w.after == text.PRPS) && (w.before == text.Comma || w.before == text.Colon || w.before == text.CloseBracket || w.before == text.RB || w.before == text.RBR || w.before == text.CD) && w.i > 1 && s.knownVerb(w.i, text.VBD),
		ed && w.before == text.RBR && s.namesActor(w.i+1) && s.knownVerb(w.i, text.VBD):
		return text.VBD // "Iran, meanwhile, armed the group", "two weeks later armed X"
	case w.word == "armed" && w.before == text.Comma && s.namesActor(w.i+1) && !s.verbIn(w.i+1):
		return text.VBD // "Iran, its patron, armed Hezbollah."
	case w.word == "deep" && w.after == text.IN && w.before.IsNoun():
		return text.RB // "targets deep inside Chad"
	case w.word == "left" && w.before.IsNoun() && s.nameAt(w.i+1) != nil:
		return text.VBD
	}
	return w.tag
}
