package gids

import (
	"cmp"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// news marks the fields whose changes matter to people who follow the record. Values that
// a spreekuur repeats from its plein are not marked: their changes are news about the
// plein.
const news = true

// Aanbodsoort is the key of the field for the kind of offer. The rest of the form in G!DS
// depends on its value.
const Aanbodsoort = "aanbodsoort"

// pleinFields returns what G!DS asks about a place, in the order of its form.
func pleinFields(c *catalog.Catalog, p *catalog.Plein) []Field {
	lead := ""
	if p.Kartrekker != nil {
		lead = p.Kartrekker.NaamInUitingen
	}
	at, toegang, from := p.Adres(c.Today), p.Toegang(c.Today), since(p, c.Today)
	return []Field{
		{Key: "naam", Label: "Naam", Value: p.Naam, News: news},
		{Key: "in_een_zin", Label: "Korte omschrijving", Value: p.InEenZin, News: news},
		{Key: "omschrijving", Label: "Omschrijving", Value: markdown.Text(p.Body()), News: news},
		{Key: "organisatie", Label: "Organisatie", Value: lead, News: news},
		{Key: "gebouw", Label: "Gebouw", Value: at.Locatie, Since: from, News: news},
		{Key: "adres", Label: "Straat en huisnummer", Value: at.Straat, Since: from, News: news},
		{Key: "postcode", Label: "Postcode", Value: string(at.Postcode), Since: from, News: news},
		{Key: "plaats", Label: "Plaats", Value: at.Plaats, Since: from, News: news},
		{Key: "gemeente", Label: "Gemeente", Value: p.Gemeente},
		{Key: "provincie", Label: "Provincie", Value: p.Provincie},
		{Key: "telefoon", Label: "Telefoon", Value: string(p.Telefoon), News: news},
		{Key: "email", Label: "E-mail", Value: string(p.Email), News: news},
		{Key: "website", Label: "Website", Value: string(p.Website), News: news},
		{Key: "openingstijden", Label: "Openingstijden", Value: opening(c, p), News: news},
		{Key: "toegankelijkheid", Label: "Toegankelijkheid", Value: strings.Join(toegang.Toegankelijkheid, ", "), Since: from, News: news},
		{Key: "route", Label: "Route", Value: toegang.Route, Since: from, News: news},
		{Key: "bijzonderheden", Label: "Bijzonderheden", Value: pleinRemarks(c, p)},
		{Key: "gids_id", Label: "Nummer in G!DS", Value: p.Gids.ID},
		{Key: "id", Label: "Eigen nummer", Value: p.ID.String()},
		{Key: "pagina", Label: "Pagina op deze site", Value: c.Site.Absolute(p.Page())},
	}
}

// spreekuurFields returns what G!DS asks about an offer, in the order of its form. The
// place is that of the plein, and so is anything else that the spreekuur does not say
// itself.
func spreekuurFields(c *catalog.Catalog, s *catalog.Spreekuur) []Field {
	at, from := s.Plein.Adres(c.Today), since(s.Plein, c.Today)
	reach := s.Telefoon != "" || s.Email != ""
	phone, mail := s.Telefoon, s.Email
	if !reach {
		phone, mail = s.Plein.Telefoon, s.Plein.Email
	}
	checked := ""
	if s.Gecontroleerd != 0 {
		checked = s.Gecontroleerd.String()
	}
	return []Field{
		{Key: Aanbodsoort, Label: "Aanbodsoort", Value: aanbodsoort(s)},
		{Key: "titel", Label: "Titel", Value: s.Titel, News: news},
		{Key: "in_een_zin", Label: "Korte omschrijving", Value: s.InEenZin, News: news},
		{Key: "omschrijving", Label: "Omschrijving", Value: description(s), News: news},
		{Key: "niet", Label: "Wat het niet is", Value: strings.Join(s.Niet, "\n"), News: news},
		{Key: "trefwoorden", Label: "Trefwoorden", Value: join(s.Onderwerpen, ", ", func(o *catalog.Onderwerp) string { return o.Naam })},
		{Key: "vorm", Label: "Vorm", Value: form(s)},
		{Key: "aanmelden", Label: "Aanmelden", Value: signUp(s), News: news},
		{Key: "inloop", Label: "Inloop", Value: walkIn(c, s), News: news},
		{Key: "digid", Label: "DigiD nodig", Value: digid(s)},
		{Key: "meenemen", Label: "Meenemen", Value: strings.Join(s.Meenemen, "\n"), News: news},
		{Key: "doelgroep", Label: "Doelgroep (Voor wie?)", Value: strings.Join(s.Doelgroepen, ", "), News: news},
		{Key: "talen", Label: "Talen", Value: join(s.Talen, ", ", typed.Language.Name), News: news},
		{Key: "organisatie", Label: "Organisaties",
			Value: join(s.Partners, ", ", func(p *catalog.Partner) string { return p.NaamInUitingen }), News: news},
		{Key: "gids_organisatie", Label: "Nummers van de organisaties in G!DS",
			Value: join(s.Partners, ", ", func(p *catalog.Partner) string { return p.Gids.ID })},
		{Key: "plein", Label: "Locatie", Value: s.Plein.Naam, News: news},
		{Key: "gebouw", Label: "Gebouw", Value: at.Locatie, Since: from},
		{Key: "adres", Label: "Straat en huisnummer", Value: at.Straat, Since: from},
		{Key: "postcode", Label: "Postcode", Value: string(at.Postcode), Since: from},
		{Key: "plaats", Label: "Plaats", Value: at.Plaats, Since: from},
		{Key: "wanneer", Label: "Dag en tijd", Value: schedule.Dutch.Rule(&s.Schedule, c.Site.Notation, 0), News: news},
		{Key: "telefoon", Label: "Telefoon", Value: string(phone), News: reach},
		{Key: "email", Label: "E-mail", Value: string(mail), News: reach},
		{Key: "website", Label: "Website", Value: string(cmp.Or(s.Website, s.Plein.Website)), News: s.Website != ""},
		{Key: "kosten", Label: "Kosten", Value: string(s.Kosten), News: news},
		{Key: "status", Label: "Status", Value: status(s), News: news},
		{Key: "gecontroleerd", Label: "Controledatum", Value: checked},
		{Key: "gids_id", Label: "Nummer in G!DS", Value: s.Gids.ID},
		{Key: "id", Label: "Eigen nummer", Value: s.ID.String()},
		{Key: "pagina", Label: "Pagina op deze site", Value: c.Site.Absolute(s.Page())},
	}
}

// join joins the texts of the items, skipping empty ones.
func join[T any](items []T, separator string, text func(T) string) string {
	var texts []string
	for _, item := range items {
		if t := text(item); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, separator)
}

func description(s *catalog.Spreekuur) string {
	if s.Doc == nil && s.Tekst == "" {
		return ""
	}
	return markdown.Text(s.Body())
}

// form says how help is given: on a walk-in basis, by appointment, or both.
func form(s *catalog.Spreekuur) string {
	switch {
	case s.Aanmelden == content.Required && s.Inloop == schedule.Span{}:
		return "spreekuur op afspraak"
	case s.Aanmelden == content.Required:
		return "spreekuur op afspraak, met inloop"
	case s.Aanmelden == content.Allowed:
		return "inloopspreekuur, ook op afspraak"
	}
	return "inloopspreekuur"
}

// signUp says whether people have to sign up, and how.
func signUp(s *catalog.Spreekuur) string {
	var ways []string
	if s.Telefoon != "" {
		ways = append(ways, "telefoon "+string(s.Telefoon))
	}
	if s.Email != "" {
		ways = append(ways, "e-mail "+string(s.Email))
	}
	if s.Website != "" {
		ways = append(ways, "website "+string(s.Website))
	}
	how := schedule.Dutch.Join(ways)
	switch {
	case s.Aanmelden == content.Required && how != "":
		return "verplicht, via " + how
	case s.Aanmelden == content.Allowed && how != "":
		return "mag, via " + how
	}
	return string(s.Aanmelden)
}

// walkIn says when people can come without an appointment.
func walkIn(c *catalog.Catalog, s *catalog.Spreekuur) string {
	switch {
	case s.Inloop != schedule.Span{}:
		return c.Site.Notation.Span(s.Inloop)
	case s.Aanmelden == content.Required:
		return "nee"
	}
	return "ja, de hele tijd"
}

// digid says whether people need a DigiD. It claims no more than the editor did: if what
// to bring does not mention it, the answer is that nobody knows.
func digid(s *catalog.Spreekuur) string {
	for _, item := range s.Meenemen {
		if strings.Contains(strings.ToLower(item), "digid") {
			return "ja, meenemen: " + item
		}
	}
	return "niet bekend"
}

func status(s *catalog.Spreekuur) string {
	if s.Reden != "" && s.Status != content.Running {
		return string(s.Status) + ": " + s.Reden
	}
	return string(s.Status)
}

// opening returns a line for each day of the week.
func opening(c *catalog.Catalog, p *catalog.Plein) string {
	if !p.Schedule.HasOpening {
		return ""
	}
	lines := make([]string, len(catalog.Week))
	for i, weekday := range catalog.Week {
		hours := say.Dutch(c).AllHours(p.Schedule.Opening[weekday])
		lines[i] = schedule.WeekdayName(weekday) + ": " + cmp.Or(hours, "gesloten")
	}
	return strings.Join(lines, "\n")
}

// pleinRemarks returns what G!DS has no field for: a trial period, an upcoming move.
func pleinRemarks(c *catalog.Catalog, p *catalog.Plein) string {
	var lines []string
	if end := p.Pilot.TotEnMet; end != 0 && end >= c.Today {
		lines = append(lines, "Dit is een proef tot en met "+schedule.Dutch.Date(end)+".")
	}
	if next := p.NextMove(c.Today); next != nil {
		lines = append(lines, "Vanaf "+schedule.Dutch.Date(next.Vanaf)+" is het plein op een ander adres: "+say.Stopped(say.Address(next.Adres)))
	}
	return strings.Join(lines, "\n")
}
