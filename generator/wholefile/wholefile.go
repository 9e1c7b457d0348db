// Package wholefile writes a file so that others see the old version or the new one, and
// never a part of either, also when the program is killed.
package wholefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Create writes a new file, with the folders around it. It never replaces a file that
// exists, but returns [fs.ErrExist].
func Create(name string, data []byte) error {
	temp, err := draftOf(name, data)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	err = os.Link(temp, name) // unlike a rename, this never replaces a file
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return Insist(func() error { return os.Rename(temp, name) }) // for a disk that does not support links
}

// Replace replaces a file, of which the mode stays, or writes a new one.
func Replace(name string, data []byte) error {
	mode := fs.FileMode(0o644)
	info, err := os.Stat(name)
	switch {
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	temp, err := draftOf(name, data)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := os.Chmod(temp, mode); err != nil {
		return err
	}
	return Insist(func() error { return os.Rename(temp, name) })
}

// draftOf writes a temporary file next to the file name, creating the folder if
// necessary. Its name begins with a dot, so that it is not taken for content.
func draftOf(name string, data []byte) (temp string, err error) {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, ".pleinwijzer-*.tmp")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}
