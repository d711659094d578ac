package extract

import (
	"strings"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/loader/text"
)

// In a text all in capitals the form of a word tells no name from any other word, so that what is not in the dictionary may be
// taken for one, and "IS" for the Islamic State.

// functionTag gives the tag of the small words that are never names, whatever their form, or Untagged.
func functionTag(word string) text.Tag {
	switch word {
	case "did", "was", "were", "had":
		return text.VBD
	case "does", "is", "has":
		return text.VBZ
	case "do", "are", "have":
		return text.VBP
	case "will", "would", "could", "should", "may", "might", "must", "cannot":
		return text.MD
	case "not", "never":
		return text.RB
	case "the", "a", "an":
		return text.DT
	case "who", "whom":
		return text.WP
	case "of", "in", "on", "at", "by", "from", "with", "for":
		return text.IN
	case "to":
		return text.TO
	}
	return text.Untagged
}

// isOpener tells prepositions that taggers take for names at the beginning of a sentence: "Amid Roe's rise".
func isOpener(word string) bool {
	switch word {
	case "amid", "amidst", "alongside", "unlike", "atop", "lest", "farther", "further":
		return true
	}
	return false
}

// deedInCapitals reports whether the word at i, which is the name of a town as well, is a verb between its subject and what it
// hits: "IRAQI PLANES HIT TEHRAN", "A FRIGATE WAS HIT BY".
func (s *sentence) deedInCapitals(i int) bool {
	if i == 0 || i+1 >= len(s.tokens) || len(s.doc.reader.frames.verbs[s.lower[i]]) == 0 {
		return false
	}
	if isAuxiliary(s.lower[i-1]) {
		return true
	}
	switch tag := functionTag(s.lower[i+1]); {
	case functionTag(s.lower[i-1]) == text.IN || functionTag(s.lower[i-1]) == text.TO || s.tokens[i-1].Tag.IsVerb():
		return false // "NEAR HIT", "SEIZE HIT"
	default:
		return (tag == text.Untagged || tag == text.DT) && s.lower[i+1][0] >= 'a' && s.lower[i+1] != "and"
	}
}

// personInCapitals reads a person's name that begins at the token from a first name and what stands behind it: "SALIM ZXYAB, A SENIOR
// COMMANDER".
func (s *sentence) personInCapitals(i int) (name, bool) {
	first := s.words[i]
	if !s.doc.reader.given.has(first[:1]+strings.ToLower(first[1:])) || !s.tokens[i].Tag.IsName() {
		return name{}, false
	}
	last := i + 1
	for last < len(s.tokens) && last < i+6 {
		next := last
		if isNameParticle(s.lower[next]) && next+2 < len(s.tokens) && s.tokens[next+1].Tag == text.HYPH {
			next += 2 // "SALIM AL-ZXYAB"
		}
		if !s.surnameInCapitals(next) {
			break
		}
		last = next + 1
	}
	return name{first: i, last: last, shape: graph.Person}, last > i+1
}

// surnameInCapitals reports whether the word may be a part of a person's name: the tagger takes it for a name, and it stands for nothing else.
func (s *sentence) surnameInCapitals(i int) bool {
	if !s.tokens[i].Tag.IsName() || functionTag(s.lower[i]) != text.Untagged || s.lowered(i) != text.Untagged || s.titled(i) || s.organisation(i) != "" ||
		s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "force", "government", "place", "common", "grouping", "nationals", "rebels") || s.knownVerb(i, text.VBD) {
		return false
	}
	n, _ := s.doc.reader.matcher.Longest(s.words, i)
	return n == 0
}

// properCase writes a person's name that stands in capitals as other texts write it: "SALIM AL-ZXYAB" is Salim al-Zxyab.
func properCase(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		parts := strings.Split(strings.ToLower(word), "-")
		for k, part := range parts {
			if _, size := utf8.DecodeRuneInString(part); i+k == 0 || !isNameParticle(part) {
				parts[k] = strings.ToUpper(part[:size]) + part[size:]
			}
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// plainForce reports whether the word at i is a plural for armed men or those whom they hit, and no name: "AMAL MILITIAMEN".
func (s *sentence) plainForce(i int) bool {
	lemma := text.Lemma(s.lower[i], text.NNS)
	return lemma != s.lower[i] && s.nameAt(i) == nil && s.doc.reader.classes.any(lemma, "force", "nationals", "rebels", "victims", "target")
}

// lowered gives the tag of a word in a sentence all in capitals that the tagger takes for a name: "CHAD DID NOT ARM THE M23".
func (s *sentence) lowered(i int) text.Tag {
	if !s.capitals {
		return text.Untagged
	}
	tag := s.tokens[i].Tag
	if fixed := functionTag(s.lower[i]); fixed != text.Untagged && tag.IsNoun() {
		return fixed
	}
	if tag.IsName() && s.plainForce(i) {
		return text.NNS
	}
	if i == 0 {
		return text.Untagged
	}
	before := s.lower[i-1]
	if tag.IsNoun() && (before == "not" || before == "to" || before == "never") && i+1 < len(s.tokens) && s.knownVerb(i, text.VB) && (s.nameAt(i+1) != nil || s.lower[i+1] == "the" || s.tokens[i+1].Tag.IsNoun()) {
		return text.VB
	}
	if s.lower[i] == "that" && tag != text.IN && s.tokens[i-1].Tag.IsVerb() && s.nameAt(i+1) != nil {
		return text.IN
	}
	return text.Untagged
}
