package reading

import "pleinwijzer/generator/content"

func checkPagina(c *checker, p *content.Pagina) {
	if p.Tekst == "" && p.Body() == "" {
		c.noText("deze pagina heeft geen tekst", c.whereText())
	}
}
