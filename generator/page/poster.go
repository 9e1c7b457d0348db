package page

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
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

// papers lists what can be hung up or handed out: a poster of each plein, and a
// card of each spreekuur that is held.
func (s *site) papers() []publish.File {
	var files []publish.File
	for _, p := range s.catalog.Pleinen {
		files = append(files, s.page(p.Page()+posterPath, "poster", func() frame { return s.poster(p) }))
	}
	for _, x := range s.catalog.Spreekuren {
		if x.Active() {
			files = append(files, s.page(x.Page()+cardPath, "kaart", func() frame { return s.paperCard(x) }))
		}
	}
	return files
}

// paperFrame is the frame of a page to print. A search engine should rather find
// the page that it is made from, so it has no address of its own.
func (s *site) paperFrame(title, description, path, section string, main any) frame {
	f := s.frame(title, description, "", section, main)
	f.Languages = s.inLanguages(path)
	return f
}

func (s *site) paperFoot(path, phone string) paperFoot {
	return paperFoot{
		Address: s.typed(path), QR: newQR(s.catalog.Site.Absolute(s.prefix + path)),
		Phone: phone, Made: s.say.Date(s.catalog.Today), Sample: s.catalog.Site.Voorbeeld,
	}
}

func (s *site) poster(p *catalog.Plein) frame {
	held := slices.DeleteFunc(slices.Clone(p.Spreekuren), func(x *catalog.Spreekuur) bool { return !x.Active() })
	groups, rows := s.posterWeek(held)
	view := poster{
		Name: softened(p.Naam), InEenZin: p.InEenZin, Plein: s.pleinLink(p), Adres: say.Address(p.Adres(s.catalog.Today)),
		Terms: s.terms(held), Groups: groups, Size: posterSize(rows),
		Changes: s.pleinChanges(p), Paused: s.paused(p.Spreekuren), paperFoot: s.paperFoot(p.Page(), string(p.Telefoon)),
	}
	return s.paperFrame(s.word("poster-van", p.Naam), "", p.Page()+posterPath, "/pleinen/", view)
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
func (s *site) terms(held []*catalog.Spreekuur) []string {
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
func (s *site) typed(path string) []string {
	address := s.catalog.Site.Absolute(s.prefix + path)
	_, address, _ = strings.Cut(address, "://")
	return strings.SplitAfter(strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/"), "/")
}
