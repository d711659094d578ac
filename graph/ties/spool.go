package ties

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
)

// spoolRoom is how many bytes of sentences a builder holds in memory. More of them are in a temporary file.
const spoolRoom = 4 << 20

// spool is a run of bytes that grows, in memory or in a temporary file.
type spool struct {
	memory bytes.Buffer
	file   *os.File
	size   int64
	// room is how many bytes may be in memory; 0: spoolRoom.
	room int
	// failed is the first error of the file.
	failed error
}

// write appends to it. What the file does not take stays in memory with the rest.
func (s *spool) write(text []byte) {
	s.size += int64(len(text))
	s.memory.Write(text)
	if s.memory.Len() < cmp.Or(s.room, spoolRoom) {
		return
	}
	if s.file == nil && s.failed == nil {
		if s.file, s.failed = os.CreateTemp("", "entente-sentences-*"); s.failed == nil {
			_ = os.Remove(s.file.Name()) // where an open file can be removed, none is left whatever happens
		}
	}
	if s.failed != nil {
		return
	}
	n, err := s.file.Write(s.memory.Bytes())
	s.memory.Next(n)
	if s.failed = err; err == nil {
		s.memory = bytes.Buffer{}
	}
}

// ReadAt reads from it, when all was written.
func (s *spool) ReadAt(p []byte, offset int64) (n int, err error) {
	filed := s.size - int64(s.memory.Len())
	if offset < filed {
		if n, err = s.file.ReadAt(p[:min(int64(len(p)), filed-offset)], offset); err != nil {
			return n, fmt.Errorf("read sentences: %w", err)
		}
		p, offset = p[n:], offset+int64(n)
	}
	if len(p) == 0 {
		return n, nil
	}
	rest := s.memory.Bytes()
	if offset-filed >= int64(len(rest)) {
		return n, io.EOF
	}
	m := copy(p, rest[offset-filed:])
	if m < len(p) {
		err = io.EOF
	}
	return n + m, err
}

// Close takes the temporary file away, if there is one.
func (s *spool) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	_ = os.Remove(s.file.Name())
	return err
}
