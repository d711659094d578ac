package extract

import (
	"entente.example/graph"
)

// entryReach is in how many tokens the date of an entry ends.
const entryReach = 10

// entry gives the number of tokens of the date that opens an entry of a chronology, with the dash or colon behind it: "1982 - Habré
// seizes", "2006 April – Rebels attack", "1979-81: Libya sends". The date is no part of the sentence.
func (s *sentence) entry() int {
	years, i := 0, 0
	for i < len(s.tokens) && i < entryReach {
		_, year := s.year(i)
		_, day := s.dayNumber(i)
		_, month := s.month(i)
		switch {
		case year:
			years++
		case day || month || s.ranges(i):
		default:
			if years == 0 && !s.monthsAlone(i) || i+1 >= len(s.tokens) || !(isDash(s.lower[i]) && s.spaced(i) || s.lower[i] == ":") {
				return 0
			}
			s.entryDate, _ = s.calendar(0)
			if first, ok := s.year(0); ok && s.entryDate == "" {
				if s.entryDate = graph.Valid(first); i > 1 {
					s.entryDate = s.monthOf(first)
				}
			}
			return i + 1
		}
		i++
	}
	return 0
}

// ranges reports whether the token joins two dates: "1979-81", "May to July", "1960s".
func (s *sentence) ranges(i int) bool {
	if i == 0 || i+1 >= len(s.tokens) {
		return false
	}
	switch s.lower[i] {
	case "-", "–", "—", "/", "to", "and", ",":
		_, year := s.year(i + 1)
		_, day := s.dayNumber(i + 1)
		_, month := s.month(i + 1)
		return year || day || month
	}
	return false
}

// monthsAlone reports whether a month opens the sentence and the token follows it, and is not the hyphen of a word.
func (s *sentence) monthsAlone(i int) bool {
	_, ok := s.month(0)
	return ok && i > 0
}

// monthOf gives the month behind the year that opens the entry, "2006 April -", or the year where none or several stand there.
func (s *sentence) monthOf(year string) graph.Valid {
	month, ok := s.month(1)
	if !ok || s.ranges(2) {
		return graph.Valid(year)
	}
	return graph.Valid(year + "-" + twoDigits(int(month)))
}

// befallen reports whether the verb at i, in an entry of a chronology, tells without an auxiliary what was done to its subject:
// "1975 - Tombalbaye deposed in coup".
func (s *sentence) befallen(i int, g *group) bool {
	return s.entryDate != "" && g.finite && g.first == g.head && g.modal == "" && s.pastForm(g) && !g.passive && !s.objectNext(i) && s.doc.reader.classes.has("befall", g.lemma)
}

func twoDigits(n int) string {
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}
