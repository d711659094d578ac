package source

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode gives the text of a file's bytes, and a note where its encoding had to be guessed.
func decode(raw []byte) (text, note string, err error) {
	if order, mark := utf16Order(raw); order != nil {
		if mark == 0 {
			note = "it has no byte order mark and was read as UTF-16"
		}
		text, err = decodeUTF16(raw, order, mark)
		return text, note, err
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if isBinary(raw) {
		return "", "", notText(raw)
	}
	if utf8.Valid(raw) {
		return string(raw), "", nil
	}
	if page, name := codePage(raw); page != nil {
		return decodePage(page, raw), "it is not UTF-8 and was read as " + name, nil
	}
	at := firstInvalid(raw)
	return "", "", fmt.Errorf("%w: byte %d (0x%02x) is not UTF-8", ErrEncoding, at, raw[at])
}

// utf16Order tells the order of bytes of a text in UTF-16, and how long its byte order mark is; nil: it is in none. A
// text without a mark is told by its letters of ASCII, every other byte of which is zero.
func utf16Order(raw []byte) (order binary.ByteOrder, mark int) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return binary.LittleEndian, 2
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return binary.BigEndian, 2
	}
	head := raw[:min(len(raw), 1024)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch few, many := len(head)/64, len(head)*2/5; {
	case len(head) < 16:
	case zeros[1] >= many && zeros[0] <= few:
		return binary.LittleEndian, 0
	case zeros[0] >= many && zeros[1] <= few:
		return binary.BigEndian, 0
	}
	return nil, 0
}

// codePage guesses the encoding of a text that is not UTF-8, of those in which news are kept.
func codePage(raw []byte) (*charmap.Charmap, string) {
	for _, page := range []struct {
		charmap *charmap.Charmap
		name    string
		// letters are the ten most frequent of the language: they make more than half of a text in it.
		letters string
	}{
		{charmap.Windows1256, "Windows-1256", "اليونمرتهب"},
		{charmap.Windows1251, "Windows-1251", "оеаинтсрвл"},
	} {
		if isIn(raw, page.charmap, page.letters) {
			return page.charmap, page.name
		}
	}
	if isWindows1252(raw) {
		return charmap.Windows1252, "Windows-1252"
	}
	return nil, ""
}

// isIn reports whether the bytes beyond ASCII are mostly the letters that are frequent in a language.
func isIn(raw []byte, page *charmap.Charmap, letters string) bool {
	high, frequent := 0, 0
	for _, c := range raw {
		if c < utf8.RuneSelf {
			continue
		}
		high++
		if strings.ContainsRune(letters, page.DecodeByte(c)) {
			frequent++
		}
	}
	return high >= 20 && high*5 > len(raw) && frequent*2 > high
}

func decodePage(page *charmap.Charmap, raw []byte) string {
	var b strings.Builder
	for _, c := range raw {
		b.WriteRune(page.DecodeByte(c))
	}
	return b.String()
}

// decodedReader gives the text of a stream that is too long to be looked at as a whole: the encoding is told by its
// first bytes.
func decodedReader(in input) (io.Reader, error) {
	buffer := bufio.NewReaderSize(in.reader, 64<<10)
	head, err := buffer.Peek(sniffBytes)
	if len(head) == 0 && err != nil && !errors.Is(err, io.EOF) {
		return nil, inflating(err)
	}
	if order, mark := utf16Order(head); order != nil {
		_, _ = buffer.Discard(mark)
		end := unicode.LittleEndian
		if order == binary.BigEndian {
			end = unicode.BigEndian
		}
		return transform.NewReader(buffer, unicode.UTF16(end, unicode.IgnoreBOM).NewDecoder()), nil
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		_, _ = buffer.Discard(3)
		return buffer, nil
	}
	whole := head
	for cut := 0; cut < utf8.UTFMax && len(whole) > 0 && !utf8.Valid(whole); cut++ {
		whole = whole[:len(whole)-1] // a character may be cut in the middle
	}
	if utf8.Valid(whole) {
		return buffer, nil
	}
	if isBinary(head) {
		return nil, notText(head)
	}
	page, name := codePage(head)
	if page == nil {
		return buffer, nil // what is not UTF-8 in it is told by its record
	}
	in.warn("it is not UTF-8 and was read as " + name)
	return transform.NewReader(buffer, page.NewDecoder()), nil
}

// isBinary reports whether bytes cannot be a text: one of them is NUL, or every tenth is another control character.
func isBinary(raw []byte) bool {
	controls := 0
	for _, c := range raw {
		switch {
		case c == 0:
			return true
		case c < '\t', c > '\r' && c < ' ', c == 0x7f:
			controls++
		}
	}
	return controls*10 > len(raw)
}

// decodeUTF16 decodes what follows a byte order mark, which may be empty.
func decodeUTF16(raw []byte, order binary.ByteOrder, mark int) (string, error) {
	if len(raw)%2 != 0 {
		return "", fmt.Errorf("%w: byte %d is half a character of UTF-16", ErrEncoding, len(raw)-1)
	}
	var b strings.Builder
	for i := mark; i < len(raw); i += 2 {
		r := rune(order.Uint16(raw[i:]))
		if utf16.IsSurrogate(r) {
			var low rune
			if i+2 < len(raw) {
				low = rune(order.Uint16(raw[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				return "", fmt.Errorf("%w: byte %d is not UTF-16", ErrEncoding, i)
			}
			i += 2
		}
		b.WriteRune(r)
	}
	if text := b.String(); !isBinary([]byte(text)) {
		return text, nil
	}
	return "", ErrBinary
}

// isWindows1252 reports whether bytes are a text of western Europe. They hardly are where some have no meaning, where so
// many lie beyond ASCII that the letters must be of another alphabet, or where some of them are UTF-8, which is then
// damaged.
func isWindows1252(raw []byte) bool {
	high := 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError && size > 1, !utf8.FullRune(raw[i:]):
			return false
		case r == utf8.RuneError:
			if charmap.Windows1252.DecodeByte(raw[i]) == utf8.RuneError || isUndefined(raw[i]) {
				return false
			}
			high++
		}
		i += size
	}
	return high*5 <= len(raw)
}

// isUndefined reports whether Windows-1252 leaves a byte without meaning. Decoders give a control character for it.
func isUndefined(c byte) bool {
	return c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return 0
}
