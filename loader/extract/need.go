package extract

import (
	"slices"

	"entente.example/loader/text"
)

// needTests are the needs that have a name of their own, each a test of the anchor and the words of the need's line.
var needTests = map[string]func(s *sentence, anchor *group, words []string) bool{
	"fight-to":   func(s *sentence, v *group, _ []string) bool { return s.fightsTo(v) },
	"from-actor": (*sentence).fromActor,
	"then-to":    (*sentence).thenTo,
	"to-aid":     func(s *sentence, v *group, _ []string) bool { return s.toAid(v) },
	"in-doing":   (*sentence).inDoing,
	"shown":      func(s *sentence, g *group, _ []string) bool { return s.shown(g) },
	"then-give":  func(s *sentence, v *group, _ []string) bool { return s.thenGive(v) },
	"lets-use":   (*sentence).letsUse,
	"together":   func(s *sentence, v *group, _ []string) bool { return s.together(v) },
	"not-so":     (*sentence).leavesPlace,
	"unfronted":  func(_ *sentence, v *group, _ []string) bool { return v.fronted == nil },
	"sent-there": func(s *sentence, v *group, _ []string) bool { return s.sentThere(v) },
	"present":    func(s *sentence, v *group, _ []string) bool { return s.present(v) },
	"sent":       func(s *sentence, v *group, _ []string) bool { return s.sent(v) },
	"not-sent":   func(s *sentence, v *group, _ []string) bool { return !s.sent(v) },
	"stative": func(_ *sentence, v *group, _ []string) bool {
		return !v.gerund || v.passive || v.link != participial || v.subject != nil && v.subject.index > v.index
	},
	"not-own-label": func(s *sentence, v *group, _ []string) bool {
		label := s.labelOf(v)
		return label == nil || !isPossessive(s.lower[label.first])
	},
	"own-label":   (*sentence).ownLabel,
	"plural":      func(_ *sentence, g *group, _ []string) bool { return g.plural },
	"singular":    func(_ *sentence, g *group, _ []string) bool { return !g.plural },
	"obj-unarmed": (*sentence).hitsUnarmed,
	"not-to-do":   (*sentence).leavesFree,
	"unturned":    (*sentence).unturned,
	"literal":     (*sentence).literal,
	"blows":       (*sentence).comesToBlows,
	"no-search":   (*sentence).notSearched,
	"by-arms":     (*sentence).byArms,
	"armed":       func(s *sentence, v *group, _ []string) bool { return s.armedIn(v) },
	"unowned": func(_ *sentence, g *group, _ []string) bool {
		return g.possessor == nil && g.pronominal == nil && len(g.names) == 0
	},
	"goods": func(s *sentence, g *group, _ []string) bool {
		goods := s.goods(g)
		if s.handsOver(g) {
			return false
		}
		return s.headIn(goods, []string{"@support"}) && s.doc.reader.classes.kind("support", goods.lemma) != "" || len(s.delivered(g)) > 0
	},
	"not-to": noneBehind("to"),
	"taken-then": func(s *sentence, v *group, _ []string) bool {
		if up := v.governor; v.lemma == "secure" && v.infinitive && up != nil && (up.lemma == "come" || s.doc.reader.classes.any(up.lemma, "dispatch", "muster")) {
			return false // "came to secure the capital", "were sent to"
		}
		if next := v.index + 2; v.lemma == "clear" && next < len(s.groups) && s.groups[next].infinitive {
			return false // "cleared X to use its missiles"
		}
		return v.lemma != "occupy" || s.tokens[v.head].Tag != text.VBZ && s.tokens[v.head].Tag != text.VBP
	},
	"obj-goods": func(s *sentence, v *group, _ []string) bool {
		return v.object != nil && len(s.kindsIn(s.goods(v.object))) > 0
	},
	"not-for-goods": func(s *sentence, v *group, words []string) bool {
		return !slices.ContainsFunc(s.argumentsOf(v, "for"), func(g *group) bool { return !s.headIn(g, []string{"@support"}) && !s.headIn(g, words) })
	},
	"not-in":        noneBehind("in"),
	"not-as":        noneBehind("as"),
	"not-from-doer": func(s *sentence, g *group, _ []string) bool { return !s.namesDoer(g) },
	"not-in-charge": func(s *sentence, v *group, words []string) bool {
		return len(s.argumentsOf(v, "in_charge_of"))+len(s.argumentsOf(v, "in_command_of")) == 0 && !slices.ContainsFunc(s.argumentsOf(v, "in"), func(g *group) bool { return s.headIn(g, words) })
	},
	"over-place": func(s *sentence, v *group, _ []string) bool {
		return v.object != nil && slices.ContainsFunc(append(s.argumentsOf(v, "over"), s.argumentsOf(v.object, "over")...), func(g *group) bool { return len(g.place) > 0 })
	},
	"no-for":         func(s *sentence, g *group, _ []string) bool { return len(s.argumentsOf(g, "for")) == 0 },
	"not-from-doing": (*sentence).notFromDoing,
	"no-under":       func(s *sentence, v *group, _ []string) bool { return len(s.argumentsOf(v, "under")) == 0 },
	"no-of":          func(s *sentence, v *group, _ []string) bool { return len(s.argumentsOf(v, "of")) == 0 },
	"no-into":        func(s *sentence, v *group, _ []string) bool { return len(s.argumentsOf(v, "into")) == 0 },
	"no-with":        func(s *sentence, v *group, _ []string) bool { return len(s.argumentsOf(v, "with")) == 0 },
	"from-place": func(_ *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(v.args, func(a argument) bool {
			return (a.prep == "from" || a.prep == "out_of") && len(a.noun.place) > 0
		})
	},
	"no-from": func(s *sentence, v *group, _ []string) bool {
		return len(s.argumentsOf(v, "from"))+len(s.argumentsOf(v, "out_of")) == 0
	},
	"behind-own": func(_ *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(v.args, func(a argument) bool { return a.prep == "behind" && a.noun.pronoun })
	},
	"obj-with": func(s *sentence, v *group, _ []string) bool {
		return v.object != nil && v.object.index+1 < len(s.groups) && s.groups[v.object.index+1].lemma == "with"
	},
	"next-actor": func(s *sentence, v *group, _ []string) bool {
		k := slices.IndexFunc(s.groups[v.index+1:], func(g *group) bool { return g.kind == nounKind })
		return k >= 0 && len(s.groups[v.index+1+k].actor) > 0
	},
	"no-fine": func(s *sentence, v *group, _ []string) bool {
		return !slices.ContainsFunc(s.argumentsOf(v, "with"), func(g *group) bool { return s.headIn(g, []string{"@fine"}) })
	},
	"not-of":       noneBehind("of"),
	"not-on":       noneBehind("on"),
	"not-over":     noneBehind("over"),
	"not-at":       noneBehind("at"),
	"not-aid-from": (*sentence).aidFromNobody,
	"own-clause":   func(s *sentence, g *group, _ []string) bool { return s.mayBeHome(g) },
	"no-by":        func(s *sentence, v *group, _ []string) bool { return len(s.argumentsOf(v, "by")) == 0 },
	"no-foe": func(s *sentence, g *group, _ []string) bool {
		on := slices.ContainsFunc(s.argumentsOf(g, "on"), func(g *group) bool {
			return g.lemma != "date" && !isDay(g.lemma) && !s.tellsTime(g) // "clashes with X on Monday"
		})
		return !on && len(s.argumentsOf(g, "against"))+len(s.argumentsOf(g, "between")) == 0
	},
	"against-actor": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.argumentsOf(v, "against"), func(g *group) bool { return len(g.actor) > 0 })
	},
	"against-named": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.argumentsOf(v, "against"), func(g *group) bool { return !g.pronoun })
	},
	"on-same-side": func(s *sentence, v *group, _ []string) bool { return s.onSameSide(v) },
	"to-place": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.argumentsOf(v, "to"), func(g *group) bool { return len(g.place) > 0 })
	},
	"to-actor": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.argumentsOf(v, "to"), func(g *group) bool { return len(g.actor) > 0 })
	},
	"obj-person": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool { return len(s.admit(g.actor, "person")) > 0 })
	},
	"hunted": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc([]string{"obj", "with", "against"}, func(role string) bool {
			return slices.ContainsFunc(s.roleGroups(role, v), func(g *group) bool { return s.headIn(g, []string{"@hunted"}) })
		})
	},
	"surrounded": func(s *sentence, v *group, _ []string) bool { return s.surrounded(v) },
	"place-edge": func(s *sentence, v *group, _ []string) bool { return s.nears(v) },
	"not-out": func(s *sentence, v *group, _ []string) bool {
		return len(s.argumentsOf(v, "out_of"))+len(s.argumentsOf(v, "away_from")) == 0
	},
	"lasting":     func(s *sentence, v *group, _ []string) bool { return s.lasts(v) },
	"not-persons": func(s *sentence, v *group, _ []string) bool { return !s.betweenPersons(v) },
	"of-own":      func(s *sentence, g *group, _ []string) bool { return s.ofOwnSubject(g) },
	"active":      func(_ *sentence, v *group, _ []string) bool { return !v.passive },
	"finite":      func(_ *sentence, v *group, _ []string) bool { return !v.infinitive },
	"obj-others":  func(s *sentence, v *group, _ []string) bool { return !s.ofOwn(v) },
	"obj-place": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool { return len(g.place) > 0 })
	},
	"passive":    func(_ *sentence, v *group, _ []string) bool { return v.passive },
	"no-longer":  (*sentence).noLonger,
	"toll":       (*sentence).toll,
	"not-others": func(s *sentence, v *group, _ []string) bool { return !s.ofOthers(v) },
	"no-obj":     func(_ *sentence, v *group, _ []string) bool { return v.object == nil },
	"no-place":   func(_ *sentence, v *group, _ []string) bool { return v.object != nil && len(v.object.place) == 0 },
	"obj-actor": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool { return len(s.admit(g.actor, "force")) > 0 })
	},
	"subj-unarmed": func(s *sentence, v *group, _ []string) bool {
		return !slices.ContainsFunc(s.roleGroups("subj", v), func(g *group) bool { return len(s.admit(g.actor, "force")) > 0 })
	},
	"obj-mod": func(s *sentence, v *group, words []string) bool {
		return v.object != nil && s.precededBy(v.object, words...)
	},
	"several": func(s *sentence, v *group, _ []string) bool { return s.several("subj", v) },
	"alone":   func(s *sentence, v *group, _ []string) bool { return !s.several("subj", v) },
	"subj-mod": func(s *sentence, v *group, words []string) bool {
		return v.subject != nil && s.precededBy(v.subject, words...)
	},
	"subj-members":     func(s *sentence, v *group, _ []string) bool { return s.membersAct(v) },
	"not-subj-members": func(s *sentence, v *group, _ []string) bool { return !s.membersAct(v) },
	"obj-named": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool {
			next := g.index + 1
			return s.headName(g) != nil || next < len(s.groups) && s.groups[next].passive && names(s.groups[next].lemma) // "a unit called X"
		})
	},
	"several-into": func(s *sentence, v *group, _ []string) bool { return s.several("into", v) },
	"several-from": func(s *sentence, v *group, _ []string) bool {
		return s.several("from", v) || slices.ContainsFunc(s.argumentsOf(v, "from"), func(g *group) bool { return s.several("of", g) }) // "from a merger of X and Y"
	},
	"several-obj": func(s *sentence, v *group, _ []string) bool { return s.several("obj", v) },
	"obj-not": func(s *sentence, v *group, words []string) bool {
		return !slices.ContainsFunc(s.roleGroups("obj", v), func(g *group) bool { return s.amongWords(s.uncounted(g).lemma, words) })
	},
	"subj-not": func(s *sentence, v *group, words []string) bool {
		return v.subject == nil || !s.amongWords(v.subject.lemma, words)
	},
	"obj-not-mod": func(s *sentence, v *group, words []string) bool {
		objects := s.roleGroups("obj", v)
		return len(objects) > 0 && !slices.ContainsFunc(objects, func(g *group) bool { return s.precededBy(g, words...) })
	},
	"mod":          func(s *sentence, g *group, words []string) bool { return s.precededBy(g, words...) },
	"not-mod":      func(s *sentence, g *group, words []string) bool { return !s.precededBy(g, words...) },
	"obj-ownless":  func(s *sentence, v *group, _ []string) bool { return s.ownless(v.object) },
	"obj-not-that": func(s *sentence, v *group, _ []string) bool { return v.object == nil || !s.governs(v) },
	"untargeted": func(_ *sentence, g *group, _ []string) bool {
		return !slices.ContainsFunc(g.after, func(a argument) bool { return len(a.noun.place) > 0 })
	},
	"obj-untargeted": func(s *sentence, v *group, _ []string) bool {
		return v.object != nil && len(s.argumentsOf(v.object, "of"))+len(s.argumentsOf(v.object, "on"))+len(s.argumentsOf(v.object, "against")) == 0
	},
	"between-armed": func(s *sentence, g *group, _ []string) bool {
		return slices.ContainsFunc(s.argumentsOf(g, "between"), func(b *group) bool { return len(s.admit(b.actor, "armed")) > 0 })
	},
	"named-operation": func(s *sentence, v *group, _ []string) bool {
		return v.object != nil && s.lower[v.object.first] == "operation"
	},

	"no-operation": func(s *sentence, v *group, _ []string) bool {
		return v.object == nil || s.lower[v.object.first] != "operation"
	},
	"surface": func(s *sentence, v *group, words []string) bool {
		return v.subject != nil && s.headIn(v.subject, words)
	},
	"a-merger": func(s *sentence, v *group, _ []string) bool {
		return slices.ContainsFunc(v.args, func(a argument) bool { return s.doc.reader.classes.has("merger", a.noun.lemma) })
	},
	"of-support":  func(s *sentence, g *group, _ []string) bool { return s.ofSupport(g) },
	"behind":      (*sentence).standsBehind,
	"before-with": func(s *sentence, g *group, _ []string) bool { return s.besideWith(g) },
	"made":        (*sentence).made,
	"goods-not":   (*sentence).ownGoods,
	"obj-none": func(s *sentence, v *group, words []string) bool {
		return v.object != nil && !s.headIn(v.object, words)
	},
	"object-is": (*sentence).objectIs,
	"verb-is":   (*sentence).verbIs,
	"let-by": func(_ *sentence, v *group, words []string) bool {
		return v.governor != nil && slices.Contains(words, v.governor.lemma)
	},
	"not-let-by": func(_ *sentence, v *group, words []string) bool {
		return v.governor == nil || !slices.Contains(words, v.governor.lemma)
	},
	"governed-by": func(_ *sentence, g *group, words []string) bool {
		return g.verb != nil && slices.Contains(words, g.verb.lemma)
	},
	"not-under": func(_ *sentence, g *group, words []string) bool {
		return g.verb == nil || !slices.Contains(words, g.verb.lemma)
	},
}

