package extract

import (
	"cmp"
	"slices"

	"entente.example/graph"
)

// Mention is a stretch of a document that stands for an entity: a name, a description, a pronoun.
type Mention struct {
	// Span is in bytes of the text.
	Span   graph.Span
	Entity graph.Entity
}

// Mentions gives all stretches of the document that stand for an entity, as [Reader.Read] understands them, in the order
// of the text. A stretch may stand for several, or for an actor and a place: "Tripoli". Nationals of a state, who are not
// their state, are left out.
func (r *Reader) Mentions(doc graph.Document) []Mention {
	d := r.open(doc)
	var mentions []Mention
	for _, s := range d.analyse() {
		for _, g := range s.groups {
			if g.kind != nounKind {
				continue
			}
			for _, part := range s.parts(g) {
				mentions = s.mentionsIn(part, mentions)
			}
		}
	}
	slices.SortFunc(mentions, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Span[0], b.Span[0]), cmp.Compare(a.Span[1], b.Span[1]), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return slices.CompactFunc(mentions, func(a, b Mention) bool { return a.Span == b.Span && a.Entity.ID == b.Entity.ID })
}

// mentionsIn adds those that a noun group stands for, and those whom the names in it mean.
func (s *sentence) mentionsIn(g *group, mentions []Mention) []Mention {
	add := func(refs []ref) {
		for _, r := range refs {
			at := s.endSpan(r)
			if r.nationals || r.implied || at.first == at.last {
				continue
			}
			mentions = append(mentions, Mention{
				Span: graph.Span{s.tokens[at.first].Start, s.tokens[at.last-1].End}, Entity: s.doc.entity(r.id),
			})
		}
	}
	add(g.actor)
	add(g.place)
	if slices.ContainsFunc(g.actor, func(r ref) bool { return r.nationals }) {
		return mentions
	}
	for _, k := range g.names {
		add(s.nameRefs(g, &s.names[k], "actor"))
		add(s.nameRefs(g, &s.names[k], "place"))
	}
	return mentions
}
