package site

import (
	"image/color"
	"strconv"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/picture"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/typed"
)

// PictureFiles are the picture of each plein and each spreekuur. They are in Dutch, in
// every language of the site: the letters that can be drawn are Latin.
func PictureFiles(c *catalog.Catalog, dutch *i18n.Language) []publish.File {
	s := &layout.Site{Catalog: c, Language: dutch}
	var files []publish.File
	for _, p := range c.Pleinen {
		files = append(files, pictureFile(p.Page(), pleinPicture(s, p)))
	}
	for _, x := range c.Spreekuren {
		files = append(files, pictureFile(x.Page(), spreekuurPicture(s, x)))
	}
	return files
}

func pictureFile(page string, c picture.Card) publish.File {
	return publish.File{Path: picturePath(page, c)[1:], Named: true, Render: c.Draw}
}

func picturePath(page string, c picture.Card) string {
	return layout.SharedFolder + page + c.Name() + ".png"
}

func pictureOf(s *layout.Site, page string, c picture.Card) string {
	return s.Catalog.Site.Absolute(picturePath(page, c))
}

func pleinPicture(s *layout.Site, p *catalog.Plein) picture.Card {
	a := p.Adres(s.Catalog.Today)
	c := picture.Card{Site: s.Catalog.Site.Titel, Title: p.Naam, Lines: []string{a.Straat + ", " + a.Plaats}, Theme: coloursOf(s)}
	if a.Locatie != "" {
		c.Lines = append([]string{a.Locatie}, c.Lines...)
	}
	c.Days = daysOf(p.Spreekuren...)
	return c
}

func spreekuurPicture(s *layout.Site, x *catalog.Spreekuur) picture.Card {
	c := picture.Card{Site: s.Catalog.Site.Titel, Title: x.Titel, Theme: coloursOf(s)}
	if x.Active() {
		c.Lines = append(c.Lines, piece.Capital(say.Dutch(s.Catalog).When(x)))
		c.Days = daysOf(x)
	}
	c.Lines = append(c.Lines, say.Where(x.Plein, x.Plein.Adres(s.Catalog.Today)))
	return c
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

// coloursOf are those of the style sheet in light, with those of [thema].
func coloursOf(s *layout.Site) picture.Theme {
	t := s.Catalog.Site.Thema
	return picture.Theme{
		Accent: rgb(t.Accent, "#8a3b12"), OnAccent: rgb("", "#ffffff"),
		Page: rgb(t.Achtergrond, "#fffdf9"), Text: rgb(t.Tekst, "#241b15"),
	}
}

func rgb(c, otherwise typed.Colour) color.RGBA {
	if c == "" {
		c = otherwise
	}
	n, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		panic("page: a Colour that is none: " + string(c))
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}
