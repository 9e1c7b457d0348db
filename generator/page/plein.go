package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// exceptionDays is how far ahead a plein tells of days with other hours.
const exceptionDays = 90

type plein struct {
	frame
	Plein      *catalog.Plein
	Adres      content.Adres // where it is today
	Move       *content.Verhuizing
	Opening    []openingDay
	Exceptions []openPeriod
	Timetable  []catalog.Dag
	Stopped    []*catalog.Spreekuur
	Berichten  []*catalog.Bericht
	Agenda     []*catalog.Agendapunt
}

// openingDay is one line of the opening hours.
type openingDay struct {
	Name  string
	Hours []schedule.Span
}

// openPeriod is a run of days with the same exception.
type openPeriod struct {
	First, Last schedule.Date
	catalog.OpenDay
}

func (s *site) pleinen() []publish.File {
	f := s.frame("Pleinen", "Alle pleinen: waar ze zijn en wanneer u er terechtkunt.", "/pleinen/", "/pleinen/")
	all := s.catalog.Pleinen
	files := s.linkList(f, "Op een plein helpen organisaties u naast elkaar. U kunt er met al uw vragen terecht.", len(all), func(i int) link {
		p := all[i]
		return link{Title: p.Naam, Path: p.Page(), Text: p.Adres(s.catalog.Today).Plaats, Count: len(running(p.Spreekuren))}
	})
	for _, p := range all {
		files = append(files, s.page(p.Page(), "plein", func() any { return s.plein(p) }))
	}
	return files
}

func (s *site) plein(p *catalog.Plein) plein {
	today := s.catalog.Today
	view := plein{
		frame:     s.frame(p.Naam, p.InEenZin, p.Page(), "/pleinen/"),
		Plein:     p,
		Adres:     p.Adres(today),
		Move:      p.NextMove(today),
		Timetable: catalog.Timetable(p.Spreekuren),
		Berichten: current(p.Berichten, today),
	}
	view.Draft = p.Concept
	view.Feeds = []feedLink{
		{"application/json", "Spreekuren van " + p.Naam, p.Page() + "spreekuren.json"},
		{"text/calendar", "Agenda van " + p.Naam, p.Page() + "spreekuren.ics"},
	}
	if p.Schedule.HasOpening {
		for _, day := range view.Timetable {
			view.Opening = append(view.Opening, openingDay{day.Naam, p.Schedule.Opening[day.Weekday]})
		}
		view.Exceptions = runs(p.Exceptions(today, today.Add(exceptionDays)))
	}
	for _, spreekuur := range p.Spreekuren {
		if spreekuur.Status == "tijdelijk gestopt" {
			view.Stopped = append(view.Stopped, spreekuur)
		}
	}
	for _, a := range p.Agenda {
		if !a.Past(today) {
			view.Agenda = append(view.Agenda, a)
		}
	}
	return view
}

// runs joins days that follow each other with the same exception.
func runs(days []catalog.OpenDay) []openPeriod {
	var periods []openPeriod
	for _, d := range days {
		if n := len(periods); n > 0 {
			last := &periods[n-1]
			if last.Last.Add(1) == d.Date && last.Closed && d.Closed && last.Reason == d.Reason {
				last.Last = d.Date
				continue
			}
		}
		periods = append(periods, openPeriod{First: d.Date, Last: d.Date, OpenDay: d})
	}
	return periods
}

// current are the updates that still matter.
func current(all []*catalog.Bericht, today schedule.Date) []*catalog.Bericht {
	var list []*catalog.Bericht
	for _, b := range all {
		if b.Current(today) {
			list = append(list, b)
		}
	}
	return list
}
