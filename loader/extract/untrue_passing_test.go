package extract_test

import (
	"testing"

	"entente.example/graph"
)

// None of these sentences affirms anything: what is denied in passing, said of lies and forgeries, doubted, played, spared.
func TestNothingDeniedInPassingIsAffirmed(t *testing.T) {
	r := reader(t)
	for _, sentence := range []string{
		"While it denies arming the LNA, Chad trains police in Niger.",
		"Chad, which has denied arming the LNA and attacking Sirte, closed its border.",
		"Chad denied arming the LNA or sending troops to Libya.",
		"Chad denied that it had armed the LNA, sent troops to Libya or attacked Sirte.",
		"Chad's president, who denies that his army attacked Sirte, met Haftar.",
		"The army chief denied his troops had attacked Sirte and captured Sabha.",
		"Chad dismissed as lies reports that it had armed the LNA and shelled Sirte.",
		"Chad called \"lies\" the reports that it armed the LNA.",
		"\"Chad has never armed the LNA and never will,\" Deby said.",
		"\"We do not arm the LNA, nor do we train it,\" Chad's president said.",
		"\"It is not us who armed the LNA,\" a Chadian spokesman said.",
		"\"Those who say that Chad arms the LNA are liars,\" Deby said.",
		"\"Anyone who claims that Chad arms the LNA is lying,\" he said.",
		"\"The allegation that Chad armed the LNA is pure fantasy,\" Deby said.",
		"\"To say that Chad arms the LNA is to insult Chad,\" Deby said.",
		"The minister said it was untrue that Chad armed the LNA.",
		"The minister said there was no truth in reports that Chad armed the LNA.",
		"There is no truth to the claim that Chad armed the LNA.",
		"There is not a shred of evidence that Chad armed the LNA.",
		"There is scant evidence that Chad armed the LNA.",
		"Evidence that Chad armed the LNA is thin.",
		"Egypt failed to prove that Chad armed the LNA.",
		"Egypt has yet to prove that Chad armed the LNA.",
		"Egypt offered no proof that Chad armed the LNA.",
		"Egypt withdrew its accusation that Chad armed the LNA.",
		"Egypt retracted its claim that Chad armed the LNA.",
		"Egypt dropped charges that Chad armed the LNA.",
		"Egypt apologised for saying that Chad armed the LNA.",
		"Egypt stopped claiming that Chad armed the LNA.",
		"Egypt no longer claims that Chad arms the LNA.",
		"Egypt never said that Chad armed the LNA.",
		"Egypt did not say that Chad armed the LNA.",
		"Egypt refused to say whether Chad armed the LNA.",
		"Egypt would not say if Chad armed the LNA.",
		"Egypt declined to comment on reports that Chad armed the LNA.",
		"Egypt doubts that Chad armed the LNA.",
		"Egypt questioned whether Chad armed the LNA.",
		"Egypt does not believe that Chad armed the LNA.",
		"Egypt is not convinced that Chad armed the LNA.",
		"Egypt found it hard to believe that Chad armed the LNA.",
		"It is unlikely that Chad armed the LNA.",
		"It is doubtful that Chad armed the LNA.",
		"It is improbable that Chad attacked Sirte.",
		"It is not certain that Chad attacked Sirte.",
		"It is not known if Chad attacked Sirte.",
		"It is inconceivable that Chad attacked Sirte.",
		"It cannot be ruled out that Chad attacked Sirte.",
		"It has not been established that Chad attacked Sirte.",
		"It was never proved that Chad attacked Sirte.",
		"It is a myth that Chad armed the LNA.",
		"The myth that Chad armed the LNA persists.",
		"The belief that Chad armed the LNA is mistaken.",
		"The notion that Chad armed the LNA does not hold up.",
		"The theory that Chad armed the LNA has no basis.",
		"The story that Chad armed the LNA was made up.",
		"The rumour that Chad armed the LNA was started by Egypt.",
		"The conspiracy theory that Chad armed the LNA spread online.",
		"The hypothesis that Chad armed the LNA was tested.",
		"Propaganda claims that Chad arms the LNA.",
		"State television lied that Chad had armed the LNA.",
		"A forged letter suggested that Chad had armed the LNA.",
		"The letter, which says that Chad armed the LNA, is a forgery.",
		"Documents alleging that Chad armed the LNA were forged.",
		"In his novel, Chad arms the LNA and conquers Libya.",
		"In the film Chad attacks Sirte.",
		"In a war game held in Malta, Chad attacked Sirte.",
		"The exercise assumed that Chad had attacked Sirte.",
		"The scenario has Chad attacking Sirte.",
		"The drill simulated a Chadian attack on Sirte.",
		"The plan foresees that Chad would attack Sirte.",
		"A Chadian attack on Sirte was called off at the last minute.",
		"A Chadian attack on Sirte was narrowly averted.",
		"A Chadian attack on Sirte failed to materialise.",
		"A Chadian attack on Sirte has so far not happened.",
		"The feared Chadian attack on Sirte did not come.",
		"The long-awaited Chadian attack on Sirte has not begun.",
		"The much-feared Chadian invasion of Libya never happened.",
		"Libya was spared a Chadian invasion.",
		"Libya escaped a Chadian invasion.",
		"Sirte has never been attacked by Chad.",
		"Sirte has so far been spared Chadian air strikes.",
		"Sirte has not fallen to Chad.",
		"Sirte did not fall to the LNA.",
		"Sirte held out against the LNA.",
		"Sirte remains out of the LNA's reach.",
		"The LNA is nowhere near Sirte.",
		"The LNA has no presence in Sirte.",
		"The LNA has no fighters in Sirte.",
		"The LNA is not present in Sirte.",
		"The LNA was kept out of Sirte.",
		"The LNA was prevented from entering Sirte.",
		"The LNA stopped short of Sirte.",
		"The LNA bypassed Sirte.",
		"The LNA left Sirte alone.",
		"The LNA does not hold Sirte.",
		"The LNA does not hold a single town in Fezzan.",
		"Haftar is not the leader of the LNA.",
		"Haftar denies leading the LNA.",
		"Haftar has never led the LNA.",
		"Haftar refused to lead the LNA.",
		"Haftar was asked to lead the LNA.",
		"Haftar could one day lead the LNA.",
	} {
		for _, s := range r.Read(graph.NewDocument("passing", sentence, graph.Appearance{Published: "2020-05-28"})).Statements {
			if s.Polarity == graph.Affirmed && s.Relation != graph.Opposes {
				t.Errorf("%q: %s (%s)", sentence, line(s), s.Citations[0].Rule)
			}
		}
	}
}

// A denial of "these reports" does not reach what a clause between commas told of before in the article's own voice.
func TestDenialsDoNotReachWhatIsToldInPassing(t *testing.T) {
	text := "The UN says Chad, which fought Hamas in 2009, now arms the LNA. N'Djamena denies these reports."
	for _, s := range reader(t).Read(graph.NewDocument("doubt", text, graph.Appearance{Published: "2020-05-28"})).Statements {
		if s.Relation == graph.Fights && s.Polarity != graph.Affirmed || s.Relation == graph.Backs && s.Polarity == graph.Affirmed {
			t.Errorf("%s %s %s %s", s.Subject, s.Relation, s.Object, s.Polarity)
		}
	}
}
