package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// screen is what a command should know of the place that its output goes to.
type screen struct {
	// terminal says that a person is looking. Nothing may depend on it but looks: a pipe never changes the content.
	terminal bool
	// width is that of the terminal in columns, 0 where it is none or unknown.
	width int
	// color says that escape sequences for colour and underlining are welcome.
	color bool
}

// screenOf looks at a writer, the flag --color and, in this order, NO_COLOR, CLICOLOR_FORCE and TERM.
func screenOf(cmd *cobra.Command, w io.Writer) (screen, error) {
	var s screen
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		s.terminal = true
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			s.width = width
		}
	}
	switch choice, _ := cmd.Flags().GetString("color"); choice {
	case "always":
		s.color = true
	case "never":
	case "auto", "":
		force := os.Getenv("CLICOLOR_FORCE")
		switch {
		case os.Getenv("NO_COLOR") != "":
		case force != "" && force != "0":
			s.color = true
		default:
			s.color = s.terminal && os.Getenv("TERM") != "dumb"
		}
	default:
		return s, wrongUse("--color %q is none of auto, always, never", choice)
	}
	return s, nil
}

// bold and underlined give the text with the escape sequences for it, where they are welcome.
func (s screen) bold(text string) string { return s.styled("1", text) }

func (s screen) underlined(text string) string { return s.styled("4", text) }

func (s screen) styled(code, text string) string {
	if !s.color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// isTerminal reports whether a reader or writer is a terminal.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
