package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// placeOf gives the places that a noun group stands for: by its name, by what its words say of another place, or by the text before.
func (s *sentence) placeOf(g *group) []ref {
	classes := s.doc.reader.classes
	if n := s.headName(g); n != nil {
		if r, ok := s.placeNamed(g, n); ok {
			return []ref{r}
		}
		return nil
	}
	if g.pronoun {
		if refs := s.placesHeld(g); refs != nil {
			return refs
		}
		if g.lemma == "it" && s.ground(g) {
			return s.groundOf(g)
		}
	}
	if !classes.any(g.lemma, "place", "quantity", "site") && !country(g.lemma) && g.lemma != "colony" {
		return nil
	}
	if g.lemma == "capital" && (g.of != nil || g.possessor != nil && s.headName(g.possessor) != nil) {
		return s.capitalOf(g)
	}
	if refs := s.firstAnswer(g, (*sentence).borderOf, (*sentence).namedPart); refs != nil {
		return refs
	}
	if s.partOfIt(g) {
		return s.site(g.of)
	}
	if g.of != nil {
		return s.partOfPlace(g)
	}
	if !classes.any(g.lemma, "place", "site") && !isOutskirts(g.lemma) {
		return nil
	}
	if part := s.quarterOf(g); part != nil {
		return part
	}
	if refs, settled := s.namedBeforeWord(g); settled {
		return refs
	}
	return s.firstAnswer(g, (*sentence).territory, (*sentence).renamedPlace, (*sentence).samePlace, (*sentence).site)
}

// groundOf resolves an "it" that is fought over: "it was shelled", "they took it".
func (s *sentence) groundOf(it *group) []ref {
	if it.role == "subj" && it.verb.passive {
		return s.placeTopic(it)
	}
	return s.site(it)
}

// partOfPlace resolves a part of what "of" names: "the town of Goma", "most of the city".
func (s *sentence) partOfPlace(g *group) []ref {
	var refs []ref
	for _, r := range g.of.place {
		if s.doc.reader.classes.has("place", g.lemma) || s.headName(r.group) == nil {
			r.group = g
		}
		refs = append(refs, s.doc.regionOf(r, g.lemma))
	}
	return refs
}

// namedBeforeWord resolves a word for a place by the name that leads to it: "Goma airport", "the Darfur region".
func (s *sentence) namedBeforeWord(g *group) (refs []ref, settled bool) {
	for _, k := range slices.Backward(g.names) {
		n := &s.names[k]
		if n.adjectival() || n.has(actors.Adjective) && s.doc.reader.classes.has("armypost", g.lemma) || !s.leadsTo(n, g.head) {
			continue // "a US base" may stand anywhere
		}
		if g.lemma == "capital" && n.last <= g.head && s.isPlaceName(n) && !s.doc.isSite(n.senses[0].Entry.ID, "city,town") {
			return nil, true // "the South Darfur capital" is not South Darfur
		}
		if r, ok := s.placeNamed(g, n); ok {
			return []ref{r}, true
		}
	}
	return nil, false
}

// quarterOf gives the town of which the noun group names a part: "Aleppo's eastern districts". What a country has is its own
// only on the map: "Ukraine's south", but not "Russia's base".
func (s *sentence) quarterOf(g *group) []ref {
	if g.possessor == nil || s.headName(g.possessor) == nil {
		return nil
	}
	var refs []ref
	for _, r := range g.possessor.place {
		if s.isTerritory(r) && !isQuarter(g.lemma) {
			if !g.plural || g.head < 1 || !strings.HasSuffix(s.lower[g.head-1], "ern") {
				return nil
			}
			return []ref{{id: r.id, group: g, percent: r.percent}} // "Kenya's northeastern counties"
		}
		r.group = g
		refs = append(refs, s.doc.regionOf(r, g.lemma))
	}
	return refs
}

// isOutskirts tells the words for the edge of a town, which is a part of it.
func isOutskirts(word string) bool {
	switch word {
	case "outskirts", "outskirt", "suburb", "environs", "periphery", "fringe":
		return true
	}
	return false
}

// isQuarter tells the words for a part of a country's land.
func isQuarter(word string) bool {
	switch word {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "centre", "center", "coast", "coastline", "countryside", "mainland":
		return true
	}
	return false
}

// leadsTo reports whether nothing but words for places stands between the name and the head: "the Atmeh border crossing".
func (s *sentence) leadsTo(n *name, head int) bool {
	for i := n.last; i < head; i++ {
		if !s.doc.reader.classes.has("place", s.lower[i]) && !(i < head && runsPlace(s.lower[i])) {
			return false
		}
	}
	return n.last <= head+1
}

