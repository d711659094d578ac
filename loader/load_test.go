package loader_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
)

// memory opens an empty store and, at the end of the test, checks that what is in it is whole.
func memory(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		problems, err := s.Check(context.Background())
		if err != nil || len(problems) > 0 {
			t.Errorf("check: %v, %v", problems, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func dump(t testing.TB, s *store.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sequence gives documents, and errors, in their order.
func sequence(elements ...any) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for _, e := range elements {
			doc, _ := e.(graph.Document)
			err, _ := e.(error)
			if err != nil {
				doc.Name = "bad"
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func document(name, text string, published graph.Valid) graph.Document {
	return graph.NewDocument(name, text, graph.Appearance{URL: "https://news.example/" + name, Published: published})
}

// fake reads each word behind "backs " as a client of Ruritania, with the day of the article. Those that appeared before
// 28 May say one thing more.
type fake struct {
	name  string
	reads *atomic.Int64
	hook  func(graph.Document)
	// words changes the text, for readers that read otherwise.
	words *strings.Replacer
}

func newFake() fake {
	return fake{name: "fake@1", reads: new(atomic.Int64), hook: func(graph.Document) {}, words: strings.NewReplacer()}
}

func (f fake) Name() string { return f.name }

func (f fake) Read(doc graph.Document) graph.Reading {
	f.reads.Add(1)
	f.hook(doc)
	doc.Text = f.words.Replace(doc.Text)
	reading := graph.Reading{Article: doc.Article}
	reading.Article.Extractor = f.name
	ids := []graph.ID{"Ruritania"}
	if day := doc.Date(); day != "" && day < "2020-05-28" {
		doc.Text += " backs Predecessor."
	}
	for at := 0; ; {
		n := strings.Index(doc.Text[at:], "backs ")
		if n < 0 {
			break
		}
		at += n + len("backs ")
		word, _, _ := strings.Cut(doc.Text[at:], " ")
		id := graph.UnknownID(strings.TrimSuffix(word, "."), "")
		ids = append(ids, id)
		reading.Statements = append(reading.Statements, graph.Statement{
			Article: doc.ID, Subject: "Ruritania", Relation: graph.Backs, Object: id, Polarity: graph.Affirmed,
			Citations: []graph.Citation{{Sentence: word, Span: graph.Span{at, at + len(word)}, Valid: doc.Date(), Rule: "fake", Confidence: 90}},
		})
	}
	for _, id := range ids {
		reading.Entities = append(reading.Entities, graph.Entity{ID: id, Name: id.Name(), Type: graph.ArmedGroup})
	}
	reading.Normalize()
	return reading
}

// many gives articles of some statements each, the first of which come again with another date at the end.
func many(n int) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for i := range n + n/10 {
			k := i % n
			text := fmt.Sprintf("In town %d, it is said that Ruritania backs Front%d and backs Army%d.", k, k%17, k)
			day := graph.Valid(fmt.Sprintf("2020-05-%02d", 28-i/n))
			if !yield(document(fmt.Sprintf("a%d-%s", k, day), text, day), nil) {
				return
			}
		}
	}
}

// The extractor itself: something is read, the same with any number of workers, and a second load changes nothing.
func TestLoad(t *testing.T) {
	r, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	docs := func() iter.Seq2[graph.Document, error] {
		var docs []any
		for i, text := range []string{
			"Russia backs the Libyan National Army with fighters and weapons.\n\nTurkey supports the Government of National Accord.",
			"Iran supplied the Houthis with missiles in 2019, the United States said.",
			"Hezbollah fighters captured Qusayr.", "Egypt denied that it arms the Libyan National Army.",
		} {
			docs = append(docs, document(fmt.Sprint(i), text, "2020-05-28"))
		}
		return sequence(docs...)
	}
	one, eight := memory(t), memory(t)
	report, err := loader.Load(t.Context(), one, r, docs(), loader.Options{Workers: 1})
	if err != nil || report.New != 4 || report.Articles != 4 || report.Statements == 0 || report.Entities == 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if _, err := loader.Load(t.Context(), eight, r, docs(), loader.Options{Workers: 8}); err != nil {
		t.Fatal(err)
	}
	first := dump(t, one)
	if diff := cmp.Diff(first, dump(t, eight)); diff != "" {
		t.Errorf("1 worker and 8 differ:\n%s", diff)
	}
	again, err := loader.Load(t.Context(), one, r, docs(), loader.Options{})
	if diff := cmp.Diff(loader.Report{Articles: 4, Unchanged: 4}, again); diff != "" || err != nil {
		t.Errorf("second load (-want +got), %v:\n%s", err, diff)
	}
	if dump(t, one) != first {
		t.Error("the second load changed the store")
	}
}

func TestLoadWorkers(t *testing.T) {
	var dumps []string
	var reports []loader.Report
	for _, workers := range []int{1, 8} {
		s := memory(t)
		report, err := loader.LoadWith(t.Context(), s, newFake(), many(120), loader.Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		dumps, reports = append(dumps, dump(t, s)), append(reports, report)
	}
	if dumps[0] != dumps[1] {
		t.Error("1 worker and 8 give different stores")
	}
	want := loader.Report{Articles: 120, New: 120, Copies: 12, Statements: 240 + 12, Entities: 120 + 17 + 2}
	for _, report := range reports {
		if diff := cmp.Diff(want, report); diff != "" {
			t.Errorf("report (-want +got):\n%s", diff)
		}
	}
}

func TestLoadCopies(t *testing.T) {
	early, late := document("early", "Ruritania backs Front.", "2020-05-01"), document("late", "Ruritania  backs\nFront.", "2020-05-28")
	late.Text = early.Text // so that one reading's offsets fit both
	latest := document("latest", early.Text, "2020-05-29")
	other := document("other", "Ruritania backs Army.", "2020-05-02")
	union := []graph.Appearance{early.Appearances[0], late.Appearances[0]}
	tests := []struct {
		name   string
		loads  [][]any
		report loader.Report // of the last load
	}{
		{"one load, earlier first", [][]any{{early, late}}, loader.Report{Articles: 1, New: 1, Copies: 1, Statements: 2, Entities: 3}},
		{"one load, later first", [][]any{{late, early}}, loader.Report{Articles: 1, New: 1, Copies: 1, Statements: 2, Entities: 3}},
		{"the very same twice", [][]any{{late, early, late, early}}, loader.Report{Articles: 1, New: 1, Copies: 3, Statements: 2, Entities: 3}},
		{"two loads", [][]any{{late}, {early}}, loader.Report{Articles: 1, Replaced: 1, Statements: 1, Changed: 1, Entities: 1}},
		{"two loads, same reading", [][]any{{early}, {late}}, loader.Report{Articles: 1, Extended: 1}},
		{"two loads, the second of copies", [][]any{{late}, {early, latest}}, loader.Report{Articles: 1, Replaced: 1, Copies: 1, Statements: 1, Changed: 1, Entities: 1}},
		{"known, then with another appearance", [][]any{{early}, {early, late}}, loader.Report{Articles: 1, Extended: 1, Copies: 1}},
		{"known twice", [][]any{{early, late}, {late, early}}, loader.Report{Articles: 1, Unchanged: 1, Copies: 1}},
		{"with another article", [][]any{{late, other}, {early, other}}, loader.Report{Articles: 2, Replaced: 1, Changed: 1, Unchanged: 1, Statements: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := memory(t)
			var report loader.Report
			for _, docs := range tt.loads {
				var err error
				if report, err = loader.LoadWith(t.Context(), s, newFake(), sequence(docs...), loader.Options{}); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(tt.report, report); diff != "" {
				t.Errorf("report (-want +got):\n%s", diff)
			}
			article, err := s.Article(t.Context(), early.ID)
			article.Appearances = slices.DeleteFunc(article.Appearances, func(a graph.Appearance) bool { return a == latest.Appearances[0] })
			if diff := cmp.Diff(union, article.Appearances); diff != "" || err != nil {
				t.Errorf("appearances (-want +got), %v:\n%s", err, diff)
			}
			for statement, err := range s.Statements(t.Context(), store.Filter{Article: early.ID}) {
				if err != nil || statement.Citations[0].Valid != "2020-05-01" {
					t.Errorf("read in the light of %s, %v", statement.Citations[0].Valid, err)
				}
			}
		})
	}
}

// A copy that tells nothing of what became of the article does not undo what another says, in whichever order they come.
func TestLoadStatus(t *testing.T) {
	plain := document("plain", "Ruritania backs Front.", "2020-05-28")
	marked := document("marked", plain.Text, "2020-05-01")
	marked.Status, marked.Archive = graph.Retracted, "https://archive.example/1"
	for name, loads := range map[string][][]any{
		"one load, marked first": {{marked, plain}},
		"one load, marked last":  {{plain, marked}},
		"loads, marked first":    {{marked}, {plain}},
		"loads, marked last":     {{plain}, {marked}},
	} {
		t.Run(name, func(t *testing.T) {
			s := memory(t)
			for _, docs := range loads {
				if _, err := loader.LoadWith(t.Context(), s, newFake(), sequence(docs...), loader.Options{}); err != nil {
					t.Fatal(err)
				}
			}
			article, err := s.Article(t.Context(), plain.ID)
			if err != nil || article.Status != graph.Retracted || article.Archive != marked.Archive {
				t.Errorf("status %q, archive %q, %v", article.Status, article.Archive, err)
			}
		})
	}
}

func TestLoadNewExtractor(t *testing.T) {
	s := memory(t)
	first, second := newFake(), newFake()
	second.name = "fake@2"
	for _, r := range []fake{first, first} {
		if _, err := loader.LoadWith(t.Context(), s, r, many(3), loader.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if n := first.reads.Load(); n != 3 {
		t.Errorf("%d articles were read, want each once", n)
	}
	again := func(yield func(graph.Document, error) bool) { // the store knows when they appeared
		for doc := range many(3) {
			doc.Appearances = nil
			if !yield(doc, nil) {
				return
			}
		}
	}
	second.hook = func(doc graph.Document) {
		if doc.Date() != "2020-05-28" {
			t.Errorf("read in the light of %q", doc.Date())
		}
	}
	report, err := loader.LoadWith(t.Context(), s, second, again, loader.Options{})
	if err != nil || report.Replaced != 3 || second.reads.Load() != 3 {
		t.Errorf("%+v, %v, %d read", report, err, second.reads.Load())
	}
}

// With Resume nothing that is in the store is read again, but what appeared elsewhere still is.
func TestLoadResume(t *testing.T) {
	s := memory(t)
	first, second := newFake(), newFake()
	second.name = "fake@2"
	if _, err := loader.LoadWith(t.Context(), s, first, many(3), loader.Options{}); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	report, err := loader.LoadWith(t.Context(), s, second, many(3), loader.Options{Resume: true})
	if err != nil || report.Unchanged != 3 || second.reads.Load() != 0 || dump(t, s) != before {
		t.Errorf("%+v, %v, %d read", report, err, second.reads.Load())
	}
	report, err = loader.LoadWith(t.Context(), s, second, many(4), loader.Options{Resume: true})
	if err != nil || report.New != 1 || report.Unchanged != 3 || second.reads.Load() != 1 {
		t.Errorf("%+v, %v, %d read", report, err, second.reads.Load())
	}
}

// A newer extractor reads again, and the report says what it gained and lost.
func TestLoadGainsAndLosses(t *testing.T) {
	s := memory(t)
	docs := func() iter.Seq2[graph.Document, error] {
		return sequence(
			document("a", "Ruritania backs Front. Ruritania backs Army. Ruritania arms Unit.", "2020-05-28"),
			document("b", "Ruritania backs Army.", "2020-05-28"),
		)
	}
	first, second := newFake(), newFake()
	second.name, second.words = "fake@2", strings.NewReplacer("arms ", "backs ", "backs Front", "likes Front")
	if _, err := loader.LoadWith(t.Context(), s, first, docs(), loader.Options{}); err != nil {
		t.Fatal(err)
	}
	report, err := loader.LoadWith(t.Context(), s, second, docs(), loader.Options{})
	want := loader.Report{Articles: 2, Replaced: 2, Statements: 1, Gone: 1, Entities: 1}
	if diff := cmp.Diff(want, report); diff != "" || err != nil {
		t.Errorf("report (-want +got), %v:\n%s", err, diff)
	}
	fresh := memory(t)
	if _, err := loader.LoadWith(t.Context(), fresh, second, docs(), loader.Options{}); err != nil {
		t.Fatal(err)
	}
	got := strings.Builder{}
	for line := range strings.Lines(dump(t, s)) {
		if !strings.Contains(line, "<~Front>") { // entities stay
			got.WriteString(line)
		}
	}
	if diff := cmp.Diff(dump(t, fresh), got.String()); diff != "" {
		t.Errorf("something of the first reading stayed:\n%s", diff)
	}
}

func TestLoadFailures(t *testing.T) {
	r := newFake()
	r.hook = func(doc graph.Document) {
		if doc.Name == "panics" {
			panic("no end of a sentence")
		}
	}
	broken := document("broken", "Ruritania backs Front.", "2020-05-01")
	broken.SHA256 = "0"
	german := strings.Repeat("Die Armee hat in der Stadt und auf dem Land gegen die Rebellen gekämpft. ", 3)
	bad := errors.New("no text")
	s := memory(t)
	report, err := loader.LoadWith(t.Context(), s, r, sequence(
		bad, document("good", "Ruritania backs Front.", "2020-05-02"), document("panics", "Ruritania backs Army.", ""), document("german", german, ""),
		graph.Document{Article: broken.Article, Name: "broken", Text: "Ruritania backs Unit."},
	), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	for _, f := range report.Failures {
		failed = append(failed, f.Name)
	}
	// What breaks the model comes to light only when the batch is written. "broken" has the id of "good".
	if diff := cmp.Diff([]string{"bad", "panics", "broken"}, failed); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
	if !errors.Is(report.Failures[0].Err, bad) || !strings.Contains(report.Failures[1].Err.Error(), "no end of a sentence") {
		t.Errorf("%v", report.Failures)
	}
	if diff := cmp.Diff([]loader.Warning{{Name: "german", Text: "looks like it is not English"}}, report.Warnings); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	want := loader.Report{Articles: 1, New: 1, Copies: 1}
	if diff := cmp.Diff(want, report, cmpopts.IgnoreFields(loader.Report{}, "Failures", "Warnings", "Entities", "Statements")); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

func TestLoadCancelled(t *testing.T) {
	s := memory(t) // checks that whole articles are in it
	ctx, cancel := context.WithCancel(t.Context())
	report, err := loader.LoadWith(ctx, s, newFake(), many(80), loader.Options{Progress: func(_ int, written loader.Report) {
		if written.New > 0 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil || report.New == 0 || report.New == 80 {
		t.Fatalf("%+v, %v", report, err)
	}
	if stats.Articles != report.Articles || stats.Statements != report.Statements || stats.Entities != report.Entities {
		t.Errorf("the report tells %+v, the store holds %+v", report, stats)
	}
	whole := memory(t)
	for _, into := range []*store.Store{s, whole} {
		if _, err := loader.LoadWith(t.Context(), into, newFake(), many(80), loader.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if dump(t, s) != dump(t, whole) {
		t.Error("a load that was interrupted and repeated gives another store")
	}
}

// What is under way stays bounded however slow the first document is.
func TestLoadBounded(t *testing.T) {
	tests := []struct {
		name, text string
		most       int64
	}{
		{"by documents", "", 600},
		{"by bytes", strings.Repeat("word", 1<<20), 32},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var given atomic.Int64
			var once sync.Once
			release := make(chan struct{})
			r := newFake()
			r.hook = func(doc graph.Document) {
				if doc.Name == "0" {
					<-release
				}
			}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			stalled := make(chan struct{})
			docs := func(yield func(graph.Document, error) bool) {
				for i := range 2000 {
					given.Store(int64(i))
					if int64(i) > tt.most {
						once.Do(func() { close(stalled) })
					}
					doc := graph.Document{Name: fmt.Sprint(i), Text: tt.text}
					doc.SHA256 = graph.TextSHA256(fmt.Sprint(i))
					doc.ID = graph.ArticleID(doc.SHA256)
					if !yield(doc, nil) {
						return
					}
				}
			}
			s := memory(t)
			finished := make(chan error)
			go func() {
				_, err := loader.LoadWith(ctx, s, r, docs, loader.Options{Workers: 2})
				finished <- err
			}()
			settle(&given)
			select {
			case <-stalled:
				t.Errorf("%d documents were taken while the first was read", given.Load())
			default:
			}
			cancel()
			close(release)
			if err := <-finished; !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
	}
}
