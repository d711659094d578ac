package graph_test

import (
	"testing"

	"entente.example/graph"
)

func TestBounds(t *testing.T) {
	for _, test := range []struct {
		valid       graph.Valid
		first, last string
		ok          bool
	}{
		{"", "", "", true},
		{"2020", "2020-01-01", "2020-12-31", true},
		{"2020-02", "2020-02-01", "2020-02-29", true},
		{"2019-02", "2019-02-01", "2019-02-28", true},
		{"2020-05-28", "2020-05-28", "2020-05-28", true},
		{"2020-05~", "2020-05-01", "2020-05-31", true},
		{"2020?", "2020-01-01", "2020-12-31", true},
		{"2020%", "2020-01-01", "2020-12-31", true},
		{"2014/2019", "2014-01-01", "2019-12-31", true},
		{"2014-03/2014-05-02", "2014-03-01", "2014-05-02", true},
		{"2014/..", "2014-01-01", "", true},
		{"../2019", "", "2019-12-31", true},
		{"2014/", "2014-01-01", "", true},
		{"2020-05-28/2020-05-28", "2020-05-28", "2020-05-28", true},
		{valid: "2019/2014"},
		{valid: "2020-13"},
		{valid: "2020-02-30"},
		{valid: "20"},
		{valid: "20200528"},
		{valid: "soon"},
		{valid: "2020/soon"},
		{valid: "-020"},
		{valid: "+202"},
		{valid: "2020-5-28"},
		{valid: "2020-05-28T10:00"},
		{valid: "２０２０"},
		{valid: "00-0"},
	} {
		first, last, ok := test.valid.Bounds()
		if ok != test.ok || first != test.first || last != test.last {
			t.Errorf("%q: got %q, %q, %v", test.valid, first, last, ok)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, test := range []struct {
		valid graph.Valid
		day   string
		want  bool
	}{
		{"2020-05", "2020-05-01", true},
		{"2020-05", "2020-05-31", true},
		{"2020-05", "2020-06-01", false},
		{"2020-05", "2020-04-30", false},
		{"2014/..", "2030-01-01", true},
		{"2014/..", "2013-12-31", false},
		{"../2019", "1990-01-01", true},
		{"", "2020-01-01", true},
		{"2020", "", true},
		{"soon", "2020-01-01", false},
		{"2014/2019", "2014-01-01", true},
		{"2014/2019", "2013-12-31", false},
		{"2014/2019", "2019-12-31", true},
		{"2014/2019", "2020-01-01", false},
		{"2019/2014", "2016-01-01", false},
		{"2014-03-02/2014-03-04", "2014-03-04", true},
		{"2014-03-02/2014-03-04", "2014-03-05", false},
		{"2014-02-31", "2014-02-28", false},
		{"2014/2019", "2014", false},
		{"2014/2019", "2019", true},
	} {
		if got := test.valid.Covers(test.day); got != test.want {
			t.Errorf("%q covers %q: got %v", test.valid, test.day, got)
		}
	}
}

// FuzzBounds has the bounds of whatever can be read be in order.
func FuzzBounds(f *testing.F) {
	for _, v := range []string{"2020", "2014/..", "2020-05~", "/", "..", "9999-12", "0000"} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v string) {
		first, last, ok := graph.Valid(v).Bounds()
		if !ok {
			return
		}
		if first != "" && last != "" && first > last {
			t.Errorf("%q is from %q to %q", v, first, last)
		}
	})
}
