package extract

import (
	"slices"

	"entente.example/loader/text"
)

// series lets the verbs of a list be one: of "armed, trained and funded by X" all are participles, with one subject and
// one agent.
func (s *sentence) series() {
	for i := 0; i+4 < len(s.groups); i++ {
		first := s.groups[i]
		if first.kind != verbKind || first.lemma == "" || first.leads != nil || i > 3 && s.groups[i-1].kind == nounKind && s.groups[i-2].kind == relKind && !isRelativeOf(s.groups[i-2].lemma) && s.groups[i-3].kind == commaKind {
			continue // "and then, when nobody came, trained and funded"
		}
		var members []*group
		k := i + 1
		for ; k+1 < len(s.groups); k += 2 {
			sep := s.groups[k].kind
			if sep == commaKind && s.groups[k+1].kind == conjKind {
				k++
				sep = conjKind
			}
			if sep != commaKind && sep != conjKind || k+1 >= len(s.groups) || !s.sameForm(first, s.groups[k+1]) {
				break
			}
			members = append(members, s.groups[k+1])
			if sep == conjKind {
				break
			}
		}
		if len(members) < 2 || s.groups[members[len(members)-1].index-1].kind != conjKind {
			continue
		}
		last := members[len(members)-1]
		if next := last.index + 1; next < len(s.groups) && s.groups[next].kind == prepKind && s.groups[next].lemma == "by" && first.first == first.head {
			first.finite, first.participle, first.passive = false, true, true
		}
		for _, m := range members {
			m.finite, m.participle, m.passive, m.leads = first.finite, first.participle, first.passive, first
		}
	}
}

// sameForm reports whether a verb may stand in one list with the first: one past form without an auxiliary.
func (s *sentence) sameForm(first, v *group) bool {
	past := func(g *group) bool {
		return s.tokens[g.lastVerb].Tag == text.VBD || s.tokens[g.lastVerb].Tag == text.VBN
	}
	return v.kind == verbKind && v.lemma != "" && v.first == v.head && past(first) && past(v)
}

// share lets joined verbs have one object or agent: "armed and trained by X", "attacked and captured X".
func (s *sentence) share() {
	for i := len(s.groups) - 1; i >= 0; i-- {
		g := s.groups[i]
		first := g.governor
		if g.kind != verbKind || g.link != jointLink || first == nil || len(first.args) > 0 || first.object != nil {
			continue
		}
		if first.passive == g.passive && (first.index+2 == g.index || g.leads == first) {
			first.args, first.object = g.args, g.object
		}
	}
	for _, g := range s.groups {
		if first := g.leads; g.kind == verbKind && first != nil && g != first && len(g.args) == 0 && g.object == nil {
			g.args, g.object = first.args, first.object
		}
	}
}

// relativeSeries gives the subject of the relative clause that ends with the comma at k, where the verb right behind the comma goes on
// with it: "armed UNITA, which seized Huambo, shelled Kuito and besieged". The clause describes somebody behind the verb of its
// sentence who may act, and its verb has the tense of the next.
func (s *sentence) relativeSeries(k int) *group {
	if k < 4 || k+1 >= len(s.groups) || s.groups[k].kind != commaKind || !s.simplePast(s.groups[k+1]) {
		return nil
	}
	rel := k - 1
	for rel > 1 && s.groups[rel].kind != relKind {
		switch s.groups[rel].kind {
		case commaKind, conjKind, stopKind, compKind, quoteKind:
			return nil
		}
		rel--
	}
	if s.groups[rel].lemma != "which" && s.groups[rel].lemma != "who" || s.groups[rel-1].kind != commaKind {
		return nil
	}
	v := s.groups[rel+1]
	if !s.simplePast(v) || v.link != relativeLink || v.subject == nil || v.subject.index >= rel || !s.armedHead(v.subject) {
		return nil
	}
	up := s.verbBefore(v.subject.index)
	if up == nil || !up.finite || v.subject.verb != up {
		return nil
	}
	return v.subject
}

