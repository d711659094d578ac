package extract

import (
	"iter"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// document is what the reader knows of the article that it is in: who was named, who leads what, which country it is
// about.
type document struct {
	reader *Reader
	arena  *arena
	source graph.Document
	text   string // of the source, with blanks for what is markup
	day    string // of publication, YYYY-MM-DD, or empty
	era    string // of an undated text, a day in the middle of the time that it tells of, or empty

	lowered    strings.Builder   // of words with capitals, in lower case
	sentences  []*sentence       // all, those not yet read without groups
	loud       map[string]bool   // surnames that stand in capitals behind a first name
	focus      graph.ID          // the country that most names belong to
	kin        map[graph.ID]bool // what the persons and the units that it names belong to
	named      map[graph.ID]bool // whom it names anywhere
	votes      map[graph.ID]int  // how many names belong to each country
	entities   map[graph.ID]graph.Entity
	uprising   uprising              // the rebels of a country that the article names anywhere
	factious   int8                  // whether its war is one of many groups: 1, -1 for no, 0 before anybody asked
	sole       *graph.ID             // the only armed group of its country that it names, and that was at war there; nil before anybody asked
	sporting   int8                  // whether it tells of sports: 1, -1 for no, 0 before anybody asked
	introduced map[string]graph.ID   // new names, and acronyms that the article explains
	shorter    map[string]string     // a new name by which the article calls what another new name names
	leaders    map[graph.ID]graph.ID // person, what the article says that he leads
	members    map[graph.ID]graph.ID // person, what the article says that he belongs to
	mouths     map[graph.ID]graph.ID // spokesman, for whom the article says that he speaks
	officer    map[graph.ID]bool     // who was called by a military rank
	offices    map[string][]graph.ID // who was called by an office
	epithets   map[string][]graph.ID // who was described by a word: "a militia"
	history    []mention
	asides     []mention // bodies named inside noun groups that stand for nobody: "Houthi targets"
	couple     couple
	districts  map[graph.ID]bool // new places that the text calls districts
	abreast    []ref             // the places that the text named last side by side
	abreastIn  int               // the sentence that did
	subject    graph.ID          // the state that the title names, or nothing
	onForces   bool              // the title is of the armed forces of the subject
	partners   [2]graph.ID       // two states on whose relations the article is, or none
	town       graph.ID          // that the title names, or nothing
	theme      graph.ID          // the body or person that an article of reference is about, or nothing
	told       string            // the year that the text told last, in an article about a person
	// deployments: a heading said that what follows tells where a country's soldiers are.
	deployments bool
	box         *box   // the infobox that the sentence stands in, or nil
	roll        *roll  // the list of members that the sentence stands in, or nil
	deeds       []deed // in the order in which the text tells of them
	campaign    campaign
	outrage     outrage // told of last
	candidates  []candidate
	traced      bool // which rules mended tags is wanted
	skims       bool // only ties are wanted: sentences in which nobody can be meant are passed over
}

// mention is a noun group that was resolved, for the pronouns behind it.
type mention struct {
	sentence int
	first    int // its first token
	refs     []ref
	places   []ref
	plural   bool
	people   bool // of a name in the plural: "the Houthis"
	lemma    string
	role     string
	verb     *group
	owns     bool        // the possessor of another noun group
	beside   bool        // only tells where something else is, "south of Homs", or where one talks
	unknown  pronounSort // of a noun that nobody is known for, what stands for it
	body     []ref       // whose leader the noun is
}

// How many sentences back a pronoun and a description may reach.
const (
	pronounReach     = 3
	descriptionReach = 8
)

// date is the article's date for the dictionary.
func (d *document) date() graph.Valid { return graph.Valid(d.day) }

// entity gives what is known of an entity.
func (d *document) entity(id graph.ID) graph.Entity {
	if e, ok := d.entities[id]; ok {
		return e
	}
	if entry, ok := d.reader.dictionary.Entry(id); ok {
		return entry.Entity
	}
	return graph.Entity{ID: id, Name: id.Name()}
}

// led gives what a person leads, by the article's word or the dictionary's.
func (d *document) led(person graph.ID) graph.ID {
	if person == d.theme && d.told != "" {
		if id, ok := d.ledThen(person); ok {
			return id
		}
	}
	if id, ok := d.leaders[person]; ok {
		return id
	}
	for _, date := range []string{d.when(), d.day} {
		if ids := d.reader.dictionary.LedBy(person, graph.Valid(date)); len(ids) > 0 {
			return ids[0]
		}
	}
	return ""
}

// commands remembers that a person leads an armed group by the article's word, where the dictionary knows him as its leader and as a
// head of state, of another time: behind "Roe's Eagles Front", "Roe's forces" are that.
func (d *document) commands(person, body graph.ID) {
	if t := d.entity(body).Type; (t == graph.ArmedGroup || t == graph.Militia) && d.isState(d.led(person)) && slices.Contains(d.reader.dictionary.LedBy(person, ""), body) {
		d.leaders[person] = body
	}
}

// belongs gives what a person belongs to, for "his forces", by the article's word or the dictionary's.
func (d *document) belongs(person graph.ID) graph.ID {
	if id, ok := d.members[person]; ok {
		return id
	}
	if entry, ok := d.reader.dictionary.Entry(person); ok {
		for _, m := range entry.MemberOf {
			if d.day == "" || m.When.Covers(d.day) {
				return m.ID
			}
		}
	}
	return ""
}

// office lets heads of state stand for their states, which is what they do when they send weapons or wage war; not the rebels whom a
// later head of state led.
func (d *document) office(refs []ref) []ref {
	return each(refs, func(r ref) ref {
		if d.entity(r.id).Type == graph.Person && !r.former && !(r.group != nil && d.reader.classes.has("rebels", r.group.lemma)) {
			if led := d.led(r.id); led != "" && d.entity(led).IsState {
				r.id = led
				r = r.less(surePossessor)
			}
		}
		return r
	})
}

// actsForState reports whether a head of state does such a thing for the state.
func actsForState(r graph.Relation) bool {
	return r != graph.Leads && r != graph.MemberOf
}

// introduce makes an entity of a new name, or finds the one that the article already introduced under it.
func (d *document) introduce(s *sentence, g *group, n *name) (ref, bool) {
	words := s.text(n.first, n.last)
	if n.shape == graph.Person {
		words = s.personName(n)
	}
	if id, ok := d.introduced[words]; ok {
		return ref{id: id, group: g, percent: sureNewName, force: armed(d.entity(id).Type)}, true
	}
	if id, ok := d.spelledOut(words); ok {
		d.introduced[words] = id
		return ref{id: id, group: g, percent: sureNewName, force: armed(d.entity(id).Type)}, true
	}
	if full, ok := d.shorter[words]; ok {
		words = full
		if id, ok := d.introduced[words]; ok {
			return ref{id: id, group: g, percent: sureNewName, force: armed(d.entity(id).Type)}, true
		}
	}
	shape := n.shape
	grouped := d.reader.classes.has("grouping", g.lemma) && s.headName(g) != n
	switch {
	case shape == "" && n.first > 0 && (s.titled(n.first - 1)) && s.headName(g) == n:
		shape = graph.Person
	case shape == "" && n.last-n.first > 1 && s.hasOffice(g) && s.mayBePerson(n):
		shape = graph.Person
	case grouped && strings.ContainsAny(words, "0123456789") && s.designation(&group{first: n.first, head: n.last - 1}) != "":
		return ref{}, false // "F-16 fighters"
	case shape == "" && grouped && !d.reader.adjectiveLike(words):
		shape = graph.ArmedGroup
	case !shape.Known() || shape == graph.Place:
		return ref{}, false
	}
	id := graph.UnknownID(words, d.homeOf(n, shape).Name())
	d.entities[id] = graph.Entity{ID: id, Name: strings.Join(strings.Fields(words), " "), Type: shape, Country: d.homeOf(n, shape)}
	d.introduced[words] = id
	if shape == graph.Person && n.last-n.first > 1 {
		surname := s.words[n.last-1]
		if _, taken := d.introduced[surname]; !taken {
			d.introduced[surname] = id
		}
	}
	return ref{id: id, group: g, percent: sureNewName, force: armed(shape)}, true
}

// hasOffice reports whether an apposition gives the noun group an office: "John Roe, the minister of defence".
func (s *sentence) hasOffice(g *group) bool {
	for _, a := range g.apposed {
		if s.doc.reader.classes.any(a.lemma, "leader", "member") {
			return true
		}
	}
	return false
}

// adjectiveLike tells words that are capitalised but name nobody: "Islamist", "Marxist-Leninist", "West African".
func (r *Reader) adjectiveLike(words string) bool {
	if first, rest, ok := strings.Cut(words, " "); ok && rest == "African" && isDirection(strings.ToLower(first)) {
		return true
	}
	for _, word := range strings.FieldsFunc(words, func(c rune) bool { return c == ' ' || c == '-' }) {
		if !r.adjectiveEnding(word) {
			return false
		}
	}
	return true
}

func (r *Reader) adjectiveEnding(word string) bool {
	word = strings.ToLower(word)
	if r.classes.has("folk", word) {
		return true
	}
	for _, ending := range []string{"ist", "ists", "ic", "ish", "ian", "ite", "ese", "i"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// homeOf is the country that keeps a new name apart from its namesakes. Persons have none, since articles rarely say.
func (d *document) homeOf(n *name, shape graph.EntityType) graph.ID {
	if n.home != "" || shape == graph.Person {
		return n.home
	}
	return d.focus
}

// collective makes "the Syrian rebels" of an adjective and a word for rebels.
func (d *document) collective(state *actors.Entry, word string, g *group) ref {
	adjective := state.Name
	if len(state.Adjectives) > 0 {
		adjective = state.Adjectives[0]
	}
	word = strings.ToLower(word)
	if lemma := text.Lemma(word, text.NNS); lemma != "opposition" && lemma != "resistance" && lemma != "insurgency" {
		word = lemma + "s"
	}
	if strings.HasPrefix(word, "mujah") {
		word = "mujahideen"
	}
	fullName := adjective + " " + word
	for _, sense := range d.lookup(fullName) {
		if t := sense.Entry.Type; !sense.Entry.IsState && (t == graph.Coalition || t == graph.ArmedGroup) {
			d.introduced["rebels "+word] = sense.Entry.ID
			return ref{id: sense.Entry.ID, group: g, percent: sureCollective, force: true}
		}
	}
	id := graph.UnknownID(fullName, "")
	d.entities[id] = graph.Entity{ID: id, Name: fullName, Type: graph.ArmedGroup, Country: state.ID}
	d.introduced["rebels "+word] = id
	return ref{id: id, group: g, percent: sureCollective, force: true}
}

// side makes an armed group of a description that the article uses as the name of one side.
func (d *document) side(description string, g *group) ref {
	id := graph.UnknownID(description, d.focus.Name())
	d.entities[id] = graph.Entity{ID: id, Name: description, Type: graph.ArmedGroup, Country: d.focus}
	return ref{id: id, group: g, percent: sureCollective, force: true}
}

// coalition resolves "the coalition" to the one that the article named last, or to the only one that wars.csv has in a war
// of the country in focus, or else to the only one that wages war on somebody in his own country whom the article names.
func (d *document) coalition(g *group) []ref {
	for i := len(d.history) - 1; i >= 0; i-- {
		if refs := d.history[i].refs; len(refs) == 1 && d.entity(refs[0].id).Type == graph.Coalition {
			return []ref{{id: refs[0].id, group: g, percent: sureDefinite, force: true}}
		}
	}
	only := d.expedition(func(war actors.War, _ []actors.Dated) bool {
		return d.focus != "" && slices.Contains(war.Countries, d.focus) && war.When().Covers(d.day)
	})
	if only == "" {
		only = d.expedition(func(war actors.War, foes []actors.Dated) bool {
			return slices.ContainsFunc(foes, func(foe actors.Dated) bool {
				e, ok := d.reader.dictionary.Entry(foe.ID)
				atHome := func(country graph.ID) bool { return slices.Contains(e.Countries, country) }
				return ok && d.named[foe.ID] && !e.IsState && slices.ContainsFunc(war.Countries, atHome)
			})
		})
	}
	if only == "" {
		return nil
	}
	return []ref{{id: only, group: g, percent: sureCollective, force: true}}
}

// expedition gives the only coalition of states that wars.csv has in a war of the kind, or nothing.
func (d *document) expedition(fits func(war actors.War, foes []actors.Dated) bool) graph.ID {
	var only graph.ID
	for _, war := range d.reader.wars {
		for _, sides := range bothWays(war) {
			for _, side := range sides[0] {
				if !d.reader.expeditions[side.ID] || !fits(war, sides[1]) {
					continue
				}
				if only != "" && only != side.ID {
					return ""
				}
				only = side.ID
			}
		}
	}
	return only
}

// listExpeditions lists the coalitions of states in wars.csv.
func (r *Reader) listExpeditions() {
	r.expeditions = map[graph.ID]bool{}
	for _, war := range r.wars {
		for _, side := range slices.Concat(war.SideA, war.SideB) {
			if e, ok := r.dictionary.Entry(side.ID); ok && expeditionary(e.Entity) {
				r.expeditions[side.ID] = true
			}
		}
	}
}

// expeditionary reports whether the entity is a coalition of states that wages a war abroad.
func expeditionary(e graph.Entity) bool {
	return e.Type == graph.Coalition && (strings.Contains(e.Name, "-led coalition") || strings.HasSuffix(e.Name, "Assistance Force"))
}

// coalitionUnder resolves "the coalition led by Saudi Arabia" to the Saudi-led coalition.
func (s *sentence) coalitionUnder(g *group) []ref {
	if g.lemma != "coalition" {
		return nil
	}
	k := g.index + 1
	if k < len(s.groups) && s.groups[k].kind == commaKind {
		k++
	}
	if k+2 >= len(s.groups) || s.groups[k].lemma != "lead" || s.groups[k+1].lemma != "by" || s.groups[k+2].kind != nounKind {
		return nil
	}
	n := s.headName(s.groups[k+2])
	if n == nil || !n.known() {
		return nil
	}
	for _, adjective := range append(slices.Clone(n.senses[0].Entry.Adjectives), n.senses[0].Entry.Name) {
		for _, sense := range s.doc.reader.dictionary.Lookup(adjective + "-led coalition") {
			if sense.Entry.Type == graph.Coalition {
				return []ref{{id: sense.Entry.ID, group: g, percent: sureDefinite, force: true}}
			}
		}
	}
	return nil
}

// focusState resolves "the government", "the army" to the state that the article is about.
func (d *document) focusState(g *group, force bool) []ref {
	if d.focus == "" {
		return nil
	}
	return []ref{{id: d.focus, group: g, percent: sureDefinite, force: force}}
}

// foreigners resolves "foreign fighters" to the nationals that the article spoke of last.
func (d *document) foreigners(s *sentence, g *group) []ref {
	for m := range d.back(s, descriptionReach) {
		for _, r := range m.refs {
			if r.nationals {
				return []ref{{id: r.id, group: g, nationals: true, force: true, percent: sureDefinite}}
			}
		}
	}
	return nil
}

// owns marks the mention before as that of the owner of the subject, who is nearly as salient as one: "Roe's army ... he".
func (d *document) owns(g *group) {
	last := len(d.history) - 1
	if last < 0 {
		return
	}
	d.history[last].owns = true
	if g.role == "subj" {
		d.history[last].role = "owner"
	}
}

// lookBack is how many mentions back the text is searched at most, however long its sentences are.
const lookBack = 200

// back gives the mentions of at most so many sentences before, the last one first.
func (d *document) back(s *sentence, reach int) iter.Seq[mention] {
	return func(yield func(mention) bool) {
		for i := len(d.history) - 1; i >= max(0, len(d.history)-lookBack) && s.index-d.history[i].sentence <= reach; i-- {
			if !yield(d.history[i]) {
				return
			}
		}
	}
}

// remember adds a resolved noun group to the history, and an acronym that it explains to the names.
func (d *document) remember(s *sentence, g *group) {
	s.sideBySide(g)
	s.rebelsCalled(g)
	if len(g.actor) > 0 && g.actor[0].deed || s.onlyDescribes(g) {
		return // "they" behind somebody's strikes are not he
	}
	if g.pronoun && (len(g.actor) == 0 || g.lemma != "it" && (g.role != "subj" || sortOf(g.lemma) != onePerson)) {
		return
	}
	if len(g.actor)+len(g.place) == 0 {
		s.namedAside(g)
		if sort := s.unknownSort(g); sort != noPronoun {
			d.history = append(d.history, mention{sentence: s.index, first: g.first, lemma: g.lemma, role: g.role, verb: g.verb, unknown: sort, body: s.headed(g)})
		}
		return
	}
	role := ""
	if g.verb != nil {
		role = g.role
	}
	places := g.place
	if s.seated(g) {
		places = nil
	}
	d.history = append(d.history, mention{
		sentence: s.index, first: g.first, refs: g.actor, places: places, plural: g.plural || s.many(g), lemma: g.lemma, role: role,
		verb: g.verb, beside: g.prep == "away_from" || s.hostsTalks(g), people: s.namesPeople(g),
	})
	d.incumbents(s, g)
	s.explain(g)
}

// headed gives the body without a state whose leader the noun group is, "the leader of the M23", "the M23 commander", or nothing.
func (s *sentence) headed(g *group) []ref {
	if g.plural || !s.doc.reader.classes.has("leader", g.lemma) {
		return nil
	}
	if g.possessor != nil {
		return s.admit(g.possessor.actor, "armed")
	}
	for _, of := range s.roleGroups("of", g) {
		s.resolveGroup(of)
		return s.admit(of.actor, "armed")
	}
	return s.admit(s.modifiers(g, "actor"), "armed")
}

// rememberList adds the subjects that a list names together to the history, for "they".
func (d *document) rememberList(s *sentence, g *group) {
	if g.role != "subj" || g.verb == nil || len(g.actor) < 2 {
		return
	}
	for _, part := range g.conjuncts {
		if len(part.actor) == 0 {
			return
		}
	}
	d.history = append(d.history, mention{sentence: s.index, first: g.first, refs: g.actor, plural: true, lemma: g.lemma, role: g.role, verb: g.verb})
}

func sortedKeys[V any](m map[graph.ID]V) []graph.ID {
	keys := make([]graph.ID, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
