package extract

import (
	"slices"

	"entente.example/loader/text"
)

// verbGroup is what only verb groups have.
type verbGroup struct {
	finite     bool
	infinitive bool
	gerund     bool // a bare -ing form
	participle bool // a bare past participle
	passive    bool
	copula     bool // be, become, remain before a noun or an adjective
	negated    bool
	modal      string
	lastVerb   int

	// subject and object stand in the sentence as they do there: of a passive verb the subject is acted on.
	subject, object, indirect *group
	complement                *group // "is the leader of", "is loyal to"
	args                      []argument
	// governor is the verb that this one depends on, in the way that link tells.
	governor *group
	aimedBy  *group // the verb by which somebody began the deed that this one, or "aim" before it, is for
	link     link
	// fronted is what a relative pronoun before the clause stands for: "the group that X backs".
	fronted *group
	// leads is the first of the verbs that this one is listed with.
	leads *group
	// echoes is the verb that stands before, where this one stands here only in thought.
	echoes *group
	// auxiliary is the "has" that stands apart from its participle.
	auxiliary *group
	// report is the noun that the clause explains: "reports that", "no evidence that".
	report *group
}

// link is how a verb depends on another.
type link string

const (
	mainLink      link = ""
	toLink        link = "to"   // "tried to capture"
	thatLink      link = "that" // "denied that it captured"
	participial   link = "ing"  // "advanced, capturing"
	prepositional link = "prep" // "accused it of capturing"
	relativeLink  link = "who"  // "forces that captured"
	jointLink     link = "and"  // "advanced and captured"
	conditional   link = "if"   // "if it captures"
)

// verbAt reads the verb group that begins at the token: auxiliaries, adverbs between, the verb, its particle.
func (s *sentence) verbAt(i int) *group {
	g := s.newGroup(verbKind, i, i, "")
	j, verbs, auxiliary, lapsed := i, 0, "", false
	if s.tokens[j].Tag == text.TO {
		g.infinitive = true
		j++
	}
scan:
	for ; j < len(s.tokens); j++ {
		tag, lower := s.tokens[j].Tag, s.lower[j]
		switch {
		case s.nameAt(j) != nil:
			break scan
		case tag == text.MD:
			g.finite = true
			if g.modal = text.Lemma(lower, text.MD); g.modal == "" {
				g.modal = lower
			}
		case verbs > 0 && auxiliary == "" && (lower == "nor" || lower == "neither"):
			break scan // "neither arms nor trains"
		case verbs > 0 && (s.besides(j) && (auxiliary == "" || !s.verbFollows(j+2)) || auxiliary == "" && s.contrasts(j)):
			break scan // "armed not only X but also Y", "was armed not by X but by Y"
		case isNegation(lower) && verbs > 0 && auxiliary == "" && j+1 < len(s.lower) && s.lower[j+1] == "to" && s.infinitiveAfter(j+1):
			break scan // "claims never to have armed", "decided not to arm"
		case isNegation(lower):
			g.negated = g.negated || j+1 >= len(s.lower) || s.lower[j+1] != "far" && !s.besides(j) && !s.eitherWay(j) // "was never far away", "did not only arm"
		case lower == "no" && verbs+len(g.modal) > 0 && j+2 < len(s.tokens) && s.lower[j+1] == "longer" && s.verbFollows(j+2):
			g.negated, lapsed = s.lower[j+2] == "afford", true // "can no longer afford", "could no longer support": it has ended
		case lower == "longer" && j > i && s.lower[j-1] == "no" && verbs+len(g.modal) > 0:
		case auxiliary != "" && s.adverbial(j) > 0:
			j += s.adverbial(j) - 1
		case (lower == "since" || lower == "all" || lower == "both" || lower == "each") && auxiliary == "have" && s.verbFollows(j+1): // "has since become"
		case (lower == "today" || lower == "tomorrow" || lower == "tonight" || lower == "yesterday") && (auxiliary != "" || g.modal != "") && s.verbFollows(j+1): // "will today begin"
		case (tag == text.RB || lower == "earlier" || lower == "later") && verbs+len(g.modal) > 0 && s.verbFollows(j+1), tag == text.RB && j > i && s.tokens[j-1].Tag == text.TO:
		case tag.IsVerb() && (verbs == 0 || auxiliary != ""):
			auxiliary = s.takeVerb(g, j, verbs == 0, auxiliary)
			verbs++
		default:
			break scan
		}
	}
	if lapsed {
		g.modal = ""
	}
	g.last = j
	for g.last > g.first+1 && s.tokens[g.last-1].Tag == text.RB && !isNegation(s.lower[g.last-1]) {
		g.last--
	}
	if g.lemma == "" {
		g.lemma = s.lemma(g.head)
	}
	g.last = max(g.last, g.first+1)
	if g.infinitive || g.gerund || g.participle {
		g.finite = false
	}
	s.particle(g)
	g.copula = g.lemma == "be" || g.lemma == "become" || g.lemma == "remain"
	return g
}

