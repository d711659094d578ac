package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// stateless resolves "the Kurds", "Iraqi Kurds", "Kurdish forces": a people that has no state acts as a side of the
// country that the words name, or else of the one that the article is about.
func (s *sentence) stateless(g *group) []ref {
	if !s.capitalised(g.head) && (g.head == g.first || !s.capitalised(g.head-1)) {
		return nil
	}
	classes := s.doc.reader.classes
	at, word := g.head, text.Lemma(s.lower[g.head], text.NNS)
	if !classes.has("people", word) {
		if at = g.head - 1; at < g.first || !g.plural || !classes.any(g.lemma, "force", "nationals") || classes.has("rebels", g.lemma) {
			return nil
		}
		word = s.lower[at]
	}
	people := classes.kind("people", word)
	if people == "" || at == g.head && word == s.lower[at] {
		return nil
	}
	if at < g.head && s.lower[g.first] == "the" && at == g.first+1 {
		if refs := s.doc.recall(s, g, func(r ref) bool { return s.doc.ofPeople(r.id, s.lower[at]) }); refs != nil {
			return refs // "the Kurdish fighters", after the YPG
		}
	}
	country := s.doc.home(s, g)
	if country == nil {
		return nil
	}
	return []ref{s.doc.sideOf(country, people, g)}
}

// ofPeople reports whether the dictionary has an armed group under a name of the people.
func (d *document) ofPeople(id graph.ID, adjective string) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	if !ok || entry.Type != graph.ArmedGroup && entry.Type != graph.Militia {
		return false
	}
	return slices.ContainsFunc(append([]graph.Alias{{Name: entry.Name}}, entry.Aliases...), func(a graph.Alias) bool {
		return strings.Contains(strings.ToLower(a.Name), adjective)
	})
}

// home gives the state that a group of words names by its adjective, or else the state in focus; nil where there is none.
func (d *document) home(s *sentence, g *group) *actors.Entry {
	for _, k := range g.names {
		n := s.names[k]
		for _, sense := range n.senses {
			if sense.Entry.IsState && (sense.Form == actors.Adjective || sense.Form == actors.National) {
				return sense.Entry
			}
		}
		if n.known() {
			return nil // they are somebody's
		}
	}
	if g.possessor != nil {
		if len(g.possessor.actor) != 1 {
			return nil
		}
		if owner, ok := d.reader.dictionary.Entry(g.possessor.actor[0].id); ok && owner.IsState {
			return owner
		}
		return nil
	}
	if focus, ok := d.reader.dictionary.Entry(d.focus); ok && focus.IsState {
		return focus
	}
	return nil
}

// sideOf makes one side of a people in a country: "Syrian Kurds".
func (d *document) sideOf(state *actors.Entry, people string, g *group) ref {
	adjective := state.Name
	if len(state.Adjectives) > 0 {
		adjective = state.Adjectives[0]
	}
	fullName := adjective + " " + people
	id := graph.UnknownID(fullName, "")
	d.entities[id] = graph.Entity{ID: id, Name: fullName, Type: graph.ArmedGroup, Country: state.ID}
	return ref{id: id, group: g, percent: sureCollective, force: true}
}

// peopleOfTwo reports whether the name is of a people within another's state that has made one of its own, and acts as that:
// "Bosnian Serbs", "Turkish Cypriots".
func (s *sentence) peopleOfTwo(n *name) bool {
	if n.last-n.first != 2 {
		return false
	}
	k, senses := s.doc.reader.matcher.Longest(s.words[:n.first+1], n.first)
	return k == 1 && senses[0].Entry.IsState && senses[0].Form == actors.Adjective
}
