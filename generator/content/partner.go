package content

import "pleinwijzer/generator/typed"

// Partner is an organisation that holds spreekuren.
type Partner struct {
	Naam           string        `toml:"naam,required" label:"Naam" help:"De volledige naam van de organisatie." example:"\"Taalhuis Tilburg\""`
	NaamInUitingen string        `toml:"naam_in_uitingen" label:"Naam in uitingen" help:"De naam die bezoekers lezen, als die anders is." example:"\"Taalhuis\""`
	InEenZin       string        `toml:"in_een_zin" label:"Omschrijving in 1 zin" help:"Wat doet de organisatie? Hoogstens 15 woorden." example:"\"Het Taalhuis helpt u met lezen en schrijven.\"" prose:"line"`
	Website        typed.Web     `toml:"website" label:"Website" help:"De website van de organisatie." example:"\"https://www.voorbeeld.nl\""`
	Telefoon       typed.Phone   `toml:"telefoon" label:"Telefoon" help:"Een nummer van de organisatie, nooit van een persoon." example:"\"013 000 00 01\""`
	Email          typed.Email   `toml:"email" label:"E-mail" help:"Een adres van de organisatie, nooit van een persoon." example:"\"info@voorbeeld.nl\""`
	Logo           typed.Picture `toml:"logo" label:"Logo" help:"Het bestand met het logo." example:"\"/logos/taalhuis.svg\""`
	KvK            typed.KvK     `toml:"kvk" label:"KvK-nummer" help:"Het nummer van de organisatie bij de Kamer van Koophandel. Zo herkennen sites die gegevens delen dezelfde organisatie." example:"\"12345678\""`
	Kanalen        Kanalen       `toml:"kanalen" label:"Eigen kanalen" help:"Waar de organisatie zelf te volgen is." example:"[kanalen]"`
	Nieuwsbrief    typed.Web     `toml:"nieuwsbrief" label:"Nieuwsbrief" help:"De pagina om zich in te schrijven." example:"\"https://www.voorbeeld.nl/nieuwsbrief\""`
	Gids           Gids          `toml:"gids" label:"G!DS" help:"Voor de landelijke database G!DS." example:"[gids]"`

	Vertaling map[typed.Language]VertaaldeNaam `toml:"vertaling" label:"Vertalingen" help:"De tekst in een andere taal: een blok per taal." example:"[vertaling.en]"`
	Record
}

// Kanalen are a partner's own channels.
type Kanalen struct {
	Facebook  typed.Web `toml:"facebook" label:"Facebook" help:"Het volledige adres." example:"\"https://www.facebook.com/voorbeeld\""`
	Instagram typed.Web `toml:"instagram" label:"Instagram" help:"Het volledige adres." example:"\"https://www.instagram.com/voorbeeld\""`
	LinkedIn  typed.Web `toml:"linkedin" label:"LinkedIn" help:"Het volledige adres." example:"\"https://www.linkedin.com/company/voorbeeld\""`
	YouTube   typed.Web `toml:"youtube" label:"YouTube" help:"Het volledige adres." example:"\"https://www.youtube.com/@voorbeeld\""`
	Mastodon  typed.Web `toml:"mastodon" label:"Mastodon" help:"Het volledige adres." example:"\"https://social.voorbeeld.nl/@voorbeeld\""`
	Bluesky   typed.Web `toml:"bluesky" label:"Bluesky" help:"Het volledige adres." example:"\"https://bsky.app/profile/voorbeeld.nl\""`
	X         typed.Web `toml:"x" label:"X" help:"Het volledige adres." example:"\"https://x.com/voorbeeld\""`
	WhatsApp  typed.Web `toml:"whatsapp" label:"WhatsApp" help:"Het volledige adres van een kanaal, nooit een nummer van een persoon." example:"\"https://whatsapp.com/channel/voorbeeld\""`
}

// A Channel is one of a partner's channels, with its name.
type Channel struct {
	Name    string
	Address typed.Web
}

// List returns the channels that are filled in.
func (k Kanalen) List() []Channel {
	all := []Channel{
		{"Facebook", k.Facebook}, {"Instagram", k.Instagram}, {"LinkedIn", k.LinkedIn}, {"YouTube", k.YouTube},
		{"Mastodon", k.Mastodon}, {"Bluesky", k.Bluesky}, {"X", k.X}, {"WhatsApp", k.WhatsApp},
	}
	var filled []Channel
	for _, c := range all {
		if c.Address != "" {
			filled = append(filled, c)
		}
	}
	return filled
}

// Defaults fills in what a field means that is not there.
func (p *Partner) Defaults() {
	if p.NaamInUitingen == "" {
		p.NaamInUitingen = p.Naam
	}
}
