// Package paper has the pages that are printed or pasted: the poster of a plein, the card
// of a spreekuur and the block for a newsletter. How much fits on a sheet is left to the
// browser that prints it.
package paper

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
)

// poster is a plein on paper: a sheet of A4, or as many as it takes. How much fits on
// one is left to the browser that prints it, for the letters are those of its device.
type poster struct {
	Name, InEenZin string
	Plein          layout.Link
	Adres          string
	Terms          []string // what holds for all spreekuren here, in sentences
	Size           string   // of the letters, by how many rows there are
	Groups         []posterGroup
	Changes        paperChanges
	Paused         []layout.Link
	paperFoot
}

// paperFoot is where to look further, which is on every sheet: someone may hang only
// the second.
type paperFoot struct {
	Address []string // on the site, as people type it, in parts that a line may break between
	Phone   string
	Changed *layout.Day // when what it tells changed last; nil where that is not known
	Sample  bool
	QR      *qrCode
}

// Pages are what can be hung up or handed out: a poster of each plein, and a
// card of each spreekuur that is held. A search engine should rather find the pages
// that they are made from.
func Pages(s *layout.Site) []layout.Page {
	all := make([]layout.Page, 0, len(s.Catalog.Pleinen)+len(s.Catalog.Spreekuren))
	for _, p := range s.Catalog.Pleinen {
		all = append(all, layout.Page{
			Path: p.Page() + layout.PosterPath, Layout: "poster", Title: s.Word("poster-van", p.Naam),
			Section: "/pleinen/", About: p, Reach: layout.Hidden,
			View: layout.Shows(func() any { return posterOf(s, p) }),
		})
	}
	for _, x := range s.Catalog.Spreekuren {
		if x.Active() {
			all = append(all, layout.Page{
				Path: x.Page() + layout.CardPath, Layout: "kaart", Section: "/spreekuren/",
				Title: s.Word("kaart-van", layout.Text(layout.Titled(s, x.Vertaling, x.Titel)).Text),
				About: x, Reach: layout.Hidden,
				View: layout.Shows(func() any { return kaartOf(s, x) }),
			})
		}
	}
	return all
}

func paperFootOf(s *layout.Site, of catalog.Entry, phone string) paperFoot {
	return paperFoot{
		Address: typedAddress(s, of.Page()), QR: newQR(s.Catalog.Site.Absolute(s.Prefix + of.Page())),
		Phone: phone, Changed: s.Changed(of), Sample: s.Catalog.Site.Voorbeeld,
	}
}

func posterOf(s *layout.Site, p *catalog.Plein) poster {
	held := slices.DeleteFunc(slices.Clone(p.Spreekuren), func(x *catalog.Spreekuur) bool { return !x.Active() })
	groups, rows := posterWeek(s, held)
	return poster{
		Name: piece.Softened(p.Naam), InEenZin: p.InEenZin, Plein: piece.PleinLink(s, p), Adres: say.Address(p.Adres(s.Catalog.Today)),
		Terms: termsOf(s, held), Groups: groups, Size: posterSize(rows),
		Changes: pleinChanges(s, p), Paused: piece.PausedOf(s, p.Spreekuren), paperFoot: paperFootOf(s, p, string(p.Telefoon)),
	}
}

// posterSize is larger where there are fewer rows. Nothing depends on its being right:
// what does not fit on a sheet goes on the next.
func posterSize(rows int) string {
	switch {
	case rows <= 3:
		return "few"
	case rows <= 8:
		return "some"
	}
	return "many"
}

// termsOf says that all here is free, and that nobody needs an appointment, where that
// is so.
func termsOf(s *layout.Site, held []*catalog.Spreekuur) []string {
	var terms []string
	costs := func(x *catalog.Spreekuur) bool { return x.Kosten != content.Free }
	if len(held) > 0 && !slices.ContainsFunc(held, costs) {
		terms = append(terms, s.Say.Sentence(s.Say.Costs(content.Free)).Text)
	}
	required := func(x *catalog.Spreekuur) bool { return x.Aanmelden == content.Required }
	if len(held) > 0 && !slices.ContainsFunc(held, required) {
		terms = append(terms, s.Word("afspraak-niet-nodig"))
	}
	return terms
}

// typedAddress is the address of a page as people type it, in parts that end in a slash.
func typedAddress(s *layout.Site, path string) []string {
	address := s.Catalog.Site.Absolute(s.Prefix + path)
	_, address, _ = strings.Cut(address, "://")
	return strings.SplitAfter(strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/"), "/")
}
