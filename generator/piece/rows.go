package piece

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// rowMaker makes rows of hours. What is ahead of a spreekuur is looked up once for all
// its hours.
type rowMaker struct {
	*layout.Site
	showPlein bool
	noChanges bool // the page tells them above the week
	ahead     map[*catalog.Spreekuur][]catalog.Stretch
}

// row is one hour of a spreekuur, or the same hour on several days.
func (m *rowMaker) row(uren ...catalog.Uur) Row {
	u := uren[0]
	x := u.Spreekuur
	link := SpreekuurLink(m.Site, x)
	r := Row{
		Time: m.Say.Hours(u.Span), Spreekuur: link, About: AboutOf(m.Site, x, link),
		School: x.AlleenSchoolweken, Afspraak: NeedsAppointment(x),
		Who: NamesOf(m.Site, x.Partners),
	}
	if !u.Weekly {
		r.Rule = m.Say.Days(u.Days)
	}
	if m.showPlein {
		r.Where = say.Where(x.Plein, x.Plein.Adres(m.Catalog.Today))
	}
	ahead := m.stretches(x)
	r.Held = momentsOf(m.Site, usualAt(uren, ahead))
	r.Later, r.LaterOn = m.later(uren)
	if m.noChanges {
		return r
	}
	for _, u := range uren {
		for _, st := range u.Changes(ahead, m.Catalog.Today.Add(ChangeDays)) {
			r.Changes = append(r.Changes, ChangeOf(m.Site, st))
		}
	}
	return r
}

// later says of hours that are not held in the coming week when they are: of all at once,
// or of those days alone where the others are held.
func (m *rowMaker) later(uren []catalog.Uur) (all string, some []string) {
	first := uren[0]
	for _, u := range uren {
		if later := m.Say.Later(u); later != "" {
			some = append(some, m.Language.Capital(m.Say.Weekday(u.Weekday))+": "+later)
		}
		if u.Next != 0 && (first.Next == 0 || u.Next < first.Next) {
			first = u
		}
	}
	if len(some) == len(uren) {
		return m.Say.Later(first), nil
	}
	return "", some
}

func (m *rowMaker) stretches(x *catalog.Spreekuur) []catalog.Stretch {
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

// usualAt are the dates ahead on which one of the hours is held as the rule says.
func usualAt(uren []catalog.Uur, ahead []catalog.Stretch) []catalog.Occurrence {
	var usual []catalog.Occurrence
	for _, st := range ahead {
		if st.Kind == schedule.AsUsual && slices.ContainsFunc(uren, func(u catalog.Uur) bool { return u.Has(st.Occurrence) }) {
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
