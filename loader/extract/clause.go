package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// addressed reports whether the "that" at the token tells what somebody is told: "told diplomats that", "warned the envoy that".
func (s *sentence) addressed(i int) bool {
	for k := i - 1; k > 0 && k >= i-5; k-- {
		switch tag := s.tokens[k].Tag; {
		case (tag == text.VBG || tag == text.VBN) && s.tokens[k+1].Tag.IsNoun():
		case tag == text.IN && isLocative(s.lower[k]) && s.nameAt(k+1) != nil: // "told reporters in Geneva that"
		case tag.IsVerb():
			switch s.lemma(k) {
			case "tell", "warn", "inform", "assure", "remind", "notify", "convince", "persuade", "promise":
				return k < i-1
			}
			return false
		case !tag.IsNoun() && !tag.IsName() && tag != text.JJ && tag != text.DT && tag != text.PRP && tag != text.PRPS && tag != text.POS && tag != text.CD:
			return false
		}
	}
	return false
}

// firstThat gives the "that" of the clause which the one at k is joined to, "said that it was ready and that X was arming Y",
// or -1.
func (s *sentence) firstThat(k int) int {
	if k < 1 || s.groups[k-1].kind != conjKind {
		return -1
	}
	for j := k - 2; j > 0; j-- {
		switch g := s.groups[j]; {
		case g.kind == stopKind:
			return -1
		case g.kind == compKind && g.lemma == "that":
			if up := s.verbBefore(j); up != nil && (s.doc.reader.reports(up.lemma) || s.reportBefore(j) != nil) {
				return j
			}
		}
	}
	return -1
}

// aligned reports whether the verb at i tells to whom those before it hold, who act in another verb: "a militia allied to the
// junta".
func (s *sentence) aligned(i int, g *group) bool {
	if !g.finite || g.first != g.lastVerb || i < 2 || i+1 >= len(s.groups) || !s.otherFinite(g) {
		return false
	}
	if s.attached(i) {
		return true
	}
	if s.groups[i-1].kind != nounKind {
		return false
	}
	if !aligns(g.lemma) {
		return false
	}
	before := s.groups[i-2]
	return s.groups[i+1].lemma == "to" || s.groups[i+1].lemma == "with" && (before.kind == prepKind || before.kind == verbKind)
}

// attached reports whether the verb at i tells behind a comma whose part somebody was made: "a battalion of the army, attached to the 3rd Division".
func (s *sentence) attached(i int) bool {
	lemma := s.groups[i].lemma
	return i > 0 && i+1 < len(s.groups) && s.groups[i-1].kind == commaKind && s.groups[i+1].lemma == "to" && (lemma == "attach" || lemma == "subordinate" || lemma == "assign")
}

// aligns tells the verbs by which somebody is said to hold to others.
func aligns(lemma string) bool {
	switch lemma {
	case "ally", "align", "affiliate", "link":
		return true
	}
	return false
}

// inTimeClause reports whether the verb is that of a clause which tells when or where something else happens: "when Roe
// attacked the town".
func (s *sentence) inTimeClause(v *group) bool {
	if !v.finite || v.link != relativeLink || v.subject == nil || v.subject.index == 0 || v.subject.index > v.index {
		return false
	}
	rel := s.groups[v.subject.index-1]
	return rel.kind == relKind && (rel.lemma == "when" || rel.lemma == "where")
}

// bodyDefined gives the body of which the clause says what it is, where a comma and a participle follow: of "the Levant Army is an armed group
// describedBody gives the body that the noun group only describes by what it is of, where a comma and who leads it follow: of "the
// ofSpeaker reports whether the token stands in what describes the subject of the verb that tells who speaks: "Chad, which
// arms the group, said".
func (s *sentence) ofSpeaker(token int, v *group) bool {
	return v.subject != nil && v.subject.index < v.index && v.subject.first < token && token < v.first
}

// whoseOf gives the index of the noun group that a clause with "whose" describes, where the verb is that of the clause, or -1.
func (s *sentence) whoseOf(v *group) int {
	if v.subject == nil || v.subject.index < 2 || v.subject.index > v.index {
		return -1
	}
	rel := v.subject.index - 1
	if s.groups[rel].kind != relKind || s.groups[rel].lemma != "whose" {
		return -1
	}
	for k := rel - 1; k >= 0 && k >= rel-2; k-- {
		if s.groups[k].kind == nounKind {
			return k
		}
	}
	return -1
}

