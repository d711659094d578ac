package fetch

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// robotsSize is how much of a robots.txt is read: https://www.rfc-editor.org/rfc/rfc9309#section-2.5
const robotsSize = 500 << 10

// mayFetch asks the robots.txt of the page's host. Where there is none, or it cannot be had, all may be fetched; where
// the host fails, nothing may (RFC 9309, 2.3.1).
func (c Client) mayFetch(ctx context.Context, client *http.Client, address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return fmt.Errorf("%w: %q is no address of the web", ErrStatus, address)
	}
	robots := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	response, err := get(ctx, client, robots.String())
	if err != nil {
		return err
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode >= 500:
		return fmt.Errorf("%w: its robots.txt: %s", ErrStatus, response.Status)
	case response.StatusCode != http.StatusOK:
		return nil
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !allows(io.LimitReader(response.Body, robotsSize), path) {
		return ErrRobots
	}
	return nil
}

// rule is a line Allow or Disallow.
type rule struct {
	pattern string
	allow   bool
}

// allows reports whether a robots.txt lets this program fetch a path: by the group that names it, else by that for all.
// The longest pattern that fits counts, and of two as long the one that allows.
func allows(r io.Reader, path string) bool {
	var ours, all []rule
	named := false                             // some group names us
	inOurs, inAll, rules := false, false, true // the group that is being read, and whether its rules have begun
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch key = strings.ToLower(strings.TrimSpace(key)); key {
		case "user-agent":
			if rules {
				inOurs, inAll, rules = false, false, false
			}
			name := strings.ToLower(value)
			inOurs = inOurs || name == agent
			inAll = inAll || name == "*"
			named = named || name == agent
		case "allow", "disallow":
			rules = true
			if value == "" {
				continue
			}
			if inOurs {
				ours = append(ours, rule{value, key == "allow"})
			}
			if inAll {
				all = append(all, rule{value, key == "allow"})
			}
		}
	}
	if named {
		all = ours
	}
	best, allowed := -1, true
	for _, r := range all {
		if n := len(r.pattern); r.fits(path) && (n > best || n == best && r.allow) {
			best, allowed = n, r.allow
		}
	}
	return allowed
}

// fits reports whether the path begins as the pattern says; * stands for anything, $ for the end.
func (r rule) fits(path string) bool {
	pattern, end := strings.CutSuffix(r.pattern, "$")
	expression := "^" + strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*")
	if end {
		expression += "$"
	}
	compiled, err := regexp.Compile(expression)
	return err == nil && compiled.MatchString(path)
}
