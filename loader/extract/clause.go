package extract

import (
	"strings"

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
	link     link
	// fronted is what a relative pronoun before the clause stands for: "the group that X backs".
	fronted *group
	// leads is the first of the verbs that this one is listed with.
	leads *group
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
	g := &group{kind: verbKind, first: i, head: i}
	j, verbs, lastAux := i, 0, ""
	have := false
	if s.tokens[j].Tag == text.TO {
		g.infinitive = true
		j++
	}
	for ; j < len(s.tokens); j++ {
		tag, lower := s.tokens[j].Tag, s.lower[j]
		switch {
		case s.nameAt(j) != nil:
		case tag == text.MD:
			g.modal = text.Lemma(lower, text.MD)
			if g.modal == "" {
				g.modal = lower
			}
			g.finite = true
			continue
		case isNegation(lower):
			g.negated = true
			continue
		case tag == text.RB && verbs+len(g.modal) > 0 && s.verbFollows(j+1), tag == text.RB && j > i && s.tokens[j-1].Tag == text.TO:
			continue
		case tag.IsVerb() && (verbs == 0 || lastAux != ""):
			if verbs == 0 && (tag == text.VBD || tag == text.VBZ || tag == text.VBP) {
				g.finite = true
			}
			lemma := text.Lemma(lower, tag)
			g.passive = (tag == text.VBN || tag == text.VBD) && (lastAux == "be" || lastAux == "get" || lastAux == "" && !g.finite && tag == text.VBN)
			if lastAux == "" && verbs == 0 && !g.infinitive && g.modal == "" {
				g.gerund, g.participle = tag == text.VBG, tag == text.VBN
			}
			verbs++
			g.head, g.lemma, g.lastVerb = j, lemma, j
			lastAux = ""
			switch lemma {
			case "be", "have", "get", "do":
				lastAux = lemma
				have = have || lemma == "have"
			}
			continue
		}
		break
	}
	g.last = j
	for g.last > g.first+1 && s.tokens[g.last-1].Tag == text.RB && !isNegation(s.lower[g.last-1]) {
		g.last--
	}
	if g.lemma == "" {
		g.lemma = s.lemma(g.head)
	}
	if g.last == g.first {
		g.last = g.first + 1
	}
	if g.infinitive || g.gerund || g.participle {
		g.finite = false
	}
	s.particle(g)
	g.copula = g.lemma == "be" || g.lemma == "become" || g.lemma == "remain"
	return g
}

