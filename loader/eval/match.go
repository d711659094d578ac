package eval

import (
	"slices"
	"strings"

	"entente.example/graph"
)

// statement is a record with the folded names of its ends.
type statement struct {
	graph.Record
	subject, object end
}

// end is what an end may be matched by: its name and, unless matching is strict, its mention.
type end struct {
	name  string
	forms []string
}

func newStatement(r graph.Record, strict bool) statement {
	if r.Polarity == "" {
		r.Polarity = graph.Affirmed
	}
	return statement{Record: r, subject: newEnd(r.Subject, strict), object: newEnd(r.Object, strict)}
}

func newEnd(e graph.End, strict bool) end {
	folded := end{name: fold(e.Name)}
	folded.forms = []string{folded.name}
	if !strict {
		folded.forms = append(folded.forms, fold(e.Mention))
	}
	folded.forms = slices.DeleteFunc(folded.forms, func(s string) bool { return s == "" })
	return folded
}

// matcher tells which facts of one article a statement may mean.
type matcher struct {
	facts  []Fact
	forms  map[string]map[string]bool // of each entity, folded
	strict bool
	// chosen is the one name that stands for an entity where matching is strict.
	chosen map[string]string
}

func newMatcher(gold Article, predicted []statement, strict bool) *matcher {
	m := &matcher{facts: gold.Facts, forms: map[string]map[string]bool{}, strict: strict, chosen: map[string]string{}}
	for entity, aliases := range gold.Entities {
		m.forms[entity] = map[string]bool{fold(entity): true}
		for _, alias := range aliases {
			m.forms[entity][fold(alias)] = true
		}
	}
	if strict {
		m.choose(predicted)
	}
	for _, f := range gold.Facts { // entities that the gold forgot to list
		for _, entity := range []string{f.Subject, f.Object} {
			if m.forms[entity] == nil {
				m.forms[entity] = map[string]bool{fold(entity): true}
			}
		}
	}
	return m
}

// choose finds the commonest name of each entity, the first in the alphabet among equals.
func (m *matcher) choose(predicted []statement) {
	for entity, forms := range m.forms {
		seen := map[string]int{}
		for _, p := range predicted {
			for _, e := range []end{p.subject, p.object} {
				if forms[e.name] {
					seen[e.name]++
				}
			}
		}
		best, most := "", 0
		for name, n := range seen {
			if n > most || n == most && strings.Compare(name, best) < 0 {
				best, most = name, n
			}
		}
		if most > 0 {
			m.chosen[entity] = best
		}
	}
}

// candidates gives the facts that have the statement's relation and ends.
func (m *matcher) candidates(p statement) []int {
	var found []int
	for i, f := range m.facts {
		if p.Predicate != f.Relation {
			continue
		}
		if m.names(p.subject, f.Subject) && m.names(p.object, f.Object) ||
			f.Relation.Symmetric() && m.names(p.subject, f.Object) && m.names(p.object, f.Subject) {
			found = append(found, i)
		}
	}
	return found
}

// names reports whether an end names the entity.
func (m *matcher) names(e end, entity string) bool {
	if m.strict {
		if chosen, ok := m.chosen[entity]; !ok || chosen != e.name {
			return false
		}
	}
	return slices.ContainsFunc(e.forms, func(form string) bool { return m.forms[entity][form] })
}
