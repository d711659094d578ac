package eval

import (
	"cmp"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"

	"entente.example/graph"
)

// Options say how statements are measured.
type Options struct {
	// Strict matches entities by their names alone; where one gold entity of an article goes by several names, only the
	// commonest of them counts.
	Strict bool
	// Texts holds the articles as NAME.txt, to check that evidence stands in them letter for letter; nil: not checked.
	Texts fs.FS
	// Known tells whether the dictionary has a name; then facts are also counted by how many of their ends it has. nil: they are not.
	Known func(name string) bool
	// Bootstrap is how many times the articles are drawn, with replacement, to tell how sure F1 is; 0: not at all. The draws
	// come from a generator with a fixed seed of its own, so that they are the same each time.
	Bootstrap int
}

// Result holds the figures.
type Result struct {
	// Relations and Polarities have a row for each that is in the gold or in a false statement, the commonest first.
	Relations  []Row `json:"relations"`
	Polarities []Row `json:"polarities"`
	// Names has a row for facts both of whose ends the dictionary has, for those with one, and for those with none.
	Names []Row `json:"names,omitempty"`
	// Reliability compares confidence with what was right.
	Reliability Reliability `json:"reliability"`
	// PolaritySeen counts statements that hit a fact if their polarity is left aside, PolarityRight those with the right one.
	PolarityRight int `json:"polarityRight"`
	PolaritySeen  int `json:"polaritySeen"`
	// Kinds counts kinds of support on the backs facts that were found.
	Kinds Tally `json:"kinds"`
	// EvidenceWrong counts those of EvidenceSeen statements whose evidence does not stand in the article.
	EvidenceWrong   int  `json:"evidenceWrong"`
	EvidenceSeen    int  `json:"evidenceSeen"`
	EvidenceChecked bool `json:"evidenceChecked"`
	// DeniedAsAffirmed lists statements that affirm what the gold has only as denied.
	DeniedAsAffirmed []Tie `json:"deniedAsAffirmed"`
	// Draws is how many draws the interval of F1 comes from, Low and High its ends.
	Draws int     `json:"draws,omitempty"`
	Low   float64 `json:"low,omitempty"`
	High  float64 `json:"high,omitempty"`
	// Strangers counts statements of articles that are not in the gold.
	Strangers int `json:"strangers"`
	// WithoutPolarity leaves polarity aside. All is the figure.
	WithoutPolarity Tally `json:"withoutPolarity"`
	All             Tally `json:"all"`
	Articles        int   `json:"articles"`
	// Errors lists every fact that was missed and every false statement, article by article.
	Errors []Mistake `json:"errors"`
}

// Row is the tally of one relation or polarity.
type Row struct {
	Name string `json:"name"`
	Tally
}

// Tie names a statement as it was given.
type Tie struct {
	Doc      string         `json:"doc"`
	Subject  string         `json:"subject"`
	Relation graph.Relation `json:"predicate"`
	Object   string         `json:"object"`
}

// Mistake is a fact that was missed or a statement that is false.
type Mistake struct {
	Tie
	// Missed facts are the gold's, the others are false statements.
	Missed   bool           `json:"missed"`
	Polarity graph.Polarity `json:"polarity"`
	Evidence string         `json:"evidence"`
}

