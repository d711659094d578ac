package source_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/loader/source"
)

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Strelsau Herald</title><link>https://herald.example/</link>
<item><title>Rebels &amp; arms</title><link>https://herald.example/1?utm_source=rss</link><pubDate>Thu, 28 May 2020 10:00:00 +0000</pubDate>
<media:title>A picture</media:title><description>Short.</description><content:encoded><![CDATA[<p>Rebels left the town.</p><p>They came back.</p>]]></content:encoded></item>
<item><title>No date</title><guid>tag:herald.example,2020:2</guid><description>Egypt arms &lt;b&gt;the rebels&lt;/b&gt;.</description></item>
<item><title>No text</title><link>https://herald.example/3</link></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title>
<entry><title type="html">Rebels &amp;amp; arms</title><link rel="self" href="https://herald.example/self"/><link href="https://herald.example/1"/>
<updated>2020-06-01T00:00:00Z</updated><published>2020-05-28T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rebels left the town.</p><p>They came back.</p></div></content></entry></feed>`

const plainMail = "Return-Path: <a@herald.example>\r\nFrom: Herald Alerts <alerts@herald.example>\r\nTo: you@example.org\r\n" +
	"Subject: =?utf-8?q?Rebels_=E2=80=93_arms?=\r\nDate: Thu, 28 May 2020 10:00:00 +0000\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=windows-1252\r\n" +
	"Content-Transfer-Encoding: quoted-printable\r\n\r\nRebels left the caf=E9 in the town of Strels=\r\nau.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>No.</p>\r\n--x--\r\n"

const browserMail = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/2020/05/28/x\r\nSubject: Saved\r\n" +
	"Date: Fri, 1 Jan 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n" +
	"--b\r\nContent-Type: text/html\r\nContent-Location: https://herald.example/2020/05/28/x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"<html><title>Rebels leave</title><p>Rebels left the town of Strelsau in the night, and nobody followed them.</p></html>\r\n--b--\r\n"

// answer makes a message of the text.
func answer(text string) string {
	return "From: a@b.example\nTo: c@d.example\nSubject: Re: x\n\n" + text + "\n"
}

func warcRecord(kind, contentType, address, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, contentType, len(block), block)
}

const answered = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"

func chunked(text string) string { return fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(text), text) }

func archiveOfTheWeb() string {
	paragraph := "<html><head><title>Rebels leave</title></head><body><p>Rebels left the town of Strelsau.</p></body></html>"
	return warcRecord("warcinfo", "application/warc-fields", "", "software: test\r\n") +
		warcRecord("request", "application/http; msgtype=request", "https://herald.example/1", "GET / HTTP/1.1\r\n\r\n") +
		warcRecord("response", "application/http; msgtype=response", "https://herald.example/2020/05/28/1", answered+chunked(paragraph)) +
		warcRecord("response", "application/http; msgtype=response", "https://herald.example/x.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
		warcRecord("response", "application/http; msgtype=response", "https://herald.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nGone.") +
		warcRecord("conversion", "text/plain", "https://herald.example/2", "The army came back to Strelsau.")
}

// pdfOf makes a PDF of one page by hand: each string a line, an empty one a gap.
func pdfOf(lines ...string) string {
	var content strings.Builder
	content.WriteString("BT /F1 12 Tf 72 720 Td\n")
	for _, line := range lines {
		fmt.Fprintf(&content, "(%s) Tj 0 -14 Td\n", strings.NewReplacer("(", `\(`, ")", `\)`).Replace(line))
	}
	content.WriteString("ET\n")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [" + strings.Repeat("500 ", 95) + "] >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", content.Len(), content.String()), "<< /Title (Rebels leave) >>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, object := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.String()
}

func TestFeedsMailWARCAndPDF(t *testing.T) {
	mbox := "From a@b.example Thu May 28 10:00:00 2020\n" + strings.ReplaceAll(plainMail, "\r\n", "\n") +
		"\nFrom a@b.example Fri May 29 10:00:00 2020\nFrom: a@b.example\nTo: c\nSubject: Two\nDate: Fri, 29 May 2020 10:00:00 +0000\n\n>From the hills, rebels came.\n"
	type article struct {
		Name, Text string
		graph.Appearance
	}
	tests := []struct {
		name, file, content string
		want                []article
		errs                int
	}{
		{"RSS", "a.rss", rss, []article{
			{"https://herald.example/1", "Rebels left the town.\n\nThey came back.", graph.Appearance{URL: "https://herald.example/1", Publisher: "herald.example", Published: "2020-05-28", Title: "Rebels & arms"}},
			{"a:2", "Egypt arms the rebels.", graph.Appearance{Publisher: "The Strelsau Herald", Title: "No date"}},
		}, 1},
		{"Atom, told by its first bytes", "a.dat", atom, []article{
			{"https://herald.example/1", "Rebels left the town.\n\nThey came back.", graph.Appearance{URL: "https://herald.example/1", Publisher: "herald.example", Published: "2020-05-28", Title: "Rebels & arms"}},
		}, 0},
		{"a message", "a.eml", plainMail, []article{
			{"a", "Rebels left the café in the town of Strelsau.", graph.Appearance{Publisher: "herald.example", Published: "2020-05-28", Title: "Rebels – arms"}},
		}, 0},
		{"an answer", "a.eml", answer("The rebels left.\n\nOn Monday, Anna Roe wrote:\n> Egypt arms\n> the rebels.\nThey will be back."), []article{
			{"a", "The rebels left.\n\nThey will be back.", graph.Appearance{Publisher: "b.example", Title: "Re: x"}},
		}, 0},
		{"an answer over the message", "a.eml", answer("The rebels left.\n\n-----Original Message-----\nEgypt arms the rebels."), []article{
			{"a", "The rebels left.", graph.Appearance{Publisher: "b.example", Title: "Re: x"}},
		}, 0},
		{"a message passed on", "a.eml", answer("> Egypt arms\n> the rebels."), []article{
			{"a", "Egypt arms\nthe rebels.", graph.Appearance{Publisher: "b.example", Title: "Re: x"}},
		}, 0},
		{"a page that a browser kept", "a.mhtml", browserMail, []article{
			{"a", "Rebels left the town of Strelsau in the night, and nobody followed them.", graph.Appearance{URL: "https://herald.example/2020/05/28/x", Publisher: "herald.example", Published: "2020-05-28", Title: "Rebels leave"}},
		}, 0},
		{"a mailbox, told by its first bytes", "a.dat", mbox, []article{
			{"a.dat:1", "Rebels left the café in the town of Strelsau.", graph.Appearance{Publisher: "herald.example", Published: "2020-05-28", Title: "Rebels – arms"}},
			{"a.dat:22", "From the hills, rebels came.", graph.Appearance{Publisher: "b.example", Published: "2020-05-29", Title: "Two"}},
		}, 0},
		{"WARC", "a.warc.gz", zipped(t, archiveOfTheWeb()), []article{
			{"https://herald.example/2020/05/28/1", "Rebels left the town of Strelsau.", graph.Appearance{URL: "https://herald.example/2020/05/28/1", Publisher: "herald.example", Published: "2020-05-28", Title: "Rebels leave"}},
			{"https://herald.example/2", "The army came back to Strelsau.", graph.Appearance{URL: "https://herald.example/2", Publisher: "herald.example"}},
		}, 0},
		{"PDF, told by its first bytes", "a-2020-05-28.dat", pdfOf("Rebels left the town of Strel-", "sau in the night (Thursday).", "", "Nobody followed them."), []article{
			{"a-2020-05-28.dat", "Rebels left the town of Strelsau in the night (Thursday).\n\nNobody followed them.", graph.Appearance{Published: "2020-05-28", Title: "Rebels leave"}},
		}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree(t, map[string]string{tt.file: tt.content})
			docs, errs := read(t, source.Options{}, tt.file)
			var got []article
			for _, doc := range docs {
				a := article{Name: doc.Name, Text: strings.TrimSpace(doc.Text)}
				if len(doc.Appearances) > 0 {
					a.Appearance = doc.Appearances[0]
				}
				got = append(got, a)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || len(errs) != tt.errs {
				t.Errorf("errors %v, articles (-want +got):\n%s", errs, diff)
			}
		})
	}
}

func TestFeedsMailWARCAndPDFBad(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>` +
		`<rss><channel><item><title>x</title><description>&c; Egypt arms the rebels.</description></item></channel></rss>`
	tests := []struct {
		name, file, content string
		docs                int
		want                error
	}{
		{"entities of its own are not expanded", "a.rss", bomb, 1, nil},
		{"no items", "a.rss", "<rss><channel/></rss>", 0, source.ErrEmpty},
		{"a feed that breaks off", "a.rss", rss[:strings.Index(rss, "<item><title>No date")+60], 1, source.ErrRecord},
		{"no feed", "a.xml", "<invoice/>", 0, source.ErrEmpty},
		{"no message", "a.eml", "Just a line", 0, source.ErrRecord},
		{"no text in it", "a.eml", "Subject: x\r\n\r\n", 0, source.ErrEmpty},
		{"a mailbox with a long message", "a.mbox", "From a\nSubject: x\n\n" + strings.Repeat("aaaaaaaa\n", 2000) + "\nFrom b\nSubject: y\n\nRebels left.\n", 1, source.ErrTooLarge},
		{"an empty mailbox", "a.mbox", "", 0, source.ErrEmpty},
		{"no WARC", "a.warc", "PK\x03\x04", 0, source.ErrRecord},
		{"no pages", "a.warc", warcRecord("warcinfo", "text/plain", "", "x"), 0, source.ErrEmpty},
		{"a record without its length", "a.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\nx", 0, source.ErrRecord},
		{"a head that breaks off", "a.warc", archiveOfTheWeb()[:1100], 1, source.ErrRecord},

		{"no PDF", "a.pdf", "%PDF-1.7\x00", 0, source.ErrRecord},
		{"a PDF without text", "a.pdf", pdfOf(""), 0, source.ErrEmpty},
		{"a PDF that breaks off", "a.pdf", pdfOf("Rebels left.")[:400], 0, source.ErrRecord},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree(t, map[string]string{tt.file: tt.content})
			docs, errs := read(t, source.Options{MaxSize: 2000}, tt.file)
			if len(docs) != tt.docs || (tt.want != nil) != (len(errs) == 1) || len(errs) == 1 && !errors.Is(errs[0], tt.want) {
				t.Errorf("%d documents, errors %v, want %v", len(docs), errs, tt.want)
			}
			for _, doc := range docs {
				if len(doc.Text) > 2000 {
					t.Errorf("a text of %d bytes", len(doc.Text))
				}
			}
		})
	}
}

func FuzzFeed(f *testing.F) { fuzz(f, "feed", rss, atom, "<rss><item><title>", "<a><![CDATA[") }

func FuzzMail(f *testing.F) { fuzz(f, "mail", plainMail, browserMail, "Subject: x\n\ny") }

func FuzzMailbox(f *testing.F) { fuzz(f, "mbox", "From a\n"+plainMail, "From \n\nFrom \n\n>From a") }

func FuzzWARC(f *testing.F) {
	fuzz(f, "warc", archiveOfTheWeb(), "WARC/1.0\r\nContent-Length: 9\r\n\r\n")
}

func FuzzPDF(f *testing.F) {
	fuzz(f, "pdf", pdfOf("Rebels left.", "", "They came back."), "%PDF-1.4\n")
}
