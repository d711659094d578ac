package main

import (
	"io"
	"os"
	"unicode/utf8"

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

// bareWriter replaces what could command a terminal or turn the direction of its text by U+FFFD, all but line breaks and
// tabs. It stands before a terminal where the words of strangers are shown in a format that keeps them letter for letter.
type bareWriter struct {
	w io.Writer
	// part is the beginning of a character whose end has yet to come.
	part []byte
}

func (b *bareWriter) Write(p []byte) (int, error) {
	text := append(b.part, p...)
	bare := make([]byte, 0, len(text))
	for len(text) > 0 && utf8.FullRune(text) {
		r, size := utf8.DecodeRune(text)
		if r != '\n' && r != '\t' && isCommand(r) {
			r = utf8.RuneError
		}
		bare = utf8.AppendRune(bare, r)
		text = text[size:]
	}
	b.part = append([]byte(nil), text...)
	if _, err := b.w.Write(bare); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Flush writes what is left of a character that has no end.
func (b *bareWriter) Flush() error {
	if len(b.part) == 0 {
		return nil
	}
	b.part = nil
	_, err := io.WriteString(b.w, string(utf8.RuneError))
	return err
}
