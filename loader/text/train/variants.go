package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
)

// variants returns copies of the i-th training sentence in other letter
// cases, so that the tagger copes with headlines and wire copy. Which
// sentence is copied how depends on i alone.
func variants(tokens []text.Token, i int) [][]text.Token {
	var copies [][]text.Token
	tokens = cutPrefixes(tokens)
	if i%10 == 0 {
		copies = append(copies, each(tokens, capitals))
	}
	if i%10 == 3 {
		copies = append(copies, each(tokens, titled))
	}
	if i%5 == 1 {
		copies = append(copies, each(headlinese(tokens), headline))
	}
	if i%10 == 7 {
		copies = append(copies, lowerFirst(tokens))
	}
	return copies
}

// changed returns copies of sentences with each word changed by f.
func changed(sentences [][]text.Token, f func(string) string) [][]text.Token {
	copies := make([][]text.Token, len(sentences))
	for i, tokens := range sentences {
		copies[i] = each(tokens, f)
	}
	return copies
}

func each(tokens []text.Token, f func(string) string) []text.Token {
	c := append([]text.Token(nil), tokens...)
	for i := range c {
		if !glued(tokens, i) {
			c[i].Text = f(c[i].Text)
		} else if f("ab") == "AB" {
			c[i].Text = strings.ToUpper(c[i].Text)
		}
	}
	return c
}

// glued reports whether token i is a clitic or goes on a word.
func glued(tokens []text.Token, i int) bool {
	return i > 0 && tokens[i-1].End == tokens[i].Start && strings.ContainsAny(tokens[i].Text, "'’")
}

func capitals(word string) string { return strings.ToUpper(word) }

func titled(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToTitle(r)) + word[n:]
}

// headline is titled for all but short function words.
func headline(word string) string {
	switch word {
	case "a", "an", "the", "in", "on", "of", "to", "for", "and", "or", "at", "by", "with", "from", "as", "but", "nor", "over", "into":
		return word
	}
	return titled(word)
}

// headlinese leaves out articles and the full stop.
func headlinese(tokens []text.Token) []text.Token {
	var c []text.Token
	for i, t := range tokens {
		switch strings.ToLower(t.Text) {
		case "the", "a", "an":
			if len(tokens) > 3 {
				continue
			}
		case ".":
			if i == len(tokens)-1 {
				continue
			}
		}
		c = append(c, t)
	}
	return c
}

// lowerFirst writes the first word in lower case unless it is a name.
func lowerFirst(tokens []text.Token) []text.Token {
	c := append([]text.Token(nil), tokens...)
	if !c[0].Tag.IsName() && c[0].Text != "I" {
		c[0].Text = strings.ToLower(c[0].Text)
	}
	return c
}

// cutPrefixes cuts a prefix off a capital letter as package text does:
// pro-Russian is three tokens.
func cutPrefixes(tokens []text.Token) []text.Token {
	var c []text.Token
	for _, t := range tokens {
		prefix, rest, ok := strings.Cut(t.Text, "-")
		if !ok || rest == "" || len(prefix) < 2 || len(prefix) > 5 || !unicode.IsUpper([]rune(rest)[0]) ||
			prefix == strings.ToUpper(prefix) || t.Tag == text.ADD || t.Tag == text.GW || strings.Contains(rest, "-") {
			c = append(c, t)
			continue
		}
		middle := t.Start + len(prefix)
		last := t.Tag
		if last == text.JJ && !strings.HasSuffix(rest, "n") && !strings.HasSuffix(rest, "i") && !strings.HasSuffix(rest, "sh") {
			last = text.NNP
		}
		c = append(
			c,
			text.Token{Span: text.Span{Start: t.Start, End: middle}, Text: prefix, Tag: text.AFX},
			text.Token{Span: text.Span{Start: middle, End: middle + 1}, Text: "-", Tag: text.HYPH},
			text.Token{Span: text.Span{Start: middle + 1, End: t.End}, Text: rest, Tag: last},
		)
	}
	return c
}
