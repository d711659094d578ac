package extract

import (
	"slices"
	"strings"
)

// An undated text tells of one time where its years lie no further apart than this.
const eraSpan = 60

// findEra sets the middle of the time that an undated text is about: of the years in its title, or else of all its years
// where most lie close together.
func (d *document) findEra(sentences []*sentence) {
	if d.day != "" {
		return
	}
	var years []string
	for i, s := range sentences {
		for k := range s.tokens {
			if y := yearOf(s.lower[k]); y != "" {
				years = append(years, y)
			}
		}
		if i == 0 && s.title && len(years) > 0 {
			break
		}
	}
	if len(years) == 0 {
		return
	}
	slices.Sort(years)
	tenth := len(years) / 10
	if yearsApart(years[tenth], years[len(years)-1-tenth]) <= eraSpan {
		d.era = years[len(years)/2] + "-07-01"
	}
}

// yearOf gives the year that a word begins with ("1937", "1937–41"), or nothing.
func yearOf(word string) string {
	if len(word) < 4 || word[0] != '1' && word[0] != '2' || strings.Trim(word[:4], "0123456789") != "" {
		return ""
	}
	if len(word) > 4 && word[4] >= '0' && word[4] <= '9' || word[:4] < "1500" || word[:4] > "2100" {
		return ""
	}
	return word[:4]
}

// yearsApart gives how many years lie between two.
func yearsApart(from, to string) int {
	n := func(year string) (sum int) {
		for _, digit := range year {
			sum = sum*10 + int(digit-'0')
		}
		return sum
	}
	return n(to) - n(from)
}

// when is the article's date, or else the time that it tells of, or nothing.
func (d *document) when() string {
	if d.day != "" {
		return d.day
	}
	return d.era
}