// townsHit reports whether the noun group tells of a state's towns that are under fire: "shelled Ukrainian villages".
func (s *sentence) townsHit(g *group) bool {
	if !g.plural || g.verb == nil || len(g.names) != 1 || g.of != nil {
		return false
	}
	switch g.lemma {
	case "town", "village", "city", "settlement":
	default:
		return false
	}
	frames := s.doc.reader.frames
	return g.role == "obj" && frames.calledBy(g.verb.lemma, "attacked.verb") || (g.role == "at" || g.role == "on") && frames.calledBy(g.verb.lemma, "attacked.launch") && g.verb.object != nil && s.doc.reader.classes.has("fired", g.verb.object.lemma)
}

// territory resolves "Honduran territory", "Georgian soil" to the land of the state.
func (s *sentence) territory(g *group) []ref {
	if g.lemma != "territory" && g.lemma != "soil" && !s.townsHit(g) && (g.lemma != "front" || g.possessor != nil || g.plural) {
		return nil
	}
	for _, owner := range []*group{g.possessor, g.pronominal} {
		if owner == nil || len(owner.actor) != 1 || !s.wholly(g, owner) {
			continue // "its western-most territory" is part of it
		}
		if t, ok := s.doc.reader.dictionary.Territory(owner.actor[0].id); ok && s.doc.isState(owner.actor[0].id) {
			return []ref{{id: t.ID, group: g, percent: surePossessor}}
		}
	}
	for _, k := range g.names {
		if side := s.sideOf(g, &s.names[k]); side != nil {
			return side
		}
		for _, sense := range s.names[k].senses {
			if t, ok := s.doc.reader.dictionary.Territory(sense.Entry.ID); ok && sense.Entry.IsState {
				land := ref{id: t.ID, group: g, percent: sureName}
				if first := s.names[k].first; first > g.first {
					land = s.doc.regionOf(land, s.lower[first-1])
				}
				return []ref{land}
			}
		}
	}
	return nil
}

// sideOf resolves "eastern Syrian territory" to eastern Syria.
func (s *sentence) sideOf(g *group, n *name) []ref {
	if !n.known() || !n.senses[0].Entry.IsState || n.first == g.first || !n.adjectival() {
		return nil
	}
	direction := s.lower[n.first-1]
	if !isDirection(strings.TrimSuffix(direction, "ern")) && !isDirection(direction) {
		return nil
	}
	for _, sense := range s.doc.lookup(direction + " " + n.senses[0].Entry.Name) {
		if sense.Entry.IsPlace() {
			return []ref{{id: sense.Entry.ID, group: g, percent: surePossessor}}
		}
	}
	return nil
}

// wholly reports whether nothing stands between the owner and the territory that would make it a part of his.
func (s *sentence) wholly(g, owner *group) bool {
	for i := owner.last; i < g.head; i++ {
		if s.tokens[i].Tag != text.POS && s.lower[i] != "own" && s.lower[i] != "sovereign" && s.lower[i] != "national" {
			return false
		}
	}
	return true
}

// renamedPlace gives the places that the noun group renames: "Sirte and Tarhouna, cities captured by".
func (s *sentence) renamedPlace(g *group) []ref {
	if g.index < 2 || s.groups[g.index] != g {
		return nil
	}
	before := s.groups[g.index-2]
	if s.groups[g.index-1].kind != commaKind || before.kind != nounKind || !slices.Contains(before.apposed, g) {
		return nil
	}
	return before.place
}

// placeHeld gives the place of "the rebel-held fortress of X", which stands behind it.
func (s *sentence) placeHeld(g *group) []ref {
	if g.of != nil && len(g.of.place) > 0 {
		return g.of.place
	}
	for _, a := range g.after {
		if (a.prep == "of" || a.prep == "in" || a.prep == "around" || a.prep == "at") && len(a.noun.place) > 0 {
			return a.noun.place
		}
	}
	return s.divided(g)
}

// land reports whether the name is that of a place or of a state, whose land it may mean.
func (s *sentence) land(n *name) bool {
	return n.known() && (s.isPlaceName(n) || n.senses[0].Entry.IsState && !n.adjectival())
}

func (s *sentence) isPlaceName(n *name) bool {
	return n.known() && n.senses[0].Entry.IsPlace()
}

// isPlaceOrState reports whether the head of the noun group is a place's or a state's name.
func (s *sentence) isPlaceOrState(g *group) bool {
	n := s.headName(g)
	return n != nil && s.land(n)
}

