package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// recognise gives new names without a shape the one that the words beside them tell: who "said" something, "who" did, is 34
// or commands is a person; what a bracket gives initials for is a body, the one of the initials where they are known.
func (s *sentence) recognise() {
	s.findFactions()
	for i := range s.names {
		n := &s.names[i]
		if n.known() || n.shape != "" {
			continue
		}
		switch {
		case isShip(s.words[n.first]) && n.last-n.first > 1:
			n.shape, n.home = graph.Unit, flag(s.words[n.first])
		case s.classed(n) != "":
			n.shape = s.classed(n)
		case s.definedBody(n) != "":
			n.shape = s.definedBody(n)
		case s.banded(n):
			n.shape = graph.ArmedGroup
		case n.last-n.first < 2:
		case s.abbreviated(n):
			n.shape = graph.Organisation
		case n.last-n.first <= 4 && s.mayBePerson(n) && s.behaves(n):
			n.shape = graph.Person
		}
	}
}

// findFactions gives the name of a movement that broke apart the faction of the leader whom the words beside it name: "the SLM of
// Minni Minnawi", "the SLM led by Roe", "Roe's SLM".
func (s *sentence) findFactions() {
	for i := range s.names {
		n := &s.names[i]
		if !n.known() || n.senses[0].Entry.Type != graph.ArmedGroup && n.senses[0].Entry.Type != graph.Party {
			continue
		}
		leader := s.leaderBeside(n)
		if leader == nil {
			continue
		}
		for _, tie := range leader.Leads {
			led, ok := s.doc.reader.dictionary.Entry(tie.ID)
			if ok && tie.When.Covers(s.doc.day) && slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return strings.HasPrefix(sense.Entry.Name, undivided(led)) }) {
				n.senses = []actors.Sense{{Entry: led, Form: actors.Name}}
			}
		}
	}
}

// undivided gives the name that a movement had before it broke apart: the dictionary tells its factions by a bracket.
func undivided(e *actors.Entry) string {
	name, _, _ := strings.Cut(e.Name, " (")
	return name
}

// leaderBeside gives the person of the dictionary whom the words beside a name call its leader, or nil.
func (s *sentence) leaderBeside(n *name) *actors.Entry {
	person := s.nameBefore(n.first - 1)
	if n.first == 0 || s.tokens[n.first-1].Tag != text.POS {
		next := n.last
		if next < len(s.lower) && (s.lower[next] == "faction" || s.lower[next] == "wing" || s.lower[next] == "branch") {
			next++
		}
		switch {
		case next+1 >= len(s.lower):
			return nil
		case s.lower[next] == "of" || s.lower[next] == "under":
			next++
		case s.lower[next+1] == "by" && (s.lower[next] == "led" || s.lower[next] == "headed" || s.lower[next] == "commanded"):
			next += 2
		default:
			return nil
		}
		person = s.nameAt(next)
	}
	if person == nil || !person.known() || person.senses[0].Entry.Type != graph.Person {
		return nil
	}
	return person.senses[0].Entry
}

// calledBefore gives the token before a name that begins at the one given, over words that say that it is the name: "a militia called the
// Red Falcons", "a firm known as DroneWorks".
func (s *sentence) calledBefore(first int) int {
	the := first - 1
	if the >= 0 && s.lower[the] == "the" {
		the--
	}
	switch {
	case the < 1:
	case isNaming(s.lower[the]):
		return the - 1
	case the >= 2 && s.lower[the] == "as" && s.lower[the-1] == "known":
		return the - 2
	case the >= 3 && (s.lower[the] == "itself" || s.lower[the] == "themselves") && isNaming(s.lower[the-1]):
		if s.lower[the-2] == "that" || s.lower[the-2] == "which" {
			the--
		}
		return the - 2
	case s.tokens[the].Tag == text.Comma && the == first-1 && first+1 < len(s.tokens) && s.opensInsertion(first):
		return the - 1
	}
	return first - 1
}

// opensInsertion reports whether a name at the token stands alone between commas: "the new group, the Red Falcons, said".
func (s *sentence) opensInsertion(first int) bool {
	n := s.nameAt(first)
	return n != nil && n.last < len(s.tokens) && s.tokens[n.last].Tag == text.Comma && first > 1 && s.definiteAt(first-2)
}

// definiteAt reports whether the noun at the token has "the" before it, or before its adjectives.
func (s *sentence) definiteAt(i int) bool {
	for i--; i >= 0 && (s.tokens[i].Tag == text.JJ || s.tokens[i].Tag == text.NN); i-- {
	}
	return i >= 0 && s.lower[i] == "the"
}

// isNaming tells the verbs behind which a name stands.
func isNaming(word string) bool {
	switch word {
	case "called", "named", "dubbed", "calling", "calls", "call", "naming", "codenamed", "code-named", "nicknamed", "styling", "styled":
		return true
	}
	return false
}

