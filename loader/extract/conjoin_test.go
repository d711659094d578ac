package extract_test

import "testing"

// What happens before or after something else is done by whoever stands behind "before" and "after", whatever is put between him and
// what he does.
func TestConjoinedClauses(t *testing.T) {
	const took, chads, perus = "March_23_Movement captured Goma affirmed", "Chad captured Goma affirmed", "Peru captured Goma affirmed"
	tests := []struct {
		text      string
		want, not []string
	}{
		{text: "Chad lost Bukavu after the M23, a rebel group, captured Goma.", want: []string{took}, not: []string{chads}},
		{text: "Chad lost Bukavu two days before the M23, the coalition led by Peru, captured Goma.", want: []string{took}, not: []string{chads, perus}},
		{text: "Peru fled until the M23, unlike Peru, captured Goma.", want: []string{took}, not: []string{perus}},
		{text: "Chad sent troops to Bukavu just as the M23, for its part, captured Goma.", want: []string{took}, not: []string{chads}},
		{text: "Chad left after the M23 (a rebel group) in turn captured Goma.", want: []string{took}, not: []string{chads}},
		{text: "Officials fled two days before the M23 and its allies captured Goma.", want: []string{took}},
		{text: "Since the M23, once an ally of Peru, captured Goma, Chad has armed the RSF.", want: []string{took, "Chad backs Rapid_Support_Forces affirmed"}, not: []string{chads, perus}},
		{text: "Chad, after the M23, a rebel group, captured Goma, armed the RSF.", want: []string{took, "Chad backs Rapid_Support_Forces affirmed"}, not: []string{chads}},
		{text: "Peru condemned Chad after the M23, already weakened, clashed with the RSF.", want: []string{"March_23_Movement fights Rapid_Support_Forces affirmed"}, not: []string{"Peru fights Rapid_Support_Forces affirmed"}},
		{text: "Even though the M23 and its allies armed the RSF, Peru left.", want: []string{"March_23_Movement backs Rapid_Support_Forces affirmed"}},
		{text: "After the M23, Chad, backed by Peru, captured Goma.", want: []string{chads}, not: []string{took}},
		{text: "Chad joined the war after Peru, a neighbour, but captured Goma.", want: []string{chads}, not: []string{perus}},
		{text: "Chad armed the rebels as the M23's ally, Peru, once did, and captured Goma.", not: []string{took, perus}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}
