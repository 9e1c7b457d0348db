package team

import (
	"slices"
	"time"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

const screenPath = "scherm/"

// A screen at the entrance shows the page for weeks on end, and nobody touches it. So the
// page has all that a script needs to stay right by the clock of the device, without a new
// build and without a connection (static/js/scherm.js).
type screen struct {
	Title, Name string
	Long        bool // the name has no room in very large letters
	Policy      string
	Made        string // when, for machines
	Known       string // until when it knows what is held
	Days        []screenDay
	Closings    []screenClosing
	Address     []string // of the plein, as people type it; a line may break between the parts
	QR          *piece.QR
	Sample      bool
	Words       any
}

// screenDay is a day on which something is held, or was to be.
type screenDay struct {
	Date, Name string
	Slug       string // "dinsdag", for its colour
	Size       string // of the letters without a script, which turns pages of rows
	First      bool
	Rows       []screenRow
}

type screenRow struct {
	Begin, End  string // for machines
	Time, Title string
	Who         string
	Notes       []string // what is different, where it is, why, and whether it takes an appointment
	Cancelled   bool
	Away        bool // held, but not here
}

// screenClosing is a period in which the plein is closed.
type screenClosing struct {
	End    string // for machines
	When   string
	Reason string
	First  bool
}

const (
	// screenDays is how many days a screen stays right without a new build.
	screenDays = 14

	// screenAhead is how many days with rows there are at least, if need be from later on.
	screenAhead = 2

	// shortName is the most signs of a name that fit beside the clock.
	shortName = 24
)

func screenOf(s *layout.Site, p *catalog.Plein) screen {
	made := s.Catalog.Moment.Now().In(schedule.Amsterdam)
	return screen{
		Title: screenTitle(p), Name: piece.Softened(p.Naam), Long: utf8.RuneCountInString(p.Naam) > shortName,
		Policy: layout.Policy, Made: made.Format(time.RFC3339),
		Known: piece.Instant(piece.KnownUntil(s, p, screenDays).At(0)), Days: screenDaysOf(s, p), Closings: screenClosings(s, p),
		Address: typedOf(s.Catalog.Site.Absolute(p.Short)), QR: piece.NewQR(s.Catalog.Site.Absolute(p.Page())),
		Sample: s.Catalog.Site.Voorbeeld, Words: layout.ScriptWords(s),
	}
}

func screenTitle(p *catalog.Plein) string { return "Scherm van " + p.Naam }

// screenDaysOf are the coming days with their rows. Of a plein where little is held they
// go on to a later one that goes on.
func screenDaysOf(s *layout.Site, p *catalog.Plein) []screenDay {
	last := s.Catalog.Today.Add(screenDays - 1)
	coming := comingAt(s, p, last)
	if held := slices.DeleteFunc(slices.Clone(coming), catalog.Occurrence.Cancelled); len(byDay(held)) < screenAhead {
		coming = comingAt(s, p, last.Add(piece.RareDays))
	}
	var days []screenDay
	held := 0 // days on which something goes on
	for _, on := range byDay(coming) {
		if on[0].Date > last && held >= screenAhead {
			break
		}
		if !slices.ContainsFunc(on, func(o catalog.Occurrence) bool { return !o.Cancelled() }) {
			if on[0].Date > last {
				continue // it is told when that day is near
			}
		} else {
			held++
		}
		days = append(days, screenDayOf(s, p, on))
	}
	if len(days) > 0 {
		days[0].First = true
	}
	return days
}

// comingAt are the dates at a plein that are not over, in order of time: its own, and those
// of guests. Of its own also those that are elsewhere, since people come here for them.
func comingAt(s *layout.Site, p *catalog.Plein, last schedule.Date) []catalog.Occurrence {
	coming := s.Catalog.Coming(slices.Concat(p.Spreekuren, p.Gasten), last)
	return slices.DeleteFunc(coming, func(o catalog.Occurrence) bool {
		return o.Plein != p && o.Spreekuur.Plein != p || s.Catalog.Moment.Reached(o.End())
	})
}

func byDay(all []catalog.Occurrence) [][]catalog.Occurrence {
	var days [][]catalog.Occurrence
	for i, o := range all {
		if i == 0 || o.Date != all[i-1].Date {
			days = append(days, nil)
		}
		days[len(days)-1] = append(days[len(days)-1], o)
	}
	return days
}

func screenDayOf(s *layout.Site, p *catalog.Plein, on []catalog.Occurrence) screenDay {
	date := on[0].Date
	day := screenDay{
		Date: date.String(), Name: s.Language.Capital(s.Say.Near(date)), Slug: schedule.WeekdayName(date.Weekday()),
		Size: screenSize(len(on)), Rows: make([]screenRow, len(on)),
	}
	for i, o := range on {
		day.Rows[i] = screenRowOf(s, p, o)
	}
	return day
}

// screenSize is smaller where there are more rows. Without a script they must all be in
// view at once.
func screenSize(rows int) string {
	switch {
	case rows <= 5:
		return "few"
	case rows <= 9:
		return "some"
	case rows <= 20:
		return "many"
	}
	return "many full"
}

func screenRowOf(s *layout.Site, p *catalog.Plein, o catalog.Occurrence) screenRow {
	x := o.Spreekuur
	row := screenRow{
		Begin: piece.Instant(o.Begin()), End: piece.Instant(o.End()), Time: s.Say.Hours(o.Span),
		Title: x.Titel, Who: piece.WhoOf(s, x), Cancelled: o.Cancelled(), Away: o.Plein != p,
	}
	change := s.Say.ChangeAt(o, p)
	for _, note := range []string{change.Label, change.Where, change.Reason.Text} {
		if note != "" {
			row.Notes = append(row.Notes, note)
		}
	}
	if x.Aanmelden == content.Required && !o.Cancelled() {
		row.Notes = append(row.Notes, "Alleen met een afspraak.")
	}
	return row
}

// screenClosings are the coming periods in which the plein is closed, the first one first.
func screenClosings(s *layout.Site, p *catalog.Plein) []screenClosing {
	today := s.Catalog.Today
	var closings []screenClosing
	for _, d := range p.Different(today, today.Add(piece.ExceptionDays)) {
		if d.Hours == nil || !d.Hours.Closed {
			continue
		}
		when := s.Say.NearPeriod(d.Hours.Period)
		if except := s.Say.Except(*d.Hours); except != "" {
			when = s.Say.DateAnd(when, except)
		}
		closings = append(closings, screenClosing{
			End: piece.Instant(d.Hours.Until.Add(1).At(0)), When: say.Stopped(when),
			Reason: s.Say.Sentence(s.Say.WhyOpen(d.Hours.Why)).Text, First: len(closings) == 0,
		})
	}
	return closings
}
