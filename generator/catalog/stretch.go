package catalog

import (
	"iter"

	"pleinwijzer/generator/schedule"
)

// A Stretch is one line in a list of dates: one occurrence, or several in a row that
// are cancelled for the same reason.
type Stretch struct {
	Occurrence // the first

	// For several dates this is the period without occurrences: that of the reason as
	// the editor gave it, as far as nothing else happens in it; it may have begun
	// before today. For one date both ends are that date.
	schedule.Period
	All []Occurrence // all occurrences in it
}

// Closing reports whether it has more than one date.
func (st Stretch) Closing() bool { return len(st.All) > 1 }

// Stretches yields complete stretches, up to and including those that begin on the last
// day, and continues to the first date that is not cancelled.
func (s *Spreekuur) Stretches(last schedule.Date) iter.Seq[Stretch] {
	return func(yield func(Stretch) bool) {
		var run []Occurrence
		before := schedule.Date(0) // the last date of the previous stretch
		flush := func(next schedule.Date) bool {
			if len(run) == 0 {
				return true
			}
			if len(run) == 1 {
				before = run[0].Date
				st := single(run)
				run = nil
				return yield(st)
			}
			stretches := stretchesOf(run, before, next)
			before, run = run[len(run)-1].Date, nil
			for _, st := range stretches {
				if !yield(st) {
					return false
				}
			}
			return true
		}
		for o := range s.ahead(last) {
			if len(run) > 0 && !(o.Cancelled() && run[0].Cancelled() && o.Why.Same(run[0].Why)) && !flush(o.Date) {
				return
			}
			run = append(run, o)
			if !o.Cancelled() && !flush(o.Date) {
				return
			}
		}
		flush(0)
	}
}

// stretchesOf makes one stretch of a run with several dates, between the dates before
// and after it; otherwise it makes one stretch for each occurrence.
func stretchesOf(run []Occurrence, before, next schedule.Date) []Stretch {
	var stretches []Stretch
	if run[0].Date == run[len(run)-1].Date {
		for i := range run {
			stretches = append(stretches, single(run[i:i+1]))
		}
		return stretches
	}
	first, last := run[0], run[len(run)-1]
	st := Stretch{first, schedule.Period{From: first.Date, Until: last.Date}, run}
	if during := first.Why.During; during.From > before {
		st.From = min(during.From, first.Date)
	}
	until := last.Why.During.Until
	if next != 0 {
		until = min(until, next-1)
	}
	st.Until = max(until, last.Date)
	return []Stretch{st}
}

// single returns the stretch of one date.
func single(all []Occurrence) Stretch {
	date := all[0].Date
	return Stretch{all[0], schedule.Period{From: date, Until: date}, all}
}

// NextStretches returns the first n stretches. If all of these are cancelled, it adds
// the first date that is not.
func (s *Spreekuur) NextStretches(n int) []Stretch {
	var next []Stretch
	held := false
	for st := range s.Stretches(s.today.Add(horizon)) {
		if len(next) >= n && held {
			break
		}
		if held = held || !st.Cancelled(); len(next) < n || held {
			next = append(next, st)
		}
	}
	return next
}

// Different yields the coming stretches that differ from the rule, up to and including
// those that begin on the last day.
func (s *Spreekuur) Different(last schedule.Date) iter.Seq[Stretch] {
	return func(yield func(Stretch) bool) {
		for st := range s.Stretches(last) {
			if st.Date > last {
				return
			}
			if st.Kind != schedule.AsUsual && !yield(st) {
				return
			}
		}
	}
}

// Here returns the part of the stretch that concerns a plein: all of it if the
// spreekuur belongs there, otherwise the dates at this plein.
func (st Stretch) Here(p *Plein) (Stretch, bool) {
	if st.Spreekuur.Plein == p {
		return st, true
	}
	var here []Occurrence
	for _, o := range st.All {
		if o.Plein == p {
			here = append(here, o)
		}
	}
	switch len(here) {
	case 0:
		return Stretch{}, false
	case len(st.All):
		return st, true
	}
	return Stretch{here[0], schedule.Period{From: here[0].Date, Until: here[len(here)-1].Date}, here}, true
}
