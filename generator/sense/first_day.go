package sense

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// firstDay requires the first day of a rule such as "om de week" to be one of its days:
// otherwise it is unclear which weeks are meant. It reports whether it is; if not, no
// date of the rule is certain.
func (c *checker) firstDay(s *catalog.Spreekuur) bool {
	var days schedule.Weekdays
	for _, slot := range s.Schedule.Slots {
		if slot.Days.NeedsAnchor() {
			days |= slot.Days.Weekdays()
		}
	}
	if days == 0 || s.Vanaf == 0 || days.Has(s.Vanaf.Weekday()) {
		return true
	}
	first := nearestDates(s.Vanaf, 6, func(d schedule.Date) bool {
		return days.Has(d.Weekday()) && (s.TotEnMet == 0 || d <= s.TotEnMet)
	})
	other := nearestDates(s.Vanaf, 13, func(d schedule.Date) bool {
		return len(first) == 1 && (d > s.Vanaf) != (first[0] > s.Vanaf) && days.Has(d.Weekday()) && (s.TotEnMet == 0 || d <= s.TotEnMet)
	})
	first = append(first, other...)
	slices.SortFunc(first, cmp.Compare[schedule.Date])
	names, values := make([]string, 0, 7), make([]string, len(first))
	for day := range days.All() {
		names = append(names, schedule.WeekdayName(day))
	}
	for i, date := range first {
		values[i] = fmt.Sprintf("%q (%s)", date.String(), schedule.WeekdayName(date.Weekday()))
	}
	hint := "schrijf de datum van de eerste keer"
	if len(values) > 0 {
		hint = "schrijf de eerste keer: " + strings.Join(values, " of ")
	}
	c.warn(diag.Diagnostic{Range: s.Doc.Value("vanaf"), Code: "vanaf-andere-dag",
		Message: fmt.Sprintf("dit is een %s, en het spreekuur is op %s", schedule.WeekdayName(s.Vanaf.Weekday()), strings.Join(names, " of ")),
		Hint:    hint})
	return false
}
