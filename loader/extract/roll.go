package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// roll is a list with an item a line, under a heading or a sentence that says that they are the members of a body, or its
// allies or opponents.
type roll struct {
	body     ref
	relation graph.Relation
}

// matchRoll: "Member groups", or "The coalition has these members:", and items below that begin with a dash or a dot. How far
// they are indented says nothing, since copies seldom keep it.
func (s *sentence) matchRoll() {
	d := s.doc
	if len(s.tokens) > 1 && isBullet(s.words[0]) {
		if d.roll != nil {
			s.enrol(d.roll)
		}
		return
	}
	d.roll = nil
	relation := s.announcesSides()
	if relation == "" && s.announcesMembers() {
		relation = graph.MemberOf
	}
	if relation == "" {
		return
	}
	if body, ok := s.rolled(); ok {
		d.roll = &roll{body: body, relation: relation}
	}
}

// announcesSides gives what a heading says those below are to whom the article is about: "Allies", "State opponents".
func (s *sentence) announcesSides() graph.Relation {
	last := len(s.tokens) - 1
	if last < 0 || last > 3 || s.tokens[last].Tag == text.Period || !s.capitalised(0) {
		return ""
	}
	if s.words[last] == ":" && last > 0 {
		last--
	}
	for i := range last {
		switch s.lower[i] {
		case "state", "non", "-", "non-state", "foreign", "current", "main", "armed", "local", "domestic":
		default:
			return ""
		}
	}
	switch s.lower[last] {
	case "allies", "opponents", "enemies", "supporters", "sponsors":
		return graph.Relation(s.doc.reader.classes.kind("infobox", s.lower[last]))
	}
	return ""
}

func isBullet(word string) bool {
	switch word {
	case "-", "–", "•", "*", "·", "◦", "‣", "o":
		return true
	}
	return false
}

// announcesMembers reports whether the sentence is a heading of members, or ends in a colon behind a word for them.
func (s *sentence) announcesMembers() bool {
	last := len(s.tokens) - 1
	if last < 0 || last > 25 {
		return false
	}
	colon := s.words[last] == ":"
	if !colon && (last > 4 || s.tokens[last].Tag == text.Period) {
		return false
	}
	for i := range s.tokens {
		switch s.lower[i] {
		case "former", "enemies", "opponents":
			return false
		}
	}
	if colon && s.consistsOf(last) {
		return true
	}
	for i := range s.tokens {
		switch s.lemma(i) {
		case "member", "membership", "component", "constituent", "composition":
			return true
		case "group", "faction", "unit", "brigade", "state", "country":
			if colon {
				return true
			}
		}
	}
	return false
}

// consistsOf reports whether a verb of what the body that opens the sentence is made of stands before the token: "The Northern Front consists of:".
func (s *sentence) consistsOf(i int) bool {
	if len(s.groups) == 0 || s.groups[0].kind != nounKind || s.headName(s.groups[0]) == nil || len(s.groups[0].actor) != 1 || !s.doc.gathers(s.groups[0].actor[0].id) {
		return false
	}
	if i > 1 && (s.lower[i-1] == "of" || s.lower[i-1] == "into") {
		i--
	}
	if i > 2 && s.lower[i-1] == "up" {
		return s.lower[i-2] == "made"
	}
	return i > 1 && s.tokens[i-1].Tag.IsVerb() && s.doc.reader.classes.has("encompass", text.Lemma(s.lower[i-1], s.tokens[i-1].Tag))
}

// rolled gives the body whose members are listed: the one that the sentence names, or else what the article is about.
func (s *sentence) rolled() (ref, bool) {
	for _, g := range s.groups {
		if g.kind == nounKind && len(g.actor) == 1 && s.doc.gathers(g.actor[0].id) {
			return g.actor[0], true
		}
	}
	for _, m := range s.doc.history {
		if m.sentence > 2 {
			break
		}
		if len(m.refs) == 1 && s.doc.gathers(m.refs[0].id) {
			return m.refs[0], true
		}
	}
	return ref{}, false
}

// gathers reports whether the entity is of a kind that has members.
func (d *document) gathers(id graph.ID) bool {
	switch d.entity(id).Type {
	case graph.Coalition, graph.ArmedGroup, graph.Organisation, graph.Militia, graph.Unit, graph.Party:
		return true
	case graph.Military:
		return !d.entity(id).IsState
	}
	return false
}

// enrol notes the item of a line as a member.
func (s *sentence) enrol(list *roll) {
	first := 1
	if s.tokens[1].Tag == text.DT {
		first++
	}
	last := first
	for last < len(s.tokens) && (s.capitalised(last) || isNameConnector(s.words[last]) || isNameParticle(s.words[last]) || s.tokens[last].Tag == text.HYPH ||
		s.tokens[last].Tag == text.CD || s.tokens[last].Tag == text.POS || isOrdinal(s.lower[last])) {
		last++
	}
	if last == first || last < len(s.tokens) && s.tokens[last].Tag != text.OpenBracket && s.tokens[last].Tag != text.Comma && s.tokens[last].Tag != text.Colon {
		return
	}
	if list.relation != graph.MemberOf {
		body := list.body
		body.implied, body.group = true, s.groups[0]
		s.noteEntry(list.relation, first, last, body)
		return
	}
	item, ok := s.listed(first, last)
	if !ok || item.id == list.body.id {
		return
	}
	body := list.body
	body.implied, body.group = true, s.groups[0] // no words of this line name it
	s.noteOwner("list", s.groups[0], span{0, 1}, []ref{item}, []ref{body})
}

// listed gives the body that the item names: a known one, or a new one whatever its form.
func (s *sentence) listed(first, last int) (ref, bool) {
	at := &group{kind: nounKind, first: first, last: last, head: last - 1, index: s.groups[0].index}
	if n, senses := s.doc.reader.matcher.Longest(s.words, first); n == last-first {
		sense := s.doc.choose(senses)
		if sense.Entry == nil || sense.Entry.IsPlace() {
			return ref{}, false
		}
		if home := sense.Entry.Country; home == "" || home == s.doc.focus || sense.Entry.IsState {
			return ref{id: sense.Entry.ID, group: at, percent: sureName}, true
		}
	}
	shape := graph.ArmedGroup
	for i := first; i < last; i++ {
		if kind := s.organisation(i); kind == "thing" {
			return ref{}, false
		} else if kind != "" {
			shape = kind
		}
	}
	words := s.text(first, last)
	if id, ok := s.doc.introduced[words]; ok {
		return ref{id: id, group: at, percent: sureNewName}, true
	}
	id := graph.UnknownID(words, s.doc.focus.Name())
	s.doc.entities[id] = graph.Entity{ID: id, Name: strings.Join(strings.Fields(words), " "), Type: shape, Country: s.doc.focus}
	s.doc.introduced[words] = id
	return ref{id: id, group: at, percent: sureNewName}, true
}