// noneBehind makes the test that no head of what stands behind the preposition is one of the words.
func noneBehind(prep string) func(s *sentence, anchor *group, words []string) bool {
	return func(s *sentence, anchor *group, words []string) bool {
		return !slices.ContainsFunc(s.argumentsOf(anchor, prep), func(g *group) bool { return s.headIn(g, words) })
	}
}

// betweenPersons reports whether a person does it to a person, both by name: who "attacked" or "defeated" whom so was at odds with
// him, but there need not have been a shot.
func (s *sentence) betweenPersons(v *group) bool {
	for _, role := range []string{"subj", "obj"} {
		groups := s.roleGroups(role, v)
		if len(groups) == 0 || slices.ContainsFunc(groups, func(g *group) bool { return len(g.actor) == 0 || len(s.admit(g.actor, "person")) < len(g.actor) }) {
			return false
		}
	}
	return true
}

// ofOwnSubject reports whether what stands behind "of" at the noun is nobody else's than the subject's of its verb: "announced the
// deployment of troops" but not "announced the deployment of UN troops".
func (s *sentence) ofOwnSubject(g *group) bool {
	if g.verb == nil || g.verb.subject == nil {
		return true
	}
	for _, of := range s.argumentsOf(g, "of") {
		for _, r := range of.actor {
			if !slices.ContainsFunc(g.verb.subject.actor, func(own ref) bool { return own.id == r.id }) {
				return false
			}
		}
		if len(of.actor) == 0 && (len(of.names) > 0 || len(of.compounds) > 0) {
			return false
		}
	}
	return true
}

