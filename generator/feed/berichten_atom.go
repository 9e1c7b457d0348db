package feed

import (
	"io"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/publish"
)

// atomMax is how many entries a feed has: a reader keeps what it has seen.
const atomMax = 50

// berichtenAtom lists the feed of all updates, and that of each plein and partner
// that ever had one.
func berichtenAtom(c *catalog.Catalog) []publish.File {
	files := []publish.File{berichtenFile(c, c.Site.Titel, "/berichten/", "feeds/berichten.atom", c.Berichten)}
	for _, p := range c.Pleinen {
		if len(p.Berichten) > 0 {
			files = append(files, berichtenFile(c, p.Naam, p.Page(), p.Page()[1:]+"berichten.atom", p.Berichten))
		}
	}
	for _, p := range c.Partners {
		if len(p.Berichten) > 0 {
			files = append(files, berichtenFile(c, p.NaamInUitingen, p.Page(), p.Page()[1:]+"berichten.atom", p.Berichten))
		}
	}
	return files
}

// berichtenFile is a feed of these updates, which come the newest first.
func berichtenFile(c *catalog.Catalog, of, page, path string, berichten []*catalog.Bericht) publish.File {
	return publish.File{Path: path, Render: func(w io.Writer) error {
		f := newAtom(c, "Nieuws van "+of, page, path)
		f.Updated = timestamp(firstStamp.At(0))
		for _, b := range berichten[:min(len(berichten), atomMax)] {
			f.Entries = append(f.Entries, berichtEntry(c, b))
		}
		if len(f.Entries) > 0 {
			f.Updated = f.Entries[0].Updated
		}
		return f.write(w)
	}}
}

// berichtEntry is an update. Of the day of an update no hour is known, so it is
// the first, in Amsterdam.
func berichtEntry(c *catalog.Catalog, b *catalog.Bericht) atomEntry {
	day, page := timestamp(b.Datum.At(0)), c.Site.Absolute(b.Page())
	e := atomEntry{
		ID: b.ID.URN(), Title: b.Titel, Updated: day, Published: day, Summary: b.InEenZin,
		Links: []atomLink{{"alternate", htmlType, page}},
	}
	if html := markdown.HTML(b.Body(), markdown.Options{Path: c.Site.Base}); html != "" {
		e.Content = &atomContent{"html", page, string(html)}
	}
	about := func(folder, slug, name string) {
		e.Categories = append(e.Categories, atomCategory{slug, c.Site.Absolute(folder), name})
	}
	for _, p := range b.Pleinen {
		about("/pleinen/", p.Slug, p.Naam)
	}
	for _, p := range b.Partners {
		about("/partners/", p.Slug, p.NaamInUitingen)
	}
	for _, s := range b.Spreekuren {
		about("/spreekuren/", s.Slug, s.Titel)
	}
	return e
}
