package main

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"
)

// latest is the flag of how many rows an answer lists that may be very long. What a person reads has the latest, or those of
// most sources, unless it says otherwise; what a program reads has all.
type latest struct{ limit, most int }

// byFormat is the limit where none is asked for.
const byFormat = math.MinInt

// register adds the flag to a command that lists so many at most in what a person reads.
func (l *latest) register(cmd *cobra.Command, most int, what string) {
	l.most = most
	cmd.Flags().IntVar(&l.limit, "limit", byFormat, "list "+what+`, so many; 0: all (default `+fmt.Sprint(most)+" in what people read, all in JSON and CSV)")
	cmd.Flags().Lookup("limit").DefValue = "0" // so that only the text tells it
}

// of gives how many are listed in the format that is asked for; 0: all.
func (l *latest) of(o *output) (int, error) {
	read, err := o.isRead()
	switch {
	case err != nil:
		return 0, err
	case l.limit == byFormat && read:
		return l.most, nil
	case l.limit == byFormat:
		return 0, nil
	case l.limit < 0:
		return 0, wrongUse("--limit must be at least 0")
	}
	return l.limit, nil
}
