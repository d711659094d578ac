// Package actors is the dictionary: which entity a name may mean, when, and what kind of entity it is.
//
// [Embedded] gives the dictionary that comes with entente, [Read] one from a folder of such CSV files, and
// [Dictionary.With] adds or replaces rows. [Dictionary.Lookup] resolves a name that a user types; a [Matcher] finds
// names in the tokens of a text. Both answer with [Sense]s: every entity that the name may stand for, in which [Form],
// and when. [Dictionary.LedBy] and [Dictionary.GovernedFrom] tell whom a person leads and who sits in a town.
// [Fold] and [Distance] compare names. [Dictionary.Lint] says what is wrong with the data.
//
// The package chooses no sense: which of several is meant follows from country, date and words around the name, which
// package loader/extract knows. It knows nothing of sentences, and keeps no entity that a text introduces.
//
// # Files
//
// A file is CSV in UTF-8 with a header; its columns say what its rows are:
//
//	states  name,id,iso3,from,to,capital,adjectives,nationals,aliases,former
//	actors  name,id,type,country,from,to,part_of,seat,aliases,former
//	people  name,id,country,leads,member_of,aliases,former
//	places  name,id,kind,country,lat,lon,aliases,former
//	wars    name,id,countries,side_a,side_b,from,to,ucdp
//
// Every kind but wars may also have the columns wikidata, ucdp and geonames. Lines that begin with # are comments.
// Lists are separated by |, and an item may carry the EDTF period in which it holds: Tripoli[2016/2021]. An id is
// given only where the one that follows from the name is a namesake's.
package actors
