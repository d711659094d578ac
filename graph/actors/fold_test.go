package actors_test

import (
	"testing"

	"entente.example/graph/actors"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"al-Watiya":                  "alwatiya",
		" Al Watiya ":                "alwatiya",
		"The Wagner Group":           "wagnergroup",
		" the Wagner Group":          "wagnergroup",
		"Theodor":                    "theodor",
		"Recep Tayyip Erdoğan":       "receptayyiperdogan",
		"Ma\u02bcrib, M\u0101rib":    "maribmarib",
		"Soma\u0301lia":              "somalia",
		"Søren Łącki-Weiß":           "sorenlackiweiss",
		"Дебальцево":                 "дебальцево",
		"17 February Brigade (2011)": "17februarybrigade2011",
		"...":                        "",
	} {
		if got := actors.Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b        string
		limit, want int
	}{
		{"haftar", "haftar", 2, 0},
		{"haftar", "hiftar", 2, 1},
		{"haftar", "hafar", 2, 1},
		{"haftar", "hafatr", 2, 1}, // two letters changed places
		{"haftar", "haftarsforces", 2, 1},
		{"haf", "haftar", 2, 3},
		{"haftar", "sarraj", 2, 3},
	} {
		if got := actors.Distance(test.a, test.b, test.limit); got != test.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", test.a, test.b, test.limit, got, test.want)
		}
	}
}
