package due

import (
	"fmt"

	"pleinwijzer/generator/say"
)

// movesWithin is how many days before a move visitors must be able to read about it.
const movesWithin = 30

// moving are the words of which an update about a move has at least one, unless it
// mentions the new address.
var moving = []string{"verhui", "adres", "plek", "gebouw", "locatie"}

// moves finds pleinen that move without an update about it.
func (f *finder) moves(kind string) {
	for _, p := range f.pleinen() {
		for _, m := range p.Moves(f.Today) {
			words := append([]string{m.Adres.Straat, m.Adres.Locatie}, moving...)
			if !f.within(m.Vanaf, movesWithin) || f.announced(p, m.Vanaf, words) {
				continue
			}
			f.add(kind, m.Vanaf.String(), Task{For: Who{Plein: p}, By: m.Vanaf.Add(-toldBefore),
				What: "Maak een bericht: het plein verhuist",
				About: []About{{
					Text: fmt.Sprintf("%s, vanaf %s: %s", p.Naam, f.voice.Date(m.Vanaf), say.Address(m.Adres)), Page: p.Page(), File: f.file(p.Doc),
				}},
				Then: fmt.Sprintf("Schrijf in het bericht het nieuwe adres, met pleinen = [%q] en tot_en_met = %q.", p.Slug, m.Vanaf.Add(30)),
			})
		}
	}
}
