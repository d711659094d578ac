package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// fewestWords is how long a text without commas has to be before that says that a feed stripped them.
const fewestWords = 60

// lostCommas reports whether the copy has none at all. Feeds that strip them leave "Zabadani the last town in the area",
// "in Aleppo a monitor said", "Iran Iraq and Turkey".
func lostCommas(t string) bool {
	return !strings.Contains(t, ",") && hasFewestWords(t)
}

// hasFewestWords reports whether the text is long enough for that.
func hasFewestWords(t string) bool {
	words := 0
	for range strings.FieldsSeq(t) {
		if words++; words == fewestWords {
			return true
		}
	}
	return false
}

// restoreCommas gives the tokens of the sentence with commas where a first look at its groups shows that they are missing:
// between noun groups that stand side by side. They stand for no letter of the text.
func (s *sentence) restoreCommas() []text.Token {
	look := &sentence{doc: s.doc, index: s.index, tokens: slices.Clone(s.tokens), start: s.start, end: s.end, title: s.title}
	look.prepare(s.title)
	s.doc.reader.tagger.Tag(look.tokens)
	tagHyphens(look.tokens)
	tagged := slices.Clone(look.tokens)
	look.findNames()
	look.indexNames()
	look.correctTags()
	look.chunk()
	missing := make([]bool, len(look.tokens)+1)
	for i, g := range look.groups {
		switch {
		case g.kind == verbKind && look.goesOnTold(i):
			missing[look.groups[i-2].first], missing[g.first] = true, true
		case g.kind == nounKind && i > 0 && look.groups[i-1].kind == nounKind && look.groups[i-1].last == g.first && !look.takesTwo(i-1) && !look.isLateObject(i):
			missing[g.first] = true
		case g.kind == relKind && g.lemma == "which" && i > 0 && look.groups[i-1].kind == nounKind:
			missing[g.first] = true // "the town which rebels hold"
		case g.kind == verbKind && i > 0 && look.groups[i-1].kind == nounKind && (look.comesOf(i) || look.closesSpeech(i)):
			missing[g.first] = true
		}
		if g.kind == nounKind {
			look.splitNoun(g, missing)
			look.splitPlaces(g, missing)
		}
	}
	look.splitClauses(missing)
	if !slices.Contains(missing, true) {
		if leading(look.words) == 0 {
			s.looked = true // so that tags need not be looked for again
			return tagged
		}
		return s.tokens
	}
	restored := make([]text.Token, 0, len(s.tokens)+4)
	for i, t := range s.tokens {
		if missing[i] && i > 0 {
			comma := text.Token{Text: ","}
			comma.Start, comma.End = s.tokens[i-1].End, s.tokens[i-1].End
			restored = append(restored, comma)
		}
		restored = append(restored, t)
	}
	return restored
}

// comesOf reports whether the gerund at i tells what came of the clause before, not what the noun before it does: "shelled the town
// killing ten", "broke the truce shelling Jobar", but not "killed militants attacking Jobar".
func (s *sentence) comesOf(i int) bool {
	g, before, classes := s.groups[i], s.groups[i-1], s.doc.reader.classes
	if !g.gerund || classes.has("outcome", g.lemma) {
		return g.gerund
	}
	if len(s.doc.reader.frames.verbs[g.lemma]) == 0 || i+1 >= len(s.groups) || s.groups[i+1].kind != nounKind || s.lower[g.first] == "including" || s.groups[i+1].first != g.last {
		return false
	}
	return !before.pronoun && (s.headName(before) == nil || s.isPlaceName(s.headName(before))) && !classes.any(before.lemma, "force", "nationals", "rebels", "grouping", "hunted", "officials", "leader", "member", "government", "deed", "writ", "plan")
}

// goesOnTold reports whether the gerund at i goes on with a clause behind who tells it: "carried out nine strikes the Pentagon said
// hitting two bunkers".
func (s *sentence) goesOnTold(i int) bool {
	if i < 4 || !s.groups[i].gerund || s.groups[i].first != s.groups[i-1].last {
		return false
	}
	said, who := s.groups[i-1], s.groups[i-2]
	return said.kind == verbKind && said.finite && (said.lemma == "say" || said.lemma == "report" || said.lemma == "add") && who.kind == nounKind && s.groups[i-3].kind == nounKind
}

