package main

import (
	"os"
	"runtime"
	"runtime/debug"

	"entente.example/loader/extract"
)

// thrift is how many per cent of what is in use may be garbage before it is collected. Go's 100 would let the memory grow
// to 95 MB where articles are read; 20 keeps it at 71 MB, and costs a tenth of the time.
const thrift = 20

// unswept is how much memory, in bytes, is taken before anything is collected at all.
const unswept = 40 << 20

// embeddedReader gives the reader of the embedded data. While these are read nothing is collected, as next to nothing of
// them is garbage, nor for as long as there is little memory in use, as after a few short articles; from then on memory is
// kept small, unless GOGC or GOMEMLIMIT say how.
func embeddedReader() (*extract.Reader, error) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return extract.Embedded()
	}
	debug.SetGCPercent(-1)
	reader, err := extract.Embedded()
	limit := debug.SetMemoryLimit(unswept)
	runtime.AddCleanup(new([64]byte), func(int) { // which the first collection finds
		saveMemory()
		debug.SetMemoryLimit(limit)
	}, 0)
	return reader, err
}

// saveMemory keeps memory small from now on, unless GOGC says how.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(thrift)
	}
}

// softLimit is how much memory, in bytes, a command takes that needs no more for a bigger store: it is half of that, and the
// rest is garbage, which is collected the more often the nearer it comes.
const softLimit = 400 << 20

// boundMemory keeps memory below a bound from now on, unless GOMEMLIMIT says how. It comes before embeddedReader.
func boundMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit)
	}
}
