package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// servicemen gives the state whose soldiers or policemen those are whom no words own, and whom somebody killed or took: that of
// the place where it happened, or else the one that the article is about. "Boko Haram killed ten soldiers in Borno."
func (s *sentence) servicemen(g *group) []ref {
	if !isServiceman(g.lemma) || len(g.names)+len(g.actor)+len(g.compounds) > 0 || g.possessor != nil || g.pronominal != nil || g.of != nil || g.definite || g.verb == nil {
		return nil
	}
	if s.precededBy(g, "foreign", "enemy", "rebel", "former", "retired", "coalition", "allied", "peacekeeping", "opposition", "mercenary", "pro-government", "more", "other", "own") {
		return nil
	}
	v, state := g.verb, graph.ID("")
	for _, prep := range []string{"in", "at", "near", "outside", "around", "on"} {
		for _, a := range s.argumentsOf(v, prep) {
			if len(a.place) > 0 && state == "" {
				state = s.doc.entity(a.place[0].id).Country
			}
		}
	}
	attackers := s.roleGroups("subj", v)
	byGroup := len(attackers) > 0 && !slices.ContainsFunc(attackers, func(by *group) bool {
		return slices.ContainsFunc(by.actor, func(r ref) bool {
			e := s.doc.entity(r.id)
			return e.Type != graph.ArmedGroup && e.Type != graph.Militia || s.doc.sideBySideInWar(r.id, cmp.Or(state, s.doc.focus))
		})
	})
	if state == "" && byGroup {
		state = s.doc.focus
	}
	if entry, ok := s.doc.reader.dictionary.Entry(state); !ok || !entry.IsState || len(attackers) > 0 && !byGroup {
		return nil
	}
	return []ref{{id: state, group: g, percent: sureDefinite, force: true, implied: true}}
}

// leadWar reports whether the two states lead the two sides of a war of wars.csv at the time, so that no group may be meant that one of
// them only helps.
func (d *document) leadWar(a, b graph.ID) bool {
	return d.waged(func(side, foes []actors.Dated) bool {
		return len(side) > 0 && len(foes) > 0 && side[0].ID == a && foes[0].ID == b
	})
}

// isServiceman tells the words for those who bear arms for a state.
func isServiceman(lemma string) bool {
	switch lemma {
	case "soldier", "trooper", "troop", "policeman", "police_officer", "serviceman", "sailor", "paratrooper", "conscript", "border_guard", "gendarme", "army_officer", "airman":
		return true
	}
	return false
}

// sideBySideInWar reports whether wars.csv has the two on one side of a war that was fought at the article's date.
func (d *document) sideBySideInWar(a, b graph.ID) bool {
	return d.waged(func(side, _ []actors.Dated) bool { return lists(side, a) && lists(side, b) })
}

// beaten gives whose attack somebody beat off where no words tell: of the one state of the article that was at war with his
// then. "Ukrainian troops repelled six attacks near Robotyne."
func (s *sentence) beaten(v *group) []ref {
	subject := s.roleGroups("subj", v)
	object := s.roleGroups("obj", v)
	if len(subject) != 1 || len(object) == 0 || object[0].possessor != nil || s.authored(object[0]) || len(object[0].names)+len(object[0].compounds) > 0 || s.anaphoric(object[0]) {
		return nil
	}
	if s.hasPhrase(object[0], "from", "of") {
		return nil
	}
	owners := s.admit(subject[0].actor, "state")
	if len(owners) != 1 || !owners[0].force {
		return nil
	}
	foe := s.doc.foe(owners[0].id)
	if foe == "" || !s.doc.leadWar(owners[0].id, foe) {
		return nil
	}
	return []ref{{id: foe, group: object[0], percent: sureDefinite, force: true, implied: true}}
}

// repelled reports whether the words are for an attack that somebody beats off: "The assault was repulsed by the army".
func (s *sentence) repelled(g *group) bool { return s.takenBy("repel", g) }

// heldByRebels reports whether a word for rebels tells whose the target is that the noun group names: "rebel positions".
func (s *sentence) heldByRebels(g *group) bool {
	if g.head == g.first || g.possessor != nil || !s.doc.reader.classes.any(g.lemma, "target") && g.lemma != "hand" || s.doc.reader.classes.any(g.lemma, "nationals", "leader") {
		return false
	}
	switch s.lower[g.head-1] {
	case "rebel", "opposition", "insurgent", "guerrilla", "separatist", "militant", "jihadist", "islamist":
		return true
	}
	return false
}

