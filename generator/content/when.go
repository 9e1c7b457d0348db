package content

import (
	"slices"

	"pleinwijzer/generator/schedule"
)

// When a spreekuur is held.

// Slots returns the spreekuur's rules in one form, whichever way they were written.
func (s *Spreekuur) Slots() []schedule.Slot {
	switch {
	case len(s.Tijden) > 0:
		slots := make([]schedule.Slot, len(s.Tijden))
		for i, b := range s.Tijden {
			slots[i] = schedule.Slot{Days: b.Dag, Times: b.Tijd}
		}
		return slots
	case len(s.Data) > 0:
		dates := slices.Clone(s.Data)
		slices.Sort(dates)
		return []schedule.Slot{{Days: schedule.OnDates(dates), Times: s.Tijd}}
	}
	return []schedule.Slot{{Days: s.Dag, Times: s.Tijd}}
}
