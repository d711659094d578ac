package source

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
)

// facts are what the metadata of a text tell about the article.
type facts struct {
	graph.Appearance
	status   graph.ArticleStatus
	archive  string
	language string
}

// compose makes the document of a decoded text. What known lacks is taken from the header line, the dateline, the file
// name and the title line.
func compose(in input, text string, known graph.Appearance) (graph.Document, error) {
	return composeFacts(in, text, facts{Appearance: known})
}

func composeFacts(in input, text string, known facts) (graph.Document, error) {
	written, text := cutHeader(in, text)
	if isBlank(text) {
		return graph.Document{}, ErrEmpty
	}
	line := findDateline(text)
	dated := datings(in, text, known.Published, written, line)
	if known.Published = dated.date; known.Publisher == "" {
		known.Publisher = line.agency
	}
	if known.URL == "" && in.page.Address != "" {
		known.URL = webAddress(in.page.Address)
	}
	known.Publisher = in.publishers.name(known.Publisher, known.URL)
	if known.Title == "" {
		known.Title = titleOf(text)
	}
	doc := graph.NewDocument(in.name, text, known.Appearance)
	doc.Status, doc.Archive, doc.Language, doc.DatedBy = known.status, known.archive, known.language, dated.by
	if doc.Name == "" {
		doc.Name = doc.ID.String()
	}
	return doc, nil
}

// dating is a date of publication, and what tells it.
type dating struct {
	date graph.Valid
	by   string
}

// datings gives the first date of publication that there is, in the order in which they are believed.
func datings(in input, text string, told, written graph.Valid, line dateline) dating {
	named, year := dateInName(in.name)
	for _, d := range []dating{
		{told, "metadata"},
		{written, "header"},
		{stampOf(text), "first words"},
		{line.date(named, year), "dateline"},
		{named, "file name"},
		{dateOfLine(text), "line of its own"},
	} {
		if d.date != "" {
			return d
		}
	}
	return dating{}
}

// header is a line such as "date 2020-05-28", to which the text may be glued.
var header = regexp.MustCompile(`^(?i:date)[:=]?[ \t]+(\d{4}-\d{2}-\d{2})(T[0-9:.]+(?:Z|[+-]\d{2}:?\d{2})?)?`)

// cutHeader takes the header off a text, and gives its date.
func cutHeader(in input, text string) (graph.Valid, string) {
	body := strings.TrimLeftFunc(text, isInvisible)
	m := header.FindStringSubmatchIndex(body)
	if m == nil {
		return "", text
	}
	after := body[m[1]:]
	if next, _ := utf8.DecodeRuneInString(after); next == '-' || unicode.IsDigit(next) {
		return "", text
	}
	date := graph.Valid(body[m[2]:m[3]])
	if _, _, ok := date.Bounds(); !ok {
		in.warn(fmt.Sprintf("the date %s in its header is none", date))
		return "", text
	}
	return date, strings.TrimLeftFunc(after, isInvisible)
}

// isInvisible reports whether a rune is white space or has no width.
func isInvisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

func isBlank(text string) bool { return strings.TrimLeftFunc(text, isInvisible) == "" }

// tidy brings a line for a field of the appearance into one line of visible characters.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

const (
	// titleRunes is the longest line that is taken for a title.
	titleRunes = 160
	// datelineLines is in how many lines of a text the dateline is looked for.
	datelineLines = 6
)

// titleOf gives the first line of a text where it is a title: short, without a full stop, and with an empty line and
// more text behind it.
func titleOf(text string) string {
	text = strings.TrimLeftFunc(text, isInvisible)
	line, rest, found := strings.Cut(text, "\n")
	second, rest, more := strings.Cut(rest, "\n")
	if !found || !more || !isBlank(second) || isBlank(rest) {
		return ""
	}
	title := tidy(line)
	if utf8.RuneCountInString(title) > titleRunes {
		return ""
	}
	if end := strings.TrimRight(title, `"'”’»)]`); end == "" || strings.ContainsAny(end[len(end)-1:], ".!?:;,") || strings.HasSuffix(end, "…") {
		return ""
	}
	return title
}

// stamp is the date with its year that pages put before the text: "Published July 21 2015", "Sun Aug 17 2014",
// "27 November 2016". Saved pages often lack the blanks around it.
var stamp = regexp.MustCompile(
	`^(?i:((?:date of publication|published|posted|updated|last updated)(?: on| at)?:? *)?` +
		`((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?)` +
		`(?:(\p{Lu}\p{L}{2,8}\.?) (\d{1,2})(?:,? ?)|(\d{1,2}) (\p{Lu}\p{L}{2,8}\.?),? |(\d{2})\.(\d{2})\.)(\d{4})`)

