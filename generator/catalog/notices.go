package catalog

import (
	"slices"

	"pleinwijzer/generator/schedule"
)

// A Difference is something unusual at a plein: other opening hours for a period, or
// dates of a spreekuur that is held there or visits it.
type Difference struct {
	Hours *OpenPeriod // or
	Dates *Stretch
}

// On returns the day on which it begins.
func (d Difference) On() schedule.Date {
	if d.Hours != nil {
		return d.Hours.From
	}
	return d.Dates.From
}

// Different returns everything unusual at the plein in order of date, from today up to
// and including what begins on the last day (see [Spreekuur.TellUntil]). It leaves out
// the obvious: that nothing takes place while the plein is closed.
func (p *Plein) Different(today, last schedule.Date) []Difference {
	periods := p.joined(p.OpenPeriods(today, last))
	return differences(periods, p.unexplainedDates(slices.Concat(p.Spreekuren, p.Gasten), periods, last))
}

// Notices returns the differences at the plein that affect the spreekuur. Of the
// plein's opening hours these are only closings on its dates.
func (s *Spreekuur) Notices(last schedule.Date) []Difference {
	return s.Plein.Notices([]*Spreekuur{s}, s.today, last)
}

// Notices returns the differences at the plein that affect some of its spreekuren, as for
// one of them.
func (p *Plein) Notices(of []*Spreekuur, today, last schedule.Date) []Difference {
	periods := p.joined(p.OpenPeriods(today, last))
	touching := slices.DeleteFunc(slices.Clone(periods), func(period OpenPeriod) bool {
		return !slices.ContainsFunc(of, func(s *Spreekuur) bool { return closes(period, s) })
	})
	return differences(touching, p.unexplainedDates(of, periods, last))
}

func differences(periods []OpenPeriod, dates []Stretch) []Difference {
	var list []Difference
	for i := range periods {
		list = append(list, Difference{Hours: &periods[i]})
	}
	for i := range dates {
		list = append(list, Difference{Dates: &dates[i]})
	}
	slices.SortStableFunc(list, func(a, b Difference) int { return int(a.On() - b.On()) })
	return list
}

// unexplainedDates returns the unusual dates at the plein, of its own spreekuren or of
// guests, except those that its closings explain.
func (p *Plein) unexplainedDates(all []*Spreekuur, periods []OpenPeriod, last schedule.Date) []Stretch {
	var dates []Stretch
	for _, s := range all {
		for _, st := range s.Changes(s.TellUntil(last)) {
			if here, ok := st.Here(p); ok && !p.ExplainsAll(periods, here) {
				dates = append(dates, here)
			}
		}
	}
	return dates
}

// closes reports whether the period cancels a date of the spreekuur.
func closes(p OpenPeriod, s *Spreekuur) bool {
	for o := range s.Between(max(p.From, s.today), p.Until) {
		if o.Cancelled() && p.ClosedOn(o.Date) {
			return true
		}
	}
	return false
}

// joined merges closings if the plein does not open in between, whatever their reasons:
// Christmas, the days after it and New Year's Day become one closing.
func (p *Plein) joined(periods []OpenPeriod) []OpenPeriod {
	var list []OpenPeriod
	for _, next := range periods {
		if len(list) == 0 || !next.Closed || !list[len(list)-1].Closed || p.opens(list[len(list)-1].Until+1, next.From-1) {
			list = append(list, next)
			continue
		}
		whole := &list[len(list)-1]
		whole.Until, whole.Except = next.Until, append(whole.Except, next.Except...)
		if !whole.Why.Same(next.Why) {
			whole.Why = schedule.Reason{}
		}
	}
	return list
}

// opens reports whether there is help or an open door on one of the days. If the plein
// has no opening hours this is unknown, and only a gap of up to two days, such as a
// weekend, counts as closed.
func (p *Plein) opens(first, last schedule.Date) bool {
	if !p.Schedule.HasOpening && last > first.Add(1) {
		return true
	}
	for date := first; date <= last; date++ {
		if hours, _, _ := p.HoursOn(date); len(hours) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(p.Spreekuren, func(s *Spreekuur) bool {
		for o := range s.Between(first, last) {
			if !o.Cancelled() {
				return true
			}
		}
		return false
	})
}

// TellUntil returns the last day for which a page with a normal week must also mention
// what is unusual; for most spreekuren this is last. If the rule is over, the normal
// week does not show the remaining dates, so all of them are mentioned.
func (s *Spreekuur) TellUntil(last schedule.Date) schedule.Date {
	if len(s.Uren()) == 0 {
		return max(last, s.today.Add(horizon))
	}
	return last
}

// Explains reports whether the closings of the plein that a page mentions already say
// that an occurrence here is cancelled.
func (p *Plein) Explains(periods []OpenPeriod, o Occurrence) bool {
	return o.Cancelled() && o.Why.ClosesPlace() && o.Plein == p &&
		slices.ContainsFunc(periods, func(period OpenPeriod) bool { return period.ClosedOn(o.Date) })
}

// ExplainsAll reports the same for all dates of a stretch.
func (p *Plein) ExplainsAll(periods []OpenPeriod, st Stretch) bool {
	return !slices.ContainsFunc(st.All, func(o Occurrence) bool { return !p.Explains(periods, o) })
}
