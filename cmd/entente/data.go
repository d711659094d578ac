package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"entente.example/graph/actors"
	"entente.example/loader/extract"
)

// dataFlags name files of one's own that add to the dictionary and the rules, or replace rows and rules of them.
type dataFlags struct {
	actors, frames []string
}

func (f *dataFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.actors, "actors", nil, "a file of actors (.csv) that adds to the dictionary; can be repeated")
	cmd.Flags().StringArrayVar(&f.frames, "frames", nil, "a file of rules (.frames) that adds to the rules; can be repeated")
}

// dictionary gives the embedded dictionary with the files' rows.
func (f *dataFlags) dictionary() (*actors.Dictionary, error) {
	dictionary, err := actors.Embedded()
	if err != nil {
		return nil, err
	}
	for _, name := range f.actors {
		dictionary, err = dictionary.With(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err != nil {
			return nil, unreadableData(err, "docs/extraction.md shows what a row of actors needs")
		}
	}
	return dictionary, nil
}

// open gives the embedded reader, with the files' rows and rules where any are named.
func (f *dataFlags) open() (*extract.Reader, error) {
	if len(f.actors)+len(f.frames) == 0 {
		return embeddedReader()
	}
	dictionary, err := f.dictionary()
	if err != nil {
		return nil, err
	}
	var own []extract.File
	for _, name := range f.frames {
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, unreadableData(fmt.Errorf("read %q: %w", name, withoutPath(err)), "")
		}
		own = append(own, extract.File{Name: name, Content: string(content)})
	}
	reader, err := extract.New(dictionary, extract.Rules(), own...)
	if err != nil {
		return nil, unreadableData(err, "docs/extraction.md shows the form of a rule")
	}
	return reader, nil
}

func unreadableData(err error, hint string) error {
	f := &failure{code: exitFailed, err: err}
	if hint != "" {
		f.hints = []string{hint}
	}
	return f
}
