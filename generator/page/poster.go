package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
)

const (
	posterPath = "poster/"
	cardPath   = "kaart/"

	// sheetRows is how many rows a sheet of A4 holds. The style sheet divides what
	// room there is among them, and makes the letters as large as that allows.
	sheetRows = 14

	// fewRows is how many have room for a time in two lines, in large letters.
	fewRows = 5

	// shortTitle and shortNotes are how many letters fit on a line of a row, and
	// shortRule on two. With wider letters than usual a title ends in an ellipsis.
	shortTitle, shortNotes, shortRule = 36, 30, 60

	// cardThings is how many things to bring a card names.
	cardThings = 4
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
	Sample         bool
	Number, Of     int
	Few            bool        // rows, so that their letters can be large
	Days           []posterDay // a normal week
	Rules          []posterRow // or, when the week has more hours than fit, each spreekuur with its rule
	Different      []string    // the next days with other hours
	LeftOut        []string    // what is not on it, in sentences
	Paused         []link      // what is not on it, since it stopped for a time
	Made           string      // the day
	Phone          string
	QR             *qrCode
	Address        []string // of the plein on the site, as people type it, in parts that a line may break between
}

type posterDay struct {
	Name, Short, Slug string
	Rows              []posterRow
}

type posterRow struct {
	Time, Title string
	Foreign     bool // the title is Dutch on a page in another language
	Who         []name
	Notes       []string // what else there is to know of when
	Short       bool     // it needs less height than others
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
	Phone, Made              string
	Address                  []string
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
	held := catalog.Running(p.Spreekuren)
	view := poster{Name: softened(p.Naam), Plein: s.pleinLink(p)}
	about := s.sheet(p, held)
	if week, rows := s.posterWeek(held); 0 < rows && rows <= sheetRows {
		about.Days, about.Few = week, rows <= fewRows
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
		view.Sheets[i].Number, view.Sheets[i].Of = i+1, len(view.Sheets)
	}
	return s.paperFrame(s.word("poster-van", p.Naam), "", p.Page()+posterPath, "/pleinen/", view)
}

// sheet is what every sheet of a plein has.
func (s *site) sheet(p *catalog.Plein, held []*catalog.Spreekuur) posterSheet {
	sh := posterSheet{
		Name: softened(p.Naam), InEenZin: p.InEenZin, Lines: say.AddressLines(p.Adres(s.catalog.Today)),
		Sample: s.catalog.Site.Voorbeeld, Made: s.say.Date(s.catalog.Today), Phone: string(p.Telefoon),
		Address: s.typed(p.Page()), QR: newQR(s.catalog.Site.Absolute(s.prefix + p.Page())),
	}
	for _, e := range first(posterExceptions, s.exceptions(p, exceptionDays)) {
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

// posterWeek is the normal week, with how many rows it has.
func (s *site) posterWeek(held []*catalog.Spreekuur) (week []posterDay, rows int) {
	for _, day := range catalog.Timetable(held) {
		if len(day.Uren) == 0 {
			continue
		}
		d := posterDay{Name: s.language.Capital(s.say.Weekday(day.Weekday)), Short: s.word("dag-kort-" + day.Naam), Slug: day.Naam}
		for _, u := range day.Uren {
			row := s.posterRow(u.Spreekuur)
			row.Time = s.say.Hours(u.Span)
			if !u.Weekly {
				row.Notes = append(row.Notes, s.word("alleen-op", s.say.Days(u.Days)))
			}
			if u.Spreekuur.AlleenSchoolweken {
				row.Notes = append(row.Notes, s.word("niet-in-schoolvakanties"))
			}
			row.Short = utf8.RuneCountInString(row.Title) <= shortTitle && utf8.RuneCountInString(strings.Join(row.Notes, " · ")) <= shortNotes
			d.Rows = append(d.Rows, row)
		}
		week = append(week, d)
		rows += len(d.Rows)
	}
	return week, rows
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
				row.Time = s.language.Capital(s.say.Rule(u.Spreekuur))
				row.Short = utf8.RuneCountInString(row.Time) <= shortRule
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
	return row
}

func (s *site) paperCard(x *catalog.Spreekuur) frame {
	title := s.spreekuurLink(x)
	view := paperCard{
		Titel: title.Title, TitelForeign: title.Foreign, Spreekuur: title, Rule: s.language.Capital(s.say.Rule(x)),
		Afspraak: afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Plein:    x.Plein.Naam, Lines: say.AddressLines(x.Plein.Adres(s.catalog.Today)),
		Who: s.names(x.Partners), Meenemen: first(cardThings, x.Meenemen), Phone: string(cmp.Or(x.Telefoon, x.Plein.Telefoon)),
		Sample: s.catalog.Site.Voorbeeld, Made: s.say.Date(s.catalog.Today), Address: s.typed(x.Page()), QR: newQR(s.catalog.Site.Absolute(s.prefix + x.Page())),
	}
	view.InEenZin, view.ZinForeign = s.told(x, x.InEenZin, func(v content.Vertaling) string { return v.InEenZin })
	return s.paperFrame(s.word("kaart-van", title.Title), "", x.Page()+cardPath, "/spreekuren/", view)
}

// typed is the address of a page as people type it, in parts that end in a slash.
func (s *site) typed(path string) []string {
	address := s.catalog.Site.Absolute(s.prefix + path)
	_, address, _ = strings.Cut(address, "://")
	return strings.SplitAfter(strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/"), "/")
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
