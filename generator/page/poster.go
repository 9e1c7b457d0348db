package page

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

const (
	posterPath = "poster/"
	cardPath   = "kaart/"

	// sheetRows is how many rows a sheet of A4 holds, each of at most two lines:
	// the style sheet counts on it.
	sheetRows = 14
)

// poster is a plein on paper.
type poster struct {
	Name   string
	Plein  link
	Sheets []posterSheet
}

// posterSheet is one piece of paper. Every one says where and how to look further, for
// someone may hang only the second.
type posterSheet struct {
	Name, InEenZin string
	Lines          []string // the address
	Route          string
	Sample         bool
	Density        string // how large the rows can be, "xl" to "xs"
	Number, Of     int
	Days           []posterDay // a normal week
	Rules          []posterRow // or, when the week has more hours than fit, each spreekuur with its rule
	Different      []string    // the next days with other hours
	LeftOut        []string    // what is not on it, in sentences
	Paused         []link      // what is not on it, since it stopped for a time
	Made           string      // the day
	Phone          string
	QR             *qrCode
	Address        string // of the plein on the site, as people type it
}

type posterDay struct {
	Name, Short, Slug string
	Rows              []posterRow
}

type posterRow struct {
	Time, Title string
	Foreign     bool // the title is Dutch on a page in another language
	Who         []name
	Notes       []string // what else to know before one goes
}

