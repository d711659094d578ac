package actors_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"entente.example/graph"
	"entente.example/graph/actors"
)

func TestLint(t *testing.T) {
	const (
		state  = "name,iso3,from,to,capital,aliases,former\n"
		actor  = "name,id,type,country,from,to,part_of,seat,aliases,former\n"
		person = "name,country,leads,member_of,aliases\n"
		place  = "name,id,kind,country,lat,lon,aliases\n"
		war    = "name,countries,side_a,side_b,from,to\n"
		libya  = state + "Libya,LBY,,,,,\n"
	)
	tests := []struct {
		name  string
		files map[string]string
		want  string // of all problems, joined by newlines
	}{
		{"nothing", map[string]string{"s.csv": libya}, ""},
		{"id twice", map[string]string{"a.csv": actor + "A X,,unit,,,,,,,\n# x\nB,A X,unit,,,,,,,\n"}, "a.csv:4: the id A_X stands at a.csv:2 too"},
		{"type", map[string]string{"a.csv": actor + "A X,,army,,,,,,,\n"}, `a.csv:2: type "army" is unknown`},
		{
			"kind and coordinates",
			map[string]string{"p.csv": place + "A X,,hamlet,,91,x,\nB X,,town,,1,,\nC X,,town,,-90,180,\n"},
			"p.csv:2: kind \"hamlet\" is none of\np.csv:2: latitude \"91\" is not\np.csv:2: longitude \"x\" is not\np.csv:3: one coordinate is missing",
		},
		{
			"dates",
			map[string]string{"a.csv": actor + "A X,,unit,,2014,2011,,,Xa[2o14]|Xb[2014-13]|Xc[2014/..]|Xd[../2011-05]|Xe[2014~],\n"},
			"a.csv:2: Xa: date \"2o14\" cannot be read\na.csv:2: Xb: date \"2014-13\" cannot\na.csv:2: from and to: date \"2014/2011\" cannot",
		},
		{
			"references",
			map[string]string{"s.csv": libya, "a.csv": actor + "A X,,unit,libya,,,A-x|B X|Tripoli,,,\nB X,,unit,Libya,,,B X,,,A X\n", "p.csv": place + "Tripoli,,city,Libya,,,\n"},
			"a.csv:2: country libya is no state of the dictionary, unlike Libya\na.csv:2: part_of A-x is not in the dictionary, unlike A_X\n" +
				"a.csv:2: part_of Tripoli is a place\na.csv:3: part_of names the entry itself\na.csv:3: the former id A_X is an entry's",
		},
		{
			"part of itself",
			map[string]string{"a.csv": actor + "A X,,unit,,,,B X,,,\nB X,,unit,,,,C X,,,\nC X,,unit,,,,A X,,,\nD X,,unit,,,,A X,,,\n"},
			"a.csv:2: it is, by way of others, part of itself\na.csv:3: it is, by\na.csv:4: it is, by",
		},
		{
			"people",
			map[string]string{"p.csv": person + "A X,,B X[2014/..],Q,\nB X,,,,\n"},
			"p.csv:2: leads B_X is a person\np.csv:2: member_of Q is not in the dictionary",
		},
		{"towns", map[string]string{"s.csv": state + "Libya,LBY,,,Tripoli,,\n"}, "s.csv:2: warning: the town Tripoli is not in the dictionary"},
		{
			"common words",
			map[string]string{"a.csv": actor + "The Front,,party,,,,,,the rebels|Victory|UNION|rebel army|wolves of Zintan|q,\nDawn,,party,,,,,,,\n"},
			"a.csv:2: the alias \"Victory\" is made\na.csv:2: the alias \"q\" is too short\na.csv:2: the alias \"rebel army\" is made\n" +
				"a.csv:2: the alias \"the rebels\" is made\na.csv:3: warning: the name \"Dawn\" is a common word",
		},
		{
			"idle aliases",
			map[string]string{"a.csv": actor + "Al-Samoud Brigade,,unit,,,,,,Al-Samoud Brigade|al Samoud brigade|Samoud Brigade|SAMOUD,\n"},
			"a.csv:2: warning: the alias \"Al-Samoud Brigade\" is the\na.csv:2: warning: the alias \"al Samoud brigade\" differs",
		},
		{
			"aliases that are not idle", map[string]string{"a.csv": actor + "The Other Side,,party,,,,,,Other Side|Workers' Party|Worker's Party|People's Party|Peoples Party|O'Neil Side|O Neil Side,\n"}, "",
		},
		{
			"one name for two",
			map[string]string{
				"s.csv": libya + "Syria,SYR,,,,,\n",
				"a.csv": actor + "A X,,unit,Libya,2011,2014,,,SDF,\nB X,,unit,Syria,,,,,SDF,\nC X,,unit,Libya,2015,,,,S.D.F.|Sdf,\nD X,,unit,Libya,2012,2013,,,SDF,\nE X,,unit,Libya,,,D X,,SDF[2013],\n",
			},
			"a.csv:5: the name \"SDF\" is also that of A_X (a.csv:2)\na.csv:6: the name \"SDF\" is also that of A_X (a.csv:2)",
		},
		{
			"one name for places",
			map[string]string{"s.csv": libya, "p.csv": place + "Homs,,city,Libya,,,\nHoms Province,,province,Libya,,,Homs\nHoms,Homs_2,town,Libya,,,\n"},
			"p.csv:4: the name \"Homs\" is also that of Homs (p.csv:2)",
		},
		{"characters", map[string]string{"a.csv": actor + "A X,,unit,,,,,,B [2014/..] C,\n"}, `a.csv:2: "B [2014/..] C" holds a character`},
		{
			"wars",
			map[string]string{"s.csv": libya, "w.csv": war + "War of X,Libia,A,Libya_(territory),2014,2011\nWar of X,,Libya,Libya,,\n"},
			"w.csv:2: country Libia is no state\nw.csv:2: from and to: date\nw.csv:2: side A is not\nw.csv:2: side Libya_(territory) is a place\n" +
				"w.csv:3: Libya is on both sides\nw.csv:3: the id War_of_X stands at w.csv:2 too",
		},
	}
	for _, test := range tests {
		files := fstest.MapFS{}
		for name, content := range test.files {
			files[name] = &fstest.MapFile{Data: []byte(content)}
		}
		d, err := actors.Read(files)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		problems := d.Lint()
		var want []string
		if test.want != "" {
			want = strings.Split(test.want, "\n")
		}
		if len(problems) != len(want) {
			t.Errorf("%s: got %d problems, want %d: %v", test.name, len(problems), len(want), problems)
			continue
		}
		for i, p := range problems {
			if !strings.HasPrefix(p.String(), want[i]) {
				t.Errorf("%s: got %s, want %s", test.name, p, want[i])
			}
		}
	}
}

