package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// supposes lowers a tie that stands around "would mean": "warned that letting X strike Y would mean that Z is at war with Y".
// What comes before it is only supposed, and tells nothing; what it would mean is feared.
func (s *sentence) supposes(anchor *group, q *qualifier) {
	at := s.wouldMean()
	switch {
	case at < 0:
	case anchor.head > at:
		q.allege(graph.Suspected)
	case anchor.kind == verbKind && !anchor.finite:
		q.void = q.void || s.subjectOfMeaning(anchor, at)
	}
}

// wouldMean gives the token of "would" before "mean" and the like, or -1.
func (s *sentence) wouldMean() int {
	for i := 0; i+1 < len(s.lower); i++ {
		switch s.lower[i] {
		case "would", "could", "might", "may", "will":
		default:
			continue
		}
		switch s.lower[i+1] {
		case "mean", "amount", "constitute", "spell", "signify", "represent", "trigger", "provoke":
			return i
		}
	}
	return -1
}

// subjectOfMeaning reports whether no finite verb stands between the verb and the "would", and no subject before the verb, so
// that the verb is part of what would mean something.
func (s *sentence) subjectOfMeaning(v *group, would int) bool {
	for k := v.index + 1; k < len(s.groups) && s.groups[k].first < would; k++ {
		if g := s.groups[k]; g.kind == verbKind && g.finite || g.kind == stopKind {
			return false
		}
	}
	for k := v.index - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case compKind, stopKind, quoteKind:
			return true
		case verbKind:
			if g.finite {
				return false
			}
		}
	}
	return true
}

// hadOnly reports whether "had" before its subject makes a condition of a clause: "might have bombed X in 2013 had Y not backed
// down".
func (s *sentence) hadOnly() bool {
	for i := 0; i+2 < len(s.lower); i++ {
		if s.lower[i] != "had" || s.nameAt(i+1) == nil && s.tokens[i+1].Tag != text.DT && s.tokens[i+1].Tag != text.PRP {
			continue
		}
		if i == 0 || s.tokens[i-1].Tag == text.Comma || s.tokens[i-1].Tag == text.CD || s.nameAt(i+1) != nil && s.tokens[i-1].Tag.IsNoun() {
			return true
		}
	}
	return false
}

// cameAbout reports whether "would" tells of what was yet to come in a past that is told, and so came about: "In 1975 Cuba would send
// troops", "he would go on to lead the group". What somebody says, fears or makes depend on something may still not.
func (s *sentence) cameAbout(v *group) bool {
	if s.lower[v.first] != "would" || v.negated || v.link != mainLink && v.link != relativeLink || v.governor != nil && s.doc.reader.reports(v.governor.lemma) {
		return false
	}
	for i, word := range s.lower {
		switch word {
		case "if", "unless", "said", "says", "whether", "that":
			return false
		case "later", "eventually", "subsequently":
			if i >= v.first && i <= v.last {
				return true
			}
		}
	}
	if v.lemma == "go_on" || v.lemma == "become" || v.lemma == "go" && v.last < len(s.lower) && s.lower[v.last] == "on" {
		return true
	}
	for _, a := range v.args {
		if a.prep == "in" && a.noun.lemma == "date" && s.pastYear(a.noun) {
			return true
		}
	}
	return len(s.groups) > 1 && s.groups[0].lemma == "in" && s.groups[1].lemma == "date" && s.pastYear(s.groups[1])
}

// pastYear reports whether the date names a year before that of the article.
func (s *sentence) pastYear(date *group) bool {
	for i := date.first; i < date.last && i < len(s.lower); i++ {
		if year := s.lower[i]; len(year) == 4 && year > "1000" && year < "2100" && (len(s.doc.day) < 4 || year < s.doc.day[:4]) {
			return true
		}
	}
	return false
}

// stipulated reports whether the noun names what an accord says is to be done: "the deal provides for the withdrawal of".
func (s *sentence) stipulated(g, verb *group) bool {
	over := verb.subject
	if over == nil || !s.doc.reader.classes.has("compact", over.lemma) || verb.passive {
		return false
	}
	switch verb.lemma {
	case "provide":
		return g.role == "for"
	case "stipulate", "foresee", "include", "contain", "specify", "prescribe", "entail", "involve", "authorise", "authorize", "allow":
		return g.role == "obj" || g.role == "for"
	}
	return false
}

// laysDown reports whether the noun group is a text that says what is to be: "the deal", "the law", "the plan".
func (s *sentence) laysDown(g *group) bool {
	return g != nil && s.headName(g) == nil && s.doc.reader.classes.any(g.lemma, "compact", "edict")
}

// provided reports whether a plan has or sees its object do what the verb tells: "the plan has X leaving Y".
func (s *sentence) provided(v *group) bool {
	if v.subject == nil || v.finite || v.subject.role != "obj" || v.subject.verb == nil {
		return false
	}
	has := v.subject.verb
	return (has.lemma == "have" || has.lemma == "see") && !has.passive && has.index < v.index && s.laysDown(has.subject)
}

// labels reports whether a noun group with "a" follows what is called so: "called the attack on X a disgrace".
func (s *sentence) labels(verb *group) bool {
	for k := verb.index + 2; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			if s.groups[k-1].kind == nounKind && (s.lower[g.first] == "a" || s.lower[g.first] == "an") {
				return true
			}
		case prepKind:
		default:
			return false
		}
	}
	return false
}
