package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// pairReach is how many sentences back "both" may reach: farther off, two others stood between.
const pairReach = 1

// pair resolves "both countries", "the two sides", "the former", "the latter" to the two that the article named last in
// one sentence. Where that sentence names more, or fewer, it means nobody that can be told.
func (d *document) pair(s *sentence, g *group) []ref {
	one := g.definite && g.last-g.first == 2 && (g.lemma == "former" || g.lemma == "latter")
	if !one && !s.countsTwo(g) {
		return nil
	}
	pair := d.counted(s, g.lemma)
	if len(pair) != 2 && !one {
		pair = d.joined(s, statesOnly(g.lemma))
	}
	if len(pair) != 2 {
		return nil
	}
	for i := range pair {
		pair[i] = pair[i].less(sureDefinite)
		pair[i].group = g
	}
	switch g.lemma {
	case "former":
		return pair[:1]
	case "latter":
		return pair[1:]
	}
	return pair
}

// couple is the two actors that a sentence joins by "and", for the "both" of the next: of several such, none.
type couple struct {
	sentence int
	refs     []ref
}

// join remembers the actors of a list of two.
func (d *document) join(s *sentence, refs []ref) {
	if len(refs) != 2 {
		return
	}
	if d.couple.refs != nil && d.couple.sentence == s.index {
		refs = nil
	}
	d.couple = couple{s.index, refs}
}

// joined gives the only two that the sentence before joins by "and": "A accused B and C. Both denied it."
func (d *document) joined(s *sentence, states bool) []ref {
	c := d.couple
	if c.refs == nil || s.index-c.sentence != 1 || states && (!d.isState(c.refs[0].id) || !d.isState(c.refs[1].id)) {
		return nil
	}
	return slices.Clone(c.refs)
}

// several resolves "the three countries", "all four groups" to those that the article named last in one sentence, where they
// are that many.
func (d *document) several(s *sentence, g *group) []ref {
	if !g.plural || g.head-g.first < 2 || g.of != nil || !countable(g.lemma) {
		return nil
	}
	if first := s.lower[g.first]; first != "the" && first != "these" && first != "all" || g.last > g.head+1 {
		return nil
	}
	n := 0
	for i, word := range []string{"three", "four", "five", "six", "seven"} {
		if s.lower[g.head-1] == word {
			n = i + 3
		}
	}
	if n == 0 {
		return nil
	}
	all := d.counted(s, g.lemma)
	if len(all) != n {
		return nil
	}
	for i := range all {
		all[i] = all[i].less(sureDefinite)
		all[i].group = g
	}
	return all
}

// bodies resolves "the groups", "these militias" to all bodies without a state that the article named last in one sentence.
func (d *document) bodies(s *sentence, g *group) []ref {
	if !g.plural || g.head != g.first+1 || g.last > g.head+1 || g.of != nil || g.role != "subj" {
		return nil
	}
	if first := s.lower[g.first]; first != "the" && first != "these" && first != "both" {
		return nil
	}
	switch g.lemma {
	case "group", "faction", "militia", "movement", "organisation", "organization":
	default:
		return nil
	}
	named := slices.DeleteFunc(d.lastNamed(s, false), func(r ref) bool {
		e := d.entity(r.id)
		return e.IsState || !armed(e.Type)
	})
	if len(named) < 2 {
		return nil
	}
	for i := range named {
		named[i] = named[i].less(sureDefinite)
		named[i].group = g
	}
	return named
}

// countsTwo reports whether the words are "both" or "the two" and a word for an actor.
func (s *sentence) countsTwo(g *group) bool {
	if g.lemma == "two" && g.definite && g.head == g.first+1 && g.last == g.head+1 && g.of == nil && g.role == "subj" {
		return true
	}
	if g.last == g.first+1 && (g.lemma == "both" || g.lemma == "neither") {
		return true
	}
	if g.first > 0 && s.lower[g.first-1] == "neither" && g.first == g.head {
		return countable(g.lemma) // "neither country"
	}
	if !g.plural || g.head == g.first || s.lower[g.head-1] != "both" && (s.lower[g.head-1] != "two" || !g.definite) {
		return false
	}
	return countable(g.lemma)
}

// bothAt gives the noun group that begins at the token with "both", "neither" or two of several, or nil.
func (s *sentence) bothAt(i int) *group {
	switch {
	case s.twoAlone(i):
		g := s.newGroup(nounKind, i, i+1, s.lower[i])
		g.plural = true
		return g
	case s.ofTwo(i):
		g := s.newGroup(nounKind, i, i+2, s.lower[i+1])
		g.head, g.definite, g.plural = i+1, true, s.lower[i+1] == "two"
		return g
	case s.lower[i] == "both" && s.tagAt(i-1) == text.IN && (s.tagAt(i+1) == text.DT || s.tagAt(i+1) == text.PRPS):
		if g := s.nounAt(i + 1); g != nil {
			g.first = i // "with both the army and the rebels"
			return g
		}
	}
	return nil
}

