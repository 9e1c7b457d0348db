package feed

import (
	"io"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/markdown"
)

// atomMax is how many entries a feed has: a reader keeps what it has seen.
const atomMax = 50

// berichtenAtom writes the updates of a page, the newest first.
func berichtenAtom(c *catalog.Catalog) writer {
	write := func(w io.Writer, of selection) error {
		page, path := of.page, of.page+"berichten.atom"
		if of.page == "/" {
			page, path = "/berichten/", "/feeds/berichten.atom"
		}
		f := newAtom(c, "Nieuws van "+of.title, page, path)
		f.Updated = timestamp(firstStamp.At(0))
		berichten := of.berichten()
		for _, b := range berichten[:min(len(berichten), atomMax)] {
			f.Entries = append(f.Entries, berichtEntry(c, b))
		}
		if len(f.Entries) > 0 {
			f.Updated = f.Entries[0].Updated
		}
		return f.write(w)
	}
	return writer{write: write}
}

// berichtEntry is an update. Only its day is known, so its time is the start of that day
// in Amsterdam.
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
	e.from(b.From)
	return e
}
