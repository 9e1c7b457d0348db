package catalog

import (
	"slices"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// horizon is how many days ahead "the next dates" look: a yearly spreekuur
// still shows its next one.
const horizon = 400

// Occurrence is one date of a spreekuur, with where it is on that date.
type Occurrence struct {
	schedule.Occurrence
	Spreekuur *Spreekuur
	Plein     *Plein
	Adres     content.Adres
}

// Elsewhere reports whether the occurrence is at another plein than usual.
func (o Occurrence) Elsewhere() bool { return o.Plein != o.Spreekuur.Plein }

// Cancelled reports whether the occurrence does not take place.
func (o Occurrence) Cancelled() bool { return o.Status == schedule.Cancelled }

// Changed reports whether its hours or its place differ from the rule.
func (o Occurrence) Changed() bool { return o.Status == schedule.Changed }

// Next gives the coming dates, at most n. A date that was cancelled counts
// until its day is over, any other until it has ended.
func (s *Spreekuur) Next(n int) []Occurrence {
	next := make([]Occurrence, 0, n)
	for o := range s.Between(s.today, s.today.Add(horizon)) {
		if len(next) == n {
			break
		}
		if o.Cancelled() || o.End().After(s.now) {
			next = append(next, o)
		}
	}
	return next
}

// Between yields all dates from the first day up to and including the last.
func (s *Spreekuur) Between(first, last schedule.Date) func(yield func(Occurrence) bool) {
	return func(yield func(Occurrence) bool) {
		if s.Status != content.Running {
			return
		}
		for o := range s.Schedule.Days(first, last) {
			if !yield(s.occurrence(o)) {
				return
			}
		}
	}
}

func (s *Spreekuur) occurrence(o schedule.Occurrence) Occurrence {
	plein := s.Plein
	if o.Place > 0 {
		plein = s.elsewhere[o.Place-1]
	}
	return Occurrence{Occurrence: o, Spreekuur: s, Plein: plein, Adres: plein.moved(o.Move)}
}

// Coming merges the dates of many spreekuren in order of time, from now up to
// and including the last day, at most n.
func (c *Catalog) Coming(spreekuren []*Spreekuur, last schedule.Date, n int) []Occurrence {
	var all []Occurrence
	for _, s := range spreekuren {
		for o := range s.Between(c.Today, last) {
			if o.Cancelled() || o.End().After(c.Now) {
				all = append(all, o)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.Begin().Compare(b.Begin()) })
	return all[:min(n, len(all))]
}

// An OpenDay is what the opening hours of a plein are on one date.
type OpenDay struct {
	Date   schedule.Date
	Hours  []schedule.Span
	Reason string // why the hours are not the usual ones; "" if they are
	Closed bool   // on a day that is open by rule, or said to be closed
}

// Exceptions gives the coming days on which the plein's hours are not the usual
// ones, up to and including the last.
func (p *Plein) Exceptions(first, last schedule.Date) []OpenDay {
	var days []OpenDay
	for date := first; date <= last; date++ {
		hours, closed, reason := p.Schedule.HoursOn(date, p.site.Calendar)
		usual := p.Schedule.Opening[date.Weekday()]
		if closed && p.Schedule.HasOpening && len(usual) == 0 {
			continue // closed on a day on which it is never open
		}
		if closed || !slices.Equal(hours, usual) && len(hours) > 0 {
			days = append(days, OpenDay{Date: date, Hours: hours, Closed: closed, Reason: reason})
		}
	}
	return days
}

// Week is the week as people here count it: time.Weekday counts from Sunday.
var Week = []time.Weekday{
	time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
}
