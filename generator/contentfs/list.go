package contentfs

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/rooted"
)

// listed is an entry of the content folder: anything but a folder, or a folder with the
// name of a file.
type listed struct {
	name string
	mode fs.FileMode // its type

	closed bool // a folder that cannot be listed because of its name
}

// list returns the files at or below a path. Files that disappear in the meantime are
// left out; only the content folder itself must exist. What is behind a link is never
// listed, even if it is asked for by name.
func (r *Reader) list(root string) ([]listed, error) {
	if ignoredPath(path.Dir(root)) {
		return nil, nil
	}
	switch link := r.linkTo(root); link {
	case "":
	case root:
		return []listed{{name: root, mode: fs.ModeSymlink}}, nil
	default:
		return nil, nil
	}
	var files []listed
	err := fs.WalkDir(r.fsys, root, func(name string, entry fs.DirEntry, err error) error {
		refusal, refused := errors.AsType[*rooted.Refusal](err)
		switch {
		case refused && refusal.Reason == rooted.Name:
			files = append(files, listed{name: name, closed: true})
			return nil
		case errors.Is(err, fs.ErrNotExist) && name != ".":
			return nil
		case err != nil:
			return err
		case ignored(name) && entry.IsDir():
			return fs.SkipDir
		case entry.IsDir() && likeFile(name):
			files = append(files, listed{name: name, mode: fs.ModeDir})
			return fs.SkipDir
		case !ignored(name) && !entry.IsDir():
			files = append(files, listed{name: name, mode: entry.Type()})
		}
		return nil
	})
	return files, err
}

// likeFile reports whether a folder with that name is in the place of a file.
func likeFile(name string) bool { return path.Ext(name) == ".md" || path.Ext(name) == ".toml" }

// unlisted returns the folder around a path that has the name of a file, or else the
// path itself: what is in such a folder is not listed.
func unlisted(name string) string {
	for at := range len(name) {
		if name[at] == '/' && likeFile(name[:at]) {
			return name[:at]
		}
	}
	return name
}

// linkTo returns the first link on the way to a path, or "".
func (r *Reader) linkTo(name string) string {
	if name == "." {
		return ""
	}
	for at := range len(name) + 1 {
		if at < len(name) && name[at] != '/' {
			continue
		}
		info, err := fs.Lstat(r.fsys, name[:at])
		if err == nil && info.Mode()&fs.ModeSymlink != 0 && !ignored(name[:at]) {
			return name[:at]
		}
	}
	return ""
}

// file reads an entry if it is a regular file, and reports it otherwise.
func (r *Reader) file(file listed) (outcome, error) {
	switch {
	case file.closed:
		return refused(file.name, oddFolder(file.name, file.name)), nil
	case file.mode&fs.ModeSymlink != 0:
		return refused(file.name, aLink(file.name)), nil
	case file.mode.IsDir():
		return refused(file.name, aFolder(file.name)), nil
	case !file.mode.IsRegular():
		return refused(file.name, noFile(file.name)), nil
	}
	out, err := r.readFile(file.name, func() ([]byte, error) { return fs.ReadFile(r.fsys, file.name) })
	if refusal, ok := errors.AsType[*rooted.Refusal](err); ok {
		return refused(file.name, Refused(file.name, refusal)), nil
	}
	return out, err
}

func ignoredPath(name string) bool {
	return name != "." && (ignored(name) || ignoredPath(path.Dir(name)))
}

// ignored reports whether a file is not content: a program left it there, or it belongs
// to the folder itself, or was taken over from others.
func ignored(name string) bool {
	return litter.Is(name) || name == handbookFile || name == embedFile || name == KeptFolder
}

// slugPath returns the path of a record without its extension.
func slugPath(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
