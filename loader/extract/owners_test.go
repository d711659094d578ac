package extract_test

import "testing"

// Each part of a list has its own owner: who made the tanks, whose bases were hit, who gave the money.
func TestOwnersInLists(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Israel bombed Syrian bases and Iranian depots.", want: []string{"Israel fights Syria affirmed", "Iran fights Israel affirmed"}},
		{text: "Peru killed Syrian soldiers and Iranian children.", want: []string{"Peru fights Syria affirmed"}, not: []string{"Iran fights Peru affirmed"}},
		{text: "The M23 received Soviet tanks, Chinese rifles and Cuban advisers.", want: []string{"Soviet_Union backs March_23_Movement affirmed", "China backs March_23_Movement affirmed", "Cuba backs March_23_Movement affirmed"}},
		{text: "The M23 is supplied with Soviet tanks and Chinese rifles.", want: []string{"Soviet_Union backs March_23_Movement affirmed", "China backs March_23_Movement affirmed"}},
		{text: "Chad, after arming the M23, left the talks.", want: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Chad, without arming the M23, left the talks.", want: []string{"Chad backs March_23_Movement denied"}},
		{text: "Chad left the talks, but Peru, after arming the M23, stayed.", want: []string{"Peru backs March_23_Movement affirmed"}, not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Chad left the talks, and Peru, without condemning the M23, stayed.", want: []string{"March_23_Movement opposes Peru denied"}, not: []string{"Chad opposes March_23_Movement denied"}},
	})
}

// An attack goes on in each place that a series of phrases adds.
func TestFurtherScenes(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Saudi Arabia carried out six air raids on Aden, three on Hodeidah and one on Sanaa.", want: []string{"Saudi_Arabia attacked Aden affirmed", "Saudi_Arabia attacked Hodeidah affirmed", "Saudi_Arabia attacked Sanaa affirmed"}},
		{text: "Israel struck posts in Goma and around Sake.", want: []string{"Israel attacked Goma affirmed", "Israel attacked Sake affirmed"}},
		{
			text: "Chad attacked west of Aden near Goma, and south of Sanaa near Sake.",
			want: []string{"Chad attacked Goma affirmed", "Chad attacked Sake affirmed"}, not: []string{"Chad attacked Sanaa affirmed", "Chad attacked Aden affirmed"},
		},
		{text: "Israel struck posts in Goma, and in Sake, officials said, ten people died.", want: []string{"Israel attacked Goma affirmed"}, not: []string{"Israel attacked Sake affirmed"}},
		{text: "Chad sent troops to Goma, and in Sake the M23 withdrew.", not: []string{"Chad deployed_to Sake affirmed"}},
		{text: "Gunmen attacked a post in Gao. Gunmen attacked a post in Kidal; JNIM claimed responsibility.", want: []string{"Jama'at_Nusrat_al-Islam_wal-Muslimin attacked Kidal affirmed"}, not: []string{"Jama'at_Nusrat_al-Islam_wal-Muslimin attacked Gao affirmed"}},
	})
}

// Who sends soldiers is not who leads them.
func TestSentUnderSomebody(t *testing.T) {
	for _, text := range []string{"Chad sent a force of 300 soldiers led by General Roe to Goma.", "Chad flew a force led by General Roe to Goma.", "Chad sent 200 troops, most of them paratroopers, to Goma."} {
		t.Run(text, func(t *testing.T) {
			checkPassage(t, text, []string{"Chad deployed_to Goma affirmed"}, []string{"Chad backs ~Roe affirmed"})
		})
	}
}

// What is given to a second, and who acts along with an ally by name.
func TestGivenToEach(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Chad gave the M23 weapons and Hezbollah money.", "Chad backs Hezbollah affirmed"},
		{"Chad sent weapons to the M23 and troops to Goma.", "Chad deployed_to Goma affirmed"},
		{"Chad gave Hezbollah and the M23 rockets and cash.", "Chad backs March_23_Movement affirmed"},
		{"Chad gave Hamas, Hezbollah and the M23 rockets.", "Chad backs Hamas affirmed"},
		{"Chad lent Mali 1,500 men.", "Chad backs Mali affirmed"},
		{"Chad sent Hezbollah and Hamas fighters to Goma.", "Hamas deployed_to Goma affirmed"},
		{"Chad sent Hezbollah fighters to Goma.", "Hezbollah deployed_to Goma affirmed"},
		{"The M23 and its ally the RSF attacked Goma.", "March_23_Movement attacked Goma affirmed"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) { checkPassage(t, test.text, []string{test.want}, nil) })
	}
}

// One person may hold two offices.
func TestTwoOffices(t *testing.T) {
	for _, text := range []string{"Hamas's founder and leader, John Roe, was arrested.", "The founder and leader of Hamas, John Roe, was arrested."} {
		t.Run(text, func(t *testing.T) { checkPassage(t, text, []string{"~John_Roe leads Hamas affirmed"}, nil) })
	}
	checkPassage(t, "The leader and founder of Hamas, John Roe and Tom Doe, left.", nil, []string{"~John_Roe leads Hamas affirmed"})
}