// twoAlone reports whether the word is "both" or "neither" that stands for two named before: "Both denied it."
func (s *sentence) twoAlone(i int) bool {
	if s.lower[i] != "both" && s.lower[i] != "neither" || i+1 >= len(s.tokens) || i > 0 && (s.tokens[i-1].Tag.IsNoun() || s.tokens[i-1].Tag.IsVerb() || s.tokens[i-1].Tag == text.Comma) {
		return false
	}
	tag := s.tokens[i+1].Tag
	return tag == text.MD || tag == text.VBD || tag == text.VBZ || tag == text.VBP
}

// ofTwo reports whether "the former", "the latter", "the two" stand at the token before a verb, without a noun.
func (s *sentence) ofTwo(i int) bool {
	if i+2 >= len(s.tokens) || s.lower[i] != "the" || s.lower[i+1] != "latter" && s.lower[i+1] != "former" && s.lower[i+1] != "two" {
		return false
	}
	tag := s.tokens[i+2].Tag
	return tag == text.MD || tag == text.VBZ || tag == text.VBP || tag == text.VBD && !s.verbIn(i+3)
}

// countable tells the words by which an article counts those that it named.
func countable(lemma string) bool {
	switch lemma {
	case "side", "army", "group", "force", "rival", "foe", "ally", "party", "faction", "movement", "militia", "organisation", "organization", "power":
		return true
	}
	return statesOnly(lemma)
}

// statesOnly tells the words that count states and nobody else.
func statesOnly(lemma string) bool {
	switch lemma {
	case "country", "nation", "state", "government", "capital", "neighbour", "neighbor", "republic", "kingdom":
		return true
	}
	return false
}

// ofGovernment reports whether what stands in the role is a government and no town, if it bears a capital's name: "on the side of Kinshasa".
func ofGovernment(role string) bool {
	switch role {
	case "on_the_side_of", "on_behalf_of", "in_support_of", "alongside", "by", "with":
		return true
	}
	return false
}

// lastNamed gives the actors of the nearest sentence that names several, in the order in which they stand.
func (d *document) lastNamed(s *sentence, states bool) []ref {
	var pair []ref
	at := -1
	for m := range d.back(s, pairReach) {
		if m.sentence != at && len(pair) > 1 {
			break
		}
		if m.sentence != at {
			at, pair = m.sentence, nil
		}
		for k := len(m.refs) - 1; k >= 0; k-- {
			r := m.refs[k]
			e := d.entity(r.id)
			if r.percent == sureSeat && m.role != "subj" && len(m.places) > 0 && !ofGovernment(m.role) {
				continue // "sent troops to Saigon"
			}
			if states && !d.isState(r.id) || e.Type == graph.Person || slices.ContainsFunc(pair, func(p ref) bool { return p.id == r.id }) {
				continue
			}
			pair = append(pair, r)
		}
	}
	slices.Reverse(pair)
	return pair
}

// counted gives those named last whom the word may count: states, or bodies that are none, or whoever acted.
func (d *document) counted(s *sentence, lemma string) []ref {
	named := d.lastNamed(s, statesOnly(lemma))
	if !bodiesOnly(lemma) {
		return named
	}
	bodies := slices.DeleteFunc(slices.Clone(named), func(r ref) bool { return d.isState(r.id) || d.entity(r.id).Type == graph.Government })
	if len(bodies) > 1 || lemma == "group" || lemma == "militia" {
		return bodies
	}
	return named
}

// bodiesOnly tells the words that count movements and the like, and no state.
func bodiesOnly(lemma string) bool {
	switch lemma {
	case "group", "faction", "movement", "militia", "party", "organisation", "organization":
		return true
	}
	return false
}

// isState reports whether the dictionary knows the entity as a state.
func (d *document) isState(id graph.ID) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	return ok && entry.IsState
}

// reciprocal reports whether the noun group is "each other" or "one another".
func (s *sentence) reciprocal(g *group) bool {
	if g.last-g.first != 2 {
		return false
	}
	return s.lower[g.first] == "each" && s.lower[g.head] == "other" || s.lower[g.first] == "one" && s.lower[g.head] == "another"
}

// eachOther gives those whom the subject of the verb names, of whom each does it to the others.
func (s *sentence) eachOther(g *group) []ref {
	v := g.verb
	if v == nil || v.subject == nil || v.subject == g || len(v.subject.actor) < 2 {
		return nil
	}
	refs := slices.Clone(v.subject.actor)
	for i := range refs {
		refs[i].group = g
	}
	return refs
}
