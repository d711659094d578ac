package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

type whyOptions struct {
	graph    graphFlags
	narrow   narrowing
	latest   latest
	exitCode bool
	output   output
}

// latestStatements is how many why lists of each tie and polarity.
const latestStatements = 100

func newWhyCommand() *cobra.Command {
	var opts whyOptions
	cmd := &cobra.Command{
		Use:   "why A [RELATION] B",
		Short: "Show the sentences that say so, and those that deny it",
		Long: `why shows every statement for and against a tie between A and B: the sentence with the words for both ends and for the
tie in brackets, the article, its date, publisher and address, who says so, and the id of the statement. Without a
relation it shows all ties between the two, in either direction. Of a tie that is told very often, text and Markdown have
the ` + strconv.Itoa(latestStatements) + ` latest statements of each polarity, and say how many more there are; --limit 0 shows all.
CSV has a row for each sentence.

Relations: ` + joined(relationNames()),
		Example: `  entente why Russia LNA
  entente why Turkey backs GNA
  entente why Russia backs LNA --json`,
		Args:              arguments(2, 3, "two names, or a name, a relation and a name"),
		ValidArgsFunction: completeWhy,
		RunE:              func(cmd *cobra.Command, args []string) error { return runWhy(cmd.Context(), cmd, opts, args) },
	}
	opts.graph.register(cmd)
	opts.narrow.register(cmd)
	opts.latest.register(cmd, latestStatements, "the latest statements of each tie and polarity")
	cmd.Flags().BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing is found")
	opts.output.register(cmd, []outputFormat{
		{name: "text", endings: []string{".txt"}},
		{name: "json", endings: []string{".json"}},
		{name: "jsonl", endings: []string{".jsonl", ".ndjson"}},
		{name: "csv", endings: []string{".csv"}},
		{name: "md", endings: []string{".md"}},
	})
	return cmd
}

func completeWhy(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	switch len(args) {
	case 0, 2:
		return namesLike(cmd, begun), cobra.ShellCompDirectiveNoFileComp
	case 1:
		return slices.Concat(relationsLike(begun), namesLike(cmd, begun)), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func runWhy(ctx context.Context, cmd *cobra.Command, opts whyOptions, args []string) error {
	options, err := opts.narrow.of(&opts.graph)
	if err != nil {
		return err
	}
	if options.Latest, err = opts.latest.of(&opts.output); err != nil {
		return err
	}
	var relation graph.Relation
	if len(args) == 3 {
		if relation, err = relationNamed(args[1]); err != nil {
			return misplacedRelation(args, err)
		}
	}
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		subject, object, err := resolveEnds(ctx, s, args[0], relation, args[len(args)-1])
		if err != nil {
			return misplacedRelation(args, err)
		}
		if err := opts.narrow.locate(ctx, s, &options); err != nil {
			return err
		}
		answer, err := queries.Why(ctx, s, subject, relation, object, options)
		if err != nil {
			return asked(err)
		}
		err = opts.output.write(cmd, func(w io.Writer, format string, screen screen) error {
			switch format {
			case "json":
				return writeJSON(w, answer)
			case "jsonl":
				return writeJSONLines(w, answer.Ties)
			case "csv":
				return writeAccounts(w, answer)
			}
			page := page{w: w, screen: screen, markdown: format == "md", relation: relation, whole: options.Latest == 0}
			page.why(answer)
			return page.err
		})
		if err != nil {
			return err
		}
		tellLeftOut(talkOf(cmd), answer.LeftOut)
		if len(answer.Ties) == 0 && relation != "" && !opts.output.withheld {
			if err := tellOthers(ctx, talkOf(cmd), s, subject, object, options); err != nil {
				return err
			}
		}
		if opts.exitCode && len(answer.Ties) == 0 {
			return status(exitNothing)
		}
		return nil
	})
}

// tellOthers names the ties that there are between two, where the one that was asked for is not: mostly the one that leads
// the other way.
func tellOthers(ctx context.Context, t talk, s *store.Store, subject, object graph.ID, opts queries.Options) error {
	opts.Latest = 1
	answer, err := queries.Why(ctx, s, subject, "", object, opts)
	if err != nil {
		return asked(err)
	}
	for _, tie := range answer.Ties {
		t.say("but there is: %s (entente why %s %s %s)", tieText(tie), tie.Subject.ID, tie.Relation, tie.Object.ID)
	}
	return nil
}

