package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// attribute looks for who says the whole sentence: "..., X said", "according to X".
func (s *sentence) attribute(trigger int, q *qualifier) {
	classes := s.doc.reader.classes
	for i, g := range s.groups {
		switch {
		case g.kind == stopKind && g.first > trigger && s.words[g.first] == ";":
			return
		case g.lemma == "denial" && g.possessor != nil && g.index > 0 && s.groups[g.index-1].lemma == "despite":
			q.allege(graph.Claimed) // "despite X's denials, Y says it arms"
		case g.kind == stopKind && g.lemma == ":" && q.speaker == "":
			q.speaker = s.colonVoice(g, trigger)
		case g.kind == nounKind && g.role == "in" && (g.lemma == "likelihood" || g.lemma == "probability") && s.lower[g.first] == "all":
			q.allege(graph.Suspected)
		case g.kind == prepKind && g.lemma == "according_to":
			s.accordingTo(i, trigger, q)
		case g.kind != verbKind:
		case g.first < trigger && g.finite && s.inserted(i) && classes.any(g.lemma, "say", "claim"):
			if q.speaker == "" {
				q.speaker, q.via = s.voice(s.groups[i-1])
			}
			if classes.has("claim", g.lemma) {
				q.allege(graph.Claimed)
			}
		case g.first < trigger && g.finite && classes.any(g.lemma, "say", "claim", "deny") && s.opensColon(i, trigger):
			if q.speaker == "" {
				q.speaker, q.via = s.voiceOf(g)
			}
			q.reported = true
			if classes.has("claim", g.lemma) || s.contradicts() {
				q.allege(graph.Claimed)
			}
		case (g.first > trigger || s.deniesInBetween(g)) && !s.accuses(trigger) && s.disputer(g) != "":
			q.contested = s.disputer(g)
			if q.speaker == q.contested {
				q.speaker, q.via = "", ""
			}
		case g.first > trigger+1 && s.someSay(g) && s.tokens[g.first-2].Tag == text.Comma && classes.any(g.lemma, "say", "claim", "suspect"):
			q.allege(graph.Claimed) // ", some say"
		case g.first > trigger && g.lemma == "deny" && s.leavesOpen(g):
			q.allege(graph.Claimed) // "which Kigali neither confirmed nor denied"
		case g.first > trigger && s.saysBefore(i, trigger):
			s.trailingVoice(g, q)
		}
	}
}

// accordingTo takes the voice behind the "according to" at i, where it is about the tie: not in "X, which is backed by Y according to Z, took".
func (s *sentence) accordingTo(i, trigger int, q *qualifier) {
	g := s.groups[i]
	if s.closedBefore(i, trigger) || i+1 >= len(s.groups) || g.first >= trigger && (s.opensJoint(i) || s.saysBetween(trigger, g)) {
		return
	}
	if s.unconfirmed(s.groups[i+1]) {
		q.allege(graph.Claimed)
	}
	q.reported = true
	speaker, via := s.voice(s.groups[i+1])
	q.speaker, q.via = cmp.Or(q.speaker, speaker), cmp.Or(q.via, via)
}

// saysBefore reports whether the verb at i says at its end who tells the sentence: "X armed the rebels, Chad said".
func (s *sentence) saysBefore(i, trigger int) bool {
	g := s.groups[i]
	return g.finite && s.tokens[g.first-1].Tag != text.WDT && !s.insertedBehind(i) && (g.object == nil || g.lemma == "tell") &&
		(s.doc.reader.classes.any(g.lemma, "say", "claim", "suspect", "deny", "threaten") || s.seemsSo(g)) &&
		s.trails(i) && !s.ofSpeaker(trigger, g) && !s.saysMore(g)
}

// trailingVoice takes who says the sentence at its end, and what his verb makes of it.
func (s *sentence) trailingVoice(say *group, q *qualifier) {
	classes := s.doc.reader.classes
	q.reported = true
	speaker, via := s.voiceOf(say)
	if q.speaker == "" && !s.seemsSo(say) {
		q.speaker, q.via = speaker, via
	}
	switch {
	case classes.has("claim", say.lemma), s.unconfirmed(say.subject), s.orSo(say), say.lemma == "say" && say.passive:
		q.allege(graph.Claimed)
	case classes.has("suspect", say.lemma), s.seemsSo(say):
		q.allege(graph.Suspected)
	case classes.has("deny", say.lemma):
		q.void = true
	}
}

