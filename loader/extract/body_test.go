package extract_test

import "testing"

// Bodies that the dictionary lacks, by the form of their names and by what is said of them.
func TestBodies(t *testing.T) {
	const kenya = " The president of Kenya spoke in Nairobi."
	readEach(t, []resolved{
		{
			name: "task forces",
			text: "Portugal trained Task Force Falcon. Combined Joint Task Force Lakes captured Garissa." + kenya,
			want: []string{"Portugal backs ~Task_Force_Falcon_(Kenya) affirmed", "~Combined_Joint_Task_Force_Lakes_(Kenya) captured Garissa affirmed"},
		},
		{
			name: "forces with a purpose",
			text: "Portugal condemned the Lakes Rapid Intervention Force." + kenya,
			want: []string{"Portugal opposes ~Lakes_Rapid_Intervention_Force_(Kenya) affirmed"},
		},
		{
			name: "two things that a body is for",
			text: "The Unity and Reform Gathering is allied with Portugal." + kenya,
			want: []string{"Portugal allied_with ~Unity_and_Reform_Gathering_(Kenya) affirmed"},
		},
		{
			name: "an operations room under what its men call themselves",
			text: "The Anger of the Valley Operations Room captured Garissa." + kenya,
			want: []string{"~Anger_of_the_Valley_Operations_Room_(Kenya) captured Garissa affirmed"},
		},
		{
			name: "names in Spanish, and in the tongues of South Asia",
			text: "Ejército del Valle captured Garissa. Portugal condemned Tehreek-e-Nur." + kenya,
			want: []string{"~Ejército_del_Valle_(Kenya) captured Garissa affirmed", "Portugal opposes ~Tehreek-e-Nur_(Kenya) affirmed"},
		},
		{
			name: "one that begins as another's name does",
			text: "The Patriotic Union of the Highlands captured Garissa. The National Coalition for Change is backed by Portugal. Harakat Tahrir al-Jabal shelled Lodwar." + kenya,
			want: []string{
				"~Patriotic_Union_of_the_Highlands_(Kenya) captured Garissa affirmed", "Portugal backs ~National_Coalition_for_Change_(Kenya) affirmed",
				"~Harakat_Tahrir_al-Jabal_(Kenya) attacked Lodwar affirmed",
			},
			not: []string{"Patriotic_Union_(Colombia) captured Garissa affirmed"},
		},
		{
			name: "one that bears the name of another country's",
			text: "The Republican Guard captured Garissa. The National Salvation Front shelled Lodwar." + kenya,
			want: []string{"~Republican_Guard_(Kenya) captured Garissa affirmed", "~National_Salvation_Front_(Kenya) attacked Lodwar affirmed"},
		},
		{
			name: "many, by what they do and by who leads them",
			text: "The Kamazors captured Garissa. Portugal condemned the Kamazors. Tom Banda leads the Marvots. The Marvots withdrew from Lodwar." + kenya,
			want: []string{"Portugal opposes ~Kamazors_(Kenya) affirmed", "~Marvots_(Kenya) withdrew_from Lodwar affirmed"},
		},
		{
			name: "bands by a colour, and cats that are no tanks",
			text: "The Kenyan army clashed with the Black Cobras. The Tigers of the Highlands captured Garissa." + kenya,
			want: []string{"Kenya fights ~Black_Cobras_(Kenya) affirmed", "~Tigers_of_the_Highlands_(Kenya) captured Garissa affirmed"},
		},
		{
			name: "a command of an army", day: "2020-11-20",
			text: "Forces of the Tigray People's Liberation Front attacked the Northern Command of the Ethiopian army.",
			want: []string{"Tigray_People's_Liberation_Front fights ~Northern_Command_(Ethiopia) affirmed", "~Northern_Command_(Ethiopia) member_of Ethiopia affirmed"},
		},
		{
			name: "numbers without an ending",
			text: "No. 5 Squadron operated from Garissa. 101 Squadron flew to Lodwar. The 5th Tactical Fighter Wing bombed Marsabit." + kenya,
			want: []string{"~No._5_Squadron_(Kenya) deployed_to Garissa affirmed", "~101_Squadron_(Kenya) deployed_to Lodwar affirmed", "~5th_Tactical_Fighter_Wing_(Kenya) attacked ~Marsabit_(Kenya) affirmed"},
		},
		{
			name: "branches of a state are not bodies of their own by their words alone",
			text: "The Air Force bombed Garissa. The Senate and the Navy met." + kenya,
			want: []string{"Kenya attacked Garissa affirmed"},
		},
	})
}
