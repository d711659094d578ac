package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"entente.example/graph"
	"entente.example/graph/store"
)

// prompt reads one script after the other from a terminal, with the lines before at hand, and runs each. A line that ends
// with a backslash goes on in the next.
type prompt struct {
	terminal *term.Terminal
	// run runs a script and gives what is to be shown.
	run func(ctx context.Context, script string) (string, error)
	// complete gives the names that begin so: entities in entity("..."), nodes and relations in "<...".
	complete func(begun string, node bool) []string
}

const (
	promptText = "gizmo> "
	promptMore = "  ...> "
	promptHelp = `A line is a script, and each all() in it gives rows:
  g.V(entity("LNA")).in("<backs>").unique().all()                  who backs LNA
  g.V(entity("LNA")).in("<object>").has("<predicate>", "<backs>").save("<subject>", "who").save("<polarity>", "how").all()
                                                                   the statements on it, denials too
  g.V("<st:...>").out(null, "property").all()                      what one of them tells
backs_alleged and backs_denied are relations of their own, and so with all others.
Tab completes names in entity("... and in "<..., the arrows bring back lines; one that ends with \ goes on in the next.
Ctrl-C gives up a line or a script; exit, quit or Ctrl-D ends.
`
)

// atTerminal reports whether both ends of a command are a terminal, and no script is given.
func atTerminal(cmd *cobra.Command, opts queryOptions, args []string) bool {
	out, ok := cmd.OutOrStdout().(*os.File)
	return ok && len(args) == 0 && opts.file == "" && len(opts.graph.from) == 0 && opts.output.path == "" &&
		isTerminal(cmd.InOrStdin()) && term.IsTerminal(int(out.Fd()))
}

