package extract_test

import "testing"

// Parts of countries and borders: each text is read as an article of its own.
func TestRegions(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "part of a country by its name, its owner or its adjective", day: "2020-05-01",
			text: "Eritrean soldiers hold northern Ethiopia. The MNLA controls Mali's north. Boko Haram controls parts of north-east Nigeria. The Islamic State held most of eastern Syrian territory.",
			want: []string{
				"Eritrea controls northern_Ethiopia affirmed", "National_Movement_for_the_Liberation_of_Azawad controls northern_Mali affirmed",
				"Boko_Haram controls northeastern_Nigeria affirmed", "Islamic_State controls eastern_Syria affirmed",
			},
		},
		{
			name: "two parts of one country are the country", day: "2020-05-01",
			text: "Al-Shabaab controls large parts of southern and central Somalia.",
			want: []string{"Al-Shabaab controls Somalia_(territory) affirmed"},
		},
		{
			name: "a border by both its states", day: "2020-05-01",
			text: "Pakistan deployed soldiers along its border with Afghanistan. Sudan moved tanks to the border between Chad and Sudan.",
			want: []string{"Pakistan deployed_to ~Afghanistan–Pakistan_border affirmed", "Sudan deployed_to ~Chad–Sudan_border affirmed"},
		},
		{
			name: "the other side of a border is who acts there", day: "2020-05-01",
			text: "Ethiopian troops massed on the Eritrean border.",
			want: []string{"Ethiopia deployed_to ~Eritrea–Ethiopia_border affirmed"},
		},
		{
			name: "the West is a side, the west of a country is none", day: "2022-05-01",
			text: "The West has armed Ukraine. Israel occupies the West Bank. The MNLA shelled the West of Mali.",
			want: []string{"The_West backs Ukraine affirmed", "Israel controls West_Bank affirmed"}, not: []string{"The_West fights National_Movement_for_the_Liberation_of_Azawad affirmed"},
		},
		{
			name: "nobody attacks a border", day: "2020-05-01",
			text: "Turkish jets bombed a village near the border with Syria.",
			not:  []string{"Turkey attacked ~Syria–Turkey_border affirmed"},
		},
	})
}

