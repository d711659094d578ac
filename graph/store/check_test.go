package store_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"entente.example/graph/store"
)

// TestCheck spoils a store in each way that Check looks for.
func TestCheck(t *testing.T) {
	r := reading("one", backs("A", "B"))
	st, art := quad.IRI("st:"+r.Statements[0].ID.String()), quad.IRI("art:"+r.Article.ID.String())
	iri := func(s string) quad.Value { return quad.IRI(s) }
	other := "st:00000000-0000-5000-8000-000000000000"
	edge := quad.Quad{Subject: iri("A"), Predicate: iri("backs"), Object: iri("B"), Label: st}
	for name, test := range map[string]struct {
		in, out []quad.Quad
		want    string
	}{
		"nothing":            {},
		"no edge":            {out: []quad.Quad{edge}, want: "a quad is missing: <A> <backs> <B>"},
		"edge of nothing":    {in: []quad.Quad{{Subject: iri("A"), Predicate: iri("backs"), Object: iri("B"), Label: iri(other)}}, want: "belongs to nothing"},
		"edge without label": {in: []quad.Quad{{Subject: iri("A"), Predicate: iri("backs"), Object: iri("C")}}, want: "belongs to nothing"},
		"other predicate": {
			in:  []quad.Quad{{Subject: iri("A"), Predicate: iri("backs_denied"), Object: iri("B"), Label: st}},
			out: []quad.Quad{edge}, want: "belongs to nothing",
		},
		"other polarity": {
			in:  []quad.Quad{{Subject: st, Predicate: iri("polarity"), Object: quad.String("denied"), Label: art}},
			out: []quad.Quad{{Subject: st, Predicate: iri("polarity"), Object: quad.String("affirmed"), Label: art}},
			// its words no longer give its id
			want: "its words give the id",
		},
		"other kind":      {in: []quad.Quad{{Subject: st, Predicate: iri("kind"), Object: quad.String("air"), Label: art}}, want: "belongs to nothing"},
		"other label":     {in: []quad.Quad{{Subject: st, Predicate: iri("kind"), Object: quad.String("weapons"), Label: iri("art:x")}}, want: "belongs to nothing"},
		"bad citation":    {in: []quad.Quad{{Subject: st, Predicate: iri("citation"), Object: quad.String("{"), Label: art}}, want: "citation"},
		"half statement":  {out: []quad.Quad{{Subject: st, Predicate: iri("subject"), Object: iri("A"), Label: art}}, want: "is not whole"},
		"orphan":          {in: []quad.Quad{{Subject: iri(other), Predicate: iri("type"), Object: quad.String("statement"), Label: art}}, want: "its article is not there"},
		"no hash":         {out: []quad.Quad{{Subject: art, Predicate: iri("sha256"), Object: quad.String(r.Article.SHA256), Label: art}}, want: "is not whole"},
		"other extractor": {in: []quad.Quad{{Subject: art, Predicate: iri("extractor"), Object: quad.String("x"), Label: art}}, want: "its digest is"},
		"no entity": {
			out: []quad.Quad{
				{Subject: iri("A"), Predicate: iri("type"), Object: quad.String("armed_group"), Label: iri("actors")},
				{Subject: iri("A"), Predicate: iri("name"), Object: quad.String("A"), Label: iri("actors")},
			},
			want: `the store has no entity "A"`,
		},
		"entity's country":    {in: []quad.Quad{{Subject: iri("A"), Predicate: iri("country"), Object: quad.String("x"), Label: iri("actors")}}, want: "rather than an entity"},
		"one entity too many": {in: []quad.Quad{{Subject: iri("Z"), Predicate: iri("type"), Object: quad.String("state"), Label: iri("actors")}}, want: "its figures are"},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpenSpoilt(t, "memory:", store.Options{})
			mustAdd(t, s, r, reading("two", backs("A", "B")))
			if err := s.Write(test.in, test.out); err != nil {
				t.Fatal(err)
			}
			problems, err := s.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			found := slices.ContainsFunc(problems, func(p store.Problem) bool { return strings.Contains(p.What, test.want) })
			if found != (test.want != "") || test.want == "" && len(problems) > 0 {
				t.Errorf("want %q, got %q", test.want, problems)
			}
		})
	}
}
