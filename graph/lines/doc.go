// Package lines sorts lines of text, more of them than there is memory: what fills the room of a [Sorter] goes, sorted, into
// a temporary file, and the files are merged as they are read. Temporary files are in TMPDIR, and take as much room as the
// lines.
//
// # What it does not do
//
// It orders lines by their bytes and by nothing else, and keeps those that are equal.
package lines
