package queries_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/queries"
)

// orError gives the rendered answer, or that of an error which a question is known to give.
func (s *script) orError(lines []string, value any, err error) ([]string, any, error) {
	var unknown *queries.UnknownNameError
	var ambiguous *queries.AmbiguousNameError
	switch {
	case errors.As(err, &unknown):
		return []string{"unknown" + idsIn(unknown.Near)}, unknown, nil
	case errors.As(err, &ambiguous):
		return []string{"ambiguous" + idsIn(ambiguous.Candidates)}, ambiguous, nil
	case errors.Is(err, queries.ErrOption):
		return []string{"error " + err.Error()}, err.Error(), nil
	}
	return lines, value, err
}

func idsIn(entities []graph.Entity) string {
	var b strings.Builder
	for _, e := range entities {
		b.WriteString(" " + string(e.ID))
	}
	return b.String()
}

// line joins the parts that are not empty; "key=" followed by nothing is.
func line(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" && !strings.HasSuffix(part, "=") {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " ")
}

func join[T ~string](items []T) string {
	var texts []string
	for _, item := range items {
		texts = append(texts, string(item))
	}
	return strings.Join(texts, ",")
}

// origins gives the names of sources; that of an article without publisher is its script's.
func (s *script) origins(sources []queries.Source) string {
	var names []string
	for _, source := range sources {
		name := source.Name
		if id, err := uuid.Parse(source.ID); err == nil {
			name = "article:" + s.names[id]
		}
		names = append(names, strings.ReplaceAll(name, " ", "_"))
	}
	return strings.Join(names, ",")
}

func mark(name string, set bool) string {
	if set {
		return name
	}
	return ""
}

func count(name string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s=%d", name, n)
}

func leftLine(left queries.LeftOut) []string {
	text := line(count("hidden", left.Hidden), count("undated", left.Undated), count("unplaced", left.Unplaced), count("retracted", left.Retracted), count("superseded", left.Superseded),
		count("rejected", left.Rejected))
	if text == "" {
		return nil
	}
	return []string{"left out: " + text}
}

func (s *script) backs(answer queries.BacksAnswer) []string {
	var lines []string
	for _, part := range []struct {
		role string
		rows []queries.BacksRow
	}{{"backer", answer.Backers}, {"client", answer.Clients}, {"pair", answer.Pairs}} {
		for _, row := range part.rows {
			lines = append(lines, line(
				part.role, string(row.Patron.ID), string(row.Client.ID), string(row.Polarity), join(row.Modalities),
				mark("only", row.AllegedOnly), mark("contested", row.Contested), count("denials", row.Denials),
				count("reviewed", row.Reviewed), mark("rejected", row.Rejected),
				"by="+s.origins(row.DeniedBy), "sources="+s.origins(row.Sources), count("articles", row.Articles),
				"kinds="+join(row.Kinds), "phase="+string(row.Phase), "valid="+join(row.Valid),
				"first="+string(row.First), "last="+string(row.Last),
				s.names[row.Evidence.Article.ID]+":", fmt.Sprintf("%q", row.Evidence.Sentence),
			))
		}
	}
	lines = append(lines, nonEmpty(count("only denied", answer.Denied))...)
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) why(answer queries.WhyAnswer) []string {
	var lines []string
	for _, tie := range answer.Ties {
		lines = append(lines, line(
			"tie", string(tie.Subject.ID), string(tie.Relation), string(tie.Object.ID), mark("contested", tie.Contested),
			mark("ended", tie.Ended), "sources="+s.origins(tie.Sources), "by="+s.origins(tie.DeniedBy),
		))
		for side, accounts := range [][]queries.Account{tie.For, tie.Against} {
			for _, a := range accounts {
				lines = append(lines, s.account([]string{"for", "against"}[side], a))
			}
		}
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) account(side string, a queries.Account) string {
	speaker, original := "", ""
	if a.Speaker != nil {
		speaker = string(a.Speaker.ID)
	}
	if a.CopyOf != nil {
		original = s.names[*a.CopyOf]
	}
	text := line(
		side, string(a.Polarity), string(a.Modality), string(a.Review), "speaker="+speaker, "copyOf="+original, "status="+string(a.Article.Status),
		"date="+string(a.Article.Date), "publisher="+a.Article.Publisher, "url="+a.Article.URL, s.names[a.Article.ID]+":",
	)
	for _, c := range a.Citations {
		text += fmt.Sprintf(" %q", c.Sentence)
	}
	return text + judgements(a.Verdicts)
}

// judgements are what reviewers said.
func judgements(verdicts []graph.Verdict) string {
	text := ""
	for _, v := range verdicts {
		text += line("; "+string(v.Decision), "by="+v.By, "on="+string(v.On), "note="+v.Note)
	}
	return text
}

func (s *script) review(rows []queries.ReviewRow) []string {
	var lines []string
	for _, r := range rows {
		var copies []string
		for _, id := range r.Copies {
			copies = append(copies, s.names[id])
		}
		alike := ""
		if len(copies) > 0 {
			alike = "; copies " + strings.Join(copies, " ")
		}
		if len(r.JudgedCopies) > 0 {
			alike += ", judged" + judgements(r.JudgedCopies)
		}
		lines = append(lines, line(
			join(r.Doubts)+":", string(r.Statement.Subject), r.Statement.Predicate(), string(r.Statement.Object), count("sources", r.Sources),
			count("against", r.Against), s.names[r.Article.ID],
		)+judgements(r.Verdicts)+alike)
	}
	return lines
}

func (s *script) stories(answer queries.StoriesAnswer) []string {
	lines := []string{count("articles", answer.Articles)}
	for _, story := range answer.Stories {
		text := "story"
		for _, article := range story.Articles {
			text += " " + s.names[article.ID]
		}
		lines = append(lines, text)
	}
	return lines
}

func (s *script) subgraph(g graph.Subgraph) []string {
	var lines []string
	for _, statement := range g.Statements {
		lines = append(lines, line(string(statement.Subject), statement.Predicate(), string(statement.Object), s.names[statement.Article]))
	}
	for _, statement := range g.Aside {
		lines = append(lines, line("aside", string(statement.Subject), statement.Predicate(), string(statement.Object), s.names[statement.Article]))
	}
	for _, v := range g.Verdicts {
		lines = append(lines, "verdict"+strings.TrimPrefix(judgements([]graph.Verdict{v}), ";"))
	}
	return append(lines, fmt.Sprintf("entities%s; articles %d", idsIn(g.Entities), len(g.Articles)))
}
