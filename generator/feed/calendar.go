package feed

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
)

// refresh is how often a subscriber may look again: twice a day.
const refresh = "PT12H"

// calendar writes one calendar.
type calendar struct {
	*icalWriter
	*catalog.Catalog
}

// calendarFile says what a calendar is called and where it is.
type calendarFile struct {
	name string
	page string // that shows the same, as a path on the site
	path string // of the calendar itself, in the output folder
}

// write writes the calendar with the events in it. Without any it still has its
// time zone, since an empty VCALENDAR is none (RFC 5545, section 3.4).
func (f calendarFile) write(w io.Writer, c *catalog.Catalog, events func(calendar)) error {
	b := bufio.NewWriterSize(w, 32<<10)
	cal := calendar{&icalWriter{w: b}, c}
	cal.raw("BEGIN", "VCALENDAR")
	cal.head(f)
	cal.vtimezone()
	events(cal)
	cal.raw("END", "VCALENDAR")
	return b.Flush()
}

// head writes the properties of the calendar as a whole, those of RFC 7986 with
// the older ones that common calendars read. There is no METHOD: with one, RFC
// 5546 wants an ORGANIZER in each event, and this is no invitation.
func (cal calendar) head(f calendarFile) {
	cal.raw("VERSION", "2.0")
	cal.raw("PRODID", "-//Pleinwijzer//Spreekuren//NL")
	cal.raw("CALSCALE", "GREGORIAN")
	cal.text("NAME", f.name)
	cal.text("X-WR-CALNAME", f.name)
	cal.raw("X-WR-TIMEZONE", "Europe/Amsterdam")
	cal.raw("URL", cal.Site.Absolute(f.page))
	cal.raw("SOURCE;VALUE=URI", cal.Site.Absolute("/"+f.path))
	cal.raw("REFRESH-INTERVAL;VALUE=DURATION", refresh)
	cal.raw("X-PUBLISHED-TTL", refresh)
}

// A version is the age of an event.
type version struct {
	stamp    string // its last change, for DTSTAMP and LAST-MODIFIED
	sequence int    // how many times it was revised (RFC 5545, section 3.8.7.4), 0 if that is not known
}

// begin opens an event. Its UID ends on the namespace of the site, which outlives
// a change of host.
func (cal calendar) begin(uid string, v version) {
	cal.raw("BEGIN", "VEVENT")
	cal.text("UID", uid+"@"+cal.Site.Naamruimte)
	cal.raw("DTSTAMP", v.stamp)
	cal.raw("LAST-MODIFIED", v.stamp)
	if v.sequence > 0 {
		cal.raw("SEQUENCE", strconv.Itoa(v.sequence))
	}
}

// place writes where an event is.
func (cal calendar) place(at content.Adres) {
	cal.text("LOCATION", say.Address(at))
	if hasPosition(at) {
		cal.raw("GEO", degrees(at.Breedtegraad)+";"+degrees(at.Lengtegraad))
	}
}

// end closes an event. What is open to all takes no time from the agenda of who
// subscribes, hence TRANSPARENT.
func (cal calendar) end() {
	cal.raw("TRANSP", "TRANSPARENT")
	cal.raw("END", "VEVENT")
}

func hasPosition(at content.Adres) bool { return at.Breedtegraad != 0 && at.Lengtegraad != 0 }

func degrees(d float64) string { return strconv.FormatFloat(d, 'f', -1, 64) }

// Webcal is the address by which a phone subscribes to a calendar instead of
// copying it once. The path starts with "/" and is that of the calendar on the
// site: that of a page and its file, as in "/pleinen/dorpsplein/spreekuren.ics".
func Webcal(site *catalog.Site, path string) string {
	_, rest, _ := strings.Cut(site.Absolute(path), "://")
	return "webcal://" + rest
}
