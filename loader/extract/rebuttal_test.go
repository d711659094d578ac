package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Who answers a charge with what words, and what is left of it.
func TestRebuttals(t *testing.T) {
	const armed, not = "Chad backs Rally_of_Forces_for_Change alleged, by Sudan", "Chad backs Rally_of_Forces_for_Change denied, by Chad"
	tests := []struct {
		name, text string
		want, not  []string
	}{
		{"it has never done so", "Sudan says that Chad arms the RFC. Chad says it has never done so.", []string{armed, not}, nil},
		{"it has always done so", "Sudan says that Chad arms the RFC. Chad says it has always done so.", nil, []string{not}},
		{"it does nothing of the kind", "Sudan says that Chad arms the RFC. Chad says it does nothing of the kind.", []string{armed, not}, nil},
		{"it has done no such thing", "Sudan says that Chad arms the RFC. N'Djamena says it has done no such thing.", []string{armed, not}, nil},
		{"would not hear of it", "Chad's prime minister would not hear of talk that N'Djamena arms the RFC.", []string{"Chad backs Rally_of_Forces_for_Change denied, by Chad"}, []string{"Chad backs Rally_of_Forces_for_Change affirmed, by "}},
		{"both governments, one by its capital", "Diplomats said that Chad was fighting on the side of Kinshasa. Both governments denied this.", []string{"Chad backs Democratic_Republic_of_the_Congo denied, by Chad"}, nil},
		{"nothing in the claim", "Sudan alleges that Chad arms the RFC. N'Djamena says the claim has no basis.", []string{armed, not}, nil},
		{"nor is there truth in it", "Sudan alleges that Chad arms the RFC. There is no truth in the claim, Chadian officials said.", []string{armed, not}, nil},
		{"a charge both deny", "Chad arms the RFC, a charge both deny.", []string{"Chad backs Rally_of_Forces_for_Change alleged, by ", not}, []string{"Chad backs Rally_of_Forces_for_Change affirmed, by "}},
		{"that both countries deny", "Sudan says Chad and Niger arm the RFC, allegations that both countries deny.", []string{armed, not}, []string{"Chad backs Rally_of_Forces_for_Change affirmed, by Sudan"}},
		{"an allegation of nobody named", "According to diplomats, Chad arms the RFC. A Chadian spokesman refuted the allegation.", []string{"Chad backs Rally_of_Forces_for_Change alleged, by ", not}, []string{"Chad backs Rally_of_Forces_for_Change affirmed, by "}},
		{"claims by others that", "Niger denied claims by Sudan that Chadian soldiers arm the RFC.", []string{armed, "Chad backs Rally_of_Forces_for_Change denied, by Niger"}, nil},
		{
			"what a charge takes along", "Sudan accused Chad of serving as a conduit for Libyan weapons to the M23. Gabon offered France a naval base in Libreville.",
			[]string{"Chad backs March_23_Movement alleged, by Sudan", "Libya backs March_23_Movement alleged, by Sudan", "France deployed_to Libreville alleged, by "},
			[]string{"Libya backs March_23_Movement affirmed, by ", "Gabon backs France alleged, by "},
		},
		{
			"a base of which more is said", "Sudan complained that Libya's base in Fada had armed the M23, an accusation that Libya denied.",
			[]string{"Libya deployed_to Fada affirmed, by "},
			[]string{"Libya deployed_to Fada denied, by Libya", "Libya deployed_to Fada alleged, by "},
		},
		{"there are none", "Chad denied that there were any Chadian troops in Darfur.", []string{"Chad deployed_to Darfur denied, by Chad"}, []string{"Chad deployed_to Darfur affirmed, by "}},
		{"there are some", "Sudan said that there were Chadian troops in Darfur.", []string{"Chad deployed_to Darfur affirmed, by Sudan"}, nil},
		{
			"a base that only a claim tells of", "Chad claimed to have bombed a Libyan base at Fada. It also bombed a Sudanese base at Geneina.",
			[]string{"Libya deployed_to Fada alleged, by Chad", "Sudan deployed_to El_Geneina affirmed, by "},
			[]string{"Libya deployed_to Fada affirmed, by "},
		},
		{
			"either of two", "Iran denied arming either the M23 or the RFC. Goma was shelled by troops of either the Kagame government or Uganda.",
			[]string{"Iran backs March_23_Movement denied, by Iran", "Iran backs Rally_of_Forces_for_Change denied, by Iran", "Uganda attacked Goma alleged, by ", "Rwanda attacked Goma alleged, by "},
			[]string{"Uganda attacked Goma affirmed, by "},
		},
		{"lies", "Sudan says Chad arms the RFC, accusations which N'Djamena describes as lies.", []string{armed, not}, nil},
		{
			"a claim that others dismiss", "The M23 said that it had taken Sake from the FDLR, a claim the mission dismissed.",
			[]string{"March_23_Movement captured Sake alleged, by March_23_Movement", "March_23_Movement captured Sake denied, by "},
			[]string{"Democratic_Forces_for_the_Liberation_of_Rwanda fights March_23_Movement denied, by "},
		},
		{
			"the claim of an attack", "The FDLR claimed responsibility for the attack on Goma, but investigators dismissed the claim.",
			[]string{"Democratic_Forces_for_the_Liberation_of_Rwanda attacked Goma alleged, by ", "Democratic_Forces_for_the_Liberation_of_Rwanda attacked Goma denied, by "},
			[]string{"Democratic_Forces_for_the_Liberation_of_Rwanda attacked Goma affirmed, by "},
		},
		{
			"a capture that the other side denies", "Rwanda said that its forces had captured Sake. A Congolese army spokesman denied the claim.",
			[]string{"Rwanda captured Sake alleged, by Rwanda", "Rwanda captured Sake denied, by Democratic_Republic_of_the_Congo"},
			[]string{"Rwanda captured Sake affirmed, by Rwanda"},
		},
		{
			"no part in it", "Sudan blamed Chad for the attack on Kutum. N'Djamena said it had no part in it.",
			[]string{"Chad attacked Kutum denied, by Chad"},
			nil,
		},
		{
			"a part in it", "Sudan blamed Chad for the attack on Kutum. N'Djamena said it had a part in it.",
			nil,
			[]string{"Chad attacked Kutum denied, by Chad"},
		},
		{
			"not carried out", "Sudan blamed Chad for the attack on Kutum. Chad denied carrying it out.",
			[]string{"Chad attacked Kutum denied, by Chad"},
			nil,
		},
		{
			"nothing to do with it", "Sudan blamed Chad for the attack on Kutum. Chad denied having anything to do with it.",
			[]string{"Chad attacked Kutum denied, by Chad"},
			nil,
		},
		{
			"said twice to be untrue", "The Taliban authorities of Afghanistan rejected reports that Chad had armed the RFC. The reports are false, a spokesman said.",
			nil,
			[]string{"Taliban controls Afghanistan_(territory) denied, by "},
		},
		{
			"what else he says", "Chad denied that it arms the RFC and accused Sudan of shelling Adre.",
			[]string{"Chad backs Rally_of_Forces_for_Change denied, by Chad", "Sudan attacked Adré alleged, by Chad"},
			nil,
		},
		{
			"what he adds", "Chad denied reports that it arms the RFC, adding that Sudan had shelled Adre.",
			[]string{"Chad backs Rally_of_Forces_for_Change denied, by Chad", "Sudan attacked Adré alleged, by Chad"},
			[]string{"Sudan attacked Adré affirmed, by Chad"},
		},
		{
			"all that he denies", "Chad denied that it arms the RFC and shelled Adre.",
			[]string{"Chad backs Rally_of_Forces_for_Change denied, by Chad"},
			[]string{"Chad attacked Adré affirmed, by ", "Chad attacked Adré affirmed, by Chad"},
		},
		{
			"left open", "Officials in Kutum said that Chad had bombed the town, which N'Djamena neither confirmed nor denied.",
			[]string{"Chad attacked Kutum alleged, by "},
			[]string{"Chad attacked Kutum affirmed, by "},
		},
		{
			"denied in passing", "The RFC, which denies it is backed by Sudan, took Abeche.",
			[]string{"Sudan backs Rally_of_Forces_for_Change denied, by Rally_of_Forces_for_Change", "Rally_of_Forces_for_Change captured Abéché affirmed, by "},
			nil,
		},
		{
			"not lost, but fought over", "The Congolese army denied losing Sake to the M23.",
			[]string{"March_23_Movement captured Sake denied, by Democratic_Republic_of_the_Congo"},
			[]string{"Democratic_Republic_of_the_Congo fights March_23_Movement denied, by Democratic_Republic_of_the_Congo"},
		},
		{"proved false", "Reports of a Chadian withdrawal from Kutum proved false.", []string{"Chad withdrew_from Kutum denied, by "}, nil},
		{"fake news", "Claims that Chad would attack Kutum are fake news.", []string{"Chad attacked Kutum denied, by "}, nil},
		{"without foundation", "Suggestions that Chad armed the RFC are without foundation.", []string{"Chad backs Rally_of_Forces_for_Change denied, by "}, nil},
		{
			"only what it was for", "The LNA's offensive, aimed at capturing Tripoli, stalled.",
			[]string{"Libyan_National_Army attacked Tripoli affirmed, by "},
			[]string{"Libyan_National_Army captured Tripoli affirmed, by "},
		},
		{
			"neither confirmed nor denied", "Chad has neither confirmed nor denied reports that its jets bombed Kutum.",
			[]string{"Chad attacked Kutum alleged, by "},
			[]string{"Chad attacked Kutum denied, by Chad"},
		},
		{
			"declined to confirm or deny", "Chad declined to confirm or deny that it bombed Kutum.",
			nil,
			[]string{"Chad attacked Kutum denied, by Chad", "Chad attacked Kutum affirmed, by Chad"},
		},
		{
			"only the help is denied", "Chad denied reports that it had helped Turkish forces to attack the PKK in Zap.",
			[]string{"Chad backs Turkey denied, by Chad"},
			[]string{"Kurdistan_Workers'_Party fights Turkey denied, by Chad"},
		},
		{
			"what he is not said to have done", "Sudan, which has troops in Tine, accused Chad of lying. Khartoum denied responsibility.",
			nil,
			[]string{"Sudan deployed_to Tiné denied, by Sudan"},
		},
		{
			"whom a leader accuses", "Sudan said it was at peace with Chad, after Mahamat Déby accused it of arming the RFC.",
			[]string{"Sudan backs Rally_of_Forces_for_Change alleged, by Mahamat_Idriss_Déby"},
			nil,
		},
		{"nobody in his senses", "It would be suicidal to arm the RFC, Sudan said.", nil, []string{"Sudan backs Rally_of_Forces_for_Change alleged, by Sudan"}},
		{
			"what others say of whom the sentence names", "Pakistan accuses Kabul of sheltering the TTP, which it says bombed Peshawar.",
			[]string{"Tehrik-i-Taliban_Pakistan attacked Peshawar alleged, by Pakistan"},
			nil,
		},
		{
			"not at war", "Chad said it was not at war with Sudan, after Sudan accused it of lying.",
			[]string{"Chad fights Sudan denied, by Chad"},
			nil,
		},
		{"falsely said", "Chad was falsely said to have armed the RFC.", []string{"Chad backs Rally_of_Forces_for_Change denied, by "}, nil},
		{"nobody denied", "No official denied reports that Chad had armed the RFC.", nil, []string{"Chad backs Rally_of_Forces_for_Change denied, by "}},
		{"nothing shows better how strong they are", "The RFC attacked Faya. Nothing could show more clearly how strong the RFC is.", []string{"Rally_of_Forces_for_Change attacked Faya-Largeau affirmed, by "}, []string{"Rally_of_Forces_for_Change attacked Faya-Largeau denied, by "}},
		{"troops not welcome", "Finland would not accept NATO troops on its soil.", nil, []string{"NATO backs Finland denied, by "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range reader(t).Read(graph.NewDocument("x", test.text+"\n", graph.Appearance{Published: "2024-05-06"})).Statements {
				got = append(got, line(s)+", by "+string(s.Speaker))
			}
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s\n got %q\nwant %q", test.text, got, want)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("%s\n got %q", test.text, not)
				}
			}
		})
	}
}
