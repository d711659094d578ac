package extract

import (
	"slices"
)

// sides gives the groups in the roles by which hostile acts name their sides, beyond subject and object: "each" side of
// "A and B clashed", the "victim" of "died in an air strike", the "label" of "declared it an enemy", the noun before
// "at war".
func (s *sentence) sides(role string, anchor *group) []*group {
	var found *group
	switch role {
	case "each":
		found = s.eachSide(anchor)
	case "victim":
		found = s.victim(anchor)
	case "label":
		found = s.labelOf(anchor)
	case "agent":
		return s.agents(anchor)
	case "patient":
		if v := anchor.verb; v != nil && v.passive && anchor.role == "by" {
			found = v.subject // "was hit by sanctions"
		}
	case "let-with":
		if anchor.governor != nil {
			return s.argumentsOf(anchor.governor, "with") // "merged with X to form Y"
		}
	case "let-from":
		if anchor.governor != nil {
			return s.argumentsOf(anchor.governor, "from") // "broke away from X to form Y"
		}
	case "assailant":
		found = s.assailant(anchor)
	case "aided":
		found = s.aided(anchor)
	case "warring":
		found = s.warring(anchor)
	case "claiming":
		found = s.claiming(anchor)
	case "user":
		return s.users(anchor)
	case "asked":
		found = s.askedTo(anchor)
	case "punishing":
		found = s.punishing(anchor)
	case "arising":
		if v := anchor.verb; v != nil && anchor.role == "subj" {
			return slices.DeleteFunc(s.argumentsOf(v, "between"), s.ofDeed) // "fighting broke out between"
		}
	case "blamed":
		found = s.blamed(anchor)
	case "waging":
		found = s.waging(anchor)
	case "head-at":
		if anchor.index > 1 && s.groups[anchor.index-1].kind == prepKind && s.groups[anchor.index-1].lemma == "at" {
			found = s.antecedent(anchor.index - 1)
		}
	}
	if found == nil {
		return nil
	}
	return []*group{found}
}

// ofDeed reports whether another noun for a deed or a quarrel stands before the preposition of the noun group: of "the raid led to a dispute
// between X and Y" the two are sides of the dispute.
func (s *sentence) ofDeed(g *group) bool {
	before := s.nounBefore(g)
	return before != nil && s.doc.reader.frames.event(before.lemma)
}

// warring gives the subject of the clause that a phrase about a war with somebody opens, where the article is about it or the war went
// on for long: whose war it was goes without saying then. "During the war with Libya, Chad received arms", "after years of war with Chad".
func (s *sentence) warring(g *group) *group {
	v := g.verb
	if v == nil || v.subject == nil || g.possessor != nil || isPossessive(s.lower[g.first]) || s.hasPhrase(g, "between") {
		return nil
	}
	for _, k := range g.names {
		if s.names[k].known() {
			return nil // "the Iraqi war with Iran"
		}
	}
	over := s.nounBefore(g)
	if s.groups[max(g.index-1, 0)].lemma == "of" {
		if over == nil || !isStretch(over.lemma) || v.subject.index < g.index {
			return nil
		}
		return v.subject
	}
	if !slices.ContainsFunc(v.subject.actor, func(r ref) bool { return r.id == s.doc.focus }) || len(v.subject.actor) > 1 {
		return nil
	}
	return v.subject
}

// aided gives who does what a clause tells to which "with" and a gerund add who helps: "advanced, with X providing air cover".
func (s *sentence) aided(v *group) *group {
	if !v.gerund || v.subject == nil || v.governor == nil || v.governor == v || v.subject.index < 1 || s.groups[v.subject.index-1].lemma != "with" {
		return nil
	}
	if by := s.argumentsOf(v.governor, "by"); v.governor.passive && len(by) > 0 && s.doc.reader.frames.hostile(v.governor.lemma) {
		return by[0]
	}
	return v.governor.subject
}

