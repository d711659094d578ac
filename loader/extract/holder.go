package extract

import (
	"slices"
	"strings"

	"entente.example/loader/text"
)

// matchInside: the office stands in a bracket behind the name, "Roe (president of Chad)".
func (s *sentence) matchInside(g *group, n *name) {
	if n.last+1 >= g.last || s.tokens[n.last].Tag != text.OpenBracket {
		return
	}
	inner := *s
	inner.groups = nil
	for i := n.last + 1; i < g.last && s.tokens[i].Tag != text.CloseBracket; {
		next := inner.groupAt(i)
		inner.groups = append(inner.groups, next)
		i = next.last
	}
	inner.attachOf()
	inner.number()
	for i, part := range inner.groups {
		if part.kind == nounKind {
			inner.resolveGroup(part)
			inner.argumentsOfNoun(i, part)
		}
	}
	for _, part := range inner.groups {
		if part.kind != nounKind || inner.headName(part) != nil {
			continue
		}
		if o := inner.officeOf(part); len(s.doc.reader.frames.roles[o.lemma]) > 0 {
			bodies, told := inner.heldBodies(part, o)
			s.matchOffice(o, g, g, bodies, told)
			for _, t := range s.doc.reader.frames.roles[o.lemma] {
				if !t.frame.office() { // "the 1st Brigade (part of X)"
					inner.emitRole(t, part, g)
				}
			}
		}
	}
}

// holders gives who holds the role that a noun group names: what it renames, or the subject of its "is".
func (s *sentence) holders(g *group) []*group {
	var found []*group
	if g.examples != nil && g.plural {
		found = append(found, g.examples) // "its allies, including X"
	}
	if list := s.others(g); list != nil {
		found = append(found, list) // "X and its other allies"
	}
	if k := g.index - 2; k >= 0 && s.groups[g.index] == g && g.plural && s.groups[k+1].lemma == "of" && (s.groups[k].lemma == "one" || s.groups[k].lemma == "two") {
		found = append(found, s.holders(s.groups[k])...) // "is one of the members of X"
	}
	if own := s.ownHolder(g); own != nil {
		return append(found, own)
	}
	for _, other := range s.groups {
		if other.kind != nounKind || other == g {
			continue
		}
		for inner := other; inner != nil; inner = inner.of {
			if slices.Contains(inner.apposed, g) && !s.tellsWhose(g, inner) {
				found = append(found, inner)
			}
		}
	}
	if other := s.namedBehind(g); other != nil && !slices.Contains(found, other) && !s.tellsWhose(g, other) {
		found = append(found, other)
	}
	for _, v := range s.groups {
		if v.kind == verbKind && v.copula && v.complement != nil && v.subject == g && s.headName(s.conjunctsOf(v.complement)[0]) != nil {
			found = append(found, v.complement) // "its main backer is X"
		}
		if v.kind == verbKind && v.copula && v.complement != nil && v.subject != nil && (v.complement == g || slices.Contains(v.complement.conjuncts, g)) {
			found = append(found, v.subject)
		}
	}
	if called := s.calledBehind(g); called != nil {
		found = append(found, called)
	}
	if first := s.secondOffice(g); first != nil {
		found = append(found, s.holders(first)...)
	}
	if other := s.countedAmong(g); other != nil {
		found = append(found, other)
	}
	if role := s.capacity(g); role != nil && (role.possessor != nil || s.lower[role.first] == "its") { // whose "his role" is, is less sure
		found = append(found, s.possessorOf(role))
	}
	switch v := s.labelling(g); {
	case v == nil:
	case v.passive && v.subject != nil:
		found = append(found, v.subject) // "X is seen as its main backer"
	case !v.passive && v.object != nil:
		found = append(found, v.object)
	}
	return found
}

// tellsWhose reports whether the name behind an office may be that of another person, of whom the office only tells whose he is: "the son of Chad's
// president, Roe,". Who is known to lead a body is taken for its leader all the same.
func (s *sentence) tellsWhose(g, holder *group) bool {
	k := g.index - 2
	if holder.index < g.index || k < 0 || s.groups[g.index] != g || s.groups[k].kind != nounKind || s.groups[k].plural || s.headName(s.groups[k]) != nil {
		return false
	}
	switch s.groups[k+1].lemma {
	case "of", "to", "for", "with":
	default:
		return false
	}
	if !s.doc.reader.classes.any(s.groups[k].lemma, "related", "kin", "member", "leader", "officials", "private", "attendant", "friend") {
		return false
	}
	return !slices.ContainsFunc(s.admit(holder.actor, "person"), func(r ref) bool { return len(s.leadOf(r.id)) > 0 })
}

