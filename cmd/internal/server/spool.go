package server

import (
	"bytes"
	"os"
)

// spoolRoom is how many bytes of a body are held in memory: as many as might be kept for the next who asks.
const spoolRoom = cacheBytes / 4

// spool takes the body of an answer that may be long, in memory or in a temporary file. It must be closed, unless it was
// given on.
type spool struct {
	memory bytes.Buffer
	file   *os.File
	size   int64
	// room is how many bytes are held in memory; 0: spoolRoom.
	room int
}

func (s *spool) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	room := s.room
	if room == 0 {
		room = spoolRoom
	}
	if s.file == nil && s.memory.Len()+len(p) <= room {
		return s.memory.Write(p)
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "entente-answer-*")
		if err != nil {
			return 0, err
		}
		s.file = file
		_ = os.Remove(file.Name()) // where an open file can be removed, none is left whatever happens
		if _, err := s.memory.WriteTo(file); err != nil {
			return 0, err
		}
		s.memory = bytes.Buffer{}
	}
	return s.file.Write(p)
}

// Close takes the temporary file away, if there is one.
func (s *spool) Close() error {
	if s == nil || s.file == nil {
		return nil
	}
	err := s.file.Close()
	_ = os.Remove(s.file.Name())
	s.file = nil
	return err
}
