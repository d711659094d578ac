// Package svg draws graphs in DOT as SVG, with Graphviz itself, in this process and without anything installed.
//
// [Layout] is what [entente.example/graph/export.Options] wants for one drawing; who draws many keeps a [Renderer]. The
// same DOT gives the same bytes on every machine, which an installed Graphviz of whatever version and fonts would not.
//
// Graphviz is compiled to WebAssembly (see VENDOR.md) and run by wazero in a sandbox: it sees no files, no clock and no
// network, has a bounded memory, stops when its context ends, and each drawing begins with a fresh one. Nothing is
// prepared before the first drawing, so a program that links the package starts as fast as one that does not.
//
// The package knows nothing of graphs, statements or styles; package graph/export does.
package svg
