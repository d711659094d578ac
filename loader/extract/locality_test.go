package extract_test

import "testing"

// Places that nobody has heard of: in the habits of many languages, in the passive, and in articles that call them places in another
// sentence.
func TestLocality(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "who is held, controlled or shelled is a place",
			text: "Marvot is controlled by the M23. Kelduz, held by the M23 since May, was quiet. Hordek was shelled by Uganda. Civilians fled M23-held Belkur.",
			want: []string{
				"March_23_Movement controls ~Marvot_(Democratic_Republic_of_the_Congo) affirmed", "March_23_Movement controls ~Kelduz_(Democratic_Republic_of_the_Congo) affirmed",
				"Uganda attacked ~Hordek_(Democratic_Republic_of_the_Congo) affirmed", "March_23_Movement controls ~Belkur_(Democratic_Republic_of_the_Congo) affirmed",
			},
			not: []string{"Uganda fights ~Hordek_(Democratic_Republic_of_the_Congo) affirmed"},
		},
		{
			name: "a state may hold a person and control a company",
			text: "Marvot is held by Uganda. Kelduz, controlled by Uganda, was quiet. Journalist Tom Hordek, held by the M23 since May, was ill.",
			not: []string{
				"Uganda controls ~Marvot_(Uganda) affirmed", "Uganda controls ~Kelduz_(Uganda) affirmed", "March_23_Movement controls ~Journalist_Tom_Hordek_(Uganda) affirmed",
			},
		},
		{
			name: "but a town of which the article tells that it is one",
			text: "Ten people died in Marvot. Marvot is controlled by Uganda.",
			want: []string{"Uganda controls ~Marvot affirmed"},
		},
		{
			name: "what is reinforced is not backed for that",
			text: "Uganda reinforced Marvot. Uganda armed Kelduz.",
			want: []string{"Uganda backs ~Kelduz affirmed"},
			not:  []string{"Uganda backs ~Marvot affirmed"},
		},
		{
			name: "one of some villages",
			text: "Uganda seized three villages, including Marvot. Uganda took several towns, among them Kelduz and Hordek. Uganda fought groups such as Belkur.",
			want: []string{"Uganda captured ~Marvot_(Uganda) affirmed", "Uganda captured ~Kelduz_(Uganda) affirmed", "Uganda captured ~Hordek_(Uganda) affirmed"},
		},
		{
			name: "what is run by an office is no place",
			text: "Study Permits are administered by Turkey. Marvot is run by Turkey.",
			not:  []string{"Turkey controls ~Study_Permits affirmed"},
		},
		{
			name: "words for hills and wells are no first names",
			text: "Uganda captured Sidi Marvot. Uganda sent troops to Bandar-e Kelduz. Uganda besieged El Hordek.",
			want: []string{"Uganda captured ~Sidi_Marvot_(Uganda) affirmed", "Uganda deployed_to ~Bandar-e_Kelduz_(Uganda) affirmed", "Uganda attacked ~El_Hordek_(Uganda) affirmed"},
		},
		{
			name: "the Arabic article is no first name where a town stands",
			text: "Uganda overran Al-Marvot. Uganda pulled out of Ash-Kelduz.",
			want: []string{"Uganda captured ~Al-Marvot affirmed", "Uganda withdrew_from ~Ash-Kelduz affirmed"},
			not:  []string{"Uganda fights ~Al-Marvot affirmed"},
		},
		{
			name: "but a surname is somebody's",
			text: "Hassan Al-Marvot leads the Eagles Front. Uganda captured Al-Marvot.",
			not:  []string{"Uganda captured ~Al-Marvot affirmed"},
		},
		{
			name: "fields of oil and gas",
			text: "Uganda captured the Marvot oil field. Uganda shelled the Kelduz gas field.",
			want: []string{"Uganda captured ~Marvot affirmed", "Uganda attacked ~Kelduz affirmed"},
		},
		{
			name: "one sentence calls a place what another only names",
			text: "The battle for Marvot ended when Uganda captured it. Ten people died in Abu Kelduz. Uganda captured Abu Kelduz.",
			want: []string{"Uganda captured ~Marvot affirmed", "Uganda captured ~Abu_Kelduz affirmed"},
		},
		{
			name: "the town is the one of which the residents tell",
			text: "Residents of Marvot said Uganda attacked the town.",
			want: []string{"Uganda attacked ~Marvot affirmed"},
		},
		{
			name: "who speaks is no place, nor is what one invests or believes in",
			text: "Confidence in John Marvot fell. Uganda captured John Marvot. They invested in Abu Kelduz. Uganda captured Abu Kelduz. Abu Hordek said so in Goma. Uganda captured Abu Hordek.",
			not: []string{
				"Uganda captured ~John_Marvot_(Democratic_Republic_of_the_Congo) affirmed", "Uganda captured ~Abu_Kelduz_(Democratic_Republic_of_the_Congo) affirmed",
				"Uganda captured ~Abu_Hordek_(Democratic_Republic_of_the_Congo) affirmed",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}
