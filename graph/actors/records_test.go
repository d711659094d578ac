package actors

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// FuzzRecords holds that records are read as package csv reads them.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{
		"a,b\nc,d\n", "a,b\r\n# c\r\n\r\nc,\"d\ne\"\nf,g", "a\n\"b\n", "a,b\nc\n", "a\nb\"c\n\"d\"\"e\"\n", "\"a\"x\n", "a\r", "#\n", ",\n,,\n", "a\n\n\"\"\n\"b\"\r\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		theirs := csv.NewReader(strings.NewReader(content))
		theirs.Comment = '#'
		ours := newRecords(content)
		for {
			want, wantErr := theirs.Read()
			err := ours.read()
			if errors.Is(wantErr, io.EOF) && errors.Is(err, io.EOF) {
				return
			}
			if fmt.Sprint(err) != fmt.Sprint(wantErr) {
				t.Fatalf("error %v, want %v", err, wantErr)
			}
			if err != nil {
				return
			}
			line, _ := theirs.FieldPos(0)
			if fmt.Sprintf("%q", ours.cells) != fmt.Sprintf("%q", want) || ours.line != line {
				t.Fatalf("line %d: %q, want line %d: %q", ours.line, ours.cells, line, want)
			}
		}
	})
}
