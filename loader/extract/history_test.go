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
	})
}
