package extract

// liesIn gives where the thing or the building that the noun group names lies, by what describes it behind: "a camp where refugees live in
// Goma", "a store belonging to the army in Goma", "the home of a general, John Roe, in Goma". People are elsewhere than where they came from.
func (s *sentence) liesIn(g *group) []*group {
	classes := s.doc.reader.classes
	if g.kind != nounKind || s.headName(g) != nil || g.index >= len(s.groups) || !classes.any(g.lemma, "premises", "place", "dwelling") && !(classes.has("target", g.lemma) && !classes.any(g.lemma, "leader", "member", "force", "nationals", "officials")) {
		return nil
	}
	for k := g.index + 1; k+1 < len(s.groups) && k < g.index+20; k++ {
		switch d := s.groups[k]; d.kind {
		case nounKind, adverbKind, relKind, adjKind:
		case conjKind:
			if s.verbBehind(k+1) >= 0 {
				return nil
			}
		case commaKind:
			if s.groups[k+1].kind != nounKind && s.groups[k+1].kind != prepKind || s.groups[k+1].kind == nounKind && s.verbBehind(k+2) >= 0 {
				return nil // "..., officials said"
			}
		case prepKind:
			if where := s.groups[k+1]; isSceneOfAttack(d.lemma) && len(where.place) > 0 {
				return []*group{where}
			}
		case verbKind:
			if d.link != relativeLink && !d.participle && !d.gerund && !d.infinitive || d.gerund && s.groups[k-1].kind == commaKind {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}
