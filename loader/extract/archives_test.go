package extract_test

import "testing"

// What diplomatic histories, profiles of countries and the claims of governments tell.
func TestArchives(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a withdrawal demanded with whose",
			text: "Chadian soldiers, whose withdrawal Sudan has demanded, are in Geneina. Sudan mourned French soldiers whose death it had foretold.",
			want: []string{"Chad deployed_to El_Geneina affirmed"},
			not:  []string{"Chad withdrew_from El_Geneina affirmed", "Chad withdrew_from Sudan_(territory) affirmed"},
		},
		{
			name: "weapons by their make",
			text: "France supplied Chad with Mirages. Norway sold Peru Exocets. Britain leased Kenya three Canberras.",
			want: []string{"France backs Chad affirmed", "Norway backs Peru affirmed", "United_Kingdom backs Kenya affirmed"},
		},
		{
			name: "makes that name nobody's weapons",
			text: "France sent hunters to Chad. Norway sold Peru buffaloes.",
			not:  []string{"France backs Chad affirmed", "Norway backs Peru affirmed"},
		},
		{
			name: "who is armed and recognised by neither",
			text: "Britain neither armed nor recognised Biafra.",
			want: []string{"United_Kingdom backs Biafra denied"},
			not:  []string{"United_Kingdom backs Biafra affirmed"},
		},
		{
			name: "a threat behind an adverb",
			text: "Erdogan had earlier threatened to crush the SDF.",
			want: []string{"Syrian_Democratic_Forces fights Turkey alleged"},
			not:  []string{"Syrian_Democratic_Forces fights Turkey affirmed"},
		},
		{
			name: "two who fight on a third's side",
			text: "The KDP fought on the Iranian side, as did the Badr Brigade. The PUK and the KDP fought at Iran's side.",
			want: []string{"Badr_Organization backs Iran affirmed", "Kurdistan_Democratic_Party backs Iran affirmed", "Patriotic_Union_of_Kurdistan backs Iran affirmed"},
			not:  []string{"Badr_Organization fights Kurdistan_Democratic_Party affirmed", "Kurdistan_Democratic_Party fights Patriotic_Union_of_Kurdistan affirmed"},
		},
		{
			name: "whom somebody went on to arm, or declined to",
			text: "UNITA, which South Africa continued to arm, fled. The FNLA, which Zambia refused to arm, was beaten.",
			want: []string{"South_Africa backs UNITA affirmed", "Zambia backs National_Liberation_Front_of_Angola denied"},
			not:  []string{"Zambia backs National_Liberation_Front_of_Angola affirmed"},
		},
		{
			name: "a ministry by the capital that opens the sentence",
			text: "In Paris, the foreign ministry announced plans to supply Chad with armoured cars.",
			want: []string{"France backs Chad alleged"},
		},
		{
			name: "the officers of a unit whom somebody is said to have stationed",
			text: "Hungary has reportedly stationed ten officers of the Falcon Brigade in Banja Luka.",
			want: []string{"Hungary deployed_to Banja_Luka alleged"},
			not:  []string{"~Falcon_Brigade deployed_to Banja_Luka affirmed", "~Falcon_Brigade_(Hungary) deployed_to Banja_Luka affirmed"},
		},
		{
			name: "what somebody denies he failed to stop",
			text: "Riyadh accused Muscat of failing to halt the smuggling of Iranian weapons to the Houthis, an accusation it rejects.",
			want: []string{"Iran backs Houthis alleged"},
			not:  []string{"Iran backs Houthis denied"},
		},
		{
			name: "who has no plans, by what he says",
			text: "Berlin said there were no plans to send troops to Ukraine.",
			want: []string{"Germany deployed_to Ukraine_(territory) denied"},
		},
		{
			name: "on whom somebody could count",
			text: "UNITA could count on the support of Zaire. The FNLA could not count on Zambia.",
			want: []string{"Democratic_Republic_of_the_Congo backs UNITA affirmed"},
			not:  []string{"Zambia backs National_Liberation_Front_of_Angola affirmed"},
		},
		{
			name: "a plan of others that somebody rejects is no denial",
			text: "France proposed sending troops to Ukraine, an idea Germany rejects. Chad said that Niger was arming the M23, a claim Niger rejects.",
			want: []string{"France deployed_to Ukraine_(territory) alleged", "Niger backs March_23_Movement denied"},
			not:  []string{"France deployed_to Ukraine_(territory) denied"},
		},
		{
			name: "an adverb that is about how many",
			text: "Vietnam sent perhaps 6,000 soldiers to Laos. Chad perhaps sent soldiers to Niger.",
			want: []string{"Vietnam deployed_to Laos_(territory) affirmed", "Chad deployed_to Niger_(territory) alleged"},
			not:  []string{"Vietnam deployed_to Laos_(territory) alleged"},
		},
		{
			name: "their last war",
			text: "Peru and Ecuador fought their last war in 1995. Peru and Bolivia fought their enemies.",
			want: []string{"Ecuador fights Peru affirmed"},
			not:  []string{"Bolivia fights Peru affirmed"},
		},
	})
}
