package extract_test

import "testing"

// Holders of offices named right behind the body, and bulletins of war.
func TestNamedBehind(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "who holds the office is named behind the body",
			text: "A spokesman for the M23 Ali Roe said Goma had fallen. Vice-president of the Syrian Coalition Omar Doe left. The governor of Homs John Poe stayed.",
			want: []string{"~Ali_Roe member_of March_23_Movement affirmed", "~Omar_Doe member_of Syrian_National_Coalition affirmed", "~John_Poe member_of Syria affirmed"},
		},
		{
			name: "a general staff is its state's",
			text: "Ali Roe, chief of the Turkish General Staff, flew home.",
			want: []string{"~Ali_Roe member_of Turkey affirmed"},
		},
		{
			name: "a first name before another's name, or a town's",
			text: "Mahmoud Abu Zeid led the LNA. Ahmed Qara Ali led Ahrar al-Sham.",
			want: []string{"~Mahmoud_Abu_Zeid leads Libyan_National_Army affirmed", "~Ahmed_Qara_Ali leads Ahrar_al-Sham affirmed"},
			not:  []string{"Abdelhamid_Abou_Zeid leads Libyan_National_Army affirmed"},
		},
		{
			name: "one of several leaders, and the one commander of a coalition",
			text: "John Roe, a leader of Hezbollah, met NATO's John Doe. US-led coalition commander Lt. Gen. Jack Poe flew to Syria.",
			want: []string{"~John_Roe member_of Hezbollah affirmed"},
			not:  []string{"~John_Roe leads Hezbollah affirmed"},
		},
		{
			name: "what one protests at one did not do",
			text: "The High Negotiations Committee left the talks in protest at the bombing of Aleppo.",
			not:  []string{"High_Negotiations_Committee attacked Aleppo affirmed"},
		},
		{
			name: "what one calls for is not done",
			text: "Qatar has called for arming Ahrar al-Sham.",
			want: []string{"Qatar backs Ahrar_al-Sham alleged"},
			not:  []string{"Qatar backs Ahrar_al-Sham affirmed"},
		},
		{
			name: "the place and the agency of a report",
			text: "Asharq Al-Awsat March 26 2015 Beirut Rebels drove Syrian troops out of Busra al-Sham on Monday. Ahrar al-Sham and the Southern Front led them. " +
				"SANA Army units shelled Nawa in reply. Nobody knows how many were hurt since the roads are cut and the hospitals of the south have had no light and no water for more than a week now. In Douma rescue workers said two had died.",
			want: []string{"Syria withdrew_from Bosra affirmed", "Syria attacked Nawa_(Syria) affirmed"},
			not:  []string{"Syrian_Arab_News_Agency attacked Nawa_(Syria) affirmed"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkPassage(t, tt.text, tt.want, tt.not) })
	}
}
