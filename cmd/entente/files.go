package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// errFolder is what is wrong with a folder where a file is to be read.
var errFolder = errors.New("it is a folder")

// openFile opens a file to be read. A folder is refused: it can be opened, and each system says in words of its own that
// it cannot be read.
func openFile(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		_ = file.Close()
		return nil, &fs.PathError{Op: "read", Path: path, Err: errFolder}
	}
	return file, nil
}

// writable complains of a file whose folder does not exist, which no system tells apart from the file.
func writable(path string) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	f := &failure{code: exitFailed, err: fmt.Errorf("write %q: the folder %q does not exist", path, folder)}
	f.hints = []string{"make the folder first, or name another one"}
	return f
}
