package extract_test

import "testing"

// What happens before or after something else is done by whoever stands behind "before" and "after", whatever is put between him and
// what he does.
func TestConjoinedClauses(t *testing.T) {
	const took, chads, perus = "March_23_Movement captured Goma affirmed", "Chad captured Goma affirmed", "Peru captured Goma affirmed"
	checkPassages(t, []passage{
		{text: "Chad lost Bukavu after the M23, a rebel group, captured Goma.", want: []string{took}, not: []string{chads}},
		{text: "Chad lost Bukavu two days before the M23, the coalition led by Peru, captured Goma.", want: []string{took}, not: []string{chads, perus}},
		{text: "Peru fled until the M23, unlike Peru, captured Goma.", want: []string{took}, not: []string{perus}},
		{text: "Chad sent troops to Bukavu just as the M23, for its part, captured Goma.", want: []string{took}, not: []string{chads}},
		{text: "Chad left after the M23, whose leader lives in Peru, captured Goma.", want: []string{took}, not: []string{chads, perus}},
		{text: "Chad left after the M23 (a rebel group) in turn captured Goma.", want: []string{took}, not: []string{chads}},
		{text: "Officials fled two days before the M23 and its allies captured Goma.", want: []string{took}},
		{text: "Since the M23, once an ally of Peru, captured Goma, Chad has armed the RSF.", want: []string{took, "Chad backs Rapid_Support_Forces affirmed"}, not: []string{chads, perus}},
		{text: "Chad, after the M23, a rebel group, captured Goma, armed the RSF.", want: []string{took, "Chad backs Rapid_Support_Forces affirmed"}, not: []string{chads}},
		{text: "Peru condemned Chad after the M23, already weakened, clashed with the RSF.", want: []string{"March_23_Movement fights Rapid_Support_Forces affirmed"}, not: []string{"Peru fights Rapid_Support_Forces affirmed"}},
		{text: "Officials fled as the M23, unlike Peru, condemned the RSF.", want: []string{"March_23_Movement opposes Rapid_Support_Forces affirmed"}, not: []string{"Peru opposes Rapid_Support_Forces affirmed"}},
		{text: "Shops closed as the M23, Peru says, armed the RSF.", want: []string{"March_23_Movement backs Rapid_Support_Forces affirmed by Peru"}, not: []string{"Peru backs Rapid_Support_Forces affirmed"}},
		{text: "Even though the M23 and its allies armed the RSF, Peru left.", want: []string{"March_23_Movement backs Rapid_Support_Forces affirmed"}},
		{text: "Chad condemned Peru, which closed the border and broke off talks, and sent troops to Goma.", want: []string{"Chad deployed_to Goma affirmed"}, not: []string{"Peru deployed_to Goma affirmed"}},
		{text: "After the M23, Chad, backed by Peru, captured Goma.", want: []string{chads}, not: []string{took}},
		{text: "Chad joined the war after Peru, a neighbour, but captured Goma.", want: []string{chads}, not: []string{perus}},
		{text: "Chad armed the rebels as the M23's ally, Peru, once did, and captured Goma.", not: []string{took, perus}},
	})
}

// Who does what, over clauses and remarks that tell of others.
func TestDeedsOverRemarks(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Chad, whose rivals, the Taliban, sent weapons to Hezbollah, left the talks.", want: []string{"Taliban backs Hezbollah affirmed"}, not: []string{"Chad backs Hezbollah affirmed"}},
		{text: "Uganda, whose own rebels, the Lord's Resistance Army, were armed by Sudan, left the talks.", not: []string{"Sudan backs Uganda affirmed"}},
		{text: "Clashes between the M23 and the RSF, which captured Goma, went on.", want: []string{"Rapid_Support_Forces captured Goma affirmed"}, not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "The talks between Peru and Ghana, which armed Hezbollah, failed.", want: []string{"Ghana backs Hezbollah affirmed"}, not: []string{"Peru backs Hezbollah affirmed"}},
		{
			text: "The M23, which lost the war, and the RSF, which armed Hezbollah, signed a truce.",
			want: []string{"Rapid_Support_Forces backs Hezbollah affirmed"}, not: []string{"March_23_Movement backs Hezbollah affirmed"},
		},
		{text: "Hamas – and this surprised Chad – captured Goma.", want: []string{"Hamas captured Goma affirmed"}, not: []string{"Chad captured Goma affirmed"}},
		{text: "Hamas (backed by Chad) armed Hezbollah.", want: []string{"Chad backs Hamas affirmed", "Hamas backs Hezbollah affirmed"}},
		{text: "Hamas (which Chad supports) captured Goma.", want: []string{"Chad backs Hamas affirmed", "Hamas captured Goma affirmed"}},
		{text: "The M23, against which Chad fights, captured Goma.", want: []string{"Chad fights March_23_Movement affirmed", "March_23_Movement captured Goma affirmed"}},
		{text: "Hamas, the report found, controls Goma.", want: []string{"Hamas controls Goma affirmed"}},
		{text: "Having lost the support of Peru, the M23 captured Goma, leaving Rwanda without a friend.", not: []string{"March_23_Movement withdrew_from Peru_(territory) affirmed", "March_23_Movement withdrew_from Rwanda_(territory) affirmed"}},
	})
}

