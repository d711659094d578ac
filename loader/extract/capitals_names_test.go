package extract_test

import "testing"

// In capitals, and in headlines, a person whom no dictionary has is told by his first name, and is the one whom other texts write in small letters.
func TestNewPersonsInCapitals(t *testing.T) {
	checkPassages(t, []passage{
		{text: "SALIM ZARNUBI, A SENIOR HAMAS COMMANDER, WAS KILLED.", want: []string{"~Salim_Zarnubi member_of Hamas affirmed"}},
		{text: "THE UN ENVOY SALIM AL-ZARNUBI LEFT SANAA.", want: []string{"~Salim_al-Zarnubi member_of United_Nations affirmed"}},
		{text: "SALIM ZARNUBI WAS ELECTED PRESIDENT OF CHAD.", want: []string{"~Salim_Zarnubi leads Chad affirmed"}},
		{
			text: "SALIM ZARNUBI TAKES OVER HAMAS\n\nHamas leader Salim Zarnubi spoke in Doha on Monday and said that the group would fight on.",
			want: []string{"~Salim_Zarnubi leads Hamas affirmed"},
		},
		{text: "Boko Haram Names Salim Zarnubi as New Spokesman", want: []string{"~Salim_Zarnubi member_of Boko_Haram affirmed"}},
		{text: "PKK Operates from Bases in Northern Iraq", not: []string{"Kurdistan_Workers'_Party deployed_to ~Bases affirmed"}},
		{text: "SALIM TROOPS WERE KILLED BY HAMAS, WHO FOUGHT ON.", not: []string{"Hamas fights World_Health_Organization affirmed"}},
	})
}
