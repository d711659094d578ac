package extract_test

import "testing"

// Who supports whom and where whose soldiers are, in the build of reports that leave one of the ends to the reader.
func TestSupportAbroad(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "the recipient that the sentence before names",
			text: "Spain is sending tanks to Chad. Denmark and Norway have also pledged howitzers, and Italy donated jets.",
			want: []string{"Spain backs Chad affirmed", "Denmark backs Chad alleged", "Norway backs Chad alleged", "Italy backs Chad affirmed"},
		},
		{
			name: "goods that go elsewhere",
			text: "Spain is sending tanks to Chad. Iran has shipped hundreds of Shahed drones to Sudan.",
			want: []string{"Spain backs Chad affirmed", "Iran backs Sudan affirmed"},
			not:  []string{"Iran backs Chad affirmed"},
		},
		{
			name: "weapons that somebody will not give",
			text: "Germany will send Chad lorries and rockets but will not provide the tanks that it has asked for.",
			not:  []string{"Germany backs Chad denied"},
		},
		{
			name: "where others of the sentence go",
			text: "France dispatched 500 paratroopers to Goma; Chad sent two battalions.",
			want: []string{"France deployed_to Goma affirmed", "Chad deployed_to Goma affirmed"},
		},
		{
			name: "during a war somebody gave",
			text: "During the war Asmara gave sanctuary to the Oromo Liberation Front.",
			want: []string{"Eritrea backs Oromo_Liberation_Front affirmed"},
		},
		{
			name: "a number of his soldiers",
			text: "Kenya has a base in Kismayo. Around 2,000 of its soldiers are in Somalia.",
			want: []string{"Kenya deployed_to Kismayo affirmed", "Kenya deployed_to Somalia_(territory) affirmed"},
		},
		{
			name: "bases at the head of the clause",
			text: "In Mali, France has three bases.",
			want: []string{"France deployed_to Mali_(territory) affirmed"},
		},
		{
			name: "land in dispute, lists with bearings",
			text: "Russia keeps troops in occupied South Ossetia and Abkhazia. UNITA operated out of bases in the neighbouring countries of Zambia to the north and Namibia.",
			want: []string{
				"Russia deployed_to Abkhazia_(territory) affirmed", "Russia deployed_to South_Ossetia_(territory) affirmed",
				"UNITA deployed_to Zambia_(territory) affirmed", "UNITA deployed_to Namibia_(territory) affirmed",
			},
		},
		{
			name: "who is sent, who leads them, where",
			text: "Egypt sent an entire brigade, led by General Amer, to Yemen.",
			want: []string{"Egypt deployed_to Yemen_(territory) affirmed"},
			not:  []string{"~Amer deployed_to Yemen_(territory) affirmed"},
		},
		{
			name: "one sum after the other",
			text: "The EU gave 20 million euros to Niger, 10 million to Chad and 5 million to Mali.",
			want: []string{"European_Union backs Niger affirmed", "European_Union backs Chad affirmed", "European_Union backs Mali affirmed"},
		},
		{
			name: "who are named behind the phrase",
			text: "A few countries in Africa support Polisario, most notably Algeria and Nigeria.",
			want: []string{"Algeria backs Polisario_Front affirmed", "Nigeria backs Polisario_Front affirmed"},
		},
		{
			name: "coalitions that a state leads are at home nowhere",
			text: "In support of the Iraqi army, aircraft of the US-led coalition bombed Mosul.",
			want: []string{"US-led_coalition backs Iraq affirmed"},
		},
		{
			name: "a phrase behind the relative pronoun",
			text: "The LNA, which since 2019 has been backed by Russia, met North Korea, which according to American diplomats supplied Iran with missiles.",
			want: []string{"Russia backs Libyan_National_Army affirmed", "North_Korea backs Iran affirmed"},
		},
		{
			name: "one giver after the other",
			text: "Kyiv was given jets by Paris, tanks by Berlin and shells by Prague.",
			want: []string{"France backs Ukraine affirmed", "Germany backs Ukraine affirmed", "Czech_Republic backs Ukraine affirmed"},
		},
		{
			name: "what he was himself, what he did at first",
			text: "Idriss Déby, himself a rebel once, had at first sent soldiers to help Sudan.",
			want: []string{"Chad backs Sudan affirmed"},
		},
		{
			name: "who are sent and who leads them, with what else",
			text: "The United States sent military advisers, headed by a general, and large quantities of weapons to Greece.",
			want: []string{"United_States backs Greece affirmed"},
		},
		{
			name: "in a country's profile",
			text: "Djibouti\n\nMilitary - note\nJapan and Italy also have a military presence; China opened a base in 2017.\n",
			want: []string{"Japan deployed_to Djibouti_(territory) affirmed", "Italy deployed_to Djibouti_(territory) affirmed"},
		},
		{
			name: "as does somebody else",
			text: "Libya has sided with Iran, as has North Korea.",
			want: []string{"Libya backs Iran affirmed", "North_Korea backs Iran affirmed"},
		},
		{
			name: "armed is a verb between two names",
			text: "Khartoum armed Chadian rebels such as the United Front for Democratic Change.",
			want: []string{"Sudan backs United_Front_for_Democratic_Change affirmed"},
		},
		{
			name: "a list with an aside",
			text: "Khalifa Haftar has the backing of Egypt, Russia and, more discreetly, France. The FNLA was armed by Zaire and, for a time, China.",
			want: []string{
				"Egypt backs Khalifa_Haftar affirmed", "France backs Khalifa_Haftar affirmed",
				"Democratic_Republic_of_the_Congo backs National_Liberation_Front_of_Angola affirmed", "China backs National_Liberation_Front_of_Angola affirmed",
			},
		},
		{
			name: "it and others",
			text: "The FNLA asked for help. The United States channelled $32 million to it and UNITA in 1975.",
			want: []string{"United_States backs National_Liberation_Front_of_Angola affirmed", "United_States backs UNITA affirmed"},
		},
		{
			name: "who is angered by support does not get it",
			text: "France, angered by Egypt's support for the FLN, armed Israel.",
			want: []string{"Egypt backs National_Liberation_Front_(Algeria) affirmed", "France backs Israel affirmed"},
			not:  []string{"Egypt backs France affirmed"},
		},
		{
			name: "jets are nobody",
			text: "The United States will sell Pakistan 40 F-16 fighters and extend $4 billion of aid to it.",
			not:  []string{"United_States backs ~F-16 alleged"},
		},
		{
			name: "what was pledged and what was done",
			text: "Mali has pledged to stand by Niger and sent warplanes to Niamey. Thailand later sent troops to South Vietnam, as did South Korea.",
			want: []string{"Mali deployed_to Niamey affirmed", "Thailand deployed_to South_Vietnam_(territory) affirmed", "South_Korea deployed_to South_Vietnam_(territory) affirmed"},
		},
		{
			name: "the country where others have bases",
			text: "Niger was an ally of the West. The US built a drone base, Air Base 201, outside Agadez. Germany also had troops in the country.",
			want: []string{"United_States deployed_to Agadez affirmed"},
			not:  []string{"Germany deployed_to United_States_(territory) affirmed"},
		},
		{
			name: "brought to power",
			text: "Rwanda, which had brought Laurent-Désiré Kabila to power a year earlier, backed the RCD.",
			want: []string{"Rwanda backs Laurent-Désiré_Kabila affirmed", "Rwanda backs Rally_for_Congolese_Democracy affirmed"},
		},
		{
			name: "arms of one and money of another",
			text: "Morocco received jets from Washington and financing from Saudi Arabia.",
			want: []string{"United_States backs Morocco affirmed", "Saudi_Arabia backs Morocco affirmed"},
		},
		{
			name: "who backs the state is not its rebels",
			text: "Syrian government troops backed by Lebanese Hezbollah fighters pushed into Saraqib. Militiamen from Iraq took part. Turkey which supports the rebels has posts in Idlib.",
			not:  []string{"Turkey backs Hezbollah affirmed"},
		},
		{
			name: "what is told of the last of a list with an aside",
			text: "The FNLA was supported by Zaire and, for a time, the United States, which channelled money to UNITA.",
			want: []string{"United_States backs UNITA affirmed"},
			not:  []string{"Democratic_Republic_of_the_Congo backs UNITA affirmed"},
		},
		{
			name: "further forces are of those before",
			text: "British troops landed at Freetown and additional forces landed near Lungi.",
			want: []string{"United_Kingdom deployed_to Lungi affirmed"},
		},
	})
}
