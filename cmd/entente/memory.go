package main

import (
	"os"
	"runtime/debug"

	"entente.example/loader/extract"
)

// thrift is how many per cent of what is in use may be garbage before it is collected. Go's 100 would let the memory grow
// past 80 MB where articles are read; it costs a twentieth of the time.
const thrift = 30

// embeddedReader gives the reader of the embedded data. While these are read nothing is collected, as next to nothing of
// them is garbage; from then on memory is kept small, unless GOGC says how.
func embeddedReader() (*extract.Reader, error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(-1)
		defer saveMemory()
	}
	return extract.Embedded()
}

// saveMemory keeps memory small from now on, unless GOGC says how.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(thrift)
	}
}
