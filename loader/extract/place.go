package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// placeOf gives the places that a noun group stands for.
func (s *sentence) placeOf(g *group) []ref {
	classes := s.doc.reader.classes
	isPlaceWord := classes.any(g.lemma, "place", "quantity")
	if n := s.headName(g); n != nil {
		if r, ok := s.placeNamed(g, n); ok {
			return []ref{r}
		}
		return nil
	}
	if g.pronoun && g.lemma == "it" && s.ground(g) {
		return s.doc.lastPlace(s, g)
	}
	if !isPlaceWord && !country(g.lemma) && g.lemma != "colony" {
		return nil
	}
	if g.of != nil {
		var refs []ref
		for _, r := range g.of.place {
			r.group = g
			refs = append(refs, r)
		}
		return refs
	}
	if !classes.has("place", g.lemma) {
		return nil
	}
	for i := len(g.names) - 1; i >= 0; i-- {
		n := &s.names[g.names[i]]
		if n.adjectival() {
			continue
		}
		if n.last == g.head || n.last == g.head+1 {
			if r, ok := s.placeNamed(g, n); ok {
				return []ref{r}
			}
		}
	}
	if state := s.territory(g); state != nil {
		return state
	}
	if first := s.renamedPlace(g); first != nil {
		return first
	}
	if g.definite && len(g.names) == 0 && g.possessor == nil && !s.precededBy(g, "provincial", "regional") {
		return s.doc.lastPlace(s, g)
	}
	return nil
}

// territory resolves "Honduran territory", "Georgian soil" to the land of the state.
func (s *sentence) territory(g *group) []ref {
	if g.lemma != "territory" && g.lemma != "soil" {
		return nil
	}
	for _, k := range g.names {
		for _, sense := range s.names[k].senses {
			if t, ok := s.doc.reader.dictionary.Territory(sense.Entry.ID); ok && sense.Entry.IsState {
				return []ref{{id: t.ID, group: g, percent: sureName}}
			}
		}
	}
	return nil
}

// renamedPlace gives the places that the noun group renames: "Sirte and Tarhouna, cities captured by".
func (s *sentence) renamedPlace(g *group) []ref {
	if g.index < 2 || s.groups[g.index] != g {
		return nil
	}
	before := s.groups[g.index-2]
	if s.groups[g.index-1].kind != commaKind || before.kind != nounKind || !contains(before.apposed, g) {
		return nil
	}
	return before.place
}

// isAmount tells the words that count what comes behind "of": "in Syria dozens of times".
func isAmount(word string) bool {
	return word == "dozens" || word == "hundreds" || word == "thousands" || word == "scores"
}

// mistaken gives the tag of a word that taggers take for another: verbs of attack for nouns, arms for verbs; Untagged
// where the tag may stand.
func (s *sentence) mistaken(i int) text.Tag {
	if i == 0 || i+1 >= len(s.tokens) {
		return text.Untagged
	}
	tag, before, after := s.tokens[i].Tag, s.tokens[i-1].Tag, s.tokens[i+1].Tag
	classes := s.doc.reader.classes
	object := s.nameAt(i+1) != nil || after == text.DT || after == text.PRPS
	switch {
	case s.lower[i] == "hit" && tag != text.VBD && before.IsNoun() && object:
		return text.VBD
	case tag == text.JJ && strings.HasSuffix(s.lower[i], "ed") && before.IsName() && after == text.NNS && s.nameEndsAt(i) && s.mars(i):
		return text.VBD // "Boko Haram burned villages"
	case tag == text.NN && strings.HasSuffix(s.lower[i], "ing") && isAuxiliary(s.lower[i-1]) && object && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBG)):
		return text.VBG // "has been bombing Yemen"
	case tag == text.VBZ && (before == text.JJ || before.IsNoun()) && s.nameEndsAt(i) && classes.has("force", text.Lemma(s.lower[i], text.NNS)) && !s.doc.reader.verb(text.Lemma(s.lower[i], text.VBZ)):
		return text.NNS // "Ukrainian drones attacked"
	}
	return text.Untagged
}