// particle joins "pull out" to one verb where the frames know it so.
func (s *sentence) particle(g *group) {
	if g.last >= len(s.tokens) {
		return
	}
	joined := g.lemma + "_" + s.lower[g.last]
	if s.doc.reader.frames.particles[joined] || s.doc.reader.twoWords[joined] {
		g.lemma = joined
		if s.lower[g.last] == "out" && g.last+1 < len(s.tokens) && s.lower[g.last+1] == "of" {
			return // "out of" stays a preposition as well
		}
		g.last++
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
	for i, g := range s.groups {
		switch g.kind {
		case verbKind:
			s.govern(i, g)
			s.objects(i, g)
			s.front(g)
		case nounKind, adjKind:
			s.argumentsOfNoun(i, g)
		}
	}
	s.share()
	for i, g := range s.groups {
		if g.kind == nounKind && g.verb == nil {
			s.depend(i, g)
		}
	}
}

// rejoinVerbs joins "has" and "made" around "with Turkish help", and reads "X Ved by" as a participle.
func (s *sentence) rejoinVerbs() {
	for i, g := range s.groups {
		if g.kind != verbKind {
			continue
		}
		if (g.lemma == "have" || g.lemma == "be") && g.finite && i+3 < len(s.groups) && s.groups[i+1].kind == prepKind && s.groups[i+2].kind == nounKind {
			if late := s.groups[i+3]; late.kind == verbKind && (late.participle || late.first == late.head && !late.infinitive && !late.gerund) {
				late.finite, late.participle = true, false
				late.passive = g.lemma == "be"
				late.negated = late.negated || g.negated
				late.auxiliary = g
				g.lemma = "" // an auxiliary, no verb of its own
			}
		}
		// "forces backed by X": the tagger may take the participle for a past tense
		if i > 0 && g.finite && g.first == g.lastVerb && s.tokens[g.head].Tag == text.VBD && i+1 < len(s.groups) && s.groups[i+1].lemma == "by" && s.groups[i+1].kind == prepKind {
			g.finite, g.participle, g.passive = false, true, true
		}
		if s.reducedBefore(i, g) {
			g.finite, g.participle, g.passive = false, true, true
		}
		// "the army seized X": the tagger may take the past tense for a participle, which has no object
		if g.participle && i > 0 && i+1 < len(s.groups) && s.groups[i+1].kind == nounKind && s.groups[i+1].lemma != "date" && s.pastForm(g) {
			if before := s.groups[i-1].kind; before == nounKind || before == commaKind || before == adverbKind || !s.otherFinite(g) {
				g.finite, g.participle, g.passive = true, false, false
			}
		}
		if g.participle && i > 0 && s.groups[i-1].kind == conjKind && s.pastForm(g) && !s.behindPassive(i) && i+1 < len(s.groups) && s.groups[i+1].lemma != "by" {
			g.finite, g.participle, g.passive = true, false, false
		}
		// "protests resulted in": no finite verb elsewhere
		late := i > 0 && (s.groups[i-1].kind == nounKind || s.groups[i-1].kind == commaKind && i > 3)
		if g.participle && late && (s.pastForm(g) && !s.otherFinite(g) || !s.finiteInClause(i)) && i+1 < len(s.groups) && s.groups[i+1].lemma != "by" {
			g.finite, g.participle, g.passive = true, false, false
		}
	}
}

// behindPassive reports whether the verb before the one at i is passive, or not finite, so that a participle joined to it
// is so as well.
func (s *sentence) behindPassive(i int) bool {
	v := s.verbBefore(i)
	return v == nil || v.passive || !v.finite
}

// reducedBefore reports whether the verb at i, which looks finite, describes the noun before it, since another finite
// verb follows: "fighters allied to the army retreated".
func (s *sentence) reducedBefore(i int, g *group) bool {
	if !g.finite || g.first != g.lastVerb || !s.pastForm(g) || i == 0 || s.groups[i-1].kind != nounKind || s.doc.reader.reports(g.lemma) {
		return false
	}
	for k := i + 1; k < len(s.groups); k++ {
		switch next := s.groups[k]; next.kind {
		case prepKind, adverbKind:
		case nounKind:
			if k == i+1 {
				return false
			}
		case verbKind:
			return next.finite && next.lemma != ""
		default:
			return false
		}
	}
	return false
}

// finiteInClause reports whether another finite verb stands in the clause of the verb at i, up to a comma or an "and".
func (s *sentence) finiteInClause(i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.groups); k += step {
			switch g := s.groups[k]; g.kind {
			case verbKind:
				if g.finite && g.lemma != "" {
					return true
				}
				continue
			case stopKind, compKind, conjKind, commaKind, relKind:
			default:
				continue
			}
			break
		}
	}
	return false
}

// pastForm reports whether the participle has the form of a past tense as well.
func (s *sentence) pastForm(g *group) bool { return strings.HasSuffix(s.lower[g.head], "ed") }

// otherFinite reports whether the sentence has a finite verb besides g.
func (s *sentence) otherFinite(g *group) bool {
	for _, other := range s.groups {
		if other != g && other.kind == verbKind && other.finite && other.lemma != "" {
			return true
		}
	}
	return false
}

