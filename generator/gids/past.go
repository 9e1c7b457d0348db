package gids

import (
	"context"
	"io/fs"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/history"
)

// Past finds out when each value of each entry became what it is. See [changes.Find].
func Past(ctx context.Context, r *history.Repository, commits []history.Commit, folder fs.FS, now *catalog.Catalog) (*changes.Past, error) {
	return changes.Find(ctx, r, commits, changes.Here{Folder: folder, Records: now.Content(), Now: now.Moment.Now()}, version)
}

// version returns the entries of one version of the content.
func version(records *content.Content, at time.Time, asked func(file string) bool) changes.Version {
	c, _ := catalog.Resolve(records, catalog.Options{Now: at})
	var v changes.Version
	v.Add(changes.Closings(c.Site.ID, c.Site.Site), false)
	for _, p := range c.Pleinen {
		if asked(p.Doc.File) {
			v.Add(pleinEntry(c, p), p.Bad)
		}
	}
	for _, s := range c.Spreekuren {
		v.Add(spreekuurEntry(c, s), s.Bad || s.Plein.Bad)
	}
	return v
}
