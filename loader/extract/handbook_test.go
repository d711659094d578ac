package extract_test

import "testing"

// Handbooks of countries give initials among other words, ranges of numbers, words joined by strokes, and offices behind asides.
func TestHandbook(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "initials behind a name in another tongue",
			text: "Chad\n\nMilitary and security forces\nChadian National Army (Armee Nationale Tchadienne, ANT)\n\nMilitary - note\nthe ANT has fought Boko Haram",
			want: []string{"Boko_Haram fights Chad affirmed"},
		},
		{
			name: "initials of a part of the forces that elsewhere are another's",
			text: "Somalia\n\nMilitary and security forces\nMinistry of Public Order: Somali Constabulary Force (SNP, includes Coast Guard)\nnote: Turkey trains the SNP",
			want: []string{"~Somali_Coast_Guard_(Somalia) member_of ~Somali_Constabulary_Force_(Somalia) affirmed"},
			not:  []string{"Turkey backs Scottish_National_Party affirmed", "~Coast_Guard member_of Scottish_National_Party affirmed"},
		},
		{
			name: "a range of numbers",
			text: "Fighters of the M23 supported by 600-800 Rwandan soldiers captured Sake.",
			want: []string{"March_23_Movement captured Sake affirmed", "Rwanda backs March_23_Movement affirmed"},
			not:  []string{"Rwanda captured Sake affirmed"},
		},
		{
			name: "words joined by a stroke",
			text: "Malian soldiers are engaged in operations against several rebel/criminal groups affiliated with Ansar Dine.",
			want: []string{"Ansar_Dine fights Mali affirmed"},
		},
		{
			name: "an office behind an aside, and one taken",
			text: "The junta named Bah Ndaw, a retired colonel, as interim president of Mali. Abiy Ahmed took office in 2018 as Ethiopia's first ethnic Oromo premier.",
			want: []string{"Bah_Ndaw leads Mali affirmed", "Abiy_Ahmed leads Ethiopia affirmed"},
		},
		{
			name: "what a group claims of itself is no claim of who fights it",
			text: "Ethiopia attacked the OLA, a guerrilla band that claims to fight for farmers.",
			want: []string{"Ethiopia fights Oromo_Liberation_Army affirmed"},
		},
		{
			name: "a hyphen left out before 'linked'",
			text: "JNIM is a coalition of al-Qaeda linked bands that serve as AQIM's arm in the desert.",
			want: []string{"Jama'at_Nusrat_al-Islam_wal-Muslimin member_of Al-Qaeda_in_the_Islamic_Maghreb affirmed"},
			not:  []string{"Al-Qaeda member_of Jama'at_Nusrat_al-Islam_wal-Muslimin affirmed"},
		},
		{
			name: "what is under a ministry",
			text: "Chad\n\nMilitary and security forces\nnote: the Gendarmerie Corps and the Nomad Guard are under the authority of the Ministry of Defense and Veterans; the River Police is not under the Ministry of Interior",
			want: []string{"~Chadian_Gendarmerie_Corps_(Chad) member_of ~Ministry_of_Defense_and_Veterans_(Chad) affirmed", "~Nomad_Guard_(Chad) member_of ~Ministry_of_Defense_and_Veterans_(Chad) affirmed"},
			not:  []string{"~River_Police_(Chad) member_of ~Ministry_of_Interior_(Chad) affirmed"},
		},
		{
			name: "the country that the page is about",
			text: "Vietnam\n\nBackground\nA border war with China followed in 1979.\n\nMilitary - note\nkey security partners include Russia and India; the EU has provided training for years",
			want: []string{"China fights Vietnam affirmed", "India allied_with Vietnam affirmed", "European_Union backs Vietnam affirmed"},
		},
		{
			name: "a place that others leave",
			text: "Lebanon\n\nBackground\nIsraeli troops withdrew in 2000, and the last Syrian troops left in 2005.",
			want: []string{"Syria withdrew_from Lebanon_(territory) affirmed"},
		},
		{
			name: "no list of soldiers abroad",
			text: "Mali\n\nMilitary deployments\nnote: Mali was one of 12 countries in a force with Chad and Niger (2022)",
			not:  []string{"Mali deployed_to Chad_(territory) affirmed", "Mali deployed_to Niger_(territory) affirmed"},
		},
		{
			name: "what a land was part of before",
			text: "Once a province of the Ottoman Empire, Libya was conquered by Italy.",
			want: []string{"Italy captured Libya_(territory) affirmed"},
			not:  []string{"Italy captured Ottoman_Empire_(territory) affirmed"},
		},
		{
			name: "a phrase with 'of' before two subjects",
			text: "With the help of Iran, Syrian soldiers and the Badr Organization took Qusayr.",
			want: []string{"Syria captured al-Qusayr affirmed", "Badr_Organization captured al-Qusayr affirmed", "Iran backs Badr_Organization affirmed"},
			not:  []string{"Iran captured al-Qusayr affirmed"},
		},
		{
			name: "what support is made of",
			text: "The Lebanese army receives financial, training, and equipment assistance from France and Qatar.",
			want: []string{"France backs Lebanon affirmed", "Qatar backs Lebanon affirmed"},
		},
		{
			name: "an office behind another one in an aside",
			text: "Lebanese deputies elected Joseph Aoun, the commander of the army, as president.",
			want: []string{"Joseph_Aoun leads Lebanon affirmed"},
		},
		{
			name: "forces that another state sends",
			text: "Yemen\n\nMilitary - note\nthe United Arab Emirates has deployed forces to the island of Perim for several years",
			want: []string{"United_Arab_Emirates deployed_to Perim affirmed"},
			not:  []string{"Yemen deployed_to Perim affirmed"},
		},
	})
}
