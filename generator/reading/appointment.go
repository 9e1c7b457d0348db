package reading

import (
	"fmt"

	"pleinwijzer/generator/content"
)

// checkAppointment checks the fields that contradict a spreekuur without hours.
func checkAppointment(c *checker, s *content.Spreekuur) {
	checkAppointmentBlocks(c, s)
	if !s.OnAppointment() {
		return
	}
	if s.HasTime() {
		c.add("op-afspraak-en-meer", c.doc.Key("tijd"), `"op afspraak" is zonder vaste tijd, en hier staat een tijd`,
			fmt.Sprintf(`kies: haal de regel met "tijd" weg, of noem bij "dag" de dag en schrijf: aanmelden = %q`, content.Required))
	}
	if s.Aanmelden != "" && s.Aanmelden != content.Required {
		c.add("op-afspraak-en-meer", c.doc.Value("aanmelden"), `bij dag = "op afspraak" maakt de bezoeker altijd een afspraak`, `haal de regel met "aanmelden" weg`)
	}
	if s.Inloop.End != 0 {
		c.add("op-afspraak-en-meer", c.doc.Key("inloop"), "zonder vaste tijd is er geen inloop", `haal de regel met "inloop" weg, of noem bij "dag" en "tijd" wanneer de bezoeker kan binnenlopen`)
	}
	for i, a := range s.Afwijkend {
		hint := fmt.Sprintf(`haal dit blok weg; schrijf het in een bericht met spreekuren = [%q], of zet zo lang: status = %q`, s.Slug, content.Paused)
		if !a.Vervalt {
			hint = "haal dit blok weg; maak voor een dag met een vaste tijd een eigen bestand"
		}
		c.add("op-afspraak-en-meer", c.doc.Key("afwijkend", i), "een spreekuur op afspraak heeft geen dagen waarop het anders kan zijn", hint)
	}
}

// checkAppointmentBlocks refuses "op afspraak" as one of several blocks of hours: next
// to hours, an appointment is only another way to come.
func checkAppointmentBlocks(c *checker, s *content.Spreekuur) {
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
			hint += fmt.Sprintf(" en schrijf boven [[tijden]]: aanmelden = %q", content.Allowed)
		case s.Aanmelden == content.Allowed || s.Aanmelden == content.Required:
			hint += fmt.Sprintf(": er staat al aanmelden = %q", s.Aanmelden)
		default:
			hint += fmt.Sprintf(" en schrijf: aanmelden = %q", content.Allowed)
		}
		c.add("op-afspraak-en-meer", c.doc.Value("tijden", i, "dag"), message, hint)
	}
}
