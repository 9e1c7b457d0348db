package content

import (
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Bericht is an update: a closing, a move, something new.
type Bericht struct {
	Titel      string        `toml:"titel,required" label:"Titel" help:"Wat is het nieuws?" example:"\"De bibliotheek is dicht op 24 december\"" prose:"title"`
	Datum      schedule.Date `toml:"datum,required" label:"Datum" help:"De dag van dit bericht." example:"\"2026-12-01\""`
	TotEnMet   schedule.Date `toml:"tot_en_met" label:"Tot en met" help:"De laatste dag waarop dit bericht ertoe doet." example:"\"2026-12-24\""`
	InEenZin   string        `toml:"in_een_zin,required" label:"Omschrijving in 1 zin" help:"Het nieuws in één zin." example:"\"Het plein begint na de vakantie weer op 5 januari.\"" prose:"line"`
	Pleinen    []typed.Slug  `toml:"pleinen" label:"Pleinen" help:"Over welke pleinen gaat het?" example:"[\"dinsdagochtendplein\"]"`
	Partners   []typed.Slug  `toml:"partners" label:"Partners" help:"Over welke partners gaat het?" example:"[\"taalhuis-tilburg\"]"`
	Spreekuren []typed.Slug  `toml:"spreekuren" label:"Spreekuren" help:"Over welke spreekuren gaat het?" example:"[\"taalhuis-lochal\"]"`
	Belangrijk bool          `toml:"belangrijk" label:"Belangrijk" help:"{ja} als dit bovenaan moet staan." example:"true"`

	Vertaling map[typed.Language]Vertaling `toml:"vertaling" label:"Vertalingen" help:"De tekst in een andere taal: een blok per taal." example:"[vertaling.en]"`
	Record
}
