package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente.example/loader/source"
)

type watchOptions struct {
	load  loadOptions
	every time.Duration
}

func newWatchCommand() *cobra.Command {
	var opts watchOptions
	cmd := &cobra.Command{
		Use:   "watch FOLDER...",
		Short: "Load the articles of folders, and those that arrive in them",
		Long: `watch loads the articles of folders, as load does, and then those that arrive or change, until Ctrl-C. A file is read
when it has stopped growing. The store is open only while something is loaded, so that others can ask it meanwhile.`,
		Example: `  entente watch inbox
  entente watch inbox --every 1m --report loaded.jsonl`,
		Args: arguments(1, -1, "folders"),
		RunE: func(cmd *cobra.Command, args []string) error { return runWatch(cmd.Context(), cmd, opts, args) },
	}
	opts.load.register(cmd)
	cmd.Flags().DurationVar(&opts.every, "every", 2*time.Second, "how often to look")
	return cmd
}

// seenFile is a file as it was when the folder was looked at.
type seenFile struct {
	size     int64
	modified time.Time
}

// watcher knows which files were loaded as they are.
type watcher struct {
	folders []string
	loaded  map[string]seenFile
	before  map[string]seenFile
}

func runWatch(ctx context.Context, cmd *cobra.Command, opts watchOptions, folders []string) error {
	if opts.every <= 0 {
		return wrongUse("--every %s is no time to wait", opts.every)
	}
	for _, folder := range folders {
		info, err := os.Stat(folder)
		if err != nil {
			return &failure{code: exitFailed, err: fmt.Errorf("watch %q: %w", folder, withoutPath(err)), hints: []string{"check the path"}}
		}
		if !info.IsDir() {
			return wrongUse("%q is no folder", folder)
		}
	}
	w := watcher{folders: folders, loaded: map[string]seenFile{}}
	talk := talkOf(cmd)
	talk.say("watching %s; Ctrl-C ends it", strings.Join(folders, ", "))
	for {
		if ready := w.look(); len(ready) > 0 {
			switch err := runLoad(ctx, cmd, opts.load, ready); {
			case ctx.Err() != nil:
				return nil
			case err == nil, errors.Is(err, status(exitPartly)): // what cannot be read was named
			case isUsage(err):
				return err
			default: // it may pass: a store that somebody else has open, a full disk
				report(ctx, cmd, err)
				w.forget(ready)
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(opts.every):
		}
	}
}

func isUsage(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.code == exitUsage
}

// look gives the files that were not loaded as they are, and have not changed since the last look, sorted.
func (w *watcher) look() []string {
	now := map[string]seenFile{}
	for _, folder := range w.folders {
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil //nolint:nilerr // it may be there at the next look
			}
			hidden := strings.HasPrefix(entry.Name(), ".") && path != folder
			if entry.IsDir() {
				if hidden {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := entry.Info(); err == nil && !hidden && info.Mode().IsRegular() && source.Reads(path) {
				now[path] = seenFile{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	var ready []string
	for path, file := range now {
		settled := w.before == nil || w.before[path] == file
		if settled && w.loaded[path] != file {
			ready = append(ready, path)
			w.loaded[path] = file
		}
	}
	w.before = now
	slices.Sort(ready)
	return ready
}

// forget lets files be loaded once more.
func (w *watcher) forget(paths []string) {
	for _, path := range paths {
		delete(w.loaded, path)
	}
}
