package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// deed is an armed act that the text told of, and who did it, for "the offensive" further on.
type deed struct {
	sentence int
	kind     string // of the class "deed"
	refs     []ref
	done     bool // the text says so of what happened, not of what is planned
}

// whose resolves "the invasion", "the offensive on Tripoli" to those who did such a thing by the sentences before: all
// deeds of the nearest sentence that tells of one have to be the same side's.
func (s *sentence) whose(g *group) []ref {
	kind := s.doc.reader.classes.kind("deed", g.lemma)
	slain := s.slainIn(g)
	if kind == "" && slain && s.doc.reader.classes.has("battle", g.lemma) {
		kind = "attack"
	}
	if by := s.conducted(g); by != nil {
		return by
	}
	if kind == "" || !s.anaphoric(g) || len(g.names) > 0 || s.hasPhrase(g, "by") {
		return nil
	}
	if !s.censured(g) && !s.repelled(g) && !slain && (g.role != "subj" || g.verb == nil || g.verb.passive || g.verb.copula) && !s.hasPhrase(g, "on", "against", "into") {
		return nil // whoever condemns it may condemn the deed alone
	}
	if by := s.waging(g); by != nil && len(by.actor) > 0 {
		return nil // "Rwandan commandos took part in the assault on X"
	}
	if before := s.nounBefore(g); before != nil && s.doc.reader.classes.has("part", before.lemma) {
		return nil // "denied any role in the attack": another attack, or it would be known whose
	}
	var found []ref
	at := -1
	for i := len(s.doc.deeds) - 1; i >= max(0, len(s.doc.deeds)-lookBack) && s.index-s.doc.deeds[i].sentence <= pronounReach; i-- {
		d := s.doc.deeds[i]
		if at >= 0 && d.sentence != at {
			break
		}
		if !sameDeed(d.kind, kind) {
			continue
		}
		if at = d.sentence; found == nil {
			found = d.refs
		}
		if !slices.EqualFunc(found, d.refs, func(a, b ref) bool { return a.id == b.id }) {
			return nil
		}
	}
	refs := make([]ref, len(found))
	for i, r := range found {
		refs[i] = ref{id: r.id, group: g, force: true, deed: true, percent: sureDefinite}
	}
	return refs
}

// conducted gives those by whom a participle behind the deed says that it was carried out, where it is a verb's subject: "the strikes,
// carried out by the US, hit Hodeidah".
func (s *sentence) conducted(g *group) []ref {
	if g.role != "subj" || g.verb == nil || g.verb.passive && !g.verb.participle || s.doc.reader.classes.kind("deed", g.lemma) == "" || len(g.names) > 0 {
		return nil
	}
	for k := g.index + 1; k < len(s.groups) && k < g.index+4; k++ {
		v := s.groups[k]
		if v.kind != verbKind || !v.participle || !v.passive || v.subject != g || !s.doc.reader.classes.any(v.lemma, "wage", "begin") {
			continue
		}
		var refs []ref
		for _, by := range s.argumentsOf(v, "by") {
			s.resolveGroup(by)
			for _, r := range by.actor {
				refs = append(refs, ref{id: r.id, group: g, force: true, deed: true, percent: r.percent})
			}
		}
		return refs
	}
	return nil
}

// slainIn reports whether somebody was killed in what the words name: "ten men died in the attack".
func (s *sentence) slainIn(g *group) bool {
	v := g.verb
	return v != nil && (g.role == "in" || g.role == "during") && g.head == g.first+1 && !s.hasPhrase(g, "with", "against", "between") && s.doc.reader.classes.has("harm", v.lemma) && (v.passive || v.lemma == "die" || v.lemma == "perish")
}

// censured reports whether the words are what somebody condemns, which he lays at the doer's door: "Egypt condemned the invasion".
func (s *sentence) censured(g *group) bool { return s.takenBy("censure", g) }