// claiming gives who says that what the noun tells is his doing: "claimed responsibility for", "claimed the attack".
func (s *sentence) claiming(g *group) *group {
	v := g.verb
	if v == nil || v.passive || v.lemma != "claim" && v.lemma != "take" {
		return nil
	}
	if v.lemma == "claim" && g.role == "obj" && s.doc.reader.classes.has("deed", g.lemma) || g.role == "for" && v.object != nil && (v.object.lemma == "responsibility" || v.object.lemma == "credit") {
		return v.subject
	}
	return nil
}

// bothLost gives the two sides whose losses the text tells together: "ten soldiers of A and nine fighters of B were killed in clashes".
func (s *sentence) bothLost(clash *group) *group {
	v := clash.verb
	if v == nil || clash.role != "in" || !s.doc.reader.classes.has("battle", clash.lemma) || !s.doc.reader.classes.has("harm", v.lemma) || !v.passive && v.lemma != "die" {
		return nil
	}
	if v.subject == nil || len(v.subject.conjuncts) != 2 || len(v.subject.actor) != 2 || s.hasPhrase(v, "with", "against", "between") || s.hasPhrase(clash, "with", "against", "between") {
		return nil
	}
	return v.subject
}

// standsAt gives the verb by which two sides stand to each other as the noun says.
func (s *sentence) standsAt(g *group) *group {
	if be := s.copulaBefore(g); be != nil && g.plural {
		return be // "A and B are rivals"
	}
	if over := s.nounBefore(g); over != nil && brink(over.lemma) && over.verb != nil {
		return over.verb // "A and B are on the brink of war"
	}
	if g.verb == nil || s.hasPhrase(g, "with", "against") {
		return nil
	}
	switch g.role {
	case "at", "to", "into", "towards", "toward":
		return g.verb // "A and B are at war"
	case "in":
		if v := g.verb; v.lemma == "lock" || v.lemma == "embroil" || v.lemma == "entangle" {
			return v
		}
	}
	return nil
}

// eachSide gives the subject of a verb that two sides do to each other, where it names both and nobody else is named.
func (s *sentence) eachSide(v *group) *group {
	if v.kind == nounKind {
		if lost := s.bothLost(v); lost != nil {
			return lost
		}
		if v = s.standsAt(v); v == nil {
			return nil
		}
	}
	if v.kind != verbKind || v.subject == nil || v.subject.pronoun || v.passive && !s.doc.reader.classes.has("engaged", v.lemma) || len(v.subject.actor) < 2 {
		return nil
	}
	if v.object != nil && (len(v.object.actor) > 0 || isPossessive(s.lower[v.object.first]) && v.object.lemma != "war" && v.object.lemma != "battle") || s.hasPhrase(v, "with", "against", "alongside", "beside") {
		return nil
	}
	if v.object != nil && v.lemma != "exchange" && v.lemma != "trade" && v.lemma != "swap" && (s.doc.reader.classes.any(v.object.lemma, "rebels", "force", "grouping", "nationals") || v.object.lemma == "insurgency" || v.object.lemma == "rebellion") {
		return nil // "A and B are fighting rebels"
	}
	switch s.lower[v.first] {
	case "was", "is", "has":
		return nil // "A and B, which was fighting"
	}
	if v.gerund && v.index > 0 && s.groups[v.index-1].kind == prepKind {
		return nil // "A and B withdrew after a week of fighting"
	}
	for _, a := range v.args {
		switch a.prep {
		case "for", "on_the_side_of", "on_behalf_of", "in_support_of", "side_by_side_with", "shoulder_to_shoulder_with", "together_with":
			if len(a.noun.actor) > 0 {
				return nil // "A and B fought on the side of C"
			}
		}
	}
	for i := v.last; i < len(s.lower) && i < v.last+2; i++ {
		if s.lower[i] == "together" || s.lower[i] == "alongside" {
			return nil
		}
	}
	if s.onSameSide(v) {
		return nil
	}
	return v.subject
}

