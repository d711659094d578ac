package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// fictional reports whether the sentence tells of a novel, a hoax, a joke or a war game, or that something is wrongly
// said: whatever it says of ties is no report.
func (s *sentence) fictional() bool {
	classes := s.doc.reader.classes
	if s.corrects() || s.playedOut() || s.notTrue() || s.depicted() {
		return true
	}
	for i, word := range s.lower {
		proved := i > 0 && classes.has("untrue", word) && (s.lower[i-1] == "proved" || s.lower[i-1] == "proven") // "proved false"
		either := word == "wrongly" && i > 1 && (s.lower[i-1] == "or" || s.lower[i-1] == "and")                  // "rightly or wrongly"
		faked := (word == "fake" || word == "bogus" || word == "phoney" || word == "phony") && i+1 < len(s.lower) && classes.any(s.lemma(i+1), "writ", "showpiece")
		if proved || faked || classes.has("fiction", word) && !either && !s.forges(i) {
			return true
		}
	}
	return false
}

// forges reports whether "forged" at i tells of what is made, not of what is faked: "forged close ties".
func (s *sentence) forges(i int) bool {
	for k := i + 1; s.lower[i] == "forged" && k < len(s.lower) && k < i+5; k++ {
		if s.doc.reader.classes.has("forge", s.lemma(k)) {
			return true
		}
	}
	return false
}

// baseless reports whether the words before the noun for a claim say that nothing is in it: "there is no truth to the story that",
// "there is nothing to the theory that".
func (s *sentence) baseless(claim *group) bool {
	before := s.nounBefore(claim)
	if before == nil || claim.role != "to" && claim.role != "in" && claim.role != "behind" && claim.role != "for" {
		return false
	}
	switch before.lemma {
	case "nothing":
		return true
	case "truth", "basis", "substance", "foundation", "merit":
		return s.opensWith(before, "no")
	}
	return false
}

// falls reports whether what the verb's clause says of its subject, or of "it", is that it is not so: "is false that",
// "is a figment of", "does not exist", "never came".
func (s *sentence) falls(v *group) bool {
	classes := s.doc.reader.classes
	if v.copula && v.complement != nil {
		if negated := v.negated || s.lower[v.complement.first] == "the" && isNegation(s.lower[v.complement.first-1]); negated && v.complement.lemma == "case" {
			return true // "is simply not the case"
		}
		if v.negated && s.doc.reader.classes.has("verified", v.complement.lemma) {
			return true // "is not true"
		}
		return !v.negated && (classes.has("untrue", v.complement.lemma) || v.complement.lemma == "news" && s.precededBy(v.complement, "fake"))
	}
	if _, off := s.mooted(v); off || v.copula && !v.negated && s.unfoundedBehind(v.last) {
		return true
	}
	if next := v.index + 1; s.doc.reader.classes.has("fail", v.lemma) && next < len(s.groups) && s.groups[next].infinitive && s.doc.reader.classes.has("occur", s.groups[next].lemma) {
		return !v.negated // "failed to materialise"
	}
	negated := s.negates(v) && !s.shouldHave(v)
	return negated && (classes.has("occur", v.lemma) || v.lemma == "take" && v.object != nil && v.object.lemma == "place")
}

// unfoundedBehind reports whether the words at i say that there is nothing in it: "are without foundation".
func (s *sentence) unfoundedBehind(i int) bool {
	for ; i < len(s.lower) && s.tokens[i].Tag == text.RB; i++ {
	}
	if i+1 >= len(s.lower) || s.lower[i] != "without" {
		return false
	}
	for k := i + 1; k < len(s.lower) && k < i+4; k++ {
		switch s.lower[k] {
		case "foundation", "basis", "merit", "substance", "truth":
			return true
		}
	}
	return false
}

// onPaper reports whether "only" stands behind the verb: "exists only on paper".
func (s *sentence) onPaper(v *group) bool {
	return s.doc.reader.classes.has("occur", v.lemma) && v.last < len(s.lower) && s.lower[v.last] == "only"
}

