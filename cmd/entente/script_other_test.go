//go:build !linux

package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func canMount(*testing.T) (bool, error) { return false, nil }

func smallDisk(ts *testscript.TestScript, _ bool, _ []string) { ts.Fatalf("smalldisk is for Linux") }

func readOnly(ts *testscript.TestScript, _ bool, _ []string) { ts.Fatalf("readonly is for Linux") }
