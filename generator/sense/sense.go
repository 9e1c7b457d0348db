// Package sense finds content that is valid in each field, and in each reference, yet
// cannot be meant: a spreekuur during opening hours that do not exist, an exception on
// a day without a spreekuur.
package sense

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// Check returns what cannot be meant in a catalog.
func Check(all *catalog.Catalog) diag.List {
	c := checker{today: all.Today}
	for _, s := range all.Spreekuren {
		if s.Bad || s.From != nil {
			continue
		}
		c.opening(s)
		c.openDays(s)
		c.contact(s)
		c.successors(s)
		if c.firstDay(s) {
			c.exceptions(s)
		}
	}
	for _, p := range all.Pleinen {
		if !p.Bad && p.From == nil {
			c.deviations(p)
		}
	}
	c.menu(all)
	c.problems.Sort()
	return c.problems
}

// checker collects the problems of one catalog.
type checker struct {
	today    schedule.Date
	problems diag.List
}

// warn adds a problem that does not stop the build.
func (c *checker) warn(problem diag.Diagnostic) {
	problem.Severity = diag.Warning
	c.problems.Add(problem)
}

// opening requires the plein to have opening hours if a spreekuur follows them: without
// any on its days it would never take place, and nobody would notice. Hours on some of
// its days are enough: "werkdagen" is clear even if the plein is only open on two of
// them.
func (c *checker) opening(s *catalog.Spreekuur) {
	for i, slot := range s.Schedule.Slots {
		if !slot.Times.Opening || s.Plein.Bad || openOn(s.Plein, slot.Days) {
			continue
		}
		at := s.Doc.Value("tijd")
		switch {
		case len(s.Tijden) > 0:
			at = s.Doc.Value("tijden", i, "tijd")
		case !s.Doc.Has("tijd"): // the day says it: dag = "tijdens openingstijden"
			at = s.Doc.Value("dag")
		}
		problem := diag.Diagnostic{Range: at, Code: "openingstijden-ontbreken",
			Message: fmt.Sprintf("op deze dag heeft plein %q geen openingstijden", s.Plein.Slug),
			Hint:    "vul bij het plein [openingstijden] in, of schrijf hier de tijd",
			Related: []diag.Range{{File: s.Plein.Doc.File}}}
		if s.Plein.From != nil { // its source may withdraw its hours: the site can still be built
			problem.Severity, problem.Hint = diag.Warning, "schrijf hier de tijd, of vraag de beheerder van de bron naar de openingstijden"
		}
		c.problems.Add(problem)
	}
}

// openDays requires a spreekuur on all days on which the plein is open to follow its
// opening hours. Hours of its own would be announced on days on which the plein is
// closed.
func (c *checker) openDays(s *catalog.Spreekuur) {
	for i, slot := range s.Schedule.Slots {
		if !slot.Days.Open() || slot.Times.Opening || len(slot.Times.Spans) == 0 {
			continue
		}
		at := s.Doc.Value("dag")
		if len(s.Tijden) > 0 {
			at = s.Doc.Value("tijden", i, "dag")
		}
		mend := `schrijf: tijd = "tijdens openingstijden"`
		if days := openDays(s.Plein); days != "" {
			mend = fmt.Sprintf(`kies: dag = %q of: tijd = "tijdens openingstijden"`, days)
		}
		c.problems.Add(diag.Diagnostic{Range: at, Code: "dag-tijd-anders",
			Message: "bij elke dag dat het plein open is horen de openingstijden", Hint: mend})
	}
}

// contact requires a way to make an appointment for a spreekuur without hours. It is
// checked here because the way may be that of the partner.
func (c *checker) contact(s *catalog.Spreekuur) {
	if !s.OnAppointment() || s.Status == content.Stopped || s.Telefoon != "" || s.Email != "" || s.Website != "" {
		return
	}
	c.problems.Add(diag.Diagnostic{Range: s.Doc.Value("dag"), Code: "contact-ontbreekt",
		Message: "wie een afspraak wil, moet kunnen bellen, mailen of een website openen", Hint: "voeg toe: " + contactOfPartner(s)})
}

// contactOfPartner returns a line with the first way to reach a partner.
func contactOfPartner(s *catalog.Spreekuur) string {
	for _, p := range s.Partners {
		for _, way := range [...]struct{ key, value string }{
			{"telefoon", string(p.Telefoon)}, {"email", string(p.Email)}, {"website", string(p.Website)},
		} {
			if way.value != "" {
				return fmt.Sprintf("%s = %q", way.key, way.value)
			}
		}
	}
	return `telefoon = "013 000 00 01"`
}

// openDays names the weekdays on which the plein is open, as an editor writes them.
func openDays(p *catalog.Plein) string {
	var days schedule.Weekdays
	for weekday, hours := range p.Schedule.Opening {
		if len(hours) > 0 {
			days |= 1 << weekday
		}
	}
	if days == 0 {
		return ""
	}
	return schedule.EveryWeek(days).String()
}

func openOn(p *catalog.Plein, days schedule.Days) bool {
	for weekday := range days.Weekdays().All() {
		if len(p.Schedule.Opening[weekday]) > 0 {
			return true
		}
	}
	return false
}

// successors reports a chain of opvolgers that leads back to its start, since visitors
// would be sent round in circles. It is a warning where another directory closed the circle.
func (c *checker) successors(s *catalog.Spreekuur) {
	seen, severity := map[*catalog.Spreekuur]bool{}, diag.Error
	for next := s.Opvolger; next != nil && !seen[next]; next = next.Opvolger {
		if next.From != nil || strings.Contains(string(s.Spreekuur.Opvolger), "/") {
			severity = diag.Warning
		}
		if next == s {
			c.problems.Add(diag.Diagnostic{Range: s.Doc.Value("opvolger"), Code: "opvolger-rond", Severity: severity,
				Message: "via de opvolgers komt de bezoeker weer hier uit", Hint: "haal bij één van deze spreekuren de opvolger weg",
				Related: []diag.Range{{File: s.Opvolger.Doc.File}}})
			return
		}
		seen[next] = true
	}
}
