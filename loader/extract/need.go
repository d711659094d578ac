package extract

import (
	"slices"
	"strings"
)

// meets checks the frame's needs at the anchor.
func (s *sentence) meets(f *frame, anchor *group) bool {
	for _, n := range f.needs {
		if !s.met(n, anchor) {
			return false
		}
	}
	return true
}

// met checks one need: a test of its own name, or else that the group in the role has one of the words as its head.
func (s *sentence) met(n need, v *group) bool {
	switch n.test {
	case "to-verb": // a verb follows the object: "helped X to attack"
		next := v.index + 2
		return v.object != nil && next < len(s.groups) && (s.groups[next].infinitive || s.groups[next].kind == verbKind)
	case "then-to":
		return s.thenTo(v, n.words)
	case "to-aid":
		return s.toAid(v)
	case "lets-use":
		return s.letsUse(v)
	case "together":
		return s.together(v)
	case "present":
		return s.present(v)
	case "sent", "not-sent":
		return s.sent(v) == (n.test == "sent")
	case "stative":
		return !v.gerund || v.link != participial
	case "armed":
		return s.armedIn(v)
	case "unowned":
		return v.possessor == nil && len(v.names) == 0
	case "goods":
		return s.headIn(v, []string{"@support"}) && s.doc.reader.classes.words["support"][s.goods(v).lemma].kind != ""
	case "not-for-goods":
		return !slices.ContainsFunc(s.argumentsOf(v, "for"), func(g *group) bool { return !s.headIn(g, []string{"@support"}) })
	case "no-with":
		return len(s.argumentsOf(v, "with")) == 0
	case "from-place":
		return slices.ContainsFunc(v.args, func(a argument) bool {
			return (a.prep == "from" || a.prep == "out_of") && len(a.noun.place) > 0
		})
	case "no-obj", "no-place", "obj-place", "obj-actor", "obj-mod", "obj-ownless", "obj-not-that", "named-operation":
		return s.metByObject(n, v)
	}
	return slices.ContainsFunc(s.roleGroups(n.test, v), func(g *group) bool { return s.headIn(g, n.words) })
}

// metByObject checks a need that the verb's object has to meet.
func (s *sentence) metByObject(n need, v *group) bool {
	switch n.test {
	case "no-obj":
		return v.object == nil
	case "obj-not-that":
		return v.object == nil || !s.governs(v)
	case "obj-actor":
		return slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool { return len(s.admit(g.actor, "force")) > 0 })
	}
	if v.object == nil {
		return n.test == "obj-ownless" && s.ownless(nil)
	}
	switch n.test {
	case "no-place":
		return len(v.object.place) == 0
	case "obj-place":
		return len(s.guarded(v.object, "place")) > 0
	case "obj-mod":
		return s.precededBy(v.object, n.words...)
	case "obj-ownless":
		return s.ownless(v.object)
	case "named-operation":
		return s.lower[v.object.first] == "operation"
	}
	return false
}

// armedIn reports whether the subject, or the surface object, is an armed body.
func (s *sentence) armedIn(v *group) bool {
	for _, g := range []*group{v.subject, v.object} {
		if g != nil && len(s.admit(g.actor, "force")) > 0 {
			return true
		}
	}
	return false
}

// governs reports whether a clause hangs on the verb, so that its object is not what it acts on.
func (s *sentence) governs(v *group) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+4; k++ {
		if s.groups[k].kind == compKind && s.groups[k].lemma == "that" {
			return true
		}
	}
	return false
}

// headIn reports whether the head of the noun group, or of one of its conjuncts, is one of the words or classes.
func (s *sentence) headIn(g *group, words []string) bool {
	if g.conjuncts != nil {
		return slices.ContainsFunc(g.conjuncts, func(c *group) bool { return s.headIn(c, words) })
	}
	for o := g; o != nil; o = o.of {
		for _, w := range words {
			if class, ok := strings.CutPrefix(w, "@"); ok && s.doc.reader.classes.has(class, o.lemma) || w == o.lemma {
				return class != "support" || !s.humane(o)
			}
		}
	}
	return false
}
