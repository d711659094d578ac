package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"entente.example/loader"
)

// progress is a line on a terminal that says how far a load has come.
type progress struct {
	w     io.Writer // nil where nobody is looking
	shown time.Time
}

func newProgress(cmd *cobra.Command) *progress {
	talk := talkOf(cmd)
	if talk.quiet || talk.json || !isTerminal(talk.w) {
		return &progress{}
	}
	return &progress{w: talk.w}
}

// show writes the line anew, at most ten times a second.
func (p *progress) show(read int, written loader.Report) {
	if p.w == nil || time.Since(p.shown) < time.Second/10 {
		return
	}
	p.shown = time.Now()
	fmt.Fprintf(p.w, "\r\x1b[K%s read, %d in the store", count(read, "article"), written.Articles)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.w != nil && !p.shown.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
