// Package graph is the model that all of entente speaks: entities, the eleven relations between them, and the
// statements that articles make about those relations, each with the sentences that say so.
//
// An [Article] is one text. It makes [Statement]s: subject, [Relation], object, with a [Polarity] (affirmed, alleged
// or denied), the speaker, and one or more [Citation]s, which hold the very sentence. What one article yields is a
// [Reading]; what a question selects is a [Subgraph].
//
// Ids are derived, never random: the same text and the same words give the same ids on every machine (see [ArticleID]
// and [StatementID]). Entity ids can be read ([NewID]) and are safe inside an IRI, whatever the text that they came from.
//
// The package holds the model alone. It reads no text (package loader/extract does), keeps nothing (package
// graph/store does) and draws nothing (package graph/export does).
package graph
