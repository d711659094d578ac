package store

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/syndtr/goleveldb/leveldb"
	lerrors "github.com/syndtr/goleveldb/leveldb/errors"
	"github.com/syndtr/goleveldb/leveldb/storage"
)

// What can be wrong with a store. Errors of [Open] and of a [Store] wrap these in an [Error].
var (
	ErrLocked      = errors.New("store is locked by another process")
	ErrNotFound    = errors.New("store does not exist")
	ErrNotStore    = errors.New("not a store")
	ErrNewer       = errors.New("store was written by a newer version")
	ErrOlder       = errors.New("store was written by an older version")
	ErrDamaged     = errors.New("store is damaged")
	ErrClosed      = errors.New("store is closed")
	ErrReadOnly    = errors.New("store is open for reading only")
	ErrUnsupported = errors.New("address is not supported")
	ErrUnreachable = errors.New("server cannot be reached")
	ErrRefused     = errors.New("server refuses")
	ErrServer      = errors.New("server failed")
)

// What can be wrong with what a store is asked for.
var (
	// ErrNoArticle and its kin say that the store has none of that id.
	ErrNoArticle   = errors.New("no such article")
	ErrNoEntity    = errors.New("no such entity")
	ErrNoStatement = errors.New("no such statement")
	ErrNoVerdict   = errors.New("no such verdict")
	// ErrInvalid says that a reading breaks the model; nothing was written.
	ErrInvalid = errors.New("invalid reading")
	// ErrScript says that a Gizmo script is wrong or failed.
	ErrScript = errors.New("script failed")
)

// Error tells what is wrong with which store, and what to do about it.
type Error struct {
	// Address is the store's, as it was given to [Open].
	Address string
	// Err is one of the errors above, and Cause what lies under it, or nil.
	Err, Cause error
	// Hint is advice for the user, or empty.
	Hint string
}

// Error gives the store's address and what is wrong with it.
func (e *Error) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("store %q: %v: %v", e.Address, e.Err, e.Cause)
	}
	return fmt.Sprintf("store %q: %v", e.Address, e.Err)
}

// Unwrap gives the error's kind and its cause.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Err}
	}
	return []error{e.Err, e.Cause}
}

// damage is what the store's own readers report where quads do not add up.
type damage string

func (d damage) Error() string { return string(d) }

func damaged(format string, args ...any) error { return damage(fmt.Sprintf(format, args...)) }

const (
	hintDamaged = "load the articles again into a new store, or restore a dump"
	hintEmpty   = "load articles into it first"
	hintMissing = "there is no store there yet, and you may not make one: give one with --store, in a folder that you may write"
	hintLocked  = "another entente is using it: wait until it has ended, or send to it with entente load --to if it is a server"
)

// wrap turns an error from below into one of the kinds above. What it does not know keeps its own kind.
func (s *Store) wrap(operation string, err error) error {
	var known *Error
	var broken damage
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		if known.Address == "" {
			known.Address = s.address
		}
		return fmt.Errorf("%s: %w", operation, err)
	case errors.Is(err, leveldb.ErrClosed):
		err = &Error{Address: s.address, Err: ErrClosed}
	case isCorrupt(err), errors.As(err, &broken):
		err = &Error{Address: s.address, Err: ErrDamaged, Cause: err, Hint: hintDamaged}
	}
	return fmt.Errorf("%s: %w", operation, err)
}

// isCorrupt reports whether LevelDB found its files damaged, or one of them gone.
func isCorrupt(err error) bool {
	var inside *lerrors.ErrCorrupted
	var outside *storage.ErrCorrupted
	return errors.As(err, &inside) || errors.As(err, &outside) || errors.Is(err, fs.ErrNotExist)
}

// rescue turns a panic of the database into an error: its decoders trust the bytes that they read.
func rescue(err *error) {
	if p := recover(); p != nil {
		*err = damaged("reading it made the database panic: %v", p)
	}
}