// belied reports whether the verb that says, or one above it, is itself said to be wrong: "it is a lie that", "it would be
// absurd to say that", "nobody has shown that".
func (s *sentence) belied(up *group) bool {
	if up != nil && up.infinitive && s.doc.reader.classes.any(up.lemma, "deny", "doubt", "contest", "aware") {
		return false // "it would be absurd to deny that"
	}
	for depth := 0; up != nil && depth < 3; depth++ {
		if s.falls(up) || up.subject != nil && s.doc.reader.classes.has("nobody", s.lower[up.subject.first]) {
			return true
		}
		if c := up.complement; up.copula && c != nil && (s.doc.reader.classes.has("nobody", s.lower[c.first]) || s.lower[c.first] == "no" && s.doc.reader.classes.has("grounds", c.lemma)) {
			return true // "there is nothing to suggest that", "there is no reason to believe that"
		}
		if over := up.governor; up.gerund && over != nil && (over.lemma == "err" || over.lemma == "mistake" && over.passive || over.copula && !over.negated && over.complement != nil && (over.complement.lemma == "mistaken" || s.doc.reader.classes.has("untrue", over.complement.lemma))) {
			return true // "erred in reporting that"
		}
		if !up.infinitive {
			return false
		}
		up = up.governor
	}
	return false
}

// lies tells the verbs of not telling the truth about something.
func lies(lemma string) bool { return lemma == "lie" || lemma == "mislead" || lemma == "fantasise" }

// corrects reports whether the sentence takes back what the article said before: "an earlier version of this article said".
func (s *sentence) corrects() bool {
	for i, word := range s.lower {
		switch word {
		case "version":
			if i > 0 && (s.lower[i-1] == "earlier" || s.lower[i-1] == "previous") {
				return true
			}
		case "corrected", "correction", "clarification":
			if i == 0 || slices.Contains(s.lower, "article") || slices.Contains(s.lower, "story") {
				return true
			}
		}
	}
	return false
}

// norBefore reports whether "nor" and an auxiliary stand before the verb's subject: "nor do we train it".
func (s *sentence) norBefore(v *group) bool {
	if v.subject == nil || v.subject.index > v.index || v.subject.index < 1 {
		return false
	}
	aux := s.groups[v.subject.index-1]
	if s.wordsBefore(aux.first, "not", "once") {
		return true // "not once did it arm"
	}
	return aux.kind == verbKind && aux.first > 0 && (s.lower[aux.first-1] == "never" || s.lower[aux.first-1] == "nowhere" || s.lower[aux.first-1] == "nor" || s.lower[aux.first-1] == "neither" || s.lower[aux.first] == "nor")
}

// unsaid reports whether what is said is not said in earnest, or not at all: "to say that X arms Y is to insult X", "has yet
// to prove that", "apologised for saying that", "doubts that", "it is unlikely that".
func (s *sentence) unsaid(up *group) bool {
	if up == nil {
		return false
	}
	over := up.governor
	switch classes := s.doc.reader.classes; {
	case up.link == conditional && (up.subject == nil || up.subject.first == 0 || s.lower[up.subject.first-1] != "as"), s.supposed(up), s.disbelieved(up), up.copula && s.lower[up.first] == "were" && (up.subject == nil || up.subject.index > up.index),
		up.gerund && over != nil && classes.has("retract", over.lemma):
		return true // "if it were true that"
	case s.nobody(up.subject) && !classes.has("report", up.subject.lemma):
		return true // "not a single witness said that"
	case up.infinitive && over != nil && over.copula && s.lower[over.first] == "were" && over.index == 0:
		return true // "were it to be shown that"
	case up.infinitive && s.tooSoon(over):
		return true
	case up.infinitive && over == nil && up.index <= 1:
		return true
	case up.infinitive && over != nil && slices.Contains(s.lower[over.first:min(over.last+1, len(s.lower))], "yet"):
		return true
	case lies(up.lemma) && !up.negated, s.hardlySays(up):
		return true
	case up.gerund && over != nil && (over.lemma == "apologise" || over.lemma == "apologize" || over.lemma == "regret" || over.lemma == "stop"):
		return true
	case classes.has("doubt", up.lemma) && !up.negated && !s.nobody(up.subject):
		return true
	case up.copula && !up.negated && up.complement != nil && classes.has("unlikely", up.complement.lemma):
		return true
	}
	return false
}

// shaky reports whether the evidence that a clause tells of is said to be weak: "evidence that X arms Y is thin".
func (s *sentence) shaky(v *group) bool {
	if v.report == nil {
		return false
	}
	for k := v.index + 1; k < len(s.groups); k++ {
		if g := s.groups[k]; g.kind == verbKind && g.finite {
			return g.copula && !g.negated && g.complement != nil && s.doc.reader.classes.has("flimsy", g.complement.lemma)
		}
	}
	return false
}

