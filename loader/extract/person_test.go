package extract_test

import "testing"

// Persons whom nobody has heard of, by the form of their names.
func TestPersonsByForm(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "endings of surnames",
			text: "Turkey backs Keld Marvotyan. Uganda condemned Keldar Marvenko. Chad sanctioned Bijar Marvzadeh.",
			want: []string{"Turkey backs ~Keld_Marvotyan affirmed", "Uganda opposes ~Keldar_Marvenko affirmed", "Chad opposes ~Bijar_Marvzadeh affirmed"},
		},
		{
			name: "whose son he is, and where he comes from",
			text: "Turkey backs Keldan bin Marv. Uganda backs Marvan al-Keldi. Chad backs Keld von Marv.",
			want: []string{"Turkey backs ~Keldan_bin_Marv affirmed", "Uganda backs ~Marvan_al-Keldi affirmed", "Chad backs ~Keld_von_Marv affirmed"},
		},
		{
			name: "initials, small second halves, particles",
			text: "Turkey backs J.K. Marvo. Uganda backs Keld J. Marvi. Chad backs Marv Keld-sun. Mali backs Tomas d'Hordek.",
			want: []string{"Turkey backs ~J.K._Marvo affirmed", "Uganda backs ~Keld_J._Marvi affirmed", "Chad backs ~Marv_Keld-sun affirmed", "Mali backs ~Tomas_d'Hordek affirmed"},
		},
		{
			name: "first names with or without accents",
			text: "Turkey backs Łukasz Marvo. Uganda backs Lukasz Keld. Chad denounced the attack by Åsa and Zdeněk Hordek.",
			want: []string{"Turkey backs ~Łukasz_Marvo affirmed", "Uganda backs ~Lukasz_Keld affirmed"},
		},
		{
			name: "whose surname is a state's name too",
			text: "Michael Jordan led the Eagles Front. In May France sent troops to Chad.",
			want: []string{"~Michael_Jordan leads ~Eagles_Front affirmed", "France deployed_to Chad_(territory) affirmed"},
			not:  []string{"Jordan leads ~Eagles_Front affirmed"},
		},
		{
			name: "surnames in capitals",
			text: "Turkey backs Pedro KELDO. Uganda backs Tomas MARVAN. Keldo accused Chad.",
			want: []string{"Turkey backs ~Pedro_Keldo affirmed", "Uganda backs ~Tomas_Marvan affirmed", "Chad opposes ~Pedro_Keldo affirmed"},
		},
		{
			name: "behind titles cut short",
			text: "Uganda clashed with forces loyal to Gen. Marvo.",
			want: []string{"Uganda fights ~Marvo affirmed"},
		},
		{
			name: "towns, valleys and streets",
			text: "Russia captured Novy Keldov. Turkey shelled Wadi al-Keldi. Chad attacked Port Marvotyan. Uganda shelled Khalid Bin Keld Street.",
			want: []string{"Russia captured ~Novy_Keldov affirmed", "Turkey attacked ~Wadi_al-Keldi affirmed", "Chad attacked ~Port_Marvotyan affirmed"},
		},
		{
			name: "initials of bodies",
			text: "Turkey met Tomas UNKELD. Edward IV led England.",
			not:  []string{"Turkey opposes ~Tomas_Unkeld affirmed", "~Edward_Iv leads England affirmed"},
		},
	})
}

// Persons whom the words beside their names tell in one place of the article, and who are persons in the others.
func TestPersonsTold(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "an office before or behind, and the surname alone",
			text: "Uganda backs Keld Marvo. Keld Marvo, the deputy leader of Hezbollah, fled. Chad accused Marvo.",
			want: []string{"Uganda backs ~Keld_Marvo affirmed", "~Keld_Marvo member_of Hezbollah affirmed", "Chad opposes ~Keld_Marvo affirmed"},
		},
		{
			name: "the leader of a body, named behind it",
			text: "The leader of Hezbollah, Keld Marvo, spoke. Keld Marvo is allied with Uganda.",
			want: []string{"~Keld_Marvo leads Hezbollah affirmed", "Uganda allied_with ~Keld_Marvo affirmed"},
		},
		{
			name: "what befalls people, what they become",
			text: "Keld Marvo was sworn in as president of Chad. Hordek Belkur took over as leader of Hezbollah. Tarvek Ulmo defected from Hezbollah.",
			want: []string{"~Keld_Marvo leads Chad affirmed", "~Hordek_Belkur leads Hezbollah affirmed", "~Tarvek_Ulmo member_of Hezbollah affirmed"},
		},
		{
			name: "whose men they are",
			text: "Forces loyal to Keld Marvo captured Goma. Hordek Belkur's fighters took Sake. Hezbollah under Tarvek Ulmo captured Aden.",
			want: []string{"~Keld_Marvo captured Goma affirmed", "~Hordek_Belkur captured Sake affirmed", "~Tarvek_Ulmo leads Hezbollah affirmed"},
		},
		{
			name: "a first name alone, as some peoples have it",
			text: "Keldaye Marvo, a commander of Hezbollah, fled. Keldaye accused Uganda.",
			want: []string{"Uganda opposes ~Keldaye_Marvo affirmed"},
		},
		{
			name: "what is done to people, what they leave, how else they are called",
			text: "Chad arrested Keld Marvo. Uganda accused Hordek Belkur of attacking Goma. Tarvek Ulmo left Hezbollah in 2014. Beldan Orvo alias Hawk leads Hezbollah.",
			want: []string{"Chad opposes ~Keld_Marvo affirmed", "Uganda opposes ~Hordek_Belkur affirmed", "~Tarvek_Ulmo member_of Hezbollah affirmed", "~Beldan_Orvo leads Hezbollah affirmed"},
		},
		{
			name: "what they are chosen as, what is under them",
			text: "Hezbollah elected Keld Marvo as its chairman. Under Hordek Belkur, Hezbollah took Goma. Chadian Vice-President Tarvek Ulmo spoke.",
			want: []string{"~Keld_Marvo leads Hezbollah affirmed", "~Hordek_Belkur leads Hezbollah affirmed", "~Tarvek_Ulmo member_of Chad affirmed"},
		},
		{
			name: "a place",
			text: "In Kelda Marv, a spokesman for Hezbollah spoke. Uganda shelled Kelda Marv. Kelda Hord is a region. Kelda Hord's forces took Goma. Chad shelled Kelda Hord.",
			want: []string{"Uganda attacked ~Kelda_Marv affirmed", "Chad attacked ~Kelda_Hord affirmed"},
		},
		{
			name: "media",
			text: "Radio Marvot accused Uganda.",
			not:  []string{"Uganda opposes ~Radio_Marvot affirmed"},
		},
	})
}
