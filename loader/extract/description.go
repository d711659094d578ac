package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// recalled resolves a description of what the article named before: "the Islamist group", "the Iranian-backed militia",
// "the jihadists", "the kingdom", "the warlord". The class "denotes" says what each word may mean. Where the last sentence
// that names such a one names several, and none of them is its subject, it means nobody that can be told.
func (s *sentence) recalled(g *group) []ref {
	if refs := s.branchOf(g); refs != nil {
		return refs
	}
	denoted, ok := s.doc.reader.classes.entry("denotes", g.lemma)
	if !ok || !s.anaphoric(g) || s.doc.reader.classes.has("rebels", g.lemma) && s.doc.roused(s, g) {
		return nil
	}
	home, ok := s.homeInWords(g)
	if !ok || home != "" && g.plural {
		return nil // "the Syrian rebels" are a side of their own
	}
	if s.secedes(g) {
		return nil
	}
	called := s.doc.epithets[g.lemma]
	var epithet []ref
	if len(called) == 1 && home == "" && !g.plural {
		epithet = []ref{{former: s.outOfOffice(g), id: called[0], group: g, percent: sureDefinite, force: armed(s.doc.entity(called[0]).Type)}}
	}
	if len(epithet) > 0 && denoted.kind != "body" && denoted.kind != "organisation" {
		return epithet
	}
	fits := func(r ref) bool {
		return s.denotes(denoted.kind, g, r, home) && !s.opposed(g, r) && !(s.doc.reader.classes.has("rebels", g.lemma) && s.doc.backsState(r.id))
	}
	if before := s.justBrought(g); before != nil {
		return s.again(before.actor, g)
	}
	if refs := s.doc.recall(s, g, fits); refs != nil {
		return s.themed(g, refs, fits)
	}
	return s.themed(g, epithet, fits)
}

// secedes reports whether the noun group speaks of separatists, and no sentence not far before names an armed group with that word: not every
// group that was named last wants to leave a state.
func (s *sentence) secedes(g *group) bool {
	if g.lemma != "separatist" && g.lemma != "secessionist" {
		return false
	}
	near := s.doc.sentences[max(0, s.index-20):min(s.index+1, len(s.doc.sentences))]
	return !slices.ContainsFunc(near, func(s *sentence) bool {
		return slices.ContainsFunc(s.lower, func(word string) bool { return strings.HasPrefix(word, g.lemma) }) &&
			slices.ContainsFunc(s.names, func(n name) bool { return s.armedBody(&n) })
	})
}

// justBrought gives the group to which "that force" points back, where the sentence before brings it in without a name of its own: "a
// force of the bloc".
func (s *sentence) justBrought(g *group) *group {
	if word := s.lower[g.first]; word != "that" && word != "this" || s.index == 0 {
		return nil
	}
	before := s.doc.sentences[s.index-1]
	at := slices.IndexFunc(before.groups, func(b *group) bool {
		return b.kind == nounKind && b.lemma == g.lemma && (before.lower[b.first] == "a" || before.lower[b.first] == "an") && before.headName(b) == nil
	})
	if at < 0 {
		return nil
	}
	return before.groups[at]
}

// branchOf resolves "the al-Qaeda affiliate", "al-Qaeda's local branch" to the one of its parts that the article named last.
func (s *sentence) branchOf(g *group) []ref {
	if g.plural || !s.doc.reader.classes.has("branching", g.lemma) || g.of != nil || len(g.names) != 1 || s.headName(g) != nil {
		return nil
	}
	n := &s.names[g.names[0]]
	if !n.known() || n.last > g.head || n.senses[0].Entry.IsState || n.senses[0].Entry.IsPlace() || !g.definite && g.possessor == nil {
		return nil
	}
	whole := n.senses[0].Entry.ID
	return s.doc.recall(s, g, func(r ref) bool { return r.id != whole && s.doc.within(r.id, whole, 0) })
}

// recordEpithets notes what the sentence calls those whom it names: "X, a militia,", "X is a rebel coalition".
func (s *sentence) recordEpithets() {
	for _, g := range s.groups {
		if g.kind != nounKind || len(g.actor) != 1 || g.pronoun || s.headName(g) == nil {
			continue
		}
		for _, a := range g.apposed {
			s.call(g, a)
		}
		if v := g.verb; v != nil && v.copula && v.subject == g && !v.negated && v.complement != nil && v.complement.kind == nounKind {
			for _, c := range s.conjunctsOf(v.complement) {
				s.call(g, c) // "is a party and former militia"
			}
		}
	}
}