// unreal reports whether the verb group tells what did not come about: "would have armed".
func (s *sentence) unreal(v *group) bool {
	for i := v.first; i < v.head; i++ {
		if s.lower[i] == "have" || s.lower[i] == "ve" || s.lower[i] == "'ve" || s.lower[i] == "’ve" {
			return s.lower[v.first] != "will"
		}
	}
	return false
}

// emerging gives the noun for what is told that stands far before its clause: "no evidence has emerged that".
func (s *sentence) emerging(up *group) *group {
	if up == nil || up.subject == nil || !s.doc.reader.classes.has("emerge", up.lemma) && (!up.passive || s.doc.reader.classes.any(up.lemma, "deny", "debunk", "accuse")) || !s.doc.reader.classes.has("report", up.subject.lemma) {
		return nil
	}
	return up.subject
}

// excepted reports whether the noun group is left out of those that the sentence tells of: "all but Algeria".
func (s *sentence) excepted(g *group) bool {
	if g.first < 2 || s.lower[g.first-1] != "but" {
		return false
	}
	for i := g.first - 2; i > 0 && i > g.first-5 && s.nameAt(i) == nil && !s.tokens[i].Tag.IsVerb(); i-- {
		if s.lower[i-1] == "all" || s.lower[i-1] == "every" {
			return true // "all its neighbours but Algeria"
		}
	}
	switch s.lower[g.first-2] {
	case "all", "everybody", "everyone", "nobody", "none", "anybody", "anyone":
		return true
	}
	return false
}

// supposed reports whether the verb's subject stands behind its auxiliary at the start of a clause, which makes the clause
// a condition: "Had X armed Y", "Should X attack Y".
func (s *sentence) supposed(v *group) bool {
	if v.subject == nil || v.subject.index == 0 || v.subject.index > v.index {
		return false
	}
	k := v.subject.index - 1
	switch s.lower[s.groups[k].first] {
	case "had", "should", "were":
		if s.lower[s.groups[k].first] == "had" && s.unrealAhead(k) {
			return true // "would have left had X armed Y"
		}
		if s.lower[s.groups[k].first] == "should" && k > 0 && s.groups[k-1].kind == nounKind && s.groups[k].kind == verbKind {
			return true // "warned of consequences should X attack"
		}
		return s.groups[k].kind == verbKind && (k == 0 || s.groups[k-1].kind == commaKind || s.groups[k-1].kind == compKind || s.groups[k-1].kind == quoteKind || s.groups[k-1].kind == conjKind)
	}
	return false
}

// provenBy reports whether the clause of the "if" at i asks for no more than that a report, or what is told, be true.
func (s *sentence) provenBy(i int) bool {
	for k := i + 1; k+1 < len(s.lower) && k < i+6 && s.words[k] != ","; k++ {
		if s.lower[k] != "is" && s.lower[k] != "are" && s.lower[k] != "was" && s.lower[k] != "were" && s.lower[k] != "proves" {
			continue
		}
		return s.doc.reader.classes.has("report", s.lemma(k-1)) && (s.doc.reader.classes.has("verified", s.lower[k+1]) || s.lower[k+1] == "right" || s.lower[k+1] == "correct")
	}
	return false
}

// unverified reports whether the sentence tells of something that is yet to be confirmed: "if true, it would be the first
// time".
func (s *sentence) unverified() bool {
	for i := 0; i+3 < len(s.lower); i++ {
		if s.lower[i] == "to" && s.lower[i+1] == "be" && s.lower[i+2] == "believed" {
			return true // "if X is to be believed"
		}
		if s.lower[i] == "if" && s.provenBy(i) {
			return true // "if the report is right"
		}
		if s.lower[i] == "if" && s.doc.reader.classes.has("verified", s.lower[i+1]) ||
			s.lower[i] == "would" && s.lower[i+1] == "be" && s.lower[i+2] == "the" && s.lower[i+3] == "first" {
			return true
		}
	}
	return false
}

// calledUntrue reports whether what the verb's clause is the subject of is said to be wrong: "the idea that X arms Y is
// absurd", "the claim that X arms Y has been debunked".
func (s *sentence) calledUntrue(v *group) bool {
	if v.link == toLink && v.governor != nil && v.governor.link == thatLink {
		v = v.governor
	}
	if v.link != thatLink && v.link != relativeLink && !v.gerund {
		return false
	}
	for k := v.index + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case nounKind, prepKind:
		case verbKind:
			if !g.finite && g.governor == v {
				continue // "lets X arm Y"
			}
			return s.provesUntrue(g) || g.finite && (s.falls(g) || g.passive && !g.negated && s.doc.reader.classes.has("debunk", g.lemma))
		default:
			return false
		}
	}
	return false
}

