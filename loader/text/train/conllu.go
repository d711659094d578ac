package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"entente.example/loader/text"
)

// readTreebank reads the sentences of a gzipped CoNLL-U file with their Penn
// tags. The spans of the tokens are those in a text of the sentence alone.
func readTreebank(path string) (sentences [][]text.Token, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", path, err)
	}
	sentences, err = readCoNLLU(z)
	if err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", path, err)
	}
	return sentences, nil
}

func readCoNLLU(r io.Reader) ([][]text.Token, error) {
	var (
		all [][]text.Token
		s   sentence
		in  = bufio.NewScanner(r)
	)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			if len(s.tokens) > 0 {
				all = append(all, s.tokens)
			}
			s = sentence{}
		case line[0] != '#':
			if err := s.add(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	if len(s.tokens) > 0 {
		all = append(all, s.tokens)
	}
	return all, in.Err()
}

// sentence is the tokens read so far of one sentence.
type sentence struct {
	tokens  []text.Token
	end     int  // where the next token starts
	last    int  // number of the last token of a group written without spaces
	spaceby bool // a space follows that group
}

var errFields = errors.New("want 10 fields")

// add adds the token of one line.
func (s *sentence) add(fields []string) error {
	if len(fields) != 10 {
		return fmt.Errorf("%d fields: %w", len(fields), errFields)
	}
	id, form, tag := fields[0], fields[1], fields[4]
	space := !strings.Contains(fields[9], "SpaceAfter=No")
	if _, last, ok := strings.Cut(id, "-"); ok {
		n, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("token %q: %w", id, err)
		}
		s.last, s.spaceby = n, space
		return nil
	}
	if strings.Contains(id, ".") {
		return nil // a word that was left out
	}
	n, err := strconv.Atoi(id)
	if err != nil {
		return fmt.Errorf("token %q: %w", id, err)
	}
	if n <= s.last {
		space = n == s.last && s.spaceby
	}
	t, _ := text.ParseTag(tag)
	if isDash(form) {
		t = text.Colon
	}
	s.tokens = append(s.tokens, text.Token{Span: text.Span{Start: s.end, End: s.end + len(form)}, Text: form, Tag: t})
	s.end += len(form)
	if space {
		s.end++
	}
	return nil
}

// isDash reports whether a token is a dash or an ellipsis. The treebanks tag
// those in several ways, by what the mark stands for; package text always
// tags them as the Penn Treebank does, with a colon.
func isDash(form string) bool {
	switch form {
	case "--", "---", "—", "...", "....", ".....", "…":
		return true
	}
	return false
}
