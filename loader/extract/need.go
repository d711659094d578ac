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
func (s *sentence) met(n need, anchor *group) bool {
	if test, ok := needTests[n.test]; ok {
		return test(s, anchor, n.words)
	}
	return slices.ContainsFunc(s.roleGroups(n.test, anchor), func(g *group) bool { return s.headIn(g, n.words) })
}

// needTests are the needs that have a name of their own, each a test of the anchor and the words of the need's line.
var needTests = map[string]func(s *sentence, anchor *group, words []string) bool{
	"then-to":  (*sentence).thenTo,
	"to-aid":   func(s *sentence, v *group, _ []string) bool { return s.toAid(v) },
	"lets-use": func(s *sentence, v *group, _ []string) bool { return s.letsUse(v) },
	"together": func(s *sentence, v *group, _ []string) bool { return s.together(v) },
	"present":  func(s *sentence, v *group, _ []string) bool { return s.present(v) },
	"sent":     func(s *sentence, v *group, _ []string) bool { return s.sent(v) },
	"not-sent": func(s *sentence, v *group, _ []string) bool { return !s.sent(v) },
	"stative":  func(_ *sentence, v *group, _ []string) bool { return !v.gerund || v.link != participial },
	"armed":    func(s *sentence, v *group, _ []string) bool { return s.armedIn(v) },
	"unowned":  func(_ *sentence, g *group, _ []string) bool { return g.possessor == nil && len(g.names) == 0 },
	"goods": func(s *sentence, g *group, _ []string) bool {
		return s.headIn(g, []string{"@support"}) && s.doc.reader.classes.words["support"][s.goods(g).lemma].kind != ""
	},
	"not-for-goods": func(s *sentence, v *group, _ []string) bool {
		return !slices.ContainsFunc(s.argumentsOf(v, "for"), func(g *group) bool { return !s.headIn(g, []string{"@support"}) })
	},
	"no-with": func(s *sentence, v *group, _ []string) bool { return len(s.argumentsOf(v, "with")) == 0 },
	"from-place": func(_ *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(v.args, func(a argument) bool {
			return (a.prep == "from" || a.prep == "out_of") && len(a.noun.place) > 0
		})
	},
	"no-obj":   func(_ *sentence, v *group, _ []string) bool { return v.object == nil },
	"no-place": func(_ *sentence, v *group, _ []string) bool { return v.object != nil && len(v.object.place) == 0 },
	"obj-actor": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool { return len(s.admit(g.actor, "force")) > 0 })
	},
	"obj-mod": func(s *sentence, v *group, words []string) bool {
		return v.object != nil && s.precededBy(v.object, words...)
	},
	"obj-ownless":  func(s *sentence, v *group, _ []string) bool { return s.ownless(v.object) },
	"obj-not-that": func(s *sentence, v *group, _ []string) bool { return v.object == nil || !s.governs(v) },
	"named-operation": func(s *sentence, v *group, _ []string) bool {
		return v.object != nil && s.lower[v.object.first] == "operation"
	},
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