// call notes that the article calls the one whom g names by the head of the description.
func (s *sentence) call(g, description *group) {
	if s.headName(description) != nil || description.plural {
		return
	}
	id := g.actor[0].id
	words := []string{description.lemma}
	if k := strings.LastIndex(description.lemma, "_"); k >= 0 {
		words = append(words, description.lemma[k+1:]) // a "rebel group" is "the group" later
	}
	for _, word := range words {
		if called := s.doc.epithets[word]; s.doc.reader.classes.has("denotes", word) && !slices.Contains(called, id) {
			s.doc.epithets[word] = append(called, id)
		}
	}
}

// anaphoric reports whether the noun group points back: "the group", but not "another group", "the group of ten", "the
// group that attacked X", nor one that a name beside it names.
func (s *sentence) anaphoric(g *group) bool {
	switch s.lower[g.first] {
	case "the", "this", "that", "these", "those":
	default:
		return false
	}
	if g.of != nil || g.possessor != nil || g.loyal != nil || g.examples != nil || g.last > g.head+1 {
		return false
	}
	if slices.ContainsFunc(g.apposed, func(a *group) bool { return s.headName(a) != nil }) {
		return false
	}
	for i := g.first + 1; i < g.head; i++ {
		if s.tokens[i].Tag == text.CD || s.capitalised(i) && !s.headline && !s.capitals && !s.doc.reader.adjectiveLike(s.words[i]) && !g.compounded(i) || s.doc.reader.classes.has("distinct", s.lower[i]) {
			return false
		}
	}
	next := g.last
	if next >= len(s.lower) {
		return true
	}
	switch s.lower[next] {
	case "of":
		blamed := g.role == "obj" && g.verb != nil && s.doc.reader.classes.has("accuse", g.verb.lemma) // "accused the group of war crimes"
		return blamed || next+1 < len(s.tokens) && s.tokens[next+1].Tag == text.VBG                    // "accused the group of attacking"
	case "who", "that", "which", "whose", "where", "known", "called", "named", "led", "loyal", "allied",
		"along", "near", "between", "bordering", "around", "outside":
		return false
	}
	return s.nameAt(next) == nil
}

// compounded reports whether the token belongs to the first half of a compound: "Iran" in "the Iran-backed militia".
func (g *group) compounded(i int) bool {
	return slices.ContainsFunc(g.compounds, func(c compound) bool { return c.left <= i && i < c.leftEnd })
}

// homeInWords gives the state whose adjective describes the group ("the Lebanese group"), or nothing; false where the
// words name somebody else. What stands in "Iranian-backed" is no home.
func (s *sentence) homeInWords(g *group) (graph.ID, bool) {
	home := graph.ID("")
	for _, k := range g.names {
		n := &s.names[k]
		if slices.ContainsFunc(g.compounds, func(c compound) bool { return c.left <= n.first && n.last <= c.leftEnd }) {
			continue
		}
		if !n.known() && s.doc.reader.adjectiveLike(s.text(n.first, n.last)) {
			continue // "the Shia movement"
		}
		if !n.known() || !n.senses[0].Entry.IsState || !n.adjectival() || home != "" {
			return "", false
		}
		home = n.senses[0].Entry.ID
	}
	return home, true
}