// opensColon reports whether what the verb at i says stands behind a colon, and the trigger in it: "Not so, said Roe, a colonel: X took Y".
func (s *sentence) opensColon(i, trigger int) bool {
	colon := false
	for _, g := range s.groups[i+1:] {
		switch {
		case g.first >= trigger:
			return colon
		case g.kind == stopKind && (colon || g.lemma != ":"), g.kind == quoteKind:
			return false
		case g.kind == stopKind:
			colon = true
		case g.kind == verbKind && g.finite && !colon:
			return false
		}
	}
	return false
}

// contradicts reports whether the sentence opens with what calls untrue what others said before: "Not so, said Roe".
func (s *sentence) contradicts() bool {
	for i := 0; i+2 < len(s.lower) && i < 4; i++ {
		switch word := s.lower[i]; {
		case word == "not":
			return s.lower[i+1] == "so" || s.lower[i+1] == "true"
		case isUntrue(word):
			return s.words[i+1] == "," || s.words[i+1] == "\""
		}
	}
	return false
}

// inserted reports whether the reporting verb and who speaks stand between commas inside what is reported: "Chad, Kigali
// says, arms".
func (s *sentence) inserted(i int) bool {
	if i > 3 && s.groups[i-2].lemma == "so" && s.groups[i-3].kind == commaKind {
		i-- // ", so Kigali says,"
	} else if i < 3 || s.groups[i-1].kind != nounKind || s.groups[i-2].kind != commaKind {
		return false
	}
	for k := i + 1; k < len(s.groups) && k < i+6; k++ { // "Chad, Kigali said on Monday, arms"
		switch g := s.groups[k]; {
		case g.kind == commaKind:
			return true
		case g.kind == prepKind, g.kind == adverbKind, g.kind == nounKind && k > i+1:
		default:
			return false
		}
	}
	return false
}

// insertedBehind reports whether they stand so behind an "and", so that nothing before it is reported: "armed X and, Kigali
// says, Y", "armed X, and Chad, Kigali says, trained it".
func (s *sentence) insertedBehind(i int) bool {
	return s.inserted(i) && (s.groups[i-3].kind == conjKind || i > 3 && s.groups[i-3].kind == nounKind && s.groups[i-4].kind == conjKind)
}

// accuses reports whether the token begins a verb of accusing: what is denied is then the charge, not that it was made.
func (s *sentence) accuses(trigger int) bool {
	return slices.ContainsFunc(s.groups, func(g *group) bool {
		return g.kind == verbKind && g.first == trigger && s.doc.reader.classes.has("accuse", g.lemma)
	})
}

// disputer gives who denies what was said before, through a noun or a pronoun that sums it up: "..., a charge that Kigali
// denies", "..., which Kigali denies".
func (s *sentence) disputer(v *group) graph.ID {
	if by := s.argumentsOf(v, "by"); v.passive && v.participle && len(by) > 0 && s.summed(v.subject) && s.doc.reader.classes.has("deny", v.lemma) {
		speaker, _ := s.voice(by[0])
		return speaker // "a charge denied by Kigali"
	}
	if !v.finite || v.negated || v.first > 0 && s.lower[v.first-1] == "nor" || v.subject == nil || v.subject.index >= v.index || !s.doc.reader.classes.has("deny", v.lemma) && !s.brands(v) {
		return ""
	}
	if s.lower[v.first-1] == "both" && v.index > 1 {
		for _, before := range s.groups[v.index-2 : v.index] {
			if before.kind == nounKind && before.last == v.first-1 && s.summed(before) {
				return theAccused // "armed the M23, a charge both deny"
			}
		}
	}
	g := v.subject
	if next := v.index + 1; next < len(s.groups) && s.groups[next].gerund {
		return "" // "which X took over and denied supporting"
	}
	sums := s.chargeOf(g) || s.summed(g) && s.lower[v.first-1] == "both"
	for k := g.index - 1; k >= 0 && k >= g.index-3 && !sums; k-- {
		switch before := s.groups[k]; before.kind {
		case nounKind:
			sums = s.summed(before) || k > 0 && s.groups[k-1].kind == commaKind && s.chargeOf(before) // "a charge Kigali and Kampala deny"
		case conjKind:
			continue
		case relKind:
			sums = before.lemma == "which" && k > 0 && (s.groups[k-1].kind == commaKind || s.groups[k-1].kind == nounKind && s.summed(s.groups[k-1]))
		case compKind, adverbKind:
			continue
		}
		if s.groups[k].kind == nounKind {
			break
		}
	}
	if !sums {
		return ""
	}
	if g.pronoun && (g.lemma == "it" || g.lemma == "they") || s.summed(g) || s.lower[g.first] == "both" && len(g.names) == 0 {
		return theAccused // "which it denies", "allegations both deny"
	}
	if speaker, _ := s.voice(g); speaker != "" {
		return speaker
	}
	return s.unnamedDenier(g)
}

