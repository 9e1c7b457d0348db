package content

import (
	"time"

	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Plein is a fixed place where organisations help people side by side.
type Plein struct {
	Naam     string `toml:"naam,required" label:"Naam" help:"De naam die mensen in het dorp of de wijk gebruiken." example:"\"Dinsdagochtendplein\""`
	InEenZin string `toml:"in_een_zin" label:"Omschrijving in 1 zin" help:"Wat is hier te vinden? Hoogstens 15 woorden." example:"\"Hier helpen wij u met al uw vragen.\"" prose:"line"`

	Adres
	Gemeente  string `toml:"gemeente" label:"Gemeente" help:"De gemeente waarin het plein ligt." example:"\"Loon op Zand\""`
	Provincie string `toml:"provincie" label:"Provincie" help:"De provincie waarin het plein ligt." example:"\"Noord-Brabant\""`

	Telefoon   typed.Phone `toml:"telefoon" label:"Telefoon" help:"Een nummer van de organisatie, nooit van een persoon." example:"\"013 000 00 01\""`
	Email      typed.Email `toml:"email" label:"E-mail" help:"Een adres van de organisatie, nooit van een persoon." example:"\"info@voorbeeld.nl\""`
	Website    typed.Web   `toml:"website" label:"Website" help:"De eigen pagina van het plein." example:"\"https://www.voorbeeld.nl\""`
	Kartrekker typed.Slug  `toml:"kartrekker" label:"Kartrekker" help:"De partner die het plein leidt." example:"\"bibliotheek-midden-brabant\""`

	Doorverwijzen []string `toml:"doorverwijzen" label:"Doorverwijzen" help:"Wat doet een helper met een vraag die niet bij zijn tafel hoort? Een regel per stap, voor de Verwijswijzer. {leeg}: de stappen van de hele site." example:"[\"Luister naar de hele vraag.\", \"Loop mee.\"]" prose:"line"`

	Gastheer bool `toml:"gastheer" label:"Gastvrouw of gastheer" help:"{ja} als hier iemand bezoekers de weg wijst. De Vraagwijzer noemt dit plein dan aan wie zijn vraag niet weet." example:"true"`

	Openingstijden Openingstijden    `toml:"openingstijden" label:"Openingstijden" help:"Per dag de tijden, of \"gesloten\"." example:"[openingstijden]"`
	Afwijkend      []AfwijkendPlein  `toml:"afwijkend" label:"Afwijkende dagen" help:"Dagen waarop het plein dicht is of andere tijden heeft: een blok per dag of periode." example:"[[afwijkend]]"`
	Feestdagen     typed.HolidayRule `toml:"feestdagen" label:"Feestdagen" help:"\"gesloten\", \"open\", of de feestdagen waarop het plein dicht is. {leeg}: gesloten." example:"\"gesloten\""`
	Pilot          Pilot             `toml:"pilot" label:"Proef" help:"Voor een plein op proef: de eerste en de laatste dag." example:"[pilot]"`

	Toegang
	Verhuizing []Verhuizing `toml:"verhuizing" label:"Verhuizing" help:"Een ander adres vanaf een dag: een blok per adres." example:"[[verhuizing]]"`
	Gids       Gids         `toml:"gids" label:"G!DS" help:"Voor de landelijke database G!DS." example:"[gids]"`

	Vertaling map[typed.Language]VertaaldeNaam `toml:"vertaling" label:"Vertalingen" help:"De tekst in een andere taal: een blok per taal." example:"[vertaling.en]"`
	Record
}

// Adres is the address of a building. Coordinates are in degrees (WGS 84).
type Adres struct {
	Locatie      string         `toml:"locatie" label:"Gebouw" help:"De naam van het gebouw." example:"\"De Venloene\""`
	Straat       string         `toml:"adres,required" label:"Adres" help:"Straat en huisnummer, meer niet." example:"\"Kerkstraat 1\""`
	Postcode     typed.Postcode `toml:"postcode,required" label:"Postcode" help:"Vier cijfers, een spatie en twee letters." example:"\"5175 AA\""`
	Plaats       string         `toml:"plaats,required" label:"Plaats" help:"De stad of het dorp." example:"\"Loon op Zand\""`
	Breedtegraad float64        `toml:"breedtegraad" label:"Breedtegraad" help:"De plek op de kaart: het getal dat in Nederland met 51, 52 of 53 begint." example:"51.6270"`
	Lengtegraad  float64        `toml:"lengtegraad" label:"Lengtegraad" help:"De plek op de kaart: het getal dat in Nederland tussen 3 en 8 ligt." example:"5.0740"`
	BAG          typed.BAG      `toml:"bag" label:"Nummer in de BAG" help:"Het nummer van dit adres in de Basisregistratie Adressen en Gebouwen. Zo weten andere programma's zeker welk gebouw het is. Zoek het op met de opdracht pleinwijzer bag." example:"\"0855200000012345\""`
}

// SameDoor reports whether two addresses are the same. It ignores coordinates, since
// they may have been added to only one of the two.
func (a Adres) SameDoor(b Adres) bool {
	return a.Postcode == b.Postcode && a.Straat == b.Straat && a.Locatie == b.Locatie
}

// Toegang describes how visitors get into a building, and what is in it. It belongs to
// an address: after a move, the old text would send people to the wrong bus stop and
// promise a lift that is not there.
type Toegang struct {
	Toegankelijkheid []string      `toml:"toegankelijkheid" label:"Toegankelijkheid" help:"Wat is er in het gebouw?" example:"[\"rolstoel\", \"toilet\"]" choices:"rolstoel|toilet|lift|ringleiding|rustige ruimte|parkeren"`
	Route            string        `toml:"route" label:"Route" help:"Hoe komt u er, en waar is de ingang?" example:"\"Bus 136 stopt voor de deur.\"" prose:"line"`
	Foto             typed.Picture `toml:"foto" label:"Foto" help:"Het bestand met een foto van het gebouw of de ingang, zonder mensen." example:"\"/fotos/ingang.jpg\""`
	FotoTekst        string        `toml:"foto_tekst" label:"Tekst bij de foto" help:"Wat staat er op de foto? Een blinde bezoeker hoort dit." example:"\"De ingang van de bibliotheek, naast de kerk\"" prose:"line"`
}

// Verhuizing is the address of a plein from a certain day on, up to a last day if there
// is one.
type Verhuizing struct {
	Vanaf    schedule.Date `toml:"vanaf,required" label:"Vanaf" help:"De eerste dag op dit adres." example:"\"2027-02-01\""`
	TotEnMet schedule.Date `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag op dit adres." example:"\"2028-12-31\""`
	Adres
	Toegang
	Reden string `toml:"reden" label:"Reden" help:"Waarom verhuist het plein?" example:"\"De bibliotheek wordt verbouwd.\"" prose:"line"`
}

// Photos are the files with photos of the plein, at all of its addresses.
func (p *Plein) Photos() []string {
	var all []string
	if p.Foto != "" {
		all = append(all, string(p.Foto))
	}
	for _, v := range p.Verhuizing {
		if v.Foto != "" {
			all = append(all, string(v.Foto))
		}
	}
	return all
}

// Period returns the days on which the address applies.
func (v Verhuizing) Period() schedule.Period {
	return schedule.Period{From: v.Vanaf, Until: v.TotEnMet}
}

// Pilot is the trial period of a plein.
type Pilot struct {
	Van      schedule.Date `toml:"van" label:"Van" help:"De eerste dag van de proef." example:"\"2026-09-01\""`
	TotEnMet schedule.Date `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag van de proef." example:"\"2027-08-31\""`
}

// Openingstijden has the opening hours of a building in a week without exceptions.
type Openingstijden struct {
	Maandag   typed.Opening `toml:"maandag" label:"Maandag" help:"Tijden, of \"gesloten\"." example:"\"10.00 tot 17.00 uur\""`
	Dinsdag   typed.Opening `toml:"dinsdag" label:"Dinsdag" help:"Tijden, of \"gesloten\"." example:"\"9.00 tot 12.00 uur en 13.00 tot 17.00 uur\""`
	Woensdag  typed.Opening `toml:"woensdag" label:"Woensdag" help:"Tijden, of \"gesloten\"." example:"\"10.00 tot 17.00 uur\""`
	Donderdag typed.Opening `toml:"donderdag" label:"Donderdag" help:"Tijden, of \"gesloten\"." example:"\"10.00 tot 17.00 uur\""`
	Vrijdag   typed.Opening `toml:"vrijdag" label:"Vrijdag" help:"Tijden, of \"gesloten\"." example:"\"10.00 tot 17.00 uur\""`
	Zaterdag  typed.Opening `toml:"zaterdag" label:"Zaterdag" help:"Tijden, of \"gesloten\"." example:"\"gesloten\""`
	Zondag    typed.Opening `toml:"zondag" label:"Zondag" help:"Tijden, of \"gesloten\"." example:"\"gesloten\""`
}

// Week returns the days, indexed by time.Weekday.
func (o Openingstijden) Week() [7]typed.Opening {
	return [7]typed.Opening{
		time.Sunday: o.Zondag, time.Monday: o.Maandag, time.Tuesday: o.Dinsdag, time.Wednesday: o.Woensdag,
		time.Thursday: o.Donderdag, time.Friday: o.Vrijdag, time.Saturday: o.Zaterdag,
	}
}

// Known reports whether any day was filled in.
func (o Openingstijden) Known() bool {
	for _, day := range o.Week() {
		if day.Closed || len(day.Hours) > 0 {
			return true
		}
	}
	return false
}

// AfwijkendPlein is a day or a period on which a plein has other hours.
type AfwijkendPlein struct {
	Dagen
	Gesloten bool        `toml:"gesloten" label:"Gesloten" help:"{ja} als het plein dan dicht is." example:"true"`
	Tijd     typed.Hours `toml:"tijd" label:"Tijd" help:"De openingstijd op deze dag. Ook op een feestdag is het plein dan open." example:"\"10.00 tot 12.00 uur\""`
	Reden    string      `toml:"reden" label:"Reden" help:"Waarom is het anders? De bezoeker leest dit." example:"\"Oudejaarsdag\"" prose:"line"`
}
