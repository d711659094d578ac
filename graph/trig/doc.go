// Package trig reads TriG, quads of RDF by their graphs (https://www.w3.org/TR/trig/), as entente and other programs
// write it, and gives them as N-Quads, which package graph/store reads.
//
// It knows prefixes and bases, lists with commas and semicolons, all forms of literals, and triples outside any graph.
//
// # What it does not do
//
// It reads no blank nodes in brackets and no collections: no graph of entente has any. It knows nothing of what the
// quads mean, and does not sort them.
package trig
