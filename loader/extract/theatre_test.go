package extract_test

import "testing"

// What articles on one country or one town leave out, since it goes without saying there.
func TestTheatre(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "the country that the title names",
			text: "History of Chad\n\nLibya invaded in 1980. In 1983 France sent troops, and Zaire contributed a battalion. The Libyans launched an invasion.",
			want: []string{
				"Libya attacked Chad_(territory) affirmed", "France deployed_to Chad_(territory) affirmed",
				"Democratic_Republic_of_the_Congo deployed_to Chad_(territory) affirmed",
			},
		},
		{
			name: "another, where the words name one",
			text: "History of Chad\n\nIn Sudan, Libya sent troops. France sent troops to Niger. Chad sent troops. Libya launched an invasion of Tunisia.",
			not: []string{
				"Libya deployed_to Chad_(territory) affirmed", "France deployed_to Chad_(territory) affirmed",
				"Chad deployed_to Chad_(territory) affirmed", "Libya attacked Chad_(territory) affirmed",
			},
		},
		{
			name: "an article about no country",
			text: "In 1983 France sent troops. Libya invaded in 1980 and Chad protested.",
			not:  []string{"France deployed_to Chad_(territory) affirmed"},
		},
		{
			name: "the town that the title names",
			text: "Misrata\n\nMisrata is a city on the coast of Libya, 187 km to the east of Tripoli. The city came under Italian rule in 1911. Italy retook the town in 1922.",
			want: []string{"Italy controls Misrata affirmed", "Italy captured Misrata affirmed"},
			not:  []string{"Italy controls Tripoli affirmed"},
		},
		{
			name: "the town of a battle, and another named in the sentence",
			text: "Battle of Kunduz (2015)\n\nThe army drove to Baghlan. The Taliban overran the city. The army left Baghlan, and the Taliban seized the town.",
			want: []string{"Taliban captured Kunduz affirmed"},
			not:  []string{"Taliban captured Baghlan affirmed"},
		},
	})
}

// What stands between a noun and what tells more of it.
func TestStructure(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "with no comma in a list of two",
			text: "Rebels fought the army near Faya, and France, Zaire and Niger sent troops to Chad.",
			want: []string{"France deployed_to Chad_(territory) affirmed", "Niger deployed_to Chad_(territory) affirmed"},
		},
		{
			name: "the next clause begins behind a comma",
			text: "Rwanda allied with Uganda, and Burundi also invaded, occupying Uvira.",
			want: []string{"Rwanda allied_with Uganda affirmed", "Burundi captured Uvira affirmed"},
			not:  []string{"Burundi allied_with Rwanda affirmed", "Rwanda captured Uvira affirmed"},
		},
		{
			name: "who leads a band that a state backs does not lead the state",
			text: "The LRA, backed by Sudan, led by Joseph Kony, attacked Gulu.",
			want: []string{"Joseph_Kony leads Lord's_Resistance_Army affirmed"}, not: []string{"Joseph_Kony leads Sudan affirmed"},
		},
		{
			name: "the nearer has its seat there",
			text: "The Eagles Front, which Chad armed, attacked the 1st Division, based in Faya.",
			want: []string{"~1st_Division_(Chad) deployed_to Faya-Largeau affirmed"}, not: []string{"~Eagles_Front deployed_to Faya-Largeau affirmed"},
		},
		{
			name: "between two commas, whoever did it",
			text: "By 1975 the PLO, expelled from Jordan after a war, had moved to Lebanon.",
			want: []string{"Palestine_Liberation_Organization withdrew_from Jordan_(territory) affirmed"},
		},
		{
			name: "days do nothing",
			text: "France began air strikes in March 1989 which killed ten rebels. A mutiny in 1990 led by John Roe shook Chad.",
			not:  []string{"~John_Roe leads Chad affirmed"},
		},
		{
			name: "those who took a town together",
			text: "The 9th Division captured Bartella together with the Nineveh Plain Protection Units.",
			want: []string{"Nineveh_Plain_Protection_Units captured Bartella affirmed"},
		},
		{
			name: "until an army of somebody did something",
			text: "The M23 held Goma, until the 1st Army of General John Roe attacked Rwanda.",
			want: []string{"Rwanda fights ~1st_Army_(Democratic_Republic_of_the_Congo) affirmed"},
		},
		{
			name: "a people's adjective before a name",
			text: "Iran armed the Iraqi Harakat al-Nujaba. Turkey paid the Syrian Levant Front. Saddam expelled the Iraqi National Congress.",
			want: []string{"Iran backs Harakat_Hezbollah_al-Nujaba affirmed", "Turkey backs Levant_Front affirmed", "Iraq opposes Iraqi_National_Congress affirmed"},
		},
		{
			name: "one preposition for each",
			text: "Eritrea clashed with Yemen over islands in 1995, with Djibouti in 1996 and with Sudan in 1997.",
			want: []string{"Djibouti fights Eritrea affirmed", "Eritrea fights Sudan affirmed", "Eritrea fights Yemen affirmed"},
		},
		{
			name: "what is told of the first of two sides",
			text: "The war was fought between Yugoslavia, which held the province, and the Kosovo Liberation Army. A war between Chad, backed by France and Zaire, and Libya began.",
			want: []string{"Kosovo_Liberation_Army fights Yugoslavia affirmed", "Chad fights Libya affirmed", "France backs Chad affirmed"},
			not:  []string{"Chad fights Democratic_Republic_of_the_Congo affirmed"},
		},
		{
			name: "a state and its ally, by name",
			text: "The war was fought by Uganda and its armed wing, the Uganda National Liberation Army, against rebel groups, most importantly the National Resistance Army.",
			want: []string{"National_Resistance_Army fights Uganda affirmed", "National_Resistance_Army fights Uganda_National_Liberation_Army affirmed"},
		},
		{
			name: "an ally who does something by himself",
			text: "Chad invaded Libya and its ally, Sudan, protested.",
			not:  []string{"Chad fights Sudan affirmed", "Chad attacked Sudan_(territory) affirmed"},
		},
	})
}