// Score measures statements against the gold. Of gold articles with one name the last counts. Errors are those of
// reading Options.Texts.
func Score(gold []Article, records iter.Seq[graph.Record], opts Options) (Result, error) {
	byDoc := map[string]Article{}
	for _, article := range gold {
		byDoc[docKey(article.Doc)] = article
	}
	s := scorer{opts: opts, result: Result{Articles: len(byDoc), EvidenceChecked: opts.Texts != nil}}
	predicted := map[string][]statement{}
	for record := range records {
		doc := docKey(record.Doc)
		if _, ok := byDoc[doc]; !ok {
			s.result.Strangers++
			continue
		}
		predicted[doc] = append(predicted[doc], newStatement(record, opts.Strict))
	}
	docs := make([]string, 0, len(byDoc))
	for doc := range byDoc {
		docs = append(docs, doc)
	}
	slices.Sort(docs)
	for _, doc := range docs {
		if err := s.article(doc, byDoc[doc], predicted[doc]); err != nil {
			return Result{}, err
		}
	}
	s.result.Relations, s.result.Polarities = s.relations.rows(), s.polarities.rows()
	s.result.Names, s.result.Reliability = s.names.rows(), newReliability(s.judged)
	s.bootstrap()
	return s.result, nil
}

// scorer adds up the articles.
type scorer struct {
	opts                  Options
	result                Result
	relations, polarities table
	names                 table
	judged                []judged
	perArticle            []Tally
}

// verdicts are what became of the statements and facts of one article.
type verdicts struct {
	hit, hitLoose []bool
	kinds         []map[graph.Kind]bool
	// wrong holds the last statement of each false tie, in the order of the first.
	wrong      ordered[wrongKey]
	wrongLoose map[Tie]bool
}

type wrongKey struct {
	tie      Tie
	polarity graph.Polarity
}

func (s *scorer) article(doc string, gold Article, predicted []statement) error {
	if err := s.checkEvidence(doc, predicted); err != nil {
		return err
	}
	m := newMatcher(gold, predicted, s.opts.Strict)
	v := verdicts{
		hit: make([]bool, len(gold.Facts)), hitLoose: make([]bool, len(gold.Facts)),
		kinds: make([]map[graph.Kind]bool, len(gold.Facts)), wrongLoose: map[Tie]bool{},
	}
	for _, p := range predicted {
		s.judge(doc, gold, p, m.candidates(p), &v)
	}
	s.count(doc, gold, &v)
	return nil
}

func (s *scorer) checkEvidence(doc string, predicted []statement) error {
	if s.opts.Texts == nil {
		return nil
	}
	text, err := fs.ReadFile(s.opts.Texts, doc+".txt")
	if err != nil {
		return fmt.Errorf("check evidence: %w", err)
	}
	for _, p := range predicted {
		s.result.EvidenceSeen++
		if p.Evidence == "" || !strings.Contains(string(text), p.Evidence) {
			s.result.EvidenceWrong++
		}
	}
	return nil
}

// judge compares one statement with the facts that have its relation and its ends.
func (s *scorer) judge(doc string, gold Article, p statement, candidates []int, v *verdicts) {
	tie := Tie{Doc: doc, Subject: p.Subject.Name, Relation: p.Predicate, Object: p.Object.Name}
	exact, denied := false, true
	for _, i := range candidates {
		v.hitLoose[i] = true
		denied = denied && gold.Facts[i].Polarity == graph.Denied
		if gold.Facts[i].Polarity != p.Polarity {
			continue
		}
		exact, v.hit[i] = true, true
		if v.kinds[i] == nil {
			v.kinds[i] = map[graph.Kind]bool{}
		}
		for _, kind := range p.Kinds {
			v.kinds[i][kind] = true
		}
	}
	if p.Confidence > 0 {
		s.judged = append(s.judged, judged{float64(p.Confidence) / 100, exact})
	}
	if !exact {
		v.wrong.put(wrongKey{tie, p.Polarity}, p)
	}
	if len(candidates) == 0 {
		v.wrongLoose[tie] = true
		return
	}
	s.result.PolaritySeen++
	if exact {
		s.result.PolarityRight++
	}
	if p.Polarity == graph.Affirmed && denied {
		s.result.DeniedAsAffirmed = append(s.result.DeniedAsAffirmed, tie)
	}
}

