package queries_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/queries"
)

// findCoded knows every name but one.
func findCoded(name string) (graph.ID, error) {
	if name == "Nobody" || name == "" {
		return "", errors.New("nobody is called so")
	}
	return graph.NewID(name, ""), nil
}

func TestReadCoded(t *testing.T) {
	const table = "\ufeffext_name,Actor_Name,year,kinds,ext_w,ext_p\nRussia,LNA,2020,\"troops, air\",1,1\nNobody,LNA,2020,,,\nRussia,LNA,soon,,,\nRussia,LNA,2020,love,,\nEgypt,LNA,2019\n"
	coded, bad, err := queries.ReadCoded(strings.NewReader(table), findCoded)
	want := []queries.Coded{
		{Line: 2, Supporter: "Russia", Recipient: "LNA", Year: 2020, Kinds: []graph.Kind{graph.Troops, graph.Air, graph.Weapons}},
		{Line: 6, Supporter: "Egypt", Recipient: "LNA", Year: 2019},
	}
	if diff := cmp.Diff(want, coded); diff != "" || err != nil {
		t.Errorf("%v, %s", err, diff)
	}
	if len(bad) != 3 || bad[0].Line != 3 || bad[1].Line != 4 || bad[2].Line != 5 {
		t.Errorf("bad rows %v", bad)
	}
	var missing *queries.NoColumnError
	if _, _, err := queries.ReadCoded(strings.NewReader("patron,year\n"), findCoded); !errors.As(err, &missing) || missing.Field != "recipient" {
		t.Errorf("without a column: %v", err)
	}
	ended := func(string) (graph.ID, error) { return "", context.Canceled }
	if _, _, err := queries.ReadCoded(strings.NewReader("patron,client,year\na,b,2020\n"), ended); !errors.Is(err, context.Canceled) {
		t.Errorf("an end: %v", err)
	}
}

// FuzzReadCoded holds that every row is read or told.
func FuzzReadCoded(f *testing.F) {
	f.Add("supporter,recipient,year,kinds\nRussia,LNA,2020,troops\n\"a\nb\",c,1,\n")
	f.Add("ext_name,actor_name,year,ext_x\nx,y,z\n\"")
	f.Fuzz(func(t *testing.T, table string) {
		coded, bad, err := queries.ReadCoded(strings.NewReader(table), findCoded)
		if err != nil && len(coded)+len(bad) > 0 {
			t.Errorf("%q: rows beside %v", table, err)
		}
		for _, row := range coded {
			if row.Supporter == "" || row.Recipient == "" || row.Line < 2 {
				t.Errorf("%q: %+v", table, row)
			}
		}
	})
}
