// Package dataset turns tables of facts that people have already (UCDP's external support, COW's and ATOP's alliances,
// events of GDELT and ICEWS, a spreadsheet of their own) into readings, by a [Map] that says which column means what.
//
// A row becomes an article of its own, whose text is the row's quotation, where it has one, and the cells that the map
// names, in the words of the table; its statements cite them, with the extractor "import:NAME" and the row's own date,
// source and address. So what was imported can be told from what was read, asked for its evidence, and taken out again.
//
// Maps are data: tables with the columns field, column and as, of which [Maps] lists those of the package.
//
// The package opens no files, asks no dictionary (Options.Resolve does) and stores nothing.
package dataset
