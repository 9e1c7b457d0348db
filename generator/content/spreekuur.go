package content

import (
	"fmt"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Spreekuur is one organisation's walk-in hour at a plein. Its first fields are
// the five that the agreement between partners asks, in its words.
type Spreekuur struct {
	Titel    string         `toml:"titel,required" label:"Titel" help:"Waarmee helpt u? Kort, zonder dag of tijd." example:"\"Hulp bij brieven en formulieren\"" prose:"title"`
	Dag      schedule.Days  `toml:"dag" label:"Dag" help:"Op welke dag is het spreekuur? Moet er staan, behalve bij tijden of data." example:"\"elke dinsdag\""`
	Tijd     schedule.Times `toml:"tijd" label:"Tijd" help:"Van hoe laat tot hoe laat? Moet er staan, behalve bij tijden en bij dag = \"tijdens openingstijden\" of \"op afspraak\"." example:"\"10.00 tot 12.00 uur\""`
	InEenZin string         `toml:"in_een_zin,required" label:"Omschrijving in 1 zin" help:"Wat doet u voor de bezoeker? Hoogstens 15 woorden." example:"\"Wij lezen uw brief en vullen samen het formulier in.\"" prose:"line"`

	Plein   typed.Slug   `toml:"plein,required" label:"Plein" help:"De naam van het bestand van het plein, zonder .md." example:"\"dinsdagochtendplein\""`
	Partner []typed.Slug `toml:"partner,required" label:"Partner" help:"De organisatie die helpt, of een lijst van organisaties." example:"\"taalhuis-tilburg\""`

	Tijden []Blok          `toml:"tijden" label:"Tijden" help:"Voor een spreekuur met verschillende tijden per dag: een blok per tijd, in plaats van dag en tijd." example:"[[tijden]]"`
	Data   []schedule.Date `toml:"data" label:"Datums" help:"Voor een spreekuur op losse datums, in plaats van dag." example:"[\"2027-01-12\", \"2027-02-09\"]"`
	Inloop schedule.Span   `toml:"inloop" label:"Inloop" help:"Het deel van de tijd waarin u zonder afspraak terechtkunt." example:"\"14.00 tot 14.30 uur\""`

	Onderwerpen []typed.Slug     `toml:"onderwerpen" label:"Onderwerpen" help:"Namen uit onderwerpen.toml." example:"[\"formulieren\", \"geld\"]"`
	Doelgroepen []string         `toml:"doelgroepen" label:"Voor wie" help:"Voor wie is dit spreekuur?" example:"[\"ouderen\"]" prose:"line"`
	Talen       []typed.Language `toml:"talen" label:"Talen" help:"De talen die de helpers spreken. Zonder dit veld: Nederlands." example:"[\"nl\", \"en\"]"`
	Kosten      Kosten           `toml:"kosten" label:"Kosten" help:"Wat kost het? Zonder dit veld: gratis." example:"\"gratis\"" prose:"line"`
	Aanmelden   Aanmelden        `toml:"aanmelden" label:"Afspraak maken" help:"Moet u een afspraak maken? Zonder dit veld: niet nodig. Bij dag = \"op afspraak\" hoeft dit niet." example:"\"niet nodig\"" choices:"niet nodig|verplicht|mag"`
	Telefoon    typed.Phone      `toml:"telefoon" label:"Telefoon" help:"Een nummer van de organisatie, nooit van een persoon. Bij dag = \"op afspraak\" is een telefoon, e-mail of website nodig." example:"\"013 000 00 01\""`
	Email       typed.Email      `toml:"email" label:"E-mail" help:"Een adres van de organisatie, nooit van een persoon." example:"\"info@voorbeeld.nl\""`
	Website     typed.Web        `toml:"website" label:"Website" help:"Een pagina met meer uitleg of om een afspraak te maken." example:"\"https://www.voorbeeld.nl\""`
	Meenemen    []string         `toml:"meenemen" label:"Meenemen" help:"Wat neemt de bezoeker mee?" example:"[\"de brief\", \"uw DigiD\"]" prose:"line"`
	Niet        []string         `toml:"niet" label:"Wat wij niet doen" help:"Waarvoor moet de bezoeker ergens anders zijn?" example:"[\"Wij geven geen geld.\"]" prose:"line"`

	Vanaf             schedule.Date        `toml:"vanaf" label:"Vanaf" help:"De eerste dag. Nodig bij \"om de week\" en \"om de 3 weken\"." example:"\"2027-01-05\""`
	TotEnMet          schedule.Date        `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag." example:"\"2027-06-29\""`
	AlleenSchoolweken bool                 `toml:"alleen_schoolweken" label:"Alleen in schoolweken" help:"Zet op true als het spreekuur in schoolvakanties niet doorgaat." example:"true"`
	Afwijkend         []AfwijkendSpreekuur `toml:"afwijkend" label:"Afwijkende dagen" help:"Dagen waarop het anders is: een blok per dag of periode." example:"[[afwijkend]]"`

	Status        Status        `toml:"status" label:"Status" help:"Zonder dit veld: actief." example:"\"tijdelijk gestopt\"" choices:"actief|tijdelijk gestopt|gestopt"`
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

// Aanmelden says whether visitors make an appointment.
type Aanmelden string

const (
	NotNeeded Aanmelden = "niet nodig" // the default
	Required  Aanmelden = "verplicht"
	Allowed   Aanmelden = "mag"
)

// Kosten says in words what something costs.
type Kosten string

// Free is what nearly everything costs.
const Free Kosten = "gratis" // the default

// Blok is one [[tijden]] block: a day with its own hours.
type Blok struct {
	Dag  schedule.Days  `toml:"dag,required" label:"Dag" help:"Op welke dag?" example:"\"elke dinsdag\""`
	Tijd schedule.Times `toml:"tijd" label:"Tijd" help:"Van hoe laat tot hoe laat? Moet er staan, behalve bij dag = \"tijdens openingstijden\"." example:"\"10.00 tot 12.00 uur\""`
}

// AfwijkendSpreekuur is a day or a period on which a spreekuur differs.
type AfwijkendSpreekuur struct {
	Dagen
	Vervalt bool        `toml:"vervalt" label:"Vervalt" help:"Zet op true als het spreekuur dan niet doorgaat." example:"true"`
	Tijd    typed.Hours `toml:"tijd" label:"Tijd" help:"De tijd op deze dag." example:"\"10.00 tot 11.00 uur\""`
	Plein   typed.Slug  `toml:"plein" label:"Plein" help:"Het plein waar het spreekuur dan is." example:"\"lochal\""`
	Reden   string      `toml:"reden" label:"Reden" help:"Waarom is het anders? De bezoeker leest dit." example:"\"De zaal wordt geverfd.\"" prose:"line"`
}

// Dagen is one date, or all from one date up to and including another.
type Dagen struct {
	Datum    schedule.Date `toml:"datum" label:"Datum" help:"De dag. Voor een hele periode: van en tot_en_met." example:"\"2026-12-24\""`
	Van      schedule.Date `toml:"van" label:"Van" help:"De eerste dag van een periode." example:"\"2026-12-21\""`
	TotEnMet schedule.Date `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag van een periode." example:"\"2027-01-03\""`
}

// Period is the same as first and last day.
func (d Dagen) Period() schedule.Period {
	if d.Datum != 0 {
		return schedule.Period{From: d.Datum, Until: d.Datum}
	}
	return schedule.Period{From: d.Van, Until: d.TotEnMet}
}

// Gids holds what G!DS needs of a plein or a partner.
type Gids struct {
	ID      string `toml:"id" label:"Nummer in G!DS" help:"Het nummer dat G!DS aan dit aanbod gaf." example:"\"123456\""`
	Opnemen *bool  `toml:"opnemen" label:"Opnemen" help:"Zet op false als dit niet in G!DS hoort." example:"false"`
}

// GidsSpreekuur is Gids with the kind of offer, which only a spreekuur has.
type GidsSpreekuur struct {
	Aanbodsoort string `toml:"aanbodsoort" label:"Aanbodsoort" help:"De soort in G!DS, als die anders is dan bij het onderwerp." example:"\"Formulieren invullen, hulp bij\""`
	Gids
}

func (s *Spreekuur) defaults() {
	if s.Dag.Open() && !s.hasTime() {
		s.Tijd.Opening = true
	}
	for i := range s.Tijden {
		if b := &s.Tijden[i]; b.Dag.Open() && !b.hasTime() {
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

func (b Blok) hasTime() bool { return b.Tijd.Opening || len(b.Tijd.Spans) > 0 }

func (s *Spreekuur) hasTime() bool { return s.Tijd.Opening || len(s.Tijd.Spans) > 0 }

func (s *Spreekuur) check(c *checker) {
	s.checkWhen(c)
	c.period("vanaf", s.Vanaf, "tot_en_met", s.TotEnMet)
	for i, a := range s.Afwijkend {
		at := []any{"afwijkend", i}
		c.days(a.Dagen, at)
		says := len(a.Tijd) > 0 || a.Plein != ""
		switch {
		case a.Vervalt && says:
			c.add("afwijkend-dubbel", c.doc.Key(append(at, "vervalt")...), "het spreekuur vervalt én heeft een andere tijd of een ander plein", "laat er één staan")
		case !a.Vervalt && !says && !c.has(append(at, "tijd")...) && !c.has(append(at, "plein")...):
			c.add("afwijkend-leeg", c.doc.Key(at...), "hier staat niet wat er anders is", "voeg toe: vervalt = true, of een tijd, of een plein")
		}
	}
	if s.Opvolger == typed.Slug(s.Slug) && s.Opvolger != "" {
		c.add("verwijzing-zelf", c.doc.Value("opvolger"), "dit spreekuur is zijn eigen opvolger", "noem een ander spreekuur of haal de regel weg")
	}
	if s.Tekst == "" && s.Body() == "" {
		c.add("tekst-ontbreekt", c.doc.Whole(), "de korte omschrijving ontbreekt", c.whereText())
	}
}

// checkWhen sees to it that exactly one of the three ways to say when is used:
// dag with tijd, [[tijden]], or data with tijd.
func (s *Spreekuur) checkWhen(c *checker) {
	hasDay := s.Dag.Weekdays() != 0 || s.OnAppointment() || c.broken && c.has("dag")
	hasTime := s.hasTime() || c.broken && (c.has("tijd") || schedule.HasHours(c.doc.Spelled("dag")))
	blocks, dates := len(s.Tijden) > 0 || c.broken && c.has("tijden"), len(s.Data) > 0 || c.broken && c.has("data")
	switch {
	case blocks && (hasDay || hasTime || dates):
		c.add("wanneer-dubbel", c.doc.Key("tijden", 0), "de tijden staan er op twee manieren", "gebruik [[tijden]], of anders dag en tijd")
	case dates && hasDay:
		c.add("wanneer-dubbel", c.doc.Key("data"), `"dag" en "data" staan er allebei`, "laat er één staan")
	case blocks:
	default:
		if !hasDay && !dates {
			c.missing("dag", `"elke dinsdag"`)
		}
		if !hasTime && !s.Dag.Open() && !s.OnAppointment() {
			c.missing("tijd", `"10.00 tot 12.00 uur"`+s.orNoTime())
		}
	}
	s.checkAppointment(c)
	s.checkRule(c, s.Dag, s.Tijd)
	for i, b := range s.Tijden {
		if !b.hasTime() && !b.Dag.Open() && !b.Dag.ByAppointment() && c.has("tijden", i) && !c.has("tijden", i, "tijd") {
			c.add("veld-ontbreekt", c.doc.Key("tijden", i), `het veld "tijd" ontbreekt`, `voeg toe: tijd = "10.00 tot 12.00 uur"`)
		}
		s.checkRule(c, b.Dag, b.Tijd, "tijden", i)
	}
	s.checkData(c)
	s.checkInloop(c)
}

// orNoTime is the mend of a missing "tijd" for who may not have one.
func (s *Spreekuur) orNoTime() string {
	if s.Aanmelden != Required {
		return ""
	}
	return `; of is er geen vaste tijd? Schrijf dan: dag = "op afspraak"`
}

// checkRule looks at a day with its hours, in the record or in a block.
func (s *Spreekuur) checkRule(c *checker, days schedule.Days, hours schedule.Times, in ...any) {
	at := func() diag.Range { return c.doc.Value(append(in, "dag")...) } // asked for only where something is wrong
	if days.NeedsAnchor() && s.Vanaf == 0 && !c.has("vanaf") {
		where := "voeg toe: "
		if len(in) > 0 {
			where = "voeg boven [[tijden]] toe: "
		}
		first := "vanaf, met de datum van de eerste keer"
		if c.today != 0 {
			first = `vanaf = "` + days.FirstFrom(c.today).String() + `"`
		}
		c.add("vanaf-ontbreekt", at(), fmt.Sprintf("%q telt vanaf een eerste dag", days), where+first)
	}
	if !hours.Opening && len(hours.Spans) == 0 {
		return
	}
	if span, fits := days.Fits(hours); !fits {
		message := fmt.Sprintf("%s is niet in de %s", schedule.Point.Span(span), days.PartWords())
		if hours.Opening {
			message = fmt.Sprintf("de openingstijden zijn niet alleen de %s", days.PartWords())
		}
		c.add("dag-tijd-anders", at(), message, partMend(days, hours))
	}
}

// partMend offers the day without a part, or with that of the hours, and the hours
// half a day later where those agree with the day: "2.00 tot 4.00 uur" in the
// afternoon.
func partMend(days schedule.Days, hours schedule.Times) string {
	right, single := days.WithPartOf(hours)
	if !single {
		right = days.WithoutPart()
	}
	mend := fmt.Sprintf("dag = %q", right)
	if later, ok := days.Later(hours); ok {
		return fmt.Sprintf("kies: tijd = %q of: %s", later, mend)
	}
	return "schrijf: " + mend
}

func (s *Spreekuur) checkData(c *checker) {
	seen := map[schedule.Date]bool{}
	for i, date := range s.Data {
		if seen[date] && date != 0 {
			c.add("datum-dubbel", c.doc.Value("data", i), fmt.Sprintf("%s staat er twee keer", date), "laat er één staan")
		}
		seen[date] = true
	}
	if dates := s.Data; len(dates) > 0 && s.Tijd.Opening {
		c.add("tijd-onleesbaar", c.doc.Value("tijd"), "bij losse datums horen gewone tijden", `schrijf bijvoorbeeld: tijd = "10.00 tot 12.00 uur"`)
	}
}

// checkInloop wants the walk-in window inside some of the hours.
func (s *Spreekuur) checkInloop(c *checker) {
	if s.Inloop == (schedule.Span{}) {
		return
	}
	all := s.Tijd.Spans
	opening := s.Tijd.Opening
	for _, b := range s.Tijden {
		all = append(all[:len(all):len(all)], b.Tijd.Spans...)
		opening = opening || b.Tijd.Opening
	}
	for _, span := range all {
		if s.Inloop.Begin >= span.Begin && s.Inloop.End <= span.End {
			return
		}
	}
	if len(all) > 0 && !opening {
		c.add("inloop-buiten-tijd", c.doc.Value("inloop"), "de inloop valt buiten de tijd van het spreekuur", "kies een stuk van de tijd van het spreekuur")
	}
}
