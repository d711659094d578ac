package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// sitting resolves "the government in Tripoli", "the junta in Niger" to the government that sits there.
func (s *sentence) sitting(g *group) []ref {
	switch g.lemma {
	case "coalition", "alliance":
		return s.ledCoalition(g)
	case "government", "regime", "authority", "junta", "administration", "ruler", "leadership":
	default:
		return nil
	}
	for _, c := range g.compounds {
		if n := s.nameOf(span{c.left, c.leftEnd}); n != nil && n.known() && c.word == "based" {
			if id, ok := s.doc.governmentOf(n.senses); ok {
				return []ref{{id: id, group: g, percent: sureSeat}} // "the Tripoli-based government"
			}
		}
	}
	at := g.index + 2
	if slices.ContainsFunc(g.names, func(k int) bool { return s.names[k].known() }) || s.headName(g) != nil || g.of != nil || at >= len(s.groups) || s.groups[g.index] != g || s.groups[at-1].kind != prepKind || s.groups[at-1].lemma != "in" || s.groups[at-1].first != g.last {
		return nil
	}
	if s.precededBy(g, "separatist", "breakaway", "secessionist", "rival", "parallel", "shadow") {
		return nil // not the one that governs there
	}
	seat := s.groups[at]
	if seat.kind != nounKind || seat.conjuncts != nil || seat.first != seat.head && s.lower[seat.first] != "the" {
		return nil
	}
	n := s.headName(seat)
	if n == nil || !n.known() {
		return nil
	}
	if id, ok := s.doc.governmentOf(n.senses); ok {
		return []ref{{id: id, group: g, percent: sureSeat}}
	}
	if e := s.doc.choose(n.senses).Entry; e != nil && e.IsState && g.lemma != "leadership" {
		return []ref{{id: e.ID, group: g, percent: sureSeat}}
	}
	return nil
}

// inPart reports whether the government is that of a part of the land, and so perhaps not the one that the article is about: "the Communist
// government in the north".
func (s *sentence) inPart(g *group) bool {
	at := g.last + 2
	return at < len(s.lower) && s.lower[at-2] == "in" && s.lower[at-1] == "the" && isDirection(s.lower[at]) && (at+1 == len(s.lower) || !s.tokens[at+1].Tag.IsNoun())
}

// juntaReach is how many sentences back a text tells whose junta "the junta" is.
const juntaReach = 10

// junta resolves "the junta" to the state whose junta the text named before, "Guinea's junta", whatever state it tells more of.
func (s *sentence) junta(g *group) []ref {
	if g.lemma != "junta" || !g.definite || g.possessor != nil {
		return nil
	}
	for _, before := range slices.Backward(s.doc.sentences[max(0, s.index-juntaReach):s.index]) {
		for _, named := range before.groups {
			if named.of != nil && named.lemma != g.lemma {
				named = named.of // "troops of Guinea's junta"
			}
			if named.lemma == g.lemma && named.kind == nounKind && len(named.actor) == 1 && named.actor[0].group == named && !named.actor[0].implied && (named.possessor != nil || len(named.names) > 0) && s.doc.isState(named.actor[0].id) {
				return []ref{{id: named.actor[0].id, group: g, percent: sureDefinite}}
			}
		}
	}
	return nil
}

// ledCoalition resolves "the US-led anti-terror coalition", whose words say more than its name, to the coalition that the state leads.
func (s *sentence) ledCoalition(g *group) []ref {
	if n := s.nameBefore(g.head); n != nil && n.known() && n.senses[0].Form == actors.Name && armed(n.senses[0].Entry.Type) && !n.senses[0].Entry.IsState {
		return []ref{{id: s.doc.choose(n.senses).Entry.ID, group: g, percent: sureName, force: true}} // "the Army of Conquest alliance of A and B"
	}
	if s.lower[g.first] != "the" || g.plural || s.hasPhrase(g, "against") {
		return nil
	}
	for _, c := range g.compounds {
		n := s.nameOf(span{c.left, c.leftEnd})
		if c.word != "led" || n == nil || !n.known() || !n.senses[0].Entry.IsState {
			continue
		}
		if found := s.doc.choose(s.doc.lookup(s.text(n.first, n.last) + " - led " + g.lemma)); found.Entry != nil && found.Entry.Type == graph.Coalition && found.Entry.Active(graph.Valid(s.doc.when())) {
			return []ref{{id: found.Entry.ID, group: g, percent: sureDefinite, force: true}}
		}
	}
	return nil
}

// memberStates resolves "NATO allies", "EU countries" where they act together to the alliance that they act as.
func (s *sentence) memberStates(g *group) []ref {
	if !g.plural || g.role != "subj" || g.of != nil || len(g.names) != 1 || !isMember(g.lemma) {
		return nil
	}
	n := &s.names[g.names[0]]
	if !n.known() || n.last > g.head || n.first > g.first && s.lower[g.first] != "the" {
		return nil // "some", "other", "ten NATO allies"
	}
	for i := n.last; i < g.head; i++ {
		if s.lower[i] != "member" {
			return nil
		}
	}
	if next := g.index + 1; next < len(s.groups) && (s.groups[next].first == g.last && s.groups[next].kind == nounKind || s.groups[next].lemma == "such_as") {
		return nil // "NATO members Norway and Poland"
	}
	e := s.doc.choose(n.senses).Entry
	if e == nil || !slices.Contains([]graph.EntityType{graph.Organisation, graph.Coalition}, e.Type) || n.has(actors.Adjective) {
		return nil
	}
	return []ref{{id: e.ID, group: g, percent: sureCollective}}
}

