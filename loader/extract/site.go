package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
)

// site resolves a description of a place that the text named before: "the besieged city", "the Ukrainian port", "both
// regions", "the country", or the capital of the country that the words name or that the article is about.
func (s *sentence) site(g *group) []ref {
	if g.lemma == "capital" {
		return s.capitalOf(g)
	}
	if g.lemma == "it" {
		if topic := s.placeTopic(g); topic != nil {
			return topic
		}
		return s.doc.lastPlace(s, g, "any", "")
	}
	if g.lemma == "territory" && s.marksOff(g) {
		return nil
	}
	if refs := s.homeGround(g); refs != nil {
		return refs
	}
	if refs := s.ownTown(g); refs != nil {
		return refs
	}
	kinds := s.doc.reader.classes.kind("site", g.lemma)
	if refs := s.sameSites(g, kinds); refs != nil || kinds == "" {
		return refs
	}
	if refs := s.countedSites(g, kinds); refs != nil {
		return refs
	}
	home, ok := s.homeInWords(g)
	if g.plural && kinds != "island" || !ok || !s.anaphoric(g) || s.precededBy(g, "provincial", "regional") {
		return nil
	}
	if kinds == "country" {
		return s.doc.lastCountry(s, g, false)
	}
	return s.doc.lastPlace(s, g, kinds, home)
}

// marksOff reports whether what stands right behind the noun group tells which part of a land it means: "the territory under its control",
// "the territory it holds".
func (s *sentence) marksOff(g *group) bool {
	if g.index+1 >= len(s.groups) || s.groups[g.index] != g {
		return false
	}
	next := s.groups[g.index+1]
	return next.lemma == "under" || next.kind == relKind || next.kind == nounKind || next.kind == verbKind && next.participle && !next.finite
}

// placeTopic gives the town that the sentence before is about, where this one has named no place yet: "Saraqeb lies on the road to
// Damascus. The army captured it."
func (s *sentence) placeTopic(g *group) []ref {
	for m := range s.doc.back(s, 1) {
		if m.sentence == s.index && len(m.places) > 0 && len(m.refs) == 0 {
			return nil
		}
		if m.sentence < s.index && m.role == "subj" && len(m.places) == 1 && !s.isTerritory(m.places[0]) {
			r := m.places[0].less(sureDefinite)
			r.group = g
			return []ref{r}
		}
	}
	return nil
}

// capitalOf gives the capital of the country that the words name ("the Afghan capital", "Somalia's capital", "the capital of
// Chad"), or else of the one in focus.
func (s *sentence) capitalOf(g *group) []ref {
	for _, a := range s.beside(g) {
		if n := s.headName(a); n != nil && s.isPlaceName(n) {
			if r, ok := s.placeNamed(g, n); ok && s.doc.isSite(r.id, "city,town") {
				return []ref{r} // "the country's capital, Goma"
			}
		}
	}
	if s.precededBy(g, "rebel", "insurgent", "separatist", "breakaway", "jihadist", "guerrilla") && g.of == nil && g.possessor == nil && len(g.names) == 0 {
		return s.doc.lastPlace(s, g, "city,town", "") // who hold it have their seat there
	}
	if g.of != nil && len(g.of.place) > 0 && s.doc.isSite(g.of.place[0].id, "city,town") {
		towns := slices.Clone(g.of.place)
		for i := range towns {
			towns[i].group = g
		}
		return towns // "the South Darfur capital of Nyala"
	}
	if s.precededBy(g, "provincial", "regional", "district") && g.definite && g.of == nil && g.possessor == nil && len(g.names) == 0 {
		return s.doc.lastPlace(s, g, "city,town", "")
	}
	if s.precededBy(g, "provincial", "regional", "state", "cultural", "commercial", "former", "district", "old") {
		return nil
	}
	state := s.doc.focus
	home, ok := s.homeInWords(g)
	owner := g.possessor
	if isPossessive(s.lower[g.first]) {
		owner = s.possessive(g) // "recaptured their capital"
	}
	if owner == nil {
		owner = g.of
	}
	if of := s.argumentsOf(g, "of"); owner == nil && len(of) > 0 {
		owner = of[0]
		s.resolveGroup(owner)
	}
	switch {
	case owner != nil && len(owner.actor) == 1 && s.doc.isState(owner.actor[0].id):
		state = owner.actor[0].id
	case owner != nil && len(owner.place) == 1 && s.doc.entity(owner.place[0].id).Country != "":
		if entry, ok := s.doc.reader.dictionary.Entry(owner.place[0].id); !ok || entry.Kind != "territory" {
			return nil // of a province
		}
		state = s.doc.entity(owner.place[0].id).Country
	case owner != nil || !ok || !g.definite:
		return nil
	case home != "":
		state = home
	}
	if id := s.doc.capital(state); id != "" {
		return []ref{{id: id, group: g, percent: sureDefinite}}
	}
	return nil
}

