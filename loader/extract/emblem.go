package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// datedBody reads the name of a body that is called after a day: "the February 17 Martyrs Brigade".
func (s *sentence) datedBody(i int) (name, bool) {
	k := i + 1
	if _, ok := s.month(i); !ok || s.capitals || s.headline || k >= len(s.tokens) || s.tokens[k].Tag != text.CD || len(s.words[k]) > 2 {
		return name{}, false
	}
	for k++; k < len(s.tokens) && k < i+5 && s.capitalised(k) && s.tokens[k].Tag.IsNoun(); k++ {
		if kind := s.organisation(k); kind != "" && kind != "thing" {
			return name{first: i, last: k + 1, shape: kind}, true
		}
	}
	return name{}, false
}

// lengthens reports whether "Movement" behind a name that the dictionary has for another makes it longer, by the initials that the article
// gives for both: the Popular Resistance Movement (PRM) is not the Popular Resistance, but the Ansar Allah Movement is Ansar Allah.
func (s *sentence) lengthens(known name) bool {
	e, i := known.senses[0].Entry, known.last
	if known.last-known.first < 2 || e.IsPlace() || e.IsState || i >= len(s.words) || s.words[i] != "Movement" || s.continues(i+1) {
		return false
	}
	whole := s.text(known.first, i+1)
	return strings.Contains(s.doc.text, whole+" ("+initials(whole)+")")
}

// nationalEmblem reads the name that a state's adjective begins and a word of every day ends, as parties and movements bear it: "Chadian
// Dawn". Those of the state's people and offices are no names.
func (s *sentence) nationalEmblem(known name) (name, bool) {
	i := known.last
	e := known.senses[0].Entry
	if !known.adjectival() || known.last-known.first != 1 || !e.IsState || i >= len(s.tokens) || !s.capitalised(i) || s.tokens[i].Tag != text.NNP || strings.HasSuffix(s.lower[i], "s") || s.continues(i+1) || isAcronym(s.words[i]) {
		return name{}, false // "Ukrainian Leopards" are tanks
	}
	if i+1 < len(s.tokens) && (s.tokens[i+1].Tag.IsNoun() || s.tokens[i+1].Tag == text.HYPH || s.tokens[i+1].Tag == text.CD) || s.titled(i) || s.organisation(i) != "" || s.isWar(i) {
		return name{}, false
	}
	classes := s.doc.reader.classes
	if classes.any(s.lower[i], "common", "government", "force", "place", "office", "nationals", "rebels", "officials", "portfolio") || s.doc.reader.given.has(s.words[i]) || s.doc.lowers(s.lower[i]) {
		return name{}, false
	}
	if n, _ := s.doc.reader.matcher.Longest(s.words, i); n > 0 {
		return name{}, false
	}
	return name{first: known.first, last: i + 1, home: e.ID}, true
}

// endsInPeople reports whether the state's adjective of one word at the token ends a new name that the article bears out: "the Pathet Lao",
// wherever nothing that the state may own follows.
func (s *sentence) endsInPeople(first, i, n int, known actors.Sense) bool {
	if n != 1 || i != first+1 || known.Form != actors.Adjective || !known.Entry.IsState || first > 0 && (s.titled(first-1) || isWhere(s.lower[first-1])) {
		return false
	}
	if s.continues(i+1) || s.doc.reader.classes.has("common", s.lower[first]) {
		return false // "the Royal Cambodian Army"
	}
	if i+1 >= len(s.tokens) || !s.tokens[i+1].Tag.IsNoun() && s.tokens[i+1].Tag != text.JJ && s.tokens[i+1].Tag != text.HYPH {
		return true
	}
	return s.saidAgain(first, i+1)
}

// recurs reports whether the article has the words around "of", those of no office, place or time, in this order and in capitals more than
// once: "the Order of the Lamp".
func (s *sentence) recurs(first, of int) bool {
	next := of + 1
	if next < len(s.tokens) && s.lower[next] == "the" {
		next++
	}
	if of != first+1 || next >= len(s.tokens) || !s.capitalised(next) || s.continues(next+1) || s.isWar(first) || s.doc.reader.classes.any(s.lower[first], "site", "landform", "portfolio") {
		return false
	}
	if n, senses := s.doc.reader.matcher.Longest(s.words, next); n > 0 && (senses[0].Entry.IsPlace() || senses[0].Entry.IsState) {
		return false
	}
	return s.saidAgain(first, next+1)
}

// saidAgain reports whether the words stand in the article more than once, no further off than a long article is long.
func (s *sentence) saidAgain(first, last int) bool {
	const near = 1 << 16 // bytes
	around := s.doc.text[max(0, s.start-near):min(len(s.doc.text), s.end+near)]
	return strings.Count(around, s.text(first, last)) > 1
}

// opensOther reports whether another spelling of a town's name at the token but begins the name of another: not Daraa is meant by "Dara
// Khel".
func (s *sentence) opensOther(i int, known actors.Sense) bool {
	next := i + 1
	if !known.Entry.IsPlace() || known.Entry.Name == s.words[i] || next >= len(s.tokens) || s.tokens[next].Tag != text.NNP || !s.capitalised(next) || s.capitals || s.headline || isAcronym(s.words[next]) {
		return false
	}
	if s.titled(next) || s.organisation(next) != "" || s.doc.reader.given.has(s.words[next]) || s.doc.reader.classes.any(s.lower[next], "place", "site", "landform", "common", "force", "government") {
		return false
	}
	n, _ := s.doc.reader.matcher.Longest(s.words, next)
	return n == 0
}

// taskForce reads the name of a task force, which what follows tells from others: "Task Force Falcon", "Combined Joint Task Force 7".
func (s *sentence) taskForce(i int) (name, bool) {
	k := i
	for k+1 < len(s.words) && s.capitalised(k) && s.lower[k] != "task" && (s.doc.reader.classes.has("common", s.lower[k]) || s.lower[k] == "combined") {
		k++
	}
	last := k + 2
	if last >= len(s.tokens) || s.words[k] != "Task" || s.words[k+1] != "Force" || !s.tokens[last].Tag.IsName() && s.tokens[last].Tag != text.CD || !s.capitalised(last) && s.tokens[last].Tag != text.CD {
		return name{}, false
	}
	if n, senses := s.doc.reader.matcher.Longest(s.words, last); n > 0 && !senses[0].Entry.IsPlace() || s.titled(last) || s.doc.reader.given.has(s.words[last]) {
		return name{}, false
	}
	return name{first: i, last: last + 1, shape: graph.Unit}, true
}

// twofoldBody reads the name of a body that begins with the two things that it is for: "the Unity and Reform Gathering".
func (s *sentence) twofoldBody(i int) (name, bool) {
	if i == 0 || s.lower[i-1] != "the" || i+3 >= len(s.tokens) || s.lower[i+1] != "and" || s.capitals || s.headline {
		return name{}, false
	}
	for _, k := range []int{i, i + 2} {
		if !s.capitalised(k) || !s.tokens[k].Tag.IsNoun() && s.tokens[k].Tag != text.JJ || s.titled(k) || s.organisation(k) != "" || s.doc.reader.classes.any(s.lower[k], "common", "portfolio") {
			return name{}, false
		}
		if n, _ := s.doc.reader.matcher.Longest(s.words, k); n > 0 {
			return name{}, false
		}
	}
	for k := i + 3; k < len(s.tokens) && k < i+6 && s.capitalised(k); k++ {
		if kind := s.organisation(k); kind != "" && kind != "thing" && kind != graph.Company {
			return name{first: i, last: k + 1, shape: kind}, true
		}
	}
	return name{}, false
}
