package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
)

// candidate is a tie that a frame found, before it is known whether the article bears it out.
type candidate struct {
	frame           *frame
	subject, object ref
	subjectEnd      span // tokens
	objectEnd       span
	trigger         span
	kinds           []graph.Kind
	qualifier       qualifier
	valid           graph.Valid
	percent         int
	sentence        *sentence
}

// span is a half-open range of tokens.
type span struct{ first, last int }

// emit fills a frame's slots at the anchor and notes the candidates.
func (s *sentence) emit(t trigger, anchor *group, at span, qualified *group) {
	subject, subjectSlot := s.fill(t.frame.subject, anchor)
	var object filler
	var objectSlot slot
	if subject.group != nil {
		object, objectSlot = s.fillObject(t.frame, anchor, subject)
	} else if object, objectSlot = s.fill(t.frame.object, anchor); object.group != nil {
		subject = s.spokenFor(t.frame, anchor)
		if t.frame.relation == graph.Leads {
			subject = s.heads(t.frame, anchor)
		}
	}
	switch r := t.frame.relation; {
	case r == graph.MemberOf || r == graph.Leads || r == graph.DeployedTo || r == graph.WithdrewFrom:
	case object.group != nil && subject.group == nil:
		subject, subjectSlot = s.expectedBodies(t, t.frame.subject, anchor)
	case object.group == nil && subject.group != nil:
		object, objectSlot = s.expectedBodies(t, t.frame.object, anchor)
	}
	if subject.group == nil || object.group == nil || t.frame.relation == graph.Fights && s.accidental(anchor) {
		return
	}
	if subject.group == object.group && subjectSlot.role == "subj" && objectSlot.role == "subj" && s.nobody(subject.group) {
		return // "neither A nor B would join an alliance"
	}
	if subject.group == object.group && subjectSlot.role == "subj" && objectSlot.role == "subj" {
		s.noteSides(t, anchor, at, apart(subject.refs)) // "A and B formed a coalition"
		return
	}
	if subject.group == object.group {
		s.emitBetween(t, anchor, at, subject, objectSlot)
		return
	}
	if v := anchor.verb; subjectSlot.role == "waging" && v != nil && anchor.role != "obj" && s.doc.reader.classes.has("laud", v.lemma) {
		return
	}
	if v := anchor.verb; (subjectSlot.role == "waging" || subjectSlot.role == "vsubj") && v != nil && anchor.role != "obj" && !s.intended(anchor) && !s.doc.reader.classes.has("brace", v.lemma) && !s.nearing(anchor) {
		qualified = v // "did not take part in the war"
	}
	if subjectSlot.role == "poss" && objectSlot.role == "mod" && isPossessive(s.lower[anchor.first]) && t.frame.relation != graph.MemberOf {
		return
	}
	if subjectSlot.role == "punishing" {
		qualified = s.punishment(anchor)
	}
	subject.refs = s.inWhoseName(t.frame, anchor, subjectSlot, subject.refs, object.refs)
	object.refs = s.landMeant(t.frame.relation, anchor, subject, object, objectSlot)
	if g := object.group; t.frame.relation == graph.Fights && (objectSlot.role == "poss" || objectSlot.inner == "poss") && g.first+1 < len(s.lower) && s.lower[g.first+1] == "own" {
		return // "fights its own insurgency"
	}
	t.blamed = t.blamed || subjectSlot.role == "blamed" || subjectSlot.inner == "blamed"
	s.note(t, anchor, at, subject.refs, object.refs, qualified)
}

// intended reports whether a noun for what is not yet done stands before the noun group: "plans for an assault".
func (s *sentence) intended(g *group) bool {
	over := s.nounBefore(g)
	return over != nil && s.intention(over)
}

