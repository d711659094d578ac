package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
	hleveldb "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/storage"
)

// memoryAddress is that of a store which is gone when it is closed.
const memoryAddress = "memory:"

// disk opens the files under a database, each time that the database itself is opened.
type disk func(readOnly bool) (storage.Storage, error)

// findDisk looks at the address, and at what stands there.
func findDisk(address string, readOnly bool) (disk, error) {
	scheme, _, found := strings.Cut(address, "://")
	switch {
	case address == memoryAddress:
		memory := kept{storage.NewMemStorage()}
		return func(bool) (storage.Storage, error) { return memory, nil }, nil
	case found && (scheme == "postgres" || scheme == "postgresql" || scheme == "cockroach"):
		return nil, &Error{
			Address: redacted(address), Err: ErrUnsupported, Cause: fmt.Errorf("%s is not built in yet", scheme),
			Hint: "give the path of a folder, which need not exist",
		}
	case found, address == "":
		return nil, &Error{Address: redacted(address), Err: ErrUnsupported, Hint: "give the path of a folder, or memory:"}
	}
	if err := lookAt(address, readOnly); err != nil {
		return nil, err
	}
	return func(readOnly bool) (storage.Storage, error) { return storage.OpenFile(address, readOnly) }, nil
}

// redacted hides the name and the password in an address, which must reach no log.
func redacted(address string) string {
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
	var ours, tables bool
	foreign := ""
	for _, entry := range entries {
		name := entry.Name()
		switch extension := filepath.Ext(name); {
		case strings.HasPrefix(name, "CURRENT"):
			ours = true
		case name == "LOCK", name == "LOG", name == "LOG.old", strings.HasPrefix(name, tiesPrefix):
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
	case readOnly:
		return &Error{Address: path, Err: ErrNotFound, Cause: errors.New("the folder is empty"), Hint: hintEmpty}
	}
	return nil
}

// openDatabase opens the files and Cayley over them; where there is nothing yet and it may write, it makes a new one.
func openDatabase(ctx context.Context, files disk, readOnly bool) (_ *database, err error) {
	defer rescue(&err)
	stored, err := files(readOnly)
	if err != nil {
		return nil, err
	}
	db, err := leveldb.Open(stored, &opt.Options{
		ReadOnly: readOnly, ErrorIfMissing: readOnly,
		// Most look-ups go through several levels; the filter spares those that lack the key.
		Filter: filter.NewBloomFilter(10), BlockCacheCapacity: 32 * opt.MiB,
	})
	if err != nil {
		return nil, errors.Join(err, stored.Close())
	}
	flatDB := hleveldb.New(db)
	flatDB.SetWriteOptions(&opt.WriteOptions{Sync: true})
	opened := &database{KV: flat.Upgrade(flatDB), files: stored}
	if opened.quads, err = openCayley(ctx, opened, readOnly); err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return opened, nil
}

// openCayley opens Cayley's quads, without the Bloom filter that it would fill with every quad at each start.
func openCayley(ctx context.Context, base *database, readOnly bool) (cayley.QuadStore, error) {
	options := cayley.Options{kv.OptNoBloom: true}
	qs, err := kv.New(base, options)
	if errors.Is(err, cayley.ErrNotInitialized) {
		empty, emptyErr := isEmpty(ctx, base)
		switch {
		case emptyErr != nil:
			return nil, emptyErr
		case !empty, readOnly:
			return nil, &Error{Err: ErrNotStore, Cause: errors.New("it is a database of something else")}
		}
		if err = base.join(ctx, func() error { return kv.Init(base, nil) }); err != nil {
			return nil, err
		}
		qs, err = kv.New(base, options)
	}
	if err != nil {
		return nil, err
	}
	return qs, checkIndexes(ctx, base)
}

// isEmpty reports whether the database holds no key.
func isEmpty(ctx context.Context, base hidalgo.KV) (bool, error) {
	empty := true
	err := hidalgo.View(base, func(tx hidalgo.Tx) error {
		it := tx.Scan(nil)
		defer it.Close()
		empty = !it.Next(ctx)
		return it.Err()
	})
	return empty, err
}

// checkIndexes makes sure that the database has the indexes by which it is read here: Cayley takes others from a
// variable of the environment.
func checkIndexes(ctx context.Context, base hidalgo.KV) error {
	want, err := json.Marshal(kv.DefaultQuadIndexes)
	if err != nil {
		return err
	}
	return hidalgo.View(base, func(tx hidalgo.Tx) error {
		got, err := tx.Get(ctx, hidalgo.SKey("meta", "indexes"))
		if err != nil && !errors.Is(err, hidalgo.ErrNotFound) {
			return err
		}
		if string(got) != string(want) {
			return damaged("its indexes are %q rather than %q", got, want)
		}
		return nil
	})
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
	case isLocked(err):
		return &Error{Address: address, Err: ErrLocked, Cause: err, Hint: hintLocked}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Address: address, Err: fs.ErrPermission, Cause: err, Hint: "open it for reading only, or change its owner"}
	}
	return (&Store{address: address}).wrap("open", err)
}

// isLocked reports whether another process, or another Store of this one, holds LevelDB's lock.
func isLocked(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return errors.Is(err, storage.ErrLocked) || errors.Is(err, syscall.EAGAIN) ||
		runtime.GOOS == "windows" && errors.Is(err, sharingViolation)
}
