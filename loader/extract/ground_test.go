package extract_test

import "testing"

// Histories tell in one sentence who took a place, lost it and took it back: each verb has its own doer and its own place.
func TestGround(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a participle and its 'as' before the main verb",
			text: "Turkey, citing its duty as a guarantor, invaded Cyprus in 1974 after a coup backed by the Greek junta, took Kyrenia and kept troops in the north of the island.",
			want: []string{"Turkey attacked Cyprus_(territory) affirmed", "Turkey captured Kyrenia affirmed"},
			not:  []string{"Cyprus captured Kyrenia affirmed"},
		},
		{
			name: "two subjects and a phrase between commas behind an 'and'",
			text: "Israel invaded the Sinai, and Britain and France, under a pretext agreed on before, bombed Egyptian airfields.",
			want: []string{"Israel attacked Sinai_Peninsula affirmed", "Egypt fights France affirmed", "Egypt fights United_Kingdom affirmed"},
			not:  []string{"Israel fights United_Kingdom affirmed", "Israel attacked United_Kingdom_(territory) affirmed"},
		},
		{
			name: "a series inside a relative clause",
			text: "South Africa armed UNITA, which seized Huambo, shelled Kuito and besieged Malanje.",
			want: []string{"UNITA captured Huambo affirmed", "UNITA attacked Kuito affirmed", "UNITA attacked Malanje affirmed"},
			not:  []string{"South_Africa attacked Kuito affirmed", "South_Africa attacked Malanje affirmed"},
		},
		{
			name: "a main clause behind a relative clause of the past before",
			text: "South Africa armed UNITA, which had seized Huambo, and shelled Lubango.",
			want: []string{"South_Africa attacked Lubango affirmed"}, not: []string{"UNITA attacked Lubango affirmed"},
		},
		{
			name: "under whose command a force is does not act",
			text: "The UN Security Council authorised a force under Turkish command, which entered Skopje, disarmed the rebels and occupied Tetovo.",
			not:  []string{"United_Nations_Security_Council captured Tetovo affirmed", "Turkey captured Tetovo affirmed"},
		},
		{
			name: "places with a date each",
			text: "The M23 captured Bunagana in June 2022, Goma in January 2025 and Bukavu three weeks later. Chad denied that it had taken Sabha in May and Sirte in June.",
			want: []string{"March_23_Movement captured Goma affirmed", "March_23_Movement captured Bukavu affirmed", "Chad captured Sabha denied", "Chad captured Sirte denied"},
			not:  []string{"Chad captured Sirte affirmed"},
		},
		{
			name: "places with a taker each",
			text: "China ceded Taiwan to Japan and Hong Kong to Britain.",
			want: []string{"Japan controls Taiwan_(territory) affirmed", "United_Kingdom controls Hong_Kong affirmed"},
			not:  []string{"Japan controls Hong_Kong affirmed", "United_Kingdom controls Taiwan_(territory) affirmed"},
		},
		{
			name: "a place with a date before a clause of its own",
			text: "Chad attacked Sabha in May and Sirte in June fell to the LNA.",
			not:  []string{"Chad attacked Sirte affirmed"},
		},
		{
			name: "what was taken and lost again",
			text: "Jordan annexed the West Bank in 1950 but lost it to Israel in 1967. The Soviet Union occupied Latvia and Estonia, lost them to Germany and retook them in 1944.",
			want: []string{"Israel captured West_Bank affirmed", "Jordan withdrew_from West_Bank affirmed", "Germany captured Estonia_(territory) affirmed", "Soviet_Union withdrew_from Latvia_(territory) affirmed"},
		},
		{
			name: "what an 'only to' tells happened",
			text: "Chinese troops retook Seoul in January, only to lose it again in March. French troops intervened in Gao only to leave it.",
			want: []string{"China withdrew_from Seoul affirmed"}, not: []string{"France withdrew_from Gao affirmed"},
		},
		{
			name: "verbs without an object are no participles",
			text: "The UN force took Pyongyang before Chinese troops intervened in support of North Korea.",
			want: []string{"China backs North_Korea affirmed"},
		},
		{
			name: "the land that a handbook's entry is about",
			text: "Eritrea\n\nBritish forces drove the Italians out in 1941 and administered the territory until 1952. The area was part of the Ottoman Empire until 1865, when Egypt occupied it.",
			want: []string{"United_Kingdom controls Eritrea_(territory) affirmed", "Ottoman_Empire controls Eritrea_(territory) affirmed", "Egypt captured Eritrea_(territory) affirmed"},
			not:  []string{"United_Kingdom controls Italy_(territory) affirmed"},
		},
		{
			name: "fractions of a land",
			text: "The M23 controls more than half of North Kivu. Turkey controls over a third of Cyprus. Boko Haram held about a quarter of Borno.",
			want: []string{"March_23_Movement controls North_Kivu affirmed", "Turkey controls Cyprus_(territory) affirmed", "Boko_Haram controls Borno affirmed"},
		},
		{
			name: "participles before places describe them",
			text: "Russia keeps soldiers in occupied Abkhazia. Al-Shabaab carries out attacks in Somalia and in neighboring Kenya.",
			want: []string{"Russia deployed_to Abkhazia_(territory) affirmed", "Al-Shabaab attacked Kenya_(territory) affirmed"},
		},
		{
			name: "a past tense behind 'which'",
			text: "The war was fought by the Eritrean People's Liberation Front, which defeated Ethiopian forces in 1991.",
			want: []string{"Eritrean_People's_Liberation_Front fights Ethiopia affirmed"},
		},
		{
			name: "who helped to drive whom out",
			text: "Somalia was driven out by Ethiopia with Cuban help.",
			want: []string{"Cuba backs Ethiopia affirmed"}, not: []string{"Cuba backs Somalia affirmed"},
		},
		{
			name: "the town is none of those named side by side, nor what lies beside it",
			text: "Islamic State still holds al-Bab. Syrian rebels captured Jarablus and al-Rai last year. The army shelled the town. Chad took the village of Mao south of Faya. The village had been held by FACT.",
			want: []string{"Syria attacked al-Bab affirmed"}, not: []string{"Syria attacked al-Rai affirmed", "Front_for_Change_and_Concord_in_Chad controls Faya-Largeau affirmed"},
		},
		{
			name: "who is backed behind an opening participle without its comma",
			text: "Backed by Russian jets and helicopters the army and allied militia entered Sukhna late on Saturday the Syrian Observatory for Human Rights said.",
			not:  []string{"Russia backs Syrian_Observatory_for_Human_Rights affirmed"},
		},
		{
			name: "whom somebody wants to leave",
			text: "The SDF holds Manbij, which Turkey wants it to leave.",
			want: []string{"Syrian_Democratic_Forces withdrew_from Manbij alleged"}, not: []string{"Turkey withdrew_from Manbij alleged"},
		},
		{
			name: "who lifts a siege has not laid it",
			text: "GNA forces lifted the siege of Gharyan.",
			not:  []string{"Government_of_National_Accord attacked Gharyan affirmed"},
		},
		{
			name: "who leaves where the sentence before told him to be",
			text: "In 2021 Rwanda and the SADC deployed forces to Mozambique. The SADC troops departed three years later.\n\nFrance sent planes to Chad in 1983. Libya had withdrawn by 1987.",
			want: []string{"Southern_African_Development_Community withdrew_from Mozambique_(territory) affirmed"},
			not:  []string{"Libya withdrew_from Chad_(territory) affirmed", "Rwanda withdrew_from Mozambique_(territory) affirmed"},
		},
		{
			name: "what advances on a capital that was held",
			text: "Angola was in turmoil. The MPLA held the capital, and Zairian troops and the FNLA advanced on it from the north.",
			want: []string{"National_Liberation_Front_of_Angola attacked Luanda affirmed"},
		},
		{
			name: "what a leader commanded before he was president",
			text: "History of Chad\n\nIn 1979 Hissène Habré's FAN took up arms. In 1980 Libyan troops drove Habré's forces from N'Djamena.",
			want: []string{"Armed_Forces_of_the_North withdrew_from N'Djamena affirmed"}, not: []string{"Chad withdrew_from N'Djamena affirmed"},
		},
		{
			name: "parts of a land behind a comma and a gerund",
			text: "South Africa returned in 1981, occupying parts of Cunene province.",
			want: []string{"South_Africa captured Cunene affirmed"},
		},
		{
			name: "a clause of its own behind two that are armed",
			text: "Eritrea armed the OLF and the ONLF, and Ethiopia hosted the Eritrean National Alliance.",
			want: []string{"Eritrea backs Oromo_Liberation_Front affirmed"},
			not:  []string{"Eritrea backs Ethiopia affirmed", "Oromo_Liberation_Front backs Eritrean_National_Alliance affirmed"},
		},
		{
			name: "two subjects, of which a clause describes the first",
			text: "The Yugoslav People's Army, which was dominated by Serbs, and the Bosnian Serb Army took over Zvornik.",
			want: []string{"Yugoslavia captured Zvornik affirmed", "Bosnian_Serb_Army captured Zvornik affirmed"},
		},
		{
			name: "to whom a town is lost",
			text: "Mozambique is at war. Tanzanian and Malawian soldiers helped the government. The army, unable to contain the jihadists of Ansar al-Sunna, lost Palma to them.",
			want: []string{"Mozambique withdrew_from Palma affirmed"},
			not:  []string{"Malawi captured Palma affirmed", "Malawi fights Mozambique affirmed"},
		},
		{
			name: "two gerunds and their lists",
			text: "Ethiopia attacked again, capturing Barentu and Zalambessa and bombing Massawa and Asmara airport.",
			want: []string{"Ethiopia captured Zalambessa affirmed", "Ethiopia attacked Massawa affirmed"},
		},
	})
}
