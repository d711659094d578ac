package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// TriadYearsAnswer lists support year by year, as the UCDP External Support Dataset does: by year, supporter, recipient.
type TriadYearsAnswer struct {
	Rows []TriadYear `json:"rows"`
	// Political counts the pairs and years in which nothing but political support is told, which that dataset does not code.
	Political int `json:"political"`
	LeftOut
}

// TriadYear is who supported whom, against whom, in a year. What no article tells is not told to be absent.
type TriadYear struct {
	Year      int `json:"year"`
	Supporter Ref `json:"supporter"`
	Recipient Ref `json:"recipient"`
	// Opponents are those whom the recipient is told to fight at any time, sorted by id.
	Opponents []Ref    `json:"opponents"`
	Wars      []WarRef `json:"wars"`
	// RecipientUCDP and SupporterUCDP are the actors' ids there, where the dictionary has them.
	RecipientUCDP string       `json:"recipientUcdp,omitempty"`
	SupporterUCDP string       `json:"supporterUcdp,omitempty"`
	Kinds         []graph.Kind `json:"kinds"`
	// Alleged says that nobody affirms it; Denials counts the statements that deny it in the year.
	Alleged bool `json:"alleged"`
	Denials int  `json:"denials"`
	// BothSides says that the supporter supports an opponent in the same year too.
	BothSides  bool        `json:"bothSides"`
	Sources    []Source    `json:"sources"`
	Evidence   Evidence    `json:"evidence"`
	Statements []uuid.UUID `json:"statements"`
}

// TriadYears lists who supported whom in which year: the years that the texts give, of a time that goes on until that of
// the article, else the article's year; of support that has ended, none after its end. It ignores Options.Relations,
// Depth and Limit. Errors wrap ErrOption or come from the store.
func TriadYears(ctx context.Context, s *store.Store, opts Options) (TriadYearsAnswer, error) {
	return ask(ctx, s, "triad years", func(x *ties.Index) (TriadYearsAnswer, error) { return triadYears(x, opts) })
}

func triadYears(x *ties.Index, opts Options) (TriadYearsAnswer, error) {
	opts.Relations = []graph.Relation{graph.Backs}
	v, err := look(x, opts)
	if err != nil {
		return TriadYearsAnswer{}, err
	}
	answer := TriadYearsAnswer{Rows: []TriadYear{}}
	supported := map[[3]int]bool{} // supporter, recipient, year
	var asked []sifted
	for f := range v.asked() {
		if v.shown(&f) && f.isSaid() {
			asked = append(asked, f)
			for year := range v.years(f.affirmed.cites(), f.alleged.cites()) {
				supported[[3]int{int(f.Subject), int(f.Object), year}] = true
			}
		}
	}
	for _, f := range asked {
		if err := v.yearsOf(&answer, &f, supported); err != nil {
			return TriadYearsAnswer{}, err
		}
	}
	slices.SortFunc(answer.Rows, func(a, b TriadYear) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Supporter.ID, b.Supporter.ID), cmp.Compare(a.Recipient.ID, b.Recipient.ID))
	})
	answer.LeftOut = v.left
	return answer, nil
}

// years groups citations by the years of which they speak.
func (v *view) years(lists ...[]ties.Cite) map[int][]ties.Cite {
	years := map[int][]ties.Cite{}
	for _, list := range lists {
		for _, c := range list {
			citation := v.x.Citation(c.Citation)
			told := v.x.Day(v.x.Statement(c.Statement).Article)
			from, to := citation.From, citation.To
			if from == 0 {
				from = min(told, to)
			}
			if to == ties.NoEnd {
				to = max(from, told)
			}
			ended := citation.Phase == graph.Ended
			if !citation.Dated() || to == ties.NoEnd || ended && !citation.Stated {
				continue // word of an end that it does not date is no word of support in its own year
			}
			if ended {
				from = to
			}
			for year := from / 10_000; year <= to/10_000; year++ {
				years[int(year)] = append(years[int(year)], c)
			}
		}
	}
	return years
}

