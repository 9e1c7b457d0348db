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
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// How far back a Past goes: somewhat over a year, since G!DS asks for a check each
// year; and not past so many changed files, so that a build never waits long.
const (
	maxDays  = 400
	maxFiles = 20_000
)

// First is the day since when a Past knows all.
func First(today schedule.Date) schedule.Date { return today.Add(-maxDays) }

// A Teller makes the entries of some content as it was at a moment: of its site.toml, and
// of the pleinen and spreekuren in the files that are asked about. The other records are
// there because those refer to them.
type Teller func(c *content.Content, at time.Time, asked func(file string) bool) Version

// Version is some entries as they were.
type Version struct {
	entries []Entry
	broken  map[uuid.UUID]bool // those that had mistakes in them
}

// Add adds an entry, unless there were mistakes in it: then it is left out of the
// comparison with the version before and after.
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

// without leaves entries out.
func (v Version) without(ids map[uuid.UUID]bool) []Entry {
	return slices.DeleteFunc(v.entries, func(e Entry) bool { return ids[e.ID] })
}

// Here is the content as it is now, and at what moment that is.
type Here struct {
	Folder  fs.FS
	Records *content.Content
	Now     time.Time
}

// Find finds out when each value of each entry became what it is. It goes back
// from the folder as it is, one commit at a time, and each time reads only the
// files that the commit touched and those that belong with them: what it costs
// follows the number of edits, not the size of the site. The commits are all of
// those of the repository, the newest first; without any the past is nil.
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
			since = c.Time // the site began here
			break
		}
		changes = append(changes, found...)
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return b.Time.Compare(a.Time) })
	return NewPast(since, changes), nil
}

// recent are the commits that the past goes back to, and since when that is all
// there was.
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

// walk is the content as it was at the moment that it has come to. A record is
// known by its key (see keyOf), since its file may move.
type walk struct {
	folder fs.FS // as it is now
	tell   Teller
	was    map[string][]byte   // what has been different since, by path; nil for what was not there
	base   *content.Content    // site.toml and onderwerpen.toml
	files  map[string]string   // the path of each record, by key
	refers map[string][]string // the keys of records and topics that each file refers to
}

func newWalk(here Here, tell Teller) *walk {
	w := &walk{folder: here.Folder, tell: tell, was: map[string][]byte{}, files: map[string]string{}, refers: map[string][]string{}}
	w.learn(here.Records)
	w.base = w.read(baseFiles)
	return w
}

// learn remembers where records are, and what they refer to.
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

// baseFiles are those that each entry depends on.
var baseFiles = map[string]bool{"site.toml": true, "onderwerpen.toml": true}

// back goes back over a commit and says what it changed. It is false where there
// was no site before the commit, or one with other ids.
func (w *walk) back(c history.Commit, files map[string][]byte) ([]Change, bool) {
	touched, shared := map[string]bool{}, false // touched has paths and the keys of topics
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

// The folders of the records that entries are made of, and a name for topics,
// which have a file together.
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

// keyOf names a record by its folder and slug.
func keyOf(file string) string {
	return folderOf(file) + "/" + strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// touch adds what changes with site.toml and onderwerpen.toml: topics that are
// different, or all pleinen, where times are written differently.
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

// undo takes the files of a commit back to what they were before it.
func (w *walk) undo(c history.Commit, files map[string][]byte) {
	for _, f := range c.Files {
		for _, name := range []string{f.Path, f.Old} {
			if name != "" {
				w.was[name] = files[name]
				delete(w.refers, name) // version learns it
			}
		}
	}
}

// read reads some files as they were. What is wrong with them was said long ago.
func (w *walk) read(names map[string]bool) *content.Content {
	files := make(map[string][]byte, len(names))
	for name := range names {
		data, changed := w.was[name]
		if !changed {
			data, _ = fs.ReadFile(w.folder, name) // what is gone was not there
		}
		if data != nil {
			files[name] = data
		}
	}
	c, _ := content.ReadFiles(files)
	return c
}

// version makes the entries that a commit may have changed, as they were on a day:
// those of which the file was touched, or one that it refers to.
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

// affected are the touched files, and those that refer to what was touched.
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
		return affected // as after most commits
	}
	for file, keys := range w.refers {
		if slices.ContainsFunc(keys, func(key string) bool { return others[key] }) {
			affected[file] = true
		}
	}
	return affected
}
