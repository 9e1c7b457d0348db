package history

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"strings"
	"time"
)

// Uncommitted is what the folder on disk has different from the last commit, as a
// commit made at a moment. It is nil where there is nothing. What begins with a dot is
// not looked at: it is no content.
//
// The files themselves are compared, and not by git, which passes them through the
// filters of the repository first. Of line ends either kind is the same.
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

// hidden reports whether a path, or a folder that it is in, begins with a dot.
func hidden(path string) bool {
	return path != "." && (strings.HasPrefix(path, ".") || strings.Contains(path, "/."))
}

// is reports whether data has that name as a blob, also with line ends of the other
// kind.
func (r *Repository) is(id string, data []byte) bool {
	if r.nameOf(data) == id {
		return true
	}
	unix := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return r.nameOf(unix) == id || r.nameOf(bytes.ReplaceAll(unix, []byte("\n"), []byte("\r\n"))) == id
}

// nameOf is the name that git gives to a file with this in it.
func (r *Repository) nameOf(data []byte) string {
	var sum hash.Hash = sha1.New()
	if r.format == "sha256" {
		sum = sha256.New()
	}
	fmt.Fprintf(sum, "blob %d\x00", len(data))
	sum.Write(data)
	return hex.EncodeToString(sum.Sum(nil))
}

// Before gives the files that each commit changed as they were before it, by
// path, in the order of the commits. A file that was not there is not among them.
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

// parent names the commit before, or the last one for what is not committed yet.
func (r *Repository) parent(c Commit) string {
	if c.ID == "" {
		return r.head
	}
	return c.ID + "^"
}

// before names the files that may have been there before the commit. Git is asked
// for one to a line, so a name with a line break is left out: it is no record.
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
