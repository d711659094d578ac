package postgrestest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/lib/pq" // the driver by which Server makes schemas
)

// Server is a running PostgreSQL.
type Server struct {
	bin, data string
	port      int
	process   *exec.Cmd
	schemas   atomic.Int64
}

// ErrMissing says that PostgreSQL is not installed.
var ErrMissing = errors.New("PostgreSQL is not installed")

// Start starts a server in the folder, which it makes.
func Start(folder string) (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	s := &Server{bin: bin, data: filepath.Join(folder, "data")}
	if err := os.MkdirAll(folder, 0o755); err != nil { //nolint:gosec // its user must get through
		return nil, err
	}
	if err := own(folder); err != nil {
		return nil, err
	}
	if out, err := s.command("initdb", "-D", s.data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, out)
	}
	if s.port, err = freePort(); err != nil {
		return nil, err
	}
	return s, s.Run()
}

// ForTest starts a server for one test, or skips it.
func ForTest(t testing.TB) *Server {
	t.Helper()
	folder, err := os.MkdirTemp("", "postgres") // a test's own folder is not open to another user
	if err != nil {
		t.Fatal(err)
	}
	s, err := Start(folder)
	Require(t, err)
	t.Cleanup(func() {
		if err := errors.Join(s.Stop(), os.RemoveAll(folder)); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Installed reports ErrMissing where the programs are not there.
func Installed() error {
	_, err := programs()
	return err
}

// Require skips the test where PostgreSQL is missing, which must not be in CI, and fails it on other errors.
func Require(t testing.TB, err error) {
	t.Helper()
	switch {
	case err == nil:
	case errors.Is(err, ErrMissing) && os.Getenv("CI") == "":
		fmt.Fprintf(os.Stderr, "%s IS NOT TESTED WITH POSTGRESQL: %v\n", t.Name(), err)
		t.Skip(err)
	default:
		t.Fatal(err)
	}
}

// programs finds the folder of PostgreSQL's programs, which Debian puts in no path.
func programs() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path), nil
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		return "", ErrMissing
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1]), nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

// Run starts the server, which is not running, and waits until it answers.
func (s *Server) Run() error {
	s.process = s.command("postgres", "-D", s.data, "-p", strconv.Itoa(s.port), "-k", "", "-c", "listen_addresses=127.0.0.1",
		"-c", "fsync=off", "-c", "max_connections=200", "-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB")
	if err := s.process.Start(); err != nil {
		return err
	}
	db, err := sql.Open("postgres", s.base())
	if err != nil {
		return err
	}
	defer db.Close()
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if err = db.PingContext(context.Background()); err == nil {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("PostgreSQL did not start: %w", errors.Join(err, s.Stop()))
		}
	}
}

// Stop stops the server at once, as a crash of it would.
func (s *Server) Stop() error {
	if s.process == nil {
		return nil
	}
	err := s.process.Process.Signal(os.Interrupt) // a fast shutdown
	_ = s.process.Wait()
	s.process = nil
	return err
}

func (s *Server) base() string {
	return fmt.Sprintf("postgres://tester@127.0.0.1:%d/postgres?sslmode=disable", s.port)
}

// Address makes an empty schema, and gives the address of a store in it.
func (s *Server) Address() (string, error) {
	db, err := sql.Open("postgres", s.base())
	if err != nil {
		return "", err
	}
	defer db.Close()
	name := fmt.Sprintf("test%d", s.schemas.Add(1))
	if _, err := db.ExecContext(context.Background(), "CREATE SCHEMA "+name); err != nil {
		return "", err
	}
	return s.base() + "&search_path=" + name, nil
}
