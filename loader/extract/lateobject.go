package extract

// lateObject gives the place of the object that stands behind phrases and days instead of right behind the active verb at whose end the
// group k stands, or 0: "shelled with artillery the villages of X", "hit on Monday with rockets a convoy". Correspondents who think in
// Arabic, Persian or Turkish write so.
func (s *sentence) lateObject(k int, v *group) int {
	if v.passive || v.copula || v.object != nil || v.link == relativeLink && v.fronted != nil {
		return 0
	}
	return s.behindPhrases(k)
}

// avenges reports whether the phrase tells of the attack that is answered, whose targets are not those of the answer: "struck a camp in response
// to attacks on its troops".
func (s *sentence) avenges(prep string, noun *group) bool {
	return prep == "in_response_to" && s.doc.reader.frames.assaults(noun.lemma)
}

// isLateObject reports whether the noun group at i may be the object of a verb before the phrases that lead up to it.
func (s *sentence) isLateObject(i int) bool {
	for k := i - 1; k > 0 && i-k < 8; k-- {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			return (!g.passive || g.first == g.head) && !g.copula && s.behindPhrases(k+1) == i
		case nounKind, prepKind:
		default:
			return false
		}
	}
	return false
}

// behindPhrases gives the place of the noun group behind the phrases and days that begin at k, or 0.
func (s *sentence) behindPhrases(k int) int {
	first := k
	for k < len(s.groups) {
		switch g := s.groups[k]; {
		case g.kind == prepKind && k+1 < len(s.groups) && s.onTheWay(g, s.groups[k+1]):
			k += 2
		case g.kind == nounKind && s.dayOrTime(g):
			k++
		default:
			if k > first && s.endsInsideClause(k) {
				return k
			}
			return 0
		}
	}
	return 0
}

// onTheWay reports whether the phrase may stand between a verb and its object: it tells when it is done, or with what.
func (s *sentence) onTheWay(prep, noun *group) bool {
	if noun.kind != nounKind || noun.of != nil && noun.of.names != nil || len(noun.names) > 0 || noun.pronoun || noun.possessor != nil {
		return false
	}
	switch prep.lemma {
	case "on", "in", "at", "since", "during":
		return s.dayOrTime(noun) || noun.lemma == "row" // "for the third day in a row"
	case "with", "by", "using", "through":
		return true
	case "for":
		return s.tellsTime(noun)
	}
	return false
}

// dayOrTime reports whether the noun group is a day or another time.
func (s *sentence) dayOrTime(g *group) bool {
	return s.tellsTime(g) || len(g.names) == 0 && isDay(g.lemma)
}

// endsInsideClause reports whether the noun group at k follows the words before it without a comma, and no verb wants it as its subject.
func (s *sentence) endsInsideClause(k int) bool {
	g := s.groups[k]
	if g.kind != nounKind || g.pronoun || s.groups[k-1].kind != nounKind || s.groups[k-1].last != g.first {
		return false
	}
	if s.headName(g) == nil && !g.definite && !g.plural && g.of == nil && len(g.names) == 0 {
		return false
	}
	return k+1 >= len(s.groups) || s.groups[k+1].kind != verbKind || s.groups[k+1].participle
}
