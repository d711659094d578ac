package extract

import "slices"

// prepositions collects the prepositional phrases that may depend on the verb, up to the next clause.
func (s *sentence) prepositions(k int, g *group) {
	for ; k < len(s.groups); k++ {
		if s.whenever(k) {
			continue
		}
		ends := false
		switch s.groups[k].kind {
		case prepKind:
			k, ends = s.takePhrase(k, g)
		case adverbKind, commaKind, quoteKind, bracketKind:
			k, ends = s.overInsertion(k, g)
		case conjKind:
			ends = k+1 >= len(s.groups) || !s.phraseBehind(k+1)
		default:
			return
		}
		if ends {
			return
		}
	}
}

// takePhrase ties the phrase whose preposition stands at k to the verb, and tells where it ends, or that none further belongs to the verb.
func (s *sentence) takePhrase(k int, v *group) (last int, ends bool) {
	if k+1 >= len(s.groups) || s.groups[k+1].kind != nounKind {
		return k, k+1 < len(s.groups) && s.groups[k+1].kind == verbKind
	}
	prep, noun := s.groups[k], s.groups[k+1]
	switch {
	case prep.first > v.last && s.lower[prep.first-1] == "not": // "not by X but by Y"
		return k + 1, false
	case s.doc.reader.classes.has("revenge", noun.lemma) && prep.lemma != "with":
		return k, true // what is avenged has a place and a target of its own
	case s.fromBases(k) || s.locates(k) || v.passive && prep.lemma == "by" && s.afterDeed(k):
		return k + 1, false
	case prep.lemma == "on" && noun.lemma == "side" && noun.possessor != nil:
		v.args = append(v.args, argument{"on_the_side_of", noun.possessor}) // "on X's side"
		return k + 1, false
	}
	v.args = append(v.args, argument{prep.lemma, s.sidesBehind(k, noun)})
	if noun.verb == nil {
		noun.verb, noun.role, noun.prep = v, prep.lemma, prep.lemma
	}
	return k + 1, s.avenges(prep.lemma, noun)
}

// overInsertion tells where what is inserted from k on ends, behind which phrases of the verb may go on, or that they do not.
func (s *sentence) overInsertion(k int, v *group) (last int, ends bool) {
	comma := s.groups[k].kind == commaKind
	if comma && s.closesInsertion(k, v) {
		return k, true
	}
	if end := s.apposedUntil(k, v); end > 0 {
		return end, false
	}
	if end := s.insertionEnd(k, v); end > 0 {
		if s.groups[end+1].kind == conjKind {
			v.object = s.joined(v.object, s.groups[end+2]) // "sent advisers, led by X, and tanks to Y"
			return end + 2, false
		}
		return end, false
	}
	// "the rebels clashed, with the army taking the town"
	return k, comma && (!s.phraseBehind(k+1) && !s.likeLast(k+1, v) || k == v.index+1 && s.groups[k+1].lemma == "with")
}

// insertionEnd gives the comma that ends what stands inserted, from the comma at k on, between somebody who is sent and where: of
// "sent a brigade, led by X, to Y" the second; or 0.
func (s *sentence) insertionEnd(k int, v *group) int {
	if s.groups[k].kind == commaKind && v.object != nil && s.groups[k-1] == v.object && v.object.conjuncts == nil && k+3 < len(s.groups) && s.groups[k+1].kind == nounKind && slices.Contains(v.object.apposed, s.groups[k+1]) && s.groups[k+2].kind == commaKind && s.groups[k+3].kind == prepKind {
		return k + 2 // "built a base, Camp X, outside Y"
	}
	if end := s.describedTaker(k, v); end > 0 {
		return end
	}
	if end := s.relativeUntil(k, v); end > 0 {
		return end
	}
	if s.groups[k].kind != commaKind || v.object == nil || s.groups[k-1] != v.object || !s.doc.reader.classes.has("dispatch", v.lemma) || k+1 >= len(s.groups) || s.groups[k+1].kind != verbKind || !s.groups[k+1].participle {
		return 0
	}
	for end := k + 2; end+2 < len(s.groups) && end < k+10; end++ {
		switch g := s.groups[end]; g.kind {
		case commaKind:
			prep := s.groups[end+1]
			if prep.kind == conjKind && end+3 < len(s.groups) && s.groups[end+2].kind == nounKind && s.headName(s.groups[end+2]) == nil {
				prep = s.groups[end+3]
			}
			if prep.kind == prepKind && (prep.lemma == "to" || prep.lemma == "into" || prep.lemma == "in" || prep.lemma == "against") {
				return end
			}
			return 0
		case verbKind, stopKind, relKind, compKind:
			return 0
		}
	}
	return 0
}

// relativeUntil gives the comma that ends a short relative clause about the verb's object, which the comma at k begins and behind which a
// phrase of the verb follows: of "drove the RSF, which X backs, out of Y" the second; or 0.
func (s *sentence) relativeUntil(k int, v *group) int {
	if s.groups[k].kind != commaKind || v.object == nil || s.groups[k-1] != v.object {
		return 0
	}
	for end := k + 2; end+2 < len(s.groups) && end < k+8; end++ {
		if s.groups[end].kind == commaKind {
			if s.describedAside(end) == k && s.groups[end+1].kind == prepKind && s.groups[end+2].kind == nounKind {
				return end
			}
			return 0
		}
	}
	return 0
}

