package main

import (
	"github.com/spf13/cobra"
)

func newReportCommand() *cobra.Command {
	opts := exportOptions{}
	cmd := &cobra.Command{
		Use:   "report [NAME]",
		Short: "Write a page about an actor, or all: picture, table, timeline, every sentence",
		Long: `report writes a page of HTML that stands by itself: the picture, a table of the ties, a timeline, and for each tie every
sentence for and against it, with the words marked and a link to the article. It fetches nothing and runs nothing, so
that it can be mailed, kept and printed.`,
		Example: `  entente report LNA -o lna.html
  entente report --since 2019 --title "The war in Libya" -o libya.html
  entente report --from articles/ Sudan -o sudan.html --redact-persons`,
		Args:              arguments(0, 1, "at most one name"),
		ValidArgsFunction: completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.named = opts.title == ""
			return runExport(cmd.Context(), cmd, opts, args)
		},
	}
	opts.register(cmd)
	opts.output.register(cmd, []outputFormat{
		{name: "html", title: "HTML", endings: []string{".html", ".htm"}},
		{name: "md", endings: []string{".md"}},
	})
	return cmd
}