// apposition marks noun groups that rename the one before: "Salem, Bani Walid's mayor,", "the LNA spokesman, Mismari,".
func (s *sentence) apposition() {
	for i := 0; i+2 < len(s.groups); i++ {
		a, comma, b := s.groups[i], s.groups[i+1], s.groups[i+2]
		if a.kind != nounKind || b.kind != nounKind || comma.kind != commaKind || a.pronoun || b.pronoun {
			continue
		}
		if i > 0 && s.groups[i-1].kind == commaKind && i > 1 && s.groups[i-2].kind == nounKind && len(s.groups[i-2].apposed) > 0 {
			continue
		}
		if s.opensMainClause(i) || i+3 < len(s.groups) && s.groups[i+3].kind == verbKind && s.groups[i+3].finite && s.phrased(i) {
			continue
		}
		namedA, namedB := s.headName(a) != nil, s.headName(b) != nil
		switch {
		case namedA && !namedB && (a.conjuncts == nil || s.conjunctsOf(b)[0].plural) && (s.describes(b) || s.describes(s.conjunctsOf(b)[0]) || s.lower[b.first] == "a" || s.lower[b.first] == "an"):
			a.apposed = append(a.apposed, s.conjunctsOf(b)...)
		case !namedA && namedB && b.conjuncts == nil && s.describes(a):
			b.apposed = append(b.apposed, a)
			a.apposed = append(a.apposed, b)
		}
	}
}

// phrased reports whether the noun group at i stands behind a preposition, so that it is no subject.
func (s *sentence) phrased(i int) bool { return i > 0 && s.groups[i-1].kind == prepKind }

// opensMainClause reports whether the comma behind the noun group at i ends an opening phrase: "With Iran's help, the
// group advanced".
func (s *sentence) opensMainClause(i int) bool {
	k := i + 3
	for k < len(s.groups) && s.groups[k].kind == adverbKind {
		k++
	}
	if k >= len(s.groups) || s.groups[k].kind != verbKind || i == 0 || s.groups[i-1].kind != prepKind {
		return false
	}
	for k = i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case verbKind:
			return false
		case stopKind, compKind, quoteKind:
			return true
		}
	}
	return true
}

// describes reports whether the noun group is a description that a name may follow: "the group's leader, X".
func (s *sentence) describes(g *group) bool {
	return s.doc.reader.classes.any(g.lemma, "leader", "member", "grouping", "place") || s.doc.reader.frames.roles[g.lemma] != nil
}

func (s *sentence) conjunctsOf(g *group) []*group {
	if g.conjuncts != nil {
		return g.conjuncts
	}
	return []*group{g}
}

