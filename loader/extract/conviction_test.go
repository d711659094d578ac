package extract_test

import "testing"

// Who is sure that something is so says no more than what he thinks, who doubts it says nothing, and what there is no doubt of is so.
func TestConvictions(t *testing.T) {
	const suspected, claimed, nothing = "Algeria March_23_Movement alleged suspected by Tunisia", "Algeria March_23_Movement alleged claimed by Tunisia", ""
	checkBacking(t, "", map[string]string{
		"Tunisia has little doubt that Algeria armed the M23.":            suspected,
		"Tunisia has few doubts that Algeria sent weapons to the M23.":    suspected,
		"Tunisia has not the slightest doubt that Algeria armed the M23.": suspected,
		"Tunisia is in little doubt that Algeria armed the M23.":          suspected,
		"Tunisia had no doubt Algeria armed the M23.":                     suspected,
		"Tunisia is convinced that Algeria armed the M23.":                suspected,
		"Tunisia is of the view that Algeria armed the M23.":              suspected,
		"Tunisia has a hunch that Algeria armed the M23.":                 suspected,
		"Tunisia deduced that Algeria had armed the M23.":                 suspected,
		"Tunisia complained of Algerian support for the M23.":             claimed,
		"Tunisia repeated the charge that Algeria armed the M23.":         claimed,
		"Tunisia is investigating claims that Algeria armed the M23.":     "Algeria March_23_Movement alleged claimed",
		"Algeria faces accusations that it armed the M23.":                "Algeria March_23_Movement alleged claimed",
		"Tunisia hinted that Algeria armed the M23.":                      claimed,
		"Tunisia tried to prove that Algeria armed the M23.":              claimed,
		"There is little doubt that Algeria armed the M23.":               "Algeria March_23_Movement affirmed",
		"Tunisia has its doubts that Algeria armed the M23.":              nothing,
		"Tunisia doubts that Algeria armed the M23.":                      nothing,
		"Congo doubts that Algeria armed the M23.":                        nothing,
		"Tunisia is sceptical that Algeria armed the M23.":                nothing,
		"Tunisia no longer believes that Algeria armed the M23.":          nothing,
		"Tunisia never claimed that Algeria armed the M23.":               nothing,
		"Tunisia fell short of saying that Algeria armed the M23.":        nothing,
		"Tunisia was unable to prove that Algeria armed the M23.":         nothing,
		"Tunisia has not a shred of evidence that Algeria armed the M23.": "Algeria March_23_Movement denied by Tunisia",
	})
}

// A phrase between an auxiliary and its verb does not part them: the negation before it reaches over, but "not only" denies nothing.
func TestPhrasesBehindAuxiliaries(t *testing.T) {
	checkBacking(t, "Algeria March_23_Movement ", map[string]string{
		"Algeria did not at any time arm the M23.":                       "denied",
		"Algeria did not under any circumstances train the M23.":         "denied",
		"Algeria did not in fact send weapons to the M23.":               "denied",
		"Algeria did not itself support the M23.":                        "denied",
		"Algeria did not directly or indirectly fund the M23.":           "denied",
		"Tunisia said Algeria had not armed, trained or funded the M23.": "denied by Tunisia",
		"The M23 was not armed, trained or funded by Algeria.":           "denied",
		"Algeria was exonerated of arming the M23.":                      "denied",
		"Algeria could not resist arming the M23.":                       "affirmed",
		"Algeria did not only arm the M23; it lied about it.":            "affirmed",
		"The M23 is itself backed by Algeria.":                           "affirmed",
		"Algeria was found guilty of arming the M23.":                    "affirmed",
	})
}