// simplePast reports whether the group is a finite verb of one word in the past tense.
func (s *sentence) simplePast(v *group) bool {
	return v.kind == verbKind && v.lemma != "" && v.finite && !v.passive && v.first == v.lastVerb && s.tokens[v.head].Tag != text.VBZ && s.tokens[v.head].Tag != text.VBP
}

// armedHead reports whether the noun group names armed people or a body that may fight, rather than a place or a thing.
func (s *sentence) armedHead(g *group) bool {
	if n := s.headName(g); n != nil {
		return !s.land(n)
	}
	return s.doc.reader.classes.any(g.lemma, "force", "grouping", "rebels")
}

// isCommand tells the nouns behind "under" that say who commands: "under US command".
func isCommand(lemma string) bool {
	switch lemma {
	case "command", "leadership", "auspices", "control", "mandate", "flag":
		return true
	}
	return false
}

// insertsPhrase reports whether a verb with its object ends before the "and", and those behind it, one or two, have a phrase between
// commas before a verb of their own: "invaded Sinai, and Britain and France, under a pretext, bombed".
func (s *sentence) insertsPhrase(i, next int) bool {
	if i == 0 || s.groups[i-1].kind != verbKind && s.groups[i-1].kind != prepKind || s.verbBefore(i) == nil {
		return false
	}
	k := next + 1
	if k+1 < len(s.groups) && s.groups[k].kind == conjKind && s.groups[k+1].kind == nounKind {
		k += 2
	}
	if k+1 >= len(s.groups) || s.groups[k].kind != commaKind || s.groups[k+1].kind != prepKind {
		return false
	}
	for k += 2; k+1 < len(s.groups); k++ {
		switch s.groups[k].kind {
		case commaKind:
			v := s.groups[k+1]
			return v.kind == verbKind && (v.finite || v.participle && s.pastForm(v) && s.objectNext(k+1))
		case conjKind, stopKind, compKind, relKind:
			return false
		}
	}
	return false
}

// areaBeside reports whether the noun group behind a place is an area as well: "A, B and the area around C".
func (s *sentence) areaBeside(a, b *group) bool {
	switch b.lemma {
	case "area", "region", "countryside", "hinterland", "corridor", "coast":
		return b.definite && !b.plural && s.isPlaceOrState(a)
	}
	return s.isPlaceOrState(a) && s.siteAt(slices.Index(s.groups, b)) != nil
}

// siteAt gives the town where the base or the like stands at k by the phrase behind it, or nil: "the air base at Goma".
func (s *sentence) siteAt(k int) *group {
	if k < 0 || k+2 >= len(s.groups) || s.groups[k].plural || !s.groups[k].definite || !s.doc.reader.classes.any(s.groups[k].lemma, "place", "premises") {
		return nil
	}
	where := s.groups[k+2]
	n := s.headName(where)
	if where.kind != nounKind || n == nil || !s.isPlaceName(n) {
		return nil
	}
	switch s.groups[k+1].lemma {
	case "at", "in", "near", "outside":
		return where
	}
	return nil
}

// takeInQuarters lets the part of the land in which a place of a list lies be of its noun group: "Goma in the east and Boma in the west".
func (s *sentence) takeInQuarters() {
	for i := 0; i+4 < len(s.groups); i++ {
		g, where := s.groups[i], s.groups[i+2]
		if g.kind != nounKind || s.groups[i+1].lemma != "in" || where.kind != nounKind || !where.definite || !isQuarter(where.lemma) || len(where.names) > 0 || s.headName(g) == nil {
			continue
		}
		next := i + 4
		if s.groups[i+3].kind == commaKind && next+1 < len(s.groups) && s.groups[next].kind == conjKind {
			next++
		} else if s.groups[i+3].kind != conjKind && s.groups[i+3].kind != commaKind {
			continue
		}
		if n := s.headName(s.groups[next]); n == nil || n.known() && !s.land(n) || next+2 >= len(s.groups) || s.groups[next+1].lemma != "in" || !isQuarter(s.groups[next+2].lemma) {
			continue
		}
		g.last = where.last
		s.groups = slices.Delete(s.groups, i+1, i+3)
	}
}

