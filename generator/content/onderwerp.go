package content

import (
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// Onderwerp is a topic that visitors can choose. All topics are in one file, with one
// block for each topic under its slug.
type Onderwerp struct {
	Naam            string   `toml:"naam,required" label:"Naam" help:"Het onderwerp in gewone woorden." example:"\"Geld en schulden\"" prose:"title"`
	Uitleg          string   `toml:"uitleg" label:"Uitleg" help:"Waar gaat het over? Eén zin." example:"\"Hulp bij rekeningen, toeslagen en schulden.\"" prose:"line"`
	Pictogram       string   `toml:"pictogram" label:"Pictogram" help:"De naam van het plaatje." example:"\"geld\""`
	Synoniemen      []string `toml:"synoniemen" label:"Andere woorden" help:"Woorden waarmee mensen dit zoeken." example:"[\"schuld\", \"rekening\"]"`
	GidsAanbodsoort string   `toml:"gids_aanbodsoort" label:"Aanbodsoort in G!DS" help:"De soort die G!DS hiervoor gebruikt." example:"\"Formulieren invullen, hulp bij\""`

	Vertaling map[typed.Language]VertaaldOnderwerp `toml:"vertaling" label:"Vertalingen" help:"Het onderwerp in een andere taal: een blok per taal." example:"[geld.vertaling.en]"`

	Slug string
	Doc  *frontmatter.Document // the file that has all topics
}
