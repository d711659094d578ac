package source_test

import (
	"fmt"
	"strings"
	"testing"

	"entente.example/loader/source"
)

// TestDatesOfRecords holds that a date is read as it was meant, or not at all.
func TestDatesOfRecords(t *testing.T) {
	for told, want := range map[string]string{
		"2020-05-28": "2020-05-28", "2020-05": "2020-05", "2020": "2020", "2020-05-28T10:15:00.000+0000": "2020-05-28",
		"2020-05-28T10:15Z": "2020-05-28", "2020-05-28 10:15:00 UTC+2": "2020-05-28", "2020-05-28T10:15:00-05:00": "2020-05-28",
		"20200528": "2020-05-28", "20200528T101500Z": "2020-05-28", "20200528101500": "2020-05-28",
		"202005281015": "2020-05-28", "2020052810": "2020-05-28", "1590660000": "2020-05-28", "1590660000000": "2020-05-28",
		"May 28, 2020": "2020-05-28", "MAY 28, 2020": "2020-05-28", "Sept. 2, 2020": "2020-09-02", "May 28th, 2020": "2020-05-28",
		"28th May 2020": "2020-05-28", "28-May-2020": "2020-05-28", "Thursday 28 May 2020": "2020-05-28",
		"Thu, 28 May 2020 10:00:00 GMT": "2020-05-28", "Thu, 28 May 2020 10:00:00 +0200": "2020-05-28",
		"Thursday, May 28, 2020 10:15 AM EDT": "2020-05-28", "May 28, 2020 at 10:15 am": "2020-05-28",
		"Thu May 28 10:00:00 2020": "2020-05-28", "May 2020": "2020-05",
		"2020/05/28": "2020-05-28", "2020/5/8 10:15": "2020-05-08", "28.05.2020": "2020-05-28", "5.6.2020": "2020-06-05",
		"28/05/2020": "2020-05-28", "05/28/2020": "2020-05-28", "05/05/2020": "2020-05-05",
		// Two days, no day, or none that there is.
		"05/06/2020": "", "5-6-2020": "", "28/05-2020": "", "2020-02-30": "", "20200230": "", "February 30, 2020": "", "13/13/2020": "",
		"yesterday": "", "Mayor 28, 2020": "", "12:30": "", "2020-05-28 10:15 Fighters shelled": "",
	} {
		warned := ""
		record := fmt.Sprintf("{\"text\": \"Iran arms the Houthis.\", \"published\": %q}\n", told)
		opts := source.Options{Stdin: strings.NewReader(record), Format: "jsonl", Warn: func(_, text string) { warned += text }}
		for doc, err := range source.Open(t.Context(), []string{"-"}, opts) {
			if err != nil {
				t.Fatal(err)
			}
			if got := string(doc.Date()); got != want {
				t.Errorf("%q is read as %q, want %q", told, got, want)
			}
		}
		if (want == "") != strings.Contains(warned, "cannot be read") {
			t.Errorf("%q: warned %q", told, warned)
		}
	}
}
