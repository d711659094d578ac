package server_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestVendoredFiles holds that the files of others are those that VENDOR.md names, each with its licence.
func TestVendoredFiles(t *testing.T) {
	const folder = "web/assets/vendor"
	table, err := os.ReadFile(filepath.Join(folder, "VENDOR.md"))
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{"VENDOR.md": true}
	for _, row := range regexp.MustCompile(`(?m)^\| (\S+\.js) \| (\S+) \| (\S+) \| ([0-9a-f]{64}) \|$`).FindAllStringSubmatch(string(table), -1) {
		content, err := os.ReadFile(filepath.Join(folder, row[1]))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != row[4] {
			t.Errorf("%s is not the file of %s", row[1], row[2])
		}
		if licence, err := os.ReadFile(filepath.Join(folder, row[3])); err != nil || !strings.Contains(string(licence), "Permission is hereby granted") {
			t.Errorf("%s has no licence (%v)", row[1], err)
		}
		told[row[1]], told[row[3]] = true, true
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !told[entry.Name()] {
			t.Errorf("VENDOR.md does not tell of %s", entry.Name())
		}
	}
	if len(told) != 9 {
		t.Errorf("VENDOR.md tells of %d files", len(told))
	}
}
