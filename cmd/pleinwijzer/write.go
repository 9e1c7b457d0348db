package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// create writes a new file of the content, unless what is in its folder would not be
// read: then it would land elsewhere, or nobody would see it.
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

// create writes a new file whole, or not at all. A file of that name stays as it
// is: the error is then fs.ErrExist.
func create(name string, data []byte) error {
	temp, err := draftOf(name, data)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	err = os.Link(temp, name) // which, unlike a rename, never replaces
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return os.Rename(temp, name) // on a disk without links
}

// replace writes a file anew, whole: who reads it sees the old one or the new one.
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

// draftOf writes a temp file beside the file name, in a folder that it makes if
// need be. Its name begins with a dot, so that nothing takes it for content.
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
