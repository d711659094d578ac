package extract_test

import "testing"

// Reports of the day from a front: whose weapon struck, where a raid was, who stood on which side.
func TestFrontReports(t *testing.T) {
	tests := []resolved{
		{
			name: "who supplied a weapon is not who fired it",
			text: "Drones supplied by Iran hit army posts of Ethiopia in Mekelle.",
			not:  []string{"Iran attacked Mekelle affirmed", "Ethiopia fights Iran affirmed"},
		},
		{
			name: "who flew it is",
			text: "Drones flown by Ethiopia's military hit Mekelle.",
			want: []string{"Ethiopia attacked Mekelle affirmed"},
		},
		{
			name: "a raid on a capital is no word on who holds it",
			text: "The Saudi-led coalition carried out 30 raids on Sanaa.",
			want: []string{"Saudi-led_coalition attacked Sanaa affirmed"},
			not:  []string{"Saudi-led_coalition fights Yemen affirmed"},
		},
		{
			name: "a commander in some place is one of several",
			text: "The RSF commander in North Darfur, Zyxo Bravic, was killed.",
			want: []string{"~Zyxo_Bravic member_of Rapid_Support_Forces affirmed"},
			not:  []string{"~Zyxo_Bravic leads Rapid_Support_Forces affirmed"},
		},
		{
			name: "what describes the first of two sides is no third",
			text: "Fighting raged between the FNLA, guerrillas backed by Zaire, and MPLA troops.",
			want: []string{"MPLA fights National_Liberation_Front_of_Angola affirmed"},
			not:  []string{"Democratic_Republic_of_the_Congo fights MPLA affirmed"},
		},
		{
			name: "others who are backed too",
			text: "Israel blamed Hezbollah and other Iran-backed factions for the raid.",
			want: []string{"Iran backs Hezbollah affirmed"},
		},
		{
			name: "a camp of refugees is no base of their state",
			text: "Yarmouk, the Palestinian refugee camp in Damascus, was shelled.",
			not:  []string{"Palestine deployed_to Damascus affirmed", "Palestine deployed_to Yarmouk_Camp_(Syria) affirmed"},
		},
		{
			name: "an office behind a place is not the place's",
			text: "Turkish frigates fired missiles at Sirte, the LNA's spokesman, Zyxo Bravic, said.",
			want: []string{"Turkey attacked Sirte affirmed", "~Zyxo_Bravic member_of Libyan_National_Army affirmed"},
		},
		{
			name: "one of the men of whoever was hit",
			text: "Hezbollah shelled Metula. An Israeli strike killed one of its commanders, Karim al-Zoubi.",
			want: []string{"~Karim_al-Zoubi member_of Hezbollah affirmed"},
			not:  []string{"~Karim_al-Zoubi member_of Israel affirmed"},
		},
		{
			name: "a leader of the group, and no group of that name",
			text: "Hezbollah shelled Metula. An Israeli strike killed a leader of the group, Karim al-Zoubi.",
			want: []string{"~Karim_al-Zoubi member_of Hezbollah affirmed"},
		},
		{
			name: "who acts behind the place or event that opens a sentence without a comma",
			text: "In a separate incident gunmen of AQAP attacked a checkpoint in Abyan. In Aleppo rebels of the Levant Front shelled Nubl.",
			want: []string{"Al-Qaeda_in_the_Arabian_Peninsula attacked Abyan affirmed", "Levant_Front attacked Nubl affirmed"},
		},
		{
			name: "an attack that somebody is blamed for, and where the clause before says",
			text: "Eight soldiers were killed when a missile hit Al-Anad base, in an attack which the Yemeni army blamed on the Houthis.",
			want: []string{"Houthis attacked Al_Anad_Air_Base alleged"},
		},
		{
			name: "its allies who are named act too",
			text: "The Syrian army and its Hezbollah allies shelled Zabadani. Rwandan troops and their allies shelled Sake.",
			want: []string{"Hezbollah attacked Zabadani affirmed", "Syria attacked Zabadani affirmed"},
		},
		{
			name: "the helicopters of a government",
			text: "Helicopters of the Syrian regime dropped barrels packed with explosives on Kafr Zita.",
			want: []string{"Syria attacked Kafr_Zita affirmed"},
		},
		{
			name: "an office behind a thing is not the thing's",
			text: "The Eagles Brigade met. The raid hit a centre that makes chemical weapons, the brigade's commander, Hassan Roe, said.",
			want: []string{"~Hassan_Roe member_of ~Eagles_Brigade affirmed"},
		},
		{
			name: "a drone of somebody's kills another's leader",
			text: "A Nusra Front leader, Karim al-Zoubi, was killed by a drone of the US-led coalition near Saraqeb.",
			want: []string{"Al-Nusra_Front fights US-led_coalition affirmed", "US-led_coalition attacked Saraqib affirmed"},
		},
		{
			name: "the group is the whole and not its unit",
			text: "Zyxo Bravic led Hezbollah's elite Radwan unit. The Lebanese group fired rockets at Metula.",
			want: []string{"Hezbollah attacked Metula affirmed"},
			not:  []string{"Radwan_Force attacked Metula affirmed"},
		},
		{
			name: "a town that somebody holds in a country is not the country",
			text: "Iraqi troops retook Rawa, the last town held by Islamic State in Iraq.",
			want: []string{"Iraq captured Rawa affirmed"},
			not:  []string{"Islamic_State controls Iraq_(territory) affirmed"},
		},
		{
			name: "where those are who say so, and from where an attack came, was not attacked",
			text: "Russia shelled Sumy, according to officials in Goma. Russia launched an offensive from a refinery in the city of Lysychansk.",
			want: []string{"Russia attacked Sumy affirmed"},
			not:  []string{"Russia attacked Goma affirmed", "Russia attacked Lysychansk affirmed"},
		},
		{
			name: "where a captured camp lies is not captured",
			text: "The UN asked for an end to the siege of Yarmouk, the camp in southern Damascus that Islamic State fighters overran in April.",
			want: []string{"Islamic_State captured Yarmouk_Camp_(Syria) affirmed"},
			not:  []string{"Islamic_State captured Damascus affirmed"},
		},
	}
	for i := range tests {
		tests[i].day = "2016-05-02"
	}
	readEach(t, tests)
}
