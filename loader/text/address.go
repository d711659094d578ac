package text

import "strings"

// An e-mail address or host name is looked for within so many bytes.
const maxHost = 100

// address returns the end of the URL, e-mail address or host name that starts
// at i, or i if none does.
func (s *scanner) address(i int) int {
	if i > 0 && s.text[i-1] == '@' {
		return i
	}
	rest := s.text[i:s.end]
	if c := rest[0] | 0x20; c == 'h' || c == 'w' || c == 'f' {
		head := strings.ToLower(rest[:min(len(rest), 8)])
		for _, scheme := range [...]string{"http://", "https://", "www.", "ftp://"} {
			if strings.HasPrefix(head, scheme) && len(rest) > len(scheme) && isWordByte(rest[len(scheme)]) {
				return i + urlEnd(rest)
			}
		}
	}
	end, at, dot := 0, -1, -1
	for end < len(rest) && end < maxHost {
		c := rest[end]
		switch {
		case isWordByte(c) || c == '-' || c == '+' && at < 0:
		case c == '.':
			dot = end
		case c == '@' && at < 0 && end > 0:
			at, dot = end, -1
		default:
			return i + s.host(rest[:end], at, dot)
		}
		end++
	}
	return i + s.host(rest[:end], at, dot)
}

// host returns the length of the e-mail address or host name in run, whose @
// and last full stop are at those places (or -1), or 0.
func (s *scanner) host(run string, at, dot int) int {
	if dot < 0 {
		return 0
	}
	if dot == len(run)-1 { // the sentence's full stop
		run = run[:dot]
		if dot = strings.LastIndexByte(run, '.'); dot <= at {
			return 0
		}
	}
	if at >= 0 {
		if dot > at+1 {
			return len(run)
		}
		return 0
	}
	if strings.Contains(run, "..") || !isTopDomain(run[dot+1:]) || dot < 2 {
		return 0
	}
	return len(run)
}

// urlEnd returns the length of the URL at the start of s, without the
// punctuation that follows it.
func urlEnd(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool {
		switch r {
		case '<', '>', '"', '“', '”', '‘', '’', '«', '»', '{', '}', '|', '\\', '^', '`':
			return true
		}
		return isSpace(r) || isFormat(r)
	})
	if end < 0 {
		end = len(s)
	}
	for end > 0 {
		switch s[end-1] {
		case '.', ',', ';', ':', '!', '?', '\'', ']':
			end--
			continue
		case ')':
			if end <= maxHost && !strings.Contains(s[:end], "(") {
				end--
				continue
			}
		}
		break
	}
	return end
}

// isTopDomain reports whether s, in lower case, ends host names that occur in
// running text. A word of the language is none ("he.is").
func isTopDomain(s string) bool {
	switch s {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "co", "io", "uk", "fr", "de", "ru", "cn",
		"ly", "ua", "il", "ir", "sy", "iq", "tr", "eg", "ae", "sa", "qa", "eu", "tv", "news", "onion", "example":
		return true
	}
	return false
}