// blamed gives whom the noun is laid to: "accused X of attacks", "blamed X for the raid", "X denied claims of support".
func (s *sentence) blamed(g *group) *group {
	classes, v := s.doc.reader.classes, g.verb
	for k := g.index + 1; k < len(s.groups) && k < g.index+8; k++ {
		if next := s.groups[k]; next.kind == verbKind && (next.participle && next.subject == g || next.fronted == g) {
			if on := s.laidTo(next); on != nil {
				return on // "an attack blamed on X", "which Y blamed on X"
			}
		}
	}
	if v == nil {
		return nil
	}
	if part := s.implicated(g); part != nil {
		return part
	}
	if g.role == "obj" && disowns(v.lemma) {
		return v.subject // "denied any support for"
	}
	if v.passive && g.role == "subj" || !v.passive && g.role == "obj" && v.lemma != "blame" {
		if on := s.laidTo(v); on != nil {
			return on
		}
	}
	if over := s.nounBefore(g); over != nil && (over.lemma == "accusation" || over.lemma == "allegation" || over.lemma == "claim" || over.lemma == "report") {
		if over.verb != nil && over.role == "obj" && classes.has("deny", over.verb.lemma) {
			return over.verb.subject
		}
		return nil
	}
	if on := s.argumentsOf(v, "on"); len(on) > 0 && classes.has("accuse", v.lemma) && undergoes(g, v) {
		return on[len(on)-1] // "the attack was blamed on X"
	}
	switch {
	case s.implicates(g, v):
	case g.role != "of" && g.role != "for" && g.role != "over" && (g.role != "with" || v.lemma != "charge") || !classes.has("accuse", v.lemma):
		return nil
	case v.passive:
		return v.subject
	}
	return v.object
}

// laidTo gives whom a verb lays its object to: "blamed on X", "attributed to X".
func (s *sentence) laidTo(v *group) *group {
	prep := "on"
	switch v.lemma {
	case "attribute", "ascribe":
		prep = "to"
	case "blame", "pin":
	default:
		return nil
	}
	if on := s.argumentsOf(v, prep); len(on) > 0 {
		return on[len(on)-1]
	}
	return nil
}

// waging gives who does what the noun tells: the subject of a verb of doing ("launched an attack", "lost the war"), or of
// what happened to it in or at it ("lost ten men in clashes", "is at war"). Who condemns an attack does not.
func (s *sentence) waging(g *group) *group {
	v, classes := g.verb, s.doc.reader.classes
	if v != nil && v.passive && g.role == "into" && classes.has("engaged", v.lemma) {
		return v.subject // "was drawn into war"
	}
	if v == nil || v.passive && !classes.has("engaged", v.lemma) && v.lemma != "poise" {
		return nil
	}
	if over := s.nounBefore(g); over != nil && brink(over.lemma) && over.verb == v {
		return v.subject // "are on the brink of war"
	}
	if over := s.nounBefore(g); over != nil && g.role == "of" && over.verb == v && (over.role == "in" || over.role == "obj") && isStretch(over.lemma) {
		return v.subject // "are engaged in their third day of fighting with", "entered a second week of clashes"
	}
	if over := s.nounBefore(g); over != nil && over.role == "obj" && over.verb == v && s.intention(over) && over.possessor == nil {
		return v.subject // "approved plans for an assault"
	}
	if g.role == "with" && retorts(v.lemma) {
		return v.subject // "responded with strikes on"
	}
	if g.role == "behind" && v.copula || g.role == "for" && classes.has("brace", v.lemma) {
		return v.subject // "was behind the attack", "massed for an assault"
	}
	switch g.role {
	case "obj":
		if classes.any(v.lemma, "wage", "begin") && (v.lemma != "suffer" || !s.doc.reader.frames.assaults(g.lemma)) {
			return v.subject // but who suffers an attack makes none
		}
	case "in", "at", "to", "into", "towards", "toward":
		if helped := s.helpedIn(g, v); helped != nil {
			return helped
		}
		if o := v.object; g.role == "in" && o != nil && v.lemma == "lose" && (o.lemma == "interest" || o.lemma == "faith" || o.lemma == "hope" || o.lemma == "confidence" || o.lemma == "stake") {
			return nil // "lost interest in the war"
		}
		if c := v.complement; v.copula && g.role == "in" && (v.lemma == "remain" || c != nil && c.kind == adjKind) && c != nil && c.lemma != "active" && c.lemma != "involved" && c.lemma != "engaged" {
			return nil // "remained neutral in the war"
		}
		if (g.role == "in" || g.lemma == "war" || g.lemma == "odd" || g.lemma == "odds" || g.lemma == "loggerhead") && !classes.any(v.lemma, "say", "deny", "accuse", "suspect", "claim") {
			return v.subject
		}
	}
	return nil
}

