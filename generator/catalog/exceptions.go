package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// An exception may be a mistake: it has no effect on a date about which visitors should
// read something else. The editor is told, but the build goes on, since without the
// exception the site would be the same, and other news must get out. Exceptions in the
// past no longer matter.

func (r *resolver) warn(problem diag.Diagnostic) {
	problem.Severity = diag.Warning
	r.problems.Add(problem)
}

// exceptions checks those of a spreekuur.
func (r *resolver) exceptions(s *Spreekuur) {
	dagen := make([]content.Dagen, len(s.Afwijkend))
	for i, a := range s.Afwijkend {
		dagen[i] = a.Dagen
	}
	r.twice(&s.Record, dagen)
	for i, a := range s.Afwijkend {
		on := a.Period()
		if on.Until < r.catalog.Today || s.Status != content.Running {
			continue
		}
		if a.Plein != "" && a.Plein == s.Spreekuur.Plein {
			r.warn(diag.Diagnostic{Range: s.Doc.Value("afwijkend", i, "plein"), Code: "afwijkend-zelfde-plein",
				Message: "dit is het plein waar het spreekuur altijd is", Hint: "noem het plein waar het dan is, of haal deze regel weg"})
		}
		if on.From == on.Until && len(a.Tijd) == 0 && !s.InRule(on) {
			r.warn(diag.Diagnostic{Range: s.Doc.Value(dateOf(a.Dagen, i)...), Code: "afwijkend-mist",
				Message: fmt.Sprintf("op %s is er geen spreekuur", r.day(on.From)), Hint: r.meant(s, a.Dagen)})
		}
	}
}

// deviations checks those of a plein.
func (r *resolver) deviations(p *Plein) {
	dagen := make([]content.Dagen, len(p.Afwijkend))
	for i, a := range p.Afwijkend {
		dagen[i] = a.Dagen
	}
	r.twice(&p.Record, dagen)
}

// dateOf is the place of the date in the exception of one day.
func dateOf(d content.Dagen, i int) []any {
	if d.Datum != 0 {
		return []any{"afwijkend", i, "datum"}
	}
	return []any{"afwijkend", i, "van"}
}

// twice refuses two blocks for the same days: one of them has no effect.
func (r *resolver) twice(record *content.Record, blocks []content.Dagen) {
	first := map[schedule.Period]int{}
	for i, d := range blocks {
		on := d.Period()
		earlier, ok := first[on]
		switch {
		case on.From == 0 || on.Until < r.catalog.Today:
		case !ok:
			first[on] = i
		default:
			r.warn(diag.Diagnostic{Range: record.Doc.Value(dateOf(d, i)...), Code: "datum-dubbel",
				Message: "voor dezelfde dag of dagen staat er al een blok", Hint: "zet alles over deze dag in één blok, en haal het andere weg",
				Related: []diag.Range{record.Doc.Key("afwijkend", earlier)}})
		}
	}
}

// InRule reports whether the rule has a date in the period, regardless of exceptions and
// closings.
func (s *Spreekuur) InRule(on schedule.Period) bool {
	bare := s.Schedule
	bare.Exceptions = nil
	for range bare.Days(on.From, on.Until) {
		return true
	}
	return false
}

