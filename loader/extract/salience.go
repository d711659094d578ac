package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// salient gives those of the most salient mention that the pronoun may stand for, of those that fit.
func (d *document) salient(s *sentence, g *group, fits func(mention) bool) []ref {
	sort := sortOf(g.lemma)
	if refs := s.fronted(g); refs != nil {
		return refs
	}
	if same := s.sameBefore(g); same != nil {
		return s.again(same.actor, g)
	}
	best, found := 0, mention{}
	together := g.first > 0 && s.lower[g.first-1] == "together" || s.twoOf(g)
	for m := range d.back(s, pronounReach) {
		if !fits(m) || !d.agrees(sort, m) || together && len(m.refs) < 2 || s.meansOther(g, m) {
			continue
		}
		if score := s.weigh(g, m); score > best {
			best, found = score, m
		}
	}
	if best < themeScore {
		if refs := d.themePronoun(s, g, sort); refs != nil {
			return refs
		}
	}
	if len(found.refs) == 0 || best < 20 || s.eitherOf(g, found) || sort == several && found.sentence < s.index && s.nearerMany(g) {
		return nil
	}
	return s.again(found.refs, g)
}

// meansOther reports whether what is told of the pronoun and of the mention shows that they are not the same.
func (s *sentence) meansOther(g *group, m mention) bool {
	switch {
	case s.sameClause(g, m), s.actsOn(g, m), s.againstOwnState(g, m), s.allegesOf(g, m):
		return true
	case len(m.refs) == 1 && slices.Contains(s.sidesAt(g), m.refs[0].id):
		return true
	case m.sentence < s.index:
		return false
	}
	return s.toldOutlet(g, m) || m.first > g.first || s.withSubject(g, m) || s.toldOfSubject(g, m) || s.commandsSubject(g, m) || s.ownsActing(g, m)
}

// toldOutlet reports whether the mention is a paper or station to which somebody tells what the pronoun does: "told the Daily that they".
func (s *sentence) toldOutlet(g *group, m mention) bool {
	return m.role == "obj" && m.verb != nil && g.verb != nil && g.verb.governor == m.verb && g.verb.link == thatLink && len(m.refs) == 1 && s.doc.entity(m.refs[0].id).Type == graph.Company
}

// weigh ranks a mention for the pronoun by how near it stands and by what the words around both tell.
func (s *sentence) weigh(g *group, m mention) int {
	d, sort, there := s.doc, sortOf(g.lemma), s.doc.sentences[m.sentence]
	score := salience(m, s.index-m.sentence, g)
	if m.sentence < s.index {
		if m.role == "subj" && there.inTime(m.first) {
			score -= 15 // "A took the town after B had left. They"
		}
		if sort == several && d.reader.classes.has("officials", m.lemma) {
			score -= 30 // "officials claim": they are no army
		}
		if there.embeds(m.verb) {
			score -= 15 // "The army, whose guns Serbia had left behind, attacked X. Its commander"
		}
	} else if sort == several && s.reportedBy(g, m) {
		score -= 60 // "experts report that Rwanda fights alongside them"
	}
	if sort == several && !m.plural && len(m.refs) == 1 {
		score -= 40 // "the coalition", where there are rebels
	}
	switch {
	case s.answersFor(g, m):
		score += 40 // "Chadian officials denied that it"
	case sort == oneBody && m.plural && d.reader.classes.any(m.lemma, "officials", "member"):
		score -= 40 // "UN experts say that Rwanda fights alongside it"
	}
	if more := s.spokenOf(g, m); more > 0 {
		score += more
		if sort == several && armed(d.entity(m.refs[0].id).Type) {
			score += 60 // "a spokesman for the group said that they"
		}
	}
	if there.speech(m.first) != s.speech(g.first) {
		score -= 40 // "Iran arms it," said its envoy
	}
	if score > 0 && d.theme != "" && len(m.refs) == 1 && m.refs[0].id == d.theme {
		score += 5 // of two that are as near
	}
	return score
}

// twoOf reports whether the pronoun is counted, and so means more than one: "at war with the two of them".
func (s *sentence) twoOf(g *group) bool {
	if g.lemma != "them" || g.first < 2 || s.lower[g.first-1] != "of" {
		return false
	}
	switch s.lower[g.first-2] {
	case "two", "three", "both":
		return true
	}
	return false
}

