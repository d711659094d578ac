package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// uprising is what an article calls those who fight the government of a country: "Syrian" and "rebels".
type uprising struct {
	state    *actors.Entry
	word     string
	sentence int // that calls them so first
}

// findUprising looks through the whole article for the rebels of one country under that country's name, so that "the
// rebels" of the headline are they, too. An article about the rebels of two countries leaves open whom it means.
func (d *document) findUprising(sentences []*sentence) {
	for _, s := range sentences {
		for _, n := range s.names {
			if !n.known() || n.last >= len(s.tokens) || !s.rebelAt(n.last) {
				continue
			}
			sense := n.senses[0]
			if !sense.Entry.IsState || sense.Form != actors.Adjective && sense.Form != actors.National {
				continue
			}
			state := sense.Entry
			if d.uprising.state != nil && d.uprising.state != state {
				d.uprising = uprising{}
				return
			}
			if d.uprising.state == nil {
				d.uprising = uprising{state: state, word: s.words[n.last], sentence: s.index}
			}
		}
	}
}

// rebelAt reports whether the token is a word for many rebels, or one that makes rebels of the force behind it.
func (s *sentence) rebelAt(i int) bool {
	classes := s.doc.reader.classes
	lemma := text.Lemma(s.lower[i], text.NNS)
	if !classes.has("rebels", lemma) {
		return false
	}
	if lemma != s.lower[i] || lemma == "opposition" || lemma == "insurgency" || lemma == "resistance" {
		return true
	}
	return i+1 < len(s.tokens) && classes.any(text.Lemma(s.lower[i+1], text.NNS), "force", "grouping")
}

// onlyGroup resolves "the rebels" to the armed group of the article, where the sentences before name just one.
func (d *document) onlyGroup(s *sentence, g *group) []ref {
	if s.secedes(g) {
		return nil
	}
	var only graph.ID
	for _, m := range d.history {
		if m.sentence == s.index {
			continue
		}
		for _, r := range m.refs {
			switch e := d.entity(r.id); {
			case e.Type != graph.ArmedGroup && e.Type != graph.Militia:
			case d.loyalist(r.id), d.backsState(r.id):
			case only != "" && only != r.id:
				return nil
			default:
				only = r.id
			}
		}
	}
	if only == "" || !g.definite || g.lemma == "opposition" || d.entity(only).Country != d.focus && d.namesOwn(only) {
		return nil
	}
	return []ref{{id: only, group: g, percent: sureDefinite, force: true}}
}

// backsState reports whether the text has told that the group supports a state, where it is not then whom "the rebels" means.
func (d *document) backsState(id graph.ID) bool {
	return slices.ContainsFunc(d.candidates, func(c candidate) bool {
		return c.frame.relation == graph.Backs && c.subject.id == id && d.isState(c.object.id) && c.qualifier.polarity == graph.Affirmed
	})
}

// uprose gives the only armed group that the dictionary has a person lead, whatever state he headed later, or nothing.
func (d *document) uprose(person graph.ID) graph.ID {
	entry, ok := d.reader.dictionary.Entry(person)
	if !ok {
		return ""
	}
	var only graph.ID
	for _, led := range entry.Leads {
		if t := d.entity(led.ID).Type; t != graph.ArmedGroup && t != graph.Militia && t != graph.Coalition {
			continue
		}
		if only != "" {
			return ""
		}
		only = led.ID
	}
	return only
}

// rebelBody gives the rebels of whom "the Chadian rebel spokesman" speaks, under the name that the dictionary has for them or as a
// side of their country. Of somebody whose group is known nobody needs to ask.
func (s *sentence) rebelBody(g *group, m *name, o office) []ref {
	if m.last+1 != o.first || !m.known() || !m.senses[0].Entry.IsState {
		return nil
	}
	switch s.lower[m.last] {
	case "rebel", "insurgent", "guerrilla", "separatist":
	default:
		return nil
	}
	for _, r := range g.actor {
		led, body := s.doc.led(r.id), s.doc.belongs(r.id)
		if led != "" && !s.doc.isState(led) {
			return nil
		}
		if body != "" && !s.doc.isState(body) && !s.doc.reader.classes.has("leader", o.lemma) {
			return []ref{{id: body, group: g, percent: sureName, force: true}}
		}
	}
	for _, sense := range s.doc.lookup(s.text(m.first, m.last) + " " + s.lower[m.last] + "s") {
		if t := sense.Entry.Type; sense.Form == actors.Name && !sense.Entry.IsState && (t == graph.ArmedGroup || t == graph.Coalition) {
			return []ref{{id: sense.Entry.ID, group: g, percent: sureName, force: true}}
		}
	}
	return []ref{s.doc.collective(m.senses[0].Entry, s.lower[m.last], g)}
}

// rebelWord gives the word that makes rebels of a force: "opposition" in "opposition fighters", or empty.
func (s *sentence) rebelWord(g *group) string {
	if g.head == g.first || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "grouping") {
		return ""
	}
	switch word := s.lower[g.head-1]; word {
	case "rebel", "opposition", "insurgent", "guerrilla", "separatist":
		return word
	}
	return ""
}

// revolts reports whether the country in focus was then at war with armed groups of its own, by the list of wars, and the
// article names none of them: its "rebels" are that country's. Those apart by their words, such as "Turkish-backed
// rebels", need not be one of those named.
func (d *document) revolts(apart bool) bool {
	if !apart && d.namesOwn("") {
		return false
	}
	return d.warAtHome(func(_, foes []actors.Dated) bool {
		return slices.ContainsFunc(foes, func(foe actors.Dated) bool {
			e, ok := d.reader.dictionary.Entry(foe.ID)
			return ok && armed(e.Type) && e.Country == d.focus
		})
	})
}