// denotes reports whether the entity may be meant by a word that denotes such ones, and belongs to the state that the
// words name.
func (s *sentence) denotes(kind string, g *group, r ref, home graph.ID) bool {
	e := s.doc.entity(r.id)
	if r.id == "Islamic_State" && (g.lemma == "rebel" || g.lemma == "opposition") {
		return false // nobody calls it so
	}
	if strings.HasSuffix(e.Name, "National Guard") && s.doc.reader.classes.any(g.lemma, "rebels", "grouping") {
		return false // which is a state's
	}
	if g.plural && kind != "armed" && kind != "jihadist" && kind != "mercenary" {
		return false // "the groups"
	}
	if home != "" && e.Country != home && r.id != home {
		return false
	}
	switch kind {
	case "armed":
		return e.Type == graph.ArmedGroup || e.Type == graph.Militia || e.Type == graph.Unit && !g.plural || e.Type == graph.Coalition && !r.id.Listed()
	case "jihadist":
		return !s.doc.crowd(e) && !expeditionary(e) && (e.Type == graph.ArmedGroup || e.Type == graph.Militia || e.Type == graph.Coalition && e.Country != "") && s.doc.jihadist(r.id, 0)
	case "mercenary":
		return e.Type == graph.Company
	case "chief":
		return e.Type == graph.Person && s.doc.heads(r.id) && s.precededBy(g, "rebel", "militia", "guerrilla", "insurgent", "separatist", "jihadist", "militant", "paramilitary")
	case "movement":
		if s.doc.crowd(e) {
			return false
		}
		return e.Type == graph.ArmedGroup || e.Type == graph.Militia || e.Type == graph.Party
	case "body":
		if expeditionary(e) || e.Type == graph.Coalition && e.Country == "" && r.id.Listed() || s.doc.crowd(e) {
			return false
		}
		if e.Type == graph.Organisation && !r.id.Listed() {
			return true // nobody knows better than the article
		}
		return e.Type == graph.ArmedGroup || e.Type == graph.Militia || e.Type == graph.Party || e.Type == graph.Coalition || e.Type == graph.Unit
	case "organisation":
		return e.Type != graph.Person && e.Type != graph.Government && !e.IsState && !e.IsPlace()
	case "alliance":
		return e.Type == graph.Coalition && e.ID != "The_West" || g.lemma != "coalition" && e.ID == "NATO" || g.lemma != "coalition" && e.Type == graph.Organisation && s.doc.pact(e)
	case "pact":
		return (e.Type == graph.Coalition || e.Type == graph.Organisation) && s.doc.pact(e)
	case "company":
		return e.Type == graph.Company
	case "party":
		return e.Type == graph.Party || partisan(e)
	case "unit":
		return e.Type == graph.Unit
	case "force":
		return e.Type == graph.ArmedGroup || e.Type == graph.Militia || e.Type == graph.Unit || e.Type == graph.Coalition
	case "person":
		return e.Type == graph.Person && (g.lemma != "warlord" || !s.doc.isState(s.doc.led(r.id)))
	case "sovereign":
		return e.Type == graph.Person && s.doc.isState(s.doc.led(r.id))
	case "kingdom", "emirate", "sultanate":
		return e.IsState && s.doc.styled(r.id, kind)
	}
	return false
}

// anotherOf reports whether the words speak of one like the state that the name has: "wary of another Angola", "a new Vietnam".
func (s *sentence) anotherOf(g *group, n *name) bool {
	if n.first == g.first || !n.known() || !n.senses[0].Entry.IsState || n.adjectival() {
		return false
	}
	switch first := s.lower[g.first]; first {
	case "another":
		return true
	case "a", "an":
		return n.first == g.first+1 || n.first == g.first+2 && (s.lower[g.first+1] == "new" || s.lower[g.first+1] == "second")
	}
	return false
}

// crowd reports whether the entity is one that the text knows by a word for rebels alone, "Syrian rebels", who are no group.
func (d *document) crowd(e graph.Entity) bool {
	word := strings.ToLower(e.Name[strings.LastIndexByte(e.Name, ' ')+1:])
	return d.introduced["rebels "+word] == e.ID
}

// partisan reports whether the name of an armed movement is one that parties have, as those bear that rule or stand for office:
// "the Tigray People's Liberation Front".
func partisan(e graph.Entity) bool {
	if e.Type != graph.ArmedGroup && e.Type != graph.Coalition {
		return false
	}
	for _, word := range []string{"Front", "Movement", "Congress", "Party", "Union", "League"} {
		if strings.Contains(e.Name, word) {
			return true
		}
	}
	return false
}

// jihadist reports whether the group may be called jihadist: by its names, or by those of what it is a part of. Of one that
// the dictionary lacks nobody knows.
func (d *document) jihadist(id graph.ID, depth int) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	if !ok {
		return true
	}
	for _, alias := range append([]graph.Alias{{Name: entry.Name}}, entry.Aliases...) {
		for _, word := range []string{"islam", "jihad", "qaeda", "taliban", "mujah", "sharia", "caliphate", "jama'at", "shabaab", "ansar", "haram"} {
			if strings.Contains(strings.ToLower(alias.Name), word) {
				return true
			}
		}
	}
	return depth < 3 && slices.ContainsFunc(entry.Parents, func(parent actors.Dated) bool { return d.jihadist(parent.ID, depth+1) })
}

