package saving

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/wholefile"
)

// tree is a folder in which files are written whole. In its methods name is the path in
// the folder, and file is what people call it.
type tree struct {
	dir   string // may be a link
	below string // a folder in dir, which need not exist, and may not be a link
	files rooted.FS
}

// read reads a file. On a disk that knows no case a file has many names, of which only the
// one in the folder counts: saving under another would rename it.
func (t tree) read(name, file string) (Version, error) {
	if _, err := t.spelled(name, file); err != nil {
		return Version{}, err
	}
	data, err := t.files.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return Version{}, secret(file, err)
	case err != nil:
		return Version{}, refusalOf(file, err)
	}
	return versionOf(data), nil
}

// spelled looks for a path, one folder after the other. If a part of it is not there, it
// returns the path of a file or folder that differs from that part only in case, if any.
func (t tree) spelled(name, file string) (other string, err error) {
	within := "."
	for part := range strings.SplitSeq(name, "/") {
		entries, err := t.files.ReadDir(within)
		if within == "." && t.below == "." && errors.Is(err, fs.ErrNotExist) {
			return "", refusalOf(".", err)
		}
		if err != nil {
			return "", refusalOf(file, err)
		}
		switch there := sibling(entries, part); there {
		case part:
			within = path.Join(within, part)
		case "":
			return "", refusalOf(file, fs.ErrNotExist)
		default:
			return path.Join(within, there), refusalOf(file, fs.ErrNotExist)
		}
	}
	return "", nil
}

// replace replaces a file that has just been read.
func (t tree) replace(name, file string, was Version, data []byte) error {
	info, err := t.files.Lstat(name)
	switch {
	case err != nil:
		return refusalOf(file, err)
	case info.Mode().Perm()&0o200 == 0:
		return readOnly(file)
	}
	return t.with(file, func(root *os.Root) error {
		full := t.full(name)
		err := wholefile.Insist(func() error { // a rename would not ask whether one may write
			probe, err := root.OpenFile(full, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			return probe.Close()
		})
		if err != nil {
			return err
		}
		draft, err := t.draft(root, name, data, info)
		if err != nil {
			return err
		}
		defer root.Remove(draft)
		if now, err := t.read(name, file); err != nil || now.Sum != was.Sum {
			return &Conflict{File: file, Now: now, Was: was}
		}
		return wholefile.Insist(func() error { return root.Rename(draft, full) })
	})
}

// create writes a new file, and makes its folder if need be.
func (t tree) create(name, file string, data []byte) error {
	switch other, err := t.spelled(name, file); {
	case err == nil:
		return taken(file, file)
	case other != "":
		return taken(file, strings.TrimSuffix(file, name)+other)
	case !isGone(err):
		return err
	}
	return t.place(name, file, data)
}

// place writes a file of which nobody has the name, as was looked up before.
func (t tree) place(name, file string, data []byte) error {
	return t.with(file, func(root *os.Root) error {
		full := t.full(name)
		if err := root.MkdirAll(filepath.Dir(full), 0o777); errors.Is(err, fs.ErrExist) {
			return inWay(file)
		} else if err != nil {
			return err
		}
		draft, err := t.draft(root, name, data, nil)
		if err != nil {
			return err
		}
		defer root.Remove(draft)
		err = root.Link(draft, full) // unlike a rename, this never replaces a file
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		if _, err := root.Lstat(full); err == nil {
			return fs.ErrExist
		}
		return wholefile.Insist(func() error { return root.Rename(draft, full) }) // for a disk that does not know such links
	})
}

// remove takes away a file that has just been read.
func (t tree) remove(name, file string, was Version) error {
	return t.with(file, func(root *os.Root) error {
		if now, err := t.read(name, file); err != nil || now.Sum != was.Sum {
			return &Conflict{File: file, Now: now, Was: was}
		}
		return wholefile.Insist(func() error { return root.Remove(t.full(name)) })
	})
}

// with opens the folder in which the tree is. Nothing outside it can be reached, whatever
// becomes a link in the meantime.
func (t tree) with(file string, do func(root *os.Root) error) error {
	root, err := os.OpenRoot(t.dir)
	if err != nil {
		return refusalOf(".", err)
	}
	defer root.Close()
	err = do(root)
	if conflict, ok := errors.AsType[*Conflict](err); ok {
		return conflict
	}
	return refusalOf(file, err)
}

func (t tree) full(name string) string { return filepath.FromSlash(path.Join(t.below, name)) }

// Names of drafts. They begin with a dot, so that they are not taken for content.
const draftStart, draftEnd = ".pleinwijzer-bewaren-", ".tmp"

// draft writes a file next to where it will be, with what like says of it, and returns its
// path in root. It is on the disk before it gets its name, so that also after a power cut
// there is a whole file.
func (t tree) draft(root *os.Root, name string, data []byte, like fs.FileInfo) (string, error) {
	dir := filepath.Dir(t.full(name))
	sweep(root, dir)
	draft := filepath.Join(dir, draftStart+rand.Text()[:10]+draftEnd)
	f, err := root.OpenFile(draft, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	mode := fs.FileMode(0o644)
	if like != nil {
		sameOwner(f, like)
		mode = like.Mode().Perm()
	}
	f.Chmod(mode) // fails on a disk that knows no modes
	if err = errors.Join(err, synced(f), f.Close()); err != nil {
		root.Remove(draft)
		return "", err
	}
	return draft, nil
}

// synced puts a file on the disk. Some network drives do not know how, and say so.
func synced(f *os.File) error {
	err := f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// sweep removes drafts that a program left behind which was killed. Nobody else is saving
// now, since we hold the lock.
func sweep(root *os.Root, dir string) {
	folder, err := root.Open(dir)
	if err != nil {
		return
	}
	defer folder.Close()
	names, _ := folder.Readdirnames(-1)
	for _, name := range names {
		if strings.HasPrefix(name, draftStart) && strings.HasSuffix(name, draftEnd) {
			root.Remove(filepath.Join(dir, name))
		}
	}
}

// changed returns when a file was written, as the disk tells.
func (t tree) changed(name string) time.Time {
	info, err := t.files.Lstat(name)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