// meant is the hint for an exception on a date without a spreekuur: the date that was
// probably meant.
func (r *resolver) meant(s *Spreekuur, d content.Dagen) string {
	wrong := d.Period().From
	if taken := nearestDates(wrong, slipOfDays, func(d schedule.Date) bool { return s.excepted(d) && s.goesOn(d) }); len(taken) > 0 {
		return fmt.Sprintf("over %s gaat al een ander blok; haal dit blok weg", r.day(taken[0]))
	}
	if dates := r.likely(s, wrong); len(dates) > 0 {
		days, values := make([]string, len(dates)), make([]string, len(dates))
		for i, date := range dates {
			days[i], values[i] = r.day(date), fmt.Sprintf("%q", date.String())
		}
		hint := fmt.Sprintf("bedoelt u %s? schrijf dan %s", strings.Join(days, " of "), strings.Join(values, " of "))
		if d.Datum == 0 {
			hint += ", ook bij tot_en_met"
		}
		return hint
	}
	switch {
	case s.TotEnMet != 0 && wrong > s.TotEnMet:
		return fmt.Sprintf("het spreekuur is er tot en met %s; haal dit blok weg", r.day(s.TotEnMet))
	case wrong < s.Vanaf:
		return fmt.Sprintf("het spreekuur begint op %s; haal dit blok weg", r.day(s.Vanaf))
	}
	return "kijk de datum na, of haal dit blok weg"
}

const (
	slipOfDays = 3  // by which a date beside the right one is mostly wrong
	farthest   = 20 // days to the nearest date of a rule of once a month
)

// likely are the dates of the rule that may have been meant by a wrong date. It offers
// only the likeliest kind of slip: a day next to it, another year, day and month
// swapped, and then the nearest date.
func (r *resolver) likely(s *Spreekuur, wrong schedule.Date) []schedule.Date {
	fits := func(d schedule.Date) bool {
		return d >= r.catalog.Today && !s.excepted(d) && s.goesOn(d)
	}
	if near := nearestDates(wrong, slipOfDays, fits); len(near) > 0 {
		return near
	}
	year, month, day := wrong.Civil()
	now, _, _ := r.catalog.Today.Civil()
	for _, date := range []schedule.Date{
		schedule.NewDate(now, month, day), schedule.NewDate(now+1, month, day), swapped(year, int(month), day),
	} {
		if date != 0 && date != wrong && fits(date) {
			return []schedule.Date{date}
		}
	}
	return nearestDates(wrong, farthest, fits)
}

// swapped is the date with day and month swapped, or 0.
func swapped(year, month, day int) schedule.Date {
	date, err := schedule.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, day, month))
	if err != nil {
		return 0
	}
	return date
}

// nearestDates are the nearest dates that fit: one, or two that are as far.
func nearestDates(from schedule.Date, most int, fits func(schedule.Date) bool) []schedule.Date {
	for days := 1; days <= most; days++ {
		var found []schedule.Date
		for _, date := range []schedule.Date{from.Add(-days), from.Add(days)} {
			if fits(date) {
				found = append(found, date)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// excepted reports whether there is an exception for that date alone.
func (s *Spreekuur) excepted(date schedule.Date) bool {
	return slices.ContainsFunc(s.Afwijkend, func(a content.AfwijkendSpreekuur) bool {
		return a.Period() == schedule.Period{From: date, Until: date}
	})
}

// goesOn reports whether the spreekuur would be held on the date without its exceptions.
func (s *Spreekuur) goesOn(date schedule.Date) bool {
	bare := s.Schedule
	bare.Exceptions = nil
	for o := range bare.Days(date, date) {
		if o.Kind != schedule.Cancelled {
			return true
		}
	}
	return false
}

// day is a date in words, with its year unless that is obvious.
func (r *resolver) day(date schedule.Date) string {
	if date >= r.catalog.Today && date < r.catalog.Today.Add(200) {
		return schedule.DateWordsShort(date)
	}
	return schedule.Dutch.Date(date)
}

// anchors requires the first day of a rule such as "om de week" to be one of its days:
// otherwise nobody can tell which weeks are meant. It reports whether it is; if not, no
// date of the rule is certain.
func (r *resolver) anchors(s *Spreekuur) bool {
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
	r.warn(diag.Diagnostic{Range: s.Doc.Value("vanaf"), Code: "vanaf-andere-dag",
		Message: fmt.Sprintf("dit is een %s, en het spreekuur is op %s", schedule.WeekdayName(s.Vanaf.Weekday()), strings.Join(names, " of ")),
		Hint:    hint})
	return false
}
