package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// underIntent takes what a noun or an adjective before an infinitive does to a tie: "a plan to arm X", "a plea to France
// to support X", "ready to arm X", "reluctant to arm X".
func (s *sentence) underIntent(v *group, q *qualifier) {
	for k := v.index - 1; k >= 0 && k >= v.index-5; k-- {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			if s.candidacy(g, v, q) || s.underIntentNoun(g, q) || k == 0 || s.groups[k-1].kind != prepKind {
				return
			}
		case prepKind, adverbKind:
		case adjKind:
			if g.first > 0 && s.lower[g.first-1] == "too" {
				q.void = true // "too weak to arm X"
				return
			}
			s.underWill(g, q)
			return
		default:
			return
		}
	}
}

// underIntentNoun takes what a noun before an infinitive does to a tie, and reports whether it is one that does so.
func (s *sentence) underIntentNoun(g *group, q *qualifier) bool {
	classes := s.doc.reader.classes
	switch intends := s.intention(g); {
	case g.role == "as" && (g.lemma == "pretext" || g.lemma == "excuse"): // "took the riots as a pretext to seize X"
	case s.lower[g.first] == "no" && (intends || g.lemma == "position" || g.lemma == "means" || g.lemma == "way"):
		q.deny() // "had no plans to", "is in no position to"
	case classes.has("report", g.lemma) && (g.lemma == "claim" || g.lemma == "boast" || g.lemma == "assertion"):
		q.allege(graph.Claimed) // "its claim to have captured"
	case intends && g.verb != nil && g.role == "obj" && classes.has("resist", g.verb.lemma) && !g.verb.negated:
		q.deny() // "resisted pressure to send"
	case s.reversed(g):
		q.void = true
	case classes.has("accord", g.lemma):
		q.allege(graph.Planned) // "is in talks to sell jets to X"
	case g.lemma == "right" && g.verb != nil && g.role == "obj":
		q.allege(graph.Planned) // "reserves the right to"
	case s.latent(g, q):
	case !intends:
		return false
	case q.polarity == graph.Denied && (classes.has("demand", g.lemma) || g.lemma == "pressure" || g.lemma == "plea"):
		q.void = true // "pressure on X not to arm Y" does not say that it does
	default:
		s.underIntention(g, q)
	}
	return true
}

// reversed reports whether the decision or the plan that the noun names is put off, dropped or stepped back from: "reversed its decision to
// arm X", "backed down from its threat to bomb X".
func (s *sentence) reversed(g *group) bool {
	v, classes := g.verb, s.doc.reader.classes
	return v != nil && (undergoes(g, v) && classes.any(v.lemma, "defer", "forsake") || g.role == "from" && classes.has("recede", v.lemma))
}

// underIntention takes what a word for a plan, an attempt or a demand makes of what its infinitive tells.
func (s *sentence) underIntention(g *group, q *qualifier) {
	s.underNoun(g, q)
	switch g.lemma {
	case "attempt", "bid", "effort":
		s.tried(g, q)
	case "failure", "inability":
		q.deny()
	case "ultimatum":
		q.allege(graph.Threatened)
	case "plea", "order", "pressure":
		q.allege(graph.Demanded)
	}
}

// intention reports whether the noun tells of what is not yet done: "plan", "offer", "plea".
func (s *sentence) intention(g *group) bool {
	if g.first > 0 && s.lower[g.first-1] == "in" {
		return false // "in order to"
	}
	return s.doc.reader.classes.has("intention", g.lemma)
}

// aim tells the nouns for what somebody sets out to do.
func aim(lemma string) bool { return lemma == "goal" || lemma == "aim" || lemma == "objective" }

// underWill: "ready to arm X" plans it, "unwilling to arm X" does not.
func (s *sentence) underWill(g *group, q *qualifier) {
	s.colour(s.doc.reader.classes.kind("disposed", g.lemma), q)
	q.unable = q.unable || g.lemma == "unable" || g.lemma == "powerless"
}

