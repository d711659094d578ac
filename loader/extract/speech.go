package extract

import (
	"strings"

	"entente.example/graph"
)

// speaking resolves "we", "us" and "our" to those for whom the sentence's speaker speaks: a state's president or ministers
// for the state, a commander or spokesman for his force. Where nobody is known to speak, or a person who speaks for
// nobody that is known, it stands for nobody.
func (s *sentence) speaking(g *group) []ref {
	if refs := s.signatories(g); refs != nil {
		return refs
	}
	for _, v := range s.groups {
		if v.kind != verbKind || !v.finite || !s.doc.reader.classes.any(v.lemma, "say", "claim", "deny", "threaten") {
			continue
		}
		subject := v.subject
		if subject == nil && v.index+1 < len(s.groups) && s.groups[v.index+1].kind == nounKind {
			subject = s.groups[v.index+1]
		}
		if subject == nil || subject == g || subject.pronoun && isPluralPronoun(subject.lemma) {
			continue
		}
		s.resolveGroup(subject)
		speaker, _ := s.voice(subject)
		return s.spokenBy(g, speaker)
	}
	if s.speech(g.first) {
		return s.spokenBy(g, s.speakerBefore())
	}
	if refs := s.withOwn(g); refs != nil {
		return refs
	}
	return s.declares(g)
}

// declares makes the "we" of a government's own statement the state for which it is made: the first one that acts, or owns what is
// spoken of, in a text that says at its head what it is.
func (s *sentence) declares(g *group) []ref {
	head := strings.ToLower(s.doc.text[:min(len(s.doc.text), declarationHead)])
	if !strings.Contains(head, "statement") && !strings.Contains(head, "press release") && !strings.Contains(head, "immediate release") && !strings.Contains(head, "communiqu") {
		return nil
	}
	for _, m := range s.doc.history {
		if (m.role == "subj" || m.owns) && len(m.refs) == 1 && s.doc.isState(m.refs[0].id) {
			return []ref{{id: m.refs[0].id, group: g, percent: surePronoun * sureDefinite / 100, force: true}}
		}
	}
	return nil
}

// declarationHead is how far into a text, in bytes, it says that it is a statement.
const declarationHead = 120

// signatories gives those in whose name a declaration is made: "We, the leaders of France and Germany, condemn".
func (s *sentence) signatories(g *group) []ref {
	k := g.index
	if g.lemma != "we" || k+4 >= len(s.groups) || s.groups[k] != g || s.groups[k+1].kind != commaKind || s.groups[k+3].lemma != "of" {
		return nil
	}
	if office := s.officeOf(s.groups[k+2]); !s.doc.reader.classes.any(office.lemma, "leader", "member", "sovereign") {
		return nil
	}
	of := s.groups[k+4]
	s.resolveGroup(of)
	refs := make([]ref, 0, len(of.actor))
	for _, r := range of.actor {
		r.group, r.percent = g, surePronoun
		refs = append(refs, r)
	}
	return refs
}

// spokenBy makes "we" those for whom the speaker speaks.
func (s *sentence) spokenBy(g *group, speaker graph.ID) []ref {
	if speaker == "" {
		return nil
	}
	id := s.doc.spokenFor(speaker)
	if id == "" {
		return nil
	}
	return []ref{{id: id, group: g, percent: surePronoun, force: armed(s.doc.entity(id).Type)}}
}

// speakerBefore gives who says the direct speech that the sentence goes on with, as the sentences before tell: the same quote, or
// one right behind the sentence that names its speaker.
func (s *sentence) speakerBefore() graph.ID {
	next := s
	for i := s.index - 1; i >= max(0, s.index-quoteReach); i-- {
		before := s.doc.sentences[i]
		if !next.quotation.inside && !next.speech(1) {
			return ""
		}
		if v := before.utters(); v != nil {
			return before.speakerOf(v)
		}
		if !before.quotes() {
			return ""
		}
		next = before
	}
	return ""
}

// withOwn resolves the "our" of a state's own statement, where it names the state along with "our allies": "Canada and our
// partners stand with Chad".
func (s *sentence) withOwn(g *group) []ref {
	if g.lemma != "our" || g.index >= len(s.groups) || !s.doc.reader.classes.has("companion", s.groups[g.index].lemma) {
		return nil
	}
	for _, v := range s.groups {
		if v.kind != verbKind || !v.finite || v.subject == nil {
			continue
		}
		subject := v.subject
		if subject.conjuncts != nil {
			subject = subject.conjuncts[0]
		}
		if len(subject.actor) == 1 && subject.first < g.first && s.doc.isState(subject.actor[0].id) {
			r := subject.actor[0]
			r.group, r.percent = g, surePronoun
			return []ref{r}
		}
		return nil
	}
	return nil
}

// spokenFor gives whom a speaker means by "we": himself where it is a body, or else what he leads or belongs to.
func (d *document) spokenFor(speaker graph.ID) graph.ID {
	e := d.entity(speaker)
	switch {
	case e.IsPlace():
		return ""
	case e.Type != graph.Person:
		return speaker
	}
	if led := d.led(speaker); led != "" {
		return led
	}
	return d.belongs(speaker)
}
