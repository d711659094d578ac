package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// typeNewcomers gives a new name, wherever the article has it, the type of body that the words beside it tell in one place: of "Marvot
// fighters", "the groups Marvot and Kelduz", "Marvot, a militia". A name that is also a person's, a thing's or a place's stays without one.
func (d *document) typeNewcomers(sentences []*sentence) {
	var types map[string]graph.EntityType
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			words := s.text(n.first, n.last)
			if n.known() || n.shape != "" || types[words] != "" || s.ofLandscape(n) || d.reader.adjectiveLike(words) || strings.ContainsAny(words, "0123456789") {
				continue
			}
			if t := s.toldType(n); t != "" {
				if types == nil {
					types = map[string]graph.EntityType{}
				}
				types[words] = t
			}
		}
	}
	if types == nil {
		return
	}
	for _, s := range sentences {
		for _, n := range s.names {
			switch {
			case n.shape == graph.Person || n.person() != nil:
				delete(types, s.words[n.last-1])
			case n.first > 0 && (s.titled(n.first-1) || isWhere(s.lower[n.first-1])), !n.known() && s.toldPlace(&n):
				delete(types, s.text(n.first, n.last))
			case !n.known() && n.shape == "" && s.toldThing(&n):
				types[s.text(n.first, n.last)] = "thing"
			}
		}
	}
	for _, s := range sentences {
		for i := range s.names {
			if n := &s.names[i]; !n.known() && n.shape == "" {
				n.shape = types[s.text(n.first, n.last)]
			}
		}
	}
}

// ofLandscape reports whether the name begins or ends as those of rivers, hills and quarters do: "River Marvot", "Marvot Valley".
func (s *sentence) ofLandscape(n *name) bool {
	if n.last-n.first < 2 {
		return false
	}
	return s.lower[n.first] == "river" || opensLandscape(s.lower[n.first]) || s.doc.reader.classes.any(s.lower[n.last-1], "landform", "site", "place")
}

// isWhere tells the prepositions that places stand behind, and bodies only with "the".
func isWhere(word string) bool {
	switch word {
	case "in", "at", "near", "around", "outside", "across", "toward", "towards":
		return true
	}
	return false
}

// toldType gives the type of body that the words beside a new name tell, or empty.
func (s *sentence) toldType(n *name) graph.EntityType {
	if t := s.typeBehind(n); t != "" {
		return t
	}
	return s.typeBefore(n)
}

// typeBehind gives the type that the words behind a new name tell: "Marvot fighters", "the Marvot movement", "Marvot-backed", "Marvot, a
// militia", "Marvot is a party".
func (s *sentence) typeBehind(n *name) graph.EntityType {
	next := n.last
	if next+1 >= len(s.tokens) {
		return ""
	}
	if s.tokens[next].Tag.IsNoun() && !s.capitalised(next) {
		return s.bodyNoun(next)
	}
	if s.wageWar(n) {
		return graph.ArmedGroup
	}
	if s.tokens[next].Tag == text.POS && s.doc.reader.classes.any(s.lemma(next+1), "leader", "member") || s.lower[next] == "claimed" && s.lower[next+1] == "responsibility" {
		return graph.ArmedGroup
	}
	if s.tokens[next].Tag == text.HYPH && s.tokens[next].End == s.tokens[next+1].Start && s.doc.reader.frames.mods[s.lower[next+1]] != nil {
		return graph.Organisation
	}
	set := s.tokens[next].Tag == text.Comma
	if set && next+2 < len(s.tokens) && s.lower[next+2] == "by" || isBe(s.lower[next]) {
		if next+2 < len(s.tokens) && s.lower[next+2] == "by" && s.ofBodies(s.lower[next+1]) {
			return graph.Organisation // "Marvot is led by", "Marvot, backed by"
		}
	}
	if isBe(s.lower[next]) && (s.lower[next+1] == "allied" || s.lower[next+1] == "part" && next+2 < len(s.tokens) && s.lower[next+2] == "of" && s.ofBody(next+3)) {
		return graph.Organisation // "Marvot is allied with", "Marvot is part of the Northern Alliance"
	}
	if set || isBe(s.lower[next]) {
		return s.describedAs(next + 1)
	}
	return ""
}

