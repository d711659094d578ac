package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente.example/graph"
)

// dotHead gives the drawing's head as one table in Graphviz's HTML: title, what it was made from, and the legend. As
// the label of the whole graph it stands outside the layout and cannot disturb it.
func dotHead(v view) string {
	var b strings.Builder
	b.WriteString(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">`)
	for _, line := range wrap(cut(printable(v.title), maxTitle), titleWidth) {
		fmt.Fprintf(&b, `<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="20"><B>%s</B></FONT></TD></TR>`, cmp.Or(html(line), " "))
	}
	fmt.Fprintf(&b, `<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="11" COLOR="%s">%s</FONT></TD></TR>`, paleColor, html(summary(v)))
	if len(v.ties) > 0 {
		fmt.Fprintf(&b, `<TR><TD WIDTH="1" HEIGHT="4"></TD></TR><TR><TD ALIGN="LEFT">%s</TD></TR>`, legend(lineSamples(v), boxSamples(v)))
	}
	b.WriteString(`<TR><TD WIDTH="1" HEIGHT="14"></TD></TR></TABLE>`)
	return b.String()
}

// summary counts what is drawn: "12 ties from 9 articles, 2019-04-05 to 2020-05-28".
func summary(v view) string {
	var articles []string
	var first, last graph.Valid
	for _, tie := range v.ties {
		for _, s := range tie.Statements {
			articles = append(articles, s.Article.String())
		}
		if tie.First != "" && (first == "" || tie.First < first) {
			first = tie.First
		}
		last = max(last, tie.Last)
	}
	slices.Sort(articles)
	text := count(len(v.ties), "tie") + " from " + count(len(slices.Compact(articles)), "article")
	if between := dates(first, last); between != "" {
		text += ", " + between
	}
	if v.rejected > 0 {
		text += ", without " + count(v.rejected, "statement") + " that reviewers rejected or replaced"
	}
	return text
}

// legend sets rows of samples out in columns. No cell is without a size, of which Graphviz 12 would die.
func legend(rows ...[]string) string {
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	var b strings.Builder
	b.WriteString(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">`)
	for _, row := range rows {
		b.WriteString("<TR>" + strings.Join(row, ""))
		for range columns - len(row) {
			b.WriteString(`<TD WIDTH="1" HEIGHT="1"></TD><TD WIDTH="1" HEIGHT="1"></TD>`)
		}
		b.WriteString("</TR>")
	}
	b.WriteString("</TABLE>")
	return b.String()
}

// lineSamples explains the lines that occur.
func lineSamples(v view) []string {
	var samples []string
	add := func(text, color, style string, arrow bool, occurs func(graph.Tie) bool) {
		if slices.ContainsFunc(v.ties, occurs) {
			samples = append(samples, lineSample(text, color, style, arrow))
		}
	}
	plain := func(relation graph.Relation) func(graph.Tie) bool {
		return func(t graph.Tie) bool { return t.Relation == relation && t.Polarity != graph.Denied && !t.Ended() }
	}
	add("backs", backingColor, "solid", true, plain(graph.Backs))
	add("allied with", alliedColor, "solid", false, plain(graph.AlliedWith))
	add("fights", fightsColor, "solid", false, plain(graph.Fights))
	add("opposes", opposesColor, "solid", false, plain(graph.Opposes))
	add("other", otherColor, "solid", true, func(t graph.Tie) bool {
		return penOf(t).color == otherColor
	})
	add("ended", endedColor, "solid", true, func(t graph.Tie) bool { return t.Ended() && t.Polarity != graph.Denied })
	add("alleged", inkColor, "dashed", true, func(t graph.Tie) bool { return t.Polarity == graph.Alleged })
	add("denied", deniedColor, "dotted", true, func(t graph.Tie) bool { return t.Polarity == graph.Denied })
	if slices.ContainsFunc(v.ties, func(t graph.Tie) bool { return len(t.Sources) > 1 }) {
		samples = append(samples, `<TD WIDTH="1" HEIGHT="1"></TD>`+sampleText("", "wider: more sources"))
	}
	return samples
}

// lineSample draws a line as the lower border of an empty cell.
func lineSample(text, color, style string, arrow bool) string {
	head := ""
	if arrow {
		head = fmt.Sprintf(`<FONT POINT-SIZE="9" COLOR="%s">►&#160;</FONT>`, color)
	}
	return fmt.Sprintf(`<TD ALIGN="RIGHT" CELLPADDING="0"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">`+
		`<TR><TD WIDTH="30" HEIGHT="7" FIXEDSIZE="TRUE" BORDER="2" SIDES="B" STYLE="%s" COLOR="%s"></TD></TR>`+
		`<TR><TD WIDTH="1" HEIGHT="7"></TD></TR></TABLE></TD>`, style, color) + sampleText(head, text)
}

// boxSamples explains the boxes that occur.
func boxSamples(v view) []string {
	ids := drawnEnds(v.ties)
	var samples []string
	for _, l := range looks() {
		occurs := slices.ContainsFunc(ids, func(id graph.ID) bool {
			entity, _ := v.graph.Entity(id)
			return lookOf(entity).name == l.name
		})
		if !occurs {
			continue
		}
		style := ""
		if strings.HasPrefix(l.style, "rounded") {
			style = ` STYLE="ROUNDED"`
		}
		samples = append(samples, fmt.Sprintf(`<TD ALIGN="LEFT"><TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"`+
			` FIXEDSIZE="TRUE" WIDTH="30" HEIGHT="13" COLOR="%s" BGCOLOR="%s"%s><TR><TD WIDTH="1" HEIGHT="1"></TD></TR></TABLE></TD>`,
			l.border, l.fill, style)+sampleText("", l.name))
	}
	return samples
}

// sampleText sets the words beside a sample; head is HTML.
func sampleText(head, text string) string {
	return fmt.Sprintf(`<TD ALIGN="LEFT">%s<FONT POINT-SIZE="11">&#160;%s&#160;&#160;</FONT></TD>`, head, html(text))
}
