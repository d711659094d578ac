package extract_test

import "testing"

// Copies of pages that run headline, dateline, keywords and report together, most without commas.
func TestRunOns(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "a headline before a dateline, with whose strikes these are",
			text: "Ethiopian and Eritrean warplanes pound Mekelle as aid stalls NAIROBI (AFP) — Ethiopian and Eritrean warplanes targeted a factory in Axum on Monday. " +
				"Residents said the strikes hit Adwa Wukro and Shire killing at least nine civilians. A hospital was put out of service in the raids and scores fled on foot to the hills and to Sudan. " +
				"Aid workers have asked for a truce so that food may reach the region before the rains come.",
			want: []string{"Ethiopia attacked Mekelle affirmed", "Eritrea attacked Mekelle affirmed", "Ethiopia attacked Axum affirmed", "Eritrea attacked Adwa affirmed", "Ethiopia attacked Wukro affirmed"},
			not:  []string{"Philippines attacked Mekelle affirmed"},
		},
		{
			name: "a date and the words over the list of keywords",
			text: "Chadian troops free Baga 14.03.2015 Get short URL Topic War on Boko Haram (12) 0 340 The Chadian army has begun an offensive on Malam Fatori a military source said on Saturday. " +
				"NDJAMENA (Sputnik) — Chadian soldiers supported by Cameroonian jets captured Gamboru. According to the source militants of Boko Haram shelled Fotokol with mortars. " +
				"Four soldiers were hurt. Tags Boko Haram Chad soldiers The war has driven two million people from home since 2009.",
			want: []string{"Chad attacked Malam_Fatori affirmed", "Cameroon backs Chad affirmed", "Chad captured Gamboru affirmed", "Boko_Haram attacked Fotokol affirmed"},
		},
		{
			name: "places that run together in a list",
			text: "Ethiopian jets raided the villages of Tal Senka Golgol Mahbere and Edaga al-Hamus south of Adigrat. Army units shelled Axum Kfar Adwa al-Shire and Wukro on Monday. " +
				"Nobody knows how many were hurt in the raids since the roads are cut and the hospitals have had neither light nor water for more than a week. " +
				"Aid workers have asked for a truce so that food may reach the region before the rains come.",
			want: []string{"Ethiopia attacked ~Tal_Senka_(Ethiopia) affirmed", "Ethiopia attacked ~Golgol_(Ethiopia) affirmed", "Ethiopia attacked Axum affirmed", "Ethiopia attacked ~al-Shire_(Ethiopia) affirmed", "Ethiopia attacked Wukro affirmed"},
		},
		{
			name: "since when, as what and where else, inside a clause that no commas set apart",
			text: "Axum which has been under Eritrean control since 2020 was stormed by Ethiopian troops. Eritrea which regards the TPLF as terrorists has shelled Adigrat. The Ethiopian military which annexed Badme in 2021 has bombed Wukro. " +
				"A truce brokered by Kenya and guaranteed by Uganda and Egypt allowed the TPLF to leave Adwa. Nobody knows how many were hurt in the raids since the roads are cut and the hospitals have had no light for a week.",
			want: []string{"Ethiopia attacked Axum affirmed", "Eritrea attacked Adigrat affirmed", "Ethiopia attacked Wukro affirmed"},
			not:  []string{"Egypt attacked Adwa affirmed"},
		},
		{
			name: "a second verb and a second name inside a clause that no commas set apart",
			text: "Fighters of the TPLF which has ten brigades and enjoys the backing of Egypt and Sudan led the offensive on Axum. Eritrea which has the support of Egypt and Djibouti captured Adwa. " +
				"Nobody knows how many were hurt in the raids since the roads are cut and the hospitals have had neither light nor water for more than a week as the doctor of the town put it.",
			want: []string{"Sudan backs Tigray_People's_Liberation_Front affirmed", "Tigray_People's_Liberation_Front attacked Axum affirmed", "Eritrea captured Adwa affirmed"},
			not:  []string{"Sudan attacked Axum affirmed", "Djibouti captured Adwa affirmed"},
		},
		{
			name: "words that lost hyphens have joined",
			text: "Syrian rebels backed by Turkeybacked fighters shelled governmentheld Aleppo on Monday. A United Statesled coalition struck Ahrar alSham in rebelheld Idlib. Jaysh alIslam took Daraa alBalad from progovernment forces. " +
				"Nobody knows how many were hurt in the raids since the roads are cut and the hospitals have had neither light nor water for more than a week as the wellknown doctor of the town put it.",
			want: []string{"Syria controls Aleppo affirmed", "Ahrar_al-Sham fights US-led_coalition affirmed", "~Syrian_rebels controls Idlib affirmed", "Jaysh_al-Islam captured Daraa_al-Balad affirmed", "United_States leads US-led_coalition affirmed"},
		},
		{
			name: "those who act at a place that opens the sentence",
			text: "In the southern province of Helmand Afghan soldiers captured Sangin on Friday. In Kunduz province government troops shelled Imam Sahib. " +
				"Four other districts stayed calm and shops there were open for most of the day but few people came and traders said that they feared more fighting in the weeks to come. " +
				"The police said that schools and clinics would open again on Sunday once the roads had been cleared of mines.",
			want: []string{"Afghanistan captured Sangin affirmed", "Afghanistan attacked Imam_Sahib affirmed"},
		},
		{
			name: "what comes of a clause, and a name behind a noun",
			text: "Houthis battling for survival Houthis hold Hodeidah but have lost Mocha. They broke the truce shelling Khokha twice on Monday. " +
				"Four children were hurt when a house fell in and nine others are missing. Fishermen said that they had stayed in the harbour since the beginning of the week. " +
				"The United Nations wants both sides to come back to the talks that were held in Sweden.",
			want: []string{"Houthis controls Hodeidah affirmed", "Houthis attacked al-Khawkhah affirmed"},
		},
		{
			name: "headings of provinces, who tells inside a clause, officials behind a place",
			text: "KHARTOUM (SUNA) - Army units went on with their duties on Monday. El Fasher An army unit repelled an attack by the RSF on the airport. Sudanese jets carried out nine strikes near Nyala the army said hitting two bases of the RSF. " +
				"RSF fighters overran an army base in West Kordofan state officials said. At least nine shells fired by RSF fighters from a hill hit the Zamzam refugee camp in North Darfur. " +
				"The RSF has carried out attacks on both the Sudanese army and the Joint Darfur Force.",
			want: []string{"Rapid_Support_Forces fights Sudan affirmed", "Sudan attacked Nyala affirmed", "Rapid_Support_Forces attacked Zamzam_camp affirmed"},
			not:  []string{"Sudan attacked North_Darfur affirmed", "Rapid_Support_Forces attacked North_Darfur affirmed"},
		},
		{
			name: "several targets, towns behind a number of villages, who is inside what is hit, who bombs as others advance",
			text: "Ethiopian jets struck the barracks of the TPLF in the town of Adwa, a depot in Shire and a base in the city of Axum. Eritrean troops captured dozens of villages and the town of Rama. " +
				"A drone strike by Turkey hit a lorry carrying six men near Sinjar. The M23 fled Sake as Congolese jets bombed Goma. In the east forces loyal to Khalifa Haftar shelled Derna.",
			want: []string{
				"Ethiopia attacked Adwa affirmed", "Ethiopia attacked Shire affirmed", "Ethiopia attacked Axum affirmed", "Eritrea captured ~Rama_(Ethiopia) affirmed",
				"Turkey attacked Sinjar_(Iraq) affirmed", "Democratic_Republic_of_the_Congo attacked Goma affirmed", "Libyan_National_Army attacked Derna affirmed",
			},
		},
		{
			name: "what an assault aims at, and a town that fell",
			text: "Chadian troops launched an assault aimed at retaking Baga. Cameroonian soldiers launched an operation with the aim of capturing Gamboru. Nigerian troops retook Bama six months after it fell to Boko Haram.",
			want: []string{"Chad attacked Baga affirmed", "Cameroon attacked Gamboru affirmed", "Boko_Haram captured Bama affirmed"},
			not:  []string{"Chad captured Baga affirmed", "Cameroon captured Gamboru affirmed", "Boko_Haram captured Nigeria_(territory) affirmed"},
		},
		{
			name: "a district of a province",
			text: "PKK fighters attacked a convoy in the Daglica district of Hakkari. The M23 attacked a camp in the Walikale area of North Kivu. US-led strikes and Peshmerga guns hit IS.",
			want: []string{"Kurdistan_Workers'_Party attacked Dağlıca affirmed", "March_23_Movement attacked Walikale affirmed"},
			not:  []string{"Kurdistan_Workers'_Party attacked Hakkâri affirmed", "March_23_Movement attacked North_Kivu affirmed", "Peshmerga attacked United_States_(territory) affirmed"},
		},
		{
			name: "the agency below a report",
			text: "Kurdish fighters hold out in Sinjar AFP 2 Nov 2014 Kurdish forces drove Islamic State from Sinjar. Source AFP",
			not:  []string{"Philippines captured Sinjar affirmed", "Islamic_State fights Philippines affirmed", "Philippines deployed_to Sinjar affirmed"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkPassage(t, tt.text, tt.want, tt.not) })
	}
}
