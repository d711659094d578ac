package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// scriptCommand is the hidden command of the child process that runs a script.
const scriptCommand = "run-script"

// Exit codes of the child, which no other way to end has.
const (
	exitOfMemory = 93
	exitOfTime   = 94
)

// scriptJob is what the child gets on its standard input, as JSON: the script, and a store to open or a graph.
type scriptJob struct {
	Script string         `json:"script"`
	Limits scriptLimits   `json:"limits"`
	Store  string         `json:"store,omitempty"`
	Graph  graph.Subgraph `json:"graph"`
}

// scriptLine is a line of the child's standard output: a row, or the end. A child that is not heard to its end died.
type scriptLine struct {
	Row   map[string]any `json:"row,omitempty"`
	End   bool           `json:"end,omitempty"`
	Error string         `json:"error,omitempty"`
	Hint  string         `json:"hint,omitempty"`
}

// grace is how long a child may live beyond its time before it is killed.
const grace = time.Second

// runScript runs a script in a child process: a wrong argument to one of Gizmo's steps ends the process it is run in, and
// its appetite for memory has no other bound. Rows that came before an error are given too.
func runScript(ctx context.Context, job scriptJob) ([]map[string]any, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program to run the script in: %w", err)
	}
	input, err := json.Marshal(job)
	if err != nil {
		return nil, err
	}
	// Opening the store takes time too, and reading a graph.
	ctx, cancel := context.WithTimeoutCause(ctx, job.Limits.Timeout+grace+time.Duration(len(input))*time.Microsecond, errTime)
	defer cancel()
	child := exec.CommandContext(ctx, self, scriptCommand)
	child.Args[0] = os.Args[0] // a test runs under its name
	child.Stdin = bytes.NewReader(input)
	child.WaitDelay = grace
	var complaint bounded
	child.Stderr = &complaint
	stdout, err := child.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run the script: %w", err)
	}
	if err := child.Start(); err != nil {
		return nil, fmt.Errorf("run the script: %w", err)
	}
	rows, end := readScript(stdout, job.Limits)
	if end == nil {
		_ = child.Process.Kill() // what it may still say is not wanted
	}
	waitErr := child.Wait()
	return rows, verdictOfScript(ctx, job.Limits, end, waitErr, complaint.String())
}

var (
	errTime   = errors.New("out of time")
	errScript = errors.New("the script failed")
)

// readScript reads the child's lines up to the end, which is nil where there is none.
func readScript(r io.Reader, limits scriptLimits) (rows []map[string]any, end *scriptLine) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, int(min(limits.Memory, 1<<10))<<20)
	for lines.Scan() {
		var line scriptLine
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return rows, nil
		}
		if line.End {
			return rows, &line
		}
		rows = append(rows, line.Row)
	}
	return rows, nil
}

