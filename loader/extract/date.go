package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"entente.example/graph"
	"entente.example/loader/text"
)

// when gives the date that stands with the words that make a tie: at the verb, or right behind the noun. It is empty where
// they have none, or more than one.
func (s *sentence) when(anchor *group) graph.Valid {
	args := anchor.after
	if anchor.kind == verbKind {
		args = anchor.args
	} else if len(args) == 0 && anchor.verb != nil && anchor.role == "obj" && s.headName(anchor) == nil {
		args = anchor.verb.args
	}
	var found graph.Valid
	for _, a := range args {
		v, ok := s.dateAt(a.noun.first - 1)
		if !ok {
			continue
		}
		if found != "" && found != v {
			return ""
		}
		found = v
	}
	return found
}

// dateAt reads the date that begins at the token, behind its preposition: "since 2014", "in May 2020", "on May 28",
// "on Tuesday". What lacks a year looks back from the article's date; without one it is no date.
func (s *sentence) dateAt(i int) (graph.Valid, bool) {
	if i < 0 || i+1 >= len(s.tokens) {
		return "", false
	}
	prep := s.lower[i]
	if prep != "in" && prep != "on" && prep != "since" {
		return "", false
	}
	v, ok := s.calendar(i + 1)
	if !ok && prep == "on" {
		v, ok = s.lastDay(i + 1)
	}
	if ok && prep == "since" {
		v += "/.."
	}
	return v, ok
}

// calendar reads "2014", "May 2020", "May 28", "May 28, 2020", "28 May 2020".
func (s *sentence) calendar(i int) (graph.Valid, bool) {
	if i < len(s.words) && (s.lower[i] == "early" || s.lower[i] == "late" || s.lower[i] == "mid") {
		i++
	}
	if year, ok := s.year(i); ok {
		if i+1 < len(s.tokens) && (s.tokens[i+1].Tag.IsNoun() || s.lower[i+1] == "-") {
			return "", false // "in 2,000 villages", "2014-15"
		}
		return graph.Valid(year), true
	}
	day, monthAt := 0, i
	if d, ok := s.dayNumber(i); ok {
		day, monthAt = d, i+1
	}
	month, ok := s.month(monthAt)
	if !ok {
		return "", false
	}
	next := monthAt + 1
	if d, ok := s.dayNumber(next); ok && day == 0 {
		day = d
		next++
		if next < len(s.tokens) && s.tokens[next].Tag == text.Comma {
			next++
		}
	}
	year, ok := s.year(next)
	if !ok {
		if year, ok = s.yearBefore(month, day); !ok {
			return "", false
		}
	}
	if day == 0 {
		return graph.Valid(fmt.Sprintf("%s-%02d", year, month)), true
	}
	v := graph.Valid(fmt.Sprintf("%s-%02d-%02d", year, month, day))
	_, _, ok = v.Bounds()
	return v, ok
}

func (s *sentence) year(i int) (string, bool) {
	if i >= len(s.words) || len(s.words[i]) != 4 {
		return "", false
	}
	n := number(s.words[i])
	return s.words[i], n >= 1700 && n < 2100
}

func (s *sentence) dayNumber(i int) (int, bool) {
	if i >= len(s.words) {
		return 0, false
	}
	word := s.words[i]
	if l := len(word); l == 3 || l == 4 {
		switch word[l-2:] {
		case "st", "nd", "rd", "th":
			word = word[:l-2] // "Dec. 7th"
		}
	}
	if len(word) > 2 {
		return 0, false
	}
	n := number(word)
	return n, n >= 1 && n <= 31
}

// number reads a word of digits; any other word is 0. It makes no error, since most words are none.
func number(word string) int {
	n := 0
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return 0
		}
		n = 10*n + int(word[i]-'0')
	}
	return n
}

func (s *sentence) month(i int) (time.Month, bool) {
	if i >= len(s.words) || len(s.words[i]) < 3 || s.words[i][0] < 'A' || s.words[i][0] > 'Z' {
		return 0, false
	}
	if s.tokens[i].Tag == text.MD && i > 0 && i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.VB {
		return 0, false // "Chad May Leave the Pact"
	}
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		rest, ok := strings.CutPrefix(s.words[i], name[:3])
		if ok && (rest == name[3:] || rest == "." || rest == "" && m != time.May || rest == "t." && m == time.September) {
			return m, true
		}
	}
	return 0, false
}

// yearBefore gives the year of the last such month, or day, up to the article's date.
func (s *sentence) yearBefore(month time.Month, day int) (string, bool) {
	published, err := time.Parse(time.DateOnly, s.doc.day)
	if err != nil {
		return "", false
	}
	year := published.Year()
	if month > published.Month() || month == published.Month() && day > published.Day() {
		year--
	}
	return strconv.Itoa(year), true
}

