package extract_test

import "testing"

// Articles of reference without a telling title say by their first sentence whom they are about, and leave it out afterwards.
func TestReference(t *testing.T) {
	const army = "The Chadian National Army traces its origins to a colonial regiment. "
	const group = "The Front for National Renewal of Chad is a rebel group formed in 1998. "
	readEach(t, []resolved{
		{
			name: "an army by its first sentence",
			text: army + "Morocco donated four helicopters. Training was provided by Kenya. Weapons were bought from Ukraine.",
			want: []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed", "Ukraine backs Chad affirmed"},
		},
		{
			name: "an army by what it is",
			text: "The Chadian Air Force is the aviation branch of the Chadian National Army. Morocco lent two jets.",
			want: []string{"Morocco backs Chad affirmed"},
		},
		{
			name: "instructors, and aid that ends",
			text: army + "Morocco dispatched instructors. Kenya suspended military aid in 1990.",
			want: []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed"},
		},
		{
			name: "a report on an army is no article on it",
			text: "The Chadian army said that it had taken Fada. Morocco donated four helicopters.",
			not:  []string{"Morocco backs Chad affirmed"},
		},
		{
			name: "another is given what is told",
			text: army + "Morocco provided training to Niger. Kenya sent helicopters for Mali.",
			not:  []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed"},
		},
		{
			name: "a group",
			text: group + "It raided Fada in 1999. Libya provided weapons and money.",
			want: []string{"Libya backs ~Front_for_National_Renewal_of_Chad affirmed"},
		},
		{
			name: "its foe may be given what is told",
			text: group + "It raided Fada in 1999 and fought the Chadian army. France provided weapons.",
			not:  []string{"France backs ~Front_for_National_Renewal_of_Chad affirmed"},
		},
		{
			name: "two partners",
			text: "Morocco and Senegal established diplomatic relations in 1960. Morocco has provided training and weapons. Two helicopters were donated by Senegal.",
			want: []string{"Morocco backs Senegal affirmed", "Senegal backs Morocco affirmed"},
		},
		{
			name: "a third helps neither",
			text: "Morocco and Senegal established diplomatic relations in 1960. Kenya has provided training and weapons.",
			not:  []string{"Kenya backs Senegal affirmed", "Kenya backs Morocco affirmed"},
		},
		{
			name: "years side by side are a date",
			text: "Between 1994 and 2002 Khartoum armed UNITA.",
			want: []string{"Sudan backs UNITA affirmed"},
		},
		{
			name: "a war that opens a sentence is not whose name follows",
			text: "During the Maoist insurgency Belgium sold rifles to Nepal.",
			want: []string{"Belgium backs Nepal affirmed"},
		},
		{
			name: "whose bombardment it was is not who left",
			text: "Goma was evacuated after days of shelling by Rwandan gunners.",
			not:  []string{"Rwanda withdrew_from Goma affirmed"},
		},
		{
			name: "whom a description with a participle does not end",
			text: "The campaign was waged by UNITA, a movement led by Jonas Savimbi, against Cuba.",
			want: []string{"Cuba fights UNITA affirmed"},
		},
		{
			name: "a war that opens a sentence, and whose squadrons flew",
			text: "In the civil war Egyptian squadrons flew from Sanaa in support of UNITA.",
			want: []string{"Egypt backs UNITA affirmed"},
		},
		{
			name: "a coalition behind a year is the subject",
			text: "In 1997 a coalition of UNITA, the FNLA and the MPLA besieged Luanda.",
			want: []string{"UNITA attacked Luanda affirmed", "MPLA attacked Luanda affirmed"},
		},
		{
			name: "a faction under somebody that bears a name",
			text: "A faction of UNITA under Tomas Bravic, the Kwanza Liberation Army, attacked Huambo.",
			want: []string{"~Tomas_Bravic leads ~Kwanza_Liberation_Army_(Angola) affirmed", "~Kwanza_Liberation_Army_(Angola) attacked Huambo affirmed"},
		},
		{
			name: "the year after",
			text: "UNITA joined the coalition but withdrew from Huambo the following year.",
			want: []string{"UNITA withdrew_from Huambo affirmed"},
		},
		{
			name: "what a pronoun's clause begins with describes it",
			text: "The Kwanza Liberation Army is a rebel group in Angola. An offshoot of UNITA, it attacked Huambo. A founding member of the FNLA, it took Lobito.",
			want: []string{"~Kwanza_Liberation_Army_(Angola) member_of UNITA affirmed", "~Kwanza_Liberation_Army_(Angola) member_of National_Liberation_Front_of_Angola affirmed"},
		},
		{
			name: "who put a group to flight is not the group",
			text: "The Kwanza Liberation Army is a rebel group. Routed by UNITA, the group left Huambo.",
			want: []string{"UNITA fights ~Kwanza_Liberation_Army_(Angola) affirmed", "~Kwanza_Liberation_Army_(Angola) withdrew_from Huambo affirmed"},
			not:  []string{"UNITA withdrew_from Huambo affirmed"},
		},
		{
			name: "what the first sentence says that a name is of",
			text: "Tabor Merah (TBM) was a separatist militia active in Aceh. Tabor Merah was armed by Libya.",
			want: []string{"Libya backs ~Tabor_Merah affirmed"},
		},
		{
			name: "the country of the army that the article is on",
			text: "The Macedonian Armed Forces were formed in 1992. Turkey has trained Macedonian pilots. The country joined NATO in 2020.",
			want: []string{"North_Macedonia member_of NATO affirmed"},
		},
		{
			name: "what was offered is given only where it is shelter",
			text: "Chad offered UNITA sanctuary in 1975. Kenya offered UNITA weapons.",
			want: []string{"Chad backs UNITA affirmed", "Kenya backs UNITA alleged"},
			not:  []string{"Kenya backs UNITA affirmed"},
		},
	})
}
