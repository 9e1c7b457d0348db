package piece

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// Timetable is a normal week, without the days on which there is nothing.
type Timetable []timetableDay

type timetableDay struct {
	Name  string
	Short string // "di"
	Slug  string // "dinsdag", for its colour
	Rows  []Row
}

// TimetableOf is the normal week of some spreekuren; a plein's own page need not
// say where they are.
func TimetableOf(s *layout.Site, list []*catalog.Spreekuur, showPlein bool) Timetable {
	return WeekOf(s, catalog.Timetable(list), &RowMaker{Site: s, ShowPlein: showPlein, Covered: Nothing})
}

// WeekOf is the week of those hours, as far as there are any on a day.
func WeekOf(s *layout.Site, days []*catalog.Dag, rows *RowMaker) Timetable {
	var week Timetable
	for _, day := range days {
		if day.Count() > 0 {
			week = append(week, timetableDay{
				Name: s.Language.Capital(s.Say.Weekday(day.Weekday)), Short: s.Word("dag-kort-" + day.Naam), Slug: day.Naam, Rows: rows.All(day.Uren()),
			})
		}
	}
	return week
}

// RowMaker makes the rows of a normal week. What is ahead of a spreekuur is looked up
// once for all its hours.
type RowMaker struct {
	*layout.Site
	ShowPlein bool
	Covered   func(catalog.Occurrence) bool // what the page says above the week already
	ahead     map[*catalog.Spreekuur][]catalog.Stretch
}

func (m *RowMaker) All(uren []catalog.Uur) []Row {
	rows := make([]Row, len(uren))
	for i, u := range uren {
		rows[i] = m.row(u)
	}
	return rows
}

func (m *RowMaker) row(u catalog.Uur) Row {
	x := u.Spreekuur
	link := SpreekuurLink(m.Site, x)
	r := Row{
		Time: m.Say.Hours(u.Span), Spreekuur: link, About: AboutOf(m.Site, x, link),
		School: x.AlleenSchoolweken, Afspraak: x.Aanmelden == content.Required,
		Who: NamesOf(m.Site, x.Partners),
	}
	if !u.Weekly {
		r.Rule = m.Say.Days(u.Days)
	}
	if m.ShowPlein {
		r.Where = say.Where(x.Plein, x.Plein.Adres(m.Catalog.Today))
	}
	ahead := m.stretches(x)
	usual := usualAt(u, ahead)
	r.Held, r.Later = momentsOf(m.Site, usual), m.Say.Later(u)
	for _, st := range u.Changes(ahead, m.Catalog.Today.Add(ChangeDays)) {
		if slices.ContainsFunc(st.All, func(o catalog.Occurrence) bool { return !m.Covered(o) }) {
			r.Changes = append(r.Changes, ChangeOf(m.Site, st))
		}
	}
	return r
}

func (m *RowMaker) stretches(x *catalog.Spreekuur) []catalog.Stretch {
	ahead, ok := m.ahead[x]
	if !ok {
		ahead = slices.Collect(x.Stretches(m.Catalog.Today.Add(ChangeDays)))
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

// momentsOf are when something is held, for a script that says what is open, and today: the
// dates of the coming days, and the first where that is later.
func momentsOf(s *layout.Site, dates []catalog.Occurrence) string {
	var b strings.Builder
	for i, o := range dates {
		if i > 0 {
			if o.Date >= s.Catalog.Today.Add(OpenDays) {
				break
			}
			b.WriteByte(' ')
		}
		const short = "2006-01-02T15:04Z"
		b.WriteString(o.Begin().UTC().Format(short) + "/" + o.End().UTC().Format(short))
	}
	return b.String()
}
