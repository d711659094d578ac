package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/loader/source"
)

func TestMarkdown(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"emphasis", "The **Blue** *Front* and __its__ _men_ ~~fled~~.", "The Blue Front and its men fled.\n"},
		{"no emphasis", "5 * 3, snake_case_name, ~10 and _ alone", "5 * 3, snake_case_name, ~10 and _ alone\n"},
		{"headings", "# One #\nText.\n\nTwo\n---\nMore.", "One\n\nText.\n\nTwo\n\nMore.\n"},
		{"links", "[Ruritania](https://r.example/a_(b) \"t\") and [the *Front*][f] and [f] and [the LNA] said.\n\n[f]: https://f.example", "Ruritania and the Front and f and [the LNA] said.\n\n"},
		{"pictures", "Before ![a tank](tank.jpg) after.", "Before  after.\n"},
		{"code", "The `Grad` fired.\n\n```\nx := 1\n```\nEnd.", "The Grad fired.\n\nEnd.\n"},
		{"quotes and lists", "> Said he.\n\n- One\n- [x] Two\n1. Three\n10. Four", "Said he.\n\nOne\n\nTwo\n\nThree\n\nFour\n"},
		{"a number in a paragraph", "It began in\n19. No list.", "It began in\n19. No list.\n"},
		{"rules", "One.\n\n***\n\nTwo.", "One.\n\nTwo.\n"},
		{"tags", "A<br>B <b>c</b> <https://x.example> <!-- not\nthis --> 3 < 4 > 2", "A\nB c https://x.example  3 < 4 > 2\n"},
		{"entities", "Black &amp; White &unknown; &lt;", "Black & White &unknown; <\n"},
		{"escapes", `\*not\* 1\. C:\dir`, `*not* 1. C:\dir` + "\n"},
		{"footnotes", "Said.[^1]\n\n[^1]: A note.", "Said.\n\nA note.\n"},
		{"table", "| A | B |\n|---|:-:|\n| 1 | 2 |", "| A | B |\n\n| 1 | 2 |\n"},
		{"a rule is not front matter", "---\n\nText.", "Text.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if doc := one(t, "a.md", tt.content); doc.Text != tt.want {
				t.Errorf("got  %q\nwant %q", doc.Text, tt.want)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	want := graph.Appearance{Title: "Rebels: a story", Published: "2020-05-28", URL: "https://g.example/1", Publisher: "The Gazette"}
	tests := []struct{ name, content string }{
		{"yaml", "---\ntitle: \"Rebels: a story\"\ndate: 2020-05-28T23:30:00-05:00 \nurl: https://g.example/1\nsource: The  Gazette # a paper\ntags:\n  title: x\n---\n\n# Other\n\nText."},
		{"toml", "+++\ntitle = 'Rebels: a story'\npublished = \"May 28, 2020\"\nlink = \"https://g.example/1\"\npublisher = \"The Gazette\"\n+++\n# Other\n\nText."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := one(t, "a-1999-01-01.md", tt.content)
			if strings.TrimSpace(doc.Text) != "Other\n\nText." {
				t.Errorf("text %q", doc.Text)
			}
			if diff := cmp.Diff([]graph.Appearance{want}, doc.Appearances); diff != "" {
				t.Errorf("appearance (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFrontMatterQuotes(t *testing.T) {
	for value, want := range map[string]string{
		`"He said \"no\" to it" # twice`: `He said "no" to it`,
		`'It''s over'`:                   `It's over`,
		`"Proxy" war in Yemen`:           `"Proxy" war in Yemen`,
		`'Tis John's war`:                `'Tis John's war`,
		`"C:\War # plan"`:                `C:\War # plan`,
		`""`:                             ``,
		`The "no" of March # a comment`:  `The "no" of March`,
	} {
		doc := one(t, "a.md", "---\npublisher: "+value+"\n---\nText.")
		if got := doc.Publisher(); got != want {
			t.Errorf("%s: publisher %q, want %q", value, got, want)
		}
	}
}

// What became of an article, and where a copy of it is kept, is of the article, whatever its appearances.
func TestFrontMatterStatus(t *testing.T) {
	tests := []struct {
		name, content string
		status        graph.ArticleStatus
		archive       string
		warning       string
	}{
		{"retracted", "status: retracted\narchive: https://archive.example/1", graph.Retracted, "https://archive.example/1", ""},
		{"in capitals", "Status: \"Retracted\" # in May", graph.Retracted, "", ""},
		{"corrected", "status: corrected", graph.Corrected, "", ""},
		{"the first counts", "status: retracted\nstatus: corrected", graph.Retracted, "", ""},
		{"what is said of any page", "status: published\narchive:", "", "", ""},
		{"neither", "status: withdrawn", "", "", `the status "withdrawn" in its front matter is neither corrected nor retracted`},
		{"no address", "archive: true", "", "", `the archive "true" in its front matter is no address`},
		{"an address of something else", "archive: javascript:alert(1)", "", "", "is no address of the web"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			warned := ""
			content := "---\n" + tt.content + "\n---\nText."
			opts := source.Options{Stdin: strings.NewReader(content), Format: "md", Warn: func(_, text string) { warned += text }}
			docs, errs := read(t, opts, "-")
			if len(docs) != 1 || len(errs) > 0 || docs[0].Text != "Text.\n" {
				t.Fatalf("%q, errors %v", docs, errs)
			}
			if docs[0].Status != tt.status || docs[0].Archive != tt.archive {
				t.Errorf("status %q, archive %q", docs[0].Status, docs[0].Archive)
			}
			if warned == "" != (tt.warning == "") || !strings.Contains(warned, tt.warning) {
				t.Errorf("warning %q, want %q", warned, tt.warning)
			}
		})
	}
}

func TestMarkdownTitle(t *testing.T) {
	for content, want := range map[string]string{
		"# *Rebels* leave\n\nText.": "Rebels leave",
		"Rebels leave!\n===\nText.": "Rebels leave!",
		"Text.\n\n# Later\n\nText.": "",
	} {
		if doc := one(t, "a.md", content); doc.Title() != want {
			t.Errorf("%q: title %q, want %q", content, doc.Title(), want)
		}
	}
}

func TestFrontMatterWarns(t *testing.T) {
	var warned string
	content := "---\ndate: soon\n---\nText."
	opts := source.Options{Stdin: strings.NewReader(content), Format: "md", Warn: func(_, text string) { warned = text }}
	docs, _ := read(t, opts, "-")
	if len(docs) != 1 || docs[0].Text != "Text.\n" || !strings.Contains(warned, `"soon"`) {
		t.Errorf("%q, warning %q", docs, warned)
	}
}
