package source_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"entente.example/graph"
	"entente.example/loader/source"
)

// One article as the programs write it from which people have theirs.
func TestRecords(t *testing.T) {
	const text = "Rebels left the town on Thursday."
	plain := graph.Appearance{URL: "https://a.example/1", Publisher: "The Herald", Published: "2020-05-28", Title: "Rebels leave"}
	tests := []struct {
		name, file, content string
		want                graph.Appearance
		doc                 string
	}{
		{
			"Media Cloud", "a.jsonl", `{"stories_id":12,"title":"Rebels leave","url":"https://a.example/1","publish_date":"2020-05-28 10:00:00","media_name":"The Herald","language":"en","story_text":"` + text + `"}`,
			plain, "12",
		},
		{
			"news-please", "a.json", `{"title":"Rebels leave","maintext":"` + text + `","date_publish":"2020-05-28 10:00:00","source_domain":"a.example","url":"https://a.example/1"}`,
			graph.Appearance{URL: "https://a.example/1", Publisher: "a.example", Published: "2020-05-28", Title: "Rebels leave"},
			"https://a.example/1",
		},
		{
			"NewsAPI", "a.json", `{"status":"ok","totalResults":1,"articles":[{"source":{"id":null,"name":"The Herald"},"title":"Rebels leave","description":"Short.","url":"https://a.example/1","publishedAt":"2020-05-28T10:00:00Z","content":"` + text + `… [+123 chars]"}]}`,
			plain, "https://a.example/1",
		},
		{
			"The Guardian", "a.json", `{"response":{"status":"ok","results":[{"id":"world/1","webTitle":"Rebels leave","webUrl":"https://a.example/1","webPublicationDate":"2020-05-28T10:00:00Z","fields":{"bodyText":"` + text + `","publication":"x"}}]}}`,
			graph.Appearance{URL: "https://a.example/1", Publisher: "a.example", Published: "2020-05-28", Title: "Rebels leave"},
			"world/1",
		},
		{
			"WordPress", "a.json", `[{"id":7,"date":"2020-05-28T10:00:00","link":"https://a.example/1","title":{"rendered":"Rebels &#8211; leave"},"content":{"rendered":"<p>Rebels left the town<br/>on Thursday.</p>\n"}}]`,
			graph.Appearance{URL: "https://a.example/1", Publisher: "a.example", Published: "2020-05-28", Title: "Rebels – leave"},
			"7",
		},
		{
			"Elasticsearch", "a.jsonl", `{"_index":"news","_id":"x","_source":{"Headline":"Rebels leave","Body":"` + text + `","Outlet":"The Herald","Link":"https://a.example/1","PubDate":"Thu, 28 May 2020 10:00:00 GMT"}}`,
			plain, "https://a.example/1",
		},
		{
			"Event Registry", "a.json", `{"articles":{"results":[{"uri":"99","lang":"eng","dateTime":"2020-05-28T10:00:00Z","url":"https://a.example/1","title":"Rebels leave","body":"` + text + `","source":{"title":"The Herald"}}]}}`,
			plain, "https://a.example/1",
		},
		{"All the News", "a.csv", "id,title,publication,date,url,content\n17,Rebels leave,The Herald,2020-05-28,https://a.example/1,\"" + text + "\"\n", plain, "17"},
		{"a spreadsheet of Europe", "a.csv", "\ufeffTitle;Text;Source;Date;URL\r\nRebels leave;" + text + ";The Herald;28.05.2020;https://a.example/1\r\n", plain, "https://a.example/1"},
		{"tabs", "a.tsv", "headline\tpub_date\tbody\tpublisher.name\turl\nRebels leave\t20200528\t" + text + "\tThe Herald\thttps://a.example/1\n", plain, "https://a.example/1"},
		{"a known outlet", "a.jsonl", `{"text":"` + text + `","url":"https://www.reuters.com/world/1"}`, graph.Appearance{URL: "https://www.reuters.com/world/1", Publisher: "Reuters"}, "https://www.reuters.com/world/1"},
		{"a line with a place of its own", "dump.jsonl", `{"text":"` + text + `"}`, graph.Appearance{}, "dump:1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := one(t, tt.file, tt.content)
			if strings.ReplaceAll(doc.Text, "\n", " ") != text {
				t.Errorf("text %q", doc.Text)
			}
			var got graph.Appearance
			if len(doc.Appearances) > 0 {
				got = doc.Appearances[0]
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || doc.Name != tt.doc {
				t.Errorf("name %q, want %q; appearance (-want +got):\n%s", doc.Name, tt.doc, diff)
			}
		})
	}
}

