package extract_test

import "testing"

// Who is part of what, where more than a sentence tells it.
func TestMembers(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a heading of members and an item a line", day: "2017-08-01",
			text: "Levant Shield\n\nThe Levant Shield Coalition is a rebel coalition in Syria.\n\nMember groups\n\n- Sham Legion\n" +
				" - Army of the Morning (in the 2nd Legion as well)\n- 71st Brigade\n\nHistory\n\n- Hamza Division\n",
			want: []string{
				"Sham_Legion member_of ~Levant_Shield_Coalition_(Syria) affirmed",
				"~Army_of_the_Morning_(Syria) member_of ~Levant_Shield_Coalition_(Syria) affirmed",
				"~71st_Brigade_(Syria) member_of ~Levant_Shield_Coalition_(Syria) affirmed",
			},
			not: []string{"Hamza_Division member_of ~Levant_Shield_Coalition_(Syria) affirmed"},
		},
		{
			name: "a sentence that announces them", day: "2017-08-01",
			text: "Syria is at war. The Army of Conquest has these members:\n\n* Ahrar al-Sham\n* the Nusra Front's emirs\n",
			want: []string{"Ahrar_al-Sham member_of Army_of_Conquest affirmed"},
			not:  []string{"Al-Nusra_Front member_of Army_of_Conquest affirmed"},
		},
		{
			name: "a list of what is no member", day: "2017-08-01",
			text: "The Army of Conquest is a coalition in Syria.\n\nBattles\n\n- Ahrar al-Sham\n",
			not:  []string{"Ahrar_al-Sham member_of Army_of_Conquest affirmed"},
		},
		{
			name: "a coalition with those that it includes", day: "2017-08-01",
			text: "The Congo River Alliance, including the M23 and the Zyxab Front, advanced.",
			want: []string{
				"March_23_Movement member_of Congo_River_Alliance affirmed",
				"~Zyxab_Front_(Democratic_Republic_of_the_Congo) member_of Congo_River_Alliance affirmed",
			},
		},
		{
			name: "as many names as are announced", day: "2021-08-01",
			text: "Two Syrian National Army factions, the Hamza Division and the Eagles Battalion, left.",
			want: []string{
				"Hamza_Division member_of Syrian_National_Army affirmed",
				"~Eagles_Battalion_(Syria) member_of Syrian_National_Army affirmed",
			},
		},
		{
			name: "more names than are announced", day: "2021-08-01",
			text: "Two Hezbollah units, Hamas, Fatah and Israel clashed.",
			not:  []string{"Hamas member_of Hezbollah affirmed"},
		},
		{
			name: "a label that names the parts", day: "2021-08-01",
			text: "Groups in the Syrian National Army: Hamza Division, Ahrar al-Sham.",
			want: []string{
				"Hamza_Division member_of Syrian_National_Army affirmed",
				"Ahrar_al-Sham member_of Syrian_National_Army affirmed",
			},
		},
		{
			name: "a part with its own name of what has its own", day: "2021-08-01",
			text: "Soldiers of the Falcon Battalion of the Syrian National Army left. The Eagles Brigade within the Sham Legion stayed in Syria.",
			want: []string{
				"~Falcon_Battalion_(Syria) member_of Syrian_National_Army affirmed",
				"~Eagles_Brigade_(Syria) member_of Sham_Legion affirmed",
			},
		},
		{
			name: "a name that has what a body is for in it", day: "2021-08-01",
			text: "The Joint Force of the Armed Struggle Movements left. Chad mourned.",
			not:  []string{"~Joint_Force member_of ~Armed_Struggle_Movements affirmed", "~Joint_Force_(Chad) member_of ~Armed_Struggle_Movements_(Chad) affirmed"},
		},
		{
			name: "whose a front or a directorate is", day: "2021-08-01",
			text: "The Congo River Alliance's Zyxab Front left. The Ministry of Public Safety's Border Directorate stayed in Goma.",
			want: []string{
				"~Zyxab_Front_(Democratic_Republic_of_the_Congo) member_of Congo_River_Alliance affirmed",
				"~Border_Directorate_(Democratic_Republic_of_the_Congo) member_of ~Ministry_of_Public_Safety_(Democratic_Republic_of_the_Congo) affirmed",
			},
		},
		{
			name: "its unit, and a second of one owner", day: "2021-08-01",
			text: "The Syrian National Army sent its Falcon Brigade to Afrin. The Syrian National Army's Hamza Division and Eagles Battalion stayed.",
			want: []string{
				"~Falcon_Brigade_(Syria) member_of Syrian_National_Army affirmed",
				"Hamza_Division member_of Syrian_National_Army affirmed",
				"~Eagles_Battalion_(Syria) member_of Syrian_National_Army affirmed",
			},
		},
		{
			name: "its division, of whom the sentence does not say", day: "2021-08-01",
			text: "The Syrian National Army met in Syria. The letter came from its Falcon Brigade.",
			not:  []string{"~Falcon_Brigade_(Syria) member_of Syrian_National_Army affirmed"},
		},
		{
			name: "what a body consists of, an item a line", day: "2017-08-01",
			text: "Syria is at war. The Army of Conquest is made up of:\n\n* Ahrar al-Sham\n* Sham Legion\n",
			want: []string{"Ahrar_al-Sham member_of Army_of_Conquest affirmed", "Sham_Legion member_of Army_of_Conquest affirmed"},
		},
		{
			name: "men of a body, with those of its parts", day: "2021-08-01",
			text: "Fighters from the Syrian National Army, including the Hamza Division and the Eagles Battalion, entered Afrin.",
			want: []string{"Hamza_Division member_of Syrian_National_Army affirmed", "~Eagles_Battalion_(Syria) member_of Syrian_National_Army affirmed"},
		},
		{
			name: "men of a state, with allies", day: "2021-08-01",
			text: "Fighters from Turkey, including the Hamza Division and the Sham Legion, entered Afrin.",
			not:  []string{"Hamza_Division member_of Turkey affirmed"},
		},
		{
			name: "who belongs to one of two bodies of a name tells which", day: "2021-08-01",
			text: "SDF commander Mazloum Abdi spoke. The SDF captured the town of Manbij.",
			want: []string{"Syrian_Democratic_Forces captured Manbij affirmed"},
		},
	})
}
