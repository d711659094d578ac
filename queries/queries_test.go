package queries_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/queries"
)

// The JSON of an answer is what the command and the server print: its members are a contract.
func TestJSON(t *testing.T) {
	s := newStore(t, ruritania())
	backs, err := queries.Backs(t.Context(), s, queries.Options{Name: "~Northern_Front"})
	if err != nil {
		t.Fatal(err)
	}
	article := `{"id":"` + backs.Backers[0].Evidence.Article.ID.String() + `","publisher":"The Gazette"}`
	statement := backs.Backers[0].Statements[0].String()
	marks := `{"subject":[0,9],"trigger":[10,14],"object":[15,33]}`
	patron := `{"id":"Ruritania","name":"Ruritania","type":"state","isState":true}`
	client := `{"id":"~Northern_Front","name":"Northern Front","type":"armed_group"}`
	fact := graph.FactID("Ruritania", graph.Backs, "~Northern_Front").String()
	sameJSON(t, backs, `{"name":`+client+`,"backers":[{"fact":"`+fact+`","patron":`+patron+`,"client":`+client+`,
		"polarity":"affirmed","allegedOnly":false,"modalities":[],"kinds":["weapons"],"ended":false,"valid":[],"contested":false,"denials":0,
		"deniedBy":[],"sources":[{"id":"The_Gazette","name":"The Gazette"}],"speakers":[],"deniers":[],"articles":1,"reviewed":0,"rejected":false,"evidence":{"statement":"`+statement+`",
		"sentence":"Ruritania arms the Northern Front.","marks":`+marks+`,"confidence":0.90,"polarity":"affirmed","speaker":null,
		"article":`+article+`},"statements":["`+statement+`"],"against":[]}],"clients":[],"pairs":[],"denied":0,"hidden":0,"undated":0,"unplaced":0,"retracted":0,"superseded":0,"rejected":0}`)

	why, err := queries.Why(t.Context(), s, "Ruritania", graph.Backs, "~Northern_Front", queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameJSON(t, why, `{"subject":`+patron+`,"object":`+client+`,"ties":[{"fact":"`+fact+`","subject":`+patron+`,"predicate":"backs",
		"object":`+client+`,"contested":false,"ended":false,"sources":[{"id":"The_Gazette","name":"The Gazette"}],"deniedBy":[],
		"for":[{"statement":"`+statement+`","polarity":"affirmed","speaker":null,"confidence":0.90,"article":`+article+`,"copyOf":null,
		"citations":[{"sentence":"Ruritania arms the Northern Front.","span":[0,34],"marks":`+marks+`,"kinds":["weapons"],
		"valid":null,"place":null,"phase":null,"via":null,"rule":"backs.arm","extractor":"","confidence":0.90}]}],
		"against":[]}],"hidden":0,"undated":0,"unplaced":0,"retracted":0,"superseded":0,"rejected":0}`)

	empty, err := queries.Why(t.Context(), s, "Nobody", "", "~Northern_Front", queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameJSON(t, empty, `{"subject":{"id":"Nobody","name":"Nobody"},"object":`+client+`,"ties":[],"hidden":0,"undated":0,"unplaced":0,"retracted":0,"superseded":0,"rejected":0}`)
}

func sameJSON(t *testing.T, got any, want string) {
	t.Helper()
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	want = strings.NewReplacer("\n", "", "\t", "").Replace(want)
	if string(text) != want {
		t.Errorf("JSON\n%s\nwant\n%s", text, want)
	}
}

// Names of hostile texts come through as they are, and find nothing but themselves.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{
		`a> <backs> <b`, "line\nbreak", `"quoted" \ back`, "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "%3C%3E", "%s%d%n",
		"../../etc/passwd", "st:x", "art:1", "A\u202eB", strings.Repeat("long ", 500), "日本", "\xff\xfe", "...",
	} {
		id := graph.UnknownID(name, "")
		r := ruritania()
		r.Entities[1].ID, r.Entities[1].Name = id, strings.ToValidUTF8(name, "\uFFFD")
		r.Statements[0].Object = id
		s := newStore(t, r)
		for _, typed := range []string{string(id), name} {
			e, err := queries.Resolve(t.Context(), s, nil, typed, queries.WantAny)
			if err != nil || e.ID != id {
				t.Errorf("%q: resolved to %q: %v", typed, e.ID, err)
			}
		}
		answer, err := queries.Backs(t.Context(), s, queries.Options{Name: id})
		if err != nil || len(answer.Backers) != 1 || answer.Backers[0].Client.ID != id {
			t.Errorf("%q: %d backers: %v", name, len(answer.Backers), err)
		}
	}
}

