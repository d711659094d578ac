package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Passages as agencies and monitors send them from a front, day by day.
func TestDispatches(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "rebels without a name are those of the country at war",
			text: "DAMASCUS, Syria: Government troops backed by Hezbollah shelled rebel-held Zabadani on Monday. Hezbollah has fought rebel forces near Zabadani for weeks.",
			want: []string{"~Syrian_rebels controls Zabadani affirmed", "Hezbollah fights ~Syrian_rebels affirmed"},
			not:  []string{"Hezbollah controls Zabadani affirmed"},
		},
		{
			name: "rebel groups of which none is named are nobody",
			text: "The Burundian army trains in Burundi. Burundi has fought against rebel groups in Bubanza.",
			not:  []string{"Burundi fights ~Burundian_rebels affirmed"},
		},
		{
			name: "those villages",
			text: "Daesh militants stormed the villages of Tal Malid and Harbal. Those villages were retaken by the Levant Front on Friday.",
			want: []string{"Levant_Front captured ~Tal_Malid affirmed", "Levant_Front captured ~Harbal affirmed"},
		},
		{
			name: "the same areas",
			text: "The Iraqi army entered the towns of Bashiqa and Bartella on Sunday. French warplanes carried out air strikes in the same areas.",
			want: []string{"France attacked Bashiqa affirmed", "France attacked Bartella affirmed"},
			not:  []string{"France deployed_to Bashiqa affirmed"},
		},
		{
			name: "other areas",
			text: "The Iraqi army entered the towns of Bashiqa and Bartella on Sunday. French warplanes carried out air strikes in other areas.",
			not:  []string{"France attacked Bashiqa affirmed", "France attacked Bartella affirmed"},
		},
		{
			name: "a number that begins a sentence",
			text: "Thirty Islamic State fighters were killed in clashes with the Libyan National Army near Benghazi.",
			want: []string{"Islamic_State fights Libyan_National_Army affirmed"},
			not:  []string{"Libyan_National_Army fights ~Thirty affirmed"},
		},
		{
			name: "a force behind the initials of its name",
			text: "At least 30 Islamic State (IS) group militants have been killed in French air strikes in Hasakeh.",
			want: []string{"France fights Islamic_State affirmed", "France attacked Hasakah affirmed"},
		},
		{
			name: "tanks and air strikes help whom they back",
			text: "Syrian rebels backed by Turkish tanks and air strikes have been pushing towards al-Bab.",
			want: []string{"Turkey backs ~Syrian_rebels affirmed", "~Syrian_rebels attacked al-Bab affirmed"},
		},
		{
			name: "how far a village lies from a town",
			text: "Islamic State fighters attacked the villages of Akhtarin and Tilalayn three kilometres (two miles) east of Dabiq.",
			want: []string{"Islamic_State attacked Akhtarin affirmed", "Islamic_State attacked ~Tilalayn_(Syria) affirmed"},
			not:  []string{"Islamic_State attacked Dabiq affirmed"},
		},
		{
			name: "strikes of a coalition and of a regime",
			text: "At least 30 Islamic State militants have been killed in coalition air strikes in Hasakeh. Regime shelling of Douma in Syria killed six people.",
			want: []string{"Islamic_State fights US-led_coalition affirmed", "Syria attacked Douma affirmed"},
		},
		{
			name: "a plain verb behind a plural",
			text: "The Houthis control large swathes of northern Yemen including the capital Sanaa.",
			want: []string{"Houthis controls northern_Yemen affirmed", "Houthis controls Sanaa affirmed"},
		},
		{
			name: "an owner without its apostrophe",
			text: "DAMASCUS, Syria: Forces from the regimes army and Hezbollah are engaged in their second week of heavy fighting with rebel forces near Zabadani a town west of Damascus. The war in Syria began in 2011.",
			want: []string{"Hezbollah fights ~Syrian_rebels affirmed", "Syria fights ~Syrian_rebels affirmed"},
		},
		{
			name: "the first attempt to seize a town has not seized it",
			text: "The LNA's first attempt to seize Tripoli began in April 2019.",
			want: []string{"Libyan_National_Army attacked Tripoli affirmed"},
			not:  []string{"Libyan_National_Army captured Tripoli affirmed"},
		},
		{
			name: "one of several is many",
			text: "Syrian rebels pushed on near the Islamic State stronghold of Dabiq. Fourteen of the Islamic State fighters were killed as they attempted to enter the village of Akhtarin.",
			want: []string{"Islamic_State attacked Akhtarin affirmed"},
			not:  []string{"~Syrian_rebels attacked Akhtarin affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := statements(t, test.text)
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("missing %q in %q", want, got)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("invented %q", not)
				}
			}
		})
	}
}

// statements gives what the built-in reader makes of a text, as line gives it.
func statements(t *testing.T, text string) []string {
	t.Helper()
	var got []string
	for _, st := range reader(t).Read(graph.NewDocument("test", text, graph.Appearance{})).Statements {
		got = append(got, line(st))
	}
	return got
}
