package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph/export"
	"entente.example/loader/source"
)

// helpTopics are commands without a run: "entente help exit-codes".
func helpTopics() []*cobra.Command {
	return []*cobra.Command{
		{Use: "environment", Short: "The variables of the environment that entente reads", Long: environmentTopic},
		{Use: "exit-codes", Short: "What the exit codes mean", Long: exitCodesTopic},
		{Use: "formats", Short: "The formats of articles and of answers", Long: formatsTopic()},
	}
}

// newHelpCommand is Cobra's help, but that a command or topic which is not there is wrong use.
func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|TOPIC]",
		Short: "Help about a command or a topic",
		Long:  "help explains a command, or a topic: environment, exit-codes, formats.",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && !c.Hidden && strings.HasPrefix(c.Name(), begun) {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			found, left, err := cmd.Root().Find(args)
			if err != nil || len(left) > 0 {
				f := wrongUse("there is no help about %q", strings.Join(args, " "))
				for _, name := range cmd.Root().SuggestionsFor(args[0]) {
					f.hints = append(f.hints, "did you mean entente help "+name+"?")
				}
				if len(f.hints) == 0 {
					f.hints = []string{"entente --help lists the commands and topics"}
				}
				return f
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

const environmentTopic = `A flag comes before a variable, a variable before the default. There is no config file.

  ENTENTE_STORE    the address of the store, as --store (default entente.db)
  ENTENTE_LLM_URL, ENTENTE_LLM_MODEL, ENTENTE_LLM_KEY
                   the server of a language model, the model, a key for it (see load --extractor)
  ENTENTE_TOKEN    what entente serve wants from those who post to it, and entente load --to sends
  ENTENTE_HISTORY  the file where entente query keeps what was typed at its prompt, or "off" (default
                   entente/history in XDG_STATE_HOME or ~/.local/state; a line that begins with a blank is not kept)
  NO_COLOR         not empty: no colour and no underlining
  CLICOLOR_FORCE   not empty and not 0: colour also in a pipe
  TERM             "dumb": no colour
  XDG_CACHE_HOME   where the drawing program is kept between two drawings (see export)`

const exitCodesTopic = `  0    done, also when nothing was found
  1    failed
  2    wrong use: an unknown flag, a bad value
  3    done, but some of the inputs, or all, could not be read; each is named on standard error
  4    nothing found, with --exit-code
  5    a name, or an article's id, that is unknown or has several meanings; candidates are listed as hints
  130  interrupted (Ctrl-C); what was stored until then stays

Standard output is data, standard error is talk: "entente: error: ..." and "hint: ...". With --format json or jsonl,
the talk is JSON too, an object a line.`

func formatsTopic() string {
	var b, articles strings.Builder
	for _, name := range source.Formats() {
		fmt.Fprintf(&articles, "  %-9s %s\n", name, strings.Join(source.EndingsOf(name), " "))
	}
	fmt.Fprintf(&b, `Articles are read from files, folders, patterns, addresses (https://...) and, as "-" or from a pipe, standard input.
Inside folders and archives, files with these endings are read; %s may follow:

%s
What a named file or standard input is, its first bytes tell where no ending does, or --from-format.

Answers that are lists come as table (the default), json, jsonl, csv or md. In a pipe the content is that of the
terminal, but whole: a terminal cuts sentences to its width.

entente export writes, guessed from the ending of -o or said with --format:

`, strings.Join(source.Packings(), " "), strings.TrimRight(articles.String(), " "))
	written := append(export.Formats(), export.Format{Name: formatESD, For: "R: years in the columns of UCDP's External Support; --format alone"})
	slices.SortFunc(written, func(a, b export.Format) int { return cmp.Compare(a.Name, b.Name) })
	for _, f := range written {
		fmt.Fprintf(&b, "  %-9s  %-16s  %s\n", f.Name, strings.Join(f.Extensions, " "), f.For)
	}
	return strings.TrimRight(b.String(), "\n")
}