// intends takes the modality that a verb of giving has itself: "pledged support to Chad".
func (s *sentence) intends(f *frame, v *group, q *qualifier) {
	if q.resolved && (f.relation == graph.Attacked || f.relation == graph.Backs && !s.doc.reader.classes.has("standby", v.lemma)) {
		q.allege(graph.Planned) // "is determined to arm X", but who is determined to take a town is at it
	}
	if f.relation == graph.Opposes || f.relation == graph.AlliedWith || f.relation == graph.Leads || f.relation == graph.MemberOf {
		return
	}
	if f.relation == graph.Fights {
		s.unbeaten(v, q)
	}
	if f.relation != graph.Backs {
		switch v.lemma {
		case "pledge", "promise", "offer":
			q.allege(graph.Offered)
		case "consider", "plan", "weigh", "mull", "contemplate", "propose", "prepare", "discuss":
			q.allege(graph.Planned)
		case "threaten":
			q.allege(graph.Threatened)
		case "claim":
			if f.relation != graph.Attacked {
				q.allege(graph.Claimed) // but who claims responsibility for an attack says that it is his
			}
		}
		return
	}
	switch class := s.doc.reader.classes; {
	case class.has("offer", v.lemma):
		if v.lemma != "offer" || v.infinitive || v.object == nil || !class.has("shelter", v.object.lemma) {
			q.allege(graph.Offered) // but who "offered the rebels sanctuary" gave it
		}
	case class.has("demand", v.lemma) && !f.doneBy(v.lemma):
		q.allege(graph.Demanded)
	case class.has("plan", v.lemma) && v.lemma != "commit":
		q.allege(graph.Planned)
	}
}

// unbeaten lets a fight stand where only that it was won is denied: who "failed to crush the rebels" or "could not contain" them fought
// them.
func (s *sentence) unbeaten(v *group, q *qualifier) {
	if q.polarity != graph.Denied || q.speaker != "" || !s.doc.reader.classes.has("overcome", v.lemma) {
		return
	}
	could := slices.ContainsFunc(s.lower[v.first:v.last], func(word string) bool { return word == "could" || word == "can" || word == "cannot" })
	if q.failed || q.unable || v.negated && could {
		q.polarity, q.failed = graph.Affirmed, false
	}
}

// presume undoes the modality of what is only planned to grow: who pledges to increase aid gives aid.
func presume(q *qualifier) {
	switch {
	case q.polarity == graph.Denied:
		q.void = true // "did not increase aid" says nothing of the aid
	case q.modality == graph.Planned || q.modality == graph.Offered || q.modality == graph.Demanded:
		q.polarity, q.modality, q.phase = graph.Affirmed, "", graph.Ongoing
	}
}

// availed reports whether the verb says that somebody had the chance to do what an infinitive tells, and did it: "took advantage
// of the chaos to", "seized the opportunity to", "exploited the lull to".
func (s *sentence) availed(up *group) bool {
	if up.object == nil || up.passive || up.negated {
		return false
	}
	switch up.lemma {
	case "take", "seize", "use", "exploit", "grab", "grasp":
	default:
		return false
	}
	return s.doc.reader.classes.has("respite", up.object.lemma)
}

// turnsOut reports whether the infinitive tells, behind "only" and a comma or with the time that passed, what happened next: "signed
// the truce only to break it a week later".
func (s *sentence) turnsOut(v *group) bool {
	if v.first < 2 || s.lower[v.first-1] != "only" {
		return false
	}
	if s.tokens[v.first-2].Tag == text.Comma {
		return true
	}
	for i := v.last; i < len(s.lower) && i < v.last+12; i++ {
		switch s.lower[i] {
		case "later", "again", "afterwards":
			return true
		}
	}
	return false
}

// tells reports whether the verb is that of "what X did was to", behind which stands what was done.
func (s *sentence) tells(up *group) bool {
	if !up.copula || up.negated || up.first == 0 || up.last-up.first < 2 {
		return false
	}
	return s.lower[up.first] == "did" || s.lower[up.first] == "does"
}

