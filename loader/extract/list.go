package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// coordinate joins noun groups of one sort into lists: "Russia, Egypt and the United Arab Emirates".
func (s *sentence) coordinate() {
	out := s.doc.arena.pass()
	for i := 0; i < len(s.groups); i++ {
		g := s.groups[i]
		if g.kind != nounKind || g.conjuncts != nil {
			out = append(out, g)
			continue
		}
		end := s.listEnd(i)
		if end == i {
			out = append(out, g)
			continue
		}
		list := s.doc.arena.newGroup()
		*list = *g
		for k := i; k <= end; k++ {
			if s.groups[k].kind == nounKind && !s.inAside(k) {
				list.conjuncts = append(list.conjuncts, s.groups[k])
			}
		}
		if where := s.siteAt(end); where != nil && s.headName(g) != nil && s.isPlaceOrState(g) {
			list.conjuncts[len(list.conjuncts)-1].of = where // "Sake and the air base at Goma"
			end += 2
		}
		list.last, list.plural = s.groups[end].last, true
		out = append(out, list)
		i = end
	}
	s.regroup(out)
}

// listEnd gives the index of the last noun group of the list that begins at i, or i.
func (s *sentence) listEnd(i int) int {
	if i > 1 && s.groups[i-1].lemma == "to" && s.groups[i-2].lemma == "loyal" {
		return i // "forces loyal to X and forces loyal to Y"
	}
	if i > 0 && s.sideMark(i-1, "one") {
		return i // "between X on one hand, and Y on the other"
	}
	end, k, joined := i, i, false
	for k+2 < len(s.groups) {
		if s.groups[k+1].kind == conjKind && s.menOfEach(i, k+2) {
			break // "between members of X and fighters of Y"
		}
		next, isAnd := s.nextItem(i, k)
		if joined && !isAnd && s.describesList(i, k+2) || !s.fitsList(i, k, next, isAnd) || isAnd && s.listStops(i, k, next, joined) {
			break
		}
		k = next
		if isAnd {
			end, joined = k, true
			if s.isLastItem(next) {
				break
			}
		}
	}
	if !joined && k > i && i > 0 && s.groups[i-1].kind == bracketKind && s.groups[i-1].lemma == "(" && s.groups[k+1].kind == bracketKind {
		return k // "(Chad, Niger, Mali)"
	}
	if !joined || s.endsOpening(i, end) {
		return i
	}
	return end
}

// nextItem tells where the item of the list from i would stand that follows the one at k, and whether a word such as "and" joins it.
func (s *sentence) nextItem(i, k int) (next int, isAnd bool) {
	sep := s.groups[k+1]
	next = k + 2
	isAnd = sep.kind == conjKind && sep.lemma != "but" || s.includesToo(i, k+1)
	adverbAt := func(at int) bool { return at+1 < len(s.groups) && s.groups[at].kind == adverbKind }
	switch {
	case sep.kind == commaKind && s.groups[next].kind == conjKind && s.groups[next].lemma != "but":
		isAnd = true
		next++
	case sep.kind == conjKind && sep.lemma == "but" && k == i && s.groups[i].first > 1 && s.besides(s.groups[i].first-2):
		isAnd = true // "not only A but also B"
		if s.groups[next].kind == adverbKind {
			next++
		}
	case !isAnd && sep.kind == commaKind && adverbAt(next) && s.groups[next].lemma == "then" && s.namesBoth(i, next+1):
		isAnd = true // "took Fada, then Bardaï"
		next++
	}
	if isAnd {
		if adverbAt(next) && s.groups[next+1].kind == nounKind && isAfterwards(s.groups[next].lemma) {
			next++ // "armed A and later B"
		}
		next = s.behindAside(next)
	}
	return next + s.repeats(i, next), isAnd
}

// describesList reports whether what stands at next, behind a comma and an item with "and", goes on about the list rather than with it: "the
// presidents of A, B and C, Roe, Doe and Poe", "Backed by A and B, C and D entered".
func (s *sentence) describesList(i, next int) bool {
	if n := s.headName(s.groups[next]); n != nil && s.isPlaceOrState(s.groups[i]) && s.person(n) {
		return true
	}
	return s.opensParticiple(i) || s.completesOpening(i)
}

