package extract_test

import (
	"testing"

	"entente.example/loader/extract"
)

func reader(t testing.TB) *extract.Reader {
	t.Helper()
	r, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every rule's examples give what they say: nothing missed, nothing invented.
func TestRules(t *testing.T) {
	for _, p := range reader(t).Lint() {
		t.Error(p)
	}
}
