package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// Gap is what the dictionary or the rules have nothing for: a name that no row has, or the word of a rule in a sentence that
// names somebody and yet states no tie.
type Gap struct {
	// Name is the name as the text writes it, or empty. Type is what its form or its place tell of it, or empty.
	Name string
	Type graph.EntityType
	// Trigger is the base form of the rule's word, or empty, and Relation what it would have told.
	Trigger  string
	Relation graph.Relation
	// Sentence is where it stands.
	Sentence string
}

// Gaps gives what the reader could do nothing with in a document, in the order of the text. An empty answer says that all
// names are in the dictionary and no word of a rule was in vain.
func (r *Reader) Gaps(doc graph.Document) []Gap {
	d := r.open(doc)
	sentences := d.analyse()
	for _, s := range sentences {
		s.match()
	}
	stated := map[*sentence]bool{}
	for i, o := range d.outcomes() {
		if o.dropped == "" {
			stated[d.candidates[i].sentence] = true
		}
	}
	var gaps []Gap
	for _, s := range sentences {
		gaps = append(gaps, s.strangers()...)
		if !stated[s] {
			gaps = append(gaps, s.vain()...)
		}
	}
	return gaps
}

// strangers gives the names that the dictionary lacks.
func (s *sentence) strangers() []Gap {
	var gaps []Gap
	for _, n := range s.names {
		if n.known() || n.shape == "thing" || s.doc.reader.classes.has("media", s.lower[n.first]) {
			continue
		}
		words := s.text(n.first, n.last)
		gap := Gap{Name: words, Type: n.shape, Sentence: s.doc.text[s.start:s.end]}
		if id, ok := s.doc.introduced[words]; ok && id.Listed() {
			continue // short for one that it has
		} else if ok {
			gap.Type = s.doc.entity(id).Type
		} else if id, ok := s.doc.introduced["place "+words]; ok {
			gap.Type = s.doc.entity(id).Type
		}
		gaps = append(gaps, gap)
	}
	return gaps
}

// vain gives the words of rules without further needs, in a sentence that names somebody or some place.
func (s *sentence) vain() []Gap {
	if len(s.names) == 0 {
		return nil
	}
	var gaps []Gap
	add := func(lemma string, triggers []trigger) {
		k := slices.IndexFunc(triggers, func(t trigger) bool { return len(t.frame.needs) == 0 })
		if k >= 0 {
			gaps = append(gaps, Gap{Trigger: lemma, Relation: triggers[k].frame.relation, Sentence: s.doc.text[s.start:s.end]})
		}
	}
	for _, g := range s.groups {
		switch {
		case g.kind == verbKind && !g.copula && g.lemma != "have":
			add(g.lemma, s.doc.reader.frames.verbs[g.lemma])
		case g.kind == nounKind && s.headName(g) == nil && s.tokens[g.head].Tag != text.NNP:
			add(g.lemma, s.doc.reader.frames.nouns[g.lemma])
		}
	}
	return gaps
}
