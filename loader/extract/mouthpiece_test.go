package extract_test

import "testing"

// Who speaks for a body accuses and claims attacks in its name.
func TestMouthpieces(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a spokesman accuses for his state",
			text: "Tomas Bravic, a Chadian army spokesman, accused Sudan of raids. Bravic condemned Libya.",
			want: []string{"Chad opposes Sudan affirmed", "Chad opposes Libya affirmed"},
			not:  []string{"Sudan opposes ~Tomas_Bravic affirmed"},
		},
		{
			name: "a spokesman claims for his group",
			text: "M23 spokesman Tomas Bravic claimed responsibility for the attack on Goma.",
			want: []string{"March_23_Movement attacked Goma affirmed"},
		},
		{
			name: "as does a member, of an attack told of before",
			text: "A bomb killed ten people in Mogadishu. Tomas Bravic, an Al-Shabaab commander, claimed the blast.",
			want: []string{"Al-Shabaab attacked Mogadishu affirmed"},
		},
		{
			name: "who quarrels with his own body does so himself",
			text: "Hezbollah spokesman Tomas Bravic condemned Hezbollah.",
			want: []string{"Hezbollah opposes ~Tomas_Bravic affirmed"},
		},
		{
			name: "a commander speaks for himself",
			text: "Tomas Bravic, a commander of Hezbollah, accused Uganda.",
			want: []string{"Uganda opposes ~Tomas_Bravic affirmed"},
		},
	})
}

// Rebels told by their creed, or by nothing, are those whom the article names as the only ones at war with their state.
func TestRebelsByCreed(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "by their creed, before the name", day: "2003-05-04",
			text: "Leftist rebels shelled Toribio in Colombia. The FARC left the town on Sunday.",
			want: []string{"Revolutionary_Armed_Forces_of_Colombia attacked Toribío affirmed"},
		},
		{
			name: "by nothing", day: "2003-05-04",
			text: "The FARC has fought Colombia for years. Guerrillas shelled Toribio on Sunday.",
			want: []string{"Revolutionary_Armed_Forces_of_Colombia attacked Toribío affirmed"},
		},
		{
			name: "one of two", day: "2003-05-04",
			text: "The FARC and the ELN have fought Colombia for years. Guerrillas shelled Toribio on Sunday.",
			not:  []string{"Revolutionary_Armed_Forces_of_Colombia attacked Toribío affirmed", "National_Liberation_Army_(Colombia) attacked Toribío affirmed"},
		},
		{
			name: "by their creed, behind the name", day: "1986-05-04",
			text: "Afghan guerrillas shelled Herat. The Muslim guerrillas took Farah on Sunday.",
			want: []string{"Afghan_mujahideen captured Farah affirmed"},
		},
		{
			name: "by the country that they are in", day: "1986-05-04",
			text: "Guerrillas in Afghanistan fired ten rockets into Herat.",
			want: []string{"Afghan_mujahideen attacked Herat affirmed"},
		},
		{
			name: "who leads them", day: "1986-05-04",
			text: "Afghan guerrilla leader Abdul Haq shelled Herat.",
			want: []string{"Abdul_Haq_(Afghan_leader) leads Afghan_mujahideen affirmed"},
			not:  []string{"Abdul_Haq_(Afghan_leader) leads Afghanistan affirmed"},
		},
		{
			name: "what two verbs in a row hit is not their subject's",
			text: "Ten Afghan police were killed when Taliban fighters attacked and overran their checkpoint in Ghazni.",
			want: []string{"Afghanistan fights Taliban affirmed"},
			not:  []string{"Taliban deployed_to Ghazni affirmed"},
		},
	})
}

// What a sentence tells of without a town the next one places.
func TestRetold(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "where an ambush was", day: "2003-05-04",
			text: "FARC rebels ambushed a patrol, killing six soldiers. The ambush occurred near Toribio in Cauca province.",
			want: []string{"Revolutionary_Armed_Forces_of_Colombia attacked Toribío affirmed"},
			not:  []string{"Revolutionary_Armed_Forces_of_Colombia attacked Cauca affirmed"},
		},
		{
			name: "whose capture it was", day: "2008-05-04",
			text: "Sri Lankan troops captured a strategic town on Monday. The ministry called the capture of Mannar a fatal blow.",
			want: []string{"Sri_Lanka captured Mannar affirmed"},
		},
		{
			name: "those whom an attack sends fleeing get no soldiers", day: "2001-11-04",
			text: "The Northern Alliance captured Taloqan, sending Taliban fighters fleeing toward Kunduz.",
			want: []string{"Northern_Alliance captured Taloqan affirmed"},
			not:  []string{"Northern_Alliance backs Taliban affirmed"},
		},
		{
			name: "the base of a state's rebels is none of its own", day: "1985-05-04",
			text: "Soviet jets bombed an Afghan guerrilla base at Khost.",
			want: []string{"Afghan_mujahideen fights Soviet_Union affirmed"},
			not:  []string{"Afghanistan fights Soviet_Union affirmed", "Afghanistan deployed_to Khost affirmed"},
		},
		{
			name: "by what a spokesman speaks is not who says it", day: "2007-05-04",
			text: "Sri Lanka mourned. \"We have attacked Anuradhapura, the largest base of the Sri Lankan army,\" LTTE spokesman Tomas Bravic said by telephone.",
			not:  []string{"Sri_Lanka attacked Anuradhapura affirmed"},
		},
		{
			name: "in doing what somebody is accused of a wrong",
			text: "Chad accused Libya of aggression in shelling Faya.",
			want: []string{"Libya attacked Faya-Largeau alleged"},
			not:  []string{"Chad attacked Faya-Largeau affirmed"},
		},
		{
			name: "an attack that only might be", day: "2008-05-04",
			text: "The Tamil Tigers may attack a base on Monday. The attack in Mannar was years ago.",
			not:  []string{"Liberation_Tigers_of_Tamil_Eelam attacked Mannar affirmed"},
		},
		{
			name: "of two sides", day: "2008-05-04",
			text: "The Tamil Tigers stormed a base and Sri Lankan troops attacked a camp. The attack in Mannar was short.",
			not:  []string{"Liberation_Tigers_of_Tamil_Eelam attacked Mannar affirmed", "Sri_Lanka attacked Mannar affirmed"},
		},
	})
}
