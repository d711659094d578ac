package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"entente.example/loader"
	"entente.example/loader/source"
)

// progress is a line on a terminal that says how far a load has come, how fast it goes, and how long it will take.
type progress struct {
	w     io.Writer // nil where nobody is looking
	began time.Time
	shown time.Time
	// taken counts the bytes that were taken from files, of all; all is 0 where nobody knows.
	taken *atomic.Int64
	all   int64
}

// newProgress makes the line of a load of the inputs.
func newProgress(cmd *cobra.Command, in *intake) *progress {
	talk := talkOf(cmd)
	if talk.quiet || talk.json || !isTerminal(talk.w) {
		return &progress{}
	}
	p := &progress{w: talk.w, began: time.Now(), taken: &in.taken}
	if all, known := source.Size(in.paths); known {
		p.all = all
	}
	return p
}

// show writes the line anew, at most ten times a second.
func (p *progress) show(read int, written loader.Report) {
	if p.w == nil || time.Since(p.shown) < time.Second/10 {
		return
	}
	p.shown = time.Now()
	fmt.Fprintf(p.w, "\r\x1b[K%s read, %d in the store%s", count(read, "article"), written.Articles, p.pace(read, time.Since(p.began)))
}

// pace tells the rate and, where the size of the inputs is known and a part of them done, the time left.
func (p *progress) pace(read int, took time.Duration) string {
	if took < time.Second {
		return ""
	}
	text := fmt.Sprintf(", %.0f a second", float64(read)/took.Seconds())
	if taken := p.taken.Load(); p.all > 0 && taken > p.all/100 && taken <= p.all {
		left := time.Duration(float64(took) * float64(p.all-taken) / float64(taken))
		text += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	return text
}

// clear takes the line away.
func (p *progress) clear() {
	if p.w != nil && !p.shown.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
