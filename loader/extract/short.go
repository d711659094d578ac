package extract

import (
	"maps"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// shortNames lets a surname alone stand for the one person of the dictionary whom the article names in full, before or
// behind: "Graham", "Wang". Two persons of one surname leave it open.
func (d *document) shortNames(sentences []*sentence) {
	full := map[string]*actors.Entry{}
	shared := map[string]bool{}
	family := map[string]map[string]*actors.Entry{} // by surname and first name
	named := map[*actors.Entry]bool{}               // in full
	inFull := bearers{}
	for _, s := range sentences {
		for _, n := range s.names {
			person, words := n.person(), s.words[n.first:n.last]
			if person == nil && n.shape != graph.Person || len(words) < 2 {
				continue
			}
			inFull.named(person, words)
			surname := d.surname(person, words)
			if known, ok := full[surname]; ok && known != person {
				shared[surname] = true
			}
			full[surname], named[person] = person, true
			if person != nil && surname != words[0] {
				if family[surname] == nil {
					family[surname] = map[string]*actors.Entry{}
				}
				family[surname][words[0]] = person
			}
		}
	}
	for surname := range shared {
		delete(full, surname)
	}
	d.keepApart(sentences, full, named, inFull)
	firsts := map[string]*actors.Entry{}
	for _, surname := range slices.Sorted(maps.Keys(shared)) {
		d.firstNames(firsts, family[surname])
	}
	for _, s := range sentences {
		s.nameFirst(full)
		for i := range s.names {
			n := &s.names[i]
			if n.last-n.first != 1 || n.shape != "" {
				continue
			}
			person := firsts[s.words[n.first]]
			if other := n.person(); person == nil || n.known() && (other == nil || named[other]) {
				person = full[s.words[n.first]]
				if n.known() {
					continue
				}
			}
			if person != nil {
				n.senses = []actors.Sense{{Entry: person, Form: actors.Name}}
			}
		}
	}
}

// firstNames lets the first name alone stand for one of several persons of a surname, whom an article tells apart so: "Bashir", "Amin"
// behind Bashir and Amin Gemayel.
func (d *document) firstNames(firsts, family map[string]*actors.Entry) {
	for _, first := range slices.Sorted(maps.Keys(family)) {
		if len(first) > 3 && d.reader.given.has(first) {
			firsts[first] = family[first]
		}
	}
}

// nameFirst makes a name of a surname that begins the sentence, whose capital alone does not tell it.
func (s *sentence) nameFirst(surnames map[string]*actors.Entry) {
	if len(s.words) < 2 || surnames[s.words[0]] == nil || s.nameAt(0) != nil || s.doc.lowers(strings.ToLower(s.words[0])) || s.capitalised(1) {
		return
	}
	s.tag()
	s.tokens[0].Tag = text.NNP
	s.names = append([]name{{first: 0, last: 1}}, s.names...)
	s.indexNames()
}

// person gives the person whom the name means, or nil where it may mean another entity.
func (n name) person() *actors.Entry {
	var person *actors.Entry
	for _, sense := range n.senses {
		if person != nil && sense.Entry != person || sense.Entry.Type != graph.Person {
			return nil
		}
		person = sense.Entry
	}
	return person
}

// surname picks the word of a full name that stands alone later: the last one, or the first one where the family comes
// first.
func (d *document) surname(person *actors.Entry, words []string) string {
	if person != nil && d.reader.classes.has("family_first", strings.ToLower(string(person.Country))) {
		return words[0]
	}
	return words[len(words)-1]
}

// shortForm resolves "the Guard", "the operations room" to the one body named before that ends so: "Republican Guard".
func (d *document) shortForm(s *sentence, g *group) []ref {
	if !g.definite || g.head-g.first < 1 || len(g.names) > 0 || g.possessor != nil || s.organisation(g.head) == "" && !d.reader.classes.has("rebels", g.lemma) {
		return nil
	}
	if !s.capitalised(g.head) && (g.lemma == "army" || d.reader.classes.has("place", g.lemma)) {
		return nil // a state's army, a front line
	}
	var found graph.ID
	at := -1
	for m := range d.back(s, descriptionReach) {
		if at >= 0 && m.sentence != at {
			break // of two the nearer
		}
		for _, r := range m.refs {
			e := d.entity(r.id)
			short := s.lower[g.first+1 : g.head+1]
			if !shortens(short, e.Name) && (!s.capitalised(g.head) || !headOfName(short, e.Name) && !d.shortensAlias(short, r.id)) {
				continue
			}
			if found != "" && found != r.id {
				return nil
			}
			found, at = r.id, m.sentence
		}
	}
	if found == "" {
		return nil
	}
	return []ref{{id: found, group: g, percent: sureDefinite, force: armed(d.entity(found).Type)}}
}

// shortens reports whether the words begin the longer name or end it, where what they end is no phrase in it: "the war" is not short for
// the Institute for the Study of War.
func shortens(short []string, full string) bool {
	words := strings.Fields(strings.ToLower(full))
	before := len(words) - len(short)
	if before <= 0 {
		return false
	}
	if slices.Equal(words[:len(short)], short) {
		return true
	}
	return slices.Equal(words[before:], short) && !slices.Contains(words[:before], "for") && !slices.Contains(words[:before], "of")
}

// headOfName reports whether the words are what a longer name has before its "of": "the Union" of the Popular Union of Zxyab.
func headOfName(short []string, full string) bool {
	head, _, ok := strings.Cut(strings.ToLower(full), " of ")
	return ok && strings.HasSuffix(" "+head, " "+strings.Join(short, " "))
}

// shortensAlias reports whether the words end one of the other names that the dictionary has: "the Guards" of the Revolutionary Guards.
func (d *document) shortensAlias(short []string, id graph.ID) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	return ok && slices.ContainsFunc(entry.Aliases, func(a graph.Alias) bool {
		words := strings.Fields(strings.ToLower(a.Name))
		return len(words) > len(short) && slices.Equal(words[len(words)-len(short):], short)
	})
}
