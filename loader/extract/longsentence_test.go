package extract_test

import "testing"

// Long sentences tell of several: what opens one, is put between commas or follows by the way is not what the rest is about.
func TestLongSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "the subject behind a clause is no part of its object",
			text: "While Bolivia supports Peru, Chad and Niger support the RSF.",
			want: []string{"Bolivia backs Peru affirmed", "Chad backs Rapid_Support_Forces affirmed", "Niger backs Rapid_Support_Forces affirmed"},
			not:  []string{"Bolivia backs Chad affirmed", "Bolivia backs Niger affirmed", "Peru backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "behind a clause with 'as'",
			text: "As Peru attacked Bolivia, Chad and Niger armed the RSF.",
			want: []string{"Peru attacked Bolivia_(territory) affirmed", "Chad backs Rapid_Support_Forces affirmed", "Niger backs Rapid_Support_Forces affirmed"},
			not:  []string{"Peru attacked Chad_(territory) affirmed", "Bolivia backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "behind a clause with 'since', three of them",
			text: "Since Bolivia attacked the port of Goma, Chad, Niger and Mali have armed Peru.",
			want: []string{"Chad backs Peru affirmed", "Niger backs Peru affirmed", "Mali backs Peru affirmed"},
			not:  []string{"Bolivia attacked Chad_(territory) affirmed"},
		},
		{
			name: "behind a phrase",
			text: "In response to an attack on Bolivia, Chad and Niger sent troops to Goma.",
			want: []string{"Chad deployed_to Goma affirmed", "Niger deployed_to Goma affirmed"},
			not:  []string{"Bolivia deployed_to Goma affirmed"},
		},
		{
			name: "behind a phrase with a list of its own",
			text: "Amid calls for talks by Peru and Bolivia, Chad and Niger back the RSF. To make things worse, the RSF and the M23 clashed.",
			want: []string{"Chad backs Rapid_Support_Forces affirmed", "Niger backs Rapid_Support_Forces affirmed", "March_23_Movement fights Rapid_Support_Forces affirmed"},
			not:  []string{"Peru backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "talks elsewhere and calls by others",
			text: "As a result of talks in Lima, RSF fighters attacked Goma. Chad has a base in Goma despite calls for talks by Peru.",
			want: []string{"Rapid_Support_Forces attacked Goma affirmed", "Chad deployed_to Goma affirmed"},
			not:  []string{"Rapid_Support_Forces deployed_to Lima affirmed", "Peru backs Chad affirmed"},
		},
		{
			name: "an office in the clause that opens the sentence is not its subject's",
			text: "In 2019, when Peru held the chair, Chad armed the M23.",
			want: []string{"Chad backs March_23_Movement affirmed"},
			not:  []string{"Peru backs March_23_Movement affirmed"},
		},
		{
			name: "where a thing was then, and what began later",
			text: "Chadian forces attacked the M23, then based in Bolivia. Chad launched an offensive against the RSF before the talks in Lima began.",
			want: []string{"Chad fights March_23_Movement affirmed", "Chad fights Rapid_Support_Forces affirmed"},
			not:  []string{"Chad deployed_to Bolivia_(territory) affirmed", "Chad attacked Lima affirmed"},
		},
		{
			name: "rebels from a body, and scholars in a state",
			text: "Chad armed rebels from the M23, said Tom Roe, an analyst at a university in Peru.",
			want: []string{"Chad backs March_23_Movement affirmed"},
			not:  []string{"~Tom_Roe member_of Peru affirmed"},
		},
		{
			name: "soldiers behind an opening with a clause, and who is like whom in what is said",
			text: "In a move that surprised Peru, Chadian forces took Goma. Officials say Chad, like Peru, armed the M23.",
			want: []string{"Chad captured Goma affirmed", "Chad backs March_23_Movement affirmed"},
			not:  []string{"Peru backs March_23_Movement affirmed"},
		},
		{
			name: "whom somebody gives something, with what describes him",
			text: "Chad provided the M23, which was founded in 2012, with drones. Kenya gave fighters of the RSF money.",
			want: []string{"Chad backs March_23_Movement affirmed", "Kenya backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "protests elsewhere, and who says it elsewhere",
			text: "Chad deployed 500 soldiers to Goma despite protests in Peru. Kenya has a base in Sake, officials in Lima said.",
			want: []string{"Chad deployed_to Goma affirmed", "Kenya deployed_to Sake affirmed"},
			not:  []string{"Chad deployed_to Peru_(territory) affirmed", "Kenya deployed_to Lima affirmed"},
		},
		{
			name: "officials deny and admit what their own state does",
			text: "After Peru had voted, Chadian officials denied on Monday that it arms the M23. Tom Roe said the Chadian army promised to arm the RSF.",
			want: []string{"Chad backs March_23_Movement denied", "Chad backs Rapid_Support_Forces alleged"},
			not:  []string{"Peru backs March_23_Movement denied", "~Tom_Roe backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "reports that are false, behind an opening",
			text: "On Monday, reports that Chad armed the M23, a rebel group, are false.",
			want: []string{"Chad backs March_23_Movement alleged"},
			not:  []string{"Chad backs March_23_Movement affirmed"},
		},
		{
			name: "whose ally does something, and whose backers are told in one breath",
			text: "Turkey is at war with Bolivia, whose ally Hezbollah has attacked Goma. Peru is the main backer of the PKK, Niger that of the LNA. The RSF, which Ghana and Kenya back, took Sake.",
			want: []string{"Hezbollah attacked Goma affirmed", "Peru backs Kurdistan_Workers'_Party affirmed", "Ghana backs Rapid_Support_Forces affirmed", "Kenya backs Rapid_Support_Forces affirmed"},
			not:  []string{"Bolivia fights Hezbollah affirmed", "Niger backs Kurdistan_Workers'_Party affirmed"},
		},
		{
			name: "no state holds an office, and what goes along with a clash",
			text: "In 2019, when Peru held the chair, Chad, according to Kenya, bombed Goma. The LNA clashed, with the M23 taking Sake.",
			want: []string{"Chad attacked Goma affirmed"},
			not:  []string{"Peru attacked Goma affirmed", "Libyan_National_Army fights March_23_Movement affirmed"},
		},
		{
			name: "what nobody expected, and whose defeat it was",
			text: "Nobody expected the war between Peru and UNITA, which began in May. Hezbollah's defeat of the M23 came as a surprise.",
			want: []string{"Peru fights UNITA affirmed", "Hezbollah fights March_23_Movement affirmed"},
			not:  []string{"Peru fights UNITA denied"},
		},
		{
			name: "whom somebody forces, and whose backers that are",
			text: "The M23 took Goma, forcing the Congolese army, long supported by Burundi, to retreat. Belgrade put its army on alert after clashes between police and Serbs in Zvecan.",
			want: []string{"Burundi backs Democratic_Republic_of_the_Congo affirmed"},
			not:  []string{"Burundi backs March_23_Movement affirmed", "Serbia deployed_to Zvečan affirmed"},
		},
		{
			name: "who denies any role denies what he did, not what others did",
			text: "India struck Bahawalpur after an attack in Pahalgam for which it blames Pakistan, which denies any role.",
			want: []string{"India attacked Bahawalpur affirmed"},
			not:  []string{"India attacked Bahawalpur denied"},
		},
		{
			name: "a denial of what one was accused of, and who arms the one who fights",
			text: "Eritrea armed the ONLF and was accused of sending weapons to al-Shabaab, which it denied. The Polisario, based in Tindouf and armed by Algeria, fought it.",
			want: []string{"Eritrea backs Ogaden_National_Liberation_Front affirmed", "Eritrea backs Al-Shabaab denied"},
			not:  []string{"Eritrea backs Ogaden_National_Liberation_Front denied", "Algeria fights Polisario_Front affirmed"},
		},
		{
			name: "whom somebody makes leave is not who backs him",
			text: "Turkey forced the LNA, whose backers include Egypt and Russia, to leave Tarhouna.",
			want: []string{"Libyan_National_Army withdrew_from Tarhuna affirmed"},
			not:  []string{"Egypt withdrew_from Tarhuna alleged", "Egypt withdrew_from Tarhuna affirmed"},
		},
		{
			name: "a clause about the last of two who are both described",
			text: "Israel, which sells drones to Azerbaijan, and Iran, which supports Armenia, watch each other. Turkey and Qatar, which back Hamas, and Egypt and Jordan, which back the LNA, met.",
			want: []string{"Iran backs Armenia affirmed", "Qatar backs Hamas affirmed", "Jordan backs Libyan_National_Army affirmed"},
			not:  []string{"Israel backs Armenia affirmed", "Turkey backs Libyan_National_Army affirmed"},
		},
		{
			name: "a list that is all subject, or all object",
			text: "On Monday Peru, Chad and Niger attacked Goma. While Bolivia supports Peru, Chad and Niger, Kenya supports the RSF.",
			want: []string{
				"Peru attacked Goma affirmed", "Chad attacked Goma affirmed", "Niger attacked Goma affirmed", "Bolivia backs Peru affirmed",
				"Bolivia backs Niger affirmed", "Kenya backs Rapid_Support_Forces affirmed",
			},
			not: []string{"Niger backs Rapid_Support_Forces affirmed"},
		},
		{
			name: "what describes the subject of a clause between commas",
			text: "Kenya fell silent when Haftar's forces, backed by Egypt, took Derna.",
			want: []string{"Egypt backs Libyan_National_Army affirmed"},
			not:  []string{"Egypt backs Kenya affirmed"},
		},
		{
			name: "'that' behind a day, a place and 'it is known'",
			text: "Officials said last week that Chad gave the RSF money. It is well known in the region that Rwanda has sent troops to Goma.",
			want: []string{"Chad backs Rapid_Support_Forces affirmed", "Rwanda deployed_to Goma affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}
