package extract_test

import (
	"slices"
	"testing"
)

// Passages as newspapers and press offices write them, with much said by the way.
func TestNews(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "a day right behind a town",
			text: "Ugandan troops attacked the camp at Lira Dec. 6. They seized Hit Aug. 20 and moved on.",
			want: []string{"Uganda attacked Lira affirmed"},
		},
		{
			name: "quotation marks around what describes a noun",
			text: "Chadian troops carried out \"human wave\" assaults on the town of Fada. Chad began an 'anti-bandit' operation in Darfur against the JEM.",
			want: []string{"Chad attacked Fada affirmed", "Chad attacked Darfur affirmed", "Chad fights Justice_and_Equality_Movement affirmed"},
		},
		{
			name: "an office behind whose",
			text: "Kenya, whose president William Ruto visited Kampala, sent troops to Goma.",
			want: []string{"William_Ruto leads Kenya affirmed", "Kenya deployed_to Goma affirmed"},
		},
		{
			name: "whose land others used",
			text: "Belarus, whose territory Russian forces used to attack Kyiv, denied it.",
			want: []string{"Russia attacked Kyiv affirmed"},
			not:  []string{"Belarus attacked Kyiv affirmed", "Belarus fights Ukraine affirmed"},
		},
		{
			name: "a subject with a phrase behind which",
			text: "Sake, which the M23 rebels of Sultani Makenga took last week, lies west of Goma. Bukavu, most of which is controlled by Rwanda, was shelled.",
			want: []string{"March_23_Movement captured Sake affirmed", "Rwanda controls Bukavu affirmed"},
		},
		{
			name: "a plural behind who is no person's",
			text: "Fighters led by Minni Minawi, a nephew of Hassan al-Turabi, who control Tawila, attacked the RSF.",
			want: []string{"Sudan_Liberation_Movement_(Minnawi) controls Tawila affirmed"},
			not:  []string{"Hassan_al-Turabi controls Tawila affirmed"},
		},
		{
			name: "a base ends a list of towns",
			text: "The M23 drove the Congolese army out of Goma, Sake and the air base at Kavumu.",
			want: []string{"Democratic_Republic_of_the_Congo withdrew_from Kavumu affirmed", "Democratic_Republic_of_the_Congo withdrew_from Sake affirmed"},
		},
		{
			name: "rebel positions, federal troops",
			text: "Ethiopia has been at war in Tigray since November. Federal troops shelled Mekelle, and the TPLF fought the federal army.",
			want: []string{"Ethiopia attacked Mekelle affirmed", "Ethiopia fights Tigray_People's_Liberation_Front affirmed"},
		},
		{
			name: "rebels told of before",
			text: "The M23 is led by Sultani Makenga. Congolese jets bombed rebel positions near Sake. Bunagana is in rebel hands.",
			want: []string{"Democratic_Republic_of_the_Congo fights March_23_Movement affirmed", "March_23_Movement controls Bunagana affirmed"},
		},
		{
			name: "linked to Islamic State",
			text: "Mozambique has battled Islamic State-linked insurgents in Cabo Delgado since 2017.",
			not:  []string{"Islamic_State allied_with Mozambique affirmed"},
		},
		{
			name: "whose leader the dictionary knows",
			text: "Sudan's army is at war with the RSF. Its leader, General Hemedti, is in Nairobi.",
			want: []string{"Mohamed_Hamdan_Dagalo leads Rapid_Support_Forces affirmed"},
			not:  []string{"Mohamed_Hamdan_Dagalo leads Sudanese_Armed_Forces affirmed"},
		},
		{
			name: "nobody clashes with his own fighters",
			text: "The M23 is led by Sultani Makenga. Congolese troops clashed with its fighters near Sake.",
			want: []string{"Democratic_Republic_of_the_Congo fights March_23_Movement affirmed"},
		},
		{
			name: "what a group is said to be by the way is not planned",
			text: "Uganda's army is in Ituri to hunt the Allied Democratic Forces, a group with ties to Islamic State.",
			want: []string{"Allied_Democratic_Forces allied_with Islamic_State affirmed"},
		},
		{
			name: "an accusation with a plan is none",
			text: "Rwanda said Uganda would close its border, accusing Kampala of arming the FDLR.",
			want: []string{"Rwanda opposes Uganda affirmed", "Uganda backs Democratic_Forces_for_the_Liberation_of_Rwanda alleged"},
		},
		{
			name: "whose stronghold it was",
			text: "The RSF seized the army's headquarters in El Fasher, its last stronghold.",
			want: []string{"Rapid_Support_Forces captured El_Fasher affirmed", "Sudan controls El_Fasher affirmed"},
			not:  []string{"Rapid_Support_Forces controls El_Fasher affirmed"},
		},
		{
			name: "the partners of a coalition",
			text: "The US-led coalition flew ten sorties. In Syria, the coalition's partners, the Syrian Democratic Forces, fight Islamic State.",
			want: []string{"Syrian_Democratic_Forces allied_with US-led_coalition affirmed"},
			not:  []string{"Syria allied_with US-led_coalition affirmed"},
		},
		{
			name: "the war is no institute",
			text: "The Institute for the Study of War said Belarus would not join the war.",
			not:  []string{"Belarus member_of Institute_for_the_Study_of_War denied", "Belarus member_of Institute_for_the_Study_of_War affirmed"},
		},
		{
			name: "who suffers an ambush",
			text: "Troops of Chad suffered an ambush near Bardai.",
			not:  []string{"Chad attacked Bardaï affirmed"},
		},
		{
			name: "commas of a headline",
			text: "US, UK strike Houthi targets in Yemen\n\nIt was the third time this week.",
			want: []string{"Houthis fights United_States affirmed", "Houthis fights United_Kingdom affirmed"},
			not:  []string{"Houthis attacked Yemen_(territory) affirmed"},
		},
		{
			name: "a verb of a headline without an ending",
			text: "Taliban sweep into Kabul\n\nThe president has fled.",
			want: []string{"Taliban captured Kabul affirmed"},
		},
		{
			name: "who orders an advance in a headline",
			text: "Haftar orders advance on Tripoli\n\nThe United Nations was shocked.",
			want: []string{"Khalifa_Haftar attacked Tripoli affirmed"},
		},
		{
			name: "who tells a headline does not fight",
			text: "North Korean troops in Russia to fight Ukraine, Seoul says\n\nThere was no comment.",
			not:  []string{"South_Korea fights Ukraine affirmed", "South_Korea fights Ukraine alleged"},
		},
		{
			name: "members between dashes",
			text: "The Three Brotherhood Alliance - the Arakan Army, the Ta'ang National Liberation Army and the Myanmar National Democratic Alliance Army - took Lashio.",
			want: []string{"Arakan_Army member_of Three_Brotherhood_Alliance affirmed", "Three_Brotherhood_Alliance captured Lashio affirmed"},
		},
		{
			name: "the group is none of those who help against it",
			text: "Al-Shabaab has lost ground. The campaign, backed by the Macawisley, had driven the group out of Galmudug.",
			want: []string{"Al-Shabaab withdrew_from Galmudug affirmed"},
			not:  []string{"Macawisley withdrew_from Galmudug affirmed"},
		},
		{
			name: "a town is nobody",
			text: "Russia is trying to encircle the town, Vitalii Barabash, head of its administration, told reporters.",
			not:  []string{"Russia fights ~Vitalii_Barabash affirmed"},
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
