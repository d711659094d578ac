package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchSequel reads a sentence that says no more than what to think of the one before: "Or so Congo claims.", "That is what Congo says.",
// "Such was the rumour.", "The agency later withdrew the story." What it speaks of is then a claim. It runs behind the frames, whose
// candidates it marks.
func (s *sentence) matchSequel() {
	if s.index == 0 || len(s.doc.candidates) == 0 {
		return
	}
	if s.takesBackStory() || s.contradicts() && len(s.lower) < 7 {
		s.unsettle(graph.Claimed, "", true)
		return
	}
	first := s.sequelStart()
	if first < 0 {
		return
	}
	switch word := s.lower[first]; word {
	case "so":
		if say := s.saysSo(first); say != nil && (first > 0 || s.doc.reader.classes.any(say.lemma, "claim", "suspect")) {
			s.unsettle(graph.Claimed, s.speakerOf(say), false)
		}
	case "that", "this", "such":
		if kind, speaker := s.onlyTold(first); kind != "" {
			s.unsettle(kind, speaker, false)
		}
	}
}

// sequelStart gives the first word that is not one of "but", "or", "at least", or -1 where the sentence is too long to say no more.
func (s *sentence) sequelStart() int {
	if len(s.lower) > 24 {
		return -1
	}
	for i, word := range s.lower {
		switch word {
		case "but", "and", "or", "yet", "at", "least", ",":
		default:
			return i
		}
	}
	return -1
}

// saysSo gives the verb of "so Congo claims" or "so says Congo", which ends the sentence, or nil.
func (s *sentence) saysSo(so int) *group {
	for _, v := range s.groups {
		if v.first <= so || v.kind != verbKind {
			continue
		}
		if v.finite && v.object == nil && v.first <= so+5 && s.doc.reader.classes.any(v.lemma, "say", "claim", "suspect") {
			return v
		}
		return nil
	}
	return nil
}

// onlyTold tells what a "that", "this" or "such" at the head of the sentence is called, and by whom: "is what Congo says", "was the rumour".
func (s *sentence) onlyTold(first int) (graph.Modality, graph.ID) {
	class := s.doc.reader.classes
	for _, be := range s.groups {
		if be.first <= first || be.kind != verbKind {
			continue
		}
		if !be.copula || be.negated || be.modal != "" || be.last >= len(s.lower) {
			return "", ""
		}
		next := be.last
		for next < len(s.lower)-1 && (s.tokens[next].Tag == text.RB || s.tokens[next].Tag == text.Comma) {
			next++
		}
		if s.lower[next] == "what" {
			return s.whatTold(next)
		}
		for _, g := range s.groups[be.index+1:] {
			switch kind := class.kind("verdict", g.lemma); {
			case g.kind == adverbKind || g.kind == commaKind:
				continue
			case g.kind != nounKind || kind != "claimed" && !class.has("rumour", g.lemma) || s.none(g) || len(s.argumentsOf(g, "of"))+len(s.argumentsOf(g, "for")) > 0:
				return "", ""
			default:
				return graph.Claimed, s.claimant(g)
			}
		}
		return "", ""
	}
	return "", ""
}

// whatTold tells who says what the clause with "what" at the token stands for: "what Congo says", "what it would have us believe".
func (s *sentence) whatTold(what int) (graph.Modality, graph.ID) {
	for _, v := range s.groups {
		if v.first <= what || v.kind != verbKind || v.subject == nil {
			continue
		}
		if s.doc.reader.classes.any(v.lemma, "say", "claim", "suspect") || (v.lemma == "have" || v.lemma == "want") && slices.Contains(s.lower[v.last:], "believe") {
			speaker, _ := s.voice(v.subject)
			return graph.Claimed, speaker
		}
		break
	}
	return "", ""
}

// takesBackStory reports whether the sentence tells that what was said before was taken back, or faked: "The agency withdrew the story", "The
// report was later corrected", "The post was a hoax".
func (s *sentence) takesBackStory() bool {
	class := s.doc.reader.classes
	for _, v := range s.groups {
		if v.kind != verbKind || !v.finite || s.negates(v) || v.modal != "" {
			continue
		}
		told := v.object
		if v.lemma == "apologise" || v.lemma == "apologize" {
			if told = nil; len(s.argumentsOf(v, "for")) > 0 {
				told = s.argumentsOf(v, "for")[0]
			}
			if told != nil && (told.definite || isPossessive(s.lower[told.first])) && class.any(told.lemma, "report", "showpiece") {
				return true
			}
			continue
		}
		if v.passive || v.copula || told == nil {
			told = v.subject
		}
		if told == nil || !told.definite && !isPossessive(s.lower[told.first]) || len(told.names)+len(told.after) > 0 || !class.any(told.lemma, "report", "writ", "showpiece") {
			continue
		}
		fake := v.copula && v.complement != nil && class.has("untrue", v.complement.lemma) && !class.has("report", told.lemma)
		gone := class.has("showpiece", told.lemma) && (class.has("delete", v.lemma) || v.copula && s.wordsBefore(v.last+2, "in", "fact"))
		if fake || gone || s.provesUntrue(v) || v.passive && class.any(v.lemma, "invent", "debunk") || !v.copula && told.lemma != "law" && class.has("retract", v.lemma) {
			return true
		}
	}
	return false
}

// unsettle makes claims of what the sentence before affirms: of what it only reports, or, where all is meant, of what the article says itself
// or in the speaker's words.
func (s *sentence) unsettle(as graph.Modality, speaker graph.ID, reported bool) {
	for i := len(s.doc.candidates) - 1; i >= 0; i-- {
		c := &s.doc.candidates[i]
		if c.sentence.index < s.index-1 {
			return
		}
		q := &c.qualifier
		if c.sentence == s || q.polarity != graph.Affirmed || !q.reported && (c.frame.relation == graph.MemberOf || c.frame.relation == graph.Leads) {
			continue
		}
		if reported && !q.reported && q.speaker == "" && q.via == "" || !reported && q.speaker != "" && q.speaker != speaker {
			continue
		}
		if q.allege(as); !reported {
			q.speaker = speaker
		}
	}
}
