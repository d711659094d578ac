package extract

import (
	"entente.example/graph"
)

// speaking resolves "we", "us" and "our" to those for whom the sentence's speaker speaks: a state's president or ministers
// for the state, a commander or spokesman for his force. Where nobody is known to speak, or a person who speaks for
// nobody that is known, it stands for nobody.
func (s *sentence) speaking(g *group) []ref {
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
		if speaker == "" {
			return nil
		}
		if id := s.doc.spokenFor(speaker); id != "" {
			return []ref{{id: id, group: g, percent: surePronoun, force: armed(s.doc.entity(id).Type)}}
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