// namesDoer reports whether the noun group comes from one of several who do what its verb tells: "French and German troops, with jets
// from France, attacked X".
func (s *sentence) namesDoer(g *group) bool {
	if g.verb == nil || g.verb.subject == nil || len(g.verb.subject.actor) < 2 {
		return false
	}
	return slices.ContainsFunc(s.argumentsOf(g, "from"), func(from *group) bool {
		return slices.ContainsFunc(from.actor, func(r ref) bool {
			state := s.doc.entity(r.id).Country
			return slices.ContainsFunc(g.verb.subject.actor, func(doer ref) bool { return doer.id == r.id || doer.id == state })
		})
	})
}

// membersAct reports whether the subject is several bodies without names, of which the one that is told of is but one: "X was one of the groups
// that formed Y".
func (s *sentence) membersAct(v *group) bool {
	return v.subject != nil && v.subject.plural && s.headName(v.subject) == nil && s.doc.reader.classes.has("membership", v.subject.lemma)
}

// several reports whether the noun groups in the role stand for two bodies or more.
func (s *sentence) several(role string, v *group) bool {
	bodies := 0
	for _, g := range s.roleGroups(role, v) {
		if slices.Contains(s.lower[g.first:g.last], "then") {
			return false // "by X and then by Y"
		}
		bodies += len(s.admit(g.actor, "body"))
	}
	return bodies > 1
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

// governs reports whether a clause hangs on the verb, so that what looks like its object is not what it acts on: "warned
// that X was arming" but not "warned X that".
func (s *sentence) governs(v *group) bool {
	end := v.index + 4
	if o := v.object; o != nil && o.index > v.index && s.headName(o) != nil {
		end = min(end, o.index)
	}
	for k := v.index + 1; k < len(s.groups) && k < end; k++ {
		if s.groups[k].kind == compKind && s.groups[k].lemma == "that" {
			return true
		}
	}
	return false
}

// sent reports whether the verb tells what its subject sent somebody to do: "sent its militia to fight".
func (s *sentence) sent(v *group) bool {
	up := v.governor
	return v.link == toLink && up != nil && up.object != nil && s.doc.reader.classes.has("dispatch", up.lemma)
}

// ownless reports whether nobody is named as the owner of the noun group, so that the verb's subject is who gives it.
func (s *sentence) ownless(g *group) bool {
	return g == nil || (g.possessor == nil || len(g.possessor.actor) == 0) && len(s.modifiers(g, "actor")) == 0
}

// purposeOf gives the infinitive that tells what the verb group was done for, or nil.
func (s *sentence) purposeOf(v *group) *group {
	for k := v.index + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			if g.infinitive {
				return g
			}
			return nil
		case nounKind, prepKind, adverbKind:
		default:
			return nil
		}
	}
	return nil
}

