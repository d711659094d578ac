package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"entente.example/cmd/internal/server"
	"entente.example/graph/store"
	"entente.example/queries"
)

type serveOptions struct {
	store     storeFlag
	address   string
	open      bool
	origins   []string
	hosts     []string
	logFormat string
	questions int
	get       string
	gizmo     bool
	write     bool
	reader    readerFlags
	outlets   inputFlags
	// against is the address of the store that /v1/diff compares with.
	against string
}

func newServeCommand() *cobra.Command {
	var opts serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve a page to explore the store, and an API over HTTP",
		Long: `serve answers the same questions over HTTP, and serves a page on which to explore the store: who backs whom, and behind
each tie the sentences. It answers this machine alone unless --addr says otherwise, and ends with Ctrl-C.

It only reads, unless --write lets it load articles; --gizmo lets it run scripts. Both want a token: that of the variable
ENTENTE_TOKEN, or one that serve makes and tells. With --write nobody else can read the store while the server runs.

http://127.0.0.1:8080/v1/openapi.yaml describes the API.`,
		Example: `  entente serve --open
  entente serve --store libya.db --addr 127.0.0.1:0
  entente serve --write --open
  curl 'http://127.0.0.1:8080/v1/backs?name=LNA&format=csv'`,
		Args: arguments(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runServe(cmd.Context(), cmd, opts) },
	}
	opts.store.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&opts.address, "addr", "127.0.0.1:8080", "address to listen on; port 0 takes one that is free")
	flags.BoolVar(&opts.open, "open", false, "open the page in the browser")
	flags.BoolVar(&opts.write, "write", false, "take articles, from the page and from entente load --to, and what reviewers say of statements")
	flags.BoolVar(&opts.gizmo, "gizmo", false, "run scripts in Gizmo that are posted to /v1/query")
	opts.reader.register(cmd)
	opts.outlets.registerPublishers(cmd)
	flags.StringVar(&opts.against, "against", "", "a store as it was before, such as last week's: /v1/diff and the page tell what changed since")
	_ = cmd.RegisterFlagCompletionFunc("against", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs))
	flags.StringVar(&opts.get, "get", "", "print the answer to one path, such as /v1/backs, and serve nothing")
	flags.StringSliceVar(&opts.origins, "cors", nil, "let pages of this origin read the API, such as https://example.org; can be repeated")
	flags.StringSliceVar(&opts.hosts, "host", nil, "a name by which the server may be asked, beside localhost; can be repeated")
	flags.StringVar(&opts.logFormat, "log-format", "text", "the log on standard error: text or json")
	flags.IntVar(&opts.questions, "questions", 0, "how many questions are answered at once (default: two a processor)")
	return cmd
}

func runServe(ctx context.Context, cmd *cobra.Command, opts serveOptions) error {
	log, err := opts.logger(cmd)
	if err != nil {
		return err
	}
	if err := opts.check(); err != nil {
		return err
	}
	return opts.store.withStore(ctx, store.Options{ReadOnly: !opts.write}, func(s *store.Store) error {
		config, err := opts.config(s)
		if err != nil {
			return err
		}
		config.Log = log
		return opts.withAgainst(ctx, &config, func() error {
			made, err := server.New(s, config)
			if err != nil {
				return err
			}
			if opts.get != "" {
				return errors.Join(getOnce(ctx, cmd, made, opts.get), made.Close(context.WithoutCancel(ctx)))
			}
			// An end that was asked for is no failure.
			return errors.Join(opts.listen(ctx, cmd, made, config.Token), made.Close(context.WithoutCancel(ctx)))
		})
	})
}

// withAgainst opens the store that is compared with, if there is one, calls use, and closes it.
func (o *serveOptions) withAgainst(ctx context.Context, config *server.Config, use func() error) error {
	if o.against == "" {
		return use()
	}
	other := storeFlag{o.against}
	return other.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		config.Against, config.AgainstName = s, filepath.Base(other.shown())
		return use()
	})
}

// config says what the server does.
func (o *serveOptions) config(s *store.Store) (server.Config, error) {
	config := server.Config{
		Version: version(), Hosts: o.hosts, Origins: o.origins, Questions: o.questions, DrawingCache: drawingCache(),
	}
	var err error
	if config.Outlets, err = o.outlets.outlets(); err != nil {
		return config, err
	}
	if o.outlets.publishers != "" {
		table, err := os.ReadFile(o.outlets.publishers)
		if err != nil {
			return config, fmt.Errorf("--publishers: %w", err)
		}
		config.Version += fmt.Sprintf(" %x", sha256.Sum256(table))
	}
	if o.write {
		reader, err := o.reader.open()
		if err != nil {
			return config, err
		}
		config.Reader = reader
	}
	if o.gizmo {
		config.Gizmo = o.runner(s)
	}
	if o.write || o.gizmo {
		config.Token = cmp.Or(os.Getenv("ENTENTE_TOKEN"), rand.Text())
	}
	return config, nil
}

