package sense

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// An exception may be a mistake: it has no effect, although it is about a date that
// visitors should know about. The editor is warned, but the build continues, since the
// site would be the same without the exception, and other news must not wait for it.
// Exceptions in the past no longer matter.

// exceptions checks the exceptions of a spreekuur.
func (c *checker) exceptions(s *catalog.Spreekuur) {
	dagen := make([]content.Dagen, len(s.Afwijkend))
	for i, a := range s.Afwijkend {
		dagen[i] = a.Dagen
	}
	c.twice(&s.Record, dagen)
	for i, a := range s.Afwijkend {
		on := a.Period()
		if on.Until < c.today || s.Status != content.Running {
			continue
		}
		if a.Plein != "" && a.Plein == s.Spreekuur.Plein {
			c.warn(diag.Diagnostic{Range: s.Doc.Value("afwijkend", i, "plein"), Code: "afwijkend-zelfde-plein",
				Message: "dit is het plein waar het spreekuur altijd is", Hint: "noem het plein waar het dan is, of haal deze regel weg"})
		}
		if on.From == on.Until && len(a.Tijd) == 0 && !s.InRule(on) {
			c.warn(diag.Diagnostic{Range: s.Doc.Value(dateOf(a.Dagen, i)...), Code: "afwijkend-mist",
				Message: fmt.Sprintf("op %s is er geen spreekuur", c.day(on.From)), Hint: c.meant(s, a.Dagen)})
		}
	}
}

// deviations checks the exceptions of a plein.
func (c *checker) deviations(p *catalog.Plein) {
	dagen := make([]content.Dagen, len(p.Afwijkend))
	for i, a := range p.Afwijkend {
		dagen[i] = a.Dagen
	}
	c.twice(&p.Record, dagen)
}

// dateOf returns the path of the date in an exception of one day.
func dateOf(d content.Dagen, i int) []any {
	if d.Datum != 0 {
		return []any{"afwijkend", i, "datum"}
	}
	return []any{"afwijkend", i, "van"}
}

// twice reports two blocks for the same days, since one of them has no effect.
func (c *checker) twice(record *content.Record, blocks []content.Dagen) {
	first := map[schedule.Period]int{}
	for i, d := range blocks {
		on := d.Period()
		earlier, ok := first[on]
		switch {
		case on.From == 0 || on.Until < c.today:
		case !ok:
			first[on] = i
		default:
			c.warn(diag.Diagnostic{Range: record.Doc.Value(dateOf(d, i)...), Code: "datum-dubbel",
				Message: "voor dezelfde dag of dagen staat er al een blok", Hint: "zet alles over deze dag in één blok, en haal het andere weg",
				Related: []diag.Range{record.Doc.Key("afwijkend", earlier)}})
		}
	}
}

// meant is the hint for an exception on a date without a spreekuur: the date that was
// probably meant.
func (c *checker) meant(s *catalog.Spreekuur, d content.Dagen) string {
	wrong := d.Period().From
	if taken := nearestDates(wrong, slipOfDays, func(d schedule.Date) bool { return excepted(s, d) && goesOn(s, d) }); len(taken) > 0 {
		return fmt.Sprintf("over %s gaat al een ander blok; haal dit blok weg", c.day(taken[0]))
	}
	if dates := c.likely(s, wrong); len(dates) > 0 {
		days, values := make([]string, len(dates)), make([]string, len(dates))
		for i, date := range dates {
			days[i], values[i] = c.day(date), fmt.Sprintf("%q", date.String())
		}
		hint := fmt.Sprintf("bedoelt u %s? schrijf dan %s", strings.Join(days, " of "), strings.Join(values, " of "))
		if d.Datum == 0 {
			hint += ", ook bij tot_en_met"
		}
		return hint
	}
	switch {
	case s.TotEnMet != 0 && wrong > s.TotEnMet:
		return fmt.Sprintf("het spreekuur is er tot en met %s; haal dit blok weg", c.day(s.TotEnMet))
	case wrong < s.Vanaf:
		return fmt.Sprintf("het spreekuur begint op %s; haal dit blok weg", c.day(s.Vanaf))
	}
	return "kijk de datum na, of haal dit blok weg"
}

const (
	slipOfDays = 3  // the distance by which a nearly right date is usually wrong
	farthest   = 20 // days to the nearest date of a monthly rule
)

// likely returns the dates of the rule that may have been meant by a wrong date, for
// the most likely kind of mistake only: a nearby day, another year, day and month
// swapped, and then the nearest date.
func (c *checker) likely(s *catalog.Spreekuur, wrong schedule.Date) []schedule.Date {
	fits := func(d schedule.Date) bool {
		return d >= c.today && !excepted(s, d) && goesOn(s, d)
	}
	if near := nearestDates(wrong, slipOfDays, fits); len(near) > 0 {
		return near
	}
	year, month, day := wrong.Civil()
	now, _, _ := c.today.Civil()
	for _, date := range []schedule.Date{
		schedule.NewDate(now, month, day), schedule.NewDate(now+1, month, day), swapped(year, int(month), day),
	} {
		if date != 0 && date != wrong && fits(date) {
			return []schedule.Date{date}
		}
	}
	return nearestDates(wrong, farthest, fits)
}

// swapped returns the date with day and month swapped, or 0.
func swapped(year, month, day int) schedule.Date {
	date, err := schedule.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, day, month))
	if err != nil {
		return 0
	}
	return date
}

// nearestDates returns the nearest date that fits, or two that are equally near.
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
func excepted(s *catalog.Spreekuur, date schedule.Date) bool {
	return slices.ContainsFunc(s.Afwijkend, func(a content.AfwijkendSpreekuur) bool {
		return a.Period() == schedule.Period{From: date, Until: date}
	})
}

// goesOn reports whether the spreekuur would take place on the date without its
// exceptions.
func goesOn(s *catalog.Spreekuur, date schedule.Date) bool {
	bare := s.Schedule
	bare.Exceptions = nil
	for o := range bare.Days(date, date) {
		if o.Kind != schedule.Cancelled {
			return true
		}
	}
	return false
}

// day formats a date in words, with its year unless that is obvious.
func (c *checker) day(date schedule.Date) string {
	if date >= c.today && date < c.today.Add(200) {
		return schedule.DateWordsShort(date)
	}
	return schedule.Dutch.Date(date)
}
