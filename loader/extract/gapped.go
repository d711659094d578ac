package extract

import (
	"slices"

	"entente.example/graph/actors"
)

// splitGapped cuts the noun group that opens a clause without a verb into who does it and to what, and puts the verb of the clause before
// between them: "A took Goma, and B Bukavu", "A sent tanks to Chad, and B jets to Niger". Else all would be the first one's.
func (s *sentence) splitGapped() {
	for i := 4; i < len(s.groups); i++ {
		g, sep := s.groups[i], s.groups[i-1]
		if g.kind != nounKind || len(g.names) == 0 || sep.kind != commaKind && (sep.kind != conjKind || sep.lemma == "or") {
			continue
		}
		n := &s.names[g.names[0]]
		if n.last >= g.last || n.first > g.first+1 || n.adjectival() || !s.doerByName(n) {
			continue
		}
		v := s.gapOf(i, n)
		if v == nil || !s.outright(v) {
			continue
		}
		object := s.nounAt(n.last)
		if object == nil || object.last != g.last {
			continue
		}
		subject := &group{kind: nounKind, first: g.first, last: n.last, head: n.last - 1, lemma: s.lemma(n.last - 1), nounGroup: nounGroup{definite: g.definite, names: g.names[:1]}}
		again := *v
		again.first, again.last = n.last, n.last
		again.finite, again.participle = true, false
		s.groups = slices.Concat(s.groups[:i], []*group{subject, &again, object}, s.groups[i+1:])
		i += 2
	}
}

// doerByName reports whether the name may be that of a state or another actor.
func (s *sentence) doerByName(n *name) bool {
	return n.known() && slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return sense.Entry.IsState || !sense.Entry.IsPlace() })
}

// gapOf gives the verb that the clause beginning with the name at group i leaves out, or nil.
func (s *sentence) gapOf(i int, n *name) *group {
	g, k := s.groups[i], i-2
	if s.groups[k].kind == commaKind {
		k-- // ", and"
	}
	if place := s.nameAt(n.last); place != nil && place.last == g.last && s.isPlaceName(place) && !s.withinCountry(place, n) {
		for ; k > 1 && s.groups[k].kind != verbKind; k-- {
			if kind := s.groups[k].kind; kind != nounKind && kind != commaKind && kind != conjKind {
				return nil
			}
		}
		if v := s.groups[k]; v.kind == verbKind && v.finite && !v.passive && !v.copula && s.isPlaceOrState(s.groups[k+1]) {
			return v
		}
		return nil
	}
	if len(g.names) > 1 || n.last+1 != g.last || !s.doc.reader.classes.has("support", g.lemma) || i+2 >= len(s.groups) || s.groups[i+1].kind != prepKind || s.headName(s.groups[i+2]) == nil {
		return nil
	}
	if k < 4 || s.headName(s.groups[k]) == nil || s.groups[k-1].lemma != s.groups[i+1].lemma || s.groups[k-2].kind != nounKind || !s.doc.reader.classes.has("support", s.groups[k-2].lemma) {
		return nil
	}
	if v := s.groups[k-3]; v.kind == verbKind && v.finite && !v.passive {
		return v
	}
	return nil
}

// withinCountry reports whether the place is in the country named before it: "Congo Goma" names nobody who does anything.
func (s *sentence) withinCountry(place, country *name) bool {
	return slices.ContainsFunc(place.senses, func(p actors.Sense) bool {
		return slices.ContainsFunc(country.senses, func(c actors.Sense) bool { return slices.Contains(p.Entry.Countries, c.Entry.ID) })
	})
}

// restoreGiven repeats a verb of giving before what is given to a second: "sent weapons to A and troops to B", "gave A weapons and B money".
func (s *sentence) restoreGiven() {
	for i := 4; i+1 < len(s.groups); i++ {
		if s.groups[i].kind != conjKind || s.groups[i].lemma != "and" || !s.tellsGoods(s.groups[i+1]) {
			continue
		}
		next := s.groups[i+1]
		v := s.givesBefore(i)
		switch {
		case v == nil || !s.outright(v):
			continue
		case len(next.names) == 0 && s.groups[i-2].kind == prepKind && i+3 < len(s.groups) && s.groups[i+2].lemma == s.groups[i-2].lemma && s.headName(s.groups[i+3]) != nil:
			s.groups = slices.Insert(s.groups, i+1, v.before(next.first))
		case len(next.names) == 1 && s.groups[i-2].kind == nounKind && s.names[next.names[0]].last == next.head && next.head == next.last-1:
			n := s.names[next.names[0]]
			whom := &group{kind: nounKind, first: next.first, last: n.last, head: n.last - 1, lemma: s.lemma(n.last - 1), nounGroup: nounGroup{definite: next.definite, names: next.names}}
			s.groups = slices.Concat(s.groups[:i+1], []*group{v.before(next.first), whom, s.nounAt(n.last)}, s.groups[i+2:])
		}
	}
}

// before gives the verb once more, in thought, before the token, as one of a series.
func (g *group) before(token int) *group {
	again := *g
	again.first, again.last, again.leads = token, token, g
	return &again
}

// tellsGoods reports whether the noun group tells of support or soldiers, of which it says at most whose they become.
func (s *sentence) tellsGoods(g *group) bool {
	return g.kind == nounKind && s.headName(g) == nil && g.possessor == nil && s.doc.reader.classes.any(g.lemma, "support", "force")
}

// givesBefore gives the verb whose object and recipient end before the "and" at i, or nil.
func (s *sentence) givesBefore(i int) *group {
	v := s.groups[i-3]
	if s.groups[i-2].kind == prepKind {
		if v = s.groups[i-4]; !s.tellsGoods(s.groups[i-3]) || s.headName(s.groups[i-1]) == nil {
			return nil
		}
	} else if s.headName(s.groups[i-2]) == nil || !s.tellsGoods(s.groups[i-1]) {
		return nil
	}
	if v.kind != verbKind || !v.finite || v.passive || v.lemma == "" {
		return nil
	}
	return v
}
