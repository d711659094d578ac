package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/loader/fetch"
	"entente.example/loader/source"
)

// inputFlags say how articles are read.
type inputFlags struct {
	format     string
	publishers string
	private    bool
}

func (f *inputFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.format, "from-format", "", "format of standard input and of named files with an unknown ending: "+
		strings.Join(source.Formats(), ", ")+" (default: told by the first bytes)")
	f.registerPublishers(cmd)
	flags.BoolVar(&f.private, "allow-private-addresses", false, "fetch also from machines that are not on the public internet")
	_ = cmd.RegisterFlagCompletionFunc("from-format", cobra.FixedCompletions(source.Formats(), cobra.ShellCompDirectiveNoFileComp))
}

func (f *inputFlags) registerPublishers(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.publishers, "publishers", "", "a table (domain, name, owner, grade) of outlets, before those that entente knows")
	_ = cmd.RegisterFlagCompletionFunc("publishers", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault))
}

// check makes sure of the flags before any input is read, and gives the outlets.
func (f *inputFlags) check() (*source.Publishers, error) {
	if f.format != "" && !source.KnownFormat(f.format) {
		fail := wrongUse("--from-format %q is unknown", f.format)
		fail.hints = []string{"the formats are " + strings.Join(source.Formats(), ", ")}
		return nil, fail
	}
	if f.publishers == "" {
		return source.KnownPublishers(), nil
	}
	file, err := openFile(f.publishers)
	if err != nil {
		return nil, fmt.Errorf("--publishers: %w", err)
	}
	defer file.Close()
	known, err := source.ReadPublishers(file, source.KnownPublishers())
	if err != nil {
		return nil, fmt.Errorf("--publishers %q: %w", f.publishers, err)
	}
	return known, nil
}

// outlets tells what is known of outlets by their names.
func (f *inputFlags) outlets() (func(string) graph.Outlet, error) {
	known, err := f.check()
	if err != nil {
		return nil, err
	}
	return func(name string) graph.Outlet {
		p, _ := known.Named(name)
		return graph.Outlet{Name: p.Name, Owner: p.Owner, Grade: p.Grade}
	}, nil
}

// fetch gets a page, with the advice that fits what is wrong.
func (f inputFlags) fetch(ctx context.Context, address string) (source.Fetched, error) {
	page, err := fetch.Client{AllowPrivate: f.private}.Get(ctx, address)
	hint := ""
	switch {
	case errors.Is(err, fetch.ErrPrivate):
		hint = "--allow-private-addresses allows it"
	case errors.Is(err, fetch.ErrRobots):
		hint = "save the page with a browser, and name the file"
	case err != nil:
		hint = "look at the address in a browser"
	}
	if err != nil {
		return source.Fetched{}, &source.Error{Name: address, Err: err, Hint: hint}
	}
	return source.Fetched{Address: page.Address, ContentType: page.ContentType, Body: page.Body}, nil
}

// intake reads the inputs of a command, and names those that it cannot read.
type intake struct {
	paths   []string
	options source.Options
	talk    talk
	// journal is told of each input; nil: nobody asks.
	journal *journal
	// taken counts the bytes that were taken from files.
	taken atomic.Int64
	// path is that of the document which documents gave last.
	path string
	// more counts the records of each file that could not be read and were not named one by one.
	more map[string]int
	// skipped are the first files of folders that were left out for their endings, of so many.
	skipped []string
	skips   int
	// read counts the documents that were read, unreadable the inputs that could not be.
	read, unreadable int
}

