package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv/flat"
	hleveldb "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/syndtr/goleveldb/leveldb"

	"entente.example/graph/store"
	"entente.example/graph/store/postgrestest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"entente":   main,
		"holdstore": holdStore,
		"codeof":    codeOf,
	})
}

func TestScript(t *testing.T) {
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir() // drawings share the compiled Graphviz
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ARTICLES", articles)
			env.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "smalldisk":
				return canMount(t)
			case "postgres":
				err := postgrestest.Installed()
				if err != nil && os.Getenv("CI") != "" {
					return false, err
				}
				return err == nil, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"attack":    attack,
			"has":       has,
			"exits":     exits,
			"sparse":    sparse,
			"bytes":     writeBytes,
			"multiply":  multiply,
			"grows":     grows,
			"waitfor":   waitFor,
			"smalldisk": smallDisk,
			"readonly":  readOnly,
			"postgres":  postgres,
			"newmodel":  newModel,
			"cut":       cut,
			"model":     serveModel,
			"freeport":  freePort,
			"fetch":     fetchPage,
		},
	})
}

// exits CODE COMMAND...: the command ends with the very code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// sparse FILE BYTES: a file of that size, which takes no room.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(file.Truncate(size))
	ts.Check(file.Close())
}

// bytes FILE TEXT: a file of a text in which escapes such as \xff are read as in Go.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// multiply FILE COUNT FOLDER: so many articles that differ from the file in a number.
func multiply(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	folder := ts.MkAbs(args[2])
	ts.Check(os.MkdirAll(folder, 0o700))
	for i := range count {
		name := filepath.Join(folder, fmt.Sprintf("%05d.txt", i))
		ts.Check(os.WriteFile(name, []byte(strings.ReplaceAll(text, "NUMBER", strconv.Itoa(i))), 0o600))
	}
}

// grows FOLDER BYTES: waits until the files in the folder have more than so many bytes.
func grows(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	await(ts, "files of "+args[0], func() bool {
		var sum int64
		files, _ := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*"))
		for _, file := range files {
			if info, err := os.Stat(file); err == nil {
				sum += info.Size()
			}
		}
		return sum > want
	})
}

// waitfor FILE: waits until the file is there.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	await(ts, args[0], func() bool { _, err := os.Stat(ts.MkAbs(args[0])); return err == nil })
}

func await(ts *testscript.TestScript, what string, ready func() bool) {
	for end := time.Now().Add(time.Minute); !ready(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			ts.Fatalf("waited for %s in vain", what)
		}
	}
}

// freeport VARIABLE: an address of this machine on which nobody listens.
func freePort(ts *testscript.TestScript, _ bool, args []string) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(args[0], listener.Addr().String())
	ts.Check(listener.Close())
}

// fetchPage is the command fetch FILE URL: waits until somebody listens there, and writes status, headers and body of the response into the file.
func fetchPage(ts *testscript.TestScript, _ bool, args []string) {
	var response *http.Response
	await(ts, args[1], func() bool {
		var err error
		response, err = http.Get(args[1]) //nolint:noctx // a test ends by its time
		return err == nil
	})
	defer response.Body.Close()
	whole, err := httputil.DumpResponse(response, true)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), whole, 0o600))
}

// holdStore opens a store, as another program would, writes a file, and keeps the store open until it is interrupted.
func holdStore() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s, err := store.Open(ctx, os.Args[1], store.Options{})
	if err == nil {
		err = os.WriteFile(os.Args[2], nil, 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	<-ctx.Done()
	_ = s.Close()
}

// codeOf writes the exit code of a program to a file. It passes interrupts on; the program's standard input is a pipe
// from which nothing comes.
func codeOf() {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	cmd := exec.Command(os.Args[2], os.Args[3:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	_, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	go func() {
		for s := range interrupts {
			_ = cmd.Process.Signal(s)
		}
	}()
	_ = cmd.Wait()
	_ = os.WriteFile(os.Args[1], []byte(strconv.Itoa(cmd.ProcessState.ExitCode())+"\n"), 0o600)
}

// newModel STORE: what a later entente would write.
func newModel(ts *testscript.TestScript, _ bool, args []string) {
	db, err := leveldb.OpenFile(ts.MkAbs(args[0]), nil)
	ts.Check(err)
	quads, err := kv.New(flat.Upgrade(hleveldb.New(db)), graph.Options{kv.OptNoBloom: true})
	ts.Check(err)
	model := func(version string) quad.Quad {
		return quad.Quad{
			Subject: quad.IRI("entente:store"), Predicate: quad.IRI("entente:model"),
			Object: quad.String(version), Label: quad.IRI("entente:meta"),
		}
	}
	ts.Check(quads.ApplyDeltas([]graph.Delta{
		{Quad: model("99"), Action: graph.Add}, {Quad: model(strconv.Itoa(store.ModelVersion)), Action: graph.Delete},
	}, graph.IgnoreOpts{}))
	ts.Check(quads.Close())
}

// postgres VARIABLE...: starts a server, and sets each variable to the address of an empty store in it.
func postgres(ts *testscript.TestScript, _ bool, args []string) {
	folder, err := os.MkdirTemp("", "postgres")
	ts.Check(err)
	server, err := postgrestest.Start(folder)
	ts.Check(err)
	ts.Defer(func() {
		if err := errors.Join(server.Stop(), os.RemoveAll(folder)); err != nil {
			ts.Logf("%v", err)
		}
	})
	for _, variable := range args {
		address, err := server.Address()
		ts.Check(err)
		ts.Setenv(variable, address)
	}
}

// cut PATTERN: truncates files to half of their size.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	files, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("no file matches %s", args[0])
	}
	for _, file := range files {
		info, err := os.Stat(file)
		ts.Check(err)
		ts.Check(os.Truncate(file, info.Size()/2))
	}
}
