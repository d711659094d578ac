package source

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"entente.example/graph"
)

// meta gathers what a page tells of itself, each value under the key of the place where it stands.
type meta struct {
	values map[string]string
}

// readMeta reads the metadata of a page: JSON-LD of schema.org first, then the tags of Open Graph and of publishers'
// programs, then elements that show them.
func readMeta(root *html.Node) facts {
	m := meta{values: map[string]string{}}
	m.walk(root, 0)
	told := facts{Appearance: graph.Appearance{
		Title: plainTitle(m.first("ld:headline", "og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "h1", "title")),
		Publisher: tidy(m.first("ld:publisher", "og:site_name", "article:publisher_name", "dc.publisher", "citation_publisher",
			"application-name", "twitter:site_name")),
	}}
	for _, key := range []string{"canonical", "og:url", "ld:url", "saved from"} {
		if told.URL = webAddress(m.values[key]); told.URL != "" {
			break
		}
	}
	for _, key := range []string{
		"ld:datepublished", "article:published_time", "og:article:published_time", "article:published", "og:published_time",
		"itemprop:datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish_date",
		"publish-date", "publication_date", "publicationdate", "pubdate", "published_at", "dc.date.issued", "dcterms.issued",
		"dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date", "originalpublicationdate",
		"date", "ld:datecreated", "time:pubdate", "time",
	} {
		if date, ok := parseDate(m.values[key]); ok {
			told.Published = date
			break
		}
	}
	told.language = languageTag(m.first("lang", "og:locale", "ld:inlanguage", "content-language", "dc.language"))
	return told
}

func (m meta) first(keys ...string) string {
	for _, key := range keys {
		if value := m.values[key]; strings.TrimSpace(value) != "" {
			return value
		}
	}
	return ""
}

// set keeps the first value under a key.
func (m meta) set(key, value string) {
	key = strings.ToLower(strings.TrimSpace(key))
	if value = strings.TrimSpace(value); value != "" && m.values[key] == "" {
		m.values[key] = value
	}
}

func (m meta) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.CommentNode:
		m.comment(n.Data)
	case html.ElementNode:
		m.element(n)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		m.walk(child, depth+1)
	}
}

// savedFrom are the remarks of programs that keep pages.
var savedFrom = regexp.MustCompile(`(?:saved from url=\(\d+\)|(?m:^\s*url:\s*))(https?://\S+)`)

func (m meta) comment(text string) {
	if found := savedFrom.FindStringSubmatch(text); found != nil {
		m.set("saved from", found[1])
	}
}

func (m meta) element(n *html.Node) {
	attributes := map[string]string{}
	for _, a := range n.Attr {
		attributes[a.Key] = a.Val
	}
	switch n.DataAtom {
	case atom.Html:
		m.set("lang", attributes["lang"])
	case atom.Meta:
		for _, key := range []string{"property", "name", "http-equiv"} {
			if attributes[key] != "" {
				m.set(attributes[key], attributes["content"])
			}
		}
	case atom.Link:
		if strings.EqualFold(attributes["rel"], "canonical") {
			m.set("canonical", attributes["href"])
		}
	case atom.Title, atom.H1:
		if n.Parent == nil || n.Parent.DataAtom != atom.Svg {
			m.set(n.Data, tidy(textOfNode(n)))
		}
	case atom.Time:
		m.set("time", attributes["datetime"])
		if _, ok := attributes["pubdate"]; ok {
			m.set("time:pubdate", attributes["datetime"])
		}
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(attributes["type"]), "application/ld+json") && n.FirstChild != nil {
			m.linked(n.FirstChild.Data)
		}
	}
	if attributes["itemprop"] == "datePublished" {
		m.set("itemprop:datepublished", attributes["content"])
		m.set("itemprop:datepublished", attributes["datetime"])
	}
}

// linked reads a block of JSON-LD. Publishers write all sorts of things there; what is no JSON tells nothing.
func (m meta) linked(text string) {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "//<![CDATA["), "//]]>")
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return
	}
	m.linkedValue(value, 0)
}

// articleTypes are the types of schema.org that are articles.
var articleTypes = regexp.MustCompile(`^(?:https?://schema\.org/)?(?:News|Analysis|Background|Opinion|Reportage|Report|Review|Scholarly|SocialMediaPosting|Blog|LiveBlog|Tech|Advertiser)?(?:NewsArticle|Article|Posting|Report)$`)

