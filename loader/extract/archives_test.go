package extract_test

import "testing"

// What diplomatic histories, profiles of countries and the claims of governments tell.
func TestArchives(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "a withdrawal demanded with whose",
			text: "Chadian soldiers, whose withdrawal Sudan has demanded, are in Geneina. Sudan mourned French soldiers whose death it had foretold.",
			not:  []string{"Chad withdrew_from Geneina affirmed", "Chad withdrew_from Sudan_(territory) affirmed"},
		},
		{
			name: "weapons by their make",
			text: "France supplied Chad with Mirages. Norway sold Peru Exocets. Britain leased Kenya three Canberras.",
			want: []string{"France backs Chad affirmed", "Norway backs Peru affirmed", "United_Kingdom backs Kenya affirmed"},
		},
		{
			name: "makes that name nobody's weapons",
			text: "France sent hunters to Chad. Norway sold Peru buffaloes.",
			not:  []string{"France backs Chad affirmed", "Norway backs Peru affirmed"},
		},
		{
			name: "who is armed and recognised by neither",
			text: "Britain neither armed nor recognised Biafra.",
			want: []string{"United_Kingdom backs Biafra denied"},
			not:  []string{"United_Kingdom backs Biafra affirmed"},
		},
		{
			name: "a threat behind an adverb",
			text: "Erdogan had earlier threatened to crush the SDF.",
			want: []string{"Syrian_Democratic_Forces fights Turkey alleged"},
			not:  []string{"Syrian_Democratic_Forces fights Turkey affirmed"},
		},
	})
}