// govern finds the subject of a verb group and the verb that it depends on.
func (s *sentence) govern(i int, g *group) {
	if g.auxiliary != nil {
		g.subject, g.link, g.governor = g.auxiliary.subject, g.auxiliary.link, g.auxiliary.governor
		return
	}
	left := i - 1
	for left >= 0 && s.groups[left].kind == adverbKind {
		left--
	}
	if left < 0 {
		if !g.finite && !g.infinitive {
			g.subject, g.link = s.subjectAhead(i), participial
		}
		if g.infinitive {
			g.subject, g.link = s.subjectAhead(i), toLink // "To retake the town, the army ..."
		}
		return
	}
	before := s.groups[left]
	switch {
	case s.inverted(i, before, g):
		g.subject = s.groups[i+1]
		s.governClause(i, g)
	case g.leads != nil:
		g.subject, g.link, g.governor = g.leads.subject, jointLink, g.leads
	case s.chained(before, g):
		s.governChained(before, g)
	case s.quoted(before, g):
		g.subject, g.governor, g.link = before.fronted, before, thatLink
		before.object = nil
	case g.infinitive:
		s.governInfinitive(left, g)
	case before.kind == relKind && g.finite:
		g.link = relativeLink
		if s.isNominalRelative(before.lemma) {
			g.subject = s.antecedent(left)
		}
		g.governor = s.verbBefore(left)
	case before.kind == nounKind && left > 0 && s.groups[left-1].kind == relKind && g.finite:
		g.subject, g.link = before, relativeLink
		if !g.passive && isObjectRelative(s.groups[left-1].lemma) && (left < 2 || s.groups[left-2].kind != prepKind) {
			g.object = s.antecedent(left - 1)
			g.fronted = g.object
		}
	case before.kind == conjKind && s.verbBefore(left) != nil && (g.finite || g.gerund || g.participle || s.bare(g)):
		joint := s.jointBefore(left, g)
		if joint.lemma != "be" || !g.gerund {
			g.finite = g.finite || joint.finite && !g.gerund && !g.participle
		}
		g.subject, g.link, g.governor = joint.subject, jointLink, joint
		if g.participle && joint.passive {
			g.passive = true
		}
		if s.activates(joint, g) {
			g.passive, g.participle, g.finite = false, false, joint.finite
		}
	case g.gerund && before.kind == prepKind:
		s.governGerund(left, g)
	case g.gerund && before.kind == verbKind && before.lemma != "":
		g.link, g.governor, g.subject = toLink, before, before.subject // "denied backing", "stopped sending"
	case (g.gerund || g.participle) && before.kind == commaKind:
		s.governParticiple(left, g)
	case (g.gerund || g.participle) && before.kind == nounKind:
		g.subject, g.link = before, relativeLink
		g.governor = s.verbBefore(left)
		if g.gerund && g.governor != nil && g.governor.finite && left < i-1 && left > 0 && s.groups[left-1].kind == prepKind {
			g.subject, g.link = g.governor.subject, participial // "were in the city, actively supporting"
		}
	case g.finite || s.bare(g):
		g.subject = s.subjectBehind(left)
		s.governClause(i, g)
	}
}

// inverted reports whether a reporting verb stands before its subject: "..., said Mr Roe".
func (s *sentence) inverted(i int, before, g *group) bool {
	if before.kind != commaKind && before.kind != quoteKind || !s.doc.reader.classes.any(g.lemma, "say", "claim") || g.infinitive || i+1 >= len(s.groups) || s.groups[i+1].kind != nounKind {
		return false
	}
	return i+2 >= len(s.groups) || s.groups[i+2].kind != nounKind
}

func (s *sentence) bare(g *group) bool {
	return !g.infinitive && !g.gerund && !g.participle && !g.finite
}

func (s *sentence) isNominalRelative(word string) bool {
	return word == "who" || word == "which" || word == "that"
}

func isObjectRelative(word string) bool {
	return word == "which" || word == "that" || word == "whom" || word == "who"
}

// governInfinitive: "tried to capture", "ordered its forces to capture", "its attempt to capture".
func (s *sentence) governInfinitive(left int, g *group) {
	g.link = toLink
	g.governor = s.verbBefore(left + 1)
	if up := s.verbBefore(left); s.groups[left].kind == conjKind && up != nil && up.infinitive {
		g.subject, g.link, g.governor = up.subject, jointLink, up // "to leave Cuba and to cede Guam"
		return
	}
	if doer := s.doerOfPurpose(left); doer != nil {
		g.subject = doer
		return
	}
	if owner := s.groups[left].possessor; owner != nil && s.intention(s.groups[left]) {
		g.subject = owner // "X's threat to attack"
		return
	}
	if g.governor == nil {
		g.subject = s.subjectAhead(g.index)
		return
	}
	if up := g.governor; up.participle && up.link == relativeLink && up.governor != nil && up.governor.finite {
		g.governor = up.governor // "launched an operation called X to seize Y"
	}
	before := s.groups[left]
	for up := g.governor; up != nil && g.subject == nil; up = up.governor {
		g.subject = up.subject
	}
	if before.kind == nounKind && before.verb == g.governor && before.role == "obj" && (g.governor.lemma == "warn" || s.doc.reader.classes.any(g.governor.lemma, "demand", "help", "appoint")) {
		g.subject = before
	}
	if g.governor.passive && s.doc.reader.classes.has("wield", g.governor.lemma) {
		if by := s.argumentsOf(g.governor, "by"); len(by) > 0 {
			g.subject = by[0] // "drones used by X to attack"
		}
	}
}

