package extract_test

import "testing"

// The clause that opens a sentence ends at its comma: what stands behind it is no list with the last place or name of the clause, and who
// does something there is not who did something in it.
func TestOpeningClause(t *testing.T) {
	checkPassages(t, []passage{
		{
			text: "While aid workers waited in Juba, Haftar's forces, backed by Chad and Niger, shelled Derna.",
			want: []string{"Chad backs Libyan_National_Army affirmed", "Niger backs Libyan_National_Army affirmed", "Libyan_National_Army attacked Derna affirmed"},
		},
		{text: "After mediators had met in Doha, Hezbollah, armed and paid by Iran, fired rockets.", want: []string{"Iran backs Hezbollah affirmed"}},
		{text: "When the envoy landed in Juba, a coalition led by Saudi Arabia bombed Sanaa.", want: []string{"Saudi-led_coalition attacked Sanaa affirmed"}},
		{text: "As prices rose in Juba, with Turkish help, the GNA captured Tarhuna.", want: []string{"Turkey backs Government_of_National_Accord affirmed"}},
		{
			text: "While Iran armed Hezbollah, Hamas and the Houthis, Qatar funded the FSA.",
			want: []string{"Iran backs Houthis affirmed", "Qatar backs Free_Syrian_Army affirmed"}, not: []string{"Hamas backs Free_Syrian_Army affirmed", "Houthis backs Free_Syrian_Army affirmed"},
		},
		{text: "While Chad, Niger and Mali waited, Peru armed the M23.", want: []string{"Peru backs March_23_Movement affirmed"}, not: []string{"Chad backs March_23_Movement affirmed", "Mali backs March_23_Movement affirmed"}},
		{text: "After Chad attacked the M23 in Goma, Peru, Ghana and Togo condemned the raid.", want: []string{"Chad fights March_23_Movement affirmed"}, not: []string{"Peru fights March_23_Movement affirmed"}},
		{text: "As Chad said, Niger armed the M23.", want: []string{"Niger backs March_23_Movement affirmed by Chad"}},
		{text: "While mediators met in Doha, the M23 answers to Rwanda.", want: []string{"Rwanda backs March_23_Movement affirmed"}},
		{text: "When French ships reached Algiers, a new ruler, Sidi Zyxo, was in power.", not: []string{"~Zyxo leads France affirmed"}},
	})
}

// Where something happens may come first behind a conjunction, a day or a phrase.
func TestPlaceBehindOpening(t *testing.T) {
	for _, text := range []string{
		"Talks went on in Doha. In Goma, Chadian jets bombed a hospital.",
		"Peru said that in Goma, Chadian jets bombed a hospital.",
		"But in Goma, Chadian jets bombed a hospital.",
		"On Sunday, in Goma, Chadian jets bombed a hospital.",
		"Despite the truce, near Goma, Chadian jets struck a convoy.",
		"The truce ended; in Goma, Chadian jets bombed a hospital.",
		"While mediators met in Doha, in Goma, Chadian jets bombed a hospital.",
	} {
		t.Run(text, func(t *testing.T) {
			checkPassage(t, text, []string{"Chad attacked Goma affirmed"}, []string{"Chad attacked Doha affirmed"})
		})
	}
}

// A place that only tells where something else was, is none that is attacked.
func TestPlaceOfSomethingElse(t *testing.T) {
	for _, text := range []string{
		"Despite talks in Doha, Chadian jets bombed a hospital.",
		"On the eve of talks in Doha, Chadian jets bombed a hospital.",
		"Under a deal signed in Doha, Chadian jets bombed a hospital.",
	} {
		t.Run(text, func(t *testing.T) { checkPassage(t, text, nil, []string{"Chad attacked Doha affirmed"}) })
	}
}

// Where people talk is none of the towns that are fought over, and an attack with a place of its own is not the one told of before.
func TestPlaceOfTalks(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Talks went on in Doha. The Syrian army took the town.", not: []string{"Syria captured Doha affirmed"}},
		{text: "Shells fell on Derna, mediators met in Doha, and the LNA took the town.", want: []string{"Libyan_National_Army captured Derna affirmed"}, not: []string{"Libyan_National_Army captured Doha affirmed"}},
		{text: "A deal was signed in Doha. Hamas claimed the attack.", not: []string{"Hamas attacked Doha affirmed"}},
		{text: "A bomb exploded in Doha. Hamas claimed the Ashkelon bombing.", want: []string{"Hamas attacked Ashkelon affirmed"}, not: []string{"Hamas attacked Doha affirmed"}},
		{text: "A bomb exploded in Doha. Hamas claimed the attack.", want: []string{"Hamas attacked Doha affirmed"}},
	})
}

// A clause behind a conjunction or "said" has a verb, even where it looks like a participle.
func TestClauseNeedsVerb(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Officials say Iranian missiles landed in Erbil.", want: []string{"Iran attacked Erbil affirmed"}},
		{text: "Officials say Saudi border guards shot Ethiopian migrants near Saada.", want: []string{"Saudi_Arabia attacked Saada affirmed"}},
		{text: "Shops closed because Iranian missiles landed in Erbil.", want: []string{"Iran attacked Erbil affirmed"}},
		{text: "Shops closed after Iranian missiles landed in Erbil.", want: []string{"Iran attacked Erbil affirmed"}},
		{text: "Shops closed after Eritrean troops fought alongside Ethiopian troops.", want: []string{"Eritrea allied_with Ethiopia affirmed"}},
		{text: "Shops closed when weapons sent by Iran reached Hezbollah.", want: []string{"Iran backs Hezbollah affirmed"}, not: []string{"Hezbollah backs Iran affirmed"}},
	})
}

// Who reports what comes before is nobody in it.
func TestReporterBehindPlural(t *testing.T) {
	for text, want := range map[string]string{
		"France sent soldiers to Mali to combat jihadists, the BBC reported on Monday, citing a diplomat.": "France deployed_to Mali_(territory) affirmed",
		"France sent soldiers to Mali to combat jihadists, the Zyx Post reported.":                         "France deployed_to Mali_(territory) affirmed",
		"Chad armed the Wagner Group to fight rebels, the Zyx Post said on its website.":                   "Chad backs Wagner_Group affirmed",
	} {
		t.Run(text, func(t *testing.T) {
			checkPassage(t, text, []string{want}, []string{"France fights ~BBC affirmed", "France fights ~Zyx_Post affirmed", "Wagner_Group fights ~Zyx_Post affirmed", "Chad fights ~Zyx_Post affirmed"})
		})
	}
}

// What opens a clause between commas is told of its subject, whatever stands before it.
func TestParticipleBehindOpening(t *testing.T) {
	for _, text := range []string{
		"But backed by Cuba, the MPLA held on.",
		"In May, backed by Cuba, the MPLA held on.",
		"“Backed by Cuba, the MPLA held on,” a diplomat said.",
		"Bread was dear; backed by Cuba, the MPLA held on.",
	} {
		t.Run(text, func(t *testing.T) { checkPassage(t, text, []string{"Cuba backs MPLA affirmed"}, nil) })
	}
}