// underInfinitive: the tie is what a verb before "to" is about.
func (s *sentence) underInfinitive(v, up *group, q *qualifier) {
	if up == nil {
		q.purpose = true
		return
	}
	class := s.doc.reader.classes
	switch {
	case (up.lemma == "have" || up.copula) && slices.Contains(s.lower[up.first:up.last+1], "yet"):
		q.deny() // "has yet to capture"
	case class.any(up.lemma, "plan", "demand") && up.negated && up.object != nil && up.object == v.subject && q.polarity == graph.Affirmed:
		q.allege(graph.Planned) // "does not want X to send": somebody may
		q.unwanted = true
	case s.foundSo(v, up, "unfeasible"):
		q.deny() // "found it impossible to arm"
	case s.foundSo(v, up, "awkward"):
		q.void = true // "found it hard to arm", "thought it unwise to arm"
	case s.tells(up): // "what X did was to arm Y"
	case s.turnsOut(v): // "retook Seoul, only to lose it again"
	case s.availed(up): // "took advantage of the lull to capture"
	case up.lemma == "do" && up.object != nil && up.object.lemma == "nothing":
		q.deny() // "did nothing to help"
	case up.lemma == "have" && v.lemma == "do" && up.object != nil && up.object.lemma == "nothing":
		q.deny() // "had nothing to do with"
	case up.lemma == "have" && s.givenTime(up), s.underDeadline(v, up):
		q.allege(graph.Demanded) // "has until Friday to leave"
	case q.polarity == graph.Denied && up.passive && (up.lemma == "tell" || up.lemma == "warn"):
		q.void = true // "was told not to arm"
	case up.lemma == "do" && up.last < len(s.lower) && s.lower[up.last] == "little":
		q.void = true
	case class.has("defer", up.lemma), up.lemma == "put" && up.last < len(s.lower) && s.lower[up.last] == "off":
		q.void = true // "held off arming"
	case up.lemma == "go" && s.tokens[up.head].Tag == text.VBG && up.link != prepositional, up.lemma == "like" && up.modal == "would":
		q.allege(graph.Planned) // "was going to arm"
	case v.gerund && up.lemma == "provide":
		q.allege(graph.Planned)
	case class.has("entitle", up.lemma) && (!up.finite || s.tokens[up.first].Tag != text.VBD || up.lemma == "entitle"), up.lemma == "let" && s.laysDown(up.subject):
		q.allege(graph.Planned) // "the treaty allows X to arm Y", "the law lets X arm Y"
	case up.copula && slices.Contains(s.lower[up.first:up.last+1], "about"):
		q.allege(graph.Planned) // "was about to attack"
	case v.first > 0 && s.lower[v.first-1] == "whether" && up.negated:
		q.void = true // "has not decided whether to send"
	default:
		s.underOpinion(v, up, q)
	}
}

// underOpinion: the tie is what somebody feels driven to, or what others think, say or deny of him: "is understood to have captured".
func (s *sentence) underOpinion(v, up *group, q *qualifier) {
	class := s.doc.reader.classes
	switch {
	case up.subject != nil && s.intention(up.subject) && up.object == nil && !up.passive && class.has("swell", up.lemma):
		s.underNoun(up.subject, q) // "pressure is mounting on X to send"
		if up.subject.lemma == "pressure" {
			q.allege(graph.Demanded)
		}
	case v.infinitive && v.index == up.index+1 && class.has("disposed", s.lower[up.head]):
		s.colour(class.kind("disposed", s.lower[up.head]), q) // "was inclined to arm"
	case v.gerund && up.lemma == "escape":
		q.deny() // "narrowly escaped being captured"
	case v.gerund && up.lemma == "risk":
		q.allege(graph.Suspected)
	case class.has("incite", up.lemma) && up.object != nil && up.object == v.subject:
		if up.lemma == "dare" || up.lemma == "challenge" || up.lemma == "defy" {
			q.allege(graph.Demanded) // "dared X to attack"
		}
	case s.meantTo(v, up, q):
	case up.passive && up.lemma == "tell" && v.infinitive && !s.perfect(v):
		q.allege(graph.Demanded) // "was told to leave"
	case s.setsOut(v, up):
		q.attempt = true
	case v.infinitive && v.index == up.index+1 && !up.passive && class.has("scheme", up.lemma):
		if q.allege(graph.Planned); s.negates(up) {
			q.void = true // "did not mean to arm X"
		}
	case up.passive && class.has("repute", up.lemma):
		q.allege(graph.Suspected) // "is understood to have captured"
	case up.lemma == "estimate" || up.passive && knows(up.lemma): // "an estimated 300 soldiers", "is known to arm"
	case up.passive && class.has("suspect", up.lemma), up.lemma == "appear" || up.lemma == "seem":
		q.allege(graph.Suspected)
	case up.passive && class.any(up.lemma, "accuse", "claim", "say"):
		if up.lemma != "confirm" {
			q.allege(graph.Claimed)
		}
	case class.has("claim", up.lemma):
		q.allege(graph.Claimed) // "claims to have captured"
		q.speaker = s.speakerOf(up)
	case class.has("deny", up.lemma):
		q.deny()
		q.speaker = s.speakerOf(up)
	default:
		s.underEffort(v, up, q)
	}
}