// embeds reports whether the subject of the verb stands inside a relative clause, and is not whom the clause describes: "the
// guns that Serbia left".
func (s *sentence) embeds(v *group) bool {
	if v == nil || v.link != relativeLink || v.subject == nil || v.subject.index == 0 || v.subject.index > v.index {
		return false
	}
	rel := s.groups[v.subject.index-1]
	return v.fronted != nil || rel.kind == relKind && !isNominalRelative(rel.lemma) || rel.kind == relKind && isObjectRelative(rel.lemma)
}

// underRelative takes who says what a relative clause tells that no comma sets apart, where the words that it describes are said
// by somebody: "Chad said it had beaten fighters who had attacked the town".
func (s *sentence) underRelative(v *group, q *qualifier) {
	up := v.governor
	if up == nil || v.subject == nil || v.subject.index > v.index || up.index > v.subject.index {
		return
	}
	if s.pictures(up, v) {
		q.allege(graph.Suspected)
		return
	}
	if v.gerund && up.object == v.subject && s.doc.reader.classes.has("depict", up.lemma) {
		s.underPicture(up, q) // "did not show X shelling Y"
		return
	}
	if up.link != thatLink || up.governor == nil {
		return
	}
	for k := v.subject.index + 1; k < v.index; k++ {
		if s.groups[k].kind == commaKind {
			return
		}
	}
	if q.speaker == "" && q.via == "" {
		q.speaker, q.via = s.voiceOf(up.governor)
	}
	if s.doc.reader.classes.has("claim", up.governor.lemma) {
		q.allege(graph.Claimed)
	}
}

// lasts reports whether the verb tells of what goes on, or went on for long, rather than of what happened once.
func (s *sentence) lasts(v *group) bool {
	if s.tokens[v.first].Tag != text.VBD || v.lastVerb > v.first && s.lower[v.first] == "had" {
		return true
	}
	return s.precededBy(&group{first: max(v.first-2, 0), head: v.last}, "long") || len(s.argumentsOf(v, "since")) > 0
}

// headBefore gives whom a clause between two commas describes that ends right before the comma at k, where he is not part of the
// clause before: of "Chad, which said that Niger had left, attacked" it is Chad.
func (s *sentence) headBefore(k int) *group {
	if k < 3 || s.groups[k].kind != commaKind || s.groups[k-1].kind == conjKind {
		return nil
	}
	for j := k - 1; j > 1; j-- {
		switch g := s.groups[j]; {
		case g.kind == stopKind || g.kind == quoteKind:
			return nil
		case g.kind != relKind || !isRelativeOf(g.lemma):
			continue
		}
		if s.groups[j].lemma == "whose" && !slices.ContainsFunc(s.groups[j:k], func(g *group) bool { return g.kind == verbKind && g.finite }) {
			return nil // "Chad, whose rivals, the rebels, attacked"
		}
		at := j - 1
		if s.groups[at].kind == prepKind && at > 1 {
			at--
		}
		if s.groups[at].kind != commaKind {
			continue
		}
		head := s.groups[at-1]
		if head = s.appositionHead(head); head == nil {
			return nil
		}
		if v := head.verb; head.role == "obj" && v != nil && v.index < at && s.groups[j].lemma == "who" && s.groups[k+1].kind == verbKind && !s.doc.reader.reports(s.groups[k+1].lemma) {
			return head // "armed the rebels, who boycotted the vote, held the town and lost the port"
		}
		if head.kind != nounKind || head.role != "" && head.role != "subj" || head.verb != nil && head.verb.index < at {
			return nil
		}
		for m := head.index - 1; m >= 0; m-- {
			switch before := s.groups[m]; before.kind {
			case nounKind, prepKind, adverbKind, adjKind:
				if before.kind == prepKind && m == head.index-1 {
					return nil // "fled to Chad, which said that it was full, left"
				}
			case commaKind, conjKind, compKind, stopKind, quoteKind:
				return head
			case verbKind:
				if !s.doc.reader.reports(before.lemma) || m != head.index-1 {
					return nil
				}
				return head
			default:
				return nil
			}
		}
		return head
	}
	return nil
}

