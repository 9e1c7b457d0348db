package page

import (
	"html/template"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
)

// exceptionDays is how far ahead a plein tells of days with other hours.
const exceptionDays = 90

type plein struct {
	Name, InEenZin string
	Text           template.HTML
	Changes        []change // of the plein itself in the coming weeks, and what is in no row
	Timetable      timetable
	OnAppointment  []appointment
	Paused         []link // stopped for a time; Text is the reason
	Updates        []update
	Events         []event
	Plein          *catalog.Plein
	Contact        *contact
	Website        string
	Opening        []openingDay
	Open           []interval // when it is open in the coming days, exceptions applied
	Known          string     // until when, for machines
	Exceptions     []openPeriod
	Partners       []link
	Lead           string // who leads it
	PilotUntil     string
	Follow         *follow
	JSON           string
	Poster         string
	Newsletter     string
	Embed          string // where to get it on one's own site
}

// building is a door, how to get there and what is behind it.
type building struct {
	Adres      content.Adres
	Route      string
	Facilities string
}

// location is where a plein is.
type location struct {
	building
	Move *move
}

// move is where a plein goes next.
type move struct {
	building
	From   string
	Reason string
}

// openingDay is one line of the opening hours.
type openingDay struct {
	Name, Hours string // Hours is "" when closed
}

// interval is a stretch of time for machines.
type interval struct{ Begin, End string }

// openDays is how far ahead a page knows when a plein is open, so that a script
// can say so: longer than any page goes without a new build.
const openDays = 14

// openPeriod is a line about days with other hours.
type openPeriod struct {
	Days, Hours string // Hours can be "gesloten"
	Reason      say.Text

	catalog.OpenPeriod
}

func pleinPages(s *site) []Page {
	all := s.catalog.Pleinen
	list := linkListPages(s, Page{
		Path: "/pleinen/", Title: s.word("pleinen"), Description: s.word("pleinen-uitleg"), Section: "/pleinen/", InMenu: true,
	}, len(all), func(i int) link {
		return counted(pleinLink(s, all[i]), all[i].Adres(s.catalog.Today).Plaats, all[i].Spreekuren)
	})
	for _, p := range all {
		list = append(list, Page{
			Path: p.Page(), Layout: "plein", Title: p.Naam, Description: p.InEenZin, Section: "/pleinen/", About: p,
			View: func(f *frame) error {
				f.Main = pleinOf(s, p)
				f.OEmbed = s.catalog.Site.Absolute(oembedPath(s, p.Page()))
				f.Picture = pictureOf(s, p.Page(), pleinPicture(s, p))
				f.Subject = s.graph.Plein(p, s.absolute(p.Page()), exceptionDays, func(choice string) string { return facilityName(s, choice) })
				return nil
			},
		})
	}
	return list
}

// longName finds where a name such as Dinsdagochtendplein may break: a small
// screen is narrower than that, and few browsers can hyphenate Dutch.
var longName = regexp.MustCompile(`(\pL{6})(plein)\b`)

func softened(name string) string { return longName.ReplaceAllString(name, "$1\u00ad$2") }

func pleinOf(s *site, p *catalog.Plein) plein {
	today := s.catalog.Today
	periods := p.OpenPeriods(today, today.Add(changeDays))
	closed := func(o catalog.Occurrence) bool { return p.Explains(periods, o) }
	view := plein{
		Name: softened(p.Naam), InEenZin: p.InEenZin, Text: s.markdown(p.Body()),
		Changes: inOrder(slices.Concat(closingChanges(s, periods), guestDates(s, p, false, closed),
			withoutHour(s, p.Spreekuren, false, func(o catalog.Occurrence) bool { return !closed(o) }))),
		Timetable: weekOf(s, p.Spreekuren, &rowMaker{site: s, told: closed}),
		Paused:    pausedOf(s, p.Spreekuren), OnAppointment: onAppointment(s, p.Spreekuren, false),
		Updates: updatesOf(s, catalog.Current(p.Berichten, today)),
		Events:  eventsOf(s, upcoming(p.Agenda, today)),
		Plein:   p,
		Contact: contactOf(p.Telefoon, p.Email), Website: string(p.Website),
		Opening: openingOf(s, p), Open: openOf(s, p), Known: instant(today.Add(openDays).At(0)), Exceptions: exceptionsOf(s, p, exceptionDays),
		Partners: links(s, p.Partners, partnerLink),
		Follow:   followOf(s, p.Page()), JSON: s.url(p.Page() + "spreekuren.json"),
		Poster: s.link(p.Page() + posterPath), Newsletter: s.url(p.Page() + newsletterPath), Embed: s.link(embedPage) + "?plein=" + p.Slug,
	}
	if p.Kartrekker != nil {
		view.Lead = p.Kartrekker.NaamInUitingen
	}
	if p.Pilot.TotEnMet >= today && p.Pilot.TotEnMet != 0 {
		view.PilotUntil = s.say.Date(p.Pilot.TotEnMet)
	}
	return view
}

// facility says a choice of toegankelijkheid in a sentence: "een toilet".
func facilityName(s *site, choice string) string {
	return s.word("gebouw-" + strings.ReplaceAll(choice, " ", "-"))
}

func locationOf(s *site, p *catalog.Plein) location {
	l := location{building: buildingOf(s, p.Adres(s.catalog.Today), p.Toegang(s.catalog.Today))}
	if next := p.NextMove(s.catalog.Today); next != nil {
		l.Move = &move{buildingOf(s, next.Adres, next.Toegang), s.say.Date(next.Vanaf), next.Reden}
	}
	return l
}

func buildingOf(s *site, at content.Adres, toegang content.Toegang) building {
	return building{at, toegang.Route, say.List(s.say, toegang.Toegankelijkheid, func(choice string) string { return facilityName(s, choice) })}
}

// paused are the spreekuren that stopped for a time.
func pausedOf(s *site, all []*catalog.Spreekuur) []link {
	var list []link
	for _, x := range all {
		if x.Status == content.Paused {
			list = append(list, spreekuurLink(s, x))
		}
	}
	return list
}

func openingOf(s *site, p *catalog.Plein) []openingDay {
	if !p.Schedule.HasOpening {
		return nil
	}
	var lines []openingDay
	for _, weekday := range catalog.Week {
		name := s.language.Capital(s.say.Weekday(weekday))
		lines = append(lines, openingDay{name, s.say.AllHours(p.Schedule.Opening[weekday])})
	}
	return lines
}

func openOf(s *site, p *catalog.Plein) []interval {
	var list []interval
	for date := s.catalog.Today; date < s.catalog.Today.Add(openDays); date++ {
		hours, _, _ := p.Schedule.HoursOn(date, s.catalog.Site.Calendar)
		for _, span := range hours {
			list = append(list, interval{instant(date.At(span.Begin)), instant(date.At(span.End))})
		}
	}
	return list
}

// exceptions are the coming periods in which the plein has other hours.
func exceptionsOf(s *site, p *catalog.Plein, days int) []openPeriod {
	var periods []openPeriod
	for _, period := range p.OpenPeriods(s.catalog.Today, s.catalog.Today.Add(days)) {
		when, hours := s.say.OpenDays(period)
		periods = append(periods, openPeriod{Days: when, Hours: hours, Reason: s.say.WhyOpen(period.Why), OpenPeriod: period})
	}
	return periods
}
