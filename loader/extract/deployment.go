package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// matchDeployments: under the heading "Military deployments" of a country's profile, numbers of soldiers with the places
// where they are, "390 Lebanon (UNIFIL); up to 200 Mali", or "maintains 90 troops in Chad": they are the country's.
func (s *sentence) matchDeployments() {
	d := s.doc
	if s.isHeading() {
		d.deployments = s.lower[len(s.lower)-1] == "deployments"
		if s.index > 0 && d.subject != "" && d.profile() {
			d.onForces = s.lower[0] == "military" // "Military - note"
		}
		return
	}
	f := d.reader.frames.owners["deployments"]
	subject, ok := d.subjectState()
	inline := len(s.lower) > 3 && s.lower[1] == "deployments" && s.lower[2] == ":"
	if !d.deployments && !inline || !ok || f == nil || len(s.groups) == 0 {
		return
	}
	by := ref{id: subject, group: s.groups[0], implied: true, force: true, percent: surePossessor}
	counted, told := false, false
	for _, g := range s.groups {
		switch {
		case g.kind == stopKind:
			counted, told = false, false
		case g.kind == verbKind && g.finite && g.copula && g.subject != nil && g.subject.index < g.index && len(g.subject.names) > 0:
			told = true // "note: Chad was part of the force"
		case g.kind != nounKind || told:
		default:
			for i := g.first; i < g.last; i++ {
				if _, year := s.year(i); s.tokens[i].Tag == text.CD && !year {
					counted = true
				}
			}
			if counted = counted || s.doc.reader.classes.has("force", g.lemma); counted && len(g.place) > 0 {
				for i := range g.place {
					g.place[i].group = s.placeWords(g.place[i].group)
				}
				alone := *g
				alone.verb, alone.role = nil, "" // "estimated 3,000 Mali" is no doubt
				s.note(trigger{frame: f}, &alone, span{s.placeWords(g).first, s.placeWords(g).last}, []ref{by}, g.place, &alone)
			}
		}
	}
}

// matchStation: "Russia's Hmeimim air base", whose owner has forces there where it lies in another country.
func (s *sentence) matchStation(g *group) {
	f, n := s.doc.reader.frames.owners["station"], s.headName(g)
	if f == nil || len(g.place) != 1 || n == nil && !s.doc.reader.classes.has("foothold", g.lemma) || s.precededBy(g, "refugee", "displacement", "displaced") {
		return
	}
	if entry, ok := s.doc.reader.dictionary.Entry(g.place[0].id); !ok || entry.Kind != "base" && entry.Kind != "camp" && entry.Kind != "airport" {
		return
	}
	owners := s.modifiers(g, "actor")
	if g.possessor != nil {
		owners = s.guarded(g.possessor, "actor")
	}
	s.note(trigger{frame: f, presupposed: true}, g, span{g.head, g.head + 1}, owners, g.place, g)
}

// isHeading reports whether the sentence is a short line of words without a stop, as headings are.
func (s *sentence) isHeading() bool {
	n := len(s.tokens)
	return s.title && n > 0 && n < 8 && s.capitalised(0) && s.tokens[n-1].Tag != text.CloseBracket
}

// placeWords cuts a noun group down to the name of its place.
func (s *sentence) placeWords(g *group) *group {
	if n := s.headName(g); n != nil {
		return &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: g.index}
	}
	return g
}

// subjectState gives the state that the document is about: the one that its title names, or else the one in focus.
func (d *document) subjectState() (id graph.ID, ok bool) {
	if d.subject != "" {
		return d.subject, true
	}
	return d.focus, d.focus != ""
}

// entitled gives the state that a title is about: "Chad", "Armed Forces of Chad", "History of Chad", or nothing.
func (s *sentence) entitled() graph.ID {
	if len(s.names) != 1 {
		return ""
	}
	n := s.names[0]
	for i, word := range s.lower {
		if (i < n.first || i >= n.last) && !s.doc.reader.classes.has("profile", word) {
			return ""
		}
	}
	whole := n.last-n.first == len(s.tokens)
	for _, sense := range n.senses {
		if e := sense.Entry; e.IsState && (sense.Form == actors.Name || !whole && sense.Form == actors.Adjective) {
			return e.ID
		} else if e.Type == graph.Military && e.Country != "" && slices.ContainsFunc(e.Parents, func(d actors.Dated) bool { return d.ID == e.Country }) {
			return e.Country // "Central African Armed Forces"
		}
	}
	return ""
}

// aerial tells the words for what strikes a place from the air.
func aerial(lemma string) bool {
	switch lemma {
	case "warplane", "jet", "plane", "aircraft", "drone", "helicopter", "bomber", "gunship", "fighter_jet":
		return true
	}
	return false
}

// standGuard reports whether soldiers are sent to do what shows that they went: "sent troops to fight in X", "to defend X".
func (s *sentence) standGuard(v *group) bool {
	switch v.lemma {
	case "fight", "defend", "protect", "guard", "garrison", "patrol":
		return s.sentThere(v)
	}
	return false
}

// sentThere reports whether soldiers are sent to do what the infinitive tells: "sent troops to fight in X".
func (s *sentence) sentThere(v *group) bool {
	up := v.governor
	return v.infinitive && up != nil && v.link == toLink && s.doc.reader.classes.has("dispatch", up.lemma) && up.object != nil && s.doc.reader.classes.has("force", up.object.lemma)
}
