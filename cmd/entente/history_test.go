package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "history")
	fail := func(err error) { t.Error(err) }
	h, err := openHistory(path, fail)
	if err != nil || h.Len() != 0 {
		t.Fatal(h.Len(), err)
	}
	for _, line := range []string{"one", "two", "two", "", " secret", "three\x1b[2J\u202E"} {
		h.Add(line)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	// Another session has them, and a third one at the same time takes nothing away.
	for _, typed := range []string{"four", "five"} {
		if h, err = openHistory(path, fail); err != nil {
			t.Fatal(err)
		}
		h.Add(typed)
	}
	var lines []string
	for i := range h.Len() {
		lines = append(lines, h.At(i))
	}
	if want := []string{"five", "four", "three", "two", "one"}; len(lines) != len(want) || !slices.EqualFunc(lines, want, strings.HasPrefix) || strings.ContainsAny(lines[2], "\x1b\u202E") {
		t.Errorf("got %q", lines)
	}
	// It does not grow for ever.
	var many strings.Builder
	for i := range 3 * mostLines {
		fmt.Fprintln(&many, i)
	}
	if err := os.WriteFile(path, []byte(many.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if h, err = openHistory(path, fail); err != nil || h.Len() != mostLines || h.At(0) != fmt.Sprint(3*mostLines-1) {
		t.Errorf("%d lines, %v", h.Len(), err)
	}
	content, err := os.ReadFile(path)
	if err != nil || strings.Count(string(content), "\n") != mostLines {
		t.Errorf("%d lines in the file, %v", strings.Count(string(content), "\n"), err)
	}
}

// A history that cannot be kept spoils no session.
func TestHistoryThatCannotBeKept(t *testing.T) {
	folder := t.TempDir()
	h, err := openHistory(folder, nil) // a folder is no file
	if err == nil {
		t.Error("a folder was read")
	}
	h.Add("one")
	if h.Len() != 1 || h.At(0) != "one" {
		t.Error("the line was lost")
	}
	if err := os.WriteFile(filepath.Join(folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var warned []error
	h, err = openHistory("", nil)
	if err != nil {
		t.Fatal(err)
	}
	h.path, h.warn = filepath.Join(folder, "file", "history"), func(err error) { warned = append(warned, err) }
	h.Add("one")
	h.Add("two")
	if len(warned) != 1 || h.Len() != 2 {
		t.Errorf("warned of %v, %d lines", warned, h.Len())
	}
}

func TestHistoryPath(t *testing.T) {
	t.Setenv("HOME", "/home/a")
	t.Setenv("XDG_STATE_HOME", "")
	t.Setenv("ENTENTE_HISTORY", "")
	if runtime.GOOS == "windows" {
		t.Skip("paths of Unix")
	}
	for _, test := range []struct{ state, named, want string }{
		{"", "", "/home/a/.local/state/entente/history"},
		{"/s", "", "/s/entente/history"},
		{"relative", "", ""},
		{"/s", "off", ""},
		{"/s", "OFF", ""},
		{"", "/x/y", "/x/y"},
		{"", "here", "here"},
	} {
		t.Setenv("XDG_STATE_HOME", test.state)
		t.Setenv("ENTENTE_HISTORY", test.named)
		if got := historyPath(); got != test.want {
			t.Errorf("%+v: got %q", test, got)
		}
	}
}