// emitCompound: "Turkey-backed forces", "Houthi-held Sanaa", "anti-Assad rebels".
func (s *sentence) emitCompound(t trigger, g *group, c *compound) {
	t.presupposed = true
	left := s.compoundRefs(g, c, t.frame)
	whole := filler{g, nil}
	side := t.frame.object
	if slices.ContainsFunc(t.frame.subject, func(sl slot) bool { return sl.role == "head" }) {
		side = t.frame.subject
	}
	for _, sl := range side {
		if sl.role == "head" {
			whole.refs = s.guarded(g, sl.guard)
			if len(whole.refs) == 0 && sl.guard == "place" {
				whole.refs = s.placeHeld(g)
			}
		}
	}
	if s.headName(g) == nil && side[0].guard != "place" {
		if named := s.admit(s.namedBeside(g), "actor"); named != nil {
			whole.refs = named
		}
		if len(whole.refs) == 0 && s.mayHoldOffice(g) {
			for _, holder := range s.holders(g) { // "the Russian-backed leader of X, Roe,"
				whole.refs = append(whole.refs, s.admit(holder.actor, "person")...)
			}
		}
	}
	if len(whole.refs) == 0 && s.headName(g) == nil {
		whole.refs = s.othersBefore(g) // "X and other Iran-backed factions"
	}
	if body := s.bodyOfOfficer(g, c); body != nil {
		whole.refs = s.nameRefs(g, body, "actor")
	}
	if of := g.of; of != nil && len(of.conjuncts) > 1 { // of "trained soldiers of A and B troops" the troops are others
		last := of.conjuncts[len(of.conjuncts)-1]
		if s.doc.reader.classes.has("force", last.lemma) && s.headName(of.conjuncts[0]) != nil {
			whole.refs = slices.DeleteFunc(slices.Clone(whole.refs), func(r ref) bool {
				return slices.ContainsFunc(last.actor, func(b ref) bool { return b.id == r.id })
			})
		}
	}
	if len(left) == 0 || len(whole.refs) == 0 {
		return
	}
	at := span{c.at, c.at + 1}
	if len(t.frame.subject) > 0 && t.frame.subject[0].role == "head" {
		s.note(t, g, at, whole.refs, left, g)
		return
	}
	s.note(t, g, at, left, whole.refs, g)
}

// compoundRefs resolves the left half of a compound: a name, or a word such as "rebel" in "rebel-held".
func (s *sentence) compoundRefs(g *group, c *compound, f *frame) []ref {
	guard := "actor"
	for _, sl := range slices.Concat(f.subject, f.object) {
		if sl.role == "mod" {
			guard = sl.guard
		}
	}
	if n := s.nameOf(span{c.left, c.leftEnd}); n != nil {
		return s.nameRefs(g, n, guard)
	}
	if n := s.nameBefore(c.left); n != nil && s.doc.reader.classes.any(s.lemma(c.left), "government", "force") {
		return s.nameRefs(g, n, guard) // "the US government-backed X"
	}
	lemma := s.lemma(c.left)
	at := &group{kind: nounKind, first: c.left, last: c.leftEnd, head: c.left, lemma: lemma, index: g.index}
	at.plural, at.definite = true, true
	force := s.doc.reader.classes.any(lemma, "rebels", "force")
	return s.admit(s.described(at, force, s.doc.reader.classes.has("government", lemma)), guard)
}

// note keeps the candidates of all pairs of two ends.
func (s *sentence) note(t trigger, anchor *group, at span, subjects, objects []ref, qualified *group) {
	q := s.told(t, anchor, qualified)
	if q.void || s.leavesUntold(t.frame, anchor, q) {
		return
	}
	if t.blamed {
		q.allege(graph.Claimed)
	}
	s.leaveOpen(subjects, objects, &q)
	if t.presupposed && q.polarity == graph.Affirmed {
		q.speaker, q.via = "", ""
	}
	kinds, valid := s.kindsOf(t, anchor), s.entryDate
	if at.first == anchor.head {
		valid = cmp.Or(s.when(anchor), valid)
	}
	acting, others := s.doc.opposed(t.frame, subjects, objects)
	if t.frame.relation == graph.Backs && (s.risen(objects) || s.raises(anchor)) {
		others = objects // who "seized power with X's help" is no state yet
	}
	subjects, objects = acting, others
	if t.frame.relation == graph.Backs && (selfsame(subjects, objects) || s.eitherSide(anchor)) || t.frame.relation == graph.MemberOf && selfsame(subjects, objects) {
		return // "tanks supplied by A and B" does not say to whom, "a coalition comprising A and B" has no name
	}
	c := candidate{frame: t.frame, trigger: at, kinds: kinds, qualifier: q, sentence: s, valid: valid}
	s.noteTies(c, t.spun, anchor, subjects, objects)
}

