package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader/extract"
	"entente.example/queries"
)

func newSourcesCommand() *cobra.Command {
	stories, unknown := false, false
	compare := ""
	vain := newGapCount() // words of rules in sentences that told nothing
	return question{
		use:   "sources [NAME]",
		short: "Tell who says what: speakers, agencies, publishers; copies; names that nobody knows",
		long: `sources lists the origins of what is said, of all or of one name: how many ties each affirms or alleges, how many of those
nobody else does (alone), how many it denies, and how often others contradict it (against); of outlets, who owns them, and
how reliable you hold them to be (A to F), where --publishers names a table that says so.

--compare A,B tells what source A says and B does not, and what one says and the other denies. --stories lists articles
that are copies of each other, syndicated, updated or spun, with the share of the words that they have in common with the
first (words). --unknown lists names that no dictionary has, with a sentence, for somebody to adopt;
and, of articles given with --from, the sentences in which the word of a rule told nothing. A store keeps no articles.
Ties that rest on one source are in entente backs --only single-source.`,
		example: `  entente sources
  entente sources LNA
  entente sources --compare Reuters,TASS
  entente sources --stories
  entente sources --unknown`,
		most: 1, args: "at most one name", want: []queries.Want{queries.WantAny}, relations: true,
		bind: func(cmd *cobra.Command) {
			cmd.Flags().BoolVar(&stories, "stories", false, "list articles that are copies of each other")
			cmd.Flags().BoolVar(&stories, "copies", false, "the same as --stories")
			_ = cmd.Flags().MarkHidden("copies") // its earlier name
			cmd.Flags().BoolVar(&unknown, "unknown", false, "list names that no dictionary has")
			cmd.Flags().StringVar(&compare, "compare", "", "two sources, separated by a comma")
		},
		read: func(r *extract.Reader, doc graph.Document) {
			if !unknown {
				return
			}
			for _, g := range r.Gaps(doc) {
				if g.Trigger != "" {
					vain.add(jsonGap{Trigger: g.Trigger, Relation: g.Relation, Sentence: g.Sentence}, doc.ID.String())
				}
			}
		},
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			opts.Name = about(names)
			switch {
			case stories && unknown, compare != "" && (stories || unknown):
				return listing{}, queries.LeftOut{}, wrongUse("--stories, --unknown and --compare exclude each other")
			case stories:
				answer, err := queries.Stories(ctx, s)
				return storiesListing(answer), queries.LeftOut{}, err
			case unknown:
				answer, err := queries.UnknownNames(ctx, s, opts)
				return unknownListing(answer, vain), answer.LeftOut, err
			case compare != "":
				return compareSources(ctx, s, compare, opts)
			}
			answer, err := queries.Sources(ctx, s, opts)
			return sourcesListing(answer), answer.LeftOut, err
		},
	}.command()
}

func sourcesListing(answer queries.SourcesAnswer) listing {
	columns := []column{
		{name: "source"}, {name: "ties"}, {name: "alone"}, {name: "denials"}, {name: "against"}, {name: "statements"}, {name: "first"}, {name: "last"}, {name: "grade"}, {name: "owner"},
	}
	return listRows(answer, columns, answer.Sources, func(r queries.SourceRow) []string {
		return []string{
			sourceName(r.Source, nil), strconv.Itoa(r.Ties), strconv.Itoa(r.Alone), strconv.Itoa(r.Denials), strconv.Itoa(r.Against),
			strconv.Itoa(r.Statements), string(r.First), string(r.Last), r.Grade, r.Owner,
		}
	})
}

func storiesListing(answer queries.StoriesAnswer) listing {
	columns := []column{{name: "story"}, {name: "date"}, {name: "publisher"}, {name: "words"}, {name: "article"}, {name: "title", long: true}}
	l := listing{columns: columns, whole: answer}
	for i, story := range answer.Stories {
		for _, a := range story.Articles {
			l.rows = append(l.rows, []string{strconv.Itoa(i + 1), string(a.Date), a.Publisher, percent(a.SameWords), a.ID.String(), a.Title})
		}
		l.values = append(l.values, story)
	}
	return l
}

// percent shows hundredths, or nothing where there are none.
func percent(hundredths *int) string {
	if hundredths == nil {
		return ""
	}
	return strconv.Itoa(*hundredths) + "%"
}

// notUnderstood is what the reader did not know, and the words of rules that told nothing.
type notUnderstood struct {
	queries.UnknownNamesAnswer
	Words []jsonGap `json:"words"`
}

// unknownListing lists the names, and then the words, whose statements are none.
func unknownListing(answer queries.UnknownNamesAnswer, vain *gapCount) listing {
	columns := []column{{name: "name"}, {name: "type"}, {name: "statements"}, {name: "id"}, {name: "word"}, sentenceColumn()}
	whole := notUnderstood{answer, vain.sorted()}
	l := listRows(whole, columns, answer.Names, func(n queries.UnknownName) []string {
		return []string{n.Name, string(n.Type), strconv.Itoa(n.Statements), string(n.ID), "", n.Evidence.Sentence}
	})
	for _, g := range whole.Words {
		l.add(nil, "", "", "0", "", g.word(), strings.Join(strings.Fields(g.Sentence), " "))
		l.values = append(l.values, g)
	}
	return l
}

// compareSources finds the two sources by their names among those of the store.
func compareSources(ctx context.Context, s *store.Store, pair string, opts queries.Options) (listing, queries.LeftOut, error) {
	a, b, ok := strings.Cut(pair, ",")
	if !ok || strings.Contains(b, ",") {
		return listing{}, queries.LeftOut{}, wrongUse("--compare wants two sources, separated by a comma")
	}
	ids := make([]string, 2)
	for i, name := range []string{a, b} {
		var err error
		if ids[i], err = sourceNamed(ctx, s, strings.TrimSpace(name)); err != nil {
			return listing{}, queries.LeftOut{}, err
		}
	}
	if ids[0] == ids[1] {
		return listing{}, queries.LeftOut{}, wrongUse("%q and %q are both %s", a, b, ids[0])
	}
	answer, err := queries.Slant(ctx, s, ids[0], ids[1], opts)
	columns := []column{{name: "says"}, {name: "tie"}, {name: "sources", short: "src."}, sentenceColumn()}
	l := listing{columns: columns, whole: answer, proven: true}
	for _, part := range []struct {
		says string
		ties []queries.TieRow
	}{{"only " + answer.A.Name, answer.OnlyA}, {"only " + answer.B.Name, answer.OnlyB}, {"both", answer.Both}} {
		for _, t := range part.ties {
			l.add(t, part.says, tieInWords(&t), strconv.Itoa(len(t.Sources)), t.Evidence.Sentence)
			l.values = append(l.values, t)
		}
	}
	for _, t := range answer.Split {
		l.add(t, "one denies it", tieText(t), strconv.Itoa(len(t.Sources)), t.For[0].Citations[0].Sentence+" · "+t.Against[0].Citations[0].Sentence)
		l.values = append(l.values, t)
	}
	return l, answer.LeftOut, err
}

// sourceNamed finds a source by its id or its name.
func sourceNamed(ctx context.Context, s *store.Store, name string) (string, error) {
	id, err := queries.SourceNamed(ctx, s, name)
	if errors.Is(err, queries.ErrNoSource) {
		return "", &failure{code: exitName, err: fmt.Errorf("no source is called %q", name), hints: []string{"entente sources lists them"}}
	}
	return id, err
}
