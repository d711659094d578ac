// Package eval measures statements against gold articles, in which careful readers have written down what is stated.
//
// [ReadGold] reads the gold, [Score] counts, and [Result.WriteText] prints the figures, the last line being the one that
// matters: precision, recall and F1 over all facts of all articles.
//
// A statement hits a fact of its article when relation and polarity are the fact's and each of its ends names the fact's
// entity: by its name or its mention, compared with the entity's name and aliases without case, accents, punctuation,
// possessives and a leading article or pronoun. Ends of relations without a direction match either way. Repeats count
// once. Options.Strict asks for the right entity instead of the right words.
//
// The package reads no articles and extracts nothing (packages loader/source and loader/extract do), and knows no
// entities beyond those of the gold. It is not used by a load.
package eval
