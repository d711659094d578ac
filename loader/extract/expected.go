package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// fillObject fills the object of a rule whose subject is known. Where the rule wants a place, a name that nobody knows is one:
// of "M23 rebels seized Zxyab" the verb tells what Zxyab is. Only what armed people hold is one for that alone: a state may hold a person,
// and control a company.
func (s *sentence) fillObject(f *frame, anchor *group, subject filler) (filler, slot) {
	row, _ := f.relation.Row()
	held := f.relation == graph.Controls && anchor.passive
	s.placeExpected = row.ObjectIsPlace && !(held && slices.ContainsFunc(subject.refs, func(r ref) bool { return !r.force }))
	object, in := s.fill(f.object, anchor)
	s.placeExpected = false
	if row.ObjectIsPlace && object.group != nil {
		object.refs = append(slices.Clip(object.refs), s.furtherScenes(anchor, object.group)...)
	}
	return object, in
}

// furtherScenes gives the places that a series of phrases adds to the one in which something happens: "struck A, near B and around C", "six
// raids on A, three on B and one on C", "attacked west of A near B and south of C near D".
func (s *sentence) furtherScenes(anchor, first *group) []ref {
	k := first.index
	if k < 1 || k >= len(s.groups) || s.groups[k] != first || s.groups[k-1].kind != prepKind || anchor.kind == verbKind && anchor.negated {
		return nil
	}
	on := s.groups[k-1].lemma
	var found, refs []ref
	for k++; k < len(s.groups); {
		joined := s.groups[k].kind == conjKind && s.groups[k].lemma == "and"
		if !joined && s.groups[k].kind != commaKind {
			break
		}
		apart := false
		if k++; k < len(s.groups) && s.groups[k].kind == conjKind && s.groups[k].lemma == "and" {
			apart, joined, k = len(found) == 0, true, k+1
		}
		if k < len(s.groups) && s.groups[k].kind == nounKind && isCardinal(s.groups[k].lemma) || k < len(s.groups) && s.groups[k].lemma == "one" {
			k++ // "three on B"
		}
		if k+3 < len(s.groups) && s.groups[k].lemma == "away_from" && s.groups[k+1].kind == nounKind {
			k += 2 // "south of C near D"
		}
		if k+1 >= len(s.groups) || s.groups[k].kind != prepKind || s.groups[k].lemma != on && !isLocative(s.groups[k].lemma) || len(s.groups[k+1].place) == 0 {
			break
		}
		if next := k + 2; next < len(s.groups) && (s.groups[next].kind == nounKind || s.groups[next].kind == verbKind || apart && s.groups[next].kind == commaKind) {
			break // "struck A, and in B, officials said"
		}
		found = append(found, s.groups[k+1].place...)
		if k += 2; joined {
			refs, found = append(refs, found...), nil
		}
	}
	return refs
}

// expectedPlaces makes places of a noun group's new names, or of those of the list that it is.
func (s *sentence) expectedPlaces(g *group) []ref {
	var refs []ref
	for _, part := range s.conjunctsOf(g) {
		n := s.headName(part)
		if len(part.place) > 0 && !s.lacksPlaces(part) {
			refs = append(refs, part.place...)
			continue
		}
		if whole := s.placeAround(part); n == nil && whole != nil {
			for _, r := range s.expectedPlaces(whole) {
				r.group = part
				refs = append(refs, r)
			}
			continue
		}
		if n == nil || !s.mayBePlace(part, n) {
			continue
		}
		r := s.doc.makePlace(s, part, n)
		part.place = []ref{r}
		refs = append(refs, r)
	}
	return refs
}

// lacksPlaces reports whether the noun group is a list of places, or of their parts, in which one is not known for a place.
func (s *sentence) lacksPlaces(g *group) bool {
	if g.of != nil && g.conjuncts == nil && s.doc.reader.classes.has("place", g.lemma) {
		g = g.of
	}
	return g.conjuncts != nil && slices.ContainsFunc(g.conjuncts, func(part *group) bool { return len(part.place) == 0 })
}

// placeAround gives the noun group for the place of which one names a part, "the outskirts of Zxyab", "Zxyab's north", or nil.
func (s *sentence) placeAround(g *group) *group {
	switch {
	case g.lemma == "capital" && g.of != nil && len(g.of.place) > 0 && !s.doc.isSite(g.of.place[0].id, "city,town"):
		return nil // a province's
	case g.of != nil && (isOutskirts(g.lemma) || isQuarter(g.lemma) || s.doc.reader.classes.any(g.lemma, "quantity", "place")):
		return g.of
	case g.possessor != nil && (isOutskirts(g.lemma) || isQuarter(g.lemma)):
		return g.possessor
	}
	return nil
}

