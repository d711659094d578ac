package extract

import (
	"slices"

	"entente.example/graph"
)

// campaign is whose strikes a report lists, and on whom: "Coalition jets conducted 21 strikes against Islamic State. Near Raqqa,
// two strikes destroyed a bunker." It lasts until the report tells of what others attack.
type campaign struct{ by, on []graph.ID }

// followCampaign takes from the ties that a sentence made, from the candidate at from on, whose strikes the report is about.
func (s *sentence) followCampaign(from int) {
	d := s.doc
	var by, on []graph.ID
	opens := false
	for _, c := range d.candidates[from:] {
		if c.sentence != s || c.frame.relation != graph.Fights && c.frame.relation != graph.Attacked {
			continue
		}
		trigger := s.verbOver(c.trigger.first)
		if c.qualifier.polarity != graph.Affirmed {
			d.campaign = campaign{} // who accuses, denies or foresees tells of another story
			return
		}
		opens = opens || trigger != nil && s.conductsStrikes(trigger)
		by = appendNew(by, c.subject.id)
		if c.frame.relation == graph.Fights {
			on = appendNew(on, c.object.id)
		}
	}
	if by = d.withoutMembers(by); len(by) == 0 {
		return
	}
	same := slices.Equal(by, d.campaign.by)
	switch {
	case same:
		for _, id := range on {
			d.campaign.on = appendNew(d.campaign.on, id)
		}
	case opens:
		d.campaign = campaign{by, on}
	default:
		d.campaign = campaign{}
	}
}

// verbOver gives the verb group that has the token, or nil.
func (s *sentence) verbOver(i int) *group {
	k := slices.IndexFunc(s.groups, func(g *group) bool { return g.kind == verbKind && g.first <= i && i < g.last })
	if k < 0 {
		return nil
	}
	return s.groups[k]
}

// conductsStrikes reports whether the verb says that somebody strikes again and again, as a report does that lists the
// strikes: "conducted 21 strikes", "continued to attack".
func (s *sentence) conductsStrikes(v *group) bool {
	classes := s.doc.reader.classes
	deeds := v.object
	if deeds != nil && deeds.of != nil && classes.has("quantity", deeds.lemma) {
		deeds = deeds.of
	}
	if deeds != nil && deeds.plural && classes.has("wage", v.lemma) {
		return classes.kind("deed", deeds.lemma) == "strike" || classes.any(deeds.lemma, "flown") && s.precededBy(deeds, "air", "aerial", "strike", "combat", "bombing")
	}
	return v.infinitive && v.governor != nil && v.governor.lemma == "continue" && classes.has("deed", v.lemma)
}

// inCampaign resolves strikes and aircraft that nobody is named for, in a report on one side's strikes, to that side: in an
// item of its list, in what strikes its foe, and as what conducts the strikes.
func (s *sentence) inCampaign(g *group) []ref {
	d := s.doc
	if len(d.campaign.by) == 0 || g.role != "subj" || g.verb == nil || g.verb.negated || !s.unowned(g) {
		return nil
	}
	classes := d.reader.classes
	switch hit := g.verb.object; {
	case classes.has("model", g.lemma) && s.capitalised(g.head): // "Tornados attacked a convoy"
	case g.verb.passive || !g.verb.finite:
		return nil
	case classes.kind("deed", g.lemma) == "strike" && (s.opensWithScene() || s.opensAt(g) || hit != nil && slices.ContainsFunc(s.struck(hit), d.campaign.fought)):
	case classes.any(g.lemma, "warplane") && s.conductsStrikes(g.verb):
	default:
		return nil
	}
	return s.strikers(g)
}

// countedOut lets what a report says behind the number of bombs belong to the strikes: "nine strikes consisting of 20 engagements
// against ISIL targets in Syria".
func (s *sentence) countedOut(v *group) {
	if v.lemma != "consist" || !v.gerund || v.subject == nil || s.doc.reader.classes.kind("deed", v.subject.lemma) != "strike" {
		return
	}
	for _, a := range v.args {
		if a.prep != "of" {
			v.subject.after = append(v.subject.after, a)
		}
	}
	v.args = slices.DeleteFunc(v.args, func(a argument) bool { return a.prep != "of" })
}

