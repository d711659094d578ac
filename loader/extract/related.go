package extract

// related reports whether the noun group tells of somebody only what he is to whom it names, for whom he neither acts nor speaks:
// "an ally of Chad", "Chad's critics".
func (s *sentence) related(g *group) bool {
	return s.doc.reader.classes.has("related", g.lemma) && s.headName(g) == nil
}

// beyond reports whether the slot would tell of somebody what is told of another who is something to him: "arms from Haftar's ally".
func (s *sentence) beyond(sl *slot, g *group) bool {
	switch sl.inner {
	case "of", "direct-of", "poss", "owner", "mod", "giver", "from":
		return !sl.related && sl.role != "complement" && sl.role != "as" && (s.related(g) || s.doc.reader.classes.has("rebels", g.lemma) && s.headName(g) == nil)
	}
	return false
}

// ofNounBefore reports whether an "of" behind those arguments of a noun belongs to the last of them: "sanctions for its support of X", "arms
// from an ally of X" are not of X.
func (s *sentence) ofNounBefore(list []argument) bool {
	if len(list) == 0 {
		return false
	}
	last := list[len(list)-1]
	return s.doc.reader.classes.any(last.noun.lemma, "support", "related", "hostile", "member", "descriptor")
}
