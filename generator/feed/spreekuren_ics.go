package feed

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/icalendar"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// spreekurenICS lists the calendar of each page and of each spreekuur. There is none for
// the whole site: it would show hundreds of spreekuren at the same hour, and a person
// visits only a few.
func spreekurenICS(c *catalog.Catalog) []publish.File {
	var files []publish.File
	written := &eventTexts{catalog: c}
	for _, page := range pages(c) {
		files = append(files, written.calendar(page, "Spreekuren "+page.title, "spreekuren.ics"))
	}
	for _, s := range c.Spreekuren {
		if s.OnAppointment() && !hadHours(c, s) {
			continue
		}
		own := selection{s.Titel, s.Page(), []*catalog.Spreekuur{s}, nothing{}, s}
		files = append(files, written.calendar(own, s.Titel, "spreekuur.ics"))
	}
	return publish.Together(files, written.made.Clear)
}

// hadHours reports whether a spreekuur had another rule before. Then its calendar still
// exists, without events, for people who subscribed: see stopped.
func hadHours(c *catalog.Catalog, s *catalog.Spreekuur) bool {
	return slices.ContainsFunc(c.Past.Of(s.ID), func(change changes.Change) bool { return change.Key == "wanneer" })
}

// eventTexts keeps the events of each spreekuur. They are the same in its own calendar
// and in those of its plein, partners, topics and place, and working out its dates is
// most of the work.
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
	calendar{icalendar.NewWriter(b), t.catalog}.spreekuur(s)
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
					cal.Write(piece)
				}
			}
			for _, s := range of.guests() {
				cal.visits(s, of.page)
			}
		})
	}}
}

// spreekuur writes the events of a spreekuur.
func (cal calendar) spreekuur(s *catalog.Spreekuur) {
	e := cal.event(s)
	if s.Status != content.Running {
		e.stopped()
		return
	}
	p := recurrence.PlanOf(s, cal.Today)
	for _, t := range p.Tracks {
		if t.Rule == "" {
			e.dates(t)
		} else {
			e.series(t)
		}
	}
	for _, o := range p.Extra {
		e.once(o.Name, o.Occurrence)
	}
}

// visits writes the dates on which a spreekuur of another plein comes to the plein of
// this page, exactly as its own calendar has them.
func (cal calendar) visits(s *catalog.Spreekuur, page string) {
	e := cal.event(s)
	write := func(name string, o catalog.Occurrence) {
		if o.Plein.Page() == page {
			e.once(name, o)
		}
	}
	p := recurrence.PlanOf(s, cal.Today)
	for _, t := range p.Tracks {
		for _, date := range t.Known {
			if o, ok := t.Changes[date]; ok {
				write(t.NameOn(date), o)
			}
		}
	}
	for _, o := range p.Extra {
		write(o.Name, o.Occurrence)
	}
}

// event writes the events of one spreekuur.
type event struct {
	calendar
	s       *catalog.Spreekuur
	changed time.Time
}

func (cal calendar) event(s *catalog.Spreekuur) event {
	return event{calendar: cal, s: s, changed: stampOf(cal.VersionOf(s).Changed, cmp.Or(s.Gecontroleerd, s.Vanaf))}
}

// series writes a track as a repeating event, without the dates that differ (EXDATE).
// Each of those is an event of its own, with its own UID, so that a cancelled date stays
// visible, with the reason. A RECURRENCE-ID would tie it to the series (RFC 5545,
// section 3.8.4.4). But ical.js, as FullCalendar and others call it, then shows it in
// every series of the file with an hour at that moment, whatever its UID. FullCalendar
// also reads only the first date of an EXDATE, so there is one EXDATE for each date.
// None of them is the first or last date of the series, which some calendars would show
// anyway.
func (e event) series(t *recurrence.Track) {
	if usual := t.Usual(); len(usual) > 0 {
		first, last := usual[0], usual[len(usual)-1]
		e.begin(t.Name)
		e.times(first, t.Span)
		// UNTIL is in UTC, as RFC 5545, section 3.3.10 requires for a DTSTART with a zone. It is
		// the end of the day, since FullCalendar compares it with local time as if that were
		// UTC.
		e.Raw("RRULE", t.Rule+";UNTIL="+icalendar.UTC(last.At(endOfDay).Add(-time.Second)))
		for _, date := range t.Known {
			if _, found := slices.BinarySearch(usual, date); !found && date > first && date < last {
				e.Raw("EXDATE"+icalendar.InZone, icalendar.Local(date, t.Span.Begin))
			}
		}
		e.facts(e.s.Titel, description(e.Catalog, e.s, t.Span), t.Adres)
	}
	for _, date := range t.Known {
		if o, ok := t.Changes[date]; ok {
			e.once(t.NameOn(date), o)
		}
	}
}

const endOfDay schedule.Clock = 24 * 60

// dates writes a track without a rule as an event for each date. An RDATE without an
// RRULE would say the same, but Outlook drops such events ([MS-OXCICAL], RDATE).
func (e event) dates(t *recurrence.Track) {
	for _, date := range t.Known {
		name := t.NameOn(date)
		if o, ok := t.Changes[date]; ok {
			e.once(name, o)
			continue
		}
		e.begin(name)
		e.times(date, t.Span)
		e.facts(e.s.Titel, description(e.Catalog, e.s, t.Span), t.Adres)
	}
}

// begin opens the event of that name.
func (e event) begin(name string) { e.calendar.begin(e.s.ID.String()+"-"+name, e.changed) }

func (e event) times(d schedule.Date, span schedule.Span) {
	e.Raw("DTSTART"+icalendar.InZone, icalendar.Local(d, span.Begin))
	e.Raw("DTEND"+icalendar.InZone, icalendar.Local(d, span.End))
}

// once writes one date. A cancelled date only needs to show what, where and why. Its
// title says that it is cancelled as well: a program that ignores STATUS shows it like
// any other event.
func (e event) once(name string, o catalog.Occurrence) {
	e.begin(name)
	e.times(o.Date, o.Span)
	if o.Cancelled() {
		e.Raw("STATUS", "CANCELLED")
		e.Text("SUMMARY", say.Dutch(e.Catalog).Heading(o))
		e.Text("DESCRIPTION", descriptionOn(e.Catalog, o))
		e.Text("LOCATION", say.Address(o.Adres()))
		e.end()
		return
	}
	e.facts(say.Dutch(e.Catalog).Heading(o), descriptionOn(e.Catalog, o), o.Adres())
}

// facts writes the rest of an event that takes place.
func (e event) facts(title, about string, at content.Adres) {
	e.Text("SUMMARY", title)
	e.Text("DESCRIPTION", about)
	e.place(at)
	e.Raw("URL", e.Site.Absolute(e.s.Page()))
	if len(e.s.Onderwerpen) > 0 {
		names := make([]string, len(e.s.Onderwerpen))
		for i, o := range e.s.Onderwerpen {
			names[i] = o.Naam
		}
		e.Text("CATEGORIES", names...)
	}
	e.end()
}
