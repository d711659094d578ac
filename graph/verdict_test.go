package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
)

// judged is a statement of two citations, to say something of.
func judged() graph.Statement {
	s := graph.Statement{
		Article: uuid.MustParse("e574a059-1221-5e2f-b536-e84c57d12129"), Subject: "Ruritania", Relation: graph.Backs, Object: "Northern_Front",
		Polarity: graph.Affirmed,
		Citations: []graph.Citation{
			{Sentence: "Ruritania arms the Front.", Span: graph.Span{0, 25}, Kinds: []graph.Kind{graph.Weapons}, Rule: "r", Extractor: "rules@1", Confidence: 60},
			{Sentence: "It pays, too.", Span: graph.Span{30, 43}, Kinds: []graph.Kind{graph.Funding}, Rule: "r", Extractor: "rules@1", Confidence: 70},
		},
	}
	s.Normalize()
	return s
}

// rewritten is the statement as somebody else would put it.
func rewritten(change func(*graph.Statement)) *graph.Statement {
	s := judged()
	change(&s)
	return &s
}

func verdict(decision graph.Decision, by string, on graph.Valid) graph.Verdict {
	v := graph.Verdict{Statement: judged().ID, Decision: decision, By: by, On: on}
	if decision == graph.Edit {
		v.Replacement = rewritten(func(s *graph.Statement) { s.Object = "Southern_Front" })
	}
	v.Normalize()
	return v
}

func TestVerdictValidate(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*graph.Verdict)
		want   string // part of the error; empty: none
	}{
		{"as it is", func(*graph.Verdict) {}, ""},
		{"a note", func(v *graph.Verdict) { v.Note = "he said: \"no\"\n<x> .\n" }, ""},
		{"on nothing", func(v *graph.Verdict) { v.Statement = uuid.Nil }, "on no statement"},
		{"decision", func(v *graph.Verdict) { v.Decision = "maybe" }, `decision "maybe" is none of [accept reject edit]`},
		{"nobody", func(v *graph.Verdict) { v.By = " \u200b" }, "no name of a reviewer"},
		{"a long name", func(v *graph.Verdict) { v.By = strings.Repeat("a", 101) }, "more than 100"},
		{"no day", func(v *graph.Verdict) { v.On = "2024-05" }, "no day"},
		{"no date", func(v *graph.Verdict) { v.On = "" }, "no day"},
		{"no such day", func(v *graph.Verdict) { v.On = "2024-02-30" }, "no day"},
		{"a long note", func(v *graph.Verdict) { v.Note = strings.Repeat("a", 4001) }, "more than 4000"},
		{"an edit of nothing", func(v *graph.Verdict) { v.Decision = graph.Edit }, "an edit has a replacement"},
		{"a rejection with more", func(v *graph.Verdict) { v.Replacement = verdict(graph.Edit, "Mary", "2024-05-01").Replacement }, "nothing else has"},
		{"a replacement that breaks the model", func(v *graph.Verdict) {
			v.Decision, v.Replacement = graph.Edit, rewritten(func(s *graph.Statement) { s.Object = s.Subject })
		}, "is both ends"},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := verdict(graph.Reject, "Mary", "2024-05-01")
			test.change(&v)
			v.Normalize()
			err := v.Validate()
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
	v := verdict(graph.Edit, "Mary Stone", "2024-05-01")
	for _, c := range v.Replacement.Citations {
		if c.Extractor != "review:Mary_Stone" || c.Confidence != 100 {
			t.Errorf("the reviewer has not signed %+v", c)
		}
	}
	if v.Replacement.Citations[0].Extractor = "rules@1"; v.Validate() == nil {
		t.Error("a replacement that somebody else signed passes")
	}
	if v = verdict(graph.Accept, "Mary", "2024-05-01"); v.Validate() != nil {
		t.Error(v.Validate())
	}
	if v.ID = uuid.Max; v.Validate() == nil {
		t.Error("any id passes")
	}
}

