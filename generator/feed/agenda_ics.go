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

// eventCalendar is the file beside the page of an agendapunt, with that alone.
const eventCalendar = "agendapunt.ics"

// agendaICS lists the calendar of the agenda. One-off events are not in the calendars of
// spreekuren: people subscribe to those to know when there is help.
func agendaICS(c *catalog.Catalog) []publish.File {
	f := calendarFile{name: "Agenda " + c.Site.Titel, page: agendaPage, path: agendaPath}
	files := []publish.File{{Path: f.path, Render: func(w io.Writer) error {
		return f.write(w, c, func(cal calendar) {
			known := recurrence.Window(c.Today)
			for _, a := range c.Agenda {
				if a.Last() >= known.From {
					cal.agendapunt(a)
				}
			}
		})
	}}}
	for _, a := range c.Agenda {
		own := calendarFile{name: a.Titel, page: a.Page(), path: a.Page()[1:] + eventCalendar}
		files = append(files, publish.File{Path: own.path, Render: func(w io.Writer) error {
			return own.write(w, c, func(cal calendar) { cal.agendapunt(a) })
		}})
	}
	return files
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
	cal.Text("SUMMARY", titleOf(cal.Catalog, a))
	cal.Text("DESCRIPTION", aboutAgendapunt(cal.Catalog, a))
	cal.place(a.Adres(first))
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

// titleOf is the title, and for whom it is where that is not everyone: in a calendar nothing
// stands beside it that says so.
func titleOf(c *catalog.Catalog, a *catalog.Agendapunt) string {
	if a.Voor == content.Staff {
		return a.Titel + " (" + strings.ToLower(say.Dutch(c).Word("voor-partners")) + ")"
	}
	return a.Titel
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
			line := say.Dutch(c).Moment(o.Tijd) + ": " + o.Titel
			if o.Optioneel {
				line += " (" + say.Dutch(c).Word("niet-verplicht") + ")"
			}
			lines = append(lines, line)
		}
		lines = append(lines, "")
	}
	if len(a.Vragen) > 0 {
		lines = append(lines, say.Dutch(c).Word("hier-praten-wij-over")+":")
		for _, question := range a.Vragen {
			lines = append(lines, "- "+question)
		}
		lines = append(lines, "")
	}
	if a.LocatieTekst != "" {
		lines = append(lines, say.Stopped(a.LocatieTekst))
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
	if a.AanmeldenTot != 0 {
		answer = say.Join(answer, v.Word("aanmelden-tot-en-met", v.Phrases.Until(a.AanmeldenTot)))
	}
	return say.Join(answer, v.Ways(a.Telefoon, a.Email, a.Website))
}
