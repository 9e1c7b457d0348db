package content

import (
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// KindOf returns the kind with that name.
func KindOf(name string) Kind {
	return Kinds[slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })]
}

// Field returns the field of the kind with that key.
func (k Kind) Field(key string) (frontmatter.Field, bool) {
	i := slices.IndexFunc(k.Fields, func(f frontmatter.Field) bool { return f.Key == key })
	if i < 0 {
		return frontmatter.Field{}, false
	}
	return k.Fields[i], true
}

// Check reads one value of a field, spelled as in a file, and returns what is wrong with
// it. Problems between fields are for Parse.
func Check(f frontmatter.Field, spelled string) diag.List {
	return f.Check(spelled, undated.parsers)
}

// New returns an empty record of the kind.
func (k Kind) New(slug string) Item {
	item := k.create()
	item.File().Slug = slug
	return item
}

// Unreadable returns a placeholder for a record whose file cannot be read, so that
// references to it are not reported as well.
func (k Kind) Unreadable(file, slug string) Item {
	item := k.New(slug)
	item.File().Doc, item.File().Bad = frontmatter.Unreadable(file), true
	return item
}

// Parse reads one file of the kind by itself: the Content that it returns holds nothing
// else. The name is a path in the content folder.
func (k Kind) Parse(name string, data []byte) (*Content, diag.List) {
	c, slug := &Content{}, strings.TrimSuffix(path.Base(name), path.Ext(name))
	doc, problem := frontmatter.Parse(strings.TrimPrefix(name, "/"), data)
	if problem != nil {
		k.Keep(c, k.Unreadable(name, slug))
		return c, diag.List{*problem}
	}
	item, problems := undated.Record(k, doc, slug)
	k.Keep(c, item)
	return c, problems
}
