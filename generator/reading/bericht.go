package reading

import "pleinwijzer/generator/content"

func checkBericht(c *checker, b *content.Bericht) {
	c.period("datum", b.Datum, "tot_en_met", b.TotEnMet)
}
