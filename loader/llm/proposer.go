package llm

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"entente.example/graph"
	"entente.example/loader/extract"
	"entente.example/loader/text"
)

// Proposer reads documents by asking a language model. It may be used by many goroutines at once.
type Proposer struct {
	rules    *extract.Reader
	both     bool
	model    string
	endpoint string
	key      string
	client   *http.Client
	pause    time.Duration
	answers  answers
	calls    atomic.Int64
	limit    int64

	mu      sync.Mutex
	dropped map[Reason]int
	kept    int
}

// Options say whom to ask, and how often.
type Options struct {
	// URL is where the protocol begins, such as http://127.0.0.1:11434/v1; the path /chat/completions is added.
	URL string
	// Model is the name under which the server knows the model.
	Model string
	// Key is sent as a bearer token, if there is one.
	Key string
	// Cache is a folder in which answers are kept, so that the same question is asked once; empty: none.
	Cache string
	// Calls is how many requests may be sent in all, retries among them; 0: any number.
	Calls int
	// Timeout is the longest time for one request; 0: two minutes.
	Timeout time.Duration
	// Both adds what the rules read to what the model proposes. Where they say the opposite of one sentence, the model's
	// statement is dropped. When the model cannot be asked, the rules' reading stands alone.
	Both bool
	// Pause is the time before the first retry, doubled before each further one; 0: half a second.
	Pause time.Duration
}

// ErrCalls is the error of a document that would need more requests than Options.Calls allows.
var ErrCalls = errors.New("no more requests are allowed")

// New makes a proposer. The reader tells whom the words of an article stand for. The error says what is wrong with the
// options; nothing is sent yet.
func New(rules *extract.Reader, opts Options) (*Proposer, error) {
	base, err := url.Parse(opts.URL)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Host == "" {
		return nil, fmt.Errorf("the address %q of a language model is not one of http or https", opts.URL)
	}
	if opts.Model == "" {
		return nil, errors.New("no language model is named")
	}
	p := &Proposer{
		rules: rules, both: opts.Both, model: opts.Model, key: opts.Key, pause: opts.Pause, limit: int64(opts.Calls),
		endpoint: base.JoinPath("chat", "completions").String(), answers: answers(opts.Cache), dropped: map[Reason]int{},
		client: &http.Client{Timeout: opts.Timeout},
	}
	if p.client.Timeout == 0 {
		p.client.Timeout = 2 * time.Minute
	}
	if p.pause == 0 {
		p.pause = time.Second / 2
	}
	return p, nil
}

//go:embed prompt.txt
var prompt string

// Name tells the model and the prompt, and the rules that know the names: what a store keeps to know whether to read
// again.
func (p *Proposer) Name() string {
	sum := sha256.Sum256([]byte(prompt))
	name := p.extractor() + "+" + hex.EncodeToString(sum[:])[:12] + "+" + p.rules.Name()
	if p.both {
		return "both:" + name
	}
	return name
}

// extractor is the mark of the model's citations.
func (p *Proposer) extractor() string { return "llm:" + p.model }

// Read is ReadContext without an end and without an error: what cannot be asked gives no statements of the model.
func (p *Proposer) Read(doc graph.Document) graph.Reading {
	reading, err := p.ReadContext(context.Background(), doc)
	if err != nil {
		reading.Article = doc.Article
		reading.Article.Extractor = p.Name()
	}
	return reading
}

// ReadContext asks the model what the document says, in parts of whole sentences where it is long, and gives the
// statements that the document bears out. The error is the context's, ErrCalls, or tells why the model gave no answer;
// with Options.Both there is none but the context's.
func (p *Proposer) ReadContext(ctx context.Context, doc graph.Document) (graph.Reading, error) {
	c := newChecker(p.rules, doc, p.extractor())
	if p.both {
		c.listen(p.rules.Read(doc))
	}
	reading := graph.Reading{Article: doc.Article}
	for _, part := range parts(doc.Text) {
		proposals, err := p.ask(ctx, doc, part)
		if err != nil && (!p.both || ctx.Err() != nil) {
			return graph.Reading{}, fmt.Errorf("ask %q about %q: %w", p.model, doc.Name, err)
		}
		if err != nil {
			p.count(Unanswered)
			continue
		}
		for _, proposal := range proposals {
			statement, reason := c.check(proposal)
			p.count(reason)
			if reason == Kept {
				reading.Statements = append(reading.Statements, statement)
			}
		}
	}
	reading.Statements = append(reading.Statements, c.heard...)
	reading.Entities = c.named(reading.Statements)
	reading.Article.Extractor = p.Name()
	reading.Normalize()
	return reading, nil
}

// maxPart is the longest text sent at once, in bytes: some two thousand words, which small models still read whole.
const maxPart = 12_000

// parts cuts a text between sentences into pieces of at most maxPart bytes. A sentence that is longer by itself is left
// out: no citation could quote it.
func parts(whole string) []string {
	if len(whole) <= maxPart {
		return []string{whole}
	}
	var cut []string
	first, last := 0, 0
	for _, s := range text.Sentences(whole) {
		if s.End-first > maxPart {
			if last > first {
				cut = append(cut, whole[first:last])
			}
			first = s.Start
		}
		last = s.End
		if last-first > maxPart {
			first = last
		}
	}
	if last > first {
		cut = append(cut, whole[first:last])
	}
	return cut
}

func (p *Proposer) count(reason Reason) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if reason == Kept {
		p.kept++
		return
	}
	p.dropped[reason]++
}

// Kept is how many proposals became statements so far.
func (p *Proposer) Kept() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.kept
}

// Dropped tells how many proposals were dropped so far for which reason, the commonest first; reasons that never came
// up are left out.
func (p *Proposer) Dropped() []Drop {
	p.mu.Lock()
	defer p.mu.Unlock()
	var drops []Drop
	for _, reason := range reasons {
		if n := p.dropped[reason]; n > 0 {
			drops = append(drops, Drop{reason, n})
		}
	}
	sortDrops(drops)
	return drops
}

// address is where requests go, without what a user may have put into it as a password.
func (p *Proposer) address() string {
	if u, err := url.Parse(p.endpoint); err == nil {
		return u.Redacted()
	}
	return strings.SplitN(p.endpoint, "?", 2)[0]
}
