package extract

import (
	"entente.example/graph"
)

// locative reports whether the preposition says where troops are.
func locative(prep string) bool { return prep == "in" || prep == "at" || prep == "inside" }

// present reports whether the verb "be" says where its subject is, rather than what it is: "were in Libya", "are active
// in Yemen".
func (s *sentence) present(v *group) bool {
	switch c := v.complement; {
	case c == nil:
		return v.object == nil
	case c.kind != adjKind:
		return false
	default:
		return c.lemma == "present" || c.lemma == "active" || c.lemma == "operational"
	}
}

// scene gives the noun groups that say where the verb's clause happens: "in Idlib ten people were killed in air strikes".
func (s *sentence) scene(g *group) []*group {
	if g.kind == nounKind {
		if g.role == "obj" || g.role == "subj" || g.verb == nil {
			return nil
		}
		g = g.verb
	}
	found := s.argumentsOf(g, "in")
	for _, other := range s.groups {
		if other.kind == nounKind && other.verb == g && other.role == "in" && other.index < g.index {
			found = append(found, other)
		}
	}
	return found
}

// ledBy gives the actors that "X-led" before an event names.
func (s *sentence) ledBy(g *group, guard string) []ref {
	var refs []ref
	for _, c := range g.compounds {
		if c.word != "led" {
			continue
		}
		for k := range s.names {
			if n := &s.names[k]; n.first == c.left && n.last == c.leftEnd {
				refs = append(refs, s.nameRefs(g, n, guard)...)
			}
		}
	}
	return refs
}

// reflexive resolves the "its" at the head of a noun group to the subject of the verb that the group depends on, as
// "Rwanda ended its offensive" asks, or to whom that verb drives out of a place.
func (s *sentence) reflexive(g, pronoun *group) []ref {
	if pronoun.lemma != "its" && pronoun.lemma != "their" || g.verb == nil || g.role == "subj" {
		return nil
	}
	v := g.verb
	if g.role == "from" {
		return s.ownerRefs(v.object, pronoun)
	}
	for depth := 0; v != nil && depth < 3; depth++ {
		if refs := s.ownerRefs(v.subject, pronoun); refs != nil {
			return refs
		}
		for _, by := range s.argumentsOf(v, "by") {
			if refs := s.ownerRefs(by, pronoun); refs != nil && v.passive {
				return refs
			}
		}
		if v.link != toLink && v.link != prepositional && v.link != jointLink {
			return nil
		}
		v = v.governor
	}
	return nil
}

// ownerRefs gives whom the noun group stands for where the possessive pronoun may mean them.
func (s *sentence) ownerRefs(owner, pronoun *group) []ref {
	if owner == nil || owner.pronoun || len(owner.actor) > 1 && pronoun.lemma == "its" {
		return nil
	}
	var refs []ref
	for _, r := range owner.actor {
		if s.doc.entity(r.id).Type == graph.Person {
			return nil
		}
		r.group = pronoun
		refs = append(refs, r.less(surePronoun))
	}
	return refs
}

// standing tells how the text stands to troops "in" a place, which a sentence that says what they do takes for granted.
func (s *sentence) standing(g *group) qualifier {
	if g.role == "obj" || g.kind != nounKind {
		return s.qualify(g)
	}
	alone := *g
	alone.verb, alone.role = nil, ""
	return s.qualifyNoun(&alone)
}

// there gives the adverb behind the anchor that stands for a place which one of the slots asks for: "keeps troops there".
func (s *sentence) there(slots []slot, anchor *group) *group {
	if anchor.index+1 >= len(s.groups) {
		return nil
	}
	asked := false
	for _, sl := range slots {
		asked = asked || sl.guard == "place" && sl.inner == "" && (sl.role == "in" || sl.role == "to")
	}
	if asked && anchor.kind == verbKind {
		if place := s.where(anchor); place != nil {
			return place
		}
	}
	for k := anchor.index + 1; asked && k < len(s.groups) && k < anchor.index+4; k++ {
		switch g := s.groups[k]; g.kind {
		case adverbKind:
			if len(g.place) > 0 {
				return g
			}
		case nounKind:
			if g != anchor.object {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// where gives the place that the clause of the verb describes: "in Mali, where Russia has troops".
func (s *sentence) where(v *group) *group {
	for k := v.index - 1; k > 0 && k > v.index-6; k-- {
		switch g := s.groups[k]; g.kind {
		case relKind:
			if of := s.antecedent(k); g.lemma == "where" && of != nil && len(of.place) > 0 {
				return of
			}
			return nil
		case nounKind, adverbKind:
		default:
			return nil
		}
	}
	return nil
}

// fired resolves "a rocket fired by Hezbollah" to who fired it.
func (s *sentence) fired(g *group) []ref {
	if s.doc.reader.frames.event(g.lemma) {
		for _, by := range s.argumentsOf(g, "by") {
			s.resolveGroup(by)
			return s.owned(g, by.actor, false) // "air raids by the coalition"
		}
	}
	if g.index+1 >= len(s.groups) || s.groups[g.index] != g {
		return nil
	}
	v := s.groups[g.index+1]
	if v.kind != verbKind || !v.participle {
		return nil
	}
	switch v.lemma {
	case "fire", "launch", "drop", "shoot", "send", "fly", "operate", "man":
	default:
		return nil
	}
	for _, by := range s.argumentsOf(v, "by") {
		s.resolveGroup(by)
		if refs := s.owned(g, by.actor, false); len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// doerOfPurpose gives who is to do what an infinitive behind the noun group at left says: "the LNA's offensive to
// retake", "a Turkish operation to seize", "a campaign by the LNA to take".
func (s *sentence) doerOfPurpose(left int) *group {
	g := s.groups[left]
	switch {
	case left > 1 && s.groups[left-1].kind == prepKind && s.groups[left-1].lemma == "by" && (s.doc.reader.frames.event(s.groups[left-2].lemma) || s.intention(s.groups[left-2])):
		return g
	case g.kind != nounKind || !s.doc.reader.frames.event(g.lemma) && g.lemma != "attempt" && g.lemma != "bid" && g.lemma != "effort":
		return nil
	case g.possessor != nil:
		return g.possessor
	case len(g.names) > 0 && s.headName(g) == nil && s.doc.reader.classes.has("force", g.lemma):
		return g
	}
	return nil
}

// reigning lets heads of state of old stand for their states too: an article of today tells what they did in their day.
func (d *document) reigning(refs []ref) []ref {
	acting := make([]ref, len(refs))
	for i, r := range refs {
		if d.entity(r.id).Type == graph.Person && d.led(r.id) == "" {
			if ids := d.reader.dictionary.LedBy(r.id, ""); len(ids) > 0 && d.entity(ids[0]).IsState {
				r.id = ids[0]
				r = r.less(surePossessor)
			}
		}
		acting[i] = r
	}
	return acting
}

// rebelWord gives the word that makes rebels of a force: "opposition" in "opposition fighters", or empty.
func (s *sentence) rebelWord(g *group) string {
	if g.head == g.first || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "grouping") {
		return ""
	}
	switch word := s.lower[g.head-1]; word {
	case "rebel", "opposition", "insurgent", "guerrilla", "separatist":
		return word
	}
	return ""
}
