package extract_test

import "testing"

// Constructions of war communiqués and of the monitors who report on wars from day to day.
func TestCommunique(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "what an attack was made with stands before its target", day: "2016-03-01",
			text: "Egypt carried out air strikes using jets against Islamic State in Derna. Boko Haram launched an assault involving child bombers on Baga.",
			want: []string{"Egypt fights Islamic_State affirmed", "Boko_Haram attacked Baga affirmed"},
		},
		{
			name: "a warning of what an attack would do is none", day: "2019-03-01",
			text: "France warned any assault on Goma would end the talks. The Red Cross warned an attack on the port of Beira could cut off aid.",
			not:  []string{"France attacked Goma alleged", "International_Committee_of_the_Red_Cross attacked Port_of_Beira alleged"},
		},
		{
			name: "soldiers sent to defend a town go there and attack nobody", day: "2013-03-01",
			text: "Chad sent soldiers to defend Kidal. Mali will send soldiers to guard Gao.",
			want: []string{"Chad deployed_to Kidal affirmed", "Mali deployed_to Gao alleged"},
			not:  []string{"Chad attacked Kidal affirmed", "Chad controls Kidal affirmed", "Mali attacked Gao alleged"},
		},
		{
			name: "towns that somebody controls", day: "2017-03-01",
			text: "Somali troops took three villages controlled by al-Shabaab. Jilib has been a stronghold for al-Shabaab.",
			want: []string{"Al-Shabaab fights Somalia affirmed", "Al-Shabaab controls Jilib affirmed"},
		},
		{
			name: "one of somebody's machines", day: "2020-06-01",
			text: "One of Turkey's drones was shot down by the LNA. France said one of its soldiers was killed by Boko Haram.",
			want: []string{"Libyan_National_Army fights Turkey affirmed", "Boko_Haram fights France affirmed"},
		},
		{
			name: "a deed of an army and its allies behind as", day: "2019-09-01",
			text: "Forty fighters died as the Ethiopian army and its allies shelled the TPLF. Roe served as the Eritrean army's chief and its allies left.",
			want: []string{"Ethiopia fights Tigray_People's_Liberation_Front affirmed"},
		},
		{
			name: "the town that somebody takes after others left it", day: "2013-02-01",
			text: "Malian troops entered Kidal after Ansar Dine fighters fled. Chad took Gao after MNLA forces pulled out.",
			want: []string{"Ansar_Dine withdrew_from Kidal affirmed", "National_Movement_for_the_Liberation_of_Azawad withdrew_from Gao affirmed"},
		},
		{
			name: "those who left talks left no town", day: "2013-02-01",
			text: "Malian troops entered Kidal after Ansar Dine withdrew from talks.",
			not:  []string{"Ansar_Dine withdrew_from Kidal affirmed"},
		},
		{
			name: "a name behind a comma tells which town is meant", day: "2025-02-20",
			text: "Uganda armed the FARDC in Beni. The M23 seized control of the province's main port, Bukavu. The RSF took the capital, Khartoum, in 2023.",
			want: []string{"March_23_Movement captured Bukavu affirmed", "Rapid_Support_Forces captured Khartoum affirmed"},
		},
		{
			name: "a phrase between commas only says where the town is", day: "1986-03-01",
			text: "The minister spoke of Fada, near the border with Libya, which Chad took in January.",
			want: []string{"Chad captured Fada affirmed"}, not: []string{"Chad captured Libya_(territory) affirmed"},
		},
		{
			name: "whose the base is that somebody is asked to leave", day: "2019-02-01",
			text: "Kenya urged Uganda to leave its base in Kismayo. France asked the LNA to withdraw from its positions in Sirte.",
			want: []string{"Uganda deployed_to Kismayo affirmed", "Libyan_National_Army controls Sirte affirmed"},
			not:  []string{"Kenya deployed_to Kismayo affirmed", "France controls Sirte affirmed"},
		},
		{
			name: "an unnamed force that others back is not its country's army", day: "2017-06-11",
			text: "Islamic State attacked Palmyra. A French-backed Syrian force took a district of Raqqa.",
			not:  []string{"Syria captured Raqqa affirmed", "France backs Syria affirmed"},
		},
		{
			name: "nor are forces that the state's enemy in a war backs", day: "2017-06-11",
			text: "The US-backed Syrian forces took a district of Raqqa. Turkish-backed Syrian forces left Jarabulus.",
			want: []string{"~US-backed_Syrian_forces_(Syria) captured Raqqa affirmed", "United_States backs ~US-backed_Syrian_forces_(Syria) affirmed"},
			not:  []string{"Syria captured Raqqa affirmed", "United_States backs Syria affirmed", "Turkey backs Syria affirmed", "Syria withdrew_from Jarabulus affirmed"},
		},
		{
			name: "but those of its allies are", day: "2017-06-11",
			text: "The Russian-backed Syrian forces took a district of Palmyra.",
			want: []string{"Syria captured Palmyra affirmed", "Russia backs Syria affirmed"},
		},
		{
			name: "what a strike answers is not what it hits", day: "2024-02-08",
			text: "Jordan carried out strikes in Syria in response to attacks on French soldiers.",
			not:  []string{"France fights Jordan affirmed"},
		},
		{
			name: "service members of a state", day: "2024-02-08",
			text: "Boko Haram killed three French service members in a drone strike on a base in Maroua.",
			want: []string{"Boko_Haram fights France affirmed", "Boko_Haram attacked Maroua affirmed"}, not: []string{"France attacked Maroua affirmed"},
		},
		{
			name: "who attacks the soldiers of one state in another attacks no land of the latter", day: "2024-02-08",
			text: "Kataib Hezbollah attacked French troops in Iraq. Boko Haram raided Diffa in Niger.",
			want: []string{"France fights Kata'ib_Hezbollah affirmed", "Boko_Haram attacked Diffa affirmed"}, not: []string{"Kata'ib_Hezbollah attacked Iraq_(territory) affirmed"},
		},
		{
			name: "army units that hold to a man are not the state", day: "2015-08-01",
			text: "Yemen asked for help. Saudi jets bombed Sanaa, Yemen said. Dhamar is held by the Houthis and allied army units loyal to former president Ali Abdullah Saleh.",
			want: []string{"Houthis controls Dhamar affirmed"}, not: []string{"Yemen controls Dhamar affirmed", "Houthis allied_with Yemen affirmed"},
		},
	})
}
