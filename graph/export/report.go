package export

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"entente.example/graph"
)

//go:embed report.html
var reportHTML string

// colophon ends what people read.
const colophon = "Made by entente from what articles say. Confidence is that a sentence was read rightly, not that it is true: read it."

// report is what the page shows. All texts of articles go through html/template, which escapes them.
type report struct {
	Title, Summary, Colophon string
	// Picture is the drawing that the layout made of our own DOT.
	Picture template.HTML
	Ties    []reportTie
	Years   []reportYear
	// Timeline says that there are days to lay out.
	Timeline bool
	Sources  []reportSource
}

type reportTie struct {
	Number                        int
	Subject, Relation, Object     string
	Polarity, Class, Kinds, Dates string
	Caveats                       []string
	Sources, Against, Statements  int
	Ended                         bool
	Start, End                    string
	Left, Width                   string // of its bar, in hundredths of the timeline; empty: it has no date
	For, Contra                   []reportCitation
	Unlisted                      bool // a name at its ends is in no dictionary
}

type reportCitation struct {
	Parts                             []reportPart
	How, Title, Publisher, Date, Link string
	Article, Status                   string
}

// reportPart is a stretch of a sentence, marked or not.
type reportPart struct {
	Text   string
	Marked bool
}

type reportYear struct{ Left, Label string }

type reportSource struct {
	Name, Owner, Grade string
	Ties               int
}

// writeReport writes a page that stands by itself: picture, table, timeline, and every sentence with where it stands. It
// fetches nothing and runs nothing, so that it can be mailed and printed.
func writeReport(w io.Writer, v view) error {
	page := report{Title: v.title, Summary: summary(v), Colophon: colophon}
	if v.layout != nil && len(v.ties) > 0 {
		var dot, drawing bytes.Buffer
		if err := writeDOT(&dot, pictured(v)); err != nil {
			return err
		}
		if err := v.layout(&drawing, dot.Bytes()); err != nil {
			return err
		}
		page.Picture = template.HTML(withoutProlog(drawing.String())) //nolint:gosec // made from our own DOT, which escapes
	}
	from, to := span(v.ties)
	for i, t := range inOrder(v.ties) {
		page.Ties = append(page.Ties, newReportTie(v.graph, i+1, t, from, to))
	}
	page.Years, page.Timeline = yearsBetween(from, to), from.Before(to)
	page.Sources = reportSources(v)
	parsed, err := template.New("report").Parse(reportHTML)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := parsed.Execute(&b, page); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// inOrder sorts ties for a reader: backing first, as the table of relations has it, and what more sources say first.
func inOrder(ties []graph.Tie) []graph.Tie {
	places := map[graph.Relation]int{}
	for i, row := range graph.Relations() {
		places[row.Relation] = i
	}
	ties = slices.Clone(ties)
	slices.SortStableFunc(ties, func(a, b graph.Tie) int {
		return cmp.Or(cmp.Compare(places[a.Relation], places[b.Relation]), cmp.Compare(len(b.Sources), len(a.Sources)))
	})
	return ties
}

// pictured cuts a view to the ties that a picture shows.
func pictured(v view) view {
	v.ties = slices.DeleteFunc(slices.Clone(v.ties), func(t graph.Tie) bool { return !slices.Contains(PictureRelations(), t.Relation) })
	return v
}

// withoutProlog takes the declaration and the document type off a drawing, which stand only at the start of a file.
func withoutProlog(drawing string) string {
	if i := strings.Index(drawing, "<svg"); i >= 0 {
		return drawing[i:]
	}
	return ""
}

// span gives the first and last day of the timeline, or nothing where no tie has a date.
func span(ties []graph.Tie) (from, to time.Time) {
	for _, t := range ties {
		start, end := interval(t)
		_, last, _ := t.Last.Bounds()
		for _, text := range []string{start, end, last} {
			day, err := time.Parse(time.DateOnly, text)
			if err != nil {
				continue
			}
			if from.IsZero() || day.Before(from) {
				from = day
			}
			if day.After(to) {
				to = day
			}
		}
	}
	return from, to
}

// share gives where a day lies between two, in hundredths with one decimal.
func share(day, from, to time.Time) float64 {
	whole := to.Sub(from)
	if whole <= 0 {
		return 0
	}
	return float64(day.Sub(from)*1000/whole) / 10
}

func yearsBetween(from, to time.Time) []reportYear {
	var years []reportYear
	if from.IsZero() {
		return nil
	}
	step := max(1, (to.Year()-from.Year())/12)
	for year := from.Year() + 1; year <= to.Year(); year += step {
		left := share(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), from, to)
		years = append(years, reportYear{fmt.Sprintf("%.1f%%", left), fmt.Sprint(year)})
	}
	return years
}

