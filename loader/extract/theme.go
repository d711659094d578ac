package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// themeReach is how many sentences from its head an article of reference may take to say what its subject is.
const themeReach = 4

// titleTheme notes whom an article is about whose title is no more than the name of a body or a person, and whose first sentences
// name the same.
func (d *document) titleTheme() {
	if len(d.sentences) < 2 || !d.sentences[0].title || d.sentences[1].title || d.subject != "" {
		return
	}
	n := d.sentences[0].nameOf(span{0, len(d.sentences[0].tokens)})
	if n == nil || !n.known() {
		return
	}
	e := d.choose(n.senses).Entry
	if e == nil || e.IsState || e.IsPlace() || e.Type == graph.Government || e.Type == graph.Military {
		return
	}
	d.fullName(e, d.sentences[0].words)
	for _, s := range d.sentences[1:min(len(d.sentences), themeReach)] {
		if slices.ContainsFunc(s.names, func(m name) bool { return m.means(e.ID) }) {
			d.theme = e.ID
			return
		}
	}
}

// fullName lets the longer name by which the first sentence of an article calls the person in its title, "John Amos Bee Roe" of
// "John Roe", mean him.
func (d *document) fullName(person *actors.Entry, title []string) {
	if person.Type != graph.Person || len(title) < 2 {
		return
	}
	s := d.sentences[1]
	for i := range s.names {
		n := &s.names[i]
		if words := s.words[n.first:n.last]; !n.known() && len(words) > len(title) && words[0] == title[0] && words[len(words)-1] == title[len(title)-1] {
			d.share(d.sentences, s.text(n.first, n.last), &name{senses: []actors.Sense{{Entry: person, Form: actors.Name}}})
			return
		}
	}
}

// means reports whether the entity is one of those that the name may mean.
func (n name) means(id graph.ID) bool {
	return slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return sense.Entry.ID == id })
}

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
		} else if subject != nil && !v.negated && s.opens(subject) && (v.passive && s.doc.reader.classes.has("found", v.lemma) || s.index == 0 && s.initialled(subject) && !s.doc.reader.reports(v.lemma)) {
			s.foundedTheme(subject)
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
	if s.headName(subject) == nil || len(subject.actor) != 1 || subject.conjuncts != nil || s.headName(description) != nil {
		return
	}
	switch e := s.doc.entity(subject.actor[0].id); {
	case e.IsState || e.IsPlace() || e.Type == graph.Government:
	case e.Type == graph.Person || s.doc.reader.classes.any(description.lemma, "denotes", "grouping", "force", "membership") || s.doc.reader.frames.roles[description.lemma] != nil:
		s.doc.theme = e.ID
	}
}

// foundedTheme notes a body as what the article is about of which the first words tell when it was founded.
func (s *sentence) foundedTheme(subject *group) {
	n := s.headName(subject)
	if n == nil || len(subject.actor) != 1 || subject.conjuncts != nil || s.index > 1 {
		return
	}
	if e := s.doc.entity(subject.actor[0].id); armed(e.Type) && e.Type != graph.Military || e.Type == graph.Organisation || s.doc.isMission(e.ID) {
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
	if len(refs) == 1 && (s.spokeOf(refs[0].id) || !s.opensParagraph() && s.doc.subjectNear(s, refs[0].id)) {
		return refs
	}
	return []ref{r}
}

// spokeOf reports whether the sentence has named the entity already: "the commander of X said that the group".
func (s *sentence) spokeOf(id graph.ID) bool {
	for m := range s.doc.back(s, 0) {
		if slices.ContainsFunc(m.refs, func(r ref) bool { return r.id == id }) {
			return true
		}
	}
	return false
}

// opensParagraph reports whether an empty line stands before the sentence.
func (s *sentence) opensParagraph() bool {
	if s.index == 0 {
		return true
	}
	between := s.doc.text[s.doc.sentences[s.index-1].end:s.start]
	return strings.Count(between, "\n") > 1
}

// themeRebels gives the armed group that the article is about for "the rebels", where it is of the country whose rebels these are
// and fights no other rebels.
func (d *document) themeRebels(s *sentence, g *group) []ref {
	e := d.entity(d.theme)
	if d.theme == "" || e.Type != graph.ArmedGroup && e.Type != graph.Militia && e.Type != graph.Coalition || !g.definite || s.onlyCompounds(g) {
		return nil
	}
	if state := d.uprising.state; e.Country == "" || state != nil && state.ID != e.Country && d.uprising.sentence > themeReach || g.lemma == "opposition" || d.loyalist(e.ID) || d.backsState(e.ID) {
		return nil
	}
	r := ref{id: e.ID, group: g, percent: sureDefinite, force: true}
	if s.acting(g, r) {
		return nil
	}
	return []ref{r}
}

// titledState gives the state whose article this is by its title, "Foreign relations of Chad", or the body, where the noun group names
// nobody else as the owner of what it tells: "relations with Sudan soured".
func (s *sentence) titledState(g *group) []ref {
	about := cmp.Or(s.doc.subject, s.doc.theme)
	if about == "" || s.doc.entity(about).Type == graph.Person || g.kind != nounKind || g.possessor != nil || isPossessive(s.lower[g.first]) || len(g.names) > 0 || s.hasPhrase(g, "between") {
		return nil
	}
	return []ref{{id: about, group: g, implied: true, percent: sureDefinite}}
}

// subjectNear reports whether the entity, alone, was subject of a verb in this sentence or the one before.
func (d *document) subjectNear(s *sentence, id graph.ID) bool {
	for m := range d.back(s, 1) {
		if m.role == "subj" && len(m.refs) == 1 && m.refs[0].id == id && (m.sentence != s.index || m.verb == nil || m.verb.finite) && (m.sentence == s.index || !d.sentences[m.sentence].embeds(m.verb)) {
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
	for _, r := range append(s.namedBeside(g.verb.subject), g.verb.subject.actor...) {
		ids = append(ids, r.id)
	}
	return ids
}

// tellYear notes the year in which an undated article about a person has come, which is the first that a sentence tells outside
// brackets.
func (s *sentence) tellYear() {
	d := s.doc
	if d.theme == "" || d.day != "" || d.entity(d.theme).Type != graph.Person {
		return
	}
	open := 0
	for i, t := range s.tokens {
		switch t.Tag {
		case text.OpenBracket:
			open++
		case text.CloseBracket:
			open--
		}
		if year, ok := s.year(i); ok && open == 0 {
			d.told = year
			return
		}
	}
}

// ledThen gives what the person whom the article is about led in the year that it tells of, or nothing, as the dictionary has it; false
// where that knows of no office or no time. He who was to be president of Chad attacked a town for himself.
func (d *document) ledThen(person graph.ID) (graph.ID, bool) {
	entry, ok := d.reader.dictionary.Entry(person)
	if !ok || !slices.ContainsFunc(entry.Leads, func(tie actors.Dated) bool { return d.isState(tie.ID) && tie.When != "" }) {
		return "", false
	}
	if ids := d.reader.dictionary.LedBy(person, graph.Valid(d.told)); len(ids) > 0 {
		return ids[0], true
	}
	if id := d.leaders[person]; id != "" && !d.isState(id) {
		return id, true
	}
	return "", true
}
