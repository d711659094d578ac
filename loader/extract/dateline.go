package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// datelineReach is in how many tokens a dateline ends.
const datelineReach = 14

// longestHeader is how many tokens the line with outlet and date over a report has at most.
const longestHeader = 8

// dateline gives the number of tokens of the place, date and agency before a report's first words: "KABUL, Aug 3 (AFP) -",
// "Beirut (Reuters) -", "GOMA, Congo --". It is no part of the sentence, though the dash reads as a comma.
func (s *sentence) dateline() int {
	if len(s.tokens) == 0 {
		return 0
	}
	if n := s.entry(); n > 0 {
		return n
	}
	if !s.capitalised(0) {
		return 0
	}
	shouted := len(s.words[0]) > 2 && s.words[0] != s.lower[0] && isAcronym(s.words[0])
	if n := s.gluedDateline(); n > 0 {
		return n
	}
	if i := s.agencyDash(); i > 0 {
		return i + 1
	}
	if len(s.tokens) > 3 && isAcronym(s.words[0]) && s.capitalised(1) && !s.capitals && s.doc.reader.classes.has("media", s.lower[0]) && s.nameFrom(1) {
		return 1 // "SANA Army units shelled"
	}
	bracketed := false
	for i := 1; i < len(s.tokens) && i < datelineReach; i++ {
		switch tag := s.tokens[i].Tag; {
		case isDash(s.lower[i]) && tag != text.HYPH && s.spaced(i):
			if i+1 < len(s.tokens) && (shouted || bracketed) && (bracketed || s.nameAt(0) != nil && s.land(s.nameAt(0)) && !s.capitals) {
				return i + 1
			}
			return 0
		case tag == text.CloseBracket && bracketed && shouted && i+1 < len(s.tokens) && s.capitalised(i+1) && s.nameAt(0) != nil && s.land(s.nameAt(0)):
			if next := i + 1; !isDash(s.lower[next]) {
				return next // "BEIRUT (AP) Syrian troops captured"
			}
		case tag == text.OpenBracket:
			bracketed = i+2 < len(s.tokens) && s.doc.reader.classes.has("media", s.lower[i+1])
		case tag.IsVerb() && !s.capitalised(i), tag == text.IN, tag == text.DT, tag == text.CC:
			return 0
		}
	}
	return 0
}

// agencyDash gives the dash behind a place and the acronym of a news agency at the beginning of a report, or 0: "Provinces SANA -
// Army units shelled", "Hama, SANA-Army units".
func (s *sentence) agencyDash() int {
	for i := 2; i+2 < len(s.tokens) && i < datelineReach && !s.capitals; i++ {
		agency := i - 1
		if s.tokens[agency].Tag == text.CloseBracket {
			agency--
		}
		switch {
		case isDash(s.lower[i]) && isAcronym(s.words[agency]) && (s.doc.reader.classes.has("media", s.lower[agency]) || s.lower[agency] == "tv") && s.capitalised(i+1):
			return i
		case s.tokens[i].Tag.IsVerb() && !s.capitalised(i):
			return 0
		}
	}
	return 0
}

// spaced reports whether blanks stand on both sides of the token.
func (s *sentence) spaced(i int) bool {
	return i > 0 && i+1 < len(s.tokens) && s.tokens[i-1].End < s.tokens[i].Start && s.tokens[i].End < s.tokens[i+1].Start
}

// gluedDateline gives the length of a dateline that is a town alone, behind which a copy without punctuation goes on with who did
// something: "Mogadishu Al-Shabaab militants stormed", but not "Aleppo Syria's largest city". The comma between has been restored.
func (s *sentence) gluedDateline() int {
	n := s.nameAt(0)
	if n == nil || s.index > 0 && !s.doc.sentences[s.index-1].title && len(s.doc.sentences[s.index-1].tokens) > longestHeader || n.last+2 >= len(s.tokens) || !s.isPlaceName(n) || s.tokens[n.last].Start != s.tokens[n.last].End {
		return 0
	}
	next := s.nameAt(n.last + 1)
	if s.beginsSide(n.last + 1) {
		return n.last + 1 // "Beirut Rebels drove"
	}
	if next == nil || !next.known() || s.isPlaceName(next) || next.last >= len(s.tokens) || s.tokens[next.last].Tag == text.POS {
		return 0
	}
	return n.last + 1
}

// beginsSide reports whether a clause begins at the token with a capital, as "Rebels drove" does behind the place of a report.
func (s *sentence) beginsSide(i int) bool {
	if s.headline || s.capitals || i+1 >= len(s.tokens) || !s.capitalised(i) || s.capitalised(i+1) || s.nameAt(i) != nil {
		return false
	}
	return s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "rebels", "force", "government", "hunted")
}

// nameFrom reports whether somebody begins at the token behind the name of an agency: a name of the dictionary, or a side.
func (s *sentence) nameFrom(i int) bool {
	if n := s.nameAt(i); n != nil {
		return n.known() && n.senses[0].Entry.Type != graph.Person
	}
	return s.beginsSide(i)
}

// opensReport reports whether the word behind a dash is one for a side, with a capital only as the first of a report: "MONROVIA (AP) --
// Rebel leader".
func (s *sentence) opensReport(i int) bool {
	return i > 0 && i+1 < len(s.tokens) && !s.capitalised(i+1) && s.doc.reader.classes.any(s.lower[i], "rebels", "force", "government")
}
