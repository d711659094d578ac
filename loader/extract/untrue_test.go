package extract_test

import (
	"testing"

	"entente.example/graph"
)

// None of these sentences affirms the tie that its words could be taken for.
func TestNothingUntrueIsAffirmed(t *testing.T) {
	r := reader(t)
	for _, sentence := range []string{
		"It is false that Russia backs the LNA.",
		"It is a lie that Rwanda arms the M23.",
		"It would be absurd to say that Algeria backs the LNA.",
		"Nobody has ever shown that Turkey backs the LNA.",
		"Critics wrongly say that Qatar funds Hezbollah.",
		"Far from backing the M23, Rwanda has fought it with its army.",
		"Instead of backing the LNA, Algeria stayed neutral.",
		"Uganda was cleared of arming the M23.",
		"Uganda was acquitted of arming the M23.",
		"Algeria had no part in arming the LNA.",
		"Algeria nearly armed the LNA.",
		"Algeria's support for the LNA never came.",
		"Algeria's support for the LNA exists only on paper.",
		"Algerian support for the LNA is a fabrication.",
		"The novel imagines a world in which Algeria backs the LNA.",
		"In a deepfake video, France arms the Houthis.",
		"Suppose Algeria sent weapons to the LNA.",
		"Algeria thought about sending weapons to the LNA.",
		"In the simulation, Iran sent weapons to the LNA.",
		"The LNA came close to capturing Tripoli.",
		"The M23 has yet to capture Goma.",
		"The FSA dreamed of capturing Aleppo.",
		"Turkey was about to attack Manbij.",
		"Turkey's parliament voted against sending troops to Libya.",
		"Egypt and Israel are not at war.",
		"A war between Egypt and Israel is unlikely.",
		"Turkey and Greece fought over the price of fish.",
		"Egypt joined the Houthis in condemning the raid.",
		"China supports Russia's proposal on Ukraine.",
		"The LNA captured a town south of Sirte.",
		"Reporters visited a town south of Sirte which the LNA captured.",
	} {
		for _, s := range r.Read(graph.NewDocument("untrue", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
			switch {
			case s.Polarity != graph.Affirmed, s.Relation == graph.Opposes, s.Relation == graph.DeployedTo && s.Object != "Libya_(territory)":
			case s.Relation == graph.Fights && s.Subject == "March_23_Movement": // "has fought it"
			default:
				t.Errorf("%q: %s (%s)", sentence, line(s), s.Citations[0].Rule)
			}
		}
	}
}
