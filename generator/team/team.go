// Package team has the pages for the people who work at a plein: the kartrekker, the host
// at the door and the helper at the table. They are in Dutch alone, as the agreement
// between the partners is, and each can be printed.
package team

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
)

// front leads to all that there is for the people of one plein.
type front struct {
	Name   string
	Plein  layout.Link
	Groups []group
}

// group is a list of links below a heading of its own.
type group struct {
	ID, Title string
	Links     []layout.Link
}

// Pages are those of each plein that lead to the others.
func Pages(s *layout.Site) []layout.Page {
	all := make([]layout.Page, 0, len(s.Catalog.Pleinen))
	for _, p := range s.Catalog.Pleinen {
		all = append(all, layout.Page{
			Path: p.Page() + layout.TeamPath, Layout: "team", Title: "Voor het team van " + p.Naam, Section: "/pleinen/",
			About: p, Reach: layout.Hidden, Once: true,
			View: layout.Shows(func() any { return frontOf(s, p) }),
		})
	}
	return all
}

func frontOf(s *layout.Site, p *catalog.Plein) front {
	below := func(path, title, text string) layout.Link {
		return layout.Link{Title: title, URL: s.URL(p.Page() + path), Text: text}
	}
	return front{Name: p.Naam, Plein: piece.PleinLink(s, p), Groups: []group{
		{"delen", "Om op te hangen en te delen", []layout.Link{
			below(layout.PosterPath, "Poster", "De week van het plein, om te printen en op te hangen."),
			below(layout.NewsletterPath, "Tekst voor uw nieuwsbrief", "Om te kopiëren in een nieuwsbrief of een mail."),
			{Title: "Voor een website", URL: s.URL(layout.EmbedPage) + "?plein=" + p.Slug, Text: "Zet de tijden van dit plein op een andere website."},
		}},
	}}
}