// stampOf gives the date that a text begins with, or empty. A bare date may begin a sentence, so it counts only where
// the text goes on as if it were not there.
func stampOf(text string) graph.Valid {
	text = strings.TrimLeftFunc(text, isInvisible)
	m := stamp.FindStringSubmatch(text[:min(len(text), 100)])
	if m == nil {
		return ""
	}
	rest := strings.TrimLeft(text[len(m[0]):], " \t")
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsDigit(next) || m[1]+m[2] == "" && rest != "" && !unicode.IsUpper(next) && !strings.ContainsRune("\r\n(", next) {
		return ""
	}
	at, known := month(m[3] + m[6])
	if m[8] != "" {
		number, _ := strconv.Atoi(m[8])
		at, known = time.Month(number), true
	}
	day, _ := strconv.Atoi(m[4] + m[5] + m[7])
	year, _ := strconv.Atoi(m[9])
	date, ok := dayOf(year, at, day)
	if !known || !ok {
		return ""
	}
	return date
}

// dateOfLine gives the date that stands alone on one of the first lines, as below a title or the author's name. Where
// more than one line is a date, the text is a chronicle, and none of them is its own.
func dateOfLine(text string) graph.Valid {
	found, number := graph.Valid(""), 0
	for line := range strings.Lines(text) {
		if number++; len(line) > 100 {
			continue
		}
		date := dateAlone(tidy(line))
		switch {
		case date == "":
		case found != "" || number > datelineLines:
			return ""
		default:
			found = date
		}
	}
	return found
}

// dateAlone gives the day that a line consists of, or empty.
func dateAlone(line string) graph.Valid {
	if date, ok := parseDate(line); ok && len(date) == len(time.DateOnly) {
		return date
	}
	if line == "" || stamp.FindString(line) != line {
		return ""
	}
	return stampOf(line)
}

// dateline is what stands before the first sentence of an agency's report: "TRIPOLI, May 28 (Reuters) -".
type dateline struct {
	agency string
	month  string
	day    int
	year   int
}

// datelines are: a place, a date in either order where there is one, and an agency in brackets or a dash.
var datelines = regexp.MustCompile(
	`^[ \t]*(\p{Lu}[\p{L}'’./ -]{1,40}?(?:, \p{Lu}[\p{L}'’. -]{1,30}?)?)` +
		`(?:(?:,| [-–—]) ?(?:(\p{Lu}\p{L}{2,8}\.?) (\d{1,2})|(\d{1,2}) (\p{Lu}\p{L}{2,8}\.?))(?:,? (\d{4}))?)?,?` +
		`(?: ?\(([^()\n]{2,40})\)|[ \t]*(--|[-–—]|:))`)

// isoDatelines are those of archives: "STRELSAU, Ruritania 2020-05-28".
var isoDatelines = regexp.MustCompile(`^[ \t]*\p{Lu}[\p{Lu}'’./ -]{2,30}(?:, \p{Lu}[\p{L}'’. -]{1,30}?)? (\d{4})-(\d{2})-(\d{2})(?:[ \t\r]|$)`)

// agencies are the news agencies that stand in brackets in datelines.
var agencies = []string{
	"AA", "AFP", "ANI", "ANSA", "AP", "APA", "Agence France-Presse", "Anadolu", "Anadolu Agency", "Associated Press", "BNS",
	"Bloomberg", "CNA", "DPA", "EFE", "IANS", "IRNA", "Interfax", "Kyodo", "MENA", "Mehr", "NNA", "PTI", "QNA", "RIA Novosti",
	"Reuters", "SANA", "SPA", "Sputnik", "TASS", "Tasnim", "The Associated Press", "UPI", "Ukrinform", "VOA", "WAM", "Xinhua",
	"Yonhap", "dpa",
}

// findDateline looks for the dateline at the starts of the first lines.
func findDateline(text string) dateline {
	for range datelineLines {
		line, rest, more := strings.Cut(text, "\n")
		if m := isoDatelines.FindStringSubmatch(line[:min(len(line), 200)]); m != nil {
			if at, err := time.Parse(time.DateOnly, m[1]+"-"+m[2]+"-"+m[3]); err == nil {
				return dateline{month: at.Month().String(), day: at.Day(), year: at.Year()}
			}
		}
		if m := datelines.FindStringSubmatch(line[:min(len(line), 200)]); m != nil {
			if d, ok := newDateline(m); ok {
				return d
			}
		}
		if text = rest; !more {
			break
		}
	}
	return dateline{}
}

func newDateline(m []string) (dateline, bool) {
	place, agency, dash := m[1], tidy(m[7]), m[8]
	d := dateline{month: m[2] + m[5]}
	d.day, _ = strconv.Atoi(m[3] + m[4])
	d.year, _ = strconv.Atoi(m[6])
	_, dated := month(d.month)
	if !dated {
		d = dateline{}
	}
	capitals := place == strings.ToUpper(place)
	switch {
	case slices.Contains(agencies, agency), agency != "" && dated && capitals:
		d.agency = agency
	case dated && dash != "" && capitals:
	default:
		return dateline{}, false
	}
	return d, true
}

// date gives the dateline's date, with the year of the file's name where it tells none; empty: it has no date, or no
// year is known.
func (d dateline) date(named graph.Valid, year int) graph.Valid {
	m, ok := month(d.month)
	if !ok {
		return ""
	}
	var date graph.Valid
	switch {
	case d.year > 0:
		date, ok = dayOf(d.year, m, d.day)
	case year > 0:
		date, ok = nearest(d.day, m, named, year)
	default:
		return ""
	}
	if !ok {
		return ""
	}
	return date
}
