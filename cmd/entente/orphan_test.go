//go:build unix

package main

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestScriptEndsWithItsParent holds that a script does not outlive the command that was killed while it ran.
func TestScriptEndsWithItsParent(t *testing.T) {
	folder := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, input := filepath.Join(folder, "entente"), filepath.Join(folder, "job")
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	job, err := json.Marshal(scriptJob{
		Script: "for(;;){}", Limits: scriptLimits{Rows: 1, Timeout: time.Minute, Memory: 512},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(input, job, 0o600); err != nil {
		t.Fatal(err)
	}
	held, holds, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	// The shell is the parent that goes; the script holds the pipe for as long as it lives.
	parent := exec.Command("sh", "-c", `"$0" run-script <"$1" & sleep 1`, program, input)
	parent.Stdout = holds
	if err := parent.Run(); err != nil {
		t.Fatal(err)
	}
	if err := holds.Close(); err != nil {
		t.Fatal(err)
	}
	if err := held.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if said, err := io.ReadAll(held); err != nil || len(said) > 0 {
		t.Errorf("the script lives on: %v, %q", err, said)
	}
}
