package extract_test

import "testing"

// Who does likewise, by a clause that says no more than that.
func TestLikewise(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "so has another, in a sentence of its own",
			text: "Turkey has armed the GNA. So has Qatar.",
			want: []string{"Qatar backs Government_of_National_Accord affirmed"},
		},
		{
			name: "and so do two others",
			text: "Russia supports the LNA, and so do Egypt and Jordan.",
			want: []string{"Egypt backs Libyan_National_Army affirmed", "Jordan backs Libyan_National_Army affirmed"},
		},
		{
			name: "nor did another",
			text: "Egypt did not arm Hamas. Nor did Jordan, officials said.",
			want: []string{"Jordan backs Hamas denied"}, not: []string{"Jordan backs Hamas affirmed"},
		},
		{
			name: "who is backed as well",
			text: "Hamas is backed by Iran. So is Hezbollah.",
			want: []string{"Iran backs Hezbollah affirmed"}, not: []string{"Hezbollah backs Hamas affirmed"},
		},
		{
			name: "who promised as well does no more than promise",
			text: "Turkey, which hosts Hamas, promised to arm the GNA. So did Qatar, which is rich.",
			want: []string{"Qatar backs Government_of_National_Accord alleged"},
			not:  []string{"Qatar backs Hamas affirmed", "Qatar backs Government_of_National_Accord affirmed"},
		},
		{
			name: "who says so as well, and what has changed as well",
			text: "Diplomats say that Turkey backs the GNA. So does Chad. Turkey attacked the YPG. So has Niger changed its course.",
			not:  []string{"Chad backs Government_of_National_Accord affirmed", "Niger fights People's_Protection_Units affirmed"},
		},
	})
}
