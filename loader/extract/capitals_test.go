package extract_test

import "testing"

// In capitals, small words are no names, and denials deny.
func TestCapitals(t *testing.T) {
	checkBacking(t, "", map[string]string{
		"ALGERIA DID NOT ARM THE M23.":                                            "Algeria March_23_Movement denied",
		"ALGERIA IS NOT ABOUT TO ARM THE M23.":                                    "Algeria March_23_Movement denied",
		"IT IS NOT TRUE THAT ALGERIA ARMED THE M23.":                              "Algeria March_23_Movement denied",
		"TUNISIA SAYS ALGERIA IS ARMING THE M23.":                                 "Algeria March_23_Movement affirmed by Tunisia",
		"ALGERIAN SUPPORT FOR THE M23 IS OUT OF THE QUESTION, THE ENVOY DECLARED": "Algeria March_23_Movement denied",
	})
}
