// Package share says which picture other sites and apps show beside a link to a page, and
// what is on it. Each record, topic, place and day has one of its own; all other pages
// have that of the site.
//
// The pictures are in Dutch, in every language of the site: the letters that can be drawn
// are Latin.
package share

import (
	"image/color"
	"strconv"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/palette"
	"pleinwijzer/generator/picture"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/typed"
)

// Folder is where the pictures are.
const Folder = "/delen"

// Path is the path of the picture of a page that is about an entry, or about none.
func Path(c *catalog.Catalog, about catalog.Entry) string {
	card, known := cardOf(c, about)
	if !known {
		about = c.Site
	}
	return Folder + about.Page() + card.Name() + ".png"
}

// Files are those pictures.
func Files(c *catalog.Catalog) []publish.File {
	var files []publish.File
	for about := range c.Entries() {
		if card, known := cardOf(c, about); known {
			files = append(files, publish.File{Path: Folder[1:] + about.Page() + card.Name() + ".png", Named: true, Render: card.Draw})
		}
	}
	return files
}

// cardOf is what the picture says. What is not known has that of the site.
func cardOf(c *catalog.Catalog, about catalog.Entry) (card picture.Card, known bool) {
	card = picture.Card{Site: c.Site.Titel, Theme: coloursOf(c.Site.Thema)}
	switch x := about.(type) {
	case *catalog.Plein:
		fillPlein(&card, x, x.Adres(c.Today))
	case *catalog.Spreekuur:
		fillSpreekuur(&card, c, x)
	case *catalog.Partner:
		card.Title, card.Lines, card.Days = x.NaamInUitingen, lines(x.InEenZin), daysOf(x.Spreekuren...)
	case *catalog.Onderwerp:
		card.Title, card.Lines, card.Days = x.Naam, lines(x.Uitleg), daysOf(x.Spreekuren...)
	case *catalog.Plaats:
		card.Title, card.Days = "Hulp in "+x.Naam, daysOf(x.Spreekuren...)
		for _, p := range x.Pleinen {
			card.Lines = append(card.Lines, p.Naam)
		}
	case *catalog.Dag:
		card.Title = "Hulp op " + x.Naam
		card.Days[(x.Weekday+6)%7] = true
	case *catalog.Agendapunt:
		card.Title, card.Lines = x.Titel, lines(say.Dutch(c).Event(x), placeOf(x))
	case *catalog.Bericht:
		card.Title, card.Lines = x.Titel, lines(x.InEenZin)
	case *catalog.Pagina:
		card.Title = x.Titel
	default:
		card.Title, card.Lines = c.Site.Titel, lines(c.Site.InEenZin, c.Site.Organisatie)
		_, known = about.(*catalog.Site)
		return card, known
	}
	return card, true
}

// lines are those that say something.
func lines(all ...string) []string {
	var filled []string
	for _, line := range all {
		if line != "" {
			filled = append(filled, capital(line))
		}
	}
	return filled
}

func capital(s string) string { return dutch.Capital(s) }

var dutch = &i18n.Language{Code: "nl"}

func placeOf(a *catalog.Agendapunt) string {
	if a.Plein != nil {
		return say.Where(a.Plein, a.Plein.Adres(a.Datum))
	}
	return a.Locatie + ", " + a.Agendapunt.Plaats
}

func fillPlein(card *picture.Card, p *catalog.Plein, a content.Adres) {
	card.Title, card.Lines, card.Days = p.Naam, lines(a.Locatie, a.Straat+", "+a.Plaats), daysOf(p.Spreekuren...)
}

func fillSpreekuur(card *picture.Card, c *catalog.Catalog, x *catalog.Spreekuur) {
	card.Title = x.Titel
	if x.Active() {
		card.Lines, card.Days = lines(say.Dutch(c).When(x)), daysOf(x)
	}
	card.Lines = append(card.Lines, say.Where(x.Plein, x.Plein.Adres(c.Today)))
}

// daysOf are the weekdays on which something is held, from Monday.
func daysOf(list ...*catalog.Spreekuur) (days [7]bool) {
	for _, x := range list {
		for _, u := range x.Uren() {
			days[(u.Weekday+6)%7] = true
		}
	}
	return days
}

// coloursOf are those of the pages in light.
func coloursOf(t content.Thema) picture.Theme {
	p := palette.Of(t.Accent, t.Achtergrond, t.Tekst)
	return picture.Theme{Accent: rgb(p.Header), OnAccent: rgb(p.OnHeader), Page: rgb(p.Page), Text: rgb(p.Text)}
}

func rgb(c typed.Colour) color.RGBA {
	n, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		panic("share: a Colour that is none: " + string(c))
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}
