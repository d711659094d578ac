package actors_test

import (
	"os"
	"regexp"
	"testing"

	"entente.example/graph/actors"
)

var token = regexp.MustCompile(`(?:\p{L}\.){2,}|[’']s\b|\p{L}[’']\p{L}{2,}|[\p{L}\p{N}]+(?:[’'](?:\p{L}{2,}|[^s\P{L}]))*|[^\s]`)

// tokenize splits as package loader/text does, as far as names go: at spaces and hyphens and before 's.
func tokenize(s string) []string { return token.FindAllString(s, -1) }

func BenchmarkRead(b *testing.B) {
	folder := os.DirFS("data")
	b.ReportAllocs()
	for b.Loop() {
		d, err := actors.Read(folder)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(d.Len()), "entries")
	}
}

func BenchmarkLookupFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		d, err := actors.Read(os.DirFS("data"))
		if err != nil {
			b.Fatal(err)
		}
		d.Lookup("Libya")
	}
}

func BenchmarkMatcherBuild(b *testing.B) {
	d, err := actors.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	d.Lookup("Libya")
	b.ReportAllocs()
	for b.Loop() {
		d.Matcher(tokenize).Longest([]string{"Libya"}, 0)
	}
}

func BenchmarkLongest(b *testing.B) {
	d, err := actors.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	m := d.Matcher(tokenize)
	words := tokenize("The Government of National Accord said on Thursday that its fighters had driven Khalifa Haftar's " +
		"Libyan National Army, which Russia and Egypt back, from the al-Watiya airbase in the west of the country, after " +
		"weeks of shelling that the United Nations and several aid groups had condemned as a threat to civilians.")
	m.Longest(words, 0)
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			m.Longest(words, i)
		}
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkSuggest(b *testing.B) {
	d, err := actors.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	d.Suggest("Haftr", 3)
	b.ReportAllocs()
	for b.Loop() {
		d.Suggest("Goverment of Natoinal Accord", 3)
	}
}
