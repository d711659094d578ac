package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// restoreHyphens puts the hyphen into "Turkish backed rebels", which hurried copy leaves out. It stands for no letter of the text.
// Nothing is restored where a nation may be the subject ("the French backed Haftar") or no noun follows ("an Iraqi held in Basra").
func (d *document) restoreHyphens(tokens []text.Token) []text.Token {
	for i := len(tokens) - 2; i > 0; i-- {
		linked := (tokens[i].Text == "linked" || tokens[i].Text == "affiliated") && d.groupBefore(tokens, i)
		if !opensNoun(tokens[i+1].Text) || !linked && !(isPatronage(tokens[i].Text) && d.adjectiveAt(tokens, i-1)) {
			continue
		}
		hyphen := text.Token{Text: "-"}
		hyphen.Start, hyphen.End = tokens[i-1].End, tokens[i-1].End
		tokens = slices.Insert(slices.Clip(tokens), i, hyphen)
	}
	return tokens
}

// groupBefore reports whether the name of an armed group ends before the token, behind a word after which it is no subject: "of al-Qaeda
// linked groups".
func (d *document) groupBefore(tokens []text.Token, i int) bool {
	var words []string
	for k := i - 1; k > 0 && k >= i-4; k-- {
		words = append([]string{tokens[k].Text}, words...)
		switch strings.ToLower(tokens[k-1].Text) {
		case "of", "by", "against", "with", "from", "to", "the", "several", "many", "various", "other", "some", "between", "including":
			n, senses := d.reader.matcher.Longest(words, 0)
			return n == len(words) && senses[0].Entry.Type == graph.ArmedGroup
		}
	}
	return false
}

// tagHyphens tags those restored, which the tagger takes for dashes, and the participles behind them.
func tagHyphens(tokens []text.Token) {
	for i, t := range tokens {
		if t.Start == t.End && t.Text == "-" {
			tokens[i].Tag = text.HYPH
			if next := tokens[i+1].Text; isPatronage(next) || isHold(next) {
				tokens[i+1].Tag = text.VBN
			}
		}
	}
}

// isVerbParticle tells the adverbs that make a noun with a verb before a hyphen: "build-up", "pull-out".
func isVerbParticle(word string) bool {
	switch word {
	case "up", "out", "back", "down", "off", "over", "in":
		return true
	}
	return false
}

// particleNoun gives a noun made of a verb and a particle its own base form: "build-up".
func (s *sentence) particleNoun(g *group) {
	if g.head > g.first+1 && s.tokens[g.head-1].Tag == text.HYPH && isVerbParticle(s.lower[g.head]) {
		g.lemma = s.lower[g.head-2] + "-" + s.lower[g.head]
	}
}

// isPatronage tells participles that make a compound with who does it.
func isPatronage(word string) bool {
	switch word {
	case "backed", "led", "trained", "funded", "sponsored", "dominated", "aligned", "allied", "supported", "equipped":
		return true
	}
	return false
}

// opensNoun reports whether a noun may begin with the word: it is none of those that begin a phrase or a clause.
func opensNoun(word string) bool {
	switch word {
	case "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "in", "by", "to", "on", "at", "with", "from", "for",
		"of", "and", "or", "but", "as", "against", "since", "after", "before", "up", "out", "off", "into", "over", "it", "them", "him", "all", "both":
		return false
	}
	return word != "" && (word[0] >= 'a' && word[0] <= 'z' || word[0] >= 'A' && word[0] <= 'Z')
}

// adjectiveAt reports whether the token is the adjective of a state or a people, and the nation is not meant, as "the French" are.
func (d *document) adjectiveAt(tokens []text.Token, i int) bool {
	word := tokens[i].Text
	if word == "Kurdish" || word == "Western" {
		return true
	}
	if word == "" || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	senses := d.lookup(word)
	if !slices.ContainsFunc(senses, func(sense actors.Sense) bool { return sense.Entry.IsState && sense.Form == actors.Adjective }) {
		return false
	}
	if i > 0 && strings.EqualFold(tokens[i-1].Text, "the") {
		for _, ending := range []string{"ese", "ch", "British", "Irish", "English", "Spanish", "Swiss"} {
			if strings.HasSuffix(word, ending) {
				return false
			}
		}
	}
	return true
}
