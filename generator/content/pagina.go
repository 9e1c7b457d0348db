package content

// Pagina is a free page, such as an explanation or a privacy statement.
type Pagina struct {
	Titel string `toml:"titel,required" label:"Titel" help:"De titel boven de pagina." example:"\"Over deze site\"" prose:"title"`
	Menu  int    `toml:"menu" label:"Plaats in het menu" help:"Een getal: 1 staat vooraan in het menu boven elke pagina. {leeg}: de pagina staat daar niet." example:"1"`
	Voet  int    `toml:"voet" label:"Plaats in de voet" help:"Een getal: 1 staat vooraan in het rijtje onder elke pagina. {leeg}: de pagina staat daar niet." example:"1"`
	Record
}
