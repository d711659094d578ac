//go:build !unix

package queries_test

import (
	"testing"
	"time"
)

// began is when the measurement did.
var began = time.Now()

// processorTime is by the clock here.
func processorTime(*testing.B) time.Duration { return time.Since(began) }