// underEffort: the tie is what somebody tries, plans, demands, begins or ends, or does for an end.
func (s *sentence) underEffort(v, up *group, q *qualifier) {
	class := s.doc.reader.classes
	switch {
	case v.gerund && class.has("resist", up.lemma) && !up.negated:
		q.deny() // "resisted arming"
	case class.has("forbid", up.lemma) && (up.passive || v.infinitive):
		q.void = true // "was forbidden to arm"
	case class.has("rehearse", up.lemma), up.object != nil && class.has("rehearsal", up.object.lemma) && class.has("stage", up.lemma):
		q.void = true // "practised repelling", "staged drills to retake"
	case class.has("fail", up.lemma):
		q.deny()
		q.failed = up.lemma == "fail"
	case class.has("attempt", up.lemma), up.lemma == "push" && up.object == nil && !up.passive, class.has("stand", up.lemma) && class.has("incumbency", v.lemma):
		q.attempt = true
		q.purpose = up.lemma == "fight" || up.lemma == "battle"
	case s.aims(up):
		q.purpose = true // "launched an assault aiming to retake"
	case up.lemma == "vote" && v.gerund && up.last < len(s.lower) && s.lower[up.last] == "down":
		q.deny() // "voted down sending"
	case class.any(up.lemma, "plan", "moot"), up.lemma == "vote", up.object != nil && class.has("writ", up.object.lemma) && class.has("issue", up.lemma) && (v.first == 0 || s.lower[v.first-1] != "order"):
		q.allege(graph.Planned) // "passed a bill to arm X"
	case s.standGuard(v): // "sent troops to fight in X"
	case q.polarity == graph.Denied && (up.lemma == "warn" || class.has("demand", up.lemma)):
		q.void = true // "urged X not to arm Y" does not say that it does
	case class.has("threaten", up.lemma):
		q.allege(graph.Threatened)
	case class.has("offer", up.lemma):
		q.allege(graph.Offered)
	case s.commands(up):
		if v.object != nil && (len(v.object.place) > 0 || v.object.lemma == "control") && s.doc.reader.frames.calledBy(v.lemma, "captured.verb") {
			q.allege(graph.Planned) // "ordered its forces to capture"
		}
	case class.has("demand", up.lemma), up.lemma == "tell" && v.infinitive:
		q.allege(graph.Demanded)
		q.speaker = s.speakerOf(up)
	case class.has("ruleout", up.lemma):
		q.deny()
	case up.lemma == "use" && up.object == nil && !up.passive:
		q.phase = graph.Ended // "used to back"
	case class.has("begin", up.lemma) && up.object == nil && !up.passive:
		q.phase = graph.Started
	case class.has("end", up.lemma) && up.object == nil:
		q.phase = graph.Ended
	case up.lemma == "continue" || v.gerund && (up.lemma == "keep" || up.lemma == "end_up" || up.lemma == "go_on"):
		q.phase = graph.Ongoing
	case class.has("brace", up.lemma) || up.lemma == "gear":
		q.allege(graph.Planned)
	case up.lemma == "ought":
		q.allege(graph.Demanded)
	case up.lemma == "oblige" || up.lemma == "require" || up.lemma == "bind" || up.lemma == "commit":
		q.allege(graph.Planned) // "the treaty obliges France to defend Chad"
	case s.able(up) && present(s.lower[up.first]):
		q.allege(graph.Suspected) // "is able to arm"
	case up.copula && up.complement != nil && up.complement.kind == adjKind: // "was poised to", as underIntent took it
	case s.oughtTo(v, up):
		q.allege(graph.Demanded) // "has to leave", "needs to arm"
	case class.any(up.lemma, "help", "merge") || class.has("splinter", up.lemma) && class.has("found", v.lemma) || up.lemma == "have" || up.lemma == "manage" || up.lemma == "come" || up.lemma == "go" || up.lemma == "proceed" || up.lemma == "happen" || up.lemma == "force" || s.able(up):
	case v.gerund && v.index == up.index+1 && !up.copula && !class.has("indulge", up.lemma):
		q.void = true // "condemned arming X"
	default:
		q.purpose = !s.perfected(v) && !(q.attempt && up.lemma == "make") // not "regretted having captured"
	}
}