// takeVerb makes the verb at j, the first of the group or one behind an auxiliary, its head; it gives the lemma of the verb
// where that is an auxiliary itself.
func (s *sentence) takeVerb(g *group, j int, first bool, auxiliary string) string {
	tag := s.tokens[j].Tag
	if first && (tag == text.VBD || tag == text.VBZ || tag == text.VBP) {
		g.finite = true
	}
	g.passive = (tag == text.VBN || tag == text.VBD) && (auxiliary == "be" || auxiliary == "get" || auxiliary == "" && !g.finite && tag == text.VBN)
	if first && !g.infinitive && g.modal == "" {
		g.gerund, g.participle = tag == text.VBG, tag == text.VBN
	}
	g.head, g.lemma, g.lastVerb = j, text.Lemma(s.lower[j], tag), j
	switch g.lemma {
	case "be", "have", "get", "do":
		return g.lemma
	case "remain", "stay":
		if j+1 < len(s.tokens) && s.tokens[j+1].Tag == text.VBN {
			return "be" // "remain stationed in X"
		}
	case "look", "seem", "appear":
		if j+2 < len(s.tokens) && s.tokens[j+2].Tag == text.TO && s.tokens[j+1].Tag == text.VBN && s.doc.reader.classes.has("disposed", s.lower[j+1]) {
			return "be" // "looks set to arm X"
		}
	}
	return ""
}

// particle joins "pull out" to one verb where the frames know it so.
func (s *sentence) particle(g *group) {
	if g.last >= len(s.tokens) {
		return
	}
	if s.lower[g.last] == "to" && s.infinitiveAfter(g.last) {
		return // "agreed to send", but "agreed to a truce"
	}
	if s.multiPreposition(g.last) > 2 {
		return // "was put in charge of"
	}
	if s.quantifier(g.last) > 0 {
		return // "sent up to 4,000 troops"
	}
	joined := s.doc.reader.frames.particles.join(g.lemma, s.lower[g.last])
	if joined == "" {
		joined = s.doc.reader.twoWords.join(g.lemma, s.lower[g.last])
	}
	if joined != "" && !s.tellsWhen(g.last) && !(g.passive && g.first < g.head && s.lower[g.last] == "in" && s.opensNoun(g.last+1)) {
		g.lemma = joined
		if s.lower[g.last] == "out" && g.last+1 < len(s.tokens) && s.lower[g.last+1] == "of" {
			return // "out of" stays a preposition as well
		}
		g.last++
	}
}

// tellsWhen reports whether what looks like the particle of a verb begins a date: "held on Tuesday", "taken in March".
func (s *sentence) tellsWhen(i int) bool {
	if s.lower[i] != "on" && s.lower[i] != "in" || i+1 >= len(s.lower) {
		return false
	}
	_, year := s.year(i + 1)
	return year || s.dateLength(i+1) > 0 || isDay(s.lower[i+1])
}

