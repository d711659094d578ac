package source

import (
	"bytes"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"entente.example/graph"
)

// maxPages is how many pages of a PDF are read.
const maxPages = 2000

// readPDF reads the text of a PDF. How good it is depends on the program that made the file: columns may run into each
// other, and a scanned page has no text at all. No program that may be installed does it instead, so that a file is the
// same article everywhere.
func readPDF(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		raw, err := readAll(in.reader, wrapping*in.maxSize)
		if err != nil {
			yield(graph.Document{}, err)
			return
		}
		text, title, err := pdfText(raw)
		if err == nil && isBlank(text) {
			err = fmt.Errorf("%w: a PDF without text (scanned pages have none)", ErrEmpty)
		}
		if err != nil {
			yield(graph.Document{}, err)
			return
		}
		in.warn("it is a PDF: look whether its text was read in order")
		yield(compose(in, text, graph.Appearance{Title: title}))
	}
}

// pdfText gives the text of all pages, and the title that the file has for itself.
func pdfText(raw []byte) (text, title string, err error) {
	defer func() { // the library panics at damaged files
		if p := recover(); p != nil {
			text, title, err = "", "", fmt.Errorf("%w: a damaged PDF: %v", ErrRecord, p)
		}
	}()
	file, err := pdf.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", "", fmt.Errorf("%w: a damaged PDF: %w", ErrRecord, err)
	}
	var lines pdfLines
	for i := 1; i <= min(file.NumPage(), maxPages); i++ {
		page := file.Page(i)
		if page.V.IsNull() {
			continue
		}
		lines.page(rowsOf(page.Content().Text))
	}
	if info := file.Trailer().Key("Info"); !info.IsNull() {
		title = tidy(info.Key("Title").Text())
	}
	return lines.text(), title, nil
}

// pdfRow is a line as it stands on the page.
type pdfRow struct {
	text string
	y    float64
}

// rowsOf joins letters to lines, in the order in which the file writes them, which keeps columns apart: a new line begins
// where the height changes by a third of a letter. Where a page has no blanks of its own, a word begins where there is a
// gap; else the blanks tell, since many fonts hide how wide their letters are.
func rowsOf(letters []pdf.Text) []pdfRow {
	var rows []pdfRow
	var b strings.Builder
	end, y := 0.0, 0.0
	blanks := 0
	for _, letter := range letters {
		if letter.S == " " {
			blanks++
		}
	}
	spaced := blanks*20 >= len(letters)
	flush := func() {
		if text := tidy(strings.ToValidUTF8(b.String(), "")); text != "" {
			rows = append(rows, pdfRow{text, y})
		}
		b.Reset()
	}
	for i, letter := range letters {
		size := math.Max(letter.FontSize, 1)
		switch {
		case i == 0:
			y = letter.Y
		case math.Abs(letter.Y-y) > size/3 || letter.X < end-3*size:
			flush()
			y = letter.Y
		case !spaced && letter.X-end > size/5:
			b.WriteByte(' ')
		}
		b.WriteString(letter.S)
		end = letter.X + letter.W
	}
	flush()
	return rows
}

// pdfLines puts lines together: a gap of more than one and a half times that between lines of a paragraph ends a paragraph; a hyphen at the end of a line goes.
type pdfLines struct {
	b    []byte
	last string
}

func (l *pdfLines) page(rows []pdfRow) {
	var gaps []float64
	for i := 1; i < len(rows); i++ {
		if gap := rows[i-1].y - rows[i].y; gap > 6 { // less is a small figure
			gaps = append(gaps, gap)
		}
	}
	slices.Sort(gaps)
	usual := math.Inf(1)
	if len(gaps) > 0 {
		usual = gaps[0]
	}
	for i, row := range rows {
		// A column or a page may go on with the sentence of the one before.
		gap := 0.0
		if i > 0 {
			gap = rows[i-1].y - row.y
		}
		l.add(row.text, gap > usual*3/2 || gap < 0 && strings.HasSuffix(l.last, "."))
	}
}

func (l *pdfLines) add(line string, paragraph bool) {
	next, _ := utf8.DecodeRuneInString(line)
	switch {
	case len(l.b) == 0:
	case paragraph:
		l.b = append(l.b, "\n\n"...)
	case strings.HasSuffix(l.last, "-") && unicode.IsLower(next):
		l.b = l.b[:len(l.b)-1]
	default:
		l.b = append(l.b, ' ')
	}
	l.b = append(l.b, line...)
	l.last = line
}

func (l *pdfLines) text() string { return string(l.b) }
