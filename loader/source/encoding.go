package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode gives the text of a file's bytes, and a note where its encoding had to be guessed.
func decode(raw []byte) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		text, err = decodeUTF16(raw, binary.LittleEndian)
		return text, "", err
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		text, err = decodeUTF16(raw, binary.BigEndian)
		return text, "", err
	}
	if isBinary(raw) {
		return "", "", notText(raw)
	}
	if utf8.Valid(raw) {
		return string(raw), "", nil
	}
	if text, ok := decodeWindows1252(raw); ok {
		return text, "it is not UTF-8 and was read as Windows-1252", nil
	}
	at := firstInvalid(raw)
	return "", "", fmt.Errorf("%w: byte %d (0x%02x) is not UTF-8", ErrEncoding, at, raw[at])
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

// decodeUTF16 decodes what follows a byte order mark.
func decodeUTF16(raw []byte, order binary.ByteOrder) (string, error) {
	if len(raw)%2 != 0 {
		return "", fmt.Errorf("%w: byte %d is half a character of UTF-16", ErrEncoding, len(raw)-1)
	}
	var b strings.Builder
	for i := 2; i < len(raw); i += 2 {
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

// decodeWindows1252 decodes a text of western Europe, or reports false where the bytes are hardly one: some have no
// meaning, so many lie beyond ASCII that the letters must be of another alphabet, or some of them are UTF-8, which is
// then damaged.
func decodeWindows1252(raw []byte) (string, bool) {
	high := 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError && size > 1, !utf8.FullRune(raw[i:]):
			return "", false
		case r == utf8.RuneError:
			if charmap.Windows1252.DecodeByte(raw[i]) == utf8.RuneError || isUndefined(raw[i]) {
				return "", false
			}
			high++
		}
		i += size
	}
	if high*5 > len(raw) {
		return "", false
	}
	var b strings.Builder
	for _, c := range raw {
		b.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return b.String(), true
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
