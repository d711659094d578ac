// Package export renders a part of the graph in the formats that other programs read: pictures (DOT, SVG, PNG, Mermaid),
// networks (GEXF, GraphML, Cytoscape JSON, Gephi's tables), RDF (N-Quads, TriG, Turtle, JSON-LD), data of the field
// (FollowTheMoney, UCDP's triad-years, GeoJSON), JSON, and reports for people (HTML, Markdown).
//
// [Write] turns a [graph.Subgraph] into bytes. The same subgraph gives the same bytes, in whatever order its parts
// come. [Formats] lists what there is, with file endings and media types; [ByName] finds a format.
//
// Formats that draw or list edges do so by [graph.Tie]: all that is said of one subject, relation and object under one
// polarity, with how many distinct sources say so, how many statements say otherwise, and the first sentence. A denied
// tie is left out of those formats unless [Options].Polarities asks for it; N-Quads and JSON hold everything, since
// their readers see the polarity in the structure.
//
// What an article says is hostile text: each format escapes names, sentences and links by its own rules, so that none
// of them can end a string, add an edge, run a formula or make a link that is not http or https.
//
// A format is one file with one function and one row in format.go.
//
// The package asks no questions and sees no store: what to export is the business of package queries. It lays nothing
// out either: SVG needs [Options].Layout, which package graph/export/svg has, and PNG [Options].Raster.
package export