// fitsList reports whether the item at next may be one of the list from i, by what separates it from the one at k and by its sort.
func (s *sentence) fitsList(i, k, next int, isAnd bool) bool {
	sep := s.groups[k+1]
	if !isAnd && (sep.kind != commaKind || isDash(sep.lemma) || k == i && s.opensRoster(i)) || next >= len(s.groups) {
		return false
	}
	item := s.groups[next]
	if !s.alike(s.groups[i], item) && !(isAnd && k == i && sep.kind == conjKind && s.twoSubjects(i, next)) {
		return false
	}
	return i == 0 || !isLocative(s.groups[i-1].lemma) || !s.isPlaceOrState(s.groups[i]) || s.headName(item) != nil ||
		s.doc.reader.classes.has("place", item.lemma) || s.realmOf(item) != nil // not "in Yemen, and Shia militias"
}

// isLastItem reports whether the item with "and" ends its list, as most do: not where a comma follows, or "and" behind somebody's own.
func (s *sentence) isLastItem(k int) bool {
	item := s.groups[k]
	own := isPossessive(s.lower[item.first])
	if own && item.plural && s.doc.reader.classes.any(item.lemma, "others", "retinue") {
		return true // "Iran and its allies, Hezbollah and the Houthis"
	}
	return k+1 < len(s.groups) && s.groups[k+1].kind != commaKind && !(s.groups[k+1].kind == conjKind && own)
}

// listStops reports whether what stands behind the "and" that follows the group at k is no further item of the list that begins at i, but a
// clause or a phrase of its own. joined tells that the list has an "and" before.
func (s *sentence) listStops(i, k, next int, joined bool) bool {
	comma := s.groups[k+1].kind == commaKind
	if (k == i || joined) && comma && (s.closes(i) || s.openBetween(i)) {
		return true // "between the settlers, backed by A, and B"
	}
	if next+1 < len(s.groups) && s.groups[next+1].lemma == "by" && i > 0 && s.groups[i-1].lemma == "by" {
		return true // "backed by A and B by C"
	}
	if s.verbless(i, next) || next+1 < len(s.groups) && s.groups[next+1].restored() {
		return true
	}
	if k > i {
		return joined && s.opensClause(i, next) // "armed A and B, and C hosted D"
	}
	switch {
	case s.nextDeed(i, next), s.nextBidden(i, next), s.scenes(i, next), s.countsTwo(s.groups[next]), s.nextOfficer(i, next), s.opensClause(i, next):
		return true // "fights rebel groups and both sides were attacked"
	case !comma:
		return isPossessive(s.lower[s.groups[next].first]) && s.beginsOwn(i, next)
	case i > 1 && s.groups[i-1].lemma == "by" && s.groups[i-2].kind == verbKind && next+1 < len(s.groups) && s.groups[next+1].kind == verbKind && s.groups[next+1].finite:
		return true // "against rebels armed by A, and B's troops landed"
	}
	// "Chad's president, Roe, and his foreign minister, Doe"
	return s.endsRelative(i) || s.nextHolder(i, next) || s.inserts(i, next) || s.insertsPhrase(i, next) || s.beginsOwn(i, next)
}

// namesBoth reports whether two noun groups are names.
func (s *sentence) namesBoth(i, k int) bool {
	return s.groups[k].kind == nounKind && s.headName(s.groups[i]) != nil && s.headName(s.groups[k]) != nil && (k+1 >= len(s.groups) || s.groups[k+1].kind != verbKind || !s.groups[k+1].finite)
}

// opensParticiple reports whether the noun group at i stands in the participial phrase that opens the sentence: "Backed by A".
func (s *sentence) opensParticiple(i int) bool {
	return i > 1 && s.groups[i-1].kind == prepKind && s.groups[i-2].kind == verbKind && !s.groups[i-2].finite && (i == 2 || s.groups[i-3].kind == stopKind || s.groups[i-3].kind == quoteKind)
}

