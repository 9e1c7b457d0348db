package content

import (
	"slices"

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
