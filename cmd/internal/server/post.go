package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/loader"
	"entente.example/loader/source"
	"entente.example/queries"
)

// post is a request that runs or writes something: a row in the table of posts.
type post struct {
	path, summary string
	// bodies are the media types that it takes, each with the name of its format.
	bodies []body
	// most is how many bytes a body may have.
	most int64
	// off says how to turn it on, or is empty where it is.
	off func(*Config) string
	// open says that it wants no token, as it changes nothing and works no more than a question does.
	open bool
	do   func(ctx context.Context, s *Server, format string, content []byte) (any, error)
	// answer is a zero answer, for the schema.
	answer any
}

type body struct{ mediaType, format string }

const (
	scriptBytes  = 1 << 20
	articleBytes = 64 << 20
	tableBytes   = 4 << 20
)

// posts is the table of them.
func posts() []post {
	articles := []body{
		{"application/json", "json"},
		{"application/x-ndjson", "jsonl"},
		{"text/plain", "text"},
		{"text/markdown", "markdown"},
		{"text/html", "html"},
	}
	return []post{
		{
			path: "/v1/query", summary: "Run a script in Gizmo, in a process of its own with limits on rows, time and memory.",
			bodies: []body{{"application/json", "json"}, {"text/plain", "script"}, {"application/javascript", "script"}},
			most:   scriptBytes, off: gizmoOff, do: runQuery, answer: QueryAnswer{},
		},
		{
			path: "/v1/articles", summary: "Load articles. One that is there already, read alike, is not read again.",
			bodies: articles, most: articleBytes, off: writeOff, do: loadArticles, answer: LoadedAnswer{},
		},
		{
			path: "/v1/verdicts", summary: "Accept, reject or edit statements, or take that back (undo); with copies, also the same in every copy of their articles.",
			bodies: []body{{"application/json", "json"}}, most: scriptBytes, off: writeOff, do: judge, answer: JudgedAnswer{},
		},
		{
			path: "/v1/extract", summary: "Read articles and store nothing: the statements, with their places in the text.",
			bodies: articles, most: articleBytes, off: writeOff, do: extractArticles, answer: ExtractAnswer{},
		},
		{
			path: "/v1/compare", summary: "Compare with a table that was coded by hand (supporter, recipient, year, kinds, or UCDP's columns), year by year.",
			bodies: []body{{"text/csv", "csv"}}, most: tableBytes, off: func(*Config) string { return "" }, open: true,
			do: compareTable, answer: ComparedTable{},
		},
	}
}

func gizmoOff(c *Config) string {
	if c.Gizmo == nil {
		return "scripts are off; start the server with --gizmo"
	}
	return ""
}

func writeOff(c *Config) string {
	if c.Reader == nil {
		return "writing is off; start the server with --write"
	}
	return ""
}

// posted is the handler of a post. Only who has the token gets as far as the body.
func (s *Server) posted(p *post) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if off := p.off(&s.config); off != "" {
			return problem(http.StatusForbidden, "off", "Switched off", "%s", off)
		}
		if !p.open {
			if err := s.authorize(r); err != nil {
				return err
			}
		}
		format, err := p.format(r)
		if err != nil {
			return err
		}
		content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, p.most))
		if err != nil {
			var tooLarge *http.MaxBytesError
			if errors.As(err, &tooLarge) {
				return err
			}
			return problem(http.StatusBadRequest, "body", "The body breaks off", "%v", err)
		}
		answer, err := p.do(r.Context(), s, format, content)
		if err != nil {
			return problemAt(r.Context(), err)
		}
		var b bytes.Buffer
		if err := writeJSON(&b, answer); err != nil {
			return err
		}
		w.Header().Set("Cache-Control", "no-store")
		rendered{body: b.Bytes(), contentType: jsonType, total: -1}.write(w, r)
		return nil
	}
}

// authorize wants the token in the header Authorization. What is compared has the same length for every token, and the
// comparison takes the same time.
func (s *Server) authorize(r *http.Request) error {
	given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	want, got := sha256.Sum256([]byte(s.config.Token)), sha256.Sum256([]byte(given))
	if ok && s.config.Token != "" && subtle.ConstantTimeCompare(want[:], got[:]) == 1 {
		return nil
	}
	p := problem(http.StatusUnauthorized, "token", "A token is needed", "the header Authorization must be Bearer and the server's token").
		hinted("the server told the token when it started, or has it from ENTENTE_TOKEN")
	p.header = map[string]string{"WWW-Authenticate": `Bearer realm="entente"`}
	return p
}

// format finds the format of the body by its media type.
func (p *post) format(r *http.Request) (string, error) {
	given := r.Header.Get("Content-Type")
	mediaType, _, err := mime.ParseMediaType(given)
	i := slices.IndexFunc(p.bodies, func(b body) bool { return b.mediaType == mediaType })
	if err != nil || i < 0 {
		var types []string
		for _, b := range p.bodies {
			types = append(types, b.mediaType)
		}
		return "", problem(http.StatusUnsupportedMediaType, "media-type", "Unknown media type", "%q is none of %s", given, strings.Join(types, ", "))
	}
	return p.bodies[i].format, nil
}

// QueryAnswer are the rows of a script.
type QueryAnswer struct {
	Rows []map[string]any `json:"rows"`
	// More says that the script had more rows than were asked for.
	More bool `json:"more"`
	Respelt
}

// query is the body of POST /v1/query as JSON.
type query struct {
	Script string `json:"script"`
	// Limit is how many rows it may give, Seconds how long it may run.
	Limit   int     `json:"limit"`
	Seconds float64 `json:"seconds"`
}

// Limits of a script.
const (
	scriptRows    = 1000
	maxScriptRows = 100_000
	scriptTime    = 10 * time.Second
)