// placeNamed resolves a name to a place.
func (s *sentence) placeNamed(g *group, n *name) (ref, bool) {
	if n.last < len(s.tokens) && s.lower[n.last] == "of" && s.lower[n.last-1] == "gulf" {
		return ref{}, false // "the Gulf of X" is not the Gulf
	}
	for _, sense := range s.doc.ranked(n.senses) {
		switch {
		case sense.Entry.IsPlace():
			return ref{id: sense.Entry.ID, group: g, percent: sureName}, true
		case sense.Entry.IsState && sense.Form == actors.Name:
			if t, ok := s.doc.reader.dictionary.Territory(sense.Entry.ID); ok {
				return ref{id: t.ID, group: g, percent: sureName}, true
			}
		}
	}
	if n.known() || n.shape != "" && n.shape != graph.Place && n.shape != graph.Person {
		return ref{}, false
	}
	return s.doc.newPlace(s, g, n)
}

// newPlace makes a place of a new name that stands where a place must.
func (d *document) newPlace(s *sentence, g *group, n *name) (ref, bool) {
	words := s.text(n.first, n.last)
	if g.head >= n.last && n.last-n.first == 1 && s.doc.reader.classes.has("folk", s.lower[n.first]) {
		return ref{}, false // "the Hausa north"
	}
	if id, ok := d.introduced["place "+words]; ok {
		return ref{id: id, group: g, percent: sureNewName}, true
	}
	if d.introduced[words] != "" || isAcronym(words) || s.onlyLandscape(n) || s.floats(n) || s.happens(n) {
		return ref{}, false
	}
	near := g.of == nil && !s.ownsPlace(n) && (d.reader.classes.has("place", g.lemma) || s.afterPlaceWord(n)) || s.besidePlace(n)
	near = near || n.shape == graph.Place || n.last-n.first > 1 && opensLandscape(s.lower[n.first])
	locative := isLocative(g.prep) || n.first > 0 && (s.lower[n.first-1] == "in" || s.lower[n.first-1] == "near")
	if !near && !locative && !(g.head == n.last-1 && n.shape != graph.Person && s.assailed(g)) {
		return ref{}, false
	}
	r := d.makePlace(s, g, n)
	if s.ofDistrict(n) {
		if d.districts == nil {
			d.districts = map[graph.ID]bool{}
		}
		d.districts[r.id] = true
	}
	return r, true
}

// happens reports whether the name is that of a war, an operation or an exercise, which is nowhere to be sent to.
func (s *sentence) happens(n *name) bool {
	return s.isWar(n.last-1) || s.lower[n.first] == "exercise" || s.lower[n.first] == "operation"
}

// onlyLandscape reports whether the name is made of words for places alone, and so part of a longer one: "Ocean".
func (s *sentence) onlyLandscape(n *name) bool {
	for i := n.first; i < n.last; i++ {
		switch s.lower[i] {
		case "ocean", "sea", "strait", "gulf", "range", "bay", "canal", "straits", "peninsula":
		default:
			if !s.doc.reader.classes.has("place", text.Lemma(s.lower[i], text.NNS)) {
				return false
			}
		}
	}
	return true
}

// opensLandscape tells the words that begin the names of mountains, hills, wells and the like: "Mount Barsaya", "Hassi Beida".
func opensLandscape(word string) bool {
	switch word {
	case "mount", "monte", "cerro", "isla", "puerto", "porto", "cape", "jabal", "jebel", "tal", "tel", "tell", "fort", "wadi", "lake", "kafr", "deir", "khan", "umm", "hill", "camp", "ain",
		"point", "checkpoint", "djebel", "oued", "ayn", "sidi", "bandar", "nahr", "hassi", "bir", "beni", "bani", "beit", "bayt", "dayr", "khirbet", "khirbat", "ras", "qasr", "nizhny", "stary", "velyka", "gornji", "donji":
		return true
	}
	return false
}

// isLocative tells prepositions behind which a new name is that of a place.
func isLocative(prep string) bool {
	switch prep {
	case "in", "at", "near", "into", "inside", "outside", "around", "towards":
		return true
	}
	return false
}

// afterPlaceWord reports whether the name stands behind "the town of", or beside "airport".
func (s *sentence) afterPlaceWord(n *name) bool {
	classes := s.doc.reader.classes
	if n.first >= 2 && s.lower[n.first-1] == "of" && classes.has("place", s.lemma(n.first-2)) {
		return true
	}
	if n.first >= 1 && classes.has("place", s.lower[n.first-1]) {
		return true
	}
	if s.ownsPlace(n) {
		return false
	}
	return classes.has("place", s.lower[n.last-1]) || n.last < len(s.words) && classes.has("place", s.lower[n.last])
}

// ownsPlace reports whether the name tells whose place it is that "of" names: "the Tiger stronghold of Kilinochchi".
func (s *sentence) ownsPlace(n *name) bool {
	return n.last+2 < len(s.words) && s.lower[n.last+1] == "of" && s.nameAt(n.last+2) != nil && s.doc.reader.classes.has("place", s.lower[n.last])
}

