package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchLabel: "Armed Forces of Chad (AFC): Army, Navy (includes Marine Corps)": a label that begins a line, and behind the
// colon its parts, to the end of the line.
func (s *sentence) matchLabel() {
	if !slices.Contains(s.words, ":") {
		return
	}
	first := 0
	for i := range s.tokens {
		switch {
		case s.breaksLine(i):
			first = i
		case s.words[i] == ":" && i > first+1 && len(s.groups) > 0:
			if body, ok := s.labelled(first, i); ok {
				end := i + 1
				for end < len(s.tokens) && !s.breaksLine(end) {
					end++
				}
				s.listParts("label", i, i+1, end, body)
			}
			first = len(s.tokens)
		}
	}
}

// breaksLine reports whether the token begins a line.
func (s *sentence) breaksLine(i int) bool {
	if i == 0 {
		return false
	}
	between := s.doc.text[s.tokens[i-1].End:s.tokens[i].Start]
	return between != " " && strings.Contains(between, "\n")
}

// labelled gives the body that the label before a colon names. A colon inside a bracket, or behind the sentence that the name begins, is none of a label's:
// "The Freedom Party (Arabic: Hizb) is a member of two alliances: A, B".
func (s *sentence) labelled(first, colon int) (ref, bool) {
	if s.lower[first] == "the" {
		first++
	}
	last := first
	for last < colon && s.tokens[last].Tag != text.OpenBracket {
		last++
	}
	if last == first || !s.capitalised(first) || last < colon && s.tokens[colon-1].Tag != text.CloseBracket {
		return ref{}, false
	}
	return s.part(s.behindParts(first, last), last, s.groups[0], s.doc.focus)
}

// behindParts gives where the name of the whole begins, behind a word for its parts: "Groups in the Freedom Army: A, B".
func (s *sentence) behindParts(first, last int) int {
	i := first + 1
	if !s.doc.reader.classes.has("membership", s.lemma(first)) || s.tokens[first].Tag != text.NNS && s.tokens[first].Tag != text.NNPS || i+1 >= last || s.lower[i] != "of" && s.lower[i] != "in" && s.lower[i] != "within" {
		return first
	}
	if i++; s.lower[i] == "the" {
		i++
	}
	if i == last || !s.capitalised(i) {
		return first
	}
	return i
}

// part gives the body of a state that a run of capitalised words names: a known one, or a new one by its last or first word.
func (s *sentence) part(first, last int, g *group, home graph.ID) (ref, bool) {
	at := &group{kind: nounKind, first: first, last: last, head: last - 1, index: g.index}
	if length, senses := s.doc.reader.matcher.Longest(s.words, first); length == last-first {
		sense := s.doc.choose(senses)
		if sense.Entry != nil && !sense.Entry.IsPlace() && sense.Entry.Type != graph.Person && (sense.Entry.Country == home || sense.Entry.IsState) {
			return ref{id: sense.Entry.ID, group: at, percent: sureName}, true
		}
	}
	shape := graph.EntityType("")
	for i := first; i < last; i++ {
		small := !s.capitalised(i) && !isNameConnector(s.words[i]) && s.tokens[i].Tag != text.HYPH && s.tokens[i].Tag != text.Comma && s.lower[i] != "'s"
		if small {
			return ref{}, false
		}
		kind := s.organisation(i)
		if kind == "" && s.doc.reader.classes.any(s.lemma(i), "force", "government") {
			kind = graph.Military
		}
		if kind != "" && kind != "thing" && (shape == "" || i == last-1) {
			shape = kind
		}
	}
	if shape == "" {
		return ref{}, false
	}
	words := s.text(first, last)
	id, ok := s.doc.introduced[words]
	if !ok {
		name := s.national(first, last, home)
		id = graph.UnknownID(name, home.Name())
		s.doc.entities[id] = graph.Entity{ID: id, Name: name, Type: shape, Country: home}
		s.doc.introduced[words] = id
	}
	return ref{id: id, group: at, percent: sureNewName}, true
}

// national gives the name of a part, with its country's adjective where the words are those of any country's: "Army".
func (s *sentence) national(first, last int, home graph.ID) string {
	name := strings.Join(strings.Fields(s.text(first, last)), " ")
	if entry, ok := s.doc.reader.dictionary.Entry(home); ok && len(entry.Adjectives) > 0 && s.anyCountrys(first, last) {
		if strings.HasPrefix(s.text(0, first), entry.Name+" ") {
			return entry.Name + " " + name // "United Arab Emirates Armed Forces: Navy"
		}
		return entry.Adjectives[0] + " " + name
	}
	return name
}

// anyCountrys reports whether the words are those of any country's forces: "Army", "Land Forces", "National Guard".
func (s *sentence) anyCountrys(first, last int) bool {
	for i := first; i < last; i++ {
		if !s.doc.reader.classes.has("branch", s.lower[i]) && !s.onlyCommon(i, i+1) {
			return false
		}
	}
	return true
}

// connects reports whether the token is an "of" or "of the" inside a name.
func (s *sentence) connects(i, end int) bool {
	for n := 0; n < 2 && i < end && isNameConnector(s.words[i]) && s.words[i] != "and"; n++ {
		if i++; i < end && s.capitalised(i) {
			return true
		}
	}
	return false
}

