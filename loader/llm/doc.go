// Package llm lets a language model propose the statements of an article, and keeps those that the article bears out.
//
// A [Proposer] sends the text to a server that speaks the OpenAI chat protocol, as llama.cpp, Ollama and vLLM do on one's
// own machine, and asks for JSON in a schema made from the model of package graph. It believes nothing that comes back:
// a proposal must quote the article letter for letter, and its ends must be words of the quote that stand for an entity
// by the reading of package extract. All else is dropped and counted by its reason. Nothing that the article's own
// words may tell the model to do can therefore put a name or a sentence into the graph that is not in the article.
//
// The package does not judge whether the quoted words mean what the model says; its statements carry "llm:NAME" as their
// extractor, by which they can be told from those of the rules. It does not run by default, stores nothing but answers
// in a folder if it is given one, and keeps no key.
package llm
