package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/loader/source"
)

func TestHeader(t *testing.T) {
	tests := []struct {
		name, file, content, text string
		want                      graph.Appearance
	}{
		{"glued", "a.txt", " date 2021-03-04 Rebels left.", "Rebels left.", graph.Appearance{Published: "2021-03-04"}},
		{"own line", "a.txt", "Date: 2021-03-04\r\n\r\nRebels left.\n", "Rebels left.\n", graph.Appearance{Published: "2021-03-04"}},
		{"behind a byte order mark", "a.txt", "\ufeffdate 2021-03-04\nRebels left.", "Rebels left.", graph.Appearance{Published: "2021-03-04"}},
		{"with a time", "a.txt", "date 2021-03-04T10:00:00Z Rebels left.", "Rebels left.", graph.Appearance{Published: "2021-03-04"}},
		{"before the file name", "a-2020-01-01.txt", "date 2021-03-04 Left.", "Left.", graph.Appearance{Published: "2021-03-04"}},
		{"no day", "a.txt", "date 2021-02-30 Left.", "date 2021-02-30 Left.", graph.Appearance{}},
		{"a range", "a.txt", "date 2021-03-04-05 Left.", "date 2021-03-04-05 Left.", graph.Appearance{}},
		{"a word of the text", "a.txt", "Date palms burnt.", "Date palms burnt.", graph.Appearance{}},

		{"file name", "ruritania-2020-05-28.txt", "Left.", "Left.", graph.Appearance{Published: "2020-05-28"}},
		{"file name without hyphens", "20200528_ruritania.txt", "Left.", "Left.", graph.Appearance{Published: "2020-05-28"}},
		{"month in the file name", "ruritania-2020-05.txt", "Left.", "Left.", graph.Appearance{Published: "2020-05"}},
		{"last date in the file name", "war-of-1999-2020-05-28.txt", "Left.", "Left.", graph.Appearance{Published: "2020-05-28"}},
		{"number in the file name", "report-20205128-7.txt", "Left.", "Left.", graph.Appearance{}},

		{"dateline", "x-2020.txt", "STRELSAU, May 28 (Reuters) - Rebels left.", "", graph.Appearance{Publisher: "Reuters", Published: "2020-05-28"}},
		{
			"dateline under a title", "x-2020-05-29.txt", "Rebels leave\n\nSTRELSAU, Ruritania, Sept. 3 (AP) — They left.", "",
			graph.Appearance{Publisher: "AP", Published: "2020-09-03", Title: "Rebels leave"},
		},
		{"dateline of the year before", "x-2021-01-01.txt", "STRELSAU, Dec 31 (AFP) – They left.", "", graph.Appearance{Publisher: "AFP", Published: "2020-12-31"}},
		{"dateline with its year", "x.txt", "STRELSAU, 28 May 2020 (Xinhua) -- They left.", "", graph.Appearance{Publisher: "Xinhua", Published: "2020-05-28"}},
		{"dateline without any year", "x.txt", "STRELSAU, May 28 (Reuters) - They left.", "", graph.Appearance{Publisher: "Reuters"}},
		{"dateline without a date", "x-2020-05-28.txt", "Strelsau (Reuters) - They left.", "", graph.Appearance{Publisher: "Reuters", Published: "2020-05-28"}},
		{"dateline without an agency", "x-2020.txt", "STRELSAU, May 28 - They left.", "", graph.Appearance{Published: "2020-05-28"}},
		{"brackets that are no agency's", "x-2020.txt", "STRELSAU (Ruritania) - They left.", "", graph.Appearance{}},
		{"a sentence with a date", "x-2020.txt", "Rebels, May 28 (Friday) - they left.", "", graph.Appearance{}},
		{"dateline of an archive", "x.txt", "Rebels left.\nSTRELSAU, Ruritania 2020-05-28\nThey left.", "", graph.Appearance{Published: "2020-05-28"}},
		{"a date in a sentence", "x.txt", "Rebels left 2020-05-28 for good.", "", graph.Appearance{}},
		{"31 June", "x-2020.txt", "STRELSAU, June 31 (Reuters) - They left.", "", graph.Appearance{Publisher: "Reuters"}},

		{"stamp", "x-1999-01-01.txt", "Published July 1 2015 The rebels left.", "", graph.Appearance{Published: "2015-07-01"}},
		{"stamp with a weekday", "x.txt", "Wednesday, 1 Jul 2015\nRebels left.", "", graph.Appearance{Published: "2015-07-01"}},
		{"stamp in numbers", "x.txt", "01.07.2015(updated 12:40) Rebels left.", "", graph.Appearance{Published: "2015-07-01"}},
		{"stamp without blanks", "x.txt", "Last updated at Jul 012015 STRELSAU Rebels left.", "", graph.Appearance{Published: "2015-07-01"}},
		{"bare stamp", "x.txt", "July 1, 2015 Rebels left.", "", graph.Appearance{Published: "2015-07-01"}},
		{"a sentence that begins with a date", "x.txt", "1 July 2015 was the day.", "", graph.Appearance{}},
		{"a clause that begins with a date", "x.txt", "July 1, 2015, was the day.", "", graph.Appearance{}},
		{"a stamp that is no day", "x.txt", "Published July 32 2015 Rebels left.", "", graph.Appearance{}},

		{
			"a line that is a date", "x.txt", "Rebels leave\n\nBy Jan Roe\nAugust 8, 2021\n\nThey left.", "",
			graph.Appearance{Published: "2021-08-08", Title: "Rebels leave"},
		},
		{"a line that is a date, in figures", "x.txt", "By Jan Roe\r\n2021-08-08\r\nThey left.", "", graph.Appearance{Published: "2021-08-08"}},
		{"a line that is a date with its weekday", "x.txt", "By Jan Roe\nPublished on Sunday, 8 Aug 2021\nThey left.", "", graph.Appearance{Published: "2021-08-08"}},
		{"a line that is a date, and a file name", "x-2021-08-09.txt", "By Jan Roe\n8 August 2021\nThey left.", "", graph.Appearance{Published: "2021-08-09"}},
		{"a chronicle", "x.txt", "The war\n\n1 May 2020\nIt began.\n2 May 2020\nIt went on.", "", graph.Appearance{Title: "The war"}},
		{"a line that is a date, far down", "x.txt", "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\n8 August 2021\n", "", graph.Appearance{}},
		{"a line that is a year", "x.txt", "Rebels left in\n2021\nand came back.", "", graph.Appearance{}},

		{"title", "x.txt", "Rebels leave ‘the capital’\r\n\r\nThey left.", "", graph.Appearance{Title: "Rebels leave ‘the capital’"}},
		{"first line is a sentence", "x.txt", "Rebels leave.\n\nThey left.", "", graph.Appearance{}},
		{"first line is a quoted sentence", "x.txt", "“Rebels leave.”\n\nThey left.", "", graph.Appearance{}},
		{"no empty line", "x.txt", "Rebels leave\nthe town.", "", graph.Appearance{}},
		{"nothing else", "x.txt", "Rebels leave\n\n", "", graph.Appearance{}},
		{"long first line", "x.txt", strings.Repeat("Rebels ", 30) + "\n\nThey left.", "", graph.Appearance{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := one(t, tt.file, tt.content)
			want := tt.text
			if want == "" {
				want = tt.content
			}
			if doc.Text != want {
				t.Errorf("text %q, want %q", doc.Text, want)
			}
			var got graph.Appearance
			if len(doc.Appearances) > 0 {
				got = doc.Appearances[0]
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("appearance (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeaderWarns(t *testing.T) {
	var warned string
	opts := source.Options{Stdin: strings.NewReader("date 2021-02-30 Left."), Warn: func(_, text string) { warned = text }}
	if _, errs := read(t, opts, "-"); errs != nil || !strings.Contains(warned, "2021-02-30") {
		t.Errorf("errors %v, warning %q", errs, warned)
	}
}
