// Package rooted reads a folder whose content was written by others, and nothing outside
// that folder. Anything but a regular file is refused before it is opened, since a pipe
// would block the reader for ever and a link would expose a file from elsewhere.
//
// Links are refused wherever they lead. Following those that stay within the folder would
// make the site differ between a disk, a USB stick and a checkout on Windows, where Git
// writes the target of a link as a text file.
package rooted

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Reason says why something was not read.
type Reason uint8

const (
	Link     Reason = iota // a link, or something that is reached through one
	NotFile                // a pipe, device or socket: neither a file nor a folder
	TooLarge               // a file that is larger than the limit
	Name                   // a name that does not work on every system; see [Portable]
)

// A Refusal is the error for a file or folder that exists but is not read.
type Refusal struct {
	Name   string // as a person would look for it, including the folder that was opened
	Path   string // relative to the folder that was opened, including below
	Reason Reason
	Limit  int64 // in bytes
}

func (r *Refusal) Error() string {
	switch r.Reason {
	case Link:
		return fmt.Sprintf("%q is a link", r.Name)
	case TooLarge:
		return fmt.Sprintf("%q has more than %d bytes", r.Name, r.Limit)
	}
	if r.Reason == Name {
		return fmt.Sprintf("%q has a name that not every system can have", r.Name)
	}
	return fmt.Sprintf("%q is no regular file", r.Name)
}

// FS is a folder as a file system. It keeps nothing open, so the folder may appear,
// disappear or be replaced.
type FS struct {
	ctx   context.Context
	dir   string // may itself be a link: it was chosen by whoever runs the program
	below string // a folder in dir, which need not exist
	limit int64
}

// Open returns the folder below in dir, or dir itself if below is ".". It refuses files
// of more than limit bytes, and reads nothing once ctx is done.
func Open(ctx context.Context, dir, below string, limit int64) FS {
	return FS{ctx, dir, below, limit}
}

// Open implements [fs.FS].
func (f FS) Open(name string) (fs.File, error) { return at(f, "open", name, f.open) }

// ReadFile implements [fs.ReadFileFS].
func (f FS) ReadFile(name string) ([]byte, error) {
	return at(f, "read", name, func(root *os.Root, full string) ([]byte, error) {
		file, err := f.open(root, full)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		data, err := io.ReadAll(io.LimitReader(file, f.limit+1)) // the file may grow while it is read
		if int64(len(data)) > f.limit {
			return nil, f.refusal(full, TooLarge)
		}
		return data, err
	})
}

// ReadDir implements [fs.ReadDirFS].
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	return at(f, "readdir", name, func(root *os.Root, full string) ([]fs.DirEntry, error) {
		if err := f.plain(root, full); err != nil {
			return nil, err
		}
		entries, err := fs.ReadDir(root.FS(), full)
		return plainEntries(entries), err
	})
}

// Stat implements [fs.StatFS]. Unlike most implementations it does not follow links.
func (f FS) Stat(name string) (fs.FileInfo, error) { return f.Lstat(name) }

// Lstat implements [fs.ReadLinkFS].
func (f FS) Lstat(name string) (fs.FileInfo, error) {
	return at(f, "lstat", name, func(root *os.Root, full string) (fs.FileInfo, error) {
		info, err := root.Lstat(full)
		if err != nil || info.Mode()&fs.ModeIrregular == 0 {
			return info, err
		}
		return plainInfo{info}, nil
	})
}

// ReadLink implements [fs.ReadLinkFS].
func (f FS) ReadLink(name string) (string, error) {
	return at(f, "readlink", name, func(root *os.Root, full string) (string, error) { return root.Readlink(full) })
}

// at calls do for a path, after checking that none of the folders in that path is a link.
func at[T any](f FS, op, name string, do func(root *os.Root, full string) (T, error)) (T, error) {
	var none T
	fail := func(err error) (T, error) {
		if inner, ok := errors.AsType[*fs.PathError](err); ok {
			err = inner.Err
		}
		return none, &fs.PathError{Op: op, Path: name, Err: err}
	}
	if err := f.ctx.Err(); err != nil {
		return none, err
	}
	switch {
	case !utf8.ValidString(name):
		return fail(f.refusal(path.Join(f.below, name), Name))
	case !fs.ValidPath(name):
		return fail(fs.ErrInvalid)
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return fail(err)
	}
	defer root.Close()
	full := path.Join(f.below, name)
	for i := range len(full) {
		if full[i] != '/' {
			continue
		}
		if err := f.plain(root, full[:i]); err != nil {
			return fail(err)
		}
	}
	value, err := do(root, full)
	if err != nil {
		return fail(err)
	}
	return value, nil
}

// plain refuses anything but a regular file or a folder.
func (f FS) plain(root *os.Root, full string) error {
	info, err := root.Lstat(full)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist) && !portable(full):
		return f.refusal(full, Name) // Windows says that such a name leads out of the folder
	case err != nil:
		return err
	}
	return f.allowed(full, info)
}

func (f FS) allowed(full string, info fs.FileInfo) error {
	switch mode := Mode(info); {
	case mode&fs.ModeSymlink != 0:
		return f.refusal(full, Link)
	case mode.IsDir():
		return nil
	case !mode.IsRegular():
		return f.refusal(full, NotFile)
	case info.Size() > f.limit:
		return f.refusal(full, TooLarge)
	}
	return nil
}

// open checks the path before it opens it, and the open file once more, since it may have
// been replaced in between. It never blocks, not even on a pipe.
func (f FS) open(root *os.Root, full string) (fs.File, error) {
	if err := f.plain(root, full); err != nil {
		return nil, err
	}
	if !portable(full) {
		return nil, f.refusal(full, Name)
	}
	file, err := root.OpenFile(filepath.FromSlash(full), os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil {
		err = f.allowed(full, info)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

func (f FS) refusal(full string, reason Reason) *Refusal {
	name := strings.TrimPrefix(path.Join(filepath.ToSlash(f.dir), full), "./")
	return &Refusal{Name: name, Path: full, Reason: reason, Limit: f.limit}
}
