package dataset_test

import (
	"encoding/csv"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/loader/dataset"
)

// known resolves some names, as a dictionary would.
func known(name string, day graph.Valid) (graph.Entity, bool) {
	for _, e := range []graph.Entity{
		{ID: "Soviet_Union", Name: "Soviet Union", Type: graph.State, IsState: true, Existed: "1922/1991"},
		{ID: "Russia", Name: "Russia", Type: graph.State, IsState: true},
		{ID: "MPLA", Name: "MPLA", Type: graph.Party},
		{ID: "South_Africa", Name: "South Africa", Type: graph.State, IsState: true},
		{ID: "France", Name: "France", Type: graph.State},
		{ID: "United_Kingdom", Name: "United Kingdom", Type: graph.State},
		{ID: "Turkey", Name: "Turkey", Type: graph.State},
	} {
		if strings.EqualFold(e.Name, name) && e.Existed.Covers(string(day)) {
			return e, true
		}
	}
	return graph.Entity{}, false
}

// read gives what the rows of a table say, one a line, and the errors.
func read(t *testing.T, table string, m dataset.Map) (facts []string, readings []graph.Reading, errs []error) {
	t.Helper()
	for r, err := range dataset.Read(strings.NewReader(table), m, dataset.Options{Resolve: known}) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if len(r.Statements) != 1 || r.Statements[0].Validate() != nil {
			t.Fatalf("reading %+v: %v", r, r.Statements[0].Validate())
		}
		s := r.Statements[0]
		kinds := make([]string, 0, 9)
		for _, kind := range s.Kinds() {
			kinds = append(kinds, string(kind))
		}
		facts = append(facts, strings.Join([]string{
			string(s.Subject), string(s.Relation), string(s.Object), string(s.Polarity) + string(s.Modality), string(s.Citations[0].Valid), strings.Join(kinds, "+"),
		}, " | "))
		readings = append(readings, r)
	}
	return facts, readings, errs
}

// Each map of the package reads rows in the shape of its table.
func TestMaps(t *testing.T) {
	gdelt := make([]string, 61)
	for i, value := range map[int]string{0: "1", 1: "20200528", 6: "TURKEY", 16: "TRIPOLI GOVERNMENT", 25: "1", 26: "072", 60: "https://herald.example/1"} {
		gdelt[i] = value
	}
	tests := map[string]struct {
		table string
		want  []string
	}{
		"ucdp-esd": {
			"conflict_id,year,actor_name,ext_name,ext_sup,ext_alleged,ext_x,ext_w,ext_l\n" +
				"1,1976,MPLA,Government of Russia (Soviet Union),1,0,1,1,0\n1,2014,LPR,Government of Russia (Soviet Union),1,1,0,0,1\n1,1977,MPLA,Government of Cuba,0,0,0,0,0\n",
			[]string{"Soviet_Union | backs | MPLA | affirmed | 1976 | troops+weapons", "Russia | backs | ~LPR | allegedclaimed | 2014 | territory"},
		},
		"ucdp-esp": {
			"ywp_id,ywp_year,ywp_name,external_exists,external_name,external_alleged,external_type_X,external_type_.\n1,1976,MPLA,1,South Africa,0,0,1\n",
			[]string{"South_Africa | backs | MPLA | affirmed | 1976 | funding"},
		},
		"ucdp-troops": {
			"year,actor_name,ext_id,ext_x_s,ext_p_s\n1976,MPLA,South Africa,0,1\n1976,MPLA,France,0,0\n",
			[]string{"South_Africa | backs | MPLA | affirmed | 1976 | troops"},
		},
		"cow-alliances": {
			"version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,defense,neutrality,nonaggression,entente\n" +
				"1,200,United Kingdom,220,France,8,4,1904,14,7,1914,0,0,0,1\n2,200,United Kingdom,640,Turkey,1,1,1939,,,,1,0,0,0\n3,200,United Kingdom,640,Turkey,1,1,1939,,,,0,0,1,0\n",
			[]string{"France | allied_with | United_Kingdom | affirmed | 1904-04-08/1914-07-14 | ", "Turkey | allied_with | United_Kingdom | affirmed | 1939-01-01 | "},
		},
		"atop-alliances": {
			"ddyad,stateA,stateB,year,atopally,defense,offense,consul\n1,200,220,1950,1,1,0,0\n2,200,640,1951,0,0,0,0\n3,200.0,640.0,1952.0,1.0,0,0,1.0\n",
			[]string{"France | allied_with | United_Kingdom | affirmed | 1950 | ", "Turkey | allied_with | United_Kingdom | affirmed | 1952 | "},
		},
		"gdelt-events": {strings.Join(gdelt, "\t") + "\n", []string{"Turkey | backs | ~Tripoli_Government | allegedclaimed | 2020-05-28 | "}},
		"icews-events": {
			"Event ID\tEvent Date\tSource Name\tCAMEO Code\tEvent Text\tTarget Name\tPublisher\n1\t2020-05-28\tTurkey\t193\tFight with small arms\tRussia\tReuters\n2\t2020-05-28\tTurkey\t010\tMake statement\tRussia\tReuters\n",
			[]string{"Russia | fights | Turkey | allegedclaimed | 2020-05-28 | "},
		},
		"facts": {
			"subject;relation;object;kinds;start;end;polarity;quote\nTurkey;backs;Sham Legion;weapons+training;2019;2020-05;;\"Turkey arms and trains the Sham Legion, it said.\"\n",
			[]string{"Turkey | backs | ~Sham_Legion | affirmed | 2019/2020-05 | training+weapons"},
		},
	}
	for _, name := range dataset.Maps() {
		t.Run(name, func(t *testing.T) {
			tt, ok := tests[name]
			m, known := dataset.KnownMap(name)
			if !ok || !known || m.Name != name {
				t.Fatalf("no test for the map %q", name)
			}
			facts, readings, errs := read(t, tt.table, m)
			if !slices.Equal(facts, tt.want) || len(errs) > 0 {
				t.Errorf("errors %v, facts\n%s\nwant\n%s", errs, strings.Join(facts, "\n"), strings.Join(tt.want, "\n"))
			}
			for _, r := range readings {
				if r.Article.Extractor != "import:"+name || r.Article.Publisher() == "" && name != "facts" {
					t.Errorf("article %+v", r.Article)
				}
			}
		})
	}
}