// splitOpening cuts the place of an opening phrase from the subject that runs into it: "In Daraa army units shelled".
func (s *sentence) splitOpening() {
	for i := 0; i+2 < len(s.groups); i++ {
		p, g, v := s.groups[i], s.groups[i+1], s.groups[i+2]
		if i == 0 && p.lemma == "in" && g.kind == nounKind && (v.kind == verbKind && v.finite && g.head > g.first+2 && s.nameAt(g.first+2) != nil || g.head == g.first+2 && s.doc.reader.classes.any(g.lemma, "force", "rebels", "hunted")) && s.lower[g.first] == "the" && isQuarter(s.lower[g.first+1]) {
			if rest := s.nounAt(g.first + 2); rest != nil && rest.last == g.last {
				scene := &group{kind: nounKind, first: g.first, last: g.first + 2, head: g.first + 1, lemma: s.lower[g.first+1], nounGroup: nounGroup{definite: true}}
				s.groups = slices.Concat(s.groups[:1], []*group{scene, rest}, s.groups[2:])
			}
			continue // "In the south Chadian rebels attacked"
		}
		if p.kind != prepKind || !isLocative(p.lemma) || !s.opening(i) || g.kind != nounKind || v.kind != verbKind || len(g.names) == 0 {
			continue
		}
		n := &s.names[g.names[0]]
		first, last := n.first, n.last
		if first == g.first+1 && s.lower[g.first] == "the" {
			first = g.first // "in the Bakhmut sector Ukrainian troops beat off"
		}
		for last < g.head && (s.doc.reader.classes.has("place", s.lower[last]) || s.lower[last] == "sector") {
			last++
		}
		if first != g.first || last > g.head || first < n.first && last == n.last || !v.finite && !s.pastForm(v) || !s.isPlaceName(n) && !s.land(n) || !s.doc.reader.classes.any(g.lemma, "force", "rebels", "nationals", "grouping", "government") {
			continue
		}
		rest := s.nounAt(last)
		if rest == nil || rest.last != g.last || (i > 0 || last > n.last) && len(rest.names) == 0 && !s.precededBy(rest, "army", "government", "regime", "rebel") {
			continue
		}
		scene := &group{kind: nounKind, first: first, last: last, head: last - 1, lemma: s.lemma(last - 1), nounGroup: nounGroup{names: g.names[:1]}}
		s.groups = slices.Concat(s.groups[:i+1], []*group{scene, rest}, s.groups[i+2:])
	}
}

// takesTwo reports whether the noun group at i is the first of two objects: "gave Hezbollah weapons", "called Chad an ally".
func (s *sentence) takesTwo(i int) bool {
	if i == 0 || s.groups[i-1].kind != verbKind {
		return false
	}
	classes := s.doc.reader.classes
	lemma := s.groups[i-1].lemma
	return classes.any(lemma, "give", "appoint", "say") && lemma != "say" || lemma == "call" || lemma == "consider" || lemma == "label" || lemma == "designate"
}

// closesSpeech reports whether the verb at i and the noun group behind it tell at the end of the sentence who says what stands
// before: "the toll could rise says the monitor".
func (s *sentence) closesSpeech(i int) bool {
	if !s.groups[i].finite || !s.doc.reader.classes.has("say", s.groups[i].lemma) || i+1 >= len(s.groups) || s.groups[i+1].kind != nounKind {
		return false
	}
	return i+2 == len(s.groups) || s.groups[i+2].kind == stopKind || s.groups[i+2].kind == bracketKind
}