// besidePlace reports whether the name goes on a list of places: "the villages of Zitan and Humayra".
func (s *sentence) besidePlace(n *name) bool {
	for n.shape != graph.Person && n.first > 1 && (s.lower[n.first-1] == "and" || s.lower[n.first-1] == ",") {
		before := s.nameBefore(n.first - 1)
		if before == nil || !slices.ContainsFunc(s.groups, func(g *group) bool {
			return g.kind == nounKind && g.first <= before.first && n.last <= g.last
		}) {
			return false
		}
		if before.known() {
			return before.senses[0].Entry.IsPlace()
		}
		if before.shape == graph.Place || s.afterPlaceWord(before) || before.first > 0 && isLocative(s.lower[before.first-1]) {
			return true
		}
		n = before
	}
	return false
}

// homeland reports whether a state would be said to hold, leave or be sent to its own territory, or to be part of its own
// army, which says nothing; nor is a border attacked, on which things only happen.
func (s *sentence) homeland(relation graph.Relation, subject, object graph.ID) bool {
	if relation == graph.Attacked && (isBorder(object) || s.doc.water(object)) {
		return true // what is attacked at a river or at sea is not the water
	}
	if relation == graph.MemberOf {
		e := s.doc.entity(object)
		return e.Country == subject && (e.Type == graph.Military || e.Type == graph.Unit)
	}
	if row, ok := relation.Row(); !ok || !row.ObjectIsPlace {
		return false
	}
	if graph.ID(strings.TrimSuffix(string(subject), "_(government)")) == object && relation == graph.Attacked {
		return true
	}
	if relation == graph.Controls {
		if own := s.doc.stateOf(subject); own != "" {
			subject = own // who ruled his country leads it
		}
	}
	t, ok := s.doc.reader.dictionary.Territory(subject)
	return ok && t.ID == object
}

// holding gives who holds the place that a noun group names, by its words: "the Houthi-held town", "an IS stronghold".
func (s *sentence) holding(g *group, guard string) []ref {
	for i := range g.compounds {
		switch c := &g.compounds[i]; c.word {
		case "held", "controlled", "occupied", "ruled":
			if n := s.nameOf(span{c.left, c.leftEnd}); n != nil {
				return s.nameRefs(g, n, guard)
			}
			lemma := s.lemma(c.left)
			at := &group{kind: nounKind, first: c.left, last: c.leftEnd, head: c.left, lemma: lemma, index: g.index}
			at.plural, at.definite = true, true
			return s.admit(s.described(at, s.doc.reader.classes.any(lemma, "rebels", "force"), s.doc.reader.classes.has("government", lemma)), guard)
		}
	}
	if refs := s.garrison(g, guard); refs != nil {
		return refs
	}
	switch g.lemma {
	case "stronghold", "bastion", "redoubt", "heartland":
		if refs := s.modifiers(g, guard); len(refs) > 0 {
			return refs
		}
		if g.possessor != nil {
			return s.admit(g.possessor.actor, guard)
		}
	}
	return nil
}

// locative reports whether the preposition says where troops are.
func locative(prep string) bool { return prep == "in" || prep == "at" || prep == "inside" }

// there gives the adverb behind the anchor that stands for a place which one of the slots asks for: "keeps troops there".
func (s *sentence) there(slots []slot, anchor *group) *group {
	if anchor.index+1 >= len(s.groups) {
		return nil
	}
	asked := false
	for _, sl := range slots {
		asked = asked || sl.guard == "place" && sl.inner == "" && (sl.role == "in" || sl.role == "to")
	}
	if asked && anchor.kind == verbKind {
		if place := s.where(anchor); place != nil {
			return place
		}
	}
	for k := anchor.index + 1; asked && k < len(s.groups) && k < anchor.index+4; k++ {
		switch g := s.groups[k]; g.kind {
		case adverbKind:
			if len(g.place) > 0 {
				return g
			}
		case nounKind:
			if g != anchor.object {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// where gives the place that the clause of the verb describes: "in Mali, where Russia has troops".
func (s *sentence) where(v *group) *group {
	for k := v.index - 1; k > 0 && k > v.index-6; k-- {
		switch g := s.groups[k]; g.kind {
		case relKind:
			if k > 0 && s.groups[k-1].lemma == "from" {
				return nil // "in the forest, from where it raids convoys"
			}
			if of := s.antecedent(k); g.lemma == "where" && of != nil && len(of.place) > 0 {
				return of
			}
			return nil
		case nounKind, adverbKind:
		default:
			return nil
		}
	}
	return nil
}
