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
		{text: "Peru fought rebels of Chad.", not: []string{"Chad fights Peru affirmed"}},
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
		{text: "The M23 received weapons from a friend of the president of Chad.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "The M23 received weapons from an ally of President Idriss Deby of Chad.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Former officers of the Chadian army armed the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Former members of the M23 captured Goma.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Former M23 members captured Goma.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Former M23 rebels captured Goma.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Remnants of the M23 captured Goma.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Goma was captured by remnants of the M23.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Dissidents of the M23 captured Goma.", not: []string{"March_23_Movement captured Goma affirmed"}},
		{text: "Peru fought remnants of the M23.", want: []string{"March_23_Movement fights Peru affirmed"}},
		{text: "Remnants of the M23 were attacked by Peru.", want: []string{"March_23_Movement fights Peru affirmed"}},
		{text: "Peru failed to protect Chadian troops in Goma.", want: []string{"Chad deployed_to Goma affirmed"}, not: []string{"Chad deployed_to Goma denied", "Peru deployed_to Goma denied"}},
		{text: "Peru did not protect its troops in Goma.", want: []string{"Peru deployed_to Goma affirmed"}, not: []string{"Peru deployed_to Goma denied"}},
		{text: "In the opinion of Juan Roe, the leader of the M23, Peru is weak.", want: []string{"~Juan_Roe leads March_23_Movement affirmed"}},
		{text: "Mutinous Chadian soldiers armed the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "Peru condemned Chad's opposition leader.", not: []string{"Chad opposes Peru affirmed"}},
		{text: "Peru armed some of Chad's allies.", not: []string{"Peru backs Chad affirmed"}},
		{text: "Peru clashed with a man from Chad.", not: []string{"Chad fights Peru affirmed"}},
		{text: "Peru clashed with troops from Chad.", want: []string{"Chad fights Peru affirmed"}},
		{text: "Peru killed ten Chadian gunmen.", not: []string{"Chad fights Peru affirmed"}},
		{text: "Peru sent weapons to a militia hostile to Chad.", not: []string{"Peru backs Chad affirmed"}},
		{text: "Peru sanctioned a Chadian company for arming the M23.", want: []string{"March_23_Movement opposes Peru affirmed"}, not: []string{"Chad opposes Peru affirmed"}},
		{text: "Peru bombed Iran's proxies.", not: []string{"Iran fights Peru affirmed"}},
		{text: "Osama bin Laden's son Hamza threatened Peru.", not: []string{"Osama_bin_Laden opposes Peru affirmed"}},
		{text: "Kutum is under the control of an ally of Khalifa Haftar.", not: []string{"Khalifa_Haftar controls Kutum affirmed"}},
		{text: "Renegade Chadian general John Roe attacked Goma.", want: []string{"~John_Roe attacked Goma affirmed"}, not: []string{"Chad attacked Goma affirmed"}},
		{text: "Chadian general John Roe attacked Goma.", want: []string{"Chad attacked Goma affirmed"}},
		{text: "A vassal state of Chad attacked Goma.", not: []string{"Chad attacked Goma affirmed"}},
		{text: "A breakaway republic of Moldova attacked Bender.", not: []string{"Moldova attacked Bender affirmed"}},
		{text: "Rogue elements of the Chadian army armed the M23.", not: []string{"Chad backs March_23_Movement affirmed"}},
		{text: "The Chadian government in exile condemned Peru.", not: []string{"Chad opposes Peru affirmed"}},
		{text: "Chadian soldiers joined the M23.", not: []string{"Chad member_of March_23_Movement affirmed"}},
		{text: "Chad joined the African Union.", want: []string{"Chad member_of African_Union affirmed"}},
		{text: "Peru's allies include Chad.", want: []string{"Chad allied_with Peru affirmed"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}

// Who gives others that with which they fight, lets them fight or turns down talks does not fight himself.
func TestNotTheFighter(t *testing.T) {
	tests := []struct {
		text      string
		want, not []string
	}{
		{text: "Peru approved a package to help fight al-Shabaab.", not: []string{"Al-Shabaab fights Peru alleged", "Al-Shabaab fights Peru affirmed"}},
		{text: "Peru gave Kenya weapons to fight al-Shabaab.", want: []string{"Al-Shabaab fights Kenya affirmed"}, not: []string{"Al-Shabaab fights Peru affirmed"}},
		{text: "Peru sent troops to help fight al-Shabaab.", want: []string{"Al-Shabaab fights Peru affirmed"}},
		{text: "Peru lent Kenya troops to hunt al-Shabaab.", want: []string{"Al-Shabaab fights Peru affirmed"}, not: []string{"Al-Shabaab fights Kenya affirmed"}},
		{text: "Peru sent jets to bomb al-Shabaab.", want: []string{"Al-Shabaab fights Peru affirmed"}},
		{text: "Peru lent Kenya jets to bomb al-Shabaab.", want: []string{"Al-Shabaab fights Kenya affirmed"}},
		{text: "Peru donated money to help stabilise Egypt.", want: []string{"Peru backs Egypt affirmed"}},
		{text: "Niger let French forces into the country to fight Boko Haram.", want: []string{"Boko_Haram fights France affirmed"}, not: []string{"Boko_Haram fights Niger affirmed"}},
		{text: "Egypt rebuffed Ethiopia's attempts to stay.", not: []string{"Egypt fights Ethiopia affirmed"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}

// Whoever is to give up an office has it, whatever comes of it.
func TestGivenUpOffice(t *testing.T) {
	for _, text := range []string{"The opposition called on Omar al-Bashir to step down.", "Omar al-Bashir refused to step down.", "Peru asked Omar al-Bashir to resign as president of Sudan."} {
		t.Run(text, func(t *testing.T) { checkPassage(t, text, []string{"Omar_al-Bashir leads Sudan affirmed"}, nil) })
	}
}
