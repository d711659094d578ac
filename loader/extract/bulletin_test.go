package extract_test

import (
	"slices"
	"testing"
)

// Bulletins of local agencies and monitors, in English that was thought in another language.
func TestBulletins(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "what is shelled stands behind what it is shelled with",
			text: "Syrian forces bombarded this morning with heavy artillery and rocket launchers the villages of Jasim and Nawa.",
			want: []string{"Syria attacked Jasim affirmed", "Syria attacked Nawa_(Syria) affirmed"},
		},
		{
			name: "what stands behind a phrase begins a clause of its own",
			text: "The Syrian army attacked with tanks the rebels say belong to Russia.",
			not:  []string{"Syria attacked Russia_(territory) affirmed"},
		},
		{
			name: "each side is a list",
			text: "Clashes go on between the Syrian army and gunmen loyal to it on one hand, and the factions of the Levant Front and Ahrar al-Sham on the other hand.",
			want: []string{"Levant_Front fights Syria affirmed", "Ahrar_al-Sham fights Syria affirmed"},
			not:  []string{"Ahrar_al-Sham fights Levant_Front affirmed"},
		},
		{
			name: "men of each side",
			text: "Fighting broke out in Afrin between members of the Hamza Division and members of the Levant Front.",
			want: []string{"Hamza_Division fights Levant_Front affirmed"},
		},
		{
			name: "factions of the other side",
			text: "Clashes erupted on the axis of Manbij between the YPG and Turkish-backed factions of the Syrian National Army.",
			want: []string{"People's_Protection_Units fights Syrian_National_Army affirmed"},
			not:  []string{"People's_Protection_Units allied_with Syrian_National_Army affirmed", "Turkey backs People's_Protection_Units affirmed"},
		},
		{
			name: "exchanged fire stands beside a battle",
			text: "The Levant Front and Ahrar al-Sham hold the town of Jasim, amid exchanged shelling between both parties and the Syrian army.",
			not:  []string{"Ahrar_al-Sham fights Levant_Front affirmed"},
		},
		{
			name: "who somebody is believed to be",
			text: "Gunmen believed to be members of Boko Haram attacked Diffa. Warplanes, believed to be Israeli, bombed Palmyra.",
			want: []string{"Boko_Haram attacked Diffa alleged", "Israel attacked Palmyra alleged"},
			not:  []string{"Boko_Haram attacked Diffa affirmed", "Israel attacked Palmyra affirmed"},
		},
		{
			name: "who is believed to have done it",
			text: "Chad's army is believed to be in Niger. Nigerian soldiers were killed by gunmen believed to belong to Boko Haram.",
			want: []string{"Boko_Haram fights Nigeria alleged"},
			not:  []string{"Boko_Haram fights Nigeria affirmed"},
		},
		{
			name: "factions loyal to another state",
			text: "Factions loyal to Turkey shelled Manbij in Syria.",
			not:  []string{"Turkey attacked Manbij affirmed"},
		},
		{
			name: "an operations room",
			text: "The Sirte operations room shelled Jufra in Libya.",
			want: []string{"~Sirte_operations_room_(Libya) attacked Jufra affirmed"},
		},
		{
			name: "those for a state are not part of its name",
			text: "The pro-Turkey Eagles Division shelled Manbij in Syria.",
			want: []string{"~Eagles_Division_(Syria) attacked Manbij affirmed"},
		},
		{
			name: "joint forces of another country",
			text: "The Pentagon said that the Joint Force has been fighting Islamic State in Iraq for the United States.",
			not:  []string{"Islamic_State fights Joint_Force_of_Armed_Struggle_Movements affirmed"},
		},
		{
			name: "an occupation acts for its state",
			text: "The Turkish occupation shelled Manbij. Hamas fought the Israeli occupation of Gaza.",
			want: []string{"Turkey attacked Manbij affirmed", "Hamas fights Israel affirmed"},
		},
		{
			name: "whose commander, and who is affiliated",
			text: "The SNA-affiliated Hamza Division commander, Omar Roe, said so. Hezbollah members are stationed in Palmyra.",
			want: []string{"Hamza_Division allied_with Syrian_National_Army affirmed", "Hezbollah deployed_to Palmyra affirmed"},
		},
		{
			name: "what is shelled stands behind 'by' and a weapon",
			text: "The Syrian army targeted by artillery and rocket launchers the positions of the Levant Front in Jasim.",
			want: []string{"Syria attacked Jasim affirmed", "Levant_Front fights Syria affirmed"},
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
