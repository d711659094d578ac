package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Who is part of what, where more than a sentence tells it.
func TestMembers(t *testing.T) {
	tests := []struct {
		name, day, text string
		want, not       []string // statements as line gives them
	}{
		{
			name: "a heading of members and an item a line", day: "2017-08-01",
			text: "Levant Shield\n\nThe Levant Shield Coalition is a rebel coalition in Syria.\n\nMember groups\n\n- Sham Legion\n" +
				" - Army of the Morning (in the 2nd Legion as well)\n- 71st Brigade\n\nHistory\n\n- Hamza Division\n",
			want: []string{
				"Sham_Legion member_of ~Levant_Shield_Coalition_(Syria) affirmed",
				"~Army_of_the_Morning_(Syria) member_of ~Levant_Shield_Coalition_(Syria) affirmed",
				"~71st_Brigade_(Syria) member_of ~Levant_Shield_Coalition_(Syria) affirmed",
			},
			not: []string{"Hamza_Division member_of ~Levant_Shield_Coalition_(Syria) affirmed"},
		},
		{
			name: "a sentence that announces them", day: "2017-08-01",
			text: "Syria is at war. The Army of Conquest has these members:\n\n* Ahrar al-Sham\n* the Nusra Front's emirs\n",
			want: []string{"Ahrar_al-Sham member_of Army_of_Conquest affirmed"},
			not:  []string{"Al-Nusra_Front member_of Army_of_Conquest affirmed"},
		},
		{
			name: "a list of what is no member", day: "2017-08-01",
			text: "The Army of Conquest is a coalition in Syria.\n\nBattles\n\n- Ahrar al-Sham\n",
			not:  []string{"Ahrar_al-Sham member_of Army_of_Conquest affirmed"},
		},
		{
			name: "who belongs to one of two bodies of a name tells which", day: "2021-08-01",
			text: "SDF commander Mazloum Abdi spoke. The SDF captured the town of Manbij.",
			want: []string{"Syrian_Democratic_Forces captured Manbij affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := graph.NewDocument("members", test.text, graph.Appearance{Published: graph.Valid(test.day)})
			var got []string
			for _, s := range reader(t).Read(doc).Statements {
				got = append(got, line(s))
			}
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("missing %s among %q", want, got)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("invented %s", not)
				}
			}
		})
	}
}