// What is told by no ending is told by its first bytes.
func TestSniffed(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("title\ttext\nA\tTurkey arms the GNA.\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		raw  string
		want []string
	}{
		"page":               {page[:strings.Index(page, "<link")] + "</head><body><p>Turkey arms the GNA.</p>", []string{"Turkey arms the GNA."}},
		"page behind a mark": {"\ufeff\n<!-- a --><HTML><p>Turkey arms the GNA.", []string{"Turkey arms the GNA."}},
		"lines":              {"{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", []string{"One.", "Two."}},
		"list":               {"[\n {\"text\": \"One.\"},\n {\"text\": \"Two.\"}]", []string{"One.", "Two."}},
		"table":              {"title,text\na,One.\nb,Two.\n", []string{"One.", "Two."}},
		"table in UTF-16":    {utf16, []string{"Turkey arms the GNA."}},
		"compressed":         {zipped(t, "{\"text\":\"One.\"}"), []string{"One."}},
		"text":               {"Title, text, and so on.\n\nOne.", []string{"Title, text, and so on.\n\nOne."}},
		"brackets":           {"[Editor's note] One.", []string{"[Editor's note] One."}},
		"braces":             {"{Updated} One.", []string{"{Updated} One."}},
	} {
		t.Run(name, func(t *testing.T) {
			docs, errs := read(t, source.Options{Stdin: strings.NewReader(tt.raw)}, "-")
			var texts []string
			for _, doc := range docs {
				texts = append(texts, doc.Text)
			}
			if diff := cmp.Diff(tt.want, texts); diff != "" || len(errs) > 0 {
				t.Errorf("errors %v, texts (-want +got):\n%s", errs, diff)
			}
		})
	}
}

// Each bad record is an error with its line, and those after it are read.
func TestRecordsBad(t *testing.T) {
	tests := []struct {
		name, file, content string
		docs                int
		errs                []string
	}{
		{"lines", "a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\n\n[1]\n{\"title\":\"x\"}\n{\"text\":\"\\u0000\"}\n{\"text\":\"Two.\"}\n", 2, []string{
			`read "a.jsonl:2": no article: JSON that breaks off`, `read "a.jsonl:4": no article: not an object of JSON`,
			`read "a.jsonl:5": no article: no field with a text among "title"`, `read "a.jsonl:6": not a text`,
		}},
		{"lines under another ending", "a.json", "{\"text\":\"One.\"}\n{oops}\n{\"text\":\"Two.\"}\n", 2, []string{`a.json:2": no article: not JSON`}},
		{"a long line", "a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"" + strings.Repeat("a", 9000) + "\"}\n{\"text\":\"Two.\"}", 2, []string{`a.jsonl:2": too large`}},
		{"a large text", "a.jsonl", "{\"text\":\"" + strings.Repeat("a", 1001) + "\"}", 0, []string{`a.jsonl:1": too large: more than 1000`}},
		{"a list that breaks off", "a.json", `[{"text":"One."},{"text":"Tw`, 1, []string{`a.json": no article: JSON that breaks off`}},
		{"a large record in a list", "a.json", `[{"text":"One."},{"text":"` + strings.Repeat("a", 200_000), 1, []string{`too large`}},
		{"an empty list", "a.json", `[]`, 0, []string{"no text"}},
		{"an empty file", "a.jsonl", "\n\n", 0, []string{"no text"}},
		{"a table without texts", "a.csv", "event,date\n1,2\n", 0, []string{`read "a.csv": no article: no column with a text among "event, date"`}},
		{"a table without rows", "a.csv", "title,text\n", 0, []string{"no text"}},
		{"rows", "a.csv", "title,text\na,One.\nb\nc,Two.\n", 2, []string{`a.csv:3": no article`}},
		{"a quote that is not closed", "a.csv", "title,text\na,One.\nb,\"" + strings.Repeat("a,\n", 100_000), 1, []string{"too large"}},
		{"a date that is none", "a.jsonl", `{"text":"One.","date":"soon"}`, 1, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree(t, map[string]string{tt.file: tt.content})
			docs, errs := read(t, source.Options{MaxSize: 1000}, tt.file)
			if len(docs) != tt.docs || len(errs) != len(tt.errs) {
				t.Fatalf("%d documents, errors %v", len(docs), errs)
			}
			for i, err := range errs {
				if !strings.Contains(err.Error(), tt.errs[i]) {
					t.Errorf("error %v, want %q", err, tt.errs[i])
				}
			}
		})
	}
}

// A file with records for ever needs the memory of one.
func TestRecordsStream(t *testing.T) {
	pipe, w := io.Pipe()
	go func() {
		for i := 0; ; i++ {
			if _, err := fmt.Fprintf(w, "{\"text\":\"Number %d.\"}\n", i); err != nil {
				return
			}
		}
	}()
	defer pipe.Close()
	n := 0
	for doc, err := range source.Open(t.Context(), []string{"-"}, source.Options{Stdin: pipe, Format: "jsonl"}) {
		if err != nil || doc.Text != fmt.Sprintf("Number %d.", n) {
			t.Fatalf("%q, %v", doc.Text, err)
		}
		if n++; n == 1000 {
			break
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	_, errs := read(t, source.Options{Stdin: strings.NewReader("a"), Format: "docx"}, "-")
	if len(errs) != 1 || !errors.Is(errs[0], source.ErrUnknownFormat) {
		t.Errorf("errors %v", errs)
	}
}
