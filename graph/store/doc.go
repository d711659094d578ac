// Package store keeps readings of articles as quads in a Cayley database, and gives them back.
//
// [Open] takes an address: the path of a folder (LevelDB), or "memory:". [Store.Add] writes what articles yield, each
// article whole or not at all; adding the same again writes nothing. [Store.Judge] writes what reviewers say of it. [Store.Statements], [Store.Subgraph] and their kin
// read; [Store.Gizmo] runs a script in Cayley's own language; [Store.Dump] writes sorted N-Quads, which are the same
// bytes for the same content; [ReadDump] and [Store.Restore] bring them back. Where articles stood at one address one
// after the other, [graph.Article.Successor] tells which is the current one.
//
// # Quads
//
// A statement's tie is one quad under the statement's own label, and the polarity is in its predicate:
//
//	<Russia> <backs>        <Libyan_National_Army> <st:UUID> .
//	<Russia> <backs_denied> <Libyan_National_Army> <st:UUID> .
//
// Under the article's label (art:UUID) stands all that is known about its statements, each on a node of its own (type,
// subject, predicate, object, article, polarity, modality, speaker, kind, valid, phase, citation), and about itself (type,
// sha256, language, appearance, address, sketch, extractor, status, archive, digest). Entities stand under the label <actors>
// (type, name, alias, is_state, existed, country, part_of, latitude, longitude, wikidata, ucdp, geonames).
//
// What a reviewer says of a statement stands on its node under his own label (verdict, on, note, replacement), and no
// article takes it along:
//
//	<st:UUID> <verdict> "reject" <review:Mary_Stone> .
//	<Russia> <backs_rejected> <Libyan_National_Army> <st:UUID> .
//
// The edge of a statement that is rejected, or in whose place another stands, is renamed, whatever its polarity; that of
// its replacement stands under the same label. The verdict that counts is told by [graph.Deciding]. The store's own
// figures stand under <entente:meta>, and no dump has them.
//
// # What is kept
//
// A write returns when it is on disk; whatever fails in the middle, the store is as before the transaction or as after it.
// Over LevelDB the keys are Cayley's, by which Cayley reads them for scripts, and are written and else read without it:
// a load is faster, a small change takes a millisecond or two, and what is taken out leaves nothing behind.
// Beside a LevelDB stands a file WRITES with the number of transactions, by which a store that has lost some is told.
// Readers see the store as it was when they began, and neither wait for a writer nor keep it waiting.
//
// A load holds some 200 MB, whatever its size, over LevelDB; Go collects what is no longer held when there is as much
// again. Who wants less sets a limit, as the command does ([runtime/debug.SetMemoryLimit]): with 400 MB, a load of a million
// statements takes 320.
//
// # What it does not do
//
// It reads no text and answers no questions that join ties (package queries does, over an index of its own). A Gizmo
// script can end its process, by a wrong argument that makes Cayley panic or by its appetite for memory: run scripts of
// others in a child process, with [GuardMemory]. It is the only package that imports Cayley.
package store
