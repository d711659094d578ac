// Package extract reads documents: it finds the statements that a text makes about who backs, fights and leads whom,
// and who took which place.
//
// It works as a cascade over each sentence: names of the dictionary and new names by their form; part-of-speech tags;
// noun and verb groups; what each verb's subject and objects are; frames (data/*.frames) that name the words for each
// relation and where its ends stand; who a group of words stands for; and how the text stands to the tie: affirmed,
// alleged or denied, by whom, since when. All that the domain knows is data, with tests beside the rules.
//
// A [Reader] is a pure function of the document: no store, no clock, no network. It reads no files and fetches nothing
// (package loader/source does) and stores nothing (package loader does).
package extract