// lastDay reads a day of the week, or yesterday, as the last one up to the article's date.
func (s *sentence) lastDay(i int) (graph.Valid, bool) {
	published, err := time.Parse(time.DateOnly, s.doc.day)
	if err != nil {
		return "", false
	}
	switch s.lower[i] {
	case "today":
		return graph.Valid(s.doc.day), true
	case "yesterday":
		return graph.Valid(published.AddDate(0, 0, -1).Format(time.DateOnly)), true
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if s.words[i] == d.String() {
			days := (int(published.Weekday()) - int(d) + 7) % 7
			return graph.Valid(published.AddDate(0, 0, -days).Format(time.DateOnly)), true
		}
	}
	return "", false
}

// bareYear gives 1 where the token is a year behind a preposition, and so no part of the noun group that follows: "in 1999
// Ethiopian troops".
func (s *sentence) bareYear(i int) int {
	if _, ok := s.year(i); !ok || i == 0 || s.tokens[i-1].Tag != text.IN {
		return 0
	}
	if i+3 < len(s.tokens) && s.tokens[i+1].Tag == text.NN && s.tokens[i+2].Tag == text.NNS && (s.tokens[i+3].Tag == text.VBD || s.tokens[i+3].Tag == text.MD) {
		return 1 // "In 1995 government forces took X"
	}
	if s.joinsYear(i + 1) {
		return 3
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].Tag.IsNoun() && s.nameAt(i+1) == nil && s.tokens[i+1].Tag != text.NNS && !(s.capitalised(i+1) && s.titled(i+1)) {
		return 0
	}
	return 1
}

// joinsYear reports whether "and" or "or" and a second year stand at the token: "between 1994 and 2002 Kenya sent arms".
func (s *sentence) joinsYear(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i].Tag != text.CC {
		return false
	}
	_, ok := s.year(i + 1)
	return ok && (i+2 == len(s.tokens) || s.nameAt(i+2) != nil || !s.tokens[i+2].Tag.IsNoun())
}

// decade gives the length of "the 1980s", "the early 1990s", "mid-2011", "late 1994" behind a preposition, or 0: it is no part
// of the noun group that follows.
func (s *sentence) decade(i int) int {
	if i == 0 || s.tokens[i-1].Tag != text.IN && s.tokens[i-1].Tag != text.TO {
		return 0
	}
	j := i
	definite := s.lower[j] == "the"
	if definite {
		j++
	}
	if j < len(s.tokens) && (s.lower[j] == "early" || s.lower[j] == "late" || s.lower[j] == "mid") {
		j++
		if j < len(s.tokens) && s.tokens[j].Tag == text.HYPH {
			j++
		}
	}
	if j >= len(s.tokens) || j == i {
		return 0
	}
	if _, year := s.year(j); year && !definite {
		return j + 1 - i
	}
	if s.isDecade(j) {
		if j+2 < len(s.tokens) && s.tokens[j+1].Tag == text.CC && s.isDecade(j+2) {
			j += 2 // "in the 1970s and 1980s arms were bought"
		}
		return j + 1 - i
	}
	return 0
}

// isDecade reports whether the word names one: "1980s", "mid-1990s".
func (s *sentence) isDecade(i int) bool {
	word, plural := strings.CutSuffix(s.words[i], "s")
	word = strings.Trim(strings.TrimPrefix(word, "mid-"), "'’")
	n := number(word)
	return plural && len(word) == 4 && n >= 1500 && n < 2100
}

// isMonth reports whether the word is a month's name.
func (s *sentence) isMonth(i int) bool {
	_, ok := s.month(i)
	return ok && s.capitalised(i)
}

// dayOfMonth reports whether a day of a month stands at the token, which is no part of the name before it: "took Goma Aug. 20 and".
func (s *sentence) dayOfMonth(i int) bool {
	if !s.isMonth(i) {
		return false
	}
	_, day := s.dayNumber(i + 1)
	return day && (i+2 >= len(s.tokens) || !s.tokens[i+2].Tag.IsNoun())
}

// datedAt reports whether a year, a month or a day of the week stands at the token.
func (s *sentence) datedAt(i int) bool {
	if _, ok := s.month(i); ok {
		return true
	}
	return len(s.words[i]) == 4 && isNumeral(s.words[i]) || isDay(s.lower[i])
}

// datesThat reports whether the noun group says when, by pointing back: "that year", "the same month".
func (s *sentence) datesThat(g *group) bool {
	if g.head == g.first+1 && isDay(s.lower[g.first]) && s.doc.reader.classes.has("time", s.lower[g.head]) {
		return true // "On Sunday evening Turkish troops entered"
	}
	if g.head == g.first || g.head > g.first+2 || !s.doc.reader.classes.has("time", s.lower[g.head]) {
		return false
	}
	switch s.lower[g.head-1] {
	case "that", "this", "same", "last", "next", "following", "previous":
		return true
	}
	return false
}