// mars reports whether the word ending in -ed is the verb of a tie and describes nothing, as "backed" and "held" do.
func (s *sentence) mars(i int) bool {
	return s.doc.reader.frames.mods[s.lower[i]] == nil && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBD)]) > 0
}

// nameEndsAt reports whether a name ends right before the token.
func (s *sentence) nameEndsAt(i int) bool {
	return slices.ContainsFunc(s.names, func(n name) bool { return n.last == i })
}

// ground reports whether "it" is what somebody takes or holds, and so a place.
func (s *sentence) ground(g *group) bool {
	if g.verb == nil || g.role != "obj" {
		return false
	}
	switch g.verb.lemma {
	case "take", "regain", "retain", "secure", "clear", "grab", "dominate":
		return false
	}
	return slices.ContainsFunc(s.doc.reader.frames.verbs[g.verb.lemma], func(t trigger) bool {
		return t.frame.rule == "captured.verb" || t.frame.rule == "controls.verb"
	})
}

// held gives the place of "the regime-held stronghold of X", which stands behind it.
func (s *sentence) held(g *group) []ref {
	if g.of != nil && len(g.of.place) > 0 {
		return g.of.place
	}
	for _, a := range g.after {
		if (a.prep == "of" || a.prep == "in" || a.prep == "around" || a.prep == "at") && len(a.noun.place) > 0 {
			return a.noun.place
		}
	}
	return nil
}

// between reports whether the word at i stands between two names that are no adjectives: "Iraq annexed Kuwait".
func (s *sentence) between(i int) bool {
	next := s.nameAt(i + 1)
	if next == nil || next.adjectival() || i == 0 {
		return false
	}
	for k := range s.names {
		if n := &s.names[k]; n.last == i {
			return n.known() && (!n.has(actors.Adjective) || n.has(actors.National) && n.first > 0 && s.lower[n.first-1] == "the")
		}
	}
	return false
}

// land reports whether the name is that of a place or of a state, whose land it may mean.
func (s *sentence) land(n *name) bool {
	return n.known() && (s.isPlaceName(n) || n.senses[0].Entry.IsState && !n.adjectival())
}

// placeNamed resolves a name to a place.
func (s *sentence) placeNamed(g *group, n *name) (ref, bool) {
	for _, sense := range s.doc.ranked(n.senses) {
		switch {
		case sense.Entry.IsPlace():
			return ref{id: sense.Entry.ID, group: g, percent: sureName}, true
		case sense.Entry.IsState && sense.Form == actors.Name:
			if t, ok := s.doc.reader.dictionary.Territory(sense.Entry.ID); ok {
				return ref{id: t.ID, group: g, percent: sureName}, true
			}
		}
	}
	if n.known() || n.shape != "" && n.shape != graph.Place && n.shape != graph.Person {
		return ref{}, false
	}
	return s.doc.newPlace(s, g, n)
}

// newPlace makes a place of a new name that stands where a place must.
func (d *document) newPlace(s *sentence, g *group, n *name) (ref, bool) {
	words := s.text(n.first, n.last)
	if id, ok := d.introduced["place "+words]; ok {
		return ref{id: id, group: g, percent: sureNewName}, true
	}
	if d.introduced[words] != "" || isAcronym(words) {
		return ref{}, false
	}
	near := g.of == nil && (d.reader.classes.has("place", g.lemma) || s.afterPlaceWord(n))
	locative := g.prep == "in" || g.prep == "at" || g.prep == "near" || n.first > 0 && (s.lower[n.first-1] == "in" || s.lower[n.first-1] == "near")
	if !near && !locative {
		return ref{}, false
	}
	id := graph.UnknownID(words, d.focus.Name())
	d.entities[id] = graph.Entity{ID: id, Name: strings.Join(strings.Fields(words), " "), Type: graph.Place, Country: d.focus}
	d.introduced["place "+words] = id
	return ref{id: id, group: g, percent: sureNewName}, true
}

