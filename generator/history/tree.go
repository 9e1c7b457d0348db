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

// At gives the folder as it was committed at a moment. Before the first commit,
// and without history, it is nil.
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

// Tree gives the folder as a commit holds it: its files, and nothing else that can
// stand in a tree. Where the commit has no such folder it is empty. It is read from the
// tree, since `git archive` leaves out what an attribute tells it to.
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

// entry is a file in a tree, by its path below the folder.
type entry struct{ path, id string }

// list gives the files of the folder in a commit.
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
			continue // a link, or a repository within this one
		}
		if path, inside := strings.CutPrefix(path, r.prefix); inside && fs.ValidPath(path) {
			entries = append(entries, entry{path, fields[2]})
		}
	}
	return entries, nil
}

// pathspec names the folder to git, for a command that stands at the top.
func (r *Repository) pathspec() string {
	if r.prefix == "" {
		return "."
	}
	return r.prefix
}

// blobs gives what has these names, which git knows in its objects: nil for what is
// missing, and for what is no file.
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

// nextBlob reads one answer: "<id> blob <size>", the bytes and a newline, or a
// line that ends with "missing". It is nil for what is missing or no file.
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