// mayBePlace reports whether a name that nobody knows may be that of a place: it stands alone or behind "northern", and nothing
// in the article makes it somebody's.
func (s *sentence) mayBePlace(g *group, n *name) bool {
	if n.last-n.first == 1 && n.first > 0 && s.lower[n.first-1] == "the" && s.doc.reader.classes.has("folk", s.lower[n.first]) {
		return false // "came to the Hausa"
	}
	if n.known() || n.shape != "" && n.shape != graph.Place || n.last != g.head+1 || n.last-n.first > 6 || len(g.actor) > 0 || g.possessor != nil {
		return false
	}
	if slices.ContainsFunc(g.apposed, func(a *group) bool { return !s.doc.reader.classes.has("place", a.lemma) }) {
		return false
	}
	for i := g.first; i < n.first; i++ {
		if tag := s.tokens[i].Tag; tag != text.JJ && tag != text.RB && s.lower[i] != "both" {
			return false
		}
	}
	words := s.text(n.first, n.last)
	if s.doc.introduced[words] != "" || isAcronym(words) || s.onlyLandscape(n) || s.floats(n) || s.happens(n) || s.behaves(n) || strings.HasSuffix(words, "ism") || strings.HasSuffix(words, "ists") {
		return false
	}
	for i := n.first; i < n.last; i++ {
		if s.titled(i) || i > n.first && i < n.last-1 && s.doc.reader.given.has(s.words[i]) || s.organisation(i) != "" || n.last-n.first == 1 && s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "place", "site", "force", "target", "common", "support") || strings.ContainsAny(s.words[i], "0123456789") {
			return false
		}
	}
	return s.tokens[n.last-1].Tag != text.NNPS && !s.doc.namesake(n, s.words[n.last-1])
}

// namesake reports whether the word ends a longer new name of the article's, as a surname does.
func (d *document) namesake(n *name, word string) bool {
	return slices.ContainsFunc(d.sentences, func(s *sentence) bool {
		return slices.ContainsFunc(s.names, func(o name) bool {
			return !o.known() && o.last-o.first > n.last-n.first && s.words[o.last-1] == word
		}) || slices.ContainsFunc(s.names, func(o name) bool {
			return s.words[o.last-1] == word && (s.behaves(&o) || o.first > 0 && s.titled(o.first-1))
		})
	})
}

// makePlace makes a place of a new name, or finds the one that the article already has under it.
func (d *document) makePlace(s *sentence, g *group, n *name) ref {
	words := s.text(n.first, n.last)
	id, ok := d.introduced["place "+words]
	if !ok {
		id = graph.UnknownID(words, d.focus.Name())
		d.entities[id] = graph.Entity{ID: id, Name: strings.Join(strings.Fields(words), " "), Type: graph.Place, Country: d.focus}
		d.introduced["place "+words] = id
	}
	return ref{id: id, group: g, percent: sureNewName}
}

// expectedBodies fills the end of a rule, whose other end is known, with a people, "armed the Kurds", or with a new name that only a body
// can bear there: "clashed with the Zxyab". Elsewhere people of a nation do not stand for it, and a new name may be anything.
func (s *sentence) expectedBodies(t trigger, slots []slot, anchor *group) (filler, slot) {
	for _, sl := range slots {
		if sl.guard != "actor" && sl.guard != "body" && sl.guard != "group" || sl.inner != "" {
			continue
		}
		for _, g := range s.roleGroups(sl.role, anchor) {
			var refs []ref
			for _, part := range s.conjunctsOf(g) {
				n := s.headName(part)
				if n == nil || !s.mayBeSide(part, n) && !(s.wantsBody(t, anchor, sl.role) && s.mayBeBody(part, n)) {
					continue
				}
				shaped := *n
				shaped.shape = graph.ArmedGroup
				if r, ok := s.doc.introduce(s, part, &shaped); ok {
					part.actor = []ref{r}
					refs = append(refs, r)
				}
			}
			if len(refs) > 0 {
				return filler{g, refs}, sl
			}
		}
	}
	return filler{}, slot{}
}

// wantsBody reports whether what stands in the role at the verb of a rule can only be a body of people: whom one arms or trains, who is
// backed by somebody, whom one clashes with.
func (s *sentence) wantsBody(t trigger, verb *group, role string) bool {
	if verb.kind != verbKind {
		return false
	}
	switch t.frame.relation {
	case graph.Backs:
		return verb.lemma != "reinforce" && (role == "obj" || role == "subj" && verb.passive) && (verb.passive || t.kind != "" && t.kind != string(graph.Political) && t.kind != string(graph.Territory))
	case graph.Fights:
		return s.doc.reader.classes.has("combat", verb.lemma) && !s.doc.reader.classes.has("assail", verb.lemma)
	}
	return false
}

// mayBeBody reports whether the noun group is a name that nobody knows, alone or behind "the", and that nothing in the article makes a
// person's or a place's.
func (s *sentence) mayBeBody(g *group, n *name) bool {
	if g.first != n.first && !(g.first == n.first-1 && s.lower[g.first] == "the") || s.doc.reader.given.has(s.words[n.first]) {
		return false
	}
	whole := *g
	whole.first = n.first
	return len(g.place) == 0 && s.mayBePlace(&whole, n) && s.doc.introduced["place "+s.text(n.first, n.last)] == ""
}

// mayBeSide reports whether the noun group is a people's name and no more: "the Kurds", not "200 Kurds", who are some of them.
func (s *sentence) mayBeSide(g *group, n *name) bool {
	if n.known() || n.last != g.head+1 || n.last-n.first > 1 || len(g.place) > 0 || g.possessor != nil || !s.doc.reader.classes.has("nation", s.lower[g.head]) {
		return false
	}
	return g.first == n.first || g.first == n.first-1 && s.lower[g.first] == "the"
}