// wageWar reports whether "the" stands before a name of many, or of several words, and a verb of what only armed people do behind it: "the
// Marvots shelled", "the Marvots are fighting", "the Marvots sent fighters".
func (s *sentence) wageWar(n *name) bool {
	if n.first == 0 || s.lower[n.first-1] != "the" || n.last-n.first == 1 && !strings.HasSuffix(s.lower[n.first], "s") || s.headline || s.capitals {
		return false
	}
	next := n.last
	being := next < len(s.tokens) && isBe(s.lower[next])
	if being || next < len(s.tokens) && (s.lower[next] == "have" || s.lower[next] == "had") {
		next++
	}
	if next+1 >= len(s.tokens) || !s.tokens[next].Tag.IsVerb() || s.lower[next+1] == "by" || being && s.tokens[next].Tag != text.VBG {
		return false
	}
	classes, lemma := s.doc.reader.classes, s.lemma(next)
	return s.martial(lemma) || classes.has("dispatch", lemma) && classes.has("followers", s.lemma(next+1))
}

// martial reports whether as a rule only armed people do what the verb tells.
func (s *sentence) martial(lemma string) bool {
	return s.doc.reader.classes.any(lemma, "warfare", "assail", "combat")
}

// ofBodies reports whether the participle tells of a body what somebody does for it: "backed", but not "held" or "shelled", which tell it of
// places.
func (s *sentence) ofBodies(word string) bool {
	told := s.doc.reader.frames.mods[word]
	if told == nil || word == "run" || word == "administered" || word == "managed" {
		return told != nil || s.doc.reader.classes.has("headed", word)
	}
	return !slices.ContainsFunc(told, func(t trigger) bool {
		row, _ := t.frame.relation.Row()
		return row.ObjectIsPlace
	})
}

// isBe tells the forms of "be" by which one says what a body is or was.
func isBe(word string) bool { return word == "is" || word == "was" || word == "are" || word == "were" }

// toldThing reports whether a description behind a new name tells that it is a thing's, an animal's or an artist's: "Marvot, a deadly virus",
// "Marvot is a video game".
func (s *sentence) toldThing(n *name) bool {
	if n.last >= len(s.tokens) || s.tokens[n.last].Tag != text.Comma && !isBe(s.lower[n.last]) {
		return false
	}
	head := s.describing(n.last + 1)
	return head > 0 && s.doc.reader.classes.has("thing", s.lemma(head))
}

// describedAs gives the type that a description beginning at the token, with its article, tells of a body: "a small Islamist militia".
func (s *sentence) describedAs(i int) graph.EntityType {
	head := s.describing(i)
	if head == 0 || head+1 < len(s.tokens) && s.tokens[head+1].Tag == text.POS || !s.doc.reader.classes.has("grouping", s.lemma(head)) {
		return ""
	}
	return s.bodyNoun(head)
}

// describing gives the noun of a description that begins at the token with its article, or 0.
func (s *sentence) describing(i int) int {
	if i+3 < len(s.tokens) && s.lower[i] == "one" && s.lower[i+1] == "of" {
		i += 2 // "one of several rebel groups"
	} else if i >= len(s.tokens) || s.tokens[i].Tag != text.DT {
		return 0
	}
	head := i
	for k := i + 1; k < len(s.tokens); k++ {
		switch tag := s.tokens[k].Tag; {
		case s.capitalised(k) && s.nameAt(k) == nil:
			return 0
		case tag.IsNoun():
			head = k
		case tag == text.JJ || tag == text.VBN || tag == text.HYPH || tag == text.JJS:
		default:
			k = len(s.tokens)
		}
	}
	if head == i {
		return 0
	}
	return head
}