// classed gives the type that a noun right before the name tells, "the Ukrainian company DroneWorks", or empty.
func (s *sentence) classed(n *name) graph.EntityType {
	at := s.calledBefore(n.first)
	if at < 0 || s.capitalised(at) || s.tokens[at].Tag != text.NN {
		return ""
	}
	switch s.lower[at] {
	case "company", "firm", "contractor", "manufacturer", "maker", "startup", "giant":
		return graph.Company
	case "group", "militia", "movement", "faction", "brigade", "battalion":
		return graph.ArmedGroup
	case "party":
		return graph.Party
	case "ngo", "charity", "watchdog", "think-tank", "agency":
		return graph.Organisation
	case "warship", "destroyer", "frigate", "cruiser", "corvette", "submarine":
		return graph.Unit
	}
	return ""
}

// banded reports whether a plural name behind "the" is that of armed people: "the Red Falcons, a militia", "the Red Falcons
// attacked", "rebels of the Red Falcons", "the paramilitary Red Falcons"; or quotes make a name before a word for them.
func (s *sentence) banded(n *name) bool {
	classes := s.doc.reader.classes
	next := n.last
	if next+1 < len(s.tokens) && s.tokens[next].Tag == text.CloseQuote && n.first > 0 && s.tokens[n.first-1].Tag == text.OpenQuote {
		return classes.has("grouping", s.lemma(next+1)) // the "Kivu Eagles" militia
	}
	if n.first == 0 || n.last-n.first < 2 || !strings.HasSuffix(s.lower[n.last-1], "s") || s.personal(n.first, n.last) ||
		classes.any(text.Lemma(s.lower[n.last-1], text.NNS), "place", "landform") {
		return false
	}
	the := n.first - 1
	switch s.lower[the] {
	case "paramilitary", "rebel", "militant", "separatist", "jihadist", "insurgent", "guerrilla", "islamist":
		return true
	case "the":
	default:
		return false
	}
	if the > 1 && s.lower[the-1] == "of" && classes.any(s.lemma(the-2), "nationals", "rebels") {
		return true
	}
	if next+2 < len(s.tokens) && s.tokens[next].Tag == text.Comma && s.tokens[next+1].Tag == text.DT {
		for k := next + 2; k < len(s.tokens) && k < next+6; k++ {
			if classes.has("grouping", s.lemma(k)) {
				return true
			}
		}
		return false
	}
	if next+1 < len(s.tokens) && s.tokens[next].Tag.IsVerb() && s.tokens[next+1].Tag != text.IN {
		for _, t := range s.doc.reader.frames.verbs[text.Lemma(s.lower[next], s.tokens[next].Tag)] {
			switch t.frame.relation {
			case graph.Attacked, graph.Captured, graph.Fights, graph.WithdrewFrom:
				return true
			}
		}
	}
	return false
}

// isShip tells the letters before the name of a navy's ship.
func isShip(word string) bool {
	switch word {
	case "USS", "HMS", "HMAS", "HMCS", "INS", "RFA", "USNS", "BRP", "ROKS", "TCG", "ARA", "HNLMS", "HDMS":
		return true
	}
	return false
}

// surnamed reports whether an unknown name's word stands at the token: the second surname of a known person.
func (s *sentence) surnamed(i int) bool { return s.surname(i) && !s.continues(i+1) }

// abbreviated reports whether a bracket behind the name gives its initials.
func (s *sentence) abbreviated(n *name) bool {
	if n.last+2 >= len(s.tokens) || s.tokens[n.last].Tag != text.OpenBracket || s.tokens[n.last+2].Tag != text.CloseBracket {
		return false
	}
	acronym := s.words[n.last+1]
	return isAcronym(acronym) && len(acronym) > 2 && initials(s.text(n.first, n.last)) == acronym
}

// behaves reports whether the words beside the name are those of a person.
func (s *sentence) behaves(n *name) bool {
	if n.first > 0 {
		switch s.lower[n.first-1] {
		case "the", "a", "an", "of", "in", "at", "near":
			return false
		}
	}
	if n.first > 1 && s.lower[n.first-1] == "by" && s.doc.reader.classes.has("headed", s.lower[n.first-2]) {
		return true // "led by Zyx Abece"
	}
	if n.first > 1 && s.lower[n.first-1] == "under" && s.doc.reader.classes.any(text.Lemma(s.lower[n.first-2], text.NNS), "force", "rebels", "grouping") {
		return true // "a faction under Zyx Abece"
	}
	next := n.last
	if next+2 < len(s.tokens) && s.lower[next] == "of" && n.last-n.first > 1 {
		if body := s.nameAt(next + 1); body != nil && body.known() && !body.senses[0].Entry.IsPlace() && !body.senses[0].Entry.IsState {
			next = body.last // "Zyx Abece of Hamas told"
		}
	}
	if next < len(s.tokens) && s.tokens[next].Tag == text.Comma {
		next++
		if next < len(s.tokens) && (s.lower[next] == "who" || s.lower[next] == "whom" || s.age(next)) {
			return true
		}
		return false
	}
	if next >= len(s.tokens) || s.tokens[next].Tag != text.VBD && s.tokens[next].Tag != text.VBZ {
		return false
	}
	return s.doc.reader.classes.has("speak", text.Lemma(s.lower[next], s.tokens[next].Tag))
}

