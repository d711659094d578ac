package extract

import (
	"strings"

	"entente.example/loader/text"
)

// extendNoun takes the token, or the name, at j into the noun group; it reports where to go on, or false at its end.
func (s *sentence) extendNoun(g *group, j int) (int, bool) {
	tag := s.tokens[j].Tag
	if g.head == g.first && g.head == j-1 && isDay(s.lower[g.head]) && s.nameAt(j) == nil && (tag == text.NNS || tag == text.JJ) {
		return j, false // "On Monday fighters of X took"
	}
	if n := s.quantifier(j); n > 0 && j == g.first {
		return j + n, true
	}
	if n := s.nameAt(j); n != nil {
		if g.head >= 0 && (s.endsAtName(g, n) || isDay(s.lower[g.head]) || s.datesThat(g) || s.modelGiven(g, n)) {
			return j, false
		}
		g.names = append(g.names, s.nameIndex(n))
		g.head = n.last - 1
		return n.last, true
	}
	if g.head == j-1 && g.head >= g.first && j+2 < len(s.tokens) && s.lower[j] == "of" && s.lower[j+2] == "own" && isPossessive(s.lower[j+1]) && !s.nounFollows(j+3) {
		g.tail = j + 3 // "troops of their own"
		return j + 3, true
	}
	if s.hyphened(j+4) == 5 { // "commander-in-chief"
		g.head = j + 4
		return j + 5, true
	}
	if end := s.portfolioEnd(j); end > 0 && g.head == j-1 {
		g.tail = end
		return end, true
	}
	if next, ok := s.suspended(g, j); ok {
		return next, true
	}
	if g.head >= 0 && g.head == j-1 && tag == text.HYPH && (s.hyphened(j+1) > 0 || s.hyphened(j+3) > 0) || j > g.first && s.hyphened(j+1) == 5 {
		return j + 1, true
	}
	if (s.hyphened(j) > 0 || s.pairedOffice(j)) && j > g.first {
		g.head = j
		return j + 1, true
	}
	return s.extendByTag(g, j)
}

// extendByTag takes the token at j into the noun group where its tag lets it.
func (s *sentence) extendByTag(g *group, j int) (int, bool) {
	tag, prev := s.tokens[j].Tag, text.Untagged
	if j > g.first {
		prev = s.tokens[j-1].Tag
	}
	switch {
	case tag == text.POS && g.head >= 0:
		s.makeOwner(g, j)
		return j + 1, true
	case tag == text.DT || tag == text.PDT || tag == text.PRPS || tag == text.AFX:
		begins := j == g.first || j == g.first+2 && s.quantifier(g.first) == 2
		return j + 1, begins || tag == text.AFX || prev == text.PDT || prev == text.DT && (s.lower[j-1] == "all" || s.lower[j-1] == "both") || s.lower[j-1] == "some"
	case tag.IsNoun():
		if s.beginsNext(g, j) {
			return j, false
		}
		g.head = j
		return j + 1, true
	case tag == text.OpenQuote && s.quotedNoun(g, j):
		g.head = j + 1 // Chinese "volunteers"
		return j + 3, true
	case tag == text.OpenQuote && s.quotedModifier(j) > 0:
		return s.quotedModifier(j), true
	case tag == text.HYPH:
		return s.compound(g, j)
	case s.words[j] == "/" && j > g.first && s.nameBefore(j) == nil && s.nameAt(j+1) == nil && s.nounFollows(j+1):
		return j + 1, true // "insurgent/terrorist groups"
	case tag == text.SYM:
		return j + 1, prev == text.CD && j+1 < len(s.tokens) && s.tokens[j+1].Tag == text.CD && s.nounFollows(j+2) // "3,000-4,000 soldiers"
	case (tag == text.RBR || tag == text.RBS) && g.head < 0, tag == text.RB && j == g.first && (s.tokens[j+1].Tag == text.CD || s.grades(j)):
		return j + 1, true
	case tag == text.CD || tag == text.JJ || tag == text.JJR || tag == text.JJS || tag == text.Dollar:
		return s.extendByNumber(g, j)
	case tag == text.VBN || tag == text.VBG || tag == text.VBD:
		return j + 1, s.premodifies(g, j)
	case tag == text.RB && j > g.first && g.head < 0 && j+1 < len(s.tokens):
		return j + 1, s.modifiesNext(j)
	case (tag == text.CC || tag == text.Comma) && j > g.first && j+1 < len(s.tokens):
		return j + 1, s.listsModifiers(g, j)
	}
	return j, false
}

