package extract

import "strings"

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

// users gives who uses or holds the thing: "facilities used by X", "a base belonging to X", "sites linked to X".
func (s *sentence) users(g *group) []*group {
	next := g.index + 1
	if g.kind != nounKind || next >= len(s.groups) || s.groups[g.index] != g {
		return nil
	}
	v := s.groups[next]
	if v.kind != verbKind || !v.participle && !v.gerund || v.subject != g {
		return nil
	}
	switch v.lemma {
	case "house", "host", "shelter", "accommodate", "quarter", "hold", "store":
		if v.gerund && v.object != nil {
			return []*group{v.object} // "a base housing X's soldiers"
		}
		return s.argumentsOf(v, "by")
	case "use", "operate", "run", "own", "man", "occupy", "control", "staff", "guard", "command":
		return s.argumentsOf(v, "by")
	case "belong":
		return s.argumentsOf(v, "to")
	case "link", "affiliate", "associate", "tie":
		return append(s.argumentsOf(v, "to"), s.argumentsOf(v, "with")...)
	}
	return nil
}

// deliversArms reports whether the verb tells that arms go to another state, which gets them, and not where they stand.
func (s *sentence) deliversArms(v *group) bool {
	if !s.doc.reader.classes.has("give", v.lemma) && !s.doc.reader.classes.has("give", strings.SplitN(v.lemma, "_", 2)[0]) {
		return false
	}
	arms := v.object
	if v.passive && arms == nil {
		arms = v.subject
	}
	if arms != nil && len(arms.actor) == 0 && s.headIn(arms, []string{"weapon", "arms", "weaponry", "ammunition", "munition", "supplies", "fuel", "money", "cash", "aid"}) {
		return true // "sent weapons to separatists in X"
	}
	if arms == nil || !s.headIn(arms, []string{"missile", "rocket", "drone", "howitzer", "artillery", "mortar", "shell", "launcher", "rocket_launcher", "tank", "bomb", "mine", "vehicle", "gun", "cannon", "battery", "himars", "uav", "helicopter"}) ||
		s.headIn(arms, []string{"troop", "soldier", "force", "fighter", "man", "marine", "paratrooper", "adviser", "instructor", "personnel"}) {
		return false
	}
	for _, to := range s.argumentsOf(v, "to") {
		if len(s.admit(to.actor, "state")) > 0 {
			return true
		}
	}
	return false
}

// ordersDeed reports whether the verb orders or makes what is done rather than sends who does it: "ordered air strikes on X".
func (s *sentence) ordersDeed(v *group) bool {
	switch v.lemma {
	case "order", "direct", "approve", "authorise", "authorize":
		return v.object != nil && s.doc.reader.classes.has("deed", v.object.lemma)
	}
	return false
}
