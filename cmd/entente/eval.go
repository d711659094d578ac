package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/loader"
	"entente.example/loader/eval"
)

type evalOptions struct {
	texts       string
	predictions string
	strict      bool
	errors      bool
	bootstrap   int
	reader      readerFlags
	output      output
}

func newEvalCommand() *cobra.Command {
	var opts evalOptions
	cmd := &cobra.Command{
		Use:   "eval GOLD --texts FOLDER",
		Short: "Measure extraction against articles whose facts careful readers wrote down",
		Long: `eval reads GOLD, one article a line with its entities and facts, extracts the statements of FOLDER/NAME.txt for each,
and prints precision, recall and F1: of each relation, of each polarity, of ties whose names the dictionary has and has not,
and, on the last line, of all facts. Confidence is compared with how many of the statements were right.
With --predictions it measures statements that were extracted before, as entente extract prints them.`,
		Example: `  entente eval gold/dev.jsonl --texts gold/dev
  entente eval gold/dev.jsonl --predictions statements.jsonl --errors
  entente eval gold/dev.jsonl --texts gold/dev --strict --bootstrap 1000`,
		Args: arguments(1, 1, "a file of gold"),
		RunE: func(cmd *cobra.Command, args []string) error { return runEval(cmd.Context(), cmd, opts, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.texts, "texts", "", "folder of the articles, NAME.txt; sentences are looked up in them letter for letter")
	flags.StringVar(&opts.predictions, "predictions", "", "file of statements to measure (- is standard input); default: they are extracted from the texts")
	flags.BoolVar(&opts.strict, "strict", false, "ask for the right entity, not only for the right words")
	flags.BoolVar(&opts.errors, "errors", false, "list every fact that was missed and every false statement first")
	flags.IntVar(&opts.bootstrap, "bootstrap", 0, "draw the articles so many times to tell how sure F1 is")
	_ = cmd.MarkFlagDirname("texts")
	opts.reader.register(cmd)
	opts.output.register(cmd, []outputFormat{{name: "text", endings: []string{".txt"}}, {name: "json", endings: []string{".json"}}})
	return cmd
}

// figures are the result as JSON has it, with the three that are computed.
type figures struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	eval.Result
}

func runEval(ctx context.Context, cmd *cobra.Command, opts evalOptions, goldPath string) error {
	switch {
	case opts.texts == "" && opts.predictions == "":
		return wrongUse("there is nothing to measure: give --texts or --predictions")
	case opts.bootstrap < 0:
		return wrongUse("--bootstrap %d is less than 0", opts.bootstrap)
	}
	if err := isFolder(opts.texts); err != nil {
		return err
	}
	opts.output.inputs = []string{goldPath}
	gold, err := readGold(goldPath)
	if err != nil {
		return err
	}
	var records []graph.Record
	var verdict error
	if opts.predictions != "" {
		opts.output.inputs = append(opts.output.inputs, opts.predictions)
		records, err = readPredictions(cmd, opts.predictions)
	} else {
		records, verdict, err = predict(ctx, cmd, opts, gold)
	}
	if err != nil {
		return err
	}
	dictionary, err := opts.reader.data.dictionary()
	if err != nil {
		return err
	}
	scoring := eval.Options{
		Strict: opts.strict, Bootstrap: opts.bootstrap,
		Known: func(name string) bool { return len(dictionary.Lookup(name)) > 0 },
	}
	if opts.texts != "" {
		scoring.Texts = os.DirFS(opts.texts)
	}
	result, err := eval.Score(gold, slices.Values(records), scoring)
	if err != nil {
		return err
	}
	err = opts.output.write(cmd, func(w io.Writer, format string, _ screen) error {
		if format == "json" {
			if !opts.errors {
				result.Errors = []eval.Mistake{}
			}
			return writeJSON(w, figures{result.All.Precision(), result.All.Recall(), result.All.F1(), result})
		}
		if opts.errors {
			if err := result.WriteErrors(w); err != nil {
				return err
			}
		}
		return result.WriteText(w)
	})
	return gravest(err, verdict)
}

// isFolder complains once about a folder that is not there, instead of once for each text in it. No folder is well.
func isFolder(name string) error {
	if name == "" {
		return nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return fmt.Errorf("read %q: %w", name, withoutPath(err))
	case !info.IsDir():
		return fmt.Errorf("read %q: it is not a folder", name)
	}
	return nil
}

func readGold(name string) ([]eval.Article, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", name, withoutPath(err))
	}
	gold, err := eval.ReadGold(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%q: %w", name, err)
	}
	return gold, nil
}

func readPredictions(cmd *cobra.Command, name string) ([]graph.Record, error) {
	in := cmd.InOrStdin()
	if name != "-" {
		file, err := openFile(name)
		if err != nil {
			return nil, fmt.Errorf("read %q: %w", name, withoutPath(err))
		}
		defer file.Close() //nolint:errcheck // it was only read
		in = file
	}
	var records []graph.Record
	for record, err := range eval.ReadRecords(in) {
		if err != nil {
			return nil, fmt.Errorf("%q: %w", name, err)
		}
		records = append(records, record)
	}
	return records, nil
}

// predict extracts the statements of the gold's articles. The verdict tells of texts that could not be read.
func predict(ctx context.Context, cmd *cobra.Command, opts evalOptions, gold []eval.Article) (_ []graph.Record, verdict, _ error) {
	reader, err := opts.reader.open()
	if err != nil {
		return nil, nil, err
	}
	var paths []string
	for _, article := range gold {
		name := path.Base(filepath.ToSlash(article.Doc))
		paths = append(paths, filepath.Join(opts.texts, strings.TrimSuffix(name, ".txt")+".txt"))
	}
	in, err := newIntake(cmd, inputFlags{}, paths)
	if err != nil {
		return nil, nil, err
	}
	var records []graph.Record
	for read, err := range loader.Extract(ctx, reader, in.documents(ctx), 0) {
		if err != nil {
			if err = opts.reader.failed(ctx, in, err); err != nil {
				return nil, nil, err
			}
			continue
		}
		name := cmp.Or(read.Document.Name, read.Document.ID.String())
		records = append(records, read.Reading.Records(name)...)
	}
	opts.reader.report(in.talk)
	return records, in.verdict(), nil
}