// labelling gives the verb by which somebody calls or makes another what the noun group says, or nil: "sees X as its backer", "made
// X its backer".
func (s *sentence) labelling(g *group) *group {
	if v := g.verb; v != nil && g.role == "as" && (deems(v.lemma) || s.doc.reader.classes.has("makeinto", v.lemma)) {
		return v
	}
	return nil
}

// countedAmong gives who is counted among those that the noun group names: "X is among its backers", "counts X among its backers",
// "its backers include X", or nil.
func (s *sentence) countedAmong(g *group) *group {
	v := g.verb
	switch {
	case v == nil:
	case g.role == "subj" && !v.passive && v.lemma == "include":
		return v.object
	case g.role == "among" && (v.copula || v.passive):
		return v.subject
	case g.role == "among":
		return v.object
	}
	return nil
}

// capacity gives the noun for what its owner is, by which the noun group g says as what: "Egypt's role as a backer of X", or nil.
func (s *sentence) capacity(g *group) *group {
	if k := g.index - 2; k >= 0 && s.groups[g.index] == g && s.groups[k+1].lemma == "as" && s.doc.reader.classes.has("capacity", s.groups[k].lemma) {
		return s.groups[k]
	}
	return nil
}

// labelOf gives what a verb calls its object: "designated the group as a terrorist organisation", "considers it a foe".
func (s *sentence) labelOf(v *group) *group {
	if as := s.argumentsOf(v, "as"); len(as) > 0 {
		return as[0]
	}
	if v.object == nil {
		next := v.index + 1
		if next < len(s.groups) && s.groups[next].lemma == "as" {
			next++
		}
		if names(v.lemma) && next < len(s.groups) && s.groups[next].kind == nounKind && s.headName(s.groups[next]) != nil {
			return s.groups[next] // "a unit known as X fled"
		}
		return nil
	}
	if v.object.index < v.index && v.index+1 < len(s.groups) && s.groups[v.index+1].kind == nounKind {
		return s.groups[v.index+1] // "which it considers a threat"
	}
	if next := v.object.index + 1; next < len(s.groups) && s.groups[next].kind == nounKind {
		return s.groups[next]
	}
	if v.passive {
		return v.object // "was declared an enemy"
	}
	for _, a := range v.object.after {
		if a.prep == "as" {
			return a.noun
		}
	}
	return nil
}

// names tells the verbs by which one tells a name.
func names(lemma string) bool {
	return lemma == "know" || lemma == "call" || lemma == "name" || lemma == "dub"
}

// label takes the role that a verb calls its object or makes of it for a phrase with "as": "considers X a backer of Y", "is called
// its backer", "made X its backer".
func (s *sentence) label(v *group) {
	if !deems(v.lemma) && !s.doc.reader.classes.has("makeinto", v.lemma) || v.object == nil || v.object.index < v.index {
		return
	}
	as := v.object
	if !v.passive {
		if v.object.index+1 >= len(s.groups) {
			return
		}
		as = s.groups[v.object.index+1]
	}
	if as.kind != nounKind || s.headName(as) != nil || v.passive == (as.verb == nil) || !s.mayHoldOffice(as) {
		return
	}
	v.args = append(v.args, argument{"as", as})
	as.verb, as.role = v, "as"
}

// serving gives the verb that says who plays the role which the noun group names behind "as", "X has emerged as its main backer", or nil.
func (s *sentence) serving(g *group) *group {
	if v := g.verb; v != nil && g.role == "as" && !v.passive && v.subject != nil && s.doc.reader.classes.has("serveas", v.lemma) {
		return v
	}
	return nil
}

// playsRole reports whether the sentence itself says that somebody plays the role which the noun group names, "X is its ally",
// "sees X as its ally", "has an ally, X", so that it may deny or doubt it; otherwise it takes that for granted: "would work with its ally X".
func (s *sentence) playsRole(g *group) bool {
	if g.role == "as" || s.hadRole(g) || s.countedAmong(g) != nil {
		return true
	}
	for _, v := range s.groups {
		if v.kind != verbKind || v.complement == nil {
			continue
		}
		if v.subject == g || v.complement == g || slices.Contains(v.complement.conjuncts, g) {
			return true
		}
	}
	return false
}

