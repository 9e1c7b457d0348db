package feed

import (
	"iter"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// pastDays is how long past events stay in a feed. A feed is always read whole, so it
// must not grow for ever; the site itself keeps everything.
const pastDays = 365

type (
	agendapuntRecord struct {
		ID           string            `json:"id" doc:"Het vaste nummer van het agendapunt." form:"uuid" example:"1f7d0a86-5d7f-5c55-8c0e-4f0f5e2f3c33"`
		Slug         string            `json:"slug" doc:"De naam van het agendapunt in adressen." form:"slug" example:"netwerkochtend"`
		URL          string            `json:"url" doc:"De pagina van het agendapunt." form:"url" example:"https://www.voorbeeld.nl/agenda/netwerkochtend/"`
		Bron         *bronJSON         `json:"bron,omitempty" doc:"De site die dit bijhoudt, als dat niet deze site is."`
		Titel        string            `json:"titel" doc:"Wat het is." example:"Netwerkochtend voor partners"`
		InEenZin     string            `json:"in_een_zin" doc:"Wat er gebeurt, in één zin." example:"Partners leren elkaar en elkaars spreekuren kennen."`
		Tekst        string            `json:"tekst,omitempty" doc:"De omschrijving, als tekst zonder opmaak." example:"Er is koffie."`
		TekstHTML    string            `json:"tekst_html,omitempty" doc:"Dezelfde omschrijving, als HTML zonder scripts." example:"<p>Er is koffie.</p>"`
		Datum        string            `json:"datum" doc:"De dag, of de eerste dag." form:"datum" example:"2027-01-21"`
		TotEnMet     string            `json:"tot_en_met,omitempty" doc:"De laatste dag, als het meer dagen duurt." form:"datum" example:"2027-01-22"`
		Begin        string            `json:"begin,omitempty" doc:"Het begin, als de tijd bekend is." form:"tijdstip" example:"2027-01-21T09:30:00+01:00"`
		Eind         string            `json:"eind,omitempty" doc:"Het eind, als de tijd bekend is. Duurt het meer dagen, dan is dit het eind op de laatste dag." form:"tijdstip" example:"2027-01-21T13:00:00+01:00"`
		Dag          string            `json:"dag,omitempty" doc:"Op welke dagen het is, bij een cursus." example:"elke dinsdag"`
		Keren        []keerRecord      `json:"keren,omitempty" doc:"Elke keer dat het is, bij een cursus. Staat dit er, gebruik dan niet begin en eind hierboven."`
		Plein        *pleinRef         `json:"plein,omitempty" doc:"Het plein waar het is. Het adres van die dag staat hieronder."`
		Waar         waarRecord        `json:"waar" doc:"Het adres."`
		Programma    []onderdeelRecord `json:"programma,omitempty" doc:"Wat er achter elkaar gebeurt."`
		Sprekers     []sprekerRecord   `json:"sprekers,omitempty" doc:"Wie er spreken."`
		Vragen       []string          `json:"vragen,omitempty" doc:"De vragen waar mensen samen over praten." example:"Wie doet wat in uw dorp of wijk?"`
		Voor         content.Audience  `json:"voor" doc:"Voor wie u dit toont: voor bezoekers, of alleen voor wie bij een partner werkt." choices:"bezoekers|partners" example:"bezoekers"`
		Doelgroepen  []string          `json:"doelgroepen,omitempty" doc:"Voor wie het is." example:"vrijwilligers"`
		Kosten       content.Kosten    `json:"kosten,omitempty" doc:"Wat het kost." example:"gratis"`
		Aanmelden    content.Aanmelden `json:"aanmelden" doc:"Of u zich aanmeldt." choices:"niet nodig|verplicht|mag" example:"verplicht"`
		AanmeldenTot string            `json:"aanmelden_tot,omitempty" doc:"De laatste dag om u aan te melden." form:"datum" example:"2027-01-12"`
		Plaatsen     int               `json:"plaatsen,omitzero" doc:"Hoeveel mensen er kunnen komen." example:"80"`
		Website      typed.Web         `json:"website,omitempty" doc:"Een pagina met meer uitleg, of om u aan te melden." form:"web" example:"https://www.voorbeeld.nl/netwerkochtend"`
		Telefoon     typed.Phone       `json:"telefoon,omitempty" doc:"Het nummer voor vragen, of om u aan te melden." form:"telefoon" example:"013 000 00 01"`
		Email        typed.Email       `json:"email,omitempty" doc:"Het adres voor vragen, of om u aan te melden." form:"email" example:"info@voorbeeld.nl"`
		Partners     []partnerJSON     `json:"partners,omitempty" doc:"De organisaties die dit organiseren."`
	}

	// keerRecord is one time that a course is held.
	keerRecord struct {
		Datum string `json:"datum" doc:"De dag." form:"datum" example:"2027-02-16"`
		Begin string `json:"begin,omitempty" doc:"Het begin, als de tijd bekend is." form:"tijdstip" example:"2027-02-16T13:30:00+01:00"`
		Eind  string `json:"eind,omitempty" doc:"Het eind, als de tijd bekend is." form:"tijdstip" example:"2027-02-16T15:30:00+01:00"`
	}

	// waarRecord is an address that may be less complete than that of a plein.
	waarRecord struct {
		Locatie      string         `json:"locatie,omitempty" doc:"De naam van het gebouw." example:"Cultuurhuis De Zaal"`
		Adres        string         `json:"adres" doc:"Straat en huisnummer." example:"Kerkstraat 1"`
		Postcode     typed.Postcode `json:"postcode,omitempty" doc:"De postcode." form:"postcode" example:"5038 AA"`
		Plaats       string         `json:"plaats" doc:"De stad of het dorp." example:"Tilburg"`
		Breedtegraad float64        `json:"breedtegraad,omitzero" doc:"De plek op de kaart (WGS 84)." example:"51.5606"`
		Lengtegraad  float64        `json:"lengtegraad,omitzero" doc:"De plek op de kaart (WGS 84)." example:"5.0919"`
		Tekst        string         `json:"tekst,omitempty" doc:"Hoe u de zaal vindt, en hoe u er komt." example:"De zaal is op de eerste verdieping."`
		Website      typed.Web      `json:"website,omitempty" doc:"De website van het gebouw, als het niet op een plein is." form:"web" example:"https://www.voorbeeld.nl"`
	}

	onderdeelRecord struct {
		Begin     string `json:"begin" doc:"Hoe laat dit onderdeel begint." form:"tijd" example:"09:30"`
		Eind      string `json:"eind,omitempty" doc:"Hoe laat dit onderdeel klaar is." form:"tijd" example:"10:00"`
		Titel     string `json:"titel" doc:"Wat er gebeurt." example:"Inloop met koffie"`
		Optioneel bool   `json:"optioneel,omitempty" doc:"Of mensen zelf kiezen of zij hierbij zijn." example:"true"`
	}

	sprekerRecord struct {
		Naam        string `json:"naam,omitempty" doc:"De naam, als de spreker dat goed vindt." example:"A. Voorbeeld"`
		Rol         string `json:"rol,omitempty" doc:"Wat de spreker doet." example:"coördinator"`
		Organisatie string `json:"organisatie,omitempty" doc:"Waar de spreker werkt." example:"Taalhuis"`
	}
)

var agendaJSON = version1("agenda", func(from source, of selection) iter.Seq2[[]byte, error] {
	return kept(from.written, inAgendaOrder(of.agenda(), from.Today), from.agendapunt)
})

// inAgendaOrder puts what is still to come first, the soonest at the top, and then what
// is past, the latest first.
func inAgendaOrder(list []*catalog.Agendapunt, today schedule.Date) []*catalog.Agendapunt {
	var coming, past []*catalog.Agendapunt
	for _, a := range list {
		switch {
		case !a.Past(today):
			coming = append(coming, a)
		case a.Last() >= today.Add(-pastDays):
			past = append(past, a)
		}
	}
	slices.Reverse(past)
	return append(coming, past...)
}

func (from source) agendapunt(a *catalog.Agendapunt) *agendapuntRecord {
	words, at := from.textOf(a), a.Adres(a.Datum)
	r := &agendapuntRecord{
		ID: a.ID.String(), Slug: nameOf(&a.Record), Bron: bronOf(&a.Record), URL: from.Site.Absolute(a.Page()),
		Titel: a.Titel, InEenZin: a.InEenZin, Tekst: words.plain, TekstHTML: words.html,
		Datum: a.Datum.String(), TotEnMet: a.TotEnMet.String(),
		Dag:         a.Dag.Words(),
		Keren:       all(a.Keren(), func(date schedule.Date) keerRecord { return keerOn(date, a.Tijd) }),
		Waar:        waarRecord{at.Locatie, at.Straat, at.Postcode, at.Plaats, at.Breedtegraad, at.Lengtegraad, a.LocatieTekst, a.LocatieWebsite},
		Doelgroepen: a.Doelgroepen, Kosten: a.Kosten, Aanmelden: a.Aanmelden, Website: a.Website, Email: a.Email, Telefoon: a.Telefoon,
		AanmeldenTot: a.AanmeldenTot.String(), Plaatsen: a.Plaatsen, Vragen: a.Vragen, Voor: a.Voor,
		Partners: all(a.Partners, from.partnerRef),
		Programma: all(a.Programma, func(o content.Onderdeel) onderdeelRecord {
			begin, end := clocks(o.Tijd)
			return onderdeelRecord{begin, end, o.Titel, o.Optioneel}
		}),
		Sprekers: all(a.Sprekers, func(s content.Spreker) sprekerRecord { return sprekerRecord{s.Naam, s.Rol, s.Organisatie} }),
	}
	if a.Tijd.Set {
		r.Begin = timestamp(a.Datum.At(a.Tijd.Begin))
	}
	if a.Tijd.HasEnd() {
		r.Eind = timestamp(a.Last().At(a.Tijd.End))
	}
	if a.Plein != nil {
		plein := from.pleinRef(a.Plein)
		r.Plein = &plein
	}
	return r
}

func keerOn(date schedule.Date, at typed.Moment) keerRecord {
	keer := keerRecord{Datum: date.String()}
	if at.Set {
		keer.Begin = timestamp(date.At(at.Begin))
	}
	if at.HasEnd() {
		keer.Eind = timestamp(date.At(at.End))
	}
	return keer
}

func clocks(m typed.Moment) (begin, end string) {
	if m.HasEnd() {
		end = m.End.String()
	}
	return m.Begin.String(), end
}