// typeBefore gives the type that the words before a new name tell: "fighters of Marvot", "the groups Marvot and Kelduz", "groups such as
// Marvot", "Iran-backed Marvot".
func (s *sentence) typeBefore(n *name) graph.EntityType {
	at := n.first - 1
	if at > 1 && s.tokens[at-1].Tag == text.HYPH && s.ofBodies(s.lower[at]) && (n.last == len(s.tokens) || !s.tokens[n.last].Tag.IsNoun()) {
		return graph.Organisation
	}
	for at > 1 {
		before := at
		if s.lower[before] == "and" || s.lower[before] == "or" {
			before--
		}
		if before > 0 && s.tokens[before].Tag == text.Comma {
			before--
		}
		other := s.nameBefore(before + 1)
		if before == at || other == nil {
			break
		}
		at = other.first - 1
	}
	the := at >= 0 && s.lower[at] == "the"
	if the {
		at--
	}
	if at > 0 && s.tokens[at].Tag.IsVerb() {
		return s.typeByVerb(at, the)
	}
	switch {
	case at > 0 && (s.lower[at] == "of" || the && s.lower[at] == "for") && s.doc.reader.classes.has("followers", s.lemma(at-1)):
		return s.bodyNoun(at - 1)
	case the && at > 0 && s.lower[at] == "of" && s.lower[at-1] == "men":
		return graph.ArmedGroup
	case the && at > 0 && (s.lower[at] == "with" || s.lower[at] == "against") && s.doc.reader.classes.any(s.lemma(at-1), "combat", "battle"):
		return graph.ArmedGroup
	case the && at > 0 && s.lower[at] == "by" && s.tokens[at-1].Tag.IsVerb() && s.martial(s.lemma(at-1)):
		return graph.ArmedGroup
	case at > 1 && s.lower[at] == "as" && s.lower[at-1] == "such":
		at -= 2
	case at > 0 && (s.lower[at] == "like" || s.lower[at] == "including"):
		at--
	}
	if at > 0 && s.tokens[at].Tag == text.Comma {
		at--
	}
	if at < 0 || s.tokens[at].Tag != text.NNS || !s.doc.reader.classes.has("grouping", s.lemma(at)) {
		return ""
	}
	return s.bodyNoun(at)
}

// typeByVerb gives the type of body that the verb before a new name tells: "has fought Marvot", "founded Marvot", "the largest rebel group is
// Marvot"; behind "the", also "armed the Marvot", "heads the Marvot".
func (s *sentence) typeByVerb(at int, the bool) graph.EntityType {
	switch lemma := text.Lemma(s.lower[at], s.tokens[at].Tag); {
	case isBe(s.lower[at]):
		for k := at - 1; k >= 0 && k > at-9 && s.tokens[k].Tag != text.Comma; k-- {
			if s.tokens[k].Tag == text.NN && s.doc.reader.classes.has("grouping", s.lemma(k)) {
				return s.bodyNoun(k)
			}
		}
	case s.doc.reader.classes.has("combat", lemma):
		return graph.ArmedGroup
	case lemma == "found" || lemma == "co-found", the && (lemma == "lead" || lemma == "head" || lemma == "command"):
		return graph.Organisation
	case the && (lemma == "arm" || lemma == "train"):
		return graph.ArmedGroup
	}
	return ""
}

// bodyNoun gives the type of body that a noun for bodies or for their people tells, or empty.
func (s *sentence) bodyNoun(i int) graph.EntityType {
	lemma := s.lemma(i)
	if kind := s.doc.reader.classes.kind("followers", lemma); kind != "" {
		return graph.EntityType(kind)
	}
	if !s.doc.reader.classes.has("grouping", lemma) {
		return ""
	}
	if lemma == "group" && i > 0 && s.tokens[i-1].Tag.IsNoun() && s.nameBefore(i) == nil && !s.doc.reader.classes.any(s.lemma(i-1), "rebels", "nationals", "grouping", "force") {
		return graph.Organisation // "a media group"
	}
	if kind := s.organisation(i); kind != "" {
		return kind
	}
	return graph.ArmedGroup
}
