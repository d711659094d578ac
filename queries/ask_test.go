package queries_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// ask puts the question and gives the answer, rendered and as it is.
func (s *script) ask(t *testing.T, st *store.Store, words []string) (lines []string, value any, err error) {
	plain, values := options(words[1:], "polarities", "kinds", "since", "until", "at", "window", "place", "war", "backers", "only",
		"minSources", "minConfidence", "retracted", "superseded", "rejected", "judged", "by", "copies", "doubts", "relations", "depth", "limit", "want")
	opts, err := newOptions(values)
	if err != nil {
		return nil, nil, err
	}
	plain = append(plain, "", "", "")
	a, b := graph.ID(plain[0]), graph.ID(plain[1])
	ctx := t.Context()
	switch words[0] {
	case "resolve":
		want := map[string]queries.Want{"": queries.WantAny, "actor": queries.WantActor, "place": queries.WantPlace}[values["want"]]
		answer, err := queries.Resolve(ctx, st, dictionary(t), plain[0], want)
		return s.orError([]string{string(answer.ID)}, answer, err)
	case "why":
		relation, object := graph.Relation(plain[1]), graph.ID(plain[2])
		if plain[2] == "" {
			relation, object = "", graph.ID(plain[1])
		}
		answer, err := queries.Why(ctx, st, a, relation, object, opts)
		return s.orError(s.why(answer), answer, err)
	case "stories":
		answer, err := queries.Stories(ctx, st)
		return s.orError(s.stories(answer), answer, err)
	case "path":
		answer, err := queries.Paths(ctx, st, a, b, opts)
		return s.orError(s.paths(answer), answer, err)
	case "shared":
		answer, err := queries.Shared(ctx, st, a, b, opts)
		return s.orError(s.shared(answer), answer, err)
	case "drawn":
		answer, err := queries.DrawnIn(ctx, st, a, b, opts)
		return s.orError(s.drawn(answer), answer, err)
	case "compare":
		answer, err := queries.Compare(ctx, st, coded(plain[0]), opts)
		return s.orError(s.compare(answer), answer, err)
	case "timeline":
		answer, err := queries.Timeline(ctx, st, list[graph.ID](plain[0]+"|"+plain[1], "|"), opts)
		return s.orError(s.timeline(answer), answer, err)
	case "slant":
		answer, err := queries.Slant(ctx, st, plain[0], plain[1], opts)
		return s.orError(s.slant(answer), answer, err)
	}
	opts.Name = a
	if words[0] == "review" {
		answer, err := queries.Review(ctx, st, queries.ReviewOptions{
			Options: opts, Doubts: list[queries.Doubt](values["doubts"], ","), By: values["by"], Judged: values["judged"] == "yes", Copies: values["copies"] == "yes",
		})
		return s.orError(s.review(answer), answer, err)
	}
	return s.askOf(t, st, words[0], opts)
}

// askOf puts a question that has no more than options.
func (s *script) askOf(t *testing.T, st *store.Store, question string, opts queries.Options) (lines []string, value any, err error) {
	ctx := t.Context()
	switch question {
	case "backs":
		answer, err := queries.Backs(ctx, st, opts)
		return s.orError(s.backs(answer), answer, err)
	case "subgraph":
		answer, left, err := queries.Subgraph(ctx, st, opts)
		return s.orError(append(s.subgraph(answer), leftLine(left)...), answer, err)
	case "fights":
		answer, err := queries.Fights(ctx, st, opts)
		return s.orError(s.ties(answer), answer, err)
	case "ties":
		answer, err := queries.Ties(ctx, st, opts)
		return s.orError(s.ties(answer), answer, err)
	case "dyads":
		answer, err := queries.Dyads(ctx, st, opts)
		return s.orError(s.dyads(answer), answer, err)
	case "triads":
		answer, err := queries.Triads(ctx, st, opts)
		return s.orError(s.triads(answer), answer, err)
	case "chains":
		answer, err := queries.Chains(ctx, st, opts)
		return s.orError(s.paths(answer), answer, err)
	case "both":
		answer, err := queries.BothSides(ctx, st, opts)
		return s.orError(s.bothSides(answer), answer, err)
	case "friends":
		answer, err := queries.Friends(ctx, st, opts)
		return s.orError(s.friends(answer), answer, err)
	case "switched":
		answer, err := queries.Switched(ctx, st, opts)
		return s.orError(s.switched(answer), answer, err)
	case "control":
		answer, err := queries.Control(ctx, st, opts)
		return s.orError(s.control(answer), answer, err)
	case "gains":
		answer, err := queries.Gains(ctx, st, opts)
		return s.orError(s.gains(answer), answer, err)
	case "contested":
		answer, err := queries.Contested(ctx, st, opts)
		return s.orError(s.contested(answer), answer, err)
	case "changes":
		answer, err := queries.Changes(ctx, st, opts)
		return s.orError(s.changes(answer), answer, err)
	case "sources":
		answer, err := queries.Sources(ctx, st, opts)
		return s.orError(s.sources(answer), answer, err)
	case "years":
		answer, err := queries.TriadYears(ctx, st, opts)
		return s.orError(s.years(answer), answer, err)
	case "blocs":
		answer, err := queries.Blocs(ctx, st, opts)
		return s.orError(s.blocs(answer), answer, err)
	case "unknown":
		answer, err := queries.UnknownNames(ctx, st, opts)
		return s.orError(s.unknown(answer), answer, err)
	}
	return nil, nil, fmt.Errorf("no question is called %q", question)
}

