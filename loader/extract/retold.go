package extract

import (
	"slices"

	"entente.example/graph"
)

// takesUnnamed reports whether the verb tells that its subject took a place without a name: "captured a strategic town".
func (s *sentence) takesUnnamed(v *group) bool {
	o := v.object
	return !v.passive && o != nil && o.kind == nounKind && len(o.place) == 0 && s.headName(o) == nil && s.doc.reader.classes.any(o.lemma, "place", "premises", "denotes") &&
		slices.ContainsFunc(s.doc.reader.frames.verbs[v.lemma], func(t trigger) bool { return t.frame.relation == graph.Captured })
}

// didBefore gives those who by the sentences before did what the noun tells of again, where these named no town: "X stormed a post. The
// attack in Goma", "X captured a town. The capture of Goma".
func (s *sentence) didBefore(g *group) []ref {
	kind := s.doc.reader.classes.kind("deed", g.lemma)
	if s.doc.reader.classes.has("taking", g.lemma) {
		kind = "capture"
	}
	if kind == "" || !g.definite && !s.ofPlace(g) || g.plural || len(g.names) > 0 || s.hasPhrase(g, "by") {
		return nil
	}
	if before := s.nounBefore(g); before != nil && s.doc.reader.classes.has("part", before.lemma) || s.waging(g) != nil {
		return nil // "denied any role in the attack", "X carried out the attack"
	}
	for i := g.first + 1; i < g.head; i++ {
		if s.doc.reader.classes.has("distinct", s.lower[i]) {
			return nil
		}
	}
	var found []ref
	at := -1
	for i := len(s.doc.deeds) - 1; i >= max(0, len(s.doc.deeds)-lookBack) && s.index-s.doc.deeds[i].sentence <= pronounReach; i-- {
		d := s.doc.deeds[i]
		switch {
		case d.sentence == s.index, at >= 0 && d.sentence != at, !sameDeed(d.kind, kind):
			continue
		case !d.done, found != nil && !slices.EqualFunc(found, d.refs, func(a, b ref) bool { return a.id == b.id }):
			return nil
		}
		found, at = d.refs, d.sentence
	}
	if at < 0 || s.toldWhere(at) {
		return nil
	}
	refs := make([]ref, len(found))
	for i, r := range found {
		refs[i] = ref{id: r.id, group: g, force: true, implied: true, percent: sureDefinite}
	}
	return refs
}

// ofPlace reports whether a place owns the noun group: "Goma's capture".
func (s *sentence) ofPlace(g *group) bool { return g.possessor != nil && len(g.possessor.place) > 0 }

// toldWhere reports whether the sentence tells of an attack on a town, or that somebody took one.
func (s *sentence) toldWhere(sentence int) bool {
	for i := len(s.doc.candidates) - 1; i >= 0 && s.doc.candidates[i].sentence.index >= sentence; i-- {
		c := s.doc.candidates[i]
		if c.sentence.index == sentence && (c.frame.relation == graph.Attacked || c.frame.relation == graph.Captured) && s.doc.isSite(c.object.id, "town,city,district,base,airport,port,camp,border_crossing,road") {
			return true
		}
	}
	return false
}
