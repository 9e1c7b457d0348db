package feed

import (
	"io"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/icalendar"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

const agendaPage, agendaPath = "/agenda/", "feeds/agenda.ics"

// agendaICS lists the calendar of the agenda. One-off events are not in the calendars of
// spreekuren: people subscribe to those to know when there is help.
func agendaICS(c *catalog.Catalog) []publish.File {
	f := calendarFile{name: "Agenda " + c.Site.Titel, page: agendaPage, path: agendaPath}
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

// agendapunt writes an event, or one for each day of a course. Each day has a UID of its
// own, so that the others stay as they are when one moves.
func (cal calendar) agendapunt(a *catalog.Agendapunt) {
	keren := a.Keren()
	if keren == nil {
		cal.agendaEvent(a, a.ID.String(), a.Datum, a.Last())
	}
	for _, date := range keren {
		cal.agendaEvent(a, a.ID.String()+"-"+icalendar.Day(date), date, date)
	}
}

func (cal calendar) agendaEvent(a *catalog.Agendapunt, uid string, first, last schedule.Date) {
	changed := cal.Version(&a.Record).Changed
	if a.Plein != nil && !changed.IsZero() && cal.Version(&a.Plein.Record).Changed.After(changed) {
		changed = cal.Version(&a.Plein.Record).Changed
	}
	cal.begin(uid, stampOf(changed, 0))
	cal.moment(a.Tijd, first, last)
	cal.Raw("STATUS", "CONFIRMED")
	cal.Text("SUMMARY", a.Titel)
	cal.Text("DESCRIPTION", aboutAgendapunt(cal.Catalog, a))
	cal.place(whereOn(a, first))
	cal.Raw("URL", cal.Site.Absolute(a.Page()))
	cal.end()
}

// moment writes when the event is. An event of several days becomes an event of whole
// days, even if it has a time: nobody has said on which of the days that time applies.
// An event of whole days ends on the day after its last (RFC 5545, section 3.6.1).
func (cal calendar) moment(tijd typed.Moment, first, last schedule.Date) {
	if !tijd.Set || last > first {
		cal.Raw("DTSTART;VALUE=DATE", icalendar.Day(first))
		cal.Raw("DTEND;VALUE=DATE", icalendar.Day(last.Add(1)))
		return
	}
	cal.Raw("DTSTART"+icalendar.InZone, icalendar.Local(first, tijd.Begin))
	if tijd.HasEnd() {
		cal.Raw("DTEND"+icalendar.InZone, icalendar.Local(first, tijd.End))
	}
}

// whereOn is where the event is held: at the plein, at its address on that day, or at an
// address of its own.
func whereOn(a *catalog.Agendapunt, date schedule.Date) content.Adres {
	if a.Plein != nil {
		return a.Plein.Adres(date)
	}
	return content.Adres{Locatie: a.Locatie, Straat: a.Straat, Postcode: a.Postcode, Plaats: a.Agendapunt.Plaats}
}

// aboutAgendapunt is what a calendar says about the event, one fact to a line.
func aboutAgendapunt(c *catalog.Catalog, a *catalog.Agendapunt) string {
	lines := []string{a.InEenZin, ""}
	if a.Tijd.Set && a.Last() > a.Datum && a.Keren() == nil {
		lines = append(lines, "Tijd: "+say.Dutch(c).Moment(a.Tijd)+".")
	}
	if len(a.Partners) > 0 {
		lines = append(lines, say.Stopped("Van: "+organisers(c, a.Partners)))
	}
	if len(a.Programma) > 0 {
		lines = append(lines, "", "Programma:")
		for _, o := range a.Programma {
			lines = append(lines, say.Dutch(c).Moment(o.Tijd)+": "+o.Titel)
		}
		lines = append(lines, "")
	}
	lines = append(lines, say.Stopped("Kosten: "+string(a.Kosten)), registration(c, a), "Meer lezen: "+c.Site.Absolute(a.Page()))
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