// yearsOf adds the rows of a fact.
func (v *view) yearsOf(answer *TriadYearsAnswer, f *sifted, supported map[[3]int]bool) error {
	affirmed, denied := v.years(f.affirmed.cites()), v.years(f.denied.cites())
	opponents, wars, err := v.opponents(f.Object)
	if err != nil {
		return err
	}
	recipient, _ := v.x.Entity(f.Object)
	supporter, _ := v.x.Entity(f.Subject)
	for year, cites := range v.years(f.affirmed.cites(), f.alleged.cites()) {
		row := TriadYear{
			Year: year, Supporter: v.ref(f.Subject), Recipient: v.ref(f.Object), Opponents: v.refs(opponents), Wars: wars,
			RecipientUCDP: recipient.UCDP, SupporterUCDP: supporter.UCDP, Alleged: len(affirmed[year]) == 0,
			Denials: len(statementsOf(denied[year])), Sources: v.sources(v.x.Origins(cites)),
		}
		if !row.Alleged {
			cites = affirmed[year]
			row.Sources = v.sources(v.x.Origins(cites))
		}
		if !v.opts.shows(map[bool]graph.Polarity{true: graph.Alleged, false: graph.Affirmed}[row.Alleged]) {
			continue
		}
		var kinds ties.Kinds
		for _, c := range cites {
			kinds |= v.x.Citation(c.Citation).Kinds
		}
		if kinds == ties.KindsOf([]graph.Kind{graph.Political}) {
			answer.Political++
			continue
		}
		for _, opponent := range opponents {
			row.BothSides = row.BothSides || supported[[3]int{int(f.Subject), int(opponent), year}]
		}
		row.Kinds, row.Statements = notNil(kinds.List()), idsOf(v.x, statementsOf(cites))
		if row.Evidence, err = v.evidence(v.x.Best(cites)); err != nil {
			return err
		}
		answer.Rows = append(answer.Rows, row)
	}
	return nil
}

// statementsOf gives the statements of citations, each once, in order.
func statementsOf(cites []ties.Cite) []int {
	var statements []int
	for _, c := range cites {
		if len(statements) == 0 || statements[len(statements)-1] != c.Statement {
			statements = append(statements, c.Statement)
		}
	}
	return statements
}

// opponents gives those whom an actor is told to fight, and the wars in which it does.
func (v *view) opponents(n ties.Node) ([]ties.Node, []WarRef, error) {
	var nodes []ties.Node
	wars := []WarRef{}
	for opponent, l := range v.others(n, graph.Fights, true) {
		nodes = append(nodes, opponent)
		found, err := v.warsOf(l)
		if err != nil {
			return nil, nil, err
		}
		wars = append(wars, found...)
	}
	slices.Sort(nodes)
	slices.SortFunc(wars, func(a, b WarRef) int { return cmp.Compare(a.ID, b.ID) })
	return nodes, slices.Compact(wars), nil
}

// Coded is a row that somebody coded by hand.
type Coded struct {
	// Line is where it stands in its file.
	Line      int
	Supporter graph.ID
	Recipient graph.ID
	Year      int
	// Kinds of support; none are unknown ones.
	Kinds []graph.Kind
}

// CompareAnswer compares the store with data that were coded by hand: rows by year, supporter and recipient.
type CompareAnswer struct {
	Rows []CompareRow `json:"rows"`
	// Both counts the rows that are in both, OnlyHere those of the store alone, OnlyThere those of the table alone.
	Both      int `json:"both"`
	OnlyHere  int `json:"onlyHere"`
	OnlyThere int `json:"onlyThere"`
	// KindsBoth, KindsOnlyHere and KindsOnlyThere count the kinds of support of the rows that are in both.
	KindsBoth      int `json:"kindsBoth"`
	KindsOnlyHere  int `json:"kindsOnlyHere"`
	KindsOnlyThere int `json:"kindsOnlyThere"`
	LeftOut
}

