package queries_test

import (
	"math"
	"testing"

	"entente.example/queries"
)

func TestAgree(t *testing.T) {
	verdicts := func(letters string) map[string]string {
		m := map[string]string{}
		for i, c := range letters {
			if c != '-' {
				m[string(rune('a'+i))] = string(c)
			}
		}
		return m
	}
	tests := []struct {
		name, a, b   string
		both, agreed int
		kappa        float64 // NaN: not defined
	}{
		{"full agreement", "AARR", "AARR", 4, 4, 1},
		{"what chance gives", "AARR", "ARAR", 4, 2, 0},
		{"less than chance", "AARR", "RRAA", 4, 0, -1},
		{"a textbook's table: 20 and 15 agreed of 50", "AAAAAAAAAAAAAAAAAAAAAAAAARRRRRRRRRRRRRRRRRRRRRRRRR", "AAAAAAAAAAAAAAAAAAAARRRRRAAAAAAAAAARRRRRRRRRRRRRRR", 50, 35, 0.4},
		{"only one judged", "A---", "-AAA", 0, 0, math.NaN()},
		{"one verdict alone", "AAAA", "AAAA", 4, 4, math.NaN()},
	}
	for _, tt := range tests {
		got := queries.Agree(verdicts(tt.a), verdicts(tt.b))
		if got.Both != tt.both || got.Agreed != tt.agreed || got.Defined == math.IsNaN(tt.kappa) ||
			got.Defined && math.Abs(got.Kappa-tt.kappa) > 1e-9 || len(got.Differ) != tt.both-tt.agreed {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}
