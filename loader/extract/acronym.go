package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// spelledOut finds the body named in full before whose initials an acronym is, however the article introduces it: "the
// Free Darfur Front, known as FDF". Two bodies of the same initials leave it open.
func (d *document) spelledOut(acronym string) (graph.ID, bool) {
	if !isAcronym(acronym) || len(acronym) < 3 {
		return "", false
	}
	var found graph.ID
	for _, m := range d.history {
		for _, r := range m.refs {
			e := d.entity(r.id)
			if e.Type == graph.Person || initials(e.Name) != acronym {
				continue
			}
			if found != "" && found != r.id {
				return "", false
			}
			found = r.id
		}
	}
	return found, found != ""
}

// newAcronyms makes bodies of initials that neither the dictionary knows nor the article explains, "the FRF": armed ones where a
// sentence has their fighters, or lets them attack or take something.
func (d *document) newAcronyms(sentences []*sentence) {
	shapes := map[string]graph.EntityType{}
	for _, s := range sentences {
		if s.capitals || s.headline {
			continue
		}
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.shape != "" || n.last-n.first != 1 || !s.newInitials(n.first) {
				continue
			}
			switch word := s.words[n.first]; {
			case s.armedInitials(n):
				shapes[word] = graph.ArmedGroup
			case shapes[word] == "" && n.first > 0 && s.lower[n.first-1] == "the":
				shapes[word] = graph.Organisation
			}
		}
	}
	if len(shapes) == 0 {
		return
	}
	for _, s := range sentences {
		for i := range s.names {
			if n := &s.names[i]; !n.known() && n.shape == "" && n.last-n.first == 1 {
				n.shape = shapes[s.words[n.first]]
			}
		}
	}
}

// newInitials reports whether the token is an acronym that may be a body's.
func (s *sentence) newInitials(i int) bool {
	word := s.words[i]
	if len(word) < 3 || len(word) > 6 || !isAcronym(word) || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	if next := i + 1; next < len(s.tokens) && (s.tokens[next].Tag == text.HYPH || s.tokens[next].Tag == text.NN && !s.doc.reader.classes.any(s.lemma(next), "grouping", "nationals", "leader", "member", "government", "force")) {
		return false // "the GDP growth", "the MRAP vehicle"
	}
	return !s.doc.reader.classes.has("initials", strings.ToLower(word))
}

// ownInitials gives the initials by which brackets abbreviate new names: whatever the dictionary takes them for, here they are those.
func ownInitials(sentences []*sentence) map[string]bool {
	own := map[string]bool{}
	for _, s := range sentences {
		for i := range s.names {
			if n := &s.names[i]; !n.known() && n.last-n.first > 1 && s.abbreviated(n) {
				own[s.words[n.last+1]] = true
			}
		}
	}
	return own
}

// explain notes the initials in the bracket behind the noun group as another name of the one whom it means.
func (s *sentence) explain(g *group) {
	switch {
	case len(g.actor) != 1:
	case g.acronym != "":
		s.doc.introduced[g.acronym] = g.actor[0].id
	case s.organisation(g.head) != "" || s.doc.reader.classes.has("force", g.lemma):
		s.explainInitials(g.last, g.actor[0].id)
	}
}

// explainInitials notes the initials among other words in the bracket behind a body's name: "the National Army (Armée Nationale, AN)",
// "the National Police (NP; includes the Coast Guard)". The bracket begins at the token, or ends before it.
func (s *sentence) explainInitials(i int, body graph.ID) {
	switch {
	case i < len(s.tokens) && s.tokens[i].Tag == text.OpenBracket:
	case i > 0 && s.tokens[i-1].Tag == text.CloseBracket:
		for i--; i > 0 && s.tokens[i].Tag != text.OpenBracket; i-- {
		}
	default:
		return
	}
	for k := i + 1; k+1 < len(s.tokens) && s.tokens[k].Tag != text.CloseBracket && !strings.HasPrefix(s.lower[k], "includ"); k++ {
		if s.setOff(k-1) && s.setOff(k+1) && len(s.words[k]) > 1 && isAcronym(s.words[k]) && !strings.ContainsFunc(s.words[k], unicode.IsDigit) {
			s.doc.introduced[s.words[k]] = body
		}
	}
}

// setOff reports whether the token sets one name in a bracket off from another.
func (s *sentence) setOff(i int) bool {
	switch s.tokens[i].Tag {
	case text.OpenBracket, text.CloseBracket, text.Comma:
		return true
	}
	return s.words[i] == ";" || s.lower[i] == "or" || s.lower[i] == "aka"
}

// armedInitials reports whether the words beside the acronym tell of its fighters, or let it fight.
func (s *sentence) armedInitials(n *name) bool {
	classes, next := s.doc.reader.classes, n.last
	if next < len(s.tokens) && s.tokens[next].Tag == text.NNS && classes.any(s.lemma(next), "nationals", "rebels") {
		return true
	}
	of := n.first - 1
	if of >= 0 && s.lower[of] == "the" {
		of--
	}
	if of > 0 && s.lower[of] == "of" && classes.any(s.lemma(of-1), "nationals", "rebels") {
		return true
	}
	if next+1 >= len(s.tokens) || s.tokens[next].Tag != text.VBD && s.tokens[next].Tag != text.VBZ {
		return false
	}
	for _, t := range s.doc.reader.frames.verbs[text.Lemma(s.lower[next], s.tokens[next].Tag)] {
		switch t.frame.relation {
		case graph.Attacked, graph.Captured, graph.WithdrewFrom:
			return true
		}
	}
	return false
}

