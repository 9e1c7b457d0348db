// Package site has the pages for visitors, and those about the site for others. Each kind
// is a file: a function that lists its pages, and the view of its template.
package site

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// How much the home page shows at most: it answers first, and leads on for
// the rest.
const (
	homeAhead   = 7  // days to look ahead
	homeDays    = 3  // of those with something on
	homeEnough  = 5  // lines
	homeMost    = 6  // lines: of a longer day the first
	homeChips   = 6  // days
	homeNews    = 31 // days that important news stands on top
	homeUpdates = 3
	homeEvents  = 3
	homePleinen = 60
)

type home struct {
	Intro say.Text

	Chips   []homeChip
	Evening bool // something is held in the evening
	Guide   bool // there are questions to choose from
	News    *piece.Update
	Topics  []layout.Link
	Days    []homeDay
	Places  []homePlace
	Any     bool // there is a spreekuur, whenever it is held
	Helpers bool // there are organisations
	Contact *layout.Contact
	Updates []piece.Update
	Events  []piece.Event
}

// homeChip leads to a coming day. A script names today and tomorrow.
type homeChip struct{ Slug, Date, Words, URL string }

// homeDay is one day with what happens on it.
type homeDay struct {
	Name  string
	Short string // "di"
	Slug  string // "dinsdag", for its colour
	Rows  []piece.Row
	All   *layout.Link // to the rest of a day that is cut
}

type homePlace struct {
	Name, Slug, URL string
	Alone           bool        // the name of its one plein says where that is
	Pleinen         []homePlein // none where there are too many to list
}

// homePlein is a plein with the days on which it has help.
type homePlein struct {
	layout.Link
	Days  []layout.Link
	Photo *piece.Photo
}

func HomePages(s *layout.Site) []layout.Page {
	p := layout.Page{Path: "/", Layout: "home", Daily: true, Section: "/", About: s.Catalog.Site}
	zin, foreign := layout.SiteSentence(s)
	p.Description = layout.InOwnWords(zin, foreign, func() string { return s.Word("pleinen-uitleg") })
	p.View = func(f *layout.Frame) error {
		f.Main, f.Subject = homeOf(s), s.HomeSubject(p.Description)
		return nil
	}
	return []layout.Page{p}
}

func homeOf(s *layout.Site) home {
	c := s.Catalog
	view := home{
		Intro: layout.Text(layout.SiteSentence(s)), Chips: comingDays(s), Evening: hasEvening(s),
		Guide:  len(answered(c)) > 0,
		Topics: layout.Links(s, catalog.Offered(c.Onderwerpen), piece.TopicLink),
	}
	events := piece.EventsOf(s, catalog.ForVisitors(upcoming(c.Agenda, c.Today)))
	view.Events = first(homeEvents, readable(events, func(e piece.Event) bool { return e.Link.Foreign }))
	for _, b := range catalog.Current(c.Berichten, c.Today) {
		update := piece.UpdatesOf(s, []*catalog.Bericht{b})[0]
		if view.News == nil && b.Belangrijk && b.Datum.Add(homeNews) >= c.Today {
			view.News = &update
		} else {
			view.Updates = append(view.Updates, update)
		}
	}
	view.Updates = first(homeUpdates, readable(view.Updates, func(u piece.Update) bool { return u.Link.Foreign }))
	for _, p := range c.Plaatsen {
		place := homePlace{Name: p.Naam, Slug: p.Slug, URL: s.Link(p.Page())}
		if len(c.Pleinen) <= homePleinen {
			for _, plein := range p.Pleinen {
				photo := piece.PhotoOf(s, plein.Toegang(c.Today))
				place.Pleinen = append(place.Pleinen, homePlein{piece.PleinLink(s, plein), daysWithHelp(s, plein), photo})
			}
		}
		place.Alone = len(place.Pleinen) == 1 && strings.Contains(place.Pleinen[0].Title, p.Naam)
		view.Places = append(view.Places, place)
	}
	view.Days = nextDays(s)
	if len(view.Days) == 0 {
		view.Contact = layout.ContactOf(c.Site.Telefoon, c.Site.Email)
	}
	view.Any, view.Helpers = len(catalog.Running(c.Spreekuren)) > 0, len(c.Partners) > 0
	return view
}

