// Package text turns the text of an article into sentences and tagged tokens.
//
// Everything keeps its place: a [Token] and a [Sentence] carry the byte range
// of the document that they stand for, so that whoever reads them can point
// at the letters themselves. [Sentences] splits and tokenizes, a [Tagger]
// gives every token its Penn part-of-speech tag, [Lemma] gives the base form
// of a word.
//
// Tokens follow the English Web Treebank: possessive 's, n't and the other
// clitics are tokens of their own, so are hyphens and dashes between words
// (Turkey - backed, al - Watiya), quotes, brackets and currency signs, while
// abbreviations (U.S., Gen., p.m.), numbers, addresses and words with a
// prefix (re-entered, anti-government) stay whole. One thing differs: a
// prefix before a capital letter is cut off (pro - Russian), so that the name
// behind it can be found.
//
// The package knows no entities, relations or dates, does not normalise the
// text (no case folding, no Unicode composition), does not detect the
// language and does not read files or HTML. The tagger's model was trained on
// English; other languages are split and tokenized, their tags mean nothing.
package text