// includesToo reports whether "as well as" at k joins two names in one phrase or object: "from A as well as from B", "took A as
// well as B". What it adds to a subject stands apart.
func (s *sentence) includesToo(i, k int) bool {
	if s.groups[k].lemma != "as_well_as" || i == 0 || s.groups[i-1].kind != prepKind && s.groups[i-1].kind != verbKind {
		return false
	}
	next := k + 1
	next += s.repeats(i, next)
	return next < len(s.groups) && s.groups[next].kind == nounKind && s.headName(s.groups[i]) != nil && s.headName(s.groups[next]) != nil
}

// repeats gives how many groups to skip where the preposition before the noun group at i stands at next once more, if need be
// behind an adverb: "by A and by B", "first by A and then by B".
func (s *sentence) repeats(i, next int) int {
	skip := 1
	if next < len(s.groups) && s.groups[next].kind == adverbKind && isAfterwards(s.groups[next].lemma) {
		skip++
	}
	at := next + skip
	if i == 0 || at >= len(s.groups) || s.groups[at-1].kind != prepKind || s.groups[i-1].kind != prepKind || s.groups[at-1].lemma != s.groups[i-1].lemma {
		return 0
	}
	a, b := s.groups[i], s.groups[at]
	if b.kind != nounKind || s.headName(a) == nil || s.headName(b) == nil {
		return 0
	}
	return skip
}

// isAfterwards tells the adverbs that may stand before the last of a list: "armed A and later B".
func isAfterwards(adverb string) bool {
	switch adverb {
	case "later", "then", "subsequently", "eventually", "afterwards", "also", "possibly", "perhaps", "reportedly", "allegedly", "finally", "briefly", "previously", "formerly", "now", "especially", "particularly", "initially", "sometimes", "nearby":
		return true
	}
	return false
}

// endsRelative reports whether the noun group ends a clause that a comma and "which" open, which the next comma ends: "A, which was
// backed by B, and C".
func (s *sentence) endsRelative(i int) bool {
	return i > 3 && s.groups[i-1].kind == prepKind && s.groups[i-2].kind == verbKind && s.groups[i-3].kind == relKind && s.groups[i-4].kind == commaKind
}

// nextOfficer reports whether the noun group at i is the body of which somebody holds an office, and the one at next is another
// person, "Roe, head of the Freedom Party and Doe, founder of the Green Front", or the other way round: "the Freedom Party of Roe and
// the Green Front".
func (s *sentence) nextOfficer(i, next int) bool {
	if i < 2 || s.groups[i-1].kind != prepKind {
		return false
	}
	body, person := s.headName(s.groups[i]), s.headName(s.groups[next])
	if body == nil && person != nil && s.groups[i-1].lemma == "as" && s.person(person) && next+1 < len(s.groups) && s.groups[next+1].lemma == "as" {
		return true // "with Roe as president and Doe as premier"
	}
	if i > 2 && body != nil && person != nil && s.groups[i-1].lemma == "by" && s.person(body) && !s.person(person) {
		v := s.groups[i-2]
		return v.kind == verbKind && (v.lemma == "lead" || v.lemma == "head" || v.lemma == "command") && s.headName(s.groups[i-3]) != nil
	}
	if s.groups[i-2].kind != nounKind {
		return false
	}
	if prep := s.groups[i-1].lemma; body != nil && person != nil && (prep == "of" || prep == "under") && s.person(body) && !s.person(person) {
		led := s.headName(s.groups[i-2])
		return led != nil && !s.person(led) && !s.isPlaceName(led) && !s.isPlaceName(person)
	}
	return !s.groups[i-2].plural && body != nil && person != nil && s.person(person) && !s.person(body) && s.doc.reader.classes.any(s.officeOf(s.groups[i-2]).lemma, "leader", "member")
}

// verbless reports whether the noun group behind an "and" is the subject of a clause that leaves out its verb: "Rwanda backs
// the rebels and Burundi the Congolese army".
func (s *sentence) verbless(i, next int) bool {
	if i == 0 || s.groups[i-1].kind != verbKind || next+1 >= len(s.groups) || s.headName(s.groups[next]) == nil {
		return false
	}
	object := s.groups[next+1]
	return object.kind == nounKind && object.first == s.groups[next].last && (len(object.names) > 0 || object.possessor != nil || isPossessive(s.lower[object.first]) || s.tokens[object.first].Tag == text.DT)
}