// knows tells the verbs in the passive before "to" that take what follows for true: "is known to have armed".
func knows(lemma string) bool {
	switch lemma {
	case "know", "find", "show", "prove", "see", "reveal", "confirm":
		return true
	}
	return false
}

// commands reports whether the verb orders one's own forces, who do as they are told: "ordered its troops to attack".
func (s *sentence) commands(v *group) bool {
	if v.lemma != "order" && v.lemma != "command" && v.lemma != "direct" {
		return false
	}
	return v.object != nil && !v.negated && s.doc.reader.classes.has("force", v.object.lemma) && !s.ofAnother(v.subject, v.object)
}

// ofAnother reports whether the forces are those of another state than the one that acts.
func (s *sentence) ofAnother(state, forces *group) bool {
	if state == nil || len(state.actor) != 1 || len(forces.actor) == 0 {
		return false
	}
	a := state.actor[0].id
	own := []graph.ID{a}
	if !s.doc.isState(a) {
		own = s.leadOf(a) // "Kabila ordered all Rwandan troops to leave"
	}
	return len(own) > 0 && slices.ContainsFunc(own, s.doc.isState) && !slices.ContainsFunc(forces.actor, func(r ref) bool { return slices.Contains(own, r.id) || !s.doc.isState(r.id) })
}

// able reports whether the verb is the "be" of "was able to", which what follows was.
func (s *sentence) able(v *group) bool {
	return v.lemma == "be" && v.complement != nil && v.complement.kind == adjKind && v.complement.lemma == "able"
}

// mooted reports whether the verb says that something is talked about, "is on the table", "is under discussion", or that it
// is out of the question.
func (s *sentence) mooted(v *group) (on, off bool) {
	if !v.copula && v.lemma != "stay" && v.lemma != "take" {
		return false, false
	}
	for _, a := range v.args {
		switch a.prep + " " + a.noun.lemma {
		case "on agenda", "on table", "on card", "on horizon", "under discussion", "under consideration", "in work", "in pipeline":
			return !v.negated, v.negated
		case "off table", "off agenda", "off card", "out_of question":
			return v.negated, !v.negated
		}
	}
	return false, false
}

// onAgenda reports whether the verb says that something is talked about and not yet done.
func (s *sentence) onAgenda(v *group) bool {
	on, _ := s.mooted(v)
	return on
}

// idea reports what becomes of a deed that a gerund names as the subject of a clause: of "arming X would be a mistake" and
// "arming X is a mistake" nobody knows whether it is done.
func (s *sentence) idea(v *group) bool {
	if !v.gerund || v.index > 0 && s.groups[v.index-1].kind == prepKind {
		return false
	}
	for k := v.index + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case nounKind, prepKind, adverbKind, conjKind:
		case verbKind:
			if !g.finite {
				continue
			}
			return g.subject == nil && (g.modal != "" || g.copula && s.tokens[g.first].Tag != text.VBD)
		default:
			return false
		}
	}
	return false
}

// bidden gives whose deed the infinitive tells behind a noun for what is wanted or planned: Chad in "calls for Chad to leave",
// "pressure on Chad to leave".
func (s *sentence) bidden(left int) *group {
	if left < 2 || s.groups[left].kind != nounKind || s.groups[left-1].kind != prepKind || s.groups[left-2].kind != nounKind {
		return nil
	}
	over := s.groups[left-2]
	if !s.intention(over) {
		return nil
	}
	switch s.groups[left-1].lemma {
	case "for":
		return s.groups[left]
	case "on", "upon", "to":
		if s.doc.reader.classes.has("demand", over.lemma) || over.lemma == "pressure" || over.lemma == "plea" {
			return s.groups[left]
		}
	}
	return nil
}
