package due

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/icalendar"
	"pleinwijzer/generator/say"
)

// Calendar writes the tasks as events of a whole day, on the day by which they have to be
// done, or today if that is over. They are not of the type VTODO, which most calendars of
// phones do not show. An event keeps its UID, so that reading the file again replaces it.
func Calendar(w io.Writer, c *catalog.Catalog, tasks []Task) error {
	b := bufio.NewWriter(w)
	cal := icalendar.NewWriter(b)
	cal.Raw("BEGIN", "VCALENDAR")
	cal.Raw("VERSION", "2.0")
	cal.Raw("PRODID", "-//Pleinwijzer//Taken//NL")
	cal.Raw("CALSCALE", "GREGORIAN")
	cal.Text("NAME", "Taken voor "+c.Site.Titel)
	cal.Text("X-WR-CALNAME", "Taken voor "+c.Site.Titel)
	cal.Timezone() // an empty VCALENDAR is invalid
	for _, t := range tasks {
		event(cal, c, t)
	}
	cal.Raw("END", "VCALENDAR")
	return b.Flush()
}

func event(cal *icalendar.Writer, c *catalog.Catalog, t Task) {
	on := max(t.By, c.Today)
	cal.Raw("BEGIN", "VEVENT")
	cal.Raw("UID", uuid.NewSHA1(c.Site.ID, []byte("taak/"+t.key)).String()+"@taken")
	cal.Raw("DTSTAMP", icalendar.UTC(c.Moment.Now()))
	cal.Raw("DTSTART;VALUE=DATE", icalendar.Day(on))
	cal.Raw("DTEND;VALUE=DATE", icalendar.Day(on.Add(1)))
	cal.Text("SUMMARY", t.For.Name()+": "+t.What)
	cal.Text("DESCRIPTION", description(c, t))
	if t.Private {
		cal.Raw("CLASS", "PRIVATE")
	}
	cal.Raw("TRANSP", "TRANSPARENT")
	cal.Raw("END", "VEVENT")
}

func description(c *catalog.Catalog, t Task) string {
	lines := []string{Deadline(say.Dutch(c), t)}
	for _, a := range t.About {
		line := a.Text
		if a.Page != "" {
			line += "\n" + c.Site.Absolute(a.Page)
		}
		lines = append(lines, line)
	}
	if t.Then != "" {
		lines = append(lines, t.Then)
	}
	if t.Mail != nil {
		lines = append(lines, fmt.Sprintf("Mail aan: %s\nOnderwerp: %s\n\n%s", Recipient(t.Mail), t.Mail.Subject, t.Mail.Body))
	}
	return strings.Join(lines, "\n\n")
}
