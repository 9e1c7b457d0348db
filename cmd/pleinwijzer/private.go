package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// outsideOf returns an error if a folder with private tasks could end up in git together
// with the content, or if there is no such folder. It compares the folders themselves and
// not their names, so that neither a link nor another spelling makes a difference.
func outsideOf(content, private string) error {
	info, err := os.Stat(private)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return noPrivateFolder(private)
	case err != nil:
		return err
	case !info.IsDir():
		return privateFile(private)
	}
	public, err := holders(content)
	if err != nil {
		return err
	}
	above, err := ancestors(private)
	if err != nil {
		return err
	}
	for _, dir := range append(above, repositories(above)...) {
		for _, holder := range append(public, repositories(public)...) {
			if os.SameFile(dir.info, holder.info) {
				return privateInside(private, holder.name)
			}
		}
	}
	return nil
}

// A place is a folder on the disk.
type place struct {
	name string
	info fs.FileInfo
}

// holders returns the folders that may be made public with the content: every work tree
// that it lies in, and the folder around it, since the content is often put in git later.
func holders(content string) ([]place, error) {
	above, err := ancestors(content)
	if err != nil {
		return nil, err
	}
	public := above[:min(2, len(above))]
	for _, dir := range above {
		if _, err := os.Lstat(filepath.Join(dir.name, ".git")); err == nil {
			public = append(public[:len(public):len(public)], dir)
		}
	}
	return public, nil
}

// ancestors returns a folder and those around it, without links.
func ancestors(dir string) ([]place, error) {
	dir, err := filepath.Abs(dir)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return nil, err
	}
	var all []place
	for {
		info, err := os.Stat(dir)
		if err != nil {
			return nil, err
		}
		all = append(all, place{dir, info})
		if dir == filepath.Dir(dir) {
			return all, nil
		}
		dir = filepath.Dir(dir)
	}
}

// repositories returns the folders in which git keeps the work trees among some places. Two
// work trees of one repository have the same one.
func repositories(places []place) []place {
	var all []place
	for _, p := range places {
		git := filepath.Join(p.name, ".git")
		if text, err := os.ReadFile(git); err == nil { // it is a file that says where the folder is
			git = below(p.name, strings.TrimPrefix(string(text), "gitdir:"))
			if common, err := os.ReadFile(filepath.Join(git, "commondir")); err == nil {
				git = below(git, string(common))
			}
		}
		if info, err := os.Stat(git); err == nil && info.IsDir() {
			all = append(all, place{git, info})
		}
	}
	return all
}

func below(dir, name string) string {
	name = strings.TrimSpace(name)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}
