// Package queries answers the questions that analysts ask of a store: who backs whom, by whose account, and on which
// sentence.
//
// [Resolve] finds the entity that a user's name means. [Backs], [Fights] and [Ties] list ties, [Why] gives the statements
// for and against one with their evidence, [Timeline] what is said of a name day by day. [Dyads], [Triads], [Paths],
// [Chains], [Shared], [BothSides], [Friends], [DrawnIn], [Switched] and [Blocs] put ties together; [Control] and [Gains]
// are about places; [Changes] and [Diff] compare two states; [Contested], [Sources], [Slant], [Stories] and [UnknownNames]
// are about what the answers rest on; [TriadYears] and [Compare] stand beside data that were coded by hand. [Subgraph]
// gives the part of the graph to draw or export, and [Gizmo] runs a script in the store's own language.
//
// Each question is a function of a store, ids and [Options]; its answer is a struct that prints as JSON and is the same
// each time, in the same order. Each row leads to its statements: their ids, a sentence, its article and its speaker. All
// look at the store's index of ties (package graph/ties) through the options, and not at the store itself. Answers that
// put ties together take only what is affirmed, unless polarities are asked for.
//
// A tie that is only denied is in no answer unless it is asked for. An allegation is a row of its own and carries its
// modality: a plan is not an accusation. Readings under [graph.LowConfidence] and retracted or superseded articles are left out, and
// every answer counts what was left out ([LeftOut]).
//
// The package only reads. It prints nothing (the command does), draws nothing (package graph/export does),
// and takes ids: names become ids in [Resolve] alone.
package queries