// capital gives the capital of a state at the article's date, or nothing.
func (d *document) capital(state graph.ID) graph.ID {
	if entry, ok := d.reader.dictionary.Entry(state); ok {
		for _, capital := range entry.Capitals {
			if capital.ID != "" && (d.day == "" || capital.When.Covers(d.day)) {
				return capital.ID
			}
		}
	}
	return ""
}

// countedSites resolves "both towns", "the three provinces" to those that the text named last in one sentence, where they are
// that many.
func (s *sentence) countedSites(g *group, kinds string) []ref {
	if !g.plural || g.head == g.first || g.of != nil {
		return nil
	}
	n := slices.Index([]string{"two", "three", "four", "five"}, s.lower[g.head-1]) + 2
	if s.lower[g.head-1] == "both" {
		n = 2
	} else if n < 2 || !g.definite {
		return nil
	}
	var all []ref
	at := -1
	for m := range s.doc.back(s, pairReach+1) {
		if at >= 0 && m.sentence != at && len(all) >= n {
			break
		}
		for _, r := range m.places {
			if s.doc.isSite(r.id, kinds) && !slices.ContainsFunc(all, func(o ref) bool { return o.id == r.id }) {
				at = m.sentence
				r = r.less(sureDefinite)
				r.group = g
				all = append(all, r)
			}
		}
	}
	if len(all) != n {
		return nil
	}
	slices.Reverse(all)
	return all
}

// sameSites resolves "those villages", "the same areas" to the places that the text named last side by side.
func (s *sentence) sameSites(g *group, kinds string) []ref {
	if !g.plural || len(g.names) > 0 || !s.anaphoric(g) {
		return nil
	}
	pointed := s.lower[g.first] == "those" || s.lower[g.first] == "these" || s.precededBy(g, "same")
	switch {
	case g.lemma == "area" || g.lemma == "place" || g.lemma == "location":
		kinds = "any"
		if !pointed {
			return nil
		}
	case kinds == "" || kinds == "country" || kinds == "island" || !pointed:
		return nil
	}
	if s.doc.abreast == nil || s.index-s.doc.abreastIn > pairReach+1 {
		return nil
	}
	var refs []ref
	for _, r := range s.doc.abreast {
		if !s.doc.isSite(r.id, kinds) {
			return nil
		}
		r = r.less(sureDefinite)
		r.group = g
		refs = append(refs, r)
	}
	return refs
}

// sideBySide remembers the places that a noun group or a list names together.
func (s *sentence) sideBySide(g *group) {
	if len(g.place) > 1 && !slices.ContainsFunc(g.place, s.isTerritory) {
		s.doc.abreast, s.doc.abreastIn = g.place, s.index
	}
}

// isSite reports whether a place is of one of the kinds, which a comma separates. "any" is all of them, "country" the land
// of a state, "island" an island or the land of a state that is one.
func (d *document) isSite(id graph.ID, kinds string) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	if !ok {
		part := d.districts[id] && !strings.Contains(kinds, "district") && kinds != "any"
		return kinds != "country" && kinds != "island" && !isBorder(id) && !part // a new name, whose kind nobody knows
	}
	for kind := range strings.SplitSeq(kinds, ",") {
		switch {
		case kind == "any", kind == entry.Kind, kind == "country" && entry.Kind == "territory",
			kind == "island" && entry.Kind == "territory" && d.reader.classes.has("island", strings.ToLower(string(entry.Country))):
			return true
		}
	}
	return false
}