// noteTie notes the candidate for a tie of its two ends, unless the words tell of none between these two. The objects are all that the slot has.
func (s *sentence) noteTie(c candidate, spun bool, anchor *group, objects []ref) {
	f := c.frame
	if s.atOne(f, c.subject, c.object) || s.doc.inSport(c.subject, c.object) || s.inWords(f, anchor, c.subject, c.object) || s.onlyLinked(f, c.subject, c.object) || s.deedOnly(f, c.subject, c.object) || s.onlySupplied(f, c.subject) || s.culprits(anchor, c.subject) || f.relation == graph.Backs && s.noGift(anchor, c.qualifier, c.object) {
		return
	}
	if f.relation == graph.Leads {
		if c.frame, c.object = s.leading(f, anchor, c.subject, c.object, objects); c.frame == nil {
			return
		}
	} else if s.offTarget(f, anchor, c.object) || f.relation == graph.Backs && s.onlyArrives(anchor, c.object, c.kinds) {
		return
	}
	if c.frame.relation == graph.MemberOf {
		if s.crowd(c.subject) || s.soldiery(c.subject) || s.ownBody(c.subject, c.object) {
			return
		}
		s.doc.members[c.subject.id] = c.object.id
	}
	c.percent = c.frame.percent * c.subject.percent / 100 * c.object.percent / 100
	if spun {
		c.percent = c.percent * spunPercent / 100
	}
	c.qualifier.contested = s.doc.denier(c.qualifier.contested, c.subject.id)
	if c.qualifier.contested != "" && !c.qualifier.charged {
		s.confine(&c.qualifier, anchor, c.subject.id)
	}
	c.kinds = s.kindsOwn(c.kinds, c.subject)
	c.subjectEnd, c.objectEnd = s.endSpan(c.subject), s.endSpan(c.object)
	s.doc.candidates = append(s.doc.candidates, c)
	s.contest(c.qualifier)
}

// risen reports whether the one that the words name is a person who takes power in their clause.
func (s *sentence) risen(refs []ref) bool {
	if len(refs) != 1 || s.doc.entity(refs[0].id).Type != graph.Person {
		return false
	}
	v := refs[0].group.verb
	return v != nil && v.kind == verbKind && v.subject == refs[0].group && s.seizes(v)
}

// raises reports whether the verb tells that it took somebody to power, who was no state before: "helped him to power".
func (s *sentence) raises(v *group) bool {
	return v.kind == verbKind && slices.ContainsFunc(s.argumentsOf(v, "to"), func(to *group) bool {
		return to.lemma == "power" || to.lemma == "throne" || to.lemma == "presidency"
	})
}

// told is stance, with what is laid to somebody, settled or supposed elsewhere in the sentence.
func (s *sentence) told(t trigger, anchor, qualified *group) qualifier {
	q := s.stance(t, anchor, qualified)
	if q.polarity == graph.Affirmed && !t.presupposed {
		if v := s.accuserOf(s.deedWith(anchor)); v != nil {
			q.allege(graph.Claimed)
			q.speaker = s.speakerOf(v)
		}
	}
	if q.contested != "" && t.frame.relation == graph.DeployedTo && s.settled(anchor) {
		q = s.aside(anchor)
		q.contested = ""
	}
	s.supposes(anchor, &q)
	return q
}

// stance tells how the text stands to a tie that the frame finds at the anchor.
func (s *sentence) stance(t trigger, anchor, qualified *group) qualifier {
	var q qualifier
	f := t.frame
	switch {
	case t.presupposed:
		q = s.aside(qualified)
	case anchor.kind == nounKind && (f.relation == graph.Leads || f.relation == graph.MemberOf) && !s.doc.reader.frames.calls(f, anchor.lemma):
		q = s.qualifyOffice(anchor)
	case f.standing || f.relation == graph.DeployedTo && s.targeted(qualified):
		q = s.standing(qualified)
	default:
		if q = s.qualify(qualified); anchor.kind == nounKind {
			s.underClause(qualified, &q)
		}
	}
	if anchor.kind == verbKind {
		s.intends(f, anchor, &q)
		if f.relation == graph.AlliedWith && anchor.passive && s.doc.reader.classes.has("implicate", anchor.lemma) && slices.Contains(s.lower[anchor.first:anchor.last], "been") {
			q.allege(graph.Suspected) // "has been linked to the group"
		}
	}
	if !t.presupposed {
		s.keepDistance(anchor, &q)
	}
	switch f.stance {
	case "":
	case string(graph.Denied):
		q.deny()
	default:
		q.allege(graph.Modality(f.stance))
		s.takenFor(anchor, &q)
	}
	if f.presumes {
		presume(&q)
	}
	if f.relation == graph.Backs && q.polarity == graph.Denied && anchor.kind == verbKind && s.doc.reader.classes.has("demand", anchor.lemma) {
		q.void = true // who did not ask for help may have got it
	}
	if anchor.kind == nounKind && q.polarity == graph.Affirmed && (s.opensWith(anchor, "neither") || s.opensWith(anchor, "nor")) {
		q.deny() // "is neither Russia's ally nor its enemy"
	}
	return q
}

