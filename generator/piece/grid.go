package piece

import (
	"cmp"
	"slices"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/schedule"
)

// crowd is how many spreekuren at one hour of one day are too many for a column.
const crowd = 5

// Grid is a normal week by the hour: a column for each day on which there is something,
// and a line for each hour. On a narrow screen the days are tabs.
type Grid struct {
	Days  []gridDay
	Hours []gridHour
	Tabs  bool // there is something to choose
}

// gridDay is a column. Its key is what tells a style sheet which bars are in it.
type gridDay struct {
	Name  string
	Short string // "di"
	Slug  string // "dinsdag", for its colour
	Key   string
	Next  bool // the first day from now on which something is held
}

// gridHour is all that is held at one hour.
type gridHour struct {
	Time    string
	Crowded bool // more at once than fits in a column: the bars are a list
	Bars    []Bar
}

// A Bar is what is held at the same hour on days beside each other: a row over as many
// columns.
type Bar struct {
	Row
	Icon         string // of its first topic
	Days         string // "maandag tot en met vrijdag"
	Keys         string // of the columns
	Column, Span int    // from 1
}

// GridOf is the normal week of spreekuren. What is different from it stands above.
func GridOf(s *layout.Site, list []*catalog.Spreekuur) Grid {
	var g Grid
	var uren []catalog.Uur
	column := map[time.Weekday]int{}
	for _, day := range catalog.Timetable(list) {
		if day.Count() == 0 {
			continue
		}
		g.Days = append(g.Days, gridDay{
			Name: s.Language.Capital(s.Say.Weekday(day.Weekday)), Short: s.Word("dag-kort-" + day.Naam), Slug: day.Naam, Key: day.Naam[:2],
		})
		column[day.Weekday] = len(g.Days)
		uren = append(uren, day.Uren()...)
	}
	if len(uren) == 0 {
		return g
	}
	g.Tabs = len(g.Days) > 1
	g.Days[column[firstDay(uren)]-1].Next = true
	slices.SortStableFunc(uren, func(a, b catalog.Uur) int {
		return cmp.Or(cmp.Compare(a.Span.Begin, b.Span.Begin), cmp.Compare(a.Span.End, b.Span.End))
	})
	rows := rowMaker{Site: s, noChanges: true}
	for len(uren) > 0 {
		n := slices.IndexFunc(uren, func(u catalog.Uur) bool { return u.Span != uren[0].Span })
		if n < 0 {
			n = len(uren)
		}
		g.Hours = append(g.Hours, g.hour(&rows, uren[:n], column))
		uren = uren[n:]
	}
	return g
}

// firstDay is the day of the week on which something is held first.
func firstDay(uren []catalog.Uur) time.Weekday {
	first := uren[0]
	for _, u := range uren {
		if u.Next != 0 && (first.Next == 0 || u.Next < first.Next) {
			first = u
		}
	}
	return first.Weekday
}

// hour is the line of hours at the same time, which are in the order of the week.
func (g *Grid) hour(rows *rowMaker, uren []catalog.Uur, column map[time.Weekday]int) gridHour {
	line := gridHour{Time: rows.Say.Hours(uren[0].Span), Crowded: len(g.Days) == 1}
	for _, run := range runs(uren, column) {
		line.Bars = append(line.Bars, g.bar(rows, run, column))
	}
	slices.SortStableFunc(line.Bars, func(a, b Bar) int {
		return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(b.Span, a.Span))
	})
	at := make([]int, len(g.Days))
	for _, b := range line.Bars {
		for i := range b.Span {
			at[b.Column-1+i]++
		}
	}
	line.Crowded = line.Crowded || slices.Max(at) >= crowd
	return line
}

// runs puts the hours of a spreekuur by one rule together, as far as they are in columns
// beside each other.
func runs(uren []catalog.Uur, column map[time.Weekday]int) [][]catalog.Uur {
	var runs [][]catalog.Uur
	for _, u := range uren {
		i := slices.IndexFunc(runs, func(run []catalog.Uur) bool {
			last := run[len(run)-1]
			return last.Spreekuur == u.Spreekuur && last.SameRule(u) && column[u.Weekday] == column[last.Weekday]+1
		})
		if i < 0 {
			runs = append(runs, []catalog.Uur{u})
		} else {
			runs[i] = append(runs[i], u)
		}
	}
	return runs
}

func (g *Grid) bar(rows *rowMaker, run []catalog.Uur, column map[time.Weekday]int) Bar {
	b := Bar{Row: rows.row(run...), Column: column[run[0].Weekday], Span: len(run), Icon: "vraag"}
	if b.Later != "" && run[0].Days.Listed() {
		b.Rule = "" // the first of its dates says enough
	}
	var days schedule.Weekdays
	for i, u := range run {
		days |= 1 << u.Weekday
		if i > 0 {
			b.Keys += " "
		}
		b.Keys += g.Days[column[u.Weekday]-1].Key
	}
	b.Days = rows.Language.Capital(rows.Say.DaysOf(days))
	if topics := run[0].Spreekuur.Onderwerpen; len(topics) > 0 && topics[0].Pictogram != "" {
		b.Icon = topics[0].Pictogram
	}
	return b
}
