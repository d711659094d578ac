package llm

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// answers is a folder with a file for each question that was ever answered, named by the question's hash: model, prompt,
// schema and text. An empty name keeps nothing.
type answers string

func (a answers) file(question []byte) string {
	sum := sha256.Sum256(question)
	return filepath.Join(string(a), hex.EncodeToString(sum[:])+".json")
}

// get gives the answer that was kept. One that cannot be read counts as none: then it is asked again.
func (a answers) get(question []byte) (string, bool) {
	if a == "" {
		return "", false
	}
	content, err := os.ReadFile(a.file(question))
	return string(content), err == nil
}

// put keeps an answer, whole or not at all.
func (a answers) put(question []byte, answer string) error {
	if a == "" {
		return nil
	}
	if err := os.MkdirAll(string(a), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("keep an answer: %w", err)
	}
	f, err := os.CreateTemp(string(a), "answer-*")
	if err != nil {
		return fmt.Errorf("keep an answer: %w", err)
	}
	_, err = f.WriteString(answer)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), a.file(question))
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("keep an answer: %w", err)
	}
	return nil
}