// What describes a place between commas parts neither who took it from the deed nor the phrase that turns the verb from it.
func TestDeedsOverPlaces(t *testing.T) {
	const took, left = "March_23_Movement captured Goma affirmed", "March_23_Movement withdrew_from Goma affirmed"
	checkPassages(t, []passage{
		{text: "The capture of Goma, a port on the lake, by the M23 shocked many.", want: []string{took}},
		{text: "The capture of Goma, North Kivu, by the M23 shocked many.", want: []string{took}},
		{text: "The capture of Goma in North Kivu by the M23 shocked many.", want: []string{took}},
		{text: "The M23 left Goma, a port on the lake, in ruins.", not: []string{left}},
		{text: "The M23 left Goma, which Chad had bombed, in ruins.", not: []string{left}},
		{text: "The M23 left Goma, a port on the lake, in May.", want: []string{left}},
		{text: "The M23 could not have captured Goma, a port on the lake, without weapons.", not: []string{"March_23_Movement captured Goma denied"}},
		{text: "The M23 could not have captured Goma, which lies on a lake, without weapons.", not: []string{"March_23_Movement captured Goma denied"}},
	})
}

// Members of an armed body are that body, unless the words set them apart from it.
func TestMembersAct(t *testing.T) {
	checkPassages(t, []passage{
		{text: "Iran trained members of Hezbollah.", want: []string{"Iran backs Hezbollah affirmed"}},
		{text: "Members of the M23 captured Goma.", want: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Uganda denied arming members of the M23.", want: []string{"Uganda backs March_23_Movement denied by Uganda"}},
		{text: "Rwandan troops fought alongside members of the M23.", want: []string{"Rwanda backs March_23_Movement affirmed"}},
		{text: "Men believed to be members of the M23 attacked Goma.", want: []string{"March_23_Movement attacked Goma alleged"}, not: []string{"March_23_Movement attacked Goma affirmed"}},
		{text: "Former members of the M23 joined the RSF.", not: []string{"March_23_Movement member_of Rapid_Support_Forces affirmed"}},
		{text: "Dissident members of the M23 fight the Chadian army.", not: []string{"Chad fights March_23_Movement affirmed"}},
	})
}

// What is false is the report, not what it names last.
func TestReportsOver(t *testing.T) {
	const denied = "Uganda backs March_23_Movement denied"
	for _, text := range []string{
		"Reports that Uganda supports the M23, a rebel group, are false.",
		"The report that Uganda supports the M23, a rebel group, turned out to be wrong.",
		"Claims that Uganda supports the M23 and the FDLR are untrue.",
		"Claims that Uganda supports the M23, which took Goma, are untrue.",
	} {
		t.Run(text, func(t *testing.T) { checkPassage(t, text, []string{denied}, nil) })
	}
	checkPassage(t, "Accusations that Uganda supports the M23 surfaced in May, and Chad armed Hezbollah.", []string{"Chad backs Hezbollah affirmed"}, nil)
}

// Nothing that shows a tie is no tie, nor is what was to be.
func TestNothingShows(t *testing.T) {
	const denied, alleged = "Rwanda backs March_23_Movement denied", "Rwanda backs March_23_Movement alleged"
	for text, want := range map[string]string{
		"Investigators found nothing to show that Rwanda armed the M23.":          denied,
		"Investigators found no evidence to show that Rwanda armed the M23.":      denied,
		"Investigators did not find anything to prove that Rwanda armed the M23.": denied,
		"The UN has seen no evidence proving that Rwanda armed the M23.":          denied,
		"No proof was offered to show that Rwanda armed the M23.":                 denied,
		"The UN has little proof to show that Rwanda armed the M23.":              alleged,
		"The M23 was to be armed by Rwanda.":                                      alleged,
		"Rwanda was to arm the M23.":                                              alleged,
		"It is claimed by some that the Rwandan army armed the M23.":              alleged,
		"The UN released documents to show that Rwanda armed the M23.":            "Rwanda backs March_23_Movement affirmed by United_Nations",
	} {
		t.Run(text, func(t *testing.T) {
			var not []string
			if want == denied || want == alleged {
				not = []string{"Rwanda backs March_23_Movement affirmed"}
			}
			checkPassage(t, text, []string{want}, not)
		})
	}
	checkPassage(t, "Experts doubt that Rwanda arms the M23.", nil, []string{"Rwanda backs March_23_Movement affirmed"})
	checkPassage(t, "The Rwandan army ruled out funding fighters of the M23.", nil, []string{"Rwanda backs March_23_Movement affirmed"})
}

// Who is told, paid or expected to do it does it, whatever describes him.
func TestBidden(t *testing.T) {
	const affirmed, alleged = "Rwanda backs March_23_Movement affirmed", "Rwanda backs March_23_Movement alleged"
	for text, want := range map[string]string{
		"Uganda told Rwanda to arm the M23.":                      alleged,
		"Uganda ordered the Rwandan army to arm the M23.":         alleged,
		"Uganda told Rwanda, its neighbour, to arm the M23.":      alleged,
		"Uganda wanted Rwanda, a poor country, to arm the M23.":   alleged,
		"Uganda called on Rwanda, its neighbour, to arm the M23.": alleged,
		"Uganda paid the Rwandan army to arm the M23.":            affirmed,
		"Uganda permitted Rwanda to arm the M23.":                 affirmed,
		"Uganda got Rwanda and Burundi to arm the M23.":           affirmed,
	} {
		t.Run(text, func(t *testing.T) {
			checkPassage(t, text, []string{want}, []string{"Uganda backs March_23_Movement affirmed", "Uganda backs March_23_Movement alleged"})
		})
	}
	checkPassage(t, "Uganda promised Rwanda to arm the M23.", []string{"Uganda backs March_23_Movement alleged"}, []string{"Rwanda backs March_23_Movement alleged"})
}
