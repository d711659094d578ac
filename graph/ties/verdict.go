package ties

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"sort"

	"github.com/google/uuid"

	"entente.example/graph"
)

// verdictKey names a verdict: a reviewer has one on a statement.
type verdictKey struct {
	statement uuid.UUID
	by        string
}

// Verdict adds what a reviewer says of a statement, which need not be there, in place of what he said before.
func (b *Builder) Verdict(v graph.Verdict) { b.verdicts[verdictKey{v.Statement, v.By}] = &v }

// Withdraw takes a reviewer's verdict on a statement back.
func (b *Builder) Withdraw(statement uuid.UUID, by string) {
	b.verdicts[verdictKey{statement, by}] = nil
}

// written is what reviewers put in the place of statements: those of one id in one article are one.
type written struct {
	graph.Statement
	article uint32
	// originals are the numbers of the statements in whose place it stands.
	originals []int
}

// review marks the builder's statements with what the verdicts make of them, and adds what reviewers wrote instead. It
// gives, by the numbers of those, the numbers of the originals.
func (b *Builder) review() map[int][]int {
	of := map[uuid.UUID][]graph.Verdict{}
	for key, v := range b.verdicts {
		if v != nil {
			of[key.statement] = append(of[key.statement], *v)
		}
	}
	if len(of) == 0 {
		return nil
	}
	replacements := map[uuid.UUID]bool{}
	for _, verdicts := range of {
		for _, v := range verdicts {
			if v.Replacement != nil {
				replacements[v.Replacement.ID] = true
			}
		}
	}
	standing, edits := b.judge(of, replacements)
	originals := map[int][]int{}
	for _, id := range slices.SortedFunc(maps.Keys(edits), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }) {
		w := edits[id]
		twin, said := standing[id]
		number := b.write(w, twin, said)
		if said {
			w.originals = append(w.originals, twin)
		}
		originals[number] = w.originals
	}
	return originals
}

// judge sets what the verdicts make of each statement that is not gone. It gives where the statements stand that an article makes and a
// reviewer wrote in the place of another too, and what reviewers wrote.
func (b *Builder) judge(of map[uuid.UUID][]graph.Verdict, replacements map[uuid.UUID]bool) (standing map[uuid.UUID]int, edits map[uuid.UUID]*written) {
	standing, edits = map[uuid.UUID]int{}, map[uuid.UUID]*written{}
	for i := range b.statements.rows {
		s := *b.statements.row(i)
		if b.gone[s.article] {
			continue
		}
		v, ok := graph.Deciding(polarities[s.polarity], of[s.id])
		if ok {
			s.review = standingNumber(v.Standing())
			b.statements.set(i, s)
		}
		switch {
		case !ok || v.Decision == graph.Accept:
			if replacements[s.id] {
				standing[s.id] = i
			}
		case v.Replacement != nil && v.Replacement.Article == b.articles.row(int(s.article)).id:
			if edits[v.Replacement.ID] == nil {
				edits[v.Replacement.ID] = &written{Statement: *v.Replacement, article: s.article}
			} else {
				edits[v.Replacement.ID].Citations = append(slices.Clone(edits[v.Replacement.ID].Citations), v.Replacement.Citations...)
			}
			edits[v.Replacement.ID].originals = append(edits[v.Replacement.ID].originals, i)
		}
	}
	return standing, edits
}

// write adds what a reviewer wrote as a statement, and gives its number. Where the article says so already, at twin, both are one.
func (b *Builder) write(w *written, twin int, said bool) int {
	w.Normalize()
	number := b.statements.rows
	from, to := Days(graph.Valid(b.texts.at(b.articles.row(int(w.article)).date)))
	b.statement(w.article, w.Statement, [2]uint32{from, to}, map[string]uint32{})
	s := *b.statements.row(number)
	s.review = standingNumber(graph.Edited)
	if said {
		t := *b.statements.row(twin)
		for n := range int(t.count) {
			b.citations.add(*b.citations.row(int(t.citations) + n))
		}
		s.count += t.count
		t.review = standingNumber(graph.Replaced)
		b.statements.set(twin, t)
	}
	b.statements.set(number, s)
	return number
}

// unreview takes away what review added.
func (b *Builder) unreview(statements, citations int) {
	b.statements.cut(statements)
	b.citations.cut(citations)
	for i := range b.statements.rows {
		if s := *b.statements.row(i); s.review != 0 {
			s.review = 0
			b.statements.set(i, s)
		}
	}
}

