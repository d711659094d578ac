package extract

import (
	"slices"
	"strings"
)

// related reports whether the noun group tells of somebody only what he is to whom it names, for whom he neither acts nor speaks:
// "an ally of Chad", "Chad's critics".
func (s *sentence) related(g *group) bool {
	return s.doc.reader.classes.has("related", g.lemma) && s.headName(g) == nil
}

// unofficial reports whether the noun group tells of people who serve or lead no more, or are against those who do: "former officers of the
// army", "Chad's opposition leader".
func (s *sentence) unofficial(g *group) bool {
	for _, against := range [...]string{"ex-", "opposition_", "rebel_"} {
		if person, ok := strings.CutPrefix(g.lemma, against); ok && s.doc.reader.classes.any(person, "leader", "member", "officials") {
			return true
		}
	}
	return s.doc.reader.classes.any(g.lemma, "leader", "member", "officials", "force", "instrument") && s.headName(g) == nil && !s.doc.reader.frames.event(g.lemma) &&
		s.precededBy(g, "former", "ex", "retired", "exiled", "opposition", "rebel", "dissident", "mutinous", "renegade", "rogue", "ousted", "deposed", "fugitive", "jailed", "late")
}

// beyond reports whether the slot would tell of somebody what is told of another who is something to him or against him: "arms from Haftar's
// ally", "fought rebels of Chad".
func (s *sentence) beyond(sl *slot, g *group) bool {
	if s.doc.reader.classes.has("share", g.lemma) {
		if of := s.roleGroups("of", g); len(of) == 1 && of[0] != g && s.related(of[0]) {
			g = of[0] // "some of Chad's allies"
		}
	}
	switch sl.inner {
	case "poss", "of":
		if n := s.headName(g); sl.role == "subj" && n != nil && (sl.inner == "poss" || s.person(n)) {
			return true // "Roe's deputy Doe threatened"
		}
		fallthrough
	case "direct-of", "owner", "mod", "giver", "from":
		return !sl.related && sl.role != "complement" && sl.role != "as" && (s.related(g) || s.unofficial(g) || s.unstately(g))
	}
	return false
}

// unstately reports whether the noun group tells of a state's rebels, or of companies and people in its land who act for anybody: "Chadian gunmen".
func (s *sentence) unstately(g *group) bool {
	classes := s.doc.reader.classes
	return s.headName(g) == nil && (classes.any(g.lemma, "rebels", "enterprise") || classes.has("nationals", g.lemma) && slices.ContainsFunc(g.names, func(k int) bool { return s.names[k].known() && s.names[k].senses[0].Entry.IsState }))
}

// ofNounBefore reports whether an "of" or "from" behind those arguments of a group, or its own "of", belongs to the last of them: "sanctions for its support of X", "arms
// from a friend of the president of X" are not of X.
func (s *sentence) ofNounBefore(prep string, g *group, list []argument) bool {
	classes, last := s.doc.reader.classes, argument{"of", g.of}
	if len(list) > 0 {
		last = list[len(list)-1]
	}
	if last.noun == nil {
		return false
	}
	if n := s.headName(last.noun); s.unofficial(last.noun) || n != nil && s.person(n) {
		return true
	}
	if prep == "from" {
		return s.related(last.noun) || last.prep == "from" && s.headName(last.noun) == nil && classes.any(last.noun.lemma, "leader", "member", "nationals", "rebels", "victims")
	}
	return classes.any(last.noun.lemma, "support", "related", "hostile", "member", "descriptor") || last.prep != "by" && classes.any(last.noun.lemma, "leader", "officials", "rebels", "victims", "grouping")
}

// hasLeft reports whether the noun group tells of people who were somebody's and are no more, so that what they do is not done by him:
// "former members of X", "X deserters", "remnants of X". Who fights them still fights X.
func (s *sentence) hasLeft(g *group) bool {
	classes := s.doc.reader.classes
	if g.kind != nounKind || len(g.names) == 0 && g.of == nil {
		return false
	}
	if s.headName(g) == nil && classes.has("deserter", g.lemma) {
		return true
	}
	return g.plural && classes.any(g.lemma, "member", "officials", "leader", "nationals", "rebels") && (s.headName(g) == nil || classes.has("rebels", g.lemma)) &&
		s.precededBy(g, "former", "dissident", "renegade", "rogue", "mutinous", "breakaway", "cashiered", "retired")
}

// leavesAlone reports whether somebody does not look after troops, which does not say that he is not there: "failed to protect its men in X".
func (s *sentence) leavesAlone(v *group) bool {
	if v.kind != verbKind || v.object == nil || !s.doc.reader.classes.has("tend", v.lemma) || !s.doc.reader.classes.any(v.object.lemma, "force", "nationals") {
		return false
	}
	return s.negates(v) || v.link == toLink && v.governor != nil && s.doc.reader.classes.has("fail", v.governor.lemma)
}

// deedOfApart reports whether the group is in a role of who does what the verb tells, and acts apart from whom it names: what "former
// members of X" do is not done by X.
func (s *sentence) deedOfApart(role string, verb, g *group) bool {
	return (role == "subj" || role == "by") && verb.kind == verbKind && s.hasLeft(g)
}
