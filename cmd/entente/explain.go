package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/loader"
	"entente.example/queries"
)

type explainOptions struct {
	date string
	data dataFlags
}

func newExplainCommand() *cobra.Command {
	var opts explainOptions
	cmd := &cobra.Command{
		Use:   `explain ["SENTENCE"]...`,
		Short: "Show how sentences are read: tokens, tags, groups, frames and their slots",
		Long: `explain shows, for each sentence, its tokens with their tags, the names and what each may mean, the noun and verb
groups with what they depend on and whom they stand for, and each frame that fired, with what became of it.
Without a sentence it reads standard input, as a text.`,
		Example: `  entente explain "Turkey-backed forces captured the town of Watiya."
  entente explain --date 2016-01-01 "Tehran denied arming the group." < /dev/null`,
		Args: arguments(0, -1, "a sentence"),
		RunE: func(cmd *cobra.Command, args []string) error { return runExplain(cmd.Context(), cmd, opts, args) },
	}
	opts.data.register(cmd)
	cmd.Flags().StringVar(&opts.date, "date", "", "the date of the article (2020-05-28), for names and for words such as \"yesterday\"")
	return cmd
}

func runExplain(ctx context.Context, cmd *cobra.Command, opts explainOptions, sentences []string) error {
	date := graph.Valid(opts.date)
	if _, _, ok := date.Bounds(); !ok {
		f := wrongUse("--date %q is not a date", opts.date)
		f.hints = []string{queries.DateForms}
		return f
	}
	text := strings.Join(sentences, " ")
	if len(sentences) > 0 && strings.TrimSpace(text) == "" {
		return wrongUse("%s wants a sentence", cmd.CommandPath())
	}
	if info, err := os.Stat(text); err == nil && info.Mode().IsRegular() {
		talkOf(cmd).warn(fmt.Sprintf("%q is read as a sentence, though there is a file of that name", text),
			"to explain what the file says: "+cmd.CommandPath()+" < "+text)
	}
	if len(sentences) == 0 || text == "-" {
		if isTerminal(cmd.InOrStdin()) {
			return wrongUse("%s wants a sentence", cmd.CommandPath())
		}
		read, err := explained(ctx, cmd)
		if err != nil {
			return err
		}
		text = read
	}
	if odd := loader.Oddity(text); odd != "" {
		talkOf(cmd).warn("the text " + odd)
	}
	reader, err := opts.data.open()
	if err != nil {
		return err
	}
	bare := &bareWriter{w: cmd.OutOrStdout()}
	err = reader.Explain(bare, graph.NewDocument("", text, graph.Appearance{Published: date}))
	return errors.Join(err, bare.Flush())
}

// explained reads the sentences from standard input, as other commands read an article.
func explained(ctx context.Context, cmd *cobra.Command) (string, error) {
	in, err := newIntake(cmd, inputFlags{format: "text"}, []string{"-"})
	if err != nil {
		return "", err
	}
	text := ""
	for doc, err := range in.documents(ctx) {
		if err != nil {
			return "", err
		}
		text = doc.Text
	}
	if err := in.verdict(); err != nil {
		return "", err
	}
	return text, nil
}
