package main

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Groups of commands, as the help lists them.
const (
	groupMain = "main"
	groupAsk  = "ask"
	groupLook = "look"
	groupKeep = "keep"
)

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "entente COMMAND",
		Short: "Read news articles and tell who backs whom, on which sentence",
		Long: `entente reads news articles and tells who backs whom: with what kind of support,
since when, by whose account, and on which sentence.`,
		Example: `  entente load articles/            # read articles into the store entente.db
  entente backs                     # who backs whom
  entente backs LNA                 # the backers and the clients of one actor
  entente why Russia LNA            # the sentences that say so, and those that deny it
  entente export -o proxies.svg     # a picture`,
		Version: version(),
		Args:    noSuchCommand,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },

		PersistentPreRun: withTalk,

		SilenceUsage: true, SilenceErrors: true, DisableFlagsInUseLine: true,
		SuggestionsMinimumDistance: 2,
	}
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return wrongFlag(cmd, err) })
	flags := root.PersistentFlags()
	flags.BoolP("quiet", "q", false, "no talk on standard error but warnings and errors")
	flags.String("color", "auto", "colour and underlining: auto, always or never")
	_ = root.RegisterFlagCompletionFunc("color", cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp))
	root.AddGroup(
		&cobra.Group{ID: groupMain, Title: "From articles to the graph:"},
		&cobra.Group{ID: groupAsk, Title: "Questions (to the store, or to articles with --from):"},
		&cobra.Group{ID: groupLook, Title: "A look inside:"},
		&cobra.Group{ID: groupKeep, Title: "The store as a whole:"},
	)
	add := func(group string, commands ...*cobra.Command) {
		for _, c := range commands {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	add(groupMain, newLoadCommand(), newExtractCommand())
	add(groupAsk, newBacksCommand(), newWhyCommand(), newFightsCommand(), newDyadsCommand(), newPathCommand(), newSharedCommand(),
		newDrawnCommand(), newSwitchedCommand(), newControlCommand(), newTimelineCommand(), newContestedCommand(), newChangesCommand(),
		newDiffCommand(), newSourcesCommand(), newBlocsCommand(), newCompareCommand(), newQueryCommand(), newExportCommand(), newServeCommand())
	add(groupMain, newWatchCommand(), newImportCommand())
	add(groupAsk, newReportCommand(), newReviewCommand())
	add(groupLook, newActorsCommand(), newExplainCommand(), newEvalCommand(), newCheckCommand())
	add(groupKeep, newDumpCommand(), newRestoreCommand(), newRemoveCommand())
	root.AddCommand(append(helpTopics(), newScriptCommand())...)
	root.SetHelpCommand(newHelpCommand())
	// Cobra shows a second line of usage for a command that has commands and runs without one.
	root.SetUsageTemplate(strings.Replace(root.UsageTemplate(), "{{end}}{{if .HasAvailableSubCommands}}", "{{else if .HasAvailableSubCommands}}", 1))
	addSending(root)
	return root
}

// noSuchCommand is the check of the root's arguments: there should be none.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	f := wrongUse("unknown command %q", args[0])
	for _, name := range cmd.SuggestionsFor(args[0]) {
		f.hints = append(f.hints, "did you mean entente "+name+"?")
	}
	if len(f.hints) == 0 {
		f.hints = []string{"entente --help lists the commands"}
	}
	return f
}

// wrongFlag is the failure of flags that cannot be read, with the flag that was perhaps meant.
func wrongFlag(cmd *cobra.Command, err error) error {
	f := wrongUse("%w", err)
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		f = wrongUse("--%s wants %s, not %q", invalid.GetFlag().Name, valueOf(invalid.GetFlag()), invalid.GetValue())
	}
	if _, name, ok := strings.Cut(err.Error(), "unknown flag: --"); ok {
		if near := nearest(name, flagNames(cmd)); near != "" {
			f.hints = []string{"did you mean --" + near + "?"}
		}
	}
	if len(f.hints) == 0 {
		f.hints = []string{cmd.CommandPath() + " --help lists the flags"}
	}
	return f
}

// valueOf says what the value of a flag must be.
func valueOf(flag *pflag.Flag) string {
	switch flag.Value.Type() {
	case "int", "uint64":
		return "a whole number"
	case "duration":
		return "a time such as 10s or 2m"
	case "bool":
		return "true or false"
	}
	return "another value"
}

// arguments is the check that a command got between least and most arguments, which names says what they are.
func arguments(least, most int, names string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return wrongUse("%s wants %s", cmd.CommandPath(), names)
		case most >= 0 && len(args) > most:
			f := wrongUse("%s wants %s, not %s", cmd.CommandPath(), names, count(len(args), "argument"))
			if strings.Contains(names, "name") {
				f.hints = []string{`a name of several words stands in quotes: "Saudi Arabia"`}
			}
			return f
		}
		return nil
	}
}

// version tells the version of the module, or where it was built from a clone, the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	setting := func(key string) string {
		i := slices.IndexFunc(info.Settings, func(s debug.BuildSetting) bool { return s.Key == key })
		if i < 0 {
			return ""
		}
		return info.Settings[i].Value
	}
	version := info.Main.Version
	if version == "" || version == "(devel)" {
		version = "devel"
		if revision := setting("vcs.revision"); revision != "" {
			version += " " + revision[:min(12, len(revision))]
			if setting("vcs.modified") == "true" {
				version += " with changes"
			}
		}
	}
	return fmt.Sprintf("%s (%s %s/%s)", version, info.GoVersion, setting("GOOS"), setting("GOARCH"))
}
