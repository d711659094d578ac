package extract_test

import "testing"

// What somebody is to another tells not who he is, and he does not act for him.
func TestRelated(t *testing.T) {
	tests := []struct {
		text      string
		want, not []string
	}{
		{text: "Citizens of Chad armed the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Weapons of an ally of Chad reached the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Weapons from Chad reached the M23.", want: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "The support of a relative of Khalifa Haftar for the M23 is no secret.", not: []string{"Khalifa_Haftar backs March_23_Movement affirmed"}},
		{text: "Peru bombed an ally of Khalifa Haftar.", not: []string{"Khalifa_Haftar fights Peru affirmed"}},
		{text: "Peru condemned Chad's ally.", not: []string{"Chad opposes Peru affirmed"}},
		{text: "Peru condemned Chad's president.", want: []string{"Chad opposes Peru affirmed"}},
		{text: "Allies of Chad, who armed the M23, fled.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "With the help of Chad, the M23 took Goma.", want: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "With the help of an ally of Chad, the M23 took Goma.", not: []string{"Chad allied_with March_23_Movement affirmed"}},
		{text: "An ally of Chad, Peru armed the M23.", want: []string{"Chad allied_with Peru affirmed"}},
		{text: "A senator of Chad armed the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "A Chadian politician condemned the M23.", not: []string{"Chad opposes March_23_Movement affirmed"}},
		{text: "Chadian lawmakers condemned the M23.", want: []string{"Chad opposes March_23_Movement affirmed"}},
		{text: "A minister of Chad armed the M23.", want: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "A company of Chad armed the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "A member of NATO armed the M23.", not: []string{"NATO backs March_23_Movement affirmed"}},
		{text: "Peru's allies include Chad.", want: []string{"Chad allied_with Peru affirmed"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}
