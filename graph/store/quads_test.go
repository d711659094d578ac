package store_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/store"
)

// TestQuadsOfStatement holds the form of a statement, letter for letter.
func TestQuadsOfStatement(t *testing.T) {
	r := reading("one", tie{"Russia", graph.Backs, "Libyan_National_Army", graph.Alleged, graph.Claimed, "Ahmed_al-Mismari"})
	r.Statements[0].Citations[0].Kinds = []graph.Kind{graph.Air, graph.Weapons}
	quads, _, err := store.StatementQuads(r.Statements[0])
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, q := range quads {
		got.WriteString(store.Line(q))
	}
	want := `<Russia> <backs_alleged> <Libyan_National_Army> <ST> .
<ST> <type> "statement" <ART> .
<ST> <subject> <Russia> <ART> .
<ST> <predicate> <backs> <ART> .
<ST> <object> <Libyan_National_Army> <ART> .
<ST> <article> <ART> <ART> .
<ST> <polarity> "alleged" <ART> .
<ST> <modality> "claimed" <ART> .
<ST> <speaker> <Ahmed_al-Mismari> <ART> .
<ST> <kind> "air" <ART> .
<ST> <kind> "weapons" <ART> .
<ST> <valid> "2020-05" <ART> .
<ST> <phase> "ongoing" <ART> .
<ST> <citation> "{\"sentence\":\"Russia backs Libyan_National_Army.\",\"span\":[0,34],\"marks\":{\"subject\":[0,0],\"trigger\":[0,0],\"object\":[0,0]},\"kinds\":[\"air\",\"weapons\"],\"valid\":\"2020-05\",\"place\":\"\",\"phase\":\"ongoing\",\"rule\":\"test\",\"extractor\":\"rules@1\",\"confidence\":0.80}" <ART> .
`
	want = strings.NewReplacer("<ST>", "<st:"+r.Statements[0].ID.String()+">", "<ART>", "<art:"+r.Article.ID.String()+">").Replace(want)
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
	if len(quads) > 14 {
		t.Errorf("%d quads", len(quads))
	}
}

// FuzzQuads has a statement of any strings go into quads and their text, and come back.
func FuzzQuads(f *testing.F) {
	f.Add("Russia", "Libyan National Army", "Ahmed al-Mismari", "A sentence.", "Al-Jufra", "rule")
	f.Add("a> <b> <c> <d> .\n<e", "\"quoted\" \\back", "100% {sure}", "He said: \"x\\y\"\n\t\u0001\u2028é", "^`|", "\xff\x00")
	f.Add("~st:x", "review:me", "\u00a0", "'", "..", "")
	f.Fuzz(func(t *testing.T, subject, object, speaker, sentence, place, rule string) {
		article := graph.NewDocument("", sentence, graph.Appearance{Title: rule})
		s := graph.Statement{
			Article: article.ID, Subject: graph.UnknownID(subject, ""), Relation: graph.Backs, Object: graph.NewID(object, "x"),
			Polarity: graph.Denied, Speaker: graph.NewID(speaker, ""),
			Citations: []graph.Citation{{
				Sentence: sentence, Span: graph.Span{3, 3 + len(sentence)}, Place: graph.NewID(place, ""), Rule: rule, Confidence: 7,
			}},
		}
		s.Normalize()
		if s.Validate() != nil {
			t.Skip()
		}
		quads, back, err := store.StatementQuads(s)
		if err != nil {
			if strings.Contains(err.Error(), "an id of the store's own") {
				t.Skip()
			}
			t.Fatalf("%+v: %v", s, err)
		}
		s.Citations[0].Rule = strings.ToValidUTF8(rule, "\uFFFD")
		if strings.ToValidUTF8(rule, "") == rule { // how many marks stand for broken bytes is encoding/json's affair
			if diff := cmp.Diff(s, back); diff != "" {
				t.Errorf("it came back otherwise: %s", diff)
			}
		}
		parseBack(t, quads)

		e := graph.Entity{
			ID: s.Subject, Name: sentence, Type: graph.Person, Country: s.Object, PartOf: s.Citations[0].Place,
			Aliases: []graph.Alias{{Name: sentence}, {Name: sentence, When: "2020"}},
		}
		quads, entity, err := store.EntityQuads(e)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, entity); diff != "" {
			t.Errorf("the entity came back otherwise: %s", diff)
		}
		parseBack(t, quads)
	})
}

// parseBack writes quads and reads them with a parser that is not ours.
func parseBack(t *testing.T, quads []quad.Quad) {
	t.Helper()
	var text bytes.Buffer
	for _, q := range quads {
		text.WriteString(store.Line(q))
	}
	if got := bytes.Count(text.Bytes(), []byte("\n")); got != len(quads) {
		t.Errorf("%d quads became %d lines", len(quads), got)
	}
	reader := nquads.NewReader(&text, false)
	for i := 0; ; i++ {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) && i == len(quads) {
			return
		}
		if err != nil {
			t.Fatalf("quad %d: %v", i, err)
		}
		if q != quads[i] {
			t.Errorf("%#v became %#v", quads[i], q)
		}
	}
}

// TestHostileNames loads names that would break out of their quad, and looks whether the dump holds them and no more.
func TestHostileNames(t *testing.T) {
	s := memory(t)
	names := []string{
		`quote " and \ backslash`, "a> <b> <c> <d> .\n<e", "line\nbreak\ttab\rreturn", "100% %3C %", "<script>", "{}|^`",
		"\u202eright to left", "naïve Ünïcode", "actors", "entente:store", "st:x",
	}
	r := reading("hostile")
	for _, name := range names {
		id := graph.UnknownID(name, "")
		more := reading("hostile", backs(id, "Client"))
		r.Statements = append(r.Statements, more.Statements...)
		r.Entities = append(r.Entities, more.Entities...)
		r.Entities = append(r.Entities, graph.Entity{ID: id, Name: name, Aliases: []graph.Alias{{Name: name}, {Name: name, When: "2020/.."}}})
		r.Article.Appearances = append(r.Article.Appearances, graph.Appearance{Title: name})
	}
	mustAdd(t, s, r)
	noProblems(t, s)
	got := statements(t, s, store.Filter{Object: "Client"})
	if len(got) != len(names) {
		t.Errorf("%d statements of %d", len(got), len(names))
	}
	reader := nquads.NewReader(strings.NewReader(dump(t, s)), false)
	count := 0
	for {
		_, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		count++
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if count != stats.Quads-2 {
		t.Errorf("%d quads dumped, %d stored", count, stats.Quads)
	}
	for _, name := range names {
		e, err := s.Entity(t.Context(), graph.UnknownID(name, ""))
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		rows := gizmo(t, s, `g.V("<`+string(e.ID)+`>").out("<backs>").all()`)
		if len(rows) != 1 {
			t.Errorf("%q: %d rows", name, len(rows))
		}
	}
}

// FuzzSums has hashes added and taken off.
func FuzzSums(f *testing.F) {
	f.Add([]byte{0xff}, []byte{1})
	f.Add(bytes.Repeat([]byte{0xff}, 32), bytes.Repeat([]byte{0xff}, 32))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		var x, y [32]byte
		copy(x[:], a)
		copy(y[:], b)
		if err := store.SubtractSums(x, y); err != nil {
			t.Error(err)
		}
	})
}