// governGerund: "accused X of backing", "by capturing", "after retreating".
func (s *sentence) governGerund(left int, g *group) {
	g.link = prepositional
	g.governor = s.verbBefore(left)
	if g.governor == nil {
		g.subject = s.subjectAhead(g.index)
		return
	}
	g.subject = g.governor.subject
	prep := s.groups[left].lemma
	if prep == "from" && g.governor.object != nil && !g.governor.passive {
		g.subject = g.governor.object // "kept X from attacking"
	}
	if (prep == "of" || prep == "for" || prep == "from") && s.doc.reader.classes.any(g.governor.lemma, "accuse", "deny") {
		if object := g.governor.object; object != nil && !s.doc.reader.classes.has("report", object.lemma) {
			g.subject = object // but not "denied claims of backing X"
		}
	} else if object := g.governor.object; prep == "for" && object != nil && s.headName(object) != nil {
		g.subject = object // "thanked X for sending"
	} else if at := s.argumentsOf(g.governor, "at"); prep == "for" && object == nil && len(at) > 0 && s.headName(at[0]) != nil {
		g.subject = at[0] // "lashed out at X for sending"
	}
}

// governParticiple: "the GNA advanced, capturing the base", "Haftar's forces, backed by Russia".
func (s *sentence) governParticiple(left int, g *group) {
	g.link = participial
	if next := g.index + 1; g.participle && left > 0 && s.groups[left-1].kind == nounKind && next < len(s.groups) && s.groups[next].kind == prepKind && s.groups[next].lemma == "by" {
		// "A clashed with B, led by X": of two names the nearer
		if n := s.headName(s.groups[left-1]); n != nil && !s.isPlaceName(n) {
			g.subject, g.governor = s.groups[left-1], s.verbBefore(left-1)
			return
		}
	}
	for k := left - 1; k >= 0; k-- {
		other := s.groups[k]
		if other.kind == stopKind || other.kind == compKind && other.lemma != "that" {
			break
		}
		if other.kind == verbKind && other.lemma != "" && other.link != relativeLink && !(g.participle && other.gerund) {
			if g.participle && s.groups[left-1].kind == nounKind && s.groups[left-1].verb == other && s.acts(s.groups[left-1]) {
				break // the noun before the comma is closer
			}
			g.subject, g.governor = other.subject, other
			return
		}
	}
	for k := left - 1; k >= 0; k-- {
		if s.groups[k].kind == nounKind {
			g.subject = s.groups[k]
			g.governor = s.verbBefore(k)
			return
		}
	}
}

// governClause finds the verb that says, denies or conditions the clause of a finite verb.
func (s *sentence) governClause(i int, g *group) {
	for k := i - 1; k >= 0; k-- {
		other := s.groups[k]
		switch {
		case other.kind == compKind && (other.lemma == "if" || other.lemma == "unless" || other.lemma == "whether"):
			g.link = conditional
			return
		case other.kind == compKind && other.lemma == "that":
			g.link, g.governor = thatLink, s.verbBefore(k)
			if k > 0 && s.groups[k-1].kind == nounKind && s.doc.reader.classes.has("report", s.groups[k-1].lemma) {
				g.report = s.groups[k-1]
			}
			return
		case other.kind == stopKind:
			return
		case other.kind == verbKind && other.lemma != "" && other.link != relativeLink && g.subject != nil && other.index < g.subject.index:
			if s.doc.reader.reports(other.lemma) && other.object == nil && other.lemma != "call" {
				g.link, g.governor = thatLink, other
			}
			return
		}
	}
}

