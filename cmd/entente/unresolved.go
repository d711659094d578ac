package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
)

// jsonGap is a name that the dictionary lacks, or a word of a rule that told nothing, in JSON.
type jsonGap struct {
	Name     string           `json:"name,omitempty"`
	Type     graph.EntityType `json:"type,omitempty"`
	Trigger  string           `json:"trigger,omitempty"`
	Relation graph.Relation   `json:"relation,omitempty"`
	Times    int              `json:"times"`
	Articles int              `json:"articles"`
	Sentence string           `json:"sentence"`
}

// gapCount counts gaps by what they are, keeping the first sentence of each.
type gapCount struct {
	gaps []*jsonGap
	at   map[string]*jsonGap
	last map[*jsonGap]string // the article that counted it last
}

func newGapCount() *gapCount {
	return &gapCount{at: map[string]*jsonGap{}, last: map[*jsonGap]string{}}
}

func (c *gapCount) add(gap jsonGap, article string) {
	key := gap.Name + "\x1f" + gap.Trigger + "\x1f" + string(gap.Relation)
	known := c.at[key]
	if known == nil {
		known = &gap
		c.at[key] = known
		c.gaps = append(c.gaps, known)
	}
	known.Times++
	known.Type = cmp.Or(known.Type, gap.Type)
	if c.last[known] != article {
		c.last[known] = article
		known.Articles++
	}
}

// word is the word of a rule, and what it would have told.
func (g *jsonGap) word() string {
	if g.Trigger == "" {
		return ""
	}
	return g.Trigger + " (" + string(g.Relation) + ")"
}

// sorted gives the gaps, those that occur most first.
func (c *gapCount) sorted() []jsonGap {
	slices.SortFunc(c.gaps, func(a, b *jsonGap) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Times, a.Times), cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Trigger, b.Trigger), cmp.Compare(a.Relation, b.Relation))
	})
	sorted := []jsonGap{}
	for _, g := range c.gaps {
		sorted = append(sorted, *g)
	}
	return sorted
}

// listing lists the gaps.
func (c *gapCount) listing() listing {
	whole := c.sorted()
	l := listing{whole: whole, columns: []column{{name: "articles"}, {name: "times"}, {name: "name"}, {name: "type"}, {name: "word"}, {name: "sentence", long: true}}}
	for _, g := range whole {
		l.rows = append(l.rows, []string{
			strconv.Itoa(g.Articles), strconv.Itoa(g.Times), g.Name, string(g.Type), g.word(), strings.Join(strings.Fields(g.Sentence), " "),
		})
		l.values = append(l.values, g)
	}
	return l
}

// runUnresolved lists what is next to add to the dictionary and the rules: of a store, the names of its ties that the
// dictionary lacks; of articles, all such names and the words of rules that told nothing.
func runUnresolved(ctx context.Context, cmd *cobra.Command, opts actorsOptions, args []string) error {
	counted := newGapCount()
	show := func() error {
		return opts.output.write(cmd, func(w io.Writer, format string, s screen) error { return counted.listing().write(w, format, s) })
	}
	if len(args) == 0 || len(args) == 1 && isStore(args[0]) {
		if len(args) == 1 {
			opts.store.address = args[0]
		}
		err := opts.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error { return countStored(ctx, s, counted) })
		if err != nil {
			return err
		}
		talkOf(cmd).say("a store keeps no articles: name them to see the other names, and the sentences that gave nothing")
		return show()
	}
	in, err := newIntake(cmd, opts.input, args)
	if err != nil {
		return err
	}
	reader, err := opts.data.open()
	if err != nil {
		return err
	}
	for doc, err := range in.documents(ctx) {
		if err != nil {
			return err
		}
		for _, g := range reader.Gaps(doc) {
			counted.add(jsonGap{Name: g.Name, Type: g.Type, Trigger: g.Trigger, Relation: g.Relation, Sentence: g.Sentence}, doc.ID.String())
		}
	}
	opts.output.inputs = in.paths
	return gravest(show(), in.verdict())
}

// isStore reports whether the argument is a store's address rather than a file or a folder of articles.
func isStore(address string) bool {
	if strings.Contains(address, "://") {
		return true
	}
	_, err := os.Stat(filepath.Join(address, "CURRENT")) // which each LevelDB folder has
	return err == nil
}

// countStored counts the ends of a store's statements that the dictionary lacks.
func countStored(ctx context.Context, s *store.Store, counted *gapCount) error {
	entities := map[graph.ID]graph.Entity{}
	for e, err := range s.Entities(ctx) {
		if err != nil {
			return err
		}
		if !e.ID.Listed() {
			entities[e.ID] = e
		}
	}
	for st, err := range s.Statements(ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		for _, id := range []graph.ID{st.Subject, st.Object} {
			if e, ok := entities[id]; ok {
				counted.add(jsonGap{Name: e.Name, Type: e.Type, Sentence: st.Citations[0].Sentence}, st.Article.String())
			}
		}
	}
	return nil
}
