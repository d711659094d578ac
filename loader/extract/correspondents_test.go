package extract_test

import "testing"

// What reporters in the field write: old wires with their dashes, charges in the progressive, who is behind a raid and who only told a paper.
func TestCorrespondents(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "who is accusing a neighbour", day: "2006-03-01",
			text: "Libya is openly accusing neighbouring Chad of arming the M23. Chad is now backing neighbouring Sudan.",
			want: []string{"Chad backs March_23_Movement alleged", "Chad opposes Libya affirmed", "Chad backs Sudan affirmed"},
			not:  []string{"Libya backs March_23_Movement affirmed"},
		},
		{
			name: "an underscore is the dash of old wires", day: "1995-03-01",
			text: "GOMA, Zaire (AP) _ Rebel leader Jonas Savimbi shelled Bukavu. The Houthis _ armed by Iran _ fled.",
			want: []string{"Jonas_Savimbi attacked Bukavu affirmed", "Jonas_Savimbi leads UNITA affirmed", "Iran backs Houthis affirmed"},
			not:  []string{"Jonas_Savimbi leads ~Rebel affirmed", "Jonas_Savimbi leads ~Rebel_(Democratic_Republic_of_the_Congo) affirmed"},
		},
		{
			name: "nor is the first word behind another dash a name", day: "1995-03-01",
			text: "GOMA, Zaire -- Rebel leader Jonas Savimbi shelled Bukavu.",
			want: []string{"Jonas_Savimbi leads UNITA affirmed"},
		},
		{
			name: "an order to take a town has not taken it", day: "2020-03-01",
			text: "Haftar ordered his troops to seize Sirte. Putin ordered his army to bomb Kyiv. Kagame ordered his forces to take control of Goma.",
			want: []string{"Libyan_National_Army captured Sirte alleged", "Russia attacked Kyiv affirmed"},
			not:  []string{"Libyan_National_Army captured Sirte affirmed", "Rwanda captured Goma affirmed"},
		},
		{
			name: "a raid of rebels on a town is none on them", day: "2006-03-01",
			text: "Chad said that Sudan was behind the rebel raid on Adre, which was beaten back by the army.",
			want: []string{"Sudan attacked Adré alleged"},
			not:  []string{"Sudan attacked ~Chadian_rebels affirmed", "Sudan attacked ~Sudanese_rebels affirmed", "Chad fights Sudan affirmed"},
		},
		{
			name: "a paper that is told does nothing", day: "2014-03-01",
			text: "The M23 fled. A spokesman told Sudan Tribune that they had taken Sake.",
			not:  []string{"Sudan_Tribune captured Sake affirmed", "Sudan_Tribune captured ~Sake affirmed"},
		},
		{
			name: "spokesmen of rebels are not the army's", day: "2014-03-01",
			text: "The South Sudanese army left Malakal in South Sudan. Rebel military spokesman Tom Roe said so. Army spokesman Jack Doe denied it.",
			want: []string{"~Jack_Doe member_of South_Sudan affirmed"}, not: []string{"~Tom_Roe member_of South_Sudan affirmed"},
		},
		{
			name: "a region's capital is not the region", day: "2021-03-01",
			text: "Ethiopia captured Tigray's capital. Rwanda captured the capital of North Kivu. Sudan took Chad's capital.",
			want: []string{"Sudan captured N'Djamena affirmed"},
			not:  []string{"Ethiopia captured Tigray affirmed", "Rwanda captured North_Kivu affirmed"},
		},
		{
			name: "nor is a town in a country the country", day: "2015-03-01",
			text: "Chad drove Boko Haram from a town in Niger. Chad drove the M23 from towns in North Kivu.",
			want: []string{"March_23_Movement withdrew_from North_Kivu affirmed"},
			not:  []string{"Boko_Haram withdrew_from Niger_(territory) affirmed"},
		},
		{
			name: "what is set in marks behind under", day: "2021-03-01",
			text: `Goma came under "heavy bombardment" by Burundian forces.`,
			want: []string{"Burundi attacked Goma affirmed"},
		},
		{
			name: "who draws others into a battle or does not act on a request", day: "1988-03-01",
			text: "UNITA beat the MPLA, drawing Cuban soldiers into the fighting. Peru stopped its raids at the request of Chad. Niger failed to act on Chad's request.",
			not:  []string{"Cuba backs UNITA affirmed", "Peru backs Chad affirmed", "Niger backs Chad affirmed"},
		},
		{
			name: "those whom somebody recruits, trains and arms", day: "2006-03-01",
			text: "The M23 fighters are recruited, trained and armed by Kigali.",
			want: []string{"Rwanda backs March_23_Movement affirmed"}, not: []string{"March_23_Movement backs Rwanda affirmed"},
		},
		{
			name: "rebels against a ruler are those of his country", day: "2009-03-01",
			text: "Sudan has armed anti-Deby rebels since 2005. Iran said that Jordan trained anti-Kabila fighters.",
			want: []string{"Sudan backs ~Chadian_rebels affirmed", "Jordan backs ~Congolese_rebels affirmed"},
		},
		{
			name: "a day between the parts of a verb, and security forces", day: "2022-03-01",
			text: "Rwanda will today send troops to Goma. Kenya has today shelled Kismayo. Chad trains Mali's defence and security forces.",
			want: []string{"Rwanda deployed_to Goma alleged", "Kenya attacked Kismayo affirmed", "Chad backs Mali affirmed"},
		},
		{
			name: "growing numbers of raids are nobody's deed", day: "2022-03-01",
			text: "Al-Qaeda made Mali a launch pad for growing numbers of attacks across Niger.",
			not:  []string{"Mali attacked Niger_(territory) affirmed", "Mali attacked Niger_(territory) alleged"},
		},
		{
			name: "who completes an operation at home leaves nothing", day: "2021-03-01",
			text: "Ethiopia completed its operations in Tigray. Kenya completed its operation in Kismayo.",
			want: []string{"Kenya withdrew_from Kismayo affirmed"}, not: []string{"Ethiopia withdrew_from Tigray affirmed"},
		},
		{
			name: "fighters allied to a group are not the group", day: "2013-03-01",
			text: "Mali bombed the al-Qaeda-allied fighters occupying Kidal. Haftar-allied forces took Sirte.",
			want: []string{"Khalifa_Haftar captured Sirte affirmed"},
			not:  []string{"Al-Qaeda captured Kidal affirmed", "Al-Qaeda controls Kidal affirmed", "Al-Qaeda fights Mali affirmed"},
		},
		{
			name: "who tells the troops of another state to leave", day: "1998-08-01",
			text: "Kabila thanked Rwanda, ordering all Rwandan and Ugandan forces to leave the Congo. Chad ordered its troops to leave Goma.",
			want: []string{"Democratic_Republic_of_the_Congo opposes Rwanda affirmed", "Chad withdrew_from Goma affirmed"},
			not:  []string{"Rwanda withdrew_from Democratic_Republic_of_the_Congo_(territory) affirmed", "Uganda withdrew_from Democratic_Republic_of_the_Congo_(territory) affirmed"},
		},
		{
			name: "army bases are those of the land where they stand", day: "1988-03-01",
			text: "Renamo fights the government of Mozambique. Renamo said that it raided four army bases in northern Zimbabwe.",
			want: []string{"RENAMO fights Zimbabwe affirmed"},
			not:  []string{"Mozambique deployed_to Zimbabwe_(territory) affirmed"},
		},
		{
			name: "an offensive of two that takes a town", day: "2013-03-01",
			text: "On Friday, the French-Malian offensive recaptured Gao. Ethiopia successfully re-captured Badme.",
			want: []string{"Ethiopia captured Badme affirmed", "France captured Gao affirmed", "Mali captured Gao affirmed"},
		},
		{
			name: "a group that is called or known by a name", day: "2013-03-01",
			text: "The main rebel group, called the M23, is shelling Goma. Kenya armed a movement known as Boko Haram. A village called Sake burned.",
			want: []string{"March_23_Movement attacked Goma affirmed", "Kenya backs Boko_Haram affirmed"},
		},
		{
			name: "what goes on behind when, over what somebody is accused of", day: "2013-03-01",
			text: "Talks failed in May, when the M23 accused Congo of arming militias and attacked Goma.",
			want: []string{"March_23_Movement attacked Goma affirmed"},
		},
		{
			name: "whom somebody helps to hunt a man, and who looks away from a siege", day: "2025-03-01",
			text: "France sent 90 soldiers to help local armies track Kony. Peru refused to address the siege of Goma.",
			not:  []string{"France backs Joseph_Kony affirmed", "Peru attacked Goma affirmed"},
		},
	})
}
