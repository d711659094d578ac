package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"entente.example/graph"
)

// Article is a gold article: its entities with their other names, and the facts that it states.
type Article struct {
	// Doc is the name that statements of the article carry, with or without folder and ending.
	Doc      string              `json:"doc"`
	Entities map[string][]string `json:"entities"`
	Facts    []Fact              `json:"facts"`
}

// Names gives all names of an entity of the article: the one that facts call it by, and its aliases.
func (a Article) Names(entity string) []string {
	return append([]string{entity}, a.Entities[entity]...)
}

// Fact is one tie that a gold article states. Its ends are names of the article's entities.
type Fact struct {
	Subject  string         `json:"s"`
	Relation graph.Relation `json:"p"`
	Object   string         `json:"o"`
	Polarity graph.Polarity `json:"polarity"`
	Kinds    []graph.Kind   `json:"kinds"`
	// Evidence is the words that state it.
	Evidence string `json:"evidence"`
}

// ReadGold reads gold articles, one JSON object a line; empty lines are skipped. Errors name the line.
func ReadGold(r io.Reader) ([]Article, error) {
	var articles []Article
	for article, err := range lines[Article](r) {
		if err != nil {
			return nil, fmt.Errorf("read gold: %w", err)
		}
		articles = append(articles, article)
	}
	return articles, nil
}

// ReadRecords reads statements as `entente extract` prints them, one a line; empty lines are skipped. It ends at the
// first error, which names the line.
func ReadRecords(r io.Reader) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for record, err := range lines[graph.Record](r) {
			if err != nil {
				err = fmt.Errorf("read statements: %w", err)
			}
			if !yield(record, err) {
				return
			}
		}
	}
}

// lines decodes a JSON value a line, up to the first error.
func lines[T any](r io.Reader) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		reader := bufio.NewReader(r)
		for n := 1; ; n++ {
			line, err := reader.ReadBytes('\n')
			ended := errors.Is(err, io.EOF)
			var value T
			switch {
			case err != nil && !ended:
				yield(value, fmt.Errorf("line %d: %w", n, err))
				return
			case len(bytes.TrimSpace(line)) > 0:
				if err := json.Unmarshal(line, &value); err != nil {
					yield(value, fmt.Errorf("line %d: %w", n, err))
					return
				}
				if !yield(value, nil) {
					return
				}
			}
			if ended {
				return
			}
		}
	}
}