// risenAgainst gives the rebels of a state whose adjective stands before the word for them, where they hold what the noun group names:
// "an Afghan guerrilla base".
func (s *sentence) risenAgainst(g *group, n *name) []ref {
	if n.last != g.head-1 || !n.known() || !n.senses[0].Entry.IsState || n.senses[0].Form != actors.Adjective || !s.doc.reader.classes.any(g.lemma, "target", "premises", "deed") || s.doc.reader.classes.any(g.lemma, "nationals", "leader", "member") {
		return nil
	}
	word := s.lower[n.last]
	switch word {
	case "rebel", "insurgent", "guerrilla", "separatist", "resistance":
	default:
		return nil
	}
	if s.doc.uprising.state == n.senses[0].Entry {
		word = s.doc.uprising.word
	}
	return []ref{s.doc.collective(n.senses[0].Entry, word, g)}
}

// rebelsMeant gives the rebels whom the word before the head of a noun group means, as "the rebels" would: of "rebel positions" those of
// whom the article has told.
func (s *sentence) rebelsMeant(g *group) []ref {
	those := s.newGroup(nounKind, g.head-1, g.head, s.lower[g.head-1])
	those.definite, those.plural, those.verb, those.role = true, true, g.verb, g.role
	ours := func(r ref) bool {
		land := s.doc.entity(r.id).Country
		return land == "" || s.doc.focus == "" || land == s.doc.focus
	}
	if refs := s.doc.rebels(s, those); refs != nil || s.doc.roused(s, those) {
		return slices.DeleteFunc(refs, func(r ref) bool { return !ours(r) })
	}
	denoted, ok := s.doc.reader.classes.entry("denotes", those.lemma)
	if !ok {
		return nil
	}
	return s.doc.recall(s, those, func(r ref) bool {
		return s.denotes(denoted.kind, those, r, "") && !s.doc.backsState(r.id) && r.id.Listed() && ours(r)
	})
}

// heldByArmy reports whether the target that the noun group names is the army's of the state that the text is about: "an army post".
func (s *sentence) heldByArmy(g *group) bool {
	if g.head == g.first || g.possessor != nil || g.of != nil {
		return false
	}
	if !s.doc.reader.classes.has("armypost", g.lemma) {
		return false
	}
	switch s.lower[g.head-1] {
	case "army", "regime", "government", "junta":
		return true
	}
	return false
}

// sortied gives whose the jets or commandos are that no words own, where a report goes on about what forces of a state did: "Turkish
// troops crossed into Iraq. Commandos attacked the camp while jets bombed the hills."
func (s *sentence) sortied(g *group) []ref {
	v := g.verb
	if g.role != "subj" || !g.plural && !strings.HasSuffix(s.lower[g.head], "s") || g.definite || len(g.names)+len(g.compounds) > 0 || g.possessor != nil || v == nil || v.passive || g.of != nil || g.head-g.first > 1 || !s.assaults(v) && v.lemma != "pound" {
		return nil
	}
	switch g.lemma {
	case "jet", "warplane", "helicopter", "helicopter_gunship", "gunship", "bomber", "fighter_jet", "commando", "paratrooper", "warship", "howitzer", "gunboat", "attack_helicopter", "fighter-bomber", "aircraft":
	default:
		return nil
	}
	for m := range s.doc.back(s, 1) {
		if m.role != "subj" || len(m.refs) == 0 {
			continue
		}
		if r := m.refs[0]; len(m.refs) == 1 && r.force && !r.nationals && s.doc.isState(r.id) {
			return []ref{{id: r.id, group: g, percent: sureDefinite, force: true}}
		}
		return nil
	}
	return nil
}

// floats reports whether the name is that of a ship by the word before it, which is no place: "the tanker Sea Isle City".
func (s *sentence) floats(n *name) bool {
	if n.first == 0 || s.doc.reader.classes.has("place", s.lower[n.first-1]) {
		return strings.HasPrefix(s.text(n.first, n.last), "U.S.S.")
	}
	if s.doc.reader.classes.has("ship", s.lower[n.first-1]) {
		return true
	}
	return strings.HasPrefix(s.text(n.first, n.last), "U.S.S.")
}

// besetsOwn reports whether a pronoun that may mean another makes a state attack a place of its own land: "Russia hit Ukraine's grid. It
// fired missiles at Kyiv."
func (s *sentence) besetsOwn(subject ref, object graph.ID) bool {
	if subject.group == nil || !subject.group.pronoun || !s.doc.isState(subject.id) || s.doc.entity(object).Country != subject.id {
		return false
	}
	foe := s.doc.foe(subject.id)
	return foe != "" && s.doc.leadWar(subject.id, foe)
}

