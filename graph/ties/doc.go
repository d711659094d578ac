// Package ties is a compact index of what a store's statements say, for questions that join them: numbers instead of
// names, adjacency both ways, each tie's statements side by side in the order of their articles' dates.
//
// A [Builder] takes readings and makes an [Index], alone or from an older one of which some articles have changed.
// [Index.Save] writes a file, [Open] reads it: all but the sentences, which are read from the file one by one.
//
// An index is derived from a store, never the truth. It carries the store's revision; one of another revision, another
// version or another machine is not opened, but made anew. Its bytes follow from what was built in which order, so only
// its answers, not its files, are the same each time.
//
// # What it does not do
//
// It judges nothing: what is doubtful, retracted, superseded, denied or rejected by a reviewer is in it with a mark, and
// package queries leaves it out. What a reviewer wrote in place of a statement stands beside it.
package ties
