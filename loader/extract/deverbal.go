package extract

import (
	"strings"

	"entente.example/loader/text"
)

// matchDeverbal tries the frames of verbs on a noun in "-ing": "Chad's overrunning of the town", "the equipping of X by Y". Of
// places that is left to the frames of nouns where they know the noun. Its verb has the owner or whoever stands behind "by" for subject and what stands behind "of" for object.
func (s *sentence) matchDeverbal(g *group) {
	if !strings.HasSuffix(s.lower[g.head], "ing") {
		return
	}
	lemma := text.Lemma(s.lower[g.head], text.VBG)
	triggers := s.doc.reader.frames.verbs[lemma]
	if len(triggers) == 0 {
		return
	}
	object := s.roleGroups("direct-of", g)
	subject := s.roleGroups("poss", g)
	if by := s.argumentsOf(g, "by"); len(subject) == 0 {
		subject = by
	}
	if len(object) == 0 || len(subject) == 0 || len(object[0].place) > 0 && len(s.doc.reader.frames.nouns[g.lemma]) > 0 {
		return
	}
	v := s.newGroup(verbKind, g.first, g.last, lemma)
	v.head, v.index, v.gerund = g.head, g.index, true
	v.subject, v.object, v.args = subject[0], object[0], g.after
	for _, t := range triggers {
		if s.meets(t.frame, v) {
			s.emit(t, v, span{g.head, g.head + 1}, g)
		}
	}
}
