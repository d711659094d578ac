package extract

// punishing gives who punishes others for what the gerund tells: "sanctioned five firms for arming X", and, of what is passive,
// "were sanctioned by Y for arming X".
func (s *sentence) punishing(deed *group) *group {
	v := s.punishment(deed)
	if v == nil {
		return nil
	}
	if !v.passive {
		return v.subject
	}
	for _, by := range s.argumentsOf(v, "by") {
		return by
	}
	return nil
}

// punishment gives the verb of punishing before "for" and the gerund, or nil.
func (s *sentence) punishment(deed *group) *group {
	if deed.kind != verbKind || !deed.gerund || deed.index < 3 || s.groups[deed.index-1].lemma != "for" {
		return nil
	}
	for k := deed.index - 2; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			if s.doc.reader.classes.has("punish", g.lemma) || s.doc.reader.classes.has("impose", g.lemma) && g.object != nil && g.object.lemma == "sanction" {
				return g
			}
			return nil
		case nounKind, prepKind, adverbKind, conjKind:
		default:
			return nil
		}
	}
	return nil
}
