// Package paper has the pages that are printed or pasted: the poster of a plein, the card
// of a spreekuur and the block for a newsletter. How much fits on a sheet is left to the
// browser that prints it.
package paper

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
)

// poster is a plein or a partner on paper: a sheet of A4, or as many as it takes. How much
// fits on one is left to the browser that prints it, for the letters are those of its device.
type poster struct {
	Name, InEenZin string
	About          layout.Link // the page of what it is of
	Adres          string      // of a plein; "" of a partner, whose rows have each their own
	Terms          []string    // whether one can walk in and what it costs, in few words
	Short          bool        // the name has room in very large letters
	Size           string      // of the letters, by how many rows there are
	Groups         []posterGroup
	Changes        paperChanges
	Unknown        []layout.Link // whose times nobody here knows
	Paused         []layout.Link
	paperFoot
}

// paperFoot is where to look further, which is on every sheet: someone may hang only
// the second.
type paperFoot struct {
	Address typedAddress
	Phone   string
	Changed *layout.Day    // when what it tells changed last; nil where that is not known
	Credit  *layout.Credit // whose times these are; nil for those of this site
	Sample  bool
	QR      *piece.QR
}

// Pages are what can be hung up, put on a table or handed out: a poster of each plein and
// partner, a sign of each partner, and a card of each spreekuur that is held. A search
// engine should rather find the pages that they are made from.
func Pages(s *layout.Site) []layout.Page {
	all := make([]layout.Page, 0, len(s.Catalog.Pleinen)+2*len(s.Catalog.Partners)+len(s.Catalog.Spreekuren))
	for _, p := range s.Catalog.Pleinen {
		all = append(all, posterPage(s, p, p.Naam, "/pleinen/", func() any { return posterOf(s, p) }))
	}
	for _, p := range s.Catalog.Partners {
		all = append(all, posterPage(s, p, p.NaamInUitingen, "/partners/", func() any { return partnerPosterOf(s, p) }), signPage(s, p))
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

func posterPage(s *layout.Site, of catalog.Entry, name, section string, view func() any) layout.Page {
	return layout.Page{
		Path: of.Page() + layout.PosterPath, Layout: "poster", Title: s.Word("poster-van", name),
		Section: section, About: of, Reach: layout.Hidden, View: layout.Shows(view),
	}
}

// paperFootOf leads to the page of a record.
func paperFootOf(s *layout.Site, of catalog.Entry, typed typedAddress, phone string) paperFoot {
	return paperFoot{
		Address: typed, QR: piece.NewQR(s.Catalog.Site.Absolute(s.Prefix + of.Page())),
		Phone: phone, Changed: s.Changed(of), Credit: layout.CreditOf(s, of), Sample: s.Catalog.Site.Voorbeeld,
	}
}

func posterOf(s *layout.Site, p *catalog.Plein) poster {
	sheet := sheetOf(s, p.Naam, p.Spreekuren)
	sheet.InEenZin, sheet.About, sheet.Adres = p.InEenZin, piece.PleinLink(s, p), say.Address(p.Adres(s.Catalog.Today))
	sheet.Changes = pleinChanges(s, p)
	sheet.paperFoot = paperFootOf(s, p, typedAddressOf(s, p.Short, wholeOnPoster), string(p.Telefoon))
	return sheet
}

// sheetOf is what the posters of all have in common: a name, and the week below it.
func sheetOf(s *layout.Site, name string, all []*catalog.Spreekuur) poster {
	held := slices.DeleteFunc(heldOf(all), catalog.TimesUnknown)
	groups, rows := posterWeek(s, held)
	return poster{
		Name: piece.Softened(name), Short: utf8.RuneCountInString(name) <= shortName,
		Terms: termsOf(s, held), Groups: groups, Size: posterSize(rows), Unknown: piece.UnknownOf(s, all), Paused: piece.PausedOf(s, all),
	}
}

// heldOf are the spreekuren that are held.
func heldOf(all []*catalog.Spreekuur) []*catalog.Spreekuur {
	return slices.DeleteFunc(slices.Clone(all), func(x *catalog.Spreekuur) bool { return !x.Active() })
}

// posterSize is larger where there are fewer rows. Nothing depends on its being right:
// what does not fit on a sheet goes on the next.
func posterSize(rows int) string {
	switch {
	case rows <= 3:
		return "few"
	case rows <= 6:
		return "some"
	}
	return "many"
}

// shortName is the most signs of a name that fit on a sheet in very large letters.
const shortName = 14

// termsOf says what keeps people from coming in where they need not stay away: that one
// can walk in, that it is free, and that nobody needs an appointment.
func termsOf(s *layout.Site, held []*catalog.Spreekuur) []string {
	if len(held) == 0 {
		return nil
	}
	var terms []string
	walkIn := !allAsked(held)
	if walkIn {
		terms = append(terms, s.Word("loop-binnen"))
	}
	if !slices.ContainsFunc(held, func(x *catalog.Spreekuur) bool { return x.Kosten != content.Free }) {
		terms = append(terms, s.Say.Sentence(s.Say.Costs(content.Free)).Text)
	}
	switch {
	case !walkIn:
		terms = append(terms, s.Word("alleen-op-afspraak"))
	case !slices.ContainsFunc(held, asked):
		terms = append(terms, s.Word("geen-afspraak-nodig"))
	}
	return terms
}

// asked reports whether nobody is helped without an appointment.
func asked(x *catalog.Spreekuur) bool { return x.Aanmelden == content.Required || x.OnAppointment() }

func allAsked(held []*catalog.Spreekuur) bool {
	return !slices.ContainsFunc(held, func(x *catalog.Spreekuur) bool { return !asked(x) })
}

// A typedAddress is the address of a page as people type it.
type typedAddress struct {
	Parts []string // which end in a slash; a line may break between them where it must
	Whole bool     // it fits on one line beside a QR code
	Large bool     // and in large letters too
}

// The most signs of an address that fit on a line beside a QR code, in the widest letters
// that a device has.
const (
	wholeOnPoster = 46
	largeOnPoster = 32
	wholeOnCard   = 28
)

func typedAddressOf(s *layout.Site, path string, whole int) typedAddress {
	address := piece.TypedAddress(s.Catalog.Site.Absolute(s.Prefix + path))
	return typedAddress{strings.SplitAfter(address, "/"), len(address) <= whole, len(address) <= min(whole, largeOnPoster)}
}
