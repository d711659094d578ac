package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// built builds the command as users have it.
func built(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "entente")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return path
}

// measured runs the command and gives what it used.
func measured(t testing.TB, path string, args ...string) *syscall.Rusage {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), path, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("entente %q: %v\n%s", args, err, stderr.String())
	}
	return cmd.ProcessState.SysUsage().(*syscall.Rusage)
}

// mostMemory runs the command and gives the most memory that was resident, in kB, as far as looking at it now and then
// tells. What the system counts for a child that has ended would hold the memory of this process too.
func mostMemory(t *testing.T, path string, args ...string) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), path, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	most := 0
	for {
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
		if _, peak, ok := bytes.Cut(status, []byte("VmHWM:")); ok {
			var kb int
			if _, err := fmt.Sscan(string(peak), &kb); err == nil {
				most = max(most, kb)
			}
		}
		select {
		case err := <-ended:
			if err != nil || most == 0 {
				t.Fatalf("entente %q: %v, %d kB", args, err, most)
			}
			return most
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// TestMemoryIsSmall holds that three hundred articles are read within 80 MB.
func TestMemoryIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	dir := t.TempDir()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for i := range 300 {
		content, err := os.ReadFile(files[i%len(files)])
		if err != nil {
			t.Fatal(err)
		}
		content = fmt.Appendf(content, "\nThis is copy number %d.\n", i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path, least := built(t), 1<<40
	for range 5 { // on a busy machine garbage waits longer to be collected
		least = min(least, mostMemory(t, path, "extract", dir))
	}
	if least > 80_000 {
		t.Errorf("reading 300 articles took %d kB", least)
	}
}

// BenchmarkStart runs a command that reads no article and one that reads a short one: the difference is what the embedded
// data cost.
func BenchmarkStart(b *testing.B) {
	path := built(b)
	short := filepath.Join(b.TempDir(), "short.txt")
	if err := os.WriteFile(short, []byte("Iran backs the Houthis."), 0o600); err != nil {
		b.Fatal(err)
	}
	for _, bm := range []struct {
		name string
		args []string
	}{{"version", []string{"--version"}}, {"extract", []string{"extract", short}}} {
		b.Run(bm.name, func(b *testing.B) {
			var cpu int64
			for b.Loop() {
				use := measured(b, path, bm.args...)
				cpu += use.Utime.Nano() + use.Stime.Nano()
			}
			b.ReportMetric(float64(cpu)/float64(b.N)/1e6, "cpu-ms/op")
		})
	}
}
