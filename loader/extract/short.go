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
	d.keepApart(sentences, full, named)
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
					d.takeBack(sentences, n, s.words[n.first], inFull)
					continue
				}
			}
			if person != nil {
				n.senses = []actors.Sense{{Entry: person, Form: actors.Name}}
			}
		}
	}
}

// keepApart keeps a name alone from meaning somebody whom the article never names in full, where it names another of that
// name so: "Kabila" behind Laurent Kabila, "Sharif" behind a Sharif Ahmed whom the dictionary lacks.
func (d *document) keepApart(sentences []*sentence, full map[string]*actors.Entry, named map[*actors.Entry]bool) {
	first := map[string]name{}
	of := map[string]string{} // the full name, by its first word
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			word := s.words[n.first]
			if n.last-n.first > 1 {
				if _, ok := of[word]; !ok && (n.person() != nil || n.shape == graph.Person) {
					first[word], of[word] = *n, s.text(n.first, n.last)
				}
				continue
			}
			if !n.known() || slices.ContainsFunc(n.senses, func(s actors.Sense) bool { return s.Entry.Type != graph.Person }) {
				continue
			}
			var meant []actors.Sense
			for _, sense := range n.senses {
				if named[sense.Entry] {
					meant = append(meant, sense)
				}
			}
			person, isSurname := full[word]
			switch longer, ok := first[word]; {
			case len(meant) > 0:
				n.senses = meant
			case isSurname && person != nil && bears(person, word):
				n.senses = []actors.Sense{{Entry: person, Form: actors.Name}}
			case isSurname || !ok:
			case longer.known():
				n.senses = longer.senses
			default:
				n.senses, n.shape = nil, graph.Person
				d.shorter[word] = of[word]
			}
		}
	}
}

// bears reports whether the dictionary has the word for the person at any time.
func bears(person *actors.Entry, word string) bool {
	return slices.ContainsFunc(person.Aliases, func(a graph.Alias) bool { return a.Name == word })
}

// firstNames lets the first name alone stand for one of several persons of a surname, whom an article tells apart so: "Bashir", "Amin"
// behind Bashir and Amin Gemayel.
func (d *document) firstNames(firsts, family map[string]*actors.Entry) {
	for _, first := range slices.Sorted(maps.Keys(family)) {
		if len(first) > 3 && d.reader.given[first] {
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
