package extract_test

import "testing"

// A surname alone in an article on a land that the well-known bearer has nothing to do with.
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
	})
}
