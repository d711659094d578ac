package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// misspelt gives what the dictionary knows of a leader whose given name the text writes with a letter too many, too few, or
// wrong: "Barrack Obama" is nobody else. The surname has to be spelt as he spells it, and an office to stand before.
func (s *sentence) misspelt(n name) []actors.Sense {
	if n.last-n.first != 2 || n.first == 0 || !s.titled(n.first-1) || len(s.words[n.first]) < 5 {
		return nil
	}
	length, senses := s.doc.reader.matcher.Longest(s.words[:n.last], n.first+1)
	if length != 1 {
		return nil
	}
	for _, sense := range senses {
		if sense.Entry.Type != graph.Person || len(sense.Entry.Leads) == 0 {
			continue
		}
		given, _, _ := strings.Cut(sense.Entry.Name, " ")
		if strings.EqualFold(given[:1], s.words[n.first][:1]) && oneLetterApart(strings.ToLower(given), s.lower[n.first]) {
			return []actors.Sense{sense}
		}
	}
	return nil
}

// oneLetterApart reports whether a letter put in, left out or changed makes one word of the other.
func oneLetterApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || !utf8.ValidString(a) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// speaksForOther reports whether who holds the office tells what another state than that one does, which may be his own: "President
// Roe said France would strike in Mali".
func (s *sentence) speaksForOther(o office, state graph.ID) bool {
	for k, g := range s.groups {
		if g.kind != nounKind || g.first > o.first || o.first >= g.last {
			continue
		}
		if g.role != "subj" || g.verb == nil || !s.doc.reader.reports(g.verb.lemma) {
			return false
		}
		for _, next := range s.groups[k+1:] {
			if next.kind == nounKind && next.role == "subj" {
				return slices.ContainsFunc(next.actor, func(r ref) bool { return r.id != state && s.doc.isState(r.id) })
			}
		}
	}
	return false
}
