package text

import "strings"

// abbreviationKind says what may follow an abbreviation and so whether its
// full stop may be a sentence's too.
type abbreviationKind uint8

const (
	noAbbreviation abbreviationKind = iota
	beforeName                      // Gen. Haftar: never ends a sentence
	beforeNumber                    // No. 5: an abbreviation only before a number
	mayEnd                          // Inc., U.S., etc.: ends one if an ordinary start word follows
	timeOfDay                       // p.m.: ends one unless a day or time zone follows
)

// abbreviationOf classifies a word with its full stop; letter case does not
// matter, except where a word of the language would be taken for one.
func abbreviationOf(word string) abbreviationKind {
	if len(word) < 2 || len(word) > 12 || word[len(word)-1] != '.' {
		return noAbbreviation
	}
	var buf [12]byte
	b := buf[:len(word)-1]
	for i := range b {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	switch string(b) {
	case "gen", "lt", "col", "maj", "brig", "capt", "sgt", "cpl", "adm", "cmdr", "cdr", "lieut", "comdr",
		"mr", "mrs", "ms", "dr", "drs", "prof", "rev", "sen", "reps", "sens", "gov", "hon", "amb", "mlle", "mme",
		"messrs", "st", "ste", "mt", "ft", "supt", "insp", "pvt", "pfc", "vs", "cf", "ca", "approx", "viz",
		"fr", "atty", "asst", "dep", "dir", "e.g", "i.e", "lt.-gen", "lt.gen", "maj.gen", "brig.gen", "ltc":
		return beforeName
	case "rep", "pres", "v", "gens", "cols", "mgr", "sec", "min", "spc":
		// Short words of the language when in lower case: "a one-line rep."
		if word[0] >= 'A' && word[0] <= 'Z' {
			return beforeName
		}
	case "no", "nos", "p", "pp", "vol", "art", "fig", "para", "ch", "op", "ver", "tel", "sect", "chap":
		return beforeNumber
	case "jan", "feb", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec":
		return mayEnd
	case "mar", "sep", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return beforeNumber
	case "inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "etc", "al", "est", "ave", "blvd", "rd",
		"dept", "univ", "assn", "intl", "natl", "govt", "mil", "esq", "ret", "hrs", "mins", "lbs", "sq",
		"ph.d", "d.phil", "km", "kg", "mph", "ext", "incl", "cent", "gov't":
		return mayEnd
	case "a.m", "p.m":
		return timeOfDay
	}
	if isAcronym(word) {
		return mayEnd
	}
	return noAbbreviation
}

// isAcronym reports whether word is single letters, each with its full stop,
// two at least: U.S., U.A.E., e.g.
func isAcronym(word string) bool {
	if len(word) < 4 || len(word)%2 != 0 {
		return false
	}
	for i := 0; i < len(word); i += 2 {
		if !isASCIILetter(word[i]) || word[i+1] != '.' {
			return false
		}
	}
	return true
}

// isStarter reports whether a capitalised word is one of those that rarely
// stand with a capital letter except at the start of a sentence. In words
// that are all capitals only those count that cannot go on a sentence whose
// last word was an abbreviation.
func isStarter(word string) bool {
	if len(word) > 12 {
		return false
	}
	strong := len(word) == 1 || word[1] >= 'a'
	switch strings.ToLower(word) {
	case "the", "he", "she", "it", "they", "we", "this", "these", "those", "there", "his", "their",
		"its", "but", "however", "meanwhile", "although", "though", "while", "when", "if", "what", "who",
		"why", "earlier", "yet", "since", "moreover", "also", "our", "my", "your", "you":
		return true
	case "a", "an", "i", "in", "on", "at", "by", "for", "from", "with", "after", "before", "as", "and", "some",
		"many", "most", "both", "all", "no", "not", "nor", "such", "that", "to", "under", "during", "among",
		"despite", "between", "because", "so", "several", "other", "others", "another", "one", "two",
		"last", "now", "then", "here", "how", "where", "which", "even", "still", "according", "her", "once", "until",
		"every", "each", "more", "only", "just", "over", "about", "through", "without", "within", "against", "instead",
		"later", "thus", "therefore", "nonetheless", "nevertheless", "unlike", "following", "asked", "officials",
		"residents", "witnesses", "critics", "analysts", "experts", "rebels", "troops", "forces", "fighters":
		return strong
	}
	return false
}

// isTimeWord reports whether word goes on a time of day ("5 p.m. Tuesday",
// "5 p.m. GMT").
func isTimeWord(word string) bool {
	if len(word) >= 2 && len(word) <= 5 && word == strings.ToUpper(word) {
		return true // a time zone
	}
	switch strings.ToLower(word) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "eastern", "central", "pacific", "moscow", "greenwich", "local", "kyiv",
		"jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

// isPrefix reports whether word, before a hyphen, is a prefix that stays
// with a word in lower case: re-entered, anti-government, e-mail.
func isPrefix(word string) bool {
	if len(word) > 7 || word == "UN" {
		return false // "the UN-backed government"
	}
	switch strings.ToLower(word) {
	case "anti", "arch", "bi", "co", "counter", "cyber", "de", "e", "ex", "extra", "hyper", "inter", "intra",
		"mega", "micro", "mid", "mini", "mis", "multi", "neo", "non", "para", "pan", "post", "pre", "pro", "pseudo",
		"quasi", "re", "semi", "socio", "sub", "super", "trans", "tri", "ultra", "un", "wi":
		return true
	}
	return false
}
