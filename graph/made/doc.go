// Package made makes graphs of any size in the shape that news gives them, for tests and measurements: wars of two
// sides, few big patrons and many small groups, many statements on few pairs, papers that copy agencies, claims and
// denials. The same numbers give the same graph.
//
// # What it does not do
//
// Nothing in it is true: states and groups are numbered, and no name in it is anybody's. It reads and stores nothing.
package made
