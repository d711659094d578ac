package extract_test

import "testing"

// A name alone that a well-known person bears, in an article that names another of that name in full.
func TestNamesakes(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "of one whom the dictionary knows", day: "2009-05-01",
			text: "Sheikh Sharif Ahmed led the Islamic Courts Union. Al-Shabaab attacked Sharif in Mogadishu.",
			not:  []string{"Al-Shabaab fights Pakistan affirmed"},
		},
		{
			name: "of a newcomer", day: "2014-05-01",
			text: "Bakr Assad commanded the M23. In May Assad took Goma.",
			want: []string{"~Bakr_Assad captured Goma affirmed"}, not: []string{"Syria captured Goma affirmed"},
		},
		{
			name: "in an article on his land he is the one", day: "2014-05-01",
			text: "Bakr Assad commanded a brigade in Damascus. Assad took Homs.",
			want: []string{"Syria captured Homs affirmed"},
		},
		{
			name: "named in full as well", day: "2014-05-01",
			text: "Bakr Assad met Bashar al-Assad. Assad sent troops to Goma.",
			want: []string{"Syria deployed_to Goma affirmed"},
		},
		{
			name: "a first name is that of the person named before", day: "2009-03-20",
			text: "Sharif Omar Roble led the Islamic Courts Union. Ethiopia backed Sharif.",
			want: []string{"Ethiopia backs ~Sharif_Omar_Roble affirmed"},
			not:  []string{"Ethiopia backs Pakistan affirmed"},
		},
		{
			name: "or behind", day: "2009-03-20",
			text: "Ethiopia backed Sharif. Sharif Omar Roble spoke in Mogadishu.",
			not:  []string{"Ethiopia backs Pakistan affirmed"},
		},
		{
			name: "unless its own bearer is named in full", day: "2009-03-20",
			text: "Nawaz Sharif spoke. Sharif Omar Roble fled. Iran backed Sharif.",
			want: []string{"Iran backs Nawaz_Sharif affirmed"},
			not:  []string{"Iran backs ~Sharif_Omar_Roble affirmed"},
		},
		{
			name: "of two who bear a surname, the one named in full",
			text: "Laurent Kabila came from the east. Kabila then became president of Congo.",
			want: []string{"Laurent-Désiré_Kabila leads Democratic_Republic_of_the_Congo affirmed"},
		},
		{
			name: "a brother is not he whom the surname stands for", day: "2013-03-20",
			text: "Maher al-Assad, a brother of the president, left Homs. Russia backed Assad.",
			want: []string{"Russia backs Syria affirmed"},
		},
	})
}

// A body of a name that many countries know is that of the country which the article says.
func TestBodiesAbroad(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a party and a guard of a country of which the dictionary knows none",
			text: "Kenya's Labour Party condemned Togo. The Labour Party backs Gabon. Gabon armed the Kenyan Republican Guard.",
			want: []string{"Togo opposes ~Labour_Party_(Kenya) affirmed", "~Labour_Party_(Kenya) backs Gabon affirmed", "Gabon backs ~Republican_Guard_(Kenya) affirmed"},
			not:  []string{"Labour_Party_(United_Kingdom) backs Gabon affirmed"},
		},
		{
			name: "and of one of which it knows one, beside another's",
			text: "Syria's Republican Guard shelled Aleppo. Kenya's Republican Guard shelled Garissa.",
			want: []string{"Republican_Guard_(Syria) attacked Aleppo affirmed", "~Republican_Guard_(Kenya) attacked Garissa affirmed"},
		},
		{
			name: "the name with the country before it",
			text: "Uganda's People's Defence Forces entered Goma. Rwanda's Patriotic Front captured Kigali.",
			want: []string{"Uganda deployed_to Goma affirmed", "Rwandan_Patriotic_Front captured Kigali affirmed"},
		},
		{
			name: "who owns armed people of another country that is told of backs them",
			text: "The UAE's Rapid Support Forces captured El Fasher.",
			want: []string{"Rapid_Support_Forces captured El_Fasher affirmed"},
		},
		{
			name: "former states",
			text: "Rhodesia's Patriotic Front condemned Togo.",
			want: []string{"Patriotic_Front_(Zimbabwe) opposes Togo affirmed"},
		},
		{
			name: "a hyphen in such a name",
			text: "The Self-Defence Forces attacked Garissa, the Kenyan army said. Kenya sent troops to Garissa.",
			not:  []string{"Japan attacked Garissa affirmed"},
		},
	})
}
