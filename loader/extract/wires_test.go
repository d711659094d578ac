package extract_test

import (
	"slices"
	"testing"
)

// What dispatches tell as claimed, denied, feared or planned by one side or the other.
func TestWires(t *testing.T) {
	tests := []struct {
		name, text string
		want, not  []string // statements as line gives them
	}{
		{
			name: "not a single soldier",
			text: "\"There is not a single Chadian soldier in Libya,\" a minister said.",
			want: []string{"Chad deployed_to Libya_(territory) denied"},
		},
		{
			name: "what an enemy says and somebody denies is a claim",
			text: "Chad fought Libya for years. Libya said Chad was arming Boko Haram. Chad denied arming Boko Haram.",
			want: []string{"Chad backs Boko_Haram alleged", "Chad backs Boko_Haram denied"},
			not:  []string{"Chad backs Boko_Haram affirmed"},
		},
		{
			name: "nobody denies what he says himself",
			text: "President Idriss Deby claimed that Chad had captured Faya. Chad rejected the accusation.",
			not:  []string{"Chad captured Faya-Largeau denied"},
		},
		{
			name: "who is charged denies his own deed, not that of others",
			text: "Mali claimed that Ukraine had helped the M23 to attack Goma, an allegation that Kyiv denies.",
			want: []string{"Ukraine backs March_23_Movement denied"},
			not:  []string{"March_23_Movement attacked Goma denied"},
		},
		{
			name: "one of two",
			text: "Goma was shelled by either Chad or Niger.",
			want: []string{"Chad attacked Goma alleged", "Niger attacked Goma alleged"},
			not:  []string{"Chad attacked Goma affirmed"},
		},
		{
			name: "a loss that is only weighed",
			text: "The loss of Goma to the M23 would be a blow.",
			want: []string{"March_23_Movement captured Goma alleged"},
			not:  []string{"March_23_Movement captured Goma affirmed"},
		},
		{
			name: "whom a warning awaits",
			text: "Libya warned Chad it would face war if it armed the rebels. Libya told Chad it must leave Faya.",
			want: []string{"Chad fights Libya alleged", "Chad withdrew_from Faya-Largeau alleged"},
			not:  []string{"Libya withdrew_from Faya-Largeau alleged"},
		},
		{
			name: "on whose soil",
			text: "Sudan denied that Libyan troops were on its soil.",
			want: []string{"Libya deployed_to Sudan_(territory) denied"},
		},
		{
			name: "troops that nobody wants may come",
			text: "Niger does not want Malian troops in Agadez.",
			want: []string{"Mali deployed_to Agadez alleged"},
			not:  []string{"Mali deployed_to Agadez denied"},
		},
		{
			name: "bases that somebody threatens are there",
			text: "Kataib Hezbollah threatened to attack Turkish bases in Bashiqa.",
			want: []string{"Turkey deployed_to Bashiqa affirmed", "Kata'ib_Hezbollah attacked Bashiqa alleged"},
		},
		{
			name: "guerrillas in a country are not the country",
			text: "China is arming the Khmer Rouge guerrillas in Cambodia, whom it also trains.",
			want: []string{"China backs Khmer_Rouge affirmed"},
			not:  []string{"China backs Cambodia affirmed"},
		},
		{
			name: "claims that a name before them owns",
			text: "Chad has denied Libyan claims that it is shipping arms to Niger. Sudan denied US claims that it bombed Goma.",
			want: []string{"Chad backs Niger denied", "Chad backs Niger alleged", "Sudan attacked Goma denied"},
		},
		{
			name: "said behind a condition",
			text: "Sudan said that if Libya attacked, Chad would send troops to Faya.",
			want: []string{"Chad deployed_to Faya-Largeau alleged"},
		},
		{
			name: "who said so accuses another, too",
			text: "Congo's army said that Uganda had let the M23 pass, and it accused Rwanda of arming the M23.",
			want: []string{"Democratic_Republic_of_the_Congo opposes Rwanda affirmed", "Rwanda backs March_23_Movement alleged"},
			not:  []string{"Rwanda opposes Uganda affirmed"},
		},
		{
			name: "one's own offensive",
			text: "Libya was preparing an offensive to recapture Faya.",
			want: []string{"Libya captured Faya-Largeau alleged"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := statements(t, test.text)
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("missing %q in %q", want, got)
				}
			}
			for _, not := range test.not {
				if slices.Contains(got, not) {
					t.Errorf("invented %q", not)
				}
			}
		})
	}
}
