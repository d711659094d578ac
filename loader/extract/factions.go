package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// manyGroups is how many armed groups of a country have to stand on one side against its state, by the list of wars, for "the rebels" to
// be that side rather than one of them.
const manyGroups = 8

// rebels resolves "the rebels" to those that the article named before.
func (d *document) rebels(s *sentence, g *group) []ref {
	if refs := d.themeRebels(s, g); refs != nil {
		return refs
	}
	if id := d.rebelsNamed(s, g); id != "" {
		return []ref{{id: id, group: g, percent: sureDefinite, force: true}}
	}
	if d.uprising.state == nil {
		if !d.factions() {
			if only := d.onlyGroup(s, g); only != nil && !s.onlyCompounds(g) {
				return only
			}
			if sole := d.soleRebels(s, g); sole != nil {
				return sole
			}
		}
		return d.ownRebels(s, g)
	}
	return []ref{d.collective(d.uprising.state, d.uprising.word, g).less(sureDefinite)}
}

// soleRebels resolves "guerrillas", "leftist rebels" to the one armed group of the country in focus that the article names, before or
// after, where that group was then at war with its state.
func (d *document) soleRebels(s *sentence, g *group) []ref {
	bare := g.head == g.first && g.role == "subj" && !s.title && g.lemma != "militant"
	if !g.plural || s.onlyCompounds(g) || !bare && s.persuasion(g) < 0 {
		return nil
	}
	if d.sole == nil {
		id := d.soleAtWar()
		d.sole = &id
	}
	if *d.sole == "" {
		return nil
	}
	return []ref{{id: *d.sole, group: g, percent: sureDefinite, force: true}}
}

// soleAtWar gives the one armed group of the country in focus that the article names, where it was then at war with its state, or nothing.
func (d *document) soleAtWar() graph.ID {
	own := d.ownNamed()
	if len(own) != 1 {
		return ""
	}
	var sole graph.ID
	d.warAtHome(func(_, foes []actors.Dated) bool {
		for _, foe := range foes {
			if own[foe.ID] {
				sole = foe.ID
			}
		}
		return sole != ""
	})
	return sole
}

// persuasion gives the token of the word for a creed or a leaning by which the article tells what kind of rebels it speaks of, right
// before their word, or -1: "the Muslim guerrillas", "leftist rebels".
func (s *sentence) persuasion(g *group) int {
	if at := g.head - 1; at >= g.first && at <= g.first+1 && s.doc.reader.classes.has("persuasion", s.lower[at]) && s.doc.reader.classes.has("rebels", g.lemma) && g.lemma != "militant" {
		return at
	}
	return -1
}

// ownRebels makes a side of the rebels whom the article gives no name, where its country was at war with rebels of its own.
func (d *document) ownRebels(s *sentence, g *group) []ref {
	one := g.lemma == "rebel" && (g.head == g.first || g.definite && g.head == g.first+1 || s.onlyCompounds(g))
	one = one || s.guerrillasIn(g)
	force := s.rebelWord(g) != "" && s.doc.reader.classes.any(g.lemma, "force", "nationals")
	if d.factions() {
		one = one || s.doc.reader.classes.has("faction", g.lemma)
		force = force || s.rebelWord(g) != ""
	} else if !d.revolts(s.onlyCompounds(g)) {
		return nil
	}
	state, ok := d.reader.dictionary.Entry(cmp.Or(s.helpedAgainst(g), d.focus))
	if !one && !force || !ok || !state.IsState {
		return nil
	}
	word := "rebels"
	if d.factions() && (g.lemma == "opposition" || s.rebelWord(g) == "opposition") {
		word = "opposition"
	}
	return []ref{d.collective(state, word, g).less(sureDefinite)}
}

// helpedAgainst gives the state that somebody helps against the rebels, or nothing: "propped up Déby against rebels".
func (s *sentence) helpedAgainst(g *group) graph.ID {
	if g.prep != "against" || g.verb == nil || g.verb.object == nil || len(g.verb.object.actor) != 1 {
		return ""
	}
	helped := g.verb.object.actor[0]
	if by := g.verb.subject; helped.force || by != nil && slices.ContainsFunc(by.actor, func(r ref) bool { return r.id == helped.id }) {
		return "" // "sent its soldiers against the rebels"
	}
	for _, id := range []graph.ID{helped.id, s.doc.led(helped.id)} {
		if s.doc.isState(id) {
			return id
		}
	}
	return ""
}