// verbBefore gives the nearest verb group left of the index that is not an auxiliary, or nil.
func (s *sentence) verbBefore(left int) *group {
	for k := left - 1; k >= 0; k-- {
		switch g := s.groups[k]; {
		case g.kind == verbKind && g.lemma != "":
			return g
		case g.kind == stopKind:
			return nil
		}
	}
	return nil
}

// jointBefore gives the verb that one behind an "and" is joined to: for a finite verb the nearest finite one with a
// subject of its own clause, else the nearest.
func (s *sentence) jointBefore(left int, g *group) *group {
	nearest := s.verbBefore(left)
	if !g.finite {
		return nearest
	}
	for v := nearest; v != nil; v = s.verbBefore(v.index) {
		if v.finite && v.subject != nil && v.link != relativeLink {
			return v
		}
		if v.finite && v.link == relativeLink && v == nearest {
			return v
		}
	}
	return nearest
}

// antecedent gives the noun group that a relative pronoun at the index stands for.
// A plural verb behind it wants a plural: "rebels based in Chad that have carried out raids".
func (s *sentence) antecedent(rel int) *group {
	plural := rel+1 < len(s.groups) && s.groups[rel+1].kind == verbKind && s.tokens[s.groups[rel+1].first].Tag == text.VBP
	for k := rel - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			if plural && !g.plural && k >= 2 && s.groups[k-1].kind == prepKind {
				for j := k - 2; j >= 0 && j >= k-4; j-- {
					if s.groups[j].kind == nounKind && s.groups[j].plural {
						return s.groups[j]
					}
				}
			}
			return g
		case commaKind, adverbKind, bracketKind, prepKind:
		default:
			return nil
		}
	}
	return nil
}

// subjectAhead gives the subject of the clause that follows an opening participle: "Backed by Russia, the LNA ...".
func (s *sentence) subjectAhead(i int) *group {
	comma := false
	for k := i + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == commaKind:
			comma = true
		case comma && g.kind == nounKind && s.groups[k-1].kind == commaKind:
			for v := k + 1; v < len(s.groups); v++ {
				if s.groups[v].kind == verbKind {
					return g
				}
				if s.groups[v].kind == stopKind {
					return nil
				}
			}
		}
	}
	return nil
}

// subjectBehind scans left from a finite verb for its subject: over phrases with a preposition, over what stands
// between commas, over relative clauses.
func (s *sentence) subjectBehind(k int) *group {
	var fallback *group
	for k >= 0 {
		g := s.groups[k]
		switch g.kind {
		case nounKind:
			if start := s.insideRelative(g); start >= 0 && start < k {
				k = start
				continue
			}
			if v := g.verb; v != nil && g.role == "obj" && v.subject != nil && v.subject.index < v.index && s.splits(k) {
				return v.subject // "attacked the base, however suffered losses"
			} else if v != nil && g.role == "obj" && (v.infinitive || v.gerund) && v.index < k {
				if k = v.index - 1; k >= 0 && s.groups[k].kind == prepKind {
					k-- // "plans to cut aid angered", "the date for sending arms is"
				}
				continue
			}
			if k > 0 && s.groups[k-1].kind == prepKind {
				if fallback == nil && s.groups[k-1].lemma != "by" {
					fallback = nil
				}
				k -= 2
				continue
			}
			if k >= 2 && s.groups[k-1].kind == commaKind && s.groups[k-2].kind == nounKind && s.renames(k-2, k) {
				if k > 2 && s.groups[k-3].kind == prepKind {
					k -= 4
					continue
				}
				return s.groups[k-2]
			}
			return g
		case commaKind:
			k = s.skipInsertion(k)
		case verbKind:
			if (g.participle || g.gerund) && k > 0 && s.groups[k-1].kind == nounKind {
				k--
				continue
			}
			if (g.participle || g.gerund) && k > 1 && s.groups[k-1].kind == commaKind {
				k -= 2
				continue
			}
			if rel := s.relativeBefore(k); rel >= 0 {
				k = rel - 1
				continue
			}
			if g.infinitive {
				k--
				continue
			}
			return nil
		case compKind, stopKind:
			return fallback
		case relKind:
			return fallback
		case conjKind:
			if v := s.jointBefore(k, &group{kind: verbKind, verbGroup: verbGroup{finite: true}}); v != nil && g.lemma != "or" {
				return v.subject // "became radical, and in 1977 launched"
			}
			return nil
		case bracketKind:
			for k > 0 && !(s.groups[k].kind == bracketKind && s.tokens[s.groups[k].first].Tag == text.OpenBracket) {
				k--
			}
			k--
		default:
			k--
		}
	}
	return fallback
}