// answersFor reports whether those of the mention deny or admit what the pronoun does, as only its own people can.
func (s *sentence) answersFor(g *group, m mention) bool {
	v := g.verb
	if m.sentence != s.index || m.role != "subj" || m.verb == nil || g.role != "subj" || v == nil || v.governor != m.verb || v.link != thatLink || len(m.refs) != 1 || m.plural && !s.doc.isState(m.refs[0].id) {
		return false
	}
	switch m.verb.lemma {
	case "confirm", "admit", "acknowledge", "insist", "concede":
		return true
	}
	return s.doc.reader.classes.has("deny", m.verb.lemma)
}

// again gives the refs as the pronoun's own.
func (s *sentence) again(of []ref, g *group) []ref {
	refs := make([]ref, len(of))
	for k, r := range of {
		refs[k] = r.less(surePronoun)
		refs[k].group = g
	}
	return refs
}

// sameBefore gives the same pronoun as the object of a clause before, to which that of the pronoun is joined: "Libya let it use a base,
// and Cuba helped it" is about one.
func (s *sentence) sameBefore(g *group) *group {
	if g.lemma == "they" {
		return s.themBefore(g)
	}
	if g.lemma != "it" && g.lemma != "them" || g.role != "obj" || g.verb == nil || g.verb.subject == nil || s.groups[g.index] != g {
		return nil
	}
	if v := g.verb; v.link == jointLink && v.governor != nil && v.governor.index < v.index && v.governor.object != nil {
		if object := v.governor.object; len(object.actor) == 0 && object.plural == (g.lemma == "them") && s.doc.reader.classes.any(object.lemma, "grouping", "force", "rebels", "branching") {
			return object // "moved the group to a camp and supplied it"
		}
	}
	for k := g.verb.subject.index - 1; k >= 0; k-- {
		switch before := s.groups[k]; {
		case before.kind == stopKind, before.kind == relKind, before.kind == compKind:
			return nil
		case before.kind == nounKind && before.lemma == g.lemma && before.role == "obj":
			return before
		}
	}
	return nil
}

// themBefore gives the "them" to whom something was done in the clause before, to which that of the "they" is joined: "France armed them, and
// later they sided with Chad".
func (s *sentence) themBefore(g *group) *group {
	if g.role != "subj" || s.groups[g.index] != g {
		return nil
	}
	joined := false
	for k := g.index - 1; k >= 0; k-- {
		switch before := s.groups[k]; {
		case before.kind == stopKind, before.kind == relKind, before.kind == compKind, before.lemma == "they":
			return nil
		case before.kind == conjKind:
			joined = true
		case before.kind == verbKind && !joined:
			return nil
		case before.lemma == "them" && before.role == "obj":
			return before
		}
	}
	return nil
}

// salience ranks a mention for a pronoun so many sentences later.
func salience(m mention, distance int, g *group) int {
	if (g.role == "obj" || g.role == "iobj" && sortOf(g.lemma) == onePerson) && g.verb != nil && !isPossessive(g.lemma) && distance == 0 && (g.verb.governor != nil || m.verb == nil || m.verb.link != toLink) {
		return 100 // "gave Roe arms that let him fight": the nearest, not who gave
	}
	if v := g.verb; v != nil && v.link == jointLink && v.governor == m.verb && m.role == "obj" && g.role != "subj" && !isPossessive(g.lemma) && distance == 0 {
		return 100 // "trained fighters and shipped arms to them"
	}
	if g.lemma == "them" && g.role != "subj" && distance == 0 && m.plural && m.role != "subj" {
		return 85 // "X helped. The army, unable to stop the jihadists, lost the town to them"
	}
	if distance == 1 && m.role != "subj" && sortOf(g.lemma) == oneBody && sortOf(m.lemma) == oneBody {
		return 75 // "Chad's president let it recruit. It": the same one
	}
	switch m.role {
	case "subj":
		return [...]int{90, 80, 50, 40}[distance]
	case "owner":
		return [...]int{85, 70, 30, 20}[distance]
	}
	if isPossessive(g.lemma) {
		return [...]int{82, 55, 25, 20}[distance]
	}
	return [...]int{60, 55, 25, 20}[distance]
}

// spokenOf gives how much more likely the pronoun means the mention where that is whose speaker or report says the clause:
// "a spokesman for Chad, an ally of France, said it", "an announcement by Chad said it".
func (s *sentence) spokenOf(g *group, m mention) int {
	if m.sentence != s.index || g.verb == nil || g.verb.governor == nil || g.verb.governor.subject == nil {
		return 0
	}
	switch after := g.verb.governor.subject.after; {
	case len(after) == 0 || after[0].noun.first != m.first:
		return 0
	case after[0].prep == "by":
		return 30
	}
	return 5
}

