package export

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"entente.example/graph"
)

// writeMarkdown writes a table of the ties, each with a number, and under it every sentence for and against it, with
// where it stands.
func writeMarkdown(w io.Writer, v view) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s.\n", markdownText(v.title), summary(v))
	if len(v.ties) > 0 {
		b.WriteString("\n| | from | tie | to | polarity | kinds | sources | against | first | last |\n|--:|---|---|---|---|---|--:|--:|---|---|\n")
	}
	v.ties = inOrder(v.ties)
	for i, t := range v.ties {
		told := relationLabel(t.Relation)
		if t.Ended() {
			told += " (ended)"
		}
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s | %s | %d | %d | %s | %s |\n", i+1, markdownText(v.graph.Called(t.Subject)),
			told, markdownText(v.graph.Called(t.Object)), polarityOf(t), joined(t.Kinds),
			len(t.Sources), len(t.Against), t.First, t.Last)
	}
	for i, t := range v.ties {
		title := v.graph.Called(t.Subject) + " " + edgeTitle(t) + " " + v.graph.Called(t.Object)
		if mind := caveats(t); len(mind) > 0 {
			title += " (" + strings.Join(mind, ", ") + ")"
		}
		fmt.Fprintf(&b, "\n## %d. %s\n", i+1, markdownText(title))
		for _, s := range t.Statements {
			markdownStatement(&b, v.graph, s, "")
		}
		for _, s := range t.Against {
			markdownStatement(&b, v.graph, s, "Against it: ")
		}
	}
	fmt.Fprintf(&b, "\n---\n\n%s\n", colophon)
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownStatement(b *strings.Builder, g graph.Subgraph, s graph.Statement, lead string) {
	for _, c := range quotations(s) {
		fmt.Fprintf(b, "\n> %s\n>\n> — %s%s\n", markdownText(c.Sentence), lead, markdownSource(g, s, c))
	}
}

// publisher names that of an article, with its grade.
func publisher(g graph.Subgraph, a graph.Article) string {
	return g.Outlet(graph.NewID(a.Publisher(), "")).Graded(a.Publisher())
}

// markdownSource tells whose word a citation is, and where it stands.
func markdownSource(g graph.Subgraph, s graph.Statement, c graph.Citation) string {
	article, _ := g.Article(s.Article)
	title := cmp.Or(article.Title(), "article "+s.Article.String())
	place := markdownText(strings.Join(notEmpty(title, publisher(g, article), string(article.Date())), ", "))
	if link := safeLink(article.URL()); link != "" {
		place = "[" + place + "](<" + link + ">)"
	}
	return strings.Join(append([]string{markdownText(howSaid(g, s, c)) + "; " + place}, provisos(article)...), ", ")
}

// polarityOf tells how sure a tie is: "affirmed", "alleged (claimed)".
func polarityOf(t graph.Tie) string {
	if len(t.Modalities) > 0 {
		return string(t.Polarity) + " (" + joined(t.Modalities) + ")"
	}
	return string(t.Polarity)
}

// markdownText escapes what Markdown and the HTML in it take for marks. A line cannot begin a block, since the text is
// never at the start of one.
func markdownText(s string) string {
	var b strings.Builder
	for _, r := range printable(s) {
		if strings.ContainsRune("\\`*_{}[]()<>#|!~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
