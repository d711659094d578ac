package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
)

// lostApostrophes reports whether the copy has none at all. Some feeds strip them, and then "Syria's army" stands as
// "Syrias army".
func lostApostrophes(text string) bool {
	return strings.IndexByte(text, '\'') < 0 && !strings.Contains(text, "’")
}

// restorePossessives cuts the "s" off known names that a copy without apostrophes glued to them: the token "Syrias"
// becomes "Syria" and "'s", which stands for the single letter of the text.
func (d *document) restorePossessives(tokens []text.Token) []text.Token {
	for i := 0; i+1 < len(tokens); i++ {
		if !d.gluedPossessive(tokens, i) && !d.gluedOwner(tokens, i) {
			continue
		}
		whole := tokens[i]
		stem, ending := whole, whole
		stem.End, ending.Start = whole.End-1, whole.End-1
		stem.Text, ending.Text = whole.Text[:len(whole.Text)-1], "'s"
		restored := make([]text.Token, 0, len(tokens)+1)
		restored = append(append(restored, tokens[:i]...), stem, ending)
		tokens = append(restored, tokens[i+1:]...)
		i++
	}
	return tokens
}

// gluedPossessive reports whether a word stands before the next, is no name as it is, and ends one without its "s".
func (d *document) gluedPossessive(tokens []text.Token, i int) bool {
	word := tokens[i].Text
	first, _ := utf8.DecodeRuneInString(word)
	next, _ := utf8.DecodeRuneInString(tokens[i+1].Text)
	if len(word) < 4 || !strings.HasSuffix(word, "s") || !unicode.IsUpper(first) && !strings.Contains(word, "-") || !unicode.IsLetter(next) {
		return false
	}
	switch tokens[i+1].Text {
	case "said", "says", "told", "has", "have", "had", "was", "were", "is", "are", "will", "would", "who", "and", "in", "on", "of", "to", "at", "from", "by", "for":
		return false // an owner has something
	}
	ends := func(last string) bool {
		for from := max(0, i-4); from <= i; from++ {
			var words []string
			for _, t := range tokens[from:i] {
				words = append(words, t.Text)
			}
			if n, _ := d.reader.matcher.Longest(append(words, last), 0); n == i-from+1 {
				return true
			}
		}
		return false
	}
	stem := word[:len(word)-1]
	return !ends(word) && (ends(stem) || d.insideName(tokens, i, stem))
}

// gluedOwner reports whether the word is one for an actor or a town whose "s" makes an owner of it: "the regimes army", "the
// groups leader", "the citys outskirts".
func (d *document) gluedOwner(tokens []text.Token, i int) bool {
	word := tokens[i].Text
	switch word {
	case "citys", "countrys", "armys", "partys", "militarys", "enemys", "ministrys":
		return true // no plural is spelt so
	case "regimes", "governments", "groups", "movements", "organisations", "organizations", "coalitions", "kingdoms", "presidents", "towns", "nations", "oppositions":
	default:
		return false
	}
	if i == 0 || strings.ToLower(tokens[i-1].Text) != "the" {
		return false
	}
	next := tokens[i+1].Text
	switch next {
	case "latest", "own", "former", "top", "main", "founder", "grip", "stronghold", "hold", "capital", "border", "headquarters", "outskirts", "allies", "ally", "offensive", "rule":
		return true
	}
	return d.reader.classes.any(next, "leader", "member", "force") || d.reader.classes.any(text.Lemma(next, text.NNS), "leader", "member", "force")
}

// insideName reports whether a known name begins with the word once it is a possessive: "Peoples Protection Units".
func (d *document) insideName(tokens []text.Token, i int, stem string) bool {
	words := []string{stem, "'s"}
	for _, t := range tokens[i+1 : min(len(tokens), i+5)] {
		words = append(words, t.Text)
	}
	n, _ := d.reader.matcher.Longest(words, 0)
	return n > 2
}