// runPrompt asks until the input ends.
func runPrompt(ctx context.Context, cmd *cobra.Command, opts queryOptions) error {
	if err := opts.graph.store.withStore(ctx, store.Options{ReadOnly: true}, func(*store.Store) error { return nil }); err != nil {
		return err // before the first line rather than after it
	}
	stdin := int(os.Stdin.Fd())
	state, err := term.MakeRaw(stdin)
	if err != nil {
		return fmt.Errorf("read from the terminal: %w", err)
	}
	defer term.Restore(stdin, state) //nolint:errcheck // there is nothing else to do
	screen, err := screenOf(cmd, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	typed := newKeys(os.Stdin)
	p := prompt{
		terminal: term.NewTerminal(struct {
			io.Reader
			io.Writer
		}{typed, os.Stdout}, promptText),
		run:      scriptRunner(opts, screen, typed),
		complete: func(begun string, node bool) []string { return completions(cmd, begun, node) },
	}
	lines, err := openHistory(historyPath(), func(err error) { fmt.Fprintf(p.terminal, "warning: %s\n", oneLine(err.Error())) })
	if err != nil {
		fmt.Fprintf(p.terminal, "warning: %s\n", oneLine(err.Error()))
	}
	p.terminal.History = lines
	if screen.width > 0 {
		_ = p.terminal.SetSize(screen.width, 50)
	}
	fmt.Fprintf(p.terminal, "Scripts in Gizmo, a line each; Tab completes names, Ctrl-C gives up a line or a script, Ctrl-D ends; help tells more.\nentity(\"LNA\") is the node of a name.\n")
	return p.loop(ctx)
}

// scriptRunner gives what runs a script while the keys listen for Ctrl-C, and shows its rows and what may be amiss with it.
func scriptRunner(opts queryOptions, screen screen, typed *keys) func(ctx context.Context, script string) (string, error) {
	return func(ctx context.Context, script string) (string, error) {
		var rows []map[string]any
		var more bool
		var err error
		typed.during(ctx, func(ctx context.Context) { rows, more, err = opts.rowsOf(ctx, script) })
		var b bytes.Buffer
		if len(rows) > 0 || err == nil {
			err = errors.Join(scriptListing(rows).write(&b, "table", screen), err)
		}
		if len(rows) == 0 && err == nil {
			for _, hint := range slipsIn(ctx, scriptJob{Script: script, Store: opts.graph.store.resolved()}) {
				fmt.Fprintf(&b, "hint: %s\n", oneLine(hint))
			}
		}
		if more {
			fmt.Fprintf(&b, "stopped at %s (ask for more with --rows)\n", count(len(rows), "row"))
		}
		return b.String(), err
	}
}

// completions lists the names that begin as the word does, and for a node the relations too.
func completions(cmd *cobra.Command, begun string, node bool) []string {
	var names []string
	for _, c := range namesLike(cmd, begun) {
		// Only an id is a node; an alias that could be an id of its own is not told from one, and finds nothing.
		if name, _, _ := strings.Cut(c, "\t"); !node || graph.NewID(name, "") == graph.ID(name) {
			names = append(names, name)
		}
	}
	if node {
		for _, c := range relationsLike(begun) {
			name, _, _ := strings.Cut(c, "\t")
			names = append(names, name)
		}
	}
	return names
}

func (p *prompt) loop(ctx context.Context) error {
	p.terminal.AutoCompleteCallback = p.completeLine
	script := ""
	for ctx.Err() == nil {
		line, err := p.terminal.ReadLine()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil && !errors.Is(err, term.ErrPasteIndicator) {
			return fmt.Errorf("read from the terminal: %w", err)
		}
		if line == givenUp {
			script = ""
			p.terminal.SetPrompt(promptText)
			continue
		}
		begun, goesOn := strings.CutSuffix(line, `\`)
		script += begun
		if goesOn {
			script += "\n"
			p.terminal.SetPrompt(promptMore)
			continue
		}
		p.terminal.SetPrompt(promptText)
		text := strings.TrimSpace(script)
		script = ""
		switch text {
		case "":
			continue
		case "exit", "quit":
			return nil
		case "help", "?":
			io.WriteString(p.terminal, promptHelp)
			continue
		}
		out, err := p.run(ctx, text)
		io.WriteString(p.terminal, out)
		switch {
		case errors.Is(err, context.Canceled) && ctx.Err() == nil:
			fmt.Fprintln(p.terminal, "given up")
		case err != nil:
			fmt.Fprintf(p.terminal, "error: %s\n", oneLine(err.Error()))
			hints := adviceOf(err)
			var known *failure
			if errors.As(err, &known) {
				hints = known.hints
			}
			for _, hint := range hints {
				fmt.Fprintf(p.terminal, "hint: %s\n", oneLine(hint))
			}
		}
	}
	return ctx.Err()
}

// completeLine completes the name before the cursor on Tab: where one fits, it is put in; of several, what they have in
// common, and then they are listed.
func (p *prompt) completeLine(line string, at int, key rune) (string, int, bool) {
	if key != '\t' {
		return "", 0, false
	}
	begin, node := nameBefore(line[:at])
	if begin < 0 {
		return line, at, true
	}
	begun := line[begin:at]
	names := p.complete(begun, node)
	if len(names) == 0 {
		return line, at, true
	}
	common := names[0]
	for _, name := range names[1:] {
		for !strings.HasPrefix(name, common) {
			common = common[:len(common)-1]
		}
	}
	switch {
	case len(names) > 1 && len(common) <= len(begun):
		const most = 20
		fmt.Fprintf(p.terminal, "%s\n", oneLine(strings.Join(names[:min(len(names), most)], "  ")))
		return line, at, true
	case len(names) == 1 && node:
		common += `>"`
	case len(names) == 1:
		common += `"`
	}
	return line[:begin] + common + line[at:], begin + len(common), true
}

// nameBefore finds where the name begins that is being typed, and whether it is that of a node, in angle brackets; -1
// where there is none.
func nameBefore(text string) (begin int, node bool) {
	quote := strings.LastIndexAny(text, `"'`)
	if quote < 0 || strings.Count(text, `"`)%2 == 0 && strings.Count(text, `'`)%2 == 0 {
		return -1, false
	}
	switch rest := text[quote+1:]; {
	case strings.HasPrefix(rest, "<"):
		return quote + 2, true
	case strings.HasSuffix(strings.TrimRight(text[:quote], " "), "entity("):
		return quote + 1, false
	}
	return -1, false
}
