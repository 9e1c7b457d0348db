package feed

import (
	"iter"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

type (
	pleinRecord struct {
		ID        string    `json:"id" doc:"Het vaste nummer van het plein. Het blijft hetzelfde, ook na een nieuwe naam." form:"uuid" example:"0b5ee7ab-2c2a-5e0c-8a35-6a6b7c7b2d11"`
		Slug      string    `json:"slug" doc:"De naam van het plein in adressen." form:"slug" example:"dorpsplein"`
		URL       string    `json:"url" doc:"De pagina van het plein." form:"url" example:"https://www.voorbeeld.nl/pleinen/dorpsplein/"`
		Bron      *bronJSON `json:"bron,omitempty" doc:"De site die dit bijhoudt, als dat niet deze site is."`
		Naam      string    `json:"naam" doc:"De naam van het plein." example:"Dorpsplein"`
		InEenZin  string    `json:"in_een_zin,omitempty" doc:"Het plein in één zin." example:"Hier helpen wij u met al uw vragen."`
		Tekst     string    `json:"tekst,omitempty" doc:"De omschrijving, als tekst zonder opmaak." example:"Kom gerust binnen."`
		TekstHTML string    `json:"tekst_html,omitempty" doc:"Dezelfde omschrijving, als HTML zonder scripts." example:"<p>Kom gerust binnen.</p>"`

		adresJSON
		Gemeente     string             `json:"gemeente,omitempty" doc:"De gemeente." example:"Loon op Zand"`
		Provincie    string             `json:"provincie,omitempty" doc:"De provincie." example:"Noord-Brabant"`
		Verhuizingen []verhuizingRecord `json:"verhuizingen,omitempty" doc:"De dagen waarop het adres verandert, met het nieuwe adres. Tot die dag geldt het adres hierboven."`

		Telefoon   typed.Phone  `json:"telefoon,omitempty" doc:"Het nummer van het plein." form:"telefoon" example:"013 000 00 01"`
		Email      typed.Email  `json:"email,omitempty" doc:"Het e-mailadres van het plein." form:"email" example:"info@voorbeeld.nl"`
		Website    typed.Web    `json:"website,omitempty" doc:"De eigen pagina van het plein." form:"web" example:"https://www.voorbeeld.nl/plein"`
		Kartrekker *partnerJSON `json:"kartrekker,omitempty" doc:"De organisatie die het plein leidt."`

		Openingstijden []openingRecord   `json:"openingstijden,omitempty" doc:"De openingstijden in een gewone week, van maandag tot en met zondag."`
		OpeningHours   string            `json:"opening_hours,omitempty" doc:"Dezelfde tijden en afwijkende dagen, tot en met geldig_tot, zoals OpenStreetMap ze schrijft." example:"Mo-Fr 09:00-17:00; 2026 Dec 25 off"`
		Afwijkend      []afwijkendRecord `json:"afwijkend,omitempty" doc:"De dagen met andere tijden, tot en met geldig_tot en soms later. Feestdagen staan erbij."`

		Toegankelijkheid []string     `json:"toegankelijkheid,omitempty" doc:"Wat er in het gebouw is." choices:"rolstoel|toilet|lift|ringleiding|rustige ruimte|parkeren" example:"rolstoel"`
		Route            string       `json:"route,omitempty" doc:"Hoe u er komt, en waar de ingang is." example:"Bus 136 stopt voor de deur."`
		Proef            *proefRecord `json:"proef,omitempty" doc:"Bij een plein op proef: hoelang de proef duurt."`

		Partners   []partnerJSON   `json:"partners,omitempty" doc:"De organisaties met een spreekuur op dit plein."`
		Spreekuren []spreekuurRef  `json:"spreekuren,omitempty" doc:"De spreekuren op dit plein. Alles over een spreekuur staat in de feed van spreekuren."`
		Agenda     []agendapuntRef `json:"agenda,omitempty" doc:"Wat hier binnenkort te doen is."`
		Berichten  []berichtRef    `json:"berichten,omitempty" doc:"Het nieuws over dit plein en zijn spreekuren dat er nu toe doet."`
	}

	urenRecord struct {
		Begin string `json:"begin" doc:"Vanaf hoe laat het open is." form:"tijd" example:"09:00"`
		Eind  string `json:"eind" doc:"Tot hoe laat het open is." form:"tijd" example:"17:00"`
	}

	openingRecord struct {
		Dag      string       `json:"dag" doc:"De dag van de week." choices:"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag" example:"maandag"`
		Tijden   []urenRecord `json:"tijden,omitempty" doc:"De tijden op die dag."`
		Gesloten bool         `json:"gesloten,omitempty" doc:"Staat er alleen, als true, op een dag zonder tijden." example:"true"`
	}

	afwijkendRecord struct {
		Datum    string       `json:"datum" doc:"De dag." form:"datum" example:"2026-12-24"`
		Tijden   []urenRecord `json:"tijden,omitempty" doc:"De tijden op die dag."`
		Gesloten bool         `json:"gesloten,omitempty" doc:"Staat er alleen, als true, op een dag zonder tijden." example:"true"`
		Reden    string       `json:"reden,omitempty" doc:"Waarom het anders is." example:"De verwarming wordt gemaakt."`
	}

	verhuizingRecord struct {
		Vanaf string `json:"vanaf" doc:"De eerste dag op dit adres." form:"datum" example:"2027-02-01"`
		adresJSON
		Toegankelijkheid []string `json:"toegankelijkheid,omitempty" doc:"Wat er in het nieuwe gebouw is. Dat van het oude geldt daar niet." choices:"rolstoel|toilet|lift|ringleiding|rustige ruimte|parkeren" example:"rolstoel"`
		Route            string   `json:"route,omitempty" doc:"Hoe u bij het nieuwe adres komt, en waar de ingang is." example:"Bus 136 stopt voor de deur."`

		Reden string `json:"reden,omitempty" doc:"Waarom het plein verhuist." example:"De bibliotheek wordt verbouwd."`
	}

	proefRecord struct {
		Van      string `json:"van,omitempty" doc:"De eerste dag van de proef." form:"datum" example:"2026-09-01"`
		TotEnMet string `json:"tot_en_met,omitempty" doc:"De laatste dag van de proef." form:"datum" example:"2027-08-31"`
	}
)

var pleinenJSON = version1("pleinen", func(from source, of selection) iter.Seq2[[]byte, error] {
	return kept(from.written, of.pleinen(), from.plein)
})

func (from source) plein(p *catalog.Plein) *pleinRecord {
	words, today := from.textOf(p), from.Today
	toegang := p.Toegang(today)
	r := &pleinRecord{
		ID: p.ID.String(), Slug: nameOf(&p.Record), Bron: bronOf(&p.Record), URL: from.Site.Absolute(p.Page()),
		Naam: p.Naam, InEenZin: p.InEenZin, Tekst: words.plain, TekstHTML: words.html,
		adresJSON: adresOf(p.Adres(today)), Gemeente: p.Gemeente, Provincie: p.Provincie,
		Verhuizingen: all(p.Moves(today), verhuizing),
		Telefoon:     p.Telefoon, Email: p.Email, Website: p.Website,
		Openingstijden: openingstijden(p), OpeningHours: OpeningHours(from.Catalog, p),
		Afwijkend:        all(p.Exceptions(today, recurrence.Known(from.Catalog, p).Until), from.afwijkend),
		Toegankelijkheid: toegang.Toegankelijkheid, Route: toegang.Route,
		Partners: all(p.Partners, from.partnerRef), Spreekuren: all(catalog.Running(p.Spreekuren), from.spreekuurRef),
	}
	if p.Kartrekker != nil {
		lead := from.partnerRef(p.Kartrekker)
		r.Kartrekker = &lead
	}
	if p.Pilot != (content.Pilot{}) {
		r.Proef = &proefRecord{p.Pilot.Van.String(), p.Pilot.TotEnMet.String()}
	}
	for _, a := range catalog.ForVisitors(p.Agenda) {
		if !a.Past(today) {
			r.Agenda = append(r.Agenda, from.agendapuntRef(a))
		}
	}
	r.Berichten = all(catalog.Current(about(p.Berichten, p.Spreekuren), today), from.berichtRef)
	return r
}

func uren(spans []schedule.Span) []urenRecord {
	return all(spans, func(s schedule.Span) urenRecord { return urenRecord{s.Begin.String(), s.End.String()} })
}

// openingstijden names every day, so that closed is not mistaken for unknown.
func openingstijden(p *catalog.Plein) []openingRecord {
	if !p.Schedule.HasOpening {
		return nil
	}
	var week []openingRecord
	for _, weekday := range catalog.Week {
		hours := p.Schedule.Opening[weekday]
		week = append(week, openingRecord{schedule.WeekdayName(weekday), uren(hours), len(hours) == 0})
	}
	return week
}

func (from source) afwijkend(d catalog.OpenDay) afwijkendRecord {
	return afwijkendRecord{d.Date.String(), uren(d.Hours), len(d.Hours) == 0, say.Dutch(from.Catalog).WhyOpen(d.Why).Text}
}

func verhuizing(m catalog.Move) verhuizingRecord {
	return verhuizingRecord{m.Vanaf.String(), adresOf(m.Adres), m.Toegang.Toegankelijkheid, m.Toegang.Route, m.Reden}
}