// twoSubjects reports whether the noun groups at i and next, joined by an "and", begin a clause whose verb follows, so that
// both are its subject however unlike they are.
func (s *sentence) twoSubjects(i, next int) bool {
	a, b := s.groups[i], s.groups[next]
	if i > 0 && s.groups[i-1].kind != stopKind && s.groups[i-1].kind != compKind && s.groups[i-1].kind != quoteKind || a.pronoun || b.kind != nounKind || b.pronoun || b.lemma == "date" || s.doc.reader.frames.roles[b.lemma] != nil {
		return false
	}
	return s.verbAfter(next)
}

// verbAfter reports whether a finite verb follows the group, adverbs aside.
func (s *sentence) verbAfter(end int) bool {
	k := end + 1
	for k < len(s.groups) && s.groups[k].kind == adverbKind {
		k++
	}
	return k < len(s.groups) && s.groups[k].kind == verbKind && s.groups[k].finite
}

// opensClause reports whether the noun group at next, behind an "and", begins a clause of its own rather than ending
// the list that begins at i: "The GNA took Sirte, and the LNA withdrew."
func (s *sentence) opensClause(i, next int) bool {
	if i > 0 && (s.groups[i-1].kind == conjKind || s.groups[i-1].lemma == "between") {
		return false
	}
	if next+2 < len(s.groups) && s.groups[next+1].kind == conjKind && s.groups[next+2].kind == nounKind && s.beginsClause(i, next+2) {
		return true // "A backing B and C and D backing E"
	}
	return s.beginsClause(i, next)
}

// scenes reports whether a place ends what stands before the "and", and an actor in another place follows: "the Houthis in
// Yemen and Hezbollah in Lebanon", "at Senaki and the 4th Brigade in Gori".
func (s *sentence) scenes(i, next int) bool {
	if i == 0 || !isLocative(s.groups[i-1].lemma) || next+2 >= len(s.groups) || !isLocative(s.groups[next+1].lemma) {
		return false
	}
	a, b := s.headName(s.groups[i]), s.headName(s.groups[next])
	if a == nil || b == nil || !s.isPlaceName(a) {
		return false
	}
	return b.known() && s.land(a) && !s.land(b) || b.shape == graph.Unit || b.known() && !s.isPlaceName(b) && !s.person(b)
}

// closes reports whether the noun group ends what a comma and a participle, or a description, open, so that a comma behind it ends
// that and no list goes on: "A, armed by B, and C captured", "A, a neighbour of B, and C".
func (s *sentence) closes(i int) bool {
	if i > 3 && s.groups[i-1].kind == prepKind && s.groups[i-2].kind == nounKind && s.groups[i-3].kind == commaKind && s.groups[i-4].kind == nounKind && s.headName(s.groups[i-2]) == nil && s.headName(s.groups[i-4]) != nil && s.tokens[s.groups[i-2].first].Tag == text.DT {
		return true
	}
	return i > 2 && s.groups[i-1].lemma == "by" && s.groups[i-2].kind == verbKind && s.groups[i-3].kind == commaKind
}

// inserts reports whether a comma and what describes it follow the noun group at next, and a verb or its phrase ends with the
// one at i: "entered Qusayr, and Israel, worried by that, bombed".
func (s *sentence) inserts(i, next int) bool {
	if i == 0 || s.groups[i-1].kind != verbKind && s.groups[i-1].kind != prepKind || next+2 >= len(s.groups) || s.groups[next+1].kind != commaKind {
		return false
	}
	opening := s.groups[next+2]
	says := opening.kind == nounKind && next+4 < len(s.groups) && s.groups[next+3].kind == verbKind && s.doc.reader.reports(s.groups[next+3].lemma) && s.groups[next+4].kind == commaKind
	renames := opening.kind == nounKind && !opening.pronoun && s.headName(opening) == nil && !opening.plural && s.headName(s.groups[next]) != nil && s.goesOnBehind(next+1)
	return opening.participle || opening.kind == adjKind || opening.kind == relKind || says || renames // "and Rwanda, Kinshasa says, trained", "and Roe, its chief, fled"
}

