package feed

import (
	"iter"
	"maps"
	"slices"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// komendeMax is how many coming dates a spreekuur has in the feed.
const komendeMax = 8

type (
	spreekuurJSON struct {
		ID             string             `json:"id" doc:"Het vaste nummer van het spreekuur. Het blijft hetzelfde, ook na een nieuwe naam." form:"uuid" example:"6fe0c4c9-2c9f-5d1c-9c53-3d4f2f6f7a10"`
		Slug           string             `json:"slug" doc:"De naam van het spreekuur in adressen." form:"slug" example:"hulp-bij-brieven"`
		URL            string             `json:"url" doc:"De pagina van het spreekuur." form:"url" example:"https://www.voorbeeld.nl/spreekuren/hulp-bij-brieven/"`
		Bron           *bronJSON          `json:"bron,omitempty" doc:"De site die dit bijhoudt, als dat niet deze site is."`
		Titel          string             `json:"titel" doc:"Waarmee mensen geholpen worden, zonder dag of tijd." example:"Hulp bij brieven"`
		InEenZin       string             `json:"in_een_zin" doc:"Het spreekuur in één zin." example:"Wij lezen uw brief en vullen samen het formulier in."`
		Tekst          string             `json:"tekst,omitempty" doc:"De korte omschrijving, als tekst zonder opmaak." example:"Neem uw brief mee."`
		TekstHTML      string             `json:"tekst_html,omitempty" doc:"Dezelfde omschrijving, als HTML zonder scripts." example:"<p>Neem <strong>uw brief</strong> mee.</p>"`
		Regel          string             `json:"regel" doc:"Wanneer het spreekuur is, in woorden." example:"elke dinsdag van 10.00 tot 12.00 uur"`
		Rooster        []roosterJSON      `json:"rooster,omitzero" doc:"Dezelfde regel, voor programma's. Dagen die anders zijn, staan in uitzonderingen. Leeg als er geen vaste tijd is: dan zegt regel hoe u een afspraak maakt."`
		Uitzonderingen []uitzonderingJSON `json:"uitzonderingen,omitempty" doc:"Alle dagen tot en met geldig_tot waarop het niet is zoals rooster zegt. Soms staan er ook latere dagen bij."`
		Inloop         *inloopJSON        `json:"inloop,omitempty" doc:"Het deel van de tijd waarin u zonder afspraak terechtkunt."`
		Komende        []komendeJSON      `json:"komende,omitempty" doc:"De komende keren, hoogstens 8, met wat er anders is. Vervallen die allemaal, dan ook de eerste die doorgaat."`
		Plein          pleinJSON          `json:"plein" doc:"Waar het spreekuur is."`
		Partners       []partnerJSON      `json:"partners,omitempty" doc:"De organisaties die helpen."`
		Onderwerpen    []onderwerpJSON    `json:"onderwerpen,omitempty" doc:"Waar het spreekuur over gaat."`
		Doelgroepen    []string           `json:"doelgroepen,omitempty" doc:"Voor wie het spreekuur is." example:"ouderen"`
		Talen          []typed.Language   `json:"talen,omitempty" doc:"De talen die de helpers spreken." form:"taal" example:"nl"`
		Kosten         content.Kosten     `json:"kosten,omitempty" doc:"Wat het kost." example:"gratis"`
		Aanmelden      content.Aanmelden  `json:"aanmelden" doc:"Of u een afspraak maakt." choices:"niet nodig|verplicht|mag" example:"niet nodig"`
		Telefoon       typed.Phone        `json:"telefoon,omitempty" doc:"Het nummer voor een afspraak of een vraag." form:"telefoon" example:"013 000 00 01"`
		Email          typed.Email        `json:"email,omitempty" doc:"Het adres voor een afspraak of een vraag." form:"email" example:"info@voorbeeld.nl"`
		Website        typed.Web          `json:"website,omitempty" doc:"Een pagina met meer uitleg, of om een afspraak te maken." form:"web" example:"https://www.voorbeeld.nl/brieven"`
		Meenemen       []string           `json:"meenemen,omitempty" doc:"Wat de bezoeker meeneemt." example:"de brief"`
		Niet           []string           `json:"niet,omitempty" doc:"Waarvoor de bezoeker ergens anders moet zijn." example:"Wij geven geen geld."`
		Verwijs        []verwijsJSON      `json:"verwijs,omitempty" doc:"Waar de bezoeker met een andere vraag wel terechtkan."`
		Status         content.Status     `json:"status" doc:"Of het spreekuur er nu is. Wat gestopt is, blijft 180 dagen in de feed staan." choices:"actief|tijdelijk gestopt|gestopt" example:"actief"`
		Reden          string             `json:"reden,omitempty" doc:"Waarom het spreekuur gestopt is." example:"Er zijn nu te weinig vrijwilligers."`
		Opvolger       string             `json:"opvolger,omitempty" doc:"De slug van het spreekuur waar de bezoeker nu terechtkan." form:"slug" example:"formulierenhulp"`
		Vertaling      []vertalingJSON    `json:"vertaling,omitempty" doc:"De tekst in andere talen."`
		Gecontroleerd  string             `json:"gecontroleerd,omitempty" doc:"De dag waarop iemand deze gegevens voor het laatst heeft nagekeken." form:"datum" example:"2026-11-02"`
		Gewijzigd      string             `json:"gewijzigd,omitempty" doc:"Wanneer het spreekuur, zijn plein of een sluiting van alle pleinen voor het laatst veranderde, als dat bekend is." form:"tijdstip" example:"2026-11-02T14:30:00+01:00"`
	}

	// verwijsJSON is a referral, which has one of a spreekuur, a partner and a website.
	verwijsJSON struct {
		Vraag     string        `json:"vraag" doc:"De vraag waarvoor een ander de juiste is." example:"U hebt een eigen bedrijf en moet aangifte doen."`
		Spreekuur *spreekuurRef `json:"spreekuur,omitempty" doc:"Het spreekuur waar de bezoeker nu heen kan. Is het spreekuur van eerst gestopt? Dan staat hier zijn opvolger."`
		Partner   *partnerJSON  `json:"partner,omitempty" doc:"De partner waar de bezoeker heen kan."`
		Website   typed.Secure  `json:"website,omitempty" doc:"De website waar de bezoeker heen kan." form:"web" example:"https://www.voorbeeld.nl/ondernemers"`
		Hoe       string        `json:"hoe,omitempty" doc:"Wat een helper aan tafel daarvoor doet." example:"Loop mee."`
	}

	// inloopJSON is the part of the hours in which no appointment is needed.
	inloopJSON struct {
		Begin string `json:"begin" doc:"Het begin van de inloop." form:"tijd" example:"10:00"`
		Eind  string `json:"eind" doc:"Het eind van de inloop." form:"tijd" example:"11:30"`
	}

	// vertalingJSON is what a visitor reads in another language.
	vertalingJSON struct {
		Taal     typed.Language `json:"taal" doc:"De taal." form:"taal" example:"en"`
		Titel    string         `json:"titel,omitempty" doc:"De titel in deze taal." example:"Help with letters"`
		InEenZin string         `json:"in_een_zin,omitempty" doc:"De zin in deze taal." example:"We read your letter together."`
		Tekst    string         `json:"tekst,omitempty" doc:"De omschrijving in deze taal, als tekst zonder opmaak." example:"Bring your letter."`
	}

	// komendeJSON is one date. It has an address only where that differs from where the
	// plein is today: at another plein, or after a move.
	komendeJSON struct {
		Begin  string `json:"begin" doc:"Het begin, met het verschil met UTC." form:"tijdstip" example:"2026-11-24T10:00:00+01:00"`
		Eind   string `json:"eind" doc:"Het eind." form:"tijdstip" example:"2026-11-24T12:00:00+01:00"`
		Status string `json:"status" doc:"Of het die dag doorgaat. Laat een keer die vervalt staan, met de reden: mensen rekenen erop." choices:"gaat door|vervalt|gewijzigd" example:"gaat door"`
		Reden  string `json:"reden,omitempty" doc:"Waarom het vervalt of anders is." example:"De zaal wordt geverfd."`
		Plein  string `json:"plein,omitempty" doc:"De slug van het plein, als het die dag op een ander plein is." form:"slug" example:"plein-noord"`
		*adresJSON
	}

	// adresJSON is where a building is.
	adresJSON struct {
		Locatie      string         `json:"locatie,omitempty" doc:"De naam van het gebouw." example:"De Bieb"`
		Adres        string         `json:"adres" doc:"Straat en huisnummer." example:"Kerkstraat 1"`
		Postcode     typed.Postcode `json:"postcode" doc:"De postcode." form:"postcode" example:"5175 AA"`
		Plaats       string         `json:"plaats" doc:"De stad of het dorp." example:"Loon op Zand"`
		Breedtegraad float64        `json:"breedtegraad,omitzero" doc:"De plek op de kaart (WGS 84)." example:"51.6275"`
		Lengtegraad  float64        `json:"lengtegraad,omitzero" doc:"De plek op de kaart (WGS 84)." example:"5.0751"`
		BAG          typed.BAG      `json:"bag,omitempty" doc:"Het nummer van het adres in de Basisregistratie Adressen en Gebouwen." form:"bag" example:"0855200000012345"`
	}

	pleinJSON struct {
		Slug string `json:"slug" doc:"De naam van het plein in adressen." form:"slug" example:"dorpsplein"`
		Naam string `json:"naam" doc:"De naam van het plein." example:"Dorpsplein"`
		URL  string `json:"url" doc:"De pagina van het plein." form:"url" example:"https://www.voorbeeld.nl/pleinen/dorpsplein/"`
		adresJSON
		Telefoon typed.Phone `json:"telefoon,omitempty" doc:"Het nummer van het plein." form:"telefoon" example:"013 000 00 01"`
		Email    typed.Email `json:"email,omitempty" doc:"Het e-mailadres van het plein." form:"email" example:"info@voorbeeld.nl"`

		Verhuizingen []verhuizingRecord `json:"verhuizingen,omitempty" doc:"De dagen waarop het adres verandert, met het nieuwe adres. Tot die dag geldt het adres hierboven."`
	}

	partnerJSON struct {
		Slug    string    `json:"slug" doc:"De naam van de partner in adressen." form:"slug" example:"taalhuis"`
		Naam    string    `json:"naam" doc:"De naam van de organisatie." example:"Taalhuis"`
		URL     string    `json:"url" doc:"De pagina van de partner." form:"url" example:"https://www.voorbeeld.nl/partners/taalhuis/"`
		Website typed.Web `json:"website,omitempty" doc:"De eigen website van de organisatie." form:"web" example:"https://taalhuis.example"`
	}

	onderwerpJSON struct {
		Slug string          `json:"slug" doc:"De naam van het onderwerp in adressen." form:"slug" example:"geld"`
		Naam string          `json:"naam" doc:"De naam van het onderwerp." example:"Geld en schulden"`
		UPL  []typed.Product `json:"upl,omitempty" doc:"De producten die erbij horen in de Uniforme Productnamenlijst van de overheid." form:"url" example:"http://standaarden.overheid.nl/owms/terms/schuldhulpverlening"`
	}
)

var spreekurenJSON = version1("spreekuren", func(from source, of selection) iter.Seq2[[]byte, error] {
	return kept(from.written, from.selected(of), from.spreekuur)
})

// stoppedDays is how long a stopped spreekuur stays in the feed, so that readers can
// tell it from one that got lost.
const stoppedDays = 180

// selected are the spreekuren of a page and the guests of a plein: those that are held,
// and those that stopped recently.
func (from source) selected(of selection) []*catalog.Spreekuur {
	var list []*catalog.Spreekuur
	for _, s := range slices.Concat(of.spreekuren, of.guests()) {
		if !s.Ended() || from.GoneSince(s) == 0 || from.GoneSince(s).Add(stoppedDays) >= from.Today {
			list = append(list, s)
		}
	}
	return list
}

func (from source) spreekuur(s *catalog.Spreekuur) *spreekuurJSON {
	c, words := from.Catalog, from.textOf(s)
	r := &spreekuurJSON{
		ID: s.ID.String(), Slug: nameOf(&s.Record), Bron: bronOf(&s.Record), URL: c.Site.Absolute(s.Page()),
		Titel: s.Titel, InEenZin: s.InEenZin,
		Tekst: words.plain, TekstHTML: words.html,
		Regel: say.Dutch(c).When(s), Rooster: rooster(c, s), Uitzonderingen: from.uitzonderingen(s), Komende: from.komende(s),
		Plein:       pleinOf(c, s.Plein),
		Doelgroepen: s.Doelgroepen, Talen: s.Talen, Kosten: s.Kosten,
		Aanmelden: s.Aanmelden, Telefoon: s.Telefoon, Email: s.Email, Website: s.Website,
		Meenemen: s.Meenemen, Niet: s.Niet, Verwijs: all(s.Verwijs, from.verwijs),
		Status: s.Status, Reden: s.Reden, Gecontroleerd: s.Gecontroleerd.String(),
	}
	if s.Inloop != (schedule.Span{}) {
		r.Inloop = &inloopJSON{s.Inloop.Begin.String(), s.Inloop.End.String()}
	}
	if changed := c.VersionOf(s).Changed; !changed.IsZero() {
		r.Gewijzigd = timestamp(changed)
	}
	if s.Ended() {
		r.Status, r.Regel = content.Stopped, string(content.Stopped)
	}
	for _, code := range slices.Sorted(maps.Keys(s.Vertaling)) {
		translation := s.Vertaling[code]
		r.Vertaling = append(r.Vertaling, vertalingJSON{code, translation.Titel, translation.InEenZin, markdown.Text(string(translation.Tekst))})
	}
	if s.Opvolger != nil {
		r.Opvolger = nameOf(&s.Opvolger.Record)
	}
	r.Partners = all(s.Partners, from.partnerRef)
	r.Onderwerpen = all(s.Onderwerpen, func(o *catalog.Onderwerp) onderwerpJSON { return onderwerpJSON{o.Slug, o.Naam, o.UPL} })
	return r
}

func (from source) verwijs(r catalog.Referral) verwijsJSON {
	v := verwijsJSON{Vraag: r.Vraag, Website: r.Website, Hoe: r.Hoe}
	if r.Spreekuur != nil {
		ref := from.spreekuurRef(r.Spreekuur)
		v.Spreekuur = &ref
	}
	if r.Partner != nil {
		ref := from.partnerRef(r.Partner)
		v.Partner = &ref
	}
	return v
}

func pleinOf(c *catalog.Catalog, p *catalog.Plein) pleinJSON {
	return pleinJSON{
		Slug: nameOf(&p.Record), Naam: p.Naam, URL: c.Site.Absolute(p.Page()),
		adresJSON: adresOf(p.Adres(c.Today)), Telefoon: p.Telefoon, Email: p.Email, Verhuizingen: all(p.Moves(c.Today), verhuizing),
	}
}

func adresOf(a content.Adres) adresJSON {
	return adresJSON{a.Locatie, a.Straat, a.Postcode, a.Plaats, a.Breedtegraad, a.Lengtegraad, a.BAG}
}

// komende are the next dates.
func (from source) komende(s *catalog.Spreekuur) []komendeJSON {
	next := s.Next(komendeMax)
	dates := make([]komendeJSON, len(next))
	door, v := s.Plein.Adres(from.Today), say.Dutch(from.Catalog)
	for i, o := range next {
		date := &dates[i]
		*date = komendeJSON{
			Begin: timestamp(o.Begin()), Eind: timestamp(o.End()),
			Status: statusOf(o.Kind), Reden: v.Reason(o.Why).Text,
		}
		if o.Elsewhere() {
			date.Plein = nameOf(&o.Plein.Record)
		}
		if o.Elsewhere() || o.Adres() != door {
			adres := adresOf(o.Adres())
			date.adresJSON = &adres
		}
	}
	return dates
}

// statusOf is the word of komende for a kind; it has none for an extra date.
func statusOf(k schedule.Kind) string {
	switch k {
	case schedule.AsUsual:
		return "gaat door"
	case schedule.Cancelled:
		return "vervalt"
	}
	return "gewijzigd"
}

func timestamp(t time.Time) string { return t.In(schedule.Amsterdam).Format(time.RFC3339) }
