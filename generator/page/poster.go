package page

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
)

const (
	posterPath = "poster/"
	cardPath   = "kaart/"
)

// poster is a plein on paper: a sheet of A4, or as many as it takes. How much fits on
// one is left to the browser that prints it, for the letters are those of its device.
type poster struct {
	Name, InEenZin string
	Plein          link
	Adres          string
	Terms          []string // what holds for all spreekuren here, in sentences
	Size           string   // of the letters, by how many rows there are
	Groups         []posterGroup
	Changes        paperChanges
	Paused         []link
	paperFoot
}

// paperFoot is where to look further, which is on every sheet: someone may hang only
// the second.
type paperFoot struct {
	Address []string // on the site, as people type it, in parts that a line may break between
	Phone   string
	Made    string // the day
	Sample  bool
	QR      *qrCode
}

// paperPages are what can be hung up or handed out: a poster of each plein, and a
// card of each spreekuur that is held. A search engine should rather find the pages
// that they are made from.
func paperPages(s *site) []Page {
	var all []Page
	for _, p := range s.catalog.Pleinen {
		all = append(all, Page{
			Path: p.Page() + posterPath, Layout: "poster", Title: s.word("poster-van", p.Naam), Section: "/pleinen/", About: p, Reach: Hidden,
			View: shows(func() any { return posterOf(s, p) }),
		})
	}
	for _, x := range s.catalog.Spreekuren {
		if x.Active() {
			all = append(all, Page{
				Path: x.Page() + cardPath, Layout: "kaart", Title: s.word("kaart-van", spreekuurLink(s, x).Title), Section: "/spreekuren/",
				About: x, Reach: Hidden,
				View: shows(func() any { return kaartOf(s, x) }),
			})
		}
	}
	return all
}

func paperFootOf(s *site, path, phone string) paperFoot {
	return paperFoot{
		Address: typedAddress(s, path), QR: newQR(s.catalog.Site.Absolute(s.prefix + path)),
		Phone: phone, Made: s.say.Date(s.catalog.Today), Sample: s.catalog.Site.Voorbeeld,
	}
}

func posterOf(s *site, p *catalog.Plein) poster {
	held := slices.DeleteFunc(slices.Clone(p.Spreekuren), func(x *catalog.Spreekuur) bool { return !x.Active() })
	groups, rows := posterWeek(s, held)
	return poster{
		Name: softened(p.Naam), InEenZin: p.InEenZin, Plein: pleinLink(s, p), Adres: say.Address(p.Adres(s.catalog.Today)),
		Terms: termsOf(s, held), Groups: groups, Size: posterSize(rows),
		Changes: pleinChanges(s, p), Paused: pausedOf(s, p.Spreekuren), paperFoot: paperFootOf(s, p.Page(), string(p.Telefoon)),
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

// terms says that all here is free, and that nobody needs an appointment, where that
// is so.
func termsOf(s *site, held []*catalog.Spreekuur) []string {
	var terms []string
	costs := func(x *catalog.Spreekuur) bool { return x.Kosten != content.Free }
	if len(held) > 0 && !slices.ContainsFunc(held, costs) {
		terms = append(terms, s.say.Sentence(s.say.Costs(content.Free)).Text)
	}
	required := func(x *catalog.Spreekuur) bool { return x.Aanmelden == content.Required }
	if len(held) > 0 && !slices.ContainsFunc(held, required) {
		terms = append(terms, s.word("afspraak-niet-nodig"))
	}
	return terms
}

// typed is the address of a page as people type it, in parts that end in a slash.
func typedAddress(s *site, path string) []string {
	address := s.catalog.Site.Absolute(s.prefix + path)
	_, address, _ = strings.Cut(address, "://")
	return strings.SplitAfter(strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/"), "/")
}
