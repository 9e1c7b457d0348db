package say

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Contacts says how visitors reach the people of a spreekuur.
type Contacts struct{ Times }

// Appointment says whether visitors make an appointment.
func (c *Contacts) Appointment(s *catalog.Spreekuur) string {
	switch s.Aanmelden {
	case content.Required:
		return c.Word("afspraak-moet")
	case content.Allowed:
		return c.Word("afspraak-mag")
	}
	return c.Word("afspraak-niet-nodig")
}

// ByAppointment says how to make an appointment for a spreekuur without hours: "bel 013
// 000 00 01 of mail info@voorbeeld.nl". The checks make sure that there is a way.
func (c *Contacts) ByAppointment(s *catalog.Spreekuur) string {
	var ways []string
	for _, way := range [...]struct{ word, value string }{
		{"op-afspraak-bel", string(s.Telefoon)}, {"op-afspraak-mail", string(s.Email)}, {"op-afspraak-website", string(s.Website)},
	} {
		if way.value != "" {
			ways = append(ways, c.Word(way.word, c.isolated(way.value)))
		}
	}
	switch n := len(ways) - 1; n {
	case -1:
		return ""
	case 0:
		return ways[0]
	default:
		return c.Word("op-afspraak-of", strings.Join(ways[:n], c.Comma), ways[n])
	}
}

// isolated keeps a number or an address in its own order within a text that runs from
// right to left (Unicode LRI and PDI).
func (c *Contacts) isolated(text string) string {
	if c.Dir == "rtl" {
		return "\u2066" + text + "\u2069"
	}
	return text
}

// WalkIn says when visitors can come in without an appointment, or is "" if the
// spreekuur makes no such distinction.
func (c *Contacts) WalkIn(s *catalog.Spreekuur) string {
	if s.Inloop == (schedule.Span{}) {
		return ""
	}
	return c.Word("inloop", c.Hours(s.Inloop))
}

// Contact says how to reach the people of a spreekuur, for an appointment or a question.
// It is "" if there is no way.
func (c *Contacts) Contact(s *catalog.Spreekuur) string {
	ways := c.Ways(s.Telefoon, s.Email, s.Website)
	if ways == "" || s.Aanmelden == content.Required || s.Aanmelden == content.Allowed {
		return ways
	}
	return Join(c.Word("vragen"), ways)
}

// Ways are the ways to reach someone, each in a sentence: "Bel 013 000 00 01. Mail
// info@voorbeeld.nl."
func (c *Contacts) Ways(phone typed.Phone, email typed.Email, website typed.Web) string {
	var ways []string
	for _, way := range [...]struct{ word, value string }{{"bel", string(phone)}, {"mail", string(email)}, {"ga-naar", string(website)}} {
		if way.value != "" {
			ways = append(ways, c.Word(way.word, way.value)+".")
		}
	}
	return Join(ways...)
}