// afterPlaceWord reports whether the name stands behind "the town of", or beside "airport".
func (s *sentence) afterPlaceWord(n *name) bool {
	classes := s.doc.reader.classes
	if n.first >= 2 && s.lower[n.first-1] == "of" && classes.has("place", s.lemma(n.first-2)) {
		return true
	}
	if n.first >= 1 && classes.has("place", s.lower[n.first-1]) {
		return true
	}
	return classes.has("place", s.lower[n.last-1]) || n.last < len(s.words) && classes.has("place", s.lower[n.last])
}

// lastPlace resolves "the town" to the place named last, "the capital" to that of the country in focus.
func (d *document) lastPlace(s *sentence, g *group) []ref {
	if g.lemma == "capital" {
		if entry, ok := d.reader.dictionary.Entry(d.focus); ok {
			for _, capital := range entry.Capitals {
				if capital.ID != "" && (d.day == "" || capital.When.Covers(d.day)) {
					return []ref{{id: capital.ID, group: g, percent: sureDefinite}}
				}
			}
		}
		return nil
	}
	kinds := placeKinds(g.lemma)
	for i := len(d.history) - 1; kinds != "" && i >= 0 && s.index-d.history[i].sentence <= pronounReach; i-- {
		for _, r := range d.history[i].places {
			entry, ok := d.reader.dictionary.Entry(r.id)
			if !ok && g.lemma != "country" || ok && (kinds == "any" || strings.Contains(kinds, " "+entry.Kind+" ")) {
				return []ref{{id: r.id, group: g, percent: sureDefinite}}
			}
		}
	}
	if t, ok := d.reader.dictionary.Territory(d.focus); ok && g.lemma == "country" && (g.prep == "in" || g.prep == "inside" || g.prep == "across") {
		return []ref{{id: t.ID, group: g, percent: sureDefinite}}
	}
	return nil
}

// placeKinds gives the kinds of places that a word with "the" may mean, between blanks; "any" for all, none where the
// word is too vague.
func placeKinds(lemma string) string {
	switch lemma {
	case "city", "town", "village":
		return " city town village "
	case "province", "governorate", "oblast":
		return " province region "
	case "island":
		return " island territory "
	case "peninsula", "enclave":
		return " region province island district "
	case "base", "airbase", "air_base", "airport", "airfield":
		return " base airport "
	case "country", "nation", "colony", "territory":
		return " territory "
	case "it":
		return "any"
	}
	return ""
}

// locative reports whether the preposition says where troops are.
func locative(prep string) bool { return prep == "in" || prep == "at" || prep == "inside" }

// present reports whether the verb "be" says where its subject is, rather than what it is: "were in Libya", "are active
// in Yemen".
func (s *sentence) present(v *group) bool {
	switch c := v.complement; {
	case c == nil:
		return v.object == nil
	case c.kind != adjKind:
		return false
	default:
		return c.lemma == "present" || c.lemma == "active" || c.lemma == "operational"
	}
}

// opensPart reports whether the word at i is the head of "most of the town".
func (s *sentence) opensPart(i int) bool {
	if i+1 >= len(s.lower) || s.lower[i+1] != "of" {
		return false
	}
	switch s.lower[i] {
	case "most", "much", "many", "all", "some", "several", "half":
		return true
	}
	return false
}

// countsAfterPlace reports whether the number at j begins another noun group than the place before it: "in Idlib ten
// people were killed".
func (s *sentence) countsAfterPlace(g *group, j int) bool {
	if g.head < 0 || len(g.names) == 0 {
		return false
	}
	n := &s.names[g.names[len(g.names)-1]]
	return n.last == j && s.land(n)
}

// scene gives the noun groups that say where the verb's clause happens: "in Idlib ten people were killed in air strikes".
func (s *sentence) scene(g *group) []*group {
	if g.kind == nounKind {
		if g.role == "obj" || g.role == "subj" || g.verb == nil {
			return nil
		}
		g = g.verb
	}
	found := s.argumentsOf(g, "in")
	for _, other := range s.groups {
		if other.kind == nounKind && other.verb == g && other.role == "in" && other.index < g.index {
			found = append(found, other)
		}
	}
	return found
}

