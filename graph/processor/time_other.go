//go:build !unix && !windows

package processor

import (
	"errors"
	"fmt"
	"time"
)

// Time is not known here.
func Time() (time.Duration, error) {
	return 0, fmt.Errorf("time of the processor: %w", errors.ErrUnsupported)
}