func TestSmallIsClean(t *testing.T) {
	for _, p := range small(t).Lint() {
		// The two SDF, of two countries, are no problem; a town that is missing is a warning.
		if !p.Warning {
			t.Error(p)
		}
	}
}

func TestEmbeddedIsClean(t *testing.T) {
	d, err := actors.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if d.Len() < 10000 {
		t.Errorf("only %d entries", d.Len())
	}
	for _, p := range d.Lint() {
		if !p.Warning {
			t.Error(p)
		}
	}
	onDisk, err := actors.Read(os.DirFS("data"))
	if err != nil {
		t.Fatal(err)
	}
	if onDisk.Hash() != d.Hash() {
		t.Errorf("the embedded data hash to %s, the folder to %s", d.Hash(), onDisk.Hash())
	}
}

// Who speaks from a capital that several states had, one after the other, is the state of the day.
func TestEmbeddedCapitalsHaveTheirTime(t *testing.T) {
	d, err := actors.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]string{
		"1920-06-01": "Russia", "1951-01-05": "Soviet_Union", "1988-04-20": "Soviet_Union", "2022-02-24": "Russia",
	} {
		got := d.GovernedFrom("Moscow", graph.Valid(day))
		if len(got) != 1 || string(got[0].ID) != want {
			t.Errorf("on %s Moscow speaks for %v, want %s", day, got, want)
		}
	}
}
