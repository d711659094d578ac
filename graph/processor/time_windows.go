package processor

import (
	"fmt"
	"syscall"
	"time"
)

// Time is how long this process has used processors, for itself and in the system for it, all threads together.
func Time() (time.Duration, error) {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0, fmt.Errorf("time of the processor: %w", err)
	}
	var created, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &created, &ended, &kernel, &user); err != nil {
		return 0, fmt.Errorf("time of the processor: %w", err)
	}
	return spent(kernel) + spent(user), nil
}

// spent is a span of time that Windows counts in steps of 100 nanoseconds.
func spent(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
}
