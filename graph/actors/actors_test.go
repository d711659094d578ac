package actors_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entente.example/graph"
	"entente.example/graph/actors"
)

func small(t testing.TB) *actors.Dictionary {
	t.Helper()
	d, err := actors.Read(os.DirFS("testdata/small"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// show writes senses as id:form[period].
func show(senses []actors.Sense) string {
	var all []string
	for _, s := range senses {
		text := fmt.Sprintf("%s:%s", s.Entry.ID, s.Form)
		if s.When != "" {
			text += "[" + string(s.When) + "]"
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func TestReadEntries(t *testing.T) {
	d := small(t)
	tests := []struct {
		id   graph.ID
		want string
	}{
		{"Libya", "state state=true existed=1951/.. country= countries=[Libya] parents=[] seats=[] capitals=[{Tripoli Tripoli }]"},
		{"Soviet_Union", "state state=true existed=1922/1991 country= countries=[Soviet_Union] parents=[] seats=[] capitals=[{ Moscow }]"},
		{"Libya_(territory)", "place state=false existed=1951/.. country=Libya countries=[Libya] parents=[] seats=[] capitals=[]"},
		{"Special_Deterrence_Force", "militia state=false existed=2012/.. country=Libya countries=[Libya] " +
			"parents=[{Government_of_National_Accord  2016/2021} {Government_of_National_Unity_(Libya)  2021/..}] seats=[{Tripoli Tripoli }] capitals=[]"},
		{"al-Shabaab", "armed_group state=false existed=2006/.. country= countries=[] parents=[] seats=[] capitals=[]"},
	}
	for _, test := range tests {
		e, ok := d.Entry(test.id)
		if !ok {
			t.Errorf("%s is missing", test.id)
			continue
		}
		got := fmt.Sprintf("%s state=%t existed=%s country=%s countries=%v parents=%v seats=%v capitals=%v",
			e.Type, e.IsState, e.Existed, e.Country, e.Countries, e.Parents, e.Seats, e.Capitals)
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.id, got, test.want)
		}
	}
	if e, _ := d.Entry("Special_Deterrence_Force"); e.PartOf != "Government_of_National_Unity_(Libya)" {
		t.Errorf("part of %s, want the latest parent", e.PartOf)
	}
	if e, _ := d.Entry("Libyan_National_Army"); e.File != "actors.csv" || e.Line != 6 {
		t.Errorf("stands at %s:%d, want actors.csv:6", e.File, e.Line)
	}
	if e, _ := d.Entry("al-Watiya_Air_Base"); e.Kind != "base" || e.Latitude != "32.4783" || e.Longitude != "11.8967" {
		t.Errorf("al-Watiya: %+v", e)
	}
}

func TestEntryByFormerID(t *testing.T) {
	d := small(t)
	if e, ok := d.Entry("Haftar_Army"); !ok || e.ID != "Libyan_National_Army" {
		t.Errorf("Haftar_Army gives %v, %t", e, ok)
	}
	if e, ok := d.Entry("~Nobody"); ok {
		t.Errorf("~Nobody gives %v", e)
	}
	if e, ok := d.Territory("Cote_d_Ivoire"); !ok || e.ID != "Ivory_Coast_(territory)" {
		t.Errorf("territory by former id: %v, %t", e, ok)
	}
	if e, ok := d.Territory("Wagner_Group"); ok {
		t.Errorf("a company has the territory %v", e)
	}
}

func TestAllIsSorted(t *testing.T) {
	var ids []graph.ID
	for e := range small(t).All() {
		ids = append(ids, e.ID)
	}
	if len(ids) != 7*2+13+4+9 || !slices.IsSorted(ids) {
		t.Errorf("%d ids: %v", len(ids), ids)
	}
}

func TestIDsFollowFromNames(t *testing.T) {
	names := []string{"Plain Name", "al-Qa'ida (Iraq)", "Zürich", "A  B", "<A>", "100% A", "A\u00a0B", "Zu\u0308rich", "S.S. A_B", "+ &"}
	for _, name := range names {
		d, err := actors.Read(fstest.MapFS{"a.csv": {Data: []byte("name,type\n" + name + ",unit\n")}})
		if err != nil {
			t.Fatal(err)
		}
		want := graph.NewID(name, "")
		if _, ok := d.Entry(want); !ok || d.Len() != 1 {
			t.Errorf("%q has not the id %s", name, want)
		}
	}
}

func TestLookup(t *testing.T) {
	d := small(t)
	tests := []struct{ name, want string }{
		{"Libya", "Libya:name Libya_(territory):name"},
		{"LIBYA", "Libya:name Libya_(territory):name"},
		{"Libyan", "Libya:adjective"},
		{"Libyans", "Libya:national"},
		{"Türkiye", "Turkey:name"},
		{"Turkiye", "Turkey:name"},
		{"Cote d’Ivoire", "Ivory_Coast:name"},
		{"the Kremlin", "Russia:name[1991/..] Soviet_Union:name[1922/1991]"},
		{"Moscow", "Russia:capital Soviet_Union:capital"},
		{"Abidjan", "Ivory_Coast:capital[1960/1983]"},
		{"Ankara", "Ankara:name Turkey:capital"},
		{"Angora", "Ankara:name[../1930] Turkey:capital"},
		{"US", "United_States:name United_States:adjective"},
		{"U.S.", "United_States:name United_States:adjective"},
		{"SDF", "Special_Deterrence_Force:name Syrian_Democratic_Forces:name"},
		{
			"Tripoli", "Tripoli:name Tripoli_(Lebanon):name Government_of_National_Accord:seat[2016/2021] " +
				"Government_of_National_Unity_(Libya):seat[2021/..] Presidential_Council_(Libya):seat[2016/..] Libya:capital",
		},
		{
			"Tarabulus", "Tripoli:name Government_of_National_Accord:seat[2016/2021] " +
				"Government_of_National_Unity_(Libya):seat[2021/..] Presidential_Council_(Libya):seat[2016/..] Libya:capital",
		},
		{"Benghazi", "Benghazi:name"}, // an armed group does not govern from its seat
		{"al-Watiya", "al-Watiya_Air_Base:name"},
		{"Al Watiya", "al-Watiya_Air_Base:name"},
		{"ALWATIYA", "al-Watiya_Air_Base:name"},
		{"  Khalifa   Haftar ", "Khalifa_Haftar:name"},
		{"Haftar's forces", "Libyan_National_Army:leader[2014/..]"},
		{"haftar’s Forces", "Libyan_National_Army:leader[2014/..]"},
		{"Haftar-led troops", "Libyan_National_Army:leader[2014/..]"},
		{"the forces of Khalifa Haftar", "Libyan_National_Army:leader[2014/..]"},
		{"Prigozhin's fighters", "Wagner_Group:leader[2014/2023]"}, // by way of a former id
		{"Utkin's fighters", ""},                                   // a member leads nothing
		{"Al Watiyah", "al-Watiya_Air_Base:name"},
		{"Banu Waleed", ""},
		{"Bani Waleed", "Bani_Walid:name"},
		{"Deir Ez-Zoor", ""},
		{"Serraj", ""},
		{"Ankara authorities", "Turkey:capital"},
		{"Benghazi authorities", ""},
		{"Turkish government", "Turkey:adjective"},
		{"forces", ""},
		{"", ""},
		{"'s", ""},
		{"~unknown", ""},
		{"Atlantis", ""},
	}
	for _, test := range tests {
		if got := show(d.Lookup(test.name)); got != test.want {
			t.Errorf("Lookup(%q)\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestSuggest(t *testing.T) {
	d := small(t)
	tests := []struct {
		name string
		n    int
		want string
	}{
		{"Haftr", 3, "Khalifa_Haftar"},
		{"Bani Wlaid", 1, "Bani_Walid"},
		{"Wagnre", 3, "Wagner_Group"},
		{"Government of Nat", 2, "Government_of_National_Accord Government_of_National_Unity_(Libya)"},
		{"Shabaabx", 1, "al-Shabaab"},
		{"xqzkw", 3, ""},
		{"", 3, ""},
		{"Haftar", 0, ""},
		{strings.Repeat("a", 500), 3, ""},
	}
	for _, test := range tests {
		var ids []string
		for _, e := range d.Suggest(test.name, test.n) {
			ids = append(ids, string(e.ID))
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("Suggest(%q, %d) = %q, want %q", test.name, test.n, got, test.want)
		}
	}
}

func TestLeadersAndSeats(t *testing.T) {
	d := small(t)
	entries := func(es []*actors.Entry) (ids []graph.ID) {
		for _, e := range es {
			ids = append(ids, e.ID)
		}
		return ids
	}
	tests := []struct {
		what string
		got  []graph.ID
		want string
	}{
		{"led by Haftar", d.LedBy("Khalifa_Haftar", "2020-05-28"), "[Libyan_National_Army]"},
		{"led by Haftar before", d.LedBy("Khalifa_Haftar", "2011"), "[]"},
		{"led by Sarraj ever", d.LedBy("Fayez_al-Sarraj", ""), "[Government_of_National_Accord]"},
		{"led by nobody", d.LedBy("~Nobody", ""), "[]"},
		{"led under a former id", d.LedBy("Yevgeny_Prigozhin", "2022"), "[Wagner_Group]"},
		{"Tripoli 2020", entries(d.GovernedFrom("Tripoli", "2020-05-28")), "[Government_of_National_Accord Presidential_Council_(Libya)]"},
		{"Tripoli 2022", entries(d.GovernedFrom("Tripoli", "2022-05")), "[Presidential_Council_(Libya) Government_of_National_Unity_(Libya)]"},
		{"Tripoli 1986", entries(d.GovernedFrom("Tripoli", "1986")), "[Libya]"},
		{"Tripoli in Lebanon", entries(d.GovernedFrom("Tripoli_(Lebanon)", "2020-05-28")), "[]"},
		{"Tarabulus", entries(d.GovernedFrom("Tarabulus", "1986")), "[Libya]"},
		{"Moscow 1980", entries(d.GovernedFrom("Moscow", "1980-03")), "[Soviet_Union]"},
		{"Moscow 2014", entries(d.GovernedFrom("Moscow", "2014-03")), "[Russia]"},
		{"Abidjan 2010", entries(d.GovernedFrom("Abidjan", "2010")), "[]"},
		{"Ankara, with a government in exile", entries(d.GovernedFrom("Ankara", "2022")), "[Turkey]"},
		{"Sirte", entries(d.GovernedFrom("Sirte", "2022")), "[Libyan_Cabinet_in_Exile]"},
		{"Benghazi", entries(d.GovernedFrom("Benghazi", "")), "[]"},
	}
	for _, test := range tests {
		if got := fmt.Sprint(test.got); got != test.want {
			t.Errorf("%s: got %s, want %s", test.what, got, test.want)
		}
	}
}

func TestActive(t *testing.T) {
	d := small(t)
	tests := []struct {
		id   graph.ID
		date graph.Valid
		want bool
	}{
		{"Yevgeny_Prigozhin", "2022-06", true},
		{"Yevgeny_Prigozhin", "2025", false},
		{"Dmitry_Utkin", "2013", false},
		{"Soviet_Union", "1960", true},
		{"Soviet_Union", "1992-01-01", false},
		{"Soviet_Union", "", true},
		{"Bani_Walid", "1011", true},
	}
	for _, test := range tests {
		if e, ok := d.Entry(test.id); !ok || e.Active(test.date) != test.want {
			t.Errorf("%s active at %q: want %t", test.id, test.date, test.want)
		}
	}
}

func TestWars(t *testing.T) {
	wars := small(t).Wars()
	if len(wars) != 2 {
		t.Fatalf("%d wars", len(wars))
	}
	if w := wars[0]; w.ID != "Libyan_Civil_War" || w.UCDP != "11346" || w.When() != "2011-02/2011-10" {
		t.Errorf("first war: %+v", w)
	}
	w := wars[1]
	if w.Name != "Second Libyan Civil War" || w.From != "2014" || w.To != "2020-10-23" ||
		fmt.Sprint(w.Countries, w.SideA, w.SideB) != "[Libya] [{Libyan_National_Army  }] [{Government_of_National_Accord  } {Turkey  2020/..}]" {
		t.Errorf("second war: %+v", w)
	}
}

func TestWith(t *testing.T) {
	d := small(t)
	before := d.Hash()
	own := fstest.MapFS{"own.csv": {Data: []byte("\uFEFFname,type,country,seat,aliases,wikidata\n" +
		"Wagner Group,company,Russia,,Orchestra,Q1\nSham Legion,armed_group,Syria,Deir Ezzor,Faylaq,\n")}}
	more, err := d.With(own)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Orchestra": "Wagner_Group:name", "ChVK Wagner": "", "Faylaq": "Sham_Legion:name", "Haftar": "Khalifa_Haftar:name",
	} {
		if got := show(more.Lookup(name)); got != want {
			t.Errorf("with own rows, %s is %q, want %q", name, got, want)
		}
	}
	if e, _ := more.Entry("Sham_Legion"); len(e.Seats) != 1 || e.Seats[0].ID != "Deir_ez-Zor" {
		t.Errorf("seat of a row of one's own: %+v", e.Seats)
	}
	if e, _ := more.Entry("Wagner_Group"); e.Wikidata != "Q1" {
		t.Errorf("wikidata %q", e.Wikidata)
	}
	if len(more.Wars()) != 2 || more.Len() != d.Len()+1 {
		t.Errorf("%d wars, %d entries; before %d entries", len(more.Wars()), more.Len(), d.Len())
	}
	if d.Lookup("Faylaq") != nil || d.Hash() != before {
		t.Error("the dictionary changed under its user")
	}
	if more.Hash() == before || len(before) != 16 {
		t.Errorf("hashes %s, %s", before, more.Hash())
	}
	if again := small(t); again.Hash() != before {
		t.Errorf("equal data have the hashes %s and %s", before, again.Hash())
	}
	if only, err := d.With(os.DirFS("testdata/small"), "wars.csv"); err != nil || only.Len() != d.Len() || len(only.Wars()) != 2 {
		t.Errorf("with one named file: %v", err)
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"no columns", "name,colour\nx,red\n", `read t.csv:1: header "name,colour" has none of the columns`},
		{"no name column", "type,id\nunit,x\n", `read t.csv:1: header "type,id" has no column name`},
		{"unknown column", "name,type,colour\n", `read t.csv:1: column "colour" is none of actors`},
		{"column twice", "name,type,name\n", `read t.csv:1: column "name" stands twice`},
		{"too many cells", "name,type\nA,unit\n# comment\nB,unit,x\n", "read t.csv:4: "},
		{"open quote", "name,type\n\"A,unit\n", "read t.csv:"},
		{"no name", "name,type\nA,unit\n,unit\n", "read t.csv:3: the row has no name"},
		{"empty file", "", "read t.csv: header: EOF"},
	}
	for _, test := range tests {
		_, err := actors.Read(fstest.MapFS{"t.csv": {Data: []byte(test.content)}})
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
	if _, err := small(t).With(fstest.MapFS{}, "none.csv"); err == nil || !strings.Contains(err.Error(), "none.csv") {
		t.Errorf("a missing file gives %v", err)
	}
	if d, err := actors.Read(fstest.MapFS{}); err != nil || d.Len() != 0 || d.Lookup("Libya") != nil {
		t.Errorf("an empty folder gives %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"states", "actors", "people", "places", "wars"} {
		content, err := os.ReadFile("testdata/small/" + name + ".csv")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content), "Libya's forces")
	}
	f.Add("name,type,aliases\n\xff,unit,a[|]|[b]|c[2014/..]||[\n", "\xff")
	f.Add("name,leads,part_of\nA,A[x],A\n", "a")
	f.Fuzz(func(t *testing.T, content, name string) {
		d, err := actors.Read(fstest.MapFS{"x.csv": {Data: []byte(content)}})
		if err != nil {
			if !strings.Contains(err.Error(), "x.csv") {
				t.Errorf("error without file: %v", err)
			}
			return
		}
		d.Lint()
		d.Lookup(name)
		d.Suggest(name, 3)
		m := d.Matcher(tokenize)
		words := tokenize(name)
		for i := range words {
			if n, senses := m.Longest(words, i); n < 0 || i+n > len(words) || (n == 0) != (len(senses) == 0) {
				t.Errorf("%d tokens, %d senses at %d of %q", n, len(senses), i, words)
			}
		}
		for e := range d.All() {
			if got, ok := d.Entry(e.ID); !ok || got != e {
				t.Errorf("entry %q is not found by its id", e.ID)
			}
			if e.Kind == "territory" || len(d.Lookup(e.Name)) > 0 {
				continue
			}
			if strings.ContainsFunc(e.Name, func(r rune) bool { return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' }) {
				t.Errorf("entry %q is not found by its name", e.Name)
			}
		}
	})
}
