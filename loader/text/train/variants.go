package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
	"entente.example/loader/text/parse"
)

// variants returns copies of the i-th training sentence in other letter
// cases, so that the tagger copes with headlines and wire copy. Which
// sentence is copied how depends on i alone.
func variants(t tree, i int) []tree {
	var copies []tree
	t = cutPrefixes(t)
	if i%10 == 0 {
		copies = append(copies, each(t, capitals))
	}
	if i%10 == 3 {
		copies = append(copies, each(t, titled))
	}
	if i%5 == 1 {
		copies = append(copies, each(headlinese(t), headline))
	}
	if i%10 == 7 {
		copies = append(copies, lowerFirst(t))
	}
	return copies
}

// changed returns copies of sentences with each word changed by f.
func changed(sentences []tree, f func(string) string) []tree {
	copies := make([]tree, len(sentences))
	for i, t := range sentences {
		copies[i] = each(t, f)
	}
	return copies
}

func each(t tree, f func(string) string) tree {
	c := slices.Clone(t.tokens)
	for i := range c {
		if !glued(t.tokens, i) {
			c[i].Text = f(c[i].Text)
		} else if f("ab") == "AB" {
			c[i].Text = strings.ToUpper(c[i].Text)
		}
	}
	return tree{c, t.arcs}
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

// headlinese leaves out articles and the full stop. What depended on them
// depends on their heads.
func headlinese(t tree) tree {
	var c tree
	places := make([]int, len(t.tokens)) // where the tokens come to stand, -1 for those left out
	for i, token := range t.tokens {
		places[i] = len(c.tokens)
		switch strings.ToLower(token.Text) {
		case "the", "a", "an":
			if len(t.tokens) > 3 && t.arcs[i].Head >= 0 {
				places[i] = -1
			}
		case ".":
			if i == len(t.tokens)-1 && t.arcs[i].Head >= 0 {
				places[i] = -1
			}
		}
		if places[i] >= 0 {
			c.tokens = append(c.tokens, token)
		}
	}
	for i, a := range t.arcs {
		if places[i] < 0 {
			continue
		}
		for a.Head >= 0 && places[a.Head] < 0 {
			a.Head = t.arcs[a.Head].Head
		}
		if a.Head >= 0 {
			a.Head = places[a.Head]
		}
		c.arcs = append(c.arcs, a)
	}
	return c
}

// lowerFirst writes the first word in lower case unless it is a name.
func lowerFirst(t tree) tree {
	c := slices.Clone(t.tokens)
	if !c[0].Tag.IsName() && c[0].Text != "I" {
		c[0].Text = strings.ToLower(c[0].Text)
	}
	return tree{c, t.arcs}
}

// cutPrefixes cuts a prefix off a capital letter as package text does:
// pro-Russian is three tokens, of which the last takes the place of the word.
func cutPrefixes(t tree) tree {
	var c tree
	places := make([]int, len(t.tokens))
	for i, token := range t.tokens {
		parts := cutPrefix(token)
		places[i] = len(c.tokens) + len(parts) - 1
		c.tokens = append(c.tokens, parts...)
	}
	for i, a := range t.arcs {
		if a.Head >= 0 {
			a.Head = places[a.Head]
		}
		for range places[i] - len(c.arcs) {
			r := parse.Compound
			if c.tokens[len(c.arcs)].Tag == text.HYPH {
				r = parse.Punct
			}
			c.arcs = append(c.arcs, parse.Arc{Head: places[i], Relation: r})
		}
		c.arcs = append(c.arcs, a)
	}
	return c
}

// cutPrefix returns the tokens that a word is cut into.
func cutPrefix(t text.Token) []text.Token {
	prefix, rest, ok := strings.Cut(t.Text, "-")
	if !ok || rest == "" || len(prefix) < 2 || len(prefix) > 5 || !unicode.IsUpper([]rune(rest)[0]) ||
		prefix == strings.ToUpper(prefix) || t.Tag == text.ADD || t.Tag == text.GW || strings.Contains(rest, "-") {
		return []text.Token{t}
	}
	middle := t.Start + len(prefix)
	last := t.Tag
	if last == text.JJ && !strings.HasSuffix(rest, "n") && !strings.HasSuffix(rest, "i") && !strings.HasSuffix(rest, "sh") {
		last = text.NNP
	}
	return []text.Token{
		{Span: text.Span{Start: t.Start, End: middle}, Text: prefix, Tag: text.AFX},
		{Span: text.Span{Start: middle, End: middle + 1}, Text: "-", Tag: text.HYPH},
		{Span: text.Span{Start: middle + 1, End: t.End}, Text: rest, Tag: last},
	}
}