// splitNoun marks where two names, or a day and what follows, run together inside a noun group: "Iran Iraq and Turkey",
// "on Sunday rebels".
func (s *sentence) splitNoun(g *group, missing []bool) {
	for _, part := range s.conjunctsOf(g) {
		for i := part.first; i+1 < part.last; i++ {
			if isDay(s.lower[i]) && s.nameAt(i) == nil {
				missing[i+1] = true
			}
			if n := s.nameBefore(i + 1); n != nil && s.isPlaceName(n) && n.first > part.first && s.doc.reader.classes.has("place", s.lower[n.first-1]) && s.nameAt(i+1) == nil && !s.doc.reader.classes.has("place", s.lower[i+1]) {
				missing[i+1] = true // "south of the port Benghazi government troops"
			}
			if s.actsThere(i+1, part) || s.beginsActor(i+1) || s.citedAhead(i+1, part) {
				missing[i+1] = true
			}
			if n := s.nameBefore(i + 1); n != nil && n.first == 0 && s.isPlaceName(n) && s.beginsSide(i+1) {
				missing[i+1] = true // "Beirut Rebels drove"
			}
			if s.citedBehind(i+1) || s.officeBehind(i+1) {
				missing[i+1] = true
			}
			before, next := s.nameBefore(i+1), s.nameAt(i+1)
			if before != nil && next != nil && before.known() && next.known() && !before.adjectival() && !next.adjectival() && !before.has(actors.Adjective) {
				missing[i+1] = true
			}
			if before != nil && next != nil && !next.known() && next.shape == "" && s.opensPlaces(before) {
				missing[i+1] = true // "the villages of Zitan Humayra and Khalsa"
			}
		}
	}
}

// beginsActor reports whether somebody's name begins at the token, behind a noun that tells nothing of him: "battling for survival
// Daesh controls", but not "the terrorist group Hezbollah".
func (s *sentence) beginsActor(i int) bool {
	n := s.nameAt(i)
	if n == nil || !n.known() || n.adjectival() || s.isPlaceName(n) || n.has(actors.Adjective) || s.capitalised(i-1) || s.tokens[i-1].Tag != text.NN || n.senses[0].Entry.IsState || n.senses[0].Entry.Type == graph.Person {
		return false
	}
	return n.last < len(s.tokens) && s.tokens[n.last].Tag.IsVerb() &&
		!s.doc.reader.classes.any(s.lower[i-1], "grouping", "force", "friend", "partner", "hunted", "member", "leader", "denotes", "organisation", "media", "place", "government", "rebels")
}

// citedAhead reports whether those whom "according to" cites end before the token, in what looks like one noun group: "According to the
// source militants shelled".
func (s *sentence) citedAhead(i int, part *group) bool {
	if part.first == 0 || i <= part.first+1 || s.lower[part.first-1] != "to" || part.first < 2 || s.lower[part.first-2] != "according" {
		return false
	}
	switch s.lower[i-1] {
	case "source", "sources", "report", "reports", "statement", "monitor", "observatory", "agency", "activists", "witnesses", "residents", "officials", "medics":
		return s.tokens[i].Tag == text.NNS || s.nameAt(i) != nil || i+1 < part.last && s.tokens[part.last-1].Tag == text.NNS
	}
	return false
}

// actsThere reports whether those who do something at a place begin at the token, right behind it in what looks like one noun group:
// "In the province of Aleppo Syrian soldiers", "In Iraq Coalition forces", "north of Hama regime warplanes".
func (s *sentence) actsThere(i int, part *group) bool {
	classes := s.doc.reader.classes
	last := i
	for last > part.first+1 && !s.capitalised(last-1) && classes.has("place", s.lower[last-1]) {
		last-- // "In Aleppo province Syrian soldiers"
	}
	n := s.nameBefore(last)
	if n == nil || !s.isPlaceName(n) && !s.land(n) || n.adjectival() || n.first == 0 || s.tokens[n.first-1].Tag != text.IN {
		return false
	}
	head := part.last - 1
	if !classes.any(s.lemma(head), "force", "rebels", "nationals", "hunted") {
		return false
	}
	if next := s.nameAt(i); next != nil {
		return next.last <= head && next.known() && (next.adjectival() || next.has(actors.Adjective))
	}
	switch s.lower[i] {
	case "coalition", "army", "regime", "government", "rebel", "security", "allied", "loyalist", "opposition", "pro-government":
		return i < head
	}
	return false
}