func newReportTie(g graph.Subgraph, number int, t graph.Tie, from, to time.Time) reportTie {
	row := reportTie{
		Number: number, Subject: printable(g.Called(t.Subject)), Relation: relationLabel(t.Relation), Object: printable(g.Called(t.Object)),
		Polarity: polarityOf(t), Class: string(t.Polarity), Kinds: joined(t.Kinds), Dates: dates(t.First, t.Last),
		Sources: len(t.Sources), Against: len(t.Against), Statements: len(t.Statements), Ended: t.Ended(), Caveats: caveats(t),
		Unlisted: !t.Subject.Listed() || !t.Object.Listed(),
	}
	row.Start, row.End = interval(t)
	if start, err := time.Parse(time.DateOnly, row.Start); err == nil {
		end := to
		if day, err := time.Parse(time.DateOnly, row.End); err == nil {
			end = day
		}
		left := min(share(start, from, to), 99)
		row.Left, row.Width = fmt.Sprintf("%.1f%%", left), fmt.Sprintf("%.1f%%", max(share(end, from, to)-left, 1))
	}
	for _, s := range t.Statements {
		row.For = append(row.For, reportCitations(g, s)...)
	}
	for _, s := range t.Against {
		row.Contra = append(row.Contra, reportCitations(g, s)...)
	}
	return row
}

func reportCitations(g graph.Subgraph, s graph.Statement) []reportCitation {
	article, _ := g.Article(s.Article)
	var all []reportCitation
	for _, c := range quotations(s) {
		all = append(all, reportCitation{
			Parts: partsOf(c), How: howSaid(g, s, c), Title: printable(article.Title()), Publisher: printable(publisher(g, article)),
			Date: string(article.Date()), Link: safeLink(article.URL()), Article: s.Article.String(), Status: strings.Join(provisos(article), ", "),
		})
	}
	return all
}

// partsOf cuts a sentence at its marks.
func partsOf(c graph.Citation) []reportPart {
	marks := []graph.Span{c.Marks.Subject, c.Marks.Trigger, c.Marks.Object}
	slices.SortFunc(marks, func(a, b graph.Span) int { return a[0] - b[0] })
	var parts []reportPart
	at := 0
	for _, mark := range marks {
		if mark.Len() <= 0 || mark[0] < at || mark[1] > len(c.Sentence) {
			continue
		}
		parts = append(parts, reportPart{c.Sentence[at:mark[0]], false}, reportPart{c.Sentence[mark[0]:mark[1]], true})
		at = mark[1]
	}
	return append(parts, reportPart{c.Sentence[at:], false})
}

// reportSources counts the ties on which each source has a say, the busiest first.
func reportSources(v view) []reportSource {
	counts := map[string]int{}
	for _, t := range v.ties {
		for _, source := range t.Sources {
			counts[source]++
		}
	}
	var sources []reportSource
	for source, n := range counts {
		outlet := v.graph.Outlet(graph.ID(source))
		sources = append(sources, reportSource{sourceName(v.graph, source), printable(outlet.Owner), outlet.Grade, n})
	}
	slices.SortFunc(sources, func(a, b reportSource) int {
		if a.Ties != b.Ties {
			return b.Ties - a.Ties
		}
		return strings.Compare(a.Name, b.Name)
	})
	return sources
}

// sourceName gives the name of an origin, which is an entity, an outlet or an article.
func sourceName(g graph.Subgraph, source string) string {
	if id, err := uuid.Parse(source); err == nil {
		if a, ok := g.Article(id); ok && a.Title() != "" {
			return "“" + printable(a.Title()) + "”"
		}
		return "article " + source
	}
	return printable(g.Called(graph.ID(source)))
}