// matchBranches: "The armed forces of Chad consist of the Army, the Air Force and the Gendarmerie", "Their branches are the Army and the
// Navy": the services of an army, which have the names of any army's.
func (s *sentence) matchBranches(v *group) {
	if v.negated || v.subject == nil {
		return
	}
	body := s.admit(s.branched(v), "body")
	i := v.last
	for i < len(s.tokens) && (s.lower[i] == "of" || s.lower[i] == "into" || s.lower[i] == "in" || s.lower[i] == ":" || s.tokens[i].Tag == text.DT || s.tokens[i].Tag == text.CD || s.doc.reader.classes.has("component", s.lemma(i))) {
		i++
	}
	if len(body) != 1 || i >= len(s.tokens) || s.namesState(i) {
		return
	}
	s.listParts("list", v.head, i, len(s.tokens), body[0])
}

// branched gives those whose armed forces the subject of the verb is, or whose branches, where the verb tells what they consist of.
func (s *sentence) branched(v *group) []ref {
	classes, of := s.doc.reader.classes, v.subject
	switch {
	case v.copula && classes.has("component", of.lemma):
		if of.pronominal != nil {
			return s.ownForces(of.pronominal)
		}
		if of = cmp.Or(of.of, of.possessor); of == nil {
			return nil
		}
	case !classes.has("encompass", v.lemma):
		return nil
	case of.pronoun:
		return s.ownForces(of)
	}
	switch of.lemma {
	case "army", "military", "armed_force", "force", "defence_force", "defense_force":
		return of.actor
	}
	return nil
}

// ownForces gives the state for a pronoun that stands for its forces in an article on them: "They consist of the Army and the Navy".
func (s *sentence) ownForces(pronoun *group) []ref {
	if s.doc.onForces && len(pronoun.actor) == 1 && pronoun.actor[0].id == s.doc.subject {
		return pronoun.actor
	}
	return nil
}

// namesState reports whether a state's name stands at the token, and no name of a body begins with it.
func (s *sentence) namesState(i int) bool {
	n := s.nameAt(i)
	return n != nil && n.known() && n.senses[0].Entry.IsState && (n.last >= len(s.tokens) || !s.capitalised(n.last))
}

// homeOf gives the state to which a body belongs, or the one in focus.
func (s *sentence) homeOf(body graph.ID) graph.ID {
	switch e := s.doc.entity(body); {
	case e.IsState:
		return body
	case e.Country != "":
		return e.Country
	}
	return s.doc.focus
}

// listParts notes the parts of a body that stand in a list from the token to the end; brackets tell parts of parts.
func (s *sentence) listParts(owner string, colon, i, end int, body ref) {
	for i < end {
		last := i
		for last < end && (s.capitalised(last) || s.tokens[last].Tag == text.HYPH && last > i ||
			last > i && s.connects(last, end)) {
			last++
		}
		if n := s.nameAt(i); n != nil && n.first == i && n.known() {
			last = max(last, n.last) // "Ahrar al-Sham"
		}
		if last == i {
			return
		}
		if behind := s.brokenName(last, end); behind > 0 {
			i = behind
			continue
		}
		item, ok := s.part(i, last, s.groups[0], s.homeOf(body.id))
		if ok && last < end && s.tokens[last].Text == ":" { // another label on the line
			colon, i, body = last, last+1, item
			continue
		}
		if ok {
			s.noteOwner(owner, s.groups[0], span{colon, colon + 1}, []ref{item}, []ref{body})
			s.explainInitials(last, item.id)
		}
		i = last
		if i < end && s.tokens[i].Tag == text.OpenBracket {
			length := slices.IndexFunc(s.tokens[i:end], func(t text.Token) bool { return t.Tag == text.CloseBracket })
			if length < 0 {
				return
			}
			for k := i + 1; ok && k < i+length-1; k++ {
				if strings.HasPrefix(s.lower[k], "includ") {
					for k++; s.tokens[k].Tag == text.DT; k++ {
					}
					s.listParts(owner, k-1, k, i+length, item)
				}
			}
			i += length + 1
		}
		for i < end && (s.tokens[i].Tag == text.Comma || s.tokens[i].Text == ";" || s.lower[i] == "and" || owner == "list" && s.tokens[i].Tag == text.DT) {
			i++
		}
	}
}

// brokenName gives where the name goes on, and ends, that a bracket at the token breaks: "Marine (Riverine) Forces", or 0.
func (s *sentence) brokenName(i, end int) int {
	if i >= end || s.tokens[i].Tag != text.OpenBracket {
		return 0
	}
	length := slices.IndexFunc(s.tokens[i:end], func(t text.Token) bool { return t.Tag == text.CloseBracket })
	behind := i + length + 1
	if length < 0 || behind >= end || !s.capitalised(behind) {
		return 0
	}
	if s.lower[i+1] == "or" {
		return behind // "Chadian (or National) Army"
	}
	for behind < end && s.tokens[behind].Tag != text.Comma && s.tokens[behind].Text != ";" {
		behind++
	}
	for behind < end && !s.capitalised(behind) {
		behind++
	}
	return behind
}
