package extract

import "slices"

// salient gives those of the most salient mention that the pronoun may stand for, of those that fit.
func (d *document) salient(s *sentence, g *group, fits func(mention) bool) []ref {
	sort := sortOf(g.lemma)
	if refs := s.fronted(g); refs != nil {
		return refs
	}
	best, found := 0, mention{}
	together := g.first > 0 && s.lower[g.first-1] == "together"
	for m := range d.back(s, pronounReach) {
		if !fits(m) || sameClause(g, m) || len(m.refs) == 1 && slices.Contains(s.sidesAt(g), m.refs[0].id) || s.actsOn(g, m) || s.allegesOf(g, m) || m.sentence == s.index && (s.withSubject(g, m) || s.toldOfSubject(g, m) || s.ownsActing(g, m)) || !d.agrees(sort, m) || together && len(m.refs) < 2 {
			continue
		}
		score := salience(m, s.index-m.sentence, g)
		if m.sentence < s.index && m.role == "subj" && d.sentences[m.sentence].inTime(m.first) {
			score -= 15 // "A took the town after B had left. They"
		}
		if sort == several && m.sentence < s.index && d.reader.classes.has("officials", m.lemma) {
			score -= 30 // "officials claim": they are no army
		}
		if m.sentence < s.index && d.sentences[m.sentence].embeds(m.verb) {
			score -= 15 // "The army, whose guns Serbia had left behind, attacked X. Its commander"
		}
		if sort == several && !m.plural && len(m.refs) == 1 {
			score -= 40 // "the coalition", where there are rebels
		}
		if sort == oneBody && m.plural && d.reader.classes.any(m.lemma, "officials", "member") {
			score -= 40 // "UN experts say that Rwanda fights alongside it"
		}
		if more := s.spokenOf(g, m); more > 0 {
			score += more
			if sort == several && armed(d.entity(m.refs[0].id).Type) {
				score += 60 // "a spokesman for the group said that they"
			}
		}
		if d.sentences[m.sentence].speech(m.first) != s.speech(g.first) {
			score -= 40 // "Iran arms it," said its envoy
		}
		if score > 0 && d.theme != "" && len(m.refs) == 1 && m.refs[0].id == d.theme {
			score += 5 // of two that are as near
		}
		if score > best {
			best, found = score, m
		}
	}
	if best < themeScore {
		if refs := d.themePronoun(s, g, sort); refs != nil {
			return refs
		}
	}
	if len(found.refs) == 0 || best < 20 || s.eitherOf(g, found) || sort == several && found.sentence < s.index && s.nearerMany(g) {
		return nil
	}
	refs := make([]ref, len(found.refs))
	for k, r := range found.refs {
		refs[k] = r.less(surePronoun)
		refs[k].group = g
	}
	return refs
}

// salience ranks a mention for a pronoun so many sentences later.
func salience(m mention, distance int, g *group) int {
	if g.role == "obj" && g.verb != nil && !isPossessive(g.lemma) && distance == 0 && (g.verb.governor != nil || m.verb == nil || m.verb.link != toLink) {
		return 100 // "gave Roe arms that let him fight": the nearest, not who gave
	}
	if v := g.verb; v != nil && v.link == jointLink && v.governor == m.verb && m.role == "obj" && g.role != "subj" && !isPossessive(g.lemma) && distance == 0 {
		return 100 // "trained fighters and shipped arms to them"
	}
	if g.lemma == "them" && g.role != "subj" && distance == 0 && m.plural && m.role != "subj" {
		return 85 // "X helped. The army, unable to stop the jihadists, lost the town to them"
	}
	if distance == 1 && m.role != "subj" && sortOf(g.lemma) == oneBody && sortOf(m.lemma) == oneBody {
		return 75 // "Chad's president let it recruit. It": the same one
	}
	switch m.role {
	case "subj":
		return [...]int{90, 80, 50, 40}[distance]
	case "owner":
		return [...]int{85, 70, 30, 20}[distance]
	}
	if isPossessive(g.lemma) {
		return [...]int{82, 55, 25, 20}[distance]
	}
	return [...]int{60, 55, 25, 20}[distance]
}

// spokenOf gives how much more likely the pronoun means the mention where that is whose speaker or report says the clause:
// "a spokesman for Chad, an ally of France, said it", "an announcement by Chad said it".
func (s *sentence) spokenOf(g *group, m mention) int {
	if m.sentence != s.index || g.verb == nil || g.verb.governor == nil || g.verb.governor.subject == nil {
		return 0
	}
	switch after := g.verb.governor.subject.after; {
	case len(after) == 0 || after[0].noun.first != m.first:
		return 0
	case after[0].prep == "by":
		return 30
	}
	return 5
}

// toldOfSubject reports whether the mention stands in what is told beside the subject of the verb whose object the pronoun is: "the
// militia, which is allied with the army, drove it out" is about a third.
func (s *sentence) toldOfSubject(g *group, m mention) bool {
	if g.role == "subj" || isPossessive(g.lemma) || g.verb == nil || g.verb.subject == nil || s.groups[g.index] != g {
		return false
	}
	subject := g.verb.subject
	return subject.first < m.first && m.first < g.verb.first && m.role != "subj" && m.verb != nil && m.verb.link == relativeLink && m.verb.subject == subject
}