// count adds one article to the tallies.
func (s *scorer) count(doc string, gold Article, v *verdicts) {
	var here Tally
	for i, f := range gold.Facts {
		for _, tally := range []*Tally{&here, s.relations.of(string(f.Relation)), s.polarities.of(string(f.Polarity))} {
			tally.fact(v.hit[i])
		}
		if s.opts.Known != nil {
			s.names.of(ends(s.knows(gold.Names(f.Subject)...), s.knows(gold.Names(f.Object)...))).fact(v.hit[i])
		}
		s.result.WithoutPolarity.fact(v.hitLoose[i])
		if !v.hit[i] {
			tie := Tie{Doc: doc, Subject: f.Subject, Relation: f.Relation, Object: f.Object}
			s.result.Errors = append(s.result.Errors, Mistake{Tie: tie, Missed: true, Polarity: f.Polarity, Evidence: f.Evidence})
		} else if f.Relation == graph.Backs {
			s.result.Kinds.kinds(f.Kinds, v.kinds[i])
		}
	}
	for _, key := range v.wrong.keys {
		for _, tally := range []*Tally{&here, s.relations.of(string(key.tie.Relation)), s.polarities.of(string(key.polarity))} {
			tally.False++
		}
		if p := v.wrong.last[key]; s.opts.Known != nil {
			s.names.of(ends(s.knows(p.Subject.Name, p.Subject.Mention), s.knows(p.Object.Name, p.Object.Mention))).False++
		}
		s.result.Errors = append(s.result.Errors, Mistake{Tie: key.tie, Polarity: key.polarity, Evidence: v.wrong.last[key].Evidence})
	}
	s.result.WithoutPolarity.False += len(v.wrongLoose)
	s.result.All.add(here)
	s.perArticle = append(s.perArticle, here)
}

// knows reports whether the dictionary has one of the names.
func (s *scorer) knows(names ...string) bool { return slices.ContainsFunc(names, s.opts.Known) }

// ends names the row for a tie by which of its ends the dictionary has.
func ends(subject, object bool) string {
	switch {
	case subject && object:
		return "both"
	case subject || object:
		return "one"
	}
	return "none"
}

// bootstrap tells between which bounds F1 lies in 95 per cent of the draws.
func (s *scorer) bootstrap() {
	n := s.opts.Bootstrap
	if n <= 0 || len(s.perArticle) == 0 {
		return
	}
	draw := rand.New(rand.NewPCG(1, 1))
	scores := make([]float64, n)
	for i := range scores {
		var sum Tally
		for range s.perArticle {
			sum.add(s.perArticle[draw.IntN(len(s.perArticle))])
		}
		if sum.Hits > 0 {
			scores[i] = float64(2*sum.Hits) / float64(2*sum.Hits+sum.False+sum.Missed)
		}
	}
	slices.Sort(scores)
	s.result.Draws = n
	s.result.Low, s.result.High = scores[int(0.025*float64(n))], scores[int(0.975*float64(n))]
}

// ordered keeps keys in the order in which they came first, with the last statement of each.
type ordered[K comparable] struct {
	keys []K
	last map[K]statement
}

func (o *ordered[K]) put(key K, p statement) {
	if o.last == nil {
		o.last = map[K]statement{}
	}
	if _, ok := o.last[key]; !ok {
		o.keys = append(o.keys, key)
	}
	o.last[key] = p
}

// table keeps tallies by name, in the order in which they came up.
type table struct {
	names   []string
	tallies map[string]*Tally
}

func (t *table) of(name string) *Tally {
	if t.tallies == nil {
		t.tallies = map[string]*Tally{}
	}
	if t.tallies[name] == nil {
		t.names = append(t.names, name)
		t.tallies[name] = &Tally{}
	}
	return t.tallies[name]
}

// rows gives the tallies, those with most gold facts first, equal ones in the order in which they came up.
func (t *table) rows() []Row {
	var rows []Row
	for _, name := range t.names {
		rows = append(rows, Row{name, *t.tallies[name]})
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.Gold(), a.Gold()) })
	return rows
}
