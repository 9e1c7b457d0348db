package kept

import (
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// convert adds a record to the content.
func (j *joiner) convert(to *content.Content, c candidate) {
	switch x := c.record.(type) {
	case *plein:
		to.Pleinen = append(to.Pleinen, j.plein(c, x))
	case *partner:
		to.Partners = append(to.Partners, j.partner(c, x))
	case *spreekuur:
		if j.slug(c.source, Pleinen, x.Plein.Slug) != "" {
			to.Spreekuren = append(to.Spreekuren, j.spreekuur(c, x))
		}
	case *event:
		to.Agenda = append(to.Agenda, j.event(c, x))
	case *news:
		to.Berichten = append(to.Berichten, j.news(c, x))
	}
}

func (j *joiner) plein(c candidate, x *plein) *content.Plein {
	p := &content.Plein{
		Record: j.record(c), Naam: x.Naam, InEenZin: x.Line, Adres: x.adres.content(), Gemeente: x.Gemeente, Provincie: x.Provincie,
		Telefoon: x.Telefoon, Email: x.Email, Website: x.Website,
		Gids:       notInGids(),
		Feestdagen: typed.HolidayRule{Own: true}, // its own deviations name every holiday
		Toegang:    content.Toegang{Toegankelijkheid: x.Toegankelijkheid, Route: x.Route},
	}
	if x.Kartrekker != nil {
		p.Kartrekker = j.slug(c.source, Partners, x.Kartrekker.Slug)
	}
	if x.Proef != nil {
		p.Pilot = content.Pilot{Van: date(x.Proef.Van), TotEnMet: date(x.Proef.TotEnMet)}
	}
	for _, v := range x.Verhuizingen {
		p.Verhuizing = append(p.Verhuizing, content.Verhuizing{
			Vanaf: date(v.Vanaf), Adres: v.adres.content(), Reden: v.Reden,
			Toegang: content.Toegang{Toegankelijkheid: v.Toegankelijkheid, Route: v.Route},
		})
	}
	if j.silent(&p.Record) {
		return p
	}
	for _, day := range x.Openingstijden {
		if opening := dayOf(&p.Openingstijden, day.Dag); opening != nil {
			*opening = typed.Opening{Hours: spans(day.Tijden), Closed: len(day.Tijden) == 0}
		}
	}
	for _, day := range x.Afwijkend {
		p.Afwijkend = append(p.Afwijkend, content.AfwijkendPlein{
			Dagen: content.Dagen{Datum: date(day.Datum)}, Gesloten: len(day.Tijden) == 0, Tijd: spans(day.Tijden), Reden: day.Reden,
		})
	}
	return p
}

func dayOf(week *content.Openingstijden, day string) *typed.Opening {
	switch day {
	case "maandag":
		return &week.Maandag
	case "dinsdag":
		return &week.Dinsdag
	case "woensdag":
		return &week.Woensdag
	case "donderdag":
		return &week.Donderdag
	case "vrijdag":
		return &week.Vrijdag
	case "zaterdag":
		return &week.Zaterdag
	case "zondag":
		return &week.Zondag
	}
	return nil
}

func (j *joiner) partner(c candidate, x *partner) *content.Partner {
	p := &content.Partner{
		Record: j.record(c), Naam: x.Naam, InEenZin: x.Line,
		Telefoon: x.Telefoon, Email: x.Email, Website: x.Website, KvK: x.KvK, Nieuwsbrief: x.Nieuwsbrief,
	}
	for _, k := range x.Kanalen {
		if at := channelOf(&p.Kanalen, k.Naam); at != nil {
			*at = k.URL
		}
	}
	p.Defaults()
	return p
}

func channelOf(k *content.Kanalen, name string) *typed.Web {
	switch name {
	case "Facebook":
		return &k.Facebook
	case "Instagram":
		return &k.Instagram
	case "LinkedIn":
		return &k.LinkedIn
	case "YouTube":
		return &k.YouTube
	case "Mastodon":
		return &k.Mastodon
	case "Bluesky":
		return &k.Bluesky
	case "X":
		return &k.X
	case "WhatsApp":
		return &k.WhatsApp
	}
	return nil
}

// event leaves out who speaks: a name is there with consent for the site of the source.
func (j *joiner) event(c candidate, x *event) *content.Agendapunt {
	a := &content.Agendapunt{
		Record: j.record(c), Titel: x.Titel, Datum: date(x.Datum), TotEnMet: date(x.TotEnMet), InEenZin: x.Line,
		LocatieTekst: x.Waar.Tekst, LocatieWebsite: x.Waar.Website, Vragen: x.Vragen, Voor: x.Voor, Doelgroepen: x.Doelgroepen,
		Kosten: x.Kosten, Aanmelden: x.Aanmelden, AanmeldenTot: date(x.AanmeldenTot), Plaatsen: x.Plaatsen,
		Website: x.Website, Telefoon: x.Telefoon, Email: x.Email, Partners: j.all(c.source, Partners, x.Partners),
	}
	if x.Plein != nil {
		a.Plein = j.slug(c.source, Pleinen, x.Plein.Slug)
	}
	if a.Plein == "" {
		at := x.Waar.adres.content()
		a.Locatie, a.Straat, a.Postcode, a.Plaats = at.Locatie, at.Straat, at.Postcode, at.Plaats
		a.Breedtegraad, a.Lengtegraad = at.Breedtegraad, at.Lengtegraad
	}
	a.Tijd = momentOf(x.Begin, x.Eind)
	var days []schedule.Date
	for _, k := range x.Keren {
		days = append(days, date(k.Datum))
	}
	if len(days) > 0 {
		a.Dag = schedule.OnDates(days)
	}
	for _, o := range x.Programma {
		span := o.span()
		a.Programma = append(a.Programma, content.Onderdeel{
			Tijd: typed.Moment{Begin: span.Begin, End: span.End, Set: true}, Titel: o.Titel, Optioneel: o.Optioneel,
		})
	}
	a.Defaults()
	return a
}

// momentOf reads the times of day of two moments, as on a clock in the Netherlands.
func momentOf(begin, end string) typed.Moment {
	var m typed.Moment
	if t, err := time.Parse(time.RFC3339, begin); err == nil {
		m.Begin, m.Set = clock(t.In(schedule.Amsterdam).Format("15:04")), true
	}
	if t, err := time.Parse(time.RFC3339, end); err == nil {
		m.End = clock(t.In(schedule.Amsterdam).Format("15:04"))
		if m.End == 0 { // midnight is the end of the day before
			m.End = 24 * 60
		}
	}
	return m
}

func (j *joiner) news(c candidate, x *news) *content.Bericht {
	return &content.Bericht{
		Record: j.record(c), Titel: x.Titel, Datum: date(x.Datum), TotEnMet: date(x.TotEnMet), InEenZin: x.Line, Belangrijk: x.Belangrijk,
		Pleinen: j.all(c.source, Pleinen, x.Pleinen), Partners: j.all(c.source, Partners, x.Partners),
		Spreekuren: j.all(c.source, Spreekuren, x.Spreekuren),
	}
}