// daysWithHelp are the days of a normal week on which a plein has something.
func daysWithHelp(s *layout.Site, p *catalog.Plein) []layout.Link {
	var days []layout.Link
	for _, d := range catalog.Timetable(p.Spreekuren) {
		if d.Count() > 0 {
			days = append(days, dayLink(s, d))
		}
	}
	return days
}

// comingDays are the coming days on which something goes on.
func comingDays(s *layout.Site) []homeChip {
	var chips []homeChip
	c := s.Catalog
	for _, o := range c.Coming(c.Spreekuren, c.Today.Add(homeAhead)) {
		date := o.Date.String()
		if o.Cancelled() || len(chips) > 0 && chips[len(chips)-1].Date == date {
			continue
		}
		if len(chips) == homeChips {
			break
		}
		slug := schedule.WeekdayName(o.Date.Weekday())
		chips = append(chips, homeChip{slug, date, piece.ShortDay(s, o.Date), s.Link("/dagen/" + slug + "/")})
	}
	return chips
}

// nextDays is what is on in the first days from now that have something, until there are
// enough lines. They go on to the first day on which something goes on. Of a day that is
// cut it says where the rest is.
func nextDays(s *layout.Site) []homeDay {
	c, shown, held := s.Catalog, 0, false
	var days []homeDay
	next := c.Coming(c.Spreekuren, c.Today.Add(homeAhead-1))
	for len(next) > 0 && len(days) < homeDays && shown < homeEnough {
		n := slices.IndexFunc(next, func(o catalog.Occurrence) bool { return o.Date != next[0].Date })
		if n < 0 {
			n = len(next)
		}
		day := homeDayOf(s, next[:n], homeMost-shown)
		days, shown = append(days, day), shown+len(day.Rows)
		held = held || slices.ContainsFunc(next[:n], goesOn)
		next = next[n:]
	}
	if !held {
		if day := c.NextHeld(c.Spreekuren); len(day) > 0 {
			days = append(days, homeDayOf(s, day, homeMost))
		}
	}
	return days
}

func goesOn(o catalog.Occurrence) bool { return !o.Cancelled() }

// atMost cuts a day that is too long, what is cancelled before all else.
func atMost(n int, day []catalog.Occurrence) []catalog.Occurrence {
	for i := len(day) - 1; i >= 0 && len(day) > n; i-- {
		if day[i].Cancelled() {
			day = slices.Delete(day, i, i+1)
		}
	}
	return first(n, day)
}

func homeDayOf(s *layout.Site, all []catalog.Occurrence, most int) homeDay {
	date, held := all[0].Date, atMost(most, slices.Clone(all))
	slug := schedule.WeekdayName(date.Weekday())
	day := homeDay{Name: s.Language.Capital(s.Say.Near(date)), Short: s.Word("dag-kort-" + slug), Slug: slug}
	for _, o := range held {
		link := piece.SpreekuurLink(s, o.Spreekuur)
		r := piece.Row{
			Time: s.Say.Hours(o.Span), Begin: piece.Instant(o.Begin()), End: piece.Instant(o.End()),
			Spreekuur: link, About: piece.AboutOf(s, o.Spreekuur, link), Where: say.Where(o.Plein, o.Adres()),
			Cancelled: o.Cancelled(), Afspraak: piece.NeedsAppointment(o.Spreekuur),
		}
		if o.Kind != schedule.AsUsual {
			r.Changes = []piece.Change{piece.OnDate(s, o)}
		}
		day.Rows = append(day.Rows, r)
	}
	if len(held) < len(all) {
		day.All = &layout.Link{Title: s.Word("spreekuren-op-dag", s.Say.On[date.Weekday()]), URL: s.Link("/dagen/" + slug + "/")}
	}
	return day
}

// readable leaves out what is in Dutch on a page in another language: the home page leads on
// to where it all is.
func readable[T any](list []T, foreign func(T) bool) []T { return slices.DeleteFunc(list, foreign) }

// first takes at most n of a list.
func first[T any](n int, list []T) []T { return list[:min(n, len(list))] }

// upcoming are the events that are not over yet.
func upcoming(all []*catalog.Agendapunt, today schedule.Date) []*catalog.Agendapunt {
	var list []*catalog.Agendapunt
	for _, a := range all {
		if !a.Past(today) {
			list = append(list, a)
		}
	}
	return list
}
