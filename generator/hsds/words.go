package hsds

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
)

// joinWith joins the texts that are not empty with a separator.
func joinWith(separator string, texts []string) string {
	var b strings.Builder
	for _, text := range texts {
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(separator)
		}
		b.WriteString(text)
	}
	return b.String()
}

func whereWords(at door) string {
	return say.Stopped("Bij " + at.plein.Naam + ", " + say.Address(at.adres))
}

// byAppointment says when a spreekuur without schedules is held.
func (d *directory) byAppointment(s *catalog.Spreekuur) string {
	if !s.OnAppointment() {
		return ""
	}
	return say.Stopped(d.say.Capital(d.say.When(s)))
}

// howToCome says what a visitor has to do to get help.
func (d *directory) howToCome(s *catalog.Spreekuur) string {
	return say.Join(d.say.Appointment(s), d.byAppointment(s), d.say.WalkIn(s))
}

// about returns the description: first the sentence, since consumers may show no more
// than that, then the text, and then what the spreekuur does not help with.
func about(inEenZin, text string, not []string) string {
	parts := []string{inEenZin, text}
	if len(not) > 0 {
		parts = append(parts, "Wat wij niet doen:\n- "+strings.Join(not, "\n- "))
	}
	return joinWith("\n\n", parts)
}