// chargeOf reports whether the noun group holds both the word that sums up what was said and who denies it: "a charge Kigali
// denies", "allegations Kigali denies", "something Kigali denies".
func (s *sentence) chargeOf(g *group) bool {
	classes := s.doc.reader.classes
	return g.last-g.first > 1 && s.lower[g.first] == "something" || g.last-g.first > 2 && classes.has("report", s.lower[g.first+1]) ||
		g.last-g.first > 1 && g.head > g.first && classes.has("report", s.lemma(g.first))
}

// summed reports whether the noun group sums up what stands before its comma: "..., a charge".
func (s *sentence) summed(g *group) bool {
	if g == nil || g.index == 0 {
		return false
	}
	before := s.groups[g.index-1] // copies that lose their commas have "shelled the town a charge it denied"
	bare := before.kind == nounKind && before.last == g.first && g.first < len(s.lower) && (s.lower[g.first] == "a" || s.lower[g.first] == "an")
	return (before.kind == commaKind || before.kind == bracketKind || bare) && (s.doc.reader.classes.has("report", g.lemma) || g.lemma == "something")
}

// onlyIdea reports whether what somebody rejects is a plan of others and no word of theirs, which he cannot deny: "proposed sending troops
// to X, an idea that Y rejects".
func (s *sentence) onlyIdea(q *qualifier) bool {
	switch q.modality {
	case graph.Planned, graph.Offered, graph.Demanded:
	default:
		return false
	}
	return slices.ContainsFunc(s.groups, func(g *group) bool {
		word := g.lemma
		if g.kind == nounKind && g.last-g.first > 2 && s.chargeOf(g) {
			word = s.lower[g.first+1] // "an idea Y rejects"
		}
		return g.kind == nounKind && (word == "idea" || word == "notion" || word == "proposal" || word == "prospect") && (s.summed(g) || word != g.lemma)
	})
}

// trails reports whether the reporting verb follows what it reports: its subject stands right behind a comma or quote,
// or behind the verb.
func (s *sentence) trails(i int) bool {
	g := s.groups[i]
	if g.subject != nil && g.subject.index > 0 && g.subject.index < i {
		k := g.subject.index - 1
		for k > 0 && (s.groups[k].lemma == "so" || s.groups[k].lemma == "or") {
			k-- // "X, so Chad claims, arms Y", "X arms Y, or so Chad says"
		}
		before := s.groups[k]
		return before.kind == commaKind || before.kind == quoteKind
	}
	return i > 0 && (s.groups[i-1].kind == commaKind || s.groups[i-1].kind == quoteKind)
}

// voiceOf gives who speaks through a reporting verb: the speaker, and the agency that quotes.
func (s *sentence) voiceOf(v *group) (speaker, via graph.ID) {
	if v.negated && s.doc.reader.classes.has("verify", v.lemma) {
		return "", "" // who "could not confirm reports" says nothing of what they tell
	}
	subject := v.subject
	if up := v.governor; v.gerund && up != nil && (up.lemma == "quote" || up.lemma == "cite") {
		if subject = up.object; up.passive {
			subject = up.subject // "was quoted as saying"
		}
	}
	switch by := s.argumentsOf(v, "by"); {
	case v.passive && len(by) == 0 && !persuaded(v):
		subject = nil
	case v.passive && len(by) > 0:
		subject = by[len(by)-1]
	case subject != nil && s.doc.reader.classes.has("report", subject.lemma):
		if by := s.argumentsOf(subject, "by"); len(by) > 0 {
			subject = by[0] // "a report by the panel said"
		}
	}
	if subject == nil && !v.passive && v.index+1 < len(s.groups) && s.groups[v.index+1].kind == nounKind && !s.doc.reader.classes.has("report", s.groups[v.index+1].lemma) && !s.tellsOf(s.groups[v.index+1], v) {
		subject = s.groups[v.index+1]
	}
	speaker, via = s.voice(subject)
	if via == "" && v.object != nil {
		if told, agency := s.voice(v.object); agency != "" && told == "" {
			via = agency
		}
	}
	return speaker, via
}