// age reports whether a number between commas stands at the token: ", 34,".
func (s *sentence) age(i int) bool {
	return len(s.words[i]) == 2 && strings.Trim(s.words[i], "0123456789") == "" && i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.Comma
}

// flag gives the state whose ships alone bear the letters before their name, or nothing.
func flag(letters string) graph.ID {
	switch letters {
	case "USS", "USNS", "USCGC":
		return "United_States"
	case "HMS", "RFA":
		return "United_Kingdom"
	case "HMAS":
		return "Australia"
	case "HMCS":
		return "Canada"
	}
	return ""
}

// heads gives those whom a rule makes the heads of a body and whom nothing else tells for persons: "Zyx Abecedo and Abe Cedoxy
// commanded the Eagles Front".
func (s *sentence) heads(f *frame, anchor *group) filler {
	for _, sl := range f.subject {
		if sl.guard != "person" || sl.inner != "" {
			continue
		}
		for _, g := range s.roleGroups(sl.role, anchor) {
			var refs []ref
			for _, part := range s.conjunctsOf(g) {
				if s.tokens[part.first].Tag != text.DT { // "the Red Crescent led"
					refs = append(refs, s.stranger(part)...)
				}
			}
			if len(refs) > 0 {
				return filler{g, refs}
			}
		}
	}
	return filler{}
}

// fromSomewhere reports whether the run is a fighter's name that tells his child and where he comes from: "Abu Omar al-Homsi".
func (s *sentence) fromSomewhere(first, last int) bool {
	return (s.words[first] == "Abu" || s.words[first] == "Abou") && last == first+5 && s.tokens[first+3].Tag == text.HYPH && s.arabicArticle(first+2)
}

// syllable reports whether the word behind a hyphen is the small second half of a Korean or Chinese first name: "Park Sang-ho".
func (s *sentence) syllable(first, at int) bool {
	if at >= len(s.tokens) || at < first+3 || s.tokens[at-1].Tag != text.HYPH || len(s.words[at]) > 4 || !isSmall(s.words[at]) || !s.capitalised(at-2) {
		return false
	}
	switch s.words[at] {
	case "led", "held", "run", "born", "made", "era", "wide", "like", "type", "bred", "only", "free":
		return false
	}
	return (at+1 >= len(s.tokens) || !s.tokens[at+1].Tag.IsNoun())
}

// otherPerson reads the name of somebody whose first names are another's whole name: "Juan Carlos Zyxab Abece" is not Juan Carlos.
func (s *sentence) otherPerson(known name) (name, bool) {
	if known.last-known.first < 2 || known.senses[0].Entry.Type != graph.Person || !s.surname(known.last) || !s.surname(known.last+1) {
		return name{}, false
	}
	return name{first: known.first, last: known.last + 2, shape: graph.Person}, true
}

// surname reports whether an unknown name's word stands at the token.
func (s *sentence) surname(i int) bool {
	if i >= len(s.tokens) || !s.capitalised(i) || !s.tokens[i].Tag.IsName() || s.titled(i) || s.organisation(i) != "" || isAcronym(s.words[i]) || s.capitals || s.headline {
		return false
	}
	n, _ := s.doc.reader.matcher.Longest(s.words, i)
	return n == 0
}

// forename reports whether the word at i is the first name of somebody of whose other names the dictionary knows one, of n words, for
// another person's, for a town's or for a state's: "Michael Jordan".
func (s *sentence) forename(i, n int, known actors.Sense) bool {
	if !s.doc.reader.given.has(s.words[i]) || known.Form != actors.Name {
		return false
	}
	if known.Entry.IsState {
		return n == 1 && s.doc.reader.classes.has("namesake", s.lower[i+1])
	}
	next := i + 1
	if known.Entry.Type == graph.Person {
		return n > 1 && (s.words[next] == "Abu" || s.words[next] == "Abou" || s.words[next] == "Ben" || s.words[next] == "Bin" || s.words[next] == "Ibn")
	}
	return n == 1 && known.Entry.IsPlace() && next+1 < len(s.tokens) && s.capitalised(next+1) && s.tokens[next+1].Tag.IsName() && s.doc.reader.given.has(s.words[next+1])
}

// hyphenated lets the name of a unit or another body begin with the place that a hyphen joins to it: "the Sarajevo-Romanija Corps".
func (s *sentence) hyphenated(found name) name {
	n, hyphen := len(s.names), found.first-1
	if n == 0 || hyphen < 1 || s.tokens[hyphen].Tag != text.HYPH || s.tokens[hyphen].End != s.tokens[found.first].Start || s.names[n-1].last != hyphen {
		return found
	}
	if found.shape == "" || found.shape == graph.Person || found.shape == graph.Place || !s.names[n-1].known() || !s.names[n-1].senses[0].Entry.IsPlace() {
		return found
	}
	found.first = s.names[n-1].first
	s.names = s.names[:n-1]
	return found
}
