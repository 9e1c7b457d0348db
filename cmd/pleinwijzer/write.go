package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// create writes a new file in the content folder, unless files in its folder are not read
// because of a link on the way: the file would end up elsewhere, or nobody would see it.
func (f folders) create(ctx context.Context, name string, data []byte) error {
	folder, err := f.files(ctx).Open(path.Dir(name))
	switch {
	case err == nil:
		folder.Close()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return create(filepath.Join(f.content, filepath.FromSlash(name)), data)
}

// create writes a new file atomically. It never replaces an existing file, but returns
// fs.ErrExist.
func create(name string, data []byte) error {
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
	return os.Rename(temp, name) // for a disk that does not support links
}

// replace replaces a file atomically: readers see either the old or the new version.
func replace(name string, data []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	temp, err := draftOf(name, data)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := os.Chmod(temp, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Rename(temp, name)
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
