package catalog

import (
	"iter"
	"slices"

	"pleinwijzer/generator/schedule"
)

// Changes returns the coming stretches that differ from the rule, up to and including
// those that begin on the last day. Unlike [Spreekuur.Different] it joins consecutive
// dates that differ in the same way: eight weeks at another plein are one stretch.
func (s *Spreekuur) Changes(last schedule.Date) []Stretch {
	return differing(s.Ahead(last), last)
}

// Changes returns the changes to one hour of the week, taken from the coming stretches
// of its spreekuur. They only have the dates at that hour.
func (u Uur) Changes(ahead []Stretch, last schedule.Date) []Stretch {
	return differing(func(yield func(Occurrence) bool) {
		for _, st := range ahead {
			for _, o := range st.All {
				if u.Has(o) && !yield(o) {
					return
				}
			}
		}
	}, last)
}

// HasExtra reports whether the spreekuur may have dates outside its rule, because of
// its own exceptions or the hours of a plein that it follows.
func (s *Spreekuur) HasExtra() bool {
	return len(s.Afwijkend) > 0 || len(s.Schedule.Given) > 0 ||
		slices.ContainsFunc(s.Schedule.Slots, func(slot schedule.Slot) bool { return slot.Times.Opening })
}

func differing(ahead iter.Seq[Occurrence], last schedule.Date) []Stretch {
	var stretches []Stretch
	var run []Occurrence
	before := schedule.Date(0) // the date before the run
	flush := func(next schedule.Date) {
		if len(run) == 0 {
			return
		}
		if run[0].Date <= last {
			stretches = append(stretches, stretchesOf(run, before, next)...)
		}
		before, run = run[len(run)-1].Date, nil
	}
	for o := range ahead {
		if o.Kind == schedule.AsUsual {
			flush(o.Date)
			before = o.Date
			continue
		}
		if len(run) > 0 && !o.alike(run[0]) {
			flush(o.Date)
		}
		run = append(run, o)
	}
	flush(0)
	return stretches
}

// alike reports whether two occurrences both follow the rule, or differ from it in the
// same way. Extra dates are never alike.
func (o Occurrence) alike(other Occurrence) bool {
	return o.Kind == other.Kind && o.Plein == other.Plein && o.Why.Same(other.Why) &&
		o.Kind != schedule.Extra && (o.Span == other.Span || !o.Kind.OtherHours())
}
