package contentfs

import (
	"cmp"
	"maps"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/reading"
)

// inOrder returns the names of the files, sorted by slug and then by path. After an
// edit the files are mostly the same, and so is their order.
func (r *Reader) inOrder() []string {
	gone := func(name string) bool { _, ok := r.files[name]; return !ok }
	if len(r.order) == len(r.files) && !slices.ContainsFunc(r.order, gone) {
		return r.order
	}
	r.order = slices.SortedFunc(maps.Keys(r.files), func(a, b string) int {
		return cmp.Or(cmp.Compare(slugOf(a), slugOf(b)), cmp.Compare(a, b))
	})
	return r.order
}

// assemble combines the outcomes, in the order of slugs and then of files.
func (r *Reader) assemble() (*content.Content, diag.List) {
	c := &content.Content{Unread: content.Unread{}}
	var problems diag.List
	previous := "" // two files with the same kind and slug are next to each other
	names := r.names()
	for _, name := range r.inOrder() {
		out := r.files[name]
		if out.odd {
			if problem, ok := names.copied(name); ok {
				problems.Add(problem)
				continue
			}
		}
		out.problems = names.mended(name, out)
		problems.Add(out.problems...)
		if kind, slug, ok := out.hides(name); ok {
			c.Unread.Add(kind, slug)
		}
		switch value := out.value.(type) {
		case content.Item:
			if slugOf(name) == slugOf(previous) && r.files[previous].kind == out.kind {
				problems.Add(duplicate(name, previous))
			}
			previous = name
			content.Kinds[out.kind].Keep(c, value)
		case *content.Site:
			c.Site = value
		case *content.Afspraken:
			c.Afspraken = value
		case sources:
			c.Sources = value
		case topics:
			c.Onderwerpen = value.list
			if value.partial {
				c.Unread.Add(topicKind, "")
			}
		}
	}
	if c.Site == nil && !slices.ContainsFunc(problems,
		func(d diag.Diagnostic) bool { return d.Code == codeOfName && r.files[d.File].right == siteFile }) {
		problems.Add(noSite())
	}
	problems.Add(reading.OwnSite(c.Site, c.Sources)...)
	problems.Sort()
	return c, problems
}