// verdictOfScript tells how the child ended, in one line.
func verdictOfScript(ctx context.Context, limits scriptLimits, end *scriptLine, waitErr error, complaint string) error {
	code := 0
	var exit *exec.ExitError
	if errors.As(waitErr, &exit) {
		code = exit.ExitCode()
	}
	outOfTime := &failure{
		code: exitFailed, err: fmt.Errorf("%w: it ran longer than %s", errScript, limits.Timeout),
		hints: []string{"give it longer with --timeout, or ask for less"},
	}
	switch {
	case end != nil && end.Error == errTime.Error():
		return outOfTime
	case end != nil && end.Error != "":
		f := &failure{code: exitFailed, err: errors.New(end.Error)}
		if end.Hint != "" {
			f.hints = []string{end.Hint}
		}
		return f
	case end != nil:
		return nil
	case code == exitOfMemory:
		return &failure{
			code: exitFailed, err: fmt.Errorf("%w: it used more than %d MB of memory", errScript, limits.Memory),
			hints: []string{"give it more with --memory, or ask for less"},
		}
	case code == exitOfTime, errors.Is(context.Cause(ctx), errTime):
		return outOfTime
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return &failure{
		code: exitFailed, err: fmt.Errorf("%w: it ended its process: %s", errScript, lastWords(complaint, waitErr)),
		hints: []string{"look at the arguments of each step: g.V() takes ids such as \"<Russia>\""},
	}
}

// lastWords finds why a process of Go ended in what it wrote while it died.
func lastWords(complaint string, err error) string {
	for line := range strings.Lines(complaint) {
		for _, begin := range []string{"panic: ", "fatal error: ", "runtime: goroutine stack exceeds"} {
			if strings.HasPrefix(line, begin) {
				return oneLine(line)
			}
		}
	}
	if err != nil {
		return err.Error()
	}
	return "it said nothing"
}

// bounded keeps the beginning of what is written to it.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	const most = 64 << 10
	if room := most - b.Len(); room > 0 {
		b.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// newScriptCommand is the child. It is not for users: query is.
func newScriptCommand() *cobra.Command {
	return &cobra.Command{
		Use: scriptCommand, Hidden: true, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runScriptChild(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}

func runScriptChild(ctx context.Context, stdin io.Reader, stdout io.Writer) error {
	var job scriptJob
	if err := json.NewDecoder(stdin).Decode(&job); err != nil {
		return wrongUse("%s is for entente query alone: %w", scriptCommand, err)
	}
	store.GuardMemory(ctx, job.Limits.Memory<<20, func() { os.Exit(exitOfMemory) })
	go endWithParent(os.Getppid())
	out := json.NewEncoder(stdout)
	end := scriptLine{End: true}
	if err := job.run(ctx, func(row map[string]any) error { return out.Encode(scriptLine{Row: row}) }); err != nil {
		end.Error = err.Error()
		if errors.Is(err, context.DeadlineExceeded) {
			end.Error = errTime.Error()
		}
		for _, hint := range adviceOf(err) {
			end.Hint = hint
		}
	}
	return out.Encode(end)
}

// endWithParent ends the child when the process that waits for it is gone: killed, it could not end the child. Where
// the system does not tell (Windows), the child ends at its limit of time.
func endWithParent(parent int) {
	for range time.Tick(grace / 4) {
		if os.Getppid() != parent {
			os.Exit(exitInterrupted)
		}
	}
}

// run opens the store, or makes one of the graph, and gives the script's rows.
func (job scriptJob) run(ctx context.Context, give func(map[string]any) error) error {
	address, opts := job.Store, store.Options{ReadOnly: true}
	if address == "" {
		address, opts = memoryStore, store.Options{}
	}
	s, err := store.Open(ctx, address, opts)
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // it was only read
	if job.Store == "" {
		if _, err := s.Add(ctx, readings(job.Graph)...); err != nil {
			return err
		}
		if _, err := s.Recall(ctx, job.Graph.Entities, job.Graph.Verdicts...); err != nil {
			return err
		}
	}
	// Where nobody is left to kill it, a script that never looks up ends here.
	last := time.AfterFunc(job.Limits.Timeout+grace/2, func() { os.Exit(exitOfTime) })
	defer last.Stop()
	limits := queries.Limits{MaxRows: job.Limits.Rows, Timeout: job.Limits.Timeout}
	for row, err := range queries.Gizmo(ctx, s, job.Script, limits) {
		if err != nil {
			return err
		}
		if err := give(row); err != nil {
			return err
		}
	}
	return nil
}

// readings cuts a subgraph into what each article says, as a store takes it.
func readings(g graph.Subgraph) []graph.Reading {
	g.Normalize()
	var all []graph.Reading
	for _, article := range g.Articles {
		r := graph.Reading{Article: article}
		needed := map[graph.ID]bool{}
		for _, s := range g.Statements {
			if s.Article != article.ID {
				continue
			}
			r.Statements = append(r.Statements, s)
			needed[s.Subject], needed[s.Object], needed[s.Speaker] = true, true, true
			for _, c := range s.Citations {
				needed[c.Place], needed[c.Via] = true, true
			}
		}
		for _, e := range g.Entities {
			if needed[e.ID] {
				r.Entities = append(r.Entities, e)
			}
		}
		all = append(all, r)
	}
	return all
}
