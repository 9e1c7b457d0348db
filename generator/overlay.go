package generator

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"

	"pleinwijzer/generator/litter"
)

// Overlay returns a file system with the files of top over those of base: a file in top
// replaces the file of the same name in base, or adds one. It lets a folder next to the
// content change the built-in look.
//
// Only a file that does not exist falls through to base. One that cannot be read is an
// error, since silently using the built-in file in its place would be a surprise.
func Overlay(top, base fs.FS) fs.FS { return overlay{top, base} }

type overlay struct{ top, base fs.FS }

// Open looks in top first. A folder lists the entries of both.
func (o overlay) Open(name string) (fs.File, error) {
	if hidden(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	file, err := o.top.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		file, err = o.base.Open(name)
	}
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.IsDir() {
		return file, nil
	}
	var entries []fs.DirEntry
	if err == nil {
		entries, err = o.ReadDir(name)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return &folder{file, entries}, nil
}

// ReadDir merges the folders of that name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	above, err := fs.ReadDir(o.top, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	below, errBelow := fs.ReadDir(o.base, name)
	if err != nil && errBelow != nil {
		return nil, errBelow
	}
	entries := slices.Concat(above, below)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return hidden(e.Name()) })
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(entries, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}

// hidden reports whether a file is not part of the look: it is litter, or the Go file
// that embeds its folder.
func hidden(name string) bool {
	base := path.Base(name)
	return litter.Is(base) || path.Ext(base) == ".go"
}

// folder is an open folder of an overlay.
type folder struct {
	fs.File
	unread []fs.DirEntry
}

// ReadDir implements [fs.ReadDirFile].
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.unread) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.unread) {
		n = len(f.unread)
	}
	entries := f.unread[:n:n]
	f.unread = f.unread[n:]
	return entries, nil
}
