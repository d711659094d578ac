package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// Some words comment on all that a clause says, and stand before or behind it: "in Kigali's view", "as Congo tells it", "..., apparently",
// "..., rumour has it". What they comment on is told at a distance.

// inTelling gives the noun of a phrase at the head of the sentence, or behind the deed, that gives it as one side's story, or 0: "in Sanaa's
// telling", "by one account", "in the eyes of Kyiv".
func (s *sentence) inTelling(g *group) int {
	for i := 1; i < len(s.lower); i++ {
		if !s.doc.reader.classes.has("telling", s.lower[i]) {
			continue
		}
		k := i - 1
		for k > 0 && i-k < 6 && !tells(s.lower[k]) {
			k--
		}
		if !tells(s.lower[k]) || slices.Contains(s.lower[k:i], "all") || slices.Contains(s.lower[k:i], "bank") || s.lower[k] == "in" && s.lower[i] == "account" || k == i-1 && s.lower[i] == "view" {
			continue
		}
		whose := s.lower[i-1] == "'s" || s.lower[i-1] == "’s" || s.lower[i-1] == "'" || s.lower[i-1] == "’" || isPossessive(s.lower[i-1]) || s.lower[i-1] == "one" || s.lower[i] == "accounts" && s.lower[i-1] == "some" || i+1 < len(s.lower) && s.lower[i+1] == "of"
		opens := k == 0 || s.words[k-1] == "," || s.words[k-1] == "“" || s.words[k-1] == "\""
		if i+2 < len(s.lower) && (s.lower[i+2] == "many" || s.lower[i+2] == "most") {
			continue // "in the opinion of many"
		}
		if whose && opens && (i < g.first || s.words[k-1] == ",") && !s.tellsOfTeller(g, i) {
			return i
		}
	}
	return 0
}

// tellsOfTeller reports whether the verb is that of a clause about who tells the story, which is no part of it: "in the opinion of Roe, who
// heads X".
func (s *sentence) tellsOfTeller(v *group, noun int) bool {
	if k := v.index; v.kind == nounKind && k > 3 && s.groups[k-1].kind == commaKind && s.groups[k-2].kind == nounKind && s.groups[k-3].lemma == "of" {
		return s.groups[k-4].head == noun // "in the opinion of Roe, the head of X"
	}
	if v.link != relativeLink || v.subject == nil || v.subject.index < 2 || v.subject.first < noun {
		return false
	}
	return s.groups[v.subject.index-1].lemma == "of" && s.groups[v.subject.index-2].head == noun
}

// tells tells the prepositions of "in his telling", "by one account", "on their version", "to his mind".
func tells(word string) bool { return word == "in" || word == "by" || word == "on" || word == "to" }

// tellerAt gives whose story the noun at the token is: Kyiv in "in Kyiv's telling", "in the eyes of Kyiv".
func (s *sentence) tellerAt(noun int) graph.ID {
	for _, g := range s.groups {
		if g.kind != nounKind || g.head != noun {
			continue
		}
		if speaker := s.claimant(g); speaker != "" {
			return speaker
		}
		if of := g.index + 2; of < len(s.groups) && s.groups[of-1].lemma == "of" && s.groups[of].kind == nounKind {
			speaker, _ := s.voice(s.groups[of])
			return speaker
		}
	}
	return ""
}

// wordHasIt reports whether the clause stands behind "rumour has it that" or "the story goes that", or before ", rumour has it".
func (s *sentence) wordHasIt(g *group) bool {
	for i := 0; i+1 < len(s.lower); i++ {
		if i+1 >= g.first && (i < g.last || !slices.Contains(s.words[max(i-3, g.last-1):i], ",")) {
			continue
		}
		switch s.lower[i] {
		case "word", "rumour", "rumor", "legend", "gossip", "hearsay", "story", "talk", "propaganda", "theory", "report", "reports":
			if next := s.lower[i+1]; next == "has" || next == "had" || next == "have" {
				return i+2 < len(s.lower) && s.lower[i+2] == "it"
			} else if next == "goes" || next == "went" {
				return true
			}
		}
	}
	return false
}