// acting puts in the place of the ends those for whom they act in the relation: states for their heads and their armies.
func (d *document) acting(f *frame, subjects, objects []ref) (actors, others []ref) {
	if actsForState(f.relation) {
		subjects, objects = d.ministries(subjects), d.ministries(objects)
		if len(f.subject) == 0 || f.subject[0].guard != "person" {
			subjects = d.office(subjects)
		}
		if row, _ := f.relation.Row(); row.ObjectIsPlace {
			subjects = d.officers(d.reigning(subjects))
		} else if !f.personal() {
			objects = d.office(objects)
		}
	}
	switch f.relation {
	case graph.MemberOf:
		if f.rule == "member_of.verb" && !slices.ContainsFunc(objects, func(r ref) bool { return d.entity(r.id).Type == graph.Party }) {
			subjects = d.office(subjects) // a head of state who joins an alliance does so for the state
		}
	case graph.Leads:
	default:
		subjects, objects = d.armies(subjects), d.armies(objects)
	}
	return subjects, objects
}

// compatriots reports whether two persons of one country are set against each other, neither of whom is its state then: "Huerta
// overthrew President Madero", "Carranza fought Villa".
func (d *document) compatriots(f *frame, subjects, objects []ref) bool {
	switch f.relation {
	case graph.Fights, graph.Opposes, graph.AlliedWith:
	default:
		return false
	}
	if len(subjects) != 1 || len(objects) != 1 {
		return false
	}
	a, b := d.entity(subjects[0].id), d.entity(objects[0].id)
	return a.Type == graph.Person && b.Type == graph.Person && a.Country != "" && a.Country == b.Country
}

// opposed is acting, but leaves two of one country that it would make one and the same, a head of state and his predecessor or a
// rebel and the state that he led later, what the text calls them.
func (d *document) opposed(f *frame, subjects, objects []ref) (actors, others []ref) {
	actors, others = d.acting(f, subjects, objects)
	if d.compatriots(f, subjects, objects) {
		return subjects, objects
	}
	if len(actors) != 1 || len(others) != 1 || actors[0].id != others[0].id || len(subjects) != 1 || len(objects) != 1 {
		return actors, others
	}
	person := func(r ref) bool { return d.entity(r.id).Type == graph.Person }
	both := person(subjects[0]) && person(objects[0])
	hostile := f.relation == graph.Fights || f.relation == graph.Opposes
	if both || hostile && (person(subjects[0]) || person(objects[0])) {
		return subjects, objects
	}
	return actors, others
}

// onlyArrives reports whether troops are sent to a state, which tells where they go and not whom they help, unless the
// sentence says so.
func (s *sentence) onlyArrives(v *group, object ref, kinds []graph.Kind) bool {
	if purpose := s.purposeOf(v); v.kind == verbKind && purpose != nil && s.aimsElsewhere(purpose, object) {
		return true
	}
	if v.kind != verbKind || len(kinds) != 1 || kinds[0] != graph.Troops || !s.doc.entity(object.id).IsState || lends(v.lemma) {
		return false
	}
	prep := object.group.prep
	for _, a := range v.args {
		if slices.Contains(a.noun.conjuncts, object.group) {
			prep = a.prep
		}
	}
	if prep != "to" && prep != "into" {
		return false
	}
	for _, g := range s.groups {
		if g.kind == verbKind && g.governor == v && g.infinitive && s.doc.reader.classes.any(g.lemma, "help", "defend") && !s.ownCause(g.object) {
			return false
		}
	}
	return !s.toAid(v)
}