// laden lets what stands behind the load of a thing, or behind who mans it, belong to the verb that the thing depends on: "destroyed
// two vehicles fitted with machineguns for the Nusra Front in Nawa", "drove a lorry into a post manned by soldiers in Garissa".
func (s *sentence) laden(v *group) {
	if v.gerund && !v.finite && (v.lemma == "carry" || v.lemma == "transport" || v.lemma == "house" || v.lemma == "shelter") && v.subject != nil && v.subject.role == "obj" && v.subject.verb != nil && v.subject.verb != v && v.object != nil {
		for _, a := range v.args {
			if isSceneOfAttack(a.prep) {
				v.subject.verb.args = append(v.subject.verb.args, a) // "hit a lorry carrying Roe near Dinsoor"
			}
		}
		return
	}
	if !v.participle || !v.passive || v.subject == nil || v.subject.verb == nil || v.subject.verb == v || v.subject.role == "subj" || len(v.args) < 2 || v.args[0].noun.conjuncts != nil {
		return
	}
	over := v.subject.verb
	switch v.lemma {
	case "equip", "fit", "mount", "load", "lade", "pack", "rig", "cram", "stuff", "fill":
		if v.args[0].prep != "with" {
			return
		}
		for _, a := range v.args[1:] {
			over.args = append(over.args, a)
			a.noun.verb = over
		}
		v.args = v.args[:1]
	case "know", "dub", "call", "name", "codename", "code-name", "nickname":
		for _, a := range v.args {
			if a.prep == "against" || a.prep == "on" && len(a.noun.names) > 0 {
				over.args = append(over.args, a) // "launched an operation known as X against Y"
			}
		}
	case "lead", "command", "head":
		if v.args[0].prep != "by" || over.object != v.subject || !s.doc.reader.classes.has("dispatch", over.lemma) && !s.doc.reader.classes.has("recall", over.lemma) {
			return
		}
		for _, a := range v.args[1:] {
			over.args = append(over.args, a) // "sent a force led by Roe to Goma"
			a.noun.verb = over
		}
		v.args = v.args[:1]
	case "man", "guard", "run", "hold", "staff", "use", "occupy", "protect", "own", "operate":
		if v.args[0].prep != "by" {
			return
		}
		for _, a := range v.args[1:] {
			if isSceneOfAttack(a.prep) {
				over.args = append(over.args, a)
			}
		}
	}
}

// aims reports whether the verb tells what an armed deed is for that somebody has begun: "launched an assault aiming to retake X".
func (s *sentence) aims(v *group) bool {
	return (v.lemma == "aim" || v.lemma == "seek") && !v.finite && !v.negated && v.aimedBy != nil
}

// takeAim lets those who began an armed deed be the subject of what it aims at.
func (s *sentence) takeAim(v *group) {
	if v.lemma != "aim" && v.lemma != "seek" || v.finite || v.subject == nil || v.subject.verb == nil || v.subject.verb.object != v.subject || !s.doc.reader.classes.has("deed", v.subject.lemma) {
		return
	}
	over, deed := v.subject.verb, v.subject
	if over.passive || over.subject == nil || !s.doc.reader.classes.any(over.lemma, "wage", "begin") {
		return
	}
	for _, g := range s.groups {
		if g.kind == verbKind && (g == v || g.governor == v) && g.subject == deed {
			g.subject, g.aimedBy = over.subject, over
		}
	}
}

