package say

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Appointment says whether visitors make an appointment.
func (v *Voice) Appointment(s *catalog.Spreekuur) string {
	switch s.Aanmelden {
	case content.Required:
		return v.Word("afspraak-moet")
	case content.Allowed:
		return v.Word("afspraak-mag")
	}
	return v.Word("afspraak-niet-nodig")
}

// ByAppointment says how to make an appointment for a spreekuur without hours: "bel 013
// 000 00 01 of mail info@voorbeeld.nl". The checks make sure that there is a way.
func (v *Voice) ByAppointment(s *catalog.Spreekuur) string {
	var ways []string
	for _, way := range [...]struct{ word, value string }{
		{"op-afspraak-bel", string(s.Telefoon)}, {"op-afspraak-mail", string(s.Email)}, {"op-afspraak-website", string(s.Website)},
	} {
		if way.value != "" {
			ways = append(ways, v.Word(way.word, v.isolated(way.value)))
		}
	}
	switch n := len(ways) - 1; n {
	case -1:
		return ""
	case 0:
		return ways[0]
	default:
		return v.Word("op-afspraak-of", strings.Join(ways[:n], v.Comma), ways[n])
	}
}

// isolated keeps a number or an address in its own order within a text that runs from
// right to left (Unicode LRI and PDI).
func (v *Voice) isolated(text string) string {
	if v.Dir == "rtl" {
		return "\u2066" + text + "\u2069"
	}
	return text
}

// WalkIn says when visitors can come in without an appointment, or is "" if the
// spreekuur makes no such distinction.
func (v *Voice) WalkIn(s *catalog.Spreekuur) string {
	if s.Inloop == (schedule.Span{}) {
		return ""
	}
	return v.Word("inloop", v.Hours(s.Inloop))
}

// Contact says how to reach the people of a spreekuur, for an appointment or a question.
// It is "" if there is no way.
func (v *Voice) Contact(s *catalog.Spreekuur) string {
	ways := v.Ways(s.Telefoon, s.Email, s.Website)
	if ways == "" || s.Aanmelden == content.Required || s.Aanmelden == content.Allowed {
		return ways
	}
	return Join(v.Word("vragen"), ways)
}

// Ways are the ways to reach someone, each in a sentence: "Bel 013 000 00 01. Mail
// info@voorbeeld.nl."
func (v *Voice) Ways(phone typed.Phone, email typed.Email, website typed.Web) string {
	var ways []string
	for _, way := range [...]struct{ word, value string }{{"bel", string(phone)}, {"mail", string(email)}, {"ga-naar", string(website)}} {
		if way.value != "" {
			ways = append(ways, v.Word(way.word, way.value)+".")
		}
	}
	return Join(ways...)
}
