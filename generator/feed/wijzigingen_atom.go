package feed

import (
	"io"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

// wijzigingenPath is where the feed is.
const wijzigingenPath = "feeds/wijzigingen.atom"

// wijzigingenAtom lists the feed of what is new, changed, moved, cancelled or stopped.
func wijzigingenAtom(c *catalog.Catalog) []publish.File {
	return []publish.File{{Path: wijzigingenPath, Timed: true, Render: func(w io.Writer) error {
		return writeWijzigingen(w, c, wijzigingen(c))
	}}}
}

func writeWijzigingen(w io.Writer, c *catalog.Catalog, list []wijziging) error {
	f := newAtom(c, "Wijzigingen: "+c.Site.Titel, "/", "/"+wijzigingenPath)
	f.Updated = timestamp(firstStamp.At(0))
	origins := map[uuid.UUID]*content.Origin{}
	for r := range c.Records() {
		origins[r.UUID()] = r.File().From
	}
	for i, item := range list {
		day, page := timestamp(item.updated), c.Site.Absolute(item.page)
		if i == 0 {
			f.Updated = day
		}
		e := atomEntry{
			ID: item.id.URN(), Title: item.kind + ": " + item.title, Updated: day, Published: day, Summary: item.text,
			Links:      []atomLink{{"alternate", htmlType, page}},
			Categories: []atomCategory{{Term: item.kind, Label: item.kind}},
		}
		e.from(origins[item.record])
		f.Entries = append(f.Entries, e)
	}
	return f.write(w)
}