// pact reports whether states made the organisation by a treaty of alliance, as its names tell.
func (d *document) pact(e graph.Entity) bool {
	names := []graph.Alias{{Name: e.Name}}
	if entry, ok := d.reader.dictionary.Entry(e.ID); ok {
		names = append(names, entry.Aliases...)
	}
	return slices.ContainsFunc(names, func(a graph.Alias) bool {
		return strings.Contains(a.Name, "lliance") || strings.Contains(a.Name, "Pact") || strings.Contains(a.Name, "Treaty")
	})
}

// heads reports whether the person leads a body that is no state.
func (d *document) heads(person graph.ID) bool {
	led := d.led(person)
	return led != "" && !d.isState(led)
}

// styled reports whether the state bears the style in its full name at the article's date: "Kingdom of Jordan".
func (d *document) styled(id graph.ID, style string) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	return ok && slices.ContainsFunc(entry.Aliases, func(a graph.Alias) bool {
		return strings.Contains(strings.ToLower(a.Name), style) && (d.day == "" || a.When.Covers(d.day))
	})
}

// recall finds the last one that the article named and that fits: in the nearest sentence that names one, the only one,
// or else the subject; farther back, the only one of all.
func (d *document) recall(s *sentence, g *group, fits func(ref) bool) []ref {
	var found, owned, subject []ref // all, those that own nothing else, the subject
	at := -1
	for m := range d.back(s, descriptionReach) {
		if at >= 0 && m.sentence != at && s.index-at <= pronounReach {
			break
		}
		if s.sameClause(g, m) {
			continue
		}
		for _, r := range m.refs {
			if !fits(r) || s.acting(g, r) {
				continue
			}
			if at < 0 {
				at = m.sentence
			}
			if s.index-at > pronounReach && len(found) > 0 && found[0].id != r.id {
				return nil // of two that are far away neither
			}
			if !slices.ContainsFunc(found, func(f ref) bool { return f.id == r.id }) {
				found = append(found, r)
			}
			if !m.owns && !slices.ContainsFunc(owned, func(f ref) bool { return f.id == r.id }) {
				owned = append(owned, r)
			}
			if m.role == "subj" && len(m.refs) == 1 {
				subject = []ref{r}
			}
		}
	}
	if len(found) == 2 && len(owned) == 1 && d.entity(owned[0].id).Type == graph.Unit && s.doc.reader.classes.kind("denotes", g.lemma) != "unit" && g.lemma != "force" {
		found = slices.DeleteFunc(found, func(r ref) bool { return r.id == owned[0].id }) // of "Hezbollah's Radwan unit" Hezbollah is "the group"
	} else if len(found) != 1 && len(owned) == 1 {
		found = owned // "al-Qaeda's affiliate X"
	} else if len(found) != 1 {
		found = subject
	}
	if aside := d.aside(s, at, fits); len(aside) == 1 {
		found = aside
	}
	if len(found) == 0 || d.onlyInPassing(s, at, found[0].id, fits) {
		return nil
	}
	return []ref{{id: found[0].id, group: g, percent: sureDefinite, force: armed(d.entity(found[0].id).Type), former: s.outOfOffice(g)}}
}

// outOfOffice reports whether the words describe somebody who is no head of state now.
func (s *sentence) outOfOffice(g *group) bool {
	return g.lemma == "warlord" || s.precededBy(g, "rebel", "opposition", "exiled", "ousted", "former")
}

// onlyInPassing reports whether the sentence before names the entity only in a clause that describes a person or tells what is laid to
// him, "the president, who was indicted for arming X", where those before name another that fits.
func (d *document) onlyInPassing(s *sentence, at int, id graph.ID, fits func(ref) bool) bool {
	if at < 0 || at >= s.index {
		return false
	}
	other := false
	for m := range d.back(s, pronounReach) {
		for _, r := range m.refs {
			switch {
			case r.id != id:
				other = other || m.sentence < at && fits(r)
			case m.sentence < at || m.verb == nil || m.role == "subj" || m.verb.finite && m.verb.link != relativeLink:
				return false
			}
		}
	}
	return other
}

