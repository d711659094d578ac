package extract

import (
	"entente.example/loader/text"
)

// series lets the verbs of a list be one: of "armed, trained and funded by X" all are participles, with one subject and
// one agent.
func (s *sentence) series() {
	for i := 0; i+4 < len(s.groups); i++ {
		first := s.groups[i]
		if first.kind != verbKind || first.lemma == "" || first.leads != nil {
			continue
		}
		var members []*group
		k := i + 1
		for ; k+1 < len(s.groups); k += 2 {
			sep := s.groups[k].kind
			if sep == commaKind && s.groups[k+1].kind == conjKind {
				k++
				sep = conjKind
			}
			if sep != commaKind && sep != conjKind || k+1 >= len(s.groups) || !s.sameForm(first, s.groups[k+1]) {
				break
			}
			members = append(members, s.groups[k+1])
			if sep == conjKind {
				break
			}
		}
		if len(members) < 2 || s.groups[members[len(members)-1].index-1].kind != conjKind {
			continue
		}
		last := members[len(members)-1]
		if next := last.index + 1; next < len(s.groups) && s.groups[next].kind == prepKind && s.groups[next].lemma == "by" && first.first == first.head {
			first.finite, first.participle, first.passive = false, true, true
		}
		for _, m := range members {
			m.finite, m.participle, m.passive, m.leads = first.finite, first.participle, first.passive, first
		}
	}
}

// sameForm reports whether a verb may stand in one list with the first: one past form without an auxiliary.
func (s *sentence) sameForm(first, v *group) bool {
	past := func(g *group) bool {
		return s.tokens[g.lastVerb].Tag == text.VBD || s.tokens[g.lastVerb].Tag == text.VBN
	}
	return v.kind == verbKind && v.lemma != "" && v.first == v.head && past(first) && past(v)
}

// share lets joined verbs have one object or agent: "armed and trained by X", "attacked and captured X".
func (s *sentence) share() {
	for i := len(s.groups) - 1; i >= 0; i-- {
		g := s.groups[i]
		first := g.governor
		if g.kind != verbKind || g.link != jointLink || first == nil || len(first.args) > 0 || first.object != nil {
			continue
		}
		if first.passive == g.passive && (first.index+2 == g.index || g.leads == first) {
			first.args, first.object = g.args, g.object
		}
	}
	for _, g := range s.groups {
		if first := g.leads; g.kind == verbKind && first != nil && g != first && len(g.args) == 0 && g.object == nil {
			g.args, g.object = first.args, first.object
		}
	}
}