// makeOwner makes what was read so far the owner of the noun group that goes on behind the "'s" at j.
func (s *sentence) makeOwner(g *group, j int) {
	owner := *g
	owner.last = j
	owner.lemma = s.lemma(owner.head)
	*g = group{kind: nounKind, first: g.first, head: -1, nounGroup: nounGroup{possessor: &owner, definite: true}}
}

// beginsNext reports whether the noun at j begins another noun group than the one before it: "gave the army drones", "killed in Idlib Monday".
func (s *sentence) beginsNext(g *group, j int) bool {
	if g.head < 0 {
		return false
	}
	lone := j+1 == len(s.tokens) || !s.tokens[j+1].Tag.IsNoun()
	return s.givenTo(g, j) || lone && isDay(s.lower[j]) || s.dayOfMonth(j) || s.landmark(j) || s.spanAfter(j) ||
		isAmount(s.lower[j]) && (s.countsAfterPlace(g, j) || s.isMonth(g.head) && g.head == j-1)
}

// quotedNoun reports whether the one word between the quotation marks that open at j is the noun of the group.
func (s *sentence) quotedNoun(g *group, j int) bool {
	return j > g.first && j+2 < len(s.tokens) && s.tokens[j+1].Tag.IsNoun() && s.tokens[j+2].Tag == text.CloseQuote && s.nameAt(j+1) == nil &&
		(g.head < 0 || s.nameBefore(j) != nil && s.nameBefore(j).adjectival())
}

// extendByNumber takes the number or adjective at j into the noun group, unless it belongs to the next one; a number may stand for what it counts.
func (s *sentence) extendByNumber(g *group, j int) (int, bool) {
	number := s.tokens[j].Tag == text.CD
	switch {
	case g.head >= 0 && (s.givenTo(g, j) || s.timeAt(j)):
		return j, false
	case number && (s.countsAfterPlace(g, j) || g.head == j-1 && (s.landmark(j) || s.spanAt(j+1) || s.countsFallen(g, j))):
		return j, false
	case g.head >= 0 && !number && !s.nounFollows(j+1):
		return j, false
	case number && (g.head < 0 || g.head == j-1 && j > g.first && s.tokens[j-1].Tag == text.CD) && !s.nounFollows(j+1):
		g.head = j // "killed ten", "gave $1 billion"
	}
	return j + 1, true
}

// premodifies reports whether the participle at j describes the noun behind it, and is no verb of its own: "the allied forces".
func (s *sentence) premodifies(g *group, j int) bool {
	prev := text.Untagged
	if j > g.first {
		prev = s.tokens[j-1].Tag
	}
	if s.tokens[j].Tag == text.VBD {
		if n := s.nameBefore(j); n != nil && s.collective(n) || prev == text.DT && (s.lower[j-1] == "this" || s.lower[j-1] == "that") || prev == text.CD && j > 1 && s.lower[j-2] == "of" {
			return false // "the Dutch ruled Java", "and this surprised Chad", "a force of 900 took Goma"
		}
	}
	switch prev {
	case text.DT, text.PRPS, text.POS, text.JJ, text.HYPH, text.CD, text.RBS:
	case text.RB:
		if j-1 == g.first {
			return false
		}
	default:
		if j > g.first {
			return false
		}
	}
	return s.nounFollows(j + 1)
}

// modifiesNext reports whether the adverb at j grades or hedges what describes the noun behind it: "heavily armed", "allegedly Russian".
func (s *sentence) modifiesNext(j int) bool {
	if s.nameAt(j+1) != nil && (isPeopleShare(s.lower[j]) || strings.HasSuffix(s.lower[j], "edly")) {
		return true
	}
	switch s.tokens[j+1].Tag {
	case text.JJ, text.JJR, text.VBN, text.HYPH:
		return true
	case text.RBR:
		return s.nounFollows(j + 2)
	}
	return false
}