// toAid reports whether what the verb tells is done to help those at the place: "sent troops to X to fight rebels".
func (s *sentence) toAid(v *group) bool {
	purpose := s.purposeOf(v)
	if purpose == nil {
		return false
	}
	switch purpose.lemma {
	case "help", "assist", "aid", "train", "support":
		return purpose.object == nil || s.headName(purpose.object) == nil
	case "fight", "combat", "counter", "battle", "quell", "contain":
		return purpose.object != nil && (s.doc.reader.classes.any(purpose.object.lemma, "rebels", "nationals") || purpose.object.lemma == "terrorism" || purpose.object.lemma == "terrorist")
	}
	return false
}

// fightsTo reports whether the infinitive is what its subject fights for: "has been fighting to topple".
func (s *sentence) fightsTo(v *group) bool {
	up := v.governor
	if !v.infinitive || up == nil {
		return false
	}
	switch up.lemma {
	case "fight", "battle", "struggle", "rebel":
		return true
	}
	return up.object != nil && s.doc.reader.classes.has("wage", up.lemma) && s.doc.reader.frames.hostile(up.lemma)
}

// letsUse reports whether one of the verbs follows the object, by which it uses the land of the subject: "let X use its
// bases".
func (s *sentence) letsUse(v *group, verbs []string) bool {
	next := v.index + 2
	if next < len(s.groups) && s.groups[next].lemma == "cross" && s.groups[next].object != nil {
		switch s.groups[next].object.lemma {
		case "strait", "river", "canal", "channel", "sea", "ocean", "line", "parallel", "gulf":
			return false // nobody's land
		}
	}
	return v.object != nil && next < len(s.groups) && s.groups[next].kind == verbKind && slices.Contains(verbs, s.groups[next].lemma)
}

