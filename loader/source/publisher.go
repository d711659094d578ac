package source

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"
)

// Publisher is an outlet, as a row of publishers.csv tells of it.
type Publisher struct {
	// Domain is the registrable domain of the outlet's addresses ("bbc.co.uk"), or a host below one.
	Domain string `json:"domain"`
	Name   string `json:"name"`
	// Owner is who owns the outlet, or empty.
	Owner string `json:"owner,omitempty"`
	// Grade is its reliability in Admiralty terms, A (completely reliable) to F (cannot be judged), or empty. The rows of
	// the package have none: to grade is the user's.
	Grade string `json:"grade,omitempty"`
}

// Publishers knows outlets by their addresses and names.
type Publishers struct {
	byDomain map[string]Publisher
	byName   map[string]Publisher // by folded name
}

//go:embed data/publishers.csv
var publishersCSV string

// KnownPublishers are those of the package.
var KnownPublishers = sync.OnceValue(func() *Publishers {
	p, err := ReadPublishers(strings.NewReader(publishersCSV), nil)
	if err != nil {
		panic(fmt.Sprintf("data/publishers.csv: %v", err)) // a test reads it
	}
	return p
})

var grade = regexp.MustCompile(`^[A-F]?$`)

// ReadPublishers reads a table with the columns domain, name, owner and grade, of which the first two must be there. Its
// rows come before those of base, which may be nil.
func ReadPublishers(r io.Reader, base *Publishers) (*Publishers, error) {
	p := &Publishers{byDomain: map[string]Publisher{}, byName: map[string]Publisher{}}
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("read publishers: %w", err)
	}
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	for i, name := range head {
		head[i] = strings.ToLower(strings.TrimSpace(name))
	}
	if !slices.Contains(head, "domain") || !slices.Contains(head, "name") {
		return nil, fmt.Errorf("read publishers: the columns are %q, and must be domain, name, owner and grade", head)
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read publishers: %w", err)
		}
		line, _ := rows.FieldPos(0)
		if err := p.add(head, row); err != nil {
			return nil, fmt.Errorf("read publishers: line %d: %w", line, err)
		}
	}
	if base != nil {
		for domain, publisher := range base.byDomain {
			if _, ok := p.byDomain[domain]; !ok {
				p.byDomain[domain] = publisher
			}
		}
		for name, publisher := range base.byName {
			if _, ok := p.byName[name]; !ok {
				p.byName[name] = publisher
			}
		}
	}
	return p, nil
}

func (p *Publishers) add(head, row []string) error {
	var publisher Publisher
	for i, cell := range row {
		if i >= len(head) {
			break
		}
		cell = tidy(cell)
		switch head[i] {
		case "domain":
			publisher.Domain = strings.TrimPrefix(strings.ToLower(cell), "www.")
		case "name":
			publisher.Name = cell
		case "owner":
			publisher.Owner = cell
		case "grade":
			publisher.Grade = strings.ToUpper(cell)
		}
	}
	switch {
	case publisher.Domain == "" || !strings.Contains(publisher.Domain, ".") || strings.ContainsAny(publisher.Domain, "/: "):
		return fmt.Errorf("the domain %q is none", publisher.Domain)
	case publisher.Name == "":
		return fmt.Errorf("%s has no name", publisher.Domain)
	case !grade.MatchString(publisher.Grade):
		return fmt.Errorf("the grade %q of %s is not one of A to F", publisher.Grade, publisher.Domain)
	}
	if _, ok := p.byDomain[publisher.Domain]; ok {
		return fmt.Errorf("%s has two rows", publisher.Domain)
	}
	p.byDomain[publisher.Domain] = publisher
	if name := fold(publisher.Name); p.byName[name].Grade == "" { // of several domains, one that is graded
		p.byName[name] = publisher
	}
	return nil
}

// Named finds an outlet by its name.
func (p *Publishers) Named(name string) (Publisher, bool) {
	publisher, ok := p.byName[fold(name)]
	return publisher, ok
}

// At finds the outlet of an address: by its host, else by the nearest domain above it that has a row. Where there is
// none, it gives the registrable domain ("bbc.co.uk" of https://news.bbc.co.uk/1) as the name, and false.
func (p *Publishers) At(address string) (Publisher, bool) {
	host := hostOf(address)
	if host == "" {
		return Publisher{}, false
	}
	for name := host; strings.Contains(name, "."); _, name, _ = strings.Cut(name, ".") {
		if publisher, ok := p.byDomain[name]; ok {
			return publisher, true
		}
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		domain = host // an address of a network at home
	}
	return Publisher{Domain: domain, Name: domain}, false
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
}

// name gives the name under which an article's publisher is known, so that one outlet is one origin however an article
// came: that of the row of the name that is told, else of the address, else what is told, else the domain.
func (p *Publishers) name(told, address string) string {
	if publisher, ok := p.Named(told); ok && told != "" {
		return publisher.Name
	}
	if isDomain(told) { // a domain that stands for a name
		if publisher, ok := p.At("https://" + told); ok || address == "" {
			return publisher.Name
		}
		told = ""
	}
	if isWebAddress(told) {
		publisher, _ := p.At(told)
		return publisher.Name
	}
	at, known := p.At(address)
	if told != "" && !known { // an agency's report on another outlet's page is the agency's, by its row
		return told
	}
	return at.Name
}

var domainName = regexp.MustCompile(`^(?i:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-zA-Z]{2,}$`)

func isDomain(s string) bool { return domainName.MatchString(s) }