// provesUntrue reports whether the verb says that its subject came out as wrong: "turned out to be false".
func (s *sentence) provesUntrue(v *group) bool {
	if v.negated || v.lemma != "prove" && v.lemma != "turn" && v.lemma != "turn_out" {
		return false
	}
	behind := s.lower[v.last:min(v.last+4, len(s.lower))]
	return slices.ContainsFunc(behind, func(word string) bool { return s.doc.reader.classes.has("untrue", word) })
}

// misses reports whether the gerund behind the preposition at k stands behind words that tell that it did not come to it:
// "came close to capturing", "dreamed of capturing", "voted against sending", "had no part in arming", "was cleared of
// arming", "rather than arming", "steered clear of arming".
func (s *sentence) misses(k int, up *group, prep string) bool {
	if k > 0 && s.groups[k-1].kind == nounKind && s.lower[s.groups[k-1].first] == "no" {
		return !s.doc.reader.classes.has("qualm", s.groups[k-1].lemma)
	}
	word := ""
	if k >= 0 && s.groups[k].first > 0 {
		word = s.lower[s.groups[k].first-1]
	}
	switch prep {
	case "close_to", "closer_to", "nearer_to", "near", "instead_of", "without", "out_of":
		return true
	case "to":
		return up != nil && !up.negated && (up.lemma == "object" || up.lemma == "oppose" && up.passive || s.doc.reader.classes.kind("disposed", word) == "denied") // "is opposed to sending"
	case "from":
		return word == "far"
	case "at":
		return up != nil && up.lemma == "draw" && up.object != nil && up.object.lemma == "line" // "drew the line at sending"
	case "than":
		return word == "rather"
	case "against":
		return up == nil || up.lemma != "warn"
	case "of":
		if word == "clear" || word == "short" || k > 1 && s.groups[k-1].kind == nounKind && s.groups[k-2].lemma == "within" && up != nil && (up.lemma == "come" || up.lemma == "get" || up.copula) {
			return true // "came within hours of attacking"
		}
	}
	return up != nil && (prep == "of" || prep == "about" || prep == "at") && s.doc.reader.classes.any(up.lemma, "dream", "acquit")
}

// stopped reports whether the verb says that something did stop, and not that it is to: "must stop", "urged X to stop".
func (s *sentence) stopped(v *group) bool {
	if v.modal != "" || s.negates(v) {
		return false
	}
	up := v.governor
	return !v.infinitive || up != nil && (s.doc.reader.classes.any(up.lemma, "help", "begin") || up.lemma == "manage")
}

// onlyWith reports whether "without" goes with the negated verb: "could not have taken X without Y" does not deny it, nor does
// "without Y they could not have taken X".
func (s *sentence) onlyWith(v *group) bool {
	return slices.ContainsFunc(v.args, func(a argument) bool { return a.prep == "without" }) ||
		slices.ContainsFunc(s.groups[:v.index], func(g *group) bool { return g.kind == nounKind && g.role == "without" && g.verb == v })
}

// idleDenial reports whether the denial is one that is not made: "neither confirmed nor denied", "no longer denies", "did not deny", "no one denied".
func (s *sentence) idleDenial(v *group) bool {
	before := s.lower[max(v.first-2, 0):v.last]
	if v.first > 1 && before[1] == "or" && (before[0] == "confirm" || before[0] == "admit") {
		return true // "declined to confirm or deny"
	}
	return s.negates(v) || s.nobody(v.subject) || slices.Contains(before, "nor") || slices.Contains(before, "longer")
}

// joinsIn reports whether somebody is joined in a deed and not as a member: "joined X in condemning".
func (s *sentence) joinsIn(v *group) bool {
	if v.lemma != "join" || v.object == nil {
		return false
	}
	next := v.object.index + 1
	return next+1 < len(s.groups) && s.groups[next].lemma == "in" && s.groups[next+1].kind == verbKind
}

