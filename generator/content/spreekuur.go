package content

import (
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Spreekuur is one organisation's walk-in hour at a plein. Its first fields are the
// five that the agreement between partners asks for, in the same words.
type Spreekuur struct {
	Titel    string         `toml:"titel,required" label:"Titel" help:"Waarmee helpt u? Kort, zonder dag of tijd." example:"\"Hulp bij brieven en formulieren\"" prose:"title"`
	Dag      schedule.Days  `toml:"dag" label:"Dag" help:"Op welke dag is het spreekuur? {moet}, behalve bij {tijden} of {data}." example:"\"elke dinsdag\""`
	Tijd     schedule.Times `toml:"tijd" label:"Tijd" help:"Van hoe laat tot hoe laat? {moet}, behalve bij {tijden} en bij {dag=tijdens openingstijden} of \"op afspraak\"." example:"\"10.00 tot 12.00 uur\""`
	InEenZin string         `toml:"in_een_zin,required" label:"Omschrijving in 1 zin" help:"Wat doet u voor de bezoeker? Hoogstens 15 woorden." example:"\"Wij lezen uw brief en vullen samen het formulier in.\"" prose:"line"`

	Plein   typed.Slug   `toml:"plein,required" label:"Plein" help:"Op welk plein is het?" infile:"De naam van zijn bestand, zonder .md." example:"\"dinsdagochtendplein\""`
	Partner []typed.Slug `toml:"partner,required" label:"Partner" help:"De organisatie die helpt, of meer organisaties samen." infile:"De naam van haar bestand, of een lijst van namen." example:"\"taalhuis-tilburg\""`

	Tijden []Blok          `toml:"tijden" label:"Tijden" help:"Voor een spreekuur met verschillende tijden per dag: een blok per tijd, in plaats van {dag} en {tijd}." example:"[[tijden]]"`
	Data   []schedule.Date `toml:"data" label:"Datums" help:"Voor een spreekuur op losse datums, in plaats van {dag}." example:"[\"2027-01-12\", \"2027-02-09\"]"`
	Inloop schedule.Span   `toml:"inloop" label:"Inloop" help:"Het deel van de tijd waarin u zonder afspraak terechtkunt." example:"\"14.00 tot 14.30 uur\""`

	Onderwerpen []typed.Slug     `toml:"onderwerpen" label:"Onderwerpen" help:"Waar gaat het over?" infile:"Namen uit onderwerpen.toml." example:"[\"formulieren\", \"geld\"]"`
	Doelgroepen []string         `toml:"doelgroepen" label:"Voor wie" help:"Voor wie is dit spreekuur?" example:"[\"ouderen\"]" prose:"line"`
	Talen       []typed.Language `toml:"talen" label:"Talen" help:"De talen die de helpers spreken. {leeg}: Nederlands." example:"[\"nl\", \"en\"]"`
	Kosten      Kosten           `toml:"kosten" label:"Kosten" help:"Wat kost het? {leeg}: gratis." example:"\"gratis\"" prose:"line"`
	Aanmelden   Aanmelden        `toml:"aanmelden" label:"Afspraak maken" help:"Moet u een afspraak maken? {leeg}: niet nodig. Bij {dag=op afspraak} hoeft dit niet." example:"\"niet nodig\"" choices:"niet nodig|verplicht|mag"`
	Telefoon    typed.Phone      `toml:"telefoon" label:"Telefoon" help:"Een nummer van de organisatie, nooit van een persoon. Bij {dag=op afspraak} is een telefoon, e-mail of website nodig." example:"\"013 000 00 01\""`
	Email       typed.Email      `toml:"email" label:"E-mail" help:"Een adres van de organisatie, nooit van een persoon." example:"\"info@voorbeeld.nl\""`
	Website     typed.Web        `toml:"website" label:"Website" help:"Een pagina met meer uitleg of om een afspraak te maken." example:"\"https://www.voorbeeld.nl\""`
	Meenemen    []string         `toml:"meenemen" label:"Meenemen" help:"Wat neemt de bezoeker mee?" example:"[\"de brief\", \"uw DigiD\"]" prose:"line"`
	Niet        []string         `toml:"niet" label:"Wat wij niet doen" help:"Waarvoor moet de bezoeker ergens anders zijn?" example:"[\"Wij geven geen geld.\"]" prose:"line"`
	Verwijs     []Verwijs        `toml:"verwijs" label:"Verwijzen" help:"Waar kan de bezoeker met een andere vraag wel terecht? Een blok per vraag." example:"[[verwijs]]"`

	Vanaf             schedule.Date        `toml:"vanaf" label:"Vanaf" help:"De eerste dag. Nodig bij \"om de week\" en \"om de 3 weken\"." example:"\"2027-01-05\""`
	TotEnMet          schedule.Date        `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag." example:"\"2027-06-29\""`
	AlleenSchoolweken bool                 `toml:"alleen_schoolweken" label:"Alleen in schoolweken" help:"{ja} als het spreekuur in schoolvakanties niet doorgaat." example:"true"`
	Afwijkend         []AfwijkendSpreekuur `toml:"afwijkend" label:"Afwijkende dagen" help:"Dagen waarop het anders is: een blok per dag of periode." example:"[[afwijkend]]"`

	Status        Status        `toml:"status" label:"Status" help:"{leeg}: actief." example:"\"tijdelijk gestopt\"" choices:"actief|tijdelijk gestopt|gestopt"`
	Reden         string        `toml:"reden" label:"Reden" help:"Waarom is het spreekuur (tijdelijk) gestopt?" example:"\"Er zijn nu te weinig vrijwilligers.\"" prose:"line"`
	Opvolger      typed.Slug    `toml:"opvolger" label:"Opvolger" help:"Het spreekuur waar de bezoeker nu terechtkan." example:"\"formulierenhulp-waalwijk\""`
	Gecontroleerd schedule.Date `toml:"gecontroleerd" label:"Gecontroleerd op" help:"De dag waarop iemand de gegevens voor het laatst heeft nagekeken." example:"\"2026-11-02\""`

	Gids      GidsSpreekuur                `toml:"gids" label:"G!DS" help:"Voor de landelijke database G!DS." example:"[gids]"`
	Vertaling map[typed.Language]Vertaling `toml:"vertaling" label:"Vertalingen" help:"De tekst in een andere taal: een blok per taal." example:"[vertaling.en]"`
	Record
}

// Status says whether a spreekuur is held these days.
type Status string

const (
	Running Status = "actief" // the default
	Paused  Status = "tijdelijk gestopt"
	Stopped Status = "gestopt"
)

// Aanmelden says whether visitors have to make an appointment.
type Aanmelden string

const (
	NotNeeded Aanmelden = "niet nodig" // the default
	Required  Aanmelden = "verplicht"
	Allowed   Aanmelden = "mag"
)

// Kosten says in words what something costs.
type Kosten string

// Free is the default, and what nearly everything costs.
const Free Kosten = "gratis" // the default

// Blok is one [[tijden]] block: a day with its own hours.
type Blok struct {
	Dag  schedule.Days  `toml:"dag,required" label:"Dag" help:"Op welke dag?" example:"\"elke dinsdag\""`
	Tijd schedule.Times `toml:"tijd" label:"Tijd" help:"Van hoe laat tot hoe laat? {moet}, behalve bij {dag=tijdens openingstijden}." example:"\"10.00 tot 12.00 uur\""`
}

// AfwijkendSpreekuur is a day or a period on which a spreekuur is different.
type AfwijkendSpreekuur struct {
	Dagen
	Vervalt bool        `toml:"vervalt" label:"Vervalt" help:"{ja} als het spreekuur dan niet doorgaat." example:"true"`
	Tijd    typed.Hours `toml:"tijd" label:"Tijd" help:"De tijd op deze dag." example:"\"10.00 tot 11.00 uur\""`
	Plein   typed.Slug  `toml:"plein" label:"Plein" help:"Het plein waar het spreekuur dan is." example:"\"lochal\""`
	Reden   string      `toml:"reden" label:"Reden" help:"Waarom is het anders? De bezoeker leest dit." example:"\"De zaal wordt geverfd.\"" prose:"line"`
}

// Dagen is a single date, or all dates from one up to and including another.
type Dagen struct {
	Datum    schedule.Date `toml:"datum" label:"Datum" help:"De dag. Voor een hele periode: {van} en {tot_en_met}." example:"\"2026-12-24\""`
	Van      schedule.Date `toml:"van" label:"Van" help:"De eerste dag van een periode." example:"\"2026-12-21\""`
	TotEnMet schedule.Date `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag van een periode." example:"\"2027-01-03\""`
}

// Period returns the first and the last day.
func (d Dagen) Period() schedule.Period {
	if d.Datum != 0 {
		return schedule.Period{From: d.Datum, Until: d.Datum}
	}
	return schedule.Period{From: d.Van, Until: d.TotEnMet}
}

// Gids has what G!DS needs to know of a plein or a partner.
type Gids struct {
	ID      string `toml:"id" label:"Nummer in G!DS" help:"Het nummer dat G!DS aan dit aanbod gaf." example:"\"123456\""`
	Opnemen *bool  `toml:"opnemen" label:"Opnemen" help:"{nee} als dit niet in G!DS hoort." example:"false"`
}

// GidsSpreekuur is Gids with the kind of offer, which only spreekuren have.
type GidsSpreekuur struct {
	Aanbodsoort string `toml:"aanbodsoort" label:"Aanbodsoort" help:"De soort in G!DS, als die anders is dan bij het onderwerp." example:"\"Formulieren invullen, hulp bij\""`
	Gids
}

// Defaults fills in what a field means that is not there.
func (s *Spreekuur) Defaults() {
	if s.Dag.Open() && !s.HasTime() {
		s.Tijd.Opening = true
	}
	for i := range s.Tijden {
		if b := &s.Tijden[i]; b.Dag.Open() && !b.HasTime() {
			b.Tijd.Opening = true
		}
	}
	if s.OnAppointment() && s.Aanmelden == "" {
		s.Aanmelden = Required
	}
	if s.Kosten == "" {
		s.Kosten = Free
	}
	if s.Aanmelden == "" {
		s.Aanmelden = NotNeeded
	}
	if s.Status == "" {
		s.Status = Running
	}
	if len(s.Talen) == 0 {
		s.Talen = []typed.Language{"nl"}
	}
}

// HasTime reports whether the block says at what time.
func (b Blok) HasTime() bool { return b.Tijd.Opening || len(b.Tijd.Spans) > 0 }

// HasTime reports whether the spreekuur says at what time, outside [[tijden]].
func (s *Spreekuur) HasTime() bool { return s.Tijd.Opening || len(s.Tijd.Spans) > 0 }
