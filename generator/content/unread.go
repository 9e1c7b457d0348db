package content

import "strings"

// Unread has, by the name of a kind or "onderwerp", the slugs of records that exist but
// could not be read as such, for example because the file has a wrong name. The slug ""
// stands for all records of a kind: then its folder was not read, or not completely.
type Unread map[string]map[string]bool

// Add notes a slug of a kind.
func (u Unread) Add(kind, slug string) {
	if u[kind] == nil {
		u[kind] = map[string]bool{}
	}
	u[kind][slug] = true
}

// MayHave reports whether a record with that slug may be among what was not read. That
// problem is reported where it is, so references to the record are not reported as
// well.
func (c *Content) MayHave(kind, slug string) bool {
	return c.Unread[kind][""] || c.Unread[kind][slug] || c.Unread[OfSources][""] && strings.Contains(slug, "/")
}

// Without returns the content as it is while the records of sources cannot be read.
func (c *Content) Without() *Content {
	all := *c
	all.Unread = Unread{OfSources: {"": true}}
	for kind, slugs := range c.Unread {
		all.Unread[kind] = slugs
	}
	return &all
}

// OfSources stands for the records of all sources, of every kind.
const OfSources = "bron"