// resolveEnds finds both ends; the object of a relation such as captured is a place.
func resolveEnds(ctx context.Context, s *store.Store, a string, relation graph.Relation, b string) (subject, object graph.ID, err error) {
	want := queries.WantAny
	if row, ok := relation.Row(); ok {
		want = queries.WantActor
		if row.ObjectIsPlace {
			want = queries.WantPlace
		}
	}
	if subject, err = resolve(ctx, s, a, queries.WantActor); err != nil {
		return "", "", err
	}
	if object, err = resolve(ctx, s, b, want); err != nil {
		return "", "", err
	}
	if subject == object {
		return "", "", wrongUse("%q and %q are both %s", a, b, subject.Name())
	}
	return subject, object, nil
}

// page writes evidence for reading. It stops at the first error.
type page struct {
	w        io.Writer
	screen   screen
	markdown bool
	// relation is the one that was asked for, or empty.
	relation graph.Relation
	// whole says to name all sources.
	whole bool
	err   error
}

func (p *page) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// heading is a line in bold, or of Markdown at the level.
func (p *page) heading(level int, text string) {
	if p.markdown {
		p.printf("%s %s\n\n", strings.Repeat("#", level), markdown(text))
		return
	}
	p.printf("%s\n", p.screen.bold(oneLine(text)))
}

// nothing says that there is no tie, and of which kind, for there may be others between the two.
func (p *page) nothing(answer queries.WhyAnswer) {
	subject, object := oneLine(answer.Subject.Name), oneLine(answer.Object.Name)
	if row, ok := p.relation.Row(); ok {
		p.printf("nothing says that %s %s %s\n", subject, row.Label, object)
		return
	}
	p.printf("nothing is said of a tie between %s and %s\n", subject, object)
}

func (p *page) why(answer queries.WhyAnswer) {
	if len(answer.Ties) == 0 {
		p.nothing(answer)
	}
	for i, tie := range answer.Ties {
		if i > 0 {
			p.printf("\n")
		}
		p.heading(2, tieText(tie))
		p.accounts("Said by", tie.Sources, tie.For)
		if len(tie.For) > 0 && len(tie.Against) > 0 {
			p.printf("\n")
		}
		p.accounts("Denied by", tie.DeniedBy, tie.Against)
		if tie.Earlier > 0 {
			p.printf("\n%s, of earlier articles: --limit 0 lists all\n", count(tie.Earlier, "more statement"))
		}
	}
}

// tieText is a tie in words. What nobody affirms, what is over and what is retracted does not read as a fact.
func tieText(tie queries.WhyTie) string {
	label := string(tie.Relation)
	if row, ok := tie.Relation.Row(); ok {
		label = row.Label
	}
	text := fmt.Sprintf("%s %s %s", tie.Subject.Name, label, tie.Object.Name)
	affirmed := slices.ContainsFunc(tie.For, func(a queries.Account) bool { return a.Polarity == graph.Affirmed })
	var notes []string
	switch {
	case len(tie.For) == 0:
		notes = append(notes, "only denied")
	case !affirmed && tie.Contested:
		notes = append(notes, "only alleged, and denied")
	case !affirmed:
		notes = append(notes, "only alleged")
	case tie.Contested:
		notes = append(notes, "contested")
	}
	if tie.Ended {
		notes = append(notes, "ended")
	}
	notes = append(notes, tie.Fallen...)
	if len(notes) == 0 {
		return text
	}
	return text + " (" + joined(notes) + ")"
}

func (p *page) accounts(heading string, sources []queries.Source, accounts []queries.Account) {
	if len(accounts) == 0 {
		return
	}
	most := mostSources
	if p.whole {
		most = allSources
	}
	names := sourceNames(sources, most, func(s queries.Source) string {
		return graph.Outlet{Grade: s.Grade}.Graded(sourceName(s, accounts))
	})
	p.heading(3, fmt.Sprintf("%s %s: %s", heading, count(len(sources), "source"), names))
	for _, a := range accounts {
		if !p.markdown {
			p.printf("\n")
		}
		p.account(a)
	}
}

// sourceName names a source. An article without title and publisher has only its id and its date.
func sourceName(s queries.Source, accounts []queries.Account) string {
	id, err := uuid.Parse(s.Name)
	if err != nil {
		return s.Name
	}
	name := "article " + id.String()[:8] + "…"
	for _, a := range accounts {
		if date := a.Article.Date; a.Article.ID == id && date != "" {
			return name + " of " + string(date)
		}
	}
	return name
}

