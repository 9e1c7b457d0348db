package reading

import (
	"path"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// Check reads one value of a field, spelled as in a file, and returns what is wrong with
// it. Problems between fields are for Parse.
func Check(f frontmatter.Field, spelled string) diag.List {
	return f.Check(spelled, undated.parsers)
}

// Parse reads one file of a kind by itself: the Content that it returns holds nothing
// else. The name is a path in the content folder.
func Parse(k content.Kind, name string, data []byte) (*content.Content, diag.List) {
	c, slug := &content.Content{}, strings.TrimSuffix(path.Base(name), path.Ext(name))
	doc, problem := frontmatter.Parse(strings.TrimPrefix(name, "/"), data)
	if problem != nil {
		k.Keep(c, k.Unreadable(name, slug))
		return c, diag.List{*problem}
	}
	item, problems := undated.Record(k, doc, slug)
	k.Keep(c, item)
	return c, problems
}