// beginsClause reports whether a verb follows the noun group at next while another stands before the one at i.
func (s *sentence) beginsClause(i, next int) bool {
	if i > 1 && s.groups[i-1].kind == commaKind && (s.leadsClause(i) || s.groups[i-2].kind == nounKind && s.completesOpening(i-2)) {
		return false // "As A attacked B, C and D armed E"
	}
	behind := next + 1
	if at := behind + 3; at < len(s.groups) && s.groups[behind].kind == commaKind && s.groups[behind+1].kind == adverbKind && s.groups[behind+2].kind == commaKind {
		if behind = at; s.groups[at].participle && at+1 < len(s.groups) && s.groups[at+1].kind == nounKind && s.verbBefore(i) != nil {
			return true // "and Morocco, too, sent men"
		}
	}
	for behind < len(s.groups) && (s.groups[behind].kind == adverbKind || s.groups[behind].lemma == "of" && behind+2 < len(s.groups) && s.groups[behind+1].kind == nounKind && s.groups[behind+2].kind == verbKind) {
		if s.groups[behind].lemma == "of" {
			behind++
		}
		behind++
	}
	if behind+1 < len(s.groups) && s.groups[behind].lemma == "of" && s.groups[behind+1].gerund {
		for k := i - 1; k >= 0 && s.groups[k].kind != stopKind; k-- {
			if s.groups[k].kind == verbKind {
				return s.groups[k].gerund // "accused A of arming B and C of arming D", not "accused A and B of arming C"
			}
		}
	}
	if behind >= len(s.groups) || s.groups[behind].kind != verbKind || !s.groups[behind].finite && !s.groups[behind].gerund {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case verbKind:
			if s.agentsBefore(i, k) {
				return false // "groups armed by A and B attacked"
			}
			if s.groups[behind].finite && s.closesOpening(i, k) {
				return false // "In a move that surprised many, A and B armed C"
			}
			if s.phraseOf(i, k) && tellsOnly(s.groups[k].lemma) && s.groups[behind].finite {
				return false // "said the army with the help of A and B was"
			}
			if k == i-1 && tellsOnly(s.groups[k].lemma) && s.groups[behind].finite {
				return false // "said A and B were arming C"
			}
			if s.groups[k].gerund && s.groups[behind].finite && s.groups[i-1].kind == commaKind && !s.finiteBefore(k) {
				return false // "following months of rising tensions, A and B clashed"
			}
			return s.groups[behind].finite || s.groups[k].gerund
		case relKind:
			if (k == i-1 || s.phraseOf(i, k)) && (s.groups[k].lemma == "when" || s.groups[k].lemma == "where") {
				return false // "when A and B attacked", "when states including A and B attacked"
			}
		case compKind, stopKind, quoteKind:
			return false
		}
	}
	return false
}

// phraseOf reports whether nothing but a subject and the phrases behind it stands between the verb at k and the noun group at i.
func (s *sentence) phraseOf(i, k int) bool {
	at := i
	for at > 2 && s.groups[at-1].kind == prepKind && s.groups[at-2].kind == nounKind {
		at -= 2
	}
	return at < i && at == k+1
}

// tellsOnly tells the verbs of saying and thinking that have no object but the clause behind them.
func tellsOnly(lemma string) bool {
	switch lemma {
	case "say", "claim", "insist", "allege", "argue", "think", "believe", "fear", "complain", "contend", "maintain", "assert", "suspect":
		return true
	}
	return false
}

// finiteBefore reports whether a finite verb, or what may be one, stands before the group at k in its clause.
func (s *sentence) finiteBefore(k int) bool {
	for k--; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			if !g.gerund {
				return true
			}
		case compKind, stopKind, quoteKind:
			return false
		}
	}
	return false
}

