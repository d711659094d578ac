// Package source turns files, folders, globs and standard input into documents.
//
// [Open] gives the documents one by one, in the order of the paths and, inside folders, of the names. What cannot be
// read is an [*Error] in the sequence, and the rest follows.
//
// A document's text is that of the file, decoded, letter for letter; offsets into it are therefore offsets into the
// decoded file, but for three things that are cut off: a byte order mark, a header line "date 2020-05-28" and, in
// Markdown, front matter and marks. UTF-8, UTF-16 with a byte order mark, and Windows-1252 are known.
//
// What an article tells about its appearance is taken from, in this order: front matter; the header line; a date
// that the text begins with ("Published July 21 2015"); the dateline ("TRIPOLI, May 28 (Reuters) -"), whose year is the
// file name's where it has none; the file name (libya-2020-05-28.txt); a line of its own near the top ("August 8, 2021").
// The clock is never asked. Front matter also tells whether the article was corrected or retracted (status), and where a
// copy of it is kept (archive).
//
// The package does not read what the text says (package loader/extract does), fetches nothing from the network, and
// writes nothing. A format is a file of this package and a row in the table of format.go.
package source
