package extract_test

import "testing"

// Armed people without a name are a side under what the article calls them by a people, a creed, a town or whose side they are on.
func TestIrregulars(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "rebels of a region, and the rebels further on", day: "2008-05-12",
			text: "Chad arms Darfur rebels. The rebels attacked Kutum.",
			want: []string{"Chad backs ~Darfur_rebels_(Sudan) affirmed", "~Darfur_rebels_(Sudan) attacked Kutum affirmed"},
		},
		{
			name: "a people that is a place as well",
			text: "Eritrea trained Afar rebels, who fought the Ethiopian army near Semera.",
			want: []string{"Eritrea backs ~Afar_rebels_(Ethiopia) affirmed", "Ethiopia fights ~Afar_rebels_(Ethiopia) affirmed"},
		},
		{
			name: "a people at the head of the sentence",
			text: "Oromo rebels captured Nekemte in Ethiopia.",
			want: []string{"~Oromo_rebels_(Ethiopia) captured Nekemte affirmed"},
		},
		{
			name: "militias of the article's country are not its own",
			text: "The vote in Libya was put off in Tripoli. Egypt sent rifles to Libyan militias.",
			want: []string{"Egypt backs ~Libyan_militias_(Libya) affirmed"}, not: []string{"Egypt backs Libya affirmed"},
		},
		{
			name: "nor are those who fight for it",
			text: "The vote in Libya was put off. Pro-government militias captured Sirte. Egypt sent rifles to government-backed militias.",
			want: []string{"~Pro-government_militias_(Libya) captured Sirte affirmed"},
			not:  []string{"Egypt backs Libya affirmed", "Libya captured Sirte affirmed"},
		},
		{
			name: "militants are no rebels that an article has named",
			text: "Islamic militants hid in Mopti. An insurgency began in Mali. Algeria backs the insurgents.",
			not:  []string{"Algeria backs ~Islamic_militants_(Mali) affirmed"},
		},
		{
			name: "anybody", day: "2008-05-12",
			text: "The vote in Sudan was put off. Local gunmen and former Darfur rebels captured Kutum. Chad arms no Darfur rebels.",
			not:  []string{"~Darfur_rebels_(Sudan) captured Kutum affirmed", "Chad backs ~Darfur_rebels_(Sudan) affirmed"},
		},
	})
}
