package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// Client gets pages. The zero value is ready.
type Client struct {
	// AllowPrivate lets it connect to private addresses.
	AllowPrivate bool
	// Timeout bounds a request with its redirects and its body; 0: 30 seconds.
	Timeout time.Duration
	// MaxSize is the largest body in bytes; 0: 16 MiB.
	MaxSize int64
	// Pause is how long it waits before it tries once more; 0: two seconds.
	Pause time.Duration
}

// Page is what an address gave.
type Page struct {
	// Address is where the page was found, after redirects.
	Address     string
	ContentType string
	Body        []byte
}

// What can be wrong, besides errors of the network.
var (
	// ErrPrivate says that an address is not of the public internet.
	ErrPrivate = errors.New("a private address")
	// ErrRobots says that the host's robots.txt asks programs to stay away from the page.
	ErrRobots = errors.New("robots.txt asks programs to stay away")
	// ErrStatus says that the host answered, and not with a page.
	ErrStatus = errors.New("no page there")
	// ErrTooLarge says that the page has more than Client.MaxSize bytes.
	ErrTooLarge = errors.New("too large")
)

const (
	defaultTimeout = 30 * time.Second
	defaultMaxSize = 16 << 20
	defaultPause   = 2 * time.Second
	maxRedirects   = 5
	// agent is the name by which robots.txt may call this program, userAgent what it calls itself.
	agent     = "entente"
	userAgent = "entente (+https://entente.example)"
)

// Get fetches the page at the address.
func (c Client) Get(ctx context.Context, address string) (Page, error) {
	if c.Timeout == 0 {
		c.Timeout = defaultTimeout
	}
	if c.MaxSize == 0 {
		c.MaxSize = defaultMaxSize
	}
	if c.Pause == 0 {
		c.Pause = defaultPause
	}
	client := c.client()
	defer client.CloseIdleConnections()
	if err := c.mayFetch(ctx, client, address); err != nil {
		return Page{}, err
	}
	page, again, err := c.try(ctx, client, address)
	if err == nil || !again {
		return page, err
	}
	select {
	case <-ctx.Done():
		return Page{}, ctx.Err()
	case <-time.After(c.Pause):
	}
	page, _, err = c.try(ctx, client, address)
	return page, err
}

// client makes a client of HTTP that dials only where it may.
func (c Client) client() *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: c.control}
	transport := &http.Transport{
		DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: c.Timeout,
		MaxResponseHeaderBytes: 1 << 20, ForceAttemptHTTP2: true,
	}
	client := &http.Client{Transport: transport, Timeout: c.Timeout}
	client.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		switch {
		case len(via) > maxRedirects:
			return fmt.Errorf("%w: more than %d redirects", ErrStatus, maxRedirects)
		case r.URL.Scheme != "http" && r.URL.Scheme != "https":
			return fmt.Errorf("%w: a redirect to %s", ErrStatus, r.URL.Scheme)
		case via[0].URL.Path == "/robots.txt" || r.URL.Host == via[len(via)-1].URL.Host:
			return nil
		}
		return c.mayFetch(r.Context(), &http.Client{Transport: transport, Timeout: c.Timeout, CheckRedirect: stay}, r.URL.String())
	}
	return client
}

func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// control refuses a connection to an address that is not public, whatever name led to it.
func (c Client) control(_, address string, _ syscall.RawConn) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return err
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return err
	}
	if !c.AllowPrivate && !isPublic(ip.Unmap()) {
		return fmt.Errorf("%w: %s", ErrPrivate, ip)
	}
	return nil
}

// isPublic reports whether an address may be one of the public internet.
func isPublic(ip netip.Addr) bool {
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return false
	}
	for _, reserved := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "2002::/16", "2001::/32",
	} {
		if netip.MustParsePrefix(reserved).Contains(ip) {
			return false
		}
	}
	return true
}

// try asks once, and reports whether to ask again makes sense.
func (c Client) try(ctx context.Context, client *http.Client, address string) (page Page, again bool, err error) {
	response, err := get(ctx, client, address)
	if err != nil {
		return Page{}, isPassing(ctx, err), err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		again := response.StatusCode >= 500 || response.StatusCode == http.StatusTooManyRequests
		return Page{}, again, fmt.Errorf("%w: %s", ErrStatus, response.Status)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, c.MaxSize+1))
	if err != nil {
		return Page{}, isPassing(ctx, err), fmt.Errorf("read the answer: %w", err)
	}
	if int64(len(body)) > c.MaxSize {
		return Page{}, false, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, c.MaxSize)
	}
	return Page{Address: response.Request.URL.String(), ContentType: response.Header.Get("Content-Type"), Body: body}, false, nil
}

func isPassing(ctx context.Context, err error) bool {
	return ctx.Err() == nil && !errors.Is(err, ErrPrivate) && !errors.Is(err, ErrRobots) && !errors.Is(err, ErrStatus)
}

func get(ctx context.Context, client *http.Client, address string) (*http.Response, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%w: %q is no address of the web", ErrStatus, address)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", userAgent)
	r.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	response, err := client.Do(r)
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err // whoever asked knows the address
	}
	return response, err
}
