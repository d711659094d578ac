package actors_test

import (
	"fmt"
	"strings"
	"testing"
)

// The names of a sentence are written as {tokens=ids}.
func TestLongest(t *testing.T) {
	m := small(t).Matcher(tokenize)
	tests := []struct{ text, want string }{
		{"Troops of the Government of National Accord entered Bani Walid.", "{Government of National Accord=Government_of_National_Accord} {Bani Walid=Bani_Walid}"},
		{"Libya's Libyan National Army", "{Libya=Libya,Libya_(territory)} {Libyan National Army=Libyan_National_Army}"},
		{"a Libyan national", "{Libyan=Libya}"},
		{"at al-Watiya", "{al - Watiya=al-Watiya_Air_Base}"},
		{"at Al Watiya air base", "{Al Watiya air base=al-Watiya_Air_Base}"},
		{"at al-Watiya airbase near Watiya", "{al - Watiya airbase=al-Watiya_Air_Base}"},
		{"BATTLE FOR AL-WATIYA", "{AL - WATIYA=al-Watiya_Air_Base}"},
		{"al-Shabaab and Al-Shabab", "{al - Shabaab=al-Shabaab} {Al - Shabab=al-Shabaab}"},
		{"the Wagner group", "{Wagner group=Wagner_Group}"},
		{"Wagner's men; a wagner", "{Wagner=Wagner_Group}"},
		{"WAGNER GROUP LEAVES", "{WAGNER GROUP=Wagner_Group}"},
		{"the US told us, in the U.S., of US-made arms", "{US=United_States,United_States} {U.S.=United_States,United_States} {US=United_States,United_States}"},
		{"the Lna, the lna, the LNA", "{LNA=Libyan_National_Army}"},
		{"Unicef, UNICEF, unicef", "{Unicef=United_Nations_Children's_Fund} {UNICEF=United_Nations_Children's_Fund}"},
		{"Sarraj, SARRAJ", "{Sarraj=Fayez_al-Sarraj} {SARRAJ=SARRAJ,Fayez_al-Sarraj}"},
		{"the United Nations Children’s Fund", "{United Nations Children ’s Fund=United_Nations_Children's_Fund}"},
		{"Cote d’Ivoire, Côte d'Ivoire", "{Cote d’Ivoire=Ivory_Coast} {Côte d'Ivoire=Ivory_Coast}"},
		{"in Sanaa, Sana’a", "{Sanaa=Sana'a} {Sana’a=Sana'a}"},
		{"Deir Ez-Zor; Deir ez Zor", "{Deir Ez - Zor=Deir_ez-Zor} {Deir ez Zor=Deir_ez-Zor}"},
		{"Wolves of Sirte near Sirte", "{Wolves of Sirte=the_Wolves_of_Sirte} {Sirte=Sirte,Libyan_Cabinet_in_Exile}"},
		{"Turkey-backed and Turkish-made", "{Turkey=Turkey,Turkey_(territory)} {Turkish=Turkey}"},
		{`Dmitry “Ninth” Utkin or Dmitry "Ninth" Utkin`, "{Dmitry “ Ninth ” Utkin=Dmitry_Utkin} {Dmitry \" Ninth \" Utkin=Dmitry_Utkin}"},
		{`"Haftar" and "Wagner"`, "{Haftar=Khalifa_Haftar} {Wagner=Wagner_Group}"},
		{"the Wolves’ of Sirte", "{the Wolves ’ of Sirte=the_Wolves_of_Sirte}"},
		{"the SDF", "{SDF=Special_Deterrence_Force,Syrian_Democratic_Forces}"},
		{"Moscow", "{Moscow=Russia,Soviet_Union}"},
		{"Government of National", ""},
		{"-", ""},
		{strings.Repeat("x", 400), ""},
	}
	for _, test := range tests {
		words := tokenize(test.text)
		var found []string
		for i := 0; i < len(words); {
			n, senses := m.Longest(words, i)
			if n == 0 {
				i++
				continue
			}
			var ids []string
			for _, s := range senses {
				ids = append(ids, string(s.Entry.ID))
			}
			found = append(found, fmt.Sprintf("{%s=%s}", strings.Join(words[i:i+n], " "), strings.Join(ids, ",")))
			i += n
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
	if n, senses := m.Longest([]string{"Libya"}, 1); n != 0 || senses != nil {
		t.Errorf("behind the last word: %d %v", n, senses)
	}
	if n, _ := m.Longest([]string{"Libya"}, -1); n != 0 {
		t.Errorf("before the first word: %d", n)
	}
}

func TestLongestDoesNotAllocate(t *testing.T) {
	m := small(t).Matcher(tokenize)
	words := tokenize("Türkiye and the Government of National Accord fought for Al-Watiya")
	m.Longest(words, 0)
	if n := testing.AllocsPerRun(20, func() {
		for i := range words {
			m.Longest(words, i)
		}
	}); n > 0 {
		t.Errorf("%g allocations", n)
	}
}
