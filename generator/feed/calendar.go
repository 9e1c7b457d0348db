package feed

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strconv"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/icalendar"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// refresh is how often a subscriber may look again: twice a day.
const refresh = "PT12H"

// calendar writes one calendar.
type calendar struct {
	*icalendar.Writer
	*catalog.Catalog
}

// calendarFile says what a calendar is called and where it is.
type calendarFile struct {
	name string
	page string // that shows the same, as a path on the site
	path string // of the calendar itself, in the output folder
}

// write writes the calendar with its events. Without events it still has its time zone,
// since an empty VCALENDAR is invalid (RFC 5545, section 3.4).
func (f calendarFile) write(w io.Writer, c *catalog.Catalog, events func(calendar)) error {
	b := writers.Get().(*bufio.Writer)
	defer writers.Put(b)
	b.Reset(w)
	cal := calendar{icalendar.NewWriter(b), c}
	cal.Raw("BEGIN", "VCALENDAR")
	cal.head(f)
	cal.Timezone()
	events(cal)
	cal.Raw("END", "VCALENDAR")
	return b.Flush()
}

// writers are used again: a calendar is short beside the room of one.
var writers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 32<<10) }}

// head writes the properties of the calendar as a whole: those of RFC 7986, and the
// older ones that common calendars read. There is no METHOD: with one, RFC 5546 requires
// an ORGANIZER in every event, and these are not invitations.
func (cal calendar) head(f calendarFile) {
	cal.Raw("VERSION", "2.0")
	cal.Raw("PRODID", "-//Pleinwijzer//Spreekuren//NL")
	cal.Raw("CALSCALE", "GREGORIAN")
	cal.Text("NAME", f.name)
	cal.Text("X-WR-CALNAME", f.name)
	cal.Raw("X-WR-TIMEZONE", "Europe/Amsterdam")
	cal.Raw("URL", cal.Site.Absolute(f.page))
	cal.Raw("SOURCE;VALUE=URI", cal.Site.Absolute("/"+f.path))
	cal.Raw("REFRESH-INTERVAL;VALUE=DURATION", refresh)
	cal.Raw("X-PUBLISHED-TTL", refresh)
}

// begin opens an event that last changed at that time. Its UID ends in the namespace of
// the site, which survives a change of host.
//
// SEQUENCE must not go down when the event changes (RFC 5545, section 3.8.7.4), nor when
// it moves to a plein that has changed less often. So it counts minutes, not changes.
func (cal calendar) begin(uid string, changed time.Time) {
	cal.Raw("BEGIN", "VEVENT")
	cal.Text("UID", uid+"@"+cal.Site.Naamruimte)
	cal.Raw("DTSTAMP", icalendar.UTC(changed))
	cal.Raw("LAST-MODIFIED", icalendar.UTC(changed))
	cal.Raw("SEQUENCE", strconv.Itoa(max(0, int(changed.Sub(firstMinute)/time.Minute))))
}

// firstMinute is minute 0. It is early enough for content that was kept elsewhere
// before.
var firstMinute = time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)

// firstStamp is for records that have no date of their own.
var firstStamp = schedule.NewDate(2026, time.January, 1)

// stampOf is when an event last changed according to version control, or else a day from
// its record. It never takes the time from the clock: then every build would change
// every file.
func stampOf(changed time.Time, or schedule.Date) time.Time {
	if !changed.IsZero() {
		return changed
	}
	year, month, day := cmp.Or(or, firstStamp).Civil()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// place writes where an event is.
func (cal calendar) place(at content.Adres) {
	cal.Text("LOCATION", say.Address(at))
	if hasPosition(at) {
		cal.Raw("GEO", degrees(at.Breedtegraad)+";"+degrees(at.Lengtegraad))
	}
}

// end closes an event. It is TRANSPARENT: something that is open to everyone does not
// make a subscriber busy.
func (cal calendar) end() {
	cal.Raw("TRANSP", "TRANSPARENT")
	cal.Raw("END", "VEVENT")
}

func hasPosition(at content.Adres) bool { return at.Breedtegraad != 0 && at.Lengtegraad != 0 }

func degrees(d float64) string { return strconv.FormatFloat(d, 'f', -1, 64) }

// hasDates reports whether the calendar of a spreekuur has a date to come.
func hasDates(s *catalog.Spreekuur) bool { return s.Active() && len(s.Next(1)) > 0 }

// Calendars finds the calendar that a page offers, both as paths on the site: one that
// still has a date to come, or "". The other calendars exist too, for people who
// subscribed earlier. Nothing is looked up before the first page asks.
func Calendars(c *catalog.Catalog) func(page string) string {
	all := sync.OnceValue(func() map[string]offer { return offers(c) })
	return func(page string) string {
		if offer, ok := all()[page]; ok && offer.hasDates() {
			return offer.path
		}
		return ""
	}
}

// offer is a calendar beside a page.
type offer struct {
	path     string
	hasDates func() bool
}

func offers(c *catalog.Catalog) map[string]offer {
	all := make(map[string]offer, len(c.Spreekuren)+len(c.Pleinen)+len(c.Partners))
	for _, page := range pages(c) {
		all[page.page] = offer{page.page + "spreekuren.ics", sync.OnceValue(func() bool {
			return slices.ContainsFunc(page.spreekuren, hasDates) || len(page.guests()) > 0
		})}
	}
	for _, s := range c.Spreekuren {
		all[s.Page()] = offer{s.Page() + "spreekuur.ics", func() bool { return hasDates(s) }}
	}
	all[agendaPage] = offer{"/" + agendaPath, func() bool {
		return slices.ContainsFunc(c.Agenda, func(a *catalog.Agendapunt) bool { return !a.Past(c.Today) })
	}}
	return all
}
