package extract

import "entente.example/loader/text"

// inverted reports whether a reporting verb stands before its subject: "..., said Mr Roe".
func (s *sentence) inverted(i int, before, g *group) bool {
	if before.kind != commaKind && before.kind != quoteKind || !s.doc.reader.classes.any(g.lemma, "say", "claim") || g.infinitive || g.gerund || i+1 >= len(s.groups) || s.groups[i+1].kind != nounKind {
		return false
	}
	if g.lemma == "recall" && isPossessive(s.lower[s.groups[i+1].first]) {
		return false // "protested, recalled its ambassador and"
	}
	if s.headBefore(i-1) != nil || s.headOfInsertion(i-1) != nil {
		return false // "an official, who asked not to be named, said X had"
	}
	if i+3 < len(s.groups) && s.groups[i+2].kind == commaKind && s.groups[i+3].kind == verbKind && i > 1 && s.groups[i-2].kind == nounKind && s.maySpeak(s.groups[i+1]) {
		return true // "Chad, says the report, armed"
	}
	return (i+2 >= len(s.groups) || s.groups[i+2].kind != nounKind) && (before.kind == quoteKind || s.reportedBefore(i) && s.maySpeak(s.groups[i+1]))
}

// maySpeak reports whether the noun group may be who says something: a name, an office, a pronoun, no thing.
func (s *sentence) maySpeak(g *group) bool {
	return g.pronoun || len(g.names) > 0 || s.doc.reader.classes.any(g.lemma, "leader", "member", "officials", "government", "title", "nationals", "rebels") ||
		g.lemma == "witness" || g.lemma == "resident" || g.lemma == "report" || g.lemma == "agency" || g.lemma == "expert"
}

// reportedBefore reports whether a clause that may be what is reported stands before the verb at i: a finite verb, not in
// what a comma inserts.
func (s *sentence) reportedBefore(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch g := s.groups[k]; {
		case g.kind == verbKind && g.lemma != "" && g.finite, g.kind == quoteKind:
			return true
		case g.kind == stopKind:
			return false
		}
	}
	return false
}

// invertedBefore reports whether the verb is an auxiliary that stands before its subject: "Not only did Chad arm X".
func (s *sentence) invertedBefore(aux, subject *group) bool {
	if aux.subject != nil || aux.last-aux.first > 1 || subject.index+1 >= len(s.groups) {
		return false
	}
	switch s.lower[aux.first] {
	case "did", "does", "do", "had", "has", "have":
	default:
		return false
	}
	v := s.groups[subject.index+1]
	tag := s.tokens[v.first].Tag
	return v.kind == verbKind && v.first == subject.last && v.first == v.head && (tag == text.VB || tag == text.VBN && s.lower[aux.first][0] == 'h')
}
