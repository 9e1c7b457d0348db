// Package history reads what version control knows of a content folder: when each file
// changed, and what the folder held on an earlier day. It asks the git program, since
// that is what the editors' own tools use, in such a way that nothing in the folder can
// run a program.
//
// A folder without history is no error: git may not be installed, the folder may be
// outside a repository, or nothing may have been committed yet. Then whatever depends on
// history is left out.
package history

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Commit is one change to the folder.
type Commit struct {
	ID    string
	Time  time.Time
	Files []File

	first bool // there is no commit before it
}

// File is what a commit did to one file. Paths are below the folder.
type File struct {
	Path string
	Old  string // its path before, when it got another one; else ""
	Gone bool   // it was removed
}

// Commits lists the changes to the folder, the newest first. In a clone without
// the whole history, the oldest commit there is seems to have made every file; it
// is left out.
func (r *Repository) Commits(ctx context.Context) ([]Commit, error) {
	if r == nil {
		return nil, nil
	}
	log, err := r.git(ctx, nil, "log", "-z", "--format=tformat:%x01%H%x00%P%x00%ct%x00", "--name-status", "--find-renames",
		"--no-ext-diff", "--no-textconv", "--no-show-signature", "--relative="+r.prefix, r.head, "--", r.pathspec())
	if err != nil {
		return nil, err
	}
	commits, err := r.parse(string(log))
	if err != nil {
		return nil, &Error{fmt.Errorf("git log: %w", err)}
	}
	return commits, nil
}

func (r *Repository) parse(log string) ([]Commit, error) {
	var commits []Commit
	for _, entry := range strings.Split(log, "\x01")[1:] {
		fields := strings.Split(entry, "\x00")
		if len(fields) < 4 {
			return nil, errAnswer
		}
		seconds, err := strconv.ParseInt(fields[2], 10, 64)
		if err != nil {
			return nil, errAnswer
		}
		if r.shallow != nil && fields[1] == "" {
			continue
		}
		c := Commit{ID: fields[0], Time: time.Unix(seconds, 0).UTC(), first: fields[1] == ""}
		if c.Files, err = parseFiles(fields[3:]); err != nil {
			return nil, err
		}
		commits = append(commits, c)
	}
	return commits, nil
}

// parseFiles reads what --name-status -z says: a letter and a path in turn, and
// two paths after the letter of a file that got another name.
func parseFiles(fields []string) ([]File, error) {
	var files []File
	for i := 0; i < len(fields); {
		status := strings.TrimPrefix(fields[i], "\n")
		i++
		if status == "" {
			continue
		}
		paths := 1
		if status[0] == 'R' || status[0] == 'C' {
			paths = 2
		}
		if i+paths > len(fields) {
			return nil, errAnswer
		}
		f := File{Path: fields[i+paths-1], Gone: status[0] == 'D'}
		if status[0] == 'R' {
			f.Old = fields[i]
		}
		files = append(files, f)
		i += paths
	}
	return files, nil
}

// Version is how far a file has come.
type Version struct {
	Changed time.Time // when it changed last
	Number  int       // how many times it changed since it came: 0 for a new file
}

// Versions gives the version of every file as of a moment, by path. A file that
// got another name keeps its past; one that was removed and came back does not.
func Versions(commits []Commit, at time.Time) map[string]Version {
	versions := map[string]Version{}
	now := map[string]string{} // what a path of that time is called now; "" for what was removed
	for _, c := range commits {
		for _, f := range c.Files {
			name, known := now[f.Path]
			if !known {
				name = f.Path
			}
			switch {
			case f.Gone:
				name, now[f.Path] = "", ""
			case f.Old != "":
				now[f.Old] = name
				now[f.Path] = ""
			}
			if name == "" || c.Time.After(at) {
				continue
			}
			v, seen := versions[name]
			if seen {
				v.Number++
			} else {
				v.Changed = c.Time
			}
			versions[name] = v
		}
	}
	return versions
}