// namedAside remembers the body that is named inside a noun group which stands for nobody, for descriptions of it: "Houthi targets".
func (s *sentence) namedAside(g *group) {
	var refs []ref
	for _, k := range g.names {
		n := &s.names[k]
		if !n.known() || n.last > g.head {
			continue
		}
		if e := s.doc.choose(n.senses).Entry; e != nil && !e.IsState && !e.IsPlace() && e.Type != graph.Person && !s.doc.namesakes(n.senses[0], n.senses) {
			refs = append(refs, ref{id: e.ID, group: g, percent: sureName, force: armed(e.Type)})
		}
	}
	if len(refs) > 0 {
		s.doc.asides = append(s.doc.asides, mention{sentence: s.index, first: g.first, refs: refs})
	}
}

// aside gives those that fit of the bodies named aside in the nearest sentence that names one, behind the one at.
func (d *document) aside(s *sentence, at int, fits func(ref) bool) []ref {
	var found []ref
	for i := len(d.asides) - 1; i >= 0; i-- {
		m := d.asides[i]
		if m.sentence <= at || s.index-m.sentence > pronounReach || m.sentence == s.index || len(found) > 0 && m.sentence != d.asides[i+1].sentence {
			break
		}
		for _, r := range m.refs {
			if fits(r) && !slices.ContainsFunc(found, func(f ref) bool { return f.id == r.id }) {
				found = append(found, r)
			}
		}
	}
	return found
}

// acting reports whether the entity is, alone or among others, the subject of the verb whose object or phrase the group is:
// "Bahrain and the UAE cut ties with the emirate" is about a third.
func (s *sentence) acting(g *group, r ref) bool {
	v := s.clauseOf(g)
	if v == nil || g.role == "subj" || v.subject == nil || v.passive {
		return s.doneTo(g, r)
	}
	same := func(by ref) bool {
		return by.id == r.id || !s.doc.isState(r.id) && s.doc.entity(by.id).Type == graph.Person && s.doc.led(by.id) == r.id
	}
	for _, aided := range s.groups[min(v.subject.index+1, v.index):v.index] {
		if aided.kind != verbKind || !aided.passive || aided.subject != v.subject {
			continue
		}
		for _, by := range s.argumentsOf(aided, "by") {
			if slices.ContainsFunc(by.actor, same) {
				return true // "the army, backed by X, drove the group out"
			}
		}
	}
	return slices.ContainsFunc(v.subject.actor, same)
}

// opposed reports whether the words call somebody backed, armed or led by a state that fights the entity: in a report on al-Qaeda
// "the US-trained rebels" are others.
func (s *sentence) opposed(g *group, r ref) bool {
	for _, c := range g.compounds {
		n := s.nameOf(span{c.left, c.leftEnd})
		if n == nil || !n.known() || !n.senses[0].Entry.IsState {
			continue
		}
		if patron := n.senses[0].Entry.ID; patron == r.id || s.doc.atWar(patron, r.id) || s.doc.within(r.id, "Al-Qaeda", 0) || s.doc.within(r.id, "Islamic_State", 0) {
			return true
		}
	}
	return false
}

// atWar reports whether wars.csv has the two on the two sides of a war that was fought at the article's date.
func (d *document) atWar(a, b graph.ID) bool {
	return d.waged(func(side, foes []actors.Dated) bool { return lists(side, a) && lists(foes, b) })
}

// waged reports whether wars.csv has a war that was fought at the article's date of which a side and the one that it faces are such.
func (d *document) waged(fits func(side, foes []actors.Dated) bool) bool {
	return slices.ContainsFunc(d.reader.wars, func(war actors.War) bool {
		return war.When().Covers(d.day) && (fits(war.SideA, war.SideB) || fits(war.SideB, war.SideA))
	})
}

// within reports whether the entity is the whole or a part of it.
func (d *document) within(id, whole graph.ID, depth int) bool {
	if id == whole {
		return true
	}
	entry, ok := d.reader.dictionary.Entry(id)
	return ok && depth < 3 && slices.ContainsFunc(entry.Parents, func(parent actors.Dated) bool { return d.within(parent.ID, whole, depth+1) })
}

// onlyDescribes reports whether the noun group tells what the named subject is, so that no pronoun further on means whom it
// names beside: "The Falcon Brigade was a Free Syrian Army faction".
func (s *sentence) onlyDescribes(g *group) bool {
	if s.headName(g) != nil || len(g.names) == 0 || len(g.actor) == 0 {
		return false
	}
	return slices.ContainsFunc(s.groups, func(v *group) bool {
		return v.copula && v.complement == g && v.subject != nil && s.headName(v.subject) != nil
	})
}