// appositionHead gives whom the noun group renames where it, or the one whose part it is, stands in apposition: of "Roe, the commander
// of the group" it is Roe.
func (s *sentence) appositionHead(g *group) *group {
	k := g.index
	for k > 2 && s.groups[k-1].kind == prepKind && s.groups[k-2].kind == nounKind {
		k -= 2
	}
	if k > 1 && s.groups[k-1].kind == commaKind && s.groups[k-2].kind == nounKind && s.renames(k-2, k) {
		return s.groups[k-2]
	}
	return g
}

func isRelativeOf(word string) bool {
	return word == "who" || word == "which" || word == "whose" || word == "whom"
}

// relativeJoined gives the relative pronoun to which the one at the index is joined by "and", or -1.
func (s *sentence) relativeJoined(rel int) int {
	if rel < 2 || s.groups[rel-1].kind != conjKind || !isRelativeOf(s.groups[rel].lemma) {
		return -1
	}
	for j := rel - 2; j >= 0 && s.groups[j].kind != stopKind; j-- {
		if s.groups[j].kind == relKind && isRelativeOf(s.groups[j].lemma) {
			return j
		}
	}
	return -1
}

// accusedOf reports whether the anchor is what somebody is accused of: "accused X of sending".
func (s *sentence) accusedOf(anchor *group) bool {
	v := anchor
	if v.kind != verbKind {
		v = anchor.verb
	}
	for depth := 0; v != nil && depth < 3; depth++ {
		if v.governor != nil && v.governor.lemma == "accuse" {
			return true
		}
		v = v.governor
	}
	return false
}

// underTime takes who says what a clause of time or reason tells inside what somebody says, where no comma sets it apart:
// "Chad said it had shelled the base after rebels attacked the town".
func (s *sentence) underTime(v *group, q *qualifier) {
	for depth := 0; v.governor != nil && depth < 4; depth++ {
		if v.link != toLink && v.link != jointLink {
			return
		}
		v = v.governor
	}
	if v.subject == nil || v.subject.index < 2 || v.subject.index > v.index || q.speaker != "" || q.via != "" || v.link == conditional {
		return
	}
	switch opening := s.groups[v.subject.index-1]; opening.lemma {
	case "after", "when", "as", "because", "since", "while", "before", "once", "until":
		if k := v.subject.index - 2; s.groups[k].kind == commaKind {
			return
		}
	default:
		return
	}
	up := s.verbBefore(v.subject.index - 1)
	if accuse := s.accuserAbove(up); accuse != nil {
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(accuse)
		return
	}
	if up == nil || up.link != thatLink || up.governor == nil || !s.doc.reader.classes.any(up.governor.lemma, "say", "claim") {
		return
	}
	q.speaker, q.via = s.voiceOf(up.governor)
	if s.doc.reader.classes.has("claim", up.governor.lemma) {
		q.allege(graph.Claimed)
	}
}

// acts reports whether the noun group is the subject of a finite verb beside that of a participle which describes it.
func (s *sentence) acts(g *group) bool {
	for k := g.verb.index + 1; k < len(s.groups); k++ {
		if v := s.groups[k]; v.kind == verbKind && v.finite && v.subject == g {
			return true
		}
	}
	return false
}

// opensJoint reports whether the phrase at i stands behind an "and" or a "where", so that it holds for what follows alone: "arms the group and,
// according to X, leads it".
func (s *sentence) opensJoint(i int) bool {
	if i > 0 && s.groups[i-1].kind == commaKind {
		i--
	}
	return i > 0 && (s.groups[i-1].kind == conjKind || s.groups[i-1].kind == relKind)
}

// saysMore reports whether the verb of saying has a clause of its own behind it: "and its president said that", "is believed to arm X".
func (s *sentence) saysMore(v *group) bool {
	if next := v.index + 1; v.passive && next < len(s.groups) && s.groups[next].infinitive {
		return true
	}
	for k := v.index + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case nounKind, prepKind, adverbKind, adjKind:
			if v.lemma != "tell" && g.kind == nounKind && g.lemma != "date" && k > v.index+1 && s.groups[k-1].kind != prepKind {
				return false
			}
		case compKind:
			return g.lemma == "that"
		default:
			return false
		}
	}
	return false
}

