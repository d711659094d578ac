package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/loader"
	"entente.example/loader/source"
)

// journal is the file of --report: a row for each input, in the order in which they were read, then one for each that was
// read and could not be stored.
type journal struct {
	mu   sync.Mutex
	path string
	rows []journalRow
}

// journalRow tells what became of an input.
type journalRow struct {
	Input string `json:"input"`
	// Result is "read", "failed", "warned" or "skipped".
	Result    string      `json:"result"`
	Article   string      `json:"article,omitempty"`
	Published graph.Valid `json:"published,omitempty"`
	// DatedBy says what told the date: "metadata", "header", "dateline", "file name", ...
	DatedBy   string `json:"datedBy,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Title     string `json:"title,omitempty"`
	Reason    string `json:"reason,omitempty"`
	Hint      string `json:"hint,omitempty"`
}

var journalColumns = [...]string{"input", "result", "article", "published", "datedBy", "publisher", "title", "reason", "hint"}

// newJournal makes the journal that the flag asks for, or nil, which takes everything and keeps nothing.
func newJournal(path string) (*journal, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // nobody asked for one
	}
	switch ending := strings.ToLower(filepath.Ext(path)); ending {
	case ".csv", ".jsonl", ".ndjson":
		return &journal{path: path}, writable(path)
	}
	f := wrongUse("--report %q: the ending tells no format", path)
	f.hints = []string{"let it end in .csv or .jsonl"}
	return nil, f
}

func (j *journal) add(row journalRow) {
	if j == nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.rows = append(j.rows, row)
}

func (j *journal) read(path string, doc graph.Document) {
	j.add(journalRow{
		Input: path, Result: "read", Article: doc.ID.String(), Published: doc.Date(), DatedBy: doc.DatedBy,
		Publisher: doc.Publisher(), Title: doc.Title(),
	})
}

func (j *journal) unread(err *source.Error) {
	j.add(journalRow{Input: err.Name, Result: "failed", Reason: err.Err.Error(), Hint: err.Hint})
}

func (j *journal) skipped(path string) {
	j.add(journalRow{Input: path, Result: "skipped", Reason: "its ending is unknown"})
}

// loaded adds what the load could not store, or found odd.
func (j *journal) loaded(r loader.Report) {
	for _, f := range r.Failures {
		j.add(journalRow{Input: f.Name, Result: "failed", Reason: f.Err.Error()})
	}
	for _, w := range r.Warnings {
		j.add(journalRow{Input: w.Name, Result: "warned", Reason: "it " + w.Text})
	}
}

// write puts the file in place, also after a load that ended early.
func (j *journal) write() error {
	if j == nil {
		return nil
	}
	fresh := j.path + ".tmp"
	file, err := os.Create(fresh)
	if err != nil {
		return fmt.Errorf("write %q: %w", j.path, withoutPath(err))
	}
	if err := first(j.writeRows(file), file.Close(), os.Rename(fresh, j.path)); err != nil {
		_ = os.Remove(fresh)
		return fmt.Errorf("write %q: %w", j.path, withoutPath(err))
	}
	return nil
}

func (j *journal) writeRows(file *os.File) error {
	if !strings.EqualFold(filepath.Ext(j.path), ".csv") {
		encoder := json.NewEncoder(file)
		encoder.SetEscapeHTML(false)
		for _, row := range j.rows {
			if err := encoder.Encode(row); err != nil {
				return err
			}
		}
		return nil
	}
	table := csv.NewWriter(file)
	if err := table.Write(journalColumns[:]); err != nil {
		return err
	}
	for _, r := range j.rows {
		row := []string{r.Input, r.Result, r.Article, string(r.Published), r.DatedBy, r.Publisher, r.Title, r.Reason, r.Hint}
		for i, cell := range row {
			row[i] = export.Defused(cell)
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}
