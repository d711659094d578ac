package graph

import (
	"slices"

	"github.com/google/uuid"
)

// Reading is what one article yields: its statements, and the entities at their ends.
type Reading struct {
	Article    Article     `json:"article"`
	Entities   []Entity    `json:"entities"`
	Statements []Statement `json:"statements"`
}

// Normalize sorts the reading and drops doubles, so that equal content is equal.
func (r *Reading) Normalize() {
	for i := range r.Statements {
		r.Statements[i].Normalize()
	}
	slices.SortFunc(r.Statements, CompareStatements)
	r.Statements = mergeStatements(r.Statements)
	slices.SortFunc(r.Entities, compareEntities)
	r.Entities = slices.CompactFunc(r.Entities, func(a, b Entity) bool { return a.ID == b.ID })
}

// mergeStatements joins the citations of equal statements that stand side by side.
func mergeStatements(sorted []Statement) []Statement {
	var merged []Statement
	for start := 0; start < len(sorted); {
		s, end := sorted[start], start+1
		for end < len(sorted) && sorted[end].ID == s.ID {
			s.Citations = append(s.Citations, sorted[end].Citations...)
			end++
		}
		if end > start+1 {
			s.Normalize()
		}
		merged = append(merged, s)
		start = end
	}
	return merged
}

// Subgraph is a part of the graph that stands by itself: statements, and all entities and articles that they name.
// Each list is sorted, so that what is drawn from it is the same each time.
type Subgraph struct {
	Entities   []Entity    `json:"entities"`
	Articles   []Article   `json:"articles"`
	Statements []Statement `json:"statements"`
	// Verdicts are those on the statements, and on those Aside.
	Verdicts []Verdict `json:"verdicts,omitempty"`
	// Aside are statements that a reviewer rejected or replaced, where Statements are those that count.
	Aside []Statement `json:"aside,omitempty"`
	// Outlets are those publishers and agencies of which something is known.
	Outlets []Outlet `json:"outlets,omitempty"`
}

// Normalize sorts the subgraph.
func (g *Subgraph) Normalize() {
	slices.SortFunc(g.Entities, compareEntities)
	slices.SortFunc(g.Articles, func(a, b Article) int { return slices.Compare(a.ID[:], b.ID[:]) })
	slices.SortFunc(g.Statements, CompareStatements)
	slices.SortFunc(g.Aside, CompareStatements)
	slices.SortFunc(g.Verdicts, CompareVerdicts)
	slices.SortFunc(g.Outlets, func(a, b Outlet) int { return compareIDs(a.ID, b.ID) })
}

// Extracted gives the statements as their articles were read, whatever reviewers made of them: without those that a
// reviewer wrote, and with those in whose place they stand.
func (g Subgraph) Extracted() []Statement {
	aside, written := map[uuid.UUID]bool{}, map[uuid.UUID]bool{}
	for _, s := range g.Aside {
		aside[s.ID] = true
	}
	for _, v := range g.Verdicts {
		if v.Replacement != nil && aside[v.Statement] {
			written[v.Replacement.ID] = true
		}
	}
	all := slices.DeleteFunc(slices.Clone(g.Statements), func(s Statement) bool { return written[s.ID] })
	all = append(all, g.Aside...)
	slices.SortFunc(all, CompareStatements)
	return all
}

// MarkCopies tells of each article whether it is a copy, as far as the subgraph shows it. The subgraphs of a store are
// marked already, by all of its articles.
func (g *Subgraph) MarkCopies() {
	said := map[uuid.UUID][]Statement{}
	for _, s := range g.Statements {
		said[s.Article] = append(said[s.Article], s)
	}
	tellings := make([]Telling, len(g.Articles))
	for i, a := range g.Articles {
		tellings[i] = NewTelling(a, said[a.ID])
	}
	for _, story := range Stories(tellings) {
		for _, n := range story.Articles {
			a := &g.Articles[n]
			if a.CopyOf, a.FirstPublisher = uuid.Nil, ""; n != story.Original {
				a.CopyOf, a.FirstPublisher = tellings[story.Original].Article, tellings[story.Original].Publisher
			}
		}
	}
}

// VerdictsOn gives the verdicts on a statement; the subgraph is sorted.
func (g Subgraph) VerdictsOn(statement uuid.UUID) []Verdict {
	first, _ := slices.BinarySearchFunc(g.Verdicts, Verdict{Statement: statement}, CompareVerdicts)
	end := first
	for end < len(g.Verdicts) && g.Verdicts[end].Statement == statement {
		end++
	}
	return g.Verdicts[first:end]
}

// Standing is what reviewers made of a statement of the subgraph, which is sorted.
func (g Subgraph) Standing(s Statement) Standing {
	if slices.ContainsFunc(s.Citations, func(c Citation) bool { _, ok := ReviewerOf(c.Extractor); return ok }) {
		return Edited
	}
	v, _ := Deciding(s.Polarity, g.VerdictsOn(s.ID))
	return v.Standing()
}

// Entity finds an entity by its id.
func (g Subgraph) Entity(id ID) (Entity, bool) {
	i, ok := slices.BinarySearchFunc(g.Entities, id, func(e Entity, id ID) int { return compareIDs(e.ID, id) })
	if !ok {
		return Entity{}, false
	}
	return g.Entities[i], true
}

// Article finds an article by its id.
func (g Subgraph) Article(id uuid.UUID) (Article, bool) {
	i, ok := slices.BinarySearchFunc(g.Articles, id, func(a Article, id uuid.UUID) int { return slices.Compare(a.ID[:], id[:]) })
	if !ok {
		return Article{}, false
	}
	return g.Articles[i], true
}

// Name gives an entity's name, or the one in its id where the subgraph lacks the entity.
func (g Subgraph) Name(id ID) string {
	if e, ok := g.Entity(id); ok && e.Name != "" {
		return e.Name
	}
	return id.Name()
}

// Called gives an entity's name as people can tell it from its namesakes, see [ID.Distinct].
func (g Subgraph) Called(id ID) string { return id.Distinct(g.Name(id)) }

func compareEntities(a, b Entity) int { return compareIDs(a.ID, b.ID) }

func compareIDs(a, b ID) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
