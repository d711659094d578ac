package queries_test

import (
	"fmt"
	"strconv"
	"strings"

	"entente.example/graph"
	"entente.example/queries"
)

func (s *script) switched(answer queries.SwitchedAnswer) []string {
	var lines []string
	for _, w := range answer.Switches {
		lines = append(lines, line(
			"switch", string(w.Who.ID), "from="+string(w.From.ID), "to="+string(w.To.ID), "until="+w.Until, "since="+w.Since,
			mark("ended", w.Ended), count("sources", w.Sources), "wars="+wars(w.Wars),
		))
	}
	for _, t := range answer.Stopped {
		lines = append(lines, line("stopped", brief(&t), "last="+string(t.Last)))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) claim(c queries.Claim) string {
	age := ""
	if c.Days >= 0 {
		age = fmt.Sprintf("%dd", c.Days)
	}
	return line(brief(c.Tie), c.Day, age, mark("denied", c.Denied), s.names[c.Evidence.Article.ID])
}

func (s *script) holdings(places []queries.Holding) []string {
	var lines []string
	for _, h := range places {
		lines = append(lines, line("place", string(h.Place.ID), mark("contested", h.Contested)))
		for _, c := range h.Holders {
			lines = append(lines, "holds "+s.claim(c))
		}
		for _, c := range h.Former {
			lines = append(lines, "held "+s.claim(c))
		}
	}
	return lines
}

func (s *script) control(answer queries.ControlAnswer) []string {
	return append(s.holdings(answer.Places), leftLine(answer.LeftOut)...)
}

func (s *script) gains(answer queries.GainsAnswer) []string {
	var lines []string
	for _, c := range answer.Gained {
		lines = append(lines, "gained "+s.claim(c))
	}
	for _, l := range answer.Lost {
		to := "left"
		if l.To != nil {
			to = "to=" + string(l.To.ID)
		}
		lines = append(lines, "lost "+to+" "+s.claim(l.Claim))
	}
	for _, c := range answer.OfClients {
		lines = append(lines, "client "+s.claim(c))
	}
	for _, c := range answer.Deployed {
		lines = append(lines, "deployed "+s.claim(c))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) timeline(answer queries.TimelineAnswer) []string {
	var lines []string
	for _, e := range answer.Entries {
		place, original := "", ""
		if e.Place != nil {
			place = string(e.Place.ID)
		}
		if e.CopyOf != nil {
			original = s.names[*e.CopyOf]
		}
		t := queries.TieRow{Subject: e.Subject, Relation: e.Relation, Object: e.Object, Said: queries.Said{Polarity: e.Polarity}}
		lines = append(lines, line(
			e.Day, mark("stated", e.Stated), brief(&t), string(e.Modality), "kinds="+join(e.Kinds), "phase="+string(e.Phase),
			"place="+place, mark("first", e.First), "copyOf="+original, s.names[e.Evidence.Article.ID],
		))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) contested(answer queries.ContestedAnswer) []string {
	var lines []string
	for _, t := range answer.Ties {
		lines = append(lines, line(
			"tie", string(t.Subject.ID), string(t.Relation), string(t.Object.ID), "sources="+s.origins(t.Sources), "by="+s.origins(t.DeniedBy),
		))
	}
	return append(append(lines, s.holdings(answer.Places)...), leftLine(answer.LeftOut)...)
}

func (s *script) changes(answer queries.ChangesAnswer) []string {
	var lines []string
	for _, c := range answer.Changes {
		lines = append(lines, line(string(c.What), brief(c.Tie), "kinds="+join(c.Kinds)))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) sources(answer queries.SourcesAnswer) []string {
	lines := []string{line(count("articles", answer.Articles), count("stories", answer.Stories))}
	for _, r := range answer.Sources {
		lines = append(lines, line(
			"source", s.origins([]queries.Source{r.Source}), count("statements", r.Statements), count("ties", r.Ties), count("denials", r.Denials),
			count("alone", r.Alone), count("against", r.Against), "first="+string(r.First), "last="+string(r.Last),
		))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) slant(answer queries.SlantAnswer) []string {
	var lines []string
	for _, part := range []struct {
		name string
		ties []queries.TieRow
	}{{"onlyA", answer.OnlyA}, {"onlyB", answer.OnlyB}, {"both", answer.Both}} {
		for _, t := range part.ties {
			lines = append(lines, part.name+" "+brief(&t))
		}
	}
	for _, t := range answer.Split {
		lines = append(lines, line("split", string(t.Subject.ID), string(t.Relation), string(t.Object.ID)))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) unknown(answer queries.UnknownNamesAnswer) []string {
	var lines []string
	for _, n := range answer.Names {
		lines = append(lines, line("name", string(n.ID), count("statements", n.Statements)))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) blocs(answer queries.BlocsAnswer) []string {
	lines := []string{line(
		fmt.Sprintf("actors=%d pairs=%d frustration=%d bound=%d", answer.Actors, answer.Pairs, answer.Frustration, answer.Bound),
		mark("exact", answer.Exact), count("unbalanced", answer.Triangles),
	)}
	for _, c := range answer.Camps {
		text := "camp"
		for _, m := range c.Members {
			text += " " + string(m.ID)
		}
		lines = append(lines, text)
	}
	for _, t := range answer.Unbalanced {
		lines = append(lines, line("triangle", count("sources", t.Sources), brief(t.TieToA)+";", brief(t.TieToB)+";", brief(t.Hostile)))
	}
	for _, f := range answer.Flips {
		lines = append(lines, line("flip", brief(f.Tie), fmt.Sprintf("restores=%d", f.Restores)))
	}
	for _, b := range answer.Brokers {
		lines = append(lines, line("broker", string(b.ID), fmt.Sprintf("friends=%d between=%g", b.Friends, b.Between)))
	}
	for _, y := range answer.Balance {
		lines = append(lines, fmt.Sprintf("year %d balanced=%d of %d", y.Year, y.Balanced, y.Triangles))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

// coded reads rows of the form SUPPORTER,RECIPIENT,YEAR,KIND+KIND, separated by semicolons.
func coded(text string) []queries.Coded {
	var rows []queries.Coded
	for i, row := range list[string](text, ";") {
		cells := append(strings.Split(row, ","), "")
		year, _ := strconv.Atoi(cells[2])
		rows = append(rows, queries.Coded{
			Line: i + 1, Supporter: graph.ID(cells[0]), Recipient: graph.ID(cells[1]), Year: year, Kinds: list[graph.Kind](cells[3], "+"),
		})
	}
	return rows
}

func ids(refs []queries.Ref) string {
	var list []graph.ID
	for _, r := range refs {
		list = append(list, r.ID)
	}
	return join(list)
}

func (s *script) years(answer queries.TriadYearsAnswer) []string {
	var lines []string
	for _, r := range answer.Rows {
		lines = append(lines, line(
			fmt.Sprint(r.Year), string(r.Supporter.ID), string(r.Recipient.ID), "against="+ids(r.Opponents), "kinds="+join(r.Kinds),
			mark("alleged", r.Alleged), count("denials", r.Denials), mark("both", r.BothSides), "sources="+s.origins(r.Sources),
		))
	}
	return append(append(lines, nonEmpty(count("political", answer.Political))...), leftLine(answer.LeftOut)...)
}

func nonEmpty(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func (s *script) compare(answer queries.CompareAnswer) []string {
	var lines []string
	for _, r := range answer.Rows {
		lines = append(lines, line(
			string(r.Where)+":", fmt.Sprint(r.Year), string(r.Supporter.ID), string(r.Recipient.ID), "kinds="+join(r.Kinds),
			"coded="+join(r.Coded), count("line", r.Line),
		))
	}
	return append(lines, fmt.Sprintf("both=%d here=%d there=%d kinds both=%d here=%d there=%d", answer.Both, answer.OnlyHere,
		answer.OnlyThere, answer.KindsBoth, answer.KindsOnlyHere, answer.KindsOnlyThere))
}
