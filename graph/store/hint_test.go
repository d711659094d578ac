package store_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"entente.example/graph/store"
)

// TestUnwritableHint holds that who may not write is told what he can do: of a store that is there he may still ask, of
// one that is to be made he may not.
func TestUnwritableHint(t *testing.T) {
	stands := filepath.Join(t.TempDir(), "entente.db")
	if err := mustOpen(t, stands, store.Options{}).Close(); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(t.TempDir(), "missing.db")
	const another = "--store"
	for _, test := range []struct {
		address        string
		err            error
		want, unwanted string
	}{
		{stands, syscall.EACCES, "questions", "no store there yet"},
		{stands, syscall.EROFS, "can be read", "no store there yet"},
		{missing, syscall.EACCES, another, "questions"},
		{missing, syscall.EROFS, another, "can be read"},
	} {
		err := store.OpenError(test.address, &fs.PathError{Op: "mkdir", Path: test.address, Err: test.err})
		var known *store.Error
		if !errors.As(err, &known) || !errors.Is(err, test.err) || known.Address != test.address {
			t.Fatalf("%q, %v: got %v", test.address, test.err, err)
		}
		if !strings.Contains(known.Hint, test.want) || strings.Contains(known.Hint, test.unwanted) {
			t.Errorf("%q, %v: the hint is %q", test.address, test.err, known.Hint)
		}
	}
}
