package extract_test

import "testing"

// Pages on a country's armed forces seldom say whose troops, training and weapons they tell of.
func TestBarracks(t *testing.T) {
	const title = "Armed Forces of Chad\n\n"
	readEach(t, []resolved{
		{
			name: "some of them are trained",
			text: title + "Some troops are trained by Morocco and Kenya.",
			want: []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed"},
		},
		{
			name: "officers abroad",
			text: title + "Many officers are trained at academies in Morocco.",
			want: []string{"Morocco backs Chad affirmed"},
		},
		{
			name: "what they consist of",
			text: title + "The Chadian armed forces were founded in 1960. They consist of the Land Force, the Air Force and the Special Operations Forces. Their branches are the Navy and the Coast Guard.",
			want: []string{
				"~Chadian_Land_Force_(Chad) member_of Chad affirmed", "~Chadian_Air_Force_(Chad) member_of Chad affirmed",
				"~Chadian_Special_Operations_Forces_(Chad) member_of Chad affirmed", "~Chadian_Navy_(Chad) member_of Chad affirmed",
			},
		},
		{
			name: "soldiers belong to a unit, and their state does not",
			text: "Iraqi soldiers entered Kuwait. They belonged to the Hammurabi Division.",
			want: []string{"Iraq deployed_to Kuwait_(territory) affirmed"},
			not:  []string{"Iraq member_of ~Hammurabi_Division_(Iraq) affirmed", "Iraq member_of ~Hammurabi_Division affirmed", "Iraq member_of Hammurabi_Division affirmed"},
		},
		{
			name: "a contingent",
			text: title + "A contingent of 90 soldiers served in Mali.",
			want: []string{"Chad deployed_to Mali_(territory) affirmed"},
		},
		{
			name: "from whom training was received",
			text: title + "Training has been received from Morocco and, more recently, Kenya.",
			want: []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed"},
		},
		{
			name: "where equipment comes from",
			text: title + "Most equipment comes from Ukraine.",
			want: []string{"Ukraine backs Chad affirmed"},
		},
		{
			name: "who provides",
			text: title + "Morocco donated two helicopters. Training was provided by Kenya.",
			want: []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed"},
		},
		{
			name: "another recipient",
			text: title + "Morocco provided training to Niger. Sudan's guard was trained by Kenya, with Ghana giving weapons.",
			not:  []string{"Morocco backs Chad affirmed", "Kenya backs Chad affirmed", "Ghana backs Chad affirmed"},
		},
		{
			name: "others' men",
			text: title + "Foreign troops were trained by Morocco. Soldiers from Niger served in Mali. Battalions supplied by Kenya were deployed to Bangui.",
			not:  []string{"Morocco backs Chad affirmed", "Chad deployed_to Mali_(territory) affirmed", "Chad deployed_to Bangui affirmed"},
		},
		{
			name: "a page on foreign relations",
			text: "Foreign relations of Laos\n\nMost aid comes from Vietnam. Russia also has two small bases. In 1987 a border war broke out with Thailand.",
			want: []string{"Vietnam backs Laos affirmed", "Russia deployed_to Laos_(territory) affirmed", "Laos fights Thailand affirmed"},
		},
		{
			name: "it tells of others, too",
			text: "Foreign relations of Laos\n\nRussia has bases in Vietnam. A war broke out between Chad and Libya.",
			not:  []string{"Russia deployed_to Laos_(territory) affirmed", "Chad fights Laos affirmed"},
		},
		{
			name: "no title, nobody's men",
			text: "Chad is poor.\n\nSome troops are trained by Morocco.",
			not:  []string{"Morocco backs Chad affirmed"},
		},
	})
}
