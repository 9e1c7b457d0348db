package content

import "pleinwijzer/generator/typed"

// Verwijs says where a visitor goes with a question that a spreekuur does not answer: to
// a spreekuur or a partner of the site, or to a website.
type Verwijs struct {
	Vraag   string       `toml:"vraag,required" label:"Vraag" help:"Voor welke vraag is een ander de juiste? Schrijf het zoals u het tegen de bezoeker zegt." example:"\"U hebt een eigen bedrijf en moet aangifte doen.\"" prose:"line"`
	Naar    typed.Slug   `toml:"naar" label:"Naar" help:"Het spreekuur of de partner die wel helpt." infile:"De naam van het bestand, zonder .md. Hebben er twee die naam? Dan is het spreekuur bedoeld." example:"\"belasting-lochal\""`
	Website typed.Secure `toml:"website" label:"Of naar een website" help:"Het adres van een website, als geen spreekuur of partner op deze site helpt. Het begint met https://." example:"\"https://www.voorbeeld.nl/ondernemers\""`
	Hoe     string       `toml:"hoe" label:"Hoe" help:"Wat doet de helper aan tafel? Dit staat op de Verwijswijzer van het plein, niet op de pagina van het spreekuur." example:"\"Loop mee.\"" prose:"line"`
}

// Steps are how the people of a plein refer someone: as it says itself, or else as the
// site does.
func (s *Site) Steps(p *Plein) []string {
	switch {
	case len(p.Doorverwijzen) > 0:
		return p.Doorverwijzen
	case len(s.Doorverwijzen) > 0:
		return s.Doorverwijzen
	}
	return usualSteps
}

var usualSteps = []string{
	"Luister naar de hele vraag. Zeg daarna in uw eigen woorden wat de vraag is.",
	"Weet u het antwoord niet? Zeg dat. Zoek samen op dit blad wie wel helpt.",
	"Is die helper er nu? Loop mee. Anders belt u samen, of u noemt de dag, de tijd en het adres.",
	"Schrijf op of print waar de bezoeker heen kan. Vraag of het zo duidelijk is.",
}
