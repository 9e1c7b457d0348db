package lint

import (
	"fmt"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

var buitenOpeningstijd = &Check{
	Explanation: diag.Explanation{
		Code: "buiten-openingstijd", Title: "Een spreekuur terwijl het plein dicht is",
		Text:  "Het spreekuur valt buiten de openingstijden van het plein. Bezoekers staan dan voor een dichte deur. Kijk welke van de twee klopt.",
		Wrong: "dag = \"dinsdag\" en tijd = \"9.00-12.00\", terwijl het plein om 10.00 uur opengaat",
		Right: "dag = \"dinsdag\"\ntijd = \"10.00-12.00\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range c.Spreekuren {
			if !s.Active() || !s.Plein.Schedule.HasOpening {
				continue
			}
			for i, slot := range s.Schedule.Slots {
				days, first := outside(s, slot)
				if days == "" {
					continue
				}
				at := s.Doc.Value("tijd")
				if len(s.Tijden) > 0 {
					at = s.Doc.Value("tijden", i, "tijd")
				}
				add(&s.Record, at, fmt.Sprintf("dit valt buiten de openingstijden van %s (%s)", s.Plein.Naam, days),
					"kijk welke van de twee klopt", s.Plein.Doc.Value("openingstijden", schedule.WeekdayName(first)))
			}
		}
	},
}

// outside returns the weekdays or dates on which the plein is closed during some of the
// hours, and the first of those weekdays.
func outside(s *catalog.Spreekuur, slot schedule.Slot) (days string, first time.Weekday) {
	var names []string
	note := func(day time.Weekday, name string) {
		if len(names) == 0 {
			first = day
		}
		names = append(names, name)
	}
	if len(s.Data) > 0 {
		for _, date := range s.Data {
			hours, closed, _ := s.Plein.Schedule.HoursOn(date, nil)
			if !closed && date >= s.Schedule.Bounds.From && !within(slot.Times.Spans, hours) {
				note(date.Weekday(), date.String())
			}
		}
		return strings.Join(names, ", "), first
	}
	for day := range slot.Days.Weekdays().All() {
		if !within(slot.Times.Spans, s.Plein.Schedule.Opening[day]) {
			note(day, schedule.WeekdayName(day))
		}
	}
	return strings.Join(names, ", "), first
}

// within reports whether every span is inside one of the opening hours.
func within(spans, opening []schedule.Span) bool {
	for _, span := range spans {
		open := false
		for _, o := range opening {
			open = open || span.Begin >= o.Begin && span.End <= o.End
		}
		if !open {
			return false
		}
	}
	return true
}
