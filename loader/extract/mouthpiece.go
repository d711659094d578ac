package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
)

// noteMouthpiece remembers for whom somebody speaks whom the text calls a spokesman.
func (d *document) noteMouthpiece(o office, person ref, bodies []ref) {
	if !strings.HasPrefix(o.lemma, "spokes") || len(bodies) == 0 || d.entity(bodies[0].id).Type == graph.Person {
		return
	}
	if d.mouths == nil {
		d.mouths = map[graph.ID]graph.ID{}
	}
	d.mouths[person.id] = bodies[0].id
}

// inWhoseName puts bodies in the place of persons who speak for them: what a spokesman condemns his body condemns, and an attack that
// a member of an armed group claims is that of the group.
func (s *sentence) inWhoseName(f *frame, anchor *group, sl slot, subject, object []ref) []ref {
	claims := sl.role == "claiming" || sl.inner == "claiming" || sl.role == "subj" && anchor.kind == verbKind && (f.relation == graph.Attacked || f.relation == graph.Fights) && claimsDeed(anchor.lemma)
	if !claims && (f.relation != graph.Opposes || sl.role != "subj" || sl.inner != "") {
		return subject
	}
	return each(subject, func(r ref) ref {
		if s.doc.entity(r.id).Type != graph.Person || r.former {
			return r
		}
		body := s.doc.mouths[r.id]
		if body == "" && claims {
			if body = s.doc.spokenFor(r.id); body != "" && !armed(s.doc.entity(body).Type) {
				return r
			}
		}
		if body == "" || slices.ContainsFunc(object, func(o ref) bool { return o.id == body }) {
			return r // "the party's spokesman left it"
		}
		r.id = body
		return r.less(sureSeat)
	})
}

// claimsDeed tells the verbs of saying that a deed is one's own.
func claimsDeed(lemma string) bool {
	return lemma == "claim" || lemma == "admit" || lemma == "accept" || lemma == "take"
}