// ledBy gives the actors that "X-led" before an event names.
func (s *sentence) ledBy(g *group, guard string) []ref {
	var refs []ref
	for _, c := range g.compounds {
		if c.word != "led" {
			continue
		}
		for k := range s.names {
			if n := &s.names[k]; n.first == c.left && n.last == c.leftEnd {
				refs = append(refs, s.nameRefs(g, n, guard)...)
			}
		}
	}
	return refs
}

// reflexive resolves the "its" at the head of a noun group to the subject of the verb that the group depends on, as
// "Rwanda ended its offensive" asks, or to whom that verb drives out of a place.
func (s *sentence) reflexive(g, pronoun *group) []ref {
	if pronoun.lemma != "its" && pronoun.lemma != "their" || g.verb == nil || g.role == "subj" {
		return nil
	}
	v := g.verb
	if g.role == "from" {
		return s.ownerRefs(v.object, pronoun)
	}
	for depth := 0; v != nil && depth < 3; depth++ {
		if refs := s.ownerRefs(v.subject, pronoun); refs != nil {
			return refs
		}
		for _, by := range s.argumentsOf(v, "by") {
			if refs := s.ownerRefs(by, pronoun); refs != nil && v.passive {
				return refs
			}
		}
		if v.link != toLink && v.link != prepositional && v.link != jointLink {
			return nil
		}
		v = v.governor
	}
	return nil
}

// ownerRefs gives whom the noun group stands for where the possessive pronoun may mean them.
func (s *sentence) ownerRefs(owner, pronoun *group) []ref {
	if owner == nil || owner.pronoun || len(owner.actor) > 1 && pronoun.lemma == "its" {
		return nil
	}
	var refs []ref
	for _, r := range owner.actor {
		if s.doc.entity(r.id).Type == graph.Person {
			return nil
		}
		r.group = pronoun
		refs = append(refs, r.less(surePronoun))
	}
	return refs
}

