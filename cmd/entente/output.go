package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph/export"
)

// output is where a command's data go, and in which format.
type output struct {
	format string
	json   bool
	path   string
	// formats are those of the command, the default one first. All but table and text keep texts letter for letter.
	formats []outputFormat
	// inputs are the files that the command reads, which the output must not replace.
	inputs []string
	// withheld says that there is nothing to answer from, so that nothing is written.
	withheld bool
}

// outputFormat is a row in the table of a command's formats.
type outputFormat struct {
	name    string
	title   string // where it is the only one
	endings []string
	binary  bool
}

// listingFormats are those of answers that are lists.
func listingFormats() []outputFormat {
	return []outputFormat{
		{name: "table", endings: []string{".txt"}},
		{name: "json", endings: []string{".json"}},
		{name: "jsonl", endings: []string{".jsonl", ".ndjson"}},
		{name: "csv", endings: []string{".csv"}},
		{name: "md", endings: []string{".md"}},
	}
}

// register adds the flags for the output to a command.
func (o *output) register(cmd *cobra.Command, formats []outputFormat) {
	o.formats = formats
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.path, "output", "o", "", "write to a file, which is replaced when all is written; its ending tells the format")
	flags.StringVarP(&o.format, "format", "f", "", "format: "+strings.Join(names, ", ")+" (default "+names[0]+")")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	if slices.Contains(names, "json") {
		flags.BoolVar(&o.json, "json", false, "short for --format json")
	}
}

// choose finds the format: the one that is asked for, else the one of the file's ending, else the first.
func (o *output) choose() (outputFormat, error) {
	name := strings.ToLower(o.format)
	switch {
	case o.json && name != "" && name != "json":
		return outputFormat{}, wrongUse("--json and --format %s exclude each other", o.format)
	case o.json:
		name = "json"
	case name == "" && o.path != "" && o.path != "-":
		return o.byEnding()
	case name == "":
		return o.formats[0], nil
	}
	i := slices.IndexFunc(o.formats, func(f outputFormat) bool { return f.name == name })
	if i < 0 {
		f := wrongUse("format %q is unknown", o.format)
		f.hints = []string{"the formats are " + o.names(", ")}
		if graphFormat(name) {
			f.hints = append(f.hints, "entente export writes the ties as "+name+", of one name with export NAME")
		}
		return outputFormat{}, f
	}
	return o.formats[i], nil
}

// byEnding finds the format of the file's ending: of "x.nodes.csv" rather that of .nodes.csv than that of .csv.
func (o *output) byEnding() (outputFormat, error) {
	var found outputFormat
	longest := 0
	name := strings.ToLower(filepath.Base(o.path))
	for _, f := range o.formats {
		for _, ending := range f.endings {
			if strings.HasSuffix(name, ending) && len(ending) > longest {
				found, longest = f, len(ending)
			}
		}
	}
	if longest == 0 {
		return outputFormat{}, o.strangeEnding()
	}
	return found, nil
}

// misnamed reports whether the ending of the file promises another format: that of plain text promises none.
func (o *output) misnamed(format outputFormat) bool {
	name := strings.ToLower(filepath.Base(o.path))
	ends := func(ending string) bool { return strings.HasSuffix(name, ending) }
	if slices.ContainsFunc(format.endings, ends) || ends(".txt") {
		return false
	}
	return graphFormat(strings.TrimPrefix(filepath.Ext(name), ".")) ||
		slices.ContainsFunc(o.formats, func(f outputFormat) bool { return slices.ContainsFunc(f.endings, ends) })
}

// strangeEnding is the failure of a file whose ending is that of no format.
func (o *output) strangeEnding() error {
	if len(o.formats) > 1 {
		f := wrongUse("the ending of %q tells no format", o.path)
		f.hints = []string{"say --format " + o.names(", ")}
		if ending := strings.TrimPrefix(filepath.Ext(o.path), "."); graphFormat(strings.ToLower(ending)) {
			f.hints = append(f.hints, "entente export -o "+quoted(o.path)+" writes the ties so, of one name with export NAME")
		}
		return f
	}
	only := o.formats[0]
	f := wrongUse("output %q: the only format here is %s", o.path, only.title)
	f.hints = []string{fmt.Sprintf("let it end in %s, or say --format %s", strings.Join(only.endings, " or "), only.name)}
	return f
}

