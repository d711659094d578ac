package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Those who have no part in what a sentence tells: who writes about a group, who blocks what others plan, who lives next door.
func TestBystanders(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "who writes about a group is not of it",
			text: "Jane Keld, a Taliban analyst, spoke. Anna Roe, an Al-Shabaab expert at the institute, spoke. John Roe is a leading China scholar. Jim Doe, a historian of Hezbollah, spoke. Russian military analyst Jack Poe spoke.",
			not: []string{
				"~Jane_Keld member_of Taliban affirmed", "~Anna_Roe member_of Al-Shabaab affirmed", "~John_Roe member_of China affirmed",
				"~Jim_Doe member_of Hezbollah affirmed", "~Jack_Poe member_of Russia affirmed",
			},
		},
		{
			name: "but of whom he works for",
			text: "Jane Keld, a CIA analyst, spoke. Anna Roe, the Crisis Group's Sudan analyst, spoke. Jim Doe, a US intelligence analyst, spoke.",
			want: []string{
				"~Jane_Keld member_of Central_Intelligence_Agency affirmed", "~Anna_Roe member_of International_Crisis_Group affirmed",
				"~Jim_Doe member_of United_States affirmed",
			},
		},
		{
			name: "the country that a desk or a study group works on",
			text: "Jane Keld, the Iran desk officer at the Pentagon, spoke. Former MI6 Russia desk head Anna Roe spoke. John Roe, head of the Libya study group, spoke.",
			want: []string{"~Jane_Keld member_of United_States affirmed", "~Anna_Roe member_of MI6 affirmed"},
			not:  []string{"~Jane_Keld member_of Iran affirmed", "~Anna_Roe member_of Russia affirmed", "~John_Roe member_of Libya affirmed"},
		},
		{
			name: "the head of a part does not lead the whole",
			text: "Former CIA Africa unit chief Jack Poe spoke. Hezbollah rocket unit chief John Roe died.",
			want: []string{"~Jack_Poe member_of Central_Intelligence_Agency affirmed", "~John_Roe member_of Hezbollah affirmed"},
		},
		{
			name: "who governs a place for a body does not lead the body",
			text: "The M23 governor John Roe spoke. Jane Keld, the Hamas mayor of Rafah, spoke.",
			want: []string{"~John_Roe member_of March_23_Movement affirmed", "~Jane_Keld member_of Hamas affirmed"},
		},
		{
			name: "who blocks or condemns what others plan does not do it",
			text: "The LNA blocked a move to arm the GNA. Egypt criticised a decision to arm the YPG. Kenya condemned attempts to seize Goma. China foiled a bid to capture Gharyan. Hungary warned against moves to arm Ukraine.",
			not: []string{
				"Libyan_National_Army backs Government_of_National_Accord affirmed", "Egypt backs People's_Protection_Units affirmed",
				"Kenya attacked Goma affirmed", "China attacked Gharyan affirmed", "Hungary backs Ukraine alleged",
			},
		},
		{
			name: "who backs or makes a plan may do it",
			text: "Kenya backed a plan to send troops to Mali. Turkey launched an attempt to seize Afrin.",
			want: []string{"Kenya deployed_to Mali_(territory) alleged", "Turkey attacked Afrin affirmed"},
		},
		{
			name: "who leads, holds or takes what is about a name has no hold on that",
			text: "An inquiry into Hezbollah led by Jane Keld began. Talks on Syria held by Russia failed. The measures against Rwanda taken by Belgium were mild. The decision to leave Mali taken by France was late. The photo of Aleppo taken by a Turkish soldier won. The panel on Sudan headed by Anna Roe met.",
			not: []string{
				"~Jane_Keld leads Hezbollah affirmed", "Russia controls Syria_(territory) affirmed", "Belgium captured Rwanda_(territory) affirmed",
				"France captured Mali_(territory) affirmed", "Turkey captured Aleppo affirmed", "~Anna_Roe leads Sudan affirmed",
			},
		},
		{
			name: "but has one where the words tell of the name itself",
			text: "Kenya shelled the town of Kismayo held by Al-Shabaab. Chad clashed with the Rapid Support Forces led by Mohamed Hamdan Dagalo.",
			want: []string{"Al-Shabaab controls Kismayo affirmed", "Mohamed_Hamdan_Dagalo leads Rapid_Support_Forces affirmed"},
		},
		{
			name: "what a law lets somebody do he need not do",
			text: "The law lets Burundi arm the M23.",
			want: []string{"Burundi backs March_23_Movement alleged"},
		},
		{
			name: "what goes on behind a clause about the object, and whose the help is",
			text: "The Sudanese army drove the RSF, which the UAE backs, out of Khartoum with drones from Turkey.",
			want: []string{
				"Rapid_Support_Forces withdrew_from Khartoum affirmed", "Turkey backs Sudan affirmed", "United_Arab_Emirates backs Rapid_Support_Forces affirmed",
			},
			not: []string{"Turkey backs United_Arab_Emirates affirmed", "Rapid_Support_Forces withdrew_from Turkey_(territory) affirmed"},
		},
		{
			name: "who was never the first to do it",
			text: "Burundi has never been the first to attack Goma. Uganda was the first to attack Bunia.",
			want: []string{"Uganda attacked Bunia affirmed"}, not: []string{"Burundi attacked Goma affirmed"},
		},
		{
			name: "whom a cleft excludes",
			text: "It was Turkey and not Qatar that sent drones to Libya's government.",
			want: []string{"Turkey backs Libya affirmed"}, not: []string{"Qatar backs Libya affirmed"},
		},
		{
			name: "who sets a deadline does not leave",
			text: "Kenya gave Uganda a deadline to leave Kismayo.",
			want: []string{"Uganda withdrew_from Kismayo alleged"}, not: []string{"Kenya withdrew_from Kismayo alleged"},
		},
		{
			name: "weapons that were taken, and wars that help somebody by chance",
			text: "The RSF fought with American weapons that it had taken from Chad. Russia's invasion of Georgia helped Ukraine.",
			not:  []string{"United_States backs Rapid_Support_Forces affirmed", "Russia backs Ukraine affirmed"},
		},
		{
			name: "rivals in an election",
			text: "The presidential campaign between William Ruto and Raila Odinga was long.",
			not:  []string{"Raila_Odinga fights William_Ruto affirmed"},
		},
		{
			name: "a colony does not hold whom it is ceded to",
			text: "Spain ceded to France its colonies of Guinea and Chad.",
			not:  []string{"Guinea controls France_(territory) affirmed", "Chad controls France_(territory) affirmed"},
		},
	})
}

// A body's name with the word for what it is tells of no men that it sends.
func TestNamedBodiesAreNoTroops(t *testing.T) {
	for _, test := range []struct {
		text  string
		backs int
		kinds []graph.Kind
	}{
		{"The Congolese army is supported by Burundi and by the FDLR militia.", 2, nil},
		{"The LNA is helped by Wagner fighters.", 1, []graph.Kind{graph.Troops}},
	} {
		found := 0
		for _, s := range reader(t).Read(graph.NewDocument("test", test.text, graph.Appearance{})).Statements {
			if s.Relation != graph.Backs {
				continue
			}
			if found++; !slices.Equal(s.Kinds(), test.kinds) {
				t.Errorf("%s\n\tsays %s %v, want %v", test.text, line(s), s.Kinds(), test.kinds)
			}
		}
		if found != test.backs {
			t.Errorf("%s\n\ttells %d times who backs, want %d", test.text, found, test.backs)
		}
	}
}