// Overlap says in which of the two a row is.
type Overlap string

const (
	InBoth    Overlap = "both"
	OnlyHere  Overlap = "only here"
	OnlyThere Overlap = "only there"
)

// CompareRow is one supporter, recipient and year.
type CompareRow struct {
	Where     Overlap      `json:"where"`
	Year      int          `json:"year"`
	Supporter Ref          `json:"supporter"`
	Recipient Ref          `json:"recipient"`
	Kinds     []graph.Kind `json:"kinds"`
	Coded     []graph.Kind `json:"coded"`
	// Here is the store's row, null where it has none; Line that of the table, 0 where it has none.
	Here *TriadYear `json:"here"`
	Line int        `json:"line,omitempty"`
}

// Compare compares what the store tells, year by year (see [TriadYears]), with coded rows, in the years that those cover.
// Errors wrap ErrOption or come from the store.
func Compare(ctx context.Context, s *store.Store, coded []Coded, opts Options) (CompareAnswer, error) {
	return ask(ctx, s, "compare", func(x *ties.Index) (CompareAnswer, error) { return compare(x, coded, opts) })
}

func compare(x *ties.Index, coded []Coded, opts Options) (CompareAnswer, error) {
	here, err := triadYears(x, opts)
	if err != nil {
		return CompareAnswer{}, err
	}
	v, err := look(x, opts)
	if err != nil {
		return CompareAnswer{}, err
	}
	answer := CompareAnswer{Rows: []CompareRow{}, LeftOut: here.LeftOut}
	type key struct {
		supporter, recipient graph.ID
		year                 int
	}
	there := map[key]Coded{}
	first, last := 0, 0
	for _, c := range coded {
		k := key{c.Supporter, c.Recipient, c.Year}
		if old, ok := there[k]; ok {
			c.Line, c.Kinds = old.Line, append(slices.Clone(old.Kinds), c.Kinds...)
		}
		there[k] = c
		if first == 0 || c.Year < first {
			first = c.Year
		}
		last = max(last, c.Year)
	}
	for _, row := range here.Rows {
		if row.Year < first || row.Year > last {
			continue
		}
		r := CompareRow{Where: OnlyHere, Year: row.Year, Supporter: row.Supporter, Recipient: row.Recipient, Kinds: row.Kinds, Coded: []graph.Kind{}, Here: &row}
		k := key{row.Supporter.ID, row.Recipient.ID, row.Year}
		if c, ok := there[k]; ok {
			r.Where, r.Coded, r.Line = InBoth, distinctKinds(c.Kinds), c.Line
			delete(there, k)
		}
		answer.Rows = append(answer.Rows, r)
	}
	for k, c := range there {
		answer.Rows = append(answer.Rows, CompareRow{
			Where: OnlyThere, Year: k.year, Supporter: v.refTo(k.supporter), Recipient: v.refTo(k.recipient), Kinds: []graph.Kind{},
			Coded: distinctKinds(c.Kinds), Line: c.Line,
		})
	}
	slices.SortFunc(answer.Rows, func(a, b CompareRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Supporter.ID, b.Supporter.ID), cmp.Compare(a.Recipient.ID, b.Recipient.ID))
	})
	answer.count()
	return answer, nil
}

func distinctKinds(kinds []graph.Kind) []graph.Kind { return notNil(ties.KindsOf(kinds).List()) }

func (a *CompareAnswer) count() {
	for _, r := range a.Rows {
		switch r.Where {
		case OnlyHere:
			a.OnlyHere++
		case OnlyThere:
			a.OnlyThere++
		case InBoth:
			a.Both++
			for _, kind := range r.Kinds {
				if slices.Contains(r.Coded, kind) {
					a.KindsBoth++
				} else {
					a.KindsOnlyHere++
				}
			}
			for _, kind := range r.Coded {
				if !slices.Contains(r.Kinds, kind) {
					a.KindsOnlyThere++
				}
			}
		}
	}
}
