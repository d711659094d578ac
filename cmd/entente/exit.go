package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
)

// Exit codes. "entente help exit-codes" explains them to users.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3
	exitNothing     = 4
	exitName        = 5
	exitInterrupted = 130
)

// failure is an error with the exit code that it means, and advice.
type failure struct {
	code  int
	err   error
	hints []string
}

func (f *failure) Error() string { return f.err.Error() }

func (f *failure) Unwrap() error { return f.err }

// wrongUse is the failure of a command line that cannot be run as it is.
func wrongUse(format string, args ...any) *failure {
	return &failure{code: exitUsage, err: fmt.Errorf(format, args...)}
}

// status is an exit code whose reason has been told already.
type status int

func (s status) Error() string { return fmt.Sprintf("exit code %d", int(s)) }

// gravest gives the error that decides about the exit code: the first real one, else that some inputs could not be read,
// else that nothing was found.
func gravest(errs ...error) error {
	var partly, other error
	for _, err := range errs {
		var told status
		switch {
		case err == nil:
		case !errors.As(err, &told):
			return err
		case told == exitPartly:
			partly = err
		default:
			other = err
		}
	}
	if other != nil && partly == nil || errors.Is(other, status(exitFailed)) {
		return other
	}
	return partly
}

// report tells what went wrong on the command's standard error, and gives the exit code.
func report(ctx context.Context, cmd *cobra.Command, err error) int {
	var told status
	var known *failure
	switch {
	case err == nil, isClosedPipe(err):
		return exitDone
	case errors.As(err, &told):
		return int(told)
	case errors.As(err, &known):
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		known = &failure{code: exitInterrupted, err: errors.New("interrupted")}
	default:
		known = &failure{code: exitFailed, err: err}
	}
	talk := talkOf(cmd)
	talk.complain("error", known.code, known.Error(), slices.Concat(adviceOf(err), known.hints)...)
	if known.code == exitUsage && !talk.json {
		fmt.Fprintf(talk.w, "usage: %s\n", cmd.UseLine())
	}
	return known.code
}

// adviceOf gives the hint that an error of a package carries.
func adviceOf(err error) []string {
	var broken *store.Error
	if errors.As(err, &broken) && broken.Hint != "" {
		return []string{broken.Hint}
	}
	if errors.Is(err, errFolder) {
		return []string{"name a file"}
	}
	if errors.Is(err, syscall.ENOSPC) {
		return []string{"make room on the disk; what was stored before is still there"}
	}
	return nil
}

// isClosedPipe reports whether the reader of our output went away, as head does when it has seen enough.
func isClosedPipe(err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // of Windows
	return errors.Is(err, syscall.EPIPE) ||
		runtime.GOOS == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, noData))
}

// talk is standard error: what the user should know, which is no data.
type talk struct {
	w io.Writer
	// quiet leaves out all but warnings and errors.
	quiet bool
	// json gives all as JSON objects, one a line, since the data are asked for as JSON too.
	json bool
	// hinted has the hints and warnings that were given and are not given again, or is nil.
	hinted *sync.Map
}

// hintedKey is the key of a run's hints in its context.
type hintedKey struct{}

// withHints makes the run that has the context give each hint once.
func withHints(ctx context.Context) context.Context {
	return context.WithValue(ctx, hintedKey{}, &sync.Map{})
}

func talkOf(cmd *cobra.Command) talk {
	t := talk{w: cmd.ErrOrStderr()}
	t.quiet, _ = cmd.Flags().GetBool("quiet")
	format, _ := cmd.Flags().GetString("format")
	short, _ := cmd.Flags().GetBool("json")
	t.json = short || format == "json" || format == "jsonl"
	if ctx := cmd.Context(); ctx != nil {
		t.hinted, _ = ctx.Value(hintedKey{}).(*sync.Map)
	}
	return t
}

// say writes a line for the curious.
func (t talk) say(format string, args ...any) {
	switch text := fmt.Sprintf(format, args...); {
	case t.quiet:
	case t.json:
		t.complain("info", 0, text)
	default:
		fmt.Fprintln(t.w, oneLine(text))
	}
}

// warn writes a warning, and advice.
func (t talk) warn(text string, hints ...string) { t.complain("warning", 0, text, hints...) }

// talkKey is the key of a command's talk in its context.
type talkKey struct{}

// withTalk lets what a command calls warn by its context alone.
func withTalk(cmd *cobra.Command, _ []string) {
	cmd.SetContext(context.WithValue(cmd.Context(), talkKey{}, talkOf(cmd)))
}

// warnOnce writes a warning that the run has not given yet.
func warnOnce(ctx context.Context, text string) {
	t, ok := ctx.Value(talkKey{}).(talk)
	if !ok {
		return
	}
	if t.hinted != nil {
		if _, given := t.hinted.LoadOrStore(text, true); given {
			return
		}
	}
	t.warn(text)
}

// complain writes a message of the level. A code of 0 is none. A hint that was given before is not said again, but for
// JSON, where each line stands alone.
func (t talk) complain(level string, code int, text string, hints ...string) {
	if t.json {
		line, err := json.Marshal(struct {
			Level string   `json:"level"`
			Text  string   `json:"message"`
			Code  int      `json:"code,omitempty"`
			Hints []string `json:"hints,omitempty"`
		}{level, text, code, hints})
		if err == nil {
			fmt.Fprintf(t.w, "%s\n", line)
		}
		return
	}
	fmt.Fprintf(t.w, "entente: %s: %s\n", level, oneLine(text))
	for _, hint := range hints {
		if t.hinted != nil {
			if _, given := t.hinted.LoadOrStore(hint, true); given {
				continue
			}
		}
		fmt.Fprintf(t.w, "hint: %s\n", oneLine(hint))
	}
}

// oneLine makes text safe for a terminal and keeps it on one line: names and articles are the words of strangers.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r':
			return ' '
		case isCommand(r), r == '\u2028', r == '\u2029':
			return '\uFFFD'
		}
		return r
	}, strings.TrimSpace(text))
}

// isCommand reports whether a terminal obeys the character rather than showing it.
func isCommand(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }
