package feed

import (
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// Subscribers are told that a spreekuur has stopped: the dates that they would have gone
// to stay in the calendar for a while, cancelled. A calendar that is suddenly empty
// would lose them in silence.

// stoppedMax is how many of those dates there are: as many as a page shows.
const stoppedMax = 8

// stopped writes those dates of a stopped spreekuur. After them its calendar has no
// events, but still exists: when a calendar disappears, a phone keeps its dates.
func (e event) stopped() {
	since := e.stoppedSince()
	for _, l := range recurrence.LostIn(e.s, schedule.Period{From: since, Until: since.Add(stoppedDays)}, stoppedMax) {
		e.begin(l.Name)
		e.times(l.Date, l.Span)
		e.Raw("STATUS", "CANCELLED")
		e.Text("SUMMARY", stoppedWords(e.s.Status)+": "+e.s.Titel)
		e.Text("DESCRIPTION", e.aboutStop())
		e.Text("LOCATION", say.Address(l.Adres))
		e.end()
	}
}

// stoppedSince is the first day without the spreekuur: the day after its last day, or
// else the day on which its status or its file changed, or today if version control
// knows neither.
func (e event) stoppedSince() schedule.Date {
	since := e.Today
	if changed := e.Version(&e.s.Record).Changed; !changed.IsZero() {
		since = schedule.DateOf(changed)
	}
	for _, change := range e.Past.Of(e.s.ID) {
		if change.Key == "status" {
			since = schedule.DateOf(change.Time)
			break
		}
	}
	if e.s.TotEnMet != 0 {
		since = min(since, e.s.TotEnMet.Add(1))
	}
	return since
}

// aboutStop says why it stopped, and where to go now.
func (e event) aboutStop() string {
	lines := []string{"Dit spreekuur is " + string(e.s.Status) + "."}
	if e.s.Reden != "" {
		lines = append(lines, "Reden: "+e.s.Reden)
	}
	if next := e.s.Opvolger; next != nil {
		lines = append(lines, "U kunt nu terecht bij "+next.Titel+": "+e.Site.Absolute(next.Page()))
	}
	return strings.Join(append(lines, "", readMore(e.Catalog, e.s)), "\n")
}

func stoppedWords(status content.Status) string {
	if status == content.Paused {
		return "Tijdelijk gestopt"
	}
	return "Gestopt"
}
