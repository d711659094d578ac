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
	})
}
