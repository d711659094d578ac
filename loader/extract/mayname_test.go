package extract_test

import "testing"

// Names are found in sentences that have no capital but the one of a first word that is no name.
func TestNamesWithoutCapitals(t *testing.T) {
	for _, sentence := range []string{
		"He said the 57th motorised infantry brigade attacked the 12th armoured brigade.",
		"When I left, it said that the 57th motorised infantry brigade had fought the 12th armoured brigade.",
	} {
		t.Run(sentence, func(t *testing.T) {
			checkPassage(t, sentence, []string{"~12th_armoured_brigade fights ~57th_motorised_infantry_brigade affirmed"}, nil)
		})
	}
}
