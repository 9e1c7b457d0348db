package content

import (
	"slices"

	"pleinwijzer/generator/schedule"
)

// Keren returns the days on which an event of several days is held, such as the six
// Tuesdays of a course. It is nil if "dag" is empty; then it is unknown on which days
// between the first and the last the event is held.
func (a *Agendapunt) Keren() []schedule.Date {
	return slices.DeleteFunc(a.Ruled(), func(d schedule.Date) bool { return slices.Contains(a.Behalve, d) })
}

// Ruled returns the days that "dag" gives, ignoring "behalve".
func (a *Agendapunt) Ruled() []schedule.Date {
	if a.Dag.Weekdays() == 0 || a.Datum == 0 {
		return nil
	}
	return slices.Collect(a.Dag.Dates(a.Datum, schedule.Period{From: a.Datum, Until: a.Last()}))
}