// formerly reports whether the words say that somebody holds his office no more: "ousted", "Roe, the former president".
func (s *sentence) formerly(g *group) bool {
	words := []string{"former", "ex", "rebel", "opposition", "ousted", "deposed", "exiled", "late", "fugitive", "renegade", "retired", "mutinous", "dissident", "rogue", "cashiered", "disgraced"}
	if s.precededBy(g, words...) {
		return true
	}
	return s.ruledUntil(g) || slices.ContainsFunc(g.apposed, func(a *group) bool {
		return s.doc.reader.classes.has("leader", a.lemma) && s.precededBy(a, "former", "ousted", "deposed", "exiled", "late")
	})
}

// eitherOf reports whether "it" opens a clause of time right behind somebody else than whom it was found to stand for, so that
// it may be either: "Chad fought Niger when it held the town".
func (s *sentence) eitherOf(g *group, found mention) bool {
	k := g.index - 2
	if g.lemma != "it" || g.role != "subj" || k < 0 || s.groups[g.index] != g || found.sentence != s.index {
		return false
	}
	if !opensTimeClause(s.groups[k+1].lemma) {
		return false
	}
	other := s.groups[k]
	if other.lemma == "date" && k > 1 && s.groups[k-1].kind == prepKind {
		other = s.groups[k-2] // "stopped funding X in 2012 after it"
	}
	if up := other.verb; up != nil && other.role == "by" && up.passive && up.subject != nil && up.subject.first == found.first {
		return false // "was criticised by Chad after it attacked X"
	}
	if other.kind != nounKind || len(other.actor) != 1 || other.first == found.first {
		return false
	}
	return other.actor[0].id != found.refs[0].id && s.doc.entity(other.actor[0].id).Type != graph.Person
}

// opensTimeClause tells the words that tell when something happened with a clause.
func opensTimeClause(word string) bool {
	switch word {
	case "when", "while", "after", "before", "until", "once", "as":
		return true
	}
	return false
}

// noGift reports whether what looks like support is none: "handed their guns to the army", or "accused X of sending drones to Y", a
// town of his own who says so.
func (s *sentence) noGift(anchor *group, q qualifier, client ref) bool {
	return s.disarms(anchor) || s.ledByOne(client) || q.polarity == graph.Alleged && q.modality == graph.Claimed && (q.speaker == client.id || s.doc.stateOf(q.speaker) == client.id) && s.accusedOf(anchor)
}

// ledByOne reports whether somebody is meant only as who leads soldiers of the one who sends them: "flew a force led by Roe to Goma".
func (s *sentence) ledByOne(client ref) bool {
	g := client.group
	return g != nil && g.role == "obj" && !g.definite && g.possessor == nil && len(g.names) == 0 && s.doc.reader.classes.has("force", g.lemma) && s.doc.entity(client.id).Type == graph.Person
}

// disarms reports whether the verb tells that somebody gives up weapons of his own: "handed their guns to the army".
func (s *sentence) disarms(v *group) bool {
	if v.kind != verbKind || v.object == nil {
		return false
	}
	switch v.lemma {
	case "hand", "hand_over", "surrender", "turn_over", "give_up", "hand_in":
		return isPossessive(s.lower[v.object.first])
	}
	return false
}

// saysBetween reports whether somebody says something of his own between the token and the phrase, which then holds for that alone:
// "Iran arms the group, and Chad said that it stayed out, according to".
func (s *sentence) saysBetween(token int, phrase *group) bool {
	return slices.ContainsFunc(s.groups[:phrase.index], func(v *group) bool {
		return v.kind == verbKind && v.finite && v.first > token && s.doc.reader.classes.has("say", v.lemma) && s.saysMore(v)
	})
}

// indefiniteAside reports whether the noun group at k, with "a" before it, tells between commas what the name before it is: "Roe, an
// Uzbek from Jowzjan, went".
func (s *sentence) indefiniteAside(k int) bool {
	g := s.groups[k]
	if k < 2 || s.lower[g.first] != "a" && s.lower[g.first] != "an" || s.groups[k-1].kind != commaKind {
		return false
	}
	before := s.groups[k-2]
	n := s.headName(before)
	if before.kind != nounKind || n == nil || !s.person(n) || before.role == "obj" || k > 2 && s.groups[k-3].kind == prepKind {
		return false
	}
	for _, v := range s.groups[k+1:] {
		if v.kind == verbKind {
			return s.groups[v.index-1].kind == commaKind && !s.doc.reader.reports(v.lemma)
		}
	}
	return false
}
