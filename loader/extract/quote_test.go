package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Direct speech has the speaker that the text gives it, also where another sentence does; and who stands in it is not whom
// the reporter's own "its" means.
func TestDirectSpeech(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // statements and who says them
	}{
		{
			name: "told reporters, and more of the same speech",
			text: `"Rwanda does not support the M23," Jeanne Roe told reporters in Kigali. "Congo gives guns to the FDLR."`,
			want: []string{
				"Rwanda backs March_23_Movement denied, by ~Jeanne_Roe",
				"Democratic_Republic_of_the_Congo backs Democratic_Forces_for_the_Liberation_of_Rwanda affirmed, by ~Jeanne_Roe",
			},
		},
		{
			name: "the speaker comes at the end of the speech",
			text: "“Iran arms the Houthis. Qatar funds Hamas,” said the Saudi foreign minister, Faisal bin Farhan.",
			want: []string{"Iran backs Houthis affirmed, by Faisal_bin_Farhan", "Qatar backs Hamas affirmed, by Faisal_bin_Farhan"},
		},
		{
			name: "what the reporter adds is his own",
			text: `"Iran arms the Houthis," said Yahya Saree. Qatar funds Hamas.`,
			want: []string{"Iran backs Houthis affirmed, by Yahya_Saree", "Qatar backs Hamas affirmed, by "},
		},
		{
			name: "somebody without a name speaks next",
			text: `"Iran arms the Houthis," said Yahya Saree. "Qatar funds Hamas," a teacher said.`,
			want: []string{"Iran backs Houthis affirmed, by Yahya_Saree", "Qatar backs Hamas affirmed, by "},
		},
		{
			name: "words in quotation marks are no speech of who spoke before",
			text: `"Iran arms the Houthis," said Yahya Saree. On a wall stood "Qatar funds Hamas".`,
			want: []string{"Iran backs Houthis affirmed, by Yahya_Saree", "Qatar backs Hamas affirmed, by "},
		},
		{
			name: "its own envoy",
			text: `The United States armed the LNA. "No one who sends arms to Sudan is helping its people," its envoy, Tom Roe, said.`,
			want: []string{"United_States backs Libyan_National_Army affirmed, by ", "~Tom_Roe member_of United_States affirmed, by "},
		},
		{
			name: "a report by somebody",
			text: "A report by Human Rights Watch said that Uganda armed the M23.",
			want: []string{"Uganda backs March_23_Movement affirmed, by Human_Rights_Watch"},
		},
		{
			name: "nobody alleges that he himself does it",
			text: "Chad is neutral, although the Sudanese army alleges that it shelters the Rapid Support Forces.",
			want: []string{"Chad backs Rapid_Support_Forces alleged, by Sudan"},
		},
		{
			name: "between commas behind an and",
			text: "Uganda armed the M23, and Rwanda, Kinshasa says, trained it.",
			want: []string{"Uganda backs March_23_Movement affirmed, by ", "Rwanda backs March_23_Movement affirmed, by Democratic_Republic_of_the_Congo"},
		},
		{
			name: "between commas inside what is said",
			text: "Tehran, Riyadh says, arms the Houthis.",
			want: []string{"Iran backs Houthis affirmed, by Saudi_Arabia"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range reader(t).Read(graph.NewDocument("x", test.text+"\n", graph.Appearance{Published: "2024-05-06"})).Statements {
				got = append(got, line(s)+", by "+string(s.Speaker))
			}
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s\n got %q\nwant %q", test.text, got, want)
				}
			}
		})
	}
}
