package paper

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// posterGroup are rows of one day, or of the same days of every week, that stay
// together on a sheet.
type posterGroup struct {
	Days string // "Maandag", "Maandag tot en met vrijdag"
	Rows []posterRow
}

type posterRow struct {
	Times []string
	Titel say.Text
	Who   []piece.Name
	Notes []string // what else there is to know of when
	Ways  *paperWays

	of *catalog.Spreekuur
}

const (
	// mostDays are on how many days of the week a spreekuur is told once, not on each.
	mostDays = 4

	// groupRows is how many rows follow the name of a day before it is told again. A
	// group moves to the next sheet as a whole, and so must not be as long as one.
	groupRows = 8
)

// posterWeek is the normal week, with how many rows it has: first what is held on most
// days, then the rest by day, then what has no hours.
func posterWeek(s *layout.Site, held []*catalog.Spreekuur) (groups []posterGroup, rows int) {
	var often, byDay []posterGroup
	shown := map[sameTimes]bool{}
	for _, day := range catalog.Timetable(held) {
		var rest []posterRow
		for _, u := range day.Uren() {
			switch {
			case !onMostDays(u):
				rest = addRow(s, rest, u)
			case !shown[timesOf(u)]:
				shown[timesOf(u)] = true
				often = addOften(s, often, u)
			}
		}
		if len(rest) > 0 {
			byDay = append(byDay, posterGroup{s.Language.Capital(s.Say.Weekday(day.Weekday)), rest})
		}
	}
	var asked []posterGroup
	if rest := posterAppointments(s, held); len(rest) > 0 {
		asked = append(asked, posterGroup{s.Word("op-afspraak"), rest})
	}
	for _, group := range slices.Concat(often, byDay, asked) {
		rows += len(group.Rows)
		parts := (len(group.Rows) + groupRows - 1) / groupRows
		for part := range slices.Chunk(group.Rows, (len(group.Rows)+parts-1)/parts) {
			groups = append(groups, posterGroup{group.Days, part})
		}
	}
	return groups, rows
}

// posterAppointments are the spreekuren without hours.
func posterAppointments(s *layout.Site, held []*catalog.Spreekuur) []posterRow {
	var rows []posterRow
	for _, x := range catalog.OnAppointment(held) {
		row := posterRow{of: x, Titel: layout.Text(s.Titled(x.Vertaling, x.Titel)), Who: piece.NamesOf(s, x.Partners), Ways: paperWaysOf(x)}
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

// onMostDays reports whether the hour is the same on most days of every week.
func onMostDays(u catalog.Uur) bool {
	if !u.Weekly || u.Days.Weekdays().Len() < mostDays {
		return false
	}
	return len(sameHours(u)) == u.Days.Weekdays().Len()
}

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

// addOften adds an hour to the group of its days.
func addOften(s *layout.Site, groups []posterGroup, u catalog.Uur) []posterGroup {
	days := s.Language.Capital(s.Say.Days(u.Days))
	i := slices.IndexFunc(groups, func(g posterGroup) bool { return g.Days == days })
	if i < 0 {
		i, groups = len(groups), append(groups, posterGroup{Days: days})
	}
	groups[i].Rows = addRow(s, groups[i].Rows, u)
	return groups
}

// addRow adds an hour, or its time to the row of its spreekuur where the rest is the same.
func addRow(s *layout.Site, rows []posterRow, u catalog.Uur) []posterRow {
	row := posterRowOf(s, u)
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
		of: x, Times: []string{s.Say.Hours(u.Span)}, Titel: layout.Text(s.Titled(x.Vertaling, x.Titel)), Who: piece.NamesOf(s, x.Partners),
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
	if x.Aanmelden == content.Required {
		row.Notes = append(row.Notes, s.Word("met-afspraak"))
	}
	return row
}
