package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// canMount reports whether this process may mount a file system. CI must be able to.
func canMount(t *testing.T) (bool, error) {
	folder := t.TempDir()
	err := mount(folder, "64k")
	if err == nil {
		return true, syscall.Unmount(folder, 0)
	}
	if os.Getenv("CI") != "" {
		return false, err
	}
	fmt.Fprintf(os.Stderr, "A FULL DISK IS NOT TESTED: %v\n", err)
	return false, nil
}

func mount(folder, size string) error {
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", folder).CombinedOutput()
	if err != nil {
		return fmt.Errorf("mount: %w: %s", err, out)
	}
	return nil
}

// smallDisk FOLDER SIZE: a file system of that size.
func smallDisk(ts *testscript.TestScript, _ bool, args []string) {
	folder := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(folder, 0o700))
	ts.Check(mount(folder, args[1]))
	ts.Defer(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			ts.Logf("unmount %s: %v", folder, err)
		}
	})
}

// readOnly FOLDER: makes the file system of smalldisk one that is only read.
func readOnly(ts *testscript.TestScript, _ bool, args []string) {
	out, err := exec.Command("mount", "-o", "remount,ro", ts.MkAbs(args[0])).CombinedOutput()
	if err != nil {
		ts.Fatalf("mount: %v: %s", err, out)
	}
}
