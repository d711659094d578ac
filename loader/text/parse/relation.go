package parse

// Relation is how a token depends on its head: a relation of Universal
// Dependencies (https://universaldependencies.org/u/dep/).
type Relation uint8

// The relations. Rare ones of the treebanks are counted with their next of
// kin: obl:agent is Obl, nsubj:outer Nsubj, csubj:pass Csubj, det:predet Det,
// cc:preconj CC, advcl:relcl Advcl; dislocated, orphan, reparandum and
// goeswith are Dep.
const (
	Dep          Relation = iota // dep: none of the others
	Root                         // root: depends on no token
	Nsubj                        // nsubj: subject
	NsubjPass                    // nsubj:pass: subject of a passive
	Csubj                        // csubj: clause as subject
	Obj                          // obj: object
	Iobj                         // iobj: indirect object
	Obl                          // obl: noun that modifies a verb or adjective (by Iran, in May)
	OblUnmarked                  // obl:unmarked: the same without a preposition (on foot, last year)
	Nmod                         // nmod: noun that modifies a noun (of Iran)
	NmodPoss                     // nmod:poss: possessor
	NmodDesc                     // nmod:desc: title or description before a name
	NmodUnmarked                 // nmod:unmarked: noun that modifies a noun without a preposition
	Amod                         // amod: adjective
	Nummod                       // nummod: number
	Compound                     // compound: noun before a noun
	CompoundPrt                  // compound:prt: particle of a verb
	Flat                         // flat: further word of a name
	Fixed                        // fixed: further word of a fixed phrase (because of)
	Appos                        // appos: apposition
	Acl                          // acl: clause that modifies a noun (fighters trained in Sudan)
	AclRelcl                     // acl:relcl: relative clause
	Advcl                        // advcl: adverbial clause
	Advmod                       // advmod: adverb
	Xcomp                        // xcomp: clause that shares the subject of its head
	Ccomp                        // ccomp: clause as object
	Parataxis                    // parataxis: clause beside a clause (he said)
	Conj                         // conj: further member of a coordination
	CC                           // cc: coordinating conjunction
	Aux                          // aux: auxiliary
	AuxPass                      // aux:pass: auxiliary of a passive
	Cop                          // cop: to be before a predicate
	Case                         // case: preposition or possessive 's
	Mark                         // mark: subordinating conjunction, to before an infinitive
	Det                          // det: determiner
	Expl                         // expl: there, it without meaning
	Discourse                    // discourse: interjection
	Vocative                     // vocative: who is spoken to
	List                         // list: item of a list
	Punct                        // punct: punctuation
	relationCount
)

func relationNames() [relationCount]string {
	return [relationCount]string{
		Dep: "dep", Root: "root", Nsubj: "nsubj", NsubjPass: "nsubj:pass", Csubj: "csubj", Obj: "obj", Iobj: "iobj",
		Obl: "obl", OblUnmarked: "obl:unmarked", Nmod: "nmod", NmodPoss: "nmod:poss", NmodDesc: "nmod:desc",
		NmodUnmarked: "nmod:unmarked", Amod: "amod", Nummod: "nummod", Compound: "compound", CompoundPrt: "compound:prt",
		Flat: "flat", Fixed: "fixed", Appos: "appos", Acl: "acl", AclRelcl: "acl:relcl", Advcl: "advcl", Advmod: "advmod",
		Xcomp: "xcomp", Ccomp: "ccomp", Parataxis: "parataxis", Conj: "conj", CC: "cc", Aux: "aux", AuxPass: "aux:pass",
		Cop: "cop", Case: "case", Mark: "mark", Det: "det", Expl: "expl", Discourse: "discourse", Vocative: "vocative",
		List: "list", Punct: "punct",
	}
}

// String returns the relation as Universal Dependencies writes it
// (nsubj:pass); it is empty for values that are no relation.
func (r Relation) String() string {
	if r >= relationCount {
		return ""
	}
	names := relationNames()
	return names[r]
}

// ParseRelation returns the relation that Universal Dependencies writes as s,
// and whether there is one. A relation with an unknown ending behind a colon
// is the relation before the colon.
func ParseRelation(s string) (Relation, bool) {
	for r, name := range relationNames() {
		if name == s {
			return Relation(r), true
		}
	}
	for i := range len(s) {
		if s[i] == ':' {
			return ParseRelation(s[:i])
		}
	}
	switch s {
	case "dislocated", "orphan", "reparandum", "goeswith", "clf":
		return Dep, true
	}
	return Dep, false
}
