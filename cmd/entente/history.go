package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// history holds the lines that were typed at the prompt, in a file of the user's alone, so that the next session has them.
// It is the terminal's History.
type history struct {
	path  string // empty: no file
	lines []string
	// warn is told once that the file cannot be written.
	warn func(error)
}

// mostLines is how many lines a history keeps.
const mostLines = 1000

// historyPath is the file of the history: that which ENTENTE_HISTORY names, else one in the user's folder of such files;
// empty where the variable says off or there is no such folder.
func historyPath() string {
	named := os.Getenv("ENTENTE_HISTORY")
	if strings.EqualFold(named, "off") {
		return ""
	}
	folder := os.Getenv("XDG_STATE_HOME")
	if folder == "" && runtime.GOOS == "windows" {
		folder = os.Getenv("LocalAppData")
	}
	if home, err := os.UserHomeDir(); folder == "" && err == nil {
		folder = filepath.Join(home, ".local", "state")
	}
	if named == "" && !filepath.IsAbs(folder) {
		return ""
	}
	return cmp.Or(named, filepath.Join(folder, "entente", "history"))
}

// openHistory reads the lines of earlier sessions. A file that cannot be read is an error, beside a history that works
// without it.
func openHistory(path string, warn func(error)) (*history, error) {
	h := &history{path: path, warn: warn}
	if path == "" {
		return h, nil
	}
	content, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		h.path = ""
		return h, fmt.Errorf("read the history %q: %w", path, withoutPath(err))
	}
	for line := range strings.Lines(string(content)) {
		h.keep(strings.TrimRight(line, "\r\n"))
	}
	if strings.Count(string(content), "\n") > 2*mostLines {
		err = h.write(os.O_TRUNC, strings.Join(h.lines, "\n")+"\n")
	} else {
		err = nil
	}
	return h, err
}

// keep adds a line in memory, and reports whether it is worth it: one that is empty, begins with a blank or repeats the last
// is not, nor is one that was given up.
func (h *history) keep(line string) bool {
	blank := strings.HasPrefix(line, " ") || line == givenUp
	line = oneLine(line) // the file may be anybody's
	if strings.TrimSpace(line) == "" || blank || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return false
	}
	h.lines = append(h.lines, line)
	if len(h.lines) > mostLines {
		h.lines = slices.Delete(h.lines, 0, len(h.lines)-mostLines)
	}
	return true
}

// Add keeps a line that was typed, and writes it at once: a session need not end well.
func (h *history) Add(line string) {
	if !h.keep(line) || h.path == "" {
		return
	}
	if err := h.write(os.O_APPEND, h.lines[len(h.lines)-1]+"\n"); err != nil {
		h.path = ""
		h.warn(err)
	}
}

func (h *history) write(how int, text string) error {
	err := os.MkdirAll(filepath.Dir(h.path), 0o700)
	if err == nil {
		var file *os.File
		if file, err = os.OpenFile(h.path, how|os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
			_, err = file.WriteString(text)
			err = errors.Join(err, file.Close())
		}
	}
	if err != nil {
		return fmt.Errorf("write the history %q: %w", h.path, withoutPath(err))
	}
	return nil
}

// Len counts the lines.
func (h *history) Len() int { return len(h.lines) }

// At gives a line, the latest at 0.
func (h *history) At(i int) string { return h.lines[len(h.lines)-1-i] }
