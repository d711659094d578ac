// Command train makes the English tagger model of package text from the
// treebanks UD English EWT and UD English PUD and from the words of WordNet.
//
//	go run ./loader/text/train -treebank DIR -wordnet DIR -o loader/text/english.model
//
// The treebanks' folder holds en_ewt-train.conllu.gz, en_ewt-test.conllu.gz
// and en_pud.conllu.gz. The model is trained on the first and on the first
// half of the last, and its accuracy on the rest is printed. WordNet's folder
// holds data.noun, noun.exc and so on (Debian: /usr/share/wordnet, package
// wordnet-base); they tell which tags rare words may have. The same files
// give the same model, byte for byte. With -endings FILE it also writes the
// table of verb endings by which package text finds base forms.
//
// It makes nothing but those two files: how tokens are cut and tagged is in
// package text, which has the trainer too.
package main
