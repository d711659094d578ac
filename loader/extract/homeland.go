package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
)

// untold gives what the article is about for the end that a sentence leaves out, where its title names a country: in a profile of
// Chad "French rule ended" is rule over Chad, and "Libya invaded" tells of Chad. Where the words go on to tell of a place or of
// anybody, they mean those.
func (s *sentence) untold(anchor *group, guard string) []ref {
	about := s.doc.subject
	if about == "" || !s.doc.profile() && (s.title || !s.doc.onForces && !s.doc.onRelations()) || s.isHeading() {
		return nil
	}
	for _, list := range [][]argument{anchor.args, anchor.after} {
		for _, a := range list {
			switch a.prep {
			case "of", "over", "on", "against", "in", "to", "into", "from", "for", "with", "at", "near", "across":
				if a.noun.lemma != "date" && (a.prep != "in" || len(a.noun.place) > 0 || len(a.noun.names) > 0 && !s.isWar(a.noun.head)) {
					return nil
				}
			}
		}
	}
	if anchor.kind == verbKind && (anchor.object != nil && len(anchor.object.place)+len(anchor.object.names) > 0 || anchor.passive) {
		return nil
	}
	r := ref{id: about, group: anchor, percent: sureDefinite, implied: true}
	if guard != "place" {
		return []ref{r}
	}
	land, ok := s.doc.reader.dictionary.Territory(about)
	if !ok {
		return nil
	}
	r.id = land.ID
	return []ref{r}
}

// profile reports whether the title is a country's name and no more, as in handbooks.
func (d *document) profile() bool {
	title := d.sentences[0]
	return len(title.names) == 1 && title.names[0].last-title.names[0].first == len(title.tokens)
}

// homeGround resolves "the territory", "the area", "the colony" in a handbook's entry or in the history of a country to the land of
// that country, where no region is named near by that they may mean.
func (s *sentence) homeGround(g *group) []ref {
	switch g.lemma {
	case "territory", "area", "colony", "region", "protectorate", "island":
	default:
		return nil
	}
	about := s.doc.subject
	if about == "" || s.title && (s.isHeading() || !s.doc.profile()) || g.plural || len(g.names) > 0 || !s.anaphoric(g) || g.head != g.first+1 || !s.doc.profile() && !s.doc.chronicle() || slices.Contains(s.actingStates(g), about) {
		return nil
	}
	for m := range s.doc.back(s, 1) {
		for _, r := range m.places {
			if s.doc.isSite(r.id, "region,province,island") && !s.isTerritory(r) {
				return nil
			}
		}
	}
	land, ok := s.doc.reader.dictionary.Territory(about)
	if !ok || g.lemma == "island" && !s.doc.isSite(land.ID, "island") {
		return nil
	}
	return []ref{{id: land.ID, group: g, percent: sureDefinite}}
}

// chronicle reports whether the title says that the article is the history of a country.
func (d *document) chronicle() bool { return slices.Contains(d.sentences[0].lower, "history") }

// visiting reports whether the actor is a coalition that a state leads or a mission of an alliance, whose country in the dictionary
// is where it serves and not where it is at home.
func (d *document) visiting(id graph.ID) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	if !ok {
		return false
	}
	if entry.Type == graph.Coalition && strings.Contains(entry.Name, "-led ") {
		return true
	}
	whole, ok := d.reader.dictionary.Entry(entry.PartOf)
	return ok && whole.Type == graph.Organisation && whole.Country == ""
}

// mayBeHome reports whether what the article is about may be the end that the words leave out: its subject, or nobody, does what the
// clause tells.
func (s *sentence) mayBeHome(g *group) bool {
	v := g.verb
	if g.kind == verbKind || v == nil || v.subject == nil || v.subject == g {
		return true
	}
	return !slices.ContainsFunc(v.subject.actor, func(r ref) bool { return r.id != s.doc.subject })
}
