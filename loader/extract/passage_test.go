package extract_test

import "testing"

// Passages as reports, encyclopedias and countries' profiles write them: what stands between the words of a tie.
func TestPassages(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "numbers of soldiers below a heading",
			text: "Kenya\n\nMilitary deployments\n390 Lebanon (UNIFIL); up to 200 Somalia (2025)\n\nMilitary - note\n" +
				"Kenya has 40 friends in Uganda, who write long letters to say that they have met nobody else there in all of the years that went by since.\n",
			want: []string{"Kenya deployed_to Lebanon_(territory) affirmed", "Kenya deployed_to Somalia_(territory) affirmed"},
			not:  []string{"Kenya deployed_to Uganda_(territory) affirmed"},
		},
		{
			name: "a dateline is no subject",
			text: "KABUL, Aug 3 (Reuters) - Taliban militiamen on Saturday pounded positions of the Northern Alliance, witnesses said.",
			want: []string{"Northern_Alliance fights Taliban affirmed"},
		},
		{
			name: "sides that an insertion keeps apart",
			text: "Angola slid into a war between the MPLA, supported by the Soviet Union and Cuba, and UNITA, which received weapons from South Africa.",
			want: []string{
				"MPLA fights UNITA affirmed", "Soviet_Union backs MPLA affirmed", "Cuba backs MPLA affirmed", "South_Africa backs UNITA affirmed",
			},
			not: []string{"South_Africa backs Cuba affirmed"},
		},
		{
			name: "each with a place of its own",
			text: "Iran supports Hezbollah in Lebanon, Hamas in Gaza, and the Houthis in Yemen.",
			want: []string{"Iran backs Hezbollah affirmed", "Iran backs Hamas affirmed", "Iran backs Houthis affirmed"},
		},
		{
			name: "a verb behind an acronym",
			text: "the Chad Popular Defence Corps (CPDC) is small; the CPDC conducts raids on Niger.",
			want: []string{"Niger fights ~Chad_Popular_Defence_Corps_(Chad) affirmed"},
		},
		{
			name: "a people that acts as its state",
			text: "The Dutch ruled Indonesia from the 17th century.",
			want: []string{"Netherlands controls Indonesia_(territory) affirmed"},
		},
		{
			name: "a scene at the head",
			text: "In the south, the separatist Southern Transitional Council, supported by the United Arab Emirates, has seized Aden.",
			want: []string{"Southern_Transitional_Council captured Aden affirmed"},
		},
		{
			name: "the last of a list described before it is named",
			text: "Nigeria is fighting Boko Haram and its splinter faction, the Islamic State in West Africa.",
			want: []string{"Boko_Haram fights Nigeria affirmed", "Islamic_State_–_West_Africa_Province fights Nigeria affirmed"},
		},
		{
			name: "fighters of a nation who belong to a body",
			text: "Mali's army and Russian fighters from the Wagner Group entered Kidal.",
			want: []string{"Wagner_Group deployed_to Kidal affirmed", "Mali deployed_to Kidal affirmed"},
		},
		{
			name: "a copy without commas",
			text: "Russian jets pounded Douma the largest town in the area. Rebels of Jaysh al-Islam shelled Damascus a monitor said. Syria Iran and Hezbollah are allies. " +
				"The war began when people took to the streets of many towns and the state sent soldiers who fired on them and it has gone on for so many years that few remember what the streets looked like before it began.",
			want: []string{"Russia attacked Douma affirmed", "Jaysh_al-Islam attacked Damascus affirmed", "Iran allied_with Syria affirmed"},
		},
		{
			name: "those along with the subject",
			text: "Uganda, together with Rwanda, backed the Alliance of Democratic Forces for the Liberation of Congo. France maintains a base in Chad, as do Libya and Egypt.",
			want: []string{
				"Rwanda backs Alliance_of_Democratic_Forces_for_the_Liberation_of_Congo-Zaire affirmed", "Libya deployed_to Chad_(territory) affirmed", "Egypt deployed_to Chad_(territory) affirmed",
			},
		},
		{
			name: "a description said of the subject",
			text: "Pakistan and Saudi Arabia are the only states that have recognised the Taliban.",
			want: []string{"Pakistan backs Taliban affirmed", "Saudi_Arabia backs Taliban affirmed"},
		},
		{
			name: "groups named before",
			text: "Boko Haram and Ansaru fight the Nigerian army. The groups have also carried out attacks in Cameroon.",
			want: []string{"Boko_Haram attacked Cameroon_(territory) affirmed", "Ansaru attacked Cameroon_(territory) affirmed"},
		},
		{
			name: "two armies of one state",
			text: "A war began in Juba between troops loyal to President Salva Kiir and troops loyal to Riek Machar.",
			want: []string{"South_Sudan fights Sudan_People's_Liberation_Movement-in-Opposition affirmed"},
		},
		{
			name: "power handed on",
			text: "Joaquim Chissano handed power to Armando Guebuza in 2005.",
			want: []string{"Armando_Guebuza leads Mozambique affirmed"},
		},
		{
			name: "an opening phrase is no item of the list behind",
			text: "During the Yom Kippur War, Egypt and Syria attacked Israel.",
			want: []string{"Egypt fights Israel affirmed", "Israel fights Syria affirmed"},
		},
		{
			name: "a verb of saying that announces something",
			text: "The Houthis, who hold Sanaa, announced a raid on Riyadh.",
			want: []string{"Houthis controls Sanaa affirmed"},
		},
		{
			name: "phrases added with the same preposition",
			text: "UNITA was backed by the United States, as well as by South Africa. Iran sent arms to Hezbollah and to the Houthis. The Houthis are armed by Iran but not by Russia.",
			want: []string{
				"United_States backs UNITA affirmed", "South_Africa backs UNITA affirmed", "Iran backs Hezbollah affirmed", "Iran backs Houthis affirmed",
			},
			not: []string{"Russia backs Houthis affirmed"},
		},
		{
			name: "an apposition to those whose people act",
			text: "Troops of Chad, a member of the G5 Sahel, are in Mali. Militants of Ansar Dine, a group linked to al-Qaeda, took Kidal.",
			want: []string{
				"Chad deployed_to Mali_(territory) affirmed", "Chad member_of G5_Sahel affirmed", "Ansar_Dine captured Kidal affirmed",
			},
			not: []string{"G5_Sahel deployed_to Mali_(territory) affirmed", "Al-Qaeda captured Kidal affirmed"},
		},
		{
			name: "a spokesman speaks of his own",
			text: "A spokesman for the LNA, an ally of Russia, said it took Sirte.",
			want: []string{"Libyan_National_Army captured Sirte affirmed"},
			not:  []string{"Russia captured Sirte affirmed"},
		},
		{
			name: "what an army goes on to do",
			text: "The Sudanese army launched an offensive, bombing positions of the Rapid Support Forces in Bahri.",
			want: []string{"Rapid_Support_Forces fights Sudan affirmed"},
		},
		{
			name: "so many to so many",
			text: "Witnesses saw that between 300 and 500 Rwandan soldiers were fighting alongside M23.",
			want: []string{"Rwanda backs March_23_Movement affirmed"},
		},
		{
			name: "whom a passive of support speaks of, between two who fight",
			text: "Ethiopia attacked Somalia, backed by the United States. Turkey began an offensive against the PKK that was supported by the KDP. Saudi Arabia fought the Houthis, backed by Iran, for seven years.",
			want: []string{"Ethiopia fights Somalia affirmed", "Iran backs Houthis affirmed"},
			not:  []string{"United_States backs Somalia affirmed", "Kurdistan_Democratic_Party backs Kurdistan_Workers'_Party affirmed"},
		},
		{
			name: "the trained are the armed",
			text: "Saudi officials worry. Iran has trained Houthi fighters and sent weapons to them.",
			want: []string{"Iran backs Houthis affirmed"},
			not:  []string{"Iran backs Saudi_Arabia affirmed"},
		},
		{
			name: "an order to one's own",
			text: "Siad Barre ordered his army to withdraw from Jijiga.",
			want: []string{"Somalia withdrew_from Jijiga affirmed"},
			not:  []string{"Siad_Barre opposes Somalia affirmed"},
		},
		{
			name: "both deny",
			text: "Tehran, Riyadh says, arms the Houthis, an allegation that both the Houthis and Iran deny.",
			want: []string{"Iran backs Houthis alleged", "Iran backs Houthis denied"},
			not:  []string{"Iran backs Houthis affirmed"},
		},
		{
			name: "a party's word inside another's name",
			text: "The United States was neutral. Two groups sought to depose Siad Barre, the Somali Salvation Democratic Front and the Somali National Movement.",
			not:  []string{"Siad_Barre member_of Democratic_Party_(United_States) affirmed"},
		},
		{
			name: "a clause behind the place of the one before",
			text: "Chad's army drove Boko Haram out of Bosso, and Nigerien soldiers, helped by French jets, took Diffa.",
			want: []string{"Niger captured Diffa affirmed", "France backs Niger affirmed"},
			not:  []string{"France backs Chad affirmed", "Chad captured Diffa affirmed"},
		},
		{
			name: "who is accused of having armed and trained",
			text: "Chad accused Sudan of having armed and trained the UFDD.",
			want: []string{"Sudan backs Union_of_Forces_for_Democracy_and_Development alleged"},
			not:  []string{"Chad backs Union_of_Forces_for_Democracy_and_Development affirmed"},
		},
		{
			name: "no name takes a clause with that",
			text: "The SDF is a coalition dominated by the YPG that is backed by the United States. JNIM, an alliance of groups linked to al-Qaeda that is led by Iyad Ag Ghali, took Farabougou.",
			want: []string{"United_States backs Syrian_Democratic_Forces affirmed"},
			not: []string{
				"United_States backs People's_Protection_Units affirmed", "Iyad_Ag_Ghaly leads Al-Qaeda affirmed",
				"Al-Qaeda member_of Jama'at_Nusrat_al-Islam_wal-Muslimin affirmed",
			},
		},
		{
			name: "a name between commas before the verb",
			text: "Germany, which has 1,100 soldiers in the UN mission, MINUSMA, has stopped training Malian troops.",
			want: []string{"Germany backs Mali affirmed"},
			not:  []string{"MINUSMA backs Mali affirmed"},
		},
		{
			name: "mercenaries are not their country",
			text: "A Serb mercenary force under Christian Tavernier defended Kisangani.",
			not:  []string{"Serbia controls Kisangani affirmed", "~Christian_Tavernier member_of Serbia affirmed"},
		},
		{
			name: "a coalition of groups that somebody backs",
			text: "The FMLN, a coalition of five groups backed by Cuba, attacked San Salvador.",
			want: []string{"Cuba backs Farabundo_Martí_National_Liberation_Front affirmed"},
		},
		{
			name: "who lets and passes",
			text: "The Sandinistas let the guerrillas of the FMLN run a radio near Managua and passed arms to them until the United States threatened to invade.",
			want: []string{"Sandinista_National_Liberation_Front backs Farabundo_Martí_National_Liberation_Front affirmed"},
			not:  []string{"Farabundo_Martí_National_Liberation_Front backs United_States affirmed"},
		},
		{
			name: "a Christian Democrat",
			text: "The United States and Venezuela backed President José Napoleón Duarte, a Christian Democrat.",
			not:  []string{"José_Napoleón_Duarte member_of Democratic_Party_(United_States) affirmed"},
		},
		{
			name: "what a body was set up for",
			text: "Iran armed Hezbollah, set up in 1982 to fight Israel.",
			want: []string{"Hezbollah fights Israel affirmed", "Iran backs Hezbollah affirmed"},
			not:  []string{"Iran fights Israel affirmed"},
		},
		{
			name: "weapons for somebody else",
			text: "Iran rejected claims that it had let trucks with Russian arms for Armenia cross its land.",
			not:  []string{"Russia backs Iran alleged", "Russia backs Iran affirmed"},
		},
		{
			name: "a well is not the town that its name ends with",
			text: "Morocco occupied the post of Hassi Beida. The Houthis seized Jabal Marib.",
			want: []string{"Morocco captured ~Hassi_Beida affirmed"},
			not:  []string{"Morocco captured Bayda affirmed", "Houthis captured Marib affirmed"},
		},
		{
			name: "what a body was founded for, and by whom",
			text: "Algeria armed the Polisario Front, founded in 1973 by El-Ouali Mustapha Sayed to fight Spain.",
			want: []string{"Algeria backs Polisario_Front affirmed", "Polisario_Front fights Spain affirmed"},
			not:  []string{"Algeria fights Spain affirmed"},
		},
	})
}