func runQuery(ctx context.Context, s *Server, format string, content []byte) (any, error) {
	q := query{Script: string(content)}
	if format == "json" {
		q = query{}
		decoder := json.NewDecoder(bytes.NewReader(content))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&q); err != nil {
			return nil, problem(http.StatusBadRequest, "body", "The body cannot be read", "%v", err)
		}
	}
	limits := queries.Limits{MaxRows: scriptRows, Timeout: min(scriptTime, s.config.Timeout)}
	if q.Limit != 0 {
		limits.MaxRows = q.Limit
	}
	if q.Seconds != 0 {
		limits.Timeout = time.Duration(q.Seconds * float64(time.Second))
	}
	switch {
	case strings.TrimSpace(q.Script) == "":
		return nil, wrongParameter("script", "there is none")
	case limits.MaxRows < 1 || limits.MaxRows > maxScriptRows:
		return nil, wrongParameter("limit", "%d is not between 1 and %d", limits.MaxRows, maxScriptRows)
	case limits.Timeout <= 0 || limits.Timeout > s.config.Timeout:
		return nil, wrongParameter("seconds", "%v is not between 0 and %v", q.Seconds, s.config.Timeout.Seconds())
	}
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	answer := QueryAnswer{Rows: []map[string]any{}}
	script, err := queries.WithEntities(q.Script, func(name string) (graph.ID, error) {
		return s.resolve(ctx, &answer.Respelt, "script", name, queries.WantAny)
	})
	if err != nil {
		return nil, err
	}
	rows, more, err := s.config.Gizmo(ctx, script, limits)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, problem(http.StatusUnprocessableEntity, "script", "The script failed", "%v", err)
	}
	answer.Rows, answer.More = append(answer.Rows, rows...), more
	return answer, nil
}

// loadArticles loads the articles of a body. Loads come one after the other; one that has begun is finished also when
// its client leaves, as each article is stored whole.
func loadArticles(ctx context.Context, s *Server, format string, content []byte) (any, error) {
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	var fresh []uuid.UUID
	docs := loader.Fresh(ctx, s.store, s.config.Reader.Name(), false, documents(ctx, format, content), func(article uuid.UUID) {
		fresh = append(fresh, article)
	})
	report, err := loader.Load(ctx, s.store, s.config.Reader, docs, loader.Options{})
	stats, statsErr := s.freshStats(context.WithoutCancel(ctx))
	if err == nil {
		err = statsErr
	}
	answer := LoadedAnswer{Report: report, JudgedCopies: []uuid.UUID{}}
	if answer.Failures == nil {
		answer.Failures = []loader.Failure{}
	}
	if answer.Warnings == nil {
		answer.Warnings = []loader.Warning{}
	}
	if err == nil && stats.Verdicts > 0 && len(fresh) > 0 {
		var judged []uuid.UUID
		judged, err = queries.JudgedCopies(ctx, s.store, fresh...)
		answer.JudgedCopies = append(answer.JudgedCopies, judged...)
	}
	return answer, err
}

// LoadedAnswer tells what became of the articles.
type LoadedAnswer struct {
	loader.Report
	// JudgedCopies are the statements of new articles that say in a copy what reviewers have judged.
	JudgedCopies []uuid.UUID `json:"judgedCopies"`
}

// documents takes a body apart.
func documents(ctx context.Context, format string, content []byte) func(func(graph.Document, error) bool) {
	opts := source.Options{Stdin: bytes.NewReader(content), Format: format}
	return source.Open(ctx, []string{"-"}, opts)
}

// ComparedTable is what both have, and the rows of the table that could not be read.
type ComparedTable struct {
	queries.CompareAnswer
	Bad []BadRow `json:"bad"`
	Respelt
}

// BadRow is a row of a table that could not be read.
type BadRow struct {
	Line  int    `json:"line"`
	Error string `json:"error"`
}

func compareTable(ctx context.Context, s *Server, _ string, content []byte) (any, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	var respelt Respelt
	find := func(name string) (graph.ID, error) { return s.resolve(ctx, &respelt, "table", name, queries.WantActor) }
	coded, bad, err := queries.ReadCoded(bytes.NewReader(content), find)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, problem(http.StatusBadRequest, "body", "The table cannot be read", "%v", err)
	}
	found, err := queries.Compare(ctx, s.store, coded, queries.Options{Outlets: s.config.Outlets})
	if err != nil {
		return nil, err
	}
	answer := ComparedTable{found, []BadRow{}, respelt}
	for _, row := range bad {
		answer.Bad = append(answer.Bad, BadRow{row.Line, row.Err.Error()})
	}
	return answer, nil
}

// ExtractAnswer is what was read in articles.
type ExtractAnswer struct {
	Documents []ExtractedDocument `json:"documents"`
	// Failures are those that could not be read.
	Failures []loader.Failure `json:"failures"`
}

// ExtractedDocument is a text with the statements in it, whose spans are in bytes of the text.
type ExtractedDocument struct {
	Article    graph.Article  `json:"article"`
	Text       string         `json:"text"`
	Statements []graph.Record `json:"statements"`
}

func extractArticles(ctx context.Context, s *Server, format string, content []byte) (any, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	answer := ExtractAnswer{Documents: []ExtractedDocument{}, Failures: []loader.Failure{}}
	for read, err := range loader.Extract(ctx, s.config.Reader, documents(ctx, format, content), 0) {
		if err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			answer.Failures = append(answer.Failures, loader.Failure{Name: read.Document.Name, Err: err})
			continue
		}
		answer.Documents = append(answer.Documents, ExtractedDocument{
			Article: read.Document.Article, Text: read.Document.Text, Statements: read.Reading.Records(fmt.Sprint(read.Document.ID)),
		})
	}
	return answer, nil
}
