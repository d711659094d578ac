package extract_test

import "testing"

// What diplomatic histories and chronologies tell.
func TestStatecraft(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a clause behind a list, its subject described",
			text: "France expelled Mali, and Colonel John Roe, the army's chief, who was paid by Niger, seized Goma.",
			want: []string{"~John_Roe captured Goma affirmed"},
			not:  []string{"France opposes ~John_Roe affirmed"},
		},
		{
			name: "who dismisses somebody denies nothing",
			text: "President Idriss Déby dismissed General John Roe and sent troops to Goma. Kigali dismissed the report and the claim that Uganda had taken Goma.",
			want: []string{"Chad deployed_to Goma affirmed"},
			not:  []string{"Uganda captured Goma affirmed"},
		},
		{
			name: "a list that ends in a described name",
			text: "France armed Mali, Niger and Chad, the largest of them, which was grateful.",
			want: []string{"France backs Mali affirmed", "France backs Chad affirmed"},
		},
		{
			name: "what is feared of another, and what is done about it",
			text: "France said that Chad might intervene, and moved troops to Goma.",
			want: []string{"France deployed_to Goma affirmed"},
			not:  []string{"Chad deployed_to Goma affirmed"},
		},
		{
			name: "what the other may do twice",
			text: "France said that Chad might intervene and send troops to Goma.",
			not:  []string{"France deployed_to Goma affirmed", "Chad deployed_to Goma affirmed"},
		},
		{
			name: "a neighbour by name",
			text: "Iraqi forces invaded Iraq's neighbour, Kuwait. Chad was attacked by its old rival, Libya.",
			want: []string{"Iraq attacked Kuwait_(territory) affirmed", "Iraq fights Kuwait affirmed", "Chad fights Libya affirmed"},
		},
		{
			name: "who says it is no neighbour",
			text: "Iraqi forces invaded a neighbour, Kuwait said.",
			not:  []string{"Iraq fights Kuwait affirmed"},
		},
		{
			name: "an operation described",
			text: "Israel launched Operation Litani, an invasion of Lebanon.",
			want: []string{"Israel attacked Lebanon_(territory) affirmed"},
		},
		{
			name: "both invaded and occupied",
			text: "The French invasion and occupation of Algeria took years.",
			want: []string{"France attacked Algeria_(territory) affirmed", "France controls Algeria_(territory) affirmed"},
		},
		{
			name: "who sponsors what condemns",
			text: "Britain sponsored a resolution in the Security Council condemning Libya. Chad voted for a resolution condemning Niger.",
			want: []string{"Libya opposes United_Kingdom affirmed", "Chad opposes Niger affirmed"},
		},
		{
			name: "who votes against what condemns",
			text: "Chad voted against a resolution condemning Niger.",
			not:  []string{"Chad opposes Niger affirmed"},
		},
		{
			name: "entries of a chronology",
			text: "Chad profile - Timeline\n\n1982 - Hissène Habré, backed by France, seizes N'Djamena.\n\n1983-84: Libya sends troops to Chad.\n\n1994 May - The Libyan troops withdraw.",
			want: []string{"Chad captured N'Djamena affirmed", "France backs Chad affirmed", "Libya withdrew_from Chad_(territory) affirmed"},
		},
		{
			name: "an entry's verb without an auxiliary",
			text: "1975 - President Tombalbaye deposed in coup led by Félix Malloum.",
			want: []string{"François_Tombalbaye opposes Félix_Malloum affirmed"},
			not:  []string{"Chad opposes Félix_Malloum affirmed"},
		},
		{
			name: "soldiers from several states, and those who all do it",
			text: "Nigerian soldiers, along with small groups of soldiers from Ghana, Senegal and Benin, entered Monrovia. Cuba, East Germany, and the Soviet Union all backed the MPLA. Chad and Niger have both backed Mali.",
			want: []string{
				"Ghana deployed_to Monrovia affirmed", "Benin deployed_to Monrovia affirmed", "Nigeria deployed_to Monrovia affirmed",
				"Cuba backs MPLA affirmed", "Soviet_Union backs MPLA affirmed", "Chad backs Mali affirmed", "Niger backs Mali affirmed",
			},
		},
		{
			name: "those who join them",
			text: "Soviet troops, joined by Hungarian units, occupied Prague.",
			want: []string{"Hungary captured Prague affirmed", "Soviet_Union captured Prague affirmed"},
		},
		{
			name: "who joined before another acted",
			text: "Soviet troops, joined by the promise of land, occupied Prague.",
			not:  []string{"Hungary captured Prague affirmed"},
		},
		{
			name: "whose party it is",
			text: "Yahya Khan and Zulfikar Ali Bhutto, whose Pakistan People's Party swept the west, balked.",
			want: []string{"Zulfikar_Ali_Bhutto leads Pakistan_Peoples_Party affirmed"},
			not:  []string{"Yahya_Khan leads Pakistan_Peoples_Party affirmed"},
		},
		{
			name: "a coalition without a name",
			text: "The United States led a coalition that drove Iraq out of Kuwait.",
			want: []string{"Iraq fights United_States affirmed", "Iraq withdrew_from Kuwait_(territory) affirmed"},
		},
		{
			name: "under whom, without a comma",
			text: "Under Leonid Brezhnev the Soviet Union invaded Afghanistan.",
			want: []string{"Leonid_Brezhnev leads Soviet_Union affirmed"},
		},
		{
			name: "others do it, too",
			text: "Iraq sent brigades to Syria, and Morocco and Cuba, too, contributed men.",
			want: []string{"Iraq deployed_to Syria_(territory) affirmed"},
			not:  []string{"Iraq deployed_to Morocco_(territory) affirmed"},
		},
		{
			name: "it is none of those who speak",
			text: "Brazil abstained. Mexico, Cuba and Uruguay condemned it.",
			not:  []string{"Cuba opposes Uruguay affirmed", "Mexico opposes Uruguay affirmed"},
		},
		{
			name: "two offices with their holders",
			text: "Israel's Prime Minister, Golda Meir, and her Defense Minister, Moshe Dayan, appealed for help.",
			want: []string{"Golda_Meir leads Israel affirmed", "Moshe_Dayan member_of Israel affirmed"},
		},
		{
			name: "a province is no continent",
			text: "The Supreme Commander in Europe waited. The Yugoslav Army left the province.",
			not:  []string{"Yugoslavia withdrew_from Europe affirmed", "Serbia_and_Montenegro withdrew_from Europe affirmed"},
		},
		{
			name: "who heads a junta of several",
			text: "In Chad, a junta of General Mahamat Déby and Admiral John Roe took power. Chad waited.",
			not:  []string{"~John_Roe leads Chad affirmed"},
		},
		{
			name: "what is found impossible, or hard",
			text: "Chad found it impossible to arm the LNA. Niger found it politically difficult to support UNITA. Mali thought it unwise to arm Hezbollah.",
			want: []string{"Chad backs Libyan_National_Army denied"},
			not: []string{
				"Chad backs Libyan_National_Army affirmed", "Niger backs UNITA affirmed", "Mali backs Hezbollah affirmed",
			},
		},
		{
			name: "what is found useful is done",
			text: "Chad found it useful to arm the LNA.",
			want: []string{"Chad backs Libyan_National_Army affirmed"},
		},
		{
			name: "a second name behind 'or'",
			text: "The Eagles Army, or Jaysh al-Islam (JI), fought Syria. The Eagles Army took Douma.",
			want: []string{"Jaysh_al-Islam captured Douma affirmed"},
			not:  []string{"~Eagles_Army fights Syria affirmed"},
		},
		{
			name: "two bodies that either may be",
			text: "Syria said that the Eagles Army or Hezbollah had taken Douma.",
			not:  []string{"Hezbollah fights Syria affirmed"},
		},
		{
			name: "what is demanded, and what is forbidden",
			text: "Demands that Chad arm the LNA grew. Niger ignored a request that it arm UNITA. Mali forbade its troops to attack Goma. Short of arming Hezbollah, Sudan could do nothing.",
			want: []string{"Chad backs Libyan_National_Army alleged", "Niger backs UNITA alleged"},
			not: []string{
				"Chad backs Libyan_National_Army affirmed", "Niger backs UNITA affirmed", "Mali attacked Goma affirmed", "Sudan backs Hezbollah affirmed",
			},
		},
		{
			name: "what is promised and then done",
			text: "Turkey promised weapons, and armed the GNA. The demands grew, and Chad armed the LNA.",
			want: []string{"Turkey backs Government_of_National_Accord affirmed", "Chad backs Libyan_National_Army affirmed"},
		},
		{
			name: "what is to be done, in the base form",
			text: "France insisted that Libya withdraw from Chad. It was agreed that Syria leave Lebanon. The treaty stipulated that Israel withdraw from the Sinai.",
			want: []string{"Libya withdrew_from Chad_(territory) alleged", "Israel withdrew_from Sinai_Peninsula alleged"},
			not:  []string{"Libya withdrew_from Chad_(territory) affirmed", "Syria withdrew_from Lebanon_(territory) affirmed", "Israel withdrew_from Sinai_Peninsula affirmed"},
		},
		{
			name: "what was done",
			text: "France insisted that Libya withdrew from Chad.",
			want: []string{"Libya withdrew_from Chad_(territory) affirmed"},
		},
	})
}