// alike reports whether two noun groups may stand in one list.
func (s *sentence) alike(a, b *group) bool {
	if a.kind != nounKind || b.kind != nounKind || a.pronoun || b.pronoun || (a.lemma == "date") != (b.lemma == "date") || isDay(a.lemma) != isDay(b.lemma) {
		return false
	}
	na, nb := s.headName(a), s.headName(b)
	if nb == nil && s.areaBeside(a, b) {
		return true
	}
	if na != nil && nb != nil {
		return s.isPlaceName(na) == s.isPlaceName(nb) || !na.known() || !nb.known() || s.land(na) && s.land(nb)
	}
	if (na == nil) != (nb == nil) {
		// "Hezbollah and Iraqi militias": the other one is an army or the like
		other := a
		if na != nil {
			other = b
		}
		classes := s.doc.reader.classes
		if other == b && (classes.has("others", other.lemma) && !s.indefinite(b) || classes.has("retinue", b.lemma) && s.lower[b.first] != "other" || s.lower[b.first] == "other" && s.doc.reader.frames.roles[b.lemma] == nil) {
			return true
		}
		if other == b && other.plural && s.conjoinedLast(a, b) && classes.any(other.lemma, "rebels", "nationals") {
			return true // "a coalition of X, Y and royalist insurgents"
		}
		if other == b && s.realmOf(b) != nil {
			return true // "Taiwan and the Sultan of Brunei"
		}
		if other == b && isPossessive(s.lower[b.first]) && (!s.isPlaceOrState(a) || !b.plural && (s.doc.reader.frames.roles[b.lemma] != nil || s.doc.reader.classes.any(b.lemma, "others", "grouping", "rebels"))) {
			return true // "Roe and his wife", "Chad and its ally"
		}
		if other == b && b.of != nil && s.doc.reader.classes.has("quantity", b.lemma) && s.isPlaceOrState(a) && s.isPlaceOrState(b.of) {
			return true // "the loss of A and part of B"
		}
		if other == a && a.definite && s.nationalForce(a) && classes.any(b.lemma, "nationals", "force") {
			return true // "clashed with the army and Wagner mercenaries"
		}
		if other == a && a.plural && !a.definite && a.of == nil && classes.any(a.lemma, "rebels", "grouping") && s.tokens[a.first].Tag != text.CD {
			return true // "fought rival factions and Chad"
		}
		if other == b && (b.of != nil || b.possessor != nil) && isWing(b.lemma) && !s.isPlaceOrState(a) {
			return true // "Boko Haram and the armed wing of Ansaru"
		}
		told := len(other.names)+len(other.compounds) > 0 || other.possessor != nil && (s.headName(other.possessor) != nil) && classes.has("force", other.lemma) || other == b && !other.plural && isPossessive(s.lower[other.first]) || other.of != nil || other.definite && classes.has("government", other.lemma) || s.precededBy(other, "government", "regime", "army", "rebel", "opposition", "coalition")
		return told && classes.any(other.lemma, "force", "government", "rebels", "grouping", "place") || other == b && other.plural && classes.has("membership", other.lemma)
	}
	if s.menOfState(a) && s.menOfState(b) {
		return true // "three Kenyan battalions and a Ugandan brigade"
	}
	article := s.lower[b.first]
	return s.tokens[b.first].Tag != text.DT || article != "a" && (article != "an" || s.doc.reader.frames.roles[b.lemma] == nil) || s.doc.reader.classes.any(a.lemma, "premises", "target") && s.doc.reader.classes.any(b.lemma, "premises", "target")
}

// addsAgain reports whether "and" adds one more phrase with the preposition further on, so that the one at k stands in the middle of a
// list: "with A in 1995, with B in 1996 and with C".
func (s *sentence) addsAgain(k int, prep string) bool {
	for k++; k+1 < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind, stopKind, relKind, compKind, quoteKind:
			return false
		case prepKind:
			if g.lemma == prep && s.groups[k+1].kind == nounKind && s.addedTo(s.groups[k+1], prep) {
				return true
			}
		}
	}
	return false
}

// addedTo reports whether the phrase of a noun group is added to the phrase before with the same preposition: "by Iran and by
// Syria", "first to Chad, then to Niger".
func (s *sentence) addedTo(g *group, prep string) bool {
	k := g.index - 1
	if k < 1 || s.groups[k].kind != prepKind || s.groups[k].lemma != prep {
		return false
	}
	if s.groups[k-1].kind == commaKind && s.addsAgain(g.index, prep) {
		return true
	}
	added := false
	for k--; k > 0; k-- {
		switch before := s.groups[k]; {
		case before.kind == conjKind && (before.lemma == "and" || before.lemma == "or"), before.lemma == "then", before.lemma == "later", before.lemma == "as_well_as", before.lemma == "also":
			added = true
		case before.lemma == "not", before.kind != commaKind && before.kind != adverbKind:
			return added && before.kind == nounKind
		}
	}
	return false
}