// account writes one statement: its sentences, then what is known about it.
func (p *page) account(a queries.Account) {
	var shown []string
	for _, c := range a.Citations {
		sentence := p.marked(c)
		if slices.Contains(shown, sentence) {
			continue // two rules may find the same words
		}
		shown = append(shown, sentence)
		if p.markdown {
			p.printf("> %s\n>\n", sentence)
		} else {
			p.printf("  %s\n", sentence)
		}
	}
	lines := []string{joined(aboutStatement(a)), joined(aboutArticle(a)), "statement " + a.Statement.String()}
	for _, v := range a.Verdicts {
		lines = append(lines, judgement(v))
	}
	for _, line := range lines {
		switch {
		case line == "":
		case p.markdown:
			p.printf("> %s  \n", markdown(line))
		default:
			p.printf("    %s\n", oneLine(line))
		}
	}
	if p.markdown {
		p.printf("\n")
	}
}

// judgement is what a reviewer says: "rejected by Mary Stone on 2024-05-01: the sentence is about another unit".
func judgement(v graph.Verdict) string {
	what := map[graph.Decision]string{graph.Accept: "accepted", graph.Reject: "rejected", graph.Edit: "edited"}[v.Decision]
	text := fmt.Sprintf("%s by %s on %s", what, v.By, v.On)
	if v.Note != "" {
		text += ": " + v.Note
	}
	return text
}

// aboutStatement says how the statement is meant, by whom, and of what it speaks.
func aboutStatement(a queries.Account) []string {
	parts := []string{string(a.Polarity)}
	if a.Modality != "" {
		parts[0] += " (" + string(a.Modality) + ")"
	}
	if a.Review != "" {
		parts = append(parts, string(a.Review))
	}
	if a.Speaker != nil {
		parts = append(parts, "by "+a.Speaker.Name)
	}
	var kinds, times []string
	for _, c := range a.Citations {
		kinds = append(kinds, stringsOf(c.Kinds)...)
		if c.Valid != nil {
			times = append(times, string(*c.Valid))
		}
		if c.Phase != nil {
			times = append(times, string(*c.Phase))
		}
	}
	for _, list := range [][]string{kinds, times} {
		slices.Sort(list)
		parts = append(parts, slices.Compact(list)...)
	}
	return append(parts, "confidence "+a.Confidence.String())
}

// aboutArticle says where the statement stands.
func aboutArticle(a queries.Account) []string {
	var parts []string
	if a.Article.Title != "" {
		parts = append(parts, "“"+a.Article.Title+"”")
	}
	for _, part := range []string{graph.Outlet{Grade: a.Article.Grade}.Graded(a.Article.Publisher), string(a.Article.Date), a.Article.URL, string(a.Article.Status)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	text := "article " + a.Article.ID.String()
	if a.CopyOf != nil {
		text += " (a copy of " + a.CopyOf.String() + ")"
	}
	if a.Article.Successor != uuid.Nil {
		text += " (superseded by " + a.Article.Successor.String() + ")"
	}
	return append(parts, text)
}

// marked gives the sentence with the words for the ends and the tie in brackets; where the screen can, underlined.
// Where marks overlap, what lies inside another is not marked again.
func (p *page) marked(c graph.RecordCitation) string {
	marks := []graph.Span{c.Marks.Subject, c.Marks.Trigger, c.Marks.Object}
	slices.SortFunc(marks, func(a, b graph.Span) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return b[1] - a[1]
	})
	clean := oneLine
	if p.markdown {
		clean = markdown
	}
	var b strings.Builder
	done := 0
	for _, m := range marks {
		if m.Len() <= 0 || m[0] < done || m[1] > len(c.Sentence) {
			continue
		}
		b.WriteString(spaced(c.Sentence[done:m[0]], clean))
		b.WriteString(p.mark(clean(c.Sentence[m[0]:m[1]])))
		done = m[1]
	}
	b.WriteString(spaced(c.Sentence[done:], clean))
	return strings.TrimSpace(b.String())
}

// mark sets words off from the rest of the sentence.
func (p *page) mark(words string) string {
	switch {
	case p.markdown:
		return "**" + words + "**"
	case p.screen.color:
		return p.screen.underlined(words)
	}
	return "[" + words + "]"
}

// spaced cleans a stretch of text and keeps the space at its ends.
func spaced(text string, clean func(string) string) string {
	inner := strings.TrimSpace(text)
	if inner == "" {
		if text == "" {
			return ""
		}
		return " "
	}
	start := strings.Index(text, inner)
	before, after := "", ""
	if start > 0 {
		before = " "
	}
	if start+len(inner) < len(text) {
		after = " "
	}
	return before + clean(inner) + after
}

// markdown makes text safe inside Markdown.
func markdown(text string) string {
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "#", `\#`, "|", `\|`, "&", "&amp;",
	).Replace(oneLine(text))
}