// loyalist reports whether the armed group fought on the side of the state in focus then.
func (d *document) loyalist(id graph.ID) bool {
	return d.warAtHome(func(side, _ []actors.Dated) bool { return d.standsOn(side, id) })
}

// warAtHome reports whether a war was then fought in the country in focus in which the side of its state and the one that it faces are
// such.
func (d *document) warAtHome(fits func(side, foes []actors.Dated) bool) bool {
	if d.focus == "" {
		return false
	}
	return slices.ContainsFunc(d.reader.wars, func(war actors.War) bool {
		return slices.Contains(war.Countries, d.focus) && war.When().Covers(d.day) &&
			slices.ContainsFunc(bothWays(war), func(sides [2][]actors.Dated) bool { return d.standsOn(sides[0], d.focus) && fits(sides[0], sides[1]) })
	})
}

// standsOn reports whether the side lists the entity for the day of the article.
func (d *document) standsOn(side []actors.Dated, id graph.ID) bool {
	return slices.ContainsFunc(side, func(at actors.Dated) bool { return at.ID == id && (d.day == "" || at.When.Covers(d.day)) })
}

// onlyCompounds reports whether the noun group is its head and what a hyphen joins before it: "Turkish-backed rebels".
func (s *sentence) onlyCompounds(g *group) bool {
	if len(g.compounds) == 0 || len(g.names) > 0 {
		return false
	}
	first := g.first
	if s.tokens[first].Tag == text.DT {
		first++
	}
	return g.compounds[0].left == first && g.compounds[len(g.compounds)-1].at == g.head-1
}

// bothSides resolves "regime and rebel forces" to the two sides of a civil war.
func (s *sentence) bothSides(g *group) []ref {
	i := g.head - 2
	if i <= g.first-1 || !g.plural || i < 1 || s.lower[i] != "and" {
		return nil
	}
	loyal := func(word string) bool { return word == "regime" || word == "government" || word == "army" }
	rebel := func(word string) bool { return word == "rebel" || word == "opposition" || word == "insurgent" }
	a, b := s.lower[i-1], s.lower[i+1]
	terror := a == "rebel" && (b == "terrorist" || b == "jihadist" || b == "extremist")
	if !terror && !(loyal(a) && rebel(b) || rebel(a) && loyal(b)) {
		return nil
	}
	rebels := s.doc.rebels(s, s.newGroup(nounKind, g.head, g.head+1, "rebel"))
	for k := range rebels {
		rebels[k].group = g
	}
	if terror {
		return rebels // "a range of rebel and jihadist groups"
	}
	return append(s.doc.focusState(g, true), rebels...)
}

// namesOwn reports whether the article names an armed group of the country in focus that fights its state, beside the one given.
func (d *document) namesOwn(beside graph.ID) bool {
	for id := range d.named {
		if e := d.entity(id); id != beside && armed(e.Type) && e.Country == d.focus && d.focus != "" && !d.loyalist(id) {
			return true
		}
	}
	return false
}

// isSide tells the words that make forces those of a side: "regime and rebel forces".
func isSide(word string) bool {
	switch word {
	case "regime", "government", "rebel", "opposition", "insurgent", "terrorist", "jihadist", "extremist":
		return true
	}
	return false
}

// someOf reports whether the words speak of some groups of a kind rather than of a side: "moderate rebel groups".
func (s *sentence) someOf(g *group) bool {
	switch g.lemma {
	case "group", "faction", "militia", "organisation", "organization", "outfit", "rebel_group", "militant_group":
		return !g.definite && g.head-g.first > 1
	}
	return false
}

// rebelsCalled remembers whom the text calls rebels together with a name of theirs, for "the rebels" further on: "Houthi rebels",
// "the M23 rebels". Where it calls two so, the word alone means neither.
func (s *sentence) rebelsCalled(g *group) {
	if n := s.headName(g); n != nil && len(g.actor) == 1 {
		s.rebelsByName(g.actor[0].id)
	}
	if len(g.actor) != 1 || !g.plural || g.head <= g.first || !s.doc.reader.classes.has("rebels", s.lemma(g.head)) || g.lemma == "militant" {
		return
	}
	id := g.actor[0].id
	if e := s.doc.entity(id); e.IsState || !armed(e.Type) || len(g.names) == 0 {
		return
	}
	s.doc.callRebels("rebels "+s.lemma(g.head)+"s", id)
}

// callRebels remembers whom the text calls by a word for rebels, or nobody where it calls two so.
func (d *document) callRebels(key string, id graph.ID) {
	if before, ok := d.introduced[key]; ok && before != id {
		id = ""
	}
	d.introduced[key] = id
}

// rebelsByName notes whom the dictionary calls rebels by his name, whatever the article calls him: "Chechen separatists" are the
// Chechen rebels, and so are "the rebels".
func (s *sentence) rebelsByName(id graph.ID) {
	name := s.doc.entity(id).Name
	space := strings.LastIndexByte(name, ' ')
	if space < 0 {
		return
	}
	word := strings.ToLower(name[space+1:])
	if !s.doc.reader.classes.has("rebels", text.Lemma(word, text.NNS)) || word == text.Lemma(word, text.NNS) {
		return
	}
	s.doc.callRebels("rebels rebels", id)
}
