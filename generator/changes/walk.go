package changes

import (
	"context"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// Limits on how far back a Past goes: a little over a year, since G!DS asks for a check
// every year, and a number of changed files, so that a build never takes long.
const (
	maxDays  = 400
	maxFiles = 20_000
)

// First returns the first day that a Past covers.
func First(today schedule.Date) schedule.Date { return today.Add(-maxDays) }

// A Teller returns the entries of some content as it was at a moment: of its site.toml,
// and of those pleinen and spreekuren for whose files asked is true. Other records are in
// the content only because these refer to them.
type Teller func(c *content.Content, at time.Time, asked func(file string) bool) Version

// Version is a set of entries as they were at one time.
type Version struct {
	entries []Entry
	broken  map[uuid.UUID]bool // the ids of entries with errors
}

// Add adds an entry. One with errors is left out when its version is compared with the
// one before or after it.
func (v *Version) Add(e Entry, broken bool) {
	if !broken {
		v.entries = append(v.entries, e)
		return
	}
	if v.broken == nil {
		v.broken = map[uuid.UUID]bool{}
	}
	v.broken[e.ID] = true
}

// without returns the entries except those with the given ids.
func (v Version) without(ids map[uuid.UUID]bool) []Entry {
	return slices.DeleteFunc(v.entries, func(e Entry) bool { return ids[e.ID] })
}

// Here is the current content, and the current time.
type Here struct {
	Folder  fs.FS
	Records *content.Content
	Now     time.Time
}

// Find finds out when each value of each entry became what it is. It goes back from the
// folder as it is now, one commit at a time, and each time reads only the files that the
// commit touched and those they belong with, so the cost depends on the number of edits
// and not on the size of the site. The commits must be all those of the repository,
// newest first; without any the result is nil.
func Find(ctx context.Context, r *history.Repository, commits []history.Commit, here Here, tell Teller) (*Past, error) {
	if len(commits) == 0 {
		return nil, nil
	}
	commits, since := recent(commits, here.Now)
	edits, err := r.Uncommitted(ctx, here.Folder, here.Now)
	if err != nil {
		return nil, err
	}
	if edits != nil {
		commits = slices.Insert(commits, 0, *edits)
	}
	files, err := r.Before(ctx, commits)
	if err != nil {
		return nil, err
	}
	w := newWalk(here, tell)
	var changes []Change
	for i, c := range commits {
		found, ok := w.back(c, files[i])
		if !ok {
			since = c.Time // the site was started with this commit
			break
		}
		changes = append(changes, found...)
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return b.Time.Compare(a.Time) })
	return NewPast(since, changes), nil
}

// recent returns the commits that are within the limits, and the time from which they are
// complete.
func recent(commits []history.Commit, now time.Time) ([]history.Commit, time.Time) {
	first, files := First(schedule.DateOf(now)).At(0), 0
	for i, c := range commits {
		files += len(c.Files)
		switch {
		case c.Time.Before(first):
			return commits[:i:i], first
		case files > maxFiles && i > 0:
			return commits[:i:i], commits[i-1].Time
		}
	}
	return slices.Clip(commits), commits[len(commits)-1].Time
}

// walk is the content as it was at the point that Find has gone back to. A record is
// identified by its key (see keyOf), since its file may be moved.
type walk struct {
	folder fs.FS // the content as it is now
	tell   Teller
	was    map[string][]byte   // the old content of files that have changed since, by path; nil for a file that did not exist
	base   *content.Content    // site.toml and onderwerpen.toml
	files  map[string]string   // the path of each record, by its key
	refers map[string][]string // the keys of the records and topics that each file refers to
}

func newWalk(here Here, tell Teller) *walk {
	w := &walk{folder: here.Folder, tell: tell, was: map[string][]byte{}, files: map[string]string{}, refers: map[string][]string{}}
	w.learn(here.Records)
	w.base = w.read(baseFiles)
	return w
}

// learn records where records are, and what they refer to.
func (w *walk) learn(c *content.Content) {
	for _, s := range c.Spreekuren {
		keys := []string{pleinen + "/" + string(s.Plein)}
		for _, slug := range s.Partner {
			keys = append(keys, partners+"/"+string(slug))
		}
		for _, slug := range s.Onderwerpen {
			keys = append(keys, topics+"/"+string(slug))
		}
		w.refers[s.Doc.File] = keys
	}
	for _, p := range c.Pleinen {
		w.files[keyOf(p.Doc.File)] = p.Doc.File
		w.refers[p.Doc.File] = []string{partners + "/" + string(p.Kartrekker)}
	}
	for _, p := range c.Partners {
		w.files[keyOf(p.Doc.File)] = p.Doc.File
	}
}

