package extract_test

import "testing"

// Names that no dictionary has are somebody or some place where a rule says what stands there.
func TestNamesNeverSeen(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Syrian troops captured Zarnub on Monday.", want: []string{"Syria captured ~Zarnub affirmed"}},
		{text: "M23 rebels seized Mbokolo and two other villages.", want: []string{"March_23_Movement captured ~Mbokolo affirmed"}},
		{text: "Bazhenivka fell to the Ukrainian army at dawn.", want: []string{"Ukraine captured ~Bazhenivka affirmed"}},
		{text: "Fighters of Hezbollah withdrew from al-Zahrun last week.", want: []string{"Hezbollah withdrew_from ~al-Zahrun affirmed"}},
		{text: "Turkey has sent troops to Zarnub.", want: []string{"Turkey deployed_to ~Zarnub affirmed"}},
		{text: "The Taliban control northern Zarnub.", want: []string{"Taliban controls ~Zarnub affirmed"}},
		{text: "The Taliban control the outskirts of Zarnub.", want: []string{"Taliban controls ~Zarnub affirmed"}},
		{text: "The Taliban captured Zarnub, a town in Helmand.", want: []string{"Taliban captured ~Zarnub_(Afghanistan) affirmed"}},
		{text: "The Taliban captured Zarnub, a soldier from Helmand.", not: []string{"Taliban captured ~Zarnub_(Afghanistan) affirmed"}},
		{text: "The Taliban captured Zarnub's brother.", not: []string{"Taliban captured ~Zarnub affirmed"}},
		{text: "Col. Yusuf Zarnub was there. The Taliban captured Zarnub.", not: []string{"Taliban captured ~Zarnub affirmed"}},
		{text: "The FLN abandoned Stalinism.", not: []string{"National_Liberation_Front_(Algeria) withdrew_from ~Stalinism affirmed"}},
		{text: "The Taliban seized the Zarnub.", not: []string{"Taliban captured ~Zarnub affirmed"}},
		{
			text: "Harakat al-Wafaq and Ahrar al-Sham formed an alliance.",
			want: []string{"Ahrar_al-Sham allied_with ~Harakat_al-Wafaq affirmed"},
			not:  []string{"Syria allied_with ~Harakat_al-Wafaq_and_Ahrar_al-Sham affirmed"},
		},
		{text: "The United States trained the Belmara Freedom Front in Jordan.", want: []string{"United_States backs ~Belmara_Freedom_Front affirmed"}},
		{text: "Qatar armed Ansar al-Dawra in Jordan.", want: []string{"Qatar backs ~Ansar_al-Dawra affirmed"}},
		{text: "Iran backs the Falcons of Belmara with money.", want: []string{"Iran backs ~Falcons_of_Belmara affirmed"}},
		{text: "Dawn Movement fighters captured Palmyra.", want: []string{"~Dawn_Movement captured Palmyra affirmed"}},
		{text: "Ahrar al-Sham, led by Abu Zarnub al-Dawri, took Idlib.", want: []string{"~Abu_Zarnub_al-Dawri leads Ahrar_al-Sham affirmed"}},
		{text: "Clashes broke out between the Lions of Zarnub and Hezbollah.", want: []string{"Hezbollah fights ~Lions_of_Zarnub affirmed"}},
		{
			text: "Iran backs the Belmara Islamic Front with money.",
			want: []string{"Iran backs ~Belmara_Islamic_Front affirmed"},
			not:  []string{"Iran backs Islamic_Front affirmed"},
		},
		{
			text: "Iran backs the Patriotic Union of Belmara.",
			want: []string{"Iran backs ~Patriotic_Union_of_Belmara affirmed"},
			not:  []string{"Iran backs Patriotic_Union_(Colombia) affirmed"},
		},
		{text: "Iran backs the Frente Popular de Belmara.", want: []string{"Iran backs ~Frente_Popular_de_Belmara affirmed"}},
		{text: "Hezbollah spokesman Park Sang-ho said the group had left.", want: []string{"~Park_Sang-ho member_of Hezbollah affirmed"}},
		{text: "Zyx Abece-led Hezbollah left.", not: []string{"~Zyx_Abece-led leads Hezbollah affirmed"}},
		{
			text: "Juan Carlos Zarnubi López, the leader of Hezbollah, was in Tyre.",
			want: []string{"~Juan_Carlos_Zarnubi_López leads Hezbollah affirmed"},
		},
		{text: "Vakhtang Zarnubi of Hamas told Reuters that the talks had failed.", want: []string{"~Vakhtang_Zarnubi member_of Hamas affirmed"}},
		{text: "The United States armed the Hmong.", want: []string{"United_States backs ~Hmong affirmed"}},
		{text: "Chad shelled Zarnub, Goma and Belmara.", want: []string{"Chad attacked ~Zarnub affirmed", "Chad attacked Goma affirmed", "Chad attacked ~Belmara affirmed"}},
		{text: "The M23 holds parts of Zarnub.", want: []string{"March_23_Movement controls ~Zarnub affirmed"}},
		{text: "The M23 took both Zarnub and Belmara.", want: []string{"March_23_Movement captured ~Zarnub affirmed", "March_23_Movement captured ~Belmara affirmed"}},
		{text: "Chad attacked the districts of Goma and Zarnub.", want: []string{"Chad attacked ~Zarnub affirmed"}},
		{text: "Chad shelled Goma and nearby Zarnub.", want: []string{"Chad attacked Goma affirmed", "Chad attacked ~Zarnub affirmed"}},
		{text: "Chad bombed Goma in the east and Bukavu in the west.", want: []string{"Chad attacked Goma affirmed", "Chad attacked Bukavu affirmed"}},
		{text: "Peru has trained the Zarnub.", want: []string{"Peru backs ~Zarnub affirmed"}},
		{text: "The M23 clashed with the Zarnub.", want: []string{"March_23_Movement fights ~Zarnub affirmed"}},
		{text: "Peru armed Jorge Zarnub. Peru supports Zarnub. Troops are in Belmara. Peru armed Belmara.", not: []string{"Peru backs ~Zarnub affirmed", "Peru backs ~Belmara affirmed"}},
		{text: "Turkey said that it backs 200 Kurds.", not: []string{"Turkey backs ~Kurds affirmed"}},
	})
}
