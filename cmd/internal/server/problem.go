package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/store"
	"entente.example/queries"
)

// Problem is the answer to what cannot be answered, after RFC 9457.
type Problem struct {
	// Type is "about:blank", or "urn:entente:problem:" and the kind.
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
	// Hint is what to do about it.
	Hint string `json:"hint,omitempty"`
	// Instance is the request's id, as the log has it.
	Instance string `json:"instance,omitempty"`
	// Errors name the parameters that are wrong.
	Errors []ParameterError `json:"errors,omitempty"`
	// Candidates are entities that an unknown or ambiguous name may mean.
	Candidates []queries.Ref `json:"candidates,omitempty"`

	header map[string]string
}

// ParameterError tells what is wrong with a parameter.
type ParameterError struct {
	Parameter string `json:"parameter"`
	Detail    string `json:"detail"`
}

// Error gives the title and the detail.
func (p *Problem) Error() string { return p.Title + ": " + p.Detail }

const problemPrefix = "urn:entente:problem:"

// problem makes a problem of a kind, such as "unknown-name".
func problem(status int, kind, title, format string, args ...any) *Problem {
	return &Problem{Type: problemPrefix + kind, Title: title, Status: status, Detail: fmt.Sprintf(format, args...)}
}

func (p *Problem) hinted(hint string) *Problem {
	p.Hint = hint
	return p
}

// wrongParameters is the problem of a request that cannot be understood.
func wrongParameters(errs ...ParameterError) *Problem {
	details := make([]string, len(errs))
	for i, e := range errs {
		if details[i] = e.Detail; e.Parameter != "" { // it is empty where none can be told
			details[i] = e.Parameter + ": " + e.Detail
		}
	}
	p := problem(http.StatusBadRequest, "parameters", "Wrong parameters", "%s", strings.Join(details, "; "))
	p.Errors = errs
	return p
}

func wrongParameter(name, format string, args ...any) *Problem {
	return wrongParameters(ParameterError{name, fmt.Sprintf(format, args...)})
}

// statusClientGone is what the log says of a client that left before it was answered (as nginx does).
const statusClientGone = 499

// problemOf turns an error into a problem: the one table of what went wrong and which status that is.
func problemOf(ctx context.Context, err error) *Problem {
	var known *Problem
	var tooLong *http.MaxBytesError
	var broken *store.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, queries.ErrOption):
		_, text, _ := strings.Cut(err.Error(), queries.ErrOption.Error()+": ")
		p := wrongParameter(parameterIn(text), "%s", text)
		if date := new(queries.DateError); errors.As(err, &date) {
			return p.hinted(date.Hint)
		}
		return p
	case errors.As(err, &tooLong):
		return problem(http.StatusRequestEntityTooLarge, "too-large", "Too large", "the body has more than %d bytes", tooLong.Limit)
	case errors.Is(err, export.ErrUnknownFormat):
		return wrongParameter("format", "%v", err)
	case errors.Is(context.Cause(ctx), errQuestionTime), errors.Is(err, context.DeadlineExceeded):
		return problem(http.StatusServiceUnavailable, "time", "Out of time", "the question took too long").
			hinted("ask for less: a name, a period, a smaller depth")
	case errors.Is(err, context.Canceled):
		return problem(statusClientGone, "gone", "Client gone", "the client left")
	case errors.Is(err, store.ErrNoEntity), errors.Is(err, store.ErrNoArticle):
		return problem(http.StatusNotFound, "not-found", "Not found", "%v", err)
	case errors.As(err, &broken):
		status := http.StatusInternalServerError
		if errors.Is(err, store.ErrClosed) {
			status = http.StatusServiceUnavailable
		}
		return problem(status, "store", "The store cannot be read", "%v", broken.Err).hinted(broken.Hint)
	}
	return problem(http.StatusInternalServerError, "internal", "Internal error", "the log tells more")
}

// parameterIn guesses which parameter a refusal of package queries is about, from its first word.
func parameterIn(text string) string {
	first, _, _ := strings.Cut(text, " ")
	for word, name := range map[string]string{"kind": "kinds", "confidence": "minConfidence", "relation": "relations", "mark": "only"} {
		if first == word {
			return name
		}
	}
	return first
}

// nameProblem is the problem of a name that is unknown or has several meanings, with candidates.
func nameProblem(parameter, name string, err error) error {
	var unknown *queries.UnknownNameError
	var ambiguous *queries.AmbiguousNameError
	var p *Problem
	var near []graph.Entity
	switch {
	case errors.As(err, &unknown):
		p = problem(http.StatusNotFound, "unknown-name", "Unknown name", "no actor or place is called %q", name)
		near = unknown.Near
	case errors.As(err, &ambiguous):
		p = problem(http.StatusMultipleChoices, "ambiguous-name", "Ambiguous name", "%q may mean %d entities", name, len(ambiguous.Candidates)).
			hinted("ask by the id of a candidate")
		near = ambiguous.Candidates
	default:
		return err
	}
	p.Errors = []ParameterError{{parameter, p.Detail}}
	for _, e := range near {
		p.Candidates = append(p.Candidates, queries.Ref{ID: e.ID, Name: e.ID.Distinct(e.Name), Type: e.Type, IsState: e.IsState})
	}
	return p
}

// sourceProblem is the problem of a source that nobody has told of.
func sourceProblem(parameter, name string, err error) error {
	if !errors.Is(err, queries.ErrNoSource) {
		return err
	}
	p := problem(http.StatusNotFound, "unknown-name", "Unknown name", "no source is called %q", name).hinted("/v1/sources lists them")
	p.Errors = []ParameterError{{parameter, p.Detail}}
	return p
}

// write sends the problem.
func (p *Problem) write(w http.ResponseWriter, r *http.Request) {
	told := *p
	told.Instance = "urn:entente:request:" + requestID(r.Context())
	body, err := json.MarshalIndent(told, "", "  ")
	if err != nil {
		body = []byte("{}")
	}
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	h.Del("ETag")
	if p.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	for name, value := range p.header {
		h.Set(name, value)
	}
	body = append(body, '\n')
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(p.Status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
}