// takenBy reports whether the words are what somebody does something to by a verb of the class.
func (s *sentence) takenBy(class string, g *group) bool {
	v := g.verb
	return v != nil && v.kind == verbKind && s.doc.reader.classes.has(class, v.lemma) && undergoes(g, v) && v.passive == (g.role == "subj")
}

// undergoes reports whether what the verb tells is done to the noun group, as to its object or, in the passive, its subject.
func undergoes(g, v *group) bool { return g.role == "obj" || v.passive && g.role == "subj" }

// sameDeed reports whether two words may tell of one deed: "attacked" and "the offensive", not "bombed" and "the invasion".
func sameDeed(told, word string) bool {
	return told == word || word == "attack" || told == "attack" && word == "campaign" || told == "invasion" && word == "campaign"
}

// recordDeeds notes who did what in the sentence: "Turkey invaded", "the LNA launched an offensive", "Russia's raids".
func (s *sentence) recordDeeds() {
	classes := s.doc.reader.classes
	note := func(kind string, v, g *group) {
		if g == nil || kind == "" || len(g.actor) == 0 || g.pronoun && len(g.actor) > 1 {
			return
		}
		if slices.ContainsFunc(g.actor, func(r ref) bool { return r.nationals || s.doc.entity(r.id).Type == graph.Place }) {
			return
		}
		s.doc.deeds = append(s.doc.deeds, deed{s.index, kind, g.actor, v != nil && v.finite && !v.negated && s.tokens[v.first].Tag != text.MD})
	}
	for _, g := range s.groups {
		switch {
		case g.kind == nounKind && classes.has("deed", g.lemma) && s.headName(g) == nil:
			kind := classes.kind("deed", g.lemma)
			if len(g.actor) > 0 {
				note(kind, g.verb, g)
			} else if v := g.verb; v != nil && g.role == "obj" && classes.any(v.lemma, "wage", "begin") && !v.passive {
				note(kind, v, v.subject)
			}
		case g.kind == verbKind && !g.negated:
			kind := classes.kind("deed", g.lemma)
			if g.passive {
				for _, by := range s.argumentsOf(g, "by") {
					note(kind, g, by)
				}
			} else if s.tokens[g.head].Tag != text.NN {
				if kind == "" && g.subject != nil && classes.has("pound", g.lemma) && classes.has("warplane", g.subject.lemma) {
					kind = "strike" // "Russian jets targeted a market. The strikes"
				}
				note(kind, g, g.subject)
			}
			if s.takesUnnamed(g) {
				note("capture", g, g.subject)
			}
		}
	}
}

// accidental reports whether the words say that what befell somebody was not meant for him: "accidentally struck the SDF", "a
// mistaken strike", "hit by mistake", and what came of it: "accidentally struck the SDF killing ten rebels".
func (s *sentence) accidental(g *group) bool {
	for i := max(0, g.first-1); i < g.last+1 && i < len(s.lower); i++ {
		switch s.lower[i] {
		case "accidentally", "mistakenly", "inadvertently", "unintentionally", "erroneously", "accidental", "mistaken", "inadvertent", "unintended", "errant", "friendly":
			return true
		}
	}
	for _, prep := range []string{"by", "in"} {
		if slices.ContainsFunc(s.argumentsOf(g, prep), func(why *group) bool {
			return why.lemma == "mistake" || why.lemma == "accident" || why.lemma == "error"
		}) {
			return true
		}
	}
	switch {
	case g.kind == verbKind && g.gerund && g.link == participial && g.governor != nil:
		return s.accidental(g.governor)
	case g.kind == nounKind && g.verb != nil && g.role == "subj":
		return s.accidental(g.verb)
	}
	return false
}

// authored reports whether the words tell whose deed the noun names, if only "an attack by terrorists", "a rebel advance".
func (s *sentence) authored(g *group) bool {
	return len(s.argumentsOf(g, "by")) > 0 || g.head > g.first && s.doc.reader.classes.any(s.lower[g.head-1], "rebels", "hunted")
}