func TestResolveErrors(t *testing.T) {
	s := newStore(t, ruritania())
	_, err := queries.Resolve(t.Context(), s, nil, "Northen Front", queries.WantAny)
	var unknown *queries.UnknownNameError
	if !errors.As(err, &unknown) || unknown.Name != "Northen Front" || len(unknown.Near) != 1 || unknown.Near[0].ID != "~Northern_Front" {
		t.Errorf("got %v, near %v", err, unknown)
	}
	if want := `resolve name: no entity is called "Northen Front"`; err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
	ambiguous := &queries.AmbiguousNameError{Name: "SDF", Candidates: []graph.Entity{{ID: "A"}, {ID: "B"}}}
	if want := `"SDF" may mean A, B`; ambiguous.Error() != want {
		t.Errorf("error %q, want %q", ambiguous, want)
	}
}

// Whether the dictionary has a name only as another spelling of one.
func TestRespelt(t *testing.T) {
	d, err := actors.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"Saudi Arabiaa": true, "Hezbolah": true, "  Irann ": true,
		"Saudi Arabia": false, "saudi-arabia": false, "<Saudi_Arabia>": false, "Haftar's forces": false,
	} {
		if got := queries.Respelt(d, name); got != want {
			t.Errorf("Respelt(%q) = %v, want %v", name, got, want)
		}
	}
}

// Every question reports what keeps the store from answering.
func TestStoreErrors(t *testing.T) {
	s := newStore(t, ruritania())
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	questions := map[string]func(context.Context) error{
		"backs": func(ctx context.Context) error {
			_, err := queries.Backs(ctx, s, queries.Options{})
			return err
		},
		"backs of a name": func(ctx context.Context) error {
			_, err := queries.Backs(ctx, s, queries.Options{Name: "Ruritania"})
			return err
		},
		"why": func(ctx context.Context) error {
			_, err := queries.Why(ctx, s, "Ruritania", "", "~Northern_Front", queries.Options{})
			return err
		},
		"stories": func(ctx context.Context) error {
			_, err := queries.Stories(ctx, s)
			return err
		},
		"subgraph": func(ctx context.Context) error {
			_, _, err := queries.Subgraph(ctx, s, queries.Options{})
			return err
		},
		"subgraph around a name": func(ctx context.Context) error {
			_, _, err := queries.Subgraph(ctx, s, queries.Options{Name: "Ruritania"})
			return err
		},
		"resolve an id": func(ctx context.Context) error {
			_, err := queries.Resolve(ctx, s, nil, "Ruritania", queries.WantAny)
			return err
		},
		"gizmo": func(ctx context.Context) error {
			for _, err := range queries.Gizmo(ctx, s, `g.V().all()`, queries.Limits{}) {
				return err
			}
			return nil
		},
	}
	for name, ask := range questions {
		if err := ask(cancelled); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: got %v", name, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, ask := range questions {
		if err := ask(t.Context()); !errors.Is(err, store.ErrClosed) {
			t.Errorf("%s, closed: got %v", name, err)
		}
	}
}

func TestGizmo(t *testing.T) {
	s := newStore(t, ruritania())
	var rows []map[string]any
	for row, err := range queries.Gizmo(t.Context(), s, `g.V("<~Northern_Front>").in("<backs>").all(); g.emit(1); g.emit(2)`, queries.Limits{MaxRows: 2}) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	if len(rows) != 2 || rows[0]["id"] != "<Ruritania>" {
		t.Errorf("rows %v", rows)
	}
	for _, err := range queries.Gizmo(t.Context(), s, `while (true) {}`, queries.Limits{Timeout: 1}) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	}
}