// toldOfSubject reports whether the mention stands in what is told beside the subject of the verb of which the pronoun suffers: "the
// militia, which is allied with the army, drove it out" is about a third.
func (s *sentence) toldOfSubject(g *group, m mention) bool {
	if g.role == "subj" || isPossessive(g.lemma) || g.verb == nil || g.verb.subject == nil || s.groups[g.index] != g || !s.doc.reader.frames.hostile(g.verb.lemma) {
		return false
	}
	subject := g.verb.subject
	return subject.first < m.first && m.first < g.verb.first && m.role != "subj" && m.verb != nil && m.verb.link == relativeLink && m.verb.subject == subject
}

// reportedBy reports whether the mention is of observers who tell what the pronoun is no subject of.
func (s *sentence) reportedBy(g *group, m mention) bool {
	if g.role == "subj" || m.role != "subj" || m.verb == nil || g.verb == nil || g.verb == m.verb {
		return false
	}
	return s.doc.reader.classes.any(m.lemma, "officials", "member", "onlooker") && s.doc.reader.classes.any(m.verb.lemma, "say", "claim", "report")
}

// againstOwnState reports whether the mention is of the state, or the body, that the one leads who does something hostile to the
// pronoun: "the president vowed to destroy it".
func (s *sentence) againstOwnState(g *group, m mention) bool {
	v := g.verb
	if g.role != "obj" || isPossessive(g.lemma) || v == nil || v.passive || len(m.refs) != 1 || !s.doc.reader.frames.hostile(v.lemma) {
		return false
	}
	for v.subject == nil && v.link == toLink && v.governor != nil {
		v = v.governor
	}
	return v.subject != nil && slices.ContainsFunc(v.subject.actor, func(r ref) bool {
		return s.doc.entity(r.id).Type == graph.Person && s.doc.led(r.id) == m.refs[0].id
	})
}

// commandsSubject reports whether the mention only tells who leads or backs the subject whose verb hits what is the pronoun's: "the
// corps, commanded by Roe, defeated his militia" is about another's.
func (s *sentence) commandsSubject(g *group, m mention) bool {
	v := g.verb
	if !isPossessive(g.lemma) || v == nil || v.subject == nil || m.sentence != s.index || m.verb == nil || !s.doc.reader.frames.hostile(v.lemma) {
		return false
	}
	return m.role == "by" && m.verb.passive && v.subject.first < m.first && m.first < v.first
}

// subjectUnknown reports whether the subject is a pronoun too, and of nobody known: who "it" is in "until it lifts its siege of Gaza", "its"
// is as well.
func (s *sentence) subjectUnknown(g, pronoun *group) bool {
	if g.role != "obj" || g.verb == nil || g.verb.passive || g.verb.subject == nil {
		return false
	}
	subject := g.verb.subject
	return subject.pronoun && subject.lemma == "it" && pronoun.lemma == "its" && subject.verb == g.verb && len(subject.actor) == 0 && len(subject.place) == 0
}

// opensCleft reports whether "it" stands for nobody, before whom the sentence brings to the fore: "it was militias that burned X".
func (s *sentence) opensCleft(g *group) bool {
	be := g.verb
	if be == nil || !be.copula || be.complement == nil || be.complement.kind != nounKind || !be.complement.plural && !be.complement.definite {
		return false
	}
	return slices.ContainsFunc(s.groups[be.index+1:], func(v *group) bool {
		return v.kind == verbKind && v.link == relativeLink && v.subject == be.complement
	})
}

// namesPeople reports whether the noun group is the name of an armed body in the plural, for whom nobody says "it": "the Houthis", but "the
// Rapid Support Forces".
func (s *sentence) namesPeople(g *group) bool {
	n := s.headName(g)
	if n == nil || !n.known() || !armed(n.senses[0].Entry.Type) {
		return false
	}
	last := s.lower[n.last-1]
	return strings.HasSuffix(s.words[n.last-1], "s") && s.organisation(n.last-1) == "" && s.lower[max(n.first-1, 0)] == "the" && !s.doc.reader.classes.any(text.Lemma(last, text.NNS), "force", "grouping")
}
