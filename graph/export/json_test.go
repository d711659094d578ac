package export_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/export"
)

// The subgraph comes back whole.
func TestJSONHoldsTheSubgraph(t *testing.T) {
	want := judged(warGraph(t, 120))
	var got graph.Subgraph
	if err := json.Unmarshal([]byte(write(t, want, "json", export.Options{})), &got); err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]graph.Statement{want.Statements, got.Statements, want.Aside, got.Aside} {
		emptyKinds(list)
	}
	for _, v := range append(want.Verdicts, got.Verdicts...) {
		if v.Replacement != nil {
			emptyKinds([]graph.Statement{*v.Replacement})
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// emptyKinds makes no difference between no kinds and none at all.
func emptyKinds(statements []graph.Statement) {
	for _, s := range statements {
		for i := range s.Citations {
			s.Citations[i].Kinds = append([]graph.Kind{}, s.Citations[i].Kinds...)
		}
	}
}

func TestJSONTies(t *testing.T) {
	var got struct {
		Format string `json:"format"`
		Ties   []struct {
			Subject, Predicate, Object, Polarity, Sentence string
			SubjectName, ObjectName                        string
			Modalities, Kinds, Statements, Against         []string
			Sources, AgainstSources, Valid                 []string
			Phase, First, Last, URL                        *string
		} `json:"ties"`
	}
	if err := json.Unmarshal([]byte(write(t, libya(t), "json", export.Options{})), &got); err != nil {
		t.Fatal(err)
	}
	if got.Format != "entente-subgraph/1" {
		t.Errorf("format %q", got.Format)
	}
	found := 0
	for _, tie := range got.Ties {
		if tie.Modalities == nil || tie.Kinds == nil || tie.Against == nil || tie.AgainstSources == nil || tie.Valid == nil {
			t.Errorf("a list of %s %s %s is null", tie.Subject, tie.Predicate, tie.Object)
		}
		if tie.Subject != "Russia" || tie.Object != "Libyan_National_Army" {
			continue
		}
		found++
		switch tie.Polarity {
		case "affirmed":
			if len(tie.Statements) != 3 || len(tie.Against) != 1 || *tie.Last != "2020-04-04" || tie.Phase != nil {
				t.Errorf("the affirmed tie is %+v", tie)
			}
		case "denied":
			if len(tie.Statements) != 1 || len(tie.Against) != 3 || tie.AgainstSources[0] != "Reuters" {
				t.Errorf("the denied tie is %+v", tie)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d ties of Russia and the army, want one affirmed and one denied", found)
	}
}

// What is cut away by options is gone from all lists that name it.
func TestJSONCut(t *testing.T) {
	opts := export.Options{Polarities: []graph.Polarity{graph.Affirmed}, Relations: []graph.Relation{graph.Backs}}
	var got graph.Subgraph
	if err := json.Unmarshal([]byte(write(t, libya(t), "json", opts)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Statements) == 0 {
		t.Fatal("nothing is left")
	}
	for _, s := range got.Statements {
		if s.Polarity != graph.Affirmed || s.Relation != graph.Backs {
			t.Errorf("%s is still there", s.Predicate())
		}
	}
}
