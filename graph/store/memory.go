package store

import (
	"context"
	"runtime/metrics"
	"time"
)

// GuardMemory starts a watch over the memory of this process, and calls exit, once, when it holds more than limit bytes.
// It ends with the context. The limits of Go's own runtime are soft: a script that hoards lives on under them.
func GuardMemory(ctx context.Context, limitBytes uint64, exit func()) {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	go func() {
		ticker := time.NewTicker(10 * time.Millisecond)
		defer ticker.Stop()
		for {
			metrics.Read(samples)
			if samples[0].Value.Uint64()-samples[1].Value.Uint64() > limitBytes {
				exit()
				return
			}
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
		}
	}()
}
