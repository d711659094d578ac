package extract_test

import (
	"testing"

	"entente.example/graph"
	"entente.example/loader/extract"
)

// TestSpunCopies holds that what a machine has put in other words is read as the original is, only less surely: a word of
// data/spun.frames takes the place of the trigger, or one that data/classes.txt marks with ~ that of another.
func TestSpunCopies(t *testing.T) {
	reader, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	read := func(text string) map[string]graph.Confidence {
		found := map[string]graph.Confidence{}
		for _, s := range reader.Read(graph.NewDocument("one", text, graph.Appearance{Published: "2024-06-03"})).Statements {
			found[string(s.Subject)+" "+s.Predicate()+" "+string(s.Object)] = s.Confidence()
		}
		return found
	}
	for _, test := range []struct{ plain, spun, tie string }{
		{"The Houthis, equipped by Iran, fired drones.", "The Houthis, outfitted by Iran, fired drones.", "Iran backs Houthis"},
		{"Haftar's forces, backed by Russia, shelled the port.", "Haftar's forces, seconded by Russia, shelled the port.", "Russia backs Libyan_National_Army"},
		{"Egypt supplied weapons to the LNA.", "Egypt proffered weaponry to the LNA.", "Egypt backs Libyan_National_Army"},
		{"Turkey sent drones to the GNA.", "Turkey despatched drones to the GNA.", "Turkey backs Government_of_National_Accord"},
		{"LNA forces captured the town of Sirte.", "LNA forces apprehended the town of Sirte.", "Libyan_National_Army captured Sirte"},
		{"LNA forces took control of Sirte.", "LNA forces took management of Sirte.", "Libyan_National_Army captured Sirte"},
		{"LNA forces tried to capture Sirte.", "LNA forces endeavoured to apprehend Sirte.", "Libyan_National_Army attacked Sirte"},
		{"LNA forces withdrew from Tarhuna.", "LNA forces receded from Tarhuna.", "Libyan_National_Army withdrew_from Tarhuna"},
		{"LNA forces besieged Tripoli for a year.", "LNA forces beleaguered Tripoli for a year.", "Libyan_National_Army attacked Tripoli"},
		{"LNA forces control the town of Sirte.", "LNA forces manage the town of Sirte.", "Libyan_National_Army controls Sirte"},
		{"LNA forces have been fighting against GNA forces.", "LNA forces have been preventing towards GNA forces.", "Government_of_National_Accord fights Libyan_National_Army"},
		{"Iran denied sending rockets to Hezbollah.", "Iran negated despatching rockets to Hezbollah.", "Iran backs_denied Hezbollah"},
		{"Turkey plans to send troops to Chad.", "Turkey envisages despatching troops to Chad.", "Turkey deployed_to_alleged Chad_(territory)"},
	} {
		plain, spun := read(test.plain), read(test.spun)
		if plain[test.tie] == 0 || spun[test.tie] == 0 {
			t.Errorf("%s is not read in both:\n%s %v\n%s %v", test.tie, test.plain, plain, test.spun, spun)
			continue
		}
		if spun[test.tie] >= plain[test.tie] {
			t.Errorf("%s is read with confidence %v in %q, and with %v in %q", test.tie, plain[test.tie], test.plain, spun[test.tie], test.spun)
		}
	}
	// A word that is no trigger leaves the reading as sure as it was.
	const tie = "Democratic_Republic_of_the_Congo fights March_23_Movement"
	if plain, spun := read("The M23 rebels attacked the Congolese army."), read("The M23 renegades attacked the Congolese army."); plain[tie] == 0 || spun[tie] != plain[tie] {
		t.Errorf("the renegades are read as %v, the rebels as %v", spun, plain)
	}
	// Where the word means what it says, nothing is read.
	for _, text := range []string{
		"Police arrested a man in Goma.", "The court upheld a verdict against Chad.", "Chad wrestled with inflation and with Sudan's debts.",
		"Iran conveyed its regrets to Egypt.", "A company manages the port of Tartus for Russia.", "Egypt was prevented from joining Sudan.",
		"Rwanda endeavoured to join the Commonwealth.", "Police apprehended smugglers near Sirte.",
	} {
		if found := read(text); len(found) > 0 {
			t.Errorf("%q is read as %v", text, found)
		}
	}
}
