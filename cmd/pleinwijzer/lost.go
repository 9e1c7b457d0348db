package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// lost replaces an error by one that says where the content folder has gone, if it is not
// there any more. was is the folder as it was before.
func (f folders) lost(was fs.FileInfo, err error) error {
	if _, gone := os.Stat(f.content); err == nil || !errors.Is(gone, fs.ErrNotExist) {
		return err
	}
	return folderGone(f.shown(), filepath.ToSlash(f.renamed(was)))
}

// renamed returns the path of a folder that got another name, or "" if it is not where it
// was.
func (f folders) renamed(was fs.FileInfo) string {
	beside := filepath.Dir(f.content)
	entries, err := os.ReadDir(beside)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.IsDir() && os.SameFile(info, was) {
			return filepath.Join(beside, e.Name())
		}
	}
	return ""
}
