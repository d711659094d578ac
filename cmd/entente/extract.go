package main

import (
	"cmp"
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"entente.example/loader"
)

type extractOptions struct {
	input  inputFlags
	output output
	reader readerFlags
}

func newExtractCommand() *cobra.Command {
	var opts extractOptions
	cmd := &cobra.Command{
		Use:   "extract [FILE|FOLDER|-]...",
		Short: "Print the statements that articles make, one a line, without storing them",
		Long: `extract reads articles and prints each statement as one line of JSON: who stands in which tie to whom, whether
the article affirms, alleges or denies it, who says so, and the sentences with byte offsets. Nothing is stored.

With --format readings it prints one article a line, with all that a store keeps of it, for entente load --statements:
so articles are read on many machines, and stored by a few.`,
		Example: `  entente extract article.txt
  entente extract articles/ | jq -r 'select(.predicate == "backs") | .evidence'
  pbpaste | entente extract
  entente extract --format readings articles/ | entente load --statements -`,
		Args: arguments(0, -1, "files or folders"),
		RunE: func(cmd *cobra.Command, args []string) error { return runExtract(cmd.Context(), cmd, opts, args) },
	}
	opts.reader.register(cmd)
	opts.input.register(cmd)
	opts.output.register(cmd, []outputFormat{
		{name: "jsonl", endings: []string{".jsonl", ".ndjson"}}, {name: "readings", endings: []string{".readings"}},
	})
	return cmd
}

func runExtract(ctx context.Context, cmd *cobra.Command, opts extractOptions, paths []string) error {
	in, err := newIntake(cmd, opts.input, paths)
	if err != nil {
		return err
	}
	reader, err := opts.reader.open()
	if err != nil {
		return err
	}
	opts.output.inputs = in.paths
	err = opts.output.write(cmd, func(w io.Writer, format string, _ screen) error {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		for read, err := range loader.Extract(ctx, reader, in.documents(ctx), 0) {
			if err != nil {
				if err = opts.reader.failed(ctx, in, err); err != nil {
					return err
				}
				continue
			}
			if format == "readings" {
				if err := encoder.Encode(read.Reading); err != nil {
					return err
				}
				continue
			}
			name := cmp.Or(read.Document.Name, read.Document.ID.String())
			if read.Warning != "" {
				talkOf(cmd).warn(quoted(name) + ": it " + read.Warning)
			}
			for _, record := range read.Reading.Records(name) {
				if err := encoder.Encode(record); err != nil {
					return err
				}
			}
		}
		return nil
	})
	opts.reader.report(talkOf(cmd))
	return gravest(err, in.verdict())
}
