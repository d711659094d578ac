package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"entente.example/graph"
)

// clock is the time of day behind a date, as far as there is one.
const clock = `(?:(?:T|,? +(?:at +)?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?i:[ap]\.?m\.?)?(?: ?(?:[A-Z]{1,5}|[Zz]))?(?: ?[+-]\d{1,2}(?::?\d{2})?)?(?: \([A-Z]+\))?)?$`

var (
	// isoDate is a date at the start of a value, with or without a time of day.
	isoDate = regexp.MustCompile(`^(\d{4}(?:-\d{2}(?:-\d{2}` + strings.TrimSuffix(clock, "$") + `)?)?)$`)
	// compactDate is a date in figures alone, as GDELT has it (20200528T101500Z, 20200528101500, 202005281015).
	compactDate = regexp.MustCompile(`^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}Z?)?$`)
	// epochDate is a number of seconds or milliseconds since 1970.
	epochDate = regexp.MustCompile(`^(\d{9,10})(?:\d{3})?(?:\.\d+)?$`)
	// wordsDate has the month in words, in either order: Thursday, May 28th, 2020; 28-May-2020.
	wordsDate = regexp.MustCompile(`^(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?,? +)?` +
		`(?:(\p{L}{3,9}\.?) +(\d{1,2})(?:st|nd|rd|th)?,? +|(\d{1,2})(?:st|nd|rd|th)?[ -]+(\p{L}{3,9}\.?),?[ -]+)(\d{4})` + clock)
	// monthDate is a month and no day.
	monthDate = regexp.MustCompile(`^(\p{L}{3,9}\.?),? +(\d{4})$`)
	// figuresDate is a date in figures that ends with the year.
	figuresDate = regexp.MustCompile(`^(\d{1,2})([./-])(\d{1,2})([./-])(\d{4})` + clock)
	// yearDate is one that begins with it.
	yearDate = regexp.MustCompile(`^(\d{4})([./-])(\d{1,2})([./-])(\d{1,2})` + clock)
)

// programDates are what programs write where they do not write what people do.
var programDates = []string{time.UnixDate, time.ANSIC, time.RubyDate}

// parseDate reads a date as people and programs write it. The day is that of the place where it was written: nothing is
// moved between time zones; a number of seconds is of no place and gives the day in Greenwich. What may be the fifth of
// June or the sixth of May is neither.
func parseDate(s string) (graph.Valid, bool) {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "0123456789") {
		return "", false
	}
	if isoDate.MatchString(s) {
		return checkedDate(s[:min(len(s), len(time.DateOnly))])
	}
	if m := compactDate.FindStringSubmatch(s); m != nil {
		if date, ok := checkedDate(m[1] + "-" + m[2] + "-" + m[3]); ok {
			return date, true
		}
	}
	if m := epochDate.FindStringSubmatch(s); m != nil {
		seconds, _ := strconv.ParseInt(m[1], 10, 64)
		return graph.Valid(time.Unix(seconds, 0).UTC().Format(time.DateOnly)), true
	}
	for _, layout := range programDates {
		if day, err := time.Parse(layout, s); err == nil {
			return graph.Valid(day.Format(time.DateOnly)), true
		}
	}
	if m := monthDate.FindStringSubmatch(s); m != nil {
		if at, ok := month(m[1]); ok {
			return checkedDate(fmt.Sprintf("%s-%02d", m[2], at))
		}
	}
	day, at, year, ok := datePartsOf(s)
	if !ok {
		return "", false
	}
	return dayOf(year, at, day)
}

// datePartsOf takes a date apart that has its day, in words or in figures.
func datePartsOf(s string) (day int, at time.Month, year int, ok bool) {
	if m := wordsDate.FindStringSubmatch(s); m != nil {
		at, ok = month(m[1] + m[4])
		return number(m[2] + m[3]), at, number(m[5]), ok
	}
	if m := yearDate.FindStringSubmatch(s); m != nil {
		return number(m[5]), time.Month(number(m[3])), number(m[1]), m[2] == m[4]
	}
	m := figuresDate.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return 0, 0, 0, false
	}
	first, second := number(m[1]), number(m[3])
	switch {
	case second > 12: // as in America
		first, second = second, first
	case m[2] != "." && first <= 12 && first != second:
		return 0, 0, 0, false
	}
	return first, time.Month(second), number(m[5]), true
}

// number reads a few figures.
func number(figures string) int {
	n, _ := strconv.Atoi(figures)
	return n
}

// checkedDate gives a date where there is such a day.
func checkedDate(s string) (graph.Valid, bool) {
	if _, _, ok := graph.Valid(s).Bounds(); !ok {
		return "", false
	}
	return graph.Valid(s), true
}

// nameDate is a day or a month inside a file name.
var nameDate = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d{2})(?:([-_.]?)(\d{2})(?:[-_.]?(\d{2}))?)?(?:[^0-9]|$)`)

// dateInName finds the date in a file's name, and the year where there is no more. The last date counts: what stands
// before it is the subject.
func dateInName(name string) (date graph.Valid, year int) {
	for start := 0; start < len(name); {
		m := nameDate.FindStringSubmatchIndex(name[start:])
		if m == nil {
			break
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return name[start+m[2*i] : start+m[2*i+1]]
		}
		found := graph.Valid("")
		switch separator, month, day := group(2), group(3), group(4); {
		case day != "":
			found = graph.Valid(group(1) + "-" + month + "-" + day)
		case month != "" && separator != "":
			found = graph.Valid(group(1) + "-" + month)
		}
		if _, _, ok := found.Bounds(); ok && found != "" {
			date = found
		}
		if month := group(3); month == "" || found != "" {
			year, _ = strconv.Atoi(group(1))
		}
		start += m[3] // behind the year; what follows may be another date
		for start < len(name) && '0' <= name[start] && name[start] <= '9' {
			start++
		}
	}
	if date != "" {
		year, _ = strconv.Atoi(string(date[:4]))
	}
	return date, year
}

// month gives a month by its English name, whole or abbreviated.
func month(name string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		full := m.String()
		name := strings.TrimSuffix(name, ".")
		if len(name) >= 3 && (strings.EqualFold(name, full) || strings.EqualFold(name, full[:3]) || strings.EqualFold(name, "Sept") && m == time.September) {
			return m, true
		}
	}
	return 0, false
}

// nearest gives the day and month in that year in which it lies nearest to a date that is known better, such as the
// day on which the file was kept: a dateline of 31 December in a file of 1 January is of the year before.
func nearest(day int, m time.Month, known graph.Valid, year int) (graph.Valid, bool) {
	first, _, _ := known.Bounds()
	kept, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return dayOf(year, m, day)
	}
	best, found := graph.Valid(""), time.Duration(0)
	for y := year - 1; y <= year+1; y++ {
		date, ok := dayOf(y, m, day)
		if !ok {
			continue
		}
		at, _ := time.Parse(time.DateOnly, string(date))
		if distance := at.Sub(kept).Abs(); best == "" || distance < found {
			best, found = date, distance
		}
	}
	return best, best != ""
}

// dayOf writes a day, or reports false where there is none such.
func dayOf(year int, m time.Month, day int) (graph.Valid, bool) {
	return checkedDate(fmt.Sprintf("%04d-%02d-%02d", year, m, day))
}
