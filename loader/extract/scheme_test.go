package extract_test

import (
	"testing"

	"entente.example/graph"
)

// What somebody is up to, thinks of or judges is not what he did.
func TestSchemes(t *testing.T) {
	r := reader(t)
	checkBacking(t, "Algeria March_23_Movement ", map[string]string{
		"Algeria plotted to arm the M23.":                                    "alleged planned",
		"Algeria conspired to arm the M23.":                                  "alleged planned",
		"Algeria is looking to arm the M23.":                                 "alleged planned",
		"Algeria is determined to arm the M23.":                              "alleged planned",
		"Algeria is determined to support the M23.":                          "affirmed",
		"Algeria looks set to arm the M23.":                                  "alleged planned",
		"Algeria scrambled to arm the M23.":                                  "alleged planned",
		"Algeria was told to arm the M23.":                                   "alleged demanded",
		"Algeria did not mean to arm the M23.":                               "",
		"Algeria plans on arming the M23.":                                   "alleged planned",
		"Algeria toyed with arming the M23.":                                 "alleged planned",
		"Algeria is thinking of arming the M23.":                             "alleged planned",
		"Algeria talked about arming the M23.":                               "alleged planned",
		"Algeria is close to arming the M23.":                                "alleged planned",
		"Algeria was close to arming the M23.":                               "denied",
		"Algeria is innocent of arming the M23.":                             "denied",
		"Algeria did not plan on arming the M23.":                            "denied",
		"Algeria left open the possibility of arming the M23.":               "alleged planned",
		"Algeria might have armed the M23 but chose not to.":                 "",
		"Algeria withdrew its offer to arm the M23.":                         "",
		"Algeria backed down from its threat to arm the M23.":                "",
		"Algeria condemned arming the M23.":                                  "",
		"Algeria reconsidered arming the M23.":                               "",
		"Algeria enjoyed arming the M23.":                                    "affirmed",
		"Algeria did not shy away from arming the M23.":                      "affirmed",
		"Algeria went on arming the M23.":                                    "affirmed",
		"Algeria proceeded to arm the M23.":                                  "affirmed",
		"Tunisia insisted that Algeria take over the arming of its own men.": "",
	})
	checkBacking(t, "", map[string]string{
		"Algeria charged Tunisia with plotting to arm the M23.": "Tunisia March_23_Movement alleged planned by Algeria",
	})
	for _, feared := range []string{"Analysts fear war between Chad and Sudan.", "The move risks war between Chad and Sudan."} {
		if got := said(t, r, feared, graph.Fights); len(got) != 1 || got[0] != "Chad Sudan alleged suspected" {
			t.Errorf("%s: got %q, want a fear", feared, got)
		}
	}
	const discussed = "Parliament discussed the deployment of Algerian troops to Goma."
	if got := said(t, r, discussed, graph.DeployedTo); len(got) != 1 || got[0] != "Algeria Goma alleged planned" {
		t.Errorf("%s: got %q, want a plan", discussed, got)
	}
	const sentence = "The M23 set out to take Goma."
	if got := said(t, r, sentence, graph.Attacked); len(got) != 1 || got[0] != "March_23_Movement Goma affirmed" || len(said(t, r, sentence, graph.Captured)) > 0 {
		t.Errorf("%s: got %q, want an attack and no more", sentence, got)
	}
}
