package extract_test

import "testing"

// What somebody said is no more than his claim where the article says that nobody confirms it.
func TestUnverified(t *testing.T) {
	const said = "The M23 said that its fighters had captured Goma. "
	const claim, fact = "March_23_Movement captured Goma alleged", "March_23_Movement captured Goma affirmed"
	var tests []resolved
	for _, text := range []string{
		said + "The claim could not be independently verified.",
		said + "Kinshasa has not confirmed this.",
		said + "The army has yet to confirm the report.",
		said + "It was not immediately possible to verify the claim.",
		said + "The BBC was unable to verify either claim.",
		said + "There was no independent confirmation of this.",
		"The M23 said it had captured Goma, a claim that could not be verified.",
	} {
		tests = append(tests, resolved{name: text, text: text, want: []string{claim}, not: []string{fact}})
	}
	for _, text := range []string{
		said + "The army confirmed this.",
		said + "Kinshasa did not confirm reports of deaths.",
		said + "The M23 could not confirm the report.",
		"The M23 captured Goma on Monday. Kinshasa has not confirmed this.",
	} {
		tests = append(tests, resolved{name: text, text: text, want: []string{fact}, not: []string{claim}})
	}
	readEach(t, tests)
}