func (s *sentence) speakerOf(v *group) graph.ID {
	speaker, _ := s.voiceOf(v)
	return speaker
}

// voice gives the speaker that a noun group names: a person, an actor, or the actor whose officials speak.
func (s *sentence) voice(g *group) (speaker, via graph.ID) {
	if g == nil || s.related(g) && !s.doc.reader.classes.any(g.lemma, "officials", "member") {
		return "", ""
	}
	if agency := s.agency(g); agency != "" {
		return "", agency
	}
	if army := s.ownArmy(g); army != "" {
		return army, ""
	}
	if len(g.actor) > 0 {
		return g.actor[0].id, ""
	}
	speaks := s.doc.reader.classes.any(g.lemma, "officials", "member", "leader", "government", "force", "title")
	for _, k := range g.names {
		if !speaks && s.names[k].adjectival() {
			continue // "the Syrian Observatory" is not Syria
		}
		if sense := s.doc.choose(s.names[k].senses); sense.Entry != nil {
			return sense.Entry.ID, ""
		}
	}
	if g.possessor != nil && len(g.possessor.actor) > 0 {
		return g.possessor.actor[0].id, ""
	}
	for _, a := range g.after {
		if (a.prep == "of" || a.prep == "for") && len(a.noun.actor) > 0 {
			return a.noun.actor[0].id, ""
		}
	}
	return "", ""
}

// opposing reports whether those whom the noun group means are against whom it names, for whom they do not speak: "critics of Kigali".
func (s *sentence) opposing(g *group) bool {
	return g != nil && s.headName(g) == nil && s.doc.reader.classes.has("critic", g.lemma)
}

// agency gives the news agency or paper that the noun group names, or empty.
func (s *sentence) agency(g *group) graph.ID {
	head := strings.ToLower(s.words[g.head])
	if s.doc.reader.classes.has("media", head) {
		return graph.NewID(s.words[g.head], "")
	}
	if g.head > g.first && s.doc.reader.classes.has("media", s.lower[g.head-1]+"_"+head) {
		return graph.NewID(s.text(g.head-1, g.head+1), "")
	}
	return ""
}

// ownArmy gives the state whose army or ministry "the army said" means: that of the nearest army before which is told to be somebody's,
// whatever country the article is about.
func (s *sentence) ownArmy(g *group) graph.ID {
	switch g.lemma {
	case "army", "military", "navy", "air_force", "ministry", "defence_ministry", "defense_ministry", "foreign_ministry", "embassy":
	default:
		return ""
	}
	if !g.definite || g.possessor != nil || len(g.names) > 0 {
		return ""
	}
	for i := s.index; i >= max(0, s.index-descriptionReach); i-- {
		for k := len(s.doc.sentences[i].groups) - 1; k >= 0; k-- {
			before := s.doc.sentences[i].groups[k]
			if before.kind != nounKind || before == g || before.lemma != g.lemma && before.lemma != "army" && before.lemma != "military" || len(before.actor) != 1 {
				continue
			}
			if len(before.names) == 0 && before.possessor == nil {
				continue // as little told of
			}
			return before.actor[0].id
		}
	}
	return ""
}

// closedBefore reports whether the phrase at i stands in a relative clause between commas that ends before the token.
func (s *sentence) closedBefore(i, token int) bool {
	if s.groups[i].first > token || s.groups[i-min(i, 1)].kind == commaKind {
		return false
	}
	inside := false
	for k := i - 1; k > 0 && !inside; k-- {
		switch s.groups[k].kind {
		case commaKind, stopKind:
			return false
		case relKind:
			inside = s.groups[k-1].kind == commaKind
		}
	}
	if !inside {
		return false
	}
	for k := i + 1; k < len(s.groups) && s.groups[k].first < token; k++ {
		if s.groups[k].kind == commaKind {
			return true
		}
	}
	return false
}