// weekday reports whether the token is the name of a day, behind which another noun group may begin: "on Saturday Iraqi
// troops".
func (s *sentence) weekday(i int) bool {
	switch s.lower[i] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// opensBracketed reports whether a list in brackets begins at the group: "to member countries (Latvia, Estonia)".
func (s *sentence) opensBracketed(i int) bool {
	return s.groups[i].kind == bracketKind && s.groups[i].lemma == "(" &&
		i+2 < len(s.groups) && s.groups[i+1].kind == nounKind && s.groups[i+2].kind == bracketKind
}

// homeland reports whether a state would be said to hold, leave or be sent to its own territory, which says nothing.
func (s *sentence) homeland(relation graph.Relation, subject, object graph.ID) bool {
	if row, ok := relation.Row(); !ok || !row.ObjectIsPlace {
		return false
	}
	t, ok := s.doc.reader.dictionary.Territory(subject)
	return ok && t.ID == object
}

// standing tells how the text stands to troops "in" a place, which a sentence that says what they do takes for granted.
func (s *sentence) standing(g *group) qualifier {
	if g.role == "obj" || g.kind != nounKind {
		return s.qualify(g)
	}
	alone := *g
	alone.verb, alone.role = nil, ""
	return s.qualifyNoun(&alone)
}

// there gives the adverb behind the anchor that stands for a place which one of the slots asks for: "keeps troops there".
func (s *sentence) there(slots []slot, anchor *group) *group {
	if anchor.index+1 >= len(s.groups) {
		return nil
	}
	asked := false
	for _, sl := range slots {
		asked = asked || sl.guard == "place" && sl.inner == "" && (sl.role == "in" || sl.role == "to")
	}
	if asked && anchor.kind == verbKind {
		if place := s.where(anchor); place != nil {
			return place
		}
	}
	for k := anchor.index + 1; asked && k < len(s.groups) && k < anchor.index+4; k++ {
		switch g := s.groups[k]; g.kind {
		case adverbKind:
			if len(g.place) > 0 {
				return g
			}
		case nounKind:
			if g != anchor.object {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// where gives the place that the clause of the verb describes: "in Mali, where Russia has troops".
func (s *sentence) where(v *group) *group {
	for k := v.index - 1; k > 0 && k > v.index-6; k-- {
		switch g := s.groups[k]; g.kind {
		case relKind:
			if of := s.antecedent(k); g.lemma == "where" && of != nil && len(of.place) > 0 {
				return of
			}
			return nil
		case nounKind, adverbKind:
		default:
			return nil
		}
	}
	return nil
}

// sceneBefore gives the place that "there" means: the last one that the text named as the place of something.
func (d *document) sceneBefore(s *sentence, g *group) []ref {
	for i := len(d.history) - 1; i >= 0 && s.index-d.history[i].sentence <= 1; i-- {
		m := d.history[i]
		if len(m.places) == 0 || m.role == "subj" {
			continue
		}
		var refs []ref
		for _, r := range m.places {
			r.group = g
			refs = append(refs, r.less(sureDefinite))
		}
		return refs
	}
	return nil
}

// fired resolves "a rocket fired by Hezbollah" to who fired it.
func (s *sentence) fired(g *group) []ref {
	if s.doc.reader.frames.event(g.lemma) {
		for _, by := range s.argumentsOf(g, "by") {
			s.resolveGroup(by)
			return s.owned(g, by.actor, false) // "air raids by the coalition"
		}
	}
	if g.index+1 >= len(s.groups) || s.groups[g.index] != g {
		return nil
	}
	v := s.groups[g.index+1]
	if v.kind != verbKind || !v.participle {
		return nil
	}
	switch v.lemma {
	case "fire", "launch", "drop", "shoot", "send", "fly", "operate", "man":
	default:
		return nil
	}
	for _, by := range s.argumentsOf(v, "by") {
		s.resolveGroup(by)
		if refs := s.owned(g, by.actor, false); len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// doerOfPurpose gives who is to do what an infinitive behind the noun group at left says: "the LNA's offensive to
// retake", "a Turkish operation to seize", "a campaign by the LNA to take".
func (s *sentence) doerOfPurpose(left int) *group {
	g := s.groups[left]
	switch {
	case left > 1 && s.groups[left-1].kind == prepKind && s.groups[left-1].lemma == "by" && (s.doc.reader.frames.event(s.groups[left-2].lemma) || s.intention(s.groups[left-2])):
		return g
	case g.kind != nounKind || !s.doc.reader.frames.event(g.lemma) && g.lemma != "attempt" && g.lemma != "bid" && g.lemma != "effort":
		return nil
	case g.possessor != nil:
		return g.possessor
	case len(g.names) > 0 && s.headName(g) == nil && s.doc.reader.classes.has("force", g.lemma):
		return g
	}
	return nil
}

// reigning lets heads of state of old stand for their states too: an article of today tells what they did in their day.
func (d *document) reigning(refs []ref) []ref {
	acting := make([]ref, len(refs))
	for i, r := range refs {
		if d.entity(r.id).Type == graph.Person && d.led(r.id) == "" {
			if ids := d.reader.dictionary.LedBy(r.id, ""); len(ids) > 0 && d.entity(ids[0]).IsState {
				r.id = ids[0]
				r = r.less(surePossessor)
			}
		}
		acting[i] = r
	}
	return acting
}

// rebelWord gives the word that makes rebels of a force: "opposition" in "opposition fighters", or empty.
func (s *sentence) rebelWord(g *group) string {
	if g.head == g.first || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "grouping") {
		return ""
	}
	switch word := s.lower[g.head-1]; word {
	case "rebel", "opposition", "insurgent", "guerrilla", "separatist":
		return word
	}
	return ""
}

// bareYear gives 1 where the token is a year behind a preposition, and so no part of the noun group that follows: "in 1999
// Ethiopian troops".
func (s *sentence) bareYear(i int) int {
	if _, ok := s.year(i); !ok || i == 0 || s.tokens[i-1].Tag != text.IN {
		return 0
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].Tag.IsNoun() && s.nameAt(i+1) == nil && s.tokens[i+1].Tag != text.NNS {
		return 0
	}
	return 1
}
