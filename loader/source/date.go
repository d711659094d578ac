package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"entente.example/graph"
)

// isoDate is a date at the start of a value, with or without a time of day.
var isoDate = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2}([T ][0-9:.,]+ ?([Zz]|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?$`)

// compactDate is a date in figures alone, as GDELT has it (20200528T101500Z, 20200528101500).
var compactDate = regexp.MustCompile(`^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{6}Z?)?$`)

// epochDate is a number of seconds or milliseconds since 1970.
var epochDate = regexp.MustCompile(`^(\d{9,10})(?:\d{3})?(?:\.\d+)?$`)

// writtenDates are the forms of dates in words that people and programs write.
var writtenDates = []string{
	"January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "2006/01/02", "2006/1/2", "2006.01.02",
	"02.01.2006", "Monday, January 2, 2006", "Monday, 2 January 2006", "2006-1-2",
	time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04 MST", "Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 2006",
	time.UnixDate, time.ANSIC, time.RubyDate, "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM", "2006/01/02 15:04:05",
	"January 2, 2006, 3:04 pm", "January 2, 2006 15:04:05",
}

// parseDate reads a date as people and programs write it. The day is that of the place where it was written: nothing is
// moved between time zones; a number of seconds is of no place and gives the day in Greenwich.
func parseDate(s string) (graph.Valid, bool) {
	s = strings.TrimSpace(s)
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
	for _, layout := range writtenDates {
		if day, err := time.Parse(layout, s); err == nil {
			return graph.Valid(day.Format(time.DateOnly)), true
		}
	}
	return "", false
}

func checkedDate(s string) (graph.Valid, bool) {
	_, _, ok := graph.Valid(s).Bounds()
	return graph.Valid(s), ok
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
	date := graph.Valid(fmt.Sprintf("%04d-%02d-%02d", year, m, day))
	_, _, ok := date.Bounds()
	return date, ok
}
