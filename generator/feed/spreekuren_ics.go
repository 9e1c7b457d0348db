package feed

import (
	"io"
	"strconv"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

// refresh is how often a subscriber may look again: twice a day.
const refresh = "PT12H"

// spreekurenICS lists the calendar of each page.
func spreekurenICS(c *catalog.Catalog) []publish.File {
	var files []publish.File
	for _, page := range pages(c) {
		files = append(files, publish.File{Path: page.file("spreekuren.ics"), Render: func(w io.Writer) error {
			return writeCalendar(w, c, page)
		}})
	}
	return files
}

func writeCalendar(w io.Writer, c *catalog.Catalog, of selection) error {
	cal := calendar{icalWriter: newICalWriter(w), Catalog: c}
	cal.raw("BEGIN", "VCALENDAR")
	cal.head(of)
	cal.vtimezone()
	for _, s := range of.spreekuren {
		cal.spreekuur(s)
	}
	cal.raw("END", "VCALENDAR")
	return cal.flush()
}

// calendar writes one calendar of spreekuren.
type calendar struct {
	*icalWriter
	*catalog.Catalog
}

// head writes the properties of the calendar as a whole, those of RFC 7986 with
// the older ones that common calendars read. There is no METHOD: with one, RFC
// 5546 wants an ORGANIZER in each event, and this is no invitation.
func (cal calendar) head(of selection) {
	cal.raw("VERSION", "2.0")
	cal.raw("PRODID", "-//Pleinwijzer//Spreekuren//NL")
	cal.raw("CALSCALE", "GREGORIAN")
	name := "Spreekuren " + of.title
	cal.text("NAME", name)
	cal.text("X-WR-CALNAME", name)
	cal.raw("X-WR-TIMEZONE", "Europe/Amsterdam")
	cal.raw("URL", cal.Site.Absolute(of.page))
	cal.raw("SOURCE;VALUE=URI", cal.Site.Absolute("/"+of.file("spreekuren.ics")))
	cal.raw("REFRESH-INTERVAL;VALUE=DURATION", refresh)
	cal.raw("X-PUBLISHED-TTL", refresh)
}

func (cal calendar) spreekuur(s *catalog.Spreekuur) {
	p := recurrence.PlanOf(s, cal.Today)
	e := event{calendar: cal, s: s, stamp: stamp(cal.Catalog, s), sequence: sequence(cal.Catalog, s)}
	for _, t := range p.Tracks {
		e.series(t)
	}
	for _, o := range p.Extra {
		e.begin(o.Name)
		e.times(o.Date, o.Span)
		e.occurrence(o.Occurrence)
	}
}

// event writes the events of one spreekuur.
type event struct {
	calendar
	s               *catalog.Spreekuur
	stamp, sequence string
}

// series writes a track as an event that repeats, and after it an event for each
// date that is different. Those replace the date of the series by its
// RECURRENCE-ID (RFC 5545, section 3.8.4.4), so that a cancelled date stays in the
// calendar, with the reason, where an EXDATE would make it disappear.
func (e event) series(t *recurrence.Track) {
	e.begin(t.Name)
	e.times(t.Start, t.Span)
	if t.Rule != "" {
		e.rule(t)
	} else if len(t.Known) > 1 {
		e.raw("RDATE"+inZone, at(t, t.Known[1:])...)
	}
	if len(t.Skipped) > 0 {
		e.raw("EXDATE"+inZone, at(t, t.Skipped)...)
	}
	e.facts(e.s.Titel, description(e.Catalog, e.s, t.Span), t.Adres)
	e.end()
	for _, date := range t.Known {
		if o, ok := t.Changes[date]; ok {
			e.begin(t.Name)
			e.raw("RECURRENCE-ID"+inZone, local(date, t.Span.Begin))
			e.times(o.Date, o.Span)
			e.occurrence(o)
		}
	}
}

// rule writes the RRULE. Its UNTIL is in UTC, as RFC 5545, section 3.3.10 wants for
// a DTSTART with a zone, and is the begin of the last date that can be.
func (e event) rule(t *recurrence.Track) {
	rule := t.Rule
	if t.In.Until != 0 {
		rule += ";UNTIL=" + utc(t.In.Until.At(t.Span.Begin))
	}
	e.raw("RRULE", rule)
}

// at gives the begin of the series on the dates.
func at(t *recurrence.Track, dates []schedule.Date) []string {
	times := make([]string, len(dates))
	for i, date := range dates {
		times[i] = local(date, t.Span.Begin)
	}
	return times
}

// begin opens an event. Its UID is the id of the spreekuur, the name of the
// series and the namespace of the site, which outlives a change of host.
func (e event) begin(name string) {
	e.raw("BEGIN", "VEVENT")
	e.text("UID", e.s.ID.String()+"-"+name+"@"+e.Site.Naamruimte)
	e.raw("DTSTAMP", e.stamp)
	e.raw("LAST-MODIFIED", e.stamp)
	if e.sequence != "" {
		e.raw("SEQUENCE", e.sequence)
	}
}

func (e event) times(d schedule.Date, span schedule.Span) {
	e.raw("DTSTART"+inZone, local(d, span.Begin))
	e.raw("DTEND"+inZone, local(d, span.End))
}

// occurrence writes the rest of an event that is one date. Of one that is
// cancelled a calendar needs to show only what, where and why.
func (e event) occurrence(o catalog.Occurrence) {
	if o.Cancelled() {
		e.raw("STATUS", "CANCELLED")
		e.text("SUMMARY", heading(o))
		e.text("DESCRIPTION", descriptionOn(e.Catalog, o))
		e.text("LOCATION", location(o.Adres))
		e.raw("TRANSP", "TRANSPARENT")
	} else {
		e.facts(heading(o), descriptionOn(e.Catalog, o), o.Adres)
	}
	e.end()
}

// facts writes what is the same in every event. An open spreekuur takes no time
// from the agenda of who subscribes, hence TRANSPARENT.
func (e event) facts(title, about string, at content.Adres) {
	e.text("SUMMARY", title)
	e.text("DESCRIPTION", about)
	e.text("LOCATION", location(at))
	if at.Breedtegraad != 0 && at.Lengtegraad != 0 {
		e.raw("GEO", degrees(at.Breedtegraad)+";"+degrees(at.Lengtegraad))
	}
	e.raw("URL", e.Site.Absolute(e.s.Page()))
	if len(e.s.Onderwerpen) > 0 {
		names := make([]string, len(e.s.Onderwerpen))
		for i, o := range e.s.Onderwerpen {
			names[i] = o.Naam
		}
		e.text("CATEGORIES", names...)
	}
	e.raw("TRANSP", "TRANSPARENT")
}

func (e event) end() { e.raw("END", "VEVENT") }

func degrees(d float64) string { return strconv.FormatFloat(d, 'f', -1, 64) }

// firstStamp is for a spreekuur without any date of its own.
var firstStamp = schedule.NewDate(2026, time.January, 1)

// stamp is the DTSTAMP of all events of a spreekuur. It is no time of the clock,
// or each build would change each file: it is when the spreekuur or its plein
// last changed, as far as version control knows, and else the day on which
// someone last checked the spreekuur, or its first day.
func stamp(c *catalog.Catalog, s *catalog.Spreekuur) string {
	if changed, _ := changedWithPlein(c, s); !changed.IsZero() {
		return utc(changed)
	}
	day := firstStamp
	switch {
	case s.Gecontroleerd != 0:
		day = s.Gecontroleerd
	case s.Vanaf != 0:
		day = s.Vanaf
	}
	return local(day, 0) + "Z"
}

// sequence counts the changes of a spreekuur and its plein, as far as version
// control knows; "" where it does not.
func sequence(c *catalog.Catalog, s *catalog.Spreekuur) string {
	changed, n := changedWithPlein(c, s)
	if changed.IsZero() {
		return ""
	}
	return strconv.Itoa(n)
}

// changedWithPlein is when a spreekuur or its plein last changed, and how many
// times they did. A spreekuur that version control does not know has no such time.
func changedWithPlein(c *catalog.Catalog, s *catalog.Spreekuur) (time.Time, int) {
	own, plein := c.Version(&s.Record), c.Version(&s.Plein.Record)
	switch {
	case own.Changed.IsZero():
		return time.Time{}, 0
	case plein.Changed.After(own.Changed):
		own.Changed = plein.Changed
	}
	return own.Changed, own.Number + plein.Number
}
