package extract

import (
	"strings"

	"entente.example/graph"
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
	guard := "body"
	switch relation {
	case graph.Leads:
		guard = "person"
	case graph.DeployedTo:
		guard = "place"
	}
	for k := range s.names {
		n := &s.names[k]
		if n.first < first || n.last > last || n.adjectival() && (n.last >= last || !s.doc.reader.classes.any(s.lemma(last-1), "force", "government")) {
			continue // but "Syrian Armed Forces" are Syria's
		}
		at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: s.groups[0].index}
		refs := s.nameRefs(at, n, guard)
		if guard == "person" && !n.known() {
			refs = s.personNamed(at, n)
		}
		for i := range refs {
			refs[i].group = at
		}
		subjects, objects := []ref{body}, refs
		if relation == graph.Leads || relation == graph.Backs {
			subjects, objects = refs, []ref{body}
		}
		s.noteOwner("box "+string(relation), s.groups[0], span{n.first, n.last}, subjects, objects)
	}
}
