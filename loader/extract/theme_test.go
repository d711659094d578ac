package extract_test

import (
	"slices"
	"strings"
	"testing"
)

// An article of reference goes on about whom it begins with, whoever else its sentences name.
func TestTheme(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{
			name: "group",
			text: "The Hamza Division is a rebel group of the Syrian civil war. It was formed in 2013.\n\nAmong its foes were Islamic State and the Syrian Democratic Forces. In 2017 the group joined the Syrian National Army.",
			want: "Hamza_Division member_of Syrian_National_Army",
		},
		{
			name: "another group was the subject just before",
			text: "The Hamza Division is a rebel group of the Syrian civil war.\n\nAhrar al-Sham shelled Manbij. In 2017 the group joined the Levant Front.",
			want: "Ahrar_al-Sham member_of Levant_Front",
		},
		{
			name: "state in the title",
			text: "Foreign relations of Ethiopia\n\nEthiopia is poor. Relations with Eritrea soured after 1998.",
			want: "Eritrea opposes Ethiopia",
		},
		{
			name: "person",
			text: "Jonas Savimbi (1934-2002) was an Angolan politician.\n\nThe war in the east was long and bitter. In 1966 he founded UNITA.",
			want: "Jonas_Savimbi leads UNITA",
		},
		{
			name: "group that the title names, behind another of the clause before",
			text: "Ahrar al-Sham\n\nHarakat Ahrar al-Sham al-Islamiyya, commonly called Ahrar al-Sham, was one of many rebel groups.\n\nIts founder died in a blast for which Islamic State was blamed. In 2017 the group clashed with the Hamza Division.",
			want: "Ahrar_al-Sham fights Hamza_Division",
		},
		{
			name: "the rebels of an article on a group",
			text: "March 23 Movement\n\nThe March 23 Movement is a Congolese rebel group. The army drove the rebels out of Bunagana.",
			want: "March_23_Movement withdrew_from Bunagana",
		},
		{
			name: "person by his full name",
			text: "Khalifa Haftar\n\nField Marshal Khalifa Ahmed Omar Haftar (born 1943) is the commander of the Libyan National Army.",
			want: "Khalifa_Haftar leads Libyan_National_Army",
		},
		{
			name: "the militia that a party was",
			text: "Lebanese Forces\n\nThe Lebanese Forces (LF) is a political party and former militia. It was made up of the Kataeb Party and the Tigers Militia. Israel trained the militia.",
			want: "Israel backs Lebanese_Forces",
		},
		{
			name: "one of a family by his first name",
			text: "Pierre Gemayel led the Kataeb Party and Bashir Gemayel led the Lebanese Forces. Bashir was killed by Syria.",
			want: "Bachir_Gemayel fights Syria",
		},
		{
			name: "a president before his time",
			text: "Hissène Habré\n\nHissène Habré (1942-2021) was president of Chad.\n\nIn 1976 he was armed by France.",
			want: "France backs Hissène_Habré",
		},
		{
			name: "a president in his time",
			text: "Hissène Habré\n\nHissène Habré (1942-2021) was president of Chad.\n\nIn 1986 he was armed by France.",
			want: "France backs Chad",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := statements(t, test.text); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, test.want) }) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
