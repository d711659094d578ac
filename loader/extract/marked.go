package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
)

// markedReach is how many words a writer may set in quotation marks without quoting anybody's sentence.
const markedReach = 6

// unmark takes away the marks around a few words that a writer only keeps his distance from, or cites, in the middle of a clause of his
// own: of a "special military operation", the "umbrella organization" of. They cut a clause in two for all that comes after. What
// has a verb, names somebody or stands behind a comma or a word for saying is left: it is speech, or a title.
func (d *document) unmark(tokens []text.Token) []text.Token {
	for i := 1; i+2 < len(tokens); i++ {
		if end := nicknameUntil(tokens, i); end > 0 {
			tokens = slices.Delete(slices.Clone(tokens), i, end+1)
			continue
		}
		end := markedUntil(tokens, i)
		if end == 0 {
			end = d.markedName(tokens, i)
		}
		if end == 0 {
			continue
		}
		plain := make([]text.Token, 0, len(tokens))
		plain = append(append(plain, tokens[:i]...), tokens[i+1:end]...)
		tokens = append(plain, tokens[end+1:]...)
		i = end - 2
	}
	return tokens
}

// markedUntil gives the index of the mark that closes such words, where the token opens them, or 0.
func markedUntil(tokens []text.Token, i int) int {
	if !isMark(tokens[i].Text) || !leadsMarked(tokens[i-1].Text) {
		return 0
	}
	for k := i + 1; k < len(tokens) && k <= i+markedReach+1; k++ {
		word := tokens[k].Text
		if isMark(word) {
			if k == i+1 || k+1 == len(tokens) {
				return 0
			}
			return k
		}
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(first) || !unicode.IsLetter(first) && word != "-" && word != "'s" && word != "’s" || makesSentence(word) {
			return 0
		}
	}
	return 0
}

// markedName gives the index of the mark that closes a name of the dictionary, where the token opens one: the "Islamic State" in Mali.
func (d *document) markedName(tokens []text.Token, i int) int {
	if !isMark(tokens[i].Text) || !leadsMarked(tokens[i-1].Text) {
		return 0
	}
	var words []string
	for k := i + 1; k+1 < len(tokens) && k <= i+markedReach+1; k++ {
		if !isMark(tokens[k].Text) {
			words = append(words, tokens[k].Text)
			continue
		}
		if n, _ := d.reader.matcher.Longest(words, 0); n > 0 && n == len(words) {
			return k
		}
		return 0
	}
	return 0
}

// nicknameUntil gives the index of the mark that closes a nickname of one or two words between the names of a person, where the
// token opens it, or 0: Roberto "Tito" Roe, Ahmed "Abu Ali" al-Roe.
func nicknameUntil(tokens []text.Token, i int) int {
	if !isMark(tokens[i].Text) {
		return 0
	}
	end := i + 2
	if end < len(tokens) && !isMark(tokens[end].Text) {
		end++
	}
	if end+1 >= len(tokens) || !isMark(tokens[end].Text) || strings.EqualFold(tokens[i-1].Text, "the") || tokens[i].Start == tokens[i-1].End || tokens[end+1].Start == tokens[end].End {
		return 0
	}
	for k := i - 1; k <= end+1; k++ {
		first, _ := utf8.DecodeRuneInString(tokens[k].Text)
		switch {
		case k == i || k == end || k == end+1 && isArabicArticle(tokens, k) || k == i+1 && end > i+2 && unicode.IsUpper(first):
		case !unicode.IsUpper(first) || len(tokens[k].Text) < 3:
			return 0
		}
	}
	return end
}

// withoutNickname gives the words of a person's name without the nickname that the article puts between them in marks.
func (s *sentence) withoutNickname(n *name) string {
	var words strings.Builder
	for i := n.first; i < n.last; i++ {
		if i > n.first && s.tokens[i].Start > s.tokens[i-1].End {
			words.WriteByte(' ')
		}
		words.WriteString(s.words[i])
	}
	return words.String()
}

// isArabicArticle reports whether the token opens a name that begins with the article: al-Roe.
func isArabicArticle(tokens []text.Token, k int) bool {
	switch tokens[k].Text {
	case "al", "el", "as", "ad", "ar", "an", "at":
		return k+2 < len(tokens) && tokens[k+1].Text == "-"
	}
	return false
}

// isMark tells quotation marks.
func isMark(word string) bool {
	switch word {
	case `"`, "“", "”", "``", "''":
		return true
	}
	return false
}

// leadsMarked reports whether the word before a mark cannot lead to speech: an article, a preposition, an owner.
func leadsMarked(word string) bool {
	switch strings.ToLower(word) {
	case "a", "an", "the", "its", "his", "her", "their", "this", "that", "these", "those", "of", "for", "against", "in", "on", "with", "by", "from", "to", "into", "under", "after", "during", "as", "and", "or", "'s", "’s", "such",
		"so-called", "new", "first", "called", "declared":
		return true
	}
	return false
}

// makesSentence reports whether the word makes a sentence of those around it, as auxiliaries and pronouns do.
func makesSentence(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "must", "should", "shall", "can", "could", "may", "might", "cannot", "do", "does", "did",
		"i", "we", "you", "he", "she", "they", "it", "there", "not", "never", "that", "who", "which":
		return true
	}
	return false
}
