package content

import (
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// Onderwerp is a topic that visitors can choose. All topics are in one file, with one
// block for each topic under its slug.
type Onderwerp struct {
	Naam            string          `toml:"naam,required" label:"Naam" help:"Het onderwerp in gewone woorden." example:"\"Geld en schulden\"" prose:"title"`
	Uitleg          string          `toml:"uitleg" label:"Uitleg" help:"Waar gaat het over? Eén zin." example:"\"Hulp bij rekeningen, toeslagen en schulden.\"" prose:"line"`
	Pictogram       string          `toml:"pictogram" label:"Pictogram" list:"plaatjes" help:"Welk plaatje staat erbij?" infile:"De naam ervan." example:"\"geld\""`
	Synoniemen      []string        `toml:"synoniemen" label:"Andere woorden" help:"Woorden waarmee mensen dit zoeken." example:"[\"schuld\", \"rekening\"]"`
	GidsAanbodsoort string          `toml:"gids_aanbodsoort" label:"Aanbodsoort in G!DS" help:"De soort die G!DS hiervoor gebruikt." example:"\"Formulieren invullen, hulp bij\""`
	UPL             []typed.Product `toml:"upl" label:"Producten in de UPL" help:"Welke producten uit de Uniforme Productnamenlijst van de overheid bij dit onderwerp horen: het adres van elk product." example:"[\"http://standaarden.overheid.nl/owms/terms/schuldhulpverlening\"]"`

	Vragen []Vraag `toml:"vragen" label:"Vragen" help:"Wat iemand zegt die deze hulp zoekt: een blok per vraag. De Vraagwijzer laat ze zien." example:"[[geld.vragen]]"`

	Vertaling map[typed.Language]VertaaldOnderwerp `toml:"vertaling" label:"Vertalingen" help:"Het onderwerp in een andere taal: een blok per taal." example:"[geld.vertaling.en]"`

	Slug string
	Doc  *frontmatter.Document // the file that has all topics
}
