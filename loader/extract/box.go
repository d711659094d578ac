package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// box is an infobox of an article of reference that is open, "{{ infobox war faction | name = X | leaders = Y": whom it is of, and
// the key whose value goes on in the lines below, an item a line.
type box struct {
	body ref
	key  string
}

// matchBox reads the entries of an infobox; it reports whether the sentence stands in one. The class "infobox" tells which
// relation a key means.
func (s *sentence) matchBox() bool {
	d := s.doc
	i := 0
	if d.box == nil {
		if i = s.opensBox(); i == 0 {
			return false
		}
		d.box = &box{}
	}
	for i < len(s.tokens) {
		switch {
		case s.words[i] == "}" && i+1 < len(s.tokens) && s.words[i+1] == "}", s.words[i] == "}}":
			d.box = nil
			return true
		case s.words[i] == "|":
			i = s.boxKey(i + 1)
		default:
			end := i
			for end < len(s.tokens) && s.words[end] != "|" && s.words[end] != "}" {
				end++
			}
			s.boxValue(i, end)
			i = max(end, i+1)
		}
	}
	return true
}

// opensBox gives the token behind "{{ infobox", or 0.
func (s *sentence) opensBox() int {
	for i := 1; i < len(s.tokens); i++ {
		if s.lower[i] == "infobox" && strings.HasPrefix(s.words[i-1], "{") {
			for i < len(s.tokens) && s.words[i] != "|" {
				i++
			}
			return i
		}
	}
	return 0
}

// boxKey takes the key that begins at the token, up to its "=", and gives the token behind.
func (s *sentence) boxKey(i int) int {
	for k := i; k < len(s.tokens) && k < i+4; k++ {
		if s.words[k] == "=" {
			s.doc.box.key = strings.TrimRight(strings.Join(s.lower[i:k], "_"), "0123456789")
			return k + 1
		}
	}
	s.doc.box.key = ""
	return i
}

// matchEntries reads the lines of a page whose infobox has become plain text, "Allies: Chad, Niger", of whom the page is about; it
// reports whether the sentence is of such lines.
func (s *sentence) matchEntries() bool {
	if s.doc.theme == "" || len(s.groups) == 0 || s.capitals {
		return false
	}
	read := false
	for first := 0; first < len(s.tokens); {
		last := first + 1
		for last < len(s.tokens) && !s.breaksLine(last) {
			last++
		}
		colon := first
		for colon < last && colon < first+4 && s.words[colon] != ":" {
			colon++
		}
		if colon > first && colon+1 < last && s.words[colon] == ":" && s.capitalised(first) {
			if relation := graph.Relation(s.doc.reader.classes.kind("infobox", strings.Join(s.lower[first:colon], "_"))); relation != "" {
				s.noteEntry(relation, colon+1, last, ref{id: s.doc.theme, implied: true, group: s.groups[0], percent: sureDefinite})
				read = true
			}
		}
		first = last
	}
	return read
}

// boxValue notes what the tokens say of the one whom the box is of.
func (s *sentence) boxValue(first, last int) {
	b := s.doc.box
	for first < last && (isBullet(s.words[first]) || strings.Contains(s.words[first], "_") || strings.Contains(s.words[first], ".")) {
		first++ // "- Flag_of_Chad.svg Chad"
	}
	if first == last || len(s.groups) == 0 {
		return
	}
	if b.key == "name" {
		if n := s.nameOf(span{first, last}); n != nil && n.known() {
			if refs := s.nameRefs(s.groups[0], n, "actor"); len(refs) == 1 {
				b.body = refs[0]
				return
			}
		}
		b.body, _ = s.listed(first, last)
		return
	}
	relation := graph.Relation(s.doc.reader.classes.kind("infobox", b.key))
	if relation == "" || b.body.id == "" {
		return
	}
	body := b.body
	body.implied, body.group = true, s.groups[0]
	s.noteEntry(relation, first, last, body)
}

// noteEntry notes the ties of a relation between a body and those whom the tokens name.
func (s *sentence) noteEntry(relation graph.Relation, first, last int, body ref) {
	if relation == graph.Leads {
		s.noteLeaders(first, last, body)
		return
	}
	guard := "body"
	if relation == graph.DeployedTo {
		guard = "place"
	}
	for k := range s.names {
		n := &s.names[k]
		if n.first < first || n.last > last || n.adjectival() && (n.last >= last || !s.doc.reader.classes.any(s.lemma(last-1), "force", "government")) {
			continue // but "Syrian Armed Forces" are Syria's
		}
		at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: s.groups[0].index}
		refs := s.nameRefs(at, n, guard)
		for i := range refs {
			refs[i].group = at
		}
		subjects, objects := []ref{body}, refs
		if relation == graph.DeployedTo && s.insideOf(n) {
			continue
		}
		if relation == graph.Backs {
			subjects, objects = refs, []ref{body}
		}
		s.noteOwner("box "+string(relation), s.groups[0], span{n.first, n.last}, subjects, objects)
	}
}

// insideOf reports whether the name only tells in which region or country the place before it lies: "Aden, Yemen".
func (s *sentence) insideOf(n *name) bool {
	if n.first < 2 || s.words[n.first-1] != "," || !s.capitalised(n.first-2) || s.breaksLine(n.first-1) || !n.known() || !vast(n) {
		return false
	}
	before := s.nameBefore(n.first - 1)
	return before == nil || !before.known() || !vast(before)
}

// vast reports whether the name means a country, a region or a province.
func vast(n *name) bool {
	return slices.ContainsFunc(n.senses, func(sense actors.Sense) bool {
		switch sense.Entry.Kind {
		case "region", "province", "territory":
			return true
		}
		return sense.Entry.IsState
	})
}

// noteLeaders notes the persons whom the tokens list as leaders of the body, with commas between and years in brackets behind.
func (s *sentence) noteLeaders(first, last int, body ref) {
	for i := first; i < last; {
		if s.titled(i) || !s.capitalised(i) {
			i++
			continue
		}
		end := i + 1
		for end < last && !s.breaksLine(end) && (s.capitalised(end) || isNameParticle(s.words[end]) || s.tokens[end].Tag == text.HYPH) && s.words[end] != "(" {
			end++
		}
		n := s.nameOf(span{i, end})
		if (n == nil || !n.known() && n.shape == "") && end-i > 1 && end-i < 6 {
			n = &name{first: i, last: end, shape: graph.Person}
		}
		if n != nil && (n.known() || n.shape == graph.Person) && s.endsItem(end, last) {
			at := &group{kind: nounKind, first: i, last: end, head: end - 1, index: s.groups[0].index}
			if refs := s.personNamed(at, n); len(refs) == 1 {
				refs[0].group = at
				s.noteOwner("box "+string(graph.Leads), s.groups[0], span{i, end}, refs, []ref{body})
			}
		}
		i = end
		for i < last && !s.separates(i) {
			i++
		}
	}
}

// endsItem reports whether an item of a list ends before the token.
func (s *sentence) endsItem(i, last int) bool {
	return i >= last || s.tokens[i].Tag == text.OpenBracket || s.separates(i)
}

// separates reports whether the token stands between two items of a list.
func (s *sentence) separates(i int) bool {
	switch s.words[i] {
	case ",", ";", "and", "&", "/", "-", "•", "*":
		return true
	}
	return s.breaksLine(i)
}
