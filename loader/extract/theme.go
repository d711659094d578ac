package extract

import (
	"slices"

	"entente.example/graph"
)

// themeReach is how many sentences from its head an article of reference may take to say what its subject is.
const themeReach = 4

// findTheme notes whom an article is about that begins as works of reference do, "The Eagles Front is a rebel group", "John
// Roe (born 1950) was a general": a body or a person. "The group" and "he" mean them there unless another is nearer.
func (s *sentence) findTheme() {
	if s.doc.theme != "" || s.index > themeReach {
		return
	}
	for _, v := range s.groups {
		if v.kind != verbKind || !v.finite {
			continue
		}
		if subject := v.subject; v.copula && !v.negated && subject != nil && s.opens(subject) && v.complement != nil && v.complement.kind == nounKind {
			s.setTheme(subject, v.complement)
		}
		return
	}
}

// opens reports whether nothing but an article, an aside in brackets or another name stands before the noun group.
func (s *sentence) opens(g *group) bool {
	for _, before := range s.groups {
		if before == g {
			return true
		}
		if before.kind == verbKind || before.kind == prepKind || before.kind == nounKind && s.headName(before) == nil {
			return false
		}
	}
	return false
}

func (s *sentence) setTheme(subject, description *group) {
	n := s.headName(subject)
	if n == nil || len(subject.actor) != 1 || subject.conjuncts != nil || s.headName(description) != nil {
		return
	}
	switch e := s.doc.entity(subject.actor[0].id); {
	case e.IsState || e.IsPlace() || e.Type == graph.Government:
	case e.Type == graph.Person || s.doc.reader.classes.any(description.lemma, "denotes", "grouping", "force", "membership") || s.doc.reader.frames.roles[description.lemma] != nil:
		s.doc.theme = e.ID
	}
}

// themed gives the one whom the article is about where a description may mean it and does not plainly mean another: one that
// was the subject of the sentence before.
func (s *sentence) themed(g *group, refs []ref, fits func(ref) bool) []ref {
	theme := s.doc.theme
	if theme == "" || len(refs) == 1 && refs[0].id == theme {
		return refs
	}
	r := ref{id: theme, group: g, percent: sureDefinite, force: armed(s.doc.entity(theme).Type)}
	if !fits(r) || s.acting(g, r) && g.role != "subj" {
		return refs
	}
	if len(refs) == 1 && s.doc.subjectNear(s, refs[0].id) {
		return refs
	}
	return []ref{r}
}

// titledState gives the state whose article this is by its title, "Foreign relations of Chad", where the noun group names
// nobody else as the owner of what it tells: "relations with Sudan soured".
func (s *sentence) titledState(g *group) []ref {
	if s.doc.subject == "" || g.kind != nounKind || g.possessor != nil || isPossessive(s.lower[g.first]) || len(g.names) > 0 || len(s.argumentsOf(g, "between")) > 0 {
		return nil
	}
	return []ref{{id: s.doc.subject, group: g, implied: true, percent: sureDefinite}}
}

// subjectNear reports whether the entity, alone, was subject of a verb in this sentence or the one before.
func (d *document) subjectNear(s *sentence, id graph.ID) bool {
	for m := range d.back(s, 1) {
		if m.role == "subj" && len(m.refs) == 1 && m.refs[0].id == id && (m.sentence != s.index || m.verb == nil || m.verb.finite) {
			return true
		}
	}
	return false
}

// themeScore ranks the one whom the article is about for a pronoun: behind a subject near by, before all others.
const themeScore = 65

// themePronoun gives the one whom the article is about where the pronoun may stand for it.
func (d *document) themePronoun(s *sentence, g *group, sort pronounSort) []ref {
	if d.theme == "" || sort == several {
		return nil
	}
	r := ref{id: d.theme, group: g, percent: surePronoun}
	if !d.agrees(sort, mention{refs: []ref{r}}) || slices.Contains(s.sidesAt(g), d.theme) {
		return nil
	}
	return []ref{r}
}

// sidesAt gives who is subject of the verb of which the pronoun is the object: those it does not mean.
func (s *sentence) sidesAt(g *group) []graph.ID {
	if g.verb == nil || g.verb.subject == nil || g.role == "subj" || isPossessive(g.lemma) {
		return nil
	}
	var ids []graph.ID
	for _, r := range g.verb.subject.actor {
		ids = append(ids, r.id)
	}
	return ids
}