// guerrillasIn reports whether the words tell right away that the country in focus is that of the guerrillas who do what the clause tells:
// "guerrillas in Chad attacked".
func (s *sentence) guerrillasIn(g *group) bool {
	at := g.index + 2
	if g.lemma != "guerrilla" && g.lemma != "insurgent" || g.head != g.first || g.role != "subj" || at >= len(s.groups) || s.groups[at-1].lemma != "in" {
		return false
	}
	n := s.headName(s.groups[at])
	return n != nil && slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return sense.Entry.ID == s.doc.focus })
}

// antiRuler gives the rebels of the state whose ruler the words say that they are against: "anti-Assad rebels".
func (s *sentence) antiRuler(g *group) []ref {
	if !g.plural || !s.doc.reader.classes.any(g.lemma, "rebels", "force", "nationals") {
		return nil
	}
	for i := g.first + 2; i < g.head; i++ {
		n := s.nameAt(i)
		if n == nil || s.lower[i-2] != "anti" {
			continue
		}
		for _, person := range s.nameRefs(g, n, "person") {
			for _, id := range s.leadOf(person.id) {
				state, ok := s.doc.reader.dictionary.Entry(id)
				switch {
				case !ok || !state.IsState:
				case s.doc.uprising.state != nil && s.doc.uprising.state.ID == id:
					return []ref{s.doc.collective(s.doc.uprising.state, s.doc.uprising.word, g).less(sureDefinite)}
				default:
					return []ref{s.doc.collective(state, "rebels", g).less(sureDefinite)}
				}
			}
		}
	}
	return nil
}

// rebelsNamed gives the rebels that the article called so before, or nothing.
func (d *document) rebelsNamed(s *sentence, g *group) graph.ID {
	word := strings.ToLower(s.text(g.head, g.head+1))
	forms := []string{word, text.Lemma(word, text.NNS) + "s", "rebels", "opposition", "insurgents"}
	if g.lemma == "militant" && d.factions() {
		forms = forms[:2]
	}
	for _, form := range forms {
		if id, ok := d.introduced["rebels "+form]; ok {
			return id
		}
	}
	return ""
}

// roused reports whether the article gives rebels a name of their own, whom "the rebels" are then, or there are many groups of them.
func (d *document) roused(s *sentence, g *group) bool {
	_, several := d.introduced["rebels rebels"]
	return d.uprising.state != nil || d.rebelsNamed(s, g) != "" || several || d.factions()
}

// factions reports whether the article names two or more of the many armed groups that fought the state in focus then, by the list of
// wars: "the rebels" of such a war are a side, and none of those groups.
func (d *document) factions() bool {
	if d.factious == 0 {
		d.factious = -1
		if d.warOfFactions() {
			d.factious = 1
		}
	}
	return d.factious > 0
}

func (d *document) warOfFactions() bool {
	if d.focus == "" {
		return false
	}
	named := d.ownNamed()
	if len(named) < 2 {
		return false
	}
	return d.warAtHome(func(_, foes []actors.Dated) bool { return d.manyGroups(foes, named) })
}

// ownNamed gives the armed groups of the country in focus that the article names and that do not fight for its state.
func (d *document) ownNamed() map[graph.ID]bool {
	named := map[graph.ID]bool{}
	for _, s := range d.sentences {
		for _, n := range s.names {
			for _, sense := range n.senses {
				if id := sense.Entry.ID; sense.Form == actors.Name && d.ownGroup(id) && !d.loyalist(id) {
					named[id] = true
				}
			}
		}
	}
	return named
}

// manyGroups reports whether the side has many armed groups of the country in focus, one of whom the article names.
func (d *document) manyGroups(side []actors.Dated, named map[graph.ID]bool) bool {
	own, told := 0, false
	for _, at := range side {
		if d.ownGroup(at.ID) {
			own++
			told = told || named[at.ID]
		}
	}
	return own >= manyGroups && told
}

// ownGroup reports whether the entity is an armed group of the country in focus.
func (d *document) ownGroup(id graph.ID) bool {
	e := d.entity(id)
	return armed(e.Type) && !e.IsState && e.Country == d.focus
}

// ofManyKinds reports whether only words for kinds of fighters or their number stand before the word for rebels: "Islamist rebels",
// "450 rebels", "moderate opposition groups".
func (s *sentence) ofManyKinds(g *group) bool {
	if !s.doc.factions() || g.possessor != nil || s.someOf(g) {
		return false // "a coalition of moderate rebel groups"
	}
	for i := g.first; i < g.head; i++ {
		if tag := s.tokens[i].Tag; tag != text.DT && tag != text.CD && !s.doc.reader.classes.has("faction", s.lower[i]) {
			return false
		}
	}
	return true
}
