package extract

// stateful reports whether a verb joined by "and" to one whose subject is a missile or the like is rather what the state does that
// reports it: no missile summons an envoy.
func (s *sentence) stateful(joint, v *group) bool {
	up := joint.governor
	if joint.link != thatLink || up == nil || up.kind != verbKind || up.subject == nil || up.passive || joint.subject == nil || joint.subject == up.subject {
		return false
	}
	if v.finite && v.index+1 < len(s.groups) && s.groups[v.index+1].lemma == "that" && s.doc.reader.classes.has("say", up.lemma) {
		switch v.lemma {
		case "vow", "pledge", "promise", "warn", "insist", "add", "stress":
			return true // "said that X was arming Y and vowed that he would"
		}
	}
	if !s.doc.reader.classes.any(v.lemma, "censure", "accuse", "demand", "say") && v.lemma != "summon" && v.lemma != "expel" && v.lemma != "recall" {
		return false
	}
	switch joint.subject.lemma {
	case "missile", "drone", "rocket", "jet", "plane", "aircraft", "ship", "vessel", "warship", "warplane", "shell", "balloon", "boat", "submarine", "helicopter", "tank", "strike", "attack", "raid", "airstrike":
		return true
	}
	return false
}
