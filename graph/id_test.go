package graph_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"golang.org/x/text/unicode/norm"

	"entente.example/graph"
)

// vectors are ids that another implementation (Python's uuid and unicodedata) has derived from the same words.
type vectors struct {
	Namespace uuid.UUID `json:"namespace"`
	Articles  []struct {
		Text   string    `json:"text"`
		SHA256 string    `json:"sha256"`
		ID     uuid.UUID `json:"id"`
	} `json:"articles"`
	Facts []struct {
		Subject  graph.ID       `json:"subject"`
		Relation graph.Relation `json:"relation"`
		Object   graph.ID       `json:"object"`
		ID       uuid.UUID      `json:"id"`
	} `json:"facts"`
	Statements []struct {
		Article  uuid.UUID      `json:"article"`
		Subject  graph.ID       `json:"subject"`
		Relation graph.Relation `json:"relation"`
		Object   graph.ID       `json:"object"`
		Polarity graph.Polarity `json:"polarity"`
		Modality graph.Modality `json:"modality"`
		Speaker  graph.ID       `json:"speaker"`
		Valid    graph.Valid    `json:"valid"`
		ID       uuid.UUID      `json:"id"`
	} `json:"statements"`
	Entities []struct {
		Name      string   `json:"name"`
		Qualifier string   `json:"qualifier"`
		ID        graph.ID `json:"id"`
	} `json:"entities"`
	Verdicts []struct {
		Statement uuid.UUID `json:"statement"`
		By        string    `json:"by"`
		Label     string    `json:"label"`
		ID        uuid.UUID `json:"id"`
	} `json:"verdicts"`
}

// TestVectors holds the ids for good: stores and links depend on them.
func TestVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/ids.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	if len(v.Articles) == 0 || len(v.Facts) == 0 || len(v.Statements) == 0 || len(v.Entities) == 0 || len(v.Verdicts) == 0 {
		t.Fatal("vectors are missing")
	}
	if graph.Namespace != v.Namespace {
		t.Errorf("namespace %s, want %s", graph.Namespace, v.Namespace)
	}
	for _, a := range v.Articles {
		doc := graph.NewDocument("", a.Text, graph.Appearance{})
		if doc.SHA256 != a.SHA256 || doc.ID != a.ID || graph.ArticleID(a.SHA256) != a.ID {
			t.Errorf("article %q: %s %s, want %s %s", a.Text, doc.SHA256, doc.ID, a.SHA256, a.ID)
		}
	}
	for _, f := range v.Facts {
		if got := graph.FactID(f.Subject, f.Relation, f.Object); got != f.ID {
			t.Errorf("fact %+v: got %s", f, got)
		}
	}
	for _, s := range v.Statements {
		statement := graph.Statement{
			Article: s.Article, Subject: s.Subject, Relation: s.Relation, Object: s.Object,
			Polarity: s.Polarity, Modality: s.Modality, Speaker: s.Speaker,
			Citations: []graph.Citation{{Valid: s.Valid}},
		}
		if got := graph.StatementID(statement); got != s.ID {
			t.Errorf("statement %+v: got %s", s, got)
		}
	}
	for _, w := range v.Verdicts {
		verdict := graph.Verdict{Statement: w.Statement, By: w.By}
		if verdict.Normalize(); verdict.ID != w.ID || graph.ReviewerLabel(verdict.By) != w.Label {
			t.Errorf("verdict %+v: got %s, %s", w, verdict.ID, graph.ReviewerLabel(verdict.By))
		}
	}
	for _, e := range v.Entities {
		if got := graph.NewID(e.Name, e.Qualifier); got != e.ID {
			t.Errorf("entity %q (%s): got %q, want %q", e.Name, e.Qualifier, got, e.ID)
		}
	}
}

