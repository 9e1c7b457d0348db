package history

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Uncommitted is what the folder on disk has different from the last commit, as a
// commit made at a moment. It is nil where there is nothing.
func (r *Repository) Uncommitted(ctx context.Context, at time.Time) (*Commit, error) {
	if r == nil {
		return nil, nil
	}
	answer, err := r.git(ctx, "diff", "-z", "--name-status", "--no-renames", "--relative", "HEAD", "--", ".")
	if err != nil {
		return nil, err
	}
	files, err := parseFiles(strings.Split(string(answer), "\x00"))
	if err != nil {
		return nil, fmt.Errorf("git diff: %w", err)
	}
	if answer, err = r.git(ctx, "ls-files", "-z", "--others", "--exclude-standard", "--", "."); err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(string(answer), "\x00") {
		if name != "" {
			files = append(files, File{Path: name})
		}
	}
	if len(files) == 0 {
		return nil, nil
	}
	return &Commit{Time: at, Files: files}, nil
}

// Before gives the files that each commit changed as they were before it, by
// path, in the order of the commits. A file that was not there is not among them.
func (r *Repository) Before(ctx context.Context, commits []Commit) ([]map[string][]byte, error) {
	if r == nil || len(commits) == 0 {
		return nil, nil
	}
	var ask bytes.Buffer
	for _, c := range commits {
		for _, path := range c.before() {
			fmt.Fprintf(&ask, "%s:./%s\n", c.parent(), path)
		}
	}
	command := exec.CommandContext(ctx, "git", "-C", r.dir, "cat-file", "--batch")
	command.Stdin = &ask
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	answers := bufio.NewReader(bytes.NewReader(out))
	before := make([]map[string][]byte, len(commits))
	for i, c := range commits {
		before[i] = map[string][]byte{}
		for _, path := range c.before() {
			data, err := nextBlob(answers)
			if err != nil {
				return nil, fmt.Errorf("git cat-file: %w", err)
			}
			if data != nil {
				before[i][path] = data
			}
		}
	}
	return before, nil
}

// parent names the commit before, or the last one for what is not committed yet.
func (c Commit) parent() string {
	if c.ID == "" {
		return "HEAD"
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
		return nil, errLog
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
