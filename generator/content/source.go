package content

import (
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Source is another directory of pleinen whose records this site shows beside its own. All
// sources are in one file, with one block for each under the name that its addresses get.
type Source struct {
	Titel    string        `toml:"titel,required" label:"Titel" help:"De naam van de andere site, zoals de bezoeker die leest achter \"Bron:\"." example:"\"Pleinwijzer Midden-Brabant\""`
	Soort    string        `toml:"soort" label:"Soort" help:"Wat die site geeft: de feeds van Pleinwijzer, of Open Referral (HSDS 3.1) van een ander systeem. {leeg}: pleinwijzer." example:"\"hsds\"" choices:"pleinwijzer|hsds"`
	Adres    typed.Web     `toml:"adres,required" label:"Adres" help:"Waar de feeds van die site staan: het adres van de site, met /feeds/v1/ erachter. Bij hsds: het adres van de API, zonder /services." example:"\"https://www.voorbeeld.nl/feeds/v1/\""`
	Licentie string        `toml:"licentie,required" label:"Licentie" help:"Onder welke voorwaarden u de gegevens overneemt. Het staat in de feeds. Verandert het daar, dan komt er niets nieuws tot u het nakijkt. In hsds staat geen licentie: vraag ernaar. Wat u hier schrijft, geldt dan." example:"\"CC0-1.0\""`
	Vanaf    schedule.Date `toml:"vanaf" label:"Vanaf" help:"De eerste dag waarop deze bron op uw site staat. {leeg}: meteen." example:"\"2027-01-04\""`
	Pleinen  []typed.Slug  `toml:"pleinen" label:"Pleinen" help:"Welke pleinen u overneemt: de namen in de adressen van die site. {leeg}: alle." example:"[\"dorpsplein\", \"lochal\"]"`
	Voorrang int           `toml:"voorrang" label:"Voorrang" help:"Een getal. Zijn twee pleinen hetzelfde, dan blijft dat van de bron met het hoogste getal. Bij gelijke getallen blijven ze allebei. Uw eigen plein blijft altijd, en heeft getal 0. {leeg}: 0." example:"10"`

	Negeer map[string]string `toml:"negeer" label:"Adviezen negeren" help:"Per advies van de controle over deze bron de reden waarom het niet geldt." example:"{ \"partner-zelfde\" = \"Dit zijn twee organisaties.\" }"`

	ZelfdeAls []SamePartner `toml:"zelfde_als" label:"Zelfde partner" help:"Een partner van deze bron die u al hebt: een blok per partner. Zonder dit blok zijn het twee partners." example:"[[midden-brabant.zelfde_als]]"`

	Slug string
	Doc  *frontmatter.Document // the file that has all sources
}

// SamePartner says that a partner of a source is another one that the site has.
type SamePartner struct {
	Partner typed.Slug `toml:"partner,required" label:"Partner" help:"De naam van de partner bij deze bron, zoals in het adres van zijn pagina daar." example:"\"taalhuis\""`
	Als     typed.Slug `toml:"als,required" label:"Zelfde als" help:"Uw eigen partner: de naam van zijn bestand, zonder .md. Of een partner van een andere bron: de naam van die bron, een schuine streep en de naam van de partner." example:"\"taalhuis-tilburg\""`
}

// HSDS is what a source gives that has no feeds of ours but an API of Open Referral.
const HSDS = "hsds"

// At returns the place of a value in the block of the source.
func (s *Source) At(path ...any) diag.Range { return s.Doc.Value(append([]any{s.Slug}, path...)...) }

// Key returns the place of the name of the source in its file.
func (s *Source) Key() diag.Range { return s.Doc.Key(s.Slug) }

// An Origin is where a record comes from that is not from this folder.
type Origin struct {
	Source *Source
	ID     uuid.UUID // the id that it has everywhere
	Name   string    // its slug at its source
	URL    string    // its page there

	Through Credit          // whom to name, if the source itself took the record over from another
	Rule    string          // when it takes place, in the words of its source
	Made    time.Time       // when its source said this
	Changed time.Time       // when its source last changed it; zero if unknown
	Known   schedule.Period // the days of which its source says everything; outside these nothing is known
	Anchor  schedule.Date   // the day from which its rules count
	Given   []schedule.GivenDay
	Gone    schedule.Date // the day on which its source did not mention it any more; 0 if it still does
}

// Credit names a directory and its terms.
type Credit struct{ Name, URL, Licence string }

// Credit names the directory that keeps the record.
func (o *Origin) Credit() Credit {
	if o.Through != (Credit{}) {
		return o.Through
	}
	return Credit{o.Source.Titel, o.URL, o.Source.Licentie}
}

// Age says how much of what a source said can still be shown.
type Age int

const (
	Fresh     Age = iota
	Late          // an editor should look why nothing newer comes
	Dated         // pages say when it was made
	Withdrawn     // times are not shown any more; phone and address are
)

// The number of days after which what a source said is of that age.
const (
	lateAfter      = 3
	datedAfter     = 14
	withdrawnAfter = 60
)

// AgeOn returns how old what the source says of the record is on a day. Of a day after the
// last of which the source knows anything, nothing can be shown either.
func (o *Origin) AgeOn(today schedule.Date) Age {
	if o.Known.Until < today {
		return Withdrawn
	}
	return AgeOn(o.Made, today)
}

// AgeOn returns the age of what was made at a time, on a day.
func AgeOn(made time.Time, today schedule.Date) Age {
	switch days := today - schedule.DateOf(made); {
	case days >= withdrawnAfter:
		return Withdrawn
	case days >= datedAfter:
		return Dated
	case days >= lateAfter:
		return Late
	}
	return Fresh
}
