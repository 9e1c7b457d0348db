package sense

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
)

// menu warns of a page that says its place in the menu while site.toml does so too. The
// line in site.toml holds, and the number of the page does nothing.
func (c *checker) menu(all *catalog.Catalog) {
	for _, p := range all.Paginas {
		for i, line := range all.Site.Menu {
			if p.Menu > 0 && !p.Bad && strings.TrimRight(line.Adres, "/") == strings.TrimRight(p.Page(), "/") {
				c.warn(diag.Diagnostic{Range: p.Doc.Key("menu"), Code: "menu-dubbel",
					Message: fmt.Sprintf("deze pagina staat al in het menu, met de regel %q in site.toml", line.Titel),
					Hint:    "haal deze regel weg, of haal dat blok [[menu]] uit site.toml",
					Related: []diag.Range{all.Site.At("menu", i, "adres")}})
			}
		}
	}
}
