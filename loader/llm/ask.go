package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"entente.example/graph"
)

// proposal is one tie as the model gives it, in words of the article.
type proposal struct {
	Quote    string          `json:"quote"`
	Subject  string          `json:"subject"`
	Relation string          `json:"relation"`
	Object   string          `json:"object"`
	Trigger  string          `json:"trigger"`
	Polarity graph.Polarity  `json:"polarity"`
	Modality *graph.Modality `json:"modality"`
	Speaker  *string         `json:"speaker"`
	Kinds    []graph.Kind    `json:"kinds"`
}

// request and response are what we use of the chat protocol.
type request struct {
	Model       string    `json:"model"`
	Messages    []message `json:"messages"`
	Temperature int       `json:"temperature"`
	Seed        int       `json:"seed"`
	Format      format    `json:"response_format"`
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type response struct {
	Choices []struct {
		Message message `json:"message"`
	} `json:"choices"`
}

// ask gives the proposals about a part of the document: from the folder of answers, or from the server.
func (p *Proposer) ask(ctx context.Context, doc graph.Document, part string) ([]proposal, error) {
	content := part
	if date := doc.Date(); date != "" {
		content = "Published: " + string(date) + "\n\n" + part
	}
	body, err := json.Marshal(request{
		Model: p.model, Messages: []message{{"system", prompt}, {"user", content}}, Format: answerFormat(),
	})
	if err != nil {
		return nil, err
	}
	if answer, ok := p.answers.get(body); ok {
		return decode(answer)
	}
	answer, err := p.post(ctx, body)
	if err != nil {
		return nil, err
	}
	proposals, err := decode(answer)
	if err != nil {
		return nil, err
	}
	return proposals, p.answers.put(body, answer)
}

// decode reads the JSON that the model wrote.
func decode(answer string) ([]proposal, error) {
	var read struct {
		Statements []proposal `json:"statements"`
	}
	if err := json.Unmarshal([]byte(answer), &read); err != nil {
		return nil, fmt.Errorf("the model's answer is not the JSON that was asked for: %w", err)
	}
	return read.Statements, nil
}

const (
	tries     = 4
	maxAnswer = 1 << 20 // bytes
	maxWait   = time.Minute
)

// temporary is an error after which the same request may succeed, and how long the server asks to wait.
type temporary struct {
	err  error
	wait time.Duration
}

func (t *temporary) Error() string { return t.err.Error() }
func (t *temporary) Unwrap() error { return t.err }

// post sends a request, again where the server is busy or does not answer, each time after twice the pause.
func (p *Proposer) post(ctx context.Context, body []byte) (string, error) {
	pause := p.pause
	for try := 1; ; try++ {
		answer, err := p.send(ctx, body)
		var again *temporary
		if err == nil || !errors.As(err, &again) || try == tries {
			return answer, err
		}
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case <-time.After(min(max(pause, again.wait), maxWait)):
		}
		pause *= 2
	}
}

// send sends a request once.
func (p *Proposer) send(ctx context.Context, body []byte) (string, error) {
	if n := p.calls.Add(1); p.limit > 0 && n > p.limit {
		return "", fmt.Errorf("%w after %d", ErrCalls, p.limit)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.endpoint, bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/json")
	if p.key != "" {
		req.Header.Set("Authorization", "Bearer "+p.key)
	}
	resp, err := p.client.Do(req)
	if err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", &temporary{err: fmt.Errorf("no answer from %s: %w", p.address(), errors.Unwrap(err))}
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case err != nil:
		return "", &temporary{err: fmt.Errorf("the answer of %s broke off: %w", p.address(), err)}
	case len(content) > maxAnswer:
		return "", fmt.Errorf("the answer of %s is longer than %d bytes", p.address(), maxAnswer)
	case resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= http.StatusInternalServerError:
		seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		return "", &temporary{err: fmt.Errorf("%s answered %s", p.address(), resp.Status), wait: time.Duration(seconds) * time.Second}
	case resp.StatusCode != http.StatusOK:
		return "", fmt.Errorf("%s answered %s", p.address(), resp.Status)
	}
	var read response
	if err := json.Unmarshal(content, &read); err != nil || len(read.Choices) == 0 {
		return "", fmt.Errorf("the answer of %s is none of the chat protocol", p.address())
	}
	return read.Choices[0].Message.Content, nil
}
