package extract_test

import "testing"

// Names that nobody has heard of, and what the words beside them tell anywhere in the article.
func TestNewcomers(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "fighters tell what a name is, before and behind",
			text: "Turkey supports Marvot. Marvot fighters took Goma. Uganda is allied with Marvot.",
			want: []string{"Turkey backs ~Marvot affirmed", "~Marvot captured Goma affirmed", "Uganda allied_with ~Marvot affirmed"},
		},
		{
			name: "whose fighters they are",
			text: "Fighters of Marvot fled. Turkey armed Marvot.",
			want: []string{"Turkey backs ~Marvot affirmed"},
		},
		{
			name: "commanders and spokesmen",
			text: "Marvot commander John Banda was killed. Kelduz spokesman Tom Banda wept. Turkey supports Marvot and Kelduz.",
			want: []string{"Turkey backs ~Marvot affirmed", "Turkey backs ~Kelduz affirmed", "~John_Banda member_of ~Marvot affirmed", "~Tom_Banda member_of ~Kelduz affirmed"},
		},
		{
			name: "several of a kind",
			text: "The militias Marvot and Kelduz attacked Goma. Two groups, Hordek and Belkur, attacked Sake. Factions such as Tarvek attacked Aden.",
			want: []string{
				"~Marvot_(Democratic_Republic_of_the_Congo) attacked Goma affirmed", "~Kelduz_(Democratic_Republic_of_the_Congo) attacked Goma affirmed", "~Hordek_(Democratic_Republic_of_the_Congo) attacked Sake affirmed", "~Belkur_(Democratic_Republic_of_the_Congo) attacked Sake affirmed",
				"~Tarvek_(Democratic_Republic_of_the_Congo) attacked Aden affirmed",
			},
		},
		{
			name: "described behind",
			text: "Marvot, a small rebel group, attacked Goma. Kelduz is a party. Turkey backs Kelduz.",
			want: []string{"~Marvot attacked Goma affirmed", "Turkey backs ~Kelduz affirmed"},
		},
		{
			name: "backed, led, held",
			text: "Turkey-backed Marvot attacked Goma. Hordek-led rebels attacked Sake. Uganda shelled Kelduz-held Aden.",
			want: []string{"Turkey backs ~Marvot_(Democratic_Republic_of_the_Congo) affirmed", "~Marvot_(Democratic_Republic_of_the_Congo) attacked Goma affirmed", "~Hordek_(Democratic_Republic_of_the_Congo) attacked Sake affirmed", "~Kelduz_(Democratic_Republic_of_the_Congo) controls Aden affirmed"},
		},
		{
			name: "units with a small letter",
			text: "Uganda armed the Marvot battalion. The Kelduz regiment attacked Goma. Hordek mercenaries went to Sake.",
			want: []string{"Uganda backs ~Marvot_(Democratic_Republic_of_the_Congo) affirmed", "~Kelduz_(Democratic_Republic_of_the_Congo) attacked Goma affirmed"},
		},
		{
			name: "what they call themselves",
			text: "A group calling itself Marvot attacked Goma. A militia that calls itself Kelduz attacked Sake. The new group, Hordek, attacked Aden.",
			want: []string{"~Marvot_(Democratic_Republic_of_the_Congo) attacked Goma affirmed", "~Kelduz_(Democratic_Republic_of_the_Congo) attacked Sake affirmed", "~Hordek_(Democratic_Republic_of_the_Congo) attacked Aden affirmed"},
		},
		{
			name: "kingdoms of old, and states that are kingdoms",
			text: "The Sultanate of Marvot fought Portugal. The Kingdom of Morocco armed Chad.",
			want: []string{"Portugal fights ~Sultanate_of_Marvot affirmed", "Morocco backs Chad affirmed"},
		},
		{
			name: "names in French and in the tongues of South Asia",
			text: "Kenya armed the Mouvement pour la libération du Marvot. Chad backs the Force multinationale en Marvot (FOMUK). Niger joined the FOMUK. " +
				"India armed Lashkar-e-Kelduz. The Front the army had fought attacked Goma.",
			want: []string{
				"Kenya backs ~Mouvement_pour_la_libération_du_Marvot affirmed", "Chad backs ~Force_multinationale_en_Marvot affirmed",
				"Niger member_of ~Force_multinationale_en_Marvot affirmed", "India backs ~Lashkar-e-Kelduz affirmed",
			},
		},
		{
			name: "leaders, and who claims responsibility",
			text: "Marvot leader Tom Banda fled. Turkey supports Marvot. Kelduz claimed responsibility. Uganda backs Kelduz.",
			want: []string{"~Tom_Banda leads ~Marvot affirmed", "Turkey backs ~Marvot affirmed", "Uganda backs ~Kelduz affirmed"},
		},
		{
			name: "one of several groups, and who is led or backed by somebody",
			text: "Marvot is one of the largest rebel groups. Turkey supports Marvot. Kelduz, backed by Chad, fled. Hordek was led by Tom Banda. Uganda backs Hordek.",
			want: []string{"Turkey backs ~Marvot affirmed", "Chad backs ~Kelduz affirmed", "Uganda backs ~Hordek affirmed"},
		},
		{
			name: "the end of a name and its initials, whoever else is called so",
			text: "The Darvo Patriotic Front and the Black Falcons are militias. Peru backs the Patriotic Front. Uganda armed the DPF. The Falcons attacked Goma.",
			want: []string{"Peru backs ~Darvo_Patriotic_Front affirmed", "Uganda backs ~Darvo_Patriotic_Front affirmed", "~Black_Falcons attacked Goma affirmed"},
			not:  []string{"Uganda backs Derna_Protection_Force affirmed"},
		},
		{
			name: "two of one end",
			text: "The Marvot Patriotic Front fought the Kelduz Patriotic Front. Uganda armed the Patriotic Front.",
			not:  []string{"Uganda backs ~Marvot_Patriotic_Front affirmed", "Uganda backs ~Kelduz_Patriotic_Front affirmed"},
		},
		{
			name: "the end of a new name that is another's in the same country",
			text: "The Marvot Islamic Front, a militia in Syria, fought the Islamic Front near Aleppo. Qatar armed the Islamic Front.",
			want: []string{"Qatar backs Islamic_Front affirmed"},
			not:  []string{"Qatar backs ~Marvot_Islamic_Front_(Syria) affirmed", "Qatar backs ~Marvot_Islamic_Front affirmed"},
		},
		{
			name: "two new ones of one end",
			text: "The Black Falcons, a militia, fought the Red Falcons, a militia. Uganda armed the Falcons.",
			not:  []string{"Uganda backs ~Black_Falcons affirmed", "Uganda backs ~Red_Falcons affirmed"},
		},
		{
			name: "initials in another language, and the head of a name",
			text: "The Popular Union of Darvo, known by its French acronym UPD, is a party. Peru backs the UPD. Uganda supports the Union.",
			want: []string{"Peru backs ~Popular_Union_of_Darvo affirmed", "Uganda backs ~Popular_Union_of_Darvo affirmed"},
		},
		{
			name: "a rebel group is the group later, whatever its name says that it is",
			text: "The Darvo Council is a rebel group. Peru armed the group.",
			want: []string{"Peru backs ~Darvo_Council affirmed"},
		},
		{
			name: "the group and the rebels, of a body that nobody knows",
			text: "The Darvo Patriotic Front fled on Monday. Peru armed the group. Uganda has armed the rebels since May.",
			want: []string{"Peru backs ~Darvo_Patriotic_Front affirmed", "Uganda backs ~Darvo_Patriotic_Front affirmed"},
		},
		{
			name: "who is fought, who is founded, what the largest group is",
			text: "Chad has been fighting Marvot. Soldiers founded Kelduz in 2012. The largest militia is Hordek. Peru backs Marvot, Kelduz and Hordek.",
			want: []string{"Peru backs ~Marvot affirmed", "Peru backs ~Kelduz affirmed", "Peru backs ~Hordek affirmed"},
		},
		{
			name: "who holds an office in a group is none",
			text: "The warlord Tom Banda fled. Uganda imposed sanctions on Banda and on his brother Marvot, the group's treasurer. It was led by Marvot.",
			not:  []string{"~Tom_Banda leads ~Marvot affirmed"},
		},
		{
			name: "initials are those of the name before them, whatever else they stand for",
			text: "The Popular Resistance Movement (PRM) attacked Goma. The PRM took Sake. President Faustin Okemba fled. Uganda armed the PRM.",
			want: []string{"Uganda backs ~Popular_Resistance_Movement_(Democratic_Republic_of_the_Congo) affirmed"},
			not:  []string{"~Faustin_Okemba leads Mozambique affirmed"},
		},
		{
			name: "a revolt is led, not the kingdom it was against",
			text: "The Marvot Rebellion was a revolt against the Kingdom of Kelduz. It was led by Tom Banda.",
			not:  []string{"~Tom_Banda leads ~Kingdom_of_Kelduz affirmed"},
		},
		{
			name: "a person's surname and a town are no bodies",
			text: "Tom Hordek met Hordek fighters, he said. Turkey supports Hordek. Troops in Marvot met Marvot commander Tom Hask. Turkey supports Marvot.",
			not:  []string{"Turkey backs ~Hordek affirmed", "Turkey backs ~Marvot affirmed"},
		},
		{
			name: "peoples, beliefs and aircraft are no bodies",
			text: "Fulani fighters attacked Goma. Marxist fighters attacked Sake. F-16 fighters attacked Aden. Turkey supports the Fulani.",
			not:  []string{"~Fulani attacked Goma affirmed", "~Marxist attacked Sake affirmed", "Turkey backs ~Fulani affirmed"},
		},
		{
			name: "what anybody does makes no body of a name",
			text: "The Liberals took Goma. The Pilgrims entered Aden. The Marvot Express left Sake. The Kivu Pride sank off Somalia. The Halo Trust left Uganda. The Keld Convoy reached Goma.",
			not: []string{
				"~Liberals captured Goma affirmed", "~Pilgrims captured Aden affirmed", "~Pilgrims deployed_to Aden affirmed", "~Marvot_Express withdrew_from Sake affirmed",
				"~Kivu_Pride attacked Somalia_(territory) affirmed", "~Halo_Trust withdrew_from Uganda_(territory) affirmed",
			},
		},
		{
			name: "what only armed people do makes one, as does whom they are allied with",
			text: "The Marvots are fighting Uganda. The Narod Obra sent fighters to Goma. The Keld Tova is allied with Rwanda.",
			want: []string{"Uganda fights ~Marvots affirmed", "~Narod_Obra deployed_to Goma affirmed", "Rwanda allied_with ~Keld_Tova affirmed"},
		},
		{
			name: "what is attacked by somebody may be a place",
			text: "The Marvot Hospital was attacked by the M23. The Freedom Square was stormed by Uganda.",
			want: []string{"March_23_Movement attacked ~Marvot_Hospital affirmed", "Uganda attacked ~Freedom_Square affirmed"},
			not:  []string{"March_23_Movement fights ~Marvot_Hospital affirmed", "Uganda fights ~Freedom_Square affirmed"},
		},
		{
			name: "a thing or a place of the name is no body, wherever the article tells so",
			text: "Fighters of Marvot attacked Goma. Residents of Marvot fled to Uganda. Uganda is fighting Keld. Keld, a deadly virus, entered Goma. Soldiers of Hordek, a video game, attacked Sake.",
			not:  []string{"~Marvot attacked Goma affirmed", "Uganda fights ~Keld affirmed", "~Keld deployed_to Goma affirmed", "~Hordek attacked Sake affirmed"},
		},
		{
			name: "teams are no armed groups",
			text: "The Marvot Tigers clashed with the Keld Wolves in Goma. The striker scored before halftime. Tom Roe, who leads the Keld Wolves, thanked the goalkeeper.",
			not:  []string{"~Keld_Wolves fights ~Marvot_Tigers affirmed", "~Tom_Roe leads ~Keld_Wolves affirmed"},
		},
		{
			name: "a midfielder in a war",
			text: "The Marvot Battalion captured Goma. The midfielder of the town's team was killed.",
			want: []string{"~Marvot_Battalion captured Goma affirmed"},
		},
		{
			name: "companies, festivals and processes",
			text: "Marvot Logistics took over Keld Foods in Goma. Uganda backs the Marvot Process. The Keld Festival is backed by Uganda.",
			not:  []string{"~Marvot_Logistics captured ~Keld_Foods affirmed", "Uganda backs ~Marvot_Process affirmed", "Uganda backs ~Keld_Festival affirmed"},
		},
		{
			name: "who attacks a state with words, and a river",
			text: "Bishop Tom Roe attacked Uganda's government. Senator Sam Doe attacked Chad. General Jack Poe attacked Togo. The River Marvot overran Goma.",
			want: []string{"Togo fights ~Jack_Poe affirmed"},
			not:  []string{"Uganda fights ~Tom_Roe affirmed", "~Sam_Doe attacked Chad_(territory) affirmed", "~River_Marvot captured Goma affirmed"},
		},
		{
			name: "where a people lives is no place of its name",
			text: "The French army came to the Tuareg north. French soldiers left the Tuareg areas of Mali in 2022. Niger attacked the Fulani villages.",
			want: []string{"France withdrew_from Mali_(territory) affirmed"},
			not:  []string{"France withdrew_from ~Tuareg_(Mali) affirmed", "Niger attacked ~Fulani_(Mali) affirmed", "France deployed_to ~Tuareg_(Mali) affirmed"},
		},
		{
			name: "parts of continents and what is farther off are no bodies and no places",
			text: "The East African force attacked Goma. East African fighters took Sake. Farther north, an army attack outside Faya, a town in Libyan hands, failed.",
			not: []string{
				"~East_African attacked Goma affirmed", "~East_African_(Democratic_Republic_of_the_Congo) attacked Goma affirmed", "Libya controls ~Farther affirmed",
				"~East_African captured Sake affirmed", "~East_African_(Democratic_Republic_of_the_Congo) captured Sake affirmed",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}
