package export

import (
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
)

// redact replaces the private people of a subgraph who are named as speakers: persons in no dictionary who stand at the
// end of no tie. They become "Person 1", "Person 2", ..., so that each still counts as a source of its own, and wherever
// a sentence, a title or a publisher has their name, low lines stand in its place, as many as it has bytes: offsets stay
// right. Of an address that has it, its host is left. It gives what hides them in other texts, too.
func redact(g graph.Subgraph) (_ graph.Subgraph, hide func(string) string) {
	ends := map[graph.ID]bool{}
	var private []graph.ID
	for _, s := range g.Statements {
		ends[s.Subject], ends[s.Object] = true, true
	}
	for _, s := range g.Statements {
		e, known := g.Entity(s.Speaker)
		if s.Speaker != "" && !s.Speaker.Listed() && !ends[s.Speaker] && (!known || e.Type == graph.Person) {
			private = append(private, s.Speaker)
		}
	}
	slices.Sort(private)
	private = slices.Compact(private)
	if len(private) == 0 {
		return g, func(text string) string { return text }
	}
	stands, names := map[graph.ID]graph.ID{}, hiddenNames{}
	for i, id := range private {
		stands[id] = graph.UnknownID(fmt.Sprintf("Person %d", i+1), "")
		names.add(g.Name(id))
		names.add(id.Name())
		if e, known := g.Entity(id); known {
			for _, alias := range e.Aliases {
				names.add(alias.Name)
			}
		}
	}
	return withoutNames(g, stands, names), names.hide
}

// hiddenNames are names of persons, each word by word in small letters, by their first words.
type hiddenNames map[string][][]string

// add takes a name: the whole of it, and its last word.
func (n hiddenNames) add(name string) {
	var words []string
	for span := range wordsOf(name) {
		words = append(words, strings.ToLower(name[span[0]:span[1]]))
	}
	for _, words := range [][]string{words, words[max(0, len(words)-1):]} {
		if len(words) > 0 && (len(words) > 1 || utf8.RuneCountInString(words[0]) > 2) {
			n[words[0]] = append(n[words[0]], words)
		}
	}
}

// wordsOf gives the spans of the words of a text: letters, digits and marks.
func wordsOf(text string) iter.Seq[graph.Span] {
	return func(yield func(graph.Span) bool) {
		start := -1
		for i, r := range text + " " {
			switch inside := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r); {
			case inside && start < 0:
				start = i
			case !inside && start >= 0:
				if !yield(graph.Span{start, i}) {
					return
				}
				start = -1
			}
		}
	}
}

// hide puts low lines in place of the names: whole ones however they are written, and last words that begin with a
// capital.
func (n hiddenNames) hide(text string) string {
	hidden := []byte(text)
	spans := slices.Collect(wordsOf(text))
	word := func(i int) string { return text[spans[i][0]:spans[i][1]] }
	for i := range spans {
		for _, name := range n[strings.ToLower(word(i))] {
			if first, _ := utf8.DecodeRuneInString(word(i)); len(name) == 1 && unicode.IsLower(first) || i+len(name) > len(spans) {
				continue
			}
			same := true
			for k := range name {
				same = same && strings.ToLower(word(i+k)) == name[k]
			}
			for at := spans[i][0]; same && at < spans[i+len(name)-1][1]; at++ {
				hidden[at] = '_'
			}
		}
	}
	return string(hidden)
}

// address leaves the host of an address that has a name: cut in the middle it would lead nowhere.
func (n hiddenNames) address(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if words := strings.ToUpper(u.Path + " " + u.RawQuery + " " + u.Fragment); n.hide(words) == words {
		return address
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/"}).String()
}

// id hides the names in that of a publisher.
func (n hiddenNames) id(id graph.ID) graph.ID {
	if name := id.Name(); n.hide(name) != name {
		return graph.UnknownID(n.hide(name), "")
	}
	return id
}

func withoutNames(g graph.Subgraph, stands map[graph.ID]graph.ID, names hiddenNames) graph.Subgraph {
	out := graph.Subgraph{Outlets: slices.Clone(g.Outlets)}
	for i := range out.Outlets {
		o := &out.Outlets[i]
		o.ID, o.Name, o.Owner = names.id(o.ID), names.hide(o.Name), names.hide(o.Owner)
	}
	for _, e := range g.Entities {
		if stand, ok := stands[e.ID]; ok {
			e = graph.Entity{ID: stand, Name: stand.Name(), Type: graph.Person}
		}
		out.Entities = append(out.Entities, e)
	}
	for _, a := range g.Articles {
		a.Archive, a.FirstPublisher = names.address(a.Archive), names.id(a.FirstPublisher)
		a.Appearances = slices.Clone(a.Appearances)
		for i := range a.Appearances {
			p := &a.Appearances[i]
			p.Title, p.Publisher, p.URL = names.hide(p.Title), names.hide(p.Publisher), names.address(p.URL)
		}
		out.Articles = append(out.Articles, a)
	}
	for _, s := range g.Statements {
		if stand, ok := stands[s.Speaker]; ok {
			s.Speaker = stand
		}
		s.Citations = slices.Clone(s.Citations)
		for i := range s.Citations {
			s.Citations[i].Sentence = names.hide(s.Citations[i].Sentence)
		}
		out.Statements = append(out.Statements, s)
	}
	out.Normalize()
	return out
}