// newIntake takes paths from the command line; none stands for a pipe, if there is one.
func newIntake(cmd *cobra.Command, flags inputFlags, paths []string) (*intake, error) {
	publishers, err := flags.check()
	if err != nil {
		return nil, err
	}
	stdin := cmd.InOrStdin()
	if len(paths) == 0 {
		if isTerminal(stdin) {
			f := wrongUse("no articles are named")
			f.hints = []string{"name files or folders, or - for standard input"}
			return nil, f
		}
		paths = []string{"-"}
	}
	in := &intake{paths: paths, talk: talkOf(cmd)}
	in.options = source.Options{
		Stdin: stdin, Format: flags.format, Publishers: publishers, Today: today(), Fetch: flags.fetch,
		Warn:  func(name, text string) { in.talk.warn(quoted(name) + ": " + text) },
		Found: func(path string) { in.path = path },
		Taken: func(n int64) { in.taken.Add(n) },
		Skip:  in.skip,
	}
	return in, nil
}

// today is for talk only, as each look at a clock is: dates of publication after it are warned about.
func today() graph.Valid { return graph.Valid(time.Now().UTC().Format(time.DateOnly)) }

// documents gives what can be read. The only errors are those of the context.
func (in *intake) documents(ctx context.Context) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for doc, err := range source.Open(ctx, in.paths, in.options) {
			var unreadable *source.Error
			switch {
			case errors.As(err, &unreadable):
				in.unread(unreadable)
				continue
			case err == nil:
				in.read++
				in.journal.read(in.path, doc)
			}
			if !yield(doc, err) || err != nil {
				return
			}
		}
	}
}

// byPath gives the same documents under their paths: what is odd about one is told of a file that can be found.
func (in *intake) byPath(ctx context.Context) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for doc, err := range in.documents(ctx) {
			if err == nil {
				doc.Name = in.path
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func (in *intake) unread(err *source.Error) {
	in.unreadable++
	in.journal.unread(err)
	if file := withoutLine(err.Name); file != err.Name {
		if in.more == nil {
			in.more = map[string]int{}
		}
		if in.more[file]++; in.more[file] > maxNamed {
			return
		}
	}
	var hints []string
	switch {
	case err.Hint != "":
		hints = []string{err.Hint}
	}
	in.talk.complain("error", 0, err.Error(), hints...)
}

// maxSkipped is how many files are named that were left out; the others are counted.
const maxSkipped = 5

// skip notes a file of a folder that is left out for its ending. Hidden files are left out of everything, by anybody.
func (in *intake) skip(path string) {
	if strings.HasPrefix(filepath.Base(path), ".") || source.Reads(path) {
		return
	}
	in.journal.skipped(path)
	if in.skips++; len(in.skipped) < maxSkipped {
		in.skipped = append(in.skipped, quoted(path))
	}
}

// tellSkipped names the files that were left out.
func (in *intake) tellSkipped() {
	if in.skips == 0 {
		return
	}
	named := strings.Join(in.skipped, ", ")
	if more := in.skips - len(in.skipped); more > 0 {
		named += fmt.Sprintf(" and %d more", more)
	}
	in.talk.say("left out %s for the ending: %s (a file that is named itself is read whatever its ending)", count(in.skips, "file"), named)
	in.skipped, in.skips = nil, 0
}

// maxNamed is how many bad records of one file are named; the others are counted.
const maxNamed = 20

// withoutLine gives the file of a record ("dump.jsonl" of "dump.jsonl:12").
func withoutLine(name string) string {
	if i := strings.LastIndexByte(name, ':'); i > 1 && strings.Trim(name[i+1:], "0123456789") == "" && name[i+1:] != "" {
		return name[:i]
	}
	return name
}

// tellMore tells how many records were not named, file by file.
func (in *intake) tellMore() {
	for _, file := range slices.Sorted(maps.Keys(in.more)) {
		if n := in.more[file] - maxNamed; n > 0 {
			in.talk.complain("error", 0, fmt.Sprintf("read %q: %s more could not be read", file, count(n, "record")), "load --report FILE names them all")
		}
	}
	in.more = nil
}

// verdict is the exit code that the unreadable inputs lead to, as an error, or nil.
func (in *intake) verdict() error {
	in.tellMore()
	in.tellSkipped()
	if in.unreadable > 0 {
		return status(exitPartly)
	}
	return nil
}