// targetsBehind gives an armed deed the targets that stand behind what it was done with: "an assault involving bombers on X", "carried out
// strikes using jets against X".
func (s *sentence) targetsBehind(v *group) {
	over := v.governor
	if !v.gerund || v.lemma != "use" && v.lemma != "involve" && v.lemma != "employ" || over == nil || over.kind != verbKind || over.index > v.index {
		return
	}
	deed := over.object
	if over.passive {
		deed = over.subject
	}
	if deed == nil || deed.index > v.index || !s.doc.reader.frames.assaults(s.measured(deed).lemma) {
		return
	}
	for _, a := range v.args {
		switch a.prep {
		case "against", "on", "at", "in", "near", "around", "targeting":
			over.args = append(over.args, a)
			if s.measured(deed).after == nil {
				deed.after = append(deed.after, a)
			}
		}
	}
}

// strikers gives whose strikes the report is on as those whom g means.
func (s *sentence) strikers(g *group) []ref {
	refs := make([]ref, len(s.doc.campaign.by))
	for i, id := range s.doc.campaign.by {
		refs[i] = ref{id: id, group: g, force: true, deed: s.doc.reader.classes.has("deed", g.lemma), percent: sureDefinite}
	}
	return refs
}

func (c campaign) fought(r ref) bool { return slices.Contains(c.on, r.id) }

// unowned reports whether no word beside the noun says whose it is.
func (s *sentence) unowned(g *group) bool {
	return len(g.names) == 0 && s.unnamed(g) &&
		!s.precededBy(g, "rebel", "enemy", "government", "regime", "opposition", "militant", "insurgent", "army", "hostile", "suspected")
}

// unnamed reports whether neither a possessor nor a phrase says whose it is.
func (s *sentence) unnamed(g *group) bool {
	return g.possessor == nil && g.pronominal == nil && len(g.compounds) == 0 && g.of == nil &&
		!s.hasPhrase(g, "by", "from")
}

// struck gives whom the object of a strike names: "an ISIL bunker", "fighters of ISIL".
func (s *sentence) struck(hit *group) []ref {
	s.resolveGroup(hit)
	return slices.Concat(hit.actor, s.modifiers(hit, "actor"))
}

// opensWithScene reports whether the sentence is an item of a report by places: "Near Raqqa, two strikes", "• In Mosul, a strike".
func (s *sentence) opensWithScene() bool {
	first := leading(s.words)
	return first+1 < len(s.lower) && isSceneOfAttack(s.lower[first]) && s.nameAt(first+1) != nil
}

// opensAt reports whether the strikes open the sentence, with where they fell: "One strike near Raqqa".
func (s *sentence) opensAt(g *group) bool {
	return s.opens(g) && slices.ContainsFunc(g.after, func(a argument) bool { return isSceneOfAttack(a.prep) && len(a.noun.names) > 0 })
}

// leading counts the words that only mark the beginning of an item.
func leading(words []string) int {
	if len(words) > 1 && (isBullet(words[0]) || isDash(words[0])) {
		return 1
	}
	return 0
}

// listedStrikers gives the states of a coalition that are listed as those that struck, with the verb of the clause that says so:
// "coalition countries which have carried out strikes in Syria include A and B".
func (s *sentence) listedStrikers(v *group) []*group {
	if v.link != relativeLink || v.passive || v.negated || v.subject == nil || !s.conductsStrikes(v) {
		return nil
	}
	for _, g := range s.groups {
		if g.kind == verbKind && g.lemma == "include" && !g.negated && g.subject == v.subject && g.object != nil {
			return []*group{g.object}
		}
	}
	return nil
}

// campaignFoes gives on whom the report's strikes are.
func (s *sentence) campaignFoes(g *group) []ref {
	refs := make([]ref, len(s.doc.campaign.on))
	for i, id := range s.doc.campaign.on {
		refs[i] = ref{id: id, group: g, implied: true, percent: sureDefinite}
	}
	return refs
}

// withoutMembers leaves out states that a coalition beside them acts for: "US and coalition forces".
func (d *document) withoutMembers(ids []graph.ID) []graph.ID {
	if !slices.ContainsFunc(ids, func(id graph.ID) bool { return d.entity(id).Type == graph.Coalition }) {
		return ids
	}
	return slices.DeleteFunc(ids, func(id graph.ID) bool { return d.isState(id) })
}

func appendNew(ids []graph.ID, id graph.ID) []graph.ID {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}
