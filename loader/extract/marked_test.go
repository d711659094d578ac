package extract_test

import "testing"

// Marks that quote nobody, and numbers of footnotes, do not cut a clause in two.
func TestMarked(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "words that the writer keeps his distance from",
			text: "Russia launched a \"special military operation\" against Ukraine in 2022, attacking Kyiv.",
			want: []string{"Russia attacked Kyiv affirmed", "Russia fights Ukraine affirmed"}, not: []string{"Ukraine attacked Kyiv affirmed"},
		},
		{
			name: "a name of the dictionary",
			text: "Chad fought the \"Islamic State\" (IS) in Mali.",
			want: []string{"Chad fights Islamic_State affirmed"},
		},
		{
			name: "a nickname",
			text: "Guinea-Bissau was led by João Bernardo \"Nino\" Vieira.",
			want: []string{"João_Bernardo_Vieira leads Guinea-Bissau affirmed"},
		},
		{
			name: "a nickname of two words and a name with an article", day: "2015-05-01",
			text: "Subhi \"Abu Arab\" al-Zyxo, a commander of Hamas, was killed.",
			want: []string{"~Subhi_al-Zyxo member_of Hamas affirmed"}, not: []string{"~al-Zyxo member_of Hamas affirmed"},
		},
		{
			name: "speech stays speech",
			text: "Niger claimed: \"Chad has armed the M23.\" He denied that it was \"at war\" and said \"no tanks\" had crossed.",
			want: []string{"Chad backs March_23_Movement alleged"},
			not:  []string{"Chad backs March_23_Movement affirmed"},
		},
		{
			name: "footnotes",
			text: "Libya[1] armed FROLINAT.[2] Chad attacked Libya[citation needed] in 1980.[note 3]",
			want: []string{"Libya backs FROLINAT affirmed", "Chad fights Libya affirmed"},
		},
		{
			name: "a body called after two places",
			text: "The Lugansk-Donetsk Brigade attacked Kyiv.",
			want: []string{"~Lugansk-Donetsk_Brigade_(Ukraine) attacked Kyiv affirmed"},
		},
	})
}