func newOptions(values map[string]string) (opts queries.Options, err error) {
	opts = queries.Options{
		Relations: list[graph.Relation](values["relations"], ","), Polarities: list[graph.Polarity](values["polarities"], ","),
		Kinds: list[graph.Kind](values["kinds"], ","), Since: graph.Valid(values["since"]), Until: graph.Valid(values["until"]),
		At: graph.Valid(values["at"]), Place: graph.ID(values["place"]), War: graph.ID(values["war"]),
		Backers: queries.Sort(values["backers"]), Only: list[queries.Mark](values["only"], ","),
		Retracted: values["retracted"] == "yes", Superseded: values["superseded"] == "yes", Rejected: values["rejected"] == "yes",
	}
	for key, field := range map[string]*int{
		"minSources": &opts.MinSources, "depth": &opts.Depth, "minConfidence": (*int)(&opts.MinConfidence), "window": &opts.Window,
		"limit": &opts.Limit,
	} {
		if text := values[key]; text != "" {
			if err := json.Unmarshal([]byte(text), field); err != nil {
				return opts, fmt.Errorf("%s=%s: %w", key, text, err)
			}
		}
	}
	return opts, nil
}

// brief is a tie in a word or three.
func brief(t *queries.TieRow) string {
	if t == nil {
		return ""
	}
	return fmt.Sprintf("%s %s %s", t.Subject.ID, graph.EdgeName(t.Relation, t.Polarity), t.Object.ID)
}

func wars(refs []queries.WarRef) string {
	var ids []string
	for _, w := range refs {
		ids = append(ids, string(w.ID))
	}
	return strings.Join(ids, ",")
}

func (s *script) ties(answer queries.TiesAnswer) []string {
	var lines []string
	for _, t := range answer.Ties {
		lines = append(lines, line(
			"tie", brief(&t), mark("contested", t.Contested), mark("ended", t.Ended), mark("only", t.AllegedOnly),
			count("reviewed", t.Reviewed), mark("rejected", t.Rejected),
			"sources="+s.origins(t.Sources), "first="+string(t.First), "last="+string(t.Last),
		))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) dyads(answer queries.DyadsAnswer) []string {
	var lines []string
	for _, d := range answer.Dyads {
		lines = append(lines, line("dyad", string(d.A.ID), string(d.B.ID), count("sources", d.Sources), "direct="+brief(d.Direct), "wars="+wars(d.Wars)))
		for _, f := range d.Fronts {
			lines = append(lines, line("front", brief(f.BacksA)+";", brief(f.Fights)+";", brief(f.BacksB), count("sources", f.Sources), "wars="+wars(f.Wars)))
		}
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) triads(answer queries.TriadsAnswer) []string {
	var lines []string
	for _, t := range answer.Triads {
		lines = append(lines, line(
			"triad", string(t.Patron.ID), string(t.Client.ID), string(t.Target.ID), count("sources", t.Sources), "wars="+wars(t.Wars),
		))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) paths(answer queries.PathsAnswer) []string {
	var lines []string
	for _, p := range answer.Paths {
		text := ""
		for i, t := range p.Ties {
			if i > 0 {
				text += "; "
			}
			if i == p.Weakest {
				text += "*"
			}
			text += brief(t)
		}
		lines = append(lines, line("path", count("sources", p.Sources), text))
	}
	if answer.More {
		lines = append(lines, "more")
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) shared(answer queries.SharedAnswer) []string {
	var lines []string
	for _, part := range []struct {
		name string
		rows []queries.SharedRow
	}{{"backer", answer.Backers}, {"client", answer.Clients}, {"ally", answer.Allies}, {"enemy", answer.Enemies}} {
		for _, row := range part.rows {
			lines = append(lines, line(part.name, string(row.Other.ID), count("sources", row.Sources)+":", brief(row.A)+";", brief(row.B)))
		}
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) friends(answer queries.FriendsAnswer) []string {
	var lines []string
	for _, f := range answer.Friends {
		text := "friend " + string(f.Other.ID) + " via"
		for _, row := range f.Via {
			text += " " + string(row.Other.ID)
		}
		lines = append(lines, text)
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) drawn(answer queries.DrawnAnswer) []string {
	var lines []string
	for _, d := range answer.Drawn {
		var chain []string
		for _, t := range d.Ties {
			chain = append(chain, brief(t))
		}
		lines = append(lines, line(d.Side, string(d.Actor.ID), mark("both", d.Both), count("sources", d.Sources)+":", strings.Join(chain, "; ")))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}

func (s *script) bothSides(answer queries.BothSidesAnswer) []string {
	var lines []string
	for _, r := range answer.Rows {
		lines = append(lines, line(
			"both", string(r.Patron.ID)+":", brief(r.BacksA)+";", brief(r.BacksB)+";", brief(r.Fights), count("sources", r.Sources), "wars="+wars(r.Wars),
		))
	}
	return append(lines, leftLine(answer.LeftOut)...)
}