// opensPlaces reports whether the name is the first of several places: "the villages of Zitan".
func (s *sentence) opensPlaces(n *name) bool {
	return n.first > 1 && s.lower[n.first-1] == "of" && s.tokens[n.first-2].Tag == text.NNS && s.doc.reader.classes.has("place", s.lemma(n.first-2))
}

// citedBehind reports whether those whom the clause before cites begin at the token, inside what looks like one noun group:
// "fighting with insurgents activists said", "on the border Daily Sabah reported.".
func (s *sentence) citedBehind(i int) bool {
	classes := s.doc.reader.classes
	before, source := s.tokens[i-1].Tag, s.sourceAt(i)
	if n := s.nameBefore(i); n != nil && source > i+1 && s.isPlaceName(n) && !n.adjectival() {
		return source < len(s.tokens) && s.tokens[source].Tag == text.VBD && s.doc.reader.reports(text.Lemma(s.lower[source], text.VBD)) // "in Douma rescue workers said"
	}
	if n := s.nameBefore(i - 1); before == text.NN && n != nil && classes.has("place", s.lower[i-1]) && !n.adjectival() {
		before = text.NNS // "in Baghlan province officials said"
	}
	if before != text.NNS && before != text.NN || s.capitalised(i-1) || classes.any(s.lemma(i-1), "title", "leader", "member", "grouping", "officials") {
		return false
	}
	last := i + 1
	if n := s.nameAt(i); n != nil && !n.adjectival() {
		last = n.last
	} else if n == nil && source > i+1 {
		last = source // "with insurgents medical sources said"
	} else if n != nil || before != text.NNS || s.tokens[i].Tag != text.NNS || !classes.any(s.lemma(i), "officials", "onlooker") {
		return false
	}
	if last >= len(s.tokens) || s.tokens[last].Tag != text.VBD || !s.doc.reader.reports(text.Lemma(s.lower[last], text.VBD)) {
		return false
	}
	return last+1 >= len(s.tokens) || s.tokens[last+1].Tag == text.Period || s.tokens[last+1].Tag == text.IN || isDay(s.lower[last+1])
}

// sourceAt gives the end of words such as "rescue workers" or "medical sources", by whom agencies know what they tell, or the token.
func (s *sentence) sourceAt(i int) int {
	for k := i; k < i+3 && k < len(s.tokens) && !s.capitalised(k); k++ {
		switch tag := s.tokens[k].Tag; {
		case tag == text.NNS && k > i && s.doc.reader.classes.any(s.lemma(k), "officials", "onlooker"):
			return k + 1
		case tag != text.NN && tag != text.JJ:
			return i
		}
	}
	return i
}

// officeBehind reports whether an office that describes the person named right before begins at the token: "Hassan Abboud leader
// of the group", "Hamza Roe the group's military spokesman", "Salih Roe former co-chair of the party".
func (s *sentence) officeBehind(i int) bool {
	n := s.nameBefore(i)
	if n == nil || i+1 >= len(s.tokens) || n.last-n.first < 2 || s.tokens[i].Tag != text.NN && s.tokens[i].Tag != text.JJ {
		return false
	}
	if n.known() || n.shape != "" && n.shape != graph.Person {
		return false
	}
	for last := i; last < i+3 && last+1 < len(s.tokens); last++ {
		switch {
		case s.capitalised(last):
			return false
		case s.doc.reader.classes.any(s.lower[last], "leader", "member"):
			return s.lower[last+1] == "of" || s.lower[last+1] == "for" || s.lower[last+1] == "at" || s.lower[last+1] == "in"
		case s.tokens[last].Tag != text.NN && s.tokens[last].Tag != text.JJ:
			return false
		}
	}
	return false
}

// opening reports whether nothing but words for when and where stand before the preposition at i in its sentence.
func (s *sentence) opening(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case stopKind:
			return true
		case adverbKind, commaKind, prepKind:
		case nounKind:
			if len(g.names) > 0 || g.lemma != "date" && !isQuarter(g.lemma) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
