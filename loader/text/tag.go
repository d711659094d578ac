package text

// Tag is a Penn Treebank part-of-speech tag, in the variety of the English
// Web Treebank.
type Tag uint8

// The tags. Untagged is what [Sentences] leaves in its tokens.
const (
	Untagged     Tag = iota
	NN               // noun, singular or mass
	NNS              // noun, plural
	NNP              // name, singular
	NNPS             // name, plural
	VB               // verb, base form
	VBD              // verb, past tense
	VBN              // verb, past participle
	VBG              // verb, gerund or present participle
	VBZ              // verb, present, third person singular
	VBP              // verb, present, not third person singular
	MD               // modal
	JJ               // adjective
	JJR              // adjective, comparative
	JJS              // adjective, superlative
	RB               // adverb
	RBR              // adverb, comparative
	RBS              // adverb, superlative
	RP               // particle
	IN               // preposition or subordinating conjunction
	TO               // to before an infinitive; the preposition is IN
	DT               // determiner
	PDT              // predeterminer
	WDT              // wh-determiner
	PRP              // personal pronoun
	PRPS             // possessive pronoun: PRP$
	WP               // wh-pronoun
	WPS              // possessive wh-pronoun: WP$
	WRB              // wh-adverb
	EX               // existential there
	POS              // possessive ending
	CC               // coordinating conjunction
	CD               // cardinal number
	UH               // interjection
	FW               // foreign word
	LS               // list item marker
	SYM              // symbol
	AFX              // affix cut off from its word
	GW               // piece of a word that was cut apart
	ADD              // URL, e-mail address, user name
	NFP              // superfluous punctuation
	HYPH             // hyphen inside a compound
	Comma            // ,
	Period           // sentence-final punctuation: .
	Colon            // colon, semicolon, dash, ellipsis: :
	OpenQuote        // ``
	CloseQuote       // ''
	OpenBracket      // -LRB-
	CloseBracket     // -RRB-
	Dollar           // currency sign: $
	tagCount
)

func tagNames() [tagCount]string {
	return [tagCount]string{
		NN: "NN", NNS: "NNS", NNP: "NNP", NNPS: "NNPS",
		VB: "VB", VBD: "VBD", VBN: "VBN", VBG: "VBG", VBZ: "VBZ", VBP: "VBP", MD: "MD",
		JJ: "JJ", JJR: "JJR", JJS: "JJS", RB: "RB", RBR: "RBR", RBS: "RBS", RP: "RP",
		IN: "IN", TO: "TO", DT: "DT", PDT: "PDT", WDT: "WDT",
		PRP: "PRP", PRPS: "PRP$", WP: "WP", WPS: "WP$", WRB: "WRB", EX: "EX", POS: "POS",
		CC: "CC", CD: "CD", UH: "UH", FW: "FW", LS: "LS", SYM: "SYM",
		AFX: "AFX", GW: "GW", ADD: "ADD", NFP: "NFP", HYPH: "HYPH",
		Comma: ",", Period: ".", Colon: ":", OpenQuote: "``", CloseQuote: "''",
		OpenBracket: "-LRB-", CloseBracket: "-RRB-", Dollar: "$",
	}
}

// String returns the tag as the Penn Treebank writes it (PRP$, -LRB-, “);
// it is empty for Untagged and for values that are no tag.
func (t Tag) String() string {
	if t >= tagCount {
		return ""
	}
	names := tagNames()
	return names[t]
}

// ParseTag returns the tag that the Penn Treebank writes as s, and whether
// there is one.
func ParseTag(s string) (Tag, bool) {
	if s == "" {
		return Untagged, false
	}
	for t, name := range tagNames() {
		if name == s {
			return Tag(t), true
		}
	}
	return Untagged, false
}

// IsNoun reports whether t is NN, NNS, NNP or NNPS.
func (t Tag) IsNoun() bool { return t >= NN && t <= NNPS }

// IsName reports whether t is NNP or NNPS.
func (t Tag) IsName() bool { return t == NNP || t == NNPS }

// IsVerb reports whether t is a form of a full verb or auxiliary: VB, VBD,
// VBN, VBG, VBZ or VBP; a modal (MD) is not.
func (t Tag) IsVerb() bool { return t >= VB && t <= VBP }
