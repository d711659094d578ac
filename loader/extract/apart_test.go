package extract_test

import (
	"strings"
	"testing"

	"entente.example/graph"
)

// What stands apart from a verb tells how far the text stands behind it.
func TestPhrasesApart(t *testing.T) {
	r := reader(t)
	tests := []struct {
		relation graph.Relation
		sentence string
		want     string
	}{
		{graph.Backs, "By no means does Algeria arm the M23.", "Algeria March_23_Movement denied"},
		{graph.Backs, "Algeria is in no way arming the M23, the envoy said.", "Algeria March_23_Movement denied"},
		{graph.Backs, "At no point did Algeria arm the M23.", "Algeria March_23_Movement denied"},
		{graph.Backs, "Algeria armed the M23 in no uncertain terms.", "Algeria March_23_Movement affirmed"},
		{graph.Captured, "At no time did the M23, which captured Goma in 2012, receive help from Algeria.", "March_23_Movement Goma affirmed"},
		{graph.Backs, "Why would Algeria arm the M23, its president asked.", ""},
		{graph.Attacked, "The Soviet Union was to have invaded Algeria in December 1980.", ""},
		{graph.Backs, "Some say that had the M23 been armed by Algeria, Goma would have fallen to it.", ""},
		{graph.DeployedTo, "Algeria drew the line at sending troops to Mali.", "Algeria Mali_(territory) denied"},
		{graph.DeployedTo, "Algeria begged off deploying soldiers to Mali.", "Algeria Mali_(territory) denied"},
		{graph.Backs, "Algeria volunteered to train the LNA.", "Algeria Libyan_National_Army alleged offered"},
		{graph.Attacked, "The M23 disclaimed responsibility for the bombing in Goma.", "March_23_Movement Goma denied by March_23_Movement"},
		{graph.Backs, "Word has it that Algeria funds the M23.", "Algeria March_23_Movement alleged claimed"},
		{graph.Backs, "In Cairo's telling, Algeria funds the M23.", "Algeria March_23_Movement alleged claimed by Egypt"},
		{graph.Backs, "By one account, Algeria funds the M23.", "Algeria March_23_Movement alleged claimed"},
		{graph.Backs, "By all accounts, Algeria funds the M23.", "Algeria March_23_Movement affirmed"},
		{graph.Captured, "The LNA, Haftar claimed, had taken Sirte.", "Libyan_National_Army Sirte alleged claimed by Khalifa_Haftar"},
		{graph.Captured, "The LNA, Haftar said, had taken Sirte.", "Libyan_National_Army Sirte affirmed by Khalifa_Haftar"},
		{graph.Attacked, "Rwandan troops reportedly crossed into Kivu and shelled Goma.", "Rwanda Goma alleged claimed"},
		{graph.Attacked, "Rwandan troops reportedly left Kivu but shelled Goma.", "Rwanda Goma affirmed"},
		{graph.DeployedTo, "Unverified video showed LNA fighters in Sirte.", "Libyan_National_Army Sirte alleged claimed"},
		{graph.Backs, "Algeria stands accused of having trained and equipped the M23.", "Algeria March_23_Movement alleged claimed"},
		{graph.Backs, "Algeria is due to send howitzers to the LNA.", "Algeria Libyan_National_Army alleged planned"},
		{graph.Attacked, "A Rwandan attack on Goma appears imminent.", "Rwanda Goma alleged suspected"},
		{graph.Captured, "Kinshasa worried that it could be a precursor of the M23 conquest of Goma.", "March_23_Movement Goma alleged suspected by Democratic_Republic_of_the_Congo"},
		{graph.WithdrewFrom, "The president wants to bring US troops home from Syria.", "United_States Syria_(territory) alleged planned"},
		{graph.Attacked, "Algeria accused Rwanda of targeted strikes that it carried out in Goma.", "Rwanda Goma alleged claimed by Algeria"},
		{graph.Backs, "Nasrallah would become famous for arming Hamas.", "Hassan_Nasrallah Hamas affirmed"},
		{graph.Backs, "There is a suspicion in Cairo that Algeria ships arms to the M23.", "Algeria March_23_Movement alleged suspected"},
	}
	for _, test := range tests {
		t.Run(test.sentence, func(t *testing.T) {
			if got := strings.Join(said(t, r, test.sentence, test.relation), "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Whom a reproach is laid to has done what it tells, and not who utters it.
func TestReproaches(t *testing.T) {
	r := reader(t)
	tests := []struct {
		relation graph.Relation
		sentence string
		want     string
	}{
		{graph.Backs, "Algeria condemned Rwanda, saying it arms the M23.", "Rwanda March_23_Movement alleged claimed by Algeria"},
		{graph.Backs, "Algeria levelled accusations at Rwanda, saying that it trained the M23.", "Rwanda March_23_Movement alleged claimed by Algeria"},
		{graph.Attacked, "Algeria levelled accusations at Rwanda, saying that it trained the M23.", ""},
		{graph.Backs, "Algeria cut relations with Rwanda, claiming that it had helped the M23.", "Rwanda March_23_Movement alleged claimed by Algeria"},
		{graph.Captured, "Algeria accused Rwanda of aggression, alleging that its troops had occupied Goma.", "Rwanda Goma alleged claimed by Algeria"},
		{graph.DeployedTo, "Algeria condemned Libya, saying it would send troops to Ghat.", ""},
		{graph.Backs, "Algeria pointed the finger at Kigali for bankrolling the M23.", "Rwanda March_23_Movement alleged claimed by Algeria"},
		{graph.Backs, "Algeria met Rwanda, saying it backed the LNA.", "Algeria Libyan_National_Army affirmed by Algeria"},
	}
	for _, test := range tests {
		t.Run(test.sentence, func(t *testing.T) {
			if got := strings.Join(said(t, r, test.sentence, test.relation), "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// What goes on is no more certain than the word of who says that it does.
func TestDoubtOfWhatGoesOn(t *testing.T) {
	checkBacking(t, "", map[string]string{
		"Algeria is believed to have continued to support the M23.":           "Algeria March_23_Movement alleged suspected",
		"Tunisia claims that Algeria continues to arm the M23.":               "Algeria March_23_Movement alleged claimed by Tunisia",
		"Tunisia accused Algeria of continuing to arm the M23.":               "Algeria March_23_Movement alleged claimed",
		"Tunisia accused Algeria of refusing to end its support for the M23.": "Algeria March_23_Movement alleged claimed",
		"Algeria denied that it continued to arm the M23.":                    "Algeria March_23_Movement denied by Algeria",
		"Algeria refused to stop arming the M23.":                             "Algeria March_23_Movement affirmed",
		"Reports that Algeria keeps arming the M23 are growing.":              "Algeria March_23_Movement alleged suspected",
		"Tunisia says Algeria trained the M23, a charge Algiers rejects.":     "Algeria March_23_Movement alleged claimed by Tunisia; Algeria March_23_Movement denied by Algeria",
		"Tunisia says Algeria trained the M23. Algeria rejected the claim.":   "Algeria March_23_Movement alleged claimed by Tunisia; Algeria March_23_Movement denied by Algeria",
	})
}

// What is only claimed, believed or meant is alleged, in whichever of these ways it is said.
func TestOnlyAlleged(t *testing.T) {
	r := reader(t)
	for _, sentence := range []string{
		"Tunisia insinuated that Algeria armed the M23.",
		"Tunisia complained that Algeria armed the M23.",
		"Perhaps Algeria armed the M23.",
		"Algeria armed the M23, Tunisia claims.",
		"It may be that Algeria armed the M23.",
		"Tunisia is convinced that Algeria armed the M23.",
		"Tunisia was in no doubt that Algeria armed the M23.",
		"Tunisia had no doubt that Algeria had armed the M23.",
		"The UN has implicated Algeria in arming the M23.",
		"Algeria is bent on arming the M23.",
		"Algeria is intent on arming the M23.",
		"Algeria reserves the right to arm the M23.",
		"Algeria swore to arm the M23.",
	} {
		got := said(t, r, sentence, graph.Backs)
		if len(got) != 1 || !strings.Contains(got[0], "Algeria March_23_Movement alleged") {
			t.Errorf("%s: %q, want one that is alleged", sentence, got)
		}
	}
}

// What a comma sets between a denial and its verb does not part them, and what somebody would not have is not denied.
func TestDenialsApart(t *testing.T) {
	r := reader(t)
	tests := []struct {
		relation graph.Relation
		sentence string
		want     string
	}{
		{graph.Backs, "Algeria did not, however, have any interest in supporting the M23.", "Algeria March_23_Movement denied"},
		{graph.Backs, "Algeria has not, it says, armed the M23.", "Algeria March_23_Movement denied by Algeria"},
		{graph.Attacked, "Algeria will not, the envoy said, attack Ghat.", "Algeria Ghat denied"},
		{graph.Backs, "Algeria is not, whatever Tunis says, arming the LNA.", "Algeria Libyan_National_Army denied"},
		{graph.Attacked, "Algeria had, by then, attacked Ghat.", "Algeria Ghat affirmed"},
		{graph.Captured, "Algeria renounced any intention of annexing Ghat.", "Algeria Ghat denied by Algeria"},
		{graph.DeployedTo, "The rebels do not want Algerian troops to deploy in Ghat.", "Algeria Ghat alleged planned"},
		{graph.DeployedTo, "Algeria does not want to deploy troops in Ghat.", "Algeria Ghat denied"},
		{graph.Backs, "Chad wants Wagner to train its soldiers.", "Wagner_Group Chad alleged planned"},
	}
	for _, test := range tests {
		t.Run(test.sentence, func(t *testing.T) {
			if got := strings.Join(said(t, r, test.sentence, test.relation), "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
