package catalog

import (
	"fmt"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// sense checks what is valid field by field, yet cannot be meant.
func (r *resolver) sense() {
	for _, s := range r.catalog.Spreekuren {
		if s.Bad {
			continue
		}
		r.opening(s)
		r.openDays(s)
		r.contact(s)
		r.successors(s)
		if r.anchors(s) {
			r.exceptions(s)
		}
	}
	for _, p := range r.catalog.Pleinen {
		if !p.Bad {
			r.deviations(p)
		}
	}
}

// opening requires opening hours of the plein for a spreekuur that follows them: without
// any on its days it would never be held, and nobody would notice. Hours on some of its
// days are enough: "werkdagen" at a plein that is open on two of them is clear to
// everyone.
func (r *resolver) opening(s *Spreekuur) {
	for i, slot := range s.Schedule.Slots {
		if !slot.Times.Opening || s.Plein.Bad || s.Plein.openOn(slot.Days) {
			continue
		}
		at := s.Doc.Value("tijd")
		switch {
		case len(s.Tijden) > 0:
			at = s.Doc.Value("tijden", i, "tijd")
		case !s.Doc.Has("tijd"): // the day says it: dag = "tijdens openingstijden"
			at = s.Doc.Value("dag")
		}
		r.problems.Add(diag.Diagnostic{Range: at, Code: "openingstijden-ontbreken",
			Message: fmt.Sprintf("op deze dag heeft plein %q geen openingstijden", s.Plein.Slug),
			Hint:    "vul bij het plein [openingstijden] in, of schrijf hier de tijd",
			Related: []diag.Range{{File: s.Plein.Doc.File}}})
	}
}

// openDays requires a spreekuur that is held on every day on which the plein is open to
// follow its opening hours. Hours of its own would be announced on days on which the
// plein is closed.
func (r *resolver) openDays(s *Spreekuur) {
	for i, slot := range s.Schedule.Slots {
		if !slot.Days.Open() || slot.Times.Opening || len(slot.Times.Spans) == 0 {
			continue
		}
		at := s.Doc.Value("dag")
		if len(s.Tijden) > 0 {
			at = s.Doc.Value("tijden", i, "dag")
		}
		mend := `schrijf: tijd = "tijdens openingstijden"`
		if days := s.Plein.openDays(); days != "" {
			mend = fmt.Sprintf(`kies: dag = %q of: tijd = "tijdens openingstijden"`, days)
		}
		r.problems.Add(diag.Diagnostic{Range: at, Code: "dag-tijd-anders",
			Message: "bij elke dag dat het plein open is horen de openingstijden", Hint: mend})
	}
}

// contact requires a way to make the appointment for a spreekuur without hours. It is
// checked here, since the partner may offer the way.
func (r *resolver) contact(s *Spreekuur) {
	if !s.OnAppointment() || s.Status == content.Stopped || s.Telefoon != "" || s.Email != "" || s.Website != "" {
		return
	}
	r.problems.Add(diag.Diagnostic{Range: s.Doc.Value("dag"), Code: "contact-ontbreekt",
		Message: "wie een afspraak wil, moet kunnen bellen, mailen of een website openen", Hint: "voeg toe: " + s.contactOfPartner()})
}

// contactOfPartner is the line for the first way to reach a partner.
func (s *Spreekuur) contactOfPartner() string {
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
func (p *Plein) openDays() string {
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

func (p *Plein) openOn(days schedule.Days) bool {
	for weekday := range days.Weekdays().All() {
		if len(p.Schedule.Opening[weekday]) > 0 {
			return true
		}
	}
	return false
}

// successors refuses a chain of opvolgers that leads back to its start: visitors would
// be sent round in circles.
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
