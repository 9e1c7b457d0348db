package piece

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/schedule"
)

// Dated is what is next held on one date: hours as rows, or spreekuren as cards.
type Dated struct {
	ID    string // in the page, and for machines: "2026-12-01"; "" where no date is known
	Name  string // "Dinsdag 1 december"
	Short string // "di 1"
	Slug  string // "dinsdag", for its colour
	Rows  []Row
	Cards []*catalog.Spreekuur
}

// RowsByDate are hours in the order in which they are next held. All of them are in it,
// each once.
func RowsByDate(s *layout.Site, uren []catalog.Uur) []Dated {
	rows := rowMaker{Site: s, showPlein: true}
	return byDate(s, uren, func(u catalog.Uur) (schedule.Date, schedule.Clock) { return u.Next, u.Span.Begin }, func(d *Dated, u catalog.Uur) {
		row := rows.row(u)
		if u.Next != 0 && u.Starts == 0 {
			row.Later = "" // the date is above it
		}
		d.Rows = append(d.Rows, row)
	})
}

// CardsByDate are spreekuren in the order in which they are next held.
func CardsByDate(s *layout.Site, all []*catalog.Spreekuur) []Dated {
	return byDate(s, all, func(x *catalog.Spreekuur) (schedule.Date, schedule.Clock) {
		if next, ok := x.NextHeld(); ok {
			return next.Date, next.Span.Begin
		}
		return 0, 0
	}, func(d *Dated, x *catalog.Spreekuur) { d.Cards = append(d.Cards, x) })
}

// byDate puts a list in order of time, and in groups by date. What has no date comes last.
func byDate[T any](s *layout.Site, list []T, when func(T) (schedule.Date, schedule.Clock), add func(*Dated, T)) []Dated {
	type timed struct {
		item  T
		date  schedule.Date
		begin schedule.Clock
	}
	all := make([]timed, len(list))
	for i, item := range list {
		date, begin := when(item)
		all[i] = timed{item, date, begin}
	}
	slices.SortStableFunc(all, func(a, b timed) int {
		if (a.date == 0) != (b.date == 0) {
			return cmp.Compare(b.date, a.date)
		}
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.begin, b.begin))
	})
	var days []Dated
	for i, t := range all {
		if i == 0 || t.date != all[i-1].date {
			days = append(days, datedOf(s, t.date))
		}
		add(&days[len(days)-1], t.item)
	}
	return days
}

func datedOf(s *layout.Site, date schedule.Date) Dated {
	if date == 0 {
		return Dated{Name: s.Word("geen-nieuwe-datums")}
	}
	slug := schedule.WeekdayName(date.Weekday())
	return Dated{ID: date.String(), Name: s.Language.Capital(s.Say.Near(date)), Short: ShortDay(s, date), Slug: slug}
}
