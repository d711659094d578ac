package extract_test

import "testing"

// What stands behind fighters of no name tells whose they are, and nothing of those named before them.
func TestDescribesLastOfList(t *testing.T) {
	tests := []struct {
		text      string
		want, not []string
	}{
		{text: "Syrian soldiers and militias backed by Iran took Aleppo.", want: []string{"Syria captured Aleppo affirmed"}, not: []string{"Iran backs Syria affirmed"}},
		{text: "The Syrian army and fighters allied with Hezbollah took Aleppo.", not: []string{"Hezbollah allied_with Syria affirmed"}},
		{text: "The Houthis and gunmen linked to al-Qaeda fought in Taiz.", not: []string{"Al-Qaeda allied_with Houthis affirmed"}},
		{text: "Chadian and Sudanese soldiers trained by France attacked.", want: []string{"France backs Chad affirmed", "France backs Sudan affirmed"}},
		{text: "The FARC and the ELN, armed by Cuba, attacked.", want: []string{"Cuba backs National_Liberation_Army_(Colombia) affirmed"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) { checkPassage(t, test.text, test.want, test.not) })
	}
}
