// Package queries answers the questions that analysts ask of a store: who backs whom, by whose account, and on which
// sentence.
//
// [Resolve] finds the entity that a user's name means. [Backs] lists patrons and clients, [Why] gives the statements
// for and against a tie with their evidence, [Stories] the articles that are copies of each other, [Subgraph] the part
// of the graph to draw or export, and [Gizmo] runs a script in the store's own language. Each question is a function of
// a store, ids and [Options]; its answer is a struct that prints as JSON and is the same each time, in the same order.
//
// A tie that is only denied is in no answer unless it is asked for. An allegation is a row of its own and carries its
// modality: a plan is not an accusation. Readings under [graph.LowConfidence] and retracted or superseded articles are left out, and
// every answer counts what was left out ([LeftOut]).
//
// The package only reads. It prints nothing (the command does), draws nothing (package graph/export does),
// and takes ids: names become ids in [Resolve] alone.
package queries
