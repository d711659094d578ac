package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/syndtr/goleveldb/leveldb/storage"
)

// memoryAddress is that of a store which is gone when it is closed.
const memoryAddress = "memory:"

// opener opens a database, each time that a Store needs it.
type opener func(ctx context.Context, readOnly bool) (engine, error)

// disk is what lies under a LevelDB: files, and the mark beside them.
type disk struct {
	open   func(readOnly bool) (storage.Storage, error)
	writes mark
}

func (d disk) engine(ctx context.Context, readOnly bool) (engine, error) {
	db, err := openLevelDB(ctx, d, readOnly)
	if err != nil {
		return nil, err // rather than an engine that is not nil
	}
	return db, nil
}

// find looks at the address, and at what stands there.
func find(address string, readOnly bool) (opener, error) {
	scheme, _, found := strings.Cut(address, "://")
	switch {
	case address == memoryAddress:
		memory := kept{storage.NewMemStorage()}
		return disk{open: func(bool) (storage.Storage, error) { return memory, nil }}.engine, nil
	case found && isSQL(scheme):
		return sqlOpener(address), nil
	case found, address == "":
		return nil, &Error{
			Address: Redacted(address), Err: ErrUnsupported,
			Hint: "give the path of a folder, memory:, or postgres://user@host:5432/database",
		}
	}
	if err := lookAt(address, readOnly); err != nil {
		return nil, err
	}
	return disk{
		open:   func(readOnly bool) (storage.Storage, error) { return storage.OpenFile(address, readOnly) },
		writes: mark{filepath.Join(address, markName)},
	}.engine, nil
}

// Redacted hides the name and the password in the address of a store, which must reach no log.
func Redacted(address string) string {
	scheme, rest, found := strings.Cut(address, "://")
	if !found {
		return address
	}
	authority, path := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 && !strings.Contains(rest[i:], "@") {
		authority, path = rest[:i], rest[i:] // a password may hold what ought to be encoded
	}
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		authority = "xxxxx" + authority[i:]
	}
	if i := strings.IndexByte(path, '?'); i >= 0 {
		path = path[:i] // "?password=..." is a way to give it too
	}
	return scheme + "://" + authority + path
}

// kept is a storage that outlives the databases that are opened on it.
type kept struct{ storage.Storage }

func (kept) Close() error { return nil }

// lookAt reports where the path cannot be a store, before LevelDB puts files of its own there.
func lookAt(path string, readOnly bool) error {
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if readOnly {
			return &Error{Address: path, Err: ErrNotFound, Hint: hintEmpty}
		}
		return nil
	case errors.Is(err, syscall.ENOTDIR):
		return &Error{Address: path, Err: ErrNotStore, Cause: errors.New("it is a file"), Hint: "a store is a folder"}
	case err != nil:
		return fmt.Errorf("store %q: %w", path, err)
	}
	var ours, tables, begun bool
	foreign := ""
	for _, entry := range entries {
		name := entry.Name()
		switch extension := filepath.Ext(name); {
		case strings.HasPrefix(name, "CURRENT"):
			ours = true
		case name == "LOCK", name == "LOG", name == "LOG.old", name == markName+".new", strings.HasPrefix(name, tiesPrefix):
		case name == firstManifest && isFresh(entry):
			begun = true
		case name == markName:
			tables = tables || len(entries) > 1
		case strings.HasPrefix(name, "MANIFEST-"), slices.Contains([]string{".ldb", ".log", ".sst"}, extension):
			tables = true
		default:
			foreign = name
		}
	}
	switch {
	case ours:
		return nil
	case foreign != "":
		return &Error{
			Address: path, Err: ErrNotStore, Cause: fmt.Errorf("it holds %s", foreign),
			Hint: "give a folder that is a store, is empty, or does not exist",
		}
	case tables:
		return &Error{Address: path, Err: ErrDamaged, Cause: errors.New("its CURRENT file is gone"), Hint: hintDamaged}
	case readOnly && begun:
		return notWritten(path)
	case readOnly:
		return &Error{Address: path, Err: ErrNotFound, Cause: errors.New("the folder is empty"), Hint: hintEmpty}
	}
	return nil
}

// notWritten is of a store whose maker was stopped before its first transaction.
func notWritten(path string) error {
	return &Error{Address: path, Err: ErrNotFound, Cause: errors.New("nothing was written yet"), Hint: hintEmpty}
}

// firstManifest is the first file that LevelDB makes of a new database, and freshManifest how many bytes it has at most
// before there is anything in it.
const (
	firstManifest = "MANIFEST-000000"
	freshManifest = 64
)

func isFresh(entry fs.DirEntry) bool {
	info, err := entry.Info()
	return err == nil && info.Size() <= freshManifest
}

// beginAgain takes away the manifest of a database whose maker was stopped before he made it the current one: else LevelDB
// takes the database for damaged. Nobody else writes: the files are locked.
func beginAgain(files storage.Storage) error {
	found, err := files.List(storage.TypeAll)
	if err != nil || len(found) != 1 || found[0] != (storage.FileDesc{Type: storage.TypeManifest}) {
		return err
	}
	if _, err := files.GetMeta(); err == nil {
		return nil
	}
	return files.Remove(found[0])
}

// openError tells what kept a database from opening.
func openError(address string, err error) error {
	var known *Error
	switch {
	case errors.As(err, &known):
		if known.Address == "" {
			known.Address = address
		}
		return known
	case isLocked(err): // by what means tells the user nothing
		return &Error{Address: address, Err: ErrLocked, Hint: hintLocked}
	case errors.Is(err, syscall.EROFS) && isMissing(address):
		return &Error{Address: address, Err: syscall.EROFS, Hint: hintMissing}
	case errors.Is(err, fs.ErrPermission) && isMissing(address):
		return &Error{Address: address, Err: fs.ErrPermission, Cause: err, Hint: hintMissing}
	case errors.Is(err, syscall.EROFS):
		return &Error{Address: address, Err: syscall.EROFS, Hint: "give a store on another disk; one that is here can be read"}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Address: address, Err: fs.ErrPermission, Cause: err, Hint: "questions can still be asked of a store that you may not write; to write, change its owner or give another store"}
	}
	return (&Store{address: address}).wrap("open", err)
}

// isMissing reports whether no store stands at a path.
func isMissing(path string) bool {
	_, err := os.Stat(filepath.Join(path, "CURRENT"))
	return errors.Is(err, fs.ErrNotExist) && !strings.Contains(path, "://")
}

// isLocked reports whether another process, or another Store of this one, holds LevelDB's lock.
func isLocked(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return errors.Is(err, storage.ErrLocked) || errors.Is(err, syscall.EAGAIN) ||
		runtime.GOOS == "windows" && errors.Is(err, sharingViolation)
}
