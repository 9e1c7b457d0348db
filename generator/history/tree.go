package history

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"
)

// At returns the folder as it was committed at a moment. It is nil before the first
// commit, or if there is no history.
func (r *Repository) At(ctx context.Context, t time.Time) (fs.FS, error) {
	if r == nil {
		return nil, nil
	}
	id, err := r.git(ctx, nil, "rev-list", "-1", "--before="+strconv.FormatInt(t.Unix(), 10), r.head)
	if err != nil || len(bytes.TrimSpace(id)) == 0 {
		return nil, err
	}
	return r.Tree(ctx, string(bytes.TrimSpace(id)))
}

// Tree returns the folder as it is in a commit: its regular files only, since a tree can
// contain other things. If the commit has no such folder the result is empty. It reads
// the tree, since `git archive` leaves out whatever an attribute tells it to.
func (r *Repository) Tree(ctx context.Context, commit string) (fs.FS, error) {
	entries, err := r.list(ctx, commit)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = e.id
	}
	blobs, err := r.blobs(ctx, ids)
	if err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for i, e := range entries {
		file, err := w.CreateHeader(&zip.FileHeader{Name: e.path, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(blobs[i]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}

// entry is a file in a tree. Its path is relative to the folder.
type entry struct{ path, id string }

// list returns the files of the folder in a commit.
func (r *Repository) list(ctx context.Context, commit string) ([]entry, error) {
	answer, err := r.git(ctx, nil, "ls-tree", "-r", "-z", "--full-tree", commit, "--", r.pathspec())
	if err != nil {
		return nil, err
	}
	var entries []entry
	for line := range strings.SplitSeq(string(answer), "\x00") {
		about, path, found := strings.Cut(line, "\t")
		fields := strings.Fields(about)
		if !found || len(fields) != 3 || fields[0] != "100644" && fields[0] != "100755" {
			continue // a link or a submodule
		}
		if path, inside := strings.CutPrefix(path, r.prefix); inside && fs.ValidPath(path) {
			entries = append(entries, entry{path, fields[2]})
		}
	}
	return entries, nil
}

// pathspec is how git refers to the folder, for a command at the top of the repository.
func (r *Repository) pathspec() string {
	if r.prefix == "" {
		return "."
	}
	return r.prefix
}

// blobs returns the contents of the objects with the given names: nil for what is
// missing, and for what is not a file.
func (r *Repository) blobs(ctx context.Context, names []string) ([][]byte, error) {
	if len(names) == 0 {
		return nil, nil
	}
	out, err := r.git(ctx, strings.NewReader(strings.Join(names, "\n")+"\n"), "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	answers := bufio.NewReader(bytes.NewReader(out))
	blobs := make([][]byte, len(names))
	for i := range names {
		if blobs[i], err = nextBlob(answers); err != nil {
			return nil, &Error{fmt.Errorf("git cat-file: %w", err)}
		}
	}
	return blobs, nil
}

// nextBlob reads one answer of git cat-file: "<id> blob <size>", the bytes and a newline,
// or a line that ends with "missing". It returns nil for what is missing or not a file.
func nextBlob(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadString('\n')
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(line)
	if len(fields) != 3 || fields[2] == "missing" {
		return nil, nil
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil {
		return nil, errAnswer
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, err
	}
	if fields[1] != "blob" {
		return nil, nil
	}
	return data[:size:size], nil
}
