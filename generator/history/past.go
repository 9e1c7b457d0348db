package history

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"strings"
	"time"

	"pleinwijzer/generator/rooted"
)

// Uncommitted returns how the folder on disk differs from the last commit, as if that
// were a commit made at the given moment, or nil if there is no difference. Names that
// start with a dot are ignored: they are not content.
//
// It compares the files itself instead of asking git, which would first pass them through
// the filters that the repository configures. Differences in line endings do not count.
func (r *Repository) Uncommitted(ctx context.Context, folder fs.FS, at time.Time) (*Commit, error) {
	if r == nil {
		return nil, nil
	}
	entries, err := r.list(ctx, r.head)
	if err != nil {
		return nil, err
	}
	committed := make(map[string]string, len(entries))
	for _, e := range entries {
		if !hidden(e.path) {
			committed[e.path] = e.id
		}
	}
	var files []File
	err = fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case hidden(path) && d.IsDir():
			return fs.SkipDir
		case hidden(path) || !d.Type().IsRegular():
			return nil
		}
		data, err := fs.ReadFile(folder, path)
		if _, refused := errors.AsType[*rooted.Refusal](err); refused || errors.Is(err, fs.ErrPermission) {
			delete(committed, path) // it is there, and others say why it is not read
			return nil
		}
		if err != nil {
			return err
		}
		if id, known := committed[path]; !known || !r.is(id, data) {
			files = append(files, File{Path: path})
		}
		delete(committed, path)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if _, gone := committed[e.path]; gone {
			files = append(files, File{Path: e.path, Gone: true})
		}
	}
	if len(files) == 0 {
		return nil, nil
	}
	return &Commit{Time: at, Files: files}, nil
}

// hidden reports whether any element of a path starts with a dot.
func hidden(path string) bool {
	return path != "." && (strings.HasPrefix(path, ".") || strings.Contains(path, "/."))
}

// is reports whether data is the blob with that id, possibly with different line endings.
func (r *Repository) is(id string, data []byte) bool {
	if r.nameOf(data) == id {
		return true
	}
	unix := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return r.nameOf(unix) == id || r.nameOf(bytes.ReplaceAll(unix, []byte("\n"), []byte("\r\n"))) == id
}

// nameOf returns the id that git gives to a file with this content.
func (r *Repository) nameOf(data []byte) string {
	var sum hash.Hash = sha1.New()
	if r.format == "sha256" {
		sum = sha256.New()
	}
	fmt.Fprintf(sum, "blob %d\x00", len(data))
	sum.Write(data)
	return hex.EncodeToString(sum.Sum(nil))
}

// Before returns, for each commit in order, the files that it changed as they were before
// it, by path. A file that did not exist before is left out.
func (r *Repository) Before(ctx context.Context, commits []Commit) ([]map[string][]byte, error) {
	if r == nil || len(commits) == 0 {
		return nil, nil
	}
	var names []string
	for _, c := range commits {
		for _, path := range c.before() {
			names = append(names, r.parent(c)+":"+r.prefix+path)
		}
	}
	blobs, err := r.blobs(ctx, names)
	if err != nil {
		return nil, err
	}
	before := make([]map[string][]byte, len(commits))
	for i, c := range commits {
		before[i] = map[string][]byte{}
		for _, path := range c.before() {
			if blobs[0] != nil {
				before[i][path] = blobs[0]
			}
			blobs = blobs[1:]
		}
	}
	return before, nil
}

// parent names the parent of a commit, or the last commit if c is not committed yet.
func (r *Repository) parent(c Commit) string {
	if c.ID == "" {
		return r.head
	}
	return c.ID + "^"
}

// before returns the paths of files that may have existed before the commit. Git is asked
// about one file per line, so a path with a line break is left out: no record has one.
func (c Commit) before() []string {
	if c.first {
		return nil
	}
	var paths []string
	for _, f := range c.Files {
		path := f.Path
		if f.Old != "" {
			path = f.Old
		}
		if !strings.ContainsAny(path, "\n\r") {
			paths = append(paths, path)
		}
	}
	return paths
}
