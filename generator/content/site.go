package content

import (
	"net/url"
	"path"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Site is site.toml: what applies to the site as a whole.
type Site struct {
	Titel       string           `toml:"titel,required" label:"Titel" help:"De naam van de site." example:"\"Pleinwijzer Midden-Brabant\""`
	InEenZin    string           `toml:"in_een_zin" label:"Omschrijving in 1 zin" help:"Waar is de site voor?" example:"\"Vind hulp bij u in de buurt.\"" prose:"line"`
	Adres       typed.Web        `toml:"adres,required" label:"Adres" help:"Het adres van de site op internet." example:"\"https://www.voorbeeld.nl\""`
	Organisatie string           `toml:"organisatie" label:"Organisatie" help:"Wie de site maakt." example:"\"Bibliotheek Midden-Brabant\""`
	Telefoon    typed.Phone      `toml:"telefoon" label:"Telefoon" help:"Het nummer voor vragen over de site." example:"\"013 000 00 00\""`
	Email       typed.Email      `toml:"email" label:"E-mail" help:"Het adres voor vragen over de site." example:"\"info@voorbeeld.nl\""`
	Beveiliging typed.Contact    `toml:"beveiliging" label:"Meldpunt beveiliging" help:"Waar iemand kan melden dat de site niet veilig is: een e-mailadres of een webadres. Het komt in het bestand /.well-known/security.txt. Staat uw site in een map, zoals voorbeeld.nl/pleinen? Vraag dan de beheerder van voorbeeld.nl om dat bestand ook in de hoofdmap te zetten: alleen daar zoekt iemand het." example:"\"beveiliging@voorbeeld.nl\""`
	Taal        typed.Language   `toml:"taal" label:"Taal" help:"De taal van de site. {leeg}: Nederlands." example:"\"nl\""`
	Talen       []typed.Language `toml:"talen" label:"Talen" help:"De talen waarin de site te lezen is." example:"[\"nl\", \"en\"]"`
	Tijdnotatie string           `toml:"tijdnotatie" label:"Tijden schrijven als" help:"Met een punt of met een dubbele punt. {leeg}: 10.00." example:"\"10.00\"" choices:"10.00|10:00"`
	Naamruimte  string           `toml:"naamruimte" label:"Naamruimte" help:"Een vaste tekst waar de nummers van alle gegevens uit komen. Verander hem nooit meer." example:"\"pleinwijzer.voorbeeld.nl\""`
	Licentie    string           `toml:"licentie" list:"licenties" label:"Licentie" help:"Onder welke voorwaarden anderen de gegevens gebruiken." example:"\"CC0-1.0\""`
	Voorbeeld   bool             `toml:"voorbeeld" label:"Voorbeeld" help:"{ja} als de tijden verzonnen zijn. Boven elke pagina staat dat dan." example:"true"`

	Doorverwijzen []string `toml:"doorverwijzen" label:"Doorverwijzen" help:"Wat doet een helper met een vraag die niet bij zijn tafel hoort? Een regel per stap, voor de Verwijswijzer. {leeg}: vier vaste stappen." example:"[\"Luister naar de hele vraag.\", \"Loop mee.\"]" prose:"line"`

	Feestdagen      Feestdagen       `toml:"feestdagen" label:"Feestdagen" help:"Op welke feestdagen zijn de pleinen dicht?" infile:"Zet op true of false." example:"[feestdagen]"`
	Sluitingen      []Sluiting       `toml:"sluitingen" label:"Sluitingen" help:"Dagen waarop alles dicht is: een blok per periode." example:"[[sluitingen]]"`
	Schoolvakanties []Schoolvakantie `toml:"schoolvakanties" label:"Schoolvakanties" help:"Een blok per vakantie." example:"[[schoolvakanties]]"`
	Thema           Thema            `toml:"thema" label:"Kleuren en logo" help:"De huisstijl van de site." example:"[thema]"`
	Verklaring      Verklaring       `toml:"verklaring" label:"Toegankelijkheidsverklaring" help:"Wat mensen vonden die de site onderzochten. Het staat op de pagina /toegankelijkheid/. {leeg}: daar staat geen status." example:"[verklaring]"`
	Beheer          Beheer           `toml:"beheer" label:"Beheer" help:"Waar de inhoud op GitHub staat. Dan heeft de site een pagina /admin/ om de inhoud in de browser te bewerken." example:"[beheer]"`
	Menu            []MenuItem       `toml:"menu" label:"Menu" help:"De regels van het menu: een blok per regel. {leeg}: de site maakt zelf een menu." example:"[[menu]]"`

	Vertaling map[typed.Language]VertaaldeSite `toml:"vertaling" label:"Vertalingen" help:"De naam en de zin in een andere taal: een blok per taal." example:"[vertaling.en]"`

	Doc *frontmatter.Document // where it came from
}

// Feestdagen says for each holiday whether places are closed on it. A holiday that is
// not mentioned keeps its default.
type Feestdagen struct {
	Nieuwjaarsdag     *bool `toml:"nieuwjaarsdag" label:"Nieuwjaarsdag" help:"{leeg}: {true}." example:"true"`
	Carnaval          *bool `toml:"carnaval" label:"Carnaval" help:"Zondag tot en met dinsdag. {leeg}: {false}." example:"true"`
	GoedeVrijdag      *bool `toml:"goede_vrijdag" label:"Goede Vrijdag" help:"{leeg}: {false}." example:"false"`
	EerstePaasdag     *bool `toml:"eerste_paasdag" label:"Eerste Paasdag" help:"{leeg}: {true}." example:"true"`
	TweedePaasdag     *bool `toml:"tweede_paasdag" label:"Tweede Paasdag" help:"{leeg}: {true}." example:"true"`
	Koningsdag        *bool `toml:"koningsdag" label:"Koningsdag" help:"{leeg}: {true}." example:"true"`
	Bevrijdingsdag    *bool `toml:"bevrijdingsdag" label:"Bevrijdingsdag" help:"{leeg}: {false}." example:"false"`
	Hemelvaartsdag    *bool `toml:"hemelvaartsdag" label:"Hemelvaartsdag" help:"{leeg}: {true}." example:"true"`
	EerstePinksterdag *bool `toml:"eerste_pinksterdag" label:"Eerste Pinksterdag" help:"{leeg}: {true}." example:"true"`
	TweedePinksterdag *bool `toml:"tweede_pinksterdag" label:"Tweede Pinksterdag" help:"{leeg}: {true}." example:"true"`
	EersteKerstdag    *bool `toml:"eerste_kerstdag" label:"Eerste Kerstdag" help:"{leeg}: {true}." example:"true"`
	TweedeKerstdag    *bool `toml:"tweede_kerstdag" label:"Tweede Kerstdag" help:"{leeg}: {true}." example:"true"`
}

// Closed returns the holidays on which places are closed.
func (f Feestdagen) Closed() schedule.HolidaySet {
	set := schedule.DefaultHolidays
	for holiday, choice := range map[schedule.Holiday]*bool{
		schedule.Nieuwjaarsdag: f.Nieuwjaarsdag, schedule.Carnaval: f.Carnaval, schedule.GoedeVrijdag: f.GoedeVrijdag,
		schedule.EerstePaasdag: f.EerstePaasdag, schedule.TweedePaasdag: f.TweedePaasdag, schedule.Koningsdag: f.Koningsdag,
		schedule.Bevrijdingsdag: f.Bevrijdingsdag, schedule.Hemelvaartsdag: f.Hemelvaartsdag,
		schedule.EerstePinksterdag: f.EerstePinksterdag, schedule.TweedePinksterdag: f.TweedePinksterdag,
		schedule.EersteKerstdag: f.EersteKerstdag, schedule.TweedeKerstdag: f.TweedeKerstdag,
	} {
		switch {
		case choice == nil:
		case *choice:
			set |= schedule.Holidays(holiday)
		default:
			set &^= schedule.Holidays(holiday)
		}
	}
	return set
}

// Sluiting is a period in which everything is closed.
type Sluiting struct {
	Van      schedule.Date `toml:"van,required" label:"Van" help:"De eerste dag." example:"\"2026-12-24\""`
	TotEnMet schedule.Date `toml:"tot_en_met,required" label:"Tot en met" help:"De laatste dag." example:"\"2027-01-02\""`
	Reden    string        `toml:"reden" label:"Reden" help:"Waarom? De bezoeker leest dit." example:"\"Kerstvakantie\"" prose:"line"`
}

// Schoolvakantie is a school holiday of the region.
type Schoolvakantie struct {
	Naam     string        `toml:"naam,required" label:"Naam" help:"De naam van de vakantie." example:"\"herfstvakantie\""`
	Van      schedule.Date `toml:"van,required" label:"Van" help:"De eerste dag." example:"\"2026-10-17\""`
	TotEnMet schedule.Date `toml:"tot_en_met,required" label:"Tot en met" help:"De laatste dag." example:"\"2026-10-25\""`
}

// Thema has the colours and the logo of the site's house style.
type Thema struct {
	Accent      typed.Colour  `toml:"accent" label:"Kleur" help:"De kleur van links en knoppen." example:"\"#8a3b12\""`
	Achtergrond typed.Colour  `toml:"achtergrond" label:"Achtergrond" help:"De kleur achter de tekst. Kaarten, kaders en de voet krijgen vanzelf een kleur die erbij past." example:"\"#fffdf8\""`
	Tekst       typed.Colour  `toml:"tekst" label:"Tekst" help:"De kleur van de tekst." example:"\"#1f1a17\""`
	Logo        typed.Picture `toml:"logo" label:"Logo" help:"Het bestand met het logo." example:"\"/logo.svg\""`
}

// Beheer says where editors who work in the browser find the content. Without a
// repository the site has no page for them.
type Beheer struct {
	GitHub typed.Repository `toml:"github,required" label:"Opslagplaats op GitHub" help:"De eigenaar en de naam, zoals in het adres na github.com/." example:"\"bibliotheek/pleinwijzer\""`
	Tak    string           `toml:"tak" label:"Tak" help:"De tak waar de site van gemaakt wordt. {leeg}: main." example:"\"main\""`
	Map    string           `toml:"map" label:"Map" help:"De map in de opslagplaats waar de inhoud staat. {leeg}: content." example:"\"content\""`
}

// MenuItem is one line of the menu.
type MenuItem struct {
	Titel string `toml:"titel,required" label:"Titel" help:"Wat er in het menu staat." example:"\"Pleinen\""`
	Adres string `toml:"adres,required" label:"Adres" help:"Waar de regel heen gaat: een adres op deze site of daarbuiten." example:"\"/pleinen/\""`

	Vertaling map[typed.Language]VertaaldeRegel `toml:"vertaling" label:"Vertalingen" help:"De titel in een andere taal: een blok per taal. Een regel naar een lijst van deze site is al vertaald." example:"[menu.vertaling.en]"`
}

// UnreadableSite returns a placeholder for a site.toml that cannot be read.
func UnreadableSite(file string) *Site {
	site := &Site{Doc: frontmatter.Unreadable(file)}
	site.Defaults()
	return site
}

// Defaults fills in what a field means that is not there.
func (s *Site) Defaults() {
	if s.Taal == "" {
		s.Taal = "nl"
	}
	if len(s.Talen) == 0 {
		s.Talen = []typed.Language{s.Taal}
	}
	if s.Tijdnotatie == "" {
		s.Tijdnotatie = "10.00"
	}
	if s.Beheer.Tak == "" {
		s.Beheer.Tak = "main"
	}
	if s.Beheer.Map == "" {
		s.Beheer.Map = "content"
	}
	if s.Verklaring.Norm == "" {
		s.Verklaring.Norm = "EN 301 549 met WCAG 2.1, niveau A en AA"
	}
	if s.Naamruimte == "" {
		if u, err := url.Parse(string(s.Adres)); err == nil {
			s.Naamruimte = u.Host
		}
	}
}

// PlainPath returns the path of a site's address as browsers read it, without the slash
// at the end. The links on the pages begin with it, so with any other form they would
// lead elsewhere: a path that begins with two slashes is another site.
func PlainPath(u *url.URL) string {
	return strings.TrimRight(path.Clean("/"+strings.ReplaceAll(u.Path, `\`, "/")), "/")
}

// At returns the place of a value in site.toml.
func (s *Site) At(path ...any) diag.Range { return s.Doc.Value(path...) }
