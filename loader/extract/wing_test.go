package extract_test

import "testing"

// Parts of a body that bear no name of their own, and men known by whom they are with.
func TestWings(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "an armed wing without a name acts for its body", day: "2023-10-07",
			text: "The armed wing of Hamas attacked Ashkelon. Iran funds the FARC's armed wing.",
			want: []string{"Hamas attacked Ashkelon affirmed", "Iran backs Revolutionary_Armed_Forces_of_Colombia affirmed"},
		},
		{
			name: "an armed wing that is named acts itself", day: "2023-10-07",
			text: "The armed wing of Hamas, the Qassam Brigades, attacked Ashkelon. They joined the Arakan Army, the military wing of the Unity Congress in Myanmar.",
			want: []string{"Al-Qassam_Brigades attacked Ashkelon affirmed", "Al-Qassam_Brigades member_of Hamas affirmed"},
			not:  []string{"Hamas attacked Ashkelon affirmed", "~Unity_Congress_(Myanmar) deployed_to Myanmar_(territory) affirmed"},
		},
		{
			name: "who heads the armed wing does not lead the body", day: "2023-10-07",
			text: "John Roe commands the armed wing of Hamas. The military wing of the M23 is headed by Mark Doe.",
			want: []string{"~John_Roe member_of Hamas affirmed", "~Mark_Doe member_of March_23_Movement affirmed"},
			not:  []string{"~John_Roe leads Hamas affirmed", "~Mark_Doe leads March_23_Movement affirmed"},
		},
		{
			name: "his men are those of the body that he is of", day: "2023-11-01",
			text: "John Roe of the Army of Conquest said his fighters had taken Idlib. Hezbollah commander Mark Doe said his men had seized Arsal.",
			want: []string{"Army_of_Conquest captured Idlib affirmed", "Hezbollah captured Arsal affirmed"},
			not:  []string{"~John_Roe captured Idlib affirmed", "~Mark_Doe captured Arsal affirmed"},
		},
		{
			name: "who leads it is no mere member", day: "2023-11-01",
			text: "Rebel leader John Roe of the Congolese Liberation Front spoke.",
			want: []string{"~John_Roe leads ~Congolese_Liberation_Front_(Democratic_Republic_of_the_Congo) affirmed"},
			not:  []string{"~John_Roe member_of ~Congolese_Liberation_Front_(Democratic_Republic_of_the_Congo) affirmed"},
		},
		{
			name: "a chief spokesman is no chief", day: "2023-11-01",
			text: "Hezbollah chief spokesman John Roe denied it. UN chief negotiator Mark Doe arrived.",
			want: []string{"~John_Roe member_of Hezbollah affirmed", "~Mark_Doe member_of United_Nations affirmed"},
			not:  []string{"~John_Roe leads Hezbollah affirmed", "~Mark_Doe leads United_Nations affirmed"},
		},
		{
			name: "a coalition of whom one alone is named", day: "1992-11-01",
			text: "A coalition of UNITA and royalist insurgents fought the MPLA. A coalition of FRELIMO, exiles and peasant insurgents, with help from Libya, fought the Portuguese army.",
			want: []string{"MPLA fights UNITA affirmed", "FRELIMO fights Portugal affirmed"},
		},
	})
}
