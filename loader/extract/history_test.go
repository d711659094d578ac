package extract_test

import "testing"

// Histories of diplomacy: undated, of states that are no more, of peoples and parliaments that act for theirs.
func TestHistories(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a capital of the years that the title tells",
			text: "The Ogaden War, 1977–1978\n\nThe Soviet Union broke with Somalia. Moscow sent tanks to Ethiopia.",
			want: []string{"Soviet_Union backs Ethiopia affirmed"}, not: []string{"Russia backs Ethiopia affirmed"},
		},
		{
			name: "a capital of today, where the years lie far apart",
			text: "Mali gained its independence in 1960. In 2021 Moscow sent helicopters to Mali.",
			want: []string{"Russia backs Mali affirmed"},
		},
		{
			name: "allies told by their adjective, in a time of blocs",
			text: "In 1968 Moscow sent new tanks to its Polish allies.",
			want: []string{"Soviet_Union backs Poland affirmed"},
		},
		{
			name: "of today they are anybody", day: "2018-03-01",
			text: "Turkey sent its Syrian allies new rifles.",
			not:  []string{"Turkey backs Syria affirmed"},
		},
		{
			name: "an article for two peoples",
			text: "The Danes and Prussians fought over Schleswig. The British and French attacked Egypt.",
			want: []string{"France attacked Egypt_(territory) affirmed", "United_Kingdom attacked Egypt_(territory) affirmed"},
		},
		{
			name: "agents of what describes the subject",
			text: "Groups armed by Iran and Syria attacked Haifa.",
			not:  []string{"Syria attacked Haifa affirmed", "Iran attacked Haifa affirmed"},
		},
		{
			name: "fighters of whom only the leader is told",
			text: "A band of exiles led by Amílcar Cabral fought Portugal. A column of men led by Jonas Savimbi attacked Huambo.",
			want: []string{"UNITA attacked Huambo affirmed"},
		},
		{
			name: "who takes power is no state yet",
			text: "Idi Amin seized power with the help of Israel.",
			want: []string{"Israel backs Idi_Amin affirmed"}, not: []string{"Israel backs Uganda affirmed"},
		},
		{
			name: "Congress in what tells of the United States",
			text: "The United States watched Cuba. Congress declared war on Spain.",
			want: []string{"Spain fights United_States affirmed"},
		},
		{
			name: "Congress in what tells of others",
			text: "India watched Goa. Congress condemned Portugal.",
			not:  []string{"Portugal opposes United_States affirmed"},
		},
		{
			name: "branches of one army, orders, joined infinitives",
			text: "Gorbachev ordered Soviet air and ground forces to support the Ethiopian army. Somalia was forced to give up Jijiga and retreat from Harar.",
			want: []string{"Soviet_Union backs Ethiopia affirmed", "Somalia withdrew_from Harar affirmed"},
		},
		{
			name: "an adverb before the verb, troops of one's own",
			text: "Libya and Sudan quietly conspired with Chad. France landed troops of its own in Gabon.",
			want: []string{"France deployed_to Gabon_(territory) affirmed"},
		},
		{
			name: "several called allies and then named",
			text: "Stalin deplored the actions of his closest allies, Poland and Hungary.",
			want: []string{"Hungary opposes Soviet_Union affirmed", "Poland opposes Soviet_Union affirmed"},
		},
		{
			name: "what a handbook's entry is about",
			text: "Togo\n\nBackground\nGerman colonial rule ended in 1914. A Ghanaian invasion was feared.",
			want: []string{"Germany controls Togo_(territory) affirmed"},
		},
		{
			name: "only in a handbook's entry",
			text: "Bandits in Togo\n\nTogo is small. German colonial rule ended in 1914.",
			not:  []string{"Germany controls Togo_(territory) affirmed"},
		},
		{
			name: "the words tell of another land",
			text: "Togo\n\nBackground\nGerman rule over Namibia ended in 1915.",
			want: []string{"Germany controls Namibia_(territory) affirmed"}, not: []string{"Germany controls Togo_(territory) affirmed"},
		},
		{
			name: "a coalition is those that it is of",
			text: "A coalition of the MPLA, SWAPO and local insurgents, with assistance from Cuba, attacked Windhoek.",
			want: []string{
				"MPLA attacked Windhoek affirmed", "SWAPO attacked Windhoek affirmed", "Cuba backs SWAPO affirmed", "MPLA allied_with SWAPO affirmed",
			},
		},
		{
			name: "whose deed is condemned",
			text: "In 1979 Vietnam invaded Cambodia. Romania deplored the invasion. Cuba supported the invasion.",
			want: []string{"Romania opposes Vietnam affirmed"}, not: []string{"Cuba opposes Vietnam affirmed"},
		},
		{
			name: "an announcement's author",
			text: "The United States watched. An announcement by the British cabinet said that it would no longer supply weapons to Greece.",
			want: []string{"United_Kingdom backs Greece affirmed"}, not: []string{"United_States backs Greece affirmed"},
		},
		{
			name: "a president by his surname, in his time", day: "1976-03-01",
			text: "President Ford sent Chad more tanks. The Ford administration armed Kenya.",
			want: []string{"Gerald_Ford leads United_States affirmed", "United_States backs Chad affirmed", "United_States backs Kenya affirmed"},
		},
		{
			name: "not in another's", day: "2014-03-01",
			text: "President Ford sent Chad more tanks.",
			not:  []string{"Gerald_Ford leads United_States affirmed"},
		},
		{
			name: "two that both did it, behind an insertion",
			text: "Chad and Niger, despite their quarrel, both armed the LNA. By the time Rwanda invaded Zaire, Uganda had armed the AFDL.",
			want: []string{"Chad backs Libyan_National_Army affirmed", "Niger backs Libyan_National_Army affirmed", "Rwanda attacked Democratic_Republic_of_the_Congo_(territory) affirmed"},
		},
		{
			name: "soldiers told by an adjective that is a national's name, too",
			text: "Wilson and Truman met. Cuba sent American rifles to Angola. Denmark found itself fighting Germany. Nixon left Vietnam while bombing Cambodia.",
			want: []string{"Cuba backs Angola affirmed", "Denmark fights Germany affirmed", "United_States attacked Cambodia_(territory) affirmed"},
		},
		{
			name: "the one body of a creed",
			text: "In 1947 the war between the Greek Communist Party and the government went on. Bulgaria armed the Communists.",
			want: []string{"Bulgaria backs Communist_Party_of_Greece affirmed"},
		},
		{
			name: "of two bodies of a creed, none",
			text: "In 1947 the Greek Communist Party and the Malayan Communist Party met. Bulgaria armed the Communists.",
			not:  []string{"Bulgaria backs Communist_Party_of_Greece affirmed", "Bulgaria backs Malayan_Communist_Party affirmed"},
		},
		{
			name: "an officer takes places for his state",
			text: "General Douglas MacArthur led the landing. MacArthur captured Seoul.",
			want: []string{"United_States captured Seoul affirmed"},
		},
		{
			name: "whose war it is that opens the sentence",
			text: "Sudan was poor. During its border war with Chad, Libya bought tanks.",
			want: []string{"Chad fights Libya affirmed"}, not: []string{"Chad fights Sudan affirmed"},
		},
		{
			name: "the advisers that somebody has and whose they are",
			text: "Anwar Sadat expelled his Soviet advisers.",
			want: []string{"Egypt opposes Soviet_Union affirmed"},
		},
		{
			name: "an invasion of whom the text leaves out, in years that lie far apart",
			text: "Uganda was a colony until 1962. Britain made it a protectorate in 1894. Argentina and Britain fought in 1982. Britain invaded in 1899.",
			not:  []string{"United_Kingdom attacked Argentina_(territory) affirmed"},
		},
		{
			name: "the junta is that of the state whose junta was named",
			text: "Troops of Guinea's junta entered Monrovia. Liberia was poor, and so were Liberian towns. Liberia's president fled. The junta then counter-attacked and took Buchanan.",
			want: []string{"Guinea captured ~Buchanan_(Liberia) affirmed"}, not: []string{"Liberia captured ~Buchanan_(Liberia) affirmed"},
		},
		{
			name: "the government in a part of the land may be another",
			text: "South Vietnam was at war. Poland stood behind the Communist government in the north. South Vietnam's army fought on in South Vietnam. Laos armed the government.",
			want: []string{"Laos backs South_Vietnam affirmed"}, not: []string{"Poland backs South_Vietnam affirmed"},
		},
		{
			name: "about a thousand of them",
			text: "UNITA grew. From 1976 to 1980 about a thousand of its fighters were trained by Morocco.",
			want: []string{"Morocco backs UNITA affirmed"},
		},
	})
}
