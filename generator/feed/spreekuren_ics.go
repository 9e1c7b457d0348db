package feed

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// spreekurenICS lists the calendar of each page and of each spreekuur. There is
// none of the whole site: that would put hundreds of spreekuren at one hour, of
// which a person visits a few.
func spreekurenICS(c *catalog.Catalog) []publish.File {
	var files []publish.File
	written := &eventTexts{catalog: c}
	for _, page := range pages(c) {
		files = append(files, written.calendar(page, "Spreekuren "+page.title, "spreekuren.ics"))
	}
	for _, s := range c.Spreekuren {
		own := selection{s.Titel, s.Page(), []*catalog.Spreekuur{s}, s}
		files = append(files, written.calendar(own, s.Titel, "spreekuur.ics"))
	}
	return files
}

// eventTexts keeps the events of each spreekuur. They are the same in its own
// calendar and in those of its plein, partners, topics and place, and working out
// its dates is most of the work.
type eventTexts struct {
	catalog *catalog.Catalog
	made    sync.Map
}

func (t *eventTexts) of(s *catalog.Spreekuur) []byte {
	if made, ok := t.made.Load(s); ok {
		return made.([]byte)
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	calendar{&icalWriter{w: b}, t.catalog}.spreekuur(s)
	made := bytes.Clone(b.Bytes())
	t.made.Store(s, made)
	return made
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func (t *eventTexts) calendar(of selection, name, file string) publish.File {
	f := calendarFile{name: name, page: of.page, path: of.file(file)}
	return publish.File{Path: f.path, Render: func(w io.Writer) error {
		return f.write(w, t.catalog, func(cal calendar) {
			for _, s := range of.spreekuren {
				for piece := range slices.Chunk(t.of(s), 16<<10) { // no file in one write
					cal.w.Write(piece)
				}
			}
		})
	}}
}

// spreekuur writes the events of a spreekuur. One that stopped has none, but its
// calendar is still there, so that its dates go from the phones of who subscribed.
func (cal calendar) spreekuur(s *catalog.Spreekuur) {
	p := recurrence.PlanOf(s, cal.Today)
	e := event{calendar: cal, s: s, version: versionOf(cal.Catalog, s)}
	for _, t := range p.Tracks {
		if t.Rule == "" {
			e.dates(t)
		} else {
			e.series(t)
		}
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
	s       *catalog.Spreekuur
	version version
}

// series writes a track as an event that repeats, and after it an event for each
// date that is different. Those replace the date of the series by its
// RECURRENCE-ID (RFC 5545, section 3.8.4.4), so that a cancelled date stays in the
// calendar, with the reason, where an EXDATE would make it disappear.
func (e event) series(t *recurrence.Track) {
	e.begin(t.Name)
	e.times(t.Start, t.Span)
	// Its UNTIL is in UTC, as RFC 5545, section 3.3.10 wants for a DTSTART with a
	// zone, and is the begin of the last date that can be.
	e.raw("RRULE", t.Rule+";UNTIL="+utc(t.In.Until.At(t.Span.Begin)))
	if len(t.Skipped) > 0 {
		e.raw("EXDATE"+inZone, at(t, t.Skipped)...)
	}
	e.facts(e.s.Titel, description(e.Catalog, e.s, t.Span), t.Adres)
	for _, date := range t.Known {
		if o, ok := t.Changes[date]; ok {
			e.begin(t.Name)
			e.raw("RECURRENCE-ID"+inZone, local(date, t.Span.Begin))
			e.times(o.Date, o.Span)
			e.occurrence(o)
		}
	}
}

// dates writes a track without a rule as an event for each date. An RDATE without
// RRULE would say the same, but Outlook drops such an event ([MS-OXCICAL], RDATE).
func (e event) dates(t *recurrence.Track) {
	for _, date := range t.Known {
		e.begin(t.Name + "-" + strings.ReplaceAll(date.String(), "-", ""))
		if o, ok := t.Changes[date]; ok {
			e.times(o.Date, o.Span)
			e.occurrence(o)
			continue
		}
		e.times(date, t.Span)
		e.facts(e.s.Titel, description(e.Catalog, e.s, t.Span), t.Adres)
	}
}

// at gives the begin of the series on the dates.
func at(t *recurrence.Track, dates []schedule.Date) []string {
	times := make([]string, len(dates))
	for i, date := range dates {
		times[i] = local(date, t.Span.Begin)
	}
	return times
}

// begin opens the event of that name.
func (e event) begin(name string) { e.calendar.begin(e.s.ID.String()+"-"+name, e.version) }

func (e event) times(d schedule.Date, span schedule.Span) {
	e.raw("DTSTART"+inZone, local(d, span.Begin))
	e.raw("DTEND"+inZone, local(d, span.End))
}

// occurrence writes the rest of an event that is one date. Of one that is
// cancelled a calendar needs to show only what, where and why.
func (e event) occurrence(o catalog.Occurrence) {
	if o.Cancelled() {
		e.raw("STATUS", "CANCELLED")
		e.text("SUMMARY", say.Dutch(e.Catalog).Heading(o))
		e.text("DESCRIPTION", descriptionOn(e.Catalog, o))
		e.text("LOCATION", say.Address(o.Adres))
		e.end()
		return
	}
	e.facts(say.Dutch(e.Catalog).Heading(o), descriptionOn(e.Catalog, o), o.Adres)
}

// facts writes the rest of an event that takes place.
func (e event) facts(title, about string, at content.Adres) {
	e.text("SUMMARY", title)
	e.text("DESCRIPTION", about)
	e.place(at)
	e.raw("URL", e.Site.Absolute(e.s.Page()))
	if len(e.s.Onderwerpen) > 0 {
		names := make([]string, len(e.s.Onderwerpen))
		for i, o := range e.s.Onderwerpen {
			names[i] = o.Naam
		}
		e.text("CATEGORIES", names...)
	}
	e.end()
}

// versionOf is the version of all events of a spreekuur. Its stamp is no time of
// the clock, or each build would change each file: it is when the spreekuur or
// what decides its dates last changed, as far as version control knows, and else the day on which
// someone last checked the spreekuur, or its first day.
func versionOf(c *catalog.Catalog, s *catalog.Spreekuur) version {
	if v := c.VersionOf(s); !v.Changed.IsZero() {
		return version{stamp: utc(v.Changed), sequence: v.Number}
	}
	day := s.Gecontroleerd
	if day == 0 {
		day = s.Vanaf
	}
	return version{stamp: stamp(day)}
}

// firstStamp is for what has no date of its own.
var firstStamp = schedule.NewDate(2026, time.January, 1)

// stamp is a day as a DTSTAMP.
func stamp(day schedule.Date) string {
	if day == 0 {
		day = firstStamp
	}
	return local(day, 0) + "Z"
}
