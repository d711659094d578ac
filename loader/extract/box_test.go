package extract_test

import (
	"slices"
	"strings"
	"testing"
)

// An infobox tells of whom the article is about, key by key, and goes on in the lines below.
func TestBox(t *testing.T) {
	const text = `Sultan Murad Division

{{ infobox war faction | name = Sultan Murad Division | leaders = Ali Doe | area = Aleppo Governorate | partof = Free Syrian Army

- - Syrian National Army

| ideology = Islamism | allies =

- Flag_of_Turkey.svg Turkey

| opponents = Islamic State }}

Islamic State shelled Manbij.

Opponents

- Syrian Democratic Forces
`
	got := statements(t, text)
	for _, want := range []string{
		"~Ali_Doe",
		"Sultan_Murad_Division deployed_to Aleppo_Governorate",
		"Sultan_Murad_Division member_of Free_Syrian_Army",
		"Sultan_Murad_Division member_of Syrian_National_Army",
		"Sultan_Murad_Division allied_with Turkey",
		"Islamic_State fights Sultan_Murad_Division",
		"Sultan_Murad_Division fights Syrian_Democratic_Forces",
	} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("%s is missing in %q", want, got)
		}
	}
	if len(got) != 8 {
		t.Errorf("got %d statements, want 8: %q", len(got), got)
	}
}

// Where the box has become plain text, its lines tell the same of whom the page is about.
func TestBoxOfPlainText(t *testing.T) {
	const text = `Sultan Murad Division

The Sultan Murad Division is a rebel group of the Syrian civil war.

Active from: 2013
Leaders: Ali Doe, Abu Roe al-Homsi (2014–16)
Headquarters: Azaz, Aleppo Governorate
Allies: Turkey, Hamza Division
Opponents: Islamic State, Syria

Comments: Russia
`
	want := []string{
		"Hamza_Division allied_with Sultan_Murad_Division affirmed",
		"Islamic_State fights Sultan_Murad_Division affirmed",
		"Sultan_Murad_Division allied_with Turkey affirmed",
		"Sultan_Murad_Division deployed_to Azaz affirmed",
		"Sultan_Murad_Division fights Syria affirmed",
		"~Abu_Roe_al-Homsi leads Sultan_Murad_Division affirmed",
		"~Ali_Doe leads Sultan_Murad_Division affirmed",
	}
	got := statements(t, text)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