// closesInsertion reports whether the comma at k ends the insertion that the participle begins, or the relative clause of the verb.
func (s *sentence) closesInsertion(k int, v *group) bool {
	rel := v.index - 1
	if rel > 0 && s.groups[rel].kind == nounKind {
		rel--
	}
	if rel > 0 && s.groups[rel].kind == relKind && s.groups[rel-1].kind == commaKind {
		up := s.verbBefore(rel - 1)
		return up != nil && s.relativeUntil(rel-1, up) == k
	}
	if !v.participle || v.index < 2 || s.groups[v.index-1].kind != commaKind {
		return false
	}
	up := s.verbBefore(v.index - 1)
	return up != nil && s.insertionEnd(v.index-1, up) == k
}

// likeLast reports whether the sentence ends with a phrase that is added to the verb's last one: "to Libya, and to Qatar".
func (s *sentence) likeLast(k int, v *group) bool {
	if k+3 >= len(s.groups) || s.groups[k].lemma != "and" || len(v.args) == 0 {
		return false
	}
	return s.groups[k+1].kind == prepKind && s.groups[k+1].lemma == v.args[len(v.args)-1].prep && s.groups[k+2].kind == nounKind && s.groups[k+3].kind == stopKind
}

// whenever reports whether the noun group at k only tells when, between two phrases: "strikes this month on X".
func (s *sentence) whenever(k int) bool {
	g := s.groups[k]
	if g.kind != nounKind || k+1 >= len(s.groups) || s.groups[k+1].kind != prepKind || k == 0 || s.groups[k-1].kind == prepKind {
		return false
	}
	if g.lemma == "date" {
		return true
	}
	if g.lemma == "time" && g.plural && !g.definite {
		return true // "clashed several times with"
	}
	switch s.lower[g.first] {
	case "this", "last", "next", "earlier", "late":
	default:
		return false
	}
	return isDay(g.lemma) || s.doc.reader.classes.has("time", g.lemma)
}

// afterDeed reports whether "by" at k tells whose deed it was after which something happened: "left after weeks of bombardment by the M23".
func (s *sentence) afterDeed(k int) bool {
	if k < 2 || s.groups[k-1].kind != nounKind || s.headName(s.groups[k-1]) != nil || s.doc.reader.classes.kind("deed", s.groups[k-1].lemma) == "" {
		return false
	}
	for k -= 2; k > 1 && s.groups[k].lemma == "of" && s.groups[k-1].kind == nounKind; k -= 2 {
	}
	switch s.groups[k].lemma {
	case "after", "following", "during", "amid", "despite", "before":
		return true
	}
	return false
}

// fromBases reports whether the preposition at k only says where the bases or buildings are from which something is done, or those who say
// so: "bombed it from bases in Thailand", "according to a ministry in Moscow".
func (s *sentence) fromBases(k int) bool {
	if k < 2 || !isLocative(s.groups[k].lemma) || s.groups[k-1].kind != nounKind || s.groups[k-2].kind != prepKind {
		return false
	}
	from := s.groups[k-2].lemma
	if s.headName(s.groups[k-1]) != nil {
		return false
	}
	return (from == "from" || from == "out_of") && s.doc.reader.classes.any(s.groups[k-1].lemma, "foothold", "premises") || from == "according_to"
}

// locates reports whether the preposition at k only says in which land the place named right before it is, "troops to Goma in
// eastern Congo", or from where to where a road leads.
func (s *sentence) locates(k int) bool {
	if k > 1 && s.groups[k-1].kind == commaKind && s.groups[k].lemma == "near" && s.groups[k-2].kind == nounKind && s.settlement(s.groups[k-2]) {
		return true // "troops to Ménaka, near the border with Niger"
	}
	if k < 1 || s.groups[k-1].kind != nounKind || s.groups[k-1].last != s.groups[k].first {
		return false
	}
	before, where := s.groups[k-1], s.groups[k+1]
	switch prep := s.groups[k].lemma; prep {
	case "in", "on":
		return !before.conjunctive() && s.settlement(before) && s.isPlaceOrState(where)
	case "from", "to", "between", "through":
		return isRoute(before.lemma) || prep == "to" && k > 2 && s.groups[k-2].lemma == "from" && isRoute(s.groups[k-3].lemma)
	}
	return false
}

// settlement reports whether a noun group names a place that is no state, be it "the town of X".
func (s *sentence) settlement(g *group) bool {
	for g.of != nil && s.doc.reader.classes.has("place", g.lemma) {
		g = g.of
	}
	if n := s.headName(g); n != nil {
		return s.isPlaceName(n) && n.senses[0].Entry.Kind != "base"
	}
	return false
}

// isRoute tells the words for what leads from one place to another.
func isRoute(word string) bool {
	switch word {
	case "road", "highway", "route", "motorway", "railway", "pipeline", "line":
		return true
	}
	return false
}

// phraseBehind reports whether a phrase with a preposition stands at k, or behind an adverb there: "in missions, most recently
// in X".
func (s *sentence) phraseBehind(k int) bool {
	for k < len(s.groups) && (s.groups[k].kind == adverbKind || s.groups[k].kind == commaKind && s.groups[k-1].kind == adverbKind) {
		k++
	}
	return k < len(s.groups) && s.groups[k].kind == prepKind
}