func TestVerdictFits(t *testing.T) {
	sibling := judged()
	sibling.Object, sibling.Citations = "King", []graph.Citation{{Sentence: "The King ran.", Span: graph.Span{50, 63}}}
	sibling.Normalize()
	for _, test := range []struct {
		name   string
		change func(*graph.Statement)
		want   string
	}{
		{"another object", func(s *graph.Statement) { s.Object = "King" }, ""},
		{"other kinds", func(s *graph.Statement) { s.Citations[0].Kinds = []graph.Kind{graph.Air} }, ""},
		{"one citation less", func(s *graph.Statement) { s.Citations = s.Citations[:1] }, ""},
		{"a part of a sentence", func(s *graph.Statement) {
			s.Citations = []graph.Citation{{Sentence: "arms the Front", Span: graph.Span{10, 24}}}
		}, ""},
		{"a sentence of the article", func(s *graph.Statement) { s.Citations = sibling.Citations }, ""},
		{"the same", func(*graph.Statement) {}, "says the same"},
		{"another article", func(s *graph.Statement) { s.Article = uuid.Max }, "is of article"},
		{"another letter", func(s *graph.Statement) { s.Citations[0].Sentence = "Ruritania arms the front." }, "not known to say"},
		{"another place", func(s *graph.Statement) { s.Citations[0].Span = graph.Span{1, 26} }, "not known to say"},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := verdict(graph.Edit, "Mary", "2024-05-01")
			v.Replacement = rewritten(test.change)
			v.Normalize()
			err := v.Fits(judged(), []graph.Statement{judged(), sibling})
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
	v := verdict(graph.Reject, "Mary", "2024-05-01")
	if err := v.Fits(sibling, nil); err == nil {
		t.Error("a verdict on one statement fits another")
	}
}

// TestDeciding holds the rule by which one of several verdicts counts, whatever order they come in.
func TestDeciding(t *testing.T) {
	accept, reject, edit := graph.Accept, graph.Reject, graph.Edit
	for _, test := range []struct {
		name     string
		polarity graph.Polarity
		verdicts []graph.Verdict
		want     string
	}{
		{"the latest", graph.Affirmed, []graph.Verdict{verdict(reject, "Mary", "2024-05-01"), verdict(accept, "Omar", "2024-05-02")}, "Omar"},
		{"of one day a rejection", graph.Affirmed, []graph.Verdict{verdict(accept, "Mary", "2024-05-01"), verdict(reject, "Omar", "2024-05-01")}, "Omar"},
		{"then an edit", graph.Alleged, []graph.Verdict{verdict(accept, "Mary", "2024-05-01"), verdict(edit, "Omar", "2024-05-01")}, "Omar"},
		{"of a denial an acceptance", graph.Denied, []graph.Verdict{verdict(reject, "Mary", "2024-05-01"), verdict(accept, "Omar", "2024-05-01")}, "Omar"},
		{"a denial is rejected later", graph.Denied, []graph.Verdict{verdict(reject, "Mary", "2024-05-02"), verdict(accept, "Omar", "2024-05-01")}, "Mary"},
		{"names last", graph.Affirmed, []graph.Verdict{verdict(reject, "Omar", "2024-05-01"), verdict(reject, "Mary", "2024-05-01")}, "Mary"},
	} {
		for range 2 {
			slices.Reverse(test.verdicts)
			if v, ok := graph.Deciding(test.polarity, test.verdicts); !ok || v.By != test.want {
				t.Errorf("%s: got %s %v", test.name, v.By, ok)
			}
		}
	}
	if _, ok := graph.Deciding(graph.Affirmed, nil); ok {
		t.Error("there is none")
	}
}

func TestEdges(t *testing.T) {
	s := judged()
	kinds, denied := verdict(graph.Edit, "Mary", "2024-05-01"), verdict(graph.Edit, "Mary", "2024-05-01")
	kinds.Replacement = rewritten(func(s *graph.Statement) { s.Citations[0].Kinds = nil })
	denied.Replacement = rewritten(func(s *graph.Statement) { s.Polarity = graph.Denied })
	own := "Ruritania backs Northern_Front"
	for name, test := range map[string]struct {
		verdicts []graph.Verdict
		want     []string
	}{
		"none":           {nil, []string{own}},
		"accepted":       {[]graph.Verdict{verdict(graph.Accept, "Mary", "2024-05-01")}, []string{own}},
		"rejected":       {[]graph.Verdict{verdict(graph.Reject, "Mary", "2024-05-01")}, []string{"Ruritania backs_rejected Northern_Front"}},
		"edited":         {[]graph.Verdict{verdict(graph.Edit, "Mary", "2024-05-01")}, []string{"Ruritania backs_rejected Northern_Front", "Ruritania backs Southern_Front"}},
		"denied instead": {[]graph.Verdict{denied}, []string{"Ruritania backs_rejected Northern_Front", "Ruritania backs_denied Northern_Front"}},
		"other kinds":    {[]graph.Verdict{kinds}, []string{own}},
	} {
		var got []string
		for _, e := range s.Edges(test.verdicts) {
			got = append(got, string(e.Subject)+" "+e.Predicate+" "+string(e.Object))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}

// FuzzReviewer has every name either be none, or come back from its label.
func FuzzReviewer(f *testing.F) {
	for _, name := range []string{"Mary", " Mary \n Stone", "~~Omar", "a_b", "a|\u0301b", "%41", "\u202eyraM", "<x> .\n<y>", "review:Mary", "\u0301", "é", "~ ~_ x"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		by := graph.Reviewer(name)
		if graph.Reviewer(by) != by {
			t.Fatalf("%q of %q is not in its form", by, name)
		}
		if got, ok := graph.ReviewerOf(graph.ReviewerLabel(by)); ok != (by != "") || got != by {
			t.Fatalf("%q of %q comes back as %q, %v", by, name, got, ok)
		}
	})
}
