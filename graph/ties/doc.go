// Package ties is a compact index of what a store's statements say, for questions that join them: numbers instead of
// names, adjacency both ways, each tie's statements side by side in the order of their articles' dates, and what counts of
// them summed up.
//
// A [Builder] takes readings and makes an [Index], alone or from an older one of which some articles have changed.
// [Index.Save] writes a file. [Open] reads next to nothing of it: rows are read in pages when they are first touched, each
// held against its checksum, the sentences one by one. So what an index gives may turn out to be wrong after it was given:
// ask [Index.Err] before you trust it.
//
// To make one takes little more memory than its articles and names do: rows that are too many, and sentences, are in
// temporary files meanwhile, and are sorted there.
//
// An index is derived from a store, never the truth. It carries the store's revision; one of another revision, another
// version or another machine is not opened, but made anew. Its bytes follow from what was built in which order, so only
// its answers, not its files, are the same each time.
//
// # What counts
//
// What is doubtful, retracted, superseded, denied or rejected by a reviewer is in the index with a mark, and what a
// reviewer wrote in place of a statement stands beside it. [Index.Sift] reads the statements of a tie by a [Rule], which
// says what counts. By the [Standard] rule it is done for each tie when the index is made: [Claim] is a row, however many
// statements there are; [Told] has their latest, of many ties at once, without reading what came before. Of a time, by
// the kinds of support, of places, or by another confidence, a [Span] is put together from sums of statements that are
// alike. By any other rule a [Scanner] counts what passes, of a short row for each citation, and [Passing] sums it up.
//
// # What it does not do
//
// It chooses no rule, and shows nothing: that is for package queries.
package ties
