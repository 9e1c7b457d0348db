package content

import (
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// KindOf is the kind of that name.
func KindOf(name string) Kind {
	return Kinds[slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })]
}

// Field is the kind's field with that key.
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
	return f.Check(spelled, undatedReading.parsers)
}

// Parse reads one file of the kind by itself: the Content that it returns holds nothing
// else. The name is a path in the content folder.
func (k Kind) Parse(name string, data []byte) (*Content, diag.List) {
	index := slices.IndexFunc(Kinds, func(other Kind) bool { return other.Name == k.Name })
	out := undatedReading.record(strings.TrimPrefix(name, "/"), data, index)
	c := &Content{}
	k.keep(c, out.value.(Item))
	return c, out.problems
}