// baseFiles are the files that every entry depends on.
var baseFiles = map[string]bool{"site.toml": true, "onderwerpen.toml": true}

// back goes back one commit and returns what that commit changed. It returns false if
// before the commit there was no site, or one whose records had other ids.
func (w *walk) back(c history.Commit, files map[string][]byte) ([]Change, bool) {
	touched, shared := map[string]bool{}, false // touched has paths, and keys of topics
	for _, f := range c.Files {
		for _, name := range []string{f.Path, f.Old} {
			shared = shared || baseFiles[name]
			switch folderOf(name) {
			case pleinen, partners, spreekuren:
				touched[name] = true
			}
		}
	}
	base := w.base
	if shared {
		before := walk{folder: w.folder, was: maps.Clone(w.was)}
		before.undo(c, files)
		if base = before.read(baseFiles); base.Site == nil || base.Site.Naamruimte != w.base.Site.Naamruimte {
			return nil, false
		}
		w.touch(touched, base)
	}
	after := w.version(touched, c.Time)
	w.undo(c, files)
	w.base = base
	before := w.version(touched, c.Time)
	return Compare(before.without(after.broken), after.without(before.broken), c.Time), true
}

// Names of the folders of the records that entries are made of. Topics are not in a
// folder but all in one file; the name serves for their keys.
const (
	pleinen    = "pleinen"
	partners   = "partners"
	spreekuren = "spreekuren"
	topics     = "onderwerpen"
)

func folderOf(name string) string {
	folder, _, _ := strings.Cut(name, "/")
	return folder
}

// keyOf returns the key of a record: its folder and slug.
func keyOf(file string) string {
	return folderOf(file) + "/" + strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// touch adds what a change to site.toml or onderwerpen.toml affects: the topics that
// differ, or all pleinen if times are written differently.
func (w *walk) touch(touched map[string]bool, base *content.Content) {
	if base.Site.Tijdnotatie != w.base.Site.Tijdnotatie {
		for _, file := range w.files {
			touched[file] = true
		}
	}
	type topic struct{ naam, soort string }
	was := map[string]topic{}
	for _, o := range base.Onderwerpen {
		was[o.Slug] = topic{o.Naam, o.GidsAanbodsoort}
	}
	for _, o := range w.base.Onderwerpen {
		if was[o.Slug] != (topic{o.Naam, o.GidsAanbodsoort}) {
			touched[topics+"/"+o.Slug] = true
		}
	}
}

// undo restores the files of a commit to what they were before it.
func (w *walk) undo(c history.Commit, files map[string][]byte) {
	for _, f := range c.Files {
		for _, name := range []string{f.Path, f.Old} {
			if name != "" {
				w.was[name] = files[name]
				delete(w.refers, name) // version will learn them again
			}
		}
	}
}

// read reads files as they were. Errors in them are ignored: they were reported at the
// time.
func (w *walk) read(names map[string]bool) *content.Content {
	files := make(map[string][]byte, len(names))
	for name := range names {
		data, changed := w.was[name]
		if !changed {
			data, _ = fs.ReadFile(w.folder, name) // a file that is gone now did not exist then either
		}
		if data != nil {
			files[name] = data
		}
	}
	c, _ := contentfs.ReadFiles(files)
	return c
}

// version returns the entries that a commit may have changed, as they were at a moment:
// those whose file was touched, or that refer to something that was.
func (w *walk) version(touched map[string]bool, on time.Time) Version {
	own := w.read(touched)
	w.learn(own)
	affected := w.affected(touched)
	needed := map[string]bool{}
	for file := range affected {
		needed[file] = true
		for _, key := range w.refers[file] {
			needed[w.files[key]] = true
		}
	}
	maps.DeleteFunc(needed, func(file string, _ bool) bool { return touched[file] || folderOf(file) == file })
	all := w.read(needed).With(own)
	all.Site, all.Onderwerpen = w.base.Site, w.base.Onderwerpen
	return w.tell(all, on, func(file string) bool { return affected[file] })
}

// affected returns the touched files, and the files that refer to what was touched.
func (w *walk) affected(touched map[string]bool) map[string]bool {
	affected, others := map[string]bool{}, map[string]bool{}
	for name := range touched {
		if folderOf(name) != topics {
			affected[name] = true
		}
		switch folderOf(name) {
		case pleinen, partners:
			others[keyOf(name)] = true
		case topics:
			others[name] = true
		}
	}
	if len(others) == 0 {
		return affected // the case for most commits
	}
	for file, keys := range w.refers {
		if slices.ContainsFunc(keys, func(key string) bool { return others[key] }) {
			affected[file] = true
		}
	}
	return affected
}