func standingNumber(s graph.Standing) uint8 { return uint8(slices.Index(standings, s)) }

// withdrawn stands in a part for the decision of a verdict that was taken back.
const withdrawn = ^uint32(0)

// keepVerdicts takes the verdicts over, sorted; in a part also those that were taken back.
func (b *Builder) keepVerdicts(x *Index, part bool) {
	var all []graph.Verdict
	keys := slices.SortedFunc(maps.Keys(b.verdicts), func(a, b verdictKey) int {
		return cmp.Or(bytes.Compare(a.statement[:], b.statement[:]), cmp.Compare(a.by, b.by))
	})
	for _, key := range keys {
		switch v := b.verdicts[key]; {
		case v != nil:
			all = append(all, *v)
		case part:
			x.verdicts.add(verdictRow{statement: key.statement, by: b.texts.number(key.by), decision: withdrawn})
		}
	}
	slices.SortFunc(all, graph.CompareVerdicts)
	for _, v := range all {
		row := verdictRow{
			statement: v.Statement, by: b.texts.number(v.By), on: b.texts.number(string(v.On)), note: b.texts.number(v.Note),
			decision: uint32(slices.Index(decisions, v.Decision)),
		}
		if v.Replacement != nil {
			text, _ := json.Marshal(v.Replacement) // a statement is always JSON
			row.replacement = b.texts.number(string(text))
		}
		x.verdicts.add(row)
	}
}

// absorbVerdicts adds those of an index.
func (b *Builder) absorbVerdicts(x *Index) error {
	for i := range x.verdicts.rows {
		row := x.verdicts.row(i)
		if row.decision == withdrawn {
			b.Withdraw(row.statement, x.texts.at(row.by))
			continue
		}
		v, err := x.verdict(i)
		if err != nil {
			return err
		}
		b.Verdict(v)
	}
	return nil
}

func (x *Index) verdict(i int) (graph.Verdict, error) {
	row := x.verdicts.row(i)
	v := graph.Verdict{
		Statement: row.statement, By: x.texts.at(row.by), On: graph.Valid(x.texts.at(row.on)), Note: x.texts.at(row.note),
		Decision: decisions[row.decision],
	}
	v.ID = graph.VerdictID(v.Statement, v.By)
	if row.replacement != 0 {
		v.Replacement = &graph.Statement{}
		if err := json.Unmarshal([]byte(x.texts.at(row.replacement)), v.Replacement); err != nil {
			return v, cmp.Or(x.Err(), error(ErrDamaged))
		}
	}
	return v, nil
}

// Verdicts gives those on a statement, sorted by reviewer; on one that a reviewer wrote, those on the statements in whose
// place it stands. Errors say that the file is damaged.
func (x *Index) Verdicts(statement int) ([]graph.Verdict, error) {
	if x.statements.row(statement).review == 0 {
		return nil, nil
	}
	ids := []uuid.UUID{x.statements.row(statement).id}
	if originals := x.Originals(statement); len(originals) > 0 {
		ids = nil
		for _, i := range originals {
			ids = append(ids, x.statements.row(i).id)
		}
	}
	var found []graph.Verdict
	for _, id := range ids {
		first := sort.Search(x.verdicts.rows, func(i int) bool { return bytes.Compare(x.verdicts.row(i).statement[:], id[:]) >= 0 })
		for i := first; i < x.verdicts.rows && x.verdicts.row(i).statement == id; i++ {
			v, err := x.verdict(i)
			if err != nil {
				return nil, err
			}
			found = append(found, v)
		}
	}
	return found, x.Err()
}

// AllVerdicts gives all of them, sorted by statement and reviewer; their statements need not be in the index. Errors say
// that the file is damaged.
func (x *Index) AllVerdicts() ([]graph.Verdict, error) {
	all := make([]graph.Verdict, x.verdicts.rows)
	for i := range x.verdicts.rows {
		var err error
		if all[i], err = x.verdict(i); err != nil {
			return nil, err
		}
	}
	return all, x.Err()
}

// Originals gives the numbers of the statements in whose place one stands that a reviewer wrote.
func (x *Index) Originals(statement int) []int {
	first := sort.Search(x.edits.rows, func(i int) bool { return int(x.edits.row(i).statement) >= statement })
	var found []int
	for i := first; i < x.edits.rows && int(x.edits.row(i).statement) == statement; i++ {
		found = append(found, int(x.edits.row(i).original))
	}
	return found
}

// Reviewed reports whether there are verdicts at all.
func (x *Index) Reviewed() bool { return x.verdicts.rows > 0 }
