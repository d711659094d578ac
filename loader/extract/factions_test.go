package extract_test

import "testing"

// Where many groups fight a state, "the rebels" are that side of the war.
func TestFactions(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "rebels of whom the article names several groups",
			text: "Jaysh al-Islam and Ahrar al-Sham met in Syria. The rebels shelled Jaramana. Some 40 Islamist rebels left Harasta. Syrian jets bombed a rebel-held part of Hama.",
			want: []string{"~Syrian_rebels attacked Jaramana affirmed", "~Syrian_rebels withdrew_from Harasta affirmed", "~Syrian_rebels controls Hama affirmed"},
		},
		{
			name: "a group that the article calls rebels",
			text: "Jaysh al-Islam rebels left Douma. Ahrar al-Sham stayed in Syria. The rebels shelled Jaramana.",
			want: []string{"Jaysh_al-Islam attacked Jaramana affirmed"},
		},
		{
			name: "a war of few groups",
			text: "The M23 met the FDLR in Goma. The rebels shelled Sake.",
			not:  []string{"~Congolese_rebels attacked Sake affirmed"},
		},
		{
			name: "a coalition of some of them",
			text: "Jaysh al-Islam and Ahrar al-Sham met in Syria. The Southern Front, a coalition of moderate rebel groups, took Nawa.",
			want: []string{"Southern_Front_(Syria) captured Nawa_(Syria) affirmed"},
			not:  []string{"~Syrian_rebels member_of Southern_Front_(Syria) affirmed"},
		},
		{
			name: "a side and its allies, that somebody beats",
			text: "Ahrar al-Sham and the Levant Front repelled Syrian troops and their allied militias near Hama.",
			want: []string{"Ahrar_al-Sham fights Syria affirmed", "Levant_Front fights Syria affirmed"},
			not:  []string{"Ahrar_al-Sham fights Levant_Front affirmed"},
		},
		{
			name: "the news agency is not the army of the Philippines",
			text: "AFP Friday Turkish troops took Afrin with Syrian fighters.",
			not:  []string{"Philippines captured Afrin affirmed"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkPassage(t, tt.text, tt.want, tt.not) })
	}
}