// graphFormat reports whether a format is one of those of a graph, which entente export writes.
func graphFormat(name string) bool {
	_, err := export.ByName(name)
	return err == nil
}

func (o *output) names(separator string) string {
	names := make([]string, len(o.formats))
	for i, f := range o.formats {
		names[i] = f.name
	}
	return strings.Join(names, separator)
}

// ready complains where the output cannot be written in the end.
func (o *output) ready() error {
	_, err := o.choose()
	if err == nil && o.path != "" && o.path != "-" {
		err = writable(o.path)
	}
	return err
}

// isRead reports whether the format is one that people read, not programs.
func (o *output) isRead() (bool, error) {
	format, err := o.choose()
	return format.name == "text" || format.name == "table" || format.name == "md", err
}

// write calls render with the chosen format and a writer. A file is put in place only when render has succeeded.
func (o *output) write(cmd *cobra.Command, render func(w io.Writer, format string, s screen) error) error {
	format, err := o.choose()
	if err != nil || o.withheld {
		return err
	}
	if o.path != "" && o.path != "-" {
		if o.misnamed(format) {
			talkOf(cmd).warn(fmt.Sprintf("%q will hold %s, whatever its ending", o.path, format.name), "without --format the ending tells the format")
		}
		return o.writeFile(func(w io.Writer) error { return render(w, format.name, screen{}) })
	}
	w := cmd.OutOrStdout()
	s, err := screenOf(cmd, w)
	if err != nil {
		return err
	}
	if s.terminal && format.binary {
		f := wrongUse("%s is not for a terminal", format.name)
		f.hints = []string{"name a file with -o"}
		return f
	}
	buffer := bufio.NewWriter(w)
	if s.terminal && format.name != "table" && format.name != "text" {
		bare := &bareWriter{w: buffer}
		return first(render(bare, format.name, s), bare.Flush(), buffer.Flush())
	}
	return first(render(buffer, format.name, s), buffer.Flush())
}

// writeFile writes to a new file beside the one that is meant, and renames it. What is no plain file (/dev/null, a
// pipe) is written as it is.
func (o *output) writeFile(render func(io.Writer) error) (err error) {
	path := o.path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the link stays a link
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return wrongUse("output %q is a folder", o.path)
	case err == nil && !info.Mode().IsRegular():
		if err := writeThrough(path, render); err != nil {
			return fmt.Errorf("write %q: %w", o.path, withoutPath(err))
		}
		return nil
	case err == nil:
		if input, ok := o.replaces(info); ok {
			return wrongUse("output %q would replace the input %q", o.path, input)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %q: %w", o.path, err)
	}
	mode := fs.FileMode(0o666) // less what the user masks
	if info != nil {
		mode = info.Mode().Perm()
	}
	fresh := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.tmp", filepath.Base(path), os.Getpid()))
	file, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return unwritable(o.path, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(fresh)
		}
	}()
	buffer := bufio.NewWriter(file)
	if err := first(render(buffer), buffer.Flush(), file.Close()); err != nil {
		return fmt.Errorf("write %q: %w", o.path, withoutPath(err))
	}
	if err := os.Rename(fresh, path); err != nil {
		return fmt.Errorf("write %q: %w", o.path, withoutPath(err))
	}
	return nil
}

// first gives the first error: a buffer whose write failed says so each time that it is asked.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func writeThrough(path string, render func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(file)
	return first(render(buffer), buffer.Flush(), file.Close())
}

// replaces finds the input that is the file, or the folder that it lies in.
func (o *output) replaces(file fs.FileInfo) (string, bool) {
	for _, input := range o.inputs {
		info, err := os.Stat(input)
		if err != nil {
			continue
		}
		if os.SameFile(info, file) {
			return input, true
		}
		if info.IsDir() && liesIn(input, file) {
			return input, true
		}
	}
	return "", false
}

// liesIn reports whether the file is one of those in the folder or below it.
func liesIn(folder string, file fs.FileInfo) bool {
	found := false
	_ = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // what cannot be read is no input
		}
		if info, err := entry.Info(); err == nil && os.SameFile(info, file) {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// withoutPath takes the path out of an error that names it already, which may be that of the temporary file.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError // of a rename
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
