// Package due finds what the people of a plein have to do, from the content alone: facts
// that nobody has checked for half a year, what ends, moves or closes without anybody
// having announced it, drafts that were left behind.
//
// A [Task] is a value: what has to be done, by whom, by which day, about which records,
// and the mail that can be sent about it. Each kind of task has a window: it appears some
// days before its day, and disappears when the content no longer gives cause for it.
// Nobody ticks a task off. To add a kind, write a file and add a line to kinds.
//
// Tasks contain what is on the site, with two exceptions. Of a draft only the name of its
// file is mentioned. And dates that are nobody's business come from a folder outside the
// repository ([Private]); those tasks are marked, and only whoever named that folder sees
// them.
package due

import (
	"cmp"
	"path"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A Task is something that someone has to do.
type Task struct {
	Kind  string        // the name of its kind
	For   Who           // who has to do it
	By    schedule.Date // the last day to do it, which may be in the past
	What  string        // in a few words: "Vraag of 3 spreekuren nog kloppen"
	About []About       // the records
	Then  string        // a sentence: what to change in the content when it is done; or ""
	Mail  *Mail         // or nil

	Private bool // it comes from a private folder

	key string // tells it apart from other tasks, and stays the same while the task exists
}

// About is one of the records of a task.
type About struct {
	Text string // what matters of it, in one line
	Page string // its path on the site, or ""
	File string // or ""
}

// A Mail can be sent as it is.
type Mail struct {
	To            typed.Email // a public address, or "" if there is none
	Phone         typed.Phone // for whoever has no address, or ""
	Subject, Body string
}

// Who has to do something: a partner, the people of a plein, or those who keep the site.
// The zero value is the site.
type Who struct {
	Partner *catalog.Partner
	Plein   *catalog.Plein
}

// Name is the heading above someone's tasks.
func (w Who) Name() string {
	switch {
	case w.Partner != nil:
		return w.Partner.NaamInUitingen
	case w.Plein != nil:
		return w.Plein.Naam
	}
	return "De hele site"
}

func (w Who) slug() string {
	switch {
	case w.Partner != nil:
		return w.Partner.Slug
	case w.Plein != nil:
		return w.Plein.Slug
	}
	return siteName
}

// rank puts the site before the pleinen, and those before the partners.
func (w Who) rank() int {
	switch {
	case w.Partner != nil:
		return 2
	case w.Plein != nil:
		return 1
	}
	return 0
}

// Options say which tasks to find.
type Options struct {
	Folder  string           // the content folder, as people type it
	For     *Who             // only those of a partner, a plein or the site
	Since   schedule.Date    // the day after which Changes were made
	Changes []changes.Change // what has to be changed in G!DS
}

// A kind finds the tasks of one kind.
type kind struct {
	name string
	find func(*finder, string)
}

// kinds are all kinds of tasks, in the order in which they are listed for one person and
// day. To add one: a file with its function, and a line here.
var kinds = []kind{
	{"nakijken", (*finder).unchecked},
	{"spreekuur-eindigt", (*finder).ending},
	{"proef-eindigt", (*finder).pilots},
	{"verhuizing", (*finder).moves},
	{"sluiting", (*finder).closings},
	{"agenda", (*finder).agenda},
	{"concept", (*finder).drafts},
	{"schoolvakanties", (*finder).holidays},
	{"gids", (*finder).gids},
}

// Find returns the tasks of a catalog on its day, those that come first at the front. What
// is of another directory is for the people there.
func Find(c *catalog.Catalog, o Options) []Task {
	c = c.Own()
	voice := say.Dutch(c)
	f := &finder{Catalog: c, voice: voice, letters: letters{voice, c.Site}, options: o}
	for _, k := range kinds {
		k.find(f, k.name)
	}
	Sort(f.tasks)
	return f.tasks
}

// Sort orders tasks by day, then by who has to do them. It keeps the order of the rest.
func Sort(tasks []Task) {
	slices.SortStableFunc(tasks, func(a, b Task) int {
		return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.For.rank(), b.For.rank()), cmp.Compare(a.For.Name(), b.For.Name()))
	})
}

// A finder collects tasks.
type finder struct {
	*catalog.Catalog
	voice   *say.Voice
	letters letters
	options Options
	tasks   []Task
}

// add adds a task if it is for someone who was asked for.
func (f *finder) add(kind, key string, t Task) {
	if f.options.For.wants(t.For) {
		f.append(kind, key, t)
	}
}

// ask adds a task for a partner about some of its spreekuren. The people of the plein where
// these are also want to know of it.
func (f *finder) ask(kind string, t Task) {
	if asked := f.options.For; asked != nil && asked.Plein != nil || asked.wants(t.For) {
		f.append(kind, "", t)
	}
}

func (f *finder) append(kind, key string, t Task) {
	t.Kind, t.key = kind, kind+"/"+t.For.slug()+"/"+key
	f.tasks = append(f.tasks, t)
}

// wants reports whether whoever was asked for has to see a task of another. Whoever leads a
// plein also gets the tasks of that plein.
func (asked *Who) wants(w Who) bool {
	return asked == nil || *asked == w || asked.Partner != nil && w.Plein != nil && w.Plein.Kartrekker == asked.Partner
}

// spreekuren are those on the site. If the tasks of a plein were asked for, they are those
// of that plein.
func (f *finder) spreekuren() []*catalog.Spreekuur {
	return slices.DeleteFunc(slices.Clone(f.Spreekuren), func(s *catalog.Spreekuur) bool {
		return s.Concept || s.Plein.Concept || f.options.For != nil && f.options.For.Plein != nil && s.Plein != f.options.For.Plein
	})
}

// ignored reports whether an editor gave a reason to ignore a piece of advice, of which
// the task is the other half.
func ignored(r *content.Record, advice string) bool { return r.Negeer[advice] != "" }

// pleinen are those on the site.
func (f *finder) pleinen() []*catalog.Plein {
	return slices.DeleteFunc(slices.Clone(f.Pleinen), func(p *catalog.Plein) bool { return p.Concept })
}

// file returns where a file is, as people can open it.
func (f *finder) file(doc *frontmatter.Document) string { return path.Join(f.options.Folder, doc.File) }

// within reports whether a day is at most so many days ahead.
func (f *finder) within(d schedule.Date, days int) bool { return d <= f.Today.Add(days) }