// joinOffices lets two offices that one person holds be one noun group: "Hamas's founder and leader, John Roe", "the founder and leader of
// Hamas, John Roe".
func (s *sentence) joinOffices() {
	for i := 0; i+3 < len(s.groups); i++ {
		g, next := s.groups[i], s.groups[i+2]
		if g.kind != nounKind || s.groups[i+1].lemma != "and" || next.kind != nounKind || g.plural || next.plural || next.first != next.head || s.headName(g) != nil || s.headName(next) != nil {
			continue
		}
		if classes := s.doc.reader.classes; !classes.has("leader", g.lemma) || !classes.has("leader", next.lemma) || !s.heldByOne(i+3) {
			continue
		}
		g.last = next.last
		s.groups = slices.Delete(s.groups, i+1, i+3)
	}
}

// heldByOne reports whether one person's name stands at k, if need be behind the body that he leads and a comma.
func (s *sentence) heldByOne(k int) bool {
	if k+1 < len(s.groups) && s.groups[k].lemma == "of" {
		k += 2
	}
	if k < len(s.groups) && s.groups[k].kind == commaKind {
		k++
	}
	if k >= len(s.groups) || s.groups[k].kind != nounKind {
		return false
	}
	n := s.headName(s.groups[k])
	return n != nil && s.person(n) && (k+1 >= len(s.groups) || s.groups[k+1].kind != conjKind)
}

// formBehind settles the form of a verb behind "and" or "but" that may be a past tense or a participle, an infinitive or a present: "is
// believed to have left the talks and armed X", "was not invited and armed X", "plans to hold a vote and attack X".
func (s *sentence) formBehind(left int, g *group) {
	nearest := s.verbBefore(left)
	if nearest == nil || g.first != g.head || g.passive && !g.participle {
		return
	}
	switch tag := s.tokens[g.head].Tag; {
	case (tag == text.VBD || tag == text.VBN) && g.finite && (nearest.infinitive && s.perfect(nearest) || nearest.finite && nearest.modal != "" && s.unreal(nearest)) && !isPast(s.lower[g.head]):
		g.finite, g.participle = false, true
		s.tokens[g.head].Tag = text.VBN
	case tag == text.VBP && g.finite && nearest.infinitive:
		g.finite = false
	case tag == text.VBN && g.participle && (nearest.passive || nearest.gerund) && !s.perfected(nearest) && s.objectNext(g.index) && !s.doc.reader.classes.has("give", g.lemma) && !s.doc.reader.classes.has("appoint", g.lemma):
		g.finite, g.participle, g.passive = true, false, false
		s.tokens[g.head].Tag = text.VBD
	}
}

// isPast tells past tenses that are no participles.
func isPast(word string) bool {
	switch word {
	case "took", "gave", "went", "saw", "withdrew", "drove", "began", "broke", "threw", "flew", "fell", "rose", "overran", "overthrew", "came", "wrote", "spoke", "chose", "undertook", "retook", "grew", "rode", "stole", "swore", "wore":
		return true
	}
	return false
}

// conjoinedLast reports whether "and" stands right before b, and a begins a list behind "of" a coalition.
func (s *sentence) conjoinedLast(a, b *group) bool {
	i := slices.Index(s.groups, a)
	k := slices.Index(s.groups, b)
	if i < 2 || k < i+2 || s.groups[k-1].kind != conjKind || s.groups[i-1].lemma != "of" {
		return false
	}
	switch s.groups[i-2].lemma {
	case "coalition", "alliance", "combination":
		return true
	}
	return false
}

// isWing tells the words for the armed part of a body.
func isWing(lemma string) bool {
	switch lemma {
	case "wing", "armed_wing", "military_wing", "arm", "branch":
		return true
	}
	return false
}
