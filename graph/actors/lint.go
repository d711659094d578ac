package actors

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente.example/graph"
)

//go:embed common.txt
var commonText string

// Problem is something wrong with the data, at a line of a file. A warning is something that may be right.
type Problem struct {
	File    string
	Line    int
	Text    string
	Warning bool
}

// String gives the problem as file:line: text.
func (p Problem) String() string {
	if p.Warning {
		return fmt.Sprintf("%s:%d: warning: %s", p.File, p.Line, p.Text)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// placeKinds are the kinds that a place may be of.
const placeKinds = " town city region province district base airport road river mountain island sea dam border_crossing " +
	"camp port strait territory "

// Lint gives what is wrong with the data, in the order of files and lines: ids that stand twice, references to what is
// not there, unknown types and kinds, dates and coordinates that cannot be read, aliases that say nothing or too much.
func (d *Dictionary) Lint() []Problem {
	l := linter{dictionary: d, common: map[string]bool{}}
	for line := range strings.Lines(commonText) {
		if !strings.HasPrefix(line, "#") {
			for _, word := range strings.Fields(line) {
				l.common[word] = true
			}
		}
	}
	for _, e := range d.repeated {
		first := d.byID[e.ID]
		l.report(e, "the id %s stands at %s:%d too", e.ID, first.File, first.Line)
	}
	for _, e := range d.entries {
		if e.Kind == "territory" {
			continue
		}
		l.entry(e)
		l.references(e)
		l.aliases(e)
	}
	for _, w := range d.wars {
		l.war(w)
	}
	l.clashes()
	slices.SortFunc(l.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(l.problems)
}

type linter struct {
	dictionary *Dictionary
	common     map[string]bool
	problems   []Problem
}

func (l *linter) report(e *Entry, format string, args ...any) {
	l.problems = append(l.problems, Problem{e.File, e.Line, fmt.Sprintf(format, args...), false})
}

func (l *linter) warn(e *Entry, format string, args ...any) {
	l.problems = append(l.problems, Problem{e.File, e.Line, fmt.Sprintf(format, args...), true})
}

// entry checks the cells of a row by themselves.
func (l *linter) entry(e *Entry) {
	switch e.Type {
	case graph.State, graph.Person:
	case graph.Place:
		if !strings.Contains(placeKinds, " "+e.Kind+" ") || e.Kind == "" {
			l.report(e, "kind %q is none of%s", e.Kind, strings.TrimRight(placeKinds, " "))
		}
		l.coordinate(e, "latitude", e.Latitude, 90)
		l.coordinate(e, "longitude", e.Longitude, 180)
		if (e.Latitude == "") != (e.Longitude == "") {
			l.report(e, "one coordinate is missing")
		}
	default:
		if !e.Type.Known() {
			l.report(e, "type %q is unknown", e.Type)
		}
	}
	l.date(e, "from and to", e.Existed)
	for _, alias := range e.Aliases {
		l.date(e, alias.Name, alias.When)
	}
	for _, items := range [][]Dated{e.Parents, e.Seats, e.Leads, e.MemberOf, e.Capitals} {
		for _, item := range items {
			l.date(e, cmp.Or(item.Name, string(item.ID)), item.When)
		}
	}
	for _, name := range append(e.names(), string(e.ID)) {
		if strings.ContainsAny(name, "[]|\u00a0\t") || strings.Contains(name, "  ") {
			l.report(e, "%q holds a character that no name has", name)
		}
	}
}

func (l *linter) date(e *Entry, what string, when graph.Valid) {
	if _, _, ok := when.Bounds(); !ok {
		l.report(e, "%s: date %q cannot be read", what, when)
	}
}

func (l *linter) coordinate(e *Entry, what, text string, limit float64) {
	if text == "" {
		return
	}
	if degrees, err := strconv.ParseFloat(text, 64); err != nil || degrees < -limit || degrees > limit {
		l.report(e, "%s %q is not a number from -%g to %g", what, text, limit, limit)
	}
}

// references checks that what a row names is there, and is what it should be.
func (l *linter) references(e *Entry) {
	for _, id := range e.Countries {
		if country, ok := l.dictionary.Entry(id); !ok || !country.IsState {
			l.report(e, "country %s is no state of the dictionary%s", id, l.instead(id))
		}
	}
	lists := []struct {
		name  string
		items []Dated
	}{{"part_of", e.Parents}, {"leads", e.Leads}, {"member_of", e.MemberOf}}
	for _, list := range lists {
		for _, item := range list.items {
			switch other, ok := l.dictionary.Entry(item.ID); {
			case !ok:
				l.report(e, "%s %s is not in the dictionary%s", list.name, item.ID, l.instead(item.ID))
			case other == e:
				l.report(e, "%s names the entry itself", list.name)
			case other.IsPlace() != e.IsPlace() || other.Type == graph.Person:
				l.report(e, "%s %s is a %s", list.name, item.ID, other.Type)
			}
		}
	}
	for _, town := range e.towns() {
		if town.ID == "" && e.governs() {
			l.warn(e, "the town %s is not in the dictionary, or more than once", town.Name)
		}
	}
	for _, id := range e.Former {
		if _, ok := l.dictionary.byID[id]; ok {
			l.report(e, "the former id %s is an entry's", id)
		} else if other := l.dictionary.former[id]; other != e {
			l.report(e, "the former id %s is also one of %s", id, other.ID)
		}
	}
	if l.partOfItself(e) {
		l.report(e, "it is, by way of others, part of itself")
	}
}

// instead gives the ids that may be meant by one that is missing, to be put after a message.
func (l *linter) instead(id graph.ID) string {
	var meant []string
	for _, s := range l.dictionary.named(id.Name()) {
		if s.Form == Name && s.Entry.Kind != "territory" {
			meant = append(meant, string(s.Entry.ID))
		}
	}
	if len(meant) == 0 {
		return ""
	}
	return ", unlike " + strings.Join(meant, ", ")
}

// partOfItself follows the parents of an entry.
func (l *linter) partOfItself(e *Entry) bool {
	seen := map[*Entry]bool{}
	var reaches func(*Entry) bool
	reaches = func(from *Entry) bool {
		for _, parent := range from.Parents {
			p, ok := l.dictionary.Entry(parent.ID)
			if !ok || p == from || seen[p] {
				continue
			}
			if seen[p] = true; p == e || reaches(p) {
				return true
			}
		}
		return false
	}
	return reaches(e)
}

// aliases checks the names of a row by themselves.
func (l *linter) aliases(e *Entry) {
	if l.isCommon(e.Name) {
		l.warn(e, "the name %q is a common word", e.Name)
	}
	seen := []string{e.Name}
	for _, alias := range e.Aliases {
		switch {
		case alias.Name == e.Name && alias.When == "":
			l.warn(e, "the alias %q is the entry's name", alias.Name)
		case l.isCommon(alias.Name):
			l.report(e, "the alias %q is made of common words", alias.Name)
		case len([]rune(alias.Name)) < 2:
			l.report(e, "the alias %q is too short", alias.Name)
		case alias.When == "" && slices.ContainsFunc(seen, func(s string) bool { return sameToMatcher(s, withoutArticle(alias.Name)) }):
			l.warn(e, "the alias %q differs from another name only in accents, hyphens or articles", alias.Name)
		}
		seen = append(seen, alias.Name)
	}
}

// isCommon reports whether a name is a single word of the language, or two in lower case. An acronym is not, nor is a
// longer phrase, such as "axis of resistance".
func (l *linter) isCommon(name string) bool {
	words := strings.Fields(name)
	if len(words) > 2 || len(words) == 2 && name != strings.ToLower(name) || caseOf(name).upper > 1 {
		return false
	}
	for _, word := range words {
		if !l.common[strings.ToLower(word)] {
			return false
		}
	}
	return true
}

// sameToMatcher reports whether a [Matcher] finds the one name wherever it finds the other.
func sameToMatcher(a, b string) bool {
	return Fold(a) == Fold(b) && slices.Equal(matcherWords(a), matcherWords(b))
}

// withoutArticle drops a leading "the".
func withoutArticle(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok && strings.EqualFold(first, "the") {
		return rest
	}
	return name
}

// matcherWords gives the words of a name with the case that they must have.
func matcherWords(name string) []string {
	name = strings.ReplaceAll(name, "’", "'") + " "
	name = strings.NewReplacer("'s ", " 's ", "' ", " ").Replace(name)
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r != '\'' && isIdle(string(r)) })
	keys := make([]string, len(words))
	for i, word := range words {
		keys[i] = string(foldWord(nil, word))
		keys[i] += strconv.Itoa(int(required(word, keys[i], i, len(words))))
	}
	return keys
}

// names gives the entry's name and aliases.
func (e *Entry) names() []string {
	names := []string{e.Name}
	for _, alias := range e.Aliases {
		names = append(names, alias.Name)
	}
	return names
}

// war checks a row of wars.csv.
func (l *linter) war(w War) {
	at := &Entry{File: w.File, Line: w.Line}
	for _, id := range w.Countries {
		if country, ok := l.dictionary.Entry(id); !ok || !country.IsState {
			l.report(at, "country %s is no state of the dictionary%s", id, l.instead(id))
		}
	}
	for _, side := range slices.Concat(w.SideA, w.SideB) {
		id := side.ID
		l.date(at, string(id), side.When)
		switch e, ok := l.dictionary.Entry(id); {
		case !ok:
			l.report(at, "side %s is not in the dictionary%s", id, l.instead(id))
		case e.IsPlace() || e.Type == graph.Person:
			l.report(at, "side %s is a %s", id, e.Type)
		}
		onSame := func(other Dated) bool { return other.ID == id && overlap(other.When, side.When) }
		if slices.ContainsFunc(w.SideA, onSame) && slices.ContainsFunc(w.SideB, onSame) {
			l.report(at, "%s is on both sides", id)
		}
	}
	l.date(at, "from and to", w.When())
	for _, other := range l.dictionary.wars {
		if other.ID == w.ID && (other.File != w.File || other.Line < w.Line) {
			l.report(at, "the id %s stands at %s:%d too", w.ID, other.File, other.Line)
		}
	}
}

// clashes finds names of two entities that country and date do not tell apart.
func (l *linter) clashes() {
	x := l.dictionary.index()
	keys := make([]string, 0, len(x.first))
	for key, i := range x.first {
		if x.next[i-1] > 0 {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	told := map[[2]*Entry]bool{}
	for _, key := range keys {
		var names []surface
		for i := x.first[key]; i > 0; i = x.next[i-1] {
			if s := x.surfaces[i-1]; s.sense.Form == Name && s.sense.Entry.Kind != "territory" {
				names = append(names, s)
			}
		}
		slices.SortFunc(names, compareSurfaces)
		for i := range names {
			for j := range i {
				pair := [2]*Entry{names[j].sense.Entry, names[i].sense.Entry}
				if !told[pair] && !told[[2]*Entry{pair[1], pair[0]}] {
					told[pair] = l.clash(names[j], names[i])
				}
			}
		}
	}
}

// clash reports a name of two entities. It is a problem of actors of one sort and country; others are told apart by
// what the text says of them, and relatives by their years. It tells whether it found anything to say.
func (l *linter) clash(a, b surface) bool {
	e, f := a.sense.Entry, b.sense.Entry
	switch {
	case e == f, !slices.Equal(matcherWords(withoutArticle(a.text)), matcherWords(withoutArticle(b.text))):
	case !shareCountry(e, f) && len(e.Countries)+len(f.Countries) > 0:
	case !overlap(a.sense.When, b.sense.When), !overlap(a.sense.When, f.Existed), !overlap(b.sense.When, e.Existed):
	case !e.contemporary(f), related(e, f), related(f, e):
	case e.IsPlace() && f.IsPlace() && settled(e) != settled(f):
	case e.IsPlace() != f.IsPlace(), (e.Type == graph.Person) != (f.Type == graph.Person),
		e.Type == graph.Person && !strings.Contains(b.text, " "):
		l.warn(f, "the name %q is also that of %s (%s:%d)", b.text, e.ID, e.File, e.Line)
		return true
	default:
		l.report(f, "the name %q is also that of %s (%s:%d)", b.text, e.ID, e.File, e.Line)
		return true
	}
	return false
}

// settled tells towns from the regions and works that are named after them.
func settled(e *Entry) bool { return e.Kind == "town" || e.Kind == "city" || e.Kind == "district" }

// related reports whether the one is a part, a member or the head of the other.
func related(e, f *Entry) bool {
	for _, item := range slices.Concat(e.Parents, e.Leads, e.MemberOf) {
		if item.ID == f.ID {
			return true
		}
	}
	return false
}
