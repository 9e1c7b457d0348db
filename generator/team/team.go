// Package team has the pages for the people who work at a plein: the kartrekker, the host
// at the door and the helper at the table. They are in Dutch alone, as the agreement
// between the partners is, and each can be printed.
package team

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"regexp"
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
			Path: p.Page() + screenPath, Layout: "scherm", Title: screenTitle(p), About: p, Reach: layout.Hidden,
			Once: true, Whole: true, Timed: true, View: layout.Shows(func() any { return screenOf(s, p) }),
		}, layout.Page{
			Path: p.Page() + tallyPath, Layout: "turflijst", Title: tallyTitle(p), Section: "/pleinen/",
			About: p, Reach: layout.Hidden, Once: true, View: layout.Shows(func() any { return tallyOf(s, p) }),
		}, layout.Page{
			Path: p.Page() + layout.TeamPath, Layout: "team", Title: teamTitle(p), Section: "/pleinen/",
			About: p, Reach: layout.Hidden, Once: true,
			View: layout.Shows(func() any { return frontOf(s, p) }),
		})
	}
	return append(all, agreementPages(s)...)
}

func teamTitle(p *catalog.Plein) string { return "Voor het team van " + p.Naam }

// breakable finds the parts of an address between which a line may break.
var breakable = regexp.MustCompile(`[^./?=-]+[./?=-]*`)

// typedOf is a full address of ours as people type it, in those parts.
func typedOf(full string) []string { return breakable.FindAllString(piece.TypedAddress(full), -1) }

func frontOf(s *layout.Site, p *catalog.Plein) front {
	below := func(path, title, text string) layout.Link {
		return layout.Link{Title: title, URL: s.URL(p.Page() + path), Text: text}
	}
	agreements := []layout.Link{}
	for _, partner := range agreed(p) {
		agreements = append(agreements, below(layout.AgreementPath+partner.Slug+"/", partner.NaamInUitingen, ""))
	}
	empty := layout.Link{Title: "Een nieuwe partner", URL: s.URL(layout.EmptyAgreement), Text: "Hetzelfde blad, nog leeg."}
	return front{Name: piece.Softened(p.Naam), Plein: piece.PleinLink(s, p), Groups: []group{
		{"tafel", "Op het plein", []layout.Link{
			below(layout.ReferralPath, "Verwijswijzer", "Wie helpt waarbij, hier of dichtbij, en wanneer. Om te gebruiken aan tafel."),
			below(screenPath, "Scherm bij de ingang", "Voor een groot scherm: wat er nu is, en wat er vandaag nog komt. Staand of liggend."),
			below(tallyPath, "Turflijst", "Om te printen: tel de vragen per dag of per maand, zonder namen. Ook voor Excel."),
		}},
		{"delen", "Om op te hangen en te delen", []layout.Link{
			below(layout.PosterPath, "Poster", "De week van het plein, om te printen en op te hangen."),
			below(layout.NewsletterPath, "Tekst voor uw nieuwsbrief", "Om te kopiëren in een nieuwsbrief of een mail."),
			{Title: "Voor een website", URL: s.URL(layout.EmbedPage) + "?plein=" + p.Slug, Text: "Zet de tijden van dit plein op een andere website."},
		}},
		{"afspraken", "Afspraken met partners", append(agreements, empty)},
	}}
}