// isMember tells the words for the states of an alliance.
func isMember(lemma string) bool {
	switch lemma {
	case "member", "country", "state", "nation", "ally", "partner", "government", "member_state":
		return true
	}
	return false
}

// seatActs reports whether a capital where it stands may be meant for its government: "with Damascus", "an ally of
// Damascus", "sanctions on Tehran", but not "the mayor of Damascus", "the attack on Tehran".
func (s *sentence) seatActs(g *group) bool {
	switch g.prep {
	case "", "by", "with", "against", "from", "to", "for":
		return true
	case "of", "on", "upon", "towards", "toward":
		if g.verb != nil && g.prep == "on" && (lays(g.verb.lemma) || s.thenBids(g) || s.doc.reader.classes.has("rely", g.verb.lemma)) {
			return true // "an attack that it blamed on Moscow", "called on Ankara to", "relies on Tehran"
		}
		before := s.nounBefore(g)
		if before != nil && g.prep == "of" && (before.prep == "under" || before.prep == "in" || before.prep == "into") && s.doc.reader.classes.has("sway", before.lemma) {
			return true // "Faya is back in the hands of Ndjamena"
		}
		return before != nil && s.doc.reader.frames.amongActors(before.lemma)
	}
	if g.prep == "between" {
		before := s.nounBefore(g)
		return before != nil && s.doc.reader.frames.event(before.lemma) && before.lemma != "road" // "talks between Kigali and the M23"
	}
	if g.prep == "at" && g.verb != nil && s.pointsAt(g.verb) {
		return true // "pointed the finger at Doha"
	}
	return len(s.doc.reader.frames.preps[g.prep]) > 0 // "in the pay of Damascus"
}

// seated reports whether a capital or a seat stands for the government there and not for the town: "Moscow withdrew".
func (s *sentence) seated(g *group) bool {
	n := s.headName(g)
	if n == nil || len(g.actor) != 1 || len(g.place) == 0 || g.actor[0].percent != sureSeat {
		return false
	}
	v := g.verb
	if v == nil {
		return n.last < len(s.tokens) && s.tokens[n.last].Tag == text.POS // "Kyiv's forces"
	}
	if g.role == "obj" && s.doc.reader.classes.any(v.lemma, "accuse", "demand", "deny", "threaten", "help") {
		return true // "accused Khartoum of"
	}
	return g.role == "subj" && !v.passive && !v.copula && v.lemma != "fall" && v.lemma != "lie"
}

// hostsTalks reports whether the noun group only tells where people talk: "the talks in Geneva", "a deal was signed in Geneva".
func (s *sentence) hostsTalks(g *group) bool {
	if g.prep != "in" && g.prep != "at" {
		return false
	}
	classes := s.doc.reader.classes
	if over := s.nounBefore(g); over != nil && classes.has("parley", over.lemma) {
		return true
	}
	v := g.verb
	return v != nil && (classes.has("parley", v.lemma) || v.lemma == "meet" && v.object == nil || v.subject != nil && classes.has("parley", v.subject.lemma))
}

// abstractly reports whether "government" means that there is one, or what it is like, and not who governs: "its seat of government", "the
// form of government".
func (s *sentence) abstractly(g *group) bool {
	k := g.index - 2
	if g.first != g.head || k < 0 || s.groups[g.index] != g || s.groups[k+1].lemma != "of" {
		return false
	}
	switch s.groups[k].lemma {
	case "seat", "form", "system", "type", "style", "kind", "change", "organ", "branch", "level", "instrument":
		return true
	}
	return false
}

// missionOf resolves the armed mission of an organisation to the one of its missions that the article names, or to the organisation: "the UN
// mission withdrew". Who looks into something or talks is no such mission.
func (s *sentence) missionOf(g *group) []ref {
	if g.lemma != "mission" || g.plural || len(g.names) == 0 {
		return nil
	}
	n := &s.names[g.names[len(g.names)-1]]
	if !n.known() || n.last > g.head {
		return nil
	}
	for _, word := range s.lower[n.last:g.head] {
		if !s.doc.reader.classes.has("peacekeeping", word) {
			return nil
		}
	}
	over := n.senses[0].Entry
	if over.Type != graph.Organisation && over.Type != graph.Coalition {
		return nil
	}
	var missions []graph.ID
	for _, id := range sortedKeys(s.doc.named) {
		if e, ok := s.doc.reader.dictionary.Entry(id); ok && id != over.ID && slices.ContainsFunc(e.Parents, func(p actors.Dated) bool { return p.ID == over.ID }) && armed(e.Type) {
			missions = append(missions, id)
		}
	}
	if len(missions) != 1 {
		missions = []graph.ID{over.ID}
	}
	return []ref{{id: missions[0], group: g, percent: sureDefinite, force: true}}
}