// splits reports whether a comma follows the noun group at k, or the phrase behind it.
func (s *sentence) splits(k int) bool {
	for k++; k < len(s.groups); k++ {
		switch s.groups[k].kind {
		case commaKind, conjKind:
			return true
		case verbKind, stopKind, compKind, relKind:
			return false
		}
	}
	return false
}

// insideRelative gives the index of the noun group that a relative clause describes, if g belongs to such a clause, or -1.
func (s *sentence) insideRelative(g *group) int {
	v := g.verb
	if v == nil || g.role == "subj" {
		return -1
	}
	for depth := 0; v.link == jointLink && v.governor != nil && depth < 4; depth++ {
		v = v.governor
	}
	if v.link != relativeLink || v.subject == nil || v.subject.index >= v.index {
		return -1
	}
	return v.subject.index
}

// renames reports whether the noun group at b stands in apposition to the one at a.
func (s *sentence) renames(a, b int) bool {
	for _, g := range s.groups[a].apposed {
		if g == s.groups[b] {
			return true
		}
		if s.groups[b].conjuncts != nil && g == s.groups[b].conjuncts[0] {
			return true
		}
	}
	return false
}

// skipInsertion goes from a comma to what stands before the inserted clause or phrase that it ends, or one step left.
func (s *sentence) skipInsertion(k int) int {
	for j := k - 1; j >= 0; j-- {
		switch s.groups[j].kind {
		case commaKind:
			opening := s.groups[j+1]
			switch opening.kind {
			case nounKind: // "France, he said, had sent"
				if j+3 == k && s.groups[j+2].kind == verbKind && s.doc.reader.reports(s.groups[j+2].lemma) {
					return j - 1
				}
			case relKind, prepKind, adverbKind:
				return j - 1
			case verbKind:
				if !opening.finite {
					return j - 1
				}
			}
			return k - 1
		case stopKind, compKind:
			return k - 1
		}
	}
	return k - 1
}

// relativeBefore gives the index of the relative pronoun whose clause the verb at k is in, or -1.
func (s *sentence) relativeBefore(k int) int {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s.groups[j].kind {
		case relKind:
			return j
		case verbKind, stopKind, commaKind:
			return -1
		case compKind:
			if s.groups[j].lemma == "that" && j > 0 && s.groups[j-1].kind == nounKind {
				return j
			}
			return -1
		}
	}
	return -1
}

