package catalog

import (
	"fmt"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// sense looks at what is right field by field and yet cannot be meant.
func (r *resolver) sense() {
	for _, s := range r.catalog.Spreekuren {
		if s.Bad {
			continue
		}
		r.opening(s)
		r.successors(s)
	}
}

// opening wants hours of the plein for a spreekuur that follows them: without
// any, it would never take place, and nobody would be told.
func (r *resolver) opening(s *Spreekuur) {
	for i, slot := range s.Schedule.Slots {
		if !slot.Times.Opening || s.Plein.Bad {
			continue
		}
		at := s.Doc.Value("tijd")
		if len(s.Tijden) > 0 {
			at = s.Doc.Value("tijden", i, "tijd")
		}
		if !s.Plein.Schedule.HasOpening {
			r.problems.Add(diag.Diagnostic{Range: at, Code: "openingstijden-ontbreken",
				Message: fmt.Sprintf("plein %q heeft geen openingstijden", s.Plein.Slug),
				Hint:    "vul bij het plein [openingstijden] in, of schrijf hier de tijd",
				Related: []diag.Range{{File: s.Plein.Doc.File}}})
			continue
		}
		for weekday := range slot.Days.Weekdays().All() {
			if len(s.Plein.Schedule.Opening[weekday]) == 0 {
				r.problems.Add(diag.Diagnostic{Range: at, Code: "openingstijden-ontbreken",
					Message: fmt.Sprintf("op %s heeft plein %q geen openingstijden", schedule.WeekdayName(weekday), s.Plein.Slug),
					Hint:    "vul die dag in bij het plein, of haal hem hier weg",
					Related: []diag.Range{s.Plein.Doc.Key("openingstijden")}})
			}
		}
	}
}

// successors refuses a chain of opvolgers that comes back to its start: a
// visitor would be sent round in a circle.
func (r *resolver) successors(s *Spreekuur) {
	seen := map[*Spreekuur]bool{}
	for next := s.Opvolger; next != nil && !seen[next]; next = next.Opvolger {
		if next == s {
			r.problems.Add(diag.Diagnostic{Range: s.Doc.Value("opvolger"), Code: "opvolger-rond",
				Message: "via de opvolgers komt de bezoeker weer hier uit", Hint: "haal bij één van deze spreekuren de opvolger weg",
				Related: []diag.Range{{File: s.Opvolger.Doc.File}}})
			return
		}
		seen[next] = true
	}
}