// possessorOf gives whose the group is by a genitive, "Iran's ally", by a pronoun, "its ally", or as what somebody has, "Iran has
// an ally, Hezbollah", or nil.
func (s *sentence) possessorOf(g *group) *group {
	switch {
	case g.possessor != nil || g.kind == verbKind:
		return g.possessor
	case isPossessive(s.lower[g.first]):
		return s.possessive(g)
	case s.hadRole(g):
		return g.verb.subject
	}
	return nil
}

// hadRole reports whether the noun group names a role that the subject of its verb has somebody play: "has several allies", "relies on proxies".
func (s *sentence) hadRole(g *group) bool {
	v := g.verb
	if v == nil || v.passive || v.subject == nil || g.kind != nounKind || len(g.names) > 0 || len(s.doc.reader.frames.roles[g.lemma]) == 0 {
		return false
	}
	switch g.role {
	case "obj":
		return s.doc.reader.classes.has("having", v.lemma)
	case "on", "through":
		return s.doc.reader.classes.has("relying", v.lemma)
	}
	return false
}

// secondOffice gives the office, role or description that the role of the noun group is joined to: "is the head of X and a member of
// Y", "is an ally of X and an opponent of Y", "is not only a neighbour but also a backer of X".
func (s *sentence) secondOffice(g *group) *group {
	if g.index < 3 || g.index >= len(s.groups) || s.groups[g.index] != g || g.plural {
		return nil
	}
	k := g.index - 1
	if s.groups[k].kind == adverbKind && s.groups[k].lemma == "also" {
		k--
	}
	if s.groups[k].kind != conjKind {
		return nil
	}
	k--
	comma := s.groups[k].kind == commaKind
	if comma {
		k--
	}
	if k > 1 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind {
		k -= 2
	}
	if k < 1 || s.groups[k].kind != nounKind || comma && !s.groups[k-1].copula {
		return nil // "Roe, a leader of X, and a member of Y" are two
	}
	roles := s.doc.reader.frames.roles
	first := s.groups[k]
	if s.headName(first) != nil || first.plural || len(roles[s.officeOf(g).lemma]) == 0 {
		return nil
	}
	offices := s.doc.reader.classes.any(s.officeOf(first).lemma, "leader", "member") && s.doc.reader.classes.any(s.officeOf(g).lemma, "leader", "member")
	if offices || s.indefinite(g) && (s.indefinite(first) || len(roles[s.officeOf(first).lemma]) > 0) {
		return first
	}
	return nil
}

// indefinite reports whether the noun group opens with "a", whatever stands before that: "both a neighbour".
func (s *sentence) indefinite(g *group) bool {
	i := g.first
	if s.lower[i] == "both" && i+1 < g.last {
		i++
	}
	return s.lower[i] == "a" || s.lower[i] == "an"
}

// ownHolder gives the person whose name ends the phrase that an office begins, without a comma between, so that it is not that of
// who is named before it: "Prime Minister Roe, Director of the Ministry of Defence Jim Doe and".
func (s *sentence) ownHolder(g *group) *group {
	if s.groups[g.index] != g {
		return nil
	}
	k := g.index + 1
	for k+1 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k+1].kind == nounKind {
		if s.namesHolder(s.groups[k+1]) {
			return s.conjunctsOf(s.groups[k+1])[0]
		}
		if k+2 < len(s.groups) && s.groups[k+2].kind == nounKind && s.groups[k+2].first == s.groups[k+1].last {
			if n := s.headName(s.groups[k+2]); n != nil && s.person(n) && n.last-n.first > 1 && s.headName(s.groups[k+1]) != nil {
				return s.groups[k+2]
			}
		}
		k += 2
	}
	return nil
}

