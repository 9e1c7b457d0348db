package difference

import (
	"slices"
	"strings"

	"pleinwijzer/generator/frontmatter"
)

// block is a table of a list while it looks for its other version.
type block struct {
	table   map[string]any
	all     string // all that it says
	about   string // what tells it apart: its first field that is filled in
	other   int    // the index of its other version, or -1
	another bool   // that version says something else
}

func (c *comparison) blocksOf(f *frontmatter.Field, tables []map[string]any) []block {
	blocks := make([]block, len(tables))
	for i, table := range tables {
		blocks[i] = block{table: table, all: c.summary(f.Fields, table), about: c.about(f, table), other: -1}
	}
	return blocks
}

func (c *comparison) about(f *frontmatter.Field, table map[string]any) string {
	for i := range f.Fields {
		if text := c.words(&f.Fields[i], table[f.Fields[i].Key]); text != "" {
			return cut(text)
		}
	}
	return ""
}

// blocks compares two lists of blocks: what is in both, then what is gone.
func (c *comparison) blocks(f *frontmatter.Field, wasTables, nowTables []map[string]any, at place) {
	was, now := c.blocksOf(f, wasTables), c.blocksOf(f, nowTables)
	c.match(f, was, now)
	if moved(was, now) {
		c.add(at.in("volgorde"), abouts(was), abouts(now), false)
	}
	for i, b := range now {
		within := at.about(b.about)
		if b.about == "" {
			within = at.about(ordinal(i))
		}
		switch {
		case b.other < 0:
			c.add(at, "", b.all, false)
		case b.another:
			c.table(f.Fields, was[b.other].table, b.table, within)
		}
	}
	for _, b := range was {
		if b.other < 0 {
			c.add(at, b.all, "", false)
		}
	}
}

// match finds for each block its other version: first one that says the same, then one
// about the same, then one of which some field is the same.
func (c *comparison) match(f *frontmatter.Field, was, now []block) {
	for _, same := range []func(a, b *block) bool{
		func(a, b *block) bool { return a.all == b.all },
		func(a, b *block) bool { return a.about != "" && a.about == b.about },
		func(a, b *block) bool { return c.alike(f, a, b) },
	} {
		for i := range now {
			if now[i].other >= 0 {
				continue
			}
			at := slices.IndexFunc(was, func(b block) bool { return b.other < 0 && same(&b, &now[i]) })
			if at >= 0 {
				now[i].other, was[at].other = at, i
				now[i].another = now[i].all != was[at].all
			}
		}
	}
}

// alike reports whether two blocks have a field in common. Yes and no are said too often to
// tell blocks apart.
func (c *comparison) alike(f *frontmatter.Field, a, b *block) bool {
	return slices.ContainsFunc(f.Fields, func(f frontmatter.Field) bool {
		text := c.words(&f, a.table[f.Key])
		return text != "" && text != "ja" && text != "nee" && text == c.words(&f, b.table[f.Key])
	})
}

// moved reports whether the blocks that are in both lists are in another order.
func moved(was, now []block) bool {
	last := -1
	for _, b := range now {
		if b.other < 0 {
			continue
		}
		if b.other < last {
			return true
		}
		last = b.other
	}
	return false
}

func abouts(blocks []block) string {
	all := make([]string, len(blocks))
	for i, b := range blocks {
		all[i] = b.about
	}
	return strings.Join(all, "; ")
}