func (m meta) linkedValue(value any, depth int) {
	if depth > 5 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, inner := range v {
			m.linkedValue(inner, depth+1)
		}
	case map[string]any:
		for _, key := range []string{"@graph", "mainEntity"} {
			if v[key] != nil {
				m.linkedValue(v[key], depth+1)
			}
		}
		if isArticleType(v["@type"]) {
			m.linkedArticle(v)
		}
	}
}

func isArticleType(value any) bool {
	switch v := value.(type) {
	case string:
		return articleTypes.MatchString(v)
	case []any:
		for _, inner := range v {
			if isArticleType(inner) {
				return true
			}
		}
	}
	return false
}

func (m meta) linkedArticle(article map[string]any) {
	for _, key := range []string{"headline", "datePublished", "dateCreated", "inLanguage", "url"} {
		m.set("ld:"+key, named(article[key], "@id"))
	}
	if article["headline"] == nil {
		m.set("ld:headline", named(article["name"], "name"))
	}
	m.set("ld:url", named(article["mainEntityOfPage"], "@id"))
	m.set("ld:publisher", named(article["publisher"], "name"))
}

// named gives a text, or that under the key of an object, or that of the first of a list.
func named(value any, key string) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v[key].(string)
		return s
	case []any:
		if len(v) > 0 {
			return named(v[0], key)
		}
	}
	return ""
}

// addressDate is the day in the address of an article, as many outlets have it.
var addressDate = regexp.MustCompile(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)`)

func dateOfAddress(address string) graph.Valid {
	m := addressDate.FindStringSubmatch(address)
	if m == nil {
		return ""
	}
	pad := func(s string) string { return ("0" + s)[len(s)-1:] }
	date, ok := checkedDate(m[1] + "-" + pad(m[2]) + "-" + pad(m[3]))
	if !ok {
		return ""
	}
	return date
}

// webAddress gives an address of the web without what only tells where a reader came from, or an empty text where it is
// none.
func webAddress(address string) string {
	address = strings.TrimSpace(address)
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(address, " \t\r\n") {
		return ""
	}
	u.Fragment = ""
	u.User = nil
	if u.RawQuery != "" {
		var kept []string
		for part := range strings.SplitSeq(u.RawQuery, "&") {
			if key, _, _ := strings.Cut(strings.ToLower(part), "="); !strings.HasPrefix(key, "utm_") && key != "fbclid" && key != "gclid" {
				kept = append(kept, part)
			}
		}
		u.RawQuery = strings.Join(kept, "&")
	}
	return tidy(u.String())
}

// languageTag gives an IETF tag of a language, without the country: "en" of "en_US"; empty where it is none.
func languageTag(name string) string {
	name = strings.TrimSpace(name)
	if len(name) > 20 {
		return ""
	}
	if tag, ok := languageNames[strings.ToLower(name)]; ok {
		return tag
	}
	tag, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	if err != nil || name == "" {
		return ""
	}
	base, _ := tag.Base()
	return base.String()
}

// languageNames are names that records have for languages, and codes of three letters that Event Registry has.
var languageNames = map[string]string{
	"english": "en", "arabic": "ar", "russian": "ru", "french": "fr", "spanish": "es", "german": "de", "turkish": "tr",
	"persian": "fa", "chinese": "zh", "ukrainian": "uk", "portuguese": "pt", "italian": "it", "hebrew": "he",
	"eng": "en", "ara": "ar", "rus": "ru", "fra": "fr", "spa": "es", "deu": "de", "tur": "tr",
}

var (
	// markup are the tags that the text of a record has where it is HTML.
	markup = regexp.MustCompile(`(?i)<(?:p|br|div|h[1-6]|li|blockquote)\b[^<>]*>|</(?:p|a|b|i|strong|em|span|div)>`)
	// cutOff is what news services put where they cut a text off.
	cutOff = regexp.MustCompile(`(?:…|\.\.\.)? ?\[\+\d+ chars\]\s*$`)
)

// cutText shortens a text for a message.
func cutText(s string, most int) string {
	s = tidy(s)
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
