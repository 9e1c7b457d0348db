package content

// Pagina is a free page, such as an explanation or a privacy statement.
type Pagina struct {
	Titel string `toml:"titel,required" label:"Titel" help:"De titel boven de pagina." example:"\"Over deze site\"" prose:"title"`
	Menu  int    `toml:"menu" label:"Plaats in het menu" help:"Een getal: 1 staat vooraan. Zonder dit veld staat de pagina niet in het menu." example:"1"`
	Record
}
