package graph

import (
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
	if v == "" {
		return "", "", true
	}
	from, to, isInterval := strings.Cut(string(v), "/")
	if !isInterval {
		to = from
	}
	first, _, ok = days(from)
	if !ok {
		return "", "", false
	}
	_, last, ok = days(to)
	if !ok || first != "" && last != "" && first > last {
		return "", "", false
	}
	return first, last, true
}

// Covers reports whether the day (YYYY-MM-DD) may lie in v. Every day lies in an unknown v, and an unknown (empty) day
// lies in every v.
func (v Valid) Covers(day string) bool {
	first, last, ok := v.Bounds()
	return ok && (day == "" || (first == "" || first <= day) && (last == "" || day <= last))
}

// days gives the first and last day of one EDTF date.
func days(date string) (first, last string, ok bool) {
	date = strings.TrimRight(date, "~?%")
	if date == ".." || date == "" {
		return "", "", true
	}
	switch len(date) {
	case len("2006"):
		_, err := time.Parse("2006", date)
		return date + "-01-01", date + "-12-31", err == nil
	case len("2006-01"):
		month, err := time.Parse("2006-01", date)
		return date + "-01", month.AddDate(0, 1, -1).Format(time.DateOnly), err == nil
	case len(time.DateOnly):
		_, err := time.Parse(time.DateOnly, date)
		return date, date, err == nil
	}
	return "", "", false
}