// lastPlace gives the place named last that is of one of the kinds, and in the state where the words name one. The town is
// not the capital, and no place is where the state of that name acts in the same clause.
func (d *document) lastPlace(s *sentence, g *group, kinds string, home graph.ID) []ref {
	acting := s.actingStates(g)
	var called, country []ref // the province that is called after a town, where the sentence names no other
	calledIn := 0
	for m := range d.back(s, pronounReach) {
		if called != nil && m.sentence != calledIn {
			return called
		}
		if g.lemma == "region" && g.prep == "in" && m.lemma != "region" {
			continue // "in the region" may be in any part of the world
		}
		if strings.HasPrefix(d.reader.classes.kind("site", m.lemma), "province") && !strings.Contains(kinds, "province") && kinds != "any" {
			continue // "the province of Idlib" is not the town
		}
		if m.beside || g.lemma != "it" && (d.manySites(m.places, kinds) || m.sentence == d.abreastIn && among(m.places, d.abreast) && (d.manySites(d.abreast, kinds) || d.strangersTo(d.abreast, kinds))) {
			continue // "the town" is none of three towns named side by side, nor one that another is south of
		}
		if m.verb != nil && m.verb == g.verb && m.role == "from" {
			continue // "sent troops from X into the region"
		}
		for _, r := range m.places {
			if slices.Contains(acting, d.entity(r.id).Country) && d.isSite(r.id, "country") {
				continue
			}
			if g.lemma == "territory" && (m.role == "by" || m.role == "subj" || m.role == "with") && d.entity(r.id).Country != d.focus && d.isSite(r.id, "country") {
				continue // another land, of a state that acts there
			}
			if (g.lemma == "town" || g.lemma == "village") && d.capital(d.focus) == r.id || home != "" && d.entity(r.id).Country != home {
				continue
			}
			if strings.HasPrefix(kinds, "province") && d.unknown(r.id) && !strings.HasPrefix(d.reader.classes.kind("site", m.lemma), "province") {
				continue // a new name that nothing calls a province
			}
			if (g.lemma == "province" || g.lemma == "governorate" || g.lemma == "district") && !d.unknown(r.id) && d.entity(r.id).Country == "" {
				continue // a part of the world
			}
			if d.isSite(r.id, kinds) {
				found := []ref{{id: r.id, group: g, percent: sureDefinite}}
				if g.lemma != "territory" || m.role != "in" || !s.isTerritory(r) {
					return found
				}
				if country == nil {
					country = found // where something is, which is seldom called so
				}
				continue
			}
			if province := d.province(r.id); called == nil && province != "" && d.isSite(province, kinds) {
				called, calledIn = []ref{{id: province, group: g, percent: sureDefinite}}, m.sentence
			}
		}
	}
	if called == nil {
		return country
	}
	return called
}

// unknown reports whether the dictionary has no such place.
func (d *document) unknown(id graph.ID) bool {
	_, ok := d.reader.dictionary.Entry(id)
	return !ok
}

// strangersTo reports whether one of the places is known to be none of the kinds.
func (d *document) strangersTo(places []ref, kinds string) bool {
	return slices.ContainsFunc(places, func(r ref) bool { return !d.isSite(r.id, kinds) })
}

// among reports whether all the places are among others.
func among(places, others []ref) bool {
	return !slices.ContainsFunc(places, func(r ref) bool {
		return !slices.ContainsFunc(others, func(o ref) bool { return o.id == r.id })
	})
}

// manySites reports whether more than one of the places is of one of the kinds.
func (d *document) manySites(places []ref, kinds string) bool {
	n := 0
	for _, r := range places {
		if d.isSite(r.id, kinds) {
			n++
		}
	}
	return n > 1
}

// province gives the province that is called after its town: Idlib Governorate for Idlib.
func (d *document) province(town graph.ID) graph.ID {
	for _, kind := range []string{"_Governorate", "_Province", "_Oblast", "_Region", "_State"} {
		if _, ok := d.reader.dictionary.Entry(town + graph.ID(kind)); ok {
			return town + graph.ID(kind)
		}
	}
	return ""
}

