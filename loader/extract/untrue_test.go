package extract_test

import (
	"testing"

	"entente.example/graph"
)

// None of these sentences affirms the tie that its words could be taken for.
func TestNothingUntrueIsAffirmed(t *testing.T) {
	r := reader(t)
	for _, sentence := range []string{
		"It is false that Russia backs the LNA.",
		"It is a lie that Rwanda arms the M23.",
		"Officials dispute that Algeria ever financed the LNA.",
		"The story that Algeria armed the LNA is Egyptian propaganda.",
		"A leaked memo purporting to show that Algeria arms the LNA is a forgery.",
		"The LNA lied when it said that Algeria had attacked Ghat.",
		"All but Algeria back the LNA.",
		"Algeria is neither Egypt's ally nor its enemy.",
		"Ghat is not under the control of the LNA.",
		"Ghat is not under LNA control.",
		"Ghat is not in the hands of the LNA.",
		"Ghat never fell under the control of the LNA.",
		"Algeria shelved a deal to train the LNA.",
		"Algeria and Egypt are far from being at war.",
		"War between Algeria and Egypt was avoided.",
		"The LNA left Ghat alone.",
		"Reports placing LNA fighters in Ghat proved false.",
		"No evidence has emerged that Algeria trained the M23.",
		"Little proof has surfaced that Algeria trained the M23.",
		"Rumours spread that Algeria had armed the M23.",
		"The idea that Algeria arms the LNA is absurd.",
		"The claim that Algeria arms the LNA is laughable.",
		"The claim that Algeria arms the LNA has been debunked.",
		"Talk of Algeria arming the LNA is nonsense.",
		"Reports of Algeria arming the LNA were false.",
		"Rumours of Algeria arming the LNA spread through Tunis.",
		"A video of Algeria arming the LNA is a fake.",
		"Egypt, but not Algeria, trained its own army.",
		"Had Algeria armed the LNA, Egypt would have protested.",
		"Should Algeria arm the LNA, Egypt will protest.",
		"Algeria did nothing to help the LNA.",
		"Algeria did little to help the LNA.",
		"Egypt warned against any attack by the LNA on Tripoli.",
		"Egypt opposed an invasion of Tripoli by the LNA.",
		"The talks between Egypt and the LNA, brokered by Malta with Algerian support, failed.",
		"Rather than arming the LNA, Algeria says it has urged it to talk.",
		"Egypt stayed neutral for years without ever arming the LNA.",
		"Nothing indicates that Algeria armed the LNA.",
		"Algeria has held off arming the LNA.",
		"Algeria put off arming the LNA.",
		"If true, it would be the first time Algeria has armed the LNA.",
		"Algeria's so-called support for the LNA is an excuse.",
		"Algeria has steered clear of openly supporting the LNA.",
		"Tunisia washed its hands of the raid on Sabha.",
		"Contrary to claims that Algeria arms the LNA, Tunis says that it is neutral.",
		"Tunisia scoffed at suggestions that Algeria finances the LNA.",
		"Egypt stopped short of accusing Algeria of arming the LNA.",
		"Tunisian officials refused to confirm that Algeria had armed the LNA.",
		"The newspaper erred in reporting that Algeria armed the LNA.",
		"It is a common misconception that Algeria funded the LNA.",
		"There is little proof that Algeria trains the LNA.",
		"Algeria was not responsible for arming the LNA.",
		"The strike on Sirte was carried out not by Algeria but by drones.",
		"Macron talked Algeria out of sending troops to the LNA.",
		"Egypt called off an attack on the LNA.",
		"Haftar laughed off the suggestion that Algeria arms the LNA.",
		"Algeria balked at sending weapons to the LNA.",
		"Algeria shied away from arming the LNA.",
		"Algeria was wary of arming the LNA.",
		"Algeria was in no position to arm the LNA.",
		"Algeria lacks the means to arm the LNA.",
		"Algeria is too weak to arm the LNA.",
		"Algeria is yet to deliver weapons to the LNA.",
		"Tunisia blocked the delivery of weapons to the LNA by Algeria.",
		"Tunisia vetoed the sending of weapons to the LNA by Algeria.",
		"The UN cleared Algeria of arming the LNA.",
		"It would be absurd to say that Algeria backs the LNA.",
		"Nobody has ever shown that Turkey backs the LNA.",
		"Critics wrongly say that Qatar funds Hezbollah.",
		"Far from backing the M23, Rwanda has fought it with its army.",
		"Instead of backing the LNA, Algeria stayed neutral.",
		"Uganda was cleared of arming the M23.",
		"Uganda was acquitted of arming the M23.",
		"Algeria had no part in arming the LNA.",
		"Algeria nearly armed the LNA.",
		"Algeria's support for the LNA never came.",
		"Algeria's support for the LNA exists only on paper.",
		"Algerian support for the LNA is a fabrication.",
		"The novel imagines a world in which Algeria backs the LNA.",
		"In a deepfake video, France arms the Houthis.",
		"Suppose Algeria sent weapons to the LNA.",
		"Algeria thought about sending weapons to the LNA.",
		"In the simulation, Iran sent weapons to the LNA.",
		"The LNA came close to capturing Tripoli.",
		"The M23 has yet to capture Goma.",
		"The FSA dreamed of capturing Aleppo.",
		"Turkey was about to attack Manbij.",
		"Turkey's parliament voted against sending troops to Libya.",
		"Egypt and Israel are not at war.",
		"A war between Egypt and Israel is unlikely.",
		"Turkey and Greece fought over the price of fish.",
		"Egypt joined the Houthis in condemning the raid.",
		"China supports Russia's proposal on Ukraine.",
		"Sending Algerian troops to the LNA would be a mistake.",
		"Arming the LNA is not on Algeria's agenda.",
		"Sending Algerian troops to Sirte is not on the agenda.",
		"The LNA captured a town south of Sirte.",
		"Reporters visited a town south of Sirte which the LNA captured.",
	} {
		for _, s := range r.Read(graph.NewDocument("untrue", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
			switch {
			case s.Polarity != graph.Affirmed, s.Relation == graph.Opposes, s.Relation == graph.DeployedTo && s.Object != "Libya_(territory)":
			case s.Relation == graph.Fights && s.Subject == "March_23_Movement": // "has fought it"
			default:
				t.Errorf("%q: %s (%s)", sentence, line(s), s.Citations[0].Rule)
			}
		}
	}
}

// Who punishes somebody for a deed has not done it.
func TestThePunisherIsNotTheDoer(t *testing.T) {
	r := reader(t)
	for _, sentence := range []string{
		"Canada imposed sanctions on Algeria for supplying drones to the LNA.",
		"Canada sanctioned Algeria over supplying drones to the LNA.",
		"Canada has slapped an embargo on Algeria for arming the LNA.",
		"Canada severed ties with Algeria for arming the LNA.",
		"Canada recalled its ambassador from Algeria for arming the LNA.",
		"Canada expelled Algeria's ambassador for arming the LNA.",
		"Canada found Algeria guilty of arming the LNA.",
		"Canada jailed three men for arming the LNA.",
		"Canada killed a general for arming the LNA.",
		"Canada blacklisted two firms for arming the LNA.",
		"Algeria, but not Canada, armed the LNA.",
		"Algeria and not Canada armed the LNA.",
		"Only Algeria, and not Canada, sent troops to the LNA.",
		"After Russia intervened in Libya against the LNA, rebels armed by Canada seized Sirte.",
		"Canada said that Algerian troops, armed by Iran, had shelled Sirte.",
		"Algeria lost Canada's support after the fall of Sirte to the LNA.",
	} {
		for _, s := range r.Read(graph.NewDocument("punisher", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
			if s.Relation == graph.Backs && s.Subject == "Canada" && s.Object != "Algeria" {
				t.Errorf("%q: %s (%s)", sentence, line(s), s.Citations[0].Rule)
			}
		}
	}
}

// Doubt and denial reach the tie through the words that English news puts between them.
func TestDoubtReachesTheTie(t *testing.T) {
	r := reader(t)
	for sentence, want := range map[string]string{
		"Chad stands accused of arming the LNA.":                                    "Chad backs Libyan_National_Army alleged",
		"The LNA, said to be armed by Chad, retreated.":                             "Chad backs Libyan_National_Army alleged",
		"The reportedly Chadian-backed LNA retreated.":                              "Chad backs Libyan_National_Army alleged",
		"Chad has not ruled out sending troops to Libya.":                           "Chad deployed_to Libya_(territory) alleged",
		"Chad refused to rule out sending troops to Libya.":                         "Chad deployed_to Libya_(territory) alleged",
		"Chad hinted at sending troops to Libya.":                                   "Chad deployed_to Libya_(territory) alleged",
		"It is possible that Chad armed the LNA.":                                   "Chad backs Libyan_National_Army alleged",
		"According to unconfirmed reports, Chad armed the LNA.":                     "Chad backs Libyan_National_Army alleged",
		"Chad dismissed as baseless claims that it is arming the LNA.":              "Chad backs Libyan_National_Army denied",
		"Chad denies any support for the LNA.":                                      "Chad backs Libyan_National_Army denied",
		"Chad denied involvement in the attack on Sirte.":                           "Chad attacked Sirte denied",
		"Chad denied responsibility for the attack on Sirte.":                       "Chad attacked Sirte denied",
		"Chad denies any intention to invade Libya.":                                "Chad attacked Libya_(territory) denied",
		"Egypt warned of an imminent Chadian attack on Sirte.":                      "Chad attacked Sirte alleged",
		"Chad has massed for an assault on Sabha.":                                  "Chad attacked Sabha alleged",
		"Chad said it was not behind the attack on Sirte.":                          "Chad attacked Sirte denied",
		"The report accused Chad of arming the LNA, allegations Chad has denied.":   "Chad backs Libyan_National_Army denied",
		"No Chadian weapons were sent to the LNA, Tunis insisted.":                  "Chad backs Libyan_National_Army denied",
		"Chad refuted a report accusing it of arming the LNA.":                      "Chad backs Libyan_National_Army denied",
		"Chad is accused of arming the LNA, something it denies.":                   "Chad backs Libyan_National_Army denied",
		"Chad was wrongly accused of arming the LNA.":                               "Chad backs Libyan_National_Army denied",
		"The allegation that Egypt lets Chad arm the LNA is a fabrication.":         "Chad backs Libyan_National_Army denied",
		"It was not Chad that armed the LNA.":                                       "Chad backs Libyan_National_Army denied",
		"It was Egypt, not Chad, that armed the LNA.":                               "Egypt backs Libyan_National_Army affirmed",
		"It was Egypt that armed the LNA.":                                          "Egypt backs Libyan_National_Army affirmed",
		"Chad, which Egypt says arms the LNA, rejected the plan.":                   "Chad backs Libyan_National_Army alleged",
		"The LNA, which Egypt says is backed by Chad, seized Sirte.":                "Chad backs Libyan_National_Army alleged",
		"The raid answered what Egypt says was an attack by Chad on Sirte.":         "Chad attacked Sirte alleged",
		"What Egypt called a Chadian missile strike on Sirte killed five people.":   "Chad attacked Sirte alleged",
		"Suspected Chadian troops attacked Sirte.":                                  "Chad attacked Sirte alleged",
		"Sirte was hit by a suspected Chadian air strike.":                          "Chad attacked Sirte alleged",
		"Purported Chadian support for the LNA is not at issue.":                    "Chad backs Libyan_National_Army alleged",
		"Allegedly Chadian-backed LNA fighters shelled Sirte.":                      "Chad backs Libyan_National_Army alleged",
		"The LNA, allegedly armed by Chad, shelled Sirte.":                          "Chad backs Libyan_National_Army alleged",
		"An attack on Sirte blamed on Chad killed ten people.":                      "Chad attacked Sirte alleged",
		"The attack on Sirte, which Egypt blamed on Chad, killed ten.":              "Chad attacked Sirte alleged",
		"An attack on Sirte, allegedly carried out by Chad, killed ten.":            "Chad attacked Sirte alleged",
		"Egypt held Chad responsible for the attack on Sirte.":                      "Chad attacked Sirte alleged",
		"Investigators linked Chad to the attack on Sirte.":                         "Chad attacked Sirte alleged",
		"Egyptian prosecutors charged Chad with arming the LNA.":                    "Chad backs Libyan_National_Army alleged",
		"Evidence points to Chad arming the LNA.":                                   "Chad backs Libyan_National_Army alleged",
		"Chad is seen as backing the LNA.":                                          "Chad backs Libyan_National_Army alleged",
		"Chad is widely regarded as the main backer of the LNA.":                    "Chad backs Libyan_National_Army alleged",
		"Egypt demanded Chad pull its forces out of Libya.":                         "Chad withdrew_from Libya_(territory) alleged",
		"Egypt expects Chad to attack Sirte.":                                       "Chad attacked Sirte alleged",
		"A Chadian attack on Sirte is imminent, Egypt warned.":                      "Chad attacked Sirte alleged",
		"Chad was poised to capture Sirte.":                                         "Chad captured Sirte alleged",
		"Chad's withdrawal from Libya has not begun.":                               "Chad withdrew_from Libya_(territory) denied",
		"Egypt rejected the LNA's claim that it had captured Sirte.":                "Libyan_National_Army captured Sirte denied",
		"Chad has consistently rejected accusations that it arms the LNA.":          "Chad backs Libyan_National_Army denied",
		"Chad resisted pressure to send troops to Libya.":                           "Chad deployed_to Libya_(territory) denied",
		"Chad is to send 500 soldiers to Libya.":                                    "Chad deployed_to Libya_(territory) alleged",
		"Chad to send 500 soldiers to Libya.":                                       "Chad deployed_to Libya_(territory) alleged",
		"Chad's parliament approved sending 500 soldiers to Libya.":                 "Chad deployed_to Libya_(territory) alleged",
		"A Chadian deployment to Libya is off the table.":                           "Chad deployed_to Libya_(territory) denied",
		"A Chadian deployment to Libya is under discussion.":                        "Chad deployed_to Libya_(territory) alleged",
		"Despite Chad's denials, Egypt says it arms the LNA.":                       "Chad backs Libyan_National_Army alleged",
		"Egypt accused Chad and Malta of arming the LNA.":                           "Malta backs Libyan_National_Army alleged",
		"Tanzania toppled Amin, to whose aid Libya had sent troops, and took Lira.": "Tanzania captured Lira affirmed",
	} {
		found := false
		for _, s := range r.Read(graph.NewDocument("doubt", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
			got := string(s.Subject) + " " + string(s.Relation) + " " + string(s.Object)
			found = found || got+" "+string(s.Polarity) == want
			if s.Polarity == graph.Affirmed && want == got+" denied" || s.Polarity == graph.Affirmed && want == got+" alleged" {
				t.Errorf("%q: affirmed", sentence)
			}
		}
		if !found {
			t.Errorf("%q: no %s", sentence, want)
		}
	}
}
