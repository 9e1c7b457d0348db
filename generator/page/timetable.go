package page

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// timetable is a normal week, without the days on which there is nothing.
type timetable []timetableDay

type timetableDay struct {
	Name  string
	Short string // "di"
	Slug  string // "dinsdag", for its colour
	Rows  []row
}

// timetable is the normal week of some spreekuren; a plein's own page need not
// say where they are.
func timetableOf(s *site, list []*catalog.Spreekuur, showPlein bool) timetable {
	return weekOf(s, list, &rowMaker{site: s, showPlein: showPlein, told: nothing})
}

func weekOf(s *site, list []*catalog.Spreekuur, rows *rowMaker) timetable {
	var week timetable
	for _, day := range catalog.Timetable(list) {
		if len(day.Uren) > 0 {
			week = append(week, timetableDay{
				Name: s.language.Capital(s.say.Weekday(day.Weekday)), Short: s.word("dag-kort-" + day.Naam), Slug: day.Naam, Rows: rows.all(day.Uren),
			})
		}
	}
	return week
}

// rowMaker makes the rows of a normal week. What is ahead of a spreekuur is looked up
// once for all its hours.
type rowMaker struct {
	*site
	showPlein bool
	told      func(catalog.Occurrence) bool // what the page says above the week already
	ahead     map[*catalog.Spreekuur][]catalog.Stretch
}

func (m *rowMaker) all(uren []catalog.Uur) []row {
	rows := make([]row, len(uren))
	for i, u := range uren {
		rows[i] = m.row(u)
	}
	return rows
}

func (m *rowMaker) row(u catalog.Uur) row {
	x := u.Spreekuur
	r := row{
		Time: m.say.Hours(u.Span), Spreekuur: spreekuurLink(m.site, x), School: x.AlleenSchoolweken, Afspraak: x.Aanmelden == content.Required,
		Who: namesOf(m.site, x.Partners),
	}
	if !u.Weekly {
		r.Rule = m.say.Days(u.Days)
	}
	if m.showPlein {
		r.Where = say.Where(x.Plein, x.Plein.Adres(m.catalog.Today))
	}
	ahead := m.stretches(x)
	usual := usualAt(u, ahead)
	r.Held, r.Later = momentsOf(m.site, usual), m.say.Later(u)
	for _, st := range u.Changes(ahead, m.catalog.Today.Add(changeDays)) {
		if slices.ContainsFunc(st.All, func(o catalog.Occurrence) bool { return !m.told(o) }) {
			r.Changes = append(r.Changes, changeOf(m.site, st))
		}
	}
	return r
}

func (m *rowMaker) stretches(x *catalog.Spreekuur) []catalog.Stretch {
	ahead, ok := m.ahead[x]
	if !ok {
		ahead = slices.Collect(x.Stretches(m.catalog.Today.Add(changeDays)))
		if m.ahead == nil {
			m.ahead = map[*catalog.Spreekuur][]catalog.Stretch{}
		}
		m.ahead[x] = ahead
	}
	return ahead
}

// usualAt are the dates ahead on which the hour is held as the rule says.
func usualAt(u catalog.Uur, ahead []catalog.Stretch) []catalog.Occurrence {
	var usual []catalog.Occurrence
	for _, st := range ahead {
		if st.Kind == schedule.AsUsual && u.Has(st.Occurrence) {
			usual = append(usual, st.Occurrence)
		}
	}
	return usual
}

// moments are when something is held, for a script that says what is open, and today: the
// dates of the coming days, and the first where that is later.
func momentsOf(s *site, dates []catalog.Occurrence) string {
	var b strings.Builder
	for i, o := range dates {
		if i > 0 {
			if o.Date >= s.catalog.Today.Add(openDays) {
				break
			}
			b.WriteByte(' ')
		}
		const short = "2006-01-02T15:04Z"
		b.WriteString(o.Begin().UTC().Format(short) + "/" + o.End().UTC().Format(short))
	}
	return b.String()
}