// shown reports whether something is done as a sign of what the noun tells: "in a show of support for", "in solidarity with".
func (s *sentence) shown(g *group) bool {
	if g.verb == nil || g.index < 1 || s.groups[g.index-1].kind != prepKind {
		return false
	}
	if prep := s.groups[g.index-1].lemma; prep == "in" || prep == "out_of" {
		return g.lemma == "solidarity"
	}
	over := s.nounBefore(g)
	if over == nil || s.groups[g.index-1].lemma != "of" {
		return false
	}
	switch over.lemma {
	case "show", "gesture", "sign", "display", "demonstration", "token", "act":
		return s.standsBehind(over, []string{"in", "as"})
	}
	return false
}

// nears reports whether the verb brings its subject close to a place but not into it: "reached the gates of X", "inched
// closer to X", "got within 5 km of X".
func (s *sentence) nears(v *group) bool {
	for i := v.last; i < len(s.lower) && i < v.last+5; i++ {
		switch s.lower[i] {
		case "outskirts", "gates", "edge", "edges", "fringes", "closer", "doorstep", "within", "approaches":
			return true
		case ",", ".", ";", "and":
			return false
		}
	}
	return false
}

// surrounded reports whether the object is said to be ringed: "has the town surrounded".
func (s *sentence) surrounded(v *group) bool {
	if v.object == nil || v.object.last >= len(s.lower) {
		return false
	}
	switch s.lower[v.object.last] {
	case "surrounded", "encircled", "besieged", "ringed", "blockaded":
		return true
	}
	return false
}

// ofOwn reports whether the verb's object is the subject's own: "cleared its troops out".
func (s *sentence) ofOwn(v *group) bool {
	for _, o := range s.roleGroups("obj", v) {
		for _, by := range s.roleGroups("subj", v) {
			if slices.ContainsFunc(o.actor, func(r ref) bool {
				return slices.ContainsFunc(by.actor, func(own ref) bool { return own.id == r.id })
			}) {
				return true
			}
		}
	}
	return false
}

// present reports whether the verb "be" says where its subject is, rather than what it is: "were in Libya", "are active
// in Yemen".
func (s *sentence) present(v *group) bool {
	switch c := v.complement; {
	case len(s.argumentsOf(v, "behind")) > 0:
		return false // "was behind the attack on X"
	case c == nil:
		return v.object == nil
	case c.kind != adjKind:
		return false
	default:
		return c.lemma == "present" || c.lemma == "active" || c.lemma == "operational"
	}
}