// A quotation is the evidence, with the ends marked; without one the row is, in its own words.
func TestEvidence(t *testing.T) {
	m, _ := dataset.KnownMap("facts")
	_, readings, errs := read(t, "subject,relation,object,quote,source,url,date\nTurkey,backs,MPLA,\"On Monday,\nTurkey armed the MPLA.\",Herald,https://herald.example/1,2020-05-28\nRussia,backs,MPLA,,,,\n", m)
	if len(errs) > 0 || len(readings) != 2 {
		t.Fatal(errs)
	}
	c := readings[0].Statements[0].Citations[0]
	if c.Sentence != "On Monday, Turkey armed the MPLA." || c.Mention(c.Marks.Subject) != "Turkey" || c.Mention(c.Marks.Object) != "MPLA" {
		t.Errorf("%+v", c)
	}
	a := readings[0].Article
	if a.Publisher() != "Herald" || a.URL() != "https://herald.example/1" || a.Date() != "2020-05-28" {
		t.Errorf("%+v", a)
	}
	c = readings[1].Statements[0].Citations[0]
	if c.Sentence != "subject: Russia; object: MPLA; relation: backs" || c.Mention(c.Marks.Subject) != "Russia" {
		t.Errorf("%+v", c)
	}
}

func TestBadRows(t *testing.T) {
	m, _ := dataset.KnownMap("facts")
	table := "subject,relation,object,start,kinds,confidence\n,backs,MPLA,,,\nTurkey,likes,MPLA,,,\nTurkey,backs,MPLA,soon,,\nTurkey,backs,MPLA,,love,\nTurkey,backs,Turkey,,,\n" +
		"Turkey,backs,MPLA,,,much\nTurkey,,MPLA\nTurkey,backs,MPLA,,,\n"
	facts, _, errs := read(t, table, m)
	if len(facts) != 1 || len(errs) != 6 {
		t.Fatalf("facts %v, errors %v", facts, errs)
	}
	for i, want := range []string{"line 2: no fact: an actor has no name", "line 3", "line 4: no fact: the dates", "line 5: no fact: the kind \"love\"", "line 6", "line 7"} {
		if !errors.Is(errs[i], dataset.ErrRow) || !strings.Contains(errs[i].Error(), want) {
			t.Errorf("error %v, want %q", errs[i], want)
		}
	}
	for _, table := range []string{"", "a,b\n1,2\n"} {
		if _, _, errs := read(t, table, m); len(errs) != 1 || !errors.Is(errs[0], dataset.ErrTable) {
			t.Errorf("%q: %v", table, errs)
		}
	}
}

func TestBadMaps(t *testing.T) {
	for text, want := range map[string]string{
		"": "EOF", "a,b\n": "must be field", "field,column,as\nname,,x\nsubject,a,\nobject,b,\n": "nothing tells the relation",
		"field,column,as\nsubject,a,\nobject,b,\nrelation,,backs\n": "the name", "field,column,as\ncolour,a,\n": "line 2: the field \"colour\"",
		"field,column,as\nkind,a,1=weapons;x\n": "no value=value",
	} {
		if _, err := dataset.ReadMap(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// The states of the Correlates of War have one number each.
func TestCOW(t *testing.T) {
	file, err := os.Open("cow.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) < 190 {
		t.Fatalf("%d states, %v", len(rows), err)
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if seen[row[0]] || seen[row[1]] {
			t.Errorf("%v comes twice", row)
		}
		seen[row[0]], seen[row[1]] = true, true
	}
}

func FuzzRead(f *testing.F) {
	f.Add("subject,relation,object,quote,start\nTurkey,backs,MPLA,\"a\nb\",2020\n")
	f.Add("subject\trelation\tobject\n\x00\tbacks\t\xff\n")
	m, _ := dataset.KnownMap("facts")
	f.Fuzz(func(t *testing.T, table string) { read(t, table, m) })
}