// asClaimed gives the verb of claiming in "as Riyadh claims," at the head of the sentence, or that of "as Riyadh sees it", which may stand
// behind as well, or nil.
func (s *sentence) asClaimed() *group {
	for k, as := range s.groups {
		if s.lower[as.first] != "as" || as.kind == nounKind || k > 0 && s.groups[k-1].kind != commaKind {
			continue
		}
		for j := k + 1; j < k+4 && j < len(s.groups); j++ {
			v := s.groups[j]
			if v.kind != verbKind {
				continue
			}
			next := j + 1
			paints := v.finite && paintsIt(v.lemma) && next < len(s.groups) && s.groups[next].lemma == "it" && s.groups[next].pronoun
			if paints {
				next++
			}
			ends := next >= len(s.groups) || s.groups[next].kind == commaKind || s.groups[next].kind == stopKind
			if ends && (paints || k == 0 && v.finite && s.doc.reader.classes.has("claim", v.lemma)) {
				return v
			}
			break
		}
	}
	return nil
}

// paintsIt tells the verbs of "as X sees it", by which a text gives how somebody tells a thing.
func paintsIt(lemma string) bool {
	switch lemma {
	case "see", "have", "tell", "put", "view", "present", "paint", "remember":
		return true
	}
	return false
}

// afterthought takes an adverb behind a comma that comments on what stands before it: "X armed Y, apparently".
func (s *sentence) afterthought(anchor *group, q *qualifier) {
	for i := max(anchor.last, 1); i+1 < len(s.lower); i++ {
		switch s.tokens[i].Tag {
		case text.Comma, text.Colon, text.OpenBracket:
		default:
			continue
		}
		if i+2 < len(s.tokens) {
			switch s.tokens[i+2].Tag {
			case text.Period, text.Comma, text.Colon, text.CloseBracket, text.CloseQuote:
			default:
				continue
			}
		}
		if kind := s.doc.reader.classes.kind("hedge", s.lower[i+1]); kind != "" {
			s.colour(kind, q)
		} else if perchance(s.lower[i+1]) {
			q.allege(graph.Suspected)
		}
		return
	}
}

// seemsSo reports whether the verb is that of ", it appears" or ", so it seems".
func (s *sentence) seemsSo(v *group) bool {
	return (v.lemma == "appear" || v.lemma == "seem") && !v.negated && v.subject != nil && v.subject.lemma == "it"
}

// orSo reports whether the verb is that of ", or so Chad says", by which the text leaves it to Chad.
func (s *sentence) orSo(v *group) bool {
	if v.subject == nil || v.subject.index < 2 {
		return false
	}
	k := v.subject.index
	return s.groups[k-1].lemma == "so" && s.groups[k-2].lemma == "or"
}

// underPicture takes how a text stands to what shows a deed: it shows nothing that it does not show, and one that appears to show it leaves
// room for doubt.
func (s *sentence) underPicture(show *group, q *qualifier) {
	q.void = q.void || s.negates(show) || s.nobody(show.subject) || s.fewOnly(show.subject)
	s.assertsOnly(show, q)
	for i := max(show.first-1, 0); i < show.head; i++ {
		s.colour(s.doc.reader.classes.kind("hedge", s.lower[i]), q)
	}
}

// colonVoice gives who says what a headline tells on the other side of its colon: "Rwanda armed the M23: Congo", "UN: Rwanda arms the M23",
// but in "Congo: Rwanda arms the M23" the country may be no more than what the headline is about.
func (s *sentence) colonVoice(colon *group, trigger int) graph.ID {
	if !s.title {
		return ""
	}
	last := len(s.groups) - 1
	if s.groups[last].kind == stopKind && s.groups[last] != colon {
		last--
	}
	var who *group
	switch {
	case trigger < colon.first && last == colon.index+1:
		who = s.groups[last]
	case trigger > colon.first && colon.index == 1 && len(s.groups[0].place) == 0:
		who = s.groups[0]
	}
	if who == nil || who.kind != nounKind || len(who.actor) == 0 || who.pronoun {
		return ""
	}
	speaker, _ := s.voice(who)
	return speaker
}