// thenOf reports whether "of" and a deed follow the verb's object: "cleared X of arming".
func (s *sentence) thenOf(v *group) bool {
	if v.object == nil {
		return false
	}
	next := v.object.index + 1
	return next+1 < len(s.groups) && s.groups[next].lemma == "of" && s.groups[next+1].gerund
}

// quarrels reports whether the verb's hostility is one of words or games: "fought over the price of fish", "attacked Russia
// over its record".
func (s *sentence) quarrels(v *group, object ref) bool {
	return v.kind == verbKind && slices.ContainsFunc(v.args, func(a argument) bool {
		return a.prep == "over" && a.noun != object.group && len(a.noun.place) == 0 && !s.doc.reader.frames.event(a.noun.lemma) && !s.doc.reader.classes.any(a.noun.lemma, "place", "quantity", "time")
	})
}

// onlyWords reports whether what is supported is somebody's proposal and not his cause: "supports Russia's proposal".
func (s *sentence) onlyWords(v *group, object ref) bool {
	o := v.object
	return v.kind == verbKind && o != nil && o.possessor != nil && o.possessor == object.group && !s.doc.reader.classes.any(o.lemma, "cause", "force", "government")
}

// introduces reports whether the verb tells which rebels are meant, who are then none that were named before: "rebels armed
// by X".
func (s *sentence) introduces(v *group) bool {
	g := v.subject
	return v.kind == verbKind && v.passive && v.link == relativeLink && g != nil && v.index == g.index+1 && g.first == g.head &&
		s.doc.reader.classes.has("rebels", g.lemma) && len(g.names) == 0
}

// mediates reports whether the support is for talks, not for who talks: "a truce between X and Y, brokered with the
// support of Z".
func (s *sentence) mediates(g *group) bool {
	return g.kind == nounKind && g.role == "with" && g.verb != nil && s.doc.reader.classes.has("mediate", g.verb.lemma)
}

// offTarget gathers the checks on a verb that turn a frame down although its slots are filled.
func (s *sentence) offTarget(f *frame, anchor *group, object ref) bool {
	switch f.relation {
	case graph.Fights, graph.Attacked:
		return s.quarrels(anchor, object) || f.rule == "attacked.launch" && s.hosted(anchor, object)
	case graph.DeployedTo:
		if s.leavesAlone(anchor) {
			return true
		}
		return anchor.lemma == "use" && f.rule == "deployed_to.keeps-base" && s.denialOver(anchor.first) != nil // who does not use a base may keep it
	case graph.Controls:
		if s.holdsResponsible(anchor) {
			return true
		}
		return anchor.kind == nounKind && anchor.verb != nil && anchor.verb.lemma == "wash" // its hands of a place
	case graph.WithdrewFrom:
		return anchor.lemma == "leave" && anchor.object != nil && anchor.object.last < len(s.lower) && s.lower[anchor.object.last] == "alone"
	case graph.Captured:
		if anchor.lemma == "take" && (len(s.argumentsOf(anchor, "to")) > 0 || s.isTerritory(object) && slices.ContainsFunc(anchor.args, func(a argument) bool { return a.prep == "into" || a.prep == "for" || a.prep == "off" })) {
			return true // "took Israel to court", "took Syria into the war"
		}
		return anchor.lemma == "clear" && s.thenOf(anchor)
	case graph.MemberOf:
		return anchor.kind == verbKind && (s.joinsIn(anchor) || anchor.object != nil && s.headName(anchor.object) == nil && (anchor.object.lemma == "war" || anchor.object.lemma == "conflict")) // "entered the war"
	case graph.Backs:
		if over := object.group; over.role != "obj" && over.index > anchor.index && s.nounBefore(over) != nil && s.nounBefore(over) != anchor && s.doc.reader.classes.has("inflicted", s.nounBefore(over).lemma) && s.groups[over.index-1].lemma == "of" {
			return true // "support for the bombing of Serbia"
		}
		if f.rule == "backs.receive" && anchor.negated && anchor.object != nil && s.doc.reader.classes.has("force", anchor.object.lemma) {
			return true // "would not accept NATO troops" turns down no support
		}
		if s.helpsOthers(anchor, object) || anchor.lemma == "clear" && len(s.argumentsOf(anchor, "of")) > 0 {
			return true
		}
		return f.phase == graph.Ended && anchor.kind == verbKind && !s.stopped(anchor) || s.introduces(anchor) || strings.HasPrefix(f.rule, "backs.support") && s.onlyWords(anchor, object) || s.mediates(anchor)
	}
	return false
}
