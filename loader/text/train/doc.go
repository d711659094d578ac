// Command train makes the English models of the tagger of package text and of
// package parse from the treebanks UD English EWT and UD English PUD and from
// the words of WordNet.
//
//	go run ./loader/text/train -treebank DIR -wordnet DIR -o loader/text/english.model
//	go run ./loader/text/train -treebank DIR -wordnet DIR -parser loader/text/parse/english.model
//
// The treebanks' folder holds en_ewt-train.conllu.gz, en_ewt-test.conllu.gz
// and en_pud.conllu.gz. The models are trained on the first and on the first
// half of the last, and their accuracy on the rest is printed. WordNet's
// folder holds data.noun, noun.exc and so on (Debian: /usr/share/wordnet,
// package wordnet-base); they tell which tags rare words may have. The same
// files give the same models, byte for byte. With -endings FILE it also
// writes the table of verb endings by which package text finds base forms.
//
// The parser learns from tags that taggers trained on other sentences gave,
// and is tested with those of the tagger that comes with package text: after
// a change of that one, make the parser's model again.
//
// It makes nothing but those three files: how tokens are cut, tagged and
// parsed is in packages text and parse, which have the trainers too.
package main