// brink tells the nouns that say how near something is: "on the brink of war".
func brink(lemma string) bool {
	switch lemma {
	case "brink", "verge", "edge", "cusp", "path", "course", "footing":
		return true
	}
	return false
}

// isStretch tells the words for a stretch of something that goes on.
func isStretch(lemma string) bool {
	switch lemma {
	case "day", "week", "month", "year", "decade", "hour", "round", "phase", "night", "bout", "spell":
		return true
	}
	return false
}

// nearing reports whether the noun group tells what somebody is on the brink of.
func (s *sentence) nearing(g *group) bool {
	over := s.nounBefore(g)
	return over != nil && brink(over.lemma) || g.role == "towards" || g.role == "toward"
}

// retorts tells the verbs whose "with" names what the subject does.
func retorts(verb string) bool {
	switch verb {
	case "respond", "retaliate", "reply", "answer", "react", "hit_back", "strike_back":
		return true
	}
	return false
}

// victim gives who was hurt in what the noun tells: "ten LNA men were wounded in the raid", "the raid wounded".
func (s *sentence) victim(g *group) *group {
	for _, v := range s.groups[min(g.index+1, len(s.groups)):] {
		if v.kind == verbKind && v.link == relativeLink && s.doc.reader.classes.has("harm", v.lemma) && slices.Contains(v.args, argument{"in", g}) {
			return v.subject // "a raid in which ten soldiers died"
		}
		if v.kind == verbKind && v.link == relativeLink && v.subject == g && !v.passive && s.doc.reader.classes.has("harm", v.lemma) {
			return v.object // "the bombing that killed ten soldiers"
		}
	}
	v := g.verb
	if v == nil || !s.doc.reader.classes.has("harm", v.lemma) {
		return nil
	}
	switch g.role {
	case "subj":
		if !v.passive {
			return v.object
		}
	case "in", "during", "by":
		if v.passive || v.lemma == "die" || v.lemma == "perish" {
			return v.subject
		}
	}
	return nil
}

// assailant gives who did the harm that befell the verb's victims: "were killed when militants opened fire on them".
func (s *sentence) assailant(v *group) *group {
	if !v.passive && v.lemma != "die" && v.lemma != "perish" || s.hasPhrase(v, "by") {
		return nil
	}
	for k := v.index + 1; k+2 < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind, g.kind == verbKind && g.finite, g.kind == conjKind:
			return nil
		case g.lemma == "when" || g.kind == compKind && (g.lemma == "after" || g.lemma == "as"):
			for _, deed := range s.groups[k+2:] {
				if deed.kind == verbKind && deed.lemma != "" {
					if s.assaults(deed) {
						return deed.subject
					}
					return nil
				}
			}
		}
	}
	return nil
}

// assaults reports whether the verb tells of an attack.
func (s *sentence) assaults(v *group) bool {
	switch v.lemma {
	case "open_fire", "fire", "detonate", "storm", "overrun", "ambush", "attack", "raid", "strike", "hit", "shell", "bomb", "blow_up", "shoot", "descend", "assault", "target":
		return !v.passive
	case "open":
		return v.object != nil && v.object.lemma == "fire"
	}
	return false
}

// agents gives who did what the noun tells: "the attack on Y was carried out by X", "an offensive launched by X".
func (s *sentence) agents(g *group) []*group {
	for k := g.index + 1; k < len(s.groups) && k < g.index+8; k++ {
		if v := s.groups[k]; v.kind == verbKind && v.passive && v.subject == g && (v.lemma == "claim" || s.doc.reader.classes.any(v.lemma, "wage", "begin")) {
			return s.argumentsOf(v, "by")
		}
	}
	return nil
}

