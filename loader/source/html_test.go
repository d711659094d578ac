package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"entente.example/graph"
	"entente.example/loader/source"
)

// page is such as newspapers have them: more around the article than in it.
const page = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Ruritania arms rebels &amp; denies it | The Strelsau Herald</title>
<link rel="canonical" href="https://www.strelsau-herald.example/world/2020/05/28/arms?utm_source=feed&amp;id=7#top">
<meta property="og:site_name" content="The Strelsau Herald">
<meta property="og:title" content="Ruritania arms rebels">
<meta property="article:published_time" content="2020-05-27T23:30:00-05:00">
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Herald"},
 {"@type":["NewsArticle","Thing"],"headline":"Ruritania arms rebels &amp; denies it","datePublished":"2020-05-28T06:00:00Z",
  "publisher":{"@type":"Organization","name":"Strelsau Herald Ltd"}}]}
</script>
<script>var tracker = "Ruritania backs nobody.";</script>
<style>.x{color:red}</style>
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
<h1>Ruritania arms rebels &amp; denies it</h1>
<p class="byline">By Rupert Hentzau</p>
<p>STRELSAU &mdash; Ruritania has sent <b>rifles</b> and money to the Northern Front, three officials said on Thursday, in the
largest shipment since the war in the mountains began two years ago.</p>
<figure><img src="x.jpg"><figcaption>A truck. Photo: Herald</figcaption></figure>
<p>The government in Strelsau denied that. &ldquo;We arm nobody,&rdquo; a spokesman said, adding that the trucks which were
seen at the border on Monday had carried flour, blankets and tents for people who fled the fighting.</p>
<p>The Northern Front holds two towns<br>and a bridge, according to aid workers, who asked that their names be left out
because they work in the area, and they said that the shelling had gone on through the night.</p>
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten cakes to bake</a></li></ul></aside>
<footer>© The Strelsau Herald. All rights reserved. <a href="/c">Cookies</a></footer>
</body></html>`

func TestHTML(t *testing.T) {
	doc := one(t, "page.html", page)
	want := graph.Appearance{
		URL: "https://www.strelsau-herald.example/world/2020/05/28/arms?id=7", Publisher: "Strelsau Herald Ltd",
		Published: "2020-05-28", Title: "Ruritania arms rebels & denies it",
	}
	if diff := cmp.Diff([]graph.Appearance{want}, doc.Appearances); diff != "" {
		t.Errorf("appearance (-want +got):\n%s", diff)
	}
	if doc.Language != "en" || doc.Name != "page" || doc.DatedBy != "metadata" {
		t.Errorf("language %q, name %q, dated by %q", doc.Language, doc.Name, doc.DatedBy)
	}
	for _, part := range []string{
		"has sent rifles and money to the Northern Front", "denied that. “We arm nobody,” a spokesman said", "two towns\nand a bridge",
		"began two years ago.\n\nThe government",
	} {
		if !strings.Contains(doc.Text, part) {
			t.Errorf("the text lacks %q:\n%s", part, doc.Text)
		}
	}
	for _, part := range []string{"tracker", "nobody.\"", "Ten cakes", "Sport", "color", "Cookies", "<", "Photo"} {
		if strings.Contains(doc.Text, part) {
			t.Errorf("the text has %q:\n%s", part, doc.Text)
		}
	}
}

// What tells the date, one after the other: each page lacks what the one before had.
func TestHTMLDates(t *testing.T) {
	body := "<body><p>Rebels left the town, and the army came back to it in the night.</p></body>"
	tests := []struct{ name, file, head, date, by string }{
		{"meta tag", "x.html", `<meta name="pubdate" content="Thu, 28 May 2020 10:00:00 GMT">`, "2020-05-28", "metadata"},
		{"GDELT's form", "x.html", `<meta name="date" content="20200528T101500Z">`, "2020-05-28", "metadata"},
		{"seconds", "x.html", `<meta itemprop="datePublished" content="1590660000">`, "2020-05-28", "metadata"},
		{"element", "x.html", `<body><time datetime="2020-05-28T10:00">yesterday</time>`, "2020-05-28", "metadata"},
		{"address", "x.html", `<link rel="canonical" href="https://a.example/2020/5/28/x">`, "2020-05-28", "metadata"},
		{"saved page", "x.html", "<!-- saved from url=(0040)https://a.example/2020/05/28/x -->", "2020-05-28", "metadata"},
		{"file name", "x-2020-05-28.html", "", "2020-05-28", "file name"},
		{"nothing", "x.html", `<meta name="date" content="today">`, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := one(t, tt.file, "<html>"+tt.head+body)
			if string(doc.Date()) != tt.date || doc.DatedBy != tt.by {
				t.Errorf("date %q by %q, want %q by %q", doc.Date(), doc.DatedBy, tt.date, tt.by)
			}
		})
	}
}

func TestHTMLEncodings(t *testing.T) {
	text := "قال الجيش إن القوات المدعومة من تركيا تقدمت نحو المدينة يوم الخميس"
	arabic, err := charmap.Windows1256.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string]string{
		"declared": `<html><head><meta charset="windows-1256"></head><body><p>` + arabic + "</p></body></html>",
		"guessed":  "<html><body><p>" + arabic + "</p></body></html>",
		"UTF-8":    "<html><body><p>" + text + "</p></body></html>",
	} {
		t.Run(name, func(t *testing.T) {
			if doc := one(t, "a.html", raw); doc.Text != text {
				t.Errorf("text %q", doc.Text)
			}
		})
	}
}

func TestHTMLBad(t *testing.T) {
	tree(t, map[string]string{
		"empty.html": "", "scripts.html": "<html><script>render()</script></html>", "deep.html": strings.Repeat("<div>", 20_000) + "Text.",
		"many.html": strings.Repeat("<i>a</i>", 110_000), "good.html": page,
	})
	docs, errs := read(t, source.Options{}, ".")
	if len(docs)+len(errs) != 5 || len(errs) < 3 {
		t.Errorf("%d documents, errors %v", len(docs), errs)
	}
}

// BenchmarkHTML reads a page of a usual size: 40 paragraphs, and as much around them.
func BenchmarkHTML(b *testing.B) {
	paragraph := "<p>The government in Strelsau denied that, adding that the trucks at the border had carried flour, tents and blankets.</p>\n"
	large := strings.Replace(page, "</article>", strings.Repeat(paragraph, 40)+"</article>", 1)
	large = strings.Replace(large, "<footer>", strings.Repeat(`<div class="card"><a href="/x"><img src="y.jpg"><span>Another story</span></a></div>`, 150)+"<footer>", 1)
	b.SetBytes(int64(len(large)))
	for b.Loop() {
		for _, err := range source.Open(b.Context(), []string{"-"}, source.Options{Stdin: strings.NewReader(large), Format: "html"}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
