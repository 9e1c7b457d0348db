package paper

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// posterGroup are rows of one day that stay together on a sheet.
type posterGroup struct {
	Days string // "Maandag", "Op afspraak"
	Rows []posterRow
}

type posterRow struct {
	Times []string
	Titel say.Text
	Who   []piece.Name
	Where string   // on the poster of a partner
	Notes []string // what else there is to know of when
	Asked bool     // nobody is helped without an appointment, as others here are
	Ways  *paperWays

	of *catalog.Spreekuur
}

// groupRows is how many rows follow the name of a day before it is told again. A group
// moves to the next sheet as a whole, and so must not be as long as one.
const groupRows = 8

// posterWeek is the normal week by day, and then what has no hours, with how many rows
// it has. Who looks for a day finds all of it below that day.
func posterWeek(s *layout.Site, held []*catalog.Spreekuur) (groups []posterGroup, rows int) {
	said := allAsked(held) // above the week
	add := func(days string, list []posterRow) {
		if rows += len(list); len(list) == 0 {
			return
		}
		parts := (len(list) + groupRows - 1) / groupRows
		for part := range slices.Chunk(list, (len(list)+parts-1)/parts) {
			groups = append(groups, posterGroup{days, part})
		}
	}
	for _, day := range catalog.Timetable(held) {
		var list []posterRow
		for _, u := range day.Uren() {
			list = addRow(s, list, u, !said)
		}
		add(s.Language.Capital(s.Say.Weekday(day.Weekday)), list)
	}
	add(s.Word("op-afspraak"), posterAppointments(s, held))
	return groups, rows
}

// posterAppointments are the spreekuren without hours.
func posterAppointments(s *layout.Site, held []*catalog.Spreekuur) []posterRow {
	var rows []posterRow
	for _, x := range catalog.OnAppointment(held) {
		title := layout.Text(layout.Titled(s, x.Vertaling, x.Titel))
		row := posterRow{of: x, Titel: title, Who: piece.NamesOf(s, x.Partners), Ways: paperWaysOf(x)}
		if rule := s.Say.Rule(x); rule != s.Say.Phrases.ByAppointment {
			row.Notes = []string{s.Language.Capital(rule)}
		}
		rows = append(rows, row)
	}
	return rows
}

// sameTimes is what the hours of a spreekuur on several days have in common.
type sameTimes struct {
	spreekuur *catalog.Spreekuur
	span      schedule.Span
	days      schedule.Weekdays
}

func timesOf(u catalog.Uur) sameTimes { return sameTimes{u.Spreekuur, u.Span, u.Days.Weekdays()} }

// sameHours are the hours of the spreekuur at those times, one for each day.
func sameHours(u catalog.Uur) []catalog.Uur {
	return slices.DeleteFunc(u.Spreekuur.Uren(), func(other catalog.Uur) bool { return timesOf(other) != timesOf(u) })
}

// seldomDays is within how many days an hour comes that is not held every week, if nothing
// is the matter.
const seldomDays = 36

// nextTime says when hours are held again of which none is held in this week, though the
// rule says so, and "" of others. Of those that are new is told when they begin.
func nextTime(s *layout.Site, uren []catalog.Uur) string {
	next := schedule.Date(0)
	for _, u := range uren {
		rare := !u.Weekly && u.Next != 0 && u.Next < s.Catalog.Today.Add(seldomDays)
		if u.ThisWeek() || rare || u.Starts != 0 {
			return ""
		}
		if next == 0 || u.Next != 0 && u.Next < next {
			next = u.Next
		}
	}
	return s.Say.Again(next)
}

// addRow adds an hour, or its time to the row of its spreekuur where the rest is the same.
func addRow(s *layout.Site, rows []posterRow, u catalog.Uur, sayAsked bool) []posterRow {
	row := posterRowOf(s, u)
	row.Asked = row.Asked && sayAsked
	i := slices.IndexFunc(rows, func(r posterRow) bool { return r.of == row.of && slices.Equal(r.Notes, row.Notes) })
	if i < 0 {
		return append(rows, row)
	}
	rows[i].Times = append(rows[i].Times, row.Times...)
	return rows
}

func posterRowOf(s *layout.Site, u catalog.Uur) posterRow {
	x := u.Spreekuur
	row := posterRow{
		of: x, Times: []string{s.Say.Hours(u.Span)}, Who: piece.NamesOf(s, x.Partners), Asked: asked(x),
		Titel: layout.Text(layout.Titled(s, x.Vertaling, x.Titel)),
	}
	if u.Starts != 0 {
		row.Notes = append(row.Notes, s.Say.From(u.Starts))
	} else if again := nextTime(s, sameHours(u)); again != "" {
		row.Notes = append(row.Notes, again)
	}
	if last := x.Schedule.Bounds.Until; last != 0 {
		row.Notes = append(row.Notes, s.Say.OnPaper().Until(last))
	}
	if !u.Weekly {
		row.Notes = append(row.Notes, s.Word("alleen-op", s.Say.Days(u.Days)))
	}
	if x.AlleenSchoolweken {
		row.Notes = append(row.Notes, s.Word("niet-in-schoolvakanties"))
	}
	return row
}
