// Package parse finds out which word of a sentence depends on which: its
// dependency tree, with the relations of Universal Dependencies.
//
// [Embedded] opens the English model and [Model.Parse] gives each token of a
// sentence its head and its [Relation] to it. The tokens come from package
// text, with the tags of its tagger. The parser is greedy: it goes through
// the sentence once, from left to right, and decides each step by the weights
// of what it sees around it (arc-hybrid, learned with a dynamic oracle:
// Goldberg and Nivre, "Training Deterministic Parsers with Non-Deterministic
// Oracles", TACL 2013). About one head in six is wrong: a tree is a hint,
// to be used with others.
//
// The package knows no entities and draws no conclusions from a tree. It does
// not split or tag; trees whose arcs cross are beyond it. The command
// loader/text/train makes the model.
package parse
