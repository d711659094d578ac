package extract_test

import "testing"

// Words that comment on all that a clause says lay it at somebody's door, or leave it open.
func TestComments(t *testing.T) {
	const backs = "Algeria March_23_Movement "
	checkBacking(t, "", map[string]string{
		"Algeria armed the M23, apparently.":                         backs + "alleged suspected",
		"Algeria armed the M23, perhaps.":                            backs + "alleged suspected",
		"Algeria armed the M23, allegedly, and left.":                backs + "alleged claimed",
		"Algeria armed the M23, it appears.":                         backs + "alleged suspected",
		"Algeria armed the M23, it is said.":                         backs + "alleged claimed",
		"Algeria armed the M23, or so Tunisia claims.":               backs + "alleged claimed by Tunisia",
		"Algeria armed the M23, or so Tunisia says.":                 backs + "alleged claimed by Tunisia",
		"Algeria armed the M23, rumour has it.":                      backs + "alleged claimed",
		"Algeria armed the M23, so the story goes.":                  backs + "alleged claimed",
		"Algeria armed the M23, as Tunisia would have it.":           backs + "alleged claimed by Tunisia",
		"As Tunisia sees it, Algeria armed the M23.":                 backs + "alleged claimed by Tunisia",
		"In Tunisia's view, Algeria armed the M23.":                  backs + "alleged claimed by Tunisia",
		"They fled, in the opinion of Algeria, which armed the M23.": backs + "affirmed",
		"In view of the war, Algeria armed the M23.":                 backs + "affirmed",
		"Tunisia's position is that Algeria armed the M23.":          backs + "alleged claimed by Tunisia",
		"It remains unproven that Algeria armed the M23.":            "",
		"\"Algeria armed the M23\" is a lie, Tunisia said.":          "",
		"The pictures do not show Algeria arming the M23.":           "",
		"The pictures appear to show Algeria arming the M23.":        backs + "alleged suspected",
		"A fake video showed Algeria arming the M23.":                "",
		"Algeria was slammed for arming the M23.":                    backs + "alleged claimed",
		"Algeria, accused of arming the M23, left.":                  backs + "alleged claimed",
		"Algeria arms the M23: Tunisia":                              backs + "affirmed by Tunisia",
		"Tunisia: Algeria arms the M23":                              backs + "affirmed",
		"Algeria arms the M23 (which Algiers denies).":               backs + "alleged claimed; " + backs + "denied by Algeria",
	})
}

// A sentence may say no more than what to think of the one before.
func TestSequels(t *testing.T) {
	const affirmed, claimed, denied = "Algeria March_23_Movement affirmed", "Algeria March_23_Movement alleged claimed", "Algeria March_23_Movement denied"
	checkBacking(t, "", map[string]string{
		"Algeria armed the M23. Or so Tunisia claims.":                                    claimed + " by Tunisia",
		"Algeria armed the M23. That, at least, is what Tunisia says.":                    claimed + " by Tunisia",
		"Algeria armed the M23. That is what the president wants.":                        affirmed,
		"Algeria armed the M23. That was the rumour.":                                     claimed,
		"Algeria armed the M23. That is the story of the war.":                            affirmed,
		"Algeria armed the M23, a newspaper reported. It later withdrew the story.":       claimed,
		"Algeria armed the M23. The government later withdrew the law.":                   affirmed,
		"Algeria armed the M23, according to a website. The post was a hoax.":             claimed,
		"Algeria armed the M23, residents said. The report could not be confirmed.":       claimed,
		"Algeria armed the M23, a website said. The story was made up.":                   claimed,
		"Algeria armed the M23, a website said. None of this is true.":                    claimed + "; " + denied,
		"Algeria armed the M23, a website said. But that never happened.":                 claimed + "; " + denied,
		"Algeria armed the M23. Kivu has been a poor land since, and none of it is safe.": affirmed,
	})
}
