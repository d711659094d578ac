package graph

import (
	"cmp"
	"strings"
	"time"
)

// Valid is when something held, as an EDTF level 1 date or interval: "2020", "2020-05", "2020-05-28", "2020-05~"
// (about), "2014/2019", "2014/.." (still open), "../2019". Empty: unknown.
// https://www.loc.gov/standards/datetime/
type Valid string

// Bounds gives the first and the last day that v may cover, as YYYY-MM-DD; an open or unknown end is empty.
// It reports false where v is not a date that it can read.
func (v Valid) Bounds() (first, last string, ok bool) {
	from, to, ok := v.bounds()
	if !ok {
		return "", "", false
	}
	return from.String(), to.String(), true
}

func (v Valid) bounds() (first, last bound, ok bool) {
	if v == "" {
		return bound{}, bound{}, true
	}
	from, to, isInterval := strings.Cut(string(v), "/")
	if !isInterval {
		to = from
	}
	first, _, ok = days(from)
	if !ok {
		return bound{}, bound{}, false
	}
	_, last, ok = days(to)
	if !ok || first.date != "" && last.date != "" && first.compare(last.String()) > 0 {
		return bound{}, bound{}, false
	}
	return first, last, true
}

// Covers reports whether the day (YYYY-MM-DD) may lie in v. Every day lies in an unknown v, and an unknown (empty) day
// lies in every v.
func (v Valid) Covers(day string) bool {
	first, last, ok := v.bounds()
	return ok && (day == "" || (first.date == "" || first.compare(day) <= 0) && (last.date == "" || last.compare(day) >= 0))
}

// bound is a day, in two parts, since most are made of a year: dictionaries are asked for their dates too often to write it out.
type bound struct{ date, rest string }

func (b bound) String() string { return b.date + b.rest }

// compare tells whether the day stands before, at or behind a day that is written out.
func (b bound) compare(day string) int {
	n := min(len(b.date), len(day))
	if c := strings.Compare(b.date[:n], day[:n]); c != 0 || n < len(b.date) {
		return cmp.Or(c, 1)
	}
	return strings.Compare(b.rest, day[n:])
}

// days gives the first and last day of one EDTF date.
func days(date string) (first, last bound, ok bool) {
	date = strings.TrimRight(date, "~?%")
	if date == ".." || date == "" {
		return bound{}, bound{}, true
	}
	switch len(date) {
	case len("2006"):
		return bound{date, "-01-01"}, bound{date, "-12-31"}, areDigits(date)
	case len("2006-01"):
		month, err := time.Parse("2006-01", date)
		return bound{date, "-01"}, bound{month.AddDate(0, 1, -1).Format(time.DateOnly), ""}, err == nil
	case len(time.DateOnly):
		return bound{date, ""}, bound{date, ""}, isDate(date)
	}
	return bound{}, bound{}, false
}

// areDigits reports whether there is nothing but digits.
func areDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// isDate reports whether there is such a day, written as [time.DateOnly] is: only the last days of months need the calendar.
func isDate(date string) bool {
	if areDigits(date[:4]) && date[4] == '-' && date[7] == '-' && areDigits(date[5:7]) && areDigits(date[8:]) {
		month, day := date[5:7], date[8:]
		if month >= "01" && month <= "12" && day >= "01" && day <= "28" {
			return true
		}
	}
	_, err := time.Parse(time.DateOnly, date)
	return err == nil
}