func TestIDs(t *testing.T) {
	for _, test := range []struct {
		id     graph.ID
		want   graph.ID
		name   string
		listed bool
	}{
		{graph.NewID("Libyan National Army", ""), "Libyan_National_Army", "Libyan National Army", true},
		{graph.NewID("Wagner", "Russia"), "Wagner_(Russia)", "Wagner (Russia)", true},
		{graph.UnknownID("Sham Legion", "Syria"), "~Sham_Legion_(Syria)", "Sham Legion (Syria)", false},
		{graph.UnknownID("100% \"Us\"", ""), "~100%25_%22Us%22", "100% \"Us\"", false},
		{graph.TerritoryID("Libya"), "Libya_(territory)", "Libya (territory)", true},
		{graph.NewID("", ""), "", "", false},
		// What is not seen tells no names apart.
		{graph.NewID("L\u200bN\u200dA\ufeff", ""), "LNA", "LNA", true},
		{graph.UnknownID("\u202eSham\u202c Le\u00adgion\U000e0041", "Sy\u2066ria"), "~Sham_Legion_(Syria)", "Sham Legion (Syria)", false},
		{graph.NewID("Red\u009b31m Brigade\ufe0f", ""), "Red31m_Brigade", "Red31m Brigade", true},
		{graph.NewID("\u0600١", ""), "\u0600١", "\u0600١", true},
	} {
		if test.id != test.want || test.id.Name() != test.name || test.id.Listed() != test.listed {
			t.Errorf("got %q, name %q, listed %v; want %+v", test.id, test.id.Name(), test.id.Listed(), test)
		}
	}
	if got := graph.ID("Libya_(territory)").IRI(); got != "https://entente.example/id/Libya_(territory)" {
		t.Errorf("got %q", got)
	}
}

// A name that several have is told with what tells the one from the others.
func TestDistinct(t *testing.T) {
	for _, c := range []struct {
		id         graph.ID
		name, want string
	}{
		{"Ansar_al-Sharia_(Yemen)", "Ansar al-Sharia", "Ansar al-Sharia (Yemen)"},
		{"~Tuareg_rebels_(Mali)", "Tuareg rebels", "Tuareg rebels (Mali)"},
		{"Tripoli_(Lebanon)", "Tripoli", "Tripoli (Lebanon)"},
		{"Tripoli", "Tripoli", "Tripoli"},
		{"Libya_(territory)", "Libya", "Libya"},
		{"Eighth_United_States_Army", "Eighth Army", "Eighth Army"},
		{"Alpha_Group_(FSB)", "Alpha", "Alpha"},
		{"~Report_(draft)", "", ""},
		{"", "", ""},
	} {
		if got := c.id.Distinct(c.name); got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.id, c.name, got, c.want)
		}
	}
}

// FuzzNewID has ids hold nothing that an IRI forbids, and tell names apart.
func FuzzNewID(f *testing.F) {
	for _, name := range []string{
		"Libyan National Army", "a> <b> .\n<c", "100%", "%41", "A", "Cafe\u0301", "a|\u0301b", "\xff", "\x00", "a_b", " ", "~x", "\u0085", "\u202e",
		"e\u200d\u0301", "\u009b", "%E2%80%AE",
	} {
		f.Add(name, "")
		f.Add(name, "Syria")
	}
	f.Fuzz(func(t *testing.T, name, qualifier string) {
		for _, id := range []graph.ID{graph.NewID(name, qualifier), graph.UnknownID(name, qualifier)} {
			for _, r := range string(id) {
				if r <= 0x20 || r == 0x7f || strings.ContainsRune("<>\"{}|^`\\", r) ||
					r < 0xa0 && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
					t.Fatalf("%q of %q holds %q", id, name, r)
				}
			}
			if !utf8.ValidString(string(id)) || !norm.NFC.IsNormalString(string(id)) {
				t.Fatalf("%q of %q is not UTF-8 in NFC", id, name)
			}
			if strings.Contains(string(id), "_") {
				continue // an underscore of the name comes back as a space
			}
			if again := graph.NewID(strings.TrimPrefix(string(id.Name()), "~"), ""); qualifier == "" && !strings.HasPrefix(id.Name(), "~") &&
				again != graph.ID(strings.TrimPrefix(string(id), "~")) {
				t.Errorf("the name %q of %q gives %q", id.Name(), id, again)
			}
		}
	})
}
