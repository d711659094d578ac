package extract_test

import "testing"

// Lists in brackets, behind a colon or a dash name those whom a plural before tells of, be it far off.
func TestListedBehind(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "in a bracket at the subject",
			text: "Several countries (Gabon, South Africa and Morocco) armed UNITA.",
			want: []string{"Gabon backs UNITA affirmed", "South_Africa backs UNITA affirmed", "Morocco backs UNITA affirmed"},
		},
		{
			name: "in a bracket at the end, without \"and\", for two clients",
			text: "Some states announced their support for both UNITA and the FNLA (Gabon, Morocco).",
			want: []string{"Gabon backs UNITA affirmed", "Morocco backs National_Liberation_Front_of_Angola affirmed"},
			not:  []string{"Gabon backs Morocco affirmed"},
		},
		{
			name: "behind a colon",
			text: "Four states cut ties with Qatar: Saudi Arabia, Egypt, Bahrain and Kuwait.",
			want: []string{"Qatar opposes Saudi_Arabia affirmed", "Kuwait opposes Qatar affirmed"},
		},
		{
			name: "behind a dash, which joins no list",
			text: "Several countries armed UNITA - Gabon, South Africa and Morocco. Portugal backs UNITA.",
			want: []string{"Gabon backs UNITA affirmed", "Portugal backs UNITA affirmed"},
			not:  []string{"Portugal backs Gabon affirmed"},
		},
		{
			name: "towns in a province",
			text: "The Free Syrian Army captured two towns in Aleppo province: Azaz and Marea. Russia struck several cities (Kyiv, Kharkiv and Odesa).",
			want: []string{"Free_Syrian_Army captured Azaz affirmed", "Free_Syrian_Army captured Mare' affirmed", "Russia attacked Odesa affirmed"},
		},
		{
			name: "what is not of those told of before",
			text: "No country backs the M23: Rwanda, Uganda and Burundi deny it. Members of the Armed Front for Renewal (AFR B) fought Chad.",
			not:  []string{"Rwanda backs March_23_Movement affirmed", "Burundi backs March_23_Movement affirmed"},
		},
		{
			name: "a clause behind a colon, agencies, and states where others are told of",
			text: "Three groups attacked Goma: Kenya and Uganda blamed Rwanda. Several groups captured Sake (Reuters, AFP). Two companies (Gabon, Morocco) sold arms to the M23. Members of parliament (Kenya, Chad) condemned Togo.",
			not: []string{
				"Kenya attacked Goma affirmed", "Uganda attacked Goma affirmed", "~AFP captured Sake affirmed", "Gabon backs March_23_Movement affirmed",
				"Morocco backs March_23_Movement affirmed", "Chad member_of Kenya affirmed", "Kenya member_of Chad affirmed", "Kenya opposes Togo affirmed",
			},
		},
	})
}

// What a clause says that a body is, and what a comma adds to it, is said of the body and not of the land or the whole that the words name
// last.
func TestDefinedBodies(t *testing.T) {
	readEach(t, []resolved{
		{
			name: "an armed group in a country",
			text: "The M23 is an armed group in Uganda, backed by Rwanda.",
			want: []string{"Rwanda backs March_23_Movement affirmed"}, not: []string{"Rwanda backs Uganda affirmed"},
		},
		{
			name: "a faction of a body",
			text: "The Hamza Division is a faction of the Syrian National Army, trained by Qatar.",
			want: []string{"Qatar backs Hamza_Division affirmed"}, not: []string{"Qatar backs Syrian_National_Army affirmed"},
		},
		{
			name: "a unit that is placed under another",
			text: "The 5th Battalion is a special unit of the Kenyan Army, subordinated to the Eastern Command.",
			want: []string{"~5th_Battalion member_of ~Eastern_Command affirmed"}, not: []string{"Kenya member_of ~Eastern_Command affirmed"},
		},
		{
			name: "what is no body stands for nobody",
			text: "The town is a stronghold of the M23, backed by Rwanda.",
			want: []string{"Rwanda backs March_23_Movement affirmed"},
		},
		{
			name: "a war in a land is not one against its state",
			text: "Poland took part in the war in Iraq. Romania fought in the war against the Taliban in Afghanistan.",
			want: []string{"Romania fights Taliban affirmed"}, not: []string{"Iraq fights Poland affirmed", "Afghanistan fights Romania affirmed"},
		},
		{
			name: "one like a state is not it",
			text: "Norway, wary of another Angola, armed Chad.",
			want: []string{"Norway backs Chad affirmed"}, not: []string{"Angola opposes Norway affirmed"},
		},
		{
			name: "a list of things that are hit",
			text: "The Syrian army destroyed vehicles and a depot in Kafr Nabl. Israel bombed homes and a school in Khan Younis.",
			want: []string{"Syria attacked Kafr_Nabl affirmed", "Israel attacked Khan_Younis affirmed"},
		},
		{
			name: "who launched what is condemned",
			text: "France and Greece condemned the offensive that Azerbaijan launched against Armenia.",
			want: []string{"Azerbaijan opposes France affirmed", "Azerbaijan opposes Greece affirmed"},
		},
		{
			name: "capitals among towns are no governments",
			text: "The United States and Britain carried out air strikes on Hodeidah and Sanaa.",
			want: []string{"United_States attacked Hodeidah affirmed", "United_States attacked Sanaa affirmed"},
			not:  []string{"United_States fights Yemen affirmed", "United_Kingdom fights Yemen affirmed"},
		},
		{
			name: "who speaks in a clause behind a denial",
			text: "Russia dismissed the reproach, and its spokesman, Tom Banda, left.",
			want: []string{"~Tom_Banda member_of Russia affirmed"},
		},
		{
			name: "authorities in fact are not the state that shells them",
			text: "Azerbaijani forces shelled Stepanakert, the de facto authorities said.",
			want: []string{"Azerbaijan attacked Stepanakert affirmed"},
		},
	})
}
