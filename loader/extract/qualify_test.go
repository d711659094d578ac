package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/loader/extract"
)

// checkBacking holds who is said to back whom in each text, as said gives it, joined by "; ", behind the tie that all of them have.
func checkBacking(t *testing.T, tie string, backing map[string]string) {
	t.Helper()
	r := reader(t)
	for text, want := range backing {
		if want != "" {
			want = tie + want
		}
		if got := strings.Join(said(t, r, text, graph.Backs), "; "); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// said lists what the sentence states in one relation: "Turkey backs GNA denied", with modality and speaker where told.
func said(t *testing.T, r *extract.Reader, sentence string, relation graph.Relation) []string {
	t.Helper()
	reading := r.Read(graph.NewDocument("test", sentence, graph.Appearance{Published: "2020-05-28"}))
	var lines []string
	for _, s := range reading.Statements {
		if s.Relation != relation {
			continue
		}
		line := fmt.Sprintf("%s %s %s", s.Subject, s.Object, s.Polarity)
		if s.Modality != "" {
			line += " " + string(s.Modality)
		}
		if s.Speaker != "" {
			line += " by " + string(s.Speaker)
		}
		if via := s.Citations[0].Via; via != "" {
			line += " via " + string(via)
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

// How the text stands to a tie: each rule of polarity, modality and speaker in both directions.
func TestQualifiers(t *testing.T) {
	r := reader(t)
	tests := []struct {
		relation graph.Relation
		sentence string
		want     string // statements joined by "; ", empty for none
	}{
		// negation and its scope
		{graph.Backs, "Turkey armed Hezbollah.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey did not arm Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey has never armed Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey not only armed Hezbollah but praised it.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey no longer arms Hezbollah.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey did not meet the envoy and armed Hezbollah.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey did not arm or train Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey refused to arm Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey declined to arm Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey won the vote without arming Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey stopped short of arming Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey ruled out arming Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey has no intention of arming Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey had no plans to arm Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "There is no evidence that Turkey armed Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey sends drones to Hezbollah, but Ankara denies it.", "Turkey Hezbollah affirmed; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey has armed Hezbollah. Ankara rejected the accusations.", "Turkey Hezbollah affirmed; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Israel accused Turkey of arming Hezbollah. Ankara denied the charge.", "Turkey Hezbollah alleged claimed by Israel; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey has armed Hezbollah. Ankara called that nonsense.", "Turkey Hezbollah affirmed; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey has armed Hezbollah, a paper wrote. The report was false.", "Turkey Hezbollah alleged claimed; Turkey Hezbollah denied"},
		{graph.Backs, "Turkey has armed Hezbollah. Israel denied it.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey has armed Hezbollah. Ankara rejected the offer.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey condemned Iran for arming Hezbollah.", "Iran Hezbollah alleged claimed by Turkey"},
		{graph.Captured, "The M23 claimed to have captured Goma.", "March_23_Movement Goma alleged claimed by March_23_Movement"},
		{graph.WithdrewFrom, "The Soviets' failure to withdraw from Iran angered them.", "Soviet_Union Iran_(territory) denied"},
		{graph.MemberOf, "Voters support Ukraine's bid to join the EU.", "Ukraine European_Union alleged planned"},
		{graph.WithdrewFrom, "Turkey did not withdraw from Idlib until May.", "Turkey Idlib affirmed"},
		{graph.WithdrewFrom, "Turkey would not withdraw from Idlib for another year.", "Turkey Idlib affirmed"},
		{graph.WithdrewFrom, "Turkey did not withdraw from Idlib in May.", "Turkey Idlib denied"},
		{graph.Fights, "Neither Iran nor Turkey attacked Israel.", "Iran Israel denied; Israel Turkey denied"},
		{graph.Fights, "Israel stopped Iran from attacking Syria.", ""},
		{graph.Fights, "Egypt did not mention Russia's war against Ukraine.", "Russia Ukraine affirmed"},
		{graph.Fights, "Egypt did not take part in the war against Ethiopia.", "Egypt Ethiopia denied"},
		// who denies
		{graph.Backs, "Turkey denied arming Hezbollah.", "Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey denied that it armed Hezbollah.", "Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey denied it had armed Hezbollah.", "Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey did not deny that it armed Hezbollah.", ""},
		{graph.Backs, "Recep Tayyip Erdogan dismissed reports that Turkey armed Hezbollah.", "Turkey Hezbollah denied by Recep_Tayyip_Erdoğan"},
		{graph.Backs, "Turkey rejected allegations of support for Hezbollah.", "Turkey Hezbollah alleged claimed; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey rejected accusations that it armed Hezbollah.", "Turkey Hezbollah alleged claimed; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey said it had not armed Hezbollah.", "Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Turkey denied allegations of arming Hezbollah.", "Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Israel says Turkey is arming Hezbollah, a charge that Ankara denies.", "Turkey Hezbollah alleged claimed by Israel; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Israel says Turkey is arming Hezbollah, a charge Ankara denies.", "Turkey Hezbollah alleged claimed by Israel; Turkey Hezbollah denied by Turkey"},
		{graph.Backs, "Israel says Turkey is arming Hezbollah, which Ankara denies.", "Turkey Hezbollah alleged claimed by Israel; Turkey Hezbollah denied by Turkey"},
		{graph.Fights, "Turkey, which denies arming Hamas, attacked Syria.", "Syria Turkey affirmed"},
		{graph.Fights, "Turkey denied any part in the war of Iran against Israel.", ""},
		{graph.Fights, "Turkey denied the report but attacked Syria.", "Syria Turkey affirmed"},
		// claims
		{graph.Captured, "Hezbollah claimed to have captured Aleppo.", "Hezbollah Aleppo alleged claimed by Hezbollah"},
		{graph.Backs, "Israel accused Turkey of arming Hezbollah.", "Turkey Hezbollah alleged claimed by Israel"},
		{graph.Backs, "Turkey, accused by Israel of arming Hezbollah, kept silent.", "Turkey Hezbollah alleged claimed by Israel"},
		{graph.Backs, "Turkey was accused of arming Hezbollah.", "Turkey Hezbollah alleged claimed"},
		{graph.Backs, "Israel claimed that Turkey armed Hezbollah.", "Turkey Hezbollah alleged claimed by Israel"},
		{graph.Backs, "Israel said that Turkey armed Hezbollah.", "Turkey Hezbollah affirmed by Israel"},
		{graph.Backs, "Turkey allegedly armed Hezbollah.", "Turkey Hezbollah alleged claimed"},
		{graph.Backs, "Turkey reportedly armed Hezbollah.", "Turkey Hezbollah alleged claimed"},
		{graph.Backs, "Turkey is believed to have armed Hezbollah.", "Turkey Hezbollah alleged suspected"},
		{graph.Backs, "Turkey is said to have armed Hezbollah.", "Turkey Hezbollah alleged claimed"},
		{graph.Backs, "Unconfirmed reports said that Turkey armed Hezbollah.", "Turkey Hezbollah alleged claimed"},
		{graph.Backs, "Egypt fears that Turkey is arming Hezbollah.", "Turkey Hezbollah alleged suspected by Egypt"},
		{graph.Fights, "Egypt fears an Ethiopian invasion of Sudan.", "Ethiopia Sudan alleged suspected by Egypt"},
		{graph.Fights, "Ten men died in what is thought to have been an Ethiopian raid against Sudan.", "Ethiopia Sudan alleged suspected"},
		{graph.Fights, "It was an Ethiopian raid against Sudan.", "Ethiopia Sudan affirmed"},
		{graph.Fights, "Egypt accused Ethiopia of attacks on Sudan.", "Ethiopia Sudan alleged claimed by Egypt"},
		{graph.Fights, "Egypt blamed Ethiopia for the attack on Sudan.", "Ethiopia Sudan alleged claimed by Egypt"},
		{graph.Fights, "Colombo believes that ten people died in the war between Iran and Iraq.", "Iran Iraq affirmed"},
		// plans, threats, offers, demands
		{graph.Backs, "Turkey plans to arm Hezbollah.", "Turkey Hezbollah alleged planned"},
		{graph.Backs, "Turkey will arm Hezbollah.", "Turkey Hezbollah alleged planned"},
		{graph.Backs, "Turkey would have armed Hezbollah.", ""},
		{graph.Backs, "Turkey was ready to arm Hezbollah.", "Turkey Hezbollah alleged planned"},
		{graph.Backs, "Turkey was unwilling to arm Hezbollah.", "Turkey Hezbollah denied"},
		{graph.Backs, "Turkey considered arming Hezbollah.", "Turkey Hezbollah alleged planned"},
		{graph.Backs, "Turkey offered to arm Hezbollah.", "Turkey Hezbollah alleged offered"},
		{graph.Backs, "Turkey repeated its offer to arm Hezbollah.", "Turkey Hezbollah alleged offered"},
		{graph.Fights, "Turkey threatened to attack Syria.", "Syria Turkey alleged threatened"},
		{graph.Fights, "Turkey's threat to attack Syria was noted.", "Syria Turkey alleged threatened"},
		{graph.Backs, "Hezbollah urged Turkey to arm Hamas.", "Turkey Hamas alleged demanded by Hezbollah"},
		{graph.Backs, "Israel warned Turkey not to arm Hezbollah.", ""},
		{graph.Backs, "Israel urged Turkey not to arm Hezbollah.", ""},
		{graph.Fights, "If Turkey attacks Syria, Egypt will protest.", ""},
		{graph.Fights, "Did Turkey attack Syria?", ""},
		{graph.Fights, "Seen from Cairo, did Turkey attack Syria?", ""},
		{graph.Fights, "What if Turkey attacks Syria?", ""},
		{graph.Fights, "Why did Turkey attack Syria?", "Syria Turkey affirmed"},
		{graph.Fights, "Egypt prepared for the case of a Russian invasion of Ukraine.", "Russia Ukraine alleged suspected"},
		{graph.Fights, "Turkey ordered air strikes on Syria.", "Syria Turkey affirmed"},
		{graph.Fights, "Turkey ordered its troops to attack Syria.", "Syria Turkey affirmed"},
		{graph.Fights, "Turkey was the first country to attack Syria.", "Syria Turkey affirmed"},
		{graph.Fights, "Turkey plans to attack Syria. In May, Turkey attacked Syria.", "Syria Turkey affirmed"},
		{graph.Fights, "Turkey plans to attack Syria. It denied that it attacked Syria.", "Syria Turkey alleged planned; Syria Turkey denied by Turkey"},
		// what a change presupposes holds, whatever becomes of the change
		{graph.Fights, "Turkey vowed to intensify its campaign against Syria.", "Syria Turkey affirmed"},
		{graph.Backs, "Turkey pledged to increase its support for Hezbollah.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey refused to end its support for Hezbollah.", "Turkey Hezbollah affirmed"},
		{graph.Backs, "Turkey refused to stop arming Hezbollah.", "Turkey Hezbollah affirmed"},
		{graph.Fights, "Egypt wanted Russia's war against Ukraine to end.", "Russia Ukraine affirmed"},
		// who speaks
		{graph.Fights, "Turkey attacked Syria, Israel said.", "Syria Turkey affirmed by Israel"},
		{graph.Fights, "According to Israel, Turkey attacked Syria.", "Syria Turkey affirmed by Israel"},
		{graph.Fights, "Israel told Reuters that Turkey attacked Syria.", "Syria Turkey affirmed by Israel via Reuters"},
		{graph.Fights, "Turkey attacked Syria; Israel, Egypt said, was calm.", "Syria Turkey affirmed"},
		{graph.Fights, "The Syrian Observatory said that Turkey attacked Libya.", "Libya Turkey affirmed"},
		{graph.Fights, "Syrian officials said that Turkey attacked Libya.", "Libya Turkey affirmed by Syria"},
		{graph.Fights, "Turkey attacked Syria, Reuters reported.", "Syria Turkey affirmed via Reuters"},
	}
	for _, test := range tests {
		t.Run(test.sentence, func(t *testing.T) {
			if got := strings.Join(said(t, r, test.sentence, test.relation), "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
