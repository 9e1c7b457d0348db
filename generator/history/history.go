// Package history reads what version control knows about a content folder: when each file
// changed, and what the folder contained on an earlier day. It runs the git program,
// since that is what the editors' own tools use, in such a way that nothing in the folder
// can make git run another program.
//
// A folder without history is not an error: git may not be installed, the folder may be
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

// Commit is a commit that changed the folder.
type Commit struct {
	ID    string
	Time  time.Time
	Files []File

	first bool // it has no parent
}

// File is what a commit did to one file. Paths are relative to the folder.
type File struct {
	Path string
	Old  string // its previous path, if it was renamed; else ""
	Gone bool   // it was removed
}

// Commits returns the commits that changed the folder, newest first. In a shallow clone
// the oldest commit seems to have added every file, so it is left out.
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

// parseFiles parses the output of --name-status -z: alternately a status and a path, or
// two paths if the file was renamed or copied.
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

// Version says how often and when a file has changed.
type Version struct {
	Changed time.Time // when it last changed
	Added   time.Time // when it came
	Number  int       // how often it has changed since it was added: 0 for a new file
}

// Versions returns the version of every file at a moment, by path. A renamed file keeps
// its past; one that was removed and added again does not.
func Versions(commits []Commit, at time.Time) map[string]Version {
	versions := map[string]Version{}
	now := map[string]string{} // maps a path of that time to its present one; "" for a removed file
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
			v.Added = c.Time
			versions[name] = v
		}
	}
	return versions
}