// subjectOver gives the subject of the verb on which a noun group depends: "with Turkish help, the GNA advanced".
func (s *sentence) subjectOver(role string, g *group) *group {
	prep := g.prep
	if prep == "" && g.index > 0 && s.groups[g.index-1].kind == prepKind {
		prep = s.groups[g.index-1].lemma
	}
	switch {
	case role == "head-under" && prep == "under":
		return s.antecedent(g.index - 1)
	case role == "with-vsubj" && prep != "with" && prep != "through" && prep != "by",
		role == "vsubj-under" && (prep != "under" || s.nounBefore(g) != nil && g.verb != nil && g.verb.object != nil),
		role == "head-under":
		return nil
	case role == "vsubj" && prep == "at" && s.dismayedAt(g):
		return nil // "left the talks in protest at the bombing of X"
	case role == "vsubj" && g.role != "obj" && prep != "in" && prep != "at" && (prep != "behind" || g.verb == nil || !g.verb.copula), role == "vsubj" && g.role != "obj" && g.verb != nil && s.doc.reader.classes.has("laud", g.verb.lemma):
		return nil
	}
	if g.verb == nil {
		return nil
	}
	if role == "with-vsubj" && prep == "by" && s.doc.reader.classes.has("displease", g.verb.lemma) {
		return nil // "angered by X's support for Y"
	}
	if role == "with-vsubj" && g.verb.passive && (s.doc.reader.frames.hostile(g.verb.lemma) || g.verb.subject != nil && s.doc.reader.frames.event(g.verb.subject.lemma)) {
		if by := s.argumentsOf(g.verb, "by"); len(by) == 1 {
			return by[0] // "was driven out by Y with X's help", "raids are led by Y with X's help": X helped the others
		}
		return nil
	}
	if (g.lemma == "siege" || g.lemma == "blockade") && g.role == "obj" && g.possessor == nil && s.doc.reader.classes.has("relieve", g.verb.lemma) {
		return nil
	}
	if role == "vsubj" && (g.role == "obj" && (s.looksOn(g.verb) || s.authored(g) || g.definite && s.doc.reader.classes.has("aside", g.verb.lemma) && !s.doc.reader.classes.has("support", g.lemma)) || g.verb.lemma == "hint" || g.verb.lemma == "allude" || g.role == "in" && g.verb.lemma == "remain") {
		return nil // who condemns an attack, survives or repels it is not who attacks
	}
	if g.verb.passive && role == "vsubj" && !s.doc.reader.classes.has("engaged", g.verb.lemma) {
		return nil
	}
	return g.verb.subject
}

// onSameSide reports whether what the verb tells is done "on the same side", or at somebody's: "at Iran's side".
func (s *sentence) onSameSide(v *group) bool {
	for k := v.last; k+1 < len(s.lower) && k < v.last+5; k++ {
		if s.lower[k] == "same" && (s.lower[k+1] == "side" || s.lower[k+1] == "team" || s.lower[k+1] == "camp") {
			return true
		}
	}
	return slices.ContainsFunc(v.args, func(a argument) bool { return a.noun.lemma == "side" && len(a.noun.actor) > 0 })
}

// together reports whether "together" or the like stands behind the verb group.
func (s *sentence) together(v *group) bool {
	for k := v.last; k < len(s.lower) && k < v.last+3; k++ {
		if slices.Contains([]string{"together", "jointly"}, s.lower[k]) {
			return true
		}
	}
	return false
}

// copulaBefore gives the "be" right before a noun group that is its complement.
func (s *sentence) copulaBefore(g *group) *group {
	if g.index == 0 || g.index >= len(s.groups) {
		return nil
	}
	v := s.groups[g.index-1]
	if v.kind == adverbKind && g.index > 1 {
		v = s.groups[g.index-2] // "are now allies"
	}
	if v.kind == verbKind && v.copula && v.complement == g {
		return v
	}
	return nil
}

// dismayedAt reports whether the noun group is what somebody protests at or is angry at.
func (s *sentence) dismayedAt(g *group) bool {
	over := s.nounBefore(g)
	if over == nil {
		return false
	}
	switch over.lemma {
	case "protest", "anger", "outrage", "dismay", "alarm", "fury", "horror", "concern", "shock", "indignation", "frustration":
		return true
	}
	return false
}
