package extract_test

import "testing"

// Whom a word must not stand for, though somebody of its kind was named last.
func TestNotMeant(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "separatists are not the group named last",
			text: "The Houthis, who hold Sanaa, shelled Aden. The separatists took Shabwa. A commander of the separatists, Tom Banda, died.",
			want: []string{"Houthis controls Sanaa affirmed", "Houthis attacked Aden affirmed"},
			not:  []string{"Houthis captured Shabwah affirmed", "~Tom_Banda member_of Houthis affirmed"},
		},
		{
			name: "but the one that the text calls so",
			text: "Kenya shelled the separatist Southern Transitional Council. The separatists took Shabwa.",
			want: []string{"Southern_Transitional_Council captured Shabwah affirmed"},
		},
		{
			name: "things that the clause before made", day: "1971-03-01",
			text: "South Vietnamese troops invaded Laos. China built roads in the north and sent gunners to protect them.",
			want: []string{"Laos fights South_Vietnam affirmed"}, not: []string{"China backs South_Vietnam affirmed"},
		},
		{
			name: "men who take power are no state's", day: "2020-09-01",
			text: "Colonel Assimi Goita's men overthrew President Ibrahim Boubacar Keita of Mali.",
			not:  []string{"Ibrahim_Boubacar_Keïta opposes Mali affirmed"},
		},
		{
			name: "people from a land are those who are trained", day: "1961-05-01",
			text: "Exiles from Cuba trained by the United States landed at Giron. Fighters from Mali, armed by Libya, took Sabha. Troops from Chad backed by France left.",
			want: []string{"France backs Chad affirmed"},
			not:  []string{"United_States backs Cuba affirmed", "Libya backs Mali affirmed"},
		},
		{
			name: "a body whose initials stand behind what it is called", day: "2023-11-01",
			text: "Sudan's main paramilitary group (RSF) captured Nyala.",
			want: []string{"Rapid_Support_Forces captured Nyala affirmed"}, not: []string{"Sudan captured Nyala affirmed"},
		},
		{
			name: "who leads people of a nation holds no office of its state", day: "2023-10-01",
			text: "Serbia arms Republika Srpska. Thirty armed Serbs led by Milan Radoicic, vice-president of the Serb List, fled.",
			not:  []string{"Milan_Radoičić member_of Serbia affirmed", "Milan_Radoičić leads Serbia affirmed"},
		},
		{
			name: "an exercise is no place",
			text: "Kenya sent troops to Exercise Flintlock. Australia sailed with the Philippine navy in the Exercise Alon.",
			not:  []string{"Philippines deployed_to ~Exercise_Alon affirmed", "Kenya deployed_to ~Exercise_Flintlock affirmed"},
		},
		{
			name: "arms at the head of an item are no town",
			text: "4. Arms seized from M23 fighters in Goma came from Rwanda.",
			not:  []string{"March_23_Movement withdrew_from ~Arms affirmed"},
		},
		{
			name: "attackers that train somewhere",
			text: "The United States sent envoys to talk. The attackers train in Tanzania, though they raided Kitaya.",
			not:  []string{"United_States attacked ~Kitaya_(Tanzania) affirmed", "United_States attacked ~Kitaya affirmed"},
		},
		{
			name: "the rebels of a body are its men", day: "2023-12-01",
			text: "Wagner retook Kidal from the Tuareg rebels of the CSP.",
			want: []string{"Permanent_Strategic_Framework withdrew_from Kidal affirmed"},
		},
		{
			name: "the country is the one that the sentence tells of, where no other is named", day: "2023-12-01",
			text: "Boko Haram, which has fought in Niger for a decade and holds parts of the country, fled.",
			want: []string{"Boko_Haram controls Niger_(territory) affirmed"}, not: []string{"Boko_Haram controls Nigeria_(territory) affirmed"},
		},
		{
			name: "two that enter a town take it for nobody", day: "2013-06-01",
			text: "Hezbollah fighters and Syrian soldiers entered Qusayr.",
			want: []string{"Hezbollah deployed_to al-Qusayr affirmed", "Syria deployed_to al-Qusayr affirmed"},
			not:  []string{"Hezbollah captured al-Qusayr affirmed"},
		},
	})
}
