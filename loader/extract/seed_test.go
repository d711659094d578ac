package extract_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
)

// seed reads the article that the project began with: machine-paraphrased, without its date line.
func seed(t testing.TB) graph.Document {
	t.Helper()
	content, err := os.ReadFile("../../testdata/articles/libya-2020-05-28.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.TrimPrefix(string(content), " date 2020-05-28 ")
	return graph.NewDocument("libya-2020-05-28", text, graph.Appearance{Published: "2020-05-28"})
}

func line(s graph.Statement) string {
	return strings.Join([]string{string(s.Subject), string(s.Relation), string(s.Object), string(s.Polarity)}, " ")
}

// What a careful reader takes from the seed article at the least, and what it does not say.
func TestSeed(t *testing.T) {
	reading := reader(t).Read(seed(t))
	found := map[string][]graph.Statement{}
	for _, s := range reading.Statements {
		found[line(s)] = append(found[line(s)], s)
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
	}
	for _, want := range []string{
		"Russia backs Libyan_National_Army affirmed",
		"Egypt backs Libyan_National_Army affirmed",
		"United_Arab_Emirates backs Libyan_National_Army affirmed",
		"Turkey backs Government_of_National_Accord affirmed",
		"Khalifa_Haftar leads Libyan_National_Army affirmed",
		"Government_of_National_Accord fights Libyan_National_Army affirmed",
		"Libyan_National_Army attacked Tripoli affirmed",
		"Government_of_National_Accord captured al-Watiya_Air_Base affirmed",
		"Libyan_National_Army controls Tarhuna affirmed",
		"Libyan_National_Army controls Jufra affirmed",
		"Libyan_National_Army withdrew_from Tripoli affirmed",
		"Russia withdrew_from Tripoli affirmed",
		"Russia deployed_to Jufra affirmed",
		"Ahmed_al-Mismari member_of Libyan_National_Army affirmed",
		"Russia backs Libyan_National_Army denied",
	} {
		if found[want] == nil {
			t.Errorf("missing: %s", want)
		}
	}
	for key := range found {
		subject, rest, _ := strings.Cut(key, " ")
		if strings.HasPrefix(rest, "backs ") && (subject == "Sudan" || subject == "Syria") ||
			strings.HasPrefix(key, "Libyan_National_Army controls Tripoli") {
			t.Errorf("invented: %s", key)
		}
	}
	troops := slices.ContainsFunc(found["Russia backs Libyan_National_Army affirmed"], func(s graph.Statement) bool {
		return slices.Contains(s.Kinds(), graph.Troops)
	})
	if !troops {
		t.Error("Russia backs the LNA with no troops")
	}
	denied := found["Russia backs Libyan_National_Army denied"]
	if len(denied) != 1 || denied[0].Speaker != "Ahmed_al-Mismari" {
		t.Errorf("the denial is not Mismari's alone: %v", denied)
	}
	for _, s := range reading.Statements {
		for _, c := range s.Citations {
			if s.Polarity == graph.Affirmed && s.Relation != graph.MemberOf && strings.Contains(c.Sentence, "denied any foreigners") {
				t.Errorf("affirmed out of a denial: %s", line(s))
			}
		}
	}
}

func BenchmarkSeed(b *testing.B) {
	r, doc := reader(b), seed(b)
	r.Read(doc)
	b.ReportAllocs()
	for b.Loop() {
		r.Read(doc)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
