package content

import (
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Agendapunt is something that happens once, such as a network morning, or several
// times, such as a course.
type Agendapunt struct {
	Titel    string          `toml:"titel,required" label:"Titel" help:"Wat is het? Zonder dag of tijd." example:"\"Netwerkochtend voor partners\"" prose:"title"`
	Datum    schedule.Date   `toml:"datum,required" label:"Datum" help:"De dag, of de eerste dag." example:"\"2027-01-21\""`
	TotEnMet schedule.Date   `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag, als het meer dagen duurt." example:"\"2027-01-22\""`
	Dag      schedule.Days   `toml:"dag" label:"Dag" help:"Op welke dagen, als het vaker is: een cursus op dinsdagen." example:"\"elke dinsdag\""`
	Behalve  []schedule.Date `toml:"behalve" label:"Behalve op" help:"De dagen waarop het een keer niet is, zoals in een vakantie." example:"[\"2027-03-02\"]"`
	Tijd     typed.Moment    `toml:"tijd" label:"Tijd" help:"Van hoe laat tot hoe laat?" example:"\"9.30 tot 13.00 uur\""`
	InEenZin string          `toml:"in_een_zin,required" label:"Omschrijving in 1 zin" help:"Wat gebeurt er? Hoogstens 15 woorden." example:"\"Partners leren elkaar en elkaars spreekuren kennen.\"" prose:"line"`

	Plein    typed.Slug     `toml:"plein" label:"Plein" help:"Het plein waar het is. Is het ergens anders, vul dan {locatie}, {adres} en {plaats} in." example:"\"lochal\""`
	Locatie  string         `toml:"locatie" label:"Gebouw" help:"De naam van het gebouw." example:"\"Cultuurhuis De Zaal\""`
	Straat   string         `toml:"adres" label:"Adres" help:"Straat en huisnummer." example:"\"Kerkstraat 1\""`
	Postcode typed.Postcode `toml:"postcode" label:"Postcode" help:"Vier cijfers, een spatie en twee letters." example:"\"5038 AA\""`
	Plaats   string         `toml:"plaats" label:"Plaats" help:"De stad of het dorp." example:"\"Tilburg\""`

	LocatieTekst   string    `toml:"locatie_tekst" label:"Over de plek" help:"Hoe vindt u de zaal, en hoe komt u er?" example:"\"De zaal is op de eerste verdieping. Er is een lift.\"" prose:"line"`
	LocatieWebsite typed.Web `toml:"locatie_website" label:"Website van het gebouw" help:"De website van het gebouw, als het niet op een plein is." example:"\"https://www.voorbeeld.nl\""`
	Breedtegraad   float64   `toml:"breedtegraad" label:"Breedtegraad" help:"De plek op de kaart, als het niet op een plein is: het getal dat in Nederland met 51, 52 of 53 begint." example:"51.6270"`
	Lengtegraad    float64   `toml:"lengtegraad" label:"Lengtegraad" help:"De plek op de kaart, als het niet op een plein is: het getal dat in Nederland tussen 3 en 8 ligt." example:"5.0740"`

	Programma    []Onderdeel   `toml:"programma" label:"Programma" help:"Wat er achter elkaar gebeurt: een blok per onderdeel." example:"[[programma]]"`
	Sprekers     []Spreker     `toml:"sprekers" label:"Sprekers" help:"Wie er spreken: een blok per spreker." example:"[[sprekers]]"`
	Vragen       []string      `toml:"vragen" label:"Vragen" help:"De vragen waar u samen over praat." example:"[\"Wie doet wat in uw dorp of wijk?\"]" prose:"line"`
	Voor         Audience      `toml:"voor" label:"Voor bezoekers of partners" help:"Is dit alleen voor wie bij een partner werkt? Kies dan partners. {leeg}: bezoekers." example:"\"partners\"" choices:"bezoekers|partners"`
	Doelgroepen  []string      `toml:"doelgroepen" label:"Voor wie" help:"Voor wie is dit?" example:"[\"vrijwilligers\"]" prose:"line"`
	Kosten       Kosten        `toml:"kosten" label:"Kosten" help:"Wat kost het? {leeg}: gratis." example:"\"gratis\"" prose:"line"`
	Aanmelden    Aanmelden     `toml:"aanmelden" label:"Aanmelden" help:"Moet u zich aanmelden? {leeg}: niet nodig." example:"\"verplicht\"" choices:"niet nodig|verplicht|mag"`
	AanmeldenTot schedule.Date `toml:"aanmelden_tot" label:"Aanmelden tot en met" help:"De laatste dag om u aan te melden." example:"\"2027-01-12\""`
	Plaatsen     int           `toml:"plaatsen" label:"Aantal plaatsen" help:"Hoeveel mensen kunnen er komen?" example:"80"`
	Website      typed.Web     `toml:"website" label:"Website" help:"Een pagina met meer uitleg of om u aan te melden." example:"\"https://www.voorbeeld.nl\""`
	Telefoon     typed.Phone   `toml:"telefoon" label:"Telefoon" help:"Een nummer van de organisatie, nooit van een persoon." example:"\"013 000 00 01\""`
	Email        typed.Email   `toml:"email" label:"E-mail" help:"Een adres van de organisatie, nooit van een persoon." example:"\"info@voorbeeld.nl\""`
	Partners     []typed.Slug  `toml:"partners" label:"Partners" help:"De organisaties die dit organiseren." example:"[\"taalhuis-tilburg\"]"`

	Vertaling map[typed.Language]Vertaling `toml:"vertaling" label:"Vertalingen" help:"De tekst in een andere taal: een blok per taal." example:"[vertaling.en]"`
	Record
}

// Audience is for whom an event is.
type Audience string

const (
	Visitors Audience = "bezoekers" // the default
	Staff    Audience = "partners"  // those who work at a partner: visitors need not see it
)

// Onderdeel is one part of a programme.
type Onderdeel struct {
	Tijd      typed.Moment `toml:"tijd,required" label:"Tijd" help:"Hoe laat begint dit onderdeel?" example:"\"9.30 uur\""`
	Titel     string       `toml:"titel,required" label:"Titel" help:"Wat gebeurt er?" example:"\"Inloop met koffie\"" prose:"line"`
	Optioneel bool         `toml:"optioneel" label:"Niet verplicht" help:"{ja} als mensen zelf kiezen of zij hierbij zijn." example:"true"`
}

// Spreker is someone who speaks, by role: a name is public only with consent.
type Spreker struct {
	Naam        string        `toml:"naam" label:"Naam" help:"Alleen als deze persoon dat goed vindt. Vul dan ook {toestemming} in." example:"\"A. Voorbeeld\""`
	Toestemming schedule.Date `toml:"toestemming" label:"Toestemming" help:"De dag waarop deze persoon het goed vond dat de naam op de site staat." example:"\"2027-01-10\""`
	Rol         string        `toml:"rol" label:"Rol" help:"Wat doet deze spreker?" example:"\"Coördinator Taalhuis\""`
	Organisatie string        `toml:"organisatie" label:"Organisatie" help:"Waar werkt deze spreker?" example:"\"Taalhuis Tilburg\""`
}

// Last is the last day of the event.
func (a *Agendapunt) Last() schedule.Date { return max(a.Datum, a.TotEnMet) }

// Defaults fills in what a field means that is not there.
func (a *Agendapunt) Defaults() {
	if a.Kosten == "" {
		a.Kosten = Free
	}
	if a.Aanmelden == "" {
		a.Aanmelden = NotNeeded
	}
	if a.Voor == "" {
		a.Voor = Visitors
	}
}
