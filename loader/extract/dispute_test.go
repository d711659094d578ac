package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// A denial that only sums up what was said before denies it, and lets nobody affirm it.
func TestDenialsSumUp(t *testing.T) {
	r := reader(t)
	const charge = "Egypt accused Chad of arming the LNA. "
	both := "Egypt accused Chad and Malta of arming the LNA. "
	for sentence, deniers := range map[string][]graph.ID{
		charge + "Chad denied the accusation.":                                       {"Chad"},
		charge + "Chad denied this.":                                                 {"Chad"},
		charge + "Chad denied it on Monday.":                                         {"Chad"},
		charge + "Chad has denied doing so.":                                         {"Chad"},
		charge + "Chad protested its innocence.":                                     {"Chad"},
		charge + "Chad denies any involvement.":                                      {"Chad"},
		charge + "The African country denies it.":                                    {"Chad"},
		charge + "Chad called the accusation false.":                                 {"Chad"},
		charge + "Chad dismissed the claim as propaganda.":                           {"Chad"},
		charge + "\"This is a lie,\" a Chadian spokesman said.":                      {"Chad"},
		charge + "N'Djamena says the claims are untrue.":                             {"Chad"},
		charge + "The report was false.":                                             {""},
		"Egypt accused Chad of arming the LNA, but N'Djamena said this is not true.": {"Chad"},
		"Egypt says that Chad arms the LNA, though Chad denies it.":                  {"Chad"},
		"Egypt says Chad arms the LNA, something N'Djamena has dismissed.":           {"Chad"},
		"Chad denies Egypt's accusations that it arms the LNA.":                      {"Chad"},
		"Chad denies Egyptian claims it is arming the LNA.":                          {"Chad"},
		"Chad called reports that it arms the LNA \"baseless\".":                     {"Chad"},
		"Chad said claims that it armed the LNA were false.":                         {"Chad"},
		"No evidence has been presented that Chad arms the LNA.":                     {""},
		"There is nothing to suggest that Chad arms the LNA.":                        {""},
		"Chad neither arms nor trains the LNA.":                                      {""},
		both + "Both rejected the charge.":                                           {"Chad", "Malta"},
		both + "Both countries deny the accusation.":                                 {"Chad", "Malta"},
		both + "Neither has commented.":                                              nil,
		"Chad and Malta met in Tunis. Neither country arms the LNA.":                 {"", ""},
		charge + "Egypt denied the report.":                                          nil,
	} {
		var denied []graph.ID
		for _, s := range r.Read(graph.NewDocument("dispute", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
			switch {
			case s.Relation != graph.Backs:
			case s.Polarity == graph.Affirmed:
				t.Errorf("%q: %s", sentence, line(s))
			case s.Polarity == graph.Denied && s.Speaker != "" && s.Speaker != s.Subject:
				t.Errorf("%q: denied by %s", sentence, s.Speaker)
			case s.Polarity == graph.Denied:
				denied = append(denied, s.Speaker)
			}
		}
		slices.Sort(denied)
		if !slices.Equal(denied, deniers) {
			t.Errorf("%q: denied by %q, want %q", sentence, denied, deniers)
		}
	}
}