// Troops, fighters and short forms that mean those of the sentence before.
func TestSameTroops(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "the troops are those just sent", day: "2025-02-01",
			text: "North Korea has sent soldiers to Russia. The troops were deployed in Kursk.",
			want: []string{"North_Korea deployed_to Kursk affirmed"},
		},
		{
			name: "of two armies neither", day: "2016-05-01",
			text: "Russian and Syrian troops attacked Aleppo. The soldiers took Khan Tuman.",
			not:  []string{"Russia captured Khan_Tuman affirmed", "Syria captured Khan_Tuman affirmed"},
		},
		{
			name: "its fighters are a group's, not its patron's", day: "1998-05-01",
			text: "Sudan armed the Lord's Resistance Army. Its fighters attacked Gulu.",
			want: []string{"Lord's_Resistance_Army attacked Gulu affirmed"}, not: []string{"Sudan attacked Gulu affirmed"},
		},
		{
			name: "a short form of another name", day: "2024-01-20",
			text: "Iran's Revolutionary Guards denied it. The Guards shelled Erbil.",
			want: []string{"Iran attacked Erbil affirmed"},
		},
		{
			name: "the Serbs of a war in Bosnia", day: "1993-05-01",
			text: "Serb forces shelled Sarajevo. Bosnia asked for help. Srebrenica was cut off.",
			want: []string{"Bosnian_Serb_Army attacked Sarajevo affirmed"}, not: []string{"Serbia attacked Sarajevo affirmed"},
		},
		{
			name: "both movements are no states", day: "1977-05-01",
			text: "ZANU and ZAPU fought Rhodesia. Both movements had bases in Zambia.",
			not:  []string{"Rhodesia deployed_to Zambia_(territory) affirmed"},
		},
		{
			name: "a rebel spokesman speaks for rebels, not for the state that they fight", day: "2008-02-01",
			text: "Chadian rebel spokesman Zyx Abece denied that Sudan armed his men.",
			want: []string{"~Zyx_Abece member_of ~Chadian_rebels affirmed"}, not: []string{"~Zyx_Abece member_of Chad affirmed", "Sudan backs Chad denied"},
		},
		{
			name: "a battalion of a regiment is one unit", day: "2005-02-01",
			text: "The 1st Battalion, 9th Marines attacked Ramadi.",
			want: []string{"~1st_Battalion,_9th_Marines attacked Ramadi affirmed"},
		},
		{
			name: "a rebel general acts for no state", day: "1937-05-01",
			text: "Francisco Franco led the Nationalists. The rebel general was supported by Mussolini.",
			want: []string{"Italy backs Francisco_Franco affirmed"}, not: []string{"Italy backs Spain affirmed"},
		},
		{
			name: "whose rebels he leads, who ruled later", day: "1997-03-20",
			text: "Laurent Kabila's rebels captured Kisangani.",
			want: []string{"Alliance_of_Democratic_Forces_for_the_Liberation_of_Congo-Zaire captured Kisangani affirmed"},
		},
		{
			name: "the halves of a country", day: "1968-03-20",
			text: "North Vietnam attacked Hue. The United States armed the South. The ships lay in the South China Sea.",
			want: []string{"United_States backs South_Vietnam affirmed"},
		},
		{
			name: "names of brigades and regiments", day: "2023-05-01",
			text: "Fighters of the Sword of Justice Brigade seized Saraqib. The 488th Motorised Rifle Regiment attacked Popasna. The Battle of Kursk was lost.",
			want: []string{"~Sword_of_Justice_Brigade captured Saraqib affirmed", "~488th_Motorised_Rifle_Regiment attacked Popasna affirmed"},
		},
		{
			name: "whose gunmen they are that open a sentence", day: "2019-05-01",
			text: "Gunmen loyal to General Khalifa Haftar captured Derna. Forces under Brigadier Zyx Abece took Sabha.",
			want: []string{"Libyan_National_Army captured Derna affirmed", "~Zyx_Abece captured Sabha affirmed"},
		},
		{
			name: "a man called Jihad", day: "2024-05-01",
			text: "An Israeli strike killed Jihad Abece, a commander of Hezbollah.",
			want: []string{"~Jihad_Abece member_of Hezbollah affirmed"},
		},
		{
			name: "the leader of a group that the text named", day: "2024-05-01",
			text: "Hemedti visited Kampala. The RSF leader met Museveni. The general's men have besieged El Fasher.",
			want: []string{"Rapid_Support_Forces attacked El_Fasher affirmed"}, not: []string{"Uganda attacked El_Fasher affirmed"},
		},
		{
			name: "a rebel capital is not the country's", day: "2009-02-01",
			text: "The Tamil Tigers lost Kilinochchi. The rebel capital fell to the army. Sri Lanka was helped by China.",
			want: []string{"Sri_Lanka captured Kilinochchi affirmed"}, not: []string{"Sri_Lanka captured Colombo affirmed"},
		},
		{
			name: "both cities, named in two sentences", day: "2024-02-01",
			text: "The Sudanese army bombed Nyala. Its planes also hit El Geneina. The RSF holds both cities.",
			want: []string{"Rapid_Support_Forces controls Nyala affirmed", "Rapid_Support_Forces controls El_Geneina affirmed"},
		},
		{
			name: "compounds that lost their hyphens", day: "2019-05-01",
			text: "The Houthis shelled Taiz. The Iranian backed group besieged Hodeidah. Saudi led coalition jets bombed Sanaa.",
			want: []string{"Iran backs Houthis affirmed", "Houthis attacked Hodeidah affirmed", "Saudi_Arabia leads Saudi-led_coalition affirmed"},
		},
		{
			name: "a nation that backs somebody", day: "2019-05-01",
			text: "The French backed Haftar in 2019. An Iranian backed by Moscow met the press.",
			want: []string{"France backs Khalifa_Haftar affirmed"}, not: []string{"Russia backs Iran affirmed"},
		},
		{
			name: "the Kurdish fighters are the Kurdish group just named", day: "2018-05-01",
			text: "Turkish troops attacked the YPG near Afrin. The Kurdish fighters shelled Kilis.",
			want: []string{"People's_Protection_Units attacked Kilis affirmed"}, not: []string{"~Syrian_Kurds attacked Kilis affirmed"},
		},
	})
}
