package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"

	"github.com/klauspost/compress/zstd"
	"github.com/spf13/cobra"

	"entente.example/graph/trig"
)

// readDump reads a graph as N-Quads, whole, as openDump gives it.
func readDump(ctx context.Context, cmd *cobra.Command, path string) ([]byte, error) {
	graph, err := openDump(ctx, cmd, path)
	if err != nil {
		return nil, err
	}
	defer graph.Close() //nolint:errcheck // it was only read
	return io.ReadAll(graph)
}

// openDump opens a graph in a file, or on standard input, and gives it as N-Quads: as they stand there, or from TriG, either
// perhaps compressed. N-Quads may be of any size; TriG is held in memory. What goes wrong later is a failure that names the
// path, too.
func openDump(ctx context.Context, cmd *cobra.Command, path string) (*graphFile, error) {
	g := &graphFile{ctx: ctx, path: path}
	from := cmd.InOrStdin()
	if path != "-" {
		file, err := openFile(path)
		if err != nil {
			return nil, g.failure(err)
		}
		g.closers, from = append(g.closers, file.Close), file
	}
	pipe := interruptible(ctx, from)
	g.closers = append(g.closers, pipe.Close)
	buffer := bufio.NewReaderSize(pipe, 1<<16)
	plain, err := g.decompressed(buffer)
	if err != nil {
		return nil, errors.Join(g.failure(err), g.Close())
	}
	buffer = bufio.NewReaderSize(plain, 1<<16)
	head, _ := buffer.Peek(1 << 16) // an error comes again
	if mark := []byte("\ufeff"); bytes.HasPrefix(head, mark) {
		_, _ = buffer.Discard(len(mark)) // which an editor has put there
		head = head[len(mark):]
	}
	g.from = buffer
	if !trigStart.Match(head) {
		return g, nil
	}
	raw, err := io.ReadAll(g)
	if err != nil {
		return nil, errors.Join(err, g.Close())
	}
	var quads bytes.Buffer
	if err := trig.ToNQuads(&quads, bytes.NewReader(raw)); err != nil {
		return nil, errors.Join(fmt.Errorf("read %q: %w", path, err), g.Close())
	}
	g.from = &quads
	return g, nil
}

// graphFile is a graph that is being read.
type graphFile struct {
	ctx     context.Context
	path    string
	from    io.Reader
	closers []func() error
}

func (g *graphFile) Read(p []byte) (int, error) {
	n, err := g.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = g.failure(err)
	}
	return n, err
}

// Close closes the file.
func (g *graphFile) Close() (err error) {
	for _, closer := range slices.Backward(g.closers) {
		err = errors.Join(err, closer())
	}
	return err
}

// failure names the path that cannot be read.
func (g *graphFile) failure(err error) error {
	if g.ctx.Err() != nil {
		return g.ctx.Err()
	}
	return &failure{code: exitPartly, err: fmt.Errorf("read %q: %w", g.path, withoutPath(err)), hints: []string{"check the path"}}
}

// decompressed gives what is in gzip or zstd, and anything else as it is.
func (g *graphFile) decompressed(from *bufio.Reader) (io.Reader, error) {
	magic, _ := from.Peek(4)
	switch {
	case bytes.HasPrefix(magic, []byte("\x1f\x8b")):
		r, err := gzip.NewReader(from)
		return r, err
	case bytes.HasPrefix(magic, []byte("\x28\xb5\x2f\xfd")):
		r, err := zstd.NewReader(from)
		if err != nil {
			return nil, err
		}
		g.closers = append(g.closers, func() error { r.Close(); return nil })
		return r, nil
	}
	return from, nil
}

// interruptible reads in another goroutine, since a terminal and a pipe keep who reads them waiting.
func interruptible(ctx context.Context, from io.Reader) *io.PipeReader {
	out, in := io.Pipe()
	go func() {
		_, err := io.CopyBuffer(in, from, make([]byte, 1<<18))
		_ = in.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { _ = in.CloseWithError(ctx.Err()) })
	return out
}

// trigStart is how TriG begins, behind comments, and N-Quads never do.
var trigStart = regexp.MustCompile(`^(?:\xEF\xBB\xBF)?(?:\s+|#[^\n]*\n)*(?i:@prefix\b|@base\b|prefix\s|base\s|graph\s|\{|[^\s"]+\s*\{)`)
