package feed

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// description is what a calendar shows of a spreekuur at those hours, one line
// per fact. The walk-in window is named only where the hours hold it.
func description(c *catalog.Catalog, s *catalog.Spreekuur, hours schedule.Span) string {
	lines := []string{s.InEenZin, ""}
	if len(s.Partners) > 0 {
		lines = append(lines, "Van: "+organisers(s.Partners)+".")
	}
	if s.Inloop != (schedule.Span{}) && s.Inloop.Begin >= hours.Begin && s.Inloop.End <= hours.End {
		lines = append(lines, "Inloop van "+c.Site.Notation.Span(s.Inloop)+".")
	}
	lines = append(lines, appointment(s), readMore(c, s))
	return strings.Join(lines, "\n")
}

// descriptionOn is the description of one date. Of a date that is cancelled
// there is nothing to tell but that, and why.
func descriptionOn(c *catalog.Catalog, o catalog.Occurrence) string {
	about := readMore(c, o.Spreekuur)
	if !o.Cancelled() {
		about = description(c, o.Spreekuur, o.Span)
	}
	if different := change(c, o); different != "" {
		about = different + "\n\n" + about
	}
	return about
}

func readMore(c *catalog.Catalog, s *catalog.Spreekuur) string {
	return "Meer lezen: " + c.Site.Absolute(s.Page())
}

func organisers(partners []*catalog.Partner) string {
	names := make([]string, len(partners))
	for i, p := range partners {
		names[i] = p.NaamInUitingen
	}
	return enumerate(names, "en")
}

// appointment says whether to make an appointment, and how.
func appointment(s *catalog.Spreekuur) string {
	how := waysIn(s.Telefoon, s.Email, s.Website)
	switch s.Aanmelden {
	case "verplicht":
		return sentence("Maak eerst een afspraak", how)
	case "mag":
		return sentence("Een afspraak mag, maar hoeft niet", how)
	}
	if how == "" {
		return "U hoeft geen afspraak te maken."
	}
	return sentence("U hoeft geen afspraak te maken. Hebt u een vraag", how)
}

// waysIn are the ways to reach someone: "bel 013 000 00 01 of mail info@voorbeeld.nl".
func waysIn(phone content.Phone, email content.Email, website content.Web) string {
	var ways []string
	if phone != "" {
		ways = append(ways, "bel "+string(phone))
	}
	if email != "" {
		ways = append(ways, "mail "+string(email))
	}
	if website != "" {
		ways = append(ways, "ga naar "+string(website))
	}
	return enumerate(ways, "of")
}

func sentence(what, how string) string {
	if how == "" {
		return what + "."
	}
	return what + ": " + how + "."
}

// enumerate is "a", "a en b" or "a, b en c".
func enumerate(items []string, and string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + and + " " + items[last]
}

// location is the address as one line, the building first. The address of an
// agendapunt need not have a postcode.
func location(a content.Adres) string {
	town := strings.TrimSpace(string(a.Postcode) + " " + a.Plaats)
	if a.Locatie == "" {
		return a.Straat + ", " + town
	}
	return a.Locatie + ", " + a.Straat + ", " + town
}

// heading is the title of one date, with what became of it, since most calendars
// show little else.
func heading(o catalog.Occurrence) string {
	title := o.Spreekuur.Titel
	switch {
	case o.Cancelled():
		return "Vervalt: " + title
	case o.Slot < 0:
		return "Extra: " + title
	case o.Changed():
		return "Gewijzigd: " + title
	}
	return title
}

// change says what is different on one date, and why.
func change(c *catalog.Catalog, o catalog.Occurrence) string {
	var lines []string
	switch {
	case o.Cancelled():
		lines = append(lines, "Dit spreekuur gaat op "+schedule.DateWordsShort(o.Date)+" niet door.")
	case o.Slot < 0:
		lines = append(lines, "Dit is een extra spreekuur.")
	case o.Was != (schedule.Span{}) && o.Was != o.Span:
		lines = append(lines, "De tijd is anders: van "+c.Site.Notation.Span(o.Span)+".")
	}
	if o.Elsewhere() && !o.Cancelled() {
		lines = append(lines, "De plek is anders: "+o.Plein.Naam+", "+location(o.Adres)+".")
	}
	if o.Reason != "" {
		lines = append(lines, "Reden: "+o.Reason)
	}
	return strings.Join(lines, "\n")
}
