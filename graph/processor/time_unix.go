//go:build unix

package processor

import (
	"fmt"
	"syscall"
	"time"
)

// Time is how long this process has used processors, for itself and in the system for it, all threads together.
func Time() (time.Duration, error) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, fmt.Errorf("time of the processor: %w", err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), nil
}
