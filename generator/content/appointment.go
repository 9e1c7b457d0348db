package content

import (
	"fmt"
)

// Which fields go with "op afspraak", and which do not.

// OnAppointment reports whether the spreekuur has no hours of its own: visitors make an
// appointment.
func (s *Spreekuur) OnAppointment() bool { return s.Dag.ByAppointment() }

// checkAppointment checks the fields that contradict a spreekuur without hours.
func (s *Spreekuur) checkAppointment(c *checker) {
	s.checkAppointmentBlocks(c)
	if !s.OnAppointment() {
		return
	}
	if s.hasTime() {
		c.add("op-afspraak-en-meer", c.doc.Key("tijd"), `"op afspraak" is zonder vaste tijd, en hier staat een tijd`,
			fmt.Sprintf(`kies: haal de regel met "tijd" weg, of noem bij "dag" de dag en schrijf: aanmelden = %q`, Required))
	}
	if s.Aanmelden != "" && s.Aanmelden != Required {
		c.add("op-afspraak-en-meer", c.doc.Value("aanmelden"), `bij dag = "op afspraak" maakt de bezoeker altijd een afspraak`, `haal de regel met "aanmelden" weg`)
	}
	if s.Inloop.End != 0 {
		c.add("op-afspraak-en-meer", c.doc.Key("inloop"), "zonder vaste tijd is er geen inloop", `haal de regel met "inloop" weg, of noem bij "dag" en "tijd" wanneer de bezoeker kan binnenlopen`)
	}
	for i, a := range s.Afwijkend {
		hint := fmt.Sprintf(`haal dit blok weg; schrijf het in een bericht met spreekuren = [%q], of zet zo lang: status = %q`, s.Slug, Paused)
		if !a.Vervalt {
			hint = "haal dit blok weg; maak voor een dag met een vaste tijd een eigen bestand"
		}
		c.add("op-afspraak-en-meer", c.doc.Key("afwijkend", i), "een spreekuur op afspraak heeft geen dagen waarop het anders kan zijn", hint)
	}
}

// checkAppointmentBlocks refuses "op afspraak" as one of several blocks of hours: next
// to hours, an appointment is only another way to come.
func (s *Spreekuur) checkAppointmentBlocks(c *checker) {
	hours := 0
	for _, b := range s.Tijden {
		if !b.Dag.ByAppointment() {
			hours++
		}
	}
	for i, b := range s.Tijden {
		if !b.Dag.ByAppointment() {
			continue
		}
		message, hint := `"op afspraak" is geen tijd naast andere tijden`, "haal dit blok weg"
		switch {
		case hours == 0:
			message, hint = `"op afspraak" heeft geen blok nodig`, fmt.Sprintf("schrijf in plaats van [[tijden]]: dag = %q", b.Dag)
		case s.Aanmelden == "":
			hint += fmt.Sprintf(" en schrijf boven [[tijden]]: aanmelden = %q", Allowed)
		case s.Aanmelden == Allowed || s.Aanmelden == Required:
			hint += fmt.Sprintf(": er staat al aanmelden = %q", s.Aanmelden)
		default:
			hint += fmt.Sprintf(" en schrijf: aanmelden = %q", Allowed)
		}
		c.add("op-afspraak-en-meer", c.doc.Value("tijden", i, "dag"), message, hint)
	}
}
