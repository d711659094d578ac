package extract

import (
	"slices"

	"entente.example/graph"
)

// theatre gives the country that the title names, be it as a state or as a place, where a clause about soldiers of others
// leaves out where they go or leave: "France sent troops", "Libya withdrew its army", in the "History of Chad".
func (s *sentence) theatre(v *group, guard string) []ref {
	d := s.doc
	if d.subject == "" || v.kind != verbKind || v.negated || v.passive || v.infinitive || v.indirect != nil || v.subject == nil || len(v.subject.actor) == 0 || s.tellsWhere(v) {
		return nil
	}
	if slices.ContainsFunc(v.args, func(a argument) bool { return len(a.noun.actor) > 0 && a.prep != "at_the_request_of" }) {
		return nil // "sent troops in support of X"
	}
	if slices.ContainsFunc(v.subject.actor, func(r ref) bool { return r.id == d.subject || d.entity(r.id).Country == d.subject }) || s.tellsOfElsewhere(v) {
		return nil
	}
	id := d.subject
	if guard == "place" {
		t, ok := d.reader.dictionary.Territory(d.subject)
		if !ok {
			return nil
		}
		id = t.ID
	}
	return []ref{{id: id, group: v, percent: sureDefinite, implied: true}}
}

// tellsOfElsewhere reports whether the sentence names a place in another country than the one that the article is about, or the one
// before did where the verb may go on with it.
func (s *sentence) tellsOfElsewhere(v *group) bool {
	d := s.doc
	for _, g := range s.groups {
		if g.kind != nounKind || g == v.subject || g.verb != nil && g.verb != v && g.role == "subj" && g.index > v.index {
			continue
		}
		for _, r := range g.place {
			if country := d.entity(r.id).Country; country != "" && country != d.focus && !slices.ContainsFunc(g.actor, func(a ref) bool { return a.id == country }) {
				return true
			}
		}
	}
	for i := range s.lower {
		if n := s.nameAt(i); n != nil && i < v.first && n.known() && (s.wordsBefore(i, "in") || s.wordsBefore(i, "to") || s.wordsBefore(i, "into")) {
			if e := n.senses[0].Entry; e.ID != d.focus && e.Country != d.focus && e.Type != graph.Person && (e.IsState || e.IsPlace()) {
				return true
			}
		}
	}
	return false
}

// wordsBefore reports whether the words stand right before the token.
func (s *sentence) wordsBefore(i int, words ...string) bool {
	return i >= len(words) && slices.Equal(s.lower[i-len(words):i], words)
}

// titleTown gives the town that an article is about by its title, "Misrata", "Battle of Kunduz", "Siege of Homs (2012)", or nothing.
func (s *sentence) titleTown() graph.ID {
	if len(s.names) != 1 || !s.names[0].known() {
		return ""
	}
	n := s.names[0]
	for i, word := range s.lower {
		if (i < n.first || i >= n.last) && yearOf(word) == "" && !s.doc.reader.classes.has("ordeal", word) {
			return ""
		}
	}
	var town graph.ID
	for _, sense := range n.senses {
		if e := sense.Entry; s.doc.isSite(e.ID, "city,town") && (town == "" || s.doc.fit(sense) > 0) {
			town = e.ID
			break
		}
	}
	return town
}

// ownTown gives the town that the article is about where "the city" means it: no other town is named before in the sentence.
func (s *sentence) ownTown(g *group) []ref {
	if s.doc.town == "" || g.lemma != "city" && g.lemma != "town" && g.lemma != "port" || !g.definite || g.possessor != nil || len(g.names) > 0 || isPossessive(s.lower[g.first]) {
		return nil
	}
	for m := range s.doc.back(s, 0) {
		if slices.ContainsFunc(m.places, func(r ref) bool { return r.id != s.doc.town && s.doc.isSite(r.id, "city,town") }) && !m.beside {
			return nil
		}
	}
	return []ref{{id: s.doc.town, group: g, percent: sureDefinite}}
}

// landAtWar gives the land in which a civil war is that a state's adjective names: "the Angolan civil war".
func (s *sentence) landAtWar(g *group, n *name, at *group) []ref {
	if g.lemma != "war" || g.head == 0 || s.lower[g.head-1] != "civil" || !n.adjectival() {
		return nil
	}
	sense := s.doc.choose(n.senses)
	if sense.Entry == nil {
		return nil
	}
	land, ok := s.doc.reader.dictionary.Territory(sense.Entry.ID)
	if !ok {
		return nil
	}
	return []ref{{id: land.ID, group: at, percent: sureName}}
}

// sceneBefore gives the place that "there" means: the last one that the text named as the place of something.
func (d *document) sceneBefore(s *sentence, g *group) []ref {
	for m := range d.back(s, 1) {
		if len(m.places) == 0 || m.role == "subj" {
			continue
		}
		var refs []ref
		for _, r := range m.places {
			r.group = g
			refs = append(refs, r.less(sureDefinite))
		}
		return refs
	}
	return nil
}

// assailed reports whether the noun group is what only a place can be: taken, besieged, shelled, or what an assault is on.
func (s *sentence) assailed(g *group) bool {
	if g.verb != nil && undergoes(g, g.verb) && s.doc.reader.classes.has("assail", g.verb.lemma) {
		return true
	}
	before := s.nounBefore(g)
	if before == nil || s.groups[g.index] != g {
		return false
	}
	switch prep := s.groups[g.index-1].lemma; before.lemma {
	case "attack", "assault", "offensive", "airstrike", "air_strike", "raid", "advance", "incursion":
		return prep == "on" || prep == "into"
	case "siege":
		return prep == "of" || prep == "to"
	case "bombardment", "shelling", "capture", "recapture", "liberation", "fall":
		return prep == "of"
	case "withdrawal", "retreat":
		return prep == "from"
	}
	return false
}