// lastCountry gives the land that "the country" means: the one that the article is about, or another where a sentence just
// before has it as its subject: acts tells that it is who acts, and not where. Who acts in the same clause acts in another country.
func (d *document) lastCountry(s *sentence, g *group, acts bool) []ref {
	acting := s.actingStates(g)
	if land, ok := d.reader.dictionary.Territory(d.subject); ok && d.onForces && !slices.Contains(acting, d.subject) {
		return []ref{{id: land.ID, group: g, percent: sureDefinite}} // an article on a state's army tells of others in passing
	}
	focus := graph.ID("")
	if t, ok := d.reader.dictionary.Territory(d.focus); ok && !slices.Contains(acting, d.focus) {
		focus = t.ID
	}
	var found []graph.ID
	at := -1
	for m := range d.back(s, pronounReach) {
		if at >= 0 && m.sentence != at {
			break
		}
		for _, r := range m.places {
			if !d.isSite(r.id, "country") || slices.Contains(acting, d.entity(r.id).Country) || m.sentence == s.index && m.role == "subj" {
				continue
			}
			if r.id == focus || m.role == "subj" && s.index-m.sentence == 1 && (acts || !d.wentAbroad(m.sentence, r.id)) {
				return []ref{{id: r.id, group: g, percent: sureDefinite}}
			}
			if at = m.sentence; !slices.Contains(found, r.id) {
				found = append(found, r.id)
			}
		}
	}
	switch {
	case focus != "" && !((acts || at == s.index) && len(found) == 1 && !d.named[d.focus]): // a land that only its towns and groups tell of is less likely meant
		return []ref{{id: focus, group: g, percent: sureDefinite}}
	case len(found) == 1:
		return []ref{{id: found[0], group: g, percent: sureDefinite}}
	}
	return nil
}

// wentAbroad reports whether the sentence tells of a place in another country than the state's own: of "the US built a base at Agadez"
// it is not the United States that the next one means by "the country".
func (d *document) wentAbroad(sentence int, land graph.ID) bool {
	home := d.entity(land).Country
	for i := len(d.history) - 1; i >= 0 && d.history[i].sentence >= sentence; i-- {
		if m := d.history[i]; m.sentence == sentence && slices.ContainsFunc(m.places, func(r ref) bool {
			country := d.entity(r.id).Country
			return country != "" && country != home
		}) {
			return true
		}
	}
	return false
}

// isCountry reports whether the noun group is "the country" or "the nation", whichever is meant.
func (s *sentence) isCountry(g *group) bool {
	return !g.plural && !g.pronoun && s.doc.reader.classes.kind("site", g.lemma) == "country" && len(g.names) == 0 && s.anaphoric(g)
}

// stateOf gives the state that "the country" means where it acts, or owns what the noun group at names.
func (s *sentence) stateOf(at, country *group) []ref {
	var states []ref
	for _, r := range s.doc.lastCountry(s, at, true) {
		states = append(states, ref{id: s.doc.entity(r.id).Country, group: country, percent: r.percent})
	}
	return states
}

// actingStates gives the states that are subjects of the clause in which a noun group stands.
func (s *sentence) actingStates(g *group) []graph.ID {
	v := s.clauseOf(g)
	if v == nil || v.subject == nil || v.passive {
		return nil
	}
	var states []graph.ID
	for _, r := range v.subject.actor {
		states = append(states, r.id)
	}
	return states
}

// samePlace gives the place of which a form of "be" says that it is such a one: "Kherson is the only town that the army took".
func (s *sentence) samePlace(g *group) []ref {
	for k := g.index - 1; k > 0 && k >= g.index-3; k-- {
		switch v := s.groups[k]; v.kind {
		case verbKind:
			if v.copula && !v.negated && v.complement == g && v.subject != nil && s.headName(v.subject) != nil {
				return v.subject.place
			}
			return nil
		case adverbKind:
		default:
			return nil
		}
	}
	return nil
}

// heldBy reports whether the participle tells of the place before it who holds it or took it: "attacked the town, held by Y".
func (s *sentence) heldBy(place, v *group) bool {
	if !s.doc.reader.frames.takes(v.lemma) && !s.doc.reader.classes.has("garrison", v.lemma) {
		return false
	}
	n := s.headName(place)
	return s.doc.reader.classes.has("place", place.lemma) || n != nil && s.isPlaceName(n)
}

// garrison gives who holds the place by the participle behind it: "stormed Fada, then held by Libya".
func (s *sentence) garrison(g *group, guard string) []ref {
	k := g.index + 1
	for k < len(s.groups) && (s.groups[k].kind == commaKind || s.groups[k].kind == adverbKind && s.groups[k].lemma != "later") {
		k++
	}
	if k >= len(s.groups) || s.groups[k].kind != verbKind || !s.doc.reader.classes.has("garrison", s.groups[k].lemma) || s.groups[k].subject != g || !s.groups[k].participle || !s.groups[k].passive {
		return nil
	}
	var refs []ref
	for _, by := range s.argumentsOf(s.groups[k], "by") {
		refs = append(refs, s.admit(by.actor, guard)...)
	}
	return refs
}
