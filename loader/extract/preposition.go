package extract

import (
	"entente.example/loader/text"
)

// multiPreposition gives the length of a preposition of several words, or 0.
func (s *sentence) multiPreposition(i int) int {
	if !s.doc.reader.prepFirsts.passes(s.lower[i]) {
		return 0
	}
	for _, p := range s.doc.reader.prepositions[s.lower[i]] {
		if i+len(p) > len(s.lower) {
			continue
		}
		matches := true
		for k, w := range p {
			matches = matches && s.lower[i+k] == w
		}
		if matches && (p[0] != "due" || !s.dueTo(i)) {
			return len(p)
		}
	}
	return 0
}

// describesLand reports whether the participle at i says, behind a preposition, how the land that follows fares: "in occupied
// Abkhazia".
func (s *sentence) describesLand(i int) bool {
	n := s.nameAt(i + 1)
	if n == nil || i == 0 || s.tokens[i-1].Tag != text.IN && s.tokens[i-1].Tag != text.TO || !s.land(n) && !s.isPlaceName(n) {
		return false
	}
	switch s.lower[i] {
	case "occupied", "besieged", "annexed", "embattled", "divided", "partitioned", "liberated", "blockaded", "encircled", "isolated", "disputed", "unified", "reunited":
		return true
	}
	return false
}

// describesArmy reports whether the participle at i only tells what an army that a finite verb follows is about: "Invading Russian
// forces shelled X", "retreating Iraqi troops".
func (s *sentence) describesArmy(i int) bool {
	n := s.nameAt(i + 1)
	if n == nil || !n.adjectival() || n.last >= len(s.tokens) || !s.doc.reader.classes.has("force", s.lemma(n.last)) || !s.doc.reader.classes.has("premodifier", s.lower[i]) {
		return false
	}
	return (i == 0 || s.tokens[i-1].Tag == text.Comma || s.tokens[i-1].Tag == text.CC || s.tokens[i-1].Tag == text.IN && s.lower[i-1] == "that") && s.verbIn(n.last+1)
}

// bearing gives the length of "to the north" behind a place that another place follows, or 0: "Chad to the west and Sudan to the east".
func (s *sentence) bearing(i int) int {
	if i+4 >= len(s.tokens) || s.lower[i] != "to" || s.lower[i+1] != "the" || !isDirection(s.lower[i+2]) {
		return 0
	}
	next := i + 3
	if s.tokens[next].Tag == text.Comma {
		next++
	}
	if next < len(s.lower) && s.lower[next] == "and" {
		next++
	}
	if n := s.nameAt(next); next > i+3 && n != nil && s.land(n) {
		return 3
	}
	return 0
}

// dueTo reports whether "due to" stands before a verb, "is due to send", and is no preposition.
func (s *sentence) dueTo(i int) bool {
	return i+2 < len(s.tokens) && i > 0 && s.tokens[i+2].Tag == text.VB && s.tokens[i-1].Tag.IsVerb()
}

// distance reads "150 km southeast of" and "south of", behind which a place is only a landmark.
func (s *sentence) distance(i int) (int, string) {
	j := i
	if s.tokens[j].Tag == text.CD {
		j++
		if j >= len(s.tokens) || !isLength(s.lower[j]) {
			return 0, ""
		}
		j++
		if j < len(s.tokens) && s.tokens[j].Tag == text.OpenBracket {
			for j < len(s.tokens) && s.tokens[j].Tag != text.CloseBracket {
				j++
			}
			j++
		}
	}
	start := j
	for j < len(s.tokens) && (isDirection(s.lower[j]) || s.tokens[j].Tag == text.HYPH || s.lower[j] == "away" || s.lower[j] == "outside") {
		j++
	}
	if j >= len(s.tokens) || s.lower[j] != "of" && (s.lower[j] != "from" || start == i) {
		return 0, ""
	}
	if j == start && start == i {
		return 0, ""
	}
	return j + 1 - i, "away_from"
}

func isLength(word string) bool {
	switch word {
	case "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "mile", "miles", "m", "metres", "meters":
		return true
	}
	return false
}

func isDirection(word string) bool {
	switch word {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northern", "southern",
		"eastern", "western", "due", "just":
		return true
	}
	return false
}

// spanAfter reports whether "hours after" or the like begins at the token, behind a name or another noun: "from Jarablus hours
// after", "attacked the airport weeks later".
func (s *sentence) spanAfter(j int) bool {
	return s.spanAt(j) && j > 0 && (s.nameBefore(j) != nil || s.tokens[j-1].Tag.IsNoun())
}

// spanAt reports whether "hours after", "days later" or the like begins at the token.
func (s *sentence) spanAt(j int) bool {
	if j+1 >= len(s.lower) {
		return false
	}
	switch s.lower[j] {
	case "minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year":
	default:
		return false
	}
	switch s.lower[j+1] {
	case "after", "before", "later", "earlier", "ago":
		return true
	}
	return false
}

// besideIt reports whether the noun group ends a phrase of what happens beside what the clause tells: of "after clashes between A and B in
// C" the place.
func (s *sentence) besideIt(before []argument, g *group) bool {
	at := g.index
	for i := len(before) - 1; i >= 0 && before[i].noun.index == at-2; i-- {
		over := before[i]
		if s.headName(over.noun) == nil && (isCircumstance(over.prep) || over.prep == "after" && s.doc.reader.frames.event(over.noun.lemma)) {
			return true
		}
		at = over.noun.index
	}
	return false
}

// isCircumstance tells the prepositions of what happens beside what a clause tells, and where it may.
func isCircumstance(prep string) bool {
	switch prep {
	case "despite", "in_spite_of", "amid", "amidst", "because_of", "ahead_of", "in_response_to", "before":
		return true
	}
	return false
}

// nounBefore gives the noun group that g is attached to by a preposition: "accusations of support".
func (s *sentence) nounBefore(g *group) *group {
	if g.index < 2 || s.groups[g.index-1].kind != prepKind || s.groups[g.index-2].kind != nounKind {
		return nil
	}
	return s.groups[g.index-2]
}
