package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// aliases lets the two names that the article gives for one, "the Movement of 23 March, better known as M23", mean the same
// throughout: what the dictionary knows of either, or else the first of them.
func (d *document) aliases(sentences []*sentence) {
	for _, s := range sentences {
		for i := range s.names {
			if i+1 == len(s.names) {
				break
			}
			first, second := &s.names[i], &s.names[i+1]
			if second.adjectival() && i+2 < len(s.names) {
				second = &s.names[i+2] // "known by its French acronym UPD"
			}
			if first.known() == second.known() && first.known() || first.adjectival() || second.adjectival() || !s.alsoKnown(first.last, second.first) && !s.orCalled(first, second) {
				continue
			}
			switch named := s.text(first.first, first.last); {
			case first.known():
				d.share(sentences, s.text(second.first, second.last), first)
			case second.known():
				d.share(sentences, named, second)
			case first.shape != "" && first.shape != "thing" && d.shorter[s.text(second.first, second.last)] == "":
				second.shape, second.home = first.shape, first.home
				d.shorter[s.text(second.first, second.last)] = named
			}
		}
	}
}

// share gives all new names of the words what the dictionary knows of the other name, where that is an actor and no state.
func (d *document) share(sentences []*sentence, words string, known *name) {
	if slices.ContainsFunc(known.senses, func(sense actors.Sense) bool {
		return sense.Entry.IsPlace() || sense.Entry.IsState || sense.Entry.Type == graph.Government
	}) {
		return
	}
	for _, s := range sentences {
		for i := range s.names {
			if n := &s.names[i]; !n.known() && s.text(n.first, n.last) == words {
				n.senses, n.shape = known.senses, ""
			}
		}
	}
}

// alsoKnown reports whether the tokens between two names say that the second is another name of the first.
func (s *sentence) alsoKnown(from, to int) bool {
	if to-from > 10 {
		return false
	}
	known, by, short := false, false, false
	for i := from; i < to; i++ {
		switch s.lower[i] {
		case "known", "alias", "aka", "a.k.a", "a.k.a.":
			known = true
		case "called", "dubbed", "nicknamed", "abbreviated":
			if !s.setApart(from, i) {
				return false // "Roe called Putin a liar"
			}
			known = true
		case "by":
			by = true
		case "acronym", "acronyms", "initials", "abbreviation", "name", "nickname", "guerre":
			short = true
		case "better", "also", "commonly", "widely", "formerly", "previously", "popularly", "officially", "usually", "now", "then", "later", "generally",
			"often", "sometimes", "simply", "internationally", "locally", "informally", "collectively", "more", "best", "once", "today",
			"as", "the", "its", "his", "their", "or", "nom", "de", "is", "was", "were", "are", "arabic", "french", "spanish", "portuguese",
			"english", "russian", "kurdish", "in":
		default:
			switch s.tokens[i].Tag {
			case text.Comma, text.OpenBracket, text.OpenQuote, text.CloseQuote:
			default:
				return false
			}
		}
	}
	return known && (short || !by) // not "known by the CIA as"
}

// setApart reports whether a comma, a bracket or a form of "be" stands before the token, if need be with an adverb between.
func (s *sentence) setApart(from, i int) bool {
	for i--; i >= from; i-- {
		switch s.lower[i] {
		case "also", "now", "then", "later", "popularly", "commonly", "sometimes", "often":
		case "is", "was", "were", "are":
			return true
		default:
			return s.tokens[i].Tag == text.Comma || s.tokens[i].Tag == text.OpenBracket
		}
	}
	return false
}

// orCalled reports whether "or" and commas give another name of a body, one that the dictionary knows: "the Nationalist Party, or Kuomintang
// (KMT), fought".
func (s *sentence) orCalled(first, second *name) bool {
	at, next := first.last, second.last
	if first.known() || !second.known() || first.shape == "" || first.shape == "thing" || first.shape == graph.Person || next >= len(s.tokens) || s.tokens[at].Tag != text.Comma || at+1 >= len(s.lower) || s.lower[at+1] != "or" {
		return false
	}
	if at += 2; at < second.first && s.lower[at] == "the" {
		at++
	}
	return at == second.first && (s.tokens[next].Tag == text.OpenBracket || s.tokens[next].Tag == text.Comma)
}
