package extract_test

import (
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
)

// tiesOf gives the ties of a sentence, each with its polarity, modality and phase: "Chad backs Hamas alleged planned".
func tiesOf(t *testing.T, sentence string) []string {
	t.Helper()
	var ties []string
	for _, s := range reader(t).Read(graph.NewDocument("shade", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
		tie := string(s.Subject) + " " + string(s.Relation) + " " + string(s.Object) + " " + string(s.Polarity)
		for _, more := range []string{string(s.Modality), string(s.Citations[0].Phase)} {
			if more != "" {
				tie += " " + more
			}
		}
		ties = append(ties, tie)
	}
	return ties
}

// exactly holds that each sentence tells the ties beside it, sorted, and no other.
func exactly(t *testing.T, sentences map[string]string) {
	t.Helper()
	for sentence, want := range sentences {
		ties := tiesOf(t, sentence)
		slices.Sort(ties)
		if got := strings.Join(slices.Compact(ties), "; "); got != want {
			t.Errorf("%q: %s", sentence, got)
		}
	}
}

// None of these sentences affirms a tie: what is only talked about, felt, allowed, foreseen or waited for need not have come about.
func TestNothingOpenIsAffirmed(t *testing.T) {
	for _, sentence := range []string{
		"Chad was bound to arm the LNA.",
		"Chad is afraid to attack Sirte.",
		"Chad was slow to send troops to Sirte.",
		"Chad was inclined to arm the LNA.",
		"Chad was supposed to arm the LNA.",
		"Chad feared to arm the LNA.",
		"Chad is opposed to sending troops to Sirte.",
		"Chad objected to arming the LNA.",
		"Chad was averse to attacking Sirte.",
		"Chad is capable of attacking Sirte.",
		"Chad had second thoughts about arming the LNA.",
		"Chad got cold feet about withdrawing from Sirte.",
		"Chad has a duty to withdraw from Sirte.",
		"Chad was in no hurry to attack Sirte.",
		"Chad was under no obligation to arm the LNA.",
		"Chad lost the will to arm the LNA.",
		"Chad had little choice but to withdraw from Sirte.",
		"Chad boasted of having captured Sirte.",
		"Chad argued for arming the LNA.",
		"Chad struggled to arm the LNA.",
		"Chad hardly ever attacked Sirte.",
		"Egypt will act when Chad attacks Sirte.",
		"Egypt fears Chad attacking Sirte.",
		"Egypt would welcome Chad arming the LNA.",
		"Egypt would not object to Chad attacking Sirte.",
		"Egypt braced for a Chadian attack on Sirte.",
		"Egypt is waiting for Chadian support for the LNA.",
		"Egypt predicted a Chadian attack on Sirte.",
		"To avoid a Chadian attack on Sirte, Egypt closed the road.",
		"Amid expectations of a Chadian attack on Sirte, shops closed.",
		"Ahead of an expected Chadian attack on Sirte, shops closed.",
		"The spectre of Chadian support for the LNA returned.",
		"The rumoured deployment of Chadian troops to Sirte dominated the talks.",
		"Chad's imaginary attack on Sirte made headlines.",
		"Egypt spoke of the absence of evidence of Chadian support for the LNA.",
		"Evidence of Chadian support for the LNA is scant.",
		"Chadian support for the LNA remains unproven.",
		"A motion for a Chadian withdrawal from Sirte was tabled.",
		"Talks on the deployment of Chadian troops to Sirte went on.",
		"Egypt doubts Chad armed the LNA.",
		"Nothing proves Chad armed the LNA.",
		"Only a fool would say that Chad armed the LNA.",
		"Some say Chad armed the LNA.",
		"Fake news: Chad attacked Sirte.",
		"Claim: Chad attacked Sirte.",
		"On paper, Chad backs the LNA.",
		"Chad postponed its support for the LNA.",
		"Chad never really armed the LNA.",
		"Egypt imagined that Chad had armed the LNA.",
		"Egypt convinced itself that Chad had armed the LNA.",
		"Khaled Meshaal is tipped to become leader of Hamas.",
		"Chad dared Egypt to attack Sirte.",
		"“Chad arms the LNA?” he asked.",
		"What proof is there that Chad arms the LNA?",
		"“Chad arms the LNA,” Egypt claims.",
		"Chad sued a newspaper that said it arms the LNA.",
		"Chad jailed a man for saying that it arms the LNA.",
		"A photo said to show Chadian troops in Sirte was shared.",
		"Posts claiming Chad attacked Sirte are misleading.",
		"Never had Chad armed the LNA.",
		"Nowhere did Chad arm the LNA.",
		"Chad has until Friday to leave Sirte.",
		"Chad might as well have armed the LNA.",
		"Chad never actually captured Sirte.",
		"Chadian troops have all but left Sirte.",
		"The LNA was seemingly armed by Chad.",
		"Sirte was theoretically captured by Chad.",
		"Hopefully Chad will arm the LNA.",
		"Chadian troops have hopefully left Sirte.",
		"The LNA risks being armed by Chad.",
		"Chad called off the withdrawal of its troops from Sirte.",
	} {
		for _, tie := range tiesOf(t, sentence) {
			if strings.Contains(tie, " affirmed") {
				t.Errorf("%q: %s", sentence, tie)
			}
		}
	}
}

// These sentences tell a tie that is open, over or so.
func TestShades(t *testing.T) {
	for sentence, want := range map[string]string{
		"Chad was bound to arm the LNA.":                                    "Chad backs Libyan_National_Army alleged planned",
		"Not only did Chad arm the LNA, it also sent troops to Sirte.":      "Chad deployed_to Sirte affirmed",
		"Chad not only arms the LNA, it also sent troops to Sirte.":         "Chad deployed_to Sirte affirmed",
		"Chad rubbishes claims that it arms the LNA.":                       "Chad backs Libyan_National_Army denied",
		"Chad poured cold water on reports that it arms the LNA.":           "Chad backs Libyan_National_Army denied",
		"Chad dared Egypt to attack Sirte.":                                 "Egypt attacked Sirte alleged demanded",
		"Chad tricked Egypt into attacking Sirte.":                          "Egypt attacked Sirte affirmed",
		"Chad paid Egypt to arm the LNA.":                                   "Egypt backs Libyan_National_Army affirmed",
		"Chad waited for Egypt to attack Sirte.":                            "Egypt attacked Sirte alleged planned",
		"Chad has not left ECOWAS.":                                         "Chad member_of Economic_Community_of_West_African_States affirmed ongoing",
		"Chad could not drive Hamas out of Sirte.":                          "Chad fights Hamas affirmed",
		"Egypt pretended that Chad had armed the LNA.":                      "Chad backs Libyan_National_Army denied",
		"Egypt wrongly thought that Chad had armed the LNA.":                "Chad backs Libyan_National_Army denied",
		"Egypt invented the story that Chad had armed the LNA.":             "Chad backs Libyan_National_Army denied",
		"Khaled Meshaal, the self-styled leader of Hamas, spoke.":           "Khaled_Mashal leads Hamas alleged claimed",
		"Chadian support for the LNA has ended.":                            "Chad backs Libyan_National_Army affirmed ended",
		"Chadian support for the LNA must end.":                             "Chad backs Libyan_National_Army affirmed",
		"Chadian support for the LNA has not ceased.":                       "Chad backs Libyan_National_Army affirmed",
		"Chadian support for the LNA is over.":                              "Chad backs Libyan_National_Army affirmed ended",
		"Chad's alliance with Egypt collapsed.":                             "Chad allied_with Egypt affirmed ended",
		"Never had Chad armed the LNA.":                                     "Chad backs Libyan_National_Army denied",
		"Chad has until Friday to leave Sirte.":                             "Chad withdrew_from Sirte alleged demanded",
		"Chad never really armed the LNA.":                                  "Chad backs Libyan_National_Army denied",
		"Chad ostensibly armed the LNA.":                                    "Chad backs Libyan_National_Army alleged claimed",
		"Chad objected to arming the LNA.":                                  "Chad backs Libyan_National_Army denied",
		"Chad boasted of having captured Sirte.":                            "Chad captured Sirte alleged claimed",
		"Chad was determined to crush Hamas.":                               "Chad fights Hamas affirmed",
		"Chad did not regret arming the LNA.":                               "Chad backs Libyan_National_Army affirmed",
		"Chad had no qualms about arming the LNA.":                          "Chad backs Libyan_National_Army affirmed",
		"Chad used its power to arm the LNA.":                               "Chad backs Libyan_National_Army affirmed",
		"Chad called for an end to its own support for the LNA.":            "Chad backs Libyan_National_Army affirmed",
		"Chad announced an end to its support for the LNA.":                 "Chad backs Libyan_National_Army affirmed ended",
		"Chad cancelled its support for the LNA.":                           "Chad backs Libyan_National_Army affirmed ended",
		"Chad paused its support for the LNA.":                              "Chad backs Libyan_National_Army affirmed ended",
		"The collapse of Chad's alliance with Egypt surprised no one.":      "Chad allied_with Egypt affirmed ended",
		"Chad's erstwhile support for the LNA was recalled.":                "Chad backs Libyan_National_Army affirmed ended",
		"Amid expectations of a Chadian attack on Sirte, shops closed.":     "Chad attacked Sirte alleged suspected",
		"A vote on the deployment of Chadian troops to Sirte was held.":     "Chad deployed_to Sirte alleged planned",
		"The rumoured deployment of Chadian troops to Sirte was discussed.": "Chad deployed_to Sirte alleged claimed",
	} {
		if got := tiesOf(t, sentence); !slices.Contains(got, want) {
			t.Errorf("%q: no %s but %v", sentence, want, got)
		}
	}
}

// Who is called by a word such as "some" is not the subject of what he says.
func TestSomeSay(t *testing.T) {
	for _, s := range reader(t).Read(graph.NewDocument("shade", "Some say Chad armed the LNA.", graph.Appearance{})).Statements {
		if s.Speaker != "" {
			t.Errorf("the speaker is %s", s.Speaker)
		}
	}
}

// Who ends "the siege" need not have laid it.
func TestWhoEndsTheSiege(t *testing.T) {
	for _, sentence := range []string{"Chad ended the siege of Sirte.", "Chad contested the siege of Sirte.", "Chad evaded an attack on Sirte."} {
		if ties := tiesOf(t, sentence); len(ties) > 0 {
			t.Errorf("%q: %v", sentence, ties)
		}
	}
}

// What is done about a tie leaves it as it is, or ends it, whoever does it.
func TestWhatIsDoneAboutATie(t *testing.T) {
	exactly(t, map[string]string{
		"All he had to do was allow the French army to go into Chad.":   "",
		"All that France needed to do was to send troops to Chad.":      "",
		"Egypt refused to end Chadian support for the LNA.":             "Chad backs Libyan_National_Army affirmed",
		"Egypt threatened to halt Chadian support for the LNA.":         "Chad backs Libyan_National_Army affirmed",
		"Egypt was urged to end Chadian support for the LNA.":           "Chad backs Libyan_National_Army affirmed",
		"Egypt did nothing to stop Chadian support for the LNA.":        "Chad backs Libyan_National_Army affirmed",
		"Egypt ended Chadian support for the LNA.":                      "Chad backs Libyan_National_Army affirmed ended",
		"Egypt neither confirmed nor denied a Chadian attack on Sirte.": "Chad attacked Sirte alleged claimed",
		"Egypt has yet to confirm a Chadian attack on Sirte.":           "Chad attacked Sirte alleged claimed",
		"Egypt declined to discuss Chadian support for the LNA.":        "Chad backs Libyan_National_Army affirmed",
		"Egypt could not stop a Chadian attack on Sirte.":               "Chad attacked Sirte affirmed; Chad fights Egypt affirmed",
		"Egypt invented a Chadian attack on Sirte.":                     "",
		"Egypt doubted Chadian support for the LNA.":                    "Chad backs Libyan_National_Army alleged claimed",
		"Egypt discussed Chadian weapons for the LNA.":                  "Chad backs Libyan_National_Army alleged planned",
		"Egypt announced Chadian weapons for the LNA.":                  "Chad backs Libyan_National_Army affirmed",
		"Egypt asked for Chadian support for the LNA.":                  "Chad backs Libyan_National_Army alleged demanded",
		"Egypt was saved by Chadian support for the LNA.":               "Chad backs Libyan_National_Army affirmed",
		"Egypt asked for Chadian support for its army.":                 "Chad backs Egypt alleged demanded",
		"Egypt needs Chadian support for the LNA.":                      "Chad backs Libyan_National_Army affirmed",
		"Egypt resumed a Chadian attack on Sirte.":                      "Chad attacked Sirte affirmed started",
		"Egypt filmed a Chadian attack on Sirte.":                       "Chad attacked Sirte affirmed",
	})
}

// What a clause without its verb tells is done by its own subject.
func TestGapped(t *testing.T) {
	exactly(t, map[string]string{
		"Chad took Sirte, and Niger Goma.":                         "Chad captured Sirte affirmed; Niger captured Goma affirmed",
		"Chad took Sirte and Tobruk, Niger Goma and Bukavu.":       "Chad captured Sirte affirmed; Chad captured Tobruk affirmed; Niger captured Bukavu affirmed; Niger captured Goma affirmed",
		"Iran sent tanks to Hamas, and Qatar drones to the LNA.":   "Iran backs Hamas affirmed; Qatar backs Libyan_National_Army affirmed",
		"Iran sent tanks to Hamas, Qatar drones to the LNA.":       "Iran backs Hamas affirmed; Qatar backs Libyan_National_Army affirmed",
		"Chad took Sirte, and Libya's Tobruk.":                     "Chad captured Sirte affirmed; Chad captured Tobruk affirmed",
		"Chad attacked Sirte and the Libyan port of Tobruk.":       "Chad attacked Sirte affirmed; Chad attacked Tobruk affirmed",
		"All its neighbours but Chad armed the LNA.":               "",
		"Egypt closed the road as though Chad had attacked Sirte.": "",
		"Chad is closer to taking Sirte than Egypt.":               "Chad captured Sirte denied",
		"Gabon offered France a base in Libreville.":               "France deployed_to Libreville alleged offered",
		"Chad May Leave ECOWAS":                                    "Chad member_of Economic_Community_of_West_African_States alleged suspected ended",
		"The ex-leader of Hamas, Khaled Meshaal, spoke.":           "Khaled_Mashal leads Hamas affirmed ended",
	})
}

// What somebody is not to do is neither said to be so nor denied.
func TestWhatIsForbiddenIsNotDenied(t *testing.T) {
	for _, sentence := range []string{
		"Chad must not arm the LNA.", "Chad should not attack Sirte.", "Chad was told not to arm the LNA.",
		"Chad does not arm just the LNA.",
	} {
		if ties := tiesOf(t, sentence); len(ties) > 0 {
			t.Errorf("%q: %v", sentence, ties)
		}
	}
}
