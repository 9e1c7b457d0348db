package feed

import (
	"io"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// agendaICS lists the calendar of the agenda. What happens once is not in the
// calendars of spreekuren: those are for who wants to know when help is there.
func agendaICS(c *catalog.Catalog) []publish.File {
	f := calendarFile{name: "Agenda " + c.Site.Titel, page: "/agenda/", path: "feeds/agenda.ics"}
	return []publish.File{{Path: f.path, Render: func(w io.Writer) error {
		return f.write(w, c, func(cal calendar) {
			known := recurrence.Window(c.Today)
			for _, a := range c.Agenda {
				if a.Last() >= known.From {
					cal.agendapunt(a)
				}
			}
		})
	}}}
}

func (cal calendar) agendapunt(a *catalog.Agendapunt) {
	cal.begin(a.ID.String(), version{stamp: stamp(0)})
	cal.moment(a)
	cal.raw("STATUS", "CONFIRMED")
	cal.text("SUMMARY", a.Titel)
	cal.text("DESCRIPTION", aboutAgendapunt(cal.Catalog, a))
	cal.place(placeOf(a))
	cal.raw("URL", cal.Site.Absolute(a.Page()))
	cal.end()
}

// moment writes when it is. On several days it is an event of whole days, also
// with a time: "16 februari tot en met 23 maart, 13.30 uur" may be a course on six
// afternoons, and which those are, only the text tells. An event of whole days
// ends on the day after (RFC 5545, section 3.6.1).
func (cal calendar) moment(a *catalog.Agendapunt) {
	if !a.Tijd.Set || a.Last() > a.Datum {
		cal.raw("DTSTART;VALUE=DATE", day(a.Datum))
		cal.raw("DTEND;VALUE=DATE", day(a.Last().Add(1)))
		return
	}
	cal.raw("DTSTART"+inZone, local(a.Datum, a.Tijd.Begin))
	if a.Tijd.HasEnd() {
		cal.raw("DTEND"+inZone, local(a.Datum, a.Tijd.End))
	}
}

func day(d schedule.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// placeOf is where it is: at the plein, as that stands on the day, or at an
// address of its own.
func placeOf(a *catalog.Agendapunt) content.Adres {
	if a.Plein != nil {
		return a.Plein.Adres(a.Datum)
	}
	return content.Adres{Locatie: a.Locatie, Straat: a.Straat, Postcode: a.Postcode, Plaats: a.Agendapunt.Plaats}
}

// aboutAgendapunt is what a calendar shows of it, one line per fact.
func aboutAgendapunt(c *catalog.Catalog, a *catalog.Agendapunt) string {
	lines := []string{a.InEenZin, ""}
	if a.Tijd.Set && a.Last() > a.Datum {
		lines = append(lines, "Tijd: "+say.Dutch(c).Moment(a.Tijd)+".")
	}
	if len(a.Partners) > 0 {
		lines = append(lines, "Van: "+organisers(c, a.Partners)+".")
	}
	if len(a.Programma) > 0 {
		lines = append(lines, "", "Programma:")
		for _, o := range a.Programma {
			lines = append(lines, say.Dutch(c).Moment(o.Tijd)+": "+o.Titel)
		}
		lines = append(lines, "")
	}
	lines = append(lines, "Kosten: "+a.Kosten+".", registration(c, a), "Meer lezen: "+c.Site.Absolute(a.Page()))
	return strings.Join(lines, "\n")
}

// registration says whether to sign up, and how.
func registration(c *catalog.Catalog, a *catalog.Agendapunt) string {
	v := say.Dutch(c)
	word := "aanmelden-niet-nodig"
	switch a.Aanmelden {
	case content.Required:
		word = "aanmelden-moet"
	case content.Allowed:
		word = "aanmelden-mag"
	}
	answer := say.Stopped(v.Word("aanmelden") + ": " + v.Word(word))
	if a.Aanmelden != content.Required && a.Aanmelden != content.Allowed {
		return answer
	}
	return say.Join(answer, v.Ways("", a.Email, a.Website))
}