// objects collects what stands behind a verb: object, indirect object, complement, prepositions.
func (s *sentence) objects(i int, g *group) {
	k := i + 1
	for k < len(s.groups) && (s.groups[k].kind == adverbKind || s.groups[k].kind == quoteKind || s.groups[k].lemma == "both") {
		k++
	}
	if k < len(s.groups) && s.groups[k].kind == adjKind && g.copula {
		g.complement = s.groups[k]
		k++
	}
	if k < len(s.groups) && s.groups[k].kind == nounKind {
		switch first := s.groups[k]; {
		case g.copula:
			g.complement = first
		case first == g.subject:
		case s.opensComplement(k, g):
			return
		case g.object == nil || g.link != relativeLink || g.fronted != nil && s.headName(first) != nil:
			if g.fronted != nil && s.doc.reader.classes.has("give", g.lemma) {
				g.indirect = first // "the arms that Iran gave Hezbollah"
				first.verb, first.role = g, "iobj"
			} else if k+1 < len(s.groups) && s.groups[k+1].kind == nounKind && !g.passive && !first.conjunctive() && s.doc.reader.classes.has("give", g.lemma) {
				g.indirect, g.object = first, s.groups[k+1]
				s.groups[k+1].verb, s.groups[k+1].role = g, "obj"
				first.verb, first.role = g, "iobj"
				k++
			} else {
				g.object = first
				first.verb, first.role = g, "obj"
			}
		}
		k++
	}
	s.prepositions(k, g)
}

// opensComplement reports whether the noun group at k is not the verb's object but the subject of the clause that the
// verb reports: "denied the army attacked".
func (s *sentence) opensComplement(k int, v *group) bool {
	switch s.lower[s.groups[k].first] {
	case "he", "she", "they", "we", "i":
		return true
	}
	next := k + 1
	for next < len(s.groups) && s.groups[next].kind == adverbKind {
		next++
	}
	return s.doc.reader.reports(v.lemma) && !v.passive && next < len(s.groups) && s.groups[next].kind == verbKind && s.groups[next].finite
}

func (g *group) conjunctive() bool { return g.conjuncts != nil }

// prepositions collects the prepositional phrases that may depend on the verb, up to the next clause.
func (s *sentence) prepositions(k int, g *group) {
	for ; k < len(s.groups); k++ {
		switch next := s.groups[k]; next.kind {
		case prepKind:
			if k+1 < len(s.groups) && s.groups[k+1].kind == nounKind {
				noun := s.groups[k+1]
				g.args = append(g.args, argument{next.lemma, noun})
				if noun.verb == nil {
					noun.verb, noun.role, noun.prep = g, next.lemma, next.lemma
				}
				k++
			} else if k+1 < len(s.groups) && s.groups[k+1].kind == verbKind {
				return
			}
		case adverbKind, commaKind, quoteKind, bracketKind:
			if next.kind == commaKind && k+1 < len(s.groups) && s.groups[k+1].kind != prepKind {
				return
			}
		case conjKind:
			if k+1 >= len(s.groups) || s.groups[k+1].kind != prepKind {
				return
			}
		default:
			return
		}
	}
}

// argumentsOfNoun collects the prepositional phrases right behind a noun group.
func (s *sentence) argumentsOfNoun(i int, g *group) {
	for k := i + 1; k+1 < len(s.groups); k += 2 {
		if s.groups[k].kind == conjKind && k+2 < len(s.groups) && s.groups[k+1].kind == prepKind {
			k++
		}
		if s.groups[k].kind != prepKind || s.groups[k+1].kind != nounKind {
			break
		}
		g.after = append(g.after, argument{s.groups[k].lemma, s.groups[k+1]})
	}
}

// depend ties a noun group to the verb whose subject it is, or before which its phrase stands.
func (s *sentence) depend(i int, g *group) {
	if i > 0 && s.groups[i-1].kind == prepKind {
		g.prep = s.groups[i-1].lemma
	}
	for k := i + 1; k < len(s.groups); k++ {
		v := s.groups[k]
		if v.kind == stopKind {
			break
		}
		if v.kind == verbKind && v.lemma != "" {
			if v.subject == g {
				g.verb, g.role = v, "subj"
				return
			}
			if g.prep != "" && v.finite {
				g.verb, g.role = v, g.prep
				return
			}
		}
	}
	for _, v := range s.groups {
		if v.kind == verbKind && v.subject == g {
			g.verb, g.role = v, "subj"
			return
		}
	}
	if v := s.verbBefore(i); v != nil && g.prep != "" {
		g.verb, g.role = v, g.prep
	}
}
