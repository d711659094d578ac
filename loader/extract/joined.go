package extract

import (
	"slices"
	"strings"

	"entente.example/loader/text"
)

// lostHyphens reports whether the copy has none inside a word. Feeds that strip them leave "alSham", "rebelheld", "USbacked".
func lostHyphens(t string) bool {
	for i := 1; i+1 < len(t); i++ {
		if k := strings.IndexByte(t[i:], '-'); k < 0 {
			break
		} else if i += k; i+1 < len(t) && isLetter(t[i-1]) && isLetter(t[i+1]) {
			return false
		}
	}
	return hasFewestWords(t)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// splitJoined takes words apart that a lost hyphen has joined, with a hyphen between that stands for no letter of the text.
func (d *document) splitJoined(tokens []text.Token) []text.Token {
	for i := 0; i < len(tokens); i++ {
		before := ""
		if i > 0 {
			before = tokens[i-1].Text
		}
		at := d.joinedAt(before, tokens[i].Text)
		if at == 0 {
			continue
		}
		whole := tokens[i]
		left, hyphen, right := whole, text.Token{Text: "-"}, whole
		left.Text, left.End = whole.Text[:at], whole.Start+at
		hyphen.Start, hyphen.End = left.End, left.End
		right.Text, right.Start = whole.Text[at:], left.End
		if isPatronage(right.Text) || isHold(right.Text) {
			hyphen.Tag = text.HYPH
		}
		tokens = slices.Replace(slices.Clip(tokens), i, i+1, left, hyphen, right)
		i += 2
	}
	return tokens
}

// joinedAt gives where the second half of the word begins, or 0; before is the word before it, or empty.
func (d *document) joinedAt(before, word string) int {
	if len(word) < 5 || !isLetter(word[0]) {
		return 0
	}
	for k := 2; k <= 4; k++ {
		if upper := word[k] >= 'A' && word[k] <= 'Z'; !upper || k+2 > len(word) || word[k+1] < 'a' {
			if k == 4 || len(word) < k+3 {
				break
			}
			continue
		}
		if isArticle(strings.ToLower(word[:k])) || strings.EqualFold(word[:k], "pro") || strings.EqualFold(word[:k], "anti") {
			return k
		}
	}
	for _, prefix := range []string{"pro", "anti"} {
		if rest, ok := strings.CutPrefix(strings.ToLower(word), prefix); ok && (rest == "government" || rest == "regime" || rest == "opposition" || rest == "rebel") {
			return len(prefix)
		}
	}
	for at := len(word) - 3; at >= 2 && at >= len(word)-10; at-- {
		if second := word[at:]; isPatronage(second) || isHold(second) {
			if d.mayHold(word[:at]) || word[0] >= 'A' && word[0] <= 'Z' && d.lookup(before+" "+word[:at]) != nil {
				return at
			}
		}
	}
	return 0
}

// mayHold reports whether the word names a side or a state, or tells a side, before "held" or "backed".
func (d *document) mayHold(word string) bool {
	switch word {
	case "rebel", "regime", "government", "opposition", "army", "militant", "insurgent", "jihadist", "state", "coalition", "Rebel", "Regime", "Government", "Opposition":
		return true
	}
	return word[0] >= 'A' && word[0] <= 'Z' && d.lookup(word) != nil
}

// isHold tells the participles that make a compound with who has a place.
func isHold(word string) bool {
	switch word {
	case "held", "controlled", "run", "occupied", "besieged", "ruled", "linked", "affiliated", "brokered", "armed", "based":
		return true
	}
	return false
}

// isArticle tells the Arabic article, in its forms.
func isArticle(word string) bool {
	switch word {
	case "al", "el", "an", "ar", "as", "ash", "at", "az", "ad":
		return true
	}
	return false
}
