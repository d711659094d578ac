package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Names that the dictionary lacks: where they begin and end, and what they are.
func TestNewNames(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The Popular Front for the Rebirth of Chad attacked Faya.", "~Popular_Front_for_the_Rebirth_of_Chad attacked Faya-Largeau affirmed"},
		{"Troops attacked the Justice Battalion in Kufra. Chad backs the Justice Battalion.", "Chad backs ~Justice_Battalion affirmed"},
		{"Chad backs the Sons of the Desert Movement.", "Chad backs ~Sons_of_the_Desert_Movement affirmed"},
		{"The paramilitary Red Falcons attacked Goma.", "~Red_Falcons attacked Goma affirmed"},
		{"The Red Falcons, a militia, are backed by Rwanda.", "Rwanda backs ~Red_Falcons affirmed"},
		{"Israel bombed the southern Gaza city of Rafah.", "Israel attacked Rafah affirmed"},
		{"The Red Falcons captured Goma.", "~Red_Falcons captured Goma affirmed"},
		{"The Rwandan Ministry of Defence armed the M23.", "Rwanda backs March_23_Movement affirmed"},
		{"TCG Arrow shelled Hodeidah.", "~TCG_Arrow attacked Hodeidah affirmed"},
		{"The Eagles Front, led by Zyx Abecedo, fled.", "~Zyx_Abecedo leads ~Eagles_Front affirmed"},
		{"Zyx Abecedo told reporters that he had fled. Rwanda supports Abecedo.", "Rwanda backs ~Zyx_Abecedo affirmed"},
		{"The Freedom Party of John Roe fled.", "~John_Roe leads ~Freedom_Party affirmed"},
		{"Peru backs the Popular Resistance Movement (PRM). Chad left.", "Peru backs ~Popular_Resistance_Movement affirmed"},
		{"Egypt banned the Muslim Brotherhood Movement.", "Egypt opposes Muslim_Brotherhood affirmed"},
		{"Ukrainian Leopards attacked Kursk.", "Ukraine attacked Kursk affirmed"},
		{"The Islamic State Group captured Goma.", "Islamic_State captured Goma affirmed"},
		{"The February 17 Martyrs Brigade captured Goma.", "~February_17_Martyrs_Brigade captured Goma affirmed"},
		{"The Black Falcons, a militia, attacked Goma.", "~Black_Falcons attacked Goma affirmed"},
		{"The Sword of Justice attacked Goma.", "~Sword_of_Justice attacked Goma affirmed"},
		{"Fighters of Chadian Dawn attacked Goma.", "~Chadian_Dawn_(Chad) attacked Goma affirmed"},
		{"Fighters of the Zxyab Lao attacked Goma.", "~Zxyab_Lao attacked Goma affirmed"},
		{"The Order of the Lamp, a militia, fled. Fighters of the Order of the Lamp attacked Goma.", "~Order_of_the_Lamp attacked Goma affirmed"},
		{"Chad shelled Sar-e Zxyab.", "Chad attacked ~Sar-e_Zxyab affirmed"},
		{"Chad shelled Dara Zxyab.", "Chad attacked ~Dara_Zxyab affirmed"},
		{"The Royal Cambodian Army attacked Sisophon.", "Cambodia attacked ~Sisophon affirmed"},
	}
	for _, test := range tests {
		var got []string
		for _, s := range reader(t).Read(graph.NewDocument("name", test.text, graph.Appearance{Published: "2020-05-28"})).Statements {
			got = append(got, line(s))
		}
		if !slices.Contains(got, test.want) {
			t.Errorf("%s\nmissing %s among %q", test.text, test.want, got)
		}
	}
}
