package extract

import (
	"strings"

	"entente.example/loader/text"
)

// foughtWith gives the tag of a word of battles that taggers take for another, or Untagged: "mortar shells" is no command,
// "Fighting raged" no participle, "Rwanda and Uganda fell out and fought for X" no passive.
func (s *sentence) foughtWith(w taggedWord) text.Tag {
	next := ""
	if w.i+1 < len(s.lower) {
		next = s.lower[w.i+1]
	}
	last := ""
	if w.i > 0 {
		last = s.lower[w.i-1]
	}
	switch w.word {
	case "mortar", "rocket", "shell", "torpedo", "artillery", "howitzer":
		if w.tag.IsVerb() && isProjectile(next) && (w.i == 0 || w.before != text.TO && w.before != text.MD) {
			return text.NN // "mortar shells fired by X"
		}
	case "fighting", "shelling", "bombing", "gunfire":
		if w.tag == text.VBG && (w.i == 0 || w.before == text.JJ || w.before == text.Comma) && breaksOut(next) {
			return text.NN // "Heavy fighting raged"
		}
	case "neighboring", "neighbouring":
		if w.tag == text.VBG && (s.nameAt(w.i+1) != nil || w.after.IsNoun() || w.after == text.JJ) {
			return text.JJ // "attacks in neighbouring Kenya"
		}
	case "following":
		if w.tag == text.VBG && w.before != text.IN && s.tellsOfBattle(w.i+1) {
			return text.IN // "took the town following heavy fighting with X"
		}
	case "repeated":
		if w.tag == text.VBN && w.before == text.IN && (w.after == text.JJ || w.after.IsNoun()) {
			return text.JJ // "against repeated Russian assaults"
		}
	case "north", "south", "east", "west":
		if w.tag == text.JJ && w.before.IsVerb() && (w.after == text.IN || w.after == text.TO) {
			return text.RB // "pushed south towards X"
		}
	case "besieged":
		if w.i > 0 && s.nameAt(w.i+1) != nil && s.strikesHeadline(w.i-1) {
			return text.JJ
		}
	case "final", "friendly":
		if w.tag == text.JJ && w.before == text.DT && w.ends {
			return text.NN // who is beaten "in the final" was not shot at
		}
	case "dumps":
		if w.tag == text.VBZ && (last == "ammunition" || last == "arms" || last == "weapons" || last == "fuel" || last == "munitions") {
			return text.NNS
		}
	case "fought", "battled":
		if w.tag == text.VBN && w.before == text.CC && last == "and" && s.actedBefore(w.i-1) && goesOn(next) {
			return text.VBD
		}
	}
	switch {
	case w.tag == text.AFX && s.doc.reader.classes.has("force", text.Lemma(w.word, text.NNS)):
		return text.NNS // "Rwandan commandos took part"
	case w.tag == text.JJ && isMotion(w.word) && w.before == text.CC && (w.after == text.IN || w.after == text.TO) && s.actedBefore(w.i-1):
		return text.VBD // "emerged in X and advanced on Y"
	case w.word == "military" && w.tag == text.JJ && w.i > 0 && (s.nameBefore(w.i) != nil || w.before == text.POS) && (w.after == text.RB || w.after.IsVerb()):
		return text.NN // "The French military also conducted"
	case !w.tag.IsNoun() && strings.HasSuffix(w.word, "men") && s.doc.reader.classes.any(strings.TrimSuffix(w.word, "men")+"man", "force", "nationals", "rebels", "victims"):
		return text.NNS // "militiamen"
	case !w.tag.IsNoun() && !w.tag.IsVerb() && (w.ends || w.i+1 == len(s.tokens)) && s.doc.reader.classes.has("deed", w.word) && s.nameBefore(w.i) != nil:
		return text.NN // "launch Hama offensive"
	case w.tag == text.NNS && s.strikesHeadline(w.i):
		return text.VBZ
	case w.i > 0 && w.tag != text.NN && w.tag != text.NNS && s.doc.reader.classes.has("deed", w.word) && opensDeed(last) && !w.after.IsNoun():
		return text.NN // "X launches offensive in Y"
	}
	if w.tag == text.VBN && breaksOut(w.word) && w.before.IsNoun() {
		return text.VBD
	}
	return text.Untagged
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
		case isBattle(text.Lemma(s.lower[k], text.NNS)) || s.nameAt(k) == nil && tag.IsNoun() && s.deedNoun(text.Lemma(s.lower[k], text.NNS)):
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

// namesBattle reports whether the word at i is the first of the name of a battle, which tells what happened and where: "the
// Siege of X", "the Battle of Y".
func (s *sentence) namesBattle(i int) bool {
	if i+1 >= len(s.lower) || s.lower[i+1] != "of" && s.lower[i+1] != "for" {
		return false
	}
	return isBattle(s.lower[i]) || s.doc.reader.classes.kind("deed", s.lower[i]) != ""
}

// isProjectile tells what is fired, in one or many.
func isProjectile(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "shell", "round", "bomb", "grenade", "rocket", "fire", "attack", "barrage", "strike", "boat", "unit", "launcher", "volley", "salvo":
		return true
	}
	return false
}

// breaksOut tells the past tenses of what fighting does, which have no passive.
func breaksOut(word string) bool {
	switch word {
	case "raged", "erupted", "flared", "ensued", "subsided", "clashed", "skirmished", "broke":
		return true
	}
	return false
}

// goesOn tells what follows "fought" where somebody fights and is not fought.
func goesOn(word string) bool {
	switch word {
	case "for", "against", "with", "alongside", "off", "back", "over", "on", "each", "the":
		return true
	}
	return false
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

// countsFallen reports whether a number behind "during the assault" begins another noun group: "In the raid 95 soldiers were killed".
func (s *sentence) countsFallen(g *group, j int) bool {
	if g.first == 0 || s.tokens[g.first-1].Tag != text.IN || s.lower[g.first] != "the" || !isBattle(s.lower[g.head]) && !s.doc.reader.classes.has("deed", s.lower[g.head]) {
		return false
	}
	return j+1 < len(s.tokens) && s.nounFollows(j+1)
}

// equipped reports whether the participle at i and the adverb before it tell how well those are armed or trained who are named
// behind it.
func (s *sentence) equipped(i int) bool {
	if i < 2 || i+1 >= len(s.tokens) || !isEquipped(s.lower[i]) || !s.tokens[i+1].Tag.IsNoun() && s.tokens[i+1].Tag != text.JJ && s.nameAt(i+1) == nil {
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

// isEquipped tells the participles for how soldiers are kept.
func isEquipped(word string) bool {
	switch word {
	case "armed", "trained", "equipped", "organised", "organized", "funded", "financed", "paid", "supplied", "armoured", "armored":
		return true
	}
	return false
}