// namedBehind gives the name that a description with a preposition is followed by, "the leader of the party, Roe", or that
// it stands behind between dashes.
func (s *sentence) namedBehind(g *group) *group {
	if top := s.groups[g.index]; top != g {
		if top.conjuncts == nil || top.conjuncts[len(top.conjuncts)-1] != g || g.lemma != "counterpart" {
			return nil
		}
		g = top // "Roe and his Chadian counterpart, Doe"
	}
	if k := g.index - 2; k >= 0 && s.dash(s.groups[k+1]) && s.groups[k].kind == nounKind && s.headName(s.groups[k]) != nil {
		return s.groups[k]
	}
	if k := g.index - 3; k >= 0 && (s.groups[k+2].kind == adverbKind || s.groups[k+2].lemma == "though" || s.groups[k+2].lemma == "although") && s.groups[k+1].kind == commaKind && s.groups[k].kind == nounKind && s.headName(s.groups[k]) != nil {
		return s.groups[k] // "Roe, then the minister of defence"
	}
	k := g.index + 1
	for k+1 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k+1].kind == nounKind {
		switch s.groups[k].lemma {
		case "after", "before", "since", "until":
			return nil // "sent soldiers to Mali after its president, Roe, was killed"
		}
		if s.namesHolder(s.groups[k+1]) {
			return s.groups[k+1]
		}
		k += 2
	}
	if k+1 >= len(s.groups) || s.inOpening(g.index) && s.opensMainClause(k-1) {
		return nil // "With the help of an ally of A, B took"
	}
	if colon := k == g.index+1 && s.groups[k].lemma == ":" && s.hadRole(g); !colon && (k == g.index+1 || s.groups[k].kind != commaKind && !s.dash(s.groups[k])) {
		return nil // "has a powerful ally: Egypt"
	}
	if s.groups[k+1].kind == adverbKind && isPeriod(s.groups[k+1].lemma) && k+2 < len(s.groups) {
		k++ // "the commander of the brigade, currently Roe"
	}
	other := s.groups[k+1]
	if other.kind != nounKind || s.headName(other) == nil || other.conjuncts != nil {
		return nil
	}
	if other.last+1 < len(s.lower) && s.lower[other.last] == "that" && s.lower[other.last+1] == "of" {
		return nil // "A is the backer of B, C that of D"
	}
	return other
}

// namesHolder reports whether a noun group behind an office's preposition ends in who holds it: "the envoy to Chad John Roe".
func (s *sentence) namesHolder(g *group) bool {
	n := s.headName(g)
	if n == nil || len(g.names) < 2 || !s.person(n) && (n.known() || n.shape != "" || n.last-n.first < 2) {
		return false
	}
	body := false
	for i := s.names[g.names[len(g.names)-2]].last; i < n.first; i++ {
		word := strings.TrimSuffix(s.lower[i], ".")
		if s.capitalised(i) && s.doc.reader.classes.any(word, "rank", "title") && !s.doc.reader.classes.has("leader", word) {
			continue // "the head of the Eagles Front Lieutenant General John Roe"
		}
		if s.doc.reader.classes.any(s.roleWord(i), "force", "government") || s.doc.reader.classes.any(s.lemma(i), "force", "government") {
			body = true
		} else if !s.capitalised(i) || s.tokens[i].Tag.IsVerb() && word != "armed" {
			return false
		}
	}
	for i := g.first; i < n.first; i++ {
		if word := s.roleWord(i); s.doc.reader.classes.has("leader", word) {
			return false
		}
	}
	return body || !s.names[g.names[0]].adjectival() && s.onlyRanks(s.names[g.names[len(g.names)-2]].last, n.first)
}

// onlyRanks reports whether nothing but ranks and titles stands between the tokens.
func (s *sentence) onlyRanks(first, last int) bool {
	for i := first; i < last; i++ {
		if !s.doc.reader.classes.any(strings.TrimSuffix(s.lower[i], "."), "rank", "title") {
			return false
		}
	}
	return true
}

func (s *sentence) dash(g *group) bool {
	return g.kind == stopKind && isDash(g.lemma)
}

// others gives the list before "and other allies": those who are allies as well.
func (s *sentence) others(g *group) *group {
	k := g.index - 1
	if s.groups[g.index] != g || !s.precededBy(g, "other") || k < 1 || s.groups[k].kind != conjKind || s.groups[k-1].kind != nounKind {
		return nil
	}
	return s.groups[k-1]
}

// serves gives the bodies in which the person whom a noun group names holds an office that stands beside the name: "Roe, the
// leader of the Freedom Army,".
func (s *sentence) serves(g *group, guard string) []ref {
	if len(s.admit(g.actor, "person")) != 1 {
		return nil
	}
	var bodies []ref
	for _, a := range g.apposed {
		if o := s.officeOf(a); len(s.doc.reader.frames.roles[o.lemma]) > 0 {
			held, _ := s.heldBodies(a, o)
			bodies = append(bodies, s.admit(held, guard)...)
		}
	}
	return bodies
}

// ownLabel reports whether what the verb calls its object it may be to the verb's subject, since no other is named: not "regards X as an ally of
// Y", "sees X as Y's ally".
func (s *sentence) ownLabel(v *group, _ []string) bool {
	label := s.labelOf(v)
	if label == nil {
		return true
	}
	if of := label.index + 1; s.groups[label.index] == label && of < len(s.groups) && s.groups[of].lemma == "of" {
		return false
	}
	return label.possessor == nil && len(s.modifiers(label, "state")) == 0
}