// onlyThere reports whether the slot tells no more than in what place the deed was done: states strike somebody "in Syria" without
// attacking the country, unless it is an invasion.
func (s *sentence) onlyThere(anchor *group, sl slot) bool {
	role := sl.role
	if sl.inner != "" {
		role = sl.inner
	}
	switch role {
	case "in", "across", "vin", "vnear":
	default:
		return false
	}
	switch anchor.lemma {
	case "invasion", "aggression", "war", "invade", "incursion", "onslaught":
		return false
	}
	return anchor.kind != verbKind || anchor.object == nil || !s.doc.reader.classes.has("place", anchor.object.lemma) // "hit three villages in Lebanon"
}

// hostileLand reports whether one of those who attack was at war with the state whose land it is.
func (s *sentence) hostileLand(land ref, by []ref) bool {
	state := s.doc.entity(land.id).Country
	return slices.ContainsFunc(by, func(r ref) bool { return s.doc.atWar(r.id, state) })
}

// irregular reports whether who attacks is no state and no coalition of states: what a group does in a country is an attack on it.
func (s *sentence) irregular(r ref) bool {
	e := s.doc.entity(r.id)
	return e.Type == graph.ArmedGroup || e.Type == graph.Militia
}

// ofOnePart reports whether the forces or the government are those of a part of the country alone, which is split, or in its hands:
// "Libya's eastern-based forces", "a rival government of Libya", "a vassal state of Rwanda".
func (s *sentence) ofOnePart(g *group) bool {
	return slices.ContainsFunc(g.compounds, func(c compound) bool { return c.word == "based" }) || g.last+1 < len(s.lower) && s.lower[g.last] == "in" && s.lower[g.last+1] == "exile" ||
		s.precededBy(g, "facto", "rival", "breakaway", "parallel", "shadow", "self-declared", "self-proclaimed", "separatist", "secessionist", "vassal", "satellite", "puppet", "client", "neighbour", "neighbor", "neighbouring", "neighboring", "rogue", "dissident", "renegade", "mutinous")
}

// namesBattle reports whether the word at i is the first of the name of a battle, which tells what happened and where: "the
// Siege of X", "the Battle of Y".
func (s *sentence) namesBattle(i int) bool {
	if i+1 >= len(s.lower) || s.lower[i+1] != "of" && s.lower[i+1] != "for" {
		return false
	}
	return s.doc.reader.classes.has("battle", s.lower[i]) || s.doc.reader.classes.kind("deed", s.lower[i]) != ""
}

// countsFallen reports whether a number behind "during the assault" begins another noun group: "In the raid 95 soldiers were killed".
func (s *sentence) countsFallen(g *group, j int) bool {
	if g.first == 0 || s.tokens[g.first-1].Tag != text.IN || s.lower[g.first] != "the" || !s.doc.reader.classes.any(s.lower[g.head], "battle", "deed") {
		return false
	}
	return j+1 < len(s.tokens) && s.nounFollows(j+1)
}

// toll reports whether foes fell in the clause of the verb, by the word for them or by what befell them, and nobody else than who tells
// of it can have done it: "Chad's army said that ten M23 militants were killed".
func (s *sentence) toll(v *group, _ []string) bool {
	teller := s.tellerOf(v)
	fallen := s.roleGroups("obj", v)
	if !v.passive {
		fallen = s.roleGroups("subj", v)
	}
	if teller == nil || !s.mayFight(teller) || teller.verb != nil && teller.verb.link == thatLink || // "it is not true that the army said that"
		len(fallen) != 1 || len(s.argumentsOf(v, "by")) > 0 {
		return false
	}
	if !s.headIn(fallen[0], []string{"@hunted", "@rebels"}) && !strings.HasPrefix(v.lemma, "neutrali") && v.lemma != "eliminate" {
		return false
	}
	for _, g := range s.groups[v.index+1:] {
		switch {
		case g.kind == stopKind:
			return true
		case g.kind == nounKind && len(g.actor) > 0 && len(g.place) == 0 && g.actor[0].id != teller.actor[0].id:
			return false
		}
	}
	return true
}

// mayFight reports whether the noun group names armed people or the ministry that they are under.
func (s *sentence) mayFight(g *group) bool {
	if len(s.admit(g.actor, "force"))+len(s.admit(g.actor, "armed")) > 0 {
		return true
	}
	return len(g.actor) > 0 && (g.lemma == "defence_ministry" || g.lemma == "defense_ministry" || g.lemma == "interior_ministry")
}