// paperCard is one spreekuur on paper.
type paperCard struct {
	Titel, InEenZin          string
	TitelForeign, ZinForeign bool
	Spreekuur                link
	Rule                     string
	Afspraak                 afspraak
	Plein                    string
	Lines                    []string
	Who                      []name
	Meenemen                 []string
	Phone, Made, Address     string
	Sample                   bool
	QR                       *qrCode
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

func (s *site) poster(p *catalog.Plein) frame {
	held := running(p.Spreekuren)
	view := poster{Name: p.Naam, Plein: s.pleinLink(p)}
	about := s.sheet(p, held)
	if week := s.posterWeek(held); len(week) > 0 {
		about.Days = week
		view.Sheets = []posterSheet{about}
	} else {
		for part := range slices.Chunk(s.posterRules(held), sheetRows) {
			about.Rules = part
			view.Sheets = append(view.Sheets, about)
		}
	}
	if view.Sheets == nil {
		view.Sheets = []posterSheet{about}
	}
	for i := range view.Sheets {
		sh := &view.Sheets[i]
		sh.Number, sh.Of = i+1, len(view.Sheets)
		sh.Density = density(sh)
	}
	return s.paperFrame(s.word("poster-van", p.Naam), "", p.Page()+posterPath, "/pleinen/", view)
}

// sheet is what every sheet of a plein has.
func (s *site) sheet(p *catalog.Plein, held []*catalog.Spreekuur) posterSheet {
	sh := posterSheet{
		Name: p.Naam, InEenZin: p.InEenZin, Lines: addressLines(p.Adres(s.catalog.Today)), Route: p.Route,
		Sample: s.catalog.Site.Voorbeeld, Made: s.phrases.Date(s.catalog.Today), Phone: string(p.Telefoon),
		Address: s.typed(p.Page()), QR: newQR(s.catalog.Site.Absolute(s.prefix + p.Page())),
	}
	for _, e := range first(posterExceptions, s.exceptions(p)) {
		hours := e.Hours
		if hours == "" {
			hours = s.word("gesloten")
		}
		sh.Different = append(sh.Different, e.Days+": "+hours)
	}
	if paused := s.paused(p.Spreekuren); len(paused) > 0 {
		sh.Paused = paused
	}
	if slices.ContainsFunc(held, func(x *catalog.Spreekuur) bool { return shortened(x.Titel) != x.Titel }) {
		sh.LeftOut = append(sh.LeftOut, s.word("titels-ingekort"))
	}
	sh.LeftOut = append(sh.LeftOut, s.word("uitzonderingen-niet-hierop"))
	return sh
}

// posterExceptions is how many days with other hours a poster names.
const posterExceptions = 3

// posterWeek is the normal week, if it fits on a sheet.
func (s *site) posterWeek(held []*catalog.Spreekuur) []posterDay {
	var week []posterDay
	count := 0
	for _, day := range catalog.Timetable(held) {
		if len(day.Uren) == 0 {
			continue
		}
		d := posterDay{Name: s.language.Capital(s.phrases.Weekday(day.Weekday)), Short: s.word("dag-kort-" + day.Naam), Slug: day.Naam}
		for _, u := range day.Uren {
			row := s.posterRow(u.Spreekuur)
			row.Time = s.span(u.Span)
			if !u.Weekly {
				row.Notes = append(row.Notes, s.word("alleen-op", s.phrases.Days(u.Days)))
			}
			d.Rows = append(d.Rows, row)
		}
		week = append(week, d)
		count += len(d.Rows)
	}
	if count > sheetRows {
		return nil
	}
	return week
}

// posterRules is a row for each spreekuur, in the order of their first hours in
// the week.
func (s *site) posterRules(held []*catalog.Spreekuur) []posterRow {
	var rows []posterRow
	seen := map[*catalog.Spreekuur]bool{}
	for _, day := range catalog.Timetable(held) {
		for _, u := range day.Uren {
			if !seen[u.Spreekuur] {
				seen[u.Spreekuur] = true
				row := s.posterRow(u.Spreekuur)
				row.Time = s.language.Capital(s.rule(u.Spreekuur))
				rows = append(rows, row)
			}
		}
	}
	return rows
}

func (s *site) posterRow(x *catalog.Spreekuur) posterRow {
	title := s.spreekuurLink(x)
	row := posterRow{
		Title: shortened(title.Title), Foreign: title.Foreign,
		Who: s.names(x.Partners),
	}
	if x.Aanmelden == content.Required {
		row.Notes = append(row.Notes, s.word("met-afspraak"))
	}
	if x.AlleenSchoolweken {
		row.Notes = append(row.Notes, s.word("niet-in-schoolvakanties"))
	}
	return row
}

func (s *site) paperCard(x *catalog.Spreekuur) frame {
	title := s.spreekuurLink(x)
	view := paperCard{
		Titel: title.Title, TitelForeign: title.Foreign, Spreekuur: title, Rule: s.language.Capital(s.rule(x)),
		Afspraak: afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Plein:    x.Plein.Naam, Lines: addressLines(x.Plein.Adres(s.catalog.Today)),
		Who: s.names(x.Partners), Meenemen: x.Meenemen, Phone: string(cmp.Or(x.Telefoon, x.Plein.Telefoon)),
		Sample: s.catalog.Site.Voorbeeld, Made: s.phrases.Date(s.catalog.Today), Address: s.typed(x.Page()), QR: newQR(s.catalog.Site.Absolute(s.prefix + x.Page())),
	}
	view.InEenZin, view.ZinForeign = s.told(x, x.InEenZin, func(v content.Vertaling) string { return v.InEenZin })
	return s.paperFrame(s.word("kaart-van", title.Title), "", x.Page()+cardPath, "/spreekuren/", view)
}

// typed is the address of a page as people type it.
func (s *site) typed(path string) string {
	address := s.catalog.Site.Absolute(s.prefix + path)
	_, address, _ = strings.Cut(address, "://")
	return strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/")
}

func addressLines(a content.Adres) []string {
	lines := []string{a.Straat, strings.TrimSpace(string(a.Postcode) + " " + a.Plaats)}
	if a.Locatie != "" {
		lines = append([]string{a.Locatie}, lines...)
	}
	return lines
}

// shortened keeps a title to the two lines that a row has.
func shortened(title string) string {
	const most = 72
	if utf8.RuneCountInString(title) <= most {
		return title
	}
	cut := string([]rune(title)[:most])
	if space := strings.LastIndexByte(cut, ' '); space > most/2 {
		cut = cut[:space]
	}
	return cut + " …"
}

// sizes are those of the letters in rows, as the style sheet has them, in the em
// of a sheet: 4 mm.
var sizes = []struct {
	name string
	em   float64
}{{"xl", 1.3}, {"l", 1.15}, {"m", 1}, {"s", 0.85}, {"xs", 0.72}}

// What a sheet has for rows, in em.
const (
	rowsHeight = 38
	rowsWidth  = 46
)

// density chooses the largest letters with which the rows fit. It is an
// estimate; the style sheet cuts what is longer, so that a sheet never runs over.
func density(sh *posterSheet) string {
	for _, size := range sizes {
		lines := 0.0
		for _, d := range sh.Days {
			lines += 1.8
			for _, r := range d.Rows {
				lines += r.lines(size.em)
			}
		}
		for _, r := range sh.Rules {
			lines += r.lines(size.em)
		}
		if lines*1.3*size.em <= rowsHeight {
			return size.name
		}
	}
	return sizes[len(sizes)-1].name
}

// lines is how many lines the row takes beside its time, and its white space.
func (r posterRow) lines(em float64) float64 {
	const timeWidth, letterWidth = 14.5, 0.58 // in the em of the row
	perLine := (rowsWidth/em - timeWidth) / letterWidth
	below := utf8.RuneCountInString(strings.Join(r.Notes, "   "))
	for _, who := range r.Who {
		below += utf8.RuneCountInString(who.Before + who.Name)
	}
	return 0.6 + math.Ceil(float64(utf8.RuneCountInString(r.Title))/perLine) + math.Ceil(float64(below)/perLine)
}
