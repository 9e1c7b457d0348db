package embed

import (
	"slices"
	"strings"
	"time"
)

// The week on a page without script, on the day of the build. The script of the
// element does the same with the day of the visitor.
type (
	embedDay struct {
		Name string
		Rows []embedRow
	}

	// embedRow is an hour of the week, or a date that is no such hour.
	embedRow struct {
		Time      string
		Cancelled bool // the time, of a date
		Spreekuur *Record
		Where     string // "" where it is clear, or said in a note
		Always    []string
		Notes     []embedNote
		Next      string // when it is held, if not in the coming seven days

		begin string // to sort by
	}

	// embedNote is what is different on a date or in a period.
	embedNote struct {
		When   string // "" where the row says so
		Struck bool
		embedDate
	}
)

// embedWeek puts the hours of the records by day and time. After those of a day come
// the dates on it that are no hour of the week: extra ones, and those of guests.
func embedWeek(d *Data, showPlein bool) []embedDay {
	var week []embedDay
	coming := make([][]*embedDate, len(d.Spreekuren))
	for i, r := range d.Spreekuren {
		coming[i] = d.coming(r)
	}
	for i, name := range d.Woorden.Dagen {
		var rows, dates []embedRow
		for n, r := range d.Spreekuren {
			for j, u := range r.Week {
				if u.Dag != i+1 {
					continue
				}
				if row := d.hour(r, j, coming[n]); d.first(u) != nil || len(row.Notes) > 0 { // else it has been held for the last time
					rows = append(rows, row)
				}
			}
			for _, o := range coming[n] {
				if o.Uur == 0 && isoDay(o.date.Weekday()) == i+1 {
					dates = append(dates, d.loose(r, o))
				}
			}
		}
		for _, list := range [][]embedRow{rows, dates} {
			slices.SortStableFunc(list, func(a, b embedRow) int { return strings.Compare(a.begin, b.begin) })
		}
		if rows = append(rows, dates...); len(rows) == 0 {
			continue
		}
		for j := range rows {
			if !showPlein {
				rows[j].Where = ""
			}
		}
		week = append(week, embedDay{name, rows})
	}
	if rows := d.onAppointment(showPlein); len(rows) > 0 {
		week = append(week, embedDay{d.Woorden.OpAfspraak, rows})
	}
	return week
}

// onAppointment are the rows of what has no hours, below the week.
func (d *Data) onAppointment(showPlein bool) []embedRow {
	var rows []embedRow
	for _, r := range d.Spreekuren {
		if r.OpAfspraak == "" {
			continue
		}
		row := embedRow{Time: r.OpAfspraak, Spreekuur: r}
		if showPlein {
			row.Where = r.Waar
		}
		rows = append(rows, row)
	}
	return rows
}

// coming are the dates that are not over; of a period only the first, which stands for it.
func (d *Data) coming(r *Record) []*embedDate {
	var list []*embedDate
	period := 0
	for i := range r.Komende {
		o := &r.Komende[i]
		if over := d.moment.Reached(o.end); over && (!o.Vervalt || o.date < d.moment.Today()) {
			continue
		}
		if o.Periode > period || o.Periode == 0 {
			list = append(list, o)
		}
		period = max(period, o.Periode)
	}
	return list
}

// hour is row i of the week, with those of the dates that are of it.
func (d *Data) hour(r *Record, i int, coming []*embedDate) embedRow {
	u := r.Week[i]
	row := embedRow{Time: u.Tijd, Spreekuur: r, Where: r.Waar, Always: u.Altijd, Next: d.next(u), begin: u.Begin}
	for _, o := range coming {
		switch {
		case o.Periode > 0:
			if slices.Contains(r.Perioden[o.Periode-1].Uren, i+1) {
				row.Notes = append(row.Notes, embedNote{r.Perioden[o.Periode-1].Woorden + ": ", false, *o})
			}
		case o.Uur != i+1 || o.Melding == "":
		case o.Vervalt:
			row.Notes = append(row.Notes, embedNote{d.Datums[o.date.String()], true, *o})
		default:
			row.Notes = append(row.Notes, embedNote{d.keer(o) + ". ", false, *o})
		}
	}
	return row
}

// loose is a date by itself, or a period.
func (d *Data) loose(r *Record, o *embedDate) embedRow {
	row := embedRow{Time: d.keer(o), Cancelled: o.Vervalt, Spreekuur: r, begin: o.Begin}
	if o.Periode > 0 {
		row.Time, row.Cancelled = r.Perioden[o.Periode-1].Woorden, false
	}
	if o.Waar == "" {
		row.Where = r.Waar
	}
	if o.Melding != "" {
		row.Notes = []embedNote{{embedDate: *o}}
	}
	return row
}

func (d *Data) keer(o *embedDate) string {
	return strings.NewReplacer("{datum}", d.Datums[o.date.String()], "{tijd}", o.Tijd).Replace(d.Woorden.Keer)
}

// first is when an hour is held next, nil where that is not known.
func (d *Data) first(u embedUur) *embedMoment {
	for i := range u.Volgende {
		if !d.moment.Reached(u.Volgende[i].end) {
			return &u.Volgende[i]
		}
	}
	return nil
}

// next says when an hour is held that is not held in the coming seven days.
func (d *Data) next(u embedUur) string {
	first, text := d.first(u), d.Woorden.Weer
	if first == nil {
		return d.Woorden.Niet
	}
	if d.moment.Passed(first.begin.Add(-embedFresh * 24 * time.Hour)) {
		return ""
	}
	if u.Begint {
		text = d.Woorden.Begint
	}
	return strings.ReplaceAll(text, "{datum}", first.Datum)
}
