// Package loader puts documents into a store: [Load] reads them with several workers and writes what they say, each
// article whole or not at all; [Extract] only reads them, and [LoadReadings] writes what
// was read elsewhere.
//
// Results come in the order of the documents, whatever the number of workers, so that the same documents give the same
// store and the same report. Only the one loop of Load writes. The queues between its parts are bounded by documents and
// by bytes: a load of any size needs the memory of what is under way, and some forty bytes for each article that it has
// seen.
//
// An article that the store has already, from the same extractor and with all its appearances, is not read again.
// One text that comes twice is one article with both appearances; it is read with the earliest of their dates.
//
// # Sketches
//
// [Sketch] is a MinHash by which copies of an article are told (graph.Stories groups them). The text is cut into words:
// runs of letters, marks and digits, in lower case. Each run of five words, joined by blanks, is hashed with FNV-1a (64 bits); a
// text of fewer words is one run. Value i of 32 is the least of the high 32 bits of mix(hash + (i+1)·0x9E3779B97F4A7C15)
// over all runs, where mix is the finalizer of SplitMix64. The sketch is the 32 values, big-endian, in base64url
// without padding: 171 characters. A text without words has none.
//
// # What it does not do
//
// It opens no files (package source does), knows nothing about language (package extract does) and answers no questions
// (package queries does).
package loader