// initials gives the capitals that the words of a name begin with; none for a single word.
func initials(name string) string {
	var b strings.Builder
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	if len(words) < 2 {
		return ""
	}
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			b.WriteRune(first)
		}
	}
	return b.String()
}

// explained gives the body for which the article itself introduced an acronym that the dictionary knows for one of another
// country alone: "the Namibian Defence Force (NDF)", where the NDF of the dictionary is Syria's.
func (d *document) explained(s *sentence, g *group, n *name, known actors.Sense) (ref, bool) {
	words := s.text(n.first, n.last)
	id, ok := d.introduced[words]
	if !ok || !isAcronym(words) || id == known.Entry.ID || known.Entry.Country == "" || known.Form != actors.Name || known.Entry.IsState {
		return ref{}, false
	}
	e := d.entity(id)
	home := e.Country
	if e.IsState {
		home = e.ID
	}
	spelt := initials(e.Name) == words
	if !spelt && (home == "" || home != d.focus) || slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
		return !spelt && slices.Contains(sense.Entry.Countries, home) || sense.Entry.ID == id
	}) {
		return ref{}, false
	}
	return ref{id: id, group: g, percent: sureNewName, force: true}, true
}

// bracket takes in a short bracket behind the group: an acronym is remembered.
func (s *sentence) bracket(g *group) {
	j := g.last
	if j+2 >= len(s.tokens) || s.tokens[j].Tag != text.OpenBracket || s.describingBracket(j) || s.listingBracket(g, j) {
		return
	}
	for k := j + 1; k < len(s.tokens) && k <= j+8; k++ {
		if tag := s.tokens[k].Tag; tag != text.CloseBracket {
			if (tag == text.VBZ || tag == text.VBD) && s.doc.reader.classes.has("deny", s.lemma(k)) {
				return // "armed the M23 (Kigali denies this)"
			}
			continue
		}
		if k == j+2 && (isAcronym(s.words[j+1]) || s.capitalised(j+1)) && len(g.names) > 0 {
			g.acronym = s.words[j+1]
		}
		g.last = k + 1
		s.behindBracket(g)
		return
	}
}

// listingBracket reports whether the bracket at the token names two or more of those whom the noun group, or a plural before a name that it
// ends in, tells of: "several countries (Chad, Niger) armed", "several countries armed the M23 (Rwanda, Uganda)".
func (s *sentence) listingBracket(g *group, open int) bool {
	if n := s.headName(g); n != nil && n.known() {
		if t := n.senses[0].Entry.Type; t == graph.Coalition || t == graph.Organisation {
			return false // its members
		}
	}
	described := *g
	described.lemma, described.plural = s.lemma(g.head), s.tokens[g.head].Tag == text.NNS
	if !(s.headName(g) == nil && (s.partakers(&described) || described.plural && s.doc.reader.classes.has("place", described.lemma))) && !slices.ContainsFunc(s.groups, func(before *group) bool {
		return before.kind == nounKind && s.partakers(before) && s.headName(before) == nil
	}) {
		return false
	}
	names, listed := 0, false
	for i := open + 1; i < len(s.tokens); i++ {
		n := s.nameAt(i)
		switch tag := s.tokens[i].Tag; {
		case n != nil && !n.adjectival():
			i = n.last - 1
			names++
		case tag == text.CloseBracket:
			return names > 1 && listed
		case tag == text.Comma || tag == text.CC:
			listed = true
		case tag != text.DT:
			return false
		}
	}
	return false
}

// initialsBehind gives the name of a body whose initials alone stand in the bracket behind what the words call it: "Sudan's main paramilitary
// group (RSF)".
func (s *sentence) initialsBehind(g *group) *name {
	open := g.head + 1
	if open+2 >= len(s.tokens) || open+2 >= g.last || s.tokens[open].Tag != text.OpenBracket || s.tokens[open+2].Tag != text.CloseBracket || !isAcronym(s.words[open+1]) {
		return nil
	}
	n := s.nameAt(open + 1)
	if n == nil || !n.known() || n.last != open+2 || g.plural || s.capitalised(g.head) {
		return nil
	}
	if e := s.doc.choose(n.senses).Entry; e == nil || e.IsState || e.IsPlace() || e.Type == graph.Person {
		return nil
	}
	return n
}

// behindBracket takes in the word for a force behind the initials of its name: "Islamic State (IS) militants".
func (s *sentence) behindBracket(g *group) {
	j, end := g.last, 0
	if g.acronym == "" || s.headName(g) == nil {
		return
	}
	for ; j < len(s.tokens) && (s.tokens[j].Tag == text.NN || s.tokens[j].Tag == text.NNS) && s.nameAt(j) == nil; j++ {
		if s.doc.reader.classes.any(s.lemma(j), "force", "nationals", "rebels", "grouping") {
			end = j + 1
		}
	}
	if end > 0 {
		g.head, g.last = end-1, end
	}
}
