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

// poster is a plein on paper: a sheet of A4, or as many as it takes. How much fits on
// one is left to the browser that prints it, for the letters are those of its device.
type poster struct {
	Name, InEenZin string
	Plein          layout.Link
	Adres          string
	Terms          []string // whether one can walk in and what it costs, in few words
	Short          bool     // the name has room in very large letters
	Size           string   // of the letters, by how many rows there are
	Groups         []posterGroup
	Changes        paperChanges
	Paused         []layout.Link
	paperFoot
}

// paperFoot is where to look further, which is on every sheet: someone may hang only
// the second.
type paperFoot struct {
	Address typedAddress
	Phone   string
	Changed *layout.Day // when what it tells changed last; nil where that is not known
	Sample  bool
	QR      *piece.QR
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

// paperFootOf leads to the page of a record.
func paperFootOf(s *layout.Site, of catalog.Entry, typed typedAddress, phone string) paperFoot {
	return paperFoot{
		Address: typed, QR: piece.NewQR(s.Catalog.Site.Absolute(s.Prefix + of.Page())),
		Phone: phone, Changed: s.Changed(of), Sample: s.Catalog.Site.Voorbeeld,
	}
}

func posterOf(s *layout.Site, p *catalog.Plein) poster {
	held := slices.DeleteFunc(slices.Clone(p.Spreekuren), func(x *catalog.Spreekuur) bool { return !x.Active() })
	groups, rows := posterWeek(s, held)
	return poster{
		Name: piece.Softened(p.Naam), InEenZin: p.InEenZin, Plein: piece.PleinLink(s, p), Adres: say.Address(p.Adres(s.Catalog.Today)),
		Terms: termsOf(s, held), Short: utf8.RuneCountInString(p.Naam) <= shortName, Groups: groups, Size: posterSize(rows),
		Changes: pleinChanges(s, p), Paused: piece.PausedOf(s, p.Spreekuren),
		paperFoot: paperFootOf(s, p, typedAddressOf(s, p.Short, wholeOnPoster), string(p.Telefoon)),
	}
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
	address := s.Catalog.Site.Absolute(s.Prefix + path)
	_, address, _ = strings.Cut(address, "://")
	address = strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/")
	return typedAddress{strings.SplitAfter(address, "/"), len(address) <= whole, len(address) <= min(whole, largeOnPoster)}
}
