package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/cmd/internal/server"
	"entente.example/graph/store"
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
}

func newServeCommand() *cobra.Command {
	var opts serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve a page to explore the store, and an API over HTTP",
		Long: `serve answers the same questions over HTTP, and serves a page on which to explore the store: who backs whom, and behind
each tie the sentences. It answers this machine alone unless --addr says otherwise, and ends with Ctrl-C.

http://127.0.0.1:8080/v1/openapi.yaml describes the API.`,
		Example: `  entente serve --open
  entente serve --store libya.db --addr 127.0.0.1:0
  curl 'http://127.0.0.1:8080/v1/backs?name=LNA&format=csv'`,
		Args: arguments(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runServe(cmd.Context(), cmd, opts) },
	}
	opts.store.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&opts.address, "addr", "127.0.0.1:8080", "address to listen on; port 0 takes one that is free")
	flags.BoolVar(&opts.open, "open", false, "open the page in the browser")
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
	return opts.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		made, err := server.New(s, server.Config{
			Version: version(), Log: log, Hosts: opts.hosts, Origins: opts.origins,
			Questions: opts.questions, DrawingCache: drawingCache(),
		})
		if err != nil {
			return err
		}
		if opts.get != "" {
			return errors.Join(getOnce(ctx, cmd, made, opts.get), made.Close(context.WithoutCancel(ctx)))
		}
		listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", opts.address)
		if err != nil {
			return listenFailure(opts.address, err)
		}
		address := "http://" + listener.Addr().String() + "/"
		talkOf(cmd).say("serving store %s at %s (Ctrl-C ends it)", quoted(opts.store.resolved()), address)
		if opts.open {
			if err := openBrowser(ctx, address); err != nil {
				talkOf(cmd).warn(fmt.Sprintf("no browser could be opened: %v", err), "open "+address+" yourself")
			}
		}
		// An end that was asked for is no failure.
		return errors.Join(made.Serve(ctx, listener), made.Close(context.WithoutCancel(ctx)))
	})
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
	f.hints = []string{"another program may use it: choose one with --addr, such as 127.0.0.1:0"}
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