// spunPercent is what a synonym that only paraphrased text uses takes off.
const spunPercent = 85

func (s *sentence) qualify(g *group) qualifier {
	if g.kind == verbKind {
		return s.qualifyVerb(g)
	}
	return s.qualifyNoun(g)
}

// endSpan gives the tokens that name an end: none where it is implied. A noun group is cut down to its own words,
// without what "of" adds.
func (s *sentence) endSpan(r ref) span {
	g := r.group
	if r.implied {
		return span{g.first, g.first}
	}
	if n := s.headName(g); n != nil {
		return span{n.first, n.last}
	}
	return span{g.first, max(g.last, g.head+1)}
}

// abroad reports whether the two ends do not belong to one country: a state that defends itself backs nobody.
func (s *sentence) abroad(a, b graph.ID) bool {
	home := func(id graph.ID) graph.ID {
		e := s.doc.entity(id)
		if e.IsState || e.Country == "" || s.doc.visiting(id) {
			return id
		}
		return e.Country
	}
	return home(a) != home(b)
}

// aimsElsewhere reports whether an infinitive of purpose names others than those at the place that something is sent to:
// "sent arms to Angola to support the MPLA".
func (s *sentence) aimsElsewhere(purpose *group, place ref) bool {
	switch purpose.lemma {
	case "use", "operate", "cross", "transit":
		return false // "let X use its land"
	}
	if up := purpose.governor; up != nil && (s.doc.reader.classes.has("abet", up.lemma) || up.lemma == "hire" || up.lemma == "contract" || up.lemma == "recruit") {
		return false // "helped X to attack Y", "hired X to attack Y"
	}
	if purpose.object == nil || !s.doc.entity(place.id).IsState || len(s.doc.reader.frames.verbs[purpose.lemma]) == 0 {
		return false
	}
	actors := purpose.object.actor
	return len(actors) > 0 && !slices.ContainsFunc(actors, func(r ref) bool { return r.id == place.id })
}

// each gives what the function makes of each of the refs.
func each(refs []ref, made func(ref) ref) []ref {
	all := make([]ref, len(refs))
	for i, r := range refs {
		all[i] = made(r)
	}
	return all
}

// armies lets the armed forces of a state stand for it, as they do in its ties with others: not those of a party, nor
// those of a regime that is no more.
func (d *document) armies(refs []ref) []ref {
	return each(refs, func(r ref) ref {
		entry, ok := d.reader.dictionary.Entry(r.id)
		if ok && entry.Type == graph.Military && entry.Country != "" && (entry.PartOf == "" || entry.PartOf == entry.Country) && entry.Active(d.date()) {
			r.id = entry.Country
		}
		return r
	})
}

// ministries lets a state's ministry that the dictionary lacks stand for the state, as its own name in a text does, its ships and
// its parliament.
func (d *document) ministries(refs []ref) []ref {
	return each(refs, func(r ref) ref {
		e := d.entity(r.id)
		letters, _, _ := strings.Cut(e.Name, " ")
		if !r.id.Listed() && e.Country != "" && (e.Type == graph.Organisation && strings.Contains(e.Name, "Ministry") || e.Type == graph.Unit && flag(letters) == e.Country) {
			r.id = e.Country
		} else if state := d.chamber(r.id); state != "" {
			r.id = state
		}
		return r
	})
}

// reigning lets heads of state of old stand for their states too: an article of today tells what they did in their day. Those who are loyal
// to one who is called a former president, or holds no office any more, are not the state's.
func (d *document) reigning(refs []ref) []ref {
	return each(refs, func(r ref) ref {
		if r.former || r.group != nil && r.group.loyal != nil {
			return r
		}
		if d.entity(r.id).Type == graph.Person && d.led(r.id) == "" {
			if ids := d.reader.dictionary.LedBy(r.id, ""); len(ids) > 0 && d.entity(ids[0]).IsState {
				r.id = ids[0]
				r = r.less(surePossessor)
			}
		}
		return r
	})
}

// linked reports whether the noun group names those who are only linked to an actor: "groups linked to al-Qaeda".
func (s *sentence) linked(g *group) bool {
	if g == nil || g.loyal == nil {
		return false
	}
	return slices.ContainsFunc(s.lower[g.first:g.loyal.first], func(word string) bool { return word == "linked" || word == "affiliated" })
}