// lateParticle joins "drove X back" to one verb as "drove back X" is: the particle stands right behind the object.
func (s *sentence) lateParticle(g *group) {
	o := g.object
	if (g.lemma == "take" || g.lemma == "bring" || g.lemma == "haul" || g.lemma == "drag") && slices.ContainsFunc(s.argumentsOf(g, "to"), func(to *group) bool { return to.lemma == "court" || to.lemma == "trial" || to.lemma == "tribunal" }) {
		g.lemma = "sue" // "took X to court"
		return
	}
	if o == nil || o.index != g.index+1 || g.passive || o.index+1 >= len(s.groups) || s.groups[o.index] != o {
		return
	}
	if at := s.groups[o.index+1]; at.kind == adverbKind && (at.lemma == "back" || at.lemma == "out" || at.lemma == "off" || at.lemma == "up" || at.lemma == "down") {
		if joined := s.doc.reader.frames.particles.join(g.lemma, at.lemma); joined != "" {
			g.lemma = joined
		}
	}
}

func (s *sentence) infinitiveAfter(i int) bool {
	for j := i + 1; j < len(s.tokens) && j < i+4; j++ {
		switch s.tokens[j].Tag {
		case text.VB:
			return true
		case text.RB:
		default:
			return false
		}
	}
	return false
}

func (s *sentence) verbFollows(j int) bool {
	for ; j < len(s.tokens); j++ {
		if s.tokens[j].Tag.IsVerb() {
			return true
		}
		if s.tokens[j].Tag != text.RB {
			return false
		}
	}
	return false
}

func isNegation(word string) bool {
	switch word {
	case "not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely":
		return true
	}
	return false
}

// link finds for each verb group its subject, its objects and the verb that it depends on.
func (s *sentence) link() {
	s.rejoinVerbs()
	s.series()
	s.apposition()
	s.namedTogether()
	for i, g := range s.groups {
		switch g.kind {
		case verbKind:
			s.govern(i, g)
			s.objects(i, g)
			s.lateParticle(g)
			s.front(g)
			s.frontPhrase(g)
		case nounKind, adjKind:
			s.argumentsOfNoun(i, g)
		}
	}
	for _, g := range s.groups {
		if g.kind == verbKind {
			s.label(g)
			s.countedOut(g)
			s.laden(g)
			s.takeAim(g)
			s.targetsBehind(g)
			s.furtherTargets(g)
			s.furtherPlaces(g)
			s.askedToo(g)
		}
	}
	s.share()
	s.echo()
	s.accompany()
	s.otherSides()
	for i, g := range s.groups {
		if g.kind == nounKind && g.verb == nil {
			s.depend(i, g)
		}
		for _, b := range g.apposed {
			if g.role == "obj" && b.verb == nil && b.first > g.first && s.doc.reader.classes.has("deed", b.lemma) {
				b.verb, b.role = g.verb, g.role // "launched Operation Litani, an invasion of Lebanon"
			}
		}
	}
}

// helpedTo reports whether the word at i is the verb of what somebody is helped to do: "helped the army retake X".
func (s *sentence) helpedTo(i int) bool {
	if word := s.lower[i]; len(s.doc.reader.frames.verbs[word]) == 0 {
		switch word {
		case "push", "win", "use", "track", "hunt", "chase", "counter", "guard", "police":
		default:
			return false
		}
	}
	for k := i - 2; k >= 0 && k > i-7; k-- {
		if s.tokens[k].Tag.IsVerb() {
			lemma := text.Lemma(s.lower[k], s.tokens[k].Tag)
			return lemma == "help" || lemma == "let"
		}
	}
	return false
}

// broughtTo reports whether a verb of coming or bringing stands before "to" and the word at i: "brought X to power".
func (s *sentence) broughtTo(i int) bool {
	for k := i - 2; k >= 0 && k > i-8; k-- {
		if s.tokens[k].Tag.IsVerb() {
			switch text.Lemma(s.lower[k], s.tokens[k].Tag) {
			case "bring", "come", "return", "restore", "sweep", "rise", "propel", "catapult", "accede", "ascend", "help", "lift", "carry":
				return true
			}
			return false
		}
	}
	return false
}