// runner runs scripts in processes of their own: on the store, or, where this one writes or has the store in memory, on a
// copy of its graph.
func (o *serveOptions) runner(s *store.Store) server.Gizmo {
	return func(ctx context.Context, script string, limits queries.Limits) ([]map[string]any, bool, error) {
		job := scriptJob{
			Script: script, Limits: scriptLimits{Rows: limits.MaxRows + 1, Timeout: limits.Timeout, Memory: scriptMemory},
		}
		if address := o.store.resolved(); o.write || address == memoryStore {
			stats, err := s.Stats(ctx)
			if err != nil {
				return nil, false, err
			}
			if stats.Statements > mostCopied {
				return nil, false, fmt.Errorf("a server with --write runs no scripts on more than %d statements", mostCopied)
			}
			if job.Graph, err = s.Subgraph(ctx, store.Filter{}); err != nil {
				return nil, false, err
			}
		} else {
			job.Store = address
		}
		rows, err := runScript(ctx, job)
		if more := len(rows) > limits.MaxRows; more {
			return rows[:limits.MaxRows], true, nil
		}
		return rows, false, err
	}
}

const (
	// scriptMemory is how much memory a script may use, in megabytes.
	scriptMemory = 512
	// mostCopied is the most statements that are copied for a script.
	mostCopied = 50_000
)

// listen answers until the context ends.
func (o *serveOptions) listen(ctx context.Context, cmd *cobra.Command, made *server.Server, token string) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.address)
	if err != nil {
		return listenFailure(o.address, err)
	}
	address := "http://" + listener.Addr().String() + "/"
	talk := talkOf(cmd)
	talk.say("serving store %s at %s (Ctrl-C ends it)", quoted(o.store.shown()), address)
	switch {
	case token == "":
	case os.Getenv("ENTENTE_TOKEN") != "":
		talk.say("posts want the token of ENTENTE_TOKEN")
	case talk.quiet: // whom it is not told cannot post
		talk.warn("posts want the token " + token)
	case o.write:
		talk.say("to add articles: %sadd#token=%s", address, token)
	default:
		talk.say("posts want the token %s", token)
	}
	if o.open {
		if err := openBrowser(ctx, address); err != nil {
			talk.warn(fmt.Sprintf("no browser could be opened: %v", err), "open "+address+" yourself")
		}
	}
	return made.Serve(ctx, listener)
}

// getOnce prints what the server would answer to one request, and nothing else.
func getOnce(ctx context.Context, cmd *cobra.Command, made *server.Server, path string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
	if err != nil || !strings.HasPrefix(path, "/") {
		f := wrongUse("--get wants a path, not %q", path)
		f.hints = []string{"such as /v1/backs?name=LNA"}
		return f
	}
	r.Host = "localhost"
	answer := &onlyBody{header: http.Header{}, w: cmd.OutOrStdout(), status: http.StatusOK}
	made.Handler().ServeHTTP(answer, r)
	switch {
	case answer.err != nil:
		return answer.err
	case answer.status >= http.StatusBadRequest:
		return fmt.Errorf("get %q: %d %s", path, answer.status, http.StatusText(answer.status))
	}
	return nil
}

// onlyBody is a response of which the body is written.
type onlyBody struct {
	header http.Header
	w      io.Writer
	status int
	err    error
}

// Header gives what nobody sees.
func (o *onlyBody) Header() http.Header { return o.header }

// WriteHeader keeps the status.
func (o *onlyBody) WriteHeader(status int) { o.status = status }

// Write writes the body.
func (o *onlyBody) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

func (o *serveOptions) check() error {
	if o.questions < 0 {
		return wrongUse("--questions %d is less than 0", o.questions)
	}
	if token := os.Getenv("ENTENTE_TOKEN"); token != "" && len(token) < 16 {
		f := wrongUse("ENTENTE_TOKEN has fewer than 16 letters")
		f.hints = []string{"a long one cannot be guessed: openssl rand -hex 16"}
		return f
	}
	if o.against != "" && (o.against == memoryStore || filepath.Clean(o.against) == filepath.Clean(o.store.resolved())) {
		f := wrongUse("--against %q is no other store", o.against)
		f.hints = []string{"keep one to compare with: entente dump | entente restore - --store last-week.db"}
		return f
	}
	for _, origin := range o.origins {
		u, err := url.Parse(origin)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.Path != "" || u.RawQuery != "" {
			f := wrongUse("--cors %q is no origin", origin)
			f.hints = []string{"an origin is a scheme and a host: https://example.org"}
			return f
		}
	}
	return nil
}

// logger writes the requests to standard error, as far as they are wanted.
func (o *serveOptions) logger(cmd *cobra.Command) (*slog.Logger, error) {
	w := cmd.ErrOrStderr()
	level := slog.LevelInfo
	if quiet, _ := cmd.Flags().GetBool("quiet"); quiet || o.get != "" {
		level = slog.LevelWarn
	}
	switch o.logFormat {
	case "text":
		return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level})), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level})), nil
	}
	return nil, wrongUse("--log-format is text or json, not %q", o.logFormat)
}

// listenFailure says why an address cannot be listened on.
func listenFailure(address string, err error) error {
	f := &failure{code: exitFailed, err: fmt.Errorf("listen on %q: %w", address, withoutAddress(err))}
	f.hints = []string{"choose an address and a port with --addr, such as 127.0.0.1:0"}
	if errors.Is(err, syscall.EADDRINUSE) {
		f.hints = []string{"another program uses it: choose one with --addr, such as 127.0.0.1:0"}
	}
	return f
}

// withoutAddress takes the address out of an error that names it already.
func withoutAddress(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

// openBrowser opens an address in the browser of the user, and does not wait for it.
func openBrowser(ctx context.Context, address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if browser := os.Getenv("BROWSER"); browser != "" {
		name = browser
	}
	browser := exec.CommandContext(context.WithoutCancel(ctx), name, args...)
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	if err := browser.Start(); err != nil {
		return err
	}
	go func() { _ = browser.Wait() }()
	return nil
}
