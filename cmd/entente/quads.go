package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"regexp"

	"github.com/klauspost/compress/zstd"
	"github.com/spf13/cobra"

	"entente.example/graph/trig"
)

// readDump reads a graph as N-Quads from the file, or from standard input: as they stand there, or as TriG, either perhaps
// compressed.
func readDump(ctx context.Context, cmd *cobra.Command, path string) ([]byte, error) {
	raw, err := readGraph(ctx, cmd, path)
	if err != nil {
		return nil, err
	}
	if !trigStart.Match(raw[:min(len(raw), 1<<16)]) {
		return raw, nil
	}
	var quads bytes.Buffer
	if err := trig.ToNQuads(&quads, bytes.NewReader(raw)); err != nil {
		return nil, fmt.Errorf("read %q: %w", path, err)
	}
	return quads.Bytes(), nil
}

// trigStart is how TriG begins, behind comments, and N-Quads never do.
var trigStart = regexp.MustCompile(`^(?:\xEF\xBB\xBF)?(?:\s+|#[^\n]*\n)*(?i:@prefix\b|@base\b|prefix\s|base\s|graph\s|\{|[^\s"]+\s*\{)`)

// readGraph reads the bytes of a file or of standard input, decompressed.
func readGraph(ctx context.Context, cmd *cobra.Command, path string) ([]byte, error) {
	var content []byte
	var err error
	if path == "-" {
		content, err = readAll(ctx, cmd.InOrStdin())
	} else {
		content, err = readFile(ctx, path)
	}
	if err == nil {
		content, err = decompressed(ctx, content)
	}
	switch {
	case err == nil, ctx.Err() != nil:
		return content, err
	}
	return nil, &failure{code: exitPartly, err: fmt.Errorf("read %q: %w", path, withoutPath(err)), hints: []string{"check the path"}}
}

func readFile(ctx context.Context, path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return readAll(ctx, io.Reader(file))
}

// decompressed gives what is in gzip or zstd, and anything else as it is.
func decompressed(ctx context.Context, content []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(content, []byte("\x1f\x8b")):
		r, err := gzip.NewReader(bytes.NewReader(content))
		if err != nil {
			return nil, err
		}
		return readAll(ctx, r)
	case bytes.HasPrefix(content, []byte("\x28\xb5\x2f\xfd")):
		r, err := zstd.NewReader(bytes.NewReader(content))
		if err != nil {
			return nil, err
		}
		defer r.Close()
		return readAll(ctx, r)
	}
	return content, nil
}
