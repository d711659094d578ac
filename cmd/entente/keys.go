package main

import (
	"bytes"
	"context"
	"io"
)

// keys are what somebody types at a prompt, whose terminal is raw: Ctrl-C is a key like others, that gives up the line,
// or what runs.
type keys struct {
	typed chan []byte
	rest  []byte
	// err is why there are no more, once typed is closed.
	err error
}

const keyCtrlC = 3

// givenUp is the line that the prompt reads where somebody has given up what he was typing.
const givenUp = "^C"

// giveUp are the keys for that: to the end of the line, without what stood there.
const giveUp = "\x05\x15" + givenUp + "\r"

// newKeys begins to read keys, and goes on until there are no more.
func newKeys(r io.Reader) *keys {
	k := &keys{typed: make(chan []byte)}
	go func() {
		defer close(k.typed)
		for {
			read := make([]byte, 256)
			n, err := r.Read(read)
			if n > 0 {
				k.typed <- read[:n]
			}
			if err != nil {
				k.err = err
				return
			}
		}
	}()
	return k
}

// Read gives what was typed, each Ctrl-C as a line of its own.
func (k *keys) Read(p []byte) (int, error) {
	if len(k.rest) == 0 {
		read, ok := <-k.typed
		if !ok {
			return 0, k.err
		}
		k.add(read)
	}
	n := copy(p, k.rest)
	k.rest = k.rest[n:]
	return n, nil
}

func (k *keys) add(read []byte) {
	k.rest = append(k.rest, bytes.ReplaceAll(read, []byte{keyCtrlC}, []byte(giveUp))...)
}

// during runs something until Ctrl-C is typed, which ends its context. What was typed before is forgotten then, else it
// waits for the next line.
func (k *keys) during(ctx context.Context, run func(context.Context)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		run(ctx)
	}()
	typed := k.typed
	for {
		select {
		case <-done:
			return
		case read, ok := <-typed:
			if !ok {
				typed = nil // what runs is still wanted
				continue
			}
			if at := bytes.LastIndexByte(read, keyCtrlC); at >= 0 {
				cancel()
				k.rest, read = nil, read[at+1:]
			}
			k.add(read)
		}
	}
}
