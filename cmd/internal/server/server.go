package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"entente.example/graph"
	"entente.example/graph/export/svg"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/queries"
)

// Config says what a server does beside answering. The zero value only answers.
type Config struct {
	// Version is that of the program and of all else that its answers may change with, but for the store.
	Version string
	// Log gets a line for each request; nil: nobody does.
	Log *slog.Logger
	// Hosts are names that the server may be asked by, beside localhost and addresses of its own machine.
	Hosts []string
	// Origins are those whose pages may read the API ("https://example.org"); none: no page but our own.
	Origins []string
	// Token is what a request to POST must carry; empty: nothing may be posted.
	Token string
	// Gizmo runs scripts for POST /v1/query; nil: that is off.
	Gizmo Gizmo
	// Reader reads articles for POST /v1/articles and /v1/extract; nil: they are off. Then the store must be open for
	// writing.
	Reader loader.Reader
	// Outlets tells what is known of a publisher or an agency by its name; nil: nothing is.
	Outlets func(name string) graph.Outlet
	// Questions is how many may be worked on at once; 0: twice the number of processors.
	Questions int
	// Timeout is how long a question may take; 0: half a minute.
	Timeout time.Duration
	// Against is the store that GET /v1/diff compares with, as it was before; nil: that is off. It stays the caller's to
	// close. AgainstName is what the page calls it.
	Against     *store.Store
	AgainstName string
	// DrawingCache is the folder where the drawing program is kept compiled (see svg.Open), or empty.
	DrawingCache string

	// spoolRoom is how many bytes of a long answer are held in memory; 0: spoolRoom.
	spoolRoom int
}

// Gizmo runs a script in a process of its own, and gives its rows. more says that there were more of them.
type Gizmo func(ctx context.Context, script string, limits queries.Limits) (rows []map[string]any, more bool, err error)

// Server answers questions to a store over HTTP.
type Server struct {
	store  *store.Store
	config Config
	routes []route
	pages  []pageRoute
	assets assets
	slots  chan struct{}
	cache  *answerCache
	meter  *meter
	log    *slog.Logger

	figures figures
	// writing has the one load that may run.
	writing chan struct{}
	// requests counts them, which gives each a number.
	requests atomic.Uint64

	mu    sync.Mutex
	known known
	draw  *svg.Renderer
}

// known is what is read of the store once for each revision.
type known struct {
	revision    string
	names       *queries.Names
	first, last graph.Valid
}

const (
	questionTime = 30 * time.Second
	// cacheBytes bounds the rendered answers that are kept.
	cacheBytes = 64 << 20
)

// New makes a server of a store, which stays the caller's to close.
func New(s *store.Store, config Config) (*Server, error) {
	if config.Log == nil {
		config.Log = slog.New(slog.DiscardHandler)
	}
	if config.Questions <= 0 {
		config.Questions = 2 * runtime.GOMAXPROCS(0)
	}
	if config.Timeout <= 0 {
		config.Timeout = questionTime
	}
	found, err := readAssets()
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	server := &Server{
		store: s, config: config, routes: routes(), pages: pages(), assets: found, slots: make(chan struct{}, config.Questions), writing: make(chan struct{}, 1),
		cache: newAnswerCache(cacheBytes), log: config.Log,
	}
	server.meter = newMeter(server)
	return server, nil
}

// Close lets go of what the server prepared for drawing.
func (s *Server) Close(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draw == nil {
		return nil
	}
	err := s.draw.Close(ctx)
	s.draw = nil
	return err
}

// Times that a connection may take. An answer may take the time of its question on top.
const (
	headerTime = 5 * time.Second
	readTime   = 30 * time.Second
	writeTime  = 30 * time.Second
	idleTime   = 60 * time.Second
	// shutdownTime is how long answers under way may take when the server ends.
	shutdownTime = 5 * time.Second
	headerBytes  = 32 << 10
)

// Serve answers on the listener until the context ends; then it finishes what is under way, for at most five seconds,
// and gives nil. Other errors are the listener's.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	working, abandon := context.WithCancel(context.WithoutCancel(ctx))
	defer abandon()
	h := &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: headerTime, ReadTimeout: readTime,
		WriteTimeout: s.config.Timeout + writeTime, IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		BaseContext: func(net.Listener) context.Context { return working },
		ErrorLog:    slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(listener) }()
	go s.warm(working)
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(working, shutdownTime)
	defer cancel()
	err := h.Shutdown(last)
	if errors.Is(err, context.DeadlineExceeded) {
		abandon()
		err = h.Close()
	}
	return err
}

// warm reads what the first question needs, so that it need not wait. What goes wrong is told to those who ask.
func (s *Server) warm(ctx context.Context) {
	if revision, err := s.revision(ctx); err == nil {
		_, _ = s.knownNow(ctx, revision)
	}
	if s.config.Against != nil {
		_, _ = s.config.Against.Ties(ctx)
	}
}

// drawTo draws a graph. Graphviz is prepared for the first drawing, and kept.
func (s *Server) drawTo(ctx context.Context, w io.Writer, dot []byte) error {
	r, err := s.renderer(ctx)
	if err != nil {
		return err
	}
	return r.Draw(ctx, w, dot)
}

func (s *Server) renderer(ctx context.Context) (*svg.Renderer, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draw == nil {
		r, err := svg.Open(context.WithoutCancel(ctx), s.config.DrawingCache)
		if err != nil {
			return nil, err
		}
		s.draw = r
	}
	return s.draw, nil
}

// knownNow gives the names of the store as it is, and the dates of its articles.
func (s *Server) knownNow(ctx context.Context, revision string) (known, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known.names != nil && s.known.revision == revision {
		return s.known, nil
	}
	k := known{revision: revision}
	var err error
	if k.names, err = queries.ReadNames(ctx, s.store); err != nil {
		return known{}, err
	}
	if k.first, k.last, err = queries.Period(ctx, s.store); err != nil {
		return known{}, err
	}
	s.known = k
	return k, nil
}
