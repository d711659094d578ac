// Package source turns files, folders, archives, globs and standard input into documents.
//
// [Open] gives the documents one by one, in the order of the paths and, inside folders, of the names; inside archives
// and files of many records, in theirs. What cannot be read is an [*Error] in the sequence, with its line or place, and
// the rest follows. A file of any size needs the memory of its largest record.
//
// It reads text, Markdown, pages of the web (their main text), feeds, mail, archives of the web (WARC), PDF, and records in
// JSON and in tables under the names that many programs have for their fields (data/fields.csv), all of these compressed
// or in archives. Where no ending tells what
// something is, its first bytes do.
//
// A document's text is that of the file, decoded, letter for letter; offsets into it are therefore offsets into the
// decoded file, but for three things that are cut off: a byte order mark, a header line "date 2020-05-28" and, in
// Markdown, front matter and marks. Of HTML it is the text that a reader of the page sees, with an empty line between
// paragraphs. UTF-8 and UTF-16 are known, and Windows-1252, 1251 and 1256 are guessed by their letters.
//
// What an article tells about its appearance is taken from, in this order: metadata (front matter, fields of a record,
// JSON-LD and meta tags of a page, a date in its address); the header line; a date that the text begins with
// ("Published July 21 2015"); the dateline ("TRIPOLI, May 28 (Reuters) -"), whose year is the file name's where it has
// none; the file name (libya-2020-05-28.txt); a line of its own near the top ("August 8, 2021"). Document.DatedBy tells
// which it was. The clock is never asked. Metadata also tells whether the article was corrected or retracted (status),
// and where a copy of it is kept (archive).
//
// [Publishers] name an outlet by the registrable domain of its addresses, so that it is one origin however its articles
// came.
//
// The package does not read what the text says (package loader/extract does), fetches nothing from the network but
// by Options.Fetch, which package loader/fetch has, and writes nothing. A format is a file of this package and a row in the table of format.go.
package source
